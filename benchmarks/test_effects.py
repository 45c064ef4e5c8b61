"""The effects of labelled pairs: `make bench`. The vault must hold the texts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from effects import judged, labels, table

from controllist.library import Library
from controllist.model import Edition
from controllist.sources.vault import Vault, default_vault

LISTS = Path(__file__).resolve().parents[1] / "lists"


def test_labelled_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library(LISTS, Vault(default_vault()))

    def edition(name: str, date: str) -> Edition:
        found = library.edition(f"{name}@{date}")
        if not any(node.text for node in found.nodes):
            pytest.skip("the vault has no texts")
        return found

    found = judged(labels(), edition)
    with capsys.disabled():
        print("\n" + table(found))
    assert [one for one in found if one.is_wrong_way and not one.label.disputed] == []
