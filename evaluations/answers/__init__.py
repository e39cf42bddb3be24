"""Evaluation of policy answers."""
