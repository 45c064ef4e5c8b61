"""What the dataset tells of the real mirrors, where the truth is known from the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from desk import LISTS

from controllist.errors import WrongUse
from controllist.library import Library
from controllist.mirror_reports import STATUSES, divergences, gaps, lags, mirror_names, updates
from controllist.mirrors.records import Adoption, GapRow, Update
from controllist.sources.vault import Vault


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The checkout's lists with an empty vault: facts alone."""
    return Library(LISTS, Vault(tmp_path_factory.mktemp("vault")))


@cache
def adoptions(mirror: str) -> tuple[Adoption, ...]:
    return lags(Library(LISTS, Vault(Path("none"))), "wa", [mirror])[0].adoptions


def adoption(mirror: str, edition: str, code: str) -> Adoption:
    found = [each for each in adoptions(mirror) if (each.regime_edition, each.code) == (edition, code)]
    assert len(found) == 1
    return found[0]


def row(rows: Iterable[GapRow], code: str) -> GapRow:
    return next(each for each in rows if each.code == code)


def test_the_mirrors_of_the_regime(library: Library) -> None:
    assert mirror_names(library, "wa") == ["ca-ecl", "de-al", "eu", "hk", "us-ccl"]
    for lag in lags(library, "wa", mirror_names(library, "wa")):
        assert [*lag.counts] == [*STATUSES]
        assert sum(lag.counts.values()) == sum(each.kind != "reworded" for each in lag.adoptions)


def test_computers_of_70_weighted_teraflops_come_to_the_us_in_august_2023() -> None:
    found = adoption("us-ccl", "2021-12-22", "4A003.b")
    assert (found.status, found.by, found.effect) == ("adopted", "2023-08-18", "relaxed")
    assert found.after < found.by
    assert [(proof.old, proof.new) for proof in found.evidence if proof.type == "threshold"] != []


def test_cells_of_500_watt_hours_are_pending_and_the_us_are_stricter(library: Library) -> None:
    found = adoption("us-ccl", "2026-01-15", "3A001.e.1.b")
    assert (found.status, found.after, found.by, found.days) == ("pending", "2026-06-24", "", None)
    gap = row(gaps(library, "us-ccl", "wa").rows, "3A001.e.1.b")
    assert (gap.status, gap.stricter) == ("differs", "mirror")
    limit = next(one for one in gap.differences if one.type == "threshold")
    assert ("500 Wh/kg" in limit.regime, "350 Wh/kg" in limit.mirror) == (True, True)
    told = divergences(library, "3A001.e.1.b", "wa")
    assert [each.code for each in told] == ["3A001.e.1.b"]
    assert told[0].rows["us-ccl"].stricter == "mirror"


def test_most_changes_of_the_plenary_of_2016_come_to_the_us_on_one_day(library: Library) -> None:
    changes = [each for each in adoptions("us-ccl") if each.regime_edition == "2017-02-17" and each.by and each.after]
    days = Counter(each.by for each in changes)
    assert days["2017-08-15"] >= 0.9 * days.total() > 150
    lag = lags(library, "wa@2017-02-17", ["us-ccl"])[0]
    assert lag.medians is not None
    assert lag.medians.all.days == 179
    assert {each.regime_edition for each in lag.adoptions} == {"2017-02-17"}


def test_the_eu_of_may_2022_has_nothing_of_december_2021() -> None:
    found = Counter(each.status for each in adoptions("eu") if each.regime_edition == "2021-12-22")
    assert (found["adopted"], found["ahead"], found["pending"] > 40) == (0, 0, True)


def test_what_only_a_reconstruction_lacked_has_no_days() -> None:
    newest = [each for each in adoptions("us-ccl") if each.after == "2025-09-28" and each.by == "2026-06-24"]
    assert newest, "the last edition is the publisher's, the one before is not"
    assert {(each.days, each.instrument) for each in newest} == {(None, "")}


@pytest.mark.parametrize("numbers", [(89, 2021), (6, 2025), (42, 2017), (85, 2023)])
def test_every_provision_that_bears_a_notice_stands_under_it(library: Library, numbers: tuple[int, int]) -> None:
    instrument = f"L.N. {numbers[0]} of {numbers[1]}"
    marked = [
        ident for ident, facts in library.history("hk").facts("2025-05-30").items()
        if any(mark.instrument == instrument for mark in facts.marks)
    ]  # fmt: skip
    found = updates(library, "hk", instrument)
    assert [each.instrument for each in found] == [instrument]
    assert sorted(each.id for each in found[0].provisions) == sorted(marked)
    assert len(marked) > 50


def test_notices_come_newest_first_and_are_found_by_their_numbers(library: Library) -> None:
    dated = [each.in_force for each in updates(library, "hk") if each.in_force]
    assert dated == sorted(dated, reverse=True)
    assert {"2025-05-30", "2021-09-17"} <= {*dated}

    def under(name: str) -> list[Update]:
        return updates(library, "hk", name)

    assert [each.instrument for each in under("89/2021")] == ["L.N. 89 of 2021"]
    assert under("l.n. 6 of 2025") == under("6/2025")
    days = {each.days for each in under("89/2021")[0].provisions if each.regime_edition == "2018-12-06"}
    assert 1016 in days, "from 2018-12-06 to 2021-09-17"


def test_gaps_of_other_editions_are_never_sided_against_the_recorded_ones(library: Library) -> None:
    recorded = gaps(library, "hk", "wa")
    facts = gaps(library, "hk@2025-05-30", "wa@2021-12-22")
    assert recorded.counts.keys() == {"aligned", "differs", "missing", "extra"}
    assert facts.counts["unknown"] > 500, "equal words are known by their digests, unequal ones are not at hand"
    assert {each.stricter for each in facts.rows if each.status == "unknown"} == {"unclear"}
    assert {each.stricter for each in facts.rows if each.status in ("missing", "extra") and not each.origin} == {
        "unclear"
    }
    assert row(facts.rows, "4A003.b").status in ("aligned", "unknown")


def test_wrong_questions(library: Library) -> None:
    for ask, said in (
        (lambda: mirror_names(library, "hk"), "no list here mirrors hk"),
        (lambda: lags(library, "wa", ["hk"], "1990-01-01"), "wa has no edition before 1997-12-19"),
        (lambda: lags(library, "wa@1990-01-01", ["hk"]), "wa has no edition on or before 1990-01-01"),
        (lambda: updates(library, "hk", "L.N. 99 of 2020"), "hk knows no instrument"),
        (lambda: gaps(library, "wa", "wa"), "wa mirrors no other list"),
        (lambda: divergences(library, "9Z999", "wa"), "no list has an item 9Z999"),
    ):
        with pytest.raises(WrongUse, match=said.replace(".", r"\.")):
            ask()
