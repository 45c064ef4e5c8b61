"""Reports of changes: pairs of editions and years, their filters, files and deltas."""
