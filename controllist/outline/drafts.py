"""Nodes while they are being put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from controllist.model import Annotation, Kind, Mark, Node, Status

_SHORT = {"note": "note", "technical-note": "tn", "nota-bene": "nb", "statement": "statement", "definition": "def"}


@dataclass(slots=True, eq=False)
class Draft:
    """A node that may still grow: paragraphs, tables, and marks are added, its parent may be decided later."""

    kind: Kind
    id: str
    code: str = ""
    cite: str = ""
    label: str = ""
    parent: Draft | None = None
    where: str = ""
    paragraphs: list[str] = field(default_factory=list)
    rows: tuple[tuple[str, ...], ...] = ()
    marks: tuple[Mark, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    status: Status = "active"
    year: int | None = None
    number: str = ""
    indent: float | None = None
    within: Draft | None = None
    """The note that a note stands inside: both qualify the same item."""

    def frozen(self) -> Node:
        """The finished node."""
        return Node(
            self.id,
            self.kind,
            self.code,
            self.cite,
            self.label,
            self.parent.id if self.parent else "",
            self.status,
            self.where,
            "\n".join(self.paragraphs),
            rows=self.rows,
            marks=tuple(dict.fromkeys(self.marks)) if len(self.marks) > 1 else self.marks,
            annotations=self.annotations,
            year=self.year,
        )


class Ids:
    """Gives every node of an edition an id of its own, made from what stays the same between editions."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """`wanted`, or where it is taken `wanted~2`, `wanted~3`, …"""
        count = self._given.get(wanted, 0) + 1
        self._given[wanted] = count
        return wanted if count == 1 else self.unique(f"{wanted}~{count}")

    def of_note(self, draft: Draft) -> str:
        """Id of a note, statement or definition: its parent's id, its kind, and its number or name."""
        short = _SHORT[draft.kind]
        number = draft.number.replace(" ", "").lower()
        above = draft.parent.id + "/" if draft.parent else ""
        return self.unique(f"{above}{short}" + (f".{number}" if number else ""))


def slug(text: str, words: int = 6) -> str:
    """The first words of a title as an id: `General Technology Note` is `general-technology-note`."""
    return "-".join(re.findall(r"[^\W_]+", text.lower())[:words])
