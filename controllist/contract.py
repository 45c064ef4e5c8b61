"""The JSON that commands print: the shapes scripts rely on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from controllist.changes.records import Change
from controllist.comparison import Comparison
from controllist.history.records import Reading, reading_of
from controllist.model import Edition, EditionInfo, Node, Residue


def encoded(value: object) -> str:
    """One JSON object, as commands print it."""
    return msgspec.json.encode(value).decode()


def edition_shape(info: EditionInfo, reading: Reading) -> dict[str, Any]:
    """One edition in `editions --json`."""
    return {
        "list": info.list,
        "edition": info.edition,
        "label": info.label,
        "published": info.published or None,
        "in_force": info.in_force or None,
        "adopted": info.adopted or None,
        "instrument": info.instrument or None,
        "provenance": info.provenance,
        "items": reading.items,
        "reader": reading.reader,
        "coverage": reading.coverage,
        "source": {"url": info.source.url, "sha256": info.source.sha256, "format": info.source.format},
    }


def tree_shape(
    info: EditionInfo, coverage: float, residue: Iterable[Residue], nodes: Iterable[Node],
    lineages: Mapping[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """An edition's tree in `tree --json` and `parse --json`; `lineages` are by node id, where they are known."""
    return {
        "list": info.list,
        "edition": info.edition,
        "label": info.label,
        "coverage": coverage,
        "residue": [{"text": part.text, "where": part.where} for part in residue],
        "nodes": [
            node_shape(node) | ({"lineage": lineages[node.id]} if lineages and node.id in lineages else {})
            for node in nodes
        ],
    }


def parsed_shape(edition: Edition) -> dict[str, Any]:
    """A parsed edition: its tree, what is known of it, and the contradictions met."""
    return {
        **tree_shape(edition.info, edition.coverage, edition.residue, edition.nodes),
        "info": edition_shape(edition.info, reading_of(edition)),
        "reader": edition.reader,
        "problems": [{"what": problem.what, "where": problem.where} for problem in edition.problems],
    }


def node_shape(node: Node) -> dict[str, Any]:
    """One node; empty optional fields are left out, the others are always there."""
    shape: dict[str, Any] = {
        "id": node.id,
        "kind": node.kind,
        "code": node.code or None,
        "cite": node.cite or None,
        "label": node.label or None,
        "parent": node.parent or None,
        "status": node.status,
        "thresholds": [
            {"parameter": t.parameter, "op": t.op, "value": t.value, "unit": t.unit, "raw": t.raw}
            | ({"doubtful": True} if t.doubtful else {})
            for t in node.thresholds
        ],
        "refs": list(node.refs),
        "terms": list(node.terms),
        "excludes": node.excludes,
        "where": node.where,
    }
    optional: dict[str, Any] = {
        "text": node.text,
        "cas": list(node.cas),
        "year": node.year,
        "expires": node.expires,
        "rows": node.rows,
        "marks": [{"instrument": mark.instrument or None, "date": mark.date or None} for mark in node.marks],
        "annotations": [
            {"name": a.name, "text": a.text or None} | ({"rows": a.rows} if a.rows else {}) for a in node.annotations
        ],
    }
    return shape | {name: value for name, value in optional.items() if value}


def comparison_shape(comparison: Comparison, wanted: Callable[[Change], bool]) -> dict[str, Any]:
    """A comparison in `diff --json`, with the changes that are wanted; the summary counts them all.

    `carried` are items whose own words stand as they were, while a definition or note that governs them changed.
    """
    return {
        "from": f"{comparison.old.list}@{comparison.old.edition}",
        "to": f"{comparison.new.list}@{comparison.new.edition}",
        "summary": comparison.summary,
        "changes": [change for change in comparison.changes if wanted(change)],
        "carried": [change for change in comparison.carried if wanted(change)],
        "fields": comparison.fields,
        "splits": [{"old": one.whole, "new": one.parts, "share": one.share} for one in comparison.splits],
        "merges": [{"old": one.parts, "new": one.whole, "share": one.share} for one in comparison.merges],
        "budget_exceeded": bool(comparison.undone),
        "undone": comparison.undone,
    }
