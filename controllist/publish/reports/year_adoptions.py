"""What each mirror took over from its regime in a year: so many changes of which edition, by which instrument."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from controllist.mirrors.records import Adoption
from controllist.publish.parts.mirrored import Mirrored, Mirrors


class AdoptionLine(NamedTuple):
    """Changes of one edition of the regime that a mirror's instrument brought: those surely of this year, and those
    that may have come before it, because editions of the mirror are missing. Addresses are from the site's root."""

    edition: str
    edition_href: str
    instrument: str
    instrument_href: str
    sure: int
    perhaps: int


class MirrorAdoptions(NamedTuple):
    """What a mirror took over in a year."""

    short: str
    regime_short: str
    href: str
    lines: tuple[AdoptionLine, ...]

    @property
    def sure(self) -> int:
        """The changes that surely took force there in this year."""
        return sum(line.sure for line in self.lines)


def adoptions_by_year(mirrors: Mirrors) -> dict[str, list[MirrorAdoptions]]:
    """What each mirror took over in each year, in the order of the mirrors' names."""
    found: dict[str, list[MirrorAdoptions]] = {}
    for name in mirrors.names:
        mirror = mirrors.of(name)
        counts: dict[str, Counter[tuple[str, str, bool]]] = {}
        for adoption in mirror.lag.adoptions:
            if days := days_between(adoption):
                year, key = days[1][:4], (adoption.regime_edition, adoption.instrument, days[0][:4] == days[1][:4])
                counts.setdefault(year, Counter())[key] += 1
        for year, found_then in counts.items():
            lines = _lines(mirror, found_then)
            found.setdefault(year, []).append(
                MirrorAdoptions(mirror.short, mirror.regime_short, f"lag/{name}.html", lines)
            )
    return found


def days_between(adoption: Adoption) -> tuple[str, str] | None:
    """The first and the last day on which an adopted change can have taken force; None where no day is known."""
    if adoption.status != "adopted" or not adoption.by:
        return None
    if adoption.days is not None:
        start = date.fromisoformat(adoption.regime_edition)
        least = adoption.days if adoption.days_least is None else adoption.days_least
        return tuple((start + timedelta(days)).isoformat() for days in (least, adoption.days))  # type: ignore[return-value]
    # It was not there in the one edition and is in the other; without the one, who knows since when it is.
    return (adoption.after, adoption.by) if adoption.after else None


def _lines(mirror: Mirrored, counts: Counter[tuple[str, str, bool]]) -> tuple[AdoptionLine, ...]:
    keys = sorted({(edition, instrument) for edition, instrument, _ in counts}, reverse=True)
    return tuple(
        AdoptionLine(
            edition,
            mirror.edition_href(edition) if edition in mirror.adoptions_of else "",
            instrument,
            mirror.update_href(instrument) if instrument else "",
            counts[edition, instrument, True],
            counts[edition, instrument, False],
        )
        for edition, instrument in keys
    )
