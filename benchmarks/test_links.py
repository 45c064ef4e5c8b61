"""The links of labelled real items: `make bench`. The vault must hold the texts."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from links import HEAD, LABELS, Label, counted, labels, of_engine, of_peer, row, scores, table, total

from controllist.library import Library
from controllist.model import Edition
from controllist.sources.vault import Vault, default_vault

LISTS = Path(__file__).resolve().parents[1] / "lists"


@cache
def edition(name: str, date: str) -> Edition:
    found = Library(LISTS, Vault(default_vault())).edition(f"{name}@{date}")
    if not any(node.text for node in found.nodes):
        pytest.skip(f"the vault has no texts of {name}@{date}")
    return found


@pytest.mark.skipif(not LABELS.is_file(), reason="no labels of links")
def test_labelled_links(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = labels()
    found = scores(wanted, edition, of_engine)
    result = total(found).shares
    with_parts = scores(wanted, edition, lambda old, new: of_engine(old, new, own_parts=True))
    others = {"controllist, own parts too": total(with_parts)}
    for name in ("naive, keyed by code", "rapidfuzz and scipy"):
        try:
            others[name] = total(scores(wanted, edition, of_peer(name)))
        except ModuleNotFoundError as error:
            print(f"{name}: {error}")
    with capsys.disabled():
        print(f"\n{HEAD}\n{table(found)}\n{row('controllist, all', total(found))}")
        print("\n".join(row(name, count) for name, count in others.items()))
    assert result["F1"] >= 0.98
    assert result["renumbered"] >= 0.95
    assert result["moved"] >= 0.95


def label(old: str | None, new: str | None, kind: str, how: str = "read") -> Label:
    return Label("tea", "2020-01-01", "2021-01-01", old, new, kind, how)  # type: ignore[arg-type]


def test_what_counts() -> None:
    known = [
        label("1A001", "1A001", "same", "same code and same words in both texts"),
        label("1A001.a", "1A001.b", "renumbered"),
        label("1A001.b", "1A002.a", "moved"),
        label("1A001.c", None, "removed"),
        label(None, "1A001.a", "added"),
    ]
    perfect = counted(known, {("1A001", "1A001"), ("1A001.a", "1A001.b"), ("1A001.b", "1A002.a"), ("9A009", "9A009")})
    assert set(perfect.shares.values()) == {1.0}
    assert (perfect.told, perfect.read_told) == (3, 2), "the link of 9A009 touches nothing that is labelled"
    by_code = counted(known, {(code, code) for code in ("1A001", "1A001.a", "1A001.b")})
    assert by_code.by_kind == ((0, 1), (0, 1), (0, 0), (0, 1), (1, 1))
    assert (by_code.right, by_code.read_right, by_code.read_told) == (1, 0, 2)
    assert (perfect + by_code).there == 6
