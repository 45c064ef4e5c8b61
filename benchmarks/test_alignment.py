"""How right and how fast editions are aligned: `make bench`. Synthetic lists with known truth, then real editions.

Work is processor time of this process for parsed trees; the machine's other work does not count.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from collections.abc import Callable, Collection, Set
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from synthetic import LIKE_ANCHORS, Case, Wanted, make_case, scaled

from controllist.alignment import Alignment, align
from controllist.library import Library
from controllist.model import Edition
from controllist.sources.vault import Vault, default_vault
from controllist.wording import normal

LISTS = Path(__file__).resolve().parents[1] / "lists"
RICH = Wanted(3_005, edits=190, deletions=80, additions=55, renumberings=200, moves=40, splits=15, typography=300)


def work_ms(work: Callable[[], object], runs: int = 15) -> float:
    """Least of several runs in milliseconds of processor time; nothing is remembered from the run before."""
    times = []
    for _ in range(runs):
        normal.cache_clear()
        gc.collect()
        gc.disable()
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
        gc.enable()
    return min(times)


def shares(case: Case, alignment: Alignment) -> dict[str, float]:
    """Precision and recall of the links, and the recall of renumbered and moved nodes and of splits.

    A divided item lives on in either of its parts.
    """
    found = {pair.old.id: pair.new.id for pair in alignment.pairs if pair.old.status == "active"}
    reserved = {node.id for node in case.old if node.status == "reserved"}
    truth = {old: {new, *case.divided.get(old, ())} for old, new in case.truth.items() if old not in reserved}
    right = {old for old, new in found.items() if new in truth.get(old, ())}
    splits = {split.old.id: {node.id for node in split.new} for split in alignment.splits}
    return {
        "precision": len(right) / len(found),
        "recall": len(right) / len(truth),
        "renumbered": _share(right, case.renumbered),
        "moved": _share(right, case.moved),
        "split": _share({old for old, parts in case.divided.items() if splits.get(old) == {*parts}}, case.divided),
    }


def _share(right: Set[str], wanted: Collection[str]) -> float:
    return len(right & {*wanted}) / len(wanted) if wanted else 1.0


@pytest.mark.parametrize(
    ("name", "wanted", "limit"),
    [
        ("as peers were given", LIKE_ANCHORS, 20.0),
        ("three times that", scaled(3_005), 50.0),
        ("moves, splits, typography", RICH, math.inf),
        ("ten times that", scaled(10_000), math.inf),
    ],
)
def test_synthetic(name: str, wanted: Wanted, limit: float, capsys: pytest.CaptureFixture[str]) -> None:
    for seed in range(1, 6):
        case = make_case(wanted, seed)
        alignment = align(case.old, case.new)
        result = shares(case, alignment)
        assert result == dict.fromkeys(result, 1.0), (seed, result)
        assert not alignment.budget_exceeded
    spent = work_ms(lambda: align(case.old, case.new))
    with capsys.disabled():
        told = ", ".join(f"{key} {value:.3f}" for key, value in result.items())
        print(f"\n{wanted.nodes:,} nodes, {name}: {told}; {spent:.1f} ms, {alignment.comparisons:,} comparisons")
    assert spent <= limit


def test_growth(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = (1_005, 3_005, 10_000, 20_000)
    spent = {}
    for size in sizes:
        case = make_case(scaled(size))
        spent[size] = work_ms(lambda case=case: align(case.old, case.new), runs=5)
    per = {size: spent[size] / (size * math.log2(size)) * 1e6 for size in sizes}
    with capsys.disabled():
        print("\ngrowth: " + ", ".join(f"{size:,} nodes {spent[size]:.0f} ms" for size in sizes))
        print("per n log n: " + ", ".join(f"{value:.0f} ns" for value in per.values()))
    assert per[20_000] <= 1.6 * per[1_005]


@pytest.mark.parametrize(
    ("old", "new", "limit"),
    [
        ("wa@2018-12-06", "wa@2019-12-05", 100.0),
        ("wa@2017-02-17", "wa@2017-12-07", math.inf),
        ("us-ccl@2018-01-08", "us-ccl@2018-04-02", 150.0),
        ("us-ccl@2020-03-09", "us-ccl@2020-06-17", 150.0),
        ("us-ccl@2024-12-23", "us-ccl@2024-12-26", 150.0),
    ],
)
def test_real_editions(old: str, new: str, limit: float, capsys: pytest.CaptureFixture[str]) -> None:
    library = Library(LISTS, Vault(default_vault()))
    a, b = library.edition(old), library.edition(new)
    if not _has_texts(a) or not _has_texts(b):
        pytest.skip("the vault has no texts of these editions")
    alignment = align(a.nodes, b.nodes)
    spent = work_ms(lambda: align(a.nodes, b.nodes))
    with capsys.disabled():
        print(
            f"\n{old} → {new}: {len(a.nodes):,} and {len(b.nodes):,} nodes, {len(alignment.removed)} removed, "
            f"{len(alignment.added)} added; {spent:.0f} ms, {alignment.comparisons:,} comparisons"
        )
    assert spent <= limit


def _has_texts(edition: Edition) -> bool:
    return any(node.text for node in edition.nodes)
