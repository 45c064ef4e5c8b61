"""Goods that gave way to a wider name for them and others, or the reverse: "automobiles, or trucks" and "vehicles"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.names.compounds import compounds_in
from controllist.changes.language.names.either_place import stand_in_one_list
from controllist.changes.language.names.kinds_of import narrower_names, unlike_in, wider_name
from controllist.changes.language.text.clauses import polarity
from controllist.changes.records import Effect, Evidence, opposite

_WORDS = re.compile(r"\w+")
_IN_LIST, _LISTED = re.compile(r",\s+$"), re.compile(r",\s+(?!(?:and|or)\b)")
"""What stands around a name in the midst of a list, which another name of the list takes in."""

TAKES_IN_MORE = "a name that takes in more"


def with_wider_goods(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts with narrower names replaced by the wider one of the other text, and what that change does."""
    old, new = texts
    found: list[Evidence] = []
    if old == new:
        return [old, new], []
    named = [(wider_name(wide), narrower_names(wide)) for wide in unlike_in(old, new)]
    for wide, narrow in [*named, *compounds_in(old, new)]:
        if len(wide.findall(old)) == len(wide.findall(new)):
            continue
        old, came = _told_by(old, new, wide, narrow)
        new, went = _told_by(new, old, wide, narrow)
        found += came + [
            Evidence("wording", opposite(one.effect), old=one.new, new=one.old, note=one.note) for one in went
        ]
    return [old, new], found


def _told_by(
    text: str, other: str, wide: re.Pattern[str], narrow: re.Pattern[str]
) -> tuple[str, list[Evidence]]:
    """`text` with narrower names in the place in which `other` has the wide one."""
    found: list[Evidence] = []
    places = [*narrow.finditer(text)]
    if not places or narrow.search(other):
        return text, found
    for place in reversed(places):
        here = _neighbours(text, place)
        match = next(
            (
                one for one in wide.finditer(other)
                if _fits(here, _neighbours(other, one)) or stand_in_one_list(text, place.span(), other, one.span())
            ),
            None,
        )  # fmt: skip
        if match is None:
            listed = _LISTED.match(text, place.end()) if found and _IN_LIST.search(text[: place.start()]) else None
            text = text[: place.start()] + text[listed.end() :] if listed else text
            continue
        effect: Effect = {1: "tightened", -1: "relaxed"}.get(polarity(text, place.start()), "unclear")  # type: ignore[assignment]  # three effects
        found.append(
            Evidence("wording", effect, old=place.group(), new=match.group(), note=TAKES_IN_MORE)
        )
        text = text[: place.start()] + match.group() + text[place.end() :]
    return text, found


def _neighbours(text: str, place: re.Match[str]) -> tuple[list[str], list[str]]:
    """The two words before a place, nearest first, and the two behind it."""
    before = _WORDS.findall(text[: place.start()].lower())[-2:][::-1]
    return before, _WORDS.findall(text[place.end() : place.end() + 60].lower())[:2]


def _fits(here: tuple[list[str], list[str]], there: tuple[list[str], list[str]]) -> bool:
    """Whether two places stand between the same words: on one side at least, and nothing contradicts on the other."""
    alike = [first[:1] == second[:1] for first, second in zip(here, there, strict=True)]
    said = [bool(first) and bool(second) for first, second in zip(here, there, strict=True)]
    return all(alike) or any(same and words for same, words in zip(alike, said, strict=True))
