"""What changes mean for a company's codes, for the terminal and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from controllist.impact import ACTIONS, Impact, Reason, summary

MOST_REASONS = 12
"""Reasons shown of one code on the terminal; CSV and JSON give them all."""


def impact_lines(found: Sequence[Impact], since: str) -> Iterator[str]:
    """The report, line by line: counts, then each code with its reasons, those first that need work."""
    yield f"Changes since {since}"
    for action, count in summary(found).items():
        if count:
            yield f"  {count:>4} {action:<10} {ACTIONS[action]}"
    order = list(ACTIONS)
    for each in sorted(found, key=lambda one: order.index(one.action)):
        now = f" → {', '.join(each.codes_now)}" if each.codes_now and list(each.codes_now) != [each.code] else ""
        gone = " (gone)" if not each.codes_now and each.action != "unknown" else ""
        yield ""
        note = f": {each.note}" if each.note else ""
        yield f"{each.list} {each.code}{now}{gone}  {each.action}, {each.effect}{note}"
        for reason in each.reasons[:MOST_REASONS]:
            yield f"    {_reason_line(reason)}"
        if len(each.reasons) > MOST_REASONS:
            yield f"    and {len(each.reasons) - MOST_REASONS} more (--format csv or json gives all)"


def _reason_line(reason: Reason) -> str:
    carried = "its governing text changed" if reason.carried else reason.what
    return f"{reason.relation}: {reason.id} {carried} ({reason.effect})" + (f": {reason.note}" if reason.note else "")


def impact_csv(found: Sequence[Impact]) -> str:
    """A row for each code; the reasons are joined by ` | `."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(("code", "list", "action", "effect", "codes_now", "note", "reasons"))
    for each in found:
        reasons = " | ".join(_reason_line(reason) for reason in each.reasons)
        writer.writerow((each.code, each.list, each.action, each.effect, " ".join(each.codes_now), each.note, reasons))
    return target.getvalue()
