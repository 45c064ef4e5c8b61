"""What lists put in other marks, spellings and citations is no difference, and quotes stand as they are printed."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import item, note
from mirrors_editions import RULES, edition, kettles
from test_mirrors_adoption import NEW, OLD, told
from test_mirrors_gaps import rows

from controllist.mirrors.printed import as_printed
from controllist.mirrors.records import Adoption
from controllist.mirrors.spelling import in_common


def reworded(old: str, new: str, mirror: str) -> Adoption:
    """What became of new words of an item in a mirror whose two editions have the same words."""
    regimes = [edition("r", date, [*kettles(), item("1A001.c", text)]) for date, text in ((OLD, old), (NEW, new))]
    sides = [edition("m", date, [*kettles(), item("1A001.c", mirror)]) for date in ("2019-06-01", "2021-06-01")]
    return told(sides, "1A001.c", regimes=regimes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Spouts specially made for kettles and urns;", "Spouts, specially made for kettles and urns;"),
        ("Spouts specially made for kettles (and urns);", "Spouts specially made for kettles and urns;"),
        ("Whistling Spouts made for kettles and urns;", "Whistling spouts made for kettles and urns;"),
    ],
)
def test_marks_and_capitals_are_not_awaited(old: str, new: str) -> None:
    found = reworded(old, new, old)
    assert found.status == "unknown"
    assert "alone" in found.evidence[0].note
    other = new.replace("Spouts", "Spouts of tin").replace("spouts", "spouts of tin")
    assert reworded(old, other, old).status == "pending", "a word that is lacking is awaited"


def test_a_code_named_by_its_label_alone_is_no_lost_reference() -> None:
    """The reader of codes finds `1A001.b` in the old words alone, and the mirror's are of another language."""

    def status(new: str) -> str:
        words = {OLD: "Lids controlled by 1A001.a, or by 1A001.b for urns;", NEW: new}
        codes = {OLD: ("1A001.a", "1A001.b"), NEW: ("1A001.a",)}
        lids = {day: msgspec.structs.replace(item("1A001.c", words[day]), refs=codes[day]) for day in words}
        german = msgspec.structs.replace(lids[OLD], text="Deckel, von 1A001.a oder 1A001.b erfasst;")
        regimes = [edition("r", day, [*kettles(), lids[day]]) for day in words]
        sides = [edition("m", "2021-06-01", [*kettles(), german], language="de")]
        return told(sides, "1A001.c", regimes=regimes).status

    assert status("Lids specified by 1A001.a for urns;") == "pending"
    assert status("Lids specified by 1A001.a or b for urns;") == "unknown"


def test_a_note_that_the_mirror_divides_is_not_awaited() -> None:
    said = "Tin means an alloy of which kettles are made.", "An urn holds more water than any kettle of one person."
    regimes = [
        edition("r", date, [*kettles(), note("1A001.b/note", text, label="Note")])
        for date, text in ((OLD, said[0]), (NEW, f"1. {said[0]}\n2. {said[1]}"))
    ]
    divided = [note(f"1A001.b/note.{number}", text, label=f"Note {number}") for number, text in enumerate(said, 1)]
    whole = [note("1A001.b/note", said[0], label="Note")]
    for notes, status in ((divided, "unknown"), (whole, "pending")):
        sides = [edition("m", date, [*kettles(), *notes]) for date in ("2019-06-01", "2021-06-01")]
        assert told(sides, "1A001.b/note", regimes=regimes).status == status


@pytest.mark.parametrize(
    ("regime", "mirror"),
    [
        ("Trays of 26 cm x 8 cm specified by 1.A. or 1.B.", "Trays of 26 cm × 8 cm specified in 1A or 1B"),
        ("1.A.1.a. applies to enamelled trays", "1A001.a controls enameled trays"),
    ],
)
def test_one_way_of_citing(regime: str, mirror: str) -> None:
    assert in_common(regime) == in_common(mirror)


def test_what_a_list_prints_of_itself_says_nothing() -> None:
    rules = msgspec.structs.replace(RULES, says_nothing=(r" *\(see the shelf below\)",))
    assert in_common("Trays as follows (see the shelf below):", rules) == in_common("Trays as follows:")
    assert in_common("Trays as follows (see the shelf below):", RULES) != in_common("Trays as follows:")


@pytest.mark.parametrize(
    ("words", "status"),
    [("Trays of Tin Oxide (SnO₂) for urns;", "aligned"), ("Trays of Tin Oxide (heated) for urns;", "differs")],
)
def test_a_formula_behind_its_name_is_no_difference(words: str, status: str) -> None:
    found = rows([*kettles(), item("1A001.c", "Trays of tin oxide for urns;")], [*kettles(), item("1A001.c", words)])
    assert found["1A001.c"].status == status


def test_what_a_class_of_the_regime_may_hold_does_not_make_the_mirror_stricter() -> None:
    extra = item("1A001.d", "The great urn of the town hall.")
    bare, bound = item("1A001.c", "Urns;"), item("1A001.c", "Urns of tin with a tap of any kind;")
    assert rows([*kettles(), bare], [*kettles(), bare, extra])["1A001.d"].stricter == "unclear"
    assert rows([*kettles(), bound], [*kettles(), bound, extra])["1A001.d"].stricter == "mirror"


def test_quotes_are_spelled_as_printed() -> None:
    printed = "Optical trays filled with gases or with grey vapours"
    folded = in_common(printed)
    assert folded != printed
    assert as_printed(folded, printed) == printed
    assert as_printed("controled urns", "Kettles") == "controled urns"
    found = rows(
        [*kettles(), item("1A001.c", "Trays that are heated from below;")],
        [*kettles(), item("1A001.c", "Trays that are controlled from below;")],
    )["1A001.c"]
    assert [(one.regime, one.mirror) for one in found.differences] == [("that are heated", "that are controlled")]
