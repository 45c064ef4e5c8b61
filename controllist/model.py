"""The values everything else is built from: an edition, its nodes, and what a node says in figures.

All structures are frozen. Codes are canonical (`3A001.a.5.a.1`, `ML7.e.1`); dates are ISO strings.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["category", "group", "item", "note", "technical-note", "nota-bene", "statement", "definition"]
Status = Literal["active", "reserved"]
Provenance = Literal["official", "converted", "reconstructed", "transcribed"]
Op = Literal[">", ">=", "<", "<=", "=", "between"]

KINDS: tuple[Kind, ...] = (
    "category", "group", "item", "note", "technical-note", "nota-bene", "statement", "definition",
)
"""Category, part and group headings; controlled items; the notes that qualify them; general statements; terms."""


class Threshold(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One limit stated by a clause.

    `value` is in `unit` as printed; for `between` it is the pair (low, high). `raw` is the short span of the clause it
    was read from. `doubtful` is set where the source lost an exponent (`5 x 106`): such a value is never compared.
    """

    parameter: str
    op: Op
    value: float | tuple[float, float]
    unit: str
    raw: str
    doubtful: bool = False


class Mark(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A publisher's amendment mark on a provision: the instrument that last changed it, or the date it took force."""

    instrument: str = ""
    date: str = ""


class Annotation(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A statement about an item that is not part of what it controls.

    `name` says which: `sensitive`, `very-sensitive`, `schedule-2`, `reason-for-control`, `license-exceptions`,
    `related-controls`, `related-definitions`, `marker`, …
    """

    name: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class Node(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One node of an edition's tree.

    `id` is unique in the edition and made from the code, so that it is stable between editions. `code` is the canonical
    code of an item or heading, empty for notes, statements and definitions; `cite` the list's own form. `label` is
    what is printed at the node's head (`a.`, `Note 2`, the term of a definition). `parent` is the id of the node it
    stands under; a note's parent is what it qualifies. `where` is the place in the source.
    """

    id: str
    kind: Kind
    code: str
    cite: str
    label: str
    parent: str
    status: Status
    where: str
    text: str = ""
    thresholds: tuple[Threshold, ...] = ()
    refs: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    excludes: bool = False
    year: int | None = None
    """The year since which a reserved number is empty, where the source says so."""
    expires: str = ""
    """The last day of a validity note, ISO date."""
    rows: tuple[tuple[str, ...], ...] = ()
    """A table that stands in the node: rows of cells, header rows first."""
    marks: tuple[Mark, ...] = ()
    annotations: tuple[Annotation, ...] = ()


class Residue(msgspec.Struct, frozen=True):
    """Source text that no rule claimed."""

    text: str
    where: str


class Problem(msgspec.Struct, frozen=True):
    """A contradiction in the source that was not guessed over: what, and at which place."""

    what: str
    where: str


class SourceFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """One file of an edition as its publisher or the archive named it."""

    name: str
    sha256: str


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where an edition's text came from. `sha256` is the file's, or for several files the digest of their digests."""

    url: str
    sha256: str
    format: str
    files: tuple[SourceFile, ...] = ()


class EditionInfo(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known about an edition beside its text. All dates are ISO; an unknown one is empty."""

    list: str
    edition: str
    label: str
    provenance: Provenance
    source: Source
    published: str = ""
    in_force: str = ""
    adopted: str = ""
    instrument: str = ""


class Edition(msgspec.Struct, frozen=True):
    """One dated text of a list as a tree, in document order, parents before children."""

    info: EditionInfo
    nodes: tuple[Node, ...]
    coverage: float
    residue: tuple[Residue, ...]
    problems: tuple[Problem, ...]
    reader: str
