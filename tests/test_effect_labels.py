"""The effect of real changes: known ones, and every labelled pair of a few editions."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

import pytest

from controllist.ingest import read_sources
from controllist.model import Edition
from controllist.parse import parse
from controllist.sources.scheme import load_scheme

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from effects import GROUPS, LABELS, Label, judged, labels  # noqa: E402  (the benchmarks are no package)

CORPUS = ROOT.parent / "shared" / "corpus"
KNOWN = [
    ("2017-02-17", "2017-12-07", "4A003.b", "relaxed"),  # a higher limit
    ("2017-02-17", "2017-12-07", "3C002.a.1", "relaxed"),  # a lower limit of what is below it
    ("2013-12-04", "2015-03-25", "3A001.a.7.b", "relaxed"),
    ("2013-12-04", "2015-03-25", "3A001.a.7.a", "relaxed"),
    ("2012-12-12", "2013-12-04", "4A005", "tightened"),  # a new entry
    ("2012-12-12", "2013-12-04", "4D004", "tightened"),
]


@lru_cache(maxsize=10)
def edition(name: str, date: str) -> Edition:
    folder = {"wa": "wa", "us-ccl": "us"}[name]
    pattern = f"{folder}/{date}*" if name == "wa" else f"{folder}/ccl_{date}*"
    return parse(read_sources([sorted(CORPUS.glob(pattern))[0]]), load_scheme(ROOT / "lists" / name))


def test_the_labels_are_codes_and_verdicts() -> None:
    found = labels()
    assert len(found) >= 300
    assert len({(one.list, one.old, one.new, one.code) for one in found}) == len(found)
    assert {one.group for one in found} == {*GROUPS}
    assert all(len(one.code) < 60 and one.how for one in found)


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize(("old", "new", "code", "effect"), KNOWN)
def test_known_changes(old: str, new: str, code: str, effect: str) -> None:
    kind = "added" if effect == "tightened" else "rescoped"
    label = Label("wa", old, new, code, kind, effect, "")  # type: ignore[arg-type]
    (found,) = judged([label], edition)
    assert (found.kind, found.effect) == (kind, effect)


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus")
def test_no_labelled_pair_goes_the_wrong_way() -> None:
    found = judged(labels(LABELS[:1]), edition)
    assert [(one.label.code, one.label.effect, one.effect) for one in found if one.is_wrong_way] == []
    rescopes = [one for one in found if one.label.kind == "rescoped" and one.label.effect != "unclear"]
    assert sum(one.effect != "unclear" for one in rescopes) >= 0.75 * len(rescopes)
