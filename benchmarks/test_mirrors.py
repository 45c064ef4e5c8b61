"""Links, adoptions and stricter sides of mirrors against labels made by reading: `make bench`. Facts suffice."""

from __future__ import annotations

import sys
from functools import reduce
from operator import add
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mirrors import (
    HELD_BY_BOTH,
    AdoptionLabel,
    AdoptionScore,
    GapLabel,
    GapScore,
    LinkLabel,
    Recorded,
    Share,
    adoption_score,
    adoption_scores,
    adoption_table,
    by_mirror_and_kind,
    gap_score,
    gap_scores,
    gap_table,
    labels,
    link_table,
    miss_lines,
    shared_score,
)

from controllist.mirrors.records import Adoption, GapRow


@pytest.fixture(scope="module")
def recorded() -> Recorded:
    return Recorded()


def test_links(recorded: Recorded, capsys: pytest.CaptureFixture[str]) -> None:
    found = by_mirror_and_kind(labels("mirror-links.jsonl", LinkLabel), recorded)
    held = reduce(add, (share for (_, kind), share in found.items() if kind in HELD_BY_BOTH), Share(0, 0))
    with capsys.disabled():
        print(f"\n{link_table(found)}\nheld by both sides: {held.right}/{held.labels} = {held.share:.4f}")
        print(miss_lines(miss for share in found.values() for miss in share.misses))
    assert held.share >= 0.98
    # Links join lineages, so an item of an older snapshot may be linked with what became of it later: 10 of 65 codes
    # that are `missing` then, 2 of 36 that are `not-the-same`. Both ought to be none.
    assert [miss for (_, kind), share in found.items() if kind == "extra" for miss in share.misses] == []
    assert reduce(add, (s for (_, kind), s in found.items() if kind == "missing"), Share(0, 0)).share >= 0.84
    assert reduce(add, (s for (_, kind), s in found.items() if kind == "not-the-same"), Share(0, 0)).share >= 0.94


def test_shared_controls(recorded: Recorded, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = [label for label in labels("mirror-links.jsonl", LinkLabel) if label.kind == "plurilateral"]
    found = shared_score(wanted, recorded)
    with capsys.disabled():
        print(f"\nshared controls: {found.found.right}/{found.found.labels}, not labelled: {len(found.unlabelled)}")
    assert found.found.share >= 0.84  # measured; no target is set
    assert len(found.unlabelled) <= 4


def test_adoptions(recorded: Recorded, capsys: pytest.CaptureFixture[str]) -> None:
    found = adoption_scores(labels("adoptions.jsonl", AdoptionLabel), recorded)
    total = reduce(add, found.values())
    with capsys.disabled():
        print(f"\n{adoption_table({**found, 'all': total})}")
        print(miss_lines(miss for score in found.values() for miss in (*score.status.misses, *score.edition.misses)))
    assert total.edition.share >= 0.95
    assert total.pending.share == 1.0
    # Not an `unknown` where another answer is right, but a wrong answer: one that guesses.
    assert sum("unknown" not in miss.found for miss in total.status.misses) <= 2
    # German words tell nothing to English ones: where no figure changes, the answer is `unknown`.
    assert {name for name, score in found.items() if score.edition.share < 0.95} == {"de-al"}
    assert found["de-al"].edition.share >= 0.73


def test_stricter_sides(recorded: Recorded, capsys: pytest.CaptureFixture[str]) -> None:
    found = gap_scores(labels("gap-rows.jsonl", GapLabel), recorded)
    total = reduce(add, found.values())
    with capsys.disabled():
        print(f"\n{gap_table(found)}\n{miss_lines((*total.wrong, *total.no_row))}")
    assert total.wrong == ()
    assert len(total.no_row) <= 1  # 8A609.b, whose regime item is not found
    assert total.right >= 115


def test_what_counts_as_right() -> None:
    def row(stricter: str) -> GapRow:
        return GapRow("1A001.a", "1A001.b", "differs", stricter)  # type: ignore[arg-type]

    wanted = GapLabel("tea@2020", "cup@2020", "1A001.a", "1A001.b", "mirror", "")
    assert gap_score(wanted, [row("mirror")]).right == 1
    assert gap_score(wanted, [row("unclear")]).unclear == 1
    assert len(gap_score(wanted, [row("regime")]).wrong) == len(gap_score(wanted, [row("neither")]).wrong) == 1
    assert len(gap_score(wanted, []).no_row) == 1


def test_an_honest_status_is_right_and_another_edition_is_not() -> None:
    def score(status: str, by: str) -> AdoptionScore:
        adoption = Adoption(
            ">1A001", "1A001", "added", "none", "2019-01-01", "2020-01-01", "cup", status, by=by,  # type: ignore[arg-type]
        )  # fmt: skip
        holder = Recorded()
        holder.adoptions = lambda mirror: {("2020-01-01", "1A001"): [adoption]}  # type: ignore[assignment]
        label = AdoptionLabel(
            "tea@2019-01-01", "tea@2020-01-01", "1A001", "cup", "ahead", "2021-01-01", None, "", ("adopted",)
        )
        return adoption_score(label, holder)

    right, late, unknown = score("adopted", "2021-01-01"), score("adopted", "2022-01-01"), score("unknown", "")
    assert (right.status.right, right.edition.right) == (1, 1)
    assert (late.status.right, late.edition.right) == (1, 0)
    assert (unknown.status.right, unknown.edition.right, unknown.unknown) == (0, 0, 1)


def test_scores_add_up() -> None:
    one = GapScore(2, 1, 1, (), ())
    assert (one + one)[:3] == (4, 2, 2)
    assert (Share(1, 2) + Share(3, 4)).share == 4 / 6
