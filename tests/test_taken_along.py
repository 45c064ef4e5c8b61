"""Items that moved between lists of which one holds mixtures of what it names: invented clauses."""

from __future__ import annotations

import pytest
from changes_nodes import editions, item

from controllist.changes.place.headings.lead_ins import lead_in_evidence


def _moved(old: str, new: str, substance: str = "Tin glaze (CAS 1332-29-2)") -> list[str]:
    """The effects of where an item stands that went from a list with one heading to a list with another."""
    before = [item("1A001", "Glazes for kettles, as follows:"), item("1A001.a", old), item("1A001.a.1", substance)]
    after = [item("1A002", new), item("1A002.a", substance)]
    ground = editions(before, after)
    ground.partner["1A001.a.1"], ground.origin["1A002.a"] = "1A002.a", "1A001.a.1"
    return [one.effect for one in lead_in_evidence(before[-1], after[-1], ground)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Glazes, as follows, and mixtures thereof:", "Metals and glazes, as follows:"),
        ("Glazes, as follows:", "Glazes, as follows, and salts, esters and mixtures thereof:"),
        ("Glazes, as follows, and mixtures thereof:", "Glazes, as follows, and salts thereof:"),
        ("Glasuren wie folgt und Mischungen daraus:", "Glasuren wie folgt:"),
    ],
)
def test_an_item_that_left_a_list_which_holds_mixtures_too(old: str, new: str) -> None:
    assert _moved(old, new) == ["unclear"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Glazes, as follows, and mixtures thereof:", "Enamels, as follows, and mixtures thereof:"),
        ("Glazes, as follows, and mixtures and salts thereof:", "Enamels, as follows, and salt or mixture thereof:"),
        ("Mixtures and components thereof, as follows:", "Enamels, as follows:"),
    ],
)
def test_an_item_that_left_a_list_for_one_that_holds_as_much_beside_it(old: str, new: str) -> None:
    assert _moved(old, new) == []


def test_an_item_that_names_its_mixtures_itself_needs_no_heading_for_it() -> None:
    own = "Tin glaze (CAS 1332-29-2) and mixtures thereof"
    assert _moved("Glazes, as follows, and mixtures thereof:", "Metals and glazes, as follows:", own) == []


def test_a_substance_known_by_its_number_is_asked_for_more_where_its_heading_asks() -> None:
    assert _moved("Glazes, as follows:", "Kettles having a glaze thicker than 3 mm made from any of the following:")
