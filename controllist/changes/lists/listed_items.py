"""Items of a list that was one clause before: what each of them adds to what the clause held.

"Kettles of tin" became "Kettles of any of the following: a. Tin; b. Clay": item a. says what was said, item b. is new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from controllist.changes.clause.ground.setting import setting_of
from controllist.changes.language.text.meaning import lists_of
from controllist.changes.language.text.plain import plain
from controllist.changes.lists.itemizing import Compared, compared_ways, is_within, was_elsewhere, words_in, words_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.provisions import CLAUSE_END, PART_OF_A_SENTENCE
from controllist.changes.records import Effect, Evidence
from controllist.model import Node
from controllist.patterns import pattern

_ASKS = pattern(
    r"\b(?:having|with|which|that|designed|for|made|manufactured|capable|specified|exceeding|mit|besonders|für)\b", re.I
)
"""Where a clause goes on from the names of goods to what it asks of them."""
WITHIN_CLAUSE = "the one clause held it already"
BEYOND_CLAUSE = "more than the one clause held"
SAID_IN_CLAUSE = "the one clause asked for it already"
NEW_IN_LIST = "asks for more than the one clause did"


def listed_item(node: Node, heading: Node, clause: Node, editions: Editions) -> Evidence | None:
    """The evidence of a new item under a heading that was one clause without items; None where that is not certain."""
    if not (clause.text and heading.text and node.text):
        return None
    known = compared_ways(clause, heading, editions)
    if editions.new.logic(heading) == "all":
        return _of_all(node, heading, known, editions)
    ways = [one for one in known if is_same_or_below(one.way.code, node.code)]
    if (
        (ways and all(one.is_within for one in ways))
        or _is_within_alone(node, heading, clause, editions)
        or _is_part_of(node, clause)
        or _is_below_narrower(node, heading, clause, editions)
    ):
        return Evidence("alternative", "none", old=clause.code, new=node.code, note=WITHIN_CLAUSE)
    is_more = any(_goes_beyond(one) for one in ways) and not was_elsewhere(node.code, editions)
    return Evidence("alternative", "tightened", old=clause.code, new=node.code, note=BEYOND_CLAUSE) if is_more else None


def _is_within_alone(node: Node, heading: Node, clause: Node, editions: Editions) -> bool:
    """Whether an item of a mere list names goods that the clause named, whatever its heading says of them."""
    text = CLAUSE_END.sub("", plain(node.text))
    if editions.new.logic(heading) != "list" or editions.new.is_list(node.id) or PART_OF_A_SENTENCE.match(text):
        return False
    if asked := _ASKS.search(plain(clause.text)):
        tail = plain(clause.text)[asked.start() :]
        words = words_of(msgspec.structs.replace(clause, text=tail))
        if not words <= words_of(node) | words_of(heading):
            return False  # what the clause asked of all its goods may be asked of this one no more
        text = text if words <= words_of(node) else f"{text}, {tail}"
    return is_within(clause, text, setting_of(editions, 1, (clause.code, node.code), until_doubt=True))


def _is_part_of(node: Node, clause: Node) -> bool:
    """Whether the clause named just these goods among others, between two semicolons."""
    parts = plain(clause.text).split(";")
    words = words_of(node)
    return len(parts) > 1 and bool(words) and any(words_in(part.strip()) == words for part in parts)


def _is_below_narrower(node: Node, heading: Node, clause: Node, editions: Editions) -> bool:
    """Whether the heading alone, by its words before the list, holds no more than the clause: its items only ask for
    more."""
    if editions.new.logic(heading) != "any":
        return False
    text = plain(heading.text)
    marks = lists_of(text)
    if not marks or text[marks[-1].end :].strip(" :;.,"):
        return False
    goods = text[: marks[-1].start].rstrip(" ,")
    setting = setting_of(editions, 1, (clause.code, heading.code), until_doubt=True)
    return bool(words_in(goods)) and is_within(clause, goods, setting)


def _goes_beyond(one: Compared) -> bool:
    """Whether a way holds what the clause did not; several clauses that are all needed may not, though each does."""
    return len(one.effects) == 1 and one.effects[0] in ("tightened", "mixed")


def _of_all(node: Node, heading: Node, known: Sequence[Compared], editions: Editions) -> Evidence | None:
    """What one of several conditions does that are all needed: the clause asked for it, or it did not."""
    items = editions.new.items_below(heading.id)
    if len(known) != 1 or len(known[0].effects) != len(items) or node not in items:
        return None
    effect: Effect = known[0].effects[items.index(node)]
    if effect == "unclear" and any(one in ("none", "relaxed") for one in known[0].effects):
        effect = "relaxed"  # one of the others asks for all that the clause did, and this one for something else
    if effect in ("none", "tightened"):
        return Evidence("condition", "none", new=node.code, note=SAID_IN_CLAUSE)
    return Evidence("condition", "relaxed", new=node.code, note=NEW_IN_LIST) if effect != "unclear" else None
