"""Limits of two clauses: paired, on one scale, with their sides, ranges, peaks and steps."""
