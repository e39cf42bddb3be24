"""Typed loaders of the domain knowledge in corpus/: fact sheets, rules, dimensions, forms, questions, thesaurus."""
