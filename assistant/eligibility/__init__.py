"""Eligibility: facts, dates, the pure three-valued checker, and what follows from a verdict."""
