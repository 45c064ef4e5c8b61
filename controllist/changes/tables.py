"""What changed in a table that is all its node says."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from controllist.changes.records import Evidence, clipped
from controllist.model import Node
from controllist.wording import table_words, tokens


def table_evidence(old: Node, new: Node) -> list[Evidence]:
    """The evidence of two nodes without text that hold a table each; what a table does to control is never certain.

    Where it is broken into rows and pages, and how its words are set, is no change of what it says.
    """
    if old.text or new.text or not (old.rows and new.rows) or old.rows == new.rows:
        return []
    before, after = _words(old), _words(new)
    if before != after and "".join(before) == "".join(after):
        return [Evidence("wording", "none", note="spelling, articles, marks or units alone")]
    places = [step for step in Levenshtein.opcodes(before, after) if step.tag != "equal"]
    return [
        Evidence("wording", "unclear", old=_span(before, one.src_start, one.src_end),
                 new=_span(after, one.dest_start, one.dest_end), note="in a table")
        for one in places
    ]  # fmt: skip


def _span(words: list[str], start: int, end: int) -> str:
    return clipped(" ".join(words[start:end]))


def _words(node: Node) -> list[str]:
    """The words of a table with its title, which stands in its label or in its first row."""
    return [*tokens(node.label), *table_words(node.rows)]
