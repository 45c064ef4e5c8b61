"""Is the dataset whole? Each edition's tree, its coverage, and what no rule claimed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from controllist.history.records import reading_of
from controllist.library import Library
from controllist.model import Edition


class Finding(msgspec.Struct, frozen=True):
    """One thing found: a failure is wrong, a warning is to be known, a fact is a count."""

    level: Literal["failure", "warning", "fact"]
    edition: str
    what: str
    where: str = ""


def findings_of(library: Library, wanted: str, least: float) -> Iterator[Finding]:
    """What is to be said of an edition (`LIST@DATE`) or of all editions of a list (`LIST`)."""
    name, _, date = wanted.partition("@")
    infos = library.infos(name)
    if not infos:
        yield Finding("warning", name, "no edition yet")
    for info in infos if not date else [library.edition(wanted).info]:
        edition = library.edition(f"{name}@{info.edition}")
        yield from _of_edition(edition, least)


def _of_edition(edition: Edition, least: float) -> Iterator[Finding]:
    name = f"{edition.info.list}@{edition.info.edition}"
    counts = reading_of(edition)
    yield Finding("fact", name, f"{counts.items} items, {counts.nodes} nodes, coverage {edition.coverage:.5f}")
    if edition.coverage < least:
        yield Finding("failure", name, f"coverage {edition.coverage:.5f} is below {least}")
    for what in structure_faults(edition):
        yield Finding("failure", name, what)
    for part in edition.residue:
        yield Finding("warning", name, f"unclaimed: {part.text}", part.where)
    for problem in edition.problems:
        yield Finding("warning", name, problem.what, problem.where)


def structure_faults(edition: Edition) -> Iterator[str]:
    """Breaches of what every tree must keep: unique ids, parents there and before their children."""
    seen: set[str] = set()
    for node in edition.nodes:
        if node.id in seen:
            yield f"id {node.id} stands twice"
        if node.parent and node.parent not in seen:
            yield f"{node.id} stands before its parent {node.parent}, or has none"
        if node.kind == "item" and not node.code:
            yield f"{node.id} is an item without a code"
        seen.add(node.id)
