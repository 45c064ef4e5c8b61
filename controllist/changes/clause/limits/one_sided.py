"""Limits "outside a range" of which one side alone is left: "outside the range from 2 °C to 8 °C" and "below 2 °C"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.text.clauses import polarity
from controllist.changes.place.ground.neighbours import ONE_SIDE
from controllist.changes.records import Effect, Evidence
from controllist.patterns import pattern

_FIGURE = r"[−–-]?\d[\d.,\s]*(?:×\s*10\S+\s*)?[^\W\d_°µ%]*[°µ%]?[^\W\d_]*(?:/\w+)?"
_IN_OTHER_UNITS = r"(?:\s*\([^()]*\))?"
_OUTSIDE = pattern(
    rf"\boutside\s+(?:of\s+)?(?:the|a)\s+(?:\w+\s+)?range\s+(?:(?:from|of)\s+)?(?P<low>{_FIGURE}){_IN_OTHER_UNITS}"
    rf"\s+to\s+(?P<high>{_FIGURE}){_IN_OTHER_UNITS}(?P<rest>[\s;.,]*(?:\b(?:or|and)\b)?\W*)$",
    re.IGNORECASE,
)
_BEYOND = pattern(
    rf"\b(?:(?P<below>below|less\s+than|lower\s+than|under)|(?:above|exceeding|more\s+than|higher\s+than))"
    rf"\s+(?P<figure>{_FIGURE}){_IN_OTHER_UNITS}(?P<rest>[\s;.,]*(?:\b(?:or|and)\b)?\W*)$",
    re.IGNORECASE,
)


def one_side_of_range(texts: Sequence[str]) -> list[Evidence]:
    """What it does that of two plain texts, else the same, one ends "outside" a range and the other beyond one end."""
    for (one, other), way in ((texts, 1), (texts[::-1], -1)):
        if "outside" not in one or not (whole := _OUTSIDE.search(one)):
            continue
        left = _BEYOND.search(other)
        if left is None or one[: whole.start()].split() != other[: left.start()].split():
            continue
        if _bare(left["figure"]) != _bare(whole["low" if left["below"] else "high"]):
            continue
        effect: Effect = {1: "relaxed", -1: "tightened"}.get(way * polarity(one, whole.start()), "unclear")  # type: ignore[assignment]  # three effects
        said = (f"outside {_short(whole['low'])} to {_short(whole['high'])}", _short(left.group().split("(")[0]))
        old, new = said if way > 0 else said[::-1]
        return [Evidence("threshold", effect, old=old, new=new, note=ONE_SIDE)]
    return []


def _short(words: str) -> str:
    return " ".join(words.split()).strip(" .;,")


def _bare(figure: str) -> str:
    return "".join(figure.split())
