"""What a neighbour says instead: words that went from an item to one beside, above or below it are still listed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from controllist.changes.language.text.plain import plain, stem, term_key
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import parent_of, subject_of
from controllist.figures.phrases import word_set
from controllist.figures.terms import local_terms
from controllist.model import Kind, Node
from controllist.patterns import pattern

_COMMON = word_set(
    "having with that which designed specially following greater than exceeding less more therefor modified capable "
    "except those "
    "besonder besonders konstruiert entwickelt geändert"
)
_THEREFOR = pattern(r"\b(?:therefor|dafür|hierfür)\b", re.IGNORECASE)
_ITS_PARTS = pattern(
    r"\b(?:therefor|dafür|hierfür)\b|\bspecially\s+designed\W+(?:parts|components|accessories)\b", re.IGNORECASE
)
_LONG_ENOUGH = 4
_TELLING = pattern(rf"\d[\d.,]*|\w{{{_LONG_ENOUGH},}}")
_THOUSANDS = pattern(r" (?=\d{3}\b)(?:(?<=\b\d )|(?<=\b\d\d )|(?<=\b\d{3} ))")
"""The space within a figure of thousands (`3 500`), which is one word: sought by itself, then by what is around it."""
ROOT = 7
"""Letters by which forms of one word are known: "manufacture", "manufacturing"."""

SAID_NEARBY = "said by a neighbour instead"
ONE_SIDE = "one side of what lies outside a range"
"""The note of evidence that a range has lost one of its two sides."""


def guarded(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """What only moved to a neighbour has not left the list; such evidence decides nothing."""
    if evidence.effect in ("none", "unclear"):
        return evidence
    if evidence.note == ONE_SIDE and _has_other_side(evidence, old, new, editions):
        return Evidence(evidence.type, "unclear", old=evidence.old, new=evidence.new, note=SAID_NEARBY)
    parts = _things_listed(evidence)
    if parts and all(_said_nearby(part, old, new, editions) for part in parts):
        return Evidence(evidence.type, "unclear", old=evidence.old, new=evidence.new, note=SAID_NEARBY)
    if evidence.type != "reference":
        return evidence
    gone = {code.strip() for code in evidence.old.split(",")} - {""}
    near = {ref for node in editions.new.below.get(new.parent, ()) if node.id != new.id for ref in node.refs}
    come = {code.strip() for code in evidence.new.split(",")} - {""}
    was_near = {ref for node in editions.old.below.get(old.parent, ()) if node.id != old.id for ref in node.refs}
    if (gone and gone <= near - was_near) or (come and come <= was_near - near):
        return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note="named by a neighbour instead")
    return evidence


def _things_listed(evidence: Evidence) -> list[Evidence]:
    """The evidence, as one piece for each of several things that were put into a list or taken out of it.

    What only some of them do is done: the others, said nearby or not, go the same way at most.
    """
    if evidence.type not in ("condition", "alternative", "exclusion"):
        return []
    said = evidence.old or evidence.new
    if evidence.type != "alternative" or (evidence.old and evidence.new) or not _THINGS.fullmatch(said):
        return [evidence]
    return [
        msgspec.structs.replace(evidence, **{"old" if evidence.old else "new": one}) for one in said.split(", ")
    ]


_THINGS = pattern(r"[a-z][a-z -]+(?:, [a-z][a-z -]+)+")
"""Several things as evidence names them: no sentence, and not clipped."""


def _has_other_side(evidence: Evidence, old: Node, new: Node, editions: Editions) -> bool:
    """Whether an item that came beside a range of which one side is left names an end of the range, or the reverse."""
    tree, parent, links = (
        (editions.new, new.parent, editions.origin)
        if "outside" in evidence.old
        else (editions.old, old.parent, editions.partner)
    )
    ends = {*_FIGURE.findall(evidence.old + " " + evidence.new)}
    beside = [near for near in tree.items_below(parent) if near.id not in links]
    return any(ends.intersection(_FIGURE.findall(plain(near.text))) for near in beside)


_FIGURE = pattern(r"\d[\d.,]*")


def _said_nearby(evidence: Evidence, old: Node, new: Node, editions: Editions) -> bool:
    """Whether words that one edition has here stand in the other edition under the item or in its parent."""
    here, there = (old, new), (editions.old, editions.new)
    if evidence.new and not evidence.old:
        here, there = (new, old), (editions.new, editions.old)
    words = telling_words(evidence.old or evidence.new)
    if not words or (evidence.old and evidence.new):
        return False
    therefor = _THEREFOR.search(evidence.old + evidence.new) is not None
    if (evidence.type == "condition" or therefor) and _said_above(words, here[1], there[1], therefor=therefor):
        return True
    if evidence.type == "condition" and _said_by_lost_note(words, here[1], there[1], editions):
        return True
    notes = evidence.type == "exclusion" or (evidence.type == "alternative" and old.excludes and new.excludes)
    said = evidence.old or evidence.new
    beside, own = (_near(here[side], there[side], notes=notes) for side in (1, 0))
    # what stands beside both is weighed for both, and then nothing follows from it: the others are asked first
    is_said = any(_says_it(one, words, said) for one in beside - own)
    return is_said and not any(_says_it(one, words, said) for one in own)


def _said_by_lost_note(words: frozenset[str], node: Node, tree: Tree, editions: Editions) -> bool:
    """Whether a note asks for little but some words, which the other edition lacks: one that takes nothing out, of the
    item or of an item above, and that names one of these, or one beside them, if any."""
    kept = editions.partner if tree is editions.old else editions.origin
    line = (node, *tree.items_above(node))
    places = {above.code for above in line} | {node.parent}
    for note in [near for above in line for near in tree.below.get(above.id, ()) if near.kind == "note"]:
        named = {*note.refs, *map(parent_of, note.refs)}
        if note.id in kept or note.excludes or (named and not places & named):
            continue
        asked = frozenset(filter(str.isalpha, telling_words(note.text)))
        if words <= asked and _MOST_ASKED * len(words) >= len(asked):
            return True
    return False


_MOST_ASKED = 4
"""Telling words of a note to one that an item now says: one that asks for more speaks of other things."""


def _said_above(words: frozenset[str], node: Node, tree: Tree, *, therefor: bool) -> bool:
    """Whether the items above, in the edition that lacks the words, say all of them anyway.

    Parts "therefor" are said only where the items above name parts of their own.
    """
    said: set[str] = set()
    for above in tree.items_above(node):
        if therefor and not _ITS_PARTS.search(above.text):
            return False
        said |= {word[:ROOT] for word in telling_words(above.text)}
    return bool(said) and all(word[:ROOT] in said for word in words)


class _Near(NamedTuple):
    """What a neighbour of a node says."""

    text: str
    kind: Kind
    must_say_all: bool = False
    """Whether it is told by all of some words, not by most of them."""


def _near(node: Node, tree: Tree, *, notes: bool) -> frozenset[_Near]:
    """What is said by the node above and by those of two levels below, and by the other notes of the same item and of
    those above it."""
    below = tree.below.get(node.id, ())
    under = [one for near in below for one in tree.items_below(near.id)]
    nodes = [*below, *under, *filter(None, [tree.parent_item(node)])]
    above: list[Node] = []
    if notes and node.kind == "note":
        nodes += [near for near in tree.below.get(node.parent, ()) if near.kind == "note" and near.id != node.id]
        parent = tree.parent_item(node)
        above = [near for one in (tree.items_above(parent) if parent else ()) for near in tree.below.get(one.id, ())]
    said = [_Near(near.text, near.kind) for near in nodes]
    return frozenset(said + [_Near(near.text, near.kind, True) for near in above if near.kind == "note"])


def _says_it(near: _Near, words: frozenset[str], said: str) -> bool:
    """Whether a neighbour says some words, or most of them; a note that explains one of them does not."""
    told = telling_words(near.text)
    if near.must_say_all:
        return words <= told
    is_said = 2 * len(words & told) > len(words)
    return is_said and (near.kind != "technical-note" or not _explains_one_of(near.text, said))


def _explains_one_of(text: str, said: str) -> bool:
    """Whether a technical note explains a term that the words themselves hold: it does not say them, then."""
    keys = f" {term_key(plain(said))} "
    head = _HEAD.match(plain(text))
    terms = [*local_terms(plain(text)), *([head[1]] if head else [])]
    return any(f" {term_key(term)} " in keys for term in terms)


_HEAD = pattern(r"\W*(?:1\.\s+)?(?:The\s+)?([^:.;]{6,60}?)(?::|\s(?:is|means|are)\b)")


def said_before(node: Node, origin: Node, editions: Editions) -> Node | None:
    """The old neighbour that said most of what a new item says, and says it no more: where the words come from.

    Neighbours are the item above (`origin`), what stands below that, and what stands below those.
    """
    words = telling_words(node.text)
    if not words or (len(words) == 1 and editions.new.is_list(node.id)):
        return None  # "Equipment having any of the following" is said everywhere
    beside = editions.old.items_below(origin.id)
    for near in [origin, *beside, *(one for above in beside for one in editions.old.items_below(above.id))]:
        kept = editions.new.by_id.get(editions.partner.get(near.id, ""))
        if kept is not None and kept.text == near.text:
            continue
        if not _says_most(words, near):
            continue
        if kept is None or not (_says_most(words, kept) or _says_it_below(kept, near, node, editions.new)):
            return near
    return None


def _says_it_below(kept: Node, near: Node, heading: Node, tree: Tree) -> bool:
    """Whether an item stands under a new heading and says with it all that it said alone before; where all of a list
    are needed, the heading with all below it may be one of them, as the item was."""
    above = tree.parent_item(heading)
    if kept.parent != heading.id or (above is not None and tree.logic(above) == "all"):
        return False
    return telling_words(near.text) <= telling_words(heading.text) | telling_words(kept.text)


_LEADING = word_set("follow")
"""What "as follows" leaves of its words, which says nothing of the goods in the list that it leads into."""


def _says_most(words: frozenset[str], node: Node) -> bool:
    words = words - _LEADING
    return 3 * len(words & telling_words(node.text)) > 2 * len(words)


def stood_elsewhere(node: Node, editions: Editions) -> Node | None:
    """The one item that the new edition lacks and that said in another place what a new item says.

    Goods whose technology is controlled instead are other items, whatever their words.
    """
    words = telling_words(node.text)
    if len(words) < _FEWEST:
        return None
    found = [
        gone
        for gone in gone_with_many_of(words, editions, 0.1)
        if 10 * len(words & (said := telling_words(gone.text))) >= 9 * len(words | said)
        and subject_of(gone.code) == subject_of(node.code)
    ]
    return found[0] if len(found) == 1 else None


def gone_with_many_of(words: frozenset[str], editions: Editions, lacking: float) -> list[Node]:
    """The items that the new edition lacks and that may lack but this part of some words, in document order.

    Such an item has one at least of any words that are more than this part of all: the rarest are looked up.
    """
    index = gone_by_word(editions)
    rarest = sorted(words, key=lambda word: (len(index.get(word, ())), word))[: int(len(words) * lacking) + 1]
    places = {place for word in rarest for place in index.get(word, ())}
    return [editions.gone[place] for place in sorted(places)]


def gone_by_word(editions: Editions) -> dict[str, list[int]]:
    """The places among the items that the new edition lacks by each of the words that tell what they are about."""
    if not editions.gone_by_word:
        for place, gone in enumerate(editions.gone):
            for word in telling_words(gone.text):
                editions.gone_by_word.setdefault(word, []).append(place)
    return editions.gone_by_word


_FEWEST = 2
"""Telling words by which an item is known in another place."""


@lru_cache(maxsize=16384)
def telling_words(text: str) -> frozenset[str]:
    """The words and figures of a text that tell what it is about."""
    return frozenset(map(stem, _TELLING.findall(_THOUSANDS.sub("", plain(text))))) - _COMMON


def telling_roots(text: str) -> frozenset[str]:
    """The beginnings of the telling words of a text, by which forms of one word are one; figures are left out."""
    return frozenset(word[:ROOT] for word in telling_words(text) if word.isalpha())


def telling_words_below(item: Node, tree: Tree) -> frozenset[str]:
    """The telling words of an item and of all items below it."""
    return frozenset[str]().union(*(telling_words(one.text) for one in tree.whole(item)))
