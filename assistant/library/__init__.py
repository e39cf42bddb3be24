"""The library of policy documents and clauses in SQLite, which is the truth all indexes are made from."""
