"""The open dataset on the site: its files as they stand in `lists/`, and the tables made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from controllist.export.dataset import TABLES
from controllist.export.manifest import FILE as MANIFEST
from controllist.export.manifest import FileRow, load_manifest
from controllist.export.writer import export_dataset
from controllist.history.pairs import FOLDER
from controllist.library import Library
from controllist.mirrors.store import ADOPTIONS, CORRESPONDENCES, GAPS, MEDIANS, SHARED, UPDATES
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.structured_data import dataset_data
from controllist.publish.parts.writer import SiteWriter


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


class TableRow(NamedTuple):
    """A table of the export, and its file in each form that has one file a table; paths are the page's."""

    name: str
    meaning: str
    forms: tuple[Download, ...]


class Tables(NamedTuple):
    """An export in the site: the version of its shape, the forms that hold all tables in one file, and each table."""

    version: str
    whole: tuple[Download, ...]
    rows: tuple[TableRow, ...]
    parts: int
    """Parquet files by list and edition."""


_WHOLE = {
    "controllist.xlsx": "a workbook: a sheet for each table, for reading and filtering by hand",
    "controllist.sqlite": "a database with keys and references, for SQL and Datasette",
    "datapackage.json": "a Tabular Data Package: the CSV tables with types, keys and allowed values",
    "manifest.json": "every file with its size and sha256, and the version of the shape",
    "README.md": "every column of every table: meaning, type, unit, allowed values",
}
_FORMS = {"csv/{}.csv": "CSV", "json/{}.json": "JSON", "json/schemas/{}.schema.json": "schema",
          "parquet/{}.parquet": "Parquet"}  # fmt: skip
EXPORT = "export"
"""The folder of the export, below that of the data."""

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


def write_tables(site: SiteWriter, library: Library) -> Tables:
    """Export the dataset in every form into the site. Raises as `export_dataset` does."""
    folder = site.folder / "data" / EXPORT
    export_dataset(library, folder)
    manifest = load_manifest(folder)
    files = {file.path: file for file in manifest.files}
    own = (folder / MANIFEST).read_bytes()
    files[MANIFEST] = FileRow(MANIFEST, len(own), hashlib.sha256(own).hexdigest())
    rows = (
        TableRow(table.name, table.meaning,
                 tuple(_offered(files[path], form) for pattern, form in _FORMS.items()
                       if (path := pattern.format(table.name)) in files))
        for table in TABLES
    )  # fmt: skip
    whole = (_offered(files[path], what) for path, what in _WHOLE.items())
    parts = sum(path.startswith("parquet/") and path.count("/") > 1 for path in files)
    return Tables(manifest.version, tuple(whole), tuple(rows), parts)


def _offered(file: FileRow, what: str) -> Download:
    return Download(f"{EXPORT}/{file.path}", what, file.bytes, file.sha256)


def write_data(site: SiteWriter, lists: Path, shelves: Sequence[Shelf], tables: Tables | None) -> None:
    """Copy the dataset into the site, and write the page that offers it, with the tables where they were written."""
    general = [_copied(site, lists / "captions.toml", "data/captions.toml", "captions of entries, in our own words"),
               _copied(site, lists / SHARED, f"data/{SHARED}", "national controls that several lists share")]
    files = [
        (shelf, [file for name, what in _FILES.items()
                 if (file := _copied(site, lists / shelf.name / name, f"data/{shelf.name}/{name}", what)).size],
         _copied_records(site, lists / shelf.name / FOLDER, f"data/{shelf.name}/{FOLDER}"))
        for shelf in shelves
    ]  # fmt: skip
    whole = [*general, *(file for _, found, _ in files for file in found), *(tables.whole if tables else ())]
    structured = dataset_data(site, [(f"data/{file.path}", file.what) for file in whole if file.size])
    site.page("data/index.html", "data.html", title="The open dataset", files=files, tables=tables,
              general=[file for file in general if file.size], structured=structured)  # fmt: skip


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
