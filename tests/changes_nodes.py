"""Nodes made from invented clauses, for the tests of changes."""

from __future__ import annotations

from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence, opposite
from controllist.figures import excludes, figures_of
from controllist.model import Kind, Node, Status

EXCLUDES = ("does not apply", "do not apply", "does not control", "erfasst nicht")


def item(code: str, text: str, *, status: Status = "active") -> Node:
    """An item whose parent is the code above it."""
    return _node(code, "item", code, code.rpartition(".")[0], text, status)


def note(ident: str, text: str, *, kind: Kind = "note", label: str = "") -> Node:
    """A note (or technical note, definition, …) under the item that its id begins with."""
    return _node(ident, kind, "", ident.rpartition("/")[0], text, "active", label)


def _node(ident: str, kind: Kind, code: str, parent: str, text: str, status: Status, label: str = "") -> Node:
    found = figures_of(text, within=code or parent)
    return Node(
        id=ident,
        kind=kind,
        code=code,
        cite=code,
        label=label,
        parent=parent,
        status=status,
        where="",
        text=text,
        thresholds=found.thresholds,
        refs=found.refs,
        terms=found.terms,
        cas=found.cas,
        excludes=excludes(text, EXCLUDES) if kind == "note" else False,
    )


def editions(old: list[Node], new: list[Node]) -> Editions:
    """Two editions whose nodes of one id are one."""
    ids = {node.id for node in new}
    return Editions(Tree(old), Tree(new), {node.id: node.id for node in old if node.id in ids})


def evidence(old: list[Node], new: list[Node], ident: str) -> list[Evidence]:
    """The evidence of the node of one id in two editions."""
    ground = editions(old, new)
    return evidence_of(ground.old.by_id.get(ident), ground.new.by_id.get(ident), ground)


def effect(old: list[Node], new: list[Node], ident: str) -> Effect:
    """The effect of the node of one id; read backwards it must be the opposite."""
    there = effect_of(evidence(old, new, ident))
    assert effect_of(evidence(new, old, ident)) == opposite(there)
    return there


def reworded(before: str, after: str) -> Effect:
    """The effect of one entry's change of words."""
    return effect([item("1A001", before)], [item("1A001", after)], "1A001")
