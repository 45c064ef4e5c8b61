"""An edition whose nodes are known by lineage, and its nodes as the regime would number them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import cached_property

import msgspec

from controllist.changes.language.text.quantities import measure
from controllist.codes import entry_of
from controllist.history.store import History
from controllist.mirrors.rules import REGIME, MirrorRules, origin_of, owners, regime_code
from controllist.mirrors.spelling import in_common
from controllist.model import Edition, Node, Threshold


class Traced(msgspec.Struct, frozen=True, dict=True):
    """An edition, the lineage of each of its nodes and the digest of its text, by id; `language` is its tongue."""

    edition: Edition
    lineages: Mapping[str, str]
    digests: Mapping[str, str]
    language: str

    @property
    def date(self) -> str:
        """The edition's date."""
        return self.edition.info.edition

    @property
    def in_force(self) -> str:
        """The day its text took force, as far as known; else its date."""
        return self.edition.info.in_force or self.edition.info.edition

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Each node by its id."""
        return {node.id: node for node in self.edition.nodes}

    @cached_property
    def by_lineage(self) -> dict[str, Node]:
        """Each node by its lineage."""
        return {self.lineages[node.id]: node for node in self.edition.nodes}

    @cached_property
    def owner(self) -> dict[str, str]:
        """The code of the item or heading that each node stands in, by the node's id."""
        nodes = self.edition.nodes
        return owners({node.id: node.parent for node in nodes}, {node.id: node.code for node in nodes})

    @cached_property
    def children(self) -> dict[str, list[Node]]:
        """The nodes directly under each, by id."""
        found: dict[str, list[Node]] = {}
        for node in self.edition.nodes:
            found.setdefault(node.parent, []).append(node)
        return found

    @cached_property
    def items(self) -> list[Node]:
        """The items in force, in document order."""
        return [node for node in self.edition.nodes if node.kind == "item" and node.status == "active"]

    @cached_property
    def items_by_entry(self) -> dict[str, list[Node]]:
        """The items in force whose number does not say that nothing stands under it, by their entry's code."""
        found: dict[str, list[Node]] = {}
        for node in self.items:
            if not is_empty(node):
                found.setdefault(entry_of(node.code), []).append(node)
        return found

    def stating_limits(self, entry: str) -> list[Node]:
        """The items of an entry that state limits, reserved ones included."""
        return self._stating_limits.get(entry, [])

    @cached_property
    def _stating_limits(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in self.edition.nodes:
            if node.kind == "item" and node.thresholds:
                found.setdefault(entry_of(node.code), []).append(node)
        return found

    @cached_property
    def texts_by_entry(self) -> dict[str, list[str]]:
        """What the nodes of each entry say, and the statements beside them, by the entry's code."""
        found: dict[str, list[str]] = {}
        for node in self.edition.nodes:
            texts = (text for text in (node.text, *(each.text for each in node.annotations)) if text)
            found.setdefault(entry_of(self.owner[node.id]), []).extend(texts)
        return found

    @cached_property
    def texts_of_items(self) -> frozenset[str]:
        """The digests of the texts of the items in force."""
        return frozenset(digest for node in self.items if (digest := self.digests.get(node.id, "")))

    @cached_property
    def limits_of_items(self) -> frozenset[object]:
        """The codes of the items in force, and their limits on one scale with the codes."""
        return frozenset(what for node in self.items for what in _limits_at(node.code, node))

    def lacks_words(self, ident: str) -> bool:
        """Whether a node has words that are not at hand: this machine has its facts alone."""
        node = self.by_id.get(ident)
        return node is not None and not node.text and bool(self.digests.get(ident))

    def items_below(self, ident: str) -> list[Node]:
        """The items in force directly under a node."""
        return self._items_under.get(ident, [])

    @cached_property
    def _items_under(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in self.items:
            found.setdefault(node.parent, []).append(node)
        return found


def differently_made(one: Traced, other: Traced) -> bool:
    """Whether one of two editions is the publisher's and the other was put together again: where they differ, it may be
    that the other lacked what the law said all the time."""
    return ({one.edition.info.provenance} ^ {other.edition.info.provenance}) >= {"reconstructed"}


def traced(edition: Edition, history: History, language: str) -> Traced:
    """An edition with what its list's history knows of its nodes."""
    facts = history.facts(edition.info.edition)
    names = history.lineages.names(edition.info.edition, [node.id for node in edition.nodes])
    return Traced(edition, names, {ident: each.digest for ident, each in facts.items()}, language)


_NONE = re.compile(r"(?:.*[-–—:.;,]\s*)?none\.?", re.IGNORECASE)


def is_empty(node: Node) -> bool:
    """Whether an item's number says that nothing stands under it: `Rockets - None`."""
    said = node.text.strip()
    is_told = node.kind == "item" and said[-5:].lower().endswith(("none", "none."))
    return is_told and _NONE.fullmatch(said) is not None


_HEAD = re.compile(r"[^./~#]+")
_NUMBER = re.compile(r"\d+")


def as_regime(
    mirror: Traced, rules: MirrorRules, *, same_language: bool, on_one_scale: bool = True, only: Set[str] | None = None
) -> tuple[list[Node], dict[str, str]]:
    """A mirror's nodes with codes, references and ids as the regime would have them, and the own id of each new id.

    In another language the words, which say nothing to the regime's, are left out; limits go on one scale. `only` are
    the ids of the nodes that are wanted, with all that they stand under.
    """
    nodes: list[Node] = []
    own: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for node in mirror.edition.nodes:
        if only is not None and node.id not in only:
            continue
        ident = _renamed(node.id, rules)
        while ident in own:
            ident += "'"
        own[ident], renamed[node.id] = node.id, ident
        code = regime_code(node.code, rules)
        label = code if node.label == node.code and node.code else node.label
        refs = tuple(regime_code(ref, rules) for ref in node.refs)
        changed = msgspec.structs.replace(
            node, id=ident, code=code, label=label, refs=refs, parent=renamed.get(node.parent, "")
        )
        common = in_common_words(changed, rules) if same_language else wordless(changed, on_one_scale=on_one_scale)
        nodes.append(common)
    return nodes, own


def for_alignment(node: Node, *, same_language: bool, on_one_scale: bool = True) -> Node:
    """A node of the regime as `as_regime` puts those of a mirror."""
    return in_common_words(node) if same_language else wordless(node, on_one_scale=on_one_scale)


def in_common_words(node: Node, rules: MirrorRules | None = None) -> Node:
    """A node with its words, and the spans that its limits were read from, as a list of any style would put them.

    Where its words are not at hand there is no place for those spans either, and they are left out.
    """
    if not (node.text or node.thresholds or node.terms):
        return node
    raws = (in_common(t.raw, rules) if node.text else "" for t in node.thresholds)
    limits = tuple(
        Threshold(in_common(t.parameter, rules), t.op, t.value, t.unit, raw, t.doubtful)
        for t, raw in zip(node.thresholds, raws, strict=True)
    )
    return msgspec.structs.replace(node, text=in_common(node.text, rules), thresholds=limits, terms=())


def _renamed(ident: str, rules: MirrorRules) -> str:
    head = _HEAD.match(ident)
    if head is None:
        return ident
    return regime_code(head.group(), rules) + ident[head.end() :]


def wordless(node: Node, *, on_one_scale: bool = True) -> Node:
    """A node without words: what it says in figures, codes and numbers, the same in every language.

    Limits go on one scale, so that equal ones are equal in every unit; or keep their units.
    """
    label = node.label
    if node.kind in ("note", "technical-note", "nota-bene"):
        number = _NUMBER.search(node.label)
        label = f"{node.kind} {number.group() if number else ''}".strip()
    elif node.kind in ("category", "group"):
        label = node.code
    return msgspec.structs.replace(
        node, label=label, text="", rows=(), terms=(),
        thresholds=tuple(_on_one_scale(t) if on_one_scale else _unnamed(t) for t in node.thresholds),
    )  # fmt: skip


def _unnamed(threshold: Threshold) -> Threshold:
    return Threshold("", threshold.op, threshold.value, threshold.unit, "", threshold.doubtful)


def _on_one_scale(threshold: Threshold) -> Threshold:
    value = threshold.value
    ends = value if isinstance(value, tuple) else (value,)
    measures = [measure(end, threshold.unit) for end in ends]
    plain = (measures[0].value, measures[-1].value) if isinstance(value, tuple) else measures[0].value
    return Threshold("", threshold.op, plain, repr(measures[0].dimension), "", threshold.doubtful)


def resembled(mirror: Traced, regimes: Sequence[Traced], rules: MirrorRules) -> Traced:
    """The regime's edition that a mirror's edition resembles most: most equal texts, or limits under equal codes."""
    if mirror.language == regimes[0].language:
        texts = mirror.texts_of_items
        return max(regimes, key=lambda one: (len(texts & one.texts_of_items), one.date))
    ours = {
        what for node in mirror.items if origin_of(node.code, rules) == REGIME
        for what in _limits_at(regime_code(node.code, rules), node)
    }  # fmt: skip
    return max(regimes, key=lambda one: (len(ours & one.limits_of_items), one.date))


def _limits_at(code: str, node: Node) -> list[object]:
    return [code, *((code, t.op, t.value, t.unit) for t in wordless(node).thresholds)]
