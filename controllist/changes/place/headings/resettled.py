"""Words that went from an item to the one above it or to those below it, where they ask for the same.

"Pots rated for ships, as follows: a. Kettles" says what "Pots, as follows: a. Kettles rated for ships" does. Only an
unbroken phrase is followed, and only where it speaks of all that the heading names.
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.meaning import Token, tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.segments import segments
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.excepted import not_renumbered
from controllist.changes.place.ground.neighbours import SAID_NEARBY, guarded, telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.figures.phrases import word_set
from controllist.model import Node

SAID_ABOVE = "the item above says it, too"
SAID_BELOW = "each item below says it"
_OPENS = word_set("and or with but und oder mit sowie")
_ORS = word_set("or and/or oder und/oder")
_JOINTS = _ORS | word_set("and und sowie")


def resettled(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence as its neighbours leave it: nothing changed where the same phrase stands above or below instead."""
    found = not_renumbered(guarded(evidence, old, new, editions), old, new, editions)
    is_near = found.note == SAID_NEARBY and evidence.type in ("condition", "alternative")
    if not is_near and not _is_stock_phrase(evidence):
        return found
    came = not evidence.old
    here, there = (new, old) if came else (old, new)
    tree, other = (editions.old, editions.new) if came else (editions.new, editions.old)
    phrase = phrase_of(evidence.new or evidence.old, here, there)
    if not phrase:
        return found
    governing = [above for above in tree.items_above(there) if _governs(phrase, above, tree, evidence)]
    if not is_near:
        links = editions.partner if came else editions.origin
        kept = ((above, other.by_id.get(links.get(above.id, ""))) for above in governing)
        governing = [above for above, now in kept if now is not None and not says_phrase(now, phrase)]
    if there.kind == "item" and governing:
        return Evidence(evidence.type, "none", old=evidence.old, new=evidence.new, note=SAID_ABOVE)
    if not is_near:
        return found
    if there.kind == "note" and there.excludes and _stand_as_they_were(here, there, tree, other):
        return evidence  # what is taken out of an item is not said by what the item holds
    if there.kind != "item" or tree.way_of_lead(there) != 1:
        return found
    return _by_items_below(evidence, phrase, there, tree, editions, came=came) or found


def says_phrase(node: Node, phrase: tuple[str, ...]) -> bool:
    """Whether an unbroken run of words stands in a node."""
    return _find(phrase, tokens_of(plain(node.text))) >= 0


def _is_stock_phrase(evidence: Evidence) -> bool:
    """Whether a condition is put in words that half of a list says, such as "specially designed": no neighbour is
    known by them, but an item above that said just these words may have lost them to the items below."""
    said = evidence.new or evidence.old
    return evidence.type == "condition" and evidence.effect != "none" and bool(said) and not telling_words(said)


def phrase_of(said: str, here: Node, there: Node) -> tuple[str, ...]:
    """All the words that one text has and the other lacks, of which evidence quotes the first; without the joint."""
    left, right = tokens_of(plain(there.text)), tokens_of(plain(here.text))
    quoted = tuple(token.key for token in tokens_of(plain(said.removesuffix(" …"))))
    for one in segments(left, right):
        words = tuple(token.key for token in right[one.new_from : one.new_to])
        if one.is_insertion and quoted and words[: len(quoted)] == quoted:
            while words and words[0] in _OPENS:
                words = words[1:]
            return words if not any(word.startswith("<") for word in words) else ()
    return ()


def _find(phrase: tuple[str, ...], tokens: Sequence[Token]) -> int:
    keys = [token.key for token in tokens]
    return next((at for at in range(len(keys)) if tuple(keys[at : at + len(phrase)]) == phrase), -1)


def _governs(phrase: tuple[str, ...], above: Node, tree: Tree, evidence: Evidence) -> bool:
    """Whether a heading says a phrase of all that stands below it."""
    text = plain(above.text)
    tokens = tokens_of(text)
    at = _find(phrase, tokens)
    if at < 0 or tree.way_of_lead(above) != 1 or polarity(text, tokens[at].start) != 1:
        return False
    before, after = [token.key for token in tokens[:at]], [token.key for token in tokens[at + len(phrase) :]]
    if evidence.type == "alternative":
        return phrase[-1] == "therefor"
    if (before and before[-1] in _ORS) or _JOINTS & set(after):
        return False
    apart = not before or text[: tokens[at].start].rstrip(" \"'").endswith(",")
    return apart or not _JOINTS & set(before)


def _stand_as_they_were(here: Node, there: Node, tree: Tree, other: Tree) -> bool:
    """Whether what stands above a note says the same in both editions."""
    above = [[telling_words(node.text) for node in _above(note, edition)] for note, edition in
             ((there, tree), (here, other))]  # fmt: skip
    return above[0] == above[1]


def _above(note: Node, tree: Tree) -> list[Node]:
    found = tree.parent_item(note)
    return [found, *tree.items_above(found)] if found else []


def _by_items_below(
    evidence: Evidence, phrase: tuple[str, ...], there: Node, tree: Tree, editions: Editions, *, came: bool
) -> Evidence | None:
    """What it does that a heading lost a phrase which items below it say now: nothing if all do that stood there.

    Where all of the items are needed, it is enough that one of them says it.
    """
    partner = editions.partner if came else editions.origin
    below = [node for node in tree.items_below(there.id) if node.id in partner]
    says = [says_phrase(node, phrase) for node in below]
    if not any(says):
        return None
    if all(says) or tree.logic(there) == "all":
        return Evidence(evidence.type, "none", old=evidence.old, new=evidence.new, note=SAID_BELOW)
    words = frozenset(phrase)
    left = [node for node, is_said in zip(below, says, strict=True) if not is_said]
    return None if any(3 * len(words & telling_words(node.text)) > len(words) for node in left) else evidence
