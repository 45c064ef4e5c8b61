"""Words and conditions that went between a heading and the items below it."""
