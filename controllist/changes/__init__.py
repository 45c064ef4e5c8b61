"""What changed between two editions: the kind of each change, which way it goes, and the evidence for both.

From the ground up: `language` (what words do), `place` (where an item stands), `clause` (two clauses compared), `lists`
(lists of items compared), then `coming` (a node of one edition alone), `effect` (a pair of nodes), `compare` (two
editions) and `structured` (what is printed beside the text).
"""
