"""The verdicts on items that stand in one edition alone, as they are recorded: `make bench`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from come_and_gone import judged, labels, table

from controllist.changes.records import Change
from controllist.library import Library
from controllist.sources.vault import Vault, default_vault

LISTS = Path(__file__).resolve().parents[1] / "lists"


def test_items_of_one_edition_alone(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library(LISTS, Vault(default_vault()))

    def changes(name: str, old: str, new: str) -> Sequence[Change]:
        return library.comparison(f"{name}@{old}", f"{name}@{new}").changes

    found = judged(labels(), changes)
    with capsys.disabled():
        print("\n" + table(found))
    assert sum(one.outcome == "wrong" for one in found) <= len(found) // 8
