"""Notes, definitions and statements that changed place or kind: who is who, with invented wording."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from controllist.alignment import Alignment, align
from controllist.model import Kind, Node, Threshold

ITEMS = """
    4A001 Puppets, as follows:
    4A001.a Puppets of linen that dance when the moon is full;
    4A001.b Puppets of lime wood whose jaws open wider than 4 cm;
    4A002 Kites of silk with a tail longer than 12 m.
    4A003 Marionettes led by more than nine threads.
"""
KINDS: dict[str, Kind] = {"note": "note", "tn": "technical-note", "nb": "nota-bene"}


def tree(lines: str) -> tuple[Node, ...]:
    """Nodes from lines `ID words`: `4A001`, `4A001.a/tn`, `def/term`, `statement/name`."""
    return tuple(_node(*line.strip().split(" ", 1)) for line in (ITEMS + lines).splitlines() if line.strip())


def _node(ident: str, words: str) -> Node:
    above, _, name = ident.partition("/")
    if above in ("def", "statement"):
        kind: Kind = "definition" if above == "def" else "statement"
        return Node(ident, kind, "", "", name.replace("-", " "), "", "active", "", words)
    if name:
        return Node(ident, KINDS[name.partition(".")[0]], "", "", name, above, "active", "", words)
    return Node(ident, "item", ident, ident, ident.rpartition(".")[2], ident.rpartition(".")[0], "active", "", words)


def changed_links(old: str, new: str) -> dict[str, str]:
    """Old id → new id of the pairs whose ids differ."""
    return _links(align(tree(old), tree(new)))


def _links(alignment: Alignment) -> dict[str, str]:
    return {pair.old.id: pair.new.id for pair in alignment.pairs if pair.old.id != pair.new.id}


def ids(nodes: Sequence[Node]) -> list[str]:
    return [node.id for node in nodes]


def test_a_definition_becomes_a_note_that_names_its_term() -> None:
    old = "def/shadow-screen A cloth lit from behind."
    new = "4A001.b/tn For the purposes of 4.A.1.b., a 'shadow screen' is a cloth lit from behind."
    assert changed_links(old, new) == {}, "five words are too few"
    old = "def/shadow-screen A cloth lit from behind on which a figure casts its outline."
    new = new[:-1] + " on which a figure casts its outline."
    assert changed_links(old, new) == {"def/shadow-screen": "4A001.b/tn"}


def test_a_note_that_names_another_term_is_not_the_definition() -> None:
    old = "def/shadow-screen Anything on which a figure lit from behind casts the outline of its hands."
    new = "4A001.b/tn A 'mirror' is anything on which a figure not lit at all from above casts the colour of its hands."
    assert changed_links(old, new) == {}


def test_a_note_with_several_terms_is_the_definition_that_is_most_of_it() -> None:
    old = """
        def/outer-thread A thread that lifts an arm.
        def/inner-thread A thread that runs through the body of the figure and turns its head towards those who clap.
    """
    new = """4A001/tn 1. An 'outer thread' is a thread that lifts an arm. 2. An 'inner thread' is a thread that runs
        through the body of the figure and turns its head towards those who clap."""
    found = align(tree(old), tree(" ".join(new.split())))
    assert _links(found) == {"def/inner-thread": "4A001/tn"}
    assert ids(found.removed) == ["def/outer-thread"]


def test_where_a_note_holds_is_not_what_it_says() -> None:
    old = "4A001.b/tn 'Jaw width' is taken between the inner edges of the teeth."
    new = "4A003/tn For the purposes of 4.A.3., 'jaw width' is taken between the inner edges of the teeth."
    assert changed_links(old, new) == {"4A001.b/tn": "4A003/tn"}


def test_notes_that_differ_in_their_subject_are_two() -> None:
    old = "4A001.a/tn The state of strings made for other figures is that of the figure."
    new = "4A002/tn The state of ribbons made for other flyers is that of the flyer."
    assert changed_links(old, new) == {}


LONGER = "1. The reach of a thread is measured at rest. 2. 'Jaw width' is taken between the inner edges of the teeth, \
when the jaw hangs down by its weight. 3. Knots are no ornament. 4. 'Rest' lasts from the end of one scene to the \
beginning of the next, whoever sits behind the stage and whatever is played."


@pytest.mark.parametrize(("place", "goes_in"), [("4A001", True), ("4A002", False)])
def test_a_note_goes_into_a_longer_one_above_it(place: str, goes_in: bool) -> None:
    old = "4A001.b/tn 'Jaw width' is taken between the inner edges of the teeth, when the jaw hangs down by its weight."
    new = f"{place}/tn {LONGER}"
    assert changed_links(old, new) == ({"4A001.b/tn": f"{place}/tn"} if goes_in else {})


def test_an_exclusion_does_not_go_into_a_longer_one() -> None:
    old = "4A001.b/note Jaws are not specified when the jaw hangs down by its weight and shows no teeth at all."
    rest = "1. Threads measured at rest; 2. Knots; 3. Whatever lasts from the end of one scene to the next \
and is seen by nobody; 4. Ribbons of silk; 5. Bells of tin; "
    new = f"4A001/note The following are not specified: {rest} {old.split(' ', 1)[1]}"
    assert changed_links(old, new) == {}
    explaining = old.replace("/note", "/tn"), new.replace("/note", "/tn")
    assert changed_links(*explaining) == {"4A001.b/tn": "4A001/tn"}


def test_a_note_becomes_a_general_statement() -> None:
    words = "Whether a thread is a part of its figure is told by where the thread ends, even if a hand holds it"
    old = f"4A001/note {words} on most days of the year."
    new = f"statement/threads {words}."
    assert changed_links(old, new) == {"4A001/note": "statement/threads"}


def test_pointers_to_other_places_are_known_by_all_their_words() -> None:
    old = "4A001.a/nb Toys and games once in 4A001.a now stand in 4A003.b."
    new = "4A002/nb Toys and games once in 4A002 now stand in 4B777.a."
    assert changed_links(old, new) == {}


def test_a_statement_of_another_heading_that_says_the_same_is_the_statement() -> None:
    words = "The names of the figures are those that the maker cut into the left sole of each of them."
    old = f"statement/annex {words}"
    new = f"""
        statement/annex Fees are paid at the gate in coins of copper before the play begins, never behind the stage.
        statement/names-of-figures {words} Figures without soles have none.
    """
    assert changed_links(old, new) == {"statement/annex": "statement/names-of-figures"}


def test_technology_in_an_entry_of_goods_is_technology() -> None:
    words = '"Technology" for carving jaws that open without a sound and close by their own weight;'
    old = f"4A003.a {words}"
    new = f"4E001 Lore, as follows:\n4E001.a {words}"
    assert changed_links(old, new) == {"4A003.a": "4E001.a"}
    bare = words.replace('"', "")
    assert changed_links(old.replace(words, bare), new.replace(words, bare)) == {}


def test_no_pair_across_kinds_against_a_judgement_or_a_budget() -> None:
    old = tree("def/shadow-screen A cloth lit from behind on which a figure casts its outline.")
    new = tree("4A001.b/tn A 'shadow screen' is a cloth lit from behind on which a figure casts its outline.")
    found = align(old, new, budget=0)
    assert ids(found.removed) == ["def/shadow-screen"]
    assert found.budget_exceeded
    empty = tuple(msgspec.structs.replace(node, text="") for node in new)
    assert "def/shadow-screen" in ids(align(old, empty).removed)


def test_a_pointer_stays_in_its_place_whatever_it_points_to() -> None:
    old = "4A001.a/nb See also 4B002."
    new = "4A001.a/nb Threads and hooks: ask at the gate, or turn to 4D007.c."
    assert "4A001.a/nb" in same_ids(old, new)
    assert "4A001.a/nb" not in same_ids(old, new + "\n4A001.a/nb.2 For cloth, mind the rules of the fair."), "two"
    said = "4A001.a/nb For what becomes of puppets that are left in the rain, see the last page."
    told = "4A001.a/nb For threads of copper wire drawn by any other maker, see the blue book of rules."
    assert "4A001.a/nb" not in same_ids(said, told), "sentences are told by their words"


def same_ids(old: str, new: str) -> set[str]:
    """The ids that are paired with themselves."""
    return {pair.old.id for pair in align(tree(old), tree(new)).pairs if pair.old.id == pair.new.id}


def table(ident: str, *rows: tuple[str, ...]) -> Node:
    return msgspec.structs.replace(_node(ident, ""), rows=rows)


WOODS = (("Figure (*)", "Wood"), ("King", "Lime or pear"), ("Crocodile", "Alder"), ("Watchman", "Spruce (3)"))


def test_a_table_under_another_name_is_known_by_its_rows() -> None:
    old = [*tree(""), table("statement/table", *WOODS)]
    paged = (*WOODS[:2], ("Figure", "Wood"), *WOODS[2:])
    other = (("Figure", "Cloth"), ("Queen", "Silk"), ("Ghost", "Linen and gauze"), ("Devil", "Red felt"))
    for rows, is_known in ((paged, True), ((*WOODS, ("Jester", "Fir")), True), (other, False)):
        found = _links(align(old, [*tree(""), table("statement/table-of-woods", *rows)]))
        assert found == ({"statement/table": "statement/table-of-woods"} if is_known else {})


def test_what_only_shares_a_frame_and_excludes_by_its_limits_is_another() -> None:
    def strung(ident: str, low: float, high: float, words: str = "") -> Node:
        limits = [Threshold("thread length", op, value, "m", f"{word} {value:g} m")
                  for op, value, word in ((">", low, "above"), ("<=", high, "not above"))]
        text = f"Thread length above {low:g} m but not above {high:g} m{words}:"
        return msgspec.structs.replace(_node(ident, text), thresholds=tuple(limits))

    def links(old: Node, *new: Node) -> dict[str, str]:
        return _links(align([*tree(""), old], [*tree(""), *new]))

    old = strung("4A003.c", 1, 2)
    assert links(old, strung("4A003.d", 1, 3)) == {"4A003.c": "4A003.d"}
    assert links(old, strung("4A003.d", 4, 5)) == {}
    assert links(old, strung("4A003.d", 4, 5), strung("4A003.e", 1, 3)) == {"4A003.c": "4A003.e"}
    words = ", a crossbar of walnut, brass hooks, padded wrist straps and a shadow lantern"
    assert links(strung("4A003.c", 1, 2, words), strung("4A003.d", 4, 5, words)) == {"4A003.c": "4A003.d"}


def test_an_edition_without_nodes_has_nothing_to_pair() -> None:
    nodes = tree("")
    assert [node.id for node in align([], nodes).added] == [node.id for node in nodes]
    assert [node.id for node in align(nodes, []).removed] == [node.id for node in nodes]
    assert align([], []).pairs == ()
