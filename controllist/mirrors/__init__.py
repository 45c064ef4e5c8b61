"""Lists and the regime they mirror: which item answers which, who adopted what and when, and where they still differ.

`rules` is what differs from mirror to mirror, as data. `correspondence` links the items of a mirror to those of the
regime, `states` says which state of a regime's item a mirror's words are, `adoption` dates every change of the regime
in every mirror, `gaps` compares two editions row by row, `updates` lists what each instrument did, `plurilateral`
finds national items that several lists share, `survival` computes medians. Everything is a function over values;
`records` has the forms that the dataset keeps.
"""
