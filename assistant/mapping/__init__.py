"""Mapping quality practices to evaluation dimensions, with coverage and gaps."""
