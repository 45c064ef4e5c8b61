"""Which way a pair of nodes changed what is controlled, from their own words and from their place in the list."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.chains import with_chains
from controllist.changes.clause.evidence import clause_evidence
from controllist.changes.clause.explanations import came_with, only_points, told
from controllist.changes.clause.ground.setting import setting_of
from controllist.changes.clause.limits.out_of_reach import unless_out_of_reach
from controllist.changes.clause.references.citing import unless_with_its_items
from controllist.changes.clause.terms.meanings_listed import told_by_meaning
from controllist.changes.coming import BACKWARDS, as_heading, come_evidence, turned
from controllist.changes.cut_figures import with_cut_figure
from controllist.changes.emptied import emptied_evidence
from controllist.changes.given_to_others import settled
from controllist.changes.glued_notes import without_glued
from controllist.changes.language.text.clauses import Polarity
from controllist.changes.language.text.meaning import printed_keys
from controllist.changes.language.text.plain import plain, without_index
from controllist.changes.lists.borne_out import unless_not_borne_out
from controllist.changes.lists.itemizing import itemizing_evidence
from controllist.changes.lists.lists_compared import with_lists_told
from controllist.changes.lists.named_in_list import named_in_list
from controllist.changes.lists.summed import summed
from controllist.changes.lists.turned_lists import with_turned_items_told
from controllist.changes.notes import says_scope
from controllist.changes.place.ground.editions import LETS_GO, Editions
from controllist.changes.place.ground.itemized import itemized
from controllist.changes.place.headings.handed_down import with_handed_down
from controllist.changes.place.headings.rewritten_lists import with_lists_compared, with_turned_list
from controllist.changes.place.headings.said_by_heading import unless_asked_above
from controllist.changes.place.headings.standards_above import unless_prescribed
from controllist.changes.place.notes.codes_passed import unless_passed_to_note
from controllist.changes.place.notes.double_negatives import with_double_negatives
from controllist.changes.place.notes.given_numbers import unless_number_given
from controllist.changes.place.notes.goods_of_edition import with_its_goods
from controllist.changes.place.notes.held_by_named import with_holders
from controllist.changes.place.notes.only_notes import with_notes_asking
from controllist.changes.place.notes.passed_to_definition import unless_passed_to_definition
from controllist.changes.place.notes.purposes import held_alike
from controllist.changes.place.notes.references_to_new import unless_sure_of_new
from controllist.changes.place.notes.said_by_other_notes import as_other_notes_say
from controllist.changes.place.notes.taken_out_before import unless_taken_out
from controllist.changes.records import REWRITTEN, WORDS_LOST, Evidence, opposite, turned_note
from controllist.changes.tables import table_evidence
from controllist.figures import references
from controllist.model import Node
from controllist.wording import normal


def evidence_of(old: Node | None, new: Node | None, editions: Editions) -> list[Evidence]:
    """The evidence of one pair, of an added node (`old` is None) or of a removed one (`new` is None)."""
    before = old if old is not None and old.status == "active" else None
    after = new if new is not None and new.status == "active" else None
    if before and after:
        return _kept(before, after, editions)
    if after:
        return [_noted(as_heading(come_evidence(after, editions), after, editions), old, new)]
    if before:
        backwards = as_heading(come_evidence(before, editions.swapped), before, editions.swapped)
        effect = opposite(backwards.effect)
        note = BACKWARDS.get(backwards.note, backwards.note)
        gone = Evidence(backwards.type, effect, backwards.parameter, backwards.new, backwards.old, note)
        return [_noted(gone, old, new)]
    return []


def _noted(evidence: Evidence, old: Node | None, new: Node | None) -> Evidence:
    """Says so where a number was taken up, or became reserved."""
    if not (old and new):
        return evidence
    note = "the number became reserved" if new.status == "reserved" else "a reserved number was taken up"
    return Evidence(evidence.type, evidence.effect, note="; ".join(filter(None, [note, evidence.note])))


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
    found = [unless_asked_above(evidence, old, new, editions) for evidence in found]
    found = [as_other_notes_say(evidence, old, new, editions) for evidence in found]
    found = [unless_passed_to_note(evidence, old, new, editions) for evidence in found]
    found = [unless_taken_out(evidence, old, new, editions) for evidence in found]
    found = unless_passed_to_definition(found, old, new, editions)
    found = [unless_out_of_reach(evidence, old, new, editions) for evidence in found]
    found = with_handed_down(found, old, new, editions, evidence_of)
    found = with_double_negatives(with_notes_asking(found, old, new, editions), old, new, editions)
    found = [summed(one, old, new, editions, come_evidence) for one in with_chains(found, old, new, editions)]
    found = [named_in_list(one, old, new, editions, come_evidence) for one in found]
    found = [unless_not_borne_out(one, old, new, editions, come_evidence) for one in found]
    found = with_its_goods(unless_number_given(found, old, new, editions), old, new, editions)
    found = [with_holders(one, old, new, editions) for one in with_cut_figure(found, old, new)]
    found = [unless_sure_of_new(one, old, new, editions, come_evidence) for one in found]
    if not found and old.text and new.text:
        found = [Evidence("wording", "none", note=_how_alike(old, new))]
    kinds = {old.kind, new.kind}
    if kinds == {"nota-bene"} and (only_points(old) and only_points(new)):
        return [Evidence("note", "none", note="points elsewhere")] if found else []
    if len(kinds) > 1 or not (says_scope(old) and says_scope(new)):
        found = [
            told(evidence, old, new)
            or told_by_meaning(evidence, old, new, (editions.old, editions.new))
            or came_with(evidence, old, new, editions)
            or _undecided(evidence, lets_go=any(LETS_GO.search(node.text) for node in (old, new)))
            for evidence in found
        ]
    if kinds & {"technical-note", "definition"}:
        found = [_undecided(evidence) if evidence.type == "example" else evidence for evidence in found]
    found = with_turned_items_told(with_turned_list(found, old, new, editions), old, new, editions)
    found = with_lists_compared(found + _logic_changed(old, new, editions), old, new, editions, evidence_of)
    return with_lists_told(found, old, new, editions) + named


def _how_alike(old: Node, new: Node) -> str:
    """What tells two texts apart that mean the same."""
    said = [printed_keys(plain(node.text)) for node in (old, new)]
    return "spelling, articles, marks or units alone" if said[0] == said[1] else "other words for the same"


def _clause_changed(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """What differs between the words of two nodes, or between their figures where no words are at hand."""
    if not (old.text or new.text) and old.thresholds == new.thresholds:
        return []  # the texts are not at hand, and all that is known of them is the same
    are_read = editions.old.has_texts and editions.new.has_texts
    if are_read and old.kind == new.kind == "item" and bool(old.text) != bool(new.text):
        return [Evidence("status", "unclear", note=WORDS_LOST)] if old.thresholds or new.thresholds else []

    def says_the_same(one: Node, other: Node) -> bool:
        return one.id == old.id or _says_the_same(one, other, editions)

    setting = setting_of(editions, _way(old, new, editions), _cited_from(old, new), says_the_same)
    found = map(unless_with_its_items, clause_evidence(old, new, setting))
    return [unless_prescribed(one, old, new, editions) for one in found]


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


def _undecided(evidence: Evidence, *, lets_go: bool = False) -> Evidence:
    """What an explaining note says bears on what it explains, but which way cannot be told from the note; what it
    excepts can, unless it may itself let goods go."""
    excepts = evidence.type == "exclusion" and not lets_go
    if (evidence.effect == "none" and evidence.type != "example") or excepts:
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
