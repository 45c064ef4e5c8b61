"""Which item is which: readable cases with invented wording, and what holds for every list."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controllist.alignment import Alignment, Judgement, align, judgements_between
from controllist.alignment.assignment import assign
from controllist.errors import WrongUse
from controllist.history.store import load_history
from controllist.model import Kind, Node, Threshold


def tree(text: str) -> tuple[Node, ...]:
    """Nodes from lines `CODE words`; a code ending in `/note` or the like is a note, `def/…` a definition."""
    nodes = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        code, _, words = line.partition(" ")
        nodes.append(node(code, words))
    return tuple(nodes)


def node(ident: str, words: str, **others: object) -> Node:
    item, _, note = ident.partition("/")
    kind: Kind = "definition" if item == "def" else "note" if note else "item"
    code = ident if kind == "item" else ""
    label = note if kind != "item" else ident.rpartition(".")[2]
    parent = "" if item == "def" else item if note else ident.rpartition(".")[0]
    reserved = words == "[Reserved]"
    plain = Node(ident, kind, code, code, label, parent, "reserved" if reserved else "active", "", words)
    return msgspec.structs.replace(plain, **others)


def links(alignment: Alignment) -> dict[str, str]:
    """Old id → new id of the pairs whose ids differ."""
    return {pair.old.id: pair.new.id for pair in alignment.pairs if pair.old.id != pair.new.id}


def ids(nodes: Sequence[Node]) -> list[str]:
    return [node.id for node in nodes]


def how(alignment: Alignment, old: str) -> tuple[str, float]:
    return next((pair.matched_by, pair.score) for pair in alignment.pairs if pair.old.id == old)


OLD = tree("""
    3A001 Kitchen instruments, as follows:
    3A001.a Kettles having any of the following:
    3A001.a.1 A whistle louder than 80 dB and a spout of brass;
    3A001.a.2 A capacity exceeding 5 l and a handle of bamboo; or
    3A001.a.3 A lid engraved with more than 12 ornaments.
    3A001.a/note Kettles for dolls' houses stay outside this paragraph.
    3A001.b Ladles carved from a single branch of cherry wood;
    3A001.c Sieves with meshes finer than 0.2 mm.
    3A002 Garden furniture, as follows:
    3A002.a Hammocks for three or more persons;
    3A002.b Swings with ropes longer than 4 m.
    def/ornament A figure that serves no purpose but to please.
""")


def test_an_insertion_takes_the_old_number() -> None:
    new = tree("""
        3A001 Kitchen instruments, as follows:
        3A001.a Kettles having any of the following:
        3A001.a.1 A thermometer that can be read in the dark;
        3A001.a.2 A whistle louder than 80 dB and a spout of brass;
        3A001.a.3 A capacity exceeding 5 l and a handle of bamboo; or
        3A001.a.4 A lid engraved with more than 12 ornaments.
        3A001.a/note Kettles for dolls' houses stay outside this paragraph.
        3A001.b Ladles carved from a single branch of cherry wood;
        3A001.c Sieves with meshes finer than 0.2 mm.
        3A002 Garden furniture, as follows:
        3A002.a Hammocks for three or more persons;
        3A002.b Swings with ropes longer than 4 m.
        def/ornament A figure that serves no purpose but to please.
    """)
    found = align(OLD, new)
    assert ids(found.added) == ["3A001.a.1"]
    assert not found.removed
    assert links(found) == {
        "3A001.a.1": "3A001.a.2",
        "3A001.a.2": "3A001.a.3",
        "3A001.a.3": "3A001.a.4",
    }


def test_a_like_item_is_inserted_and_the_old_one_reworded_and_renumbered() -> None:
    """The new d.2 resembles the old d.2, which became d.3 and was reworded a little in the same edition."""
    old = tree("""
        3A002 Instruments, as follows:
        3A002.d Barrel organs having any of the following:
        3A002.d.1 A loudness exceeding 70 dB at any pitch below 400 Hz;
        3A002.d.2 A 'range of tunes' as given by any of the following:
        3A002.d.2.a Exceeding 22 tunes with barrels longer than 48 cm but not longer than 318 cm;
        3A002.d.2.b Exceeding 55 tunes with barrels longer than 318 cm;
        3A002.d.3 [Reserved]
    """)
    new = tree("""
        3A002 Instruments, as follows:
        3A002.d Barrel organs having any of the following:
        3A002.d.1 A loudness exceeding 70 dB at any pitch below 400 Hz;
        3A002.d.2 A 'range of costumes' as given by any of the following:
        3A002.d.2.a Exceeding 22 costumes with sleeves longer than 48 cm but not longer than 90 cm;
        3A002.d.2.b Exceeding 55 costumes with sleeves longer than 90 cm;
        3A002.d.3 A 'range of tunes' as given by either of the following:
        3A002.d.3.a Exceeding 22 tunes with barrels longer than 48 cm but not longer than 318 cm;
        3A002.d.3.b Exceeding 55 tunes with barrels longer than 318 cm;
    """)
    found = align(old, new)
    assert links(found) == {
        "3A002.d.2": "3A002.d.3", "3A002.d.2.a": "3A002.d.3.a", "3A002.d.2.b": "3A002.d.3.b",
    }  # fmt: skip
    assert ids(found.added) == ["3A002.d.2", "3A002.d.2.a", "3A002.d.2.b"]
    assert not found.removed
    assert ids(found.numbers_dropped) == ["3A002.d.3"]


def test_a_code_given_to_another_item_is_not_the_same_item() -> None:
    new = change(OLD, "3A001.b", "Umbrellas that play a waltz when opened;")
    found = align(OLD, new)
    assert ids(found.removed) == ["3A001.b"]
    assert ids(found.added) == ["3A001.b"]


def test_a_changed_figure_leaves_the_item_what_it_is() -> None:
    found = align(OLD, change(OLD, "3A001.a.2", "A capacity exceeding 7 l and a handle of bamboo; or"))
    assert not found.removed
    assert not found.added
    matched_by, score = how(found, "3A001.a.2")
    assert matched_by == "code"
    assert 0.8 < score < 1


def test_a_split_names_both_parts() -> None:
    new = (
        *change(OLD, "3A001.a.1", "A whistle louder than 80 dB;"),
        node("3A001.a.4", "A spout of brass."),
    )
    found = align(OLD, new)
    assert [(split.old.id, ids(split.new)) for split in found.splits] == [("3A001.a.1", ["3A001.a.1", "3A001.a.4"])]
    assert ids(found.added) == ["3A001.a.4"]
    assert found.mirrored.merges[0].new.id == "3A001.a.1"


def test_a_merge_names_both_sources() -> None:
    new = without(
        change(OLD, "3A002.a", "Hammocks for three or more persons and swings with ropes longer than 4 m;"), "3A002.b"
    )
    found = align(OLD, new)
    assert [(ids(merge.old), merge.new.id) for merge in found.merges] == [(["3A002.a", "3A002.b"], "3A002.a")]
    assert ids(found.removed) == ["3A002.b"]


def test_an_item_unfolds_into_cases_below_itself() -> None:
    old = tree("5A001 Toys, as follows:\n5A001.a Kites of silk and kites of paper longer than 2 m;")
    new = tree("""
        5A001 Toys, as follows:
        5A001.a Kites, as follows:
        5A001.a.1 Kites of silk;
        5A001.a.2 Kites of paper longer than 2 m;
    """)
    found = align(old, new)
    assert not found.removed
    assert ids(found.added) == ["5A001.a.1", "5A001.a.2"]


def test_a_wider_heading_takes_the_code_of_what_it_heads() -> None:
    old = tree("""
        5A001 Toys, as follows:
        5A001.a Musical boxes designed for lullabies at bedtime and a volume of 3 l or more;
    """)
    new = tree("""
        5A001 Toys, as follows:
        5A001.a Bedroom equipment designed for lullabies at bedtime as follows:
        5A001.a.1 Walnut musical boxes having a volume of 3 l or more;
        5A001.a.2 Mobiles with stars that can hang above a cradle without a draught;
        5A001.a.3 Night lights in the likeness of a moon or an owl;
    """)
    found = align(old, new)
    assert links(found) == {"5A001.a": "5A001.a.1"}
    assert ids(found.added) == ["5A001.a", "5A001.a.2", "5A001.a.3"]


def test_a_heading_that_names_the_item_over_its_conditions_is_the_item() -> None:
    old = tree("""
        5A001 Toys, as follows:
        5A001.a Kaleidoscopes specially made for sailors, with mirrors of polished tin;
    """)
    new = tree("""
        5A001 Toys, as follows:
        5A001.a Kaleidoscopes having all of the following:
        5A001.a.1 Specially made for sailors; and
        5A001.a.2 Mirrors of polished tin or brass;
    """)
    found = align(old, new)
    assert not links(found)
    assert ids(found.added) == ["5A001.a.1", "5A001.a.2"]


def test_an_entry_that_became_a_part_of_itself_is_known_by_its_parts() -> None:
    old = tree("""
        9A012 Clockwork nightingales having any of the following:
        9A012.a A song that lasts longer than a cup of tea; or
        9A012.b A flight out of the sight of the listener.
    """)
    new = tree("""
        9A012 "Clockwork nightingales" ("CNs"), cages and perches, as follows:
        9A012.a "CNs" having any of the following:
        9A012.a.1 A song that lasts longer than a cup of tea; or
        9A012.a.2 A flight out of the sight of any listener.
        9A012.b Cages and perches, as follows:
        9A012.b.1 Cages made for "CNs" specified by 9A012.a;
    """)
    found = align(old, new)
    assert links(found) == {"9A012": "9A012.a", "9A012.a": "9A012.a.1", "9A012.b": "9A012.a.2"}
    assert ids(found.added) == ["9A012", "9A012.b", "9A012.b.1"]


def test_a_move_is_seen_though_the_item_was_rewritten() -> None:
    old = (*OLD, node("3A003", "Theatre requisites, as follows:"),
           node("3A003.a", "Thunder sheets, except tin sheets, with mallets and gongs for theatre storms."))
    rewritten = "Sheets (also of copper) for thunder in theatre storms, tin ones excepted, with mallets and gongs;"
    new = (*OLD, node("3A003", "[Reserved]"), node("3A004", "Weather, as follows:"), node("3A004.a", rewritten))
    assert links(align(old, new)) == {"3A003.a": "3A004.a"}


def test_the_same_words_about_another_product_group_are_no_move() -> None:
    words = "Bellows driven by a water wheel and employing more than three organ pipes;"
    old = tree(f"5A001 Organs, as follows:\n5A001.a {words}\n5B001 Tools, as follows:")
    new = tree(f"5A001 Organs, as follows:\n5B001 Tools, as follows:\n5B001.a {words}")
    found = align(old, new)
    assert ids(found.removed) == ["5A001.a"]
    assert ids(found.added) == ["5B001.a"]


def test_a_division_is_told_though_the_chemical_number_is_the_same() -> None:
    both = "Blue vitriol for ink (11111-11-1); oak gall tannin for parchment (22222-22-2);"
    old = (node("1C001", "Inks, as follows:"), node("1C001.a", both, cas=("11111-11-1", "22222-22-2")))
    new = (
        old[0],
        node("1C001.a", "Blue vitriol for ink (11111-11-1);", cas=("11111-11-1",)),
        node("1C001.b", "Oak gall tannin for parchment (22222-22-2);", cas=("22222-22-2",)),
    )
    assert [(split.old.id, ids(split.new)) for split in align(old, new).splits] == [("1C001.a", ["1C001.a", "1C001.b"])]


def test_a_move_to_another_parent_takes_what_stands_below() -> None:
    new = tree("""
        3A001 Kitchen instruments, as follows:
        3A001.b Ladles carved from a single branch of cherry wood;
        3A001.c Sieves with meshes finer than 0.2 mm.
        3A002 Garden furniture, as follows:
        3A002.a Hammocks for three or more persons;
        3A002.b Swings with ropes longer than 4 m.
        3A002.c Kettles having any of the following:
        3A002.c.1 A whistle louder than 90 dB and a spout of brass;
        3A002.c.2 A capacity exceeding 5 l and a handle of bamboo; or
        3A002.c.3 A lid engraved with more than 12 ornaments.
        3A002.c/note Kettles for dolls' houses stay outside this paragraph.
        def/ornament A figure that serves no purpose but to please.
    """)
    found = align(OLD, new)
    assert not found.removed
    assert not found.added
    assert links(found) == {
        old: old.replace("3A001.a", "3A002.c")
        for old in ("3A001.a", "3A001.a.1", "3A001.a.2", "3A001.a.3", "3A001.a/note")
    }
    kettle = next(pair for pair in found.pairs if pair.old.id == "3A001.a")
    assert not found.parent_kept(kettle)


def test_a_technical_note_becomes_a_definition() -> None:
    old = tree("4A001 Puppets.\n4A001/tn 'Strings' are threads of linen by which a puppet is made to dance and bow.")
    new = tree("4A001 Puppets.\ndef/strings Threads of linen by which a puppet is made to dance and bow.")
    assert links(align(old, new)) == {"4A001/tn": "def/strings"}


def test_an_item_never_becomes_a_note() -> None:
    old = tree("4A001 Puppets, as follows:\n4A001.a Puppets of linen that dance and bow when the moon is full;")
    new = tree("4A001 Puppets, as follows:\n4A001/note Puppets of linen that dance and bow when the moon is full;")
    found = align(old, new)
    assert ids(found.removed) == ["4A001.a"]
    assert ids(found.added) == ["4A001/note"]


def test_a_definition_is_known_by_its_term() -> None:
    found = align(OLD, change(OLD, "def/ornament", "Whatever stands on a shelf to be dusted."))
    assert how(found, "def/ornament")[0] == "code"


def test_reserved_numbers_pair_by_number_only() -> None:
    old = tree("1A001 Bells, as follows:\n1A001.a [Reserved]\n1A001.b Bells of glass;\n1A001.c [Reserved]")
    new = tree("1A001 Bells, as follows:\n1A001.a [Reserved]\n1A001.b [Reserved]\n1A001.c Gongs of copper;")
    found = align(old, new)
    assert ids(found.removed) == ["1A001.b"]
    assert ids(found.added) == ["1A001.c"]
    assert ids(found.numbers_reserved) == ["1A001.b"]
    assert ids(found.numbers_dropped) == ["1A001.c"]


def test_the_same_chemical_by_its_number_whatever_its_place_and_name() -> None:
    old = (
        node("1C001", "Inks, as follows:"),
        node("1C001.a", "Blue vitriol for ink (11111-11-1);", cas=("11111-11-1",)),
        node("1C001.b", "Oak gall tannin (22222-22-2);", cas=("22222-22-2",)),
    )
    new = (
        old[0],
        node("1C001.a", "(C.A.S. #22222-22-2) Gallotannic acid;", cas=("22222-22-2",)),
        node("1C001.b", "(C.A.S. #11111-11-1) Copper sulphate;", cas=("11111-11-1",)),
    )
    assert links(align(old, new)) == {"1C001.a": "1C001.b", "1C001.b": "1C001.a"}


def test_the_runner_up_is_told() -> None:
    old = tree("6A001 Clocks:\n6A001.a Clocks with 3 cuckoos of walnut;\n6A001.b Clocks with 5 mice of oak;")
    new = tree("6A001 Clocks:\n6A001.a Clocks with 4 cuckoos of walnut;\n6A001.b Clocks with 6 mice of oak;")
    pair = align(old, new).pairs[1]
    assert pair.new.id == "6A001.a"
    assert pair.runner_up is not None
    assert pair.runner_up.id == "6A001.b"
    assert pair.runner_up.score < pair.score


def test_people_overrule() -> None:
    new = change(OLD, "3A001.a.2", "A capacity exceeding 7 l and a handle of bamboo; or")
    verdict = Judgement("2020-01-01", "2021-01-01", "3A001.a.2", "3A001.a.2", same=False, reason="another vessel")
    found = align(OLD, new, [verdict])
    assert "3A001.a.2" in ids(found.removed)
    other = change(OLD, "3A001.b", "Umbrellas that play a waltz when opened;")
    verdict = Judgement("2020-01-01", "2021-01-01", "3A001.b", "3A001.b", same=True, reason="said so in the preamble")
    assert how(align(OLD, other, [verdict]), "3A001.b")[0] == "judgement"


def test_judgements_hold_for_their_editions_in_both_directions() -> None:
    verdict = Judgement("2020-01-01", "2021-01-01", "1A001", "1A002", same=True)
    assert judgements_between([verdict], "2021-01-01", "2022-01-01") == ()
    assert judgements_between([verdict], "2021-01-01", "2020-01-01")[0].old == "1A002"


def test_a_judgement_on_a_node_that_is_not_there_is_refused() -> None:
    with pytest.raises(WrongUse, match="9Z999"):
        align(OLD, OLD, [Judgement("a", "b", "9Z999", "3A001", same=True)])


def test_what_the_budget_cuts_off_is_told() -> None:
    new = tuple(msgspec.structs.replace(n, text=re.sub(r"\d+", "77", n.text)) for n in OLD)
    full = align(OLD, new)
    assert not full.budget_exceeded
    found = align(OLD, new, budget=1)
    assert found.budget_exceeded
    assert found.comparisons <= 1
    assert found.undone[0].comparisons > 0


# facts alone


LIMIT = Threshold("whistle", ">", 80.0, "dB", "")


def bare(nodes: Sequence[Node], **limits: tuple[Threshold, ...]) -> tuple[Node, ...]:
    """The nodes without words; limits by code, dots as underscores."""
    known = {code.replace("_", "."): found for code, found in limits.items()}
    return tuple(msgspec.structs.replace(n, text="", thresholds=known.get(n.id[1:], ())) for n in nodes)


def test_digests_stand_for_words() -> None:
    new = tree("3A001 Bells, as follows:\n3A001.a New;\n3A001.b Old one;\n3A001.c Old two;")
    old = tree("3A001 Bells, as follows:\n3A001.a Old one;\n3A001.b Old two;")
    digests = ({n.id: n.text for n in old}, {n.id: n.text for n in new})
    found = align(bare(old), bare(new), digests=digests)
    assert links(found) == {"3A001.a": "3A001.b", "3A001.b": "3A001.c"}
    assert ids(found.added) == ["3A001.a"]


def test_figures_tell_where_there_are_neither_words_nor_digests() -> None:
    old = tree("3A001 x\n3A001.a x\n3A001.b x")
    found = align(bare(old, A001_a=(LIMIT,)), bare(old, A001_b=(LIMIT,)))
    assert links(found).get("3A001.a") == "3A001.b"


def test_a_pair_that_only_its_number_supports_says_so() -> None:
    nodes = bare(tree("3A001 x\n3A001.a x"))
    found = align(nodes, nodes)
    assert {pair.matched_by for pair in found.pairs} == {"number"}


# what holds for every list


WORDS = ["tin", "oak", "silk", "brass", "round", "tall", "green", "loud", "soft", "wide", "thin", "curly", "quick"]


@st.composite
def small_lists(draw: st.DrawFn) -> tuple[Node, ...]:
    """Small trees of items with distinct words, some with notes or numbers kept empty."""
    chance = random.Random(draw(st.integers(0, 10_000)))
    nodes: list[Node] = []

    def grow(code: str, depth: int) -> None:
        words = " ".join(chance.choices(WORDS, k=7))
        nodes.append(node(code, f"{words} number {len(nodes)}x{chance.randrange(10**6)};"))
        if depth < 3:
            for place in range(chance.randint(0, 4)):
                grow(f"{code}.{label(place, depth)}", depth + 1)
        if chance.random() < 0.2:
            nodes.append(node(f"{code}/note", f"Not {' '.join(chance.choices(WORDS, k=6))} {chance.randrange(10**6)}"))

    for entry in range(draw(st.integers(1, 5))):
        grow(f"1A{entry + 1:03d}", 0)
    return tuple(nodes)


def label(place: int, depth: int) -> str:
    return chr(97 + place) if depth % 2 == 0 else str(place + 1)


@given(small_lists())
@settings(max_examples=60, deadline=None)
def test_an_edition_is_identical_with_itself(nodes: tuple[Node, ...]) -> None:
    found = align(nodes, nodes)
    assert {(pair.old.id, pair.matched_by) for pair in found.pairs} == {(n.id, "identical") for n in nodes}
    assert not links(found)
    assert not found.splits
    assert not found.merges


@given(small_lists(), small_lists())
@settings(max_examples=60, deadline=None)
def test_one_direction_mirrors_the_other(old: tuple[Node, ...], new: tuple[Node, ...]) -> None:
    assert align(old, new) == align(new, old).mirrored


@given(small_lists(), small_lists())
@settings(max_examples=60, deadline=None)
def test_every_node_has_one_place(old: tuple[Node, ...], new: tuple[Node, ...]) -> None:
    found = align(old, new)
    left = [pair.old.id for pair in found.pairs] + ids(found.removed) + ids(found.numbers_dropped)
    right = [pair.new.id for pair in found.pairs] + ids(found.added) + ids(found.numbers_reserved)
    assert sorted(left) == sorted(ids(old))
    assert sorted(right) == sorted(ids(new))


@given(small_lists())
@settings(max_examples=60, deadline=None)
def test_typography_alone_changes_no_pair(nodes: tuple[Node, ...]) -> None:
    new = tuple(msgspec.structs.replace(n, text=n.text.capitalize().replace(" ", "\u00a0").rstrip(";") + "; or")
                for n in nodes)  # fmt: skip
    found = align(nodes, new)
    assert {(pair.old.id, pair.score) for pair in found.pairs} == {(n.id, 1.0) for n in nodes}


@given(small_lists(), st.integers(0, 1000))
@settings(max_examples=100, deadline=None)
def test_one_inserted_sibling_is_one_addition(nodes: tuple[Node, ...], choice: int) -> None:
    items = [n for n in nodes if n.kind == "item" and n.parent]
    if not items:
        return
    taken = items[choice % len(items)]
    new, renamed = inserted(nodes, taken)
    found = align(nodes, new)
    assert ids(found.added) == [taken.id]
    assert not found.removed
    assert links(found) == renamed


def inserted(nodes: Sequence[Node], taken: Node) -> tuple[tuple[Node, ...], dict[str, str]]:
    """The list with a new item at the number of `taken`, which shifts with its later siblings; old id → new id."""
    siblings = [n for n in nodes if n.parent == taken.parent and n.kind == "item"]
    depth = taken.id.count(".") - 1
    first = siblings.index(taken)
    shifted = {n.id: f"{n.parent}.{label(at + 1, depth)}" for at, n in enumerate(siblings) if at >= first}

    def renamed(ident: str) -> str:
        for old, new in shifted.items():
            if ident == old or ident.startswith((f"{old}.", f"{old}/")):
                return new + ident[len(old) :]
        return ident

    found: list[Node] = []
    for n in nodes:
        if n is taken:
            found.append(node(taken.id, "A velvet curtain that opens when applauded, with 33 golden tassels;"))
        fresh = renamed(n.id)
        found.append(n if fresh == n.id else node(fresh, n.text))
    return tuple(found), {n.id: renamed(n.id) for n in nodes if renamed(n.id) != n.id}


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9), min_size=1))
def test_the_assignment_is_the_best_one(scores: dict[tuple[int, int], int]) -> None:
    found = assign(scores)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)

    def best(row: int, free: frozenset[int]) -> int:
        if row > 4:
            return 0
        taking = [scores[row, column] + best(row + 1, free - {column}) for column in free if (row, column) in scores]
        return max([best(row + 1, free), *taking])

    assert sum(scores[pair] for pair in found) == best(0, frozenset(range(5)))


# real editions, from facts


@pytest.mark.parametrize(
    ("name", "old", "new", "kept"),
    [("wa", "2018-12-06", "2019-12-05", 0.95), ("us-ccl", "2018-01-08", "2018-04-02", 0.98)],
)
def test_the_dataset_alone_aligns(lists: Path, name: str, old: str, new: str, kept: float) -> None:
    history = load_history(lists / name)
    if old not in history.readings:
        pytest.skip("not in the dataset")
    sides = [history.facts(date) for date in (old, new)]
    digests = ({i: f.digest for i, f in sides[0].items()}, {i: f.digest for i, f in sides[1].items()})
    nodes = [history.nodes(date, "", "dotted") for date in (old, new)]
    found = align(nodes[0], nodes[1], digests=digests)
    assert len(found.pairs) >= kept * len(nodes[0])
    assert not found.budget_exceeded


def change(nodes: Sequence[Node], ident: str, words: str) -> tuple[Node, ...]:
    return tuple(msgspec.structs.replace(n, text=words) if n.id == ident else n for n in nodes)


def without(nodes: Sequence[Node], ident: str) -> tuple[Node, ...]:
    return tuple(n for n in nodes if n.id != ident)


def test_the_worst_case_keeps_to_its_budget() -> None:
    """Two thousand siblings, all alike and all changed: what cannot be compared within the budget is told."""
    head = node("1A001", "Buttons, as follows:")
    old = (head, *(node(f"1A001.{n}", f"Round button of tin no. {n} x") for n in range(2000)))
    new = (head, *(node(f"1A001.{n + 5000}", f"Round button of oak no. {n} y z") for n in range(2000)))
    found = align(old, new, budget=1500)
    assert found.comparisons <= 1500
    assert found.budget_exceeded
    assert len(found.pairs) + len(found.removed) == len(old)
