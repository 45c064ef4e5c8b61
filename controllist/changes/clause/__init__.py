"""Two clauses compared: limits, references, terms and the words between them."""
