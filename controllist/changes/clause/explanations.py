"""What can be told of a change in an explaining note, although the note itself says nothing of what is controlled.

A place that it names, where it is the note's own or is named in both texts, says nothing new. Where its main verb says
what something includes, one more thing that is included is one more that is controlled.
"""

from __future__ import annotations

import re

from controllist.changes.clause.ground.pointers import CAME_WITH, Lineage, is_new_with_its_goods
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.records import Evidence
from controllist.figures.references import references
from controllist.model import Node
from controllist.patterns import pattern

_CODE = r"(?:\d?[A-Z]{0,3}[\w.()-]*\d[\w.()-]*|…)"
_NAMES_PLACE = pattern(
    rf"\W*(?:(?:for\s+(?:materials|items|equipment|goods)\s+)?(?:specified|controlled|described|listed|defined)\s+)?(?:in|by)\s+"
    rf"(?:the\s+following|(?:(?:ECCNs?|items?|entry|entries|note|notes)\s+)?{_CODE}"
    rf"(?:(?:[\s,]*\b(?:and|or|to|through)\b[\s,]*|[\s,]+){_CODE})*)\W*",
    re.IGNORECASE,
)
"""Words that name a place and nothing else: "in 1A001", "specified by 1A001.a or 1A001.b", "in the following"."""
_INCLUDES = pattern(
    r"\W*(?:(?:for\s+the\s+purposes?\s+of|in)\s+[^\s,]*\d[^\s,]*,?\s+)?"
    r"(?:(?!(?:is|are|was|that|which|who|does|do|not|if|when|where|unless|may|can|shall|has|have)\b)[^\s;:]+\s+){1,12}?includes?\b"
    r"(?!\s+(?:all|any|one)\s+of\b)",
    re.IGNORECASE,
)
"""The subject and the verb of a sentence that says, before all else, what something includes."""
_SAYS_NOTHING = pattern(r"\(?[A-Z][A-Z\d]{1,7}s?\)?|also|auch")
"""A short form behind its words, or what joins one pointer with another."""
_ARE_INCLUDED = pattern(r"[A-Z][^.;:]{3,120}?\s+are\s+included\s+if\b")
NAMES_PLACE = "says for which item it speaks"


def told(evidence: Evidence, old: Node, new: Node) -> Evidence | None:
    """The evidence from an explaining note, where it can be told; None where it is not certain."""
    if evidence.type == "condition" and _NAMES_PLACE.fullmatch(evidence.old or evidence.new):
        said = evidence.old or evidence.new
        if _same_places(old, new) or ("…" not in said and _named_in_both(references(said), old, new)):
            return Evidence("wording", "none", old=evidence.old, new=evidence.new, note=NAMES_PLACE)
        return None
    if evidence.type == "example" and evidence.effect == "none":
        return evidence if _SAYS_NOTHING.fullmatch(evidence.old + evidence.new) else None
    if evidence.type == "alternative" and evidence.effect in ("tightened", "relaxed"):
        return evidence if all(_says_what_is_included(node) for node in (old, new)) else None
    return None


def came_with(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence | None:
    """The evidence of a note that explains for an item more or less, where the item came or went with it."""
    if evidence.type != "reference" or evidence.effect == "none":
        return None
    lineage = Lineage(editions.renamed, editions.came_from)
    texts, places = (plain(old.text), plain(new.text)), (old.parent, new.parent)
    if not is_new_with_its_goods(evidence, texts, places, (editions.old, editions.new), lineage):
        return None
    return Evidence("reference", "none", old=evidence.old, new=evidence.new, note=CAME_WITH)


def _named_in_both(codes: tuple[str, ...], old: Node, new: Node) -> bool:
    return bool(codes) and set(codes) <= set(old.refs) & set(new.refs)


def _same_places(old: Node, new: Node) -> bool:
    """Whether both notes name the same items, the ones that they stand under left aside."""
    places = [node.parent for node in (old, new)]
    return all(any(is_same_or_below(place, code) for place in places) for code in set(old.refs) ^ set(new.refs))


def _says_what_is_included(node: Node) -> bool:
    text = plain(node.text)
    return node.kind == "note" and not node.excludes and bool(_INCLUDES.match(text) or _ARE_INCLUDED.match(text))


def only_points(node: Node) -> bool:
    """Whether a nota bene does nothing but send the reader elsewhere, or say where goods are listed."""
    text = plain(node.text)
    return _POINTS.search(text) is not None and names_place(node) and not _SAYS_MORE.search(text)


def names_place(node: Node) -> bool:
    """Whether a nota bene names a place to which it may send the reader; one that names none states a rule itself."""
    return bool(node.refs) or _SENDS.search(plain(node.text)) is not None


_POINTS = pattern(
    r"\b(?:see|siehe|refer|vgl)\b|\b(?:determined|specified|controlled|classified|listed|erfasst)\s+(?:in|by|under|von)\s"
    r"|\bevaluated\s+against\b",
    re.IGNORECASE,
)
_SAYS_MORE = pattern(
    r"\b(?:(?:do|does)\s+not\s+(?:apply|control|include)|remains?\s+(?:controlled|subject|specified))\b", re.IGNORECASE
)
_SENDS = pattern(
    r"\b(?:see|siehe|refer\s+to|vgl|categor(?:y|ies)|kategorien?|annex|anhang|eccns?|entry|entries|lists?|listed|liste)\b"
    r"|\b(?:part|teil|note|anmerkung|article|artikel|§)\s+(?:\d|[ivx]+\b|[a-z]\b)",
    re.IGNORECASE,
)
