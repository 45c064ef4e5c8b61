"""A term in marks with another name in brackets behind it, where the other text has that name as its term.

A pot with a "boiling time" (brewing time) of one minute is a pot with a 'brewing time' of one minute, where a note says
what the 'brewing time' (boiling time) is. That the note may say it otherwise than the definition did is told there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from controllist.changes.clause.terms.marked_terms import explaining
from controllist.changes.language.text.plain import plain, term_key
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.model import Threshold
from controllist.patterns import pattern

EITHER_NAME = "another name of the term, by what explains it"
_WITH_OTHER = pattern(
    r"(?P<mark>[\"'])(?P<term>[^\"'<>()]{3,60})(?P=mark)\s\((?P<name>[a-z]{4,}(?:[\s-][a-z]{3,}){0,3})\)"
)
_HINTS = ('" (', "' (")
Limits = tuple[Sequence[Threshold], Sequence[Threshold]]


def with_either_name(
    texts: Sequence[str], limits: Limits, trees: tuple[Tree, Tree], within: tuple[str, str]
) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits, in which such a term bears the name that both texts have, and why."""
    told, bounds = list(texts), list(limits)
    found: list[Evidence] = []
    if texts[0] == texts[1]:
        return told, limits, found
    for at in (0, 1):
        if not any(hint in told[at] for hint in _HINTS):
            continue
        for match in _WITH_OTHER.finditer(told[at]):
            alone = _marked(match["name"], told[1 - at])
            if not alone or match["term"].lower() in told[1 - at].lower():
                continue
            if not _is_explained(match["name"], match["term"], trees[1 - at], within[1 - at]):
                continue
            told[at] = told[at].replace(match[0], alone)
            bounds[at] = [_renamed(one, match["term"], match["name"]) for one in bounds[at]]
            said = (match["term"], match["name"]) if at == 0 else (match["name"], match["term"])
            found.append(Evidence("wording", "none", old=said[0], new=said[1], note=EITHER_NAME))
    return told, (bounds[0], bounds[1]), found


def _marked(name: str, text: str) -> str:
    """A name with its marks as a text has it; empty where it has it nowhere in marks."""
    found = re.search(rf"\"{re.escape(name)}\"|'{re.escape(name)}'", text)
    return found.group() if found else ""


def _is_explained(name: str, term: str, tree: Tree, within: str) -> bool:
    """Whether an edition explains a name in marks, for the entry, with the other name in brackets behind it."""
    said = re.compile(rf"[\"']{re.escape(name)}[\"']\s\({re.escape(term)}\)", re.IGNORECASE)
    return any(
        node.kind != "item"
        and (node.kind == "definition" or entry_of(node.parent) == entry_of(within))
        and said.search(plain(node.text)) is not None
        for node in explaining(term_key(name), tree)
    )


def _renamed(limit: Threshold, term: str, name: str) -> Threshold:
    said = limit.parameter
    return msgspec.structs.replace(limit, parameter=said.replace(term, name)) if term in said else limit
