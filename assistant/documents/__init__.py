"""Reading policy files: readers, redaction of credentials, and the clause grammar."""
