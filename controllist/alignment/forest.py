"""Two trees made ready for comparison: numbers for nodes, and one number for everything that says the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence, Set
from functools import cache
from itertools import repeat

from controllist.codes import group_of, subject_of
from controllist.model import Kind, Node
from controllist.wording import digest, normal

ROOT = -1
"""Stands for the edition itself, the parent of nodes that name none."""

FAMILY: dict[Kind, str] = {
    "category": "heading", "group": "heading", "item": "item", "note": "note", "technical-note": "note",
    "nota-bene": "note", "statement": "statement", "definition": "definition",
}
"""Nodes of two families are hardly ever the same: what explains may change its kind, an item never becomes a note."""

EXPLAINING = frozenset({"note", "definition", "statement"})
"""The families of what says how items are to be understood."""

LABELLED = frozenset[Kind]({"definition", "statement", "category", "group"})
"""Kinds whose label is a name, not a number: it is part of what they say."""


_NAMES = {"technology": "technology", "technologie": "technology", "software": "software"}
_QUOTES = frozenset('"“”„«»')
_NAMED = re.compile(rf"\W+({'|'.join(_NAMES)})\s?[{''.join(_QUOTES)}]", re.IGNORECASE)
"""The defined term with which an item of an entry of goods may open."""
GOODS = "goods"
"""The subject of an entry that names goods, but no group of them."""
OWN_NUMBER = "\0"
"""Stands in a note for the number of its own item: notes of two items may say the same of either."""

BEGINNING = 12
"""By so many characters it is seen whether two texts may be the same in other type."""


class Tree:
    """One edition: its nodes by position in document order, and what stands below each."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        position = {node.id: at for at, node in enumerate(nodes)}
        self.position = position
        self.parent = [*map(position.get, [node.parent for node in nodes], repeat(ROOT))]
        below: defaultdict[int, list[int]] = defaultdict(list)
        for at, above in enumerate(self.parent):
            below[above].append(at)
        self.roots = below[ROOT]
        self.children: list[list[int]] = [*map(below.get, range(len(nodes)), repeat([]))]
        self.size = [1] * len(nodes)
        for above in sorted(below.keys() - {ROOT}, reverse=True):
            self.size[above] += sum([self.size[child] for child in below[above]])
        self.reserved = [node.status == "reserved" for node in nodes]
        """Whether each node is a number kept empty."""
        self.has_texts = any(node.text for node in nodes)
        self.family = [FAMILY[node.kind] for node in nodes]
        self.said = self._texts_without_own_numbers()
        """What each node says: its text, where a note names its own item with a mark for the number."""
        self.subject: list[str] = []
        for node, above in zip(nodes, self.parent, strict=True):
            if node.kind != "item":
                self.subject.append("")
                continue
            inherited = self.subject[above] if 0 <= above < len(self.subject) else ""
            is_plain = inherited and node.text[:1] not in _QUOTES
            self.subject.append(inherited if is_plain else _subject_of(node, inherited))
        """What each item controls: goods, by the letter of their group if it has one, or software or technology."""
        self.content: list[int] = []
        """Equal for nodes that say the same, whatever their number."""
        self.subtree: list[int] = []
        """Equal for nodes that say the same with all that stands below them."""

    def _texts_without_own_numbers(self) -> list[str]:
        texts = [node.text for node in self.nodes]
        for at in [at for at, family in enumerate(self.family) if family == "note"]:
            if (above := self.parent[at]) != ROOT:
                number = self.nodes[above].cite.rstrip(".")
                if number and number in texts[at]:
                    start, *parts = texts[at].split(number)
                    texts[at] = start + "".join([(number if _goes_on(part) else OWN_NUMBER) + part for part in parts])
        return texts

    def below(self, at: int) -> list[int]:
        """The children of a node, or of the edition for `ROOT`."""
        return self.roots if at == ROOT else self.children[at]

    def items_below(self, at: int) -> list[int]:
        """The items among the children of a node."""
        return [child for child in self.children[at] if self.nodes[child].kind == "item"]


def _subject_of(node: Node, inherited: str) -> str:
    """The subject of what an item stands under, or of its entry; what names itself technology or software is that."""
    subject = inherited or _subject(node.code.partition(".")[0])
    if node.text[:1] not in _QUOTES or not subject or subject in _NAMES.values():
        return subject
    found = _NAMED.match(node.text)
    return _NAMES[found[1].lower()] if found else subject


@cache
def _subject(entry: str) -> str:
    """What an entry controls: test equipment and materials are other goods than what they serve for."""
    subject = subject_of(entry)
    return group_of(entry)[1:] or subject if subject == GOODS else subject


def _goes_on(behind: str) -> bool:
    """Whether a number is the beginning of a longer one, by what stands behind it."""
    return behind[:1].isalnum() or (behind[:1] in (".", "(") and behind[1:2].isalnum())


def number_contents(old: Tree, new: Tree, digests: tuple[Mapping[str, str], Mapping[str, str]] | None,
                    judged: tuple[Set[int], Set[int]]) -> None:
    """Give equal numbers to equal contents and equal subtrees of both trees.

    Of texts only those that stand in one edition alone are brought to their normal form, for this is where the time
    goes, and those that stand several times in one: one of them may be set in other type in the other edition.
    Judged nodes get numbers of their own, so that no pass takes them for identical.
    """
    numbers: dict[Hashable, int] = {}
    texts = {*old.said}, {*new.said}
    begun = {_beginning(text) for text in texts[0] ^ texts[1]}
    with_twins = {text for text in _repeated(old) | _repeated(new) if _beginning(text) in begun}
    by_text: dict[str, Hashable] = {text: text for text in (texts[0] & texts[1]) - with_twins}
    by_words: dict[str, dict[str, int]] = {family: {} for family in FAMILY.values()}
    for side, (tree, alone) in enumerate(zip((old, new), judged, strict=True)):
        known = digests[side] if digests else None
        if known is not None or tree.has_texts:
            tree.content = _numbered(tree, known, by_text, by_words, numbers)
        else:
            tree.content = [
                numbers.setdefault(_reserved(node) or (side, at), len(numbers)) for at, node in enumerate(tree.nodes)
            ]
        for at in alone:
            tree.content[at] = numbers.setdefault((side, at), len(numbers))
    for tree in (old, new):
        _number_subtrees(tree, numbers)


def _beginning(text: str) -> str:
    """The first letters and digits of a text, whatever its type."""
    return "".join([char for char in text[:BEGINNING] if char.isalnum()])[: BEGINNING // 2].lower()


def _repeated(tree: Tree) -> set[str]:
    """The texts that stand several times in an edition."""
    return {text for text, count in Counter(tree.said).items() if count > 1}


def _numbered(
    tree: Tree,
    known: Mapping[str, str] | None,
    by_text: dict[str, Hashable],
    by_words: Mapping[str, dict[str, int]],
    numbers: dict[Hashable, int],
) -> list[int]:
    """The number of each node's content. Most nodes have words alone: their number is looked up by family and words."""
    content: list[int] = []
    for node, said, family, reserved in zip(tree.nodes, tree.said, tree.family, tree.reserved, strict=True):
        if reserved or known is not None or node.rows or node.kind in LABELLED:
            content.append(numbers.setdefault(_content(node, said, known, by_text), len(numbers)))
            continue
        seen = by_words[family]
        if said not in seen:
            text = by_text[said] if said in by_text else _in_normal_form(said, by_text)
            seen[said] = numbers.setdefault((family, text), len(numbers))
        content.append(seen[said])
    return content


def _in_normal_form(said: str, by_text: dict[str, Hashable]) -> Hashable:
    """What stands for a text that is not said in the same type everywhere."""
    by_text[said] = ("normal", normal(said))
    return by_text[said]


def _reserved(node: Node) -> Hashable | None:
    """What a node says of which neither words nor a digest are known: nothing, unless its number is empty."""
    return ("reserved", node.label) if node.status == "reserved" else None


def _content(node: Node, said: str, digests: Mapping[str, str] | None, by_text: dict[str, Hashable]) -> Hashable:
    """What a node says: its words and table, or their digest."""
    if node.status == "reserved":
        return ("reserved", node.label)
    text: Hashable
    if digests is not None:
        text = digests.get(node.id) or (digest(node.text) if node.text else "")
    else:
        text = by_text[said] if said in by_text else _in_normal_form(said, by_text)
    if node.kind in LABELLED:
        return (FAMILY[node.kind], node.label.lower(), text, node.rows)
    return (FAMILY[node.kind], text, node.rows) if node.rows else (FAMILY[node.kind], text)


def facts_of(node: Node) -> frozenset[Hashable]:
    """What a node says in figures, one fact each: limits, chemical numbers, references, terms."""
    limits = {("limit", t.parameter, t.op, t.value, t.unit) for t in node.thresholds}
    others = {("cas", c) for c in node.cas} | {("ref", r) for r in node.refs} | {("term", t) for t in node.terms}
    return frozenset(limits | others)


def _number_subtrees(tree: Tree, numbers: dict[Hashable, int]) -> None:
    content, children = tree.content, tree.children
    subtree = content[:]
    for at in range(len(content) - 1, -1, -1):
        if children[at]:
            key = ("tree", content[at], *[subtree[child] for child in children[at]])
            subtree[at] = numbers.setdefault(key, len(numbers))
    tree.subtree = subtree


def only_once(values: Sequence[int]) -> dict[int, int]:
    """The position of each number that occurs once."""
    places = dict(zip(values, range(len(values)), strict=True))
    if len(places) < len(values):
        for value in {value for at, value in enumerate(values) if places[value] != at}:
            del places[value]
    return places
