"""Notes and exclusions of one edition alone: what they spoke of, and what says it now."""
