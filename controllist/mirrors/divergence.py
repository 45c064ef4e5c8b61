"""The same entry in all lists side by side: only the items in which some list differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from controllist.mirrors.records import GapRow


class Divergence(msgspec.Struct, frozen=True, omit_defaults=True):
    """One item of the regime, or of a mirror alone, and its row in each list that differs from the regime there."""

    code: str
    rows: dict[str, GapRow]


def divergence(rows_of: Mapping[str, Sequence[GapRow]], code: str) -> tuple[Divergence, ...]:
    """What lists have otherwise than the regime in an item and below it; `rows_of` are the gap rows of each list.

    What a list has beyond the regime stands at the code it has there. Rows of other origins are left out.
    """
    found: dict[str, dict[str, GapRow]] = {}
    for name, rows in rows_of.items():
        for row in rows:
            at = row.code or row.mirror_code
            if row.status != "aligned" and not row.origin and f"{at}.".startswith(f"{code}."):
                found.setdefault(at, {})[name] = row
    order = {row.code: at for rows in rows_of.values() for at, row in enumerate(rows) if row.code}
    return tuple(Divergence(at, found[at]) for at in sorted(found, key=lambda each: (order.get(each, 1 << 30), each)))
