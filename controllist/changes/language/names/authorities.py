"""Authorities of some state or other: "the authority in a state", "authorities of one or more states".

>>> of_any_state("Certified by the authority in a Member State")
'Certified by the authority of Member State'
>>> of_any_state("Certified by authorities of one or more Member States")
'Certified by authorities of Member States'
"""

from __future__ import annotations

from controllist.patterns import pattern

_OF_ANY = pattern(r"\b(?P<who>[Aa]uthorit(?:y|ies))\s+(?:in|of)\s+(?:one\s+or\s+more\s+(?:an?\s+)?|an?\s+)(?=[A-Z])")


def of_any_state(text: str) -> str:
    """A plain text in which authorities of any one of several states are named in one way."""
    if "uthorit" not in text:
        return text
    return _OF_ANY.sub(r"\g<who> of ", text)
