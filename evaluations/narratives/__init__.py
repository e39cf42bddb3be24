"""Narratives: what the reader makes of self-descriptions, against labelled facts and verdicts."""
