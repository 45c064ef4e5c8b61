"""What something is made up of, said in a clause of its own or behind a "with": "where clay forms the wall", "with a
wall formed of clay".

>>> formed_alike(["Kettles, where tin or clay form the wall;", "Pots with a wall formed of clay"])[0]
'Kettles, with a wall formed of tin or clay;'
>>> formed_alike(["Kettles, where tin forms the lid", "Pots with a wall formed of clay"])[0]
'Kettles, where tin forms the lid'
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.patterns import pattern

FORMS = (" form the ", " forms the ")
_FORM = pattern(r"\bwhere\s(?P<of>[^;:.]{3,100}?)\sforms?\sthe\s(?P<what>[\"']?[^\W\d_][\w-]*[\"']?)(?=[\s,;.]|$)")


def formed_alike(texts: Sequence[str]) -> list[str]:
    """Two plain texts, of which neither says in a clause of its own what the other says behind a "with"."""
    told = list(texts)
    for at in (0, 1):
        for found in reversed([*_FORM.finditer(told[at])]):
            if f"with a {found['what']} formed of " in told[1 - at]:
                said = f"with a {found['what']} formed of {found['of']}"
                told[at] = told[at][: found.start()] + said + told[at][found.end() :]
    return told
