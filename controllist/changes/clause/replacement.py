"""What it does that some words of a clause took the place of others."""

from __future__ import annotations

import re

from controllist.changes.clause.choices.choice_for_demand import CHOICE_OR_DEMAND, choice_for_demand
from controllist.changes.clause.choices.conjunctions import joined_otherwise
from controllist.changes.clause.ground.setting import turned
from controllist.changes.clause.limits.other_measure import SIDES_OF_AREA, of_other_quantity, within_area
from controllist.changes.clause.limits.ranges import (
    figure_effect,
    from_figure,
    opening,
    recounted,
    same_ends,
    sign_effect,
)
from controllist.changes.clause.put_in import at_most_done, put_in
from controllist.changes.clause.references.categories import within_category
from controllist.changes.language.names.replaced import cites_alike, counted, means_controlled, relation
from controllist.changes.language.phrases.list_elements import is_list_of_goods
from controllist.changes.language.print.harmless import in_example
from controllist.changes.language.print.printed import UNIT_LEFT_OUT, printed_alike
from controllist.changes.language.same.listing import Clause, keys_of, leads_into_list
from controllist.changes.language.text.clauses import is_condition, polarity
from controllist.changes.language.text.meaning import bare
from controllist.changes.language.text.segments import Segment, words_at
from controllist.changes.language.text.standards import STANDARD
from controllist.changes.records import (
    AT_MOST_LESS,
    AT_MOST_MORE,
    OTHER_STANDARD,
    Effect,
    Evidence,
    opposite,
)
from controllist.patterns import pattern

OTHER_WORDS = "other words"


def replacement_evidence(old: Clause, new: Clause, segment: Segment, said: dict[str, str]) -> Evidence:
    """What it does that the words of a difference took the place of others; `said` are the words on both sides."""
    left = keys_of(old.tokens[segment.old_from : segment.old_to])
    right = keys_of(new.tokens[segment.new_from : segment.new_to])
    if STANDARD.search(" ".join(said.values())):
        return Evidence("standard", "unclear", **said, note=OTHER_STANDARD)
    if (why := _printed(old, new, segment)) and why != UNIT_LEFT_OUT:
        return Evidence("spelling", "none", **said, note=why)
    if named := _within_category(old, new, segment, said):
        note = f"{'more than the parts' if named == 'tightened' else 'parts of what was'} named"
        return _as_counted(Evidence("reference", named, **said, note=note), new, segment)
    if "<gone>" in left and "<come>" in right:
        if same_ends(*_shown(old, new, segment)):
            return Evidence("threshold", "none", **said, note="the same range")
        if of_other_quantity(said["old"], said["new"]):
            return Evidence("threshold", "mixed", **said, note="a limit on another quantity")
        if sized := within_area(*_shown(old, new, segment)):
            return _as_counted(Evidence("threshold", sized, **said, note=SIDES_OF_AREA), new, segment)
        if joined := choice_for_demand(old, new, segment):
            return _as_counted(Evidence("threshold", joined, **said, note=CHOICE_OR_DEMAND), new, segment)
        return Evidence("threshold", "unclear", **said, note="measured in another way")
    found = (
        relation(left, right)
        or _cited(old, new, segment)
        or _recounted(old, new, segment)
        or joined_otherwise(old, new, segment)
        or _rejoined(old, new, segment)
        or _ranged(old, new, segment, said)
        or _both_sides(old, new, segment)
    )
    if found is None and _is_example(old, segment.old_from) and _is_example(new, segment.new_from):
        return Evidence("example", "none", **said)
    if found is None:
        if any(key.startswith("cas:") for key in left + right):
            return Evidence("chemical", "unclear", **said)
        return Evidence("wording", "unclear", **said, note=OTHER_WORDS)
    effect, note = found
    if note in EACH_FOR_ITSELF:
        return Evidence("wording", effect, **said, note=note)
    where = len(bare(new.masked.text[: new.tokens[segment.new_from].start]))
    way = polarity(bare(new.masked.text), where)
    if effect != "none" and way != 1:
        effect = opposite(effect) if way < 0 else "unclear"
    return Evidence("wording", effect, **said, note=note)


def _shown(old: Clause, new: Clause, segment: Segment) -> tuple[str, str]:
    """The words on both sides of a difference as the sources have them."""
    gone = words_at(old.masked.text, old.tokens, segment.old_from, segment.old_to)
    come = words_at(new.masked.text, new.tokens, segment.new_from, segment.new_to)
    return old.masked.shown(gone), new.masked.shown(come)


def _within_category(old: Clause, new: Clause, segment: Segment, said: dict[str, str]) -> Effect | None:
    """What it does that the items of a category or list are named instead of the whole of it, or the reverse."""
    if not any(name in words for words in said.values() for name in ("Cat", "List")):
        return None
    return within_category(*_shown(old, new, segment), old.masked.text[: old.tokens[segment.old_from].start])


def _as_counted(evidence: Evidence, new: Clause, segment: Segment) -> Evidence:
    """The evidence as it counts at the place of a difference."""
    text = bare(new.masked.text)
    way = polarity(text, len(bare(new.masked.text[: new.tokens[segment.new_from].start])))
    return turned(evidence, way)


def _printed(old: Clause, new: Clause, segment: Segment) -> str:
    """Why the words on both sides of a difference say the same although their marks differ; empty if they do not."""
    sides = [
        clause.masked.shown(words_at(clause.masked.text, clause.tokens, *span) + _bracket_behind(clause, span[1]))
        for clause, span in ((old, segment[:2]), (new, segment[2:]))
    ]
    return printed_alike(*sides)


def _bracket_behind(clause: Clause, stop: int) -> str:
    """A single word in brackets right behind a stretch of tokens."""
    found = _BRACKETED_WORD.match(clause.masked.text, clause.tokens[stop - 1].end if stop else 0)
    return found.group() if found else ""


_BRACKETED_WORD = pattern(r"\s?\([^\W\d_]+\)")


def _cited(old: Clause, new: Clause, segment: Segment) -> tuple[Effect, str] | None:
    """Verbs before a code or the name of a list, which only say that it is cited."""
    left = keys_of(old.tokens[segment.old_from : segment.old_to])
    right = keys_of(new.tokens[segment.new_from : segment.new_to])
    after = [
        bare(clause.masked.text[clause.tokens[stop - 1].end :])
        for clause, stop in ((old, segment.old_to), (new, segment.new_to))
    ]
    before = [
        bare(clause.masked.text[: clause.tokens[start].start])
        for clause, start in ((old, segment.old_from), (new, segment.new_from))
    ]
    is_cited = cites_alike(left, right, after) or means_controlled(left, right, before)
    return ("none", "another expression for the same") if is_cited else None


def _ranged(old: Clause, new: Clause, segment: Segment, said: dict[str, str]) -> tuple[Effect, str] | None:
    """Numbers of which more or fewer are meant, and one figure that became a range or was the range before."""
    before = bare(new.masked.text[: new.tokens[segment.new_from].start])
    if is_condition(before, len(before)):
        return None
    opens = opening(before)
    words = [
        clause.masked.shown(words_at(clause.masked.text, clause.tokens, *span)).strip(" ,;")
        for clause, span in ((old, segment[:2]), (new, segment[2:]))
    ]
    after = bare(new.masked.text[new.tokens[segment.new_to - 1].end :])
    found = (
        recounted(opens + words[0], opens + words[1])
        or figure_effect(before, words[0], words[1], after)
        or sign_effect(before, words[0], words[1])
    )
    if found:
        return found
    left = keys_of(old.tokens[segment.old_from : segment.old_to])
    right = keys_of(new.tokens[segment.new_from : segment.new_to])
    if "±" in words[0] + words[1] or _CAN.search(before):
        return None
    if set(right) <= {"<come>", "but", "and"} and from_figure(left, words[1]):
        return "tightened", "a range that holds the figure"
    if set(left) <= {"<gone>", "but", "and"} and from_figure(right, words[0]):
        return "relaxed", "one figure of the range"
    return None


_CAN = pattern(r"\b(?:capable\s+of|able\s+to|can)\b[^.;:]*$", re.IGNORECASE)
"""What can do something at a height of 3 m is not said to be unable to do it higher up."""


def _both_sides(old: Clause, new: Clause, segment: Segment) -> tuple[Effect, str] | None:
    """What words do that took the place of others, where each for itself tells and neither goes against the other."""
    if any(leads_into_list(clause) for clause in (old, new)):
        return None
    gone, less = put_in(old, segment.old_from, segment.old_to, slide=False)
    if gone not in _TELLING_ROLES and (gone or segment.new_to <= segment.new_from + 1):
        return None
    come, more = put_in(new, segment.new_from, segment.new_to, slide=False)
    effects = {opposite(less), more}
    if gone is None and come in _TELLING_ROLES and segment.new_to > segment.new_from + 1:
        one_way = at_most_done(old, new, segment._replace(new_from=segment.new_to), alone=False)
        return (more, WHAT_CAME) if _AT_MOST.get(one_way) == more else None
    if come is None and gone in _TELLING_ROLES and segment.old_to > segment.old_from + 1:
        one_way = at_most_done(old, new, segment._replace(old_from=segment.old_to), alone=False)
        return (opposite(less), WHAT_WENT) if _AT_MOST.get(one_way) == opposite(less) else None
    if gone not in _TELLING_ROLES or come not in _TELLING_ROLES or len(effects) > 1 or "unclear" in effects:
        return None
    return effects.pop(), BOTH_SIDES


_AT_MOST = {AT_MOST_MORE: "tightened", AT_MOST_LESS: "relaxed"}


BOTH_SIDES = "both what went and what came"
WHAT_CAME = "what came; what went goes the same way at most"
WHAT_WENT = "what went; what came goes the same way at most"
EACH_FOR_ITSELF = (BOTH_SIDES, WHAT_CAME, WHAT_WENT)
"""How it is told what words do that took the place of others, where each side was looked at alone."""


_TELLING_ROLES = ("alternative", "condition", "exclusion")


def _recounted(old: Clause, new: Clause, segment: Segment) -> tuple[Effect, str] | None:
    before = bare(new.masked.text[: new.tokens[segment.new_from].start])
    if is_condition(before, len(before)):
        return None
    after = bare(new.masked.text[new.tokens[segment.new_to - 1].end :])
    left = keys_of(old.tokens[segment.old_from : segment.old_to])
    right = keys_of(new.tokens[segment.new_from : segment.new_to])
    return counted(left, right, before, after)


def _rejoined(old: Clause, new: Clause, segment: Segment) -> tuple[Effect, str] | None:
    """Goods that stand side by side at the head of a clause are each meant, whether "and" or "or" joins them."""
    places = ((old, segment.old_from, segment.old_to), (new, segment.new_from, segment.new_to))
    for clause, start, stop in places:
        opens = clause.tokens[start - 1].end if start else 0
        if keys_of(clause.tokens[start:stop]) not in _JOINTS or not is_list_of_goods(bare(clause.masked.text[:opens])):
            return None
    return "none", "goods joined by another word"


_JOINTS = (["and"], ["or"], ["and/or"], ["und"], ["oder"], ["sowie"])


def _is_example(clause: Clause, at: int) -> bool:
    return in_example(bare(clause.masked.text[: clause.tokens[at].start]))
