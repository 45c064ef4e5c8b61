"""Small editions of invented lists, for the tests of mirrors."""

from __future__ import annotations

import msgspec
from changes_nodes import item

from controllist.changes.compare import Matched, changes_between
from controllist.history.pairs import PairRecord
from controllist.mirrors.rules import MirrorRules
from controllist.mirrors.traced import Traced
from controllist.model import Edition, EditionInfo, Mark, Node, Source
from controllist.wording import digest

RULES = MirrorRules(
    "regime", carries=(r"\d[A-E]0\d\d",), origins={"other": (r"\d[A-E]1\d\d",), "national": (r"\d[A-E]9\d\d",)},
    complete=True,
)  # fmt: skip
"""Of a mirror that carries the entries below 100, takes the 100s from another regime, and has 900s of its own."""

HEADINGS = [
    Node(id="1", kind="category", code="1", cite="1", label="1", parent="", status="active", where="", text="Kitchens"),
]


def edition(
    name: str, date: str, nodes: list[Node], *, language: str = "en", instrument: str = "", in_force: str = ""
) -> Traced:
    """An edition whose nodes keep their ids for lineages."""
    whole = [*HEADINGS, *(_under_heading(node) for node in nodes)]
    info = EditionInfo(
        name, date, f"{name} of {date}", "official", Source("", "", "test"), in_force=in_force, instrument=instrument
    )
    made = Edition(info, tuple(whole), 1.0, (), (), "test")
    return Traced(
        made, {node.id: node.id for node in whole}, {node.id: digest(node.text) for node in whole}, language
    )


def _under_heading(node: Node) -> Node:
    return node if node.parent else msgspec.structs.replace(node, parent="1")


def renamed(side: Traced, **lineages: str) -> Traced:
    """An edition in which nodes have other lineages than their ids; `_` stands for a dot."""
    changed = {ident.replace("_", "."): name for ident, name in lineages.items()}
    return msgspec.structs.replace(side, lineages={**side.lineages, **changed})


def record(old: Traced, new: Traced) -> PairRecord:
    """The changes between two editions whose nodes of one lineage are one."""
    pairs = [Matched(node, new.by_lineage.get(old.lineages[node.id]), "code", 1.0) for node in old.edition.nodes]
    pairs += [Matched(None, node) for node in new.edition.nodes if new.lineages[node.id] not in old.by_lineage]
    return PairRecord(old.date, new.date, changes_between(old.edition.nodes, new.edition.nodes, pairs))


def marked(node: Node, *instruments: str) -> Node:
    """A node with the marks of instruments."""
    return msgspec.structs.replace(node, marks=tuple(Mark(name) for name in instruments))


def kettles(limit: str = "12 l") -> list[Node]:
    """An entry with two items, the second with a limit."""
    return [
        item("1A001", "Kettles and parts therefor, as follows:"),
        item("1A001.a", "Kettles with a spout of glazed stoneware;"),
        item("1A001.b", f"Kettles with a capacity exceeding {limit};"),
    ]
