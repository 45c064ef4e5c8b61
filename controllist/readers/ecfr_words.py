"""The words by which the parts of an eCFR entry are told apart, compiled from a list's `[readers.ecfr]` options."""

from __future__ import annotations

import re
from typing import Any, Literal

import msgspec

from controllist.sources.scheme import Scheme

_NEVER = r"(?!)"
NoteRole = Literal["note", "technical-note", "nota-bene"]


class Head(msgspec.Struct, frozen=True):
    """The head of a note: its kind, its number, what it says it is about, and the text that stands after it."""

    role: NoteRole
    number: str
    about: str
    rest: str


class Words:
    """Answers what a heading, the start of a paragraph, or the head of a note means in this list."""

    def __init__(self, scheme: Scheme) -> None:
        options: dict[str, Any] = scheme.readers.get("ecfr", {})
        self.appendix = _compiled(options.get("appendix", _NEVER))
        self.category = _compiled(options.get("category", _NEVER))
        self.part = _compiled(options.get("part", _NEVER))
        self.group = _compiled(options.get("group", _NEVER))
        self.annex = _compiled(options.get("annex", _NEVER))
        self.items = _compiled(options.get("items", _NEVER))
        self.heading_only = _compiled(options.get("heading_only", _NEVER))
        self.entry = re.compile(rf"({scheme.codes.entry})(?![\w.])[\s.:—–-]*")
        self.continues: dict[str, str] = options.get("continues", {})
        self._excluding = _compiled("|".join(scheme.words.excludes) or _NEVER)
        self._statements = _named(options.get("statements", {}))
        self._metadata = _named(options.get("metadata", {}))
        self._any_metadata = re.compile(
            "|".join(f"(?:{pattern.pattern})" for _, pattern in self._metadata) or _NEVER, re.IGNORECASE
        )
        self._heads: dict[str, tuple[str, str, bool] | None] = {}
        self._note = _note_head(scheme)

    def statement(self, text: str) -> str:
        """Name of the general statement that `text` is; empty if it is none."""
        return next((name for name, pattern in self._statements if pattern.match(text)), "")

    def excludes(self, text: str) -> bool:
        """Whether a paragraph without label takes goods out of control: it names an entry and says so."""
        opening = self.entry.match(text)
        return opening is not None and self._excluding.match(text, opening.end()) is not None

    def metadata(self, text: str) -> tuple[str, str] | None:
        """Which statement about the entry `text` opens, and what it says; None if it opens none.

        What it says is without the words that name it, unless these words are part of what is said (`LVS: $500`).
        """
        colon = text.find(":", 1, 60)
        head = text[: colon + 1] if colon > 0 else text[:160]
        try:
            known = self._heads[head]
        except KeyError:
            known = self._heads[head] = self._metadata_head(text)
        if known is None:
            return None
        name, words, kept = known
        return name, text if kept else text[len(words) :].lstrip(" :.—–")

    def _metadata_head(self, text: str) -> tuple[str, str, bool] | None:
        if not self._any_metadata.match(text):
            return None
        for name, pattern in self._metadata:
            if match := pattern.match(text):
                return name, match[0], bool(match.lastindex)
        return None

    def note_head(self, text: str, colon: bool) -> Head | None:
        """The head of a note at the start of `text`; `colon` says that only a colon (or nothing more) can end it."""
        match = self._note.match(text)
        if not match or (colon and not match["end"] and match.end() < len(text)):
            return None
        role: NoteRole = "note" if match["note"] else "technical-note" if match["technical"] else "nota-bene"
        about = match["about"].strip()
        rest = text[match.end() :].strip()
        number = match["number"] or ""
        if not number and (lone := re.fullmatch(r"(\d{1,2})\.?", rest)):
            number, rest = lone[1], ""  # "Notes: 1." in a head whose list goes on in the next one
        return Head(role, number, about, rest)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _named(options: dict[str, str | list[str]]) -> list[tuple[str, re.Pattern[str]]]:
    return [
        (name, _compiled(pattern))
        for name, patterns in options.items()
        for pattern in ([patterns] if isinstance(patterns, str) else patterns)
    ]


def _note_head(scheme: Scheme) -> re.Pattern[str]:
    words = scheme.words
    technical, nota_bene, note = (
        "|".join(patterns) or _NEVER for patterns in (words.technical_note, words.nota_bene, words.note)
    )
    return re.compile(
        rf"(?:(?P<technical>{technical})|(?P<bene>{nota_bene})|(?P<note>{note}))"
        r"(?!\w)\.?\s*(?P<number>\d{1,2}(?![\w.]))?\s*(?P<about>(?:(?:to|for|on)\b[^:]{0,160})?)\s*(?P<end>:|(?=$))",
        re.IGNORECASE,
    )
