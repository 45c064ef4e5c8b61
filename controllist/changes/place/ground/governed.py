"""What a changed definition, note or technical note reaches: the items that it governs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from controllist.changes.language.text.plain import label_keys, plain, term_key
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence, EvidenceType, cause_name, cause_note, combined
from controllist.codes import entry_of
from controllist.figures.terms import local_terms
from controllist.model import Kind, Node


class Cause(NamedTuple):
    """A definition or note that came, went or changed what it says, and which way."""

    old: Node | None
    new: Node | None
    effect: Effect
    codes: frozenset[str] | None = None
    """The codes that it names more or less than before, where nothing else in it changed."""

    @property
    def node(self) -> Node:
        """The cause where it stands now, or where it stood."""
        found = self.new or self.old
        assert found is not None
        return found


_GOVERNING = ("definition", "note", "technical-note")


def causes_of(pairs: Iterable[tuple[Node | None, Node | None, list[Evidence]]]) -> list[Cause]:
    """The definitions and notes whose change reaches other nodes."""
    found = []
    for old, new, evidence in pairs:
        node = new if new is not None else old
        if not evidence or node is None or node.kind not in _GOVERNING:
            continue
        effect = combined(one.effect for one in evidence)
        if effect != "none":
            found.append(Cause(old, new, effect, _codes_changed(old, new, evidence)))
    return found


def _codes_changed(old: Node | None, new: Node | None, evidence: Iterable[Evidence]) -> frozenset[str] | None:
    """The codes that a note names more or less, where that is all that changed in it; else None."""
    if old is None or new is None or any(one.type != "reference" for one in evidence if one.effect != "none"):
        return None
    return frozenset(set(old.refs) ^ set(new.refs)) or None


def governed_by(causes: Iterable[Cause], editions: Editions) -> dict[str, list[Evidence]]:
    """The evidence that each item of the new edition has from causes elsewhere, by the item's id."""
    found: dict[str, list[Evidence]] = {}
    for cause in causes:
        reach: dict[str, bool] = {}
        for node, tree, partner in ((cause.old, editions.old, editions.partner), (cause.new, editions.new, None)):
            for item, direct in reached(node, tree, cause.codes) if node else ():
                ident = partner.get(item.id, "") if partner is not None else item.id
                reach[ident] = reach.get(ident, True) and direct
        for ident, direct in reach.items():
            found.setdefault(ident, []).append(_carried(cause, direct=direct))
    return found


def _carried(cause: Cause, *, direct: bool) -> Evidence:
    """The evidence that an item has from a cause: its direction only where that is sure to be the item's too."""
    node = cause.node
    name = cause_name(node.kind, node.label, node.id)
    effect: Effect = cause.effect if direct and node.kind == "note" else "unclear"
    kind: EvidenceType = "definition" if node.kind == "definition" else "note"
    return Evidence(kind, effect, note=cause_note(name, was=cause.old is not None, now=cause.new is not None))


def reached(node: Node, tree: Tree, codes: frozenset[str] | None = None) -> Iterator[tuple[Node, bool]]:
    """The items that a definition or note governs, and whether it qualifies the item itself.

    Where `codes` are given, a note reaches these items alone, with all below.

    A definition governs what uses its term. A technical note that explains
    terms of its entry governs the items of that entry that use them; any other note governs the items it names
    within its entry, or else what it stands under, with all below.
    """
    if node.kind == "definition":
        yield from ((item, False) for item in _users(label_keys(node.label), tree))
        return
    parent = tree.by_id.get(node.parent)
    if parent is None:
        return
    if node.kind == "technical-note" and (explained := {term_key(term) for term in local_terms(plain(node.text))}):
        scope = tree.by_code.get(entry_of(parent.code), parent)
        yield from ((item, False) for item in _below(scope, tree) if item.terms and _uses_one(item, explained))
        return
    named = [tree.by_code[code] for code in codes or node.refs if _same_entry(code, parent) and code in tree.by_code]
    roots = named or ([] if codes else [parent])
    own = {root.id for root in roots}
    seen: set[str] = set()
    for root in roots:
        for item in _below(root, tree):
            if item.id not in seen:
                seen.add(item.id)
                yield item, item.id in own


def _same_entry(code: str, parent: Node) -> bool:
    return not parent.code or parent.kind != "item" or entry_of(code) == entry_of(parent.code)


def _below(root: Node, tree: Tree) -> Iterator[Node]:
    """A node and what stands below it: items in force."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if _is_item(node):
            yield node
        if below := tree.below.get(node.id):
            waiting += [one for one in reversed(below) if one.kind in _LEADING]


_LEADING = frozenset[Kind]({"item", "category", "group"})
"""Kinds below which items stand."""


def _uses_one(node: Node, terms: Set[str]) -> bool:
    """Whether a node uses one of some terms."""
    return any(term_key(term.strip("'")) in terms for term in node.terms)


def _users(names: Iterable[str], tree: Tree) -> list[Node]:
    """The items that use a term."""
    found = {node.id: node for name in names for node in tree.marks.of(name) if _is_item(node)}
    return list(found.values())


def _is_item(node: Node) -> bool:
    return node.kind == "item" and node.status == "active"
