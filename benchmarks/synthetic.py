"""Synthetic lists with known edits: two editions of invented items, and the truth of which item became which.

The words are invented, the habits are those of real lists: families of like clauses, lines that only introduce what
stands below, notes, numbers kept empty, and one insertion that shifts its siblings' numbers. Everything follows from
the seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from controllist.model import Node

ADJECTIVES = [
    "amber", "brisk", "curved", "dented", "elastic", "folded", "glazed", "hollow", "inflated", "jagged", "knotted",
    "lacquered", "mottled", "notched", "oiled", "pleated", "quilted", "ribbed", "speckled", "tufted", "upright",
    "varnished", "woven", "yielding", "zoned", "braided", "coiled", "draped", "etched", "frosted",
]  # fmt: skip
NOUNS = [
    "teapots", "kettles", "ladles", "hammocks", "lanterns", "umbrellas", "accordions", "bicycles", "drawbridges",
    "weathercocks", "sundials", "pinwheels", "kites", "abacuses", "metronomes", "gramophones", "trampolines",
    "wheelbarrows", "rocking-horses", "bookends", "candlesticks", "chandeliers", "doorbells", "easels", "fountains",
    "gondolas", "hourglasses", "inkwells", "jigsaws", "lighthouses", "marionettes", "music-boxes", "napkins",
    "ovens", "parasols", "quills", "rattles", "scarecrows", "thimbles", "typewriters", "vases", "whistles",
    "xylophones", "yo-yos", "zithers", "bagpipes", "carousels",
]  # fmt: skip
PARTS = [
    "spout", "handle", "lid", "rim", "hinge", "pedal", "spoke", "mast", "sail", "string", "wick", "shade",
    "bellows", "reed", "crank", "dial", "pointer", "gasket", "bobbin", "spindle", "lever", "tassel", "buckle",
    "clasp", "socket", "flange", "collar", "ferrule", "grommet", "toggle",
]  # fmt: skip
MEASURES = [
    "loudness", "brightness", "stickiness", "bounciness", "patience", "sweetness", "wobble", "swing", "sparkle",
    "warmth", "stiffness", "tilt", "drift", "hum", "glow", "crispness",
]  # fmt: skip
UNITS = ("mm", "kg", "s", "°C", "Hz", "V", "W", "%", "m/s", "kPa")
PURPOSES = (
    "for use in village fairs", "for puppet theatres", "for the drying of herbs", "for evening concerts",
    "for the keeping of bees", "for garden parties", "for the sorting of buttons", "for snow festivals",
    "for the airing of blankets", "for regattas on ponds",
)  # fmt: skip
OPPOSITE = {"tightened": "relaxed", "relaxed": "tightened"}
INTRODUCTIONS = ("having any of the following:", "having all of the following:", "as follows:")


@dataclass(eq=False)
class Plant:
    """A node that grows: its text, its children, whether its number is fixed, and a key that edits do not change."""

    key: str
    kind: str
    text: str
    children: list[Plant] = field(default_factory=list)
    number: int = 0
    reserved: bool = False


@dataclass(frozen=True)
class Wanted:
    """The size of a case and how often each thing happens in it."""

    nodes: int
    edits: int = 0
    deletions: int = 0
    additions: int = 0
    renumberings: int = 0
    moves: int = 0
    splits: int = 0
    typography: int = 0
    limits: int = 0
    """Edits of nothing but a limit, beside the `edits` of words."""
    repeats: float = 0.0
    """The chance of an item without children to say word for word what another one says."""


@dataclass(frozen=True)
class Case:
    """Two editions and the truth: the new id of each old node that lives on."""

    wanted: Wanted
    old: tuple[Node, ...]
    new: tuple[Node, ...]
    truth: dict[str, str]
    renumbered: frozenset[str]
    """Old ids of the nodes whose code changed in place: their siblings shifted."""
    moved: frozenset[str]
    """Old ids of the nodes that went to another parent, with what stands below them."""
    edited: frozenset[str]
    retouched: frozenset[str]
    """Old ids of the nodes that differ in typography alone."""
    divided: dict[str, tuple[str, str]]
    """Of each old item that was split: the ids of its two parts."""
    effects: dict[tuple[str, str], str] = field(default_factory=dict)
    """The effect on control of each change for which it is beyond doubt, by old and new id, one of them empty where the
    item was added or removed: a limit raised or lowered, an alternative or a condition that came or went."""


LIKE_ANCHORS = Wanted(1_005, edits=64, deletions=27, additions=19, renumberings=67)
"""The list that peers were measured on."""


def scaled(nodes: int) -> Wanted:
    """The same proportions in another size."""
    share = nodes / LIKE_ANCHORS.nodes
    return Wanted(nodes, *(round(count * share) for count in (64, 27, 19, 67)))


def make_case(wanted: Wanted, seed: int = 1) -> Case:
    """Two editions as wanted."""
    return _Growing(wanted, random.Random(f"{seed}/{wanted.nodes}")).case()


class _Growing:
    def __init__(self, wanted: Wanted, chance: random.Random) -> None:
        self.wanted = wanted
        self.chance = chance
        self.made = 0
        self.texts: dict[str, None] = {}
        self.touched: set[str] = set()
        """Keys of what already changed, and of what stands around it: nothing changes twice."""
        self.parts: set[str] = set()
        """Keys of the second parts of split items."""
        self.gone: dict[str, str] = {}
        """Of each deleted item by key: what its coming would have done to control."""

    def case(self) -> Case:
        roots = self._grown()
        for root in roots:
            _number(root)
        old = tuple(_nodes(roots))
        old_ids = dict(_ids(roots))
        edited = self._edit(roots)
        limits = self._relimit(roots)
        retouched = self._retouch(roots)
        divided = self._split(roots)
        moved = self._move(roots)
        deleted = self._delete(roots)
        renumbered = self._add(roots)
        new_ids = dict(_ids(roots))
        alive = {key: ident for key, ident in old_ids.items() if key in new_ids and key not in deleted}
        came = _with_effect(roots, new_ids.keys() - old_ids.keys() - self.parts)
        return Case(
            wanted=self.wanted,
            old=old,
            new=tuple(_nodes(roots)),
            truth={ident: new_ids[key] for key, ident in alive.items() if not ident.endswith("#")},
            renumbered=frozenset(old_ids[key] for key in renumbered if key in alive),
            moved=frozenset(old_ids[key] for key in moved if key in alive),
            edited=frozenset(old_ids[key] for key in edited | limits.keys()),
            retouched=frozenset(old_ids[key] for key in retouched),
            divided={old_ids[key]: (new_ids[one], new_ids[two]) for key, (one, two) in divided.items()},
            effects={
                **{(old_ids[key], new_ids[key]): effect for key, effect in limits.items()},
                **{("", new_ids[key]): effect for key, effect in came.items()},
                **{(old_ids[key], ""): OPPOSITE[effect] for key, effect in self.gone.items()},
            },
        )

    # growing

    def _grown(self) -> list[Plant]:
        roots: list[Plant] = []
        while self.made < self.wanted.nodes:
            roots.append(self._plant("entry", depth=0))
        return roots

    def _plant(self, kind: str, depth: int) -> Plant:
        self.made += 1
        plant = Plant(f"n{self.made}", kind, "")
        room = self.wanted.nodes - self.made
        wide = self.chance.randint(3, 9) if depth == 0 else self.chance.randint(2, 6)
        branches = room > 2 and (depth == 0 or (depth < 4 and self.chance.random() < 0.45 - 0.08 * depth))
        plant.text = self._text(introduces=branches)
        if not branches and self.wanted.repeats and self.chance.random() < self.wanted.repeats:
            plant.text = self.chance.choice([text for text in self.texts if text.endswith(";")])
        if branches:
            for _ in range(min(wide, room)):
                if self.made < self.wanted.nodes:
                    plant.children.append(self._plant("item", depth + 1))
            if self.made < self.wanted.nodes and self.chance.random() < 0.3:
                plant.children.append(self._note())
        return plant

    def _note(self) -> Plant:
        self.made += 1
        return Plant(f"n{self.made}", "note", "This does not apply to " + self._text(introduces=False).lower())

    def _text(self, introduces: bool) -> str:
        for _ in range(1000):
            text = self._sentence(introduces)
            if text not in self.texts:
                break
        self.texts[text] = None
        return text

    def _sentence(self, introduces: bool) -> str:
        pick = self.chance.choice
        subject = f"{pick(ADJECTIVES).capitalize()} {pick(NOUNS)} with a {pick(ADJECTIVES)} {pick(PARTS)}"
        if introduces:
            return f"{subject} {pick(PURPOSES)}, {pick(INTRODUCTIONS)}"
        limit = f"{pick(MEASURES)} {pick(('exceeding', 'less than', 'of at least'))} {self.chance.randint(2, 9999)}"
        return f"{subject} and a {limit} {pick(UNITS)} {pick(PURPOSES)};"

    # changing

    def _free(self, roots: list[Plant], leaf: bool = False) -> list[tuple[Plant, Plant]]:
        """Items that nothing has happened to, with their parents."""
        return [
            (plant, parent)
            for plant, parent in _with_parents(roots)
            if parent is not None and plant.kind == "item" and not plant.reserved
            and plant.key not in self.touched and not (leaf and plant.children)
        ]  # fmt: skip

    def _choose(self, roots: list[Plant], count: int, leaf: bool = False) -> list[tuple[Plant, Plant]]:
        chosen = self.chance.sample(self._free(roots, leaf), count)
        self.touched |= {plant.key for plant, _ in chosen}
        return chosen

    def _edit(self, roots: list[Plant]) -> set[str]:
        chosen = self._choose(roots, self.wanted.edits)
        for plant, _ in chosen:
            words = plant.text.split()
            for _ in range(self.chance.randint(1, 2)):
                at = self.chance.randrange(1, len(words) - 1)
                if words[at].isdigit():
                    words[at] = str(int(words[at]) + 7)
                elif self.chance.random() < 0.5:
                    words.insert(at, self.chance.choice(ADJECTIVES))
                else:
                    words[at] = self.chance.choice(PARTS)
            plant.text = " ".join(words)
        return {plant.key for plant, _ in chosen}

    def _relimit(self, roots: list[Plant]) -> dict[str, str]:
        """Limits that are raised or lowered, with the effect on control."""
        found = {}
        for plant, _ in self._choose(roots, self.wanted.limits, leaf=True):
            words = plant.text.split()
            at = next(at for at, word in enumerate(words) if word.isdigit())
            raised = self.chance.random() < 0.5 or int(words[at]) < 4
            words[at] = str(int(words[at]) + self.chance.randint(1, 500) if raised else int(words[at]) // 2)
            is_ceiling = words[at - 1] == "than"  # of "less than": what is below is controlled
            plant.text = " ".join(words)
            found[plant.key] = "tightened" if raised == is_ceiling else "relaxed"
        return found

    def _retouch(self, roots: list[Plant]) -> set[str]:
        chosen = self._choose(roots, self.wanted.typography)
        for plant, _ in chosen:
            text = plant.text.replace(" with ", "\u00a0with ").replace("-", "‑")
            plant.text = text[:-1] + (": " if text.endswith(":") else self.chance.choice(("; or", ".", "; and")))
        return {plant.key for plant, _ in chosen}

    def _split(self, roots: list[Plant]) -> dict[str, tuple[str, str]]:
        """`X and a Y` becomes `X` under the old number and `Y` behind it."""
        found = {}
        for plant, parent in self._choose(roots, self.wanted.splits, leaf=True):
            head, tail = plant.text.split(" and a ", 1)
            self.made += 1
            second = Plant(f"n{self.made}", "item", f"Articles with a {tail}")
            second.number = max(child.number for child in parent.children) + 1
            parent.children.append(second)
            plant.text = f"{head};"
            self.touched |= {second.key}
            self.parts |= {second.key}
            found[plant.key] = (plant.key, second.key)
        return found

    def _move(self, roots: list[Plant]) -> set[str]:
        moved: set[str] = set()
        for _ in range(self.wanted.moves):
            plant, parent = self._choose(roots, 1)[0]
            inside = {child.key for child, _ in _with_parents([plant])}
            self.touched |= inside
            target = self.chance.choice([p for p, _ in self._free(roots) if p.children and p is not parent])
            parent.children.remove(plant)
            plant.number = max(child.number for child in target.children) + 1
            target.children.append(plant)
            moved |= inside
        return moved

    def _delete(self, roots: list[Plant]) -> set[str]:
        """Leaves go; half of them leave their number behind, kept empty."""
        chosen = self._choose(roots, self.wanted.deletions, leaf=True)
        self.gone = _with_effect(roots, {plant.key for plant, _ in chosen})
        for number, (plant, parent) in enumerate(chosen):
            if number % 2:
                plant.text, plant.reserved = "[Reserved]", True
            else:
                parent.children.remove(plant)
        return {plant.key for plant, _ in chosen}

    def _add(self, roots: list[Plant]) -> set[str]:
        """New leaves take the number of a sibling; it and those behind it shift, until enough have."""
        shifted: set[str] = set()
        for left in range(self.wanted.additions, 0, -1):
            wanted = self.wanted.renumberings - len(shifted)
            aim = max(1, round(wanted / left)) if wanted else 0
            parent, place, behind = self._place(roots, shifted, aim if left > 1 else wanted)
            self.made += 1
            plant = Plant(f"n{self.made}", "item", self._text(introduces=False), number=place)
            for child in behind:
                child.number += 1
                shifted |= {inner.key for inner, _ in _with_parents([child])}
            at = parent.children.index(behind[0]) if behind else len(parent.children)
            parent.children.insert(at, plant)
            self.touched |= {child.key for child in parent.children} | {parent.key}
        return shifted

    def _place(self, roots: list[Plant], shifted: set[str], aim: int) -> tuple[Plant, int, list[Plant]]:
        """A parent and a number whose taking shifts so many nodes, or the nearest fewer."""
        best: tuple[int, Plant, int, list[Plant]] | None = None
        parents = [plant for plant, _ in _with_parents(roots) if plant.children and plant.key not in shifted]
        self.chance.shuffle(parents)
        for parent in parents:
            items = [child for child in parent.children if child.kind == "item"]
            if any(child.key in shifted or child.reserved for child in items) or not items:
                continue
            for cut in range(len(items) + 1):
                behind = items[cut:]
                count = sum(1 for child in behind for _ in _with_parents([child]))
                number = behind[0].number if behind else items[-1].number + 1
                if count <= aim and (best is None or count > best[0]):
                    best = (count, parent, number, behind)
            if best is not None and best[0] == aim:
                break
        assert best is not None
        return best[1:]


def _with_effect(roots: list[Plant], keys: Set[str]) -> dict[str, str]:
    """What the coming of each of these items does to control, by the words that introduce it: one alternative more
    controls more, one condition more controls less, however deep it stands."""
    return {
        plant.key: "relaxed" if "all of the following" in parent.text else "tightened"
        for plant, parent in _with_parents(roots)
        if plant.key in keys and parent is not None
    }


def _number(plant: Plant) -> None:
    count = 0
    for child in plant.children:
        if child.kind == "item":
            count += 1
            child.number = count
        _number(child)


def _with_parents(plants: list[Plant], parent: Plant | None = None) -> Iterator[tuple[Plant, Plant | None]]:
    for plant in plants:
        yield plant, parent
        yield from _with_parents(plant.children, plant)


def _label(number: int, depth: int) -> str:
    if depth % 2 == 0:
        return str(number)
    return chr(96 + number) if number <= 26 else chr(96 + (number - 1) // 26) + chr(97 + (number - 1) % 26)


def _coded(plants: list[Plant]) -> Iterator[tuple[Plant, str, str, str]]:
    """Each plant with its id, its label, and its parent's id, in document order."""
    for at, plant in enumerate(plants):
        code = f"{at // 200 + 1}A{at % 200 + 1:03d}"
        yield plant, code, code, ""
        yield from _coded_below(plant, code, 1)


def _coded_below(plant: Plant, code: str, depth: int) -> Iterator[tuple[Plant, str, str, str]]:
    for child in plant.children:
        if child.kind == "note":
            yield child, f"{code}/note", "Note", code
            continue
        label = _label(child.number, depth)
        yield child, f"{code}.{label}", label, code
        yield from _coded_below(child, f"{code}.{label}", depth + 1)


def _ids(plants: list[Plant]) -> Iterator[tuple[str, str]]:
    for plant, ident, _, _ in _coded(plants):
        yield plant.key, ident


def _nodes(plants: list[Plant]) -> Iterator[Node]:
    for plant, ident, label, parent in _coded(plants):
        is_note = plant.kind == "note"
        yield Node(
            id=ident,
            kind="note" if is_note else "item",
            code="" if is_note else ident,
            cite="" if is_note else ident,
            label=label,
            parent=parent,
            status="reserved" if plant.reserved else "active",
            where="",
            text=plant.text,
        )
