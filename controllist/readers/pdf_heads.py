"""What stands at the head of a printed row: an entry code, labels, a note's title, a dash."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from controllist.codes import canonical, entry_of, labels_of
from controllist.readers.pdf_text import Row
from controllist.sources.scheme import Scheme

NoteKind = Literal["note", "technical-note", "nota-bene"]
HeadKind = Literal["entry", "group", "label", "dash", "resume", NoteKind]

_LABEL = re.compile(r"(\d{1,3}|[a-z]{1,2}|[ivx]{2,5})\.|\((\d{1,3}|[a-z]{1,2}|[ivx]{2,5})\)")
_GLUED = re.compile(r"(\d{1,2}|[a-z])\.(?=[A-Z\"'“‘][a-z]|\d-[A-Z])")
_BARE = re.compile(r"\d{1,2}|[a-z]")
_WA_DIGIT = re.compile(r"(\d)\.")
_WA_GROUP = re.compile(r"([A-E])\.")
_WA_NUMBER = re.compile(r"(\d{1,3})\.")
_WA_WHOLE = re.compile(r"\d\.[A-E]\.\d{1,3}\.(?:[a-z0-9]{1,3}\.)*")
_GROUP = re.compile(r"\d[A-E]\d?")
_RESUMED_HEAD = re.compile(r"\d|I[A-E]\d|ML|Note|Technical|N\.\s?B")
_DASHES = frozenset("-–—•·−")
_WIDE = 8.0  # points: a gap wider than a blank is a column's


class Token(NamedTuple):
    """Words without a gap between them, and where they begin in the row's text."""

    text: str
    x: float
    end: float
    at: int
    italic: bool
    bold: bool


class Head(NamedTuple):
    """What a row begins with. Its own text begins at `rest` in the row's text, at `text_x` in points (None: none)."""

    kind: HeadKind
    x: float
    rest: int
    text_x: float | None
    italic: bool
    entry: str = ""
    labels: tuple[str, ...] = ()
    number: str = ""
    name: str = ""
    number_x: float | None = None
    """Where the last number of an entry code set in columns stands (`3. A. 1.`): it may be repeated alone there."""
    label_xs: tuple[float, ...] = ()
    """Where each label stands, if there is no entry code before them."""
    weak: bool = False
    """Whether it is a head only if the row begins a paragraph: a label that lost its dot."""


def tokens_of(row: Row) -> list[Token]:
    """The row's tokens from left to right."""
    found: list[Token] = []
    at = 0
    for word in row.words:
        shown = word.shown
        if found and not word.gap:
            last = found[-1]
            found[-1] = last._replace(text=last.text + shown, end=word.end)
        else:
            at += bool(found)
            found.append(Token(shown, word.x, word.end, at, word.italic, word.bold))
        at += len(shown)
    return found


_NO_WORD_GOES_ON = r"(?![^\W\d]|[-\u2010\u2011])"
"""Behind a note's word: a symbol of a compound that a line begins with (`Nb-Ti wire`) opens no note."""


class Heads:
    """Reads row heads as one list prints them."""

    def __init__(self, scheme: Scheme, resumed: str) -> None:
        self._entry = re.compile(rf"(?:{scheme.codes.entry})")
        self._resumed = re.compile(rf"(?:^|[\s.])({resumed})$", re.IGNORECASE)
        words = scheme.words
        spelt: tuple[tuple[NoteKind, tuple[str, ...]], ...] = (
            ("technical-note", words.technical_note), ("nota-bene", words.nota_bene), ("note", words.note),
        )
        self._notes: list[tuple[NoteKind, re.Pattern[str]]] = [
            (kind, re.compile(rf"(?:{'|'.join(spellings)}){_NO_WORD_GOES_ON}\s*"
                              r"(?:(?P<number>\d{1,2})(?=[:.]?(?:\s|$)))?\s*(?P<stop>[:.]*)\s*", re.IGNORECASE))
            for kind, spellings in spelt
            if spellings
        ]

    def read(self, row: Row, margin: bool) -> Head | None:
        """The head of `row`, if it has one; codes are looked for only at the page's `margin`."""
        tokens = tokens_of(row)
        text = row.text
        resumed = self._resume(tokens, text)
        if resumed and (margin or resumed.name):
            return resumed
        if margin and (head := self._code(tokens, text)):
            return head
        return self._note(tokens, text) or self._label(tokens, text)

    def _resume(self, tokens: list[Token], text: str) -> Head | None:
        """`3A001 a. 2. (continued)`, whatever its labels look like."""
        match = self._resumed.search(text)
        if not match or len(text) > 60 or not _RESUMED_HEAD.match(text):
            return None
        before = [token._replace(text=token.text[: match.start(1) - token.at]) for token in tokens
                  if token.at < match.start(1)]
        entry, labels, used = self._printed(before) if before else ("", (), 0)
        middle = text[before[used].at : match.start()] if used < len(before) else ""
        name = number = ""
        for kind, pattern in self._notes:
            if note := pattern.match(middle):
                name, number = kind, note["number"] or ""
                break
        return Head("resume", tokens[0].x, len(text), None, tokens[0].italic, entry, labels, number, name)

    def _code(self, tokens: list[Token], text: str) -> Head | None:
        entry, labels, used = self._printed(tokens)
        if entry:
            last = tokens[used - 1]
            head = self._head("entry", tokens, used, text, last.x if labels else tokens[0].x, entry, labels)
            in_columns = _WA_DIGIT.fullmatch(tokens[0].text) and used > 2
            return head._replace(number_x=tokens[2].x) if in_columns else head
        group, used = self._group(tokens)
        return self._head("group", tokens, used, text, tokens[0].x, group) if group else None

    def _head(self, kind: HeadKind, tokens: list[Token], used: int, text: str, x: float, entry: str = "",
              labels: tuple[str, ...] = ()) -> Head:
        rest = tokens[used] if used < len(tokens) else None
        return Head(kind, x, rest.at if rest else len(text), rest.x if rest else None, tokens[used - 1].italic, entry,
                    labels)

    def _printed(self, tokens: list[Token]) -> tuple[str, tuple[str, ...], int]:
        """Entry, labels and number of tokens of the code that `tokens` begin with."""
        first = tokens[0].text
        labels: tuple[str, ...] = ()
        if len(tokens) > 2 and _WA_DIGIT.fullmatch(first) and _WA_GROUP.fullmatch(tokens[1].text) and (
            number := _WA_NUMBER.fullmatch(tokens[2].text)
        ):
            entry, used = f"{first[0]}{tokens[1].text[0]}{int(number[1]):03d}", 3
        elif _WA_WHOLE.fullmatch(first) or self._entry.match(first):
            code = canonical(first)
            entry, used, labels = entry_of(code), 1, labels_of(code)
            if not entry or not self._entry.fullmatch(entry):
                return "", (), 0
        else:
            return "", (), 0
        more, used = _labels(tokens, used)
        return entry, labels + more, used

    def _group(self, tokens: list[Token]) -> tuple[str, int]:
        first = tokens[0].text
        if len(tokens) > 2 and _WA_DIGIT.fullmatch(first) and (letter := _WA_GROUP.fullmatch(tokens[1].text)):
            part = _WA_NUMBER.fullmatch(tokens[3].text) if tokens[2].text == "Part" and len(tokens) > 3 else None
            return f"{first[0]}{letter[1]}{part[1] if part else ''}", 4 if part else 2
        if len(tokens) > 1 and _GROUP.fullmatch(first) and tokens[1].x - tokens[0].end > _WIDE:
            return first, 1
        return "", 0

    def _note(self, tokens: list[Token], text: str) -> Head | None:
        if not text[0].isupper():
            return None
        for kind, pattern in self._notes:
            match = pattern.match(text)
            if not match:
                continue
            after = next((token for token in tokens if token.at >= match.end()), None)
            apart = after is None or after.x - max(t.end for t in tokens if t.at < match.end()) > 0.75 * _WIDE
            if tokens[0].italic or match["stop"] or apart:
                return Head(kind, tokens[0].x, match.end(), after.x if after else None, tokens[0].italic,
                            number=match["number"] or "")
        return None

    def _label(self, tokens: list[Token], text: str) -> Head | None:
        first = tokens[0]
        if first.text in _DASHES and len(tokens) > 1:
            return Head("dash", first.x, 0, tokens[1].x, first.italic)
        labels, used = _labels(tokens, 0)
        if labels and (used < len(tokens) or len(tokens) == 1):
            head = self._head("label", tokens, used, text, tokens[used - 1].x, labels=labels)
            return head._replace(label_xs=tuple(token.x for token in tokens[:used]))
        if glued := _GLUED.match(first.text):
            return Head("label", first.x, glued.end(), None, first.italic, labels=(glued[1],))
        if len(tokens) > 1 and _BARE.fullmatch(first.text) and tokens[1].x - first.end > _WIDE:
            return self._head("label", tokens, 1, text, first.x, labels=(first.text,))._replace(weak=True)
        return None


def _labels(tokens: list[Token], used: int) -> tuple[tuple[str, ...], int]:
    """The labels from token `used` on: letters and numbers in turn."""
    found: list[str] = []
    while used < len(tokens) and (match := _LABEL.fullmatch(tokens[used].text)):
        label = match[1] or match[2]
        if found and label.isdigit() == found[-1].isdigit():
            break
        found.append(label)
        used += 1
    return tuple(found), used


def follows(label: str, after: str) -> bool:
    """Whether `after` is the label that comes after `label`: `b` after `a`, `10` after `9`."""
    if label.isdigit() and after.isdigit():
        return int(after) == int(label) + 1
    return len(label) == len(after) == 1 and ord(after) == ord(label) + 1


def parted_at_heading(row: Row, left: float) -> tuple[Row, ...]:
    """The row, and apart from it the bold group heading that was set behind its full stop (`… lid.2B  Cups`).

    The heading is moved to the margin at `left`, where it belongs.
    """
    for place, (before, word) in enumerate(zip(row.words, row.words[1:], strict=False), 1):
        torn = word.bold and not before.bold and not word.gap and before.text.endswith(".")
        if torn and _GROUP.fullmatch(word.text) and all(after.bold for after in row.words[place:]):
            words = tuple(after._replace(x=after.x - word.x + left, end=after.end - word.x + left)
                          for after in row.words[place:])
            return row._replace(words=row.words[:place]), row._replace(words=words)
    return (row,)


def code_in(row: Row) -> str:
    """The code that a row consists of or begins with: `ML 10 (WP 3)`, `5.A.2.a.`."""
    match = re.match(r"(?:ML\s?\d+|\d\.[A-E]\.\d+)(?:\.\w+)*\.?", row.text)
    return canonical(match[0].replace(" ", "")) if match else ""
