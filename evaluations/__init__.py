"""Evaluations: each task's cases live beside its `measure.py`; `python -m assistant evaluate [TASK]` runs them."""
