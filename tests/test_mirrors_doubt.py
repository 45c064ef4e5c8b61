"""Where the texts of two lists do not tell, the answer is `unknown` or `unclear`, and no side or day is guessed."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import item, note
from mirrors_editions import RULES, edition, kettles, record
from test_mirrors_adoption import NEW, OLD, REGIME, mirror_of, stated, told
from test_mirrors_correspondence import links
from test_mirrors_gaps import rows

from controllist.mirrors.build import first_told, seen_since
from controllist.mirrors.records import Adoption
from controllist.mirrors.survival import medians_of
from controllist.mirrors.traced import Traced, is_empty
from controllist.mirrors.updates import updates_by_editions
from controllist.model import Node


def reconstructed(side: Traced) -> Traced:
    info = msgspec.structs.replace(side.edition.info, provenance="reconstructed")
    return msgspec.structs.replace(side, edition=msgspec.structs.replace(side.edition, info=info))


def test_what_a_reconstruction_lacked_has_no_day_and_no_instrument() -> None:
    sides = [reconstructed(stated("2019-06-01", "12 l")), stated("2020-06-01", "20 l")]
    found = told(sides)
    assert (found.status, found.after, found.by) == ("adopted", "2019-06-01", "2020-06-01")
    assert (found.days, found.instrument) == (None, "")
    assert "reconstructed" in found.evidence[-1].note
    both = [reconstructed(side) for side in sides]
    assert told(both).days == 183, "two editions made alike can be compared"
    (update,) = updates_by_editions(mirror_of(REGIME, sides), [record(*sides)])
    assert [(each.regime_edition, each.days) for each in update.provisions] == [("", None)]
    assert "reconstructed" in update.provisions[0].evidence[0].note


def test_new_words_of_a_note_that_the_mirror_never_had_are_not_pending() -> None:
    notes = [note("1A001.b/note", f"1A001.b does not apply to kettles of {owner}", label="Note")
             for owner in ("museums", "museums and galleries")]  # fmt: skip
    regimes = [edition("r", date, [*kettles(), each]) for date, each in zip((OLD, NEW), notes, strict=True)]
    sides = [edition("m", date, kettles()) for date in ("2019-06-01", "2021-06-01")]
    found = told(sides, "1A001.b/note", regimes=regimes)
    assert (found.status, found.evidence[0].note) == ("unknown", "no item of the mirror answers it")
    assert told([*sides, edition("m", "2022-06-01", [*kettles(), notes[1]])], "1A001.b/note", regimes=regimes).by == (
        "2022-06-01"
    )


def test_an_item_that_refers_elsewhere_was_not_there_first() -> None:
    def part(ref: str) -> Node:
        return item("1A001.c", f"Parts and fittings for kettles that are specified by {ref};")

    regimes = [edition("r", OLD, kettles()), edition("r", NEW, [*kettles(), part("1A001.b")])]
    first = edition("m", "2019-06-01", [*kettles(), part("1A001.a")])
    same = edition("m", "2019-06-01", [*kettles(), part("1A001.b")])
    assert told([first], "1A001.c", regimes=regimes).status == "unknown"
    assert told([same], "1A001.c", regimes=regimes).status == "ahead"


def test_who_kept_the_words_that_the_regime_took_up_again_was_not_first() -> None:
    regimes = [edition("r", date, kettles(limit)) for date, limit in
               [("2017-12-01", "20 l"), (OLD, "12 l"), (NEW, "20 l")]]  # fmt: skip
    found = told([stated("2018-06-01", "20 l")], regimes=regimes)
    assert (found.status, found.evidence[0].note) == ("unknown", "the regime said so at an earlier time, too")
    assert told([stated("2018-06-01", "20 l")]).status == "ahead"


@pytest.mark.parametrize("words", ["SAUCEPANS - None", "Saucepans. None.", "None"])
def test_a_number_that_says_none_is_no_gap(words: str) -> None:
    ours = [*kettles(), item("1A001.c", words)]
    assert is_empty(ours[-1])
    assert "1A001.c" not in rows(ours, kettles())
    assert "1A001.c" not in rows(kettles(), ours)
    full = item("1A001.c", "Ladles of which none is longer than a spoon;")
    assert rows([*kettles(), full], kettles())["1A001.c"].status == "missing"


def test_what_stands_at_a_number_that_says_none_is_not_linked_with_it() -> None:
    ours = [*kettles(), item("1A001.c", "SAUCEPANS - None"), item("1A001.d", "Ladles with a curved handle of beech;")]
    theirs = [*kettles(), item("1A001.c", "Ladles with a curved handle of beech;")]
    found = links([edition("r", "2020-01-01", ours)], [edition("m", "2021-01-01", theirs)], RULES)
    assert ("1A001.d", "1A001.c") in found
    assert ("1A001.c", "1A001.c") not in found


def test_an_item_apart_for_what_its_entry_controls_already_is_no_more() -> None:
    apart = item("1A001.z", "Kettles that are specified by 1A001.a and gilded as well;")
    more = item("1A001.z", "Ladles with a curved handle of beech;")
    assert rows(kettles(), [*kettles(), apart])["1A001.z"].stricter == "unclear"
    assert rows(kettles(), [*kettles(), more])["1A001.z"].stricter == "mirror"


def test_other_items_at_one_code_may_control_the_same() -> None:
    ours = [*kettles(), item("1A001.c", "Ladles with a curved handle of beech;")]
    theirs = [*kettles(), item("1A001.c", "Implements for serving broth, as follows:"),
              item("1A001.c.1", "Scoops turned from hardwood")]  # fmt: skip
    for found in rows(ours, theirs).values():
        assert found.stricter in ("neither", "unclear"), found


def test_a_sign_that_one_text_lacks_is_doubtful() -> None:
    ours, theirs = ([*kettles(), item("1A001.c", f"Scales true to {sign} 5 g or better;")] for sign in ("±", "+"))
    assert rows(ours, theirs)["1A001.c"].stricter == "unclear"
    assert rows(theirs, ours)["1A001.c"].stricter == "unclear"
    assert rows(ours, ours)["1A001.c"].stricter == "neither"


def numbered(*words: str) -> list[Node]:
    return [*kettles(), *(note(f"1A001.b/note.{n}", text, label=f"Note {n}") for n, text in enumerate(words, 1))]


def test_a_second_exclusion_that_differs_leaves_the_side_open() -> None:
    first = "1A001.b does not apply to kettles shown behind glass in halls of the history of trade"
    second = ["1A001.b does not apply to kettles lined with tin for brewers",
              "1A001.b does not apply to kettles lined with zinc by brewers"]  # fmt: skip
    assert rows(numbered(first), kettles())["1A001.b"].stricter == "mirror"
    both = rows(numbered(second[0], first), numbered(second[1]))["1A001.b"]
    assert both.stricter == "unclear"


MUNITIONS = msgspec.structs.replace(
    RULES, derived=(r"ML\d+",), derived_origins=("munitions",), origins={"munitions": (r"\d[A-E]6\d\d",)},
    derived_codes={r"\d[A-E]60(\d)": r"ML\1"},
)  # fmt: skip


def test_a_derived_item_is_found_at_its_place_by_fewer_words() -> None:
    ours = [
        item("ML6", "Goods for cooks, as follows:"),
        item("ML6.a", "Field kitchens mounted on trailers, and stoves for armies;"),
        item("ML6.b", "Ovens that bake bread for a battalion in a day;"),
    ]
    theirs = [
        item("0A606", "Waggons, as follows:"),
        item("0A606.a", "Field kitchens mounted on trailers, painted or not, that no other list of the state names;"),
        item("0A606.b", "Tents, poles and pegs that no other list of the state names, painted or not;"),
    ]
    found = links([edition("r", "2020-01-01", ours)], [edition("m", "2021-01-01", theirs)], MUNITIONS)
    assert found[("ML6.a", "0A606.a")] == "derived"
    assert not any("0A606.b" in pair for pair in found)


def test_what_a_mirror_says_twice_is_linked_twice() -> None:
    words = "Stoves that burn peat, dung or straw without smoke;"
    ours = [*kettles(), item("1A001.c", words)]
    theirs = [*ours, item("0A606", "Goods of armies, as follows:"), item("0A606.a", words)]
    found = links([edition("r", "2020-01-01", ours)], [edition("m", "2021-01-01", theirs)], MUNITIONS)
    assert (found[("1A001.c", "1A001.c")], found[("1A001.c", "0A606.a")]) == ("same", "derived")


def test_medians_count_changes_since_adoptions_are_seen() -> None:
    def adoption(edition_: str, days: int) -> Adoption:
        return Adoption("x", "1A001", "rescoped", "relaxed", OLD, edition_, "m", "adopted", days=days)

    found = medians_of([adoption("2010-12-01", 3000), adoption(NEW, 100), adoption(NEW, 100)], "2026-01-01", OLD)
    assert (found.since, found.all.days, found.all.adopted) == (OLD, 100, 2)
    assert found.by_edition["2010-12-01"].days == 3000
    assert found.by_effect["relaxed"].adopted == 2


def test_adoptions_are_seen_since_the_first_edition_or_instrument() -> None:
    late = [stated("2020-06-01", "20 l")]
    assert seen_since(late, RULES) == "2020-06-01"
    assert first_told(REGIME, late, RULES) == NEW
    marks = msgspec.structs.replace(RULES, instruments={"Order 1": "2019-06-01", "Order 2": "2020-01-01"})
    assert seen_since(late, marks) == "2019-06-01"
    assert first_told(REGIME, late, marks) == OLD, "what was adopted since may be dated"
