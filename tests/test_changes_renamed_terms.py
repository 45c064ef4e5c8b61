"""A term in marks that gave way to another one, where notes of both editions explain them."""

from __future__ import annotations

from changes_nodes import effect, evidence, item, note

from controllist.changes.records import Effect
from controllist.model import Node

STRONG = "Kettles with a 'strong lid', for inns;"
SAFE = "Kettles with a 'safe cover', for inns;"
MEANS = "For the purposes of 1A001, a {} means a lid that is {}."


def told(name: str, words: str, text: str) -> list[Node]:
    """An item in whose text a term stands, with the note that explains the term."""
    return [item("1A001", text), note("1A001/tn", MEANS.format(name, words), kind="technical-note")]


def changed(old: str, new: str, text: str = STRONG, other: str = SAFE) -> Effect:
    """What the new term does, where the notes say these words of the old and of the new one."""
    return effect(told("'strong lid'", old, text), told("'safe cover'", new, other), "1A001")


def test_another_name_for_what_is_explained_alike_changes_nothing() -> None:
    assert changed("of tin, screwed on by hand", "of tin, screwed on by hand") == "none"


def test_a_term_that_holds_more_is_more() -> None:
    assert changed("made of tin", "made of tin or copper") == "tightened"


def test_a_term_that_holds_less_is_less() -> None:
    assert changed("made of tin", "made of tin and having a handle") == "relaxed"


def test_in_what_is_left_out_it_is_the_other_way() -> None:
    names = "a 'strong lid'", "a 'safe cover'"
    old, new = (f"Kettles, other than those specified in item 1A002, with {name};" for name in names)
    assert changed("made of tin", "made of tin or copper", old, new) == "tightened"
    old, new = (f"Kettles, other than kettles with {name}" for name in names)
    assert changed("made of tin", "made of tin or copper", old, new) == "relaxed"


def test_a_comma_printed_before_the_last_mark_is_no_part_of_the_term() -> None:
    assert changed("made of tin", "made of tin or copper", STRONG.replace("',", ",'")) == "tightened"


def test_explanations_of_different_things_tell_nothing() -> None:
    assert changed("made of tin", "used by a smith who makes spouts for pans") == "unclear"


def test_a_term_that_is_explained_nowhere_tells_nothing() -> None:
    old = told("'strong lid'", "made of tin", STRONG)
    assert effect(old, [item("1A001", SAFE)], "1A001") == "unclear"


def test_a_comparison_without_a_figure_is_no_condition() -> None:
    old, new = "Kettles with a 'strong lid';", "Kettles with a having 'in excess of 'strong lid';"
    assert all(one.effect != "relaxed" for one in evidence([item("1A001", old)], [item("1A001", new)], "1A001"))
