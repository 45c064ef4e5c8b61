"""Two clauses compared: limits, references, terms and the words between them.

`evidence` asks all others. From the ground up: `ground` (what surrounds two clauses, and what they cite), `print` (what
a source did to them), `terms` (terms in marks), then `limits`, `references`, `goods` and `choices` side by side. Above
these `put_in`, `replacement` and `difference` tell what one difference does, and `doubts` why it may do nothing.
"""
