"""Verification: does each sentence say only what its clauses, facts and verdicts carry? Pure code."""
