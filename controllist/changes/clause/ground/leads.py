"""Words that only lead into the list below a clause: "having any of the following".

Where items stand below the clause in both editions, such words ask for nothing new: how the list counts is a question
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.language.text.meaning import lists_of
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Logic, Tree
from controllist.changes.records import Effect, Evidence
from controllist.model import Node
from controllist.patterns import pattern
from controllist.wording import conjunction

_JOINS = pattern(r"[\W_]*(?:(?:and|but)\b)?\W*", re.IGNORECASE)
_ANDS = {"and", "und", "et"}
SUMS_UP = "sums up the list below"
_UNSURE = "how the list counts is not certain"


def with_leads_told(found: Iterable[Evidence], old: Node, new: Node, trees: tuple[Tree, Tree]) -> list[Evidence]:
    """The evidence of a pair of clauses, in which a lead-in that came or went does what it does to the list below."""
    told = list(found)
    if old.text.isupper() != new.text.isupper():
        told = [_of_caption(one) if one.effect in ("tightened", "relaxed") else one for one in told]
    if not (old.id and new.id and trees[0].items_below(old.id) and trees[1].items_below(new.id)):
        return told  # a clause put together from several has no list of its own
    if not any(_is_lead(one) or _names_classes(one) or _is_in_doubt(one) for one in told):
        return told
    logics = how_it_counts(old, trees[0]), how_it_counts(new, trees[1])
    if logics == ("list", "list"):
        told = [_of_classes(one) if _names_what_is_listed(one, old, new, trees) else one for one in told]
        told = [_of_classes(one) if _names_classes(one) else _of_parts_therefor(one) for one in told]
    told = [_of_raised(one) if _says_what_was_listed(one, old, new, trees) else one for one in told]
    return [_of_list(one, logics) if _is_lead(one) else one for one in told]


CLASSES = pattern(
    r"(?:\W*\b(?:and|or|systems?|equipment|components?|assembl(?:y|ies)|accessor(?:y|ies)|parts?|devices?|units?"
    r"|materials?|attachments?|commodit(?:y|ies)|end\Witems?|items?|goods|articles?|software|technology)\b)+\W*",
    re.IGNORECASE,
)
"""The general names of goods, by which the heading of a list sums up what stands below it."""


_CLASSES_THEREFOR = pattern(rf"(?:{CLASSES.pattern})(?:therefor\W*)?", re.IGNORECASE)
_BELOW = pattern(r"\s*\(see\s+list\s+of\s+items\s+controlled\)?\W*$", re.IGNORECASE)
"""Where the list stands that a heading leads into."""


def _names_classes(evidence: Evidence) -> bool:
    """Whether the evidence is about general names of goods alone."""
    return (
        evidence.effect != "none"
        and evidence.type in ("alternative", "wording")
        and all(not words or CLASSES.fullmatch(words) for words in (evidence.old, evidence.new))
        and bool(evidence.old or evidence.new)
    )


def _of_parts_therefor(evidence: Evidence) -> Evidence:
    """What it does that one general name took the place of another with parts beside it: "pots and specially designed
    parts therefor, as follows" and "items, as follows". The parts of whatever is listed are goods of their own."""
    if not _is_in_doubt(evidence):
        return evidence
    with_parts = [_WITH_PARTS.fullmatch(words) for words in (evidence.old, evidence.new)]
    if with_parts.count(None) != 1 or not CLASSES.fullmatch(evidence.new if with_parts[0] else evidence.old):
        return evidence
    effect: Effect = "relaxed" if with_parts[0] else "tightened"
    parts = next(match["parts"] for match in with_parts if match)
    sides = {"old": parts} if with_parts[0] else {"new": parts}
    return Evidence("alternative", effect, **sides)


_WITH_PARTS = pattern(
    rf"{CLASSES.pattern}(?P<parts>\b(?:and|or)\s+specially\s+designed\b{CLASSES.pattern}therefor)\W*", re.IGNORECASE
)
_WORDS = pattern(r"[^\W\d_]{3,}")
_JOINTS = frozenset(("and", "the", "for", "their"))


def _is_in_doubt(evidence: Evidence) -> bool:
    """Whether the evidence is about words that took the place of others, and decides nothing."""
    return evidence.effect == "unclear" and evidence.type == "wording" and bool(evidence.old and evidence.new)


def _names_what_is_listed(evidence: Evidence, old: Node, new: Node, trees: tuple[Tree, Tree]) -> bool:
    """Whether the evidence is about general names that gave way to the names of what is listed, or the reverse:
    "units, as follows" and "lids and spouts, as follows", where either list has an item for lids and spouts.
    """
    sides = evidence.old, evidence.new
    if not _is_in_doubt(evidence):
        return False
    are_classes = [CLASSES.fullmatch(words) is not None for words in sides]
    if are_classes.count(True) != 1:
        return False
    said = sides[are_classes.index(False)]
    names = {stem(word) for word in _WORDS.findall(plain(said)) if stem(word) not in _JOINTS}
    if len(names) < _FEWEST or not _NAMES.fullmatch(said):
        return False
    listed = [
        {stem(word) for item in tree.items_below(node.id) for word in _WORDS.findall(plain(item.text))}
        for node, tree in ((old, trees[0]), (new, trees[1]))
    ]
    return all(map(names.issubset, listed))


_FEWEST = 2
_NAMES = pattern(
    r"(?:(?!\b(?:designed|modified|therefor|other|not|specified|controlled)\b)[\w\s,\"'-])+", re.IGNORECASE
)


def _says_what_was_listed(evidence: Evidence, old: Node, new: Node, trees: tuple[Tree, Tree]) -> bool:
    """Whether words that came to a lead-in are those of an item which the list asked for, and has no more, or the
    reverse: "having all of: a lid; two spouts" and "having a lid, with any of: two spouts"."""
    if not _is_in_doubt(evidence):
        return False
    leads = [_is_lead_in(plain(words)) for words in (evidence.old, evidence.new)]
    if leads.count(True) != 1:
        return False
    at = leads.index(True)
    words = telling_words(_up_to_list(plain((old, new)[1 - at].text), (evidence.old, evidence.new)[1 - at]))
    if not words or trees[at].logic((old, new)[at]) != "all":
        return False
    listed, left = [
        [telling_words(item.text) for item in tree.items_below(node.id)]
        for tree, node in ((trees[at], (old, new)[at]), (trees[1 - at], (old, new)[1 - at]))
    ]
    raised = [said for said in listed if said and len(said & words) >= _MOST * len(said)]
    return words <= frozenset().union(*raised) and not any(2 * len(words & said) > len(said) for said in left)


_MOST = 0.8
"""The part of an item's telling words by which a lead-in says it."""


def _up_to_list(text: str, shown: str) -> str:
    """The words of a clause from a stretch of it, which may be shown in part, up to the list that it leads into."""
    start = text.find(shown.rstrip(" …"))
    ends = [span.start for span in lists_of(text) if span.start > start]
    return text[start : ends[0]] if start >= 0 and len(ends) == 1 and not text[ends[0] :].count(";") else ""


RAISED = "an item of the list said it"


def _of_raised(evidence: Evidence) -> Evidence:
    return Evidence("wording", "none", old=evidence.old, new=evidence.new, note=RAISED)


def stays_in_doubt(evidence: Evidence) -> bool:
    """Whether evidence of words that took the place of others is in doubt, whatever surrounds the clause."""
    is_replacement = bool(evidence.old and evidence.new)
    return evidence.effect == "unclear" and is_replacement and not _names_classes(evidence)


def _of_classes(evidence: Evidence) -> Evidence:
    """One general name for another does nothing; whether one more or less does is for the items below to tell."""
    effect: Effect = "none" if evidence.old and evidence.new else "unclear"
    return Evidence("wording", effect, old=evidence.old, new=evidence.new, note=SUMS_UP)


def how_it_counts(node: Node, tree: Tree) -> Logic:
    """How the items below count; those of a heading without a lead-in are a list unless an "and" joins them."""
    found = tree.logic(node)
    joined = {conjunction(item.text) for item in tree.items_below(node.id)}
    return "list" if found == "unknown" and tree.parent_item(node) is None and not joined & _ANDS else found


def _of_caption(evidence: Evidence) -> Evidence:
    """What a caption in capitals lacks, which became a sentence, was said below it: nothing follows from that."""
    return Evidence(
        evidence.type, "unclear", evidence.parameter, evidence.old, evidence.new, "a caption became a sentence"
    )


def _is_lead(evidence: Evidence) -> bool:
    """Whether the evidence is about words that lead into a list, and about no others."""
    if evidence.type not in ("condition", "wording"):
        return False
    if "ollow" not in evidence.old + evidence.new and "folgt" not in evidence.old + evidence.new:
        return False
    if evidence.old and evidence.new:
        if evidence.effect == "none":
            return False
        sides = plain(evidence.old), plain(evidence.new)
        return any(map(_is_lead_in, sides)) and all(_is_lead_in(one) or _LEADS_ON.fullmatch(one) for one in sides)
    return _is_lead_in(plain(evidence.old or evidence.new))


_LEADS_ON = pattern(r"[\W_]*(?:with|having|of|which|that|for|by|being|and)?\W*", re.IGNORECASE)
"""A word that leads into a list where a colon follows."""


def _is_lead_in(words: str) -> bool:
    """Whether words lead into a list, and say nothing beside."""
    words = _BELOW.sub("", words)
    spans = lists_of(words)
    if len(spans) != 1:
        return False
    before, behind = words[: spans[0].start], words[spans[0].end :]
    sums_up = spans[0].key == "list" and _CLASSES_THEREFOR.fullmatch(before)
    return bool((_JOINS.fullmatch(before) or sums_up) and _JOINS.fullmatch(behind))


def _of_list(evidence: Evidence, logics: tuple[Logic, Logic]) -> Evidence:
    """What the lead-in does; that any became all, or the reverse, is evidence of its own."""
    if "unknown" in logics or (len({*logics} & {"list", "all"}) > 1):
        return Evidence("wording", "unclear", old=evidence.old, new=evidence.new, note=_UNSURE)
    return Evidence("wording", "none", old=evidence.old, new=evidence.new, note="leads into the same list")
