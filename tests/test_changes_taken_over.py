"""A term behind a name of goods whose definition went into what explains the goods."""

from __future__ import annotations

from changes_nodes import effect, item, note

from controllist.changes.records import Effect

MEANT = "Any alteration (such as a thicker rim) designed to increase the resistance to falls, shocks or boiling water."
NOTE = "For the purposes of 1A001, 'porcelain cups' are those altered to increase resistance to falls, shocks{}"
ALL = " or boiling water."


def renamed(explained: str, old: str = 'Porcelain cups "hardened for travel";') -> Effect:
    """What it does that the term went from behind the cups, which are a term with such an explanation now."""
    olds = [item("1A001", old), note("def/hardened", MEANT, kind="definition", label="Hardened for travel")]
    news = [item("1A001", "'Porcelain cups';"), note("1A001/tn", explained, kind="technical-note")]
    return effect(olds, news, "1A001")


def test_goods_explained_by_what_the_term_meant_are_the_same() -> None:
    assert renamed(NOTE.format(ALL)) == "none"


def test_an_explanation_that_leaves_out_part_of_it_is_another_one() -> None:
    assert renamed(NOTE.format(".")) == "unclear"


def test_an_explanation_that_asks_for_much_besides_is_another_one() -> None:
    more = " or boiling water in kitchens, offices, railway carriages and schools."
    assert renamed(NOTE.format(more)) == "unclear"


def test_an_explanation_with_an_exception_is_another_one() -> None:
    assert renamed(NOTE.format(" or boiling water, except saucers.")) == "unclear"
