"""What differs from mirror to mirror, as data: the table `[mirror]` of `lists/<list>/list.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any

import msgspec

from controllist.codes import entry_of, labels_of
from controllist.errors import WrongUse

REGIME = "regime"
"""The origin of an item that stands in the list because the regime has it."""


class MirrorRules(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, dict=True):
    """How a list mirrors its regime. All patterns are regular expressions that match a whole entry code.

    `carries` are the regime's entries that the list mirrors as they are; `derived` those that it carries in another
    form, under codes whose origin is named in `derived_origins` and which `derived_codes` turns into the regime's
    where their number tells it. `codes` turns the list's own entry codes into the
    regime's. `origins` names where an entry comes from, if not from the regime; the first that matches counts.
    `by_reference` are the regime's entries that the list incorporates as amended from time to time, without printing
    them. `national` are the origins of national controls, which other lists may share. `instruments` are the days on
    which instruments took force, for lists whose provisions bear the marks of the instruments that amended them.
    `complete` says that no edition is missing between the first and the last. `says_nothing` are patterns of words that
    the list prints of itself, such as a pointer from a heading to its own table.
    """

    regime: str
    carries: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    derived_origins: tuple[str, ...] = ()
    derived_codes: dict[str, str] = {}
    by_reference: tuple[str, ...] = ()
    codes: dict[str, str] = {}
    origins: dict[str, tuple[str, ...]] = {}
    national: tuple[str, ...] = ("national",)
    instruments: dict[str, str] = {}
    complete: bool = False
    says_nothing: tuple[str, ...] = ()

    @cached_property
    def origins_found(self) -> dict[str, str]:
        """The origin of each entry that was asked for."""
        return {}

    @cached_property
    def regime_codes(self) -> dict[str, str]:
        """What the regime would call each code that was asked for."""
        return {}


def rules_in(table: Mapping[str, Any]) -> MirrorRules | None:
    """The rules in the table `[mirror]` of a list.toml; None for a list that mirrors none, or does not say how.

    Raises `WrongUse` where a field does not fit.
    """
    try:
        return msgspec.convert(table, MirrorRules) if table else None
    except msgspec.ValidationError as error:
        remedy = "controllist/mirrors/rules.py tells the fields"
        raise WrongUse(f"the table [mirror] of a list.toml: {error}; {remedy}") from None


def regime_code(code: str, rules: MirrorRules) -> str:
    """A mirror's code as the regime would number it: its entry translated, its labels as they are."""
    if not code:
        return ""
    if code not in rules.regime_codes:
        entry = _translated(entry_of(code), tuple(rules.codes.items()))
        rules.regime_codes[code] = ".".join([entry, *labels_of(code)])
    return rules.regime_codes[code]


@lru_cache(maxsize=8192)
def _translated(entry: str, codes: tuple[tuple[str, str], ...]) -> str:
    for pattern, replacement in codes:
        if re.fullmatch(pattern, entry):
            return re.sub(pattern, replacement, entry)
    return entry


def derived_code(code: str, rules: MirrorRules) -> str:
    """The entry of the regime that the number of a derived item tells; empty where it tells none."""
    entry = entry_of(code)
    found = _translated(entry, tuple(rules.derived_codes.items()))
    return "" if found == entry else found


def origin_of(code: str, rules: MirrorRules) -> str:
    """Where an item of the mirror comes from: `regime`, or the name of another regime or of a national control."""
    if not code:
        return REGIME
    entry = entry_of(code)
    if entry not in rules.origins_found:
        fitting = (name for name, patterns in rules.origins.items() if _matches(entry, patterns))
        rules.origins_found[entry] = next(fitting, REGIME)
    return rules.origins_found[entry]


def carried(code: str, rules: MirrorRules) -> bool:
    """Whether the mirror carries this item of the regime as it is."""
    return _matches(entry_of(code), rules.carries)


def is_derived(code: str, rules: MirrorRules) -> bool:
    """Whether the mirror carries this item of the regime in another form."""
    return _matches(entry_of(code), rules.derived)


def is_by_reference(code: str, rules: MirrorRules) -> bool:
    """Whether the mirror only refers to this item of the regime, as amended from time to time."""
    return _matches(entry_of(code), rules.by_reference)


@lru_cache(maxsize=16384)
def _matches(entry: str, patterns: tuple[str, ...]) -> bool:
    return any(re.fullmatch(pattern, entry) for pattern in patterns)


def owners(parents: Mapping[str, str], codes: Mapping[str, str]) -> dict[str, str]:
    """The code of the item or heading that each node stands in, by id: its own, or that of what it stands under."""
    found: dict[str, str] = {}
    for ident, parent in parents.items():  # parents stand before their children
        found[ident] = codes.get(ident, "") or found.get(parent, "")
    return found
