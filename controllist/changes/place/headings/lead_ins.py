"""Items that moved with their words: whether what they now stand under asks for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from controllist.changes.language.text.clauses import EXCLUDING
from controllist.changes.language.text.meaning import lists_of, runs_of
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.leads_split import lead_of, says_what_it_asks
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.taken_along import taken_along_evidence
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence
from controllist.figures.phrases import word_set
from controllist.model import Node
from controllist.patterns import pattern

_ASKS = pattern(
    r"\d|\b(?:having|meeting|with|exceed\w*|designed|intended|capable|containing|made|usable|rated|perform\w*|possess\w*"
    r"|which|that|mit|besonders|geeignet)\b",
    re.IGNORECASE,
)
"""What a heading says that asks for something, beside naming a class of goods."""
_PART_OF_A_SENTENCE = pattern(
    r"\W*(?:of|for|with|having|in|on|by|from|to|made|(?:e?specially\s+)?designed|capable|containing|manufactured|using"
    r"|mit|aus|für|besonders\s+(?:konstruiert|entwickelt))\b",
    re.I,
)
_SHORT_WORD = pattern(r"(?<!\w)[^\W\d_]{3}(?!\w)")
_IDLE = word_set("and any all the for its are has not but per see der die das und von mit den dem für aus")
MORE_BESIDE, LESS_BESIDE = "more is asked beside it", "less is asked beside it"
ASKS_FOR_ELSE = "what it stands under asks for something else"


def lead_in_evidence(old: Node | None, new: Node | None, editions: Editions) -> list[Evidence]:
    """What it does that an item stands under other clauses; nothing where they say the same, or none are at hand.

    An item is what its own words say within what those above it say, a substance that is known by its number too:
    what is asked beside it, and what made of it is held with it, stands above.
    """
    if old is None or new is None or not (old.text and new.text):
        return []
    if not old.code:
        return _note_evidence(old, new)
    before, after = list(editions.old.items_above(old)), list(editions.new.items_above(new))
    if taken_along := taken_along_evidence(old, new, (before, after)):
        return taken_along
    if _names_goods(old, before[:1], editions.old) and _names_goods(new, after[:1], editions.new):
        before, after = ([node for node in nodes if _asks(node)] for nodes in (before, after))
    kept = {editions.partner.get(node.id, "") for node in before} & {node.id for node in after}
    left = [node for node in before if editions.partner.get(node.id, "") not in kept]
    come = [node for node in after if node.id not in kept]
    if not (left or come) or not all(node.text for node in (*before, *after)):
        return []
    if _says_all_asked(new, come) if not left else not come and _says_all_asked(old, left):
        return []
    same = _words(before) | _words([old]) >= _words(come) and _words(after) | _words([new]) >= _words(left)
    counts = {editions.old.logic(before[0]) if before else "", editions.new.logic(after[0]) if after else ""}
    asks = any("all" in node.text or "both" in node.text or "with" in node.text for node in (*left, *come))
    is_recounted = {"any", "all"} <= counts
    if same and (not (asks or is_recounted) or keeps_company(old, new, editions)) and (
        not is_recounted or _company(old, editions.old)
    ):
        return []
    said = before[0].code if before else "", after[0].code if after else ""
    if same and (effect := _by_company(old, new, editions)):
        note = MORE_BESIDE if effect == "relaxed" else LESS_BESIDE
        return [Evidence("parent", effect, old=said[0], new=said[1], note=note)]
    return [Evidence("parent", "unclear", old=said[0], new=said[1], note=ASKS_FOR_ELSE)]


def _says_all_asked(item: Node, above: Sequence[Node]) -> bool:
    """Whether an item says itself what the one heading asks of all its goods."""
    lead = lead_of(plain(above[0].text)) if len(above) == 1 else None
    return lead is not None and says_what_it_asks(plain(item.text), lead[0].rstrip(" ,:;"))


def came_under_else(old: Node, new: Node, editions: Editions) -> bool:
    """Whether a heading stands under other clauses than before that ask for something else, so that it is not sure what
    its list asks for."""
    if editions.partner.get(old.parent, old.parent) == new.parent:
        return False
    return any(one.note == ASKS_FOR_ELSE for one in lead_in_evidence(old, new, editions))


def _by_company(old: Node, new: Node, editions: Editions) -> Effect | None:
    """What it does that other items are needed beside one than before; None where not all of them stayed on one side,
    or where the item may have said itself what is needed beside it."""
    if not all(tree.way(node) == 1 for node, tree in ((old, editions.old), (new, editions.new))):
        return None
    if _is_more_needed(old, new, editions):
        return "relaxed"
    return "tightened" if _is_more_needed(new, old, editions.swapped) else None


def _is_more_needed(old: Node, new: Node, editions: Editions) -> bool:
    """Whether all that was needed beside an item is needed still, and something that it did not say itself."""
    kept = {editions.partner.get(ident, "") for ident in _company(old, editions.old)}
    after = _company(new, editions.new)
    said = frozenset[str]().union(*(telling_words(one.text) for one in (old, *editions.old.items_above(old))))
    needed = [telling_words(editions.new.by_id[ident].text) for ident in after - kept]
    return kept <= after and bool(needed) and all(2 * len(words & said) < len(words) for words in needed)


def keeps_company(old: Node, new: Node, editions: Editions) -> bool:
    """Whether lists of which all items are needed ask for the same others beside an item in both editions."""
    before, after = _company(old, editions.old), _company(new, editions.new)
    return before == {editions.origin.get(ident, "") for ident in after}


def _company(node: Node, tree: Tree) -> set[str]:
    """The ids of the items that are needed beside one, by the lists that it stands in."""
    found: set[str] = set()
    for above in tree.items_above(node):
        if tree.logic(above) == "all":
            found.update(item.id for item in tree.items_below(above.id) if item.id != node.id)
        node = above
    return found


def _note_evidence(old: Node, new: Node) -> list[Evidence]:
    """What it does that a note stands under another item: one that names no items holds for what it stands under."""
    if not old.excludes or not new.excludes or (old.refs and new.refs):
        return []
    return [Evidence("parent", "unclear", old=old.parent, new=new.parent, note="takes goods out of another item")]


def _names_goods(node: Node, above: Sequence[Node], tree: Tree) -> bool:
    """Whether an item names goods by its own words, in a list of goods or as an entry."""
    if _PART_OF_A_SENTENCE.match(plain(node.text)):
        return False
    return all(tree.logic(one) in ("list", "unknown") for one in above)


def _asks(node: Node) -> bool:
    text = plain(node.text)
    return _ASKS.search("".join(_hidden(text))) is not None


def only_names_goods(heading: Node, tree: Tree) -> bool:
    """Whether a heading over a mere list only names the goods of its items: it asks for nothing, takes nothing out."""
    text = plain(heading.text)
    if not text or tree.logic(heading) != "list" or not lists_of(text) or EXCLUDING.search(text):
        return False
    return not _asks(heading) and heading.kind == "item" and "therefor" not in text


def _hidden(text: str) -> Iterator[str]:
    """The text without the codes that it names."""
    at = 0
    for run in runs_of(text):
        yield text[at : run.start]
        at = run.end
    yield text[at:]


def _words(nodes: Sequence[Node]) -> frozenset[str]:
    texts = [plain(node.text) for node in nodes]
    short = {stem(word) for text in texts for word in _SHORT_WORD.findall(text)} - _IDLE
    return frozenset(short).union(*(telling_words(text) for text in texts))
