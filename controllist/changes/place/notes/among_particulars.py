"""Notes of one edition that another one prints among the particulars of their item: nothing came or went.

Where one source prints "1A001 does not control toys" as a note, another prints it among what it says of licences for
1A001, and readers keep it there as an annotation of the item.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from controllist.changes.place.ground.editions import Editions
from controllist.model import Node
from controllist.wording import tokens

AMONG_PARTICULARS = "stands among the particulars of its item in the other edition"
_FEWEST = 8
"""Words by which a sentence is known again."""
_MOST = 0.85
"""The part of a note's words that stand behind the same word in the particulars: citations may be printed otherwise."""


def among_particulars(note: Node, editions: Editions) -> bool:
    """Whether the old edition says what a new note does in an annotation of the item that it stands under."""
    before = editions.old.by_id.get(editions.origin.get(note.parent, ""))
    if before is None or not before.annotations:
        return False
    words = tokens(note.text)
    long_enough = [one.text for one in before.annotations if len(one.text) >= _MOST * len(note.text)]
    said = set(pairwise(words))
    return len(words) >= _FEWEST and any(_share(said, tokens(text)) >= _MOST for text in long_enough)


def _share(said: set[tuple[str, str]], words: Sequence[str]) -> float:
    return len(said.intersection(pairwise(words))) / len(said)
