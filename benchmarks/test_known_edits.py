"""Edits of known effect in real editions: `make bench`. The vault must hold the texts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from german_edits import GERMAN_EDITS
from known_edits import EDITS, TWOFOLD, outcome, table

from controllist.library import Library
from controllist.sources.vault import Vault, default_vault

LISTS = Path(__file__).resolve().parents[1] / "lists"
EDITIONS = (
    "wa@2005-12-14", "wa@2017-12-07", "wa@2026-01-15", "us-ccl@2019-05-23", "us-ccl@2026-06-24", "eu@2022-05-05",
)  # fmt: skip
GERMAN = ("de-al@2017-05-03", "de-al@2022-12-23", "de-al@2025-11-01")


def test_edits_of_known_effect(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library(LISTS, Vault(default_vault()))
    editions = [library.edition(name) for name in EDITIONS]
    if not all(any(node.text for node in edition.nodes) for edition in editions):
        pytest.skip("the vault has no texts")
    found = [outcome(edit, edition) for edit in EDITS for edition in editions]
    twofold = [outcome(edit, edition) for edit in TWOFOLD for edition in editions]
    german = [outcome(edit, library.edition(name), "de") for edit in GERMAN_EDITS for name in GERMAN]
    with capsys.disabled():
        print("\n" + "\n\n".join(map(table, (found, twofold, german))))
    everything = (*found, *twofold, *german)
    assert [(one.edition, one.edit, one.wrong, one.none) for one in everything if one.wrong or one.none] == []
    for some in (found, german):
        assert sum(one.right for one in some) >= 0.9 * sum(one.right + one.unclear + one.none for one in some)
