"""Two trees made ready for comparison: numbers for nodes, and one number for everything that says the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from copy import copy
from functools import cache
from itertools import compress, count, repeat
from operator import ne

from controllist.codes import group_of, subject_of
from controllist.memory import Kept
from controllist.model import Kind, Node
from controllist.wording import digest, normal

ROOT = -1
"""Stands for the edition itself, the parent of nodes that name none."""

FAMILY: dict[Kind, str] = {
    "category": "heading", "group": "heading", "item": "item", "note": "note", "technical-note": "note",
    "nota-bene": "note", "statement": "statement", "definition": "definition",
}
"""Nodes of two families are hardly ever the same: what explains may change its kind, an item never becomes a note."""

_FAMILY_NUMBERS = {family: number for number, family in enumerate(dict.fromkeys(FAMILY.values()))}
_ROOM = len(_FAMILY_NUMBERS)
Numbers = defaultdict[Hashable, int]
"""A number for each content or subtree that is asked for: a new one where there was none."""

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
        self.ids = [node.id for node in nodes]
        position = dict(zip(self.ids, range(len(nodes)), strict=True))
        self.position = position
        parents = [node.parent for node in nodes]
        self.parent = [*map(position.get, parents, repeat(ROOT))]
        self.children = _children(self.parent)
        self.roots = self.children.pop()
        self._sizes: dict[int, int] = {}
        self.reserved = [node.status == "reserved" for node in nodes]
        """Whether each node is a number kept empty."""
        self.texts = [node.text for node in nodes]
        self.has_texts = any(self.texts)
        kinds = [node.kind for node in nodes]
        self.family = [*map(FAMILY.__getitem__, kinds)]
        labels, rows = [node.label for node in nodes], [node.rows for node in nodes]
        self.facets = [*zip(self.texts, self.ids, parents, kinds, self.reserved, labels, rows, strict=True)]
        """All that makes each node the same in its place."""
        self._subjects: dict[int, str] = {}
        self.numbered: Sequence[int] = range(len(nodes))
        """The nodes of which contents and subtrees are known by their numbers; all others have a partner."""
        self.content: list[int] = []
        """Equal for nodes that say the same, whatever their number."""
        self.subtree: list[int] = []
        """Equal for nodes that say the same with all that stands below them."""

    def said(self, at: int) -> str:
        """What a node says: its text, where a note names its own item with a mark for the number."""
        if self.family[at] == "note" and (above := self.parent[at]) != ROOT:
            number = self.nodes[above].cite.rstrip(".")
            return _without_own_number(self.texts[at], number) if number else self.texts[at]
        return self.texts[at]

    def numbered_parents(self) -> list[int]:
        """The nodes below which others stand, of those that have numbers."""
        children = self.children
        return [at for at in self.numbered if children[at]]

    def size(self, at: int) -> int:
        """How many nodes a node is with all that stands below it. Few are asked for."""
        if not self.children[at]:
            return 1
        known = self._sizes.get(at)
        if known is None:
            known = self._sizes[at] = 1 + sum(map(self.size, self.children[at]))
        return known

    def subject(self, at: int) -> str:
        """What an item controls: goods, by the letter of their group if it has one, or software or technology.

        Empty for what is no item. Few are asked for: most nodes are paired with what stands above them.
        """
        known = self._subjects.get(at)
        if known is None:
            known = self._subjects[at] = self._subject(at) if self.nodes[at].kind == "item" else ""
        return known

    def _subject(self, at: int) -> str:
        node, above = self.nodes[at], self.parent[at]
        inherited = self.subject(above) if 0 <= above < at else ""
        return inherited if inherited and node.text[:1] not in _QUOTES else _subject_of(node, inherited)

    def below(self, at: int) -> list[int]:
        """The children of a node, or of the edition for `ROOT`."""
        return self.roots if at == ROOT else self.children[at]

    def items_below(self, at: int) -> list[int]:
        """The items among the children of a node."""
        return [child for child in self.children[at] if self.nodes[child].kind == "item"]


_tree = Kept(Tree)


def tree_of(nodes: Sequence[Node]) -> Tree:
    """The tree of an edition, not numbered yet. What stands where is kept, as each edition is aligned with the one
    before it and then with the one behind it."""
    return copy(_tree(nodes))


def _children(parents: Sequence[int]) -> list[list[int]]:
    """What stands below each node and, behind them, below the edition: in the place that `ROOT` counts from the end."""
    none: list[int] = []
    children = [none] * (len(parents) + 1)
    for at, above in enumerate(parents):
        below = children[above]
        if below:
            below.append(at)
        else:
            children[above] = [at]
    return children


def _without_own_number(text: str, number: str) -> str:
    """A note's text with a mark for the number of its own item."""
    said = ""
    while number in text:
        before, _, text = text.partition(number)
        said += before + (number if _goes_on(text) else OWN_NUMBER)
    return said + text


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
                    judged: tuple[Set[int], Set[int]], settled: Sequence[tuple[range, range]] = ()) -> None:
    """Give equal numbers to equal contents and equal subtrees of both trees.

    Judged nodes get numbers of their own, so that no pass takes them for identical. So do nodes that are settled, each
    with the one in its place, but for those whose words stand elsewhere too.
    """
    _number_settled(old, new, settled)
    unused = count((len(old.numbered) + len(new.numbered)) * _ROOM)
    numbers: Numbers = defaultdict(unused.__next__)
    texts = _text_numbers(_said(old), _said(new)) if not digests else ([], [])
    for side, (tree, alone) in enumerate(zip((old, new), judged, strict=True)):
        if digests:
            tree.content = [numbers[_content(node, digests[side])] for node in tree.nodes]
        elif tree.has_texts:
            _number_contents(tree, texts[side], numbers)
        else:
            tree.content = [
                numbers[_reserved(node) or (side, at)] for at, node in enumerate(tree.nodes)
            ]
        for at in alone:
            tree.content[at] = numbers[side, at]
    for tree in (old, new):
        _number_subtrees(tree, numbers)


def _number_settled(old: Tree, new: Tree, settled: Sequence[tuple[range, range]]) -> None:
    """Number what is settled below zero, and see which nodes are left to be numbered by what they say."""
    old.content, new.content = [*range(-len(old.nodes), 0)], [0] * len(new.nodes)
    for olds, news in settled:
        new.content[news.start : news.stop] = old.content[olds.start : olds.stop]
    old.numbered, new.numbered = _apart(old, [one[0] for one in settled]), _apart(new, [one[1] for one in settled])
    said = {*map(old.texts.__getitem__, old.numbered), *map(new.texts.__getitem__, new.numbered)}
    repeated: tuple[list[int], list[int]] = [], []
    for olds, news in settled:
        if not said.isdisjoint(old.texts[olds.start : olds.stop]):
            places = [*compress(count(), map(said.__contains__, old.texts[olds.start : olds.stop]))]
            repeated[0].extend(map(olds.__getitem__, places))
            repeated[1].extend(map(news.__getitem__, places))
    for tree, more in zip((old, new), repeated, strict=True):
        tree.numbered = sorted([*tree.numbered, *more])


def _apart(tree: Tree, settled: Iterable[range]) -> list[int]:
    """The nodes of a tree that are not settled."""
    is_apart = [True] * len(tree.nodes)
    for subtree in settled:
        is_apart[subtree.start : subtree.stop] = repeat(False, len(subtree))
    return [*compress(count(), is_apart)]


def _said(tree: Tree) -> list[str]:
    return [*map(tree.said, tree.numbered)]


def _text_numbers(old: Sequence[str], new: Sequence[str]) -> tuple[Sequence[int], Sequence[int]]:
    """A number for each text of either edition, one for all that have one normal form; each leaves room for one of
    every family.

    Only texts that stand in one edition alone are brought to their normal form, for this is where the time goes, and
    those that stand several times in one: one of them may be set in other type in the other edition.
    """
    texts, places = [*old, *new], range(0, (len(old) + len(new)) * _ROOM, _ROOM)
    first: dict[str, int] = {}
    numbers = [*map(first.setdefault, texts, places)]  # by the place where a text stands first
    of_old, of_new = numbers[: len(old)], numbers[len(old) :]
    in_new = {*of_new}
    repeated = {*compress(of_old, map(ne, of_old, places)), *_several(of_new)}
    alone = [number for number in first.values() if number >= len(old) * _ROOM or number not in in_new]
    begun = {_beginning(texts[number // _ROOM]) for number in alone}
    unlike = [*alone, *[number for number in repeated if _beginning(texts[number // _ROOM]) in begun]]
    by_form: dict[str, int] = {}
    same = {number: by_form.setdefault(normal(texts[number // _ROOM]), number) for number in unlike}
    return [*map(same.get, of_old, of_old)], [*map(same.get, of_new, of_new)]


def _several(numbers: Iterable[int]) -> list[int]:
    """The numbers that stand several times."""
    seen: set[int] = set()
    return [number for number in numbers if number in seen or seen.add(number)]  # type: ignore[func-returns-value]


def _beginning(text: str) -> str:
    """The first letters and digits of a text, whatever its type."""
    return "".join(filter(str.isalnum, text[:BEGINNING]))[: BEGINNING // 2].lower()


def _number_contents(tree: Tree, texts: Iterable[int], numbers: Numbers) -> None:
    """Number the nodes' contents. Most nodes have words alone: it is the number of their text and of their family."""
    content, family, nodes = tree.content, tree.family, tree.nodes
    for at, text in zip(tree.numbered, texts, strict=True):
        content[at] = text + _FAMILY_NUMBERS[family[at]]
        node = nodes[at]
        if node.kind in LABELLED or node.rows or tree.reserved[at]:
            label = node.label.lower() if node.kind in LABELLED else ""
            content[at] = numbers[_reserved(node) or (content[at], label, node.rows)]


def _reserved(node: Node) -> Hashable | None:
    """What a node says of which neither words nor a digest are known: nothing, unless its number is empty."""
    return ("reserved", node.label) if node.status == "reserved" else None


def _content(node: Node, digests: Mapping[str, str]) -> Hashable:
    """What a node says, its words by their digest."""
    if node.status == "reserved":
        return ("reserved", node.label)
    text = digests.get(node.id) or (digest(node.text) if node.text else "")
    if node.kind in LABELLED:
        return (FAMILY[node.kind], node.label.lower(), text, node.rows)
    return (FAMILY[node.kind], text, node.rows) if node.rows else (FAMILY[node.kind], text)


def facts_of(node: Node) -> frozenset[Hashable]:
    """What a node says in figures, one fact each: limits, chemical numbers, references, terms."""
    limits = {("limit", t.parameter, t.op, t.value, t.unit) for t in node.thresholds}
    others = {("cas", c) for c in node.cas} | {("ref", r) for r in node.refs} | {("term", t) for t in node.terms}
    return frozenset(limits | others)


def _number_subtrees(tree: Tree, numbers: Numbers) -> None:
    content, children = tree.content, tree.children
    subtree = content[:]
    for at in reversed(tree.numbered_parents()):
        subtree[at] = numbers["tree", content[at], *map(subtree.__getitem__, children[at])]
    tree.subtree = subtree


SEVERAL = -2
"""Stands for the place of what stands in several places."""


def places_of(values: Sequence[int], places: Iterable[int], most: int) -> list[int]:
    """At which of some places each number stands, of numbers up to the `most`: `SEVERAL` for several, `ROOT` for
    none."""
    found = [ROOT] * (most + 1)
    for at in places:
        value = values[at]
        found[value] = at if found[value] == ROOT else SEVERAL
    return found


def only_once(values: Iterable[int]) -> dict[int, int]:
    """The position of each number that occurs once."""
    places: dict[int, int] = {}
    several = []
    for at, value in enumerate(values):
        if value in places:
            several.append(value)
        else:
            places[value] = at
    for value in {*several}:
        del places[value]
    return places
