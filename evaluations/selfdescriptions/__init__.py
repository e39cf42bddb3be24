"""Whole self-descriptions, from free text to verdict, written independently of the reader."""
