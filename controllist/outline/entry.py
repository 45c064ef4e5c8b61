"""The entry that is being read: its items by code, the notes that are open, and the item that each note qualifies."""

from __future__ import annotations

import re

from controllist.codes import parent_of
from controllist.outline.depth import Path
from controllist.outline.drafts import Draft
from controllist.outline.naming import common_ancestor, defined_terms, named_code


class Entry:
    """One entry while its lines are placed; outside entries (`code` empty) the preamble of a heading."""

    def __init__(self, code: str, above: Draft | None) -> None:
        self.code = code
        self.items: dict[str, Draft] = {}
        self.notes: list[Draft] = []  # open ones, innermost first
        self.all_notes: list[Draft] = []
        self._above = above

    def item_at(self, path: Path) -> Draft | None:
        """The item at `path` or its nearest ancestor that is printed; outside entries the heading."""
        return self._nearest(".".join([self.code, *path])) or self._above

    def parent_of(self, code: str) -> Draft | None:
        """The nearest printed ancestor of `code`, or the group or category it stands in."""
        return self._nearest(parent_of(code)) or self._above

    def _nearest(self, code: str) -> Draft | None:
        while code and code not in self.items:
            code = parent_of(code)
        return self.items.get(code)

    def qualified_by(self, note: Draft) -> Draft | None:
        """The item that a note qualifies: the one whose code is printed before it or named in its first words; else the
        one it follows, or one above that: where the note before it in number stands, what its first codes have in
        common, or what holds all users of the term it defines.
        """
        if note.code:
            return self.items.get(note.code) or note.parent
        if note.within is not None:
            note.parent = note.within.parent
        if not self.code or note.kind == "nota-bene" or note.parent is None:
            return note.parent
        text = "\n".join(note.paragraphs)
        if named := self._nearest(named_code(text, self.code)):
            return named
        wider = (
            self._beside_the_number_before(note) if note.kind == "note" else self._around_users(text),
            self.items.get(named_code(text, self.code, anywhere=True)),
        )
        inside = f"{note.parent.code}."
        return next((item for item in wider if item and inside.startswith(f"{item.code}.")), note.parent)

    def _beside_the_number_before(self, note: Draft) -> Draft | None:
        """Notes numbered in one run stand together."""
        if not note.number.isdigit():
            return None
        earlier = self.all_notes[: self.all_notes.index(note)]
        wanted = str(int(note.number) - 1)
        return next((n.parent for n in reversed(earlier) if n.kind == "note" and n.number == wanted), None)

    def _around_users(self, text: str) -> Draft | None:
        """A technical note that defines a term qualifies what holds all items that use the term."""
        codes = [
            code
            for term in defined_terms(text)
            for code, item in self.items.items()
            if any(re.search(rf"['‘]{re.escape(term)}s?['’]", part, re.IGNORECASE) for part in item.paragraphs)
        ]
        return self._nearest(common_ancestor(codes)) if codes else None
