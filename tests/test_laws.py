"""What holds for the comparison of any two editions, whatever their list."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
import pytest
from changes_nodes import item, note
from hypothesis import given, settings
from hypothesis import strategies as st

from controllist.changes.records import Change
from controllist.codes import entry_of
from controllist.comparing import compare
from controllist.comparison import Comparison, mirrored
from controllist.figures import figures_of
from controllist.ingest import read_sources
from controllist.model import Edition, EditionInfo, Node, Source
from controllist.parse import parse
from controllist.sources.scheme import load_scheme

LISTS = Path(__file__).resolve().parents[1] / "lists"
GOODS = ["Teapots", "Hammocks", "Lanterns", "Accordions", "Sundials", "Kites", "Doorbells", "Parasols", "Gondolas"]
LOOKS = ["round", "glazed", "woven", "folding", "tall", "brass", "two-armed", "striped", "wall-mounted", "“singing”"]
MEASURES = ["volume", "mass", "height", "loudness", "temperature", "width"]
UNITS = {
    "kg": "kilograms", "m": "metres", "mm": "millimetres", "s": "seconds", "W": "watts", "Hz": "hertz",
    "°C": "degrees C", "kPa": "kilopascals",
}  # fmt: skip
"""Units, each with another spelling."""
BOUNDS = ["exceeding", "less than", "of at least", "not more than"]
HEADS = {"having any of the following:": "or", "having all of the following:": "and", "as follows:": ""}
"""How an item introduces those below it, and the word that joins them."""
NEWCOMER = "Velvet curtains that open when applauded, with 33 golden tassels;"


# editions


class Gardener:
    """Grows lists of invented items: limits, notes, definitions, references, numbers kept empty, repeated sentences."""

    def __init__(self, chance: random.Random, cites: bool = True) -> None:
        self.chance = chance
        self.cites = cites
        """Whether items and notes name other items."""
        self.nodes: list[Node] = []
        self.said: list[str] = []

    def edition(self, entries: int) -> Edition:
        """An edition of so many entries."""
        for number in range(entries):
            self.grow(f"1A{number + 1:03d}", 0)
        if self.chance.random() < 0.5:
            self.nodes.append(note("def/singing", "Heard from afar.", kind="definition", label="singing"))
        return edition_of(self.nodes)

    def grow(self, code: str, depth: int) -> None:
        """An item, what stands below it, and its notes."""
        children = self.chance.choice((0, 2, 3, 4)) if depth < 3 else 0
        self.nodes.append(self.item(code, bool(children), depth))
        for place in range(children):
            self.grow(f"{code}.{label_at(place, depth)}", depth + 1)
        named = code if self.cites else "This"
        if self.chance.random() < 0.15 and self.nodes[-1].status == "active":
            self.nodes.append(note(f"{code}/note", f"{named} does not apply to {self.subject().lower()}."))

    def item(self, code: str, introduces: bool, depth: int) -> Node:
        """One item: a number kept empty, a sentence said before, or a new one."""
        if depth and not introduces and self.chance.random() < 0.06:
            return item(code, "[Reserved]", status="reserved")
        siblings = {node.text for node in self.nodes if node.parent == code.rpartition(".")[0]}
        elsewhere = [text for text in self.said if text not in siblings]
        if not introduces and elsewhere and self.chance.random() < 0.1:
            return item(code, self.chance.choice(elsewhere))
        text = self.heading() if introduces else self.clause()
        if not introduces:
            self.said.append(text)
        return item(code, text)

    def subject(self) -> str:
        """Goods."""
        return f"{self.chance.choice(GOODS)} {' and '.join(self.chance.sample(LOOKS, 2))}"

    def heading(self) -> str:
        """A sentence that introduces others."""
        return f"{self.subject()}, {self.chance.choice(list(HEADS))}"

    def clause(self) -> str:
        """A sentence with a limit, or one that names another item."""
        others = [node.code for node in self.nodes if node.code and node.status == "active"]
        if others and self.cites and self.chance.random() < 0.1:
            return f"{self.subject()} for goods specified by {self.chance.choice(others)};"
        amount = f"{self.chance.choice(BOUNDS)} {self.chance.randint(2, 900)} {self.chance.choice(list(UNITS))}"
        return f"{self.subject()}, with a {self.chance.choice(MEASURES)} {amount};"


def label_at(place: int, depth: int) -> str:
    """The label of a child by its place and its parent's depth."""
    return chr(97 + place) if depth % 2 == 0 else str(place + 1)


def edition_of(nodes: Iterable[Node], date: str = "2020-01-01") -> Edition:
    """An edition of the list that these tests invent."""
    info = EditionInfo("tea", date, f"TEA-LIST {date}", "official", Source("", "", "made"))
    return Edition(info, tuple(nodes), 1.0, (), (), "made")


def retold(node: Node, text: str) -> Node:
    """The node with another text and the figures of that text."""
    found = figures_of(text, within=node.code or node.parent)
    return msgspec.structs.replace(
        node, text=text, thresholds=found.thresholds, refs=found.refs, terms=found.terms, cas=found.cas
    )


def edition_from(seed: int, entries: int, cites: bool = True) -> Edition:
    """An edition that follows from a number; a failing test names it."""
    return Gardener(random.Random(seed), cites).edition(entries)


def successive(seed: int, entries: int, cites: bool = True) -> tuple[Edition, Edition]:
    """Two editions: the second has some items changed, taken out, emptied or put in; or they share only codes."""
    old = edition_from(seed, entries, cites)
    if seed % 5 == 0:
        return old, edition_from(seed + 1, entries, cites)
    return old, edition_of(amended(old.nodes, random.Random(seed)), "2021-01-01")


def amended(nodes: Sequence[Node], chance: random.Random) -> Iterator[Node]:
    """The nodes as the next edition has them."""
    kept = {node.parent for node in nodes} | {code for node in nodes for code in node.refs}
    gardener = Gardener(chance, cites=False)
    for node in nodes:
        what = chance.random()
        is_leaf = node.kind == "item" and node.id not in kept and "." in node.code
        if what < 0.1 and is_leaf:
            continue
        if what < 0.15 and is_leaf:
            yield item(node.code, "[Reserved]", status="reserved")
        elif what < 0.25 and node.status == "active":
            yield retold(node, re.sub(r"(?<![\w.])\d+(?= )", lambda match: str(int(match[0]) + 7), node.text))
        elif what < 0.35 and node.status == "active":
            yield retold(node, node.text.replace(" and ", " or spotted and ", 1))
        elif what < 0.4 and is_leaf:
            yield item(node.code, gardener.clause())
        else:
            yield node


def changes(comparison: Comparison) -> tuple[Change, ...]:
    """All changes, the carried ones included."""
    return (*comparison.changes, *comparison.carried)


def verdicts(comparison: Comparison) -> set[tuple[str, str, str]]:
    """What a comparison says of each pair: its ids, its kind, its effect."""
    return {(change.id, change.kind, change.effect) for change in changes(comparison)}


def active_codes(edition: Edition) -> Counter[str]:
    """The codes of the items in force."""
    return Counter(node.code for node in edition.nodes if node.kind == "item" and node.status == "active")


# the laws


SEEDS = st.integers(0, 10_000_000)
ENTRIES = st.integers(1, 4)


@given(SEEDS, ENTRIES)
@settings(max_examples=40, deadline=None)
def test_nothing_changes_from_an_edition_to_itself(seed: int, entries: int) -> None:
    edition = edition_from(seed, entries)
    found = compare(edition, edition)
    assert changes(found) == ()
    assert found.fields == ()
    assert {(link.old, link.new) for link in found.links} == {(node.id, node.id) for node in edition.nodes}


@given(SEEDS, ENTRIES)
@settings(max_examples=60, deadline=None)
def test_read_backwards_what_came_is_gone_and_what_tightened_relaxes(seed: int, entries: int) -> None:
    old, new = successive(seed, entries, cites=False)  # references: see the next tests
    there, back = compare(old, new), compare(new, old)
    assert {(link.old, link.new) for link in there.links} == {(link.new, link.old) for link in back.links}
    assert verdicts(there) == verdicts(mirrored(back))


@given(SEEDS, ENTRIES)
@settings(max_examples=60, deadline=None)
def test_the_changes_applied_to_the_old_edition_give_the_new_codes(seed: int, entries: int) -> None:
    """Who has the old edition and the record of changes knows every code of the new one, and nothing besides."""
    old, new = successive(seed, entries)
    found = compare(old, new)
    codes = active_codes(old)
    for change in changes(found):
        is_item = any(side and side.code for side in (change.old, change.new))
        if change.old and is_item and change.kind != "added":
            codes[change.old.code] -= 1
        if change.new and is_item and change.kind != "removed":
            codes[change.new.code] += 1
    assert {code: count for code, count in codes.items() if count} == active_codes(new)
    in_force = {node.id for node in old.nodes if node.status == "active"}
    origins = Counter(link.new for link in found.links if link.old in in_force)
    origins += Counter(change.new.id for change in found.changes if change.kind == "added" and change.new)
    assert all(origins[node.id] == 1 for node in new.nodes if node.status == "active")


def other_typography(node: Node, joined_by: str, chance: random.Random) -> Node:
    """The node as another printer sets it."""
    text = node.text
    if node.status == "reserved":
        return node
    quotes = chance.choice((("“", "”"), ('"', '"'), ("„", "“")))
    text = text.replace("“", "\0").replace("”", quotes[1]).replace("\0", quotes[0])
    text = text.replace("-", chance.choice("-‐‑–")).replace(" and ", chance.choice((" and ", "  and\u00a0")))
    for unit, word in UNITS.items():
        text = re.sub(rf"(?<=\d) {unit}(?=;|$)", f" {word}" if chance.random() < 0.5 else f"\u00a0{unit}", text)
    if text.endswith(";"):
        text = text[:-1] + chance.choice((";", ".", " ;", f"; {joined_by}" if joined_by else ";"))
    return retold(node, chance.choice((text, text[:1].lower() + text[1:])))


@given(SEEDS, ENTRIES)
@settings(max_examples=80, deadline=None)
def test_typography_alone_changes_nothing(seed: int, entries: int) -> None:
    edition, chance = edition_from(seed, entries), random.Random(seed)
    by_id = {node.id: node for node in edition.nodes}

    def joined_by(node: Node) -> str:
        above = by_id.get(node.parent)
        return next((word for head, word in HEADS.items() if above and above.text.endswith(head)), "")

    found = compare(edition, edition_of(other_typography(node, joined_by(node), chance) for node in edition.nodes))
    assert [(change.id, change.kind, change.effect) for change in changes(found)] == []


# one sibling more


def insertable(nodes: Sequence[Node]) -> list[Node]:
    """The items whose number a new sibling could take: the labels of all their siblings can be counted on."""
    by_id = {node.id: node for node in nodes}
    return [
        node
        for node in nodes
        if node.kind == "item" and node.parent in by_id and by_id[node.parent].kind == "item"
        and all(re.fullmatch(r"[a-y]|\d{1,2}", label_of(one)) for one in siblings_of(node, nodes))
    ]  # fmt: skip


def label_of(node: Node) -> str:
    """What an item's code adds to its parent's."""
    return node.code.removeprefix(f"{node.parent}.")


def siblings_of(node: Node, nodes: Sequence[Node]) -> list[Node]:
    """An item and the other items under its parent."""
    return [one for one in nodes if one.kind == "item" and one.parent == node.parent]


def renumbering(taken: Node, nodes: Sequence[Node]) -> Callable[[str], str]:
    """What becomes of ids and codes when a new item takes the number of `taken`: it and those behind it move up."""
    siblings = siblings_of(taken, nodes)
    behind = siblings[siblings.index(taken) :]
    labels = [label_of(node) for node in behind]
    last = str(int(labels[-1]) + 1) if labels[-1].isdigit() else chr(ord(labels[-1]) + 1)
    moved = {node.code: f"{taken.parent}.{label}" for node, label in zip(behind, [*labels[1:], last], strict=True)}

    def renamed(ident: str) -> str:
        for old, new in moved.items():
            if re.match(rf"{re.escape(old)}(?![a-z0-9])", ident):
                return new + ident[len(old) :]
        return ident

    return renamed


def with_newcomer(taken: Node, nodes: Sequence[Node], renamed: Callable[[str], str]) -> Iterator[Node]:
    """The nodes of the next edition; texts that name a shifted item name it by its new number."""
    for node in nodes:
        if node is taken:
            yield item(taken.code, NEWCOMER)
        code = renamed(node.code)
        text = re.sub(r"\d[A-E]\d{3}(?:\.[a-z0-9]+)*", lambda match: renamed(match[0]), node.text)
        shifted = msgspec.structs.replace(
            node, id=renamed(node.id), code=code, cite=code, label=node.label if not code else code.rpartition(".")[2],
            parent=renamed(node.parent),
        )  # fmt: skip
        yield shifted if text == node.text else retold(shifted, text)


def assert_one_addition(nodes: Sequence[Node], taken: Node) -> None:
    """The law: one item is added, nothing is removed, and else numbers are all that changed."""
    renamed = renumbering(taken, nodes)
    new = list(with_newcomer(taken, nodes, renamed))
    found = compare(edition_of(nodes), edition_of(new, "2021-01-01"))
    kinds = Counter(change.kind for change in changes(found))
    active = {node.id for node in nodes if node.status == "active"}
    links = {(link.old, link.new) for link in found.links if link.old in active}
    assert links == {(ident, renamed(ident)) for ident in active}
    assert [change.new and change.new.id for change in found.changes if change.kind == "added"] == [taken.code]
    assert kinds["removed"] == kinds["moved"] == kinds["rescoped"] == 0, [
        (change.id, change.kind) for change in changes(found) if change.kind in ("moved", "rescoped")
    ]
    texts = {node.id: node.text for node in new}
    retold_ids = {node.id for node in nodes if texts[renamed(node.id)] != node.text}
    assert {change.old.id for change in found.changes if change.kind == "reworded" and change.old} <= retold_ids


@given(SEEDS, ENTRIES, st.integers(0, 100))
@settings(max_examples=100, deadline=None)
def test_one_sibling_more_is_one_addition(seed: int, entries: int, choice: int) -> None:
    edition = edition_from(seed, entries)
    places = insertable(edition.nodes)
    if places:
        assert_one_addition(edition.nodes, places[choice % len(places)])


@lru_cache(maxsize=3)
def entries_of(name: str, path: Path) -> list[list[Node]]:
    """The entries of a real edition, each with what stands below it."""
    found: dict[str, list[Node]] = {}
    entry_at: dict[str, str] = {}
    for node in parse(read_sources([path]), load_scheme(LISTS / name)).nodes:
        if node.kind == "item" and node.code == entry_of(node.code):
            entry_at[node.id] = node.code
            node = msgspec.structs.replace(node, parent="")
        elif node.parent in entry_at:
            entry_at[node.id] = entry_at[node.parent]
        else:
            continue
        found.setdefault(entry_at[node.id], []).append(node)
    return list(found.values())


_SHORT = re.compile(r"(?<![\w.])\.[a-z]\b")
"""An item cited by its last label (`.b`), which the renumbering of these tests does not follow."""


def is_followed(node: Node, entry: Sequence[Node]) -> bool:
    """Whether the renumbering of these tests finds every number of the entry that a text cites.

    A number that is left as it was then names another item, and that is no mere renumbering.
    """
    codes = {one.code for one in entry}
    return not _SHORT.search(node.text) and all(ref in node.text for ref in node.refs if ref in codes)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "pattern"),
    [("us-ccl", "us/ccl_2026-06-24*"), ("hk", "hk/*.xml"), ("de-al", "de/al_07*"), ("ca-ecl", "ca/*2025-04-25*_en_*")],
)
def test_one_sibling_more_in_a_real_entry_is_one_addition(corpus: Path, name: str, pattern: str) -> None:
    chance = random.Random(name)
    entries = entries_of(name, sorted(corpus.glob(pattern))[0])
    known = [entry for entry in entries if insertable(entry) and all(is_followed(node, entry) for node in entry)]
    assert len(known) > 5
    for entry in chance.sample(known, min(40, len(known))):
        assert_one_addition(entry, chance.choice(insertable(entry)))


KETTLES = "Kettles of copper that whistle a waltz when they boil;"
LADLES = "Ladles carved from a single branch of cherry wood;"


def test_a_cited_number_that_another_item_took_reads_alike_backwards() -> None:
    head = item("1A001", "Kitchen instruments, as follows:")
    covers = "Covers for goods specified by 1A001.a;"
    old = edition_of([head, item("1A001.a", KETTLES), item("1A001.b", LADLES), item("1A002", covers)])
    new = edition_of([head, item("1A001.a", LADLES), item("1A002", covers.replace("Covers", "Covers or bags"))])
    assert verdicts(compare(old, new)) == verdicts(mirrored(compare(new, old)))


def test_a_cited_number_that_another_item_took_is_no_silent_change() -> None:
    head, covers = (
        item("1A001", "Kitchen instruments, as follows:"),
        item("1A002", "Covers for goods specified by 1A001.a;"),
    )
    old = edition_of([head, item("1A001.a", KETTLES), item("1A001.b", LADLES), covers])
    new = edition_of([head, item("1A001.a", LADLES), covers])
    assert "1A002>1A002" in {change.id for change in changes(compare(old, new))}


# what one item has in common with another beside it


def test_twins_in_other_type_keep_their_numbers() -> None:
    head, twins = item("1A001", "Pans, as follows:"), [item("1A001.a", LADLES), item("1A001.b", LADLES)]
    new = [head, retold(twins[0], LADLES.replace("a single", "a\u00a0single")), twins[1]]
    assert changes(compare(edition_of([head, *twins]), edition_of(new))) == ()


def test_notes_that_name_their_own_items_stay_with_them() -> None:
    nodes = [
        item("1A001", "Pans, as follows:"),
        item("1A001.a", KETTLES),
        note("1A001.a/note", "1A001.a does not apply to toys for bathtubs and ponds."),
        item("1A001.b", LADLES),
        note("1A001.b/note", "1A001.b does not apply to toys for bathtubs and ponds."),
    ]
    assert_one_addition(nodes, nodes[1])
