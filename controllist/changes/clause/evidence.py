"""What a change of wording does to what one clause controls, with the evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from controllist.changes.clause.choices.choice_for_demand import CHOICE_OR_DEMAND
from controllist.changes.clause.choices.choices_narrowed import with_choices_narrowed
from controllist.changes.clause.choices.gone_above import with_words_gone_above
from controllist.changes.clause.choices.how_many_needed import with_needs_counted
from controllist.changes.clause.choices.lists_named import list_evidence
from controllist.changes.clause.choices.lost_choices import lost_choice
from controllist.changes.clause.choices.other_means import with_means_told
from controllist.changes.clause.choices.restated import without_restated
from controllist.changes.clause.difference import difference_evidence
from controllist.changes.clause.doubts import MOVED, doubt
from controllist.changes.clause.goods.built_on import with_choices_to_build_on
from controllist.changes.clause.goods.carried_words import with_carried_words
from controllist.changes.clause.goods.counted_kinds import with_counted_kinds
from controllist.changes.clause.goods.each_kind_named import with_each_kind_named
from controllist.changes.clause.goods.goods_cited import with_goods_cited
from controllist.changes.clause.goods.headwords import with_headwords
from controllist.changes.clause.goods.military_use import with_military_use
from controllist.changes.clause.goods.moved_goods import without_moved_goods
from controllist.changes.clause.goods.named_by_heading import with_headings_named
from controllist.changes.clause.goods.parts_now import with_parts_told
from controllist.changes.clause.goods.purpose_named import with_purposes_behind
from controllist.changes.clause.goods.purposes_above import with_purposes_above
from controllist.changes.clause.goods.technology import with_purposes_told
from controllist.changes.clause.goods.wider_goods import with_wider_goods
from controllist.changes.clause.ground.leads import stays_in_doubt, with_leads_told
from controllist.changes.clause.ground.pointers import between_runs
from controllist.changes.clause.ground.setting import Setting, turned
from controllist.changes.clause.limits.figures_led import with_figures_led
from controllist.changes.clause.limits.formulas import compared_formulas
from controllist.changes.clause.limits.limit_words import hides_words, said_in_limit
from controllist.changes.clause.limits.limits import Limit, LimitPair, compare, limits_of, paired, stated
from controllist.changes.clause.limits.one_sided import one_side_of_range
from controllist.changes.clause.limits.other_measure import SIDES_OF_AREA
from controllist.changes.clause.limits.own_limit import with_own_limit_told
from controllist.changes.clause.limits.peaks import Limits, with_peaks_told
from controllist.changes.clause.limits.peaks_below import with_peaks_below
from controllist.changes.clause.limits.steps import with_steps_told
from controllist.changes.clause.limits.taken_in import without_taken_in
from controllist.changes.clause.print.doubled import thresholds_in, without_double
from controllist.changes.clause.print.glued import glued_evidence
from controllist.changes.clause.print.moved_words import moved_runs, went_over
from controllist.changes.clause.print.order import reordered
from controllist.changes.clause.print.shared_lines import what_is_compared
from controllist.changes.clause.put_in import are_goods
from controllist.changes.clause.references.citing import reference_evidence, with_new_items
from controllist.changes.clause.references.itself import speaks_of_itself
from controllist.changes.clause.references.paragraphs_cited import with_paragraphs_compared
from controllist.changes.clause.sure_doubts import sure_doubt
from controllist.changes.clause.terms.also_called import with_names_told
from controllist.changes.clause.terms.either_name import with_either_name
from controllist.changes.clause.terms.marked_terms import Ground, mark_evidence
from controllist.changes.clause.terms.renamed_terms import with_renamed_terms
from controllist.changes.clause.terms.said_by_term import said_by_term, with_terms_said
from controllist.changes.clause.terms.second_names import with_second_names
from controllist.changes.clause.terms.taken_over import with_terms_taken_over
from controllist.changes.clause.terms.told_parts import without_told_parts
from controllist.changes.clause.terms.wider_terms import with_wider_terms
from controllist.changes.language.names.authorities import of_any_state
from controllist.changes.language.names.german_citations import cited_alike
from controllist.changes.language.phrases.either_way import without_open_tail
from controllist.changes.language.phrases.inclusions import inclusions_alike
from controllist.changes.language.phrases.taken_out import outside
from controllist.changes.language.print.better import with_one_comparison
from controllist.changes.language.print.one_form import in_one_form
from controllist.changes.language.same.listing import Clause, Listed, keys_of, leads_into_list, listed_changes
from controllist.changes.language.same.same_words import says_the_same
from controllist.changes.language.text.lines import cut_at_lines, without_empty_lines, without_line_joints
from controllist.changes.language.text.meaning import Span, Token, lists_of, masked, meaning_of, runs_of
from controllist.changes.language.text.plain import plain, without_index
from controllist.changes.language.text.segments import Segment, segments
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.model import Node
from controllist.patterns import pattern


def clause_evidence(old: Node, new: Node, setting: Setting) -> list[Evidence]:
    """Everything that differs in meaning between the words of two nodes; nothing if only typography does."""
    sides = what_is_compared(old, new, setting)
    coded = zip(sides, (old.code, new.code), strict=True)
    texts = [of_any_state(without_double(plain(text), code)) for (text, _), code in coded]
    limits = [
        said if text == plain(whole) else thresholds_in(text, said)
        for (whole, said), text in zip(sides, texts, strict=True)
    ]
    if old.kind == new.kind == "definition" and texts[0] != texts[1]:
        texts = list(map(without_index, texts))
        if texts[0] == texts[1]:
            return [Evidence("reference", "none", note="an index of the places that use the term")]
    if glued := glued_evidence(texts, (old, new), setting.trees):
        return glued
    if old.kind == new.kind == "note":
        texts = inclusions_alike(texts, setting.within)
    texts, way = outside(texts, old.excludes or new.excludes, setting.way)
    setting = setting if way == setting.way else setting._replace(way=way)
    texts = cited_alike([without_empty_lines(text) for text in texts])
    texts, limits = in_one_form(without_open_tail(without_line_joints(texts)), limits)
    if whole := one_side_of_range(texts):
        return [turned(one, setting.way) for one in whole]
    texts, goals = with_purposes_above(texts, old, new, setting)
    texts, both, parts = without_told_parts(texts, (limits[0], limits[1]), (old, new), setting)
    if parts and not any(texts):
        return parts
    texts, thresholds, peaks, same = _in_same_words(texts, both, (old, new), setting)
    pairs = paired(limits_of(texts[0], thresholds[0]), limits_of(texts[1], thresholds[1]))
    found = [evidence for pair in pairs if pair.old and pair.new and (evidence := compare(pair.old, pair.new))]
    found = with_steps_told(found, pairs) + peaks
    if setting.until_doubt and any(one.effect == "unclear" for one in found):
        return found
    if not all(texts):
        found += _unplaced(pairs)
        return [turned(evidence, setting.way) for evidence in found]
    placed = [_placed(pair) for pair in pairs]
    formulas, told = compared_formulas(texts, placed)
    placed += formulas
    clauses = (_clause(texts[0], [one for one, _ in placed]), _clause(texts[1], [one for _, one in placed]))
    found += [
        _evidence(limit, None) if limit is pair.old else _evidence(None, limit)
        for pair in pairs
        for limit in pair
        if limit and limit.start < 0 and not (pair.old and pair.new)
    ]
    wording = _told_with_surroundings(with_carried_words(_wording(*clauses, setting), texts), old, new, setting)
    same = with_headings_named(same, old, new, setting)
    found = without_taken_in([*found, *parts, *goals, *same, *told, *wording], texts)
    return [turned(evidence, setting.way) for evidence in found]


def _told_with_surroundings(found: list[Evidence], old: Node, new: Node, setting: Setting) -> list[Evidence]:
    """The evidence of words, told with what the items above and below say of them, and the items that they cite."""
    found = with_goods_cited(with_leads_told(found, old, new, setting.trees), old, new, setting.trees)
    found = with_purposes_told(with_headwords(found, old, new, setting.trees), old, new, setting.trees)
    found = with_headings_named(with_military_use(found), old, new, setting)
    return with_figures_led(with_words_gone_above(found, old, new, setting.trees), old, new, setting)


def _in_same_words(
    texts: list[str], limits: Limits, nodes: tuple[Node, Node], setting: Setting
) -> tuple[list[str], Limits, list[Evidence], list[Evidence]]:
    """Two plain texts and their limits, in which what has two names bears one; what the limits on peaks do that were
    taken out of them; and the evidence of the names."""
    texts, limits, renamed = with_renamed_terms(texts, limits, setting, clause_evidence)
    texts, over = with_terms_taken_over(texts, setting.trees, setting.within)
    texts, terms = with_wider_terms(texts, setting.trees, setting.within)
    texts, limits, peaks = with_peaks_told(texts, limits)
    if not peaks:
        texts, limits, peaks = with_peaks_below(texts, limits, nodes, setting.trees)
    texts, limits = with_one_comparison(texts, limits)
    texts, goods = with_wider_goods(texts)
    texts, limits, names = with_second_names(texts, limits)
    texts, limits, either = with_either_name(texts, limits, setting.trees, setting.within)
    texts, limits, called = with_names_told(texts, limits, setting.trees, setting.within)
    texts, cited = with_paragraphs_compared(texts, setting)
    texts, means = with_means_told(texts)
    texts, needed = with_needs_counted(texts)
    texts, choices = with_choices_narrowed(texts)
    texts, built = with_choices_to_build_on(texts) if not any(limits) else (texts, [])
    texts, kinds = with_each_kind_named(texts) if not any(limits) else (texts, [])
    texts, parts = with_parts_told(texts)
    texts, purposes = with_purposes_behind(texts)
    texts, limited = with_own_limit_told(texts)
    limits = (thresholds_in(texts[0], limits[0]), thresholds_in(texts[1], limits[1])) if limited else limits
    texts, limits, counted = with_counted_kinds(texts, limits)
    told = [*renamed, *over, *terms, *goods, *names, *either, *called, *cited, *means, *choices]
    told += [*needed, *built, *kinds, *parts, *purposes, *limited, *counted]
    return texts, limits, peaks, told


def _unplaced(pairs: Sequence[LimitPair]) -> list[Evidence]:
    return [_evidence(pair.old, pair.new) for pair in pairs if not (pair.old and pair.new)]


def _evidence(old: Limit | None, new: Limit | None) -> Evidence:
    one = old or new
    parameter = one.threshold.parameter if one else ""
    return Evidence("threshold", "unclear", parameter, stated(old), stated(new), "a limit that stands on one side only")


def _placed(pair: LimitPair) -> tuple[Span | None, Span | None]:
    """The places of a pair of limits, which stand as one sign in both clauses."""
    if pair.old and pair.new:
        if pair.old.start < 0 or pair.new.start < 0:
            return None, None
        if hides_words(pair.old, pair.new) and not compare(pair.old, pair.new):
            return None, None
        key = f"limit{pair.old.start}x{pair.new.start}"
        lengths = _of_before(pair.old), _of_before(pair.new)
        lengths = lengths if lengths[0] != lengths[1] else (0, 0)
        return (
            Span(pair.old.start - lengths[0], pair.old.end, key),
            Span(pair.new.start - lengths[1], pair.new.end, key),
        )
    gone = Span(pair.old.start, pair.old.end, "gone") if pair.old and pair.old.start >= 0 else None
    come = Span(pair.new.start, pair.new.end, "come") if pair.new and pair.new.start >= 0 else None
    return gone, come


def _of_before(limit: Limit) -> int:
    """The length of the "of" before a limit, which says nothing: "a height of above 3 m"."""
    return 3 if limit.text.startswith(" of ", max(0, limit.start - 4)) and limit.start > 3 else 0


def _clause(text: str, spans: Sequence[Span | None]) -> Clause:
    held = masked(text, [span for span in spans if span] + [*lists_of(text), *runs_of(text)])
    return Clause(held, meaning_of(held.text))


def _wording(old: Clause, new: Clause, setting: Setting) -> list[Evidence]:
    found: list[Evidence] = []
    differing = segments(old.tokens, new.tokens)
    differing = cut_at_lines(differing, (old.masked.text, new.masked.text), (old.tokens, new.tokens))
    is_as_long = len(old.tokens) == len(new.tokens)
    if differing and is_as_long and sorted(keys_of(old.tokens)) == sorted(keys_of(new.tokens)):
        found.append(reordered(old, new, differing))
    elif len(differing) > 1 and (choice := lost_choice(old, new)):
        found.append(choice)
    elif setting.until_doubt and (doubted := sure_doubt(old, new, differing)):
        return [doubted]
    else:
        within = setting.within
        notes = {
            one: says_the_same(old, new, one)
            or said_in_limit(old, new, one)
            or speaks_of_itself(old, new, one, within)
            or said_by_term(old, new, one, setting.trees, within)
            for one in differing
        }
        told = {one: note for one, note in notes.items() if note}
        found += [Evidence("wording", "none", note=note) for note in dict.fromkeys(told.values())]
        unlike = [one for one in differing if one not in told]
        moved = moved_runs(old, new, unlike)
        found += [Evidence("order", "none", note="words moved within the clause")] * bool(moved)
        lists = listed_changes(old, new, [one for one in unlike if one not in moved])
        found += [_list_evidence(one, old, new, unlike) for one in lists]
        done = moved.union(*(one.differences for one in lists))
        rest = [one for one in unlike if one not in done]
        left = without_moved_goods(old, new, rest, are_goods)
        found += [Evidence("order", "none", note="goods moved within the clause")] * (len(left) < len(rest))
        others = [one for one in unlike if one in done] + left
        told_of: list[tuple[Segment, Evidence]] = []
        for one in left:
            evidence = _doubted(difference_evidence(old, new, one), one, old, new, others)
            told_of.append((one, with_new_items(evidence, old, new, one, setting)))
            if setting.until_doubt and stays_in_doubt(told_of[-1][1]):
                return found + [evidence for _, evidence in told_of]
        found += without_restated(told_of, old, new)
    return with_terms_said(_without_moved_or(found) + _kept_evidence(old, new, differing, setting))


def _without_moved_or(found: list[Evidence]) -> list[Evidence]:
    """The evidence, where "tin or clay" became "tin, clay or glass" without the "or" that only moved on."""
    alternatives = [one for one in found if one.type == "alternative"]
    came = any(_HOLDS_OR.search(one.new) and not one.old for one in alternatives)
    went = any(_HOLDS_OR.search(one.old) and not one.new for one in alternatives)
    return [
        one
        for one in found
        if one.type != "wording"
        or not (
            (came and not one.new and _OR_ALONE.fullmatch(one.old))
            or (went and not one.old and _OR_ALONE.fullmatch(one.new))
        )
    ]


_HOLDS_OR = pattern(r"(?:^|\s)\W*(?:or|oder)\b", re.IGNORECASE)
_OR_ALONE = pattern(r"\W*(?:or|oder)\W*(?:\(?[a-z][.)]|\d{1,2}\.)?\W*", re.IGNORECASE)


def _doubted(evidence: Evidence, one: Segment, old: Clause, new: Clause, differing: Sequence[Segment]) -> Evidence:
    """Evidence from one difference, which decides nothing where another difference says the same thing elsewhere."""
    if evidence.effect == "none" or (evidence.effect == "mixed" and evidence.type == "threshold"):
        return evidence
    if evidence.note in (SIDES_OF_AREA, CHOICE_OR_DEMAND):
        return evidence
    here = _differing_keys(old, new, one)
    has_limit = any(key.startswith("<") for key in here)
    others = [_differing_keys(old, new, other) for other in differing if other != one] if has_limit else []
    all_keys = {key for keys in (here, *others) for key in keys}
    limited = {"<gone>", "<come>"} & set(here)
    why = ""
    if limited and {"<gone>", "<come>"} <= all_keys:
        why = "measured in another way"
    elif any(_shared_limit(here, keys) for keys in others):
        why = MOVED
    elif (limited and leads_into_list(old) != leads_into_list(new)) or _now_below(old, new, one):
        why = "what was said in one clause now stands in several"
    elif any(went_over(old, new, one, other) for other in differing if one != other):
        why = MOVED
    else:
        why = doubt(evidence, one, old, new, differing)
    if not why:
        return evidence
    return Evidence(evidence.type, "unclear", evidence.parameter, evidence.old, evidence.new, why)


def _list_evidence(one: Listed, old: Clause, new: Clause, unlike: Sequence[Segment]) -> Evidence:
    """The evidence of a change of a list, which decides nothing where its words went over to a difference beside it."""
    evidence = list_evidence(one, old, new)
    others = [other for other in unlike if other not in one.differences]
    parts = one.differences if evidence.effect != "none" else ()
    if any(went_over(old, new, part, other) for part in parts for other in others):
        return msgspec.structs.replace(evidence, effect="unclear", note=MOVED)
    return evidence


def _shared_limit(here: list[str], keys: list[str]) -> bool:
    return any(key.startswith("<limit") and key in keys for key in here)


def _now_below(old: Clause, new: Clause, one: Segment) -> bool:
    """Whether words are missing from the side that leads into a list, where the other says all in one clause.

    What ends in a colon leads into a list, too.
    """
    before, after = leads_into_list(old), leads_into_list(new)
    lost = (after and not before and one.is_deletion) or (before and not after and one.is_insertion)
    return lost and not (new if before else old).masked.text.endswith(":")


def _differing_keys(old: Clause, new: Clause, one: Segment) -> list[str]:
    return keys_of(old.tokens[one.old_from : one.old_to]) + keys_of(new.tokens[one.new_from : one.new_to])


def _kept_evidence(old: Clause, new: Clause, differing: Sequence[Segment], setting: Setting) -> list[Evidence]:
    """What differs inside tokens that stand in both clauses: references, the logic of lists, marks of terms."""
    texts = old.masked.text, new.masked.text
    cites = "<refs:" in texts[0]
    if not cites and not any(mark in text for text in texts for mark in "\"'"):
        return []
    found: list[Evidence] = []
    kept = _kept(old.tokens, new.tokens, differing)
    for left, right in kept if cites else ():
        if left.key == "<refs>":
            found += reference_evidence(old, new, (left, right), setting)
    ground = Ground(setting.trees, setting.partner, setting.origin, entry_of(setting.within[1]), setting.alike)
    return between_runs(found) + mark_evidence(kept, texts, ground)


def _kept(old: Sequence[Token], new: Sequence[Token], differing: Sequence[Segment]) -> list[tuple[Token, Token]]:
    kept: list[tuple[Token, Token]] = []
    at = (0, 0)
    for segment in [*differing, Segment(len(old), len(old), len(new), len(new))]:
        kept += zip(old[at[0] : segment.old_from], new[at[1] : segment.new_from], strict=True)
        at = (segment.old_to, segment.new_to)
    return kept
