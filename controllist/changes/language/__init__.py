"""What the words of a clause mean: spelling, units, phrases and what putting them in or taking them out does."""
