"""What changed between two editions: the kind of each change, which way it goes, and the evidence for both."""
