"""Tables of the lists and their editions: `lists`, `editions`, `edition_files`, `captions`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from controllist.export.shape import (
    LIST,
    POSITION,
    TO_LIST,
    Filling,
    Reference,
    Row,
    Table,
    count,
    day,
    number,
    text,
)
from controllist.export.source import ListSource
from controllist.model import Provenance

_SHA256 = "0f" * 32
EDITION = day("edition", "The edition: the date that names it.", required=True)
TO_EDITION = Reference(("list", "edition"), "editions", ("list", "edition"))

LISTS = Table("lists", "One row for each list.", (
    text("list", "Id of the list.", "wa", required=True),
    text("title", "Name of the list or of the act it stands in.", "List of kitchen goods", required=True),
    text("short", "Short name.", "Kitchen", required=True),
    text("authority", "Who issues it.", "Office of Kettles", required=True),
    text("home", "Address of the publisher's page.", "https://kitchen.example/", required=True),
    text("role", "Whether it is agreed among states, or mirrors such a list in national law.", "mirror",
         values=("regime", "mirror"), required=True),
    text("jurisdiction", "Where it applies.", "Kitchenland", required=True),
    text("language", "Language of its texts, ISO 639-1.", "en", required=True),
    text("regime", "Id of the list it mirrors.", "wa"),
), ("list",))  # fmt: skip

EDITIONS = Table("editions", "One row for each edition of a list.", (
    LIST, EDITION,
    text("label", "The document's own name.", "List (18) 1", required=True),
    text("provenance", "How the text came: the publisher's own file, that file in another format, put together again "
         "from another tool's data, or copied by other hands.", "official", values=get_args(Provenance), required=True),
    day("published", "Day of publication."),
    day("in_force", "Day on which it took force."),
    day("adopted", "Day of adoption."),
    text("instrument", "The legal act.", "Order 5 of 2018"),
    text("url", "Address of the source.", "https://kitchen.example/list"),
    text("format", "Format of the source.", "docx", required=True),
    text("sha256", "Digest of the source: of its file, or of the digests of its files, one a line.", _SHA256,
         required=True),
    text("reader", "The reader that read it, and its version.", "docx 1", required=True),
    number("coverage", "Share of the source's characters that stand in a node or in named furniture.", 0.99,
           unit="share, 0 to 1", required=True),
    count("nodes", "Nodes read.", 3000, unit="nodes", required=True),
    count("items", "Items among them, reserved numbers included.", 2000, unit="nodes", required=True),
    count("reserved", "Reserved numbers among the items.", 100, unit="nodes", required=True),
    count("unclaimed", "Characters of the source that no rule claimed.", 12, unit="characters", required=True),
    count("problems", "Contradictions in the source that were not guessed over.", 3, unit="places", required=True),
), ("list", "edition"), (TO_LIST,))  # fmt: skip

FILES = Table("edition_files", "One row for each file that an edition was read from.", (
    LIST, EDITION, POSITION,
    text("name", "Name of the file.", "list.docx", required=True),
    text("sha256", "Digest of the file.", _SHA256, required=True),
), ("list", "edition", "position"), (TO_EDITION,))  # fmt: skip

CAPTIONS = Table("captions", "Captions in our own words of the entries and headings that a list has or had.", (
    LIST,
    text("code", "Canonical code of the entry, category or group.", "3A001", required=True),
    text("kind", "What it heads.", "entry", values=("entry", "heading"), required=True),
    text("caption", "The caption.", "Teapots and kettles", required=True),
), ("list", "code"), (TO_LIST,))  # fmt: skip


def _lists(source: ListSource) -> Iterator[Row]:
    scheme = source.scheme
    yield (scheme.id, scheme.title, scheme.short, scheme.authority, scheme.home, scheme.role, scheme.jurisdiction,
           scheme.language, source.regime)  # fmt: skip


def _editions(source: ListSource) -> Iterator[Row]:
    for info in source.infos:
        read = source.reading(info)
        yield (source.name, info.edition, info.label, info.provenance, info.published, info.in_force, info.adopted,
               info.instrument, info.source.url, read.format, info.source.sha256, read.reader, read.coverage,
               read.nodes, read.items, read.reserved, sum(chars for chars, _ in read.residue),
               len(read.problems))  # fmt: skip


def _files(source: ListSource) -> Iterator[Row]:
    for info in source.infos:
        for position, file in enumerate(info.source.files, 1):
            yield source.name, info.edition, position, file.name, file.sha256


def _captions(source: ListSource) -> Iterator[Row]:
    seen: set[str] = set()
    for stretch in source.stretches:
        code, kind = stretch.facts.code, stretch.facts.kind
        if not code or code in seen:
            continue
        seen.add(code)
        if kind == "item" and (caption := source.library.captions.caption(source.name, code)):
            yield source.name, code, "entry", caption
        elif kind in ("category", "group") and (caption := source.scheme.categories.get(code, "")):
            yield source.name, code, "heading", caption


FILLINGS = (Filling(LISTS, _lists), Filling(EDITIONS, _editions), Filling(FILES, _files), Filling(CAPTIONS, _captions))
