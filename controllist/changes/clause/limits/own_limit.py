"""Some of the goods of a clause, which got a limit of their own before all "other" goods keep theirs, or lost it.

"Cups with a height above 3 cm" holds all that "tin cups with a height above 5 cm, other cups with a height above 3 cm"
does, and tin cups 4 cm high.

>>> some = "Tin cups with a height above 5 cm, other cups with a height above 3 cm"
>>> with_own_limit_told(["Cups with a height above 3 cm", some])[1][0].effect
'relaxed'
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.quantities import comparable, measure
from controllist.changes.records import Effect, Evidence, clipped, opposite
from controllist.figures import figures_of
from controllist.model import Threshold
from controllist.patterns import pattern

LIMIT_OF_ITS_OWN = "some of these goods have a limit of their own"
_LIMITED = r"\s+with\s+an?\s+(?P<{0}>[a-z]+\s[^,;:]{{3,60}}?)"
_SOME = pattern(
    r"^(?P<kind>(?:[\w-]+\s+){1,3}?)(?P<noun>[a-z]{3,}s)" + _LIMITED.format("own")
    + r",\s+other\s+(?P<goods>[\w-]+(?:\s+[\w-]+){0,4}?)" + _LIMITED.format("rest")
    + r"(?=,|;|\s+and\s|$)"
)  # fmt: skip
_GOODS = pattern(r"^(?P<goods>[\w-]+(?:\s+[\w-]+){0,4}?)" + _LIMITED.format("rest") + r"(?=,|;|\s+and\s|$)")
_JOINTS = frozenset(("or", "and"))


def with_own_limit_told(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts without the goods that have a limit of their own in one, and what it does that they have it."""
    old, new = texts
    if (", other " in old) == (", other " in new):
        return [old, new], []
    is_now = ", other " in new
    some, all_ = _SOME.match(new if is_now else old), _GOODS.match(old if is_now else new)
    if not (some and all_) or some["rest"] != all_["rest"] or not _are_all(some["noun"], some["goods"], all_["goods"]):
        return [old, new], []
    effect = _effect_of(some["own"], some["rest"]) if polarity(some.string, some.start("own")) == 1 else None
    if effect is None:
        return [old, new], []
    phrase = clipped(some.string[: some.end("own")])
    left = all_["goods"] + some.string[some.end("goods") :]  # the same goods, in whatever order they are named
    if is_now:
        return [old, left], [Evidence("alternative", effect, new=phrase, note=LIMIT_OF_ITS_OWN)]
    return [left, new], [Evidence("alternative", opposite(effect), old=phrase, note=LIMIT_OF_ITS_OWN)]


def _are_all(noun: str, goods: str, before: str) -> bool:
    """Whether two lists name the same goods, and those of a noun are among them without any word that narrows it."""
    names = [frozenset(one.lower().split()) - _JOINTS for one in (goods, before)]
    alone = before.lower().replace(" and ", " or ").split(" or ")
    return names[0] == names[1] and noun.lower() in alone


def _effect_of(own: str, rest: str) -> Effect | None:
    """What it does that some goods have a limit of their own in the place of that of the rest; None if not certain."""
    limits = [_only_limit(said) for said in (own, rest)]
    if limits[0] is None or limits[1] is None or own.split()[0] != rest.split()[0]:
        return None
    values = [measure(one.value, one.unit) for one in limits if one and not isinstance(one.value, tuple)]
    if len(values) < 2 or not comparable(*values) or limits[0].op[0] != limits[1].op[0] or values[0] == values[1]:
        return None
    is_above = limits[0].op[0] == ">"
    return "relaxed" if (values[0].value > values[1].value) == is_above else "tightened"


def _only_limit(said: str) -> Threshold | None:
    """The one limit that some words state, but for the same in other units."""
    found = figures_of(said).thresholds
    sure = [one for one in found if not one.doubtful and one.op[0] in "<>"]
    return sure[0] if sure and len(found) == len(sure) == 1 else None
