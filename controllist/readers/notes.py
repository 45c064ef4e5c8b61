"""The words that open a note: `Note 1`, `Technical Notes`, `N.B.`; from the list's own vocabulary."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from controllist.sources.scheme import Words

NoteRole = Literal["note", "technical-note", "nota-bene"]


class Opening(NamedTuple):
    """A note's head: what kind it opens, its number, the words printed, and the text after them."""

    role: NoteRole
    number: str
    printed: str
    text: str


class NoteWords:
    """Recognizes the heads of notes as one list words them."""

    def __init__(self, words: Words) -> None:
        vocabulary: tuple[tuple[NoteRole, tuple[str, ...]], ...] = (
            ("technical-note", words.technical_note),
            ("nota-bene", words.nota_bene),
            ("note", words.note),
        )
        number = r"[\s\xa0]*(?P<number>\d{1,2}(?:\.?[a-z]\b)?)?\s*[.:*]*"
        self._heads = [
            (role, re.compile(rf"(?:{'|'.join(patterns)}){number}(?P<to>\s+to\b.*)?\s*", re.IGNORECASE))
            for role, patterns in vocabulary
            if patterns
        ]

    def opening(self, fields: tuple[str, ...]) -> Opening | None:
        """The note that a paragraph, given as its parts between tabs, opens; None if it opens none.

        The head must fill its field, or be parted from the text by its number, a colon or a capital.
        """
        parts = [part for part in fields if part]
        if not parts:
            return None
        for role, head in self._heads:
            match = head.match(parts[0])
            if not match or not match.group().strip():
                continue
            rest = parts[0][match.end() :]
            if not rest:
                return self._whole(role, match, parts[1:])
            if len(parts) == 1 and not match["to"] and self._parted(match, rest):
                return Opening(role, match["number"] or "", match.group().strip(" :"), rest)
        return None

    def _whole(self, role: NoteRole, match: re.Match[str], rest: list[str]) -> Opening:
        printed = match.group().strip(" :")
        number = match["number"] or ""
        if rest and not number and (alone := re.fullmatch(r"(\d{1,2})\.?", rest[0])) and len(rest) > 1:
            number, rest = alone[1], rest[1:]
        return Opening(role, number, printed, " ".join(rest))

    @staticmethod
    def _parted(match: re.Match[str], rest: str) -> bool:
        head = match.group()
        if head.rstrip().endswith(":") or match["number"]:
            return True
        return head.endswith((" ", "\xa0")) and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“'‘")
