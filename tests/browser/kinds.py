"""The kinds of pages of a built site, told from the shapes of their addresses: a new kind needs no name here."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

DATE = r"\d{4}-\d\d-\d\d"
BESIDE = frozenset(("changes", "entries"))
"""Folders of a list that are no entry of it."""


def shape(path: str, lists: frozenset[str]) -> str:
    """An address with what varies inside a kind put as a word: `wa/3A001/index.html` is `LIST/ENTRY/index.html`."""
    steps = path.split("/")
    named = [_step(steps, place, lists) for place in range(len(steps))]
    return "/".join(named)


def _step(steps: list[str], place: int, lists: frozenset[str]) -> str:
    stem, dot, ending = steps[place].partition(".")
    if stem in lists:
        return f"LIST{dot}{ending}"
    if re.fullmatch(f"{DATE}_{DATE}", stem):
        return f"PAIR{dot}{ending}"
    if re.fullmatch(DATE, stem):
        return f"DATE{dot}{ending}"
    if re.fullmatch(r"(19|20)\d\d", stem) and not _in_list(steps, lists):
        return f"YEAR{dot}{ending}"
    if place and stem not in ("index", "general") and place == len(steps) - 1:
        above = _step(steps, place - 1, lists)
        if above in ("DATE", "PAIR", "LIST", "YEAR", "ACT"):
            return f"PART{dot}{ending}"
    if place == 2 and steps[0] == "updates" and len(steps) > 3:
        return "ACT"
    if place == 1 and _in_list(steps, lists) and len(steps) > 2 and stem not in BESIDE:
        return "ENTRY"
    return steps[place]


def _in_list(steps: list[str], lists: frozenset[str]) -> bool:
    return steps[0] in lists


def pages_by_kind(site: Path) -> dict[str, list[str]]:
    """All pages of a site by their kind, each kind's from the lightest to the heaviest."""
    lists = frozenset(place.name for place in (site / "data").iterdir() if place.is_dir())
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        found[shape(path, lists)].append((file.stat().st_size, path))
    return {kind: [path for _, path in sorted(pages)] for kind, pages in sorted(found.items())}


def heaviest_of_each_kind(site: Path) -> dict[str, str]:
    """Of each kind of page the one that says most."""
    return {kind: pages[-1] for kind, pages in pages_by_kind(site).items()}


def middle_of_each_kind(site: Path) -> dict[str, str]:
    """Of each kind of page one of middling weight."""
    return {kind: pages[len(pages) // 2] for kind, pages in pages_by_kind(site).items()}
