"""Finding clauses: encoder, lexical index, Chroma index, fusion, and the index life cycle."""
