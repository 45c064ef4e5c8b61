"""What a list of substances holds beside those that it names: mixtures, salts, derivatives of them.

"Glazes, as follows, and mixtures thereof" holds more under each of its items than "Glazes, as follows" does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.text.plain import plain, stem
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

_MADE_OF = (
    r"(?:mixtures?|salts?|derivatives?|isomers?|esters?|solutions?|alloys?"
    r"|mischungen|gemische|salze|derivate|isomere|ester|lösungen|legierungen)"
)
_TAKEN_ALONG = pattern(
    rf"\b({_MADE_OF}(?:(?:\s*[,/]\s*|\s+)(?:(?:and|or|und|oder)\s+)?{_MADE_OF})*)"
    r"\s+(?:thereof|daraus|hieraus|davon|derselben)\b",
    re.IGNORECASE,
)
_KIND = pattern(_MADE_OF, re.IGNORECASE)
TAKES_ALONG = "mixtures thereof, or the like, are held by what it stands under in one edition alone"


def taken_along_evidence(old: Node, new: Node, above: tuple[Sequence[Node], Sequence[Node]]) -> list[Evidence]:
    """What it does that an item moved from or to a list which holds mixtures and the like of what it names: nobody can
    say from the two lists whether other items hold them."""
    if _taken_along([old, *above[0]]) == _taken_along([new, *above[1]]):
        return []
    before, after = (next((node.code for node in nodes), "") for nodes in above)
    return [Evidence("parent", "unclear", old=before, new=after, note=TAKES_ALONG)]


def _taken_along(nodes: Sequence[Node]) -> frozenset[str]:
    """The kinds of what is made of a substance that its clause, or what that stands under, names beside it."""
    found = [match[1] for node in nodes for match in _TAKEN_ALONG.finditer(plain(node.text))]
    return frozenset([stem(kind) for kinds in found for kind in _KIND.findall(kinds)])
