"""Names that take in one another, or stand for the same goods."""
