"""How long mirrors take: medians over adopted and pending changes, pending ones counted as not yet ended."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from controllist.mirrors.records import Adoption, Median, Medians

CONFIDENCE = 0.95


class Step(NamedTuple):
    """From so many days after a regime's edition on: the share of its changes not yet adopted, and the bounds of that
    share; None where a bound is not defined."""

    days: int
    share: float
    low: float | None
    high: float | None


class _Lags(NamedTuple):
    """Days to adoption, as late and as early as the mirror's editions allow, and days waited for in vain."""

    ended: list[int]
    earliest: list[int]
    waiting: list[int]


def _lags(adoptions: Iterable[Adoption], today: str) -> _Lags:
    found = _Lags([], [], [])
    for adoption in adoptions:
        if adoption.status == "adopted" and adoption.days is not None:
            found.ended.append(adoption.days)
            found.earliest.append(adoption.days if adoption.days_least is None else adoption.days_least)
        elif adoption.status == "pending":
            found.waiting.append(max(0, age(adoption, today)))
    return found


def median_of(adoptions: Iterable[Adoption], today: str) -> Median:
    """The median lag of adoptions in days; pending ones are observed until `today`, an ISO date."""
    ended, earliest, waiting = _lags(adoptions, today)
    if not ended:
        return Median(0, len(waiting))
    days, low, high = _kaplan_meier(ended, waiting)
    least = _kaplan_meier(earliest, waiting)[0] if earliest != ended else None
    return Median(len(ended), len(waiting), days, low, high, least)


def survival_steps(adoptions: Iterable[Adoption], until: str, *, earliest: bool = False) -> list[Step]:
    """The share of changes not yet adopted by days since the regime's edition; empty where no adoption has a day.

    Pending ones are observed until `until`, an ISO date. `earliest` takes each change for adopted as early as the
    mirror's editions allow, not as late.
    """
    lags = _lags(adoptions, until)
    if not lags.ended:
        return []
    times, shares, low, high = _survival(lags.earliest if earliest else lags.ended, lags.waiting)
    return [
        Step(round(day), float(share), _defined(least), _defined(most))
        for day, share, least, most in zip(times, shares, low, high, strict=True)
    ]


def _defined(share: float) -> float | None:
    return None if math.isnan(share) else float(share)


def age(adoption: Adoption, today: str) -> int:
    """The days from the regime's edition to `today`."""
    return (date.fromisoformat(today) - date.fromisoformat(adoption.regime_edition)).days


def _kaplan_meier(ended: Sequence[int], waiting: Sequence[int]) -> tuple[int | None, int | None, int | None]:
    """The median of an ecdf of right-censored values, and where the bounds of its survival function pass one half."""
    times, *curves = _survival(ended, waiting)
    share, low, high = (_first_below(times, curve) for curve in curves)
    return share, low, high


def _survival(ended: Sequence[int], waiting: Sequence[int]) -> tuple[list[float], Any, Any, Any]:
    """Days, and at each of them the survival function of right-censored values and its lower and upper bound."""
    from scipy.stats import CensoredData, ecdf  # takes long to load, and few commands need it

    survival = ecdf(CensoredData(uncensored=list(ended), right=list(waiting))).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # an undefined bound is not a number, and no median
        bounds = survival.confidence_interval(confidence_level=CONFIDENCE, method="log-log")
    times = [float(day) for day in survival.quantiles]
    return times, survival.probabilities, bounds.low.probabilities, bounds.high.probabilities


def _first_below(times: Sequence[float], shares: Iterable[float]) -> int | None:
    return next((round(day) for day, share in zip(times, shares, strict=True) if share <= 0.5), None)


def medians_by(adoptions: Iterable[Adoption], key: Callable[[Adoption], str], today: str) -> dict[str, Median]:
    """The medians of groups of adoptions, by the group's name, in order."""
    groups: dict[str, list[Adoption]] = {}
    for adoption in adoptions:
        groups.setdefault(key(adoption), []).append(adoption)
    return {name: median_of(groups[name], today) for name in sorted(groups)}


def category_of(adoption: Adoption) -> str:
    """The category of the list that a change stands in: the first digit of its code, or ML."""
    code = adoption.code
    return "ML" if code.startswith("ML") else code[:1] if code[:1].isdigit() else "definitions"


def medians_of(adoptions: Iterable[Adoption], until: str, since: str) -> Medians:
    """The medians of one mirror: by the regime's edition, and of all changes, by category, by effect.

    Pending changes were observed until `until`, the date of the mirror's newest edition. Of changes older than `since`,
    the day from which on adoptions are seen, the quick ones are missing; only the medians by edition count them, and
    only their own. Reworded changes are left out.
    """
    counted = [adoption for adoption in adoptions if adoption.kind != "reworded"]
    seen = [adoption for adoption in counted if adoption.regime_edition >= since]
    editions = sorted({adoption.regime_edition for adoption in seen})
    of_edition = {day: [each for each in seen if each.regime_edition == day] for day in editions}
    from_edition = {day: [each for each in seen if each.regime_edition >= day] for day in editions}
    return Medians(
        since=since,
        until=until,
        all=median_of(seen, until),
        by_edition=medians_by(counted, lambda adoption: adoption.regime_edition, until),
        by_category=medians_by(seen, category_of, until),
        by_effect=medians_by(seen, _effect_of, until),
        effects_by_edition={day: medians_by(of_edition[day], _effect_of, until) for day in editions},
        from_edition={day: median_of(from_edition[day], until) for day in editions},
        effects_from_edition={day: medians_by(from_edition[day], _effect_of, until) for day in editions},
    )


def _effect_of(adoption: Adoption) -> str:
    return adoption.effect


def medians_of_part(medians: Medians, edition: str = "", after: str = "") -> Medians:
    """The medians of the changes of one edition, if one is given, and of those of editions after the day `after`.

    They are taken from those of all changes, which hold them; by category there are none.
    """
    wanted = [day for day in medians.by_edition if day > after and edition in ("", day)]
    seen = [day for day in wanted if day >= medians.since]
    parts = (medians.by_edition, medians.effects_by_edition) if edition else (
        medians.from_edition, medians.effects_from_edition
    )  # fmt: skip
    return Medians(
        since=medians.since,
        until=medians.until,
        all=parts[0][seen[0]] if seen else Median(0, 0),
        by_edition={day: medians.by_edition[day] for day in wanted},
        by_category={},
        by_effect=parts[1][seen[0]] if seen else {},
    )
