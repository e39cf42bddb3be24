"""Readers: one file of text, Word or PDF becomes plain text with page starts and warnings."""
