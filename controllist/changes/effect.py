"""Which way a pair of nodes changed what is controlled, from their own words and from their place in the list."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from controllist.changes.chains import with_chains
from controllist.changes.clause.cited_items import is_among
from controllist.changes.clause.evidence import clause_evidence
from controllist.changes.clause.explanations import came_with, only_points, told
from controllist.changes.clause.setting import setting_of
from controllist.changes.emptied import emptied_evidence, says_it_is_empty
from controllist.changes.given_to_others import settled
from controllist.changes.glued_notes import without_glued
from controllist.changes.held_in_clause import (
    HELD_BESIDE,
    NEW_CHOICE,
    NEW_NEED,
    SAID_BEFORE,
    held_in_clause,
    under_bare_heading,
)
from controllist.changes.itemizing import itemizing_evidence
from controllist.changes.language.clauses import Polarity
from controllist.changes.language.meaning import lists_of, masked, meaning_of
from controllist.changes.language.plain import plain, without_index
from controllist.changes.language.taken_out import takes_out
from controllist.changes.listed_items import BEYOND_CLAUSE, NEW_IN_LIST, SAID_IN_CLAUSE, WITHIN_CLAUSE, listed_item
from controllist.changes.lists_compared import BEYOND_LIST, WITHIN_LIST, in_place_of_list, with_lists_told
from controllist.changes.notes import added_note_evidence, says_scope
from controllist.changes.place.bands import divided_band
from controllist.changes.place.bare_headings import logic_over_kept
from controllist.changes.place.editions import Editions
from controllist.changes.place.elsewhere import is_rewritten, may_have_stood_elsewhere
from controllist.changes.place.held_beside import held_beside, restates
from controllist.changes.place.itemized import itemized
from controllist.changes.place.lead_ins import only_names_goods
from controllist.changes.place.left_out_beside import left_out_beside
from controllist.changes.place.neighbours import said_before, stood_elsewhere, telling_words
from controllist.changes.place.only_notes import (
    ASKED_BY_NOTE,
    SAID_BY_ITEMS,
    SAME_LIMIT,
    asked_by_note,
    limit_told,
    with_notes_asking,
)
from controllist.changes.place.purposes import held_alike
from controllist.changes.place.rewritten_lists import with_lists_compared, with_turned_list
from controllist.changes.place.said_instead import may_be_said_instead
from controllist.changes.place.the_rest import held_by_the_rest
from controllist.changes.records import REWRITTEN, Effect, Evidence, opposite, turned_note
from controllist.changes.summed import summed
from controllist.changes.tables import table_evidence
from controllist.figures import references
from controllist.model import Node
from controllist.patterns import pattern
from controllist.wording import normal


def evidence_of(old: Node | None, new: Node | None, editions: Editions) -> list[Evidence]:
    """The evidence of one pair, of an added node (`old` is None) or of a removed one (`new` is None)."""
    before = old if old is not None and old.status == "active" else None
    after = new if new is not None and new.status == "active" else None
    if before and after:
        return _kept(before, after, editions)
    if after:
        return [_noted(_as_heading(_come(after, editions), after, editions), old, new)]
    if before:
        backwards = _as_heading(_come(before, editions.swapped), before, editions.swapped)
        effect = opposite(backwards.effect)
        note = _BACKWARDS.get(backwards.note, backwards.note)
        gone = Evidence(backwards.type, effect, backwards.parameter, backwards.new, backwards.old, note)
        return [_noted(gone, old, new)]
    return []


def _noted(evidence: Evidence, old: Node | None, new: Node | None) -> Evidence:
    """Says so where a number was taken up, or became reserved."""
    if not (old and new):
        return evidence
    note = "the number became reserved" if new.status == "reserved" else "a reserved number was taken up"
    return Evidence(evidence.type, evidence.effect, note="; ".join(filter(None, [note, evidence.note])))


_NEW_ENTRY = "a new entry"
_WITH_PARENT = "stands and falls with what it stands under"
_STOOD_ELSEWHERE = "the same words stood elsewhere"
_ELSEWHERE = "another item may have said it before"
_SAID_AROUND = "what it speaks of may have said it before"
_RESTATES = "says what its heading says"
_HEADING = "a heading over items that were there"
_AMONG = "its goods are those of items that it names"
_UNDER_HEADING = "stands with items that were there under a heading that is new"
_NEW_CONDITION = "a condition put on what was controlled without any"
_SAID_IN_ONE = "one clause said it with its neighbours"
_IN_SEVERAL = "what was said in one clause now stands in several"
_BACKWARDS = {
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
    _SAID_IN_ONE: "one clause says it with its neighbours",
    _NEW_ENTRY: "an entry is gone",
    NEW_CHOICE: "one less of several that are each enough",
    NEW_NEED: "one less of several that are all needed",
    _STOOD_ELSEWHERE: "the same words stand elsewhere",
    SAID_BEFORE: "a neighbour says it now",
    _HEADING: "a heading over items that are still there",
}


def _come(node: Node, editions: Editions) -> Evidence:
    """The evidence of a node that has no counterpart in the old edition."""
    if node.id not in editions.come:
        editions.come[node.id] = _newly_come(node, editions)
    return editions.come[node.id]


def _as_heading(evidence: Evidence, node: Node, editions: Editions) -> Evidence:
    """The evidence of a new item; one that only stands over items that were there is not what makes them controlled."""
    if evidence.effect not in ("none", "unclear") and any(
        one.id in editions.origin for one in editions.new.items_below(node.id)
    ):
        is_sum = logic_over_kept(node, editions) != "unknown" or (
            only_names_goods(node, editions.new)
            and not any(one.id not in editions.origin for one in editions.new.items_below(node.id))
        )
        return Evidence("logic", "none" if is_sum else "unclear", new=node.code, note=_HEADING)
    return evidence


def _newly_come(node: Node, editions: Editions) -> Evidence:
    if node.kind != "item":
        told = _with_its_item(limit_told(added_note_evidence(node), node, editions), node, editions)
        return _if_not_said(told, node, editions)
    tree = editions.new
    parent = tree.parent_item(node)
    if before := stood_elsewhere(node, editions):
        return Evidence("parent", "unclear", old=before.code, new=node.code, note=_STOOD_ELSEWHERE)
    if parent is None:
        if before := may_have_stood_elsewhere(node, editions):
            return Evidence("entry", "unclear", old=before.code, new=node.code, note=_ELSEWHERE)
        return _by_its_verb(Evidence("entry", "tightened", new=node.code, note=_NEW_ENTRY), node)
    origin = editions.old.by_id.get(editions.origin.get(parent.id, ""))
    if origin is None or origin.status == "reserved":
        above = _come(parent, editions)
        if above.note == BEYOND_CLAUSE:
            return _listed_below(node, editions) or Evidence("parent", "unclear", new=parent.code, note=_IN_SEVERAL)
        if above.effect not in ("none", "unclear") and (logic := logic_over_kept(parent, editions)) != "unknown":
            return _by_its_verb(under_bare_heading(node, parent, logic, editions), node)
        if _as_heading(above, parent, editions).note == _HEADING and tree.logic(parent) in ("all", "unknown"):
            return Evidence("parent", "unclear", new=parent.code, note=_UNDER_HEADING)
        own = turned(above.effect, 1 if takes_out(plain(parent.text)) else tree.way_of_lead(parent))
        if own == "tightened" and is_among(node.code, tree, editions.old.is_active):
            return Evidence("parent", "none", new=node.code, note=_AMONG)
        return _by_its_verb(Evidence("parent", own, new=parent.code, note=_WITH_PARENT), node)
    found = _child_come(node, parent, origin, editions)
    if _EXPLAINS.search(plain(node.text)) and found.effect != "unclear":
        return Evidence(found.type, "unclear", new=node.code, note=_EXPLANATION)
    is_more = found.effect == "tightened"
    if is_more and plain(origin.text) == plain(parent.text) and restates(node, parent):
        return Evidence(found.type, "none", new=node.code, note=_RESTATES)
    if is_more and (wider := held_beside(node, origin, editions) or held_in_clause(node, origin, editions)):
        return Evidence(found.type, "none", old=wider.code, new=node.code, note=HELD_BESIDE)
    decided = found.effect not in ("none", "unclear") and found.note not in (BEYOND_CLAUSE, NEW_IN_LIST)
    if decided and (before := said_before(node, origin, editions) or divided_band(node, origin, editions)):
        return Evidence(found.type, "unclear", old=before.code, new=node.code, note=SAID_BEFORE)
    if found.effect == "tightened" and is_among(node.code, editions.new, editions.old.is_active):
        return Evidence(found.type, "none", new=node.code, note=_AMONG)
    if found.effect in ("tightened", "relaxed") and (
        before := left_out_beside(node, editions)
        or held_by_the_rest(node, editions, found.effect)
        or may_have_stood_elsewhere(node, editions)
    ):
        return Evidence(found.type, "unclear", old=before.code, new=node.code, note=_ELSEWHERE)
    words = telling_words(node.text) - telling_words(origin.text) if found.effect == "relaxed" else frozenset()
    if asked_by_note(words, origin, editions):
        return Evidence(found.type, "none", new=node.code, note=ASKED_BY_NOTE)
    return _by_its_verb(found, node)


def _listed_below(node: Node, editions: Editions) -> Evidence | None:
    """The evidence of an item under new headings in a list that was one clause."""
    for heading in editions.new.items_above(node):
        clause = editions.old.by_id.get(editions.origin.get(heading.id, ""))
        if clause is not None:
            told = listed_item(node, heading, clause, editions)
            return msgspec.structs.replace(told, effect=turned(told.effect, editions.new.way(node))) if told else None
    return None


def _with_its_item(evidence: Evidence, note: Node, editions: Editions) -> Evidence:
    """The evidence of a new note: what it says of an item that is new with it was never said of anything else."""
    item = editions.new.by_id.get(note.parent)
    if evidence.effect == "none" or note.kind == "definition" or item is None or item.kind != "item":
        return evidence
    before = editions.old.by_id.get(editions.origin.get(item.id, ""))
    if before is not None and before.status == "active":
        return evidence
    effect: Effect = "unclear" if _come(item, editions).effect == "unclear" else "none"
    return Evidence(evidence.type, effect, new=item.code, note=_WITH_PARENT)


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


def turned(effect: Effect, way: Polarity) -> Effect:
    """An effect as it is where a place counts so."""
    return "unclear" if way == 0 and effect != "none" else opposite(effect) if way < 0 else effect


def _child_come(node: Node, parent: Node, origin: Node, editions: Editions) -> Evidence:
    logic = editions.new.logic(parent)
    if not editions.old.is_list(origin.id):
        became = itemized(origin, parent, editions.new)
        in_place = editions.partner.get(origin.parent, origin.parent) == parent.parent
        if became == "conditions" and in_place:
            return Evidence("logic", turned("relaxed", editions.new.way(node)), new=node.code, note=_NEW_CONDITION)
        if became is None and (told := listed_item(node, parent, origin, editions)):
            return msgspec.structs.replace(told, effect=turned(told.effect, editions.new.way(node)))
        is_same = became == "same"
        effect: Effect = "none" if is_same else "unclear"
        return Evidence("logic", effect, new=node.code, note=_SAID_IN_ONE if is_same else _IN_SEVERAL)
    if not _count_alike(origin, parent, editions):
        if told := in_place_of_list(node, parent, origin, editions):
            return told
        return Evidence("logic", "unclear", new=node.code, note="how the list counts is not certain")
    if not node.cas and is_rewritten(origin, parent):
        if told := in_place_of_list(node, parent, origin, editions):
            return told
        return Evidence("logic", "unclear", new=node.code, note="stands under a heading that was rewritten")
    effect = turned("relaxed" if logic == "all" else "tightened", editions.new.way(node))
    return Evidence("logic", effect, new=node.code, note=NEW_NEED if logic == "all" else NEW_CHOICE)


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


def _kept(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of two nodes that are in force in both editions."""
    named = _reassigned(old, new, editions)
    if old.text and new.text and (old.text == new.text or normal(old.text) == normal(new.text)):
        return named + with_lists_compared(_logic_changed(old, new, editions), old, new, editions, evidence_of)
    if old.kind in ("category", "group"):
        return [Evidence("heading", "none")] if plain(old.text) != plain(new.text) else []
    whole = emptied_evidence(old, new) or table_evidence(old, new) or _itemized(old, new, editions)
    if whole := whole or _provision(old, new, editions):
        return with_notes_asking(whole, old, new, editions)
    old, new, glued = without_glued(old, new, editions)
    found = _clause_changed(old, new, editions) + glued
    found = [held_alike(settled(evidence, old, new, editions), old, new, editions) for evidence in found]
    found = with_notes_asking(found, old, new, editions)
    found = [summed(one, old, new, editions, _come) for one in with_chains(found, old, new, editions)]
    if not found and old.text and new.text:
        found = [Evidence("wording", "none", note="spelling, articles, marks or units alone")]
    kinds = {old.kind, new.kind}
    if kinds == {"nota-bene"} and (only_points(old) and only_points(new)):
        return [Evidence("note", "none", note="points elsewhere")] if found else []
    if len(kinds) > 1 or not (says_scope(old) and says_scope(new)):
        found = [
            told(evidence, old, new) or came_with(evidence, old, new, editions) or _undecided(evidence)
            for evidence in found
        ]
    if kinds & {"technical-note", "definition"}:
        found = [_undecided(evidence) if evidence.type == "example" else evidence for evidence in found]
    found = with_turned_list(found, old, new, editions)
    found = with_lists_compared(found + _logic_changed(old, new, editions), old, new, editions, evidence_of)
    return with_lists_told(found, old, new, editions) + named


def _clause_changed(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """What differs between the words of two nodes, or between their figures where no words are at hand."""
    if not (old.text or new.text) and old.thresholds == new.thresholds:
        return []  # the texts are not at hand, and all that is known of them is the same
    are_read = editions.old.has_texts and editions.new.has_texts
    if are_read and old.kind == new.kind == "item" and bool(old.text) != bool(new.text):
        lost = Evidence("status", "none", note="one of the sources leaves its words out")
        return [lost] if old.thresholds or new.thresholds else []
    def says_the_same(one: Node, other: Node) -> bool:
        return one.id == old.id or _says_the_same(one, other, editions)

    setting = setting_of(editions, _way(old, new, editions), _cited_from(old, new), says_the_same)
    return clause_evidence(old, new, setting)


def _says_the_same(old: Node, new: Node, editions: Editions) -> bool:
    """Whether two notes differ in nothing that matters. Of notes that explain one another, none is sure to."""
    if old.id in editions.weighed:
        return False
    editions.weighed.add(old.id)
    found = all(one.effect == "none" for one in evidence_of(old, new, editions))
    editions.weighed.discard(old.id)
    return found


def _itemized(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a clause that became a list of items, or a list that became a clause, where that is all."""
    was, is_now = editions.old.is_list(old.id), editions.new.is_list(new.id)
    if was == is_now:
        return []
    became = itemized(old, new, editions.new) if is_now else itemized(new, old, editions.old)
    if became == "same":
        return [Evidence("wording", "none", note="the same words, an item each" if is_now else "one clause for all")]
    if became == "conditions" and editions.partner.get(old.parent, old.parent) == new.parent:
        effect = turned("relaxed" if is_now else "tightened", _way(old, new, editions))
        return [Evidence("condition", effect, note="conditions put on it" if is_now else "the conditions are gone")]
    return []


def _provision(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a clause that became a list of items, or a list that became a clause, with more or less in it."""
    found = itemizing_evidence(old, new, editions)
    way = _way(old, new, editions) if found else 1
    return [Evidence(one.type, turned(one.effect, way), old=one.old, new=one.new, note=one.note) for one in found]


def _reassigned(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """What it does that both texts cite a number that went to another item."""
    if not editions.reassigned or not old.refs:
        return []
    codes = editions.reassigned.intersection(old.refs, new.refs)
    if old.kind == "definition" and codes:
        codes = codes.intersection(references(without_index(plain(old.text))))
    taken = {code for code in codes if code in editions.renamed or editions.new.by_code[code].id in editions.origin}
    said = {
        "the number went to another item": ", ".join(sorted(taken)),
        REWRITTEN: ", ".join(sorted(codes - taken)),
    }
    return [Evidence("reference", "unclear", old=code, new=code, note=note) for note, code in said.items() if code]


def _cited_from(old: Node, new: Node) -> tuple[str, str]:
    """The codes in which shortened citations are completed: the items' own, or those that notes stand under."""
    return (old.code, new.code) if old.code and new.code else (old.parent, new.parent)


def _way(old: Node, new: Node, editions: Editions) -> Polarity:
    first, second = editions.old.way(old), editions.new.way(new)
    return first if first == second else 0


def _undecided(evidence: Evidence) -> Evidence:
    """What an explaining note says bears on what it explains, but which way cannot be told from the note."""
    if (evidence.effect == "none" and evidence.type != "example") or evidence.type == "exclusion":
        return evidence
    return Evidence(
        evidence.type, "unclear", evidence.parameter, evidence.old, evidence.new,
        evidence.note if evidence.note and turned_note(evidence.note) == evidence.note else "in an explanation",
    )  # fmt: skip


def _same_texts(olds: Sequence[Node], news: Sequence[Node]) -> bool:
    return [node.text for node in olds] == [node.text for node in news]


def _logic_changed(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """A lead-in that asks for all where it asked for any, or the reverse."""
    olds, news = editions.old.items_below(old.id), editions.new.items_below(new.id)
    if len(olds) < 2 or len(news) < 2:
        return []
    if old.text == new.text and ("of the following" in new.text or _same_texts(olds, news)):
        return []
    first, second = editions.old.logic(old), editions.new.logic(new)
    if {first, second} != {"any", "all"}:
        return []
    effect = turned("relaxed" if second == "all" else "tightened", editions.new.way_below(new))
    return [Evidence("logic", effect, old=f"{first} of the list", new=f"{second} of the list")]
