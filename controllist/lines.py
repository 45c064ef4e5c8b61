"""What a reader hands to the outline: the paragraphs of a source in order, each with the evidence it carries.

A reader knows its format and nothing of trees; the outline knows trees and nothing of formats. Between them stand
lines. Every character of the source's list text is on exactly one line, so that the outline can account for it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from controllist.model import Mark

Role = Literal[
    "category",  # a category or part heading; `entry` is its code ("3", "5P1", "ML"), `text` its title
    "group",  # a product-group heading; `entry` is its code ("3A"), `text` its title
    "item",  # a labelled paragraph; `entry` and/or `labels` say what is printed at its head
    "resume",  # a prefix printed again without text of its own ("3A001 a. (continued)"): furniture, but evidence
    "note",  # opens a note; `number` is its number; `entry` and `labels` if the item's code is printed before it
    "technical-note",
    "nota-bene",
    "text",  # continues what precedes it (an item's or a note's next paragraph); `labels` if it is a list inside a note
    "table",  # `rows` belong to what precedes it
    "definition",  # `name` is the term, `text` its meaning
    "statement",  # a general note, statement of understanding, validity note, preamble; `name` is its title
    "footnote",  # stands at the foot of a page, within the text of an entry that it does not interrupt
    "annotation",  # says something about the item at `entry` (or, without one, the current entry); `name` says what
    "furniture",  # page headers, rules, running titles, text outside the list; `name` says which
]


class Line(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One paragraph of a source.

    `text` is what follows the labels, whitespace folded, superscripts as Unicode superscripts (see `typography`).
    `entry` is the canonical entry code if one is printed at the head ("3A001", "ML7"), `labels` the item labels printed
    after it, outermost first, without dots and brackets (("a", "5", "a")). `depth` is the depth of the *last* label
    below its entry (entry = 0) where the source's structure says so (nested elements, tabs); None where it does not.
    `firm` says that this depth is the source's true nesting and not a habit of its typist; on an item without a depth,
    that it is an item and not part of a note beyond doubt. `indent` is where the label
    starts, in points. `bound` says that a labelled paragraph certainly belongs to the note that is open. `chars` counts
    the source's non-space characters that the line stands for, labels included.
    """

    role: Role
    text: str = ""
    where: str = ""
    entry: str = ""
    labels: tuple[str, ...] = ()
    depth: int | None = None
    firm: bool = False
    indent: float | None = None
    italic: bool = False
    bound: bool = False
    number: str = ""
    name: str = ""
    chars: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    marks: tuple[Mark, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """A source, read: its lines, its size, and what it says of itself.

    `source_chars` counts the non-space characters of the source's list text, counted apart from the lines, so that a
    reader that loses text is found out. `facts` holds what the source says of the edition: `date`, `label`,
    `instrument`, `published`, `in_force` (ISO dates).
    """

    lines: tuple[Line, ...]
    source_chars: int
    facts: dict[str, str]
    reader: str


class SourceData(msgspec.Struct, frozen=True):
    """A source file in memory: its name (for messages and places) and its bytes."""

    name: str
    data: bytes


def count_chars(text: str) -> int:
    """Number of characters of `text` that are not white space."""
    return sum(map(len, text.split()))
