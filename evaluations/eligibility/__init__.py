"""Mutation run of the eligibility rules against the golden cases."""
