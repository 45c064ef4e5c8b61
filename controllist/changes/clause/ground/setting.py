"""What surrounds two clauses that are compared, and how evidence counts in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from controllist.changes.clause.ground.pointers import Lineage
from controllist.changes.language.text.clauses import Polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.explained import Alike
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence, opposite, turned_note
from controllist.model import Node


class Setting(NamedTuple):
    """What surrounds the two clauses: both editions, what became of each code, and the way the clauses count."""

    trees: tuple[Tree, Tree]
    lineage: Lineage
    way: Polarity
    within: tuple[str, str]
    partner: Mapping[str, str]
    """The new node's id of each old one that has been paired."""
    origin: Mapping[str, str]
    """The reverse."""
    alike: Alike
    """Whether two paired nodes say the same."""
    until_doubt: bool = False
    """Whether evidence is of use only if none of it is in doubt: then the rest is not looked for."""


def setting_of(
    editions: Editions, way: Polarity, within: tuple[str, str], alike: Alike | None = None, *, until_doubt: bool = False
) -> Setting:
    """What surrounds two clauses of two editions; notes are `alike` that have the same words, unless told otherwise."""
    lineage = Lineage(editions.renamed, editions.came_from)
    links = editions.partner, editions.origin
    return Setting((editions.old, editions.new), lineage, way, within, *links, alike or _same_words, until_doubt)


def _same_words(old: Node, new: Node) -> bool:
    return plain(old.text) == plain(new.text)


def turned(evidence: Evidence, way: Polarity) -> Evidence:
    """The evidence as it is where its place counts so: backwards in what is left out, not certain for 0."""
    if way == 1 or evidence.effect == "none":
        return evidence
    effect = "unclear" if way == 0 else opposite(evidence.effect)
    changed: dict[str, str] = {"effect": effect}
    if evidence.note != turned_note(evidence.note):
        changed["note"] = turned_note(evidence.note) if way < 0 else ""
    if way < 0 and effect != evidence.effect:
        changed["note"] = _in_exclusion(evidence.note)
    fields = {name: getattr(evidence, name) for name in evidence.__struct_fields__}
    return Evidence(**{**fields, **changed})


def _in_exclusion(note: str) -> str:
    """A note with the word that what it tells of is left out; what is left out of what is left out counts up again."""
    if note.endswith(IN_EXCLUSION):
        return f"{note} of an exclusion"
    return f"{note}; {IN_EXCLUSION}" if note else IN_EXCLUSION


IN_EXCLUSION = "in an exclusion"
