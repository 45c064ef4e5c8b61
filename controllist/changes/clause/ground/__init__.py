"""What comparing two clauses stands on: their setting, what they cite, and the words that lead into a list."""
