"""Two editions and what stands where: the ground on which pairs of their nodes are judged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Any

from controllist.changes.place.ground.lineages import keeps_its_items
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import group_and_subject
from controllist.model import Node
from controllist.patterns import pattern

LIMITS = pattern(
    r"\b(?:(?:appl(?:y|ies)|controls?)\s+only|only\s+(?:appl(?:y|ies)|controls?)|(?:gilt|gelten|erfass(?:t|en))\s+nur)\b",
    re.IGNORECASE,
)
"""How a note says that an item holds some of its goods only."""

LETS_GO = pattern(
    r"\b(?:exclud(?:es?|ed)|exempt\w*|decontrol\w*|released?|shall\s+not|not\s+(?:controlled|subject|applicable|required))\b",
    re.IGNORECASE,
)
"""Words in which a note may say that goods are not controlled: what it excepts may then be controlled."""

INCLUDES = pattern(r"\b(?:includes|umfasst|umfassen|schließ(?:t|en))\b", re.IGNORECASE)
"""How a note says what an item holds."""

Pairs = Sequence[tuple[Node | None, Node | None]]
"""Nodes of the old and of the new edition; None where one stands in one edition alone."""


class Editions:
    """Two editions and what stands where: the ground on which pairs of their nodes are judged.

    `partner` gives the new node's id of each old one that has been paired. Who knows already which pairs differ says so
    in `differing`, which spares a look at all the others; and who knows the old node's id of each new one, in `origin`.
    """

    def __init__(
        self, old: Tree, new: Tree, partner: Mapping[str, str], differing: Pairs | None = None,
        origin: Mapping[str, str] | None = None,
    ) -> None:
        self.old, self.new = old, new
        if differing is not None:
            self.differing = differing
        self.partner = dict(partner)
        turned = zip(self.partner.values(), self.partner.keys(), strict=True)
        self.origin = dict(turned if origin is None else origin)
        self.come: dict[str, Evidence] = {}
        """The evidence of new nodes, by id, that has been found already: what stands below them has it, too."""
        self.gone_by_word: dict[str, list[int]] = {}
        """Where among `gone` each word stands, once it was asked for."""

        self.compared: dict[tuple[str, str], Any] = {}
        """What was found of clauses that became lists, by the ids of the clause and of the heading."""

        self.held_before: dict[str, Node | None] = {}
        """The old items that held what new ones name until they excepted it, by the new ones' ids, once asked for."""

        self.said_by_lists: dict[str, frozenset[str]] = {}
        """The beginnings of the words that old lists say, by the ids of their headings, once they were asked for."""

        self.weighed: set[str] = set()
        """The ids of old notes that are being compared for the sake of a term that they explain."""

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The code in the new edition of each code of the old one that has been paired. Most are the same."""
        there = self.old.by_code
        found = dict(zip(there, there, strict=True))
        for old, new in self.differing:
            if old is None or (last := there.get(old.code)) is None or last.id != old.id:
                continue
            if new is None:
                del found[old.code]
            else:
                found[old.code] = new.code
        return found

    @cached_property
    def came_from(self) -> dict[str, str]:
        """The code in the old edition of each code of the new one that has been paired."""
        return dict(zip(self.renamed.values(), self.renamed.keys(), strict=True))

    @cached_property
    def reassigned(self) -> frozenset[str]:
        """The codes that name another item in the new edition, where one of the two items has no counterpart.

        A number that takes in the item that bore it, or that is borne by what stood below it, names no other item.
        """
        renamed = self.renamed
        named = {old.code for old, _ in self.differing if old is not None and _is_in_force(old)}
        kept = {code for code in named if renamed.get(code) != code and self.new.is_active(code)}
        come = {self.new.by_code[code].id for code in kept} - self.origin.keys()
        return frozenset(
            code
            for code in kept
            if (code not in renamed or self.new.by_code[code].id in come)
            and not keeps_its_items(code, renamed, self.came_from)
        )

    @cached_property
    def differing(self) -> Pairs:
        """The nodes without a counterpart, and the pairs that differ in words or place or are not both in force; maybe
        more."""
        olds, news = self.old.by_id, self.new.by_id
        pairs: list[tuple[Node | None, Node | None]] = [
            (old, new)
            for old, new in ((olds[here], news[there]) for here, there in self.partner.items())
            if old.text != new.text
            or not old.status == new.status == "active"
            or (old.code, old.parent) != (new.code, new.parent)
        ]
        pairs += [(node, None) for node in self.old.nodes if node.id not in self.partner]
        return tuple(pairs + [(None, node) for node in self.new.nodes if node.id not in self.origin])

    @cached_property
    def unpaired(self) -> frozenset[str]:
        """The ids of the old nodes that have no counterpart."""
        return frozenset([old.id for old, new in self.differing if old is not None and new is None])

    @cached_property
    def gone(self) -> tuple[Node, ...]:
        """The items in force of the old edition that have no counterpart in force in the new one."""
        left = {
            old.id
            for old, new in self.differing
            if old is not None and _is_in_force(old) and (new is None or new.status != "active")
        }
        return tuple(compress(self.old.nodes, map(left.__contains__, self.old.by_id))) if left else ()

    @cached_property
    def lists_gone(self) -> tuple[Node, ...]:
        """The items of `gone` that head a list."""
        return tuple([item for item in self.gone if self.old.is_list(item.id)])

    @cached_property
    def reworded(self) -> tuple[tuple[Node, Node], ...]:
        """The items in force of both editions, old and new, whose words differ."""
        return tuple([
            (old, new) for old, new in self.differing
            if old is not None and new is not None and old.text != new.text and _is_in_force(old) and _is_in_force(new)
        ])  # fmt: skip

    @cached_property
    def reworded_of(self) -> Mapping[tuple[str, str], Sequence[tuple[Node, Node]]]:
        """Those of `reworded` by the product group and subject of the old item."""
        found: dict[tuple[str, str], list[tuple[Node, Node]]] = {}
        for old, new in self.reworded:
            found.setdefault(group_and_subject(old.code), []).append((old, new))
        return found

    @cached_property
    def citing_more(self) -> tuple[tuple[Node, Node, frozenset[str]], ...]:
        """Those of `reworded` that cite more codes than they did, and these codes."""
        more = [(old, new, frozenset(new.refs).difference(old.refs)) for old, new in self.reworded]
        return tuple([one for one in more if one[2]])

    @cached_property
    def limits_gone(self) -> tuple[Node, ...]:
        """The notes of the old edition that limit items to some goods and have no counterpart."""
        notes = [node for ident in self.unpaired if (node := self.old.by_id[ident]).kind == "note"]
        return tuple([node for node in notes if LIMITS.search(node.text)])

    @cached_property
    def pointers_gone(self) -> tuple[Node, ...]:
        """The nota benes of the old edition that have no counterpart and name where to look."""
        return tuple([old for old, new in self.differing if old is not None and new is None and _is_pointer(old)])

    @cached_property
    def pointers_come(self) -> tuple[Node, ...]:
        """The nota benes of the new edition that have no counterpart and name where to look."""
        return tuple([new for old, new in self.differing if new is not None and old is None and _is_pointer(new)])

    @cached_property
    def inclusions_left(self) -> Pairs:
        """The notes of the old edition that say what an item includes, with their counterparts, where these differ."""
        return tuple([
            (old, new) for old, new in self.differing
            if old is not None and old.kind == "note" and INCLUDES.search(old.text) and not old.excludes
        ])  # fmt: skip

    @cached_property
    def statements_gone(self) -> tuple[Node, ...]:
        """The statements of the old edition that have no counterpart."""
        return tuple([node for node in self.old.others if node.kind == "statement" and node.id in self.unpaired])

    @cached_property
    def swapped(self) -> Editions:
        """The same two editions read backwards."""
        differing = tuple([(new, old) for old, new in self.differing])
        swapped = Editions(self.new, self.old, self.origin, differing, self.partner)
        swapped.renamed, swapped.came_from = self.came_from, self.renamed
        return swapped


def _is_pointer(node: Node) -> bool:
    return node.kind == "nota-bene" and bool(node.refs)


def _is_in_force(node: Node) -> bool:
    return node.kind == "item" and node.status == "active"
