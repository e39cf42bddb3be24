"""From an applicant's own words to facts, without a model."""
