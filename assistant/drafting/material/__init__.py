"""Reading an applicant's own material: text in, facts, practices, results, honours and flags out."""
