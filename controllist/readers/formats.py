"""Which format a file is in, told from its bytes, and the reader of each format."""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from typing import Protocol, cast

from controllist.errors import WrongUse
from controllist.lines import Reading, SourceData
from controllist.sources.scheme import Scheme

FORMATS = ("docx", "pdf", "ecfr", "hklm", "gii", "lims", "table")
"""The formats that have a reader; each is the name of its module."""

_ROOTS = (
    ("hklm", re.compile(rb"<(?:\w+:)?(?:subLeg|ordinance|lawDoc|resolution)\b[^>]*hklm", re.DOTALL)),
    ("gii", re.compile(rb"<(?:dokumente|norm)\b", re.DOTALL)),
    ("lims", re.compile(rb"<(?:Regulation|Statute)\b[^>]*lims:", re.DOTALL)),
    ("ecfr", re.compile(rb"<(?:ECFR|DIV[1-9]|DLPSTEXTCLASS)\b", re.DOTALL)),
)


class Reader(Protocol):
    """What every module of a format offers."""

    def read(self, sources: tuple[SourceData, ...], scheme: Scheme) -> Reading: ...


def format_of(source: SourceData) -> str:
    """The format of a file: one of `FORMATS`, or `doc` for old Word files, which must be converted first.

    Raises `WrongUse` for an empty file and for a format nobody reads.
    """
    head = source.data[:4096]
    if not head.strip():
        raise WrongUse(f"{source.name}: the file is empty; get it again from its publisher")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"
    if head.startswith(b"PK"):
        return _format_in_zip(source)
    if head.startswith(b"\x1f\x8b") or source.name.lower().endswith((".jsonl", ".csv")):
        return "table"
    for name, pattern in _ROOTS:
        if pattern.search(head):
            return name
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return "table"
    what = "a web page" if b"<html" in head.lower() else "in none of the formats that are read"
    raise WrongUse(f"{source.name}: the file is {what}; readers exist for {', '.join(FORMATS)}")


def _format_in_zip(source: SourceData) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(source.data)).namelist())
    except zipfile.BadZipFile:
        raise WrongUse(f"{source.name}: the file is cut off or damaged; get it again from its publisher") from None
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "table"
    raise WrongUse(f"{source.name}: a ZIP archive that is neither Word nor Excel; unpack it and give the file inside")


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """Read the files of one edition with the reader of their format.

    Raises `WrongUse` where the files are of different formats, or a file is not what it should be.
    """
    if not sources:
        raise WrongUse("no file given; name the file or files of one edition")
    formats = {format_of(source): source.name for source in sources}
    if len(formats) > 1:
        found = ", ".join(f"{name} is {kind}" for kind, name in formats.items())
        raise WrongUse(f"the files of one edition are of different formats: {found}")
    name = next(iter(formats))
    reader = cast(Reader, importlib.import_module(f"controllist.readers.{name}"))
    return reader.read(sources, scheme)
