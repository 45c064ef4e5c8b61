"""Differences between two clauses that say the same."""
