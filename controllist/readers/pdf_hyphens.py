"""Hyphens at the ends of rows: the typesetter's, who broke a word, or the word's own; the document's words tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from controllist.readers.pdf_text import HYPHEN

_WHOLE = re.compile(rf"[^\W\d_]{{2,}}(?!\w*{HYPHEN})")
_HYPHENED = re.compile(r"(?=\b(\w+)-(\w+))")
_BROKEN = re.compile(rf"(\w*){HYPHEN}\s*(\w*)")
_SEVERAL = 2  # words on which a habit of spelling shows
_MANY = 12  # words that begin with a prefix, if it is one
_PREFIX = 4  # letters that a prefix has at least, so that it is not the beginning of many words by chance


class Hyphens:
    """How the line-end hyphens of one document, given as the texts of its rows page by page, are to be read."""

    def __init__(self, pages: Sequence[Sequence[str]]) -> None:
        self._pages = pages

    def unhyphened(self, text: str) -> str:
        """`text` with each line-end hyphen kept where the word has one, dropped where the typesetter put it."""
        return _BROKEN.sub(self._mended, text).replace("\xad", "")

    def _mended(self, match: re.Match[str]) -> str:
        before, after = match[1], match[2]
        joined, parted = before + after, f"{before}-{after}"
        return joined if self._is_broken(before, after) else parted

    def _is_broken(self, before: str, after: str) -> bool:
        """Whether the typesetter broke a word between `before` and `after`."""
        if not before or not after or after[0].isdigit() or before[-1].isdigit():
            return False
        if len(before) == 1 or (after[0].isupper() and not before.isupper()):
            return False  # nobody leaves a single letter behind
        head, tail = before.lower(), after.lower()
        whole, apart = self._plain[head + tail], self._hyphened[head, tail]
        if whole or apart:
            return whole >= apart
        if not self._typeset:
            return False
        return self._fuses(head) or not ({head, tail} <= self._plain.keys() or self._usual(head, tail))

    def _fuses(self, head: str) -> bool:
        """Whether `head` is a prefix that the document writes in one with what follows: many words begin with it."""
        plain = self._beginning(head)
        return len(head) >= _PREFIX and plain > _MANY and plain > 4 * self._heads[head]

    def _usual(self, head: str, tail: str) -> bool:
        """Whether the document sets a hyphen after this head, or before this tail, more often than it sets none."""
        after, before = self._heads[head], self._tails[tail]
        return (after >= _SEVERAL and after >= self._beginning(head)) or (
            before >= _SEVERAL and before >= sum(1 for word in self._plain if word.endswith(tail) and word != tail))

    def _beginning(self, head: str) -> int:
        """How many other words begin with `head`."""
        return sum(1 for word in self._plain if word.startswith(head) and word != head)

    def _texts(self) -> Iterable[str]:
        """The rows in small letters, without the end of a word that the row before broke off."""
        for page in self._pages:
            broken = False
            for text in page:
                lower = text.lower()
                yield re.sub(r"^\w+", "", lower) if broken else lower
                broken = text.endswith(HYPHEN)

    @cached_property
    def _plain(self) -> Counter[str]:
        """The words that the document prints whole, those in words with hyphens included, and how often."""
        return Counter(word for text in self._texts() for word in _WHOLE.findall(text))

    @cached_property
    def _hyphened(self) -> Counter[tuple[str, str]]:
        """The pairs that the document joins by a hyphen within a row, and how often."""
        return Counter(pair for text in self._texts() for pair in _HYPHENED.findall(text))

    @cached_property
    def _heads(self) -> Counter[str]:
        """With how many different words a head is joined by a hyphen."""
        return Counter(head for head, _ in self._hyphened)

    @cached_property
    def _tails(self) -> Counter[str]:
        return Counter(tail for _, tail in self._hyphened)

    @cached_property
    def _typeset(self) -> bool:
        """Whether the document's typesetter breaks words, so that an unknown broken word is more likely his."""
        broken = kept = 0
        for page in self._pages:
            for text, after in pairwise(page):
                if text.endswith(HYPHEN):
                    head = re.search(r"(\w*)$", text[:-1])
                    tail = re.match(r"\w*", after)
                    known = ((head[1] if head else "") + (tail[0] if tail else "")).lower() in self._plain
                    broken, kept = broken + known, kept + (not known)
        return broken > kept
