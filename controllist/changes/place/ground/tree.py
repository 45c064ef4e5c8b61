"""An edition's nodes by place: who stands under whom, and what a list's lead-in makes of the items below it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property, lru_cache
from itertools import count
from typing import Literal

from controllist.changes.language.phrases.taken_out import takes_out
from controllist.changes.language.text.clauses import Polarity, way_of_list
from controllist.changes.language.text.meaning import lists_of
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.term_uses import TermUses
from controllist.codes import entry_of
from controllist.memory import Kept
from controllist.model import Node
from controllist.patterns import pattern
from controllist.wording import conjunction

Logic = Literal["any", "all", "list", "unknown"]
"""How the items under a lead-in count: each is enough, all are needed, each is controlled, not to be said."""

_NEEDS = pattern(r"\b(?:having|meeting|with|perform\w*|possessing|and|fulfil\w*|satisf\w*)\W*$", re.IGNORECASE)
_ASKS = pattern(r"\b(?:having|meeting|with|which|that)\s*:\s*$", re.IGNORECASE)
"""How a clause ends that asks for what stands below it, without a word for the list."""
_ANDS = frozenset(("and", "und", "et"))
_CONDITION = pattern(
    r"\W*(?:having|with|in|at|when|not|being|which|that|capable|specially\s+designed|designed|modified|rated|specified"
    r"|controlled|made|manufactured|operating|incorporating|containing|employing|using)\b",
    re.IGNORECASE,
)
"""How an item begins that names no goods, but asks something of those of its heading."""
_GERMAN_ANY = pattern(
    r"mit\s+einer\s+(?:oder\s+mehreren\s+)?der\s+folgenden|eine[rs]?\s+der\s+folgenden", re.IGNORECASE
)
_GERMAN_ALL = pattern(r"mit\s+alle[nr]\s+folgenden|alle\s+(?:der\s+)?folgenden", re.IGNORECASE)

_OPENING = 12
"""Signs by which an item is looked up before its words are compared."""


class Tree:
    """The nodes of one edition."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes = tuple(nodes)
        self._codes_of_entries: dict[str, Set[str]] = {}
        self._ways: dict[str, Polarity] = {}
        self._logics: dict[tuple[str, str], Logic] = {}

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Each node by its id."""
        return dict(zip([node.id for node in self.nodes], self.nodes, strict=True))

    @cached_property
    def order(self) -> dict[str, int]:
        """The number of each node in the order of the edition, by its id."""
        return dict(zip(self.by_id, count(), strict=False))

    @cached_property
    def has_texts(self) -> bool:
        """Whether the words of the edition are at hand."""
        return any(node.text for node in self.nodes)

    @cached_property
    def by_code(self) -> dict[str, Node]:
        """Items and headings by their canonical code."""
        return {code: node for node in self.nodes if (code := node.code)}

    @cached_property
    def others(self) -> tuple[Node, ...]:
        """The nodes that are no items: headings, notes, definitions and statements."""
        return tuple([node for node in self.nodes if node.kind != "item"])

    @cached_property
    def below(self) -> dict[str, list[Node]]:
        """The nodes that stand directly under each."""
        found: defaultdict[str, list[Node]] = defaultdict(list)
        for node in self.nodes:
            found[node.parent].append(node)
        return dict(found)

    def active_codes(self, entry: str) -> Set[str]:
        """The codes in force in an entry."""
        known = self._codes_of_entries.get(entry)
        if known is None:
            top = self.by_code.get(entry)
            items = [top] if top is not None and top.kind == "item" else []
            for item in items:
                items += [node for node in self.below.get(item.id, ()) if node.kind == "item"]
            known = self._codes_of_entries[entry] = {item.code for item in items if item.status == "active"}
        return known

    @cached_property
    def definitions(self) -> dict[str, Node]:
        """The definitions by their label in small letters."""
        return {node.label.lower(): node for node in self.others if node.kind == "definition"}

    @cached_property
    def technical_notes(self) -> dict[str, list[Node]]:
        """The technical notes of each entry, those of its items included."""
        found: dict[str, list[Node]] = {}
        for node in self.others:
            if node.kind == "technical-note":
                found.setdefault(entry_of(node.parent), []).append(node)
        return found

    def items_beginning(self, text: str) -> Sequence[Node]:
        """The items that begin with the same few signs as a text."""
        return self._by_opening.get(text[:_OPENING], ())

    @cached_property
    def _by_opening(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            if node.kind == "item":
                found.setdefault(node.text[:_OPENING], []).append(node)
        return found

    @cached_property
    def citing(self) -> dict[str, list[Node]]:
        """The items that cite each code."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            if node.refs and node.kind == "item":
                for code in node.refs:
                    found.setdefault(code, []).append(node)
        return found

    @cached_property
    def marks(self) -> TermUses:
        """The nodes that mark each term."""
        nodes = [node for node in self.nodes if node.terms]
        return TermUses(nodes, [node.terms for node in nodes])

    @cached_property
    def users_of_substances(self) -> dict[str, list[Node]]:
        """The items in force that name each substance by its CAS number."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            if node.cas and node.kind == "item" and node.status == "active":
                for number in node.cas:
                    found.setdefault(number, []).append(node)
        return found

    def items_below(self, ident: str) -> Sequence[Node]:
        """The items in force that stand directly under a node."""
        below = self.below.get(ident)
        return [node for node in below if node.kind == "item" and node.status == "active"] if below else ()

    def whole(self, item: Node) -> Iterator[Node]:
        """An item and all items in force below it, in the order of the list."""
        yield item
        for below in self.items_below(item.id):
            yield from self.whole(below)

    def all_below(self, ident: str) -> Iterator[Node]:
        """A node and all nodes below it, notes included."""
        top = self.by_id.get(ident)
        waiting = [top] if top is not None else []
        while waiting:
            node = waiting.pop()
            yield node
            waiting += self.below.get(node.id, ())

    def is_list(self, ident: str) -> bool:
        """Whether items, in force or empty, stand directly under a node."""
        return any(node.kind == "item" for node in self.below.get(ident, ()))

    def parent_item(self, node: Node) -> Node | None:
        """The item that a node stands under, None for an entry."""
        parent = self.by_id.get(node.parent)
        return parent if parent is not None and parent.kind == "item" else None

    def items_above(self, node: Node) -> Iterator[Node]:
        """The items that a node stands under, the nearest first."""
        above = self.parent_item(node)
        while above is not None:
            yield above
            above = self.parent_item(above)

    def is_active(self, code: str) -> bool:
        """Whether a code is an item in force, or a heading."""
        node = self.by_code.get(code)
        return node is not None and node.status == "active"

    def is_given_up(self, code: str) -> bool:
        """Whether a code is a number kept empty: to name it names nothing."""
        node = self.by_code.get(code)
        return node is not None and node.status == "reserved"

    def way(self, node: Node) -> Polarity:
        """Whether a node stands in a list of what is controlled (1) or of what is left out (-1)."""
        above = self.parent_item(node)
        return self.way_below(above) if above is not None else 1

    def way_below(self, node: Node) -> Polarity:
        """The same of the items that stand directly under a node."""
        known = self._ways.get(node.id)
        if known is None:
            own, above = self.way_of_lead(node), self.way(node)
            known = self._ways[node.id] = 0 if not own or not above else 1 if own == above else -1
        return known

    def way_of_lead(self, node: Node) -> Polarity:
        """Which way the items under a node count by its own words alone."""
        lead = plain(node.text)
        if found := lists_of(lead):
            return way_of_list(lead, found[-1].start)
        return way_of_list(lead, len(lead)) if lead.endswith(":") or takes_out(lead) else 1

    def logic(self, node: Node) -> Logic:
        """What the lead-in of a node makes of the items below it, with the conjunctions they end in."""
        known = self._logics.get((node.id, node.text))
        if known is None:
            items = self.items_below(node.id)
            joins = frozenset([conjunction(item.text) for item in items]) - {""}
            asks = bool(joins & _ANDS) and all(_CONDITION.match(item.text) for item in items)
            known = _logic(plain(node.text), joins, self.parent_item(node) is None or len(items) >= _MANY, asks)
            self._logics[node.id, node.text] = known
        return known


tree_of = Kept(Tree)
"""The tree of an edition, kept as the edition is compared with the one before it and then with the one behind it."""


_MANY = 3
"""Items under a lead-in that are a mere list where nothing says that all of them are needed."""


@lru_cache(maxsize=16384)
def _logic(text: str, joins: frozenset[str], is_series: bool, are_conditions: bool) -> Logic:
    """What a lead-in makes of items that end in these conjunctions; a series is an entry's, or long, and conditions
    say nothing but what is asked of goods."""
    found = lists_of(text)
    if _GERMAN_ALL.search(text):
        return "all"
    if _GERMAN_ANY.search(text):
        return "any"
    if found and found[-1].key in ("any", "all"):
        return "any" if found[-1].key == "any" else "all"
    if found and text[found[-1].start : found[-1].end].lower().endswith(("as follows", "wie folgt")):
        return "list"
    if joins & {"or", "and/or", "oder", "und/oder", "ou"} and not joins & _ANDS:
        return "any"
    if joins & _ANDS:
        needs = bool(found) and bool(re.match(r"(?:having|meeting|with)", text[found[-1].start :], re.IGNORECASE))
        asks = _NEEDS.search(text[: found[-1].start]) if found else _ASKS.search(text)
        return "all" if needs or asks or (are_conditions and not found) else "unknown"
    return "list" if is_series and (found or not _NEEDS.search(text)) else "unknown"
