"""The JSON that commands print: the shapes scripts rely on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from controllist.changes.records import Change
from controllist.comparison import Comparison
from controllist.history.records import Reading, reading_of
from controllist.mirror_reports import Gaps, MirrorLag
from controllist.mirrors.records import Adoption, Medians, Update
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


def lag_shape(regime: str, found: Iterable[MirrorLag]) -> dict[str, Any]:
    """What became of a regime's changes in its mirrors, in `lag --json`."""
    lags = list(found)
    return {
        "regime": regime,
        "mirrors": {
            lag.mirror: {status.replace("-", "_"): count for status, count in lag.counts.items()}
            | _medians(lag.medians)
            for lag in lags
        },
        "adoptions": [_adoption(each) for lag in lags for each in lag.adoptions],
    }


def _medians(medians: Medians | None) -> dict[str, Any]:
    median = medians.all if medians else None
    return {
        "median_days": median.days if median and median.least in (None, median.days) else None,
        "median_least": (median.days if median.least is None else median.least) if median else None,
        "median_most": median.days if median else None,
        "median_low": median.low if median else None,
        "median_high": median.high if median else None,
        "since": medians.since if medians else None,
        "until": medians.until if medians else None,
    }


def _adoption(adoption: Adoption) -> dict[str, Any]:
    shape = msgspec.to_builtins(adoption)
    assert isinstance(shape, dict)
    edition = {"edition": adoption.edition} if adoption.edition else {}
    return {**shape, **edition, "evidence": shape.get("evidence", [])}


def updates_shape(name: str, found: Iterable[Update]) -> dict[str, Any]:
    """What each instrument did to a list, in `updates --json`."""
    return {
        "list": name,
        "instruments": [
            {
                "instrument": update.instrument, "in_force": update.in_force or None, "base": update.base or None,
                "provisions": [
                    {"evidence": []} | msgspec.to_builtins(provision) for provision in update.provisions
                ],
            }
            for update in found
        ],
    }  # fmt: skip


def gaps_shape(gaps: Gaps) -> dict[str, Any]:
    """A mirror's edition against the regime's, in `gaps --json`; items of other origin are no gaps."""
    rows = [{"differences": []} | msgspec.to_builtins(row) for row in gaps.rows]
    return {
        "mirror": gaps.mirror,
        "regime": gaps.regime,
        "summary": gaps.counts,
        "rows": [row for row in rows if not row.get("origin")],
        "other_origins": [row for row in rows if row.get("origin")],
    }

