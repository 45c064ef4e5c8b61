"""The page of the method: how each text came, how far it was read, what is modelled, how often that is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from controllist.history.records import Reading
from controllist.model import EditionInfo
from controllist.publish.mirrors.gap_pages import origins_of
from controllist.publish.parts.addresses import edition_page
from controllist.publish.parts.mirrored import Mirrors
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.templating import web_address
from controllist.publish.parts.writer import Crumb, SiteWriter


class Source(NamedTuple):
    """An edition, how its text came, and how far it was read. `leftover` counts characters that no rule claimed."""

    info: EditionInfo
    reading: Reading
    page: str
    host: str
    leftover: int


class Covered(NamedTuple):
    """A list and its editions, newest first; `origins` says how many of a mirror's items come from elsewhere.

    `regime` is the short name of what it mirrors, empty for a regime.
    """

    shelf: Shelf
    sources: list[Source]
    regime: str
    by_reference: bool
    origins: list[tuple[str, int]]


def write_method(site: SiteWriter, shelves: Sequence[Shelf], mirrors: Mirrors) -> None:
    """Write the page."""
    covered = [_covered(shelf, mirrors) for shelf in shelves]
    sources = [source for one in covered for source in one.sources]
    site.page(
        "method/index.html",
        "method.html",
        title="Method, sources, coverage, limits",
        crumbs=(Crumb("Lists", "index.html"),),
        covered=covered,
        editions=len(sources),
        provenances=_counts(sources),
        whole=sum(not source.leftover for source in sources),
        least=min(source.reading.coverage for source in sources),
        problems=sum(len(source.reading.problems) for source in sources),
        leftover=sum(source.leftover for source in sources),
    )


def _covered(shelf: Shelf, mirrors: Mirrors) -> Covered:
    sources = [_source(shelf, info, reading) for info, reading in zip(shelf.infos, shelf.readings, strict=True)][::-1]
    mirror = mirrors.of(shelf.name) if shelf.name in mirrors.names else None
    return Covered(shelf, sources, mirror.regime_short if mirror else "", bool(mirror and mirror.by_reference),
                   origins_of(mirror) if mirror else [])  # fmt: skip


def _source(shelf: Shelf, info: EditionInfo, reading: Reading) -> Source:
    host = urlsplit(web_address(info.source.url)).netloc
    leftover = sum(count for count, _ in reading.residue)
    return Source(info, reading, edition_page(shelf.name, info.edition), host, leftover)


def _counts(sources: Sequence[Source]) -> list[tuple[str, int]]:
    """How many editions are of each provenance, most first."""
    found: dict[str, int] = {}
    for source in sources:
        found[source.info.provenance] = found.get(source.info.provenance, 0) + 1
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))
