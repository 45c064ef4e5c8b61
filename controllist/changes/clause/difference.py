"""What one difference between two clauses does: words put in, taken out, or put in the place of others."""

from __future__ import annotations

import re

from controllist.changes.clause.categories import within_category
from controllist.changes.clause.choice_for_demand import CHOICE_OR_DEMAND, choice_for_demand
from controllist.changes.clause.conjunctions import joined_in_exclusion, joined_otherwise, lone_or
from controllist.changes.clause.made_of import said_of_whole
from controllist.changes.clause.negated import turned_round
from controllist.changes.clause.other_measure import SIDES_OF_AREA, of_other_quantity, within_area
from controllist.changes.clause.ranges import figure_effect, from_figure, opening, recounted, same_ends, sign_effect
from controllist.changes.clause.setting import turned
from controllist.changes.clause.source_faults import breaks_off, says_again
from controllist.changes.language.better import is_equivalent_standard
from controllist.changes.language.circumstances import asks_under_more
from controllist.changes.language.clauses import is_condition, polarity
from controllist.changes.language.harmless import at_most, in_example
from controllist.changes.language.insertions import says_which
from controllist.changes.language.kinds_named import names_more_at_most
from controllist.changes.language.listing import ORS, Clause, keys_of, leads_into_list
from controllist.changes.language.meaning import bare
from controllist.changes.language.phrases import is_list_of_goods, role_of
from controllist.changes.language.printed import UNIT_LEFT_OUT, printed_alike
from controllist.changes.language.replaced import cites_alike, counted, means_controlled, relation
from controllist.changes.language.segments import Segment, slides, words_at
from controllist.changes.language.standards import STANDARD
from controllist.changes.records import (
    AT_MOST_LESS,
    AT_MOST_MORE,
    OTHER_STANDARD,
    STANDARD_NAMED,
    Effect,
    Evidence,
    clipped,
    opposite,
)
from controllist.patterns import pattern

OTHER_WORDS = "other words"
_BY_ROLE: dict[str, Effect] = {
    "alternative": "tightened", "condition": "relaxed", "exclusion": "relaxed", "example": "none", "neutral": "none",
}  # fmt: skip


def difference_evidence(old: Clause, new: Clause, segment: Segment) -> Evidence:
    """What one difference between two clauses does."""
    gone = words_at(old.masked.text, old.tokens, segment.old_from, segment.old_to)
    come = words_at(new.masked.text, new.tokens, segment.new_from, segment.new_to)
    said = {"old": clipped(old.masked.shown(gone).strip(" ,;")), "new": clipped(new.masked.shown(come).strip(" ,;"))}
    if _in_title(old, segment.old_from) and _in_title(new, segment.new_from):
        return Evidence("reference", "unclear", **said, note="in a title that is cited")
    if says_again(old if segment.is_deletion else new, segment):
        return Evidence("wording", "none", **said, note="the same words twice")
    if breaks_off(old.masked.text if segment.is_insertion else new.masked.text, old, new, segment):
        return Evidence("wording", "unclear", **said, note="one of the sources breaks off")
    if why := lone_or(old, new, segment):
        return Evidence("wording", "none", **said, note=why)
    if why := turned_round(old, new, segment):
        return Evidence("condition", "mixed", **said, note=why)
    if segment.is_insertion:
        role, effect = _put_in(new, segment.new_from, segment.new_to)
        said["old"] = ""
    elif segment.is_deletion:
        role, effect = _put_in(old, segment.old_from, segment.old_to)
        effect = opposite(effect)
        said["new"] = ""
    else:
        return _replacement(old, new, segment, said)
    if role == "alternative" and effect == "unclear":
        effect = joined_in_exclusion(old, new, segment) or _as_the_one_before(old, new, segment)
    if role == "condition" and _before_bracket(old, segment.old_to) != _before_bracket(new, segment.new_to):
        return Evidence("wording", "unclear", **said, note="one of two names")
    if STANDARD.search(said["old"] + " " + said["new"]) and not _is_equivalent(old, new, segment, said):
        is_added = role == "condition" and not any(map(_names_standard, (old, new), (segment[:2], segment[2:])))
        return Evidence("standard", "unclear", **said, note=STANDARD_NAMED if is_added else OTHER_STANDARD)
    kind = {"neutral": "wording", None: "wording"}.get(role, role)
    note = "" if role else "what the words do is not certain"
    if role is None and (one_way := _at_most(old, new, segment)):
        note = one_way
    return Evidence(kind, effect, **said, note=note)  # type: ignore[arg-type]  # roles are evidence types


def _names_standard(clause: Clause, span: tuple[int, int]) -> bool:
    """Whether a clause names a standard beside the tokens of a span."""
    shown = clause.masked.shown(words_at(clause.masked.text, clause.tokens, *span))
    whole = clause.masked.shown(clause.masked.text)
    return STANDARD.search(whole.replace(shown, " ") if shown else whole) is not None


def _as_the_one_before(old: Clause, new: Clause, segment: Segment) -> Effect:
    """What one more choice behind an "or" does, where only the other clause tells which way the one before it counts.

    In "other than tin or clay" both are left out, so they are in "other than tin, clay or glass".
    """
    has, lacks, at, here = (
        (new, old, segment.old_from, segment.new_from) if segment.is_insertion else
        (old, new, segment.new_from, segment.old_from)
    )  # fmt: skip
    if not at or not here or has.tokens[here - 1].key != lacks.tokens[at - 1].key:
        return "unclear"
    before = bare(lacks.masked.text[: lacks.tokens[at - 1].end])
    if not _OR_MORE.match(bare(has.masked.text[has.tokens[here - 1].end :])) or not _LAST_CHOICE.search(before):
        return "unclear"
    if polarity(bare(lacks.masked.text), len(before) - 1) >= 0:
        return "unclear"
    return "relaxed" if segment.is_insertion else "tightened"


_OR_MORE = pattern(r"[\s\"',]*(?:or|oder)\s", re.IGNORECASE)
_LAST_CHOICE = pattern(r"\b(?:or|oder)\s+[\w\s\"'-]{3,40}$", re.IGNORECASE)
"""The last of several, all of which stand in what one conjunction joins."""


def _is_equivalent(old: Clause, new: Clause, segment: Segment, said: dict[str, str]) -> bool:
    """Whether words name but standards equivalent to a grade that is asked for at the least."""
    clause, at = (new, segment.new_from) if segment.is_insertion else (old, segment.old_from)
    before = bare(clause.masked.text[: clause.tokens[at - 1].end if at else 0])
    return is_equivalent_standard(said["old"] or said["new"]) and not _AT_THE_MOST.search(before)


_AT_THE_MOST = pattern(r"\b(?:less|lower|below|under|worse|weniger|unter|kleiner|schlechter)\b[^;:]*$", re.IGNORECASE)
_TITLE = pattern(r"\b(?:entitled|titled|headed|mit\s+dem\s+Titel|überschrieben)\s*(?:\"[^\"]*|'[^']*)$", re.IGNORECASE)
_ENTITLED = ("titled", "headed", "titel", "überschrieben")
"""Without one of these there is no title."""


def _in_title(clause: Clause, at: int) -> bool:
    """Whether a token stands in a title of another provision, which is cited."""
    opens = clause.tokens[at - 1].end if at else 0
    before = clause.masked.text[:opens]
    if '"' not in before and "'" not in before:
        return False
    return any(map(before.lower().__contains__, _ENTITLED)) and _TITLE.search(before) is not None


def _before_bracket(clause: Clause, stop: int) -> bool:
    """Whether a bracket opens behind a stretch of tokens, in front of the next one."""
    after = clause.masked.text[clause.tokens[stop - 1].end :] if stop else ""
    return re.match(r"[\s\"']*\((?!\s*(?:[\d-]|CAS|see|e\.g|i\.e|s\)))", after) is not None


def _at_most(old: Clause, new: Clause, segment: Segment, *, alone: bool = True) -> str:
    """The note of words put in or taken out that can only have done one thing, if anything; else nothing.

    Of words before a noun that took the place of others (not `alone`) nothing can be told.
    """
    clause, start, stop = (
        (new, segment.new_from, segment.new_to) if segment.is_insertion else (old, segment.old_from, segment.old_to)
    )
    opens = clause.tokens[start - 1].end if start else 0
    words = bare(clause.masked.text[opens : clause.tokens[stop - 1].end])
    around = bare(clause.masked.text[:opens]), bare(clause.masked.text[clause.tokens[stop - 1].end :])
    only = at_most(words) or names_more_at_most(words, *around)
    only = only or ("less" if asks_under_more(words, *around) or (alone and says_which(words, *around)) else "")
    way = only and polarity(bare(clause.masked.text), len(bare(clause.masked.text[: clause.tokens[start].start])))
    if not way:
        return ""
    grew = ((only == "more") == (way > 0)) == segment.is_insertion
    return AT_MOST_MORE if grew else AT_MOST_LESS


def _put_in(clause: Clause, start: int, stop: int, *, slide: bool = True) -> tuple[str | None, Effect]:
    """The role of words that one clause has and the other has not, and what their presence does."""
    text = clause.masked.text
    is_choice = clause.tokens[start].key in ORS and start > 0
    for first, last in slides(clause.tokens, start, stop) if slide else [(start, stop)]:
        opens = clause.tokens[first - 1].end if first else 0
        shuts = clause.tokens[last - 1].end
        shuts = _shut(text, opens, shuts)
        words = clause.masked.shown(text[opens:shuts]) if not first else ""
        around = bare(text[opens:shuts]), bare(text[:opens]), bare(text[shuts:])
        role = said_of_whole(words) or role_of(*around, alone=slide)
        if role is None or (role == "condition" and is_choice and first != start):
            continue
        effect = _BY_ROLE[role]
        if effect == "none":
            return role, effect
        if role == "alternative" and _EACH.search(bare(text[:opens])):
            effect = "unclear"
        way = polarity(bare(text), len(bare(text[: clause.tokens[first].start])))
        if role == "exclusion" or _JOINED.match(around[0]):
            asks = _ASKS_ON.match(text[opens:shuts]) if way > 0 and role == "condition" else None
            way = polarity(bare(text), len(bare(text[: opens + asks.end() if asks else opens])))
        if role == "exclusion" and _NEW_SENTENCE.match(text[opens:shuts]):
            way = 1
        if way != 1:
            effect = opposite(effect) if way < 0 else "unclear"
        return role, effect
    return None, "unclear"


def are_goods(clause: Clause, start: int, stop: int) -> bool:
    """Whether a stretch of tokens is one or more of the goods, or other alternatives, that a clause lists."""
    return _put_in(clause, start, stop, slide=False) == ("alternative", "tightened")


def _shut(text: str, opens: int, shuts: int) -> int:
    """The end of a stretch of text with the quotation mark or bracket behind it that shuts what it opens."""
    while shuts < len(text) and text[shuts] in "\"')²³":
        if text[shuts] in "²³":
            shuts += 1
            continue
        words, mark = text[opens:shuts].lstrip(" \"').,;"), text[shuts]
        is_open = mark == ")" and words.count("(") > words.count(")") and not words.startswith("(")
        if not is_open and (text[opens:shuts].count(mark) % 2 == 0 or (mark == ")" and "(" in words)):
            break
        shuts += 1
    return shuts


_NEW_SENTENCE = pattern(r"[\s\"')]*[.]\s")
_EACH = pattern(r"\b(?:for\s+)?(?:each|every|per|jede[rsnm]?)[\s\"']*$", re.IGNORECASE)
"""What is counted for each of several is no alternative."""
_JOINED = pattern(r"[\s,]*(?:and/or|or|and|oder|und)\b", re.IGNORECASE)
"""Words that go on with what stands before them, an exclusion too."""


_ASKS_ON = pattern(
    r"[\s,]*(?:and|but)\s+(?:having|with|being|which|that|capable|specially|designed|usable)\b", re.IGNORECASE
)
"""Words that ask for something of the goods behind an exclusion that names codes: they do not go on with it."""


def _replacement(old: Clause, new: Clause, segment: Segment, said: dict[str, str]) -> Evidence:
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
        or _rejoined(old, new, segment)
        or joined_otherwise(old, new, segment)
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
    if note == BOTH_SIDES:
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
    if "±" in words[0] + words[1]:
        return None
    if set(right) <= {"<come>", "but", "and"} and from_figure(left, words[1]):
        return "tightened", "a range that holds the figure"
    if set(left) <= {"<gone>", "but", "and"} and from_figure(right, words[0]):
        return "relaxed", "one figure of the range"
    return None


def _both_sides(old: Clause, new: Clause, segment: Segment) -> tuple[Effect, str] | None:
    """What words do that took the place of others, where each for itself tells and neither goes against the other."""
    if any(leads_into_list(clause) for clause in (old, new)):
        return None
    gone, less = _put_in(old, segment.old_from, segment.old_to, slide=False)
    if gone not in _TELLING_ROLES and (gone or segment.new_to <= segment.new_from + 1):
        return None
    come, more = _put_in(new, segment.new_from, segment.new_to, slide=False)
    effects = {opposite(less), more}
    if gone is None and come in _TELLING_ROLES and segment.new_to > segment.new_from + 1:
        one_way = _at_most(old, new, segment._replace(new_from=segment.new_to), alone=False)
        return (more, BOTH_SIDES) if _AT_MOST.get(one_way) == more else None
    if come is None and gone in _TELLING_ROLES and segment.old_to > segment.old_from + 1:
        one_way = _at_most(old, new, segment._replace(old_from=segment.old_to), alone=False)
        return (opposite(less), BOTH_SIDES) if _AT_MOST.get(one_way) == opposite(less) else None
    if gone not in _TELLING_ROLES or come not in _TELLING_ROLES or len(effects) > 1 or "unclear" in effects:
        return None
    return effects.pop(), BOTH_SIDES


_AT_MOST = {AT_MOST_MORE: "tightened", AT_MOST_LESS: "relaxed"}
BOTH_SIDES = "both what went and what came"
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
