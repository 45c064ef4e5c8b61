"""Parts of a cited item that one item names while new items beside it name the others: what it named is shared out.

"Trays for the cups of 2A002" says no more than "a. Trays for the cups of 2A002.a", "b. Trays for the cups of 2A002.b".
"""

from __future__ import annotations

import re
from collections.abc import Set

from controllist.changes.clause.ground.setting import IN_EXCLUSION
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.headings.resettled import resettled
from controllist.changes.place.held.named_by_unlinked import unless_named_by_unlinked
from controllist.changes.records import MORE_NAMED, PARTS_NAMED, Evidence
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern

ALL_PARTS = "all its parts are named, an item each"
EXCEPTED_FOR = "an item that came or went beside it speaks of what is excepted"
SAID_OF_WHOLE = "an item beside it said the same of the whole"
SOME_PARTS = "other parts of what was named stand in items beside it"


def settled(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of one item as its neighbours leave it, and new items beside it that name parts of what it cites."""
    evidence = unless_named_by_unlinked(resettled(evidence, old, new, editions), old, new, editions)
    if evidence.type != "reference" or evidence.effect not in ("tightened", "relaxed"):
        return evidence
    if _is_excepted_for_neighbour(evidence, old, new, editions):
        return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=EXCEPTED_FOR)
    if evidence.note.startswith(PARTS_NAMED):
        return _with_other_parts(evidence, new, evidence.old, editions)
    if evidence.note.startswith(MORE_NAMED):
        return _with_other_parts(evidence, old, evidence.new, editions.swapped)
    return evidence


def _is_excepted_for_neighbour(evidence: Evidence, old: Node, new: Node, editions: Editions) -> bool:
    """Whether an item of a list excepts what items beside it speak of that are new, or no longer what those speak of
    that went.

    Whatever else these say, part of what is excepted is theirs: "lids for 1A001 (except 1A001.c)" beside "spouts for
    1A001.c".
    """
    if bool(evidence.old) == bool(evidence.new) or not evidence.note.endswith(IN_EXCLUSION):
        return False
    if evidence.old:
        old, new, editions = new, old, editions.swapped
    if new.kind != "item" or editions.new.parent_item(new) is None:
        return False
    codes = (evidence.new or evidence.old).split(", ")
    cited_beside = {
        code
        for near in editions.new.items_below(new.parent)
        if near.refs and near.id != new.id and _is_new(near, editions)
        for code in near.refs
    }
    return any(is_same_or_below(one, code) for one in cited_beside for code in codes)


def _is_new(item: Node, editions: Editions) -> bool:
    before = editions.old.by_id.get(editions.origin.get(item.id, ""))
    return before is None or before.status != "active"


def _with_other_parts(evidence: Evidence, item: Node, whole: str, editions: Editions) -> Evidence:
    """The evidence of an item that names parts of a `whole`: new items beside it may say the same of the others."""
    said = _without_references(item.text)
    beside = [
        near
        for near in editions.new.items_below(item.parent)
        if near.id not in editions.origin and near.refs and _without_references(near.text) == said
    ]
    named = {code for near in (item, *beside) for _, _, code in cited(plain(near.text), within=near.code)}
    parts = {
        one.code for code in whole.split(", ") if (node := editions.new.by_code.get(code))
        for one in editions.new.items_below(node.id)
    }  # fmt: skip
    if not any(_is_of(one, parts) for near in beside for _, _, one in cited(plain(near.text), within=near.code)):
        return evidence
    if parts and all(any(is_same_or_below(part, code) for code in named) for part in parts):
        return Evidence("reference", "none", old=evidence.old, new=evidence.new, note=ALL_PARTS)
    return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=SOME_PARTS)


def named_by_whole(node: Node, origin: Node, editions: Editions) -> Node | None:
    """The old item of a list that said of a whole what a new one there says of its parts, in the same words.

    Parts that came later were not named by the whole.
    """
    cited_items = [editions.new.by_code.get(code) for code in node.refs]
    are_old = bool(cited_items) and not any(item is not None and _is_new(item, editions) for item in cited_items)
    beside = [near for near in editions.old.items_below(origin.id) if near.refs] if are_old else []
    said = _without_references(node.text) if beside else ""
    for near in beside:
        are_parts = all(any(is_same_or_below(code, whole) for whole in near.refs) for code in node.refs)
        if are_parts and set(node.refs) != set(near.refs) and _without_references(near.text) == said:
            return near
    return None


def _is_of(code: str, parts: Set[str]) -> bool:
    return any(is_same_or_below(code, part) or is_same_or_below(part, code) for part in parts)


def _without_references(text: str) -> str:
    """The words of an item with one mark for each run of references, without the joint at its end."""
    text = plain(text)
    for start, stop, _ in reversed(cited(text)):
        text = f"{text[:start]}§{text[stop:]}"
    return _END.sub("", _RUN.sub("§", text)).lower()


_RUN = pattern(r"§(?:(?:\s*,)?\s*(?:\b(?:and|or|und|oder)\b)?\s*§)+", re.IGNORECASE)
_END = pattern(r"[\s.;,]*(?:\b(?:and|or|und|oder)\b)?[\s.;,]*$", re.IGNORECASE)
