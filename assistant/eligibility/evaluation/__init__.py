"""Evaluates conditions in three values. Pure: conditions, facts and the day of judgement in, an Outcome out."""
