"""What clauses refer to: items, categories, paragraphs, themselves."""
