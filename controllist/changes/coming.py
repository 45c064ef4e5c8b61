"""Which way control went by a node that has no counterpart: what came, and, read backwards, what went."""

from __future__ import annotations

import re

import msgspec

from controllist.changes.clause.ground.cited_items import is_among
from controllist.changes.clause.references.carved_out import held_by_wider
from controllist.changes.come_doubts import doubted
from controllist.changes.emptied import says_it_is_empty
from controllist.changes.given_to_others import SAID_OF_WHOLE, named_by_whole
from controllist.changes.language.phrases.taken_out import takes_out
from controllist.changes.language.text.clauses import Polarity
from controllist.changes.language.text.meaning import lists_of, masked, meaning_of
from controllist.changes.language.text.plain import plain
from controllist.changes.lists.held_in_clause import (
    HELD_BESIDE,
    NEW_CHOICE,
    NEW_NEED,
    SAID_BEFORE,
    held_in_clause,
    under_bare_heading,
)
from controllist.changes.lists.listed_items import (
    BEYOND_CLAUSE,
    NEW_IN_LIST,
    SAID_IN_CLAUSE,
    WITHIN_CLAUSE,
    listed_item,
)
from controllist.changes.lists.lists_compared import BEYOND_LIST, WITHIN_LIST, in_place_of_list
from controllist.changes.notes import NOT_CERTAIN, added_note_evidence
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.itemized import itemized
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.neighbours import said_before, stood_elsewhere, telling_words
from controllist.changes.place.ground.tree import Logic, Tree
from controllist.changes.place.headings.bare_headings import logic_over_kept
from controllist.changes.place.headings.lead_ins import came_under_else, only_names_goods
from controllist.changes.place.held.bands import divided_band
from controllist.changes.place.held.goods_of_few_words import NOW_ELSEWHERE, SAME_NAME
from controllist.changes.place.held.held_beside import held_beside, restates
from controllist.changes.place.held.left_out_beside import left_out_beside
from controllist.changes.place.held.split_off import split_off_from
from controllist.changes.place.held.technology_named import technology_named
from controllist.changes.place.held.the_rest import held_by_the_rest
from controllist.changes.place.moved.elsewhere import is_rewritten, may_have_been_held, may_have_stood_elsewhere
from controllist.changes.place.moved.left_heading import said_where_others_stood
from controllist.changes.place.moved.lists_anew import is_written_anew
from controllist.changes.place.moved.stated import unless_stated
from controllist.changes.place.notes.among_particulars import AMONG_PARTICULARS, among_particulars
from controllist.changes.place.notes.goods_with_others import GOODS_WITH_THEM, are_only_held_or_served
from controllist.changes.place.notes.notes_of_new import WITH_PARENT, with_its_items
from controllist.changes.place.notes.only_notes import (
    ASKED_BY_NOTE,
    SAID_BY_ITEMS,
    SAME_LIMIT,
    asked_by_note,
    limit_told,
)
from controllist.changes.place.notes.rules_in_notes import stated_in_note
from controllist.changes.place.notes.said_instead import may_be_said_instead
from controllist.changes.records import Effect, Evidence, EvidenceType, opposite
from controllist.model import Node
from controllist.patterns import pattern

_NEW_ENTRY = "a new entry"
_STOOD_ELSEWHERE = "the same words stood elsewhere"
_ELSEWHERE = "another item may have said it before"
_SAID_AROUND = "what it speaks of may have said it before"
_RESTATES = "says what its heading says"
_STATED_IN_NOTE = "a note stated it before"
_HEADING = "a heading over items that were there"
_AMONG = "its goods are those of items that it names"
_UNDER_HEADING = "stands with items that were there under a heading that is new"
_MOVED_HEADING = "its heading stands under one that asks for something else"
_NEW_CONDITION = "a condition put on what was controlled without any"
_SAID_IN_ONE = "one clause said it with its neighbours"
_IN_SEVERAL = "what was said in one clause now stands in several"
BACKWARDS = {
    WITHIN_CLAUSE: "the one clause holds it still",
    BEYOND_CLAUSE: "more than the one clause holds now",
    SAID_IN_CLAUSE: "the one clause asks for it still",
    NEW_IN_LIST: "asks for more than the one clause does",
    _NEW_CONDITION: "a condition taken from what is controlled without any now",
    _ELSEWHERE: "another item may say it now",
    _SAID_AROUND: "what it spoke of may say it now",
    HELD_BESIDE: "an item beside it holds it now",
    WITHIN_LIST: "the list that stands there holds it still",
    BEYOND_LIST: "more than the list holds that stands there",
    ASKED_BY_NOTE: "a note asks for it now",
    SAID_BY_ITEMS: "the items that it limited say it now",
    SAME_LIMIT: "a note of the entry says it now",
    SAME_NAME: NOW_ELSEWHERE,
    _SAID_IN_ONE: "one clause says it with its neighbours",
    _NEW_ENTRY: "an entry is gone",
    NEW_CHOICE: "one less of several that are each enough",
    NEW_NEED: "one less of several that are all needed",
    _STOOD_ELSEWHERE: "the same words stand elsewhere",
    SAID_BEFORE: "a neighbour says it now",
    _STATED_IN_NOTE: "a note states it now",
    _HEADING: "a heading over items that are still there",
}


def come_evidence(node: Node, editions: Editions) -> Evidence:
    """The evidence of a node that has no counterpart in the old edition."""
    if node.id not in editions.come:
        stated = unless_stated(_newly_come(node, editions), node, editions, _ELSEWHERE)
        editions.come[node.id] = doubted(stated, node, editions)
    return editions.come[node.id]


def as_heading(evidence: Evidence, node: Node, editions: Editions) -> Evidence:
    """The evidence of a new item; one that only stands over items that were there is not what makes them controlled."""
    is_open = evidence.note == _ELSEWHERE
    if (is_open or evidence.effect not in ("none", "unclear")) and any(
        one.id in editions.origin for one in editions.new.items_below(node.id)
    ):
        is_sum = logic_over_kept(node, editions) != "unknown" or (
            only_names_goods(node, editions.new)
            and not any(one.id not in editions.origin for one in editions.new.items_below(node.id))
        )
        if is_sum or not is_open:
            return Evidence("logic", "none" if is_sum else "unclear", new=node.code, note=_HEADING)
    return evidence


def _with_heading(item: Node, editions: Editions) -> Evidence:
    return as_heading(come_evidence(item, editions), item, editions)


def _newly_come(node: Node, editions: Editions) -> Evidence:
    if node.kind == "nota-bene" and _was_stated(node, editions):
        return Evidence("note", "none", note=_STATED_IN_NOTE)
    if node.kind != "item":
        if among_particulars(node, editions):
            return Evidence("note", "none", new=node.parent, note=AMONG_PARTICULARS)
        told = with_its_items(limit_told(added_note_evidence(node), node, editions), node, editions, _with_heading)
        return _if_not_said(told, node, editions)
    tree = editions.new
    parent = tree.parent_item(node)
    if before := stood_elsewhere(node, editions):
        return Evidence("parent", "unclear", old=before.code, new=node.code, note=_STOOD_ELSEWHERE)
    if _names_an_empty_list(node, tree):
        return Evidence("status", "unclear", new=node.code, note=_EMPTY_LIST)
    if parent is None:
        if before := _held_in_another_shape(node, editions):
            return Evidence("entry", "unclear", old=before.code, new=node.code, note=_ELSEWHERE)
        return _by_its_verb(Evidence("entry", "tightened", new=node.code, note=_NEW_ENTRY), node)
    origin = editions.old.by_id.get(editions.origin.get(parent.id, ""))
    if origin is None or origin.status == "reserved":
        return _come_below_new(node, parent, editions)
    found = _child_come(node, parent, origin, editions)
    if _EXPLAINS.search(plain(node.text)) and found.effect != "unclear":
        return Evidence(found.type, "unclear", new=node.code, note=_EXPLANATION)
    is_more = found.effect == "tightened"
    if is_more and plain(origin.text) == plain(parent.text) and restates(node, parent):
        return Evidence(found.type, "none", new=node.code, note=_RESTATES)
    if is_more and (wider := held_beside(node, origin, editions) or held_in_clause(node, origin, editions)):
        return Evidence(found.type, "none", old=wider.code, new=node.code, note=HELD_BESIDE)
    if is_more and (whole := named_by_whole(node, origin, editions)):
        return Evidence(found.type, "unclear", old=whole.code, new=node.code, note=SAID_OF_WHOLE)
    decided = found.effect not in ("none", "unclear") and found.note not in (BEYOND_CLAUSE, NEW_IN_LIST)
    if decided and (before := said_before(node, origin, editions) or divided_band(node, origin, editions)):
        return Evidence(found.type, "unclear", old=before.code, new=node.code, note=SAID_BEFORE)
    if found.effect == "tightened" and is_among(node.code, editions.new, editions.old.is_active):
        return _among(found.type, node, editions.new)
    if found.effect in ("tightened", "relaxed") and (
        before := left_out_beside(node, editions)
        or held_by_the_rest(node, editions, found.effect)
        or technology_named(node, editions)
        or _held_in_another_shape(node, editions, found.effect)
    ):
        return Evidence(found.type, "unclear", old=before.code, new=node.code, note=_ELSEWHERE)
    words = telling_words(node.text) - telling_words(origin.text) if found.effect == "relaxed" else frozenset()
    if asked_by_note(words, origin, editions):
        return Evidence(found.type, "none", new=node.code, note=ASKED_BY_NOTE)
    return _by_its_verb(found, node)


def _names_an_empty_list(node: Node, tree: Tree) -> bool:
    """Whether a new item tells its goods by a list alone of which no item is in force, or none at hand."""
    is_told_else = node.refs and not tree.is_list(node.id)
    return not is_told_else and not tree.items_below(node.id) and _LISTED.search(plain(node.text)) is not None


def _come_below_new(node: Node, parent: Node, editions: Editions) -> Evidence:
    """The evidence of a new item under one that is new; where items that were there stand under that, too, it is one
    more of these, and rests on how they count."""
    above = come_evidence(parent, editions)
    if above.note == BEYOND_CLAUSE:
        return _listed_below(node, editions) or Evidence("parent", "unclear", new=parent.code, note=_IN_SEVERAL)
    if above.effect not in ("none", "unclear") and (logic := logic_over_kept(parent, editions)) != "unknown":
        return _by_its_verb(under_bare_heading(node, parent, logic, editions), node)
    is_over_kept = as_heading(above, parent, editions).note == _HEADING
    if is_over_kept and (editions.new.logic(parent) in ("all", "unknown") or above.note == NEW_NEED):
        return Evidence("parent", "unclear", new=parent.code, note=_UNDER_HEADING)
    own = turned(above.effect, 1 if takes_out(plain(parent.text)) else editions.new.way_of_lead(parent))
    if own == "tightened" and is_among(node.code, editions.new, editions.old.is_active):
        return _among("parent", node, editions.new)
    if own == "tightened" and (before := may_have_been_held(node, editions) or held_by_wider(node, editions)):
        return Evidence("parent", "unclear", old=before.code, new=node.code, note=_ELSEWHERE)
    if own not in ("none", "unclear") and (before := said_where_others_stood(node, parent, editions)):
        return Evidence("parent", "unclear", old=before.code, new=node.code, note=SAID_BEFORE)
    if is_over_kept:
        return _by_its_verb(Evidence("logic", own, new=node.code, note=NEW_CHOICE), node)
    return _by_its_verb(Evidence("parent", own, new=parent.code, note=WITH_PARENT), node)


def _among(kind: EvidenceType, node: Node, tree: Tree) -> Evidence:
    """The evidence of a new item that names goods of others: where they are meant themselves, they were controlled."""
    if are_only_held_or_served(node, tree):
        return Evidence(kind, "unclear", new=node.code, note=GOODS_WITH_THEM)
    return Evidence(kind, "none", new=node.code, note=_AMONG)


def _held_in_another_shape(node: Node, editions: Editions, effect: Effect = "tightened") -> Node | None:
    """The item of the old edition that may have held what a new item does, or asked for it, wherever it stood."""
    if before := may_have_stood_elsewhere(node, editions):
        return before
    return (split_off_from(node, editions) or held_by_wider(node, editions)) if effect == "tightened" else None


def _listed_below(node: Node, editions: Editions) -> Evidence | None:
    """The evidence of an item under new headings in a list that was one clause."""
    for heading in editions.new.items_above(node):
        clause = editions.old.by_id.get(editions.origin.get(heading.id, ""))
        if clause is not None:
            told = listed_item(node, heading, clause, editions)
            return msgspec.structs.replace(told, effect=turned(told.effect, editions.new.way(node))) if told else None
    return None


def _was_stated(node: Node, editions: Editions) -> bool:
    """Whether a new nota bene states a rule which a note stated before."""
    return added_note_evidence(node).note == NOT_CERTAIN and stated_in_note(node, editions) is not None


def _if_not_said(evidence: Evidence, note: Node, editions: Editions) -> Evidence:
    """The evidence of a new note; what its item or those around it said before in other words may be all it says."""
    if evidence.effect in ("none", "unclear") or not may_be_said_instead(note, editions):
        return evidence
    return Evidence(evidence.type, "unclear", note=_SAID_AROUND)


def _by_its_verb(evidence: Evidence, node: Node) -> Evidence:
    """The evidence of a new item, which may itself take goods out of control, or only explain what others say."""
    text = plain(node.text)
    if _EXPLAINS.search(text):
        return Evidence(evidence.type, "none", new=evidence.new, note=_EXPLANATION)
    if says_it_is_empty(text):
        return Evidence(evidence.type, "none", new=evidence.new, note="says that nothing is controlled by it")
    if takes_out(text) and evidence.effect != "none":
        return Evidence("exclusion", turned(evidence.effect, -1), new=node.code, note="an exclusion")
    return evidence


_EXPLAINS = pattern(
    r"^\W*for\s+the\s+purposes?\s+of\b|^\W*im\s+Sinne\b|\b(?:has|have)\s+the\s+same\s+meanings?\b", re.IGNORECASE
)
"""An item that says how words of others are to be understood controls nothing itself."""
_EXPLANATION = "explains what others say"


_LISTED = pattern(r"\b(?:as\s+follows|wie\s+folgt)\W*$|\(see\s+List\s+of\s+Items\s+Controlled\)\W*$", re.IGNORECASE)
_EMPTY_LIST = "the list that it names has no items in force, or they are not at hand"


def turned(effect: Effect, way: Polarity) -> Effect:
    """An effect as it is where a place counts so."""
    return "unclear" if way == 0 and effect != "none" else opposite(effect) if way < 0 else effect


def _child_come(node: Node, parent: Node, origin: Node, editions: Editions) -> Evidence:
    logic = editions.new.logic(parent)
    if not editions.old.is_list(origin.id):
        became = itemized(origin, parent, editions.new)
        in_place = editions.partner.get(origin.parent, origin.parent) == parent.parent
        if became == "conditions" and in_place:
            return _condition_come(node, origin, logic, editions)
        told = listed_item(node, parent, origin, editions) if became is None else None
        if told and not (told.note == WITHIN_CLAUSE and _cites_more(node, origin, editions)):
            return msgspec.structs.replace(told, effect=turned(told.effect, editions.new.way(node)))
        is_same = became == "same"
        effect: Effect = "none" if is_same else "unclear"
        return Evidence("logic", effect, new=node.code, note=_SAID_IN_ONE if is_same else _IN_SEVERAL)
    if not _count_alike(origin, parent, editions):
        if told := in_place_of_list(node, parent, origin, editions):
            return told
        return Evidence("logic", "unclear", new=node.code, note="how the list counts is not certain")
    if not node.cas and (is_rewritten(origin, parent) or is_written_anew(origin, parent, editions)):
        if told := in_place_of_list(node, parent, origin, editions):
            return told
        return Evidence("logic", "unclear", new=node.code, note="stands under a heading that was rewritten")
    if came_under_else(origin, parent, editions):
        return Evidence("logic", "unclear", new=parent.code, note=_MOVED_HEADING)
    effect = turned("relaxed" if logic == "all" else "tightened", editions.new.way(node))
    return Evidence("logic", effect, new=node.code, note=NEW_NEED if logic == "all" else NEW_CHOICE)


def _cites_more(node: Node, clause: Node, editions: Editions) -> bool:
    """Whether an item cites what came below a number that the clause cites: that number did not hold it then."""
    cited = map(editions.new.by_code.get, node.refs)
    come = [one for one in cited if one is not None and one.id not in editions.origin and one.code not in clause.refs]
    below = [one for one in come if any(is_same_or_below(one.code, whole) for whole in clause.refs)]
    return any(_with_heading(one, editions).effect == "tightened" for one in below)


def _condition_come(node: Node, clause: Node, logic: Logic, editions: Editions) -> Evidence:
    """The evidence of one condition of a list put on a clause that had none; what several lose of which each is enough
    is told of their heading, and none of them alone lets anything go."""
    if logic != "all":
        return Evidence("alternative", "none", old=clause.code, new=node.code, note=WITHIN_CLAUSE)
    return Evidence("logic", turned("relaxed", editions.new.way(node)), new=node.code, note=_NEW_CONDITION)


def _count_alike(old: Node, new: Node, editions: Editions) -> bool:
    """Whether items below two headings count the same; a mere list is like one of which any is enough, if nothing else
    was said anew."""
    before, after = editions.old.logic(old), editions.new.logic(new)
    if "unknown" in (before, after) or (before == "all") != (after == "all"):
        return False
    return before == after or _lead(old) == _lead(new)


def _lead(node: Node) -> list[str]:
    text = plain(node.text)
    return [token.key for token in meaning_of(masked(text, lists_of(text)).text) if not token.key.startswith("<")]
