"""The pages above the editions: the first page, a list's own, the dataset, and what the words on them mean."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from controllist.history.pairs import FOLDER
from controllist.mirrors.store import ADOPTIONS, CORRESPONDENCES, GAPS, MEDIANS, SHARED, UPDATES
from controllist.publish.addresses import list_page
from controllist.publish.edition_pages import official
from controllist.publish.lag_pages import alignments
from controllist.publish.mirrored import STATUS_MARKS, Mirrors
from controllist.publish.pair_index import PairCounts
from controllist.publish.shelf import Shelf
from controllist.publish.templating import default_templates
from controllist.publish.writer import Crumb, SiteWriter

_LATEST = 10


class Change(NamedTuple):
    """A pair of successive editions of a list and what changed, where the dataset has a record of it."""

    shelf: Shelf
    old: str
    new: str
    counts: PairCounts | None


class Download(NamedTuple):
    """A file of the dataset."""

    path: str
    what: str
    size: int
    sha256: str


class Records(NamedTuple):
    """A list's records of changes, a file for each two successive editions, and their bytes together."""

    path: str
    files: int
    size: int


_FILES = {
    "list.toml": "who publishes the list, how it numbers, the words it uses",
    "editions.toml": "each edition: dates, instrument, address and digests of its official files",
    "nodes.jsonl": "every node's facts, with the spans of editions they hold in",
    "lineages.jsonl": "which node is which through all editions, where its code changed",
    "readings.jsonl": "how each edition was read: coverage, counts, unclaimed places, contradictions",
    CORRESPONDENCES: "which of its nodes answers which node of the regime, with score and how they were matched",
    ADOPTIONS: "what became here of each change of the regime, with days, instrument and evidence",
    GAPS: "its newest edition beside the regime’s, row by row",
    UPDATES: "what each instrument did, provision by provision",
    MEDIANS: "median days to adoption, in all and by edition, category and effect",
}


def write_front(site: SiteWriter, shelves: Sequence[Shelf], mirrors: Mirrors) -> None:
    """Write the first page."""
    latest = [
        Change(shelf, shelf.infos[number - 1].edition, shelf.infos[number].edition, shelf.counts(number))
        for shelf in shelves
        for number in range(max(1, len(shelf.infos) - _LATEST), len(shelf.infos))
    ]
    latest.sort(key=lambda change: change.new, reverse=True)
    site.page("index.html", "index.html", title="Export-control lists as one tree of items", shelves=shelves,
              latest=latest[:_LATEST], alignments=alignments(mirrors),
              statuses=list(STATUS_MARKS.values()))  # fmt: skip


def write_list(site: SiteWriter, shelf: Shelf) -> None:
    """Write a list's own page."""
    rows = list(zip(range(len(shelf.infos)), shelf.infos, shelf.readings, strict=True))
    site.page(
        list_page(shelf.name),
        "list.html",
        title=f"{shelf.scheme.title}: editions",
        crumbs=(Crumb("Lists", "index.html"),),
        shelf=shelf,
        rows=rows[::-1],
        most=max((reading.items for reading in shelf.readings), default=1),
        official=official(shelf, shelf.infos[-1]),
    )


def write_about(site: SiteWriter) -> None:
    """Write the page that explains the site, and the one for addresses that lead nowhere."""
    site.page("about.html", "about.html", title="About: what is shown, and what it means")
    site.page("404.html", "404.html", title="Page not found")


def write_assets(site: SiteWriter) -> None:
    """Copy the style sheet and the scripts."""
    for path in sorted((default_templates() / "assets").iterdir()):
        site.data(f"assets/{path.name}", path.read_bytes())


def write_data(site: SiteWriter, lists: Path, shelves: Sequence[Shelf]) -> None:
    """Copy the dataset into the site, and write the page that offers it."""
    general = [_copied(site, lists / "captions.toml", "data/captions.toml", "captions of entries, in our own words"),
               _copied(site, lists / SHARED, f"data/{SHARED}", "national controls that several lists share")]
    files = [
        (shelf, [file for name, what in _FILES.items()
                 if (file := _copied(site, lists / shelf.name / name, f"data/{shelf.name}/{name}", what)).size],
         _copied_records(site, lists / shelf.name / FOLDER, f"data/{shelf.name}/{FOLDER}"))
        for shelf in shelves
    ]  # fmt: skip
    site.page("data/index.html", "data.html", title="The open dataset", files=files,
              general=[file for file in general if file.size])  # fmt: skip


def _copied_records(site: SiteWriter, source: Path, path: str) -> Records:
    """The records of changes, copied."""
    files = sorted(source.glob("*.json"))
    for file in files:
        site.data(f"{path}/{file.name}", file.read_bytes())
    return Records(path.removeprefix("data/"), len(files), sum(file.stat().st_size for file in files))


def _copied(site: SiteWriter, source: Path, path: str, what: str) -> Download:
    content = source.read_bytes() if source.exists() else b""
    if content:
        site.data(path, content)
    return Download(path.removeprefix("data/"), what, len(content), hashlib.sha256(content).hexdigest())
