"""Old code → new code for every active item: what a trade-compliance system loads when a list changes.

Relations: `1:1` the item stands under the new code (often the same one), `1:n` its words went to several items, `n:1`
several items became one, `decontrolled` it has no successor, `new` it has no predecessor. `decontrolled` says that this
list no longer holds the item, not that nothing else controls the goods.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Literal

import msgspec

from controllist.comparison import Comparison
from controllist.model import EditionInfo

Relation = Literal["1:1", "1:n", "n:1", "decontrolled", "new"]

NAMESPACE = "urn:controllist:reclassification:1"
"""Names the elements of the XML form; docs/reclassification.md describes them."""


class Row(msgspec.Struct, frozen=True):
    """One old code with one new code, one of them empty for `new` and `decontrolled`; how alike their words are."""

    old: str
    new: str
    relation: Relation
    matched_by: str = ""
    score: float = 0.0


def reclassification(
    comparison: Comparison, old_codes: Mapping[str, str], new_codes: Mapping[str, str]
) -> tuple[Row, ...]:
    """The rows for every active item of both editions: in the old edition's order, what is new last.

    `old_codes` and `new_codes` are the codes of the items in force, by their ids, in document order.
    """
    links = _links(comparison, old_codes, new_codes)
    leaving = Counter(old for old, _ in links)
    coming = Counter(new for _, new in links)
    rows = []
    for (old, new), (matched_by, score) in links.items():
        relation: Relation = "1:n" if leaving[old] > 1 else "n:1" if coming[new] > 1 else "1:1"
        rows.append(Row(old, new, relation, matched_by, round(score, 4)))
    before = {code: at for at, code in enumerate(old_codes.values())}
    after = {code: at for at, code in enumerate(new_codes.values())}
    rows += [Row(code, "", "decontrolled") for code in before if not leaving[code]]
    rows += [Row("", code, "new") for code in after if not coming[code]]
    return tuple(sorted(rows, key=lambda row: (before.get(row.old, len(before) + 1), after.get(row.new, -1))))


def _links(
    comparison: Comparison, old_codes: Mapping[str, str], new_codes: Mapping[str, str]
) -> dict[tuple[str, str], tuple[str, float]]:
    """Each old code with each of its new codes: the pairs, and where words went beside them."""
    found = [(link.old, link.new, link.matched_by, link.score) for link in comparison.links]
    found += [(split.whole, part, "split", split.share) for split in comparison.splits for part in split.parts]
    found += [(part, merge.whole, "merge", merge.share) for merge in comparison.merges for part in merge.parts]
    links: dict[tuple[str, str], tuple[str, float]] = {}
    for old, new, matched_by, score in found:
        if old in old_codes and new in new_codes:
            links.setdefault((old_codes[old], new_codes[new]), (matched_by, score))
    return links


def as_csv(rows: Sequence[Row]) -> str:
    """The rows as CSV with a head: old, new, relation, matched_by, score."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(Row.__struct_fields__)
    writer.writerows(msgspec.structs.astuple(row) for row in rows)
    return target.getvalue()


def as_xml(comparison: Comparison, rows: Sequence[Row]) -> str:
    """The rows as XML, the editions named at its head."""
    ends = _attributes({"from": _id(comparison.old), "to": _id(comparison.new)})
    head = f"<?xml version='1.0' encoding='UTF-8'?>\n<reclassification xmlns=\"{NAMESPACE}\"{ends}"
    if not rows:
        return f"{head}/>\n"
    # Written as lines and not as a tree: a list has thousands of rows, and they nest in nothing.
    items = "".join(f"  <item{_attributes(_told(row))}/>\n" for row in rows)
    return f"{head}>\n{items}</reclassification>\n"


def _told(row: Row) -> dict[str, str]:
    score = f"{row.score:g}" if row.score else ""
    return {"relation": row.relation, "old": row.old, "new": row.new, "matchedBy": row.matched_by, "score": score}


def _attributes(found: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in found.items() if value)


def _id(edition: EditionInfo) -> str:
    return f"{edition.list}@{edition.edition}"


def as_shape(comparison: Comparison, rows: Sequence[Row]) -> dict[str, object]:
    """The rows as one JSON object."""
    return {
        "from": _id(comparison.old),
        "to": _id(comparison.new),
        "rows": [msgspec.to_builtins(row) for row in rows],
    }
