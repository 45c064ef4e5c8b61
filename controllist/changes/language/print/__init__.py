"""Ways of printing one thing: marks, signs, symbols, slips, orders of words, leftovers of a source."""
