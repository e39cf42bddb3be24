"""Saved applicants: facts, material, verdicts, drafts and conversation."""
