"""Answering policy questions: a pipeline of small steps ending in a verified answer."""
