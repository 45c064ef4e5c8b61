"""Lasting addresses led to their places: `wa/2019-12-05/3A001.a.5` to the page and row that show the item.

At hosts that only serve files `assets/lasting.js` gives the same answers; both read the site's own index of codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import msgspec

from controllist.codes import canonical, entry_of, parent_of
from controllist.publish.parts.addresses import edition_page, entries_page, entry_page, section_page
from controllist.publish.parts.rows import anchor
from controllist.publish.parts.templating import fragment
from controllist.sources.catalogue import is_date

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_DATED = re.compile(r"\d{4}-\d\d-\d\d")
_NEAR = 5


class Place(NamedTuple):
    """What a link says, and where it leads, counted from the site's root."""

    words: str
    address: str


class Missing(NamedTuple):
    """What there is not, and what is near it."""

    words: str
    near: tuple[Place, ...] = ()


class _Codes(msgspec.Struct, frozen=True, dict=True):
    """A list's index of codes, as `code_data` writes it."""

    name: str = msgspec.field(name="list")
    short: str
    editions: tuple[str, ...]
    bits: tuple[tuple[str, str], ...]
    entries: tuple[tuple[str | int, ...], ...]
    items: str
    stands: tuple[int, ...]
    codes: dict[str, str]
    pages: dict[str, str]

    @cached_property
    def standing(self) -> dict[str, list[tuple[str, int]]]:
        """The ids that ever had a code, each with the editions it stands in as bits."""
        found: dict[str, list[tuple[str, int]]] = {}
        for ident, at in zip(self.items.split("\n"), self.stands, strict=True):
            active, reserved = self.bits[at]
            bits = int(active, 16) | int(reserved, 16)
            found.setdefault(self.codes.get(ident, ident), []).append((ident, bits))
        return found

    @cached_property
    def sections(self) -> dict[str, str]:
        """The page of an edition on which each entry stands."""
        return {str(row[0]): str(row[3]) for row in self.entries}

    def ident_at(self, code: str, number: int) -> str:
        """The id that has a code in the n-th edition, or in any where the number is negative; empty where none has."""
        found = [ident for ident, bits in self.standing.get(code, ()) if number < 0 or bits >> number & 1]
        return found[0] if found else ""

    def page_of(self, ident: str, number: int) -> str:
        """The page and row of an item in the n-th edition, or through all of them where the number is negative."""
        entry = entry_of(ident)
        section = self.pages.get(ident) or self.sections[entry]
        page = entry_page(self.name, entry) if number < 0 else section_page(self.name, self.editions[number], section)
        return f"{page}#{fragment(anchor(ident))}"


def led_to(site: Path, path: str) -> str | Missing:
    """The place in `site` that a path without a file means, counted from its root and fit for a link; or what is near.

    Every form of a code is understood, and a day between editions means the edition in force on it.
    """
    parts = [part for part in path.split("/") if part]
    if not parts or any(part.startswith(".") for part in parts) or not _NAME.fullmatch(parts[0]):
        return Missing("There is no such page.")
    if page := _page(site, "/".join(parts)):
        return page
    index = site / "codes" / parts[0] / "index.json"
    if not index.is_file():
        return Missing(f"No list is called {parts[0]}.")
    return _in_list(site, _load(index, index.stat().st_mtime_ns), parts[1:])


def _in_list(site: Path, codes: _Codes, parts: list[str]) -> str | Missing:
    if not parts or not _DATED.fullmatch(parts[0]):
        return _item(codes, -1, "/".join(parts))
    if not is_date(parts[0]):
        return Missing(f"{parts[0]} is no day.")
    number = sum(edition <= parts[0] for edition in codes.editions) - 1
    if number < 0:
        first = codes.editions[0]
        near = (Place(f"edition of {first}", edition_page(codes.name, first)),)
        return Missing(f"{codes.short} has no edition of {parts[0]} or before it here.", near)
    rest = "/".join(parts[1:])
    if page := _page(site, f"{codes.name}/{codes.editions[number]}/{rest or 'index.html'}"):
        return page
    return _item(codes, number, rest)


def _page(site: Path, path: str) -> str:
    """A page that is there under this path, or under it with the ending of pages; empty where none is."""
    found = (name for name in (path, f"{path}.html", f"{path}/index.html") if name.endswith(".html"))
    return next((fragment(name) for name in found if (site / name).is_file()), "")


def _item(codes: _Codes, number: int, printed: str) -> str | Missing:
    code = canonical_of(printed)
    if ident := code and codes.ident_at(code, number):
        return codes.page_of(ident, number)
    where = f"{codes.short}, edition of {codes.editions[number]}," if number >= 0 else codes.short
    return Missing(f"{where} has no item {code or printed}.", (*_near(codes, code, number),))


def canonical_of(printed: str) -> str:
    """The canonical code of one that is printed in any form, also with the letters of its entry small."""
    return canonical(printed) or canonical(re.sub(r"^\d\W*[a-z]|^ml", lambda found: found[0].upper(), printed))


def _near(codes: _Codes, code: str, number: int) -> Iterator[Place]:
    """The item in other editions, then what stands in this one: the nearest codes, else the edition or list itself."""
    if number >= 0 and (ident := codes.ident_at(code, -1)):
        yield Place(f"{code} in other editions", codes.page_of(ident, -1))
    near = [Place(each, codes.page_of(codes.ident_at(each, number), number)) for each in _nearest(codes, code, number)]
    if near:
        yield from near
    elif number >= 0:
        edition = codes.editions[number]
        yield Place(f"edition of {edition}", edition_page(codes.name, edition))
    else:
        yield Place(f"all entries of {codes.short}", entries_page(codes.name))


def _nearest(codes: _Codes, code: str, number: int) -> Iterator[str]:
    """The nearest code above that stands there, with what stands right below it; else entries that begin alike."""
    above = parent_of(code)
    while above and not codes.ident_at(above, number):
        above = parent_of(above)
    if above:
        yield above
    start = f"{above}." if above else code[:2]
    depth = start.count(".")
    alike = (each for each in codes.standing if start and each.startswith(start) and each.count(".") == depth)
    there = [each for each in alike if codes.ident_at(each, number)]
    yield from sorted(there, key=lambda each: _distance(each, code))[:_NEAR]


def _distance(one: str, other: str) -> tuple[int, str]:
    """How soon two codes differ: first those that begin alike longest."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return -len(list(same)), one


@lru_cache(maxsize=32)
def _load(path: Path, changed: int) -> _Codes:
    """The index at `path`; `changed` is its time, so that a rebuilt site is read anew."""
    return msgspec.json.decode(path.read_bytes(), type=_Codes)
