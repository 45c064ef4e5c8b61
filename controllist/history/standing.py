"""Through which editions of a list a node stands: with its words, with what its facts tell of it, or as a note at all.

The dataset keeps a digest of a text and none of its words. Where a comma or a pair of quotation marks differs, what is
left to know a node by is its id with the figures, numbers and terms that it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

import msgspec

from controllist import codes
from controllist.changes.kinds import NOTES
from controllist.history.records import Facts
from controllist.history.store import History

Span = tuple[str, str]
"""The first and the last edition in which something is said."""
_Key = TypeVar("_Key")


class Standing:
    """The spans of the nodes of a list that are in force and have words."""

    def __init__(self, history: History) -> None:
        self._history = history

    @cached_property
    def words(self) -> Mapping[tuple[str, str], Span]:
        """In which editions a node says the same: by its id and the digest of its words."""
        return _joined(((ident, facts.digest), span) for ident, facts, span in self._said())

    @cached_property
    def notes(self) -> Mapping[str, Span]:
        """In which editions there is a note of an id, whatever it says."""
        return _joined((ident, span) for ident, facts, span in self._said() if facts.kind in NOTES)

    @cached_property
    def senses(self) -> Mapping[tuple[str, Facts], Span]:
        """In which editions a node is alike as far as its facts tell: by its id and its `sense`."""
        return _joined(((ident, sense(facts)), span) for ident, facts, span in self._said())

    @cached_property
    def marks(self) -> Mapping[tuple[str, Facts], Span]:
        """In which editions a node has the same marks: by its id and what `marks_of` gives."""
        said = ((ident, marks_of(ident, facts), span) for ident, facts, span in self._said())
        return _joined(((ident, marks), span) for ident, marks, span in said if marks is not None)

    def _said(self) -> Iterator[tuple[str, Facts, Span]]:
        newest = self._history.editions[-1]
        for version in self._history.versions:
            if version.facts.status == "active" and version.facts.digest:
                yield version.id, version.facts, (version.spans[0][0], (*version.spans[-1], newest)[1])


def sense(facts: Facts) -> Facts:
    """What the facts of a node tell of what it says, but for the terms, which are quoted in one edition and not in
    another."""
    return Facts(facts.kind, thresholds=facts.thresholds, gathered_refs=facts.gathered_refs, excludes=facts.excludes)


def marks_of(ident: str, facts: Facts) -> Facts | None:
    """The facts by which a node is known from any other that could bear its id, if it has such: figures, numbers of
    other entries, or else its terms."""
    entry = entry_of(ident)
    known = sense(facts)
    if facts.thresholds or any(codes.entry_of(code) != entry for code in facts.refs):
        return known
    return msgspec.structs.replace(known, terms=facts.terms) if facts.terms else None


def entry_of(ident: str) -> str:
    """The entry of a node with this id: `3A001` of `3A001.b/note`."""
    return codes.entry_of(ident.partition("/")[0])


def _joined(spans: Iterable[tuple[_Key, Span]]) -> dict[_Key, Span]:
    found: dict[_Key, Span] = {}
    for key, (first, last) in spans:
        known = found.get(key, (first, last))
        found[key] = (min(first, known[0]), max(last, known[1]))
    return found
