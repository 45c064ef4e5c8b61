"""Texts as words, sentences, lines, quantities and clauses, and where two of them differ."""
