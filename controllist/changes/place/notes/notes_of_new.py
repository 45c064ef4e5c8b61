"""Notes that came together with what they speak of: they never said anything of what was controlled before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.records import Effect, Evidence
from controllist.codes import entry_of
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern

WITH_PARENT = "stands and falls with what it stands under"
WITH_NAMED = "names items alone that stand and fall with it"
OF_ENTRY = "speaks of the whole entry"
_THIS_ENTRY = pattern(
    r"\bthis\s+(?:ECCN|entry)\s+(?:\d\w+\s+)?(?:(?:do|does|also|only)\s+){0,2}(?:not\s+)?(?:control|appl|includ)",
    re.IGNORECASE,
)
Come = Callable[[Node, Editions], Evidence]


def with_its_items(evidence: Evidence, note: Node, editions: Editions, come: Come) -> Evidence:
    """The evidence of a new note: what it says of an item that is new with it was never said of anything else.

    `come` gives the evidence of a node that is new.
    """
    if evidence.effect == "none" or note.kind == "definition":
        return evidence
    parent = editions.new.by_id.get(note.parent)
    is_empty = parent is not None and parent.status != "active" and parent.id not in note.refs
    if parent is not None and parent.kind in ("item", "definition") and not is_empty and _is_new(parent, editions):
        if _speaks_of_entry(note, editions):
            return Evidence(evidence.type, "unclear", new=entry_of(parent.code), note=OF_ENTRY)
        above = come(parent, editions).effect
        takes_of_known = above == "none" and evidence.type == "exclusion"
        effect: Effect = "unclear" if above == "unclear" or takes_of_known else "none"
        return Evidence(evidence.type, effect, new=parent.code, note=WITH_PARENT)
    if evidence.type != "exclusion" or not (named := _taken_out(note, editions)):
        return evidence
    is_sure = all(_is_all_new(item, editions) and come(item, editions).effect == "tightened" for item in named)
    return Evidence("exclusion", "none" if is_sure else "unclear", new=named[0].code, note=WITH_NAMED)


def _speaks_of_entry(note: Node, editions: Editions) -> bool:
    """Whether a note under an item of an entry that was there says what the whole entry holds, and names no item."""
    entry = editions.new.by_code.get(entry_of(note.parent))
    return (
        entry is not None
        and entry.id != note.parent
        and note.parent not in note.refs
        and not _is_new(entry, editions)
        and _THIS_ENTRY.search(plain(note.text)) is not None
    )


def _is_new(node: Node, editions: Editions) -> bool:
    before = editions.old.by_id.get(editions.origin.get(node.id, ""))
    return before is None or before.status != "active"


def _is_all_new(item: Node, editions: Editions) -> bool:
    return not any(below.id in editions.origin for below in editions.new.items_below(item.id))


_GOODS = 8
"""Words between the verb of an exclusion and the items that it names, which say no more than what kind of goods."""
_OTHER_GOODS = pattern(r"[,;:]|\b(?:and|or|und|oder)\b")
_JOINTS = pattern(r"(?:[\s,;.:()]|\b(?:and|or|to|und|oder|bis)\b)*")


def _taken_out(note: Node, editions: Editions) -> Sequence[Node]:
    """The items that a note takes out, if it takes out nothing else and all of them are new."""
    if len(note.refs) < 2:
        return ()
    text = plain(note.text)
    found = [one for one in cited(text, within=note.parent) if polarity(text, one[0]) < 0]
    items = [editions.new.by_code.get(code) for _, _, code in found]
    named = [item for item in items if item is not None and item.kind == "item" and item.status == "active"]
    if not named or len(named) < len(found) or not all(_is_new(item, editions) for item in named):
        return ()
    before = text[: found[0][0]].rpartition(" not ")[2]
    starts = [*[start for start, _, _ in found[1:]], len(text)]
    between = [text[one[1] : start] for one, start in zip(found, starts, strict=True)]
    is_bare = len(before.split()) <= _GOODS and not _OTHER_GOODS.search(before)
    return named if is_bare and all(map(_JOINTS.fullmatch, between)) else ()
