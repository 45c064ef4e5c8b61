"""How long mirrors take: medians over adopted and pending changes, pending ones counted as not yet ended."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from controllist.mirrors.records import Adoption, Median, Medians

CONFIDENCE = 0.95


def median_of(adoptions: Iterable[Adoption], today: str) -> Median:
    """The median lag of adoptions in days; pending ones are observed until `today`, an ISO date."""
    ended: list[int] = []
    earliest: list[int] = []
    waiting: list[int] = []
    for adoption in adoptions:
        if adoption.status == "adopted" and adoption.days is not None:
            ended.append(adoption.days)
            earliest.append(adoption.days if adoption.days_least is None else adoption.days_least)
        elif adoption.status == "pending":
            waiting.append(max(0, age(adoption, today)))
    if not ended:
        return Median(0, len(waiting))
    days, low, high = _kaplan_meier(ended, waiting)
    least = _kaplan_meier(earliest, waiting)[0] if earliest != ended else None
    return Median(len(ended), len(waiting), days, low, high, least)


def age(adoption: Adoption, today: str) -> int:
    """The days from the regime's edition to `today`."""
    return (date.fromisoformat(today) - date.fromisoformat(adoption.regime_edition)).days


def _kaplan_meier(ended: Sequence[int], waiting: Sequence[int]) -> tuple[int | None, int | None, int | None]:
    """The median of an ecdf of right-censored values, and where the bounds of its survival function pass one half."""
    from scipy.stats import CensoredData, ecdf  # takes long to load, and few commands need it

    survival = ecdf(CensoredData(uncensored=list(ended), right=list(waiting))).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # an undefined bound is not a number, and no median
        bounds = survival.confidence_interval(confidence_level=CONFIDENCE, method="log-log")
    times = [float(day) for day in survival.quantiles]
    return (
        _first_below(times, survival.probabilities),
        _first_below(times, bounds.low.probabilities),
        _first_below(times, bounds.high.probabilities),
    )


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


def medians_of(adoptions: Iterable[Adoption], until: str) -> Medians:
    """The medians of one mirror: of all its changes, and by the regime's edition, category, effect.

    Pending changes were observed until `until`, the date of the mirror's newest edition. Reworded ones are left out.
    """
    counted = [adoption for adoption in adoptions if adoption.kind != "reworded"]
    return Medians(
        until=until,
        all=median_of(counted, until),
        by_edition=medians_by(counted, lambda adoption: adoption.regime_edition, until),
        by_category=medians_by(counted, category_of, until),
        by_effect=medians_by(counted, lambda adoption: adoption.effect, until),
    )
