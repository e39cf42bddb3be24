"""Tests of the narrative reader."""
