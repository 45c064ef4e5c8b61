"""Charts as SVG, drawn when the site is built: they need no script, and take their colours from the style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from controllist.mirrors.survival import Step

YEAR = 365.25
"""Days of a year."""

MOST_YEARS = 12
"""Years beyond which the curves are cut: what comes later is told in words."""

_WIDTH, _HEIGHT = 380.0, 210.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 10.0, 10.0, 38.0


class Curve(NamedTuple):
    """A step curve of what is not yet adopted; `earliest` is the same if all were adopted as early as may be."""

    name: str
    title: str
    description: str
    steps: Sequence[Step]
    earliest: Sequence[Step]


class Row(NamedTuple):
    """A curve in figures: the share adopted after some years, with the bounds of that share."""

    years: int
    share: float
    low: float | None
    high: float | None
    earliest: float | None


def survival_chart(curve: Curve, years: int) -> Markup:
    """The curve over so many years from a regime's edition, with its interval, as far as anything was observed."""
    name = escape(curve.name)
    end = years * YEAR
    steps = _drawn(curve.steps, end)
    stop = min(end, curve.steps[-1].days if curve.steps else 0)
    parts = [
        f'<svg class="km" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img" aria-labelledby="km-{name}-t km-{name}-d">',
        f'<title id="km-{name}-t">{escape(curve.title)}</title>',
        f'<desc id="km-{name}-d">{escape(curve.description)}</desc>',
        _axes(years),
        f'<path class="band" d="{_band(steps, stop, end)}"/>',
    ]
    if curve.earliest:
        parts.append(f'<path class="early" d="{_line(_drawn(curve.earliest, end), stop, end)}"/>')
    parts += [f'<path class="curve" d="{_line(steps, stop, end)}"/>', "</svg>"]
    return Markup("".join(parts))


def rows_of(curve: Curve, years: int) -> list[Row]:
    """What is adopted after each year, as shares of one; no row beyond the last day that the curve knows."""
    found = []
    for year in range(1, years + 1):
        day = year * YEAR
        if not curve.steps or day > curve.steps[-1].days:
            break
        at = _at(curve.steps, day)
        early = 1 - _at(curve.earliest, day).share if curve.earliest else None
        found.append(Row(year, 1 - at.share, _rest(at.high), _rest(at.low), early))
    return found


def years_shown(curves: Sequence[Curve]) -> int:
    """Whole years that hold the curves, the same for all of them."""
    last = max((step.days for curve in curves for step in curve.steps), default=0)
    return max(1, min(MOST_YEARS, int(last // YEAR) + 1))


def _rest(share: float | None) -> float | None:
    return None if share is None else 1 - share


def _at(steps: Sequence[Step], day: float) -> Step:
    """The curve on a day: nothing is adopted before its first step."""
    return next((step for step in reversed(steps) if step.days <= day), Step(0, 1.0, 1.0, 1.0))


def _drawn(steps: Sequence[Step], end: float) -> list[Step]:
    """The steps at which the curve falls, up to a day, from the beginning on."""
    found = [Step(0, 1.0, 1.0, 1.0)]
    for step in steps:
        if step.days <= end and (step.share, step.low, step.high) != found[-1][1:]:
            found.append(step)
    return found


def _x(day: float, end: float) -> float:
    return _LEFT + day / end * (_WIDTH - _LEFT - _RIGHT)


def _y(share: float) -> float:
    return _TOP + (1 - share) * (_HEIGHT - _TOP - _BOTTOM)


def _line(steps: Sequence[Step], stop: float, end: float) -> str:
    path = [f"M{_x(0, end):.1f} {_y(1):.1f}"]
    path += [f"H{_x(step.days, end):.1f}V{_y(step.share):.1f}" for step in steps[1:]]
    return "".join([*path, f"H{_x(max(stop, steps[-1].days), end):.1f}"])


def _band(steps: Sequence[Step], stop: float, end: float) -> str:
    """The interval around the curve; where a bound is not defined it is the curve itself."""
    highs = [step.share if step.high is None else step.high for step in steps]
    lows = [step.share if step.low is None else step.low for step in steps]
    days = [step.days for step in steps] + [stop]
    path = [f"M{_x(0, end):.1f} {_y(1):.1f}"]
    path += [f"V{_y(high):.1f}H{_x(after, end):.1f}" for high, after in zip(highs, days[1:], strict=True)]
    for low, before in zip(reversed(lows), reversed(days[:-1]), strict=True):
        path.append(f"V{_y(low):.1f}H{_x(before, end):.1f}")
    return "".join([*path, "Z"])


def _axes(years: int) -> str:
    end = years * YEAR
    parts = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y, half = _y(share), ' class="half"' if share == 0.5 else ""
        parts.append(f'<line x1="{_LEFT:g}" x2="{_WIDTH - _RIGHT:g}" y1="{y:.1f}" y2="{y:.1f}"{half}/>')
        parts.append(f'<text x="{_LEFT - 6:g}" y="{y + 4:.1f}" text-anchor="end">{share * 100:.0f}%</text>')
    every = 1 if years <= 6 else 2
    for year in range(0, years + 1, every):
        x = _x(year * YEAR, end)
        parts.append(f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 16:.1f}" text-anchor="middle">{year}</text>')
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    parts.append(f'<text x="{middle:.1f}" y="{_HEIGHT - 5:.1f}" text-anchor="middle">years after the edition</text>')
    return f'<g class="axes" aria-hidden="true">{"".join(parts)}</g>'
