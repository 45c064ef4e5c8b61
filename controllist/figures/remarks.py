"""What a clause says about itself: that it takes goods out of control, that its number is empty, when it lapses.

>>> expiry("This text is valid until 31 December 2029."), expiry("gültig bis 1. März 2030")
('2029-12-31', '2030-03-01')
>>> excludes("This entry does not apply to toys.", ("does not apply",))
True
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple


class Reserved(NamedTuple):
    """An empty number; `year` says since when, where the text does."""

    year: int | None


@lru_cache(maxsize=64)
def _alternatives(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{re.sub('[?]P<[^>]+>', '?:', pattern)})" for pattern in patterns) or "(?!)", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _each(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def excludes(text: str, patterns: tuple[str, ...]) -> bool:
    """Whether a note takes goods out of control, in the wording of the list (`scheme.words.excludes`)."""
    return bool(patterns) and _alternatives(patterns).search(text) is not None


def reserved(text: str, patterns: tuple[str, ...]) -> Reserved | None:
    """The state of an empty number if the whole of `text` says that it is one (`scheme.words.reserved`)."""
    for pattern in _each(patterns):
        if match := pattern.fullmatch(text.strip().rstrip(".;") or " ") or pattern.fullmatch(text.strip()):
            year = match.groupdict().get("year") or next(iter(re.findall(r"\b(?:19|20)\d\d\b", text)), None)
            return Reserved(int(year) if year else None)
    return None


_MONTHS = {
    name: at // 2 + 1
    for at, name in enumerate(
        [
            "january",
            "januar",
            "february",
            "februar",
            "march",
            "märz",
            "april",
            "april",
            "may",
            "mai",
            "june",
            "juni",
            "july",
            "juli",
            "august",
            "august",
            "september",
            "september",
            "october",
            "oktober",
            "november",
            "november",
            "december",
            "dezember",
        ]
    )
}
_LAPSES = re.compile(
    r"(?:\bvalid(?:ity)?\b[^.;]{0,40}?\b(?:until|to|through)|\bexpir(?:es?|y|ing)\b(?:\s(?:on|date(?:\sis)?))?|\bceases?\s[^.;]{0,30}?\bon"
    r"|\bgültig\sbis(?:\szum)?|\bgilt\sbis(?:\szum)?|\btritt\sam)\s(?:the\s)?"
    r"(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<month>[A-Za-zä]+),?\s(?P<year>\d{4})"
    r"|(?P<month2>[A-Za-z]+)\s(?P<day2>\d{1,2}),?\s(?P<year2>\d{4})|(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.(?P<year3>\d{4}))",
    re.IGNORECASE,
)


def expiry(text: str) -> str:
    """The last day on which a clause is valid, as an ISO date, if it states one; else empty."""
    match = _LAPSES.search(text)
    if not match:
        return ""
    if match["iso"]:
        return match["iso"]
    month = match["month"] or match["month2"] or match["month3"]
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    day, year = (int(match[name] or match[f"{name}2"] or match[f"{name}3"]) for name in ("day", "year"))
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return ""
