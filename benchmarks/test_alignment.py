"""How right and how fast editions are aligned: `make bench`. Synthetic lists with known truth, then real editions.

Work is processor time of this process for parsed trees, with nothing remembered from the run before. Other work on the
machine slows even that down; where a limit is exceeded, what counts is the work beside a reference of the same moment.
"""

from __future__ import annotations

import gc
import math
import statistics
import sys
import time
from collections.abc import Callable, Collection, Sequence, Set
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from synthetic import LIKE_ANCHORS, Case, Wanted, make_case, scaled

from controllist.alignment import Alignment, align
from controllist.changes.compare import Matched, changes_between
from controllist.changes.records import Change
from controllist.comparing import compare
from controllist.library import Library
from controllist.model import Edition, Node
from controllist.sources.vault import Vault, default_vault

LISTS = Path(__file__).resolve().parents[1] / "lists"
RICH = Wanted(3_005, edits=190, deletions=80, additions=55, renumberings=200, moves=40, splits=15, typography=300)


REFERENCE_MS = 2.5
"""What `_reference` takes beside such work, in the median, on the machine on which the limits were tried."""
_WORDS = [f"lid{number % 97} cup{number % 13}" for number in range(3_000)]


class Work(NamedTuple):
    """Processor time in milliseconds: the least of several runs, and what they took beside the reference workload."""

    least: float
    scaled: float

    def within(self, limit: float) -> bool:
        """Whether the work keeps a limit on this machine, or would on one that is not slowed down."""
        return min(self) <= limit

    def __str__(self) -> str:
        return f"{self.least:.1f} ms ({self.scaled:.1f} beside the reference)"


def work(task: Callable[[], object], runs: int = 11, *, anew: bool = True) -> Work:
    """The processor time of a task. Every run stands between two of the reference, and their ratio's median counts.

    `anew` has all forgotten before each run that functions of the package remember of the run before.
    """
    times, ratios = [], []
    if not anew:
        task()
    for _ in range(runs):
        if anew:
            _forget()
        gc.collect()
        gc.disable()
        before, spent, after = _spent_ms(_reference), _spent_ms(task), _spent_ms(_reference)
        gc.enable()
        times.append(spent)
        ratios.append(2 * spent / (before + after))
    return Work(min(times), statistics.median(ratios) * REFERENCE_MS)


def _spent_ms(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return (time.process_time() - start) * 1000


def _reference() -> None:
    """Fixed work of the same sort: strings split, looked up and counted."""
    places: dict[object, list[int]] = {}
    counts: dict[str, int] = {}
    for number, words in enumerate(_WORDS):
        places.setdefault((words, number % 7), []).append(number)
        for word in words.split():
            counts[word] = counts.get(word, 0) + 1
    sorted(places, key=str)


def _forget() -> None:
    """Empty everything that functions of the package remember."""
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] == "controllist":
            for member in vars(module).values():
                if not isinstance(member, type) and callable(forget := getattr(member, "cache_clear", None)):
                    forget()


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
    spent = work(lambda: align(case.old, case.new))
    with capsys.disabled():
        told = ", ".join(f"{key} {value:.3f}" for key, value in result.items())
        print(f"\n{wanted.nodes:,} nodes, {name}: {told}; {spent}, {alignment.comparisons:,} comparisons")
    assert spent.within(limit)


def test_growth(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = (1_005, 3_005, 10_000, 20_000)
    spent = {}
    for size in sizes:
        case = make_case(scaled(size))
        spent[size] = work(lambda case=case: align(case.old, case.new), runs=5).scaled
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
    aligning = work(lambda: align(a.nodes, b.nodes))
    telling = work(lambda: _changes(a.nodes, b.nodes))
    again = work(lambda: compare(a, b), anew=False)
    with capsys.disabled():
        print(
            f"\n{old} → {new}: {len(a.nodes):,} and {len(b.nodes):,} nodes, {len(alignment.removed)} removed, "
            f"{len(alignment.added)} added; aligned in {aligning}, with the changes {telling}, "
            f"all forgotten before; the whole comparison once more {again}; "
            f"{alignment.comparisons:,} comparisons"
        )
    assert again.within(limit)
    assert telling.within(limit)


def _changes(old: Sequence[Node], new: Sequence[Node]) -> tuple[Change, ...]:
    """Two editions aligned, and what changed, as far as it is told from the nodes' words and places."""
    alignment = align(old, new)
    come = [Matched(None, node) for node in alignment.added]
    gone = [Matched(node, None) for node in alignment.removed]
    return changes_between(old, new, [*alignment.pairs, *come, *gone])


def _has_texts(edition: Edition) -> bool:
    return any(node.text for node in edition.nodes)
