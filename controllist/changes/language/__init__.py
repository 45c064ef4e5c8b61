"""What the words of a clause mean: spelling, units, phrases and what putting them in or taking them out does.

From the ground up: `text` (words, sentences, quantities, and where two texts differ), `print` (one thing printed in two
ways), `names` (names that take in one another), `phrases` (what words put in do) and `same` (differences that say the
same).
"""
