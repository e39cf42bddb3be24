"""Reading applicant material and drafting the characterisation, the profile and the summary form."""
