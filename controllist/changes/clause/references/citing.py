"""What it does that a clause cites other items than before."""

from __future__ import annotations

import re

from controllist.changes.clause.ground.cited_items import stood_in
from controllist.changes.clause.ground.pointers import (
    CAME_WITH,
    MAY_HAVE_STOOD,
    compare_runs,
    is_new_with_its_goods,
    left_out,
    without_article,
)
from controllist.changes.clause.ground.setting import Setting, turned
from controllist.changes.clause.references.only_such_goods import only_such_goods
from controllist.changes.clause.references.own_code import of_itself
from controllist.changes.language.print.harmless import in_example
from controllist.changes.language.same.listing import Clause
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.meaning import Token, bare
from controllist.changes.language.text.segments import Segment, words_at
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.records import MORE_NAMED, PARTS_NAMED, Evidence, opposite
from controllist.codes import entry_of
from controllist.figures import references
from controllist.figures.phrases import word_set
from controllist.patterns import pattern


def reference_evidence(old: Clause, new: Clause, tokens: tuple[Token, Token], setting: Setting) -> list[Evidence]:
    """What became of a run of references that stands in both clauses."""
    runs = [
        clause.masked.held[clause.masked.text[token.start : token.end]]
        for clause, token in zip((old, new), tokens, strict=True)
    ]
    after = [clause.masked.text[token.end :] for clause, token in zip((old, new), tokens, strict=True)]
    runs = without_article(runs, after)
    evidence = compare_runs(runs[0], runs[1], setting.within, setting.trees, setting.lineage)
    if evidence is None or evidence.effect == "none":
        return [evidence] if evidence else []
    before = bare(new.masked.text[: tokens[1].start])
    way = polarity(bare(new.masked.text), len(before))
    if evidence.effect == "mixed" and not setting.trees[1].is_active(setting.within[1]):
        evidence = Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=evidence.note)
    if _POINTS.search(before):
        return [Evidence("reference", "none", old=evidence.old, new=evidence.new, note="points elsewhere")]
    if all(_leaves_with_others(clause, token) for clause, token in zip((old, new), tokens, strict=True)):
        return [Evidence("reference", "none", old=evidence.old, new=evidence.new, note=STAYS)]
    evidence = left_out(evidence) if way < 0 or setting.way < 0 else evidence
    if _ITSELF.fullmatch(before):
        says = bare(new.masked.text[tokens[1].end :])
        if is_new_with_its_goods(evidence, runs, setting.within, setting.trees, setting.lineage):
            return [Evidence("reference", "none", old=evidence.old, new=evidence.new, note=CAME_WITH)]
        return [of_itself(evidence, setting.within, says, setting.trees, setting.way, setting.lineage.renamed)]
    if _VALID_FOR.search(before) and _TAKES_OUT.match(bare(new.masked.text[tokens[1].end :])):
        effect, note = opposite(evidence.effect), "holds for other items"
        return [Evidence("exclusion", effect, old=evidence.old, new=evidence.new, note=note)]
    if _IN_OTHER_WORDS.search(before):
        return [Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note="in an explanation")]
    if in_example(before):
        return [Evidence("reference", "none", old=evidence.old, new=evidence.new, note="in an example")]
    if evidence.note in (PARTS_NAMED, MORE_NAMED):
        evidence = only_such_goods(evidence, before, setting.trees)
    return [turned(evidence, way)]


def _leaves_with_others(clause: Clause, token: Token) -> bool:
    """Whether a sentence says of goods that are controlled by other items, too, that those items control them still:
    "kettles that are also controlled in 1A002 or 1A003 remain controlled by those entries"."""
    text = clause.masked.text
    if "remain" not in text[token.end :]:
        return False
    before, after = bare(text[: token.start]), bare(text[token.end :])
    return _ALSO_CONTROLLED.search(before) is not None and _REMAIN.match(after) is not None


def _names_goods(clause: Clause, span: tuple[int, int]) -> bool:
    """Whether the tokens of an exclusion name goods of their own, not just those which the cited items control."""
    words = telling_words(bare(words_at(clause.masked.text, clause.tokens, *span)).replace("<refs>", " "))
    return len(words - _CONTROLLED) >= _FEWEST


_CONTROLLED = word_set("apply control specified controlled described listed enumerated other than goods items")
_FEWEST = 3


def unless_with_its_items(evidence: Evidence) -> Evidence:
    """The evidence of what became of one item; an exclusion by items that went with it decides nothing."""
    if not evidence.note.startswith(WITH_ITS_ITEMS):
        return evidence
    return Evidence(evidence.type, "unclear", old=evidence.old, new=evidence.new, note=WITH_ITS_ITEMS)


WITH_ITS_ITEMS = "an exclusion by items that came or went with it"
STAYS = "what the items that are named control anyway"
_ALSO_CONTROLLED = pattern(
    r"\balso\s+(?:controlled|specified|described|listed|enumerated)\s+(?:in|by|under)\s+"
    r"(?:(?:ECCNs?|items?|entry|entries|paragraphs?)\s+)*(?:<refs>[^.;:]*)?$",
    re.IGNORECASE,
)
_REMAIN = pattern(
    r"[^.;:]*\bremains?\s+(?:controlled|specified|subject)\b[^.;:]*"
    r"\b(?:that|this|those|these|such)\s+(?:entry|entries|items?|ECCNs?|paragraphs?)\b",
    re.IGNORECASE,
)


def with_new_items(evidence: Evidence, old: Clause, new: Clause, one: Segment, setting: Setting) -> Evidence:
    """The evidence of words put in or taken out, which decide nothing where they cite items of one edition alone.

    What such items control may have stood, in the other edition, in the item's own entry or in theirs. An exclusion of
    other goods that cites no other items is marked: it narrows a clause, but leaves nothing out where they are not.
    """
    if evidence.effect in ("none", "unclear") or not (one.is_insertion or one.is_deletion):
        return evidence
    clause, span = (new, one[2:]) if one.is_insertion else (old, one[:2])
    has, lacks = setting.trees[::-1] if one.is_insertion else setting.trees
    counterparts = setting.lineage.renamed if one.is_insertion else setting.lineage.origins
    text, within = clause.masked.text, setting.within[one.is_insertion]
    signs = [text[token.start : token.end] for token in clause.tokens[slice(*span)] if token.key == "<refs>"]
    codes = {code for sign in signs for code in references(clause.masked.held[sign], within=within)}
    new_ones = [code for code in codes if has.is_active(code) and not lacks.is_active(code)]
    followed = setting.lineage.origins if one.is_insertion else setting.lineage.renamed
    are_alone = codes and len(new_ones) == len(codes) and not any(lacks.is_active(followed.get(c, "")) for c in codes)
    if evidence.type == "exclusion" and are_alone and _names_goods(clause, span):
        return Evidence(evidence.type, evidence.effect, old=evidence.old, new=evidence.new, note=WITH_ITS_ITEMS)
    if not any(stood_in(code, has, lacks, {entry_of(code), entry_of(within)}, counterparts) for code in new_ones):
        return evidence
    return Evidence(evidence.type, "unclear", old=evidence.old, new=evidence.new, note=MAY_HAVE_STOOD)


_POINTS = pattern(
    r"(?:^|[(.;:])\s*(?:(?:note|anmerkung)\b[^:<>]{0,24}(?:<refs>[^:<>]{0,12})*:\s*)?(?:refer\s+to|see(?:\s+also)?|siehe(?:\s+auch)?)"
    r"\s+(?:(?:also|the|ECCNs?|items?|entry|entries|nummern?)\s+)*$",
    re.IGNORECASE,
)
"""What leads into codes that the reader is only sent to."""
_ITSELF = pattern(
    r"\W*(?:(?:note|anmerkung)\b[^:<>]*[:.])?\W*(?:(?:unter)?nummern?|items?|ECCNs?|entry|paragraph)?\s*", re.I
)
"""What stands before the code of which a note speaks."""
_VALID_FOR = pattern(r"\((?:gültig|gilt|valid|applicable)\s[^()<>]{0,40}(?:<refs>[^()]*)?$", re.IGNORECASE)
"""What stands before the codes for which a statement holds."""
_TAKES_OUT = pattern(
    r"[^()]*\)[^.;:]{0,60}\b(?:erfass(?:t|en)\s+(?:nicht|keine?)|(?:do|does)\s+not\s+(?:apply|control))\b",
    re.IGNORECASE,
)
_IN_OTHER_WORDS = pattern(r"\b(?:i\.e\.|d\.\s?h\.|that\s+is\s*[,:]|\((?:that|which)\s+is)[^()]*$", re.IGNORECASE)
