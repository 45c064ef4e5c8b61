"""What tells that a node without a counterpart is not sure to be more control, or less, by coming or going alone."""

from __future__ import annotations

from controllist.changes.clause.references.citing import WITH_ITS_ITEMS
from controllist.changes.language.phrases.qualifying import only_refers
from controllist.changes.language.same.same_words import POINTER
from controllist.changes.language.text.plain import plain
from controllist.changes.left_of_kept import LEFT_OF_KEPT, left_of_kept
from controllist.changes.lists.held_in_clause import NEW_NEED
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.headings.exchanged_needs import EXCHANGED, came_for_another
from controllist.changes.place.held.goods_of_few_words import SAME_NAME, same_name_elsewhere
from controllist.changes.place.held.named_beside import NAMED_BESIDE, OF_KIND_GONE, named_beside, of_kind_gone
from controllist.changes.place.held.named_by_element import WIDER_NAME, wider_name_gone
from controllist.changes.place.held.named_in_notes import (
    INCLUDED_BY_NOTE,
    INCLUDES_GONE,
    included_by_note,
    includes_gone,
)
from controllist.changes.place.held.said_with_items import SAID_WITH_ITEMS, said_with_items
from controllist.changes.place.held.taken_in_beside import IN_ITS_PLACE, SET_APART, not_set_apart, took_its_place
from controllist.changes.place.moved.divided_clauses import DIVIDED, divided_clause
from controllist.changes.place.moved.same_number import (
    SAME_GOODS,
    SAME_NUMBER,
    bore_its_number,
    bore_number_for_same_goods,
)
from controllist.changes.place.moved.same_words_elsewhere import (
    MOST_OF_SAME,
    SAME_WORDS,
    same_goods_elsewhere,
    same_words_elsewhere,
)
from controllist.changes.place.moved.sent_elsewhere import (
    SENDS_GOODS,
    SENT_AWAY,
    SENT_HERE,
    sends_goods_away,
    sent_away,
    sent_here,
)
from controllist.changes.place.moved.told_moves import MOVED, told_of_move
from controllist.changes.place.notes.left_out_elsewhere import LEFT_OUT_ELSEWHERE, left_out_elsewhere
from controllist.changes.place.notes.left_out_of_new import leaves_out_of_new_items
from controllist.changes.place.notes.named_anew import NAMED_ANEW, takes_out_named_anew
from controllist.changes.place.notes.notes_of_rewritten import REWRITTEN_ITEM, rewritten_item
from controllist.changes.place.notes.notes_passed_on import PASSED_ON, had_its_note
from controllist.changes.place.notes.taken_out_before import NOT_NAMED, takes_out_what_was_not_named
from controllist.changes.records import Evidence
from controllist.model import Node


def doubted(evidence: Evidence, node: Node, editions: Editions) -> Evidence:
    """The evidence of a new node; what was decided is in doubt where something else tells where its goods were."""
    if evidence.effect in ("none", "unclear"):
        return evidence
    if node.kind == "item" and only_refers(plain(node.text)) and not editions.new.is_list(node.id):
        return Evidence(evidence.type, "none", new=node.code, note=POINTER)
    if node.kind == "item" and not any(item.id in editions.origin for item in editions.new.items_below(node.id)):
        return _stood_elsewhere(evidence, node, editions) or _stood_beside(evidence, node, editions) or evidence
    if node.kind == "note" and evidence.type == "exclusion":
        return _limits_no_others(node, editions) or evidence
    return evidence


def _stood_elsewhere(evidence: Evidence, node: Node, editions: Editions) -> Evidence | None:
    """The doubt about a new item whose goods an item, a note or a number elsewhere held; None if nothing tells so."""
    if evidence.note == NEW_NEED and (other := came_for_another(node, editions)):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=EXCHANGED)
    if other := same_name_elsewhere(node, editions):
        return Evidence("parent", "unclear", old=other.code, new=node.code, note=SAME_NAME)
    if other := same_words_elsewhere(node, editions):
        return Evidence("parent", "unclear", old=other.code, new=node.code, note=SAME_WORDS)
    if other := same_goods_elsewhere(node, editions):
        return Evidence("parent", "unclear", old=other.code, new=node.code, note=MOST_OF_SAME)
    if other := said_with_items(node, editions):
        return Evidence("parent", "unclear", old=other.code, new=node.code, note=SAID_WITH_ITEMS)
    if code := told_of_move(node, editions):
        return Evidence("parent", "unclear", old=code, new=node.code, note=MOVED)
    if item := had_its_note(node, editions):
        return Evidence(evidence.type, "unclear", old=item.code, new=node.code, note=PASSED_ON)
    if said := sent_here(node, editions):
        return Evidence("note", "unclear", old=said.id, new=node.code, note=SENT_HERE)
    if other := bore_its_number(node, editions):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=SAME_NUMBER)
    if other := bore_number_for_same_goods(node, editions):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=SAME_GOODS)
    return None


def _stood_beside(evidence: Evidence, node: Node, editions: Editions) -> Evidence | None:
    """The doubt about a new item whose goods an item or note of its entry held otherwise; None if there is none."""
    if other := wider_name_gone(node, editions):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=WIDER_NAME)
    if said := included_by_note(node, editions):
        return Evidence("inclusion", "unclear", old=said.id, new=node.code, note=INCLUDED_BY_NOTE)
    if other := includes_gone(node, editions):
        return Evidence("inclusion", "unclear", old=other.code, new=node.code, note=INCLUDES_GONE)
    if evidence.effect == "tightened" and (other := left_of_kept(node, editions)):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=LEFT_OF_KEPT)
    if other := divided_clause(node, editions):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=DIVIDED)
    if other := named_beside(node, editions):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=NAMED_BESIDE)
    if other := of_kind_gone(node, editions):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=OF_KIND_GONE)
    if said := sent_away(node, editions):
        return Evidence("note", "unclear", old=said.id, new=node.code, note=SENT_AWAY)
    if other := not_set_apart(node, editions):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=SET_APART)
    if other := took_its_place(node, editions):
        return Evidence(evidence.type, "unclear", old=other.code, new=node.code, note=IN_ITS_PLACE)
    return None


def _limits_no_others(node: Node, editions: Editions) -> Evidence | None:
    """The doubt about a new exclusion, which may let nothing go that was held; None if nothing tells so."""
    if other := left_out_elsewhere(node, editions):
        return Evidence("exclusion", "unclear", old=other.id, note=LEFT_OUT_ELSEWHERE)
    if item := rewritten_item(node, editions):
        return Evidence("exclusion", "unclear", old=item.code, new=node.parent, note=REWRITTEN_ITEM)
    if item := takes_out_named_anew(node, editions):
        return Evidence("exclusion", "unclear", old=item.code, new=node.parent, note=NAMED_ANEW)
    if code := sends_goods_away(node, editions):
        return Evidence("exclusion", "unclear", new=code, note=SENDS_GOODS)
    if takes_out_what_was_not_named(node, editions):
        return Evidence("exclusion", "none", note=NOT_NAMED)
    if leaves_out_of_new_items(node, editions):
        return Evidence("exclusion", "unclear", note=WITH_ITS_ITEMS)
    return None
