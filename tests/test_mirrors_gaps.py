"""Where a mirror and the regime still differ, and who controls more."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import item, note
from mirrors_editions import RULES, edition, kettles

from controllist.mirrors.correspondence import correspondences
from controllist.mirrors.divergence import divergence
from controllist.mirrors.gaps import gap_rows
from controllist.mirrors.linking import links_of
from controllist.mirrors.plurilateral import Holder, shared_controls
from controllist.mirrors.records import Adoption, GapRow, counted
from controllist.mirrors.rules import MirrorRules
from controllist.mirrors.survival import median_of, medians_of, medians_of_part
from controllist.model import Node


def rows(ours: list[Node], theirs: list[Node], *, language: str = "en") -> dict[str, GapRow]:
    """The rows by the regime's code, or the mirror's where it stands alone."""
    regime, mirror = edition("r", "2020-01-01", ours), edition("m", "2021-01-01", theirs, language=language)
    links = links_of(correspondences([regime], [mirror], RULES))
    return {row.code or row.mirror_code: row for row in gap_rows(regime, mirror, links, RULES)}


@pytest.mark.parametrize(
    ("limit", "status", "stricter"),
    [("12 l", "aligned", "neither"), ("12000 cm³", "aligned", "neither"), ("9 l", "differs", "mirror"),
     ("20 l", "differs", "regime"), ("9000 cm³", "differs", "mirror")],
)  # fmt: skip
def test_a_limit_tells_who_is_stricter_in_any_unit(limit: str, status: str, stricter: str) -> None:
    row = rows(kettles("12 l"), kettles(limit))["1A001.b"]
    assert (row.status, row.stricter) == (status, stricter)
    if status == "differs":
        assert limit.split()[0] in row.differences[0].mirror


def test_spelling_is_no_difference() -> None:
    ours = [*kettles()[:2], item("1A001.b", 'Kettles of "grey" aluminium specified by 1.A.1.a.')]
    theirs = [*kettles()[:2], item("1A001.b", "Kettles of gray aluminum controlled by ECCN 1A001.a")]
    assert rows(ours, theirs)["1A001.b"].status == "aligned"


def test_other_words_are_unclear_not_guessed() -> None:
    ours = [*kettles()[:2], item("1A001.b", "Kettles designed for boiling the water of brewers;")]
    theirs = [*kettles()[:2], item("1A001.b", "Kettles designed for heating the water of brewers;")]
    row = rows(ours, theirs)["1A001.b"]
    assert (row.status, row.stricter) == ("differs", "unclear")


def test_what_one_side_lacks() -> None:
    more = item("1A001.c", "Samovars heated by charcoal of birch;")
    assert rows([*kettles(), more], kettles())["1A001.c"] == GapRow(
        "1A001.c", "", "missing", "regime", rows([*kettles(), more], kettles())["1A001.c"].differences, id="1A001.c"
    )
    extra = rows(kettles(), [*kettles(), more])["1A001.c"]
    assert (extra.code, extra.mirror_code, extra.status, extra.stricter) == ("", "1A001.c", "extra", "mirror")


def test_what_is_missing_beside_an_item_with_another_limit_is_unclear() -> None:
    more = item("1A001.c", "Samovars heated by charcoal of birch;")
    assert rows([*kettles("12 l"), more], kettles("9 l"))["1A001.c"].stricter == "unclear"


def test_items_of_other_origins_are_tagged_and_not_counted() -> None:
    found = rows(kettles(), [*kettles(), item("1A101", "Ovens fired by peat;"), item("1A901", "Spoons of lead;")])
    assert [(found[code].origin, found[code].status) for code in ("1A101", "1A901")] == [
        ("other", "extra"), ("national", "extra"),
    ]  # fmt: skip
    assert counted(list(found.values())) == {"aligned": 3}


def test_a_range_that_a_neighbour_goes_on_with_is_unclear() -> None:
    def ranges(end: int) -> list[Node]:
        return [
            item("1A002", "Ovens having any of the following:"),
            item("1A002.a", f"Specified to bake at more than 100 °C but not exceeding {end} °C;"),
            item("1A002.b", f"Specified to bake at more than {end} °C;"),
        ]

    row = rows(ranges(200), ranges(250))["1A002.a"]
    assert row.stricter == "unclear"


def test_an_exclusion_of_the_regime_that_the_mirror_lacks() -> None:
    words = "1A001.b does not apply to kettles of museums"
    ours = [*kettles(), note("1A001.b/note", words, label="Note")]
    row = rows(ours, kettles())["1A001.b"]
    assert (row.status, row.stricter) == ("differs", "mirror")
    elsewhere = [*kettles(), note("1A001/note", words, label="Note")]
    assert rows(ours, elsewhere)["1A001.b"].stricter == "neither"


def test_another_language_without_figures_is_unknown() -> None:
    theirs = [
        item("1A001", "Kessel und Teile hierfür wie folgt:"),
        item("1A001.a", "Kessel mit glasierter Tülle;"),
        item("1A001.b", "Kessel mit mehr als 9 l Inhalt;"),
    ]
    found = rows(kettles("12 l"), theirs, language="de")
    assert (found["1A001.a"].status, found["1A001.a"].stricter) == ("unknown", "unclear")
    assert found["1A001.b"].stricter in ("mirror", "unclear")


def test_divergence_shows_only_what_differs() -> None:
    lists = {"one": list(rows(kettles("12 l"), kettles("9 l")).values()),
             "two": list(rows(kettles("12 l"), kettles("12 l")).values())}  # fmt: skip
    (found,) = divergence(lists, "1A001")
    assert (found.code, list(found.rows)) == ("1A001.b", ["one"])


def test_national_items_that_lists_share() -> None:
    def spoons(code: str, words: str) -> list[Node]:
        return [item(code, f"{words} XQZ 3.5 kg 77 °C"), item(f"{code}.a", "exceeding 41 mm"), *kettles()]

    english = edition("m", "2021-01-01", spoons("1A901", "Spoons of molten lead rated"))
    german = edition("n", "2021-01-01", spoons("1A1901", "Löffel aus Blei"), language="de")
    rules = MirrorRules("r", codes={r"(\dA)1(9\d\d)": r"\1\2"}, origins={"national": (r"\dA1?9\d\d",)})
    taken = {"1A001", "1A001.a", "1A001.b"}
    found = shared_controls([Holder(english, RULES, taken), Holder(german, rules, taken)])
    assert [[ident for _, _, ident in shared.items] for shared in found] == [
        ["1A901", "1A1901"], ["1A901.a", "1A1901.a"],
    ]  # fmt: skip


def _adoption(days: int | None) -> Adoption:
    return Adoption(
        "x", "1A001", "rescoped", "relaxed", "2018-12-01", "2019-12-01", "m", "pending" if days is None else "adopted",
        days=days,
    )  # fmt: skip


def test_pending_changes_lengthen_the_median() -> None:
    pytest.importorskip("scipy")
    adopted = [_adoption(days) for days in (100, 200, 300, 400, 500)]
    alone = median_of(adopted, "2026-12-01")
    assert (alone.adopted, alone.pending, alone.days) == (5, 0, 300)
    waiting = median_of([*adopted, _adoption(None), _adoption(None)], "2026-12-01")
    assert (waiting.pending, waiting.days) == (2, 400)
    mostly = median_of([_adoption(100), _adoption(None), _adoption(None)], "2026-12-01")
    assert mostly.days is None


def test_no_median_of_nothing() -> None:
    assert median_of([_adoption(None)], "2026-12-01").days is None


def test_medians_of_a_part_are_those_of_its_changes() -> None:
    pytest.importorskip("scipy")
    found = [
        msgspec.structs.replace(_adoption(days), regime_edition=f"{year}-12-01", effect=effect)
        for year, days, effect in (
            (2015, 900, "relaxed"), (2017, 100, "relaxed"), (2017, 300, "tightened"), (2018, 500, "relaxed"),
            (2018, None, "tightened"), (2019, None, "relaxed"), (2019, 200, "tightened"),
        )
    ]  # fmt: skip
    whole = medians_of(found, "2026-12-01", "2016-01-01")
    for edition_, after in (("", "2017-12-01"), ("", "2015-01-01"), ("2018-12-01", ""), ("2015-12-01", ""),
                            ("2018-12-01", "2018-12-01"), ("", "2019-12-01")):  # fmt: skip
        part = [each for each in found if each.regime_edition > after and edition_ in ("", each.regime_edition)]
        wanted = medians_of(part, "2026-12-01", "2016-01-01")
        told = medians_of_part(whole, edition_, after)
        assert (told.all, told.by_edition, told.by_effect) == (wanted.all, wanted.by_edition, wanted.by_effect)
