"""New items whose goods an item that is gone held before, in other words and by the same name.

"Lids with any rim, and parts for lids" holds what "Lids, except clay lids, and parts" did, which is gone.
"""

from __future__ import annotations

import re
from collections import Counter

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import gone_by_word, telling_words
from controllist.codes import group_and_subject
from controllist.figures.phrases import word_set
from controllist.model import Node
from controllist.patterns import pattern

HEAD_ENDS = pattern(
    r"[;:(<.]|,(?!\s+(?:and|or)\b)|\b(?:for|having|with|of|used|usable|specially|designed|capable|which|that|as|in|to|at"
    r"|rated|made|contain\w*|incorporating|exceeding|greater|less|equal|not|other\s+than|except|excluding|including|controlled"
    r"|specified|therefor|für|mit|nicht|besonders|konstruiert|entwickelt)\b",
    re.IGNORECASE,
)
KINDS = pattern(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|and/or|und|oder)\s+", re.IGNORECASE)
OF_ANY_GOODS = frozenset(map(stem, word_set(
    "software technology equipment material item commodity goods article system component assembly accessory device "
    "product part unit instrument module development production"
)))  # fmt: skip
"""Words that tell nothing of what goods are by themselves."""


def gone_within(node: Node, editions: Editions) -> Node | None:
    """The item that the new edition lacks, of goods of the same name, most of whose telling words a new item says; or
    one that leaves out, as it did not before, substances that the new item names."""
    heads = {head for head in heads_of(node) if len(head) > 1 and head - OF_ANY_GOODS}
    words = telling_words(node.text) if heads else frozenset()
    counts = Counter(place for word in words for place in gone_by_word(editions).get(word, ()))
    for place, count in sorted(counts.items()):
        gone = editions.gone[place]
        many = max(_FEWEST, _MOST * len(telling_words(gone.text)))
        if count >= many and are_alike(gone.code, node.code) and heads.intersection(heads_of(gone)):
            return gone
    users = (user for number in node.cas for user in editions.new.users_of_substances.get(number, ()))
    return next((user for user in users if user.id != node.id and _leaves_out_now(user, node, editions)), None)


_FEWEST, _MOST = 4, 0.7
"""Telling words by which an item is known again, and the part of them that another one says which now holds it."""


def _leaves_out_now(user: Node, node: Node, editions: Editions) -> bool:
    """Whether an item that was there leaves out, by a number that it did not name before, a substance of a new one."""
    before = editions.old.by_id.get(editions.origin.get(user.id, ""))
    more = set(node.cas) & (set(user.cas) - set(before.cas)) if before is not None else set()
    text = plain(user.text) if more else ""
    return any(polarity(text, text.find(number)) < 0 for number in more if number in text)


def words_of(kind: str) -> frozenset[str]:
    """The telling words of a name of goods, and the one that turns it into its opposite."""
    return telling_words(kind) | {"non"} if _NON.search(kind) else telling_words(kind)


_NON = pattern(r"\bnon\b", re.IGNORECASE)


def are_alike(code: str, other: str) -> bool:
    """Whether two codes are of one product group: goods and what makes or tests them are other goods."""
    return group_and_subject(code) == group_and_subject(other)


def heads_of(item: Node) -> list[frozenset[str]]:
    """The telling words of each name of goods with which an item begins."""
    return list(map(words_of, names_of(item)))


def names_of(item: Node) -> list[str]:
    """The names of goods with which an item begins, in small letters, without what stands in brackets."""
    return names_in(plain(item.text))


def names_in(text: str) -> list[str]:
    """The same of a plain text."""
    text = _BRACKETS.sub(" ", text).lower()
    end = HEAD_ENDS.search(text)
    return [" ".join(name.split()) for name in KINDS.split(text[: end.start()] if end else text)]


_BRACKETS = pattern(r"\([^()]*\)")
