"""An entry's history as a drawing: when it stood in the list, and which editions tightened or relaxed it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from controllist.changes.records import Effect
from controllist.publish.parts.presence import Span

_WIDTH, _HEIGHT = 720.0, 148.0
_LEFT, _RIGHT = 14.0, 14.0
_MIDDLE = 62.0
"""The height of the line from which bars go up and down."""

_LONGEST = 44.0
_BAR = 5.0
_HALF_BAND = 4.0
_YEARS_APART = 44.0
"""Room that the name of a year needs."""


class Point(NamedTuple):
    """An edition that changed an entry, and how many changes of each effect it made."""

    day: str
    effects: Mapping[Effect, int]


def history_chart(name: str, days: Sequence[str], stands: Sequence[Span], points: Sequence[Point]) -> Markup:
    """The history of an entry, from the first to the newest edition of its list: `days` are those of all editions.

    What tightens goes up and what relaxes goes down, so that no colour is needed to tell them apart.
    """
    scale = _Scale(days[0], days[-1])
    described = (
        f"A line from {days[0]} to {days[-1]}, with a mark for each of the {len(days)} editions; it is broad where "
        f"{name} stands in the list. {len(points)} of them changed it: bars upwards are changes that tighten, bars "
        "downwards changes that relax, a dot stands for changes of no or unclear effect. The table tells the same."
    )
    parts = [
        f'<svg class="hist" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img" aria-labelledby="hist-t hist-d">',
        f'<title id="hist-t">{escape(f"{name}: what changed, and when")}</title>',
        f'<desc id="hist-d">{escape(described)}</desc>',
        _axis(scale, days),
        *(_band(scale, days, span) for span in stands),
        *(_mark(scale.x(point.day), point.effects) for point in points),
        "</svg>",
    ]
    return Markup("".join(parts))


class _Scale:
    """Days along the width."""

    def __init__(self, first: str, last: str) -> None:
        self.first, self.last = date.fromisoformat(first), date.fromisoformat(last)
        self._days = max(1, (self.last - self.first).days)

    def x(self, day: str | date) -> float:
        at = day if isinstance(day, date) else date.fromisoformat(day)
        return _LEFT + (at - self.first).days / self._days * (_WIDTH - _LEFT - _RIGHT)

    def years(self) -> range:
        """The years to be named, so far apart that their names do not touch."""
        year = 365.25 / self._days * (_WIDTH - _LEFT - _RIGHT)
        step = max(1, math.ceil(_YEARS_APART / year))
        first = self.first.year + (self.first > date(self.first.year, 1, 1))
        return range(first, self.last.year + 1, step)


def _axis(scale: _Scale, days: Sequence[str]) -> str:
    foot = _HEIGHT - 24
    parts = [f'<line x1="{_LEFT:g}" x2="{_WIDTH - _RIGHT:g}" y1="{_MIDDLE:g}" y2="{_MIDDLE:g}"/>']
    for year in scale.years():
        x = scale.x(date(year, 1, 1))
        parts.append(f'<text x="{x:.1f}" y="{_HEIGHT - 6:g}" text-anchor="middle">{year}</text>')
        parts.append(f'<line class="year" x1="{x:.1f}" x2="{x:.1f}" y1="8" y2="{foot:g}"/>')
    ticks = "".join(f"M{scale.x(day):.1f} {foot - 6:g}v6" for day in days)
    return f'<g class="axes" aria-hidden="true">{"".join(parts)}<path d="{ticks}"/></g>'


def _band(scale: _Scale, days: Sequence[str], span: Span) -> str:
    """Where the entry stands: up to the edition that no longer has it."""
    x, end = scale.x(days[span.first]), scale.x(days[min(span.last + 1, len(days) - 1)])
    return (
        f'<rect class="band" x="{x:.1f}" y="{_MIDDLE - _HALF_BAND:g}" width="{max(2.0, end - x):.1f}" '
        f'height="{2 * _HALF_BAND:g}"/>'
    )


def _mark(x: float, effects: Mapping[Effect, int]) -> str:
    up, down = (effects.get(name, 0) + effects.get("mixed", 0) for name in ("tightened", "relaxed"))
    parts = []
    if up:
        parts.append(_bar("ef-tightened", x, _MIDDLE - _HALF_BAND - _length(up), _length(up)))
    if down:
        parts.append(_bar("ef-relaxed", x, _MIDDLE + _HALF_BAND, _length(down)))
    if effects.get("none", 0) + effects.get("unclear", 0) or not (up or down):
        parts.append(f'<circle cx="{x:.1f}" cy="{_MIDDLE:g}" r="3.2"/>')
    return "".join(parts)


def _bar(name: str, x: float, y: float, length: float) -> str:
    return f'<rect class="{name}" x="{x - _BAR / 2:.1f}" y="{y:.1f}" width="{_BAR:g}" height="{length:.1f}"/>'


def _length(count: int) -> float:
    """Longer for more changes, ever more slowly."""
    return min(_LONGEST, 8 * math.log2(1 + count))
