"""Row by row: what a mirror's edition lacks, has beyond the regime's, or says otherwise, and who controls more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from controllist.changes.language.text.plain import stem
from controllist.changes.records import FIGURE_CUT, Change, Effect, Evidence, combined
from controllist.codes import entry_of
from controllist.comparing import with_few_codes
from controllist.figures.phrases import word_set
from controllist.mirrors.gap_sides import Sides
from controllist.mirrors.linking import Links
from controllist.mirrors.parts import contained
from controllist.mirrors.printed import as_printed
from controllist.mirrors.ranges import divides_range
from controllist.mirrors.records import Difference, GapRow, GapStatus, Stricter
from controllist.mirrors.rules import REGIME, MirrorRules, carried, is_by_reference, origin_of, regime_code
from controllist.mirrors.traced import Traced, differently_made, is_empty
from controllist.model import Node
from controllist.wording import normal, tokens

SAID_ELSEWHERE = 0.7
"""The share of a note's words that another note of the entry says, where a list prints the note at another item."""
_ABOVE = frozenset({"definition", "note", "code"})
"""Evidence of what stands elsewhere: lists differ in where they define and explain, and the notes are rows' own."""
_STRICTER: dict[Effect, Stricter] = {
    "tightened": "mirror", "relaxed": "regime", "none": "neither", "mixed": "unclear", "unclear": "unclear",
}  # fmt: skip
"""From the regime to the mirror: what tightens is controlled by the mirror alone."""
_BY_WORDS = frozenset(
    {"wording", "condition", "alternative", "inclusion", "exclusion", "example", "reference", "logic"}
)
"""Evidence by words: what a change of words does within one list, two lists' words do not do between them."""
_FORM_WORDS = word_set(
    "a an and any all are as by certain description follow following for having has in is its list item controled "
    "controlled meet meeting of on or other part see specified such that the their therefor these this to which with"
)
"""Words that introduce, join and point: lists put them differently round the same things."""
_BOTH_WAYS = re.compile(r"±|\+\s?/\s?[-–−]|\bplus (?:or|and) minus\b", re.IGNORECASE)
_SHORT_NAME = re.compile(r"\((?=[^)]*[A-Z₀-₉\d][^)]*[A-Z₀-₉\d])[A-Z][A-Za-z₀-₉\d-]*\)?")
"""An abbreviation or formula in brackets, behind the name that it stands for."""
MOST_CLASS_WORDS = 3
"""An item of no more words than this, without limits and items below, names a whole class of goods."""
_FORMS = {
    "part": "lettered in parts by the mirror",
    "whole": "said within a wider item of the mirror",
    "derived": "taken over in another form",
}


def gap_rows(regime: Traced, mirror: Traced, links: Links, rules: MirrorRules) -> tuple[GapRow, ...]:
    """The rows of all items in force of both editions: the regime's in its order, then what the mirror has beyond.

    Items of the mirror that come from elsewhere are rows too, with their origin; they are no gaps.
    """
    rows = _Rows(Sides(regime, mirror, links, rules))
    return (*rows.of_regime(), *rows.of_mirror())


class _Rows:
    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.regime, self.mirror, self.rules = sides.regime, sides.mirror, sides.rules

    def of_regime(self) -> Iterator[GapRow]:
        """The rows of the regime's items."""
        for node in _items(self.regime):
            there = self.mirror.by_id.get(self.sides.partners.get(node.id, ""))
            if there is not None and there.status == "active":
                yield self._both(node, there)
            elif node.id in self.sides.answering:
                relation, ident = self.sides.answering[node.id][0]
                form = Difference("place", "unclear", note=_FORMS[relation])
                code = self.mirror.by_id[ident].code
                yield GapRow(node.code, code, "differs", "unclear", (form,), id=node.id, mirror_id=ident)
            elif carried(node.code, self.rules):
                yield self._missing(node)
            elif is_by_reference(node.code, self.rules):
                form = Difference("reference", "neither", note="incorporated by reference, as amended")
                yield GapRow(node.code, "", "aligned", "neither", (form,), id=node.id)

    def of_mirror(self) -> Iterator[GapRow]:
        """The rows of what the mirror has beyond the regime: its own, and what it took from elsewhere."""
        answered = {ident for found in self.sides.answering.values() for _, ident in found}
        for node in _items(self.mirror):
            if node.id in self.sides.origin or node.id in answered:
                continue
            origin = origin_of(node.code, self.rules)
            if origin != REGIME:
                yield GapRow("", node.code, "extra", "mirror", origin=origin, mirror_id=node.id)
            else:
                yield self._extra(node)

    def _both(self, node: Node, there: Node) -> GapRow:
        if self.sides.same_language and self.sides.words_unknown(node, there):
            return self._by_facts(node, there)
        evidence = self._own_evidence(node, there)
        stricter = _STRICTER[combined(one.effect for one in evidence)]
        differences = tuple(self._as_printed(_difference(one), node, there) for one in evidence)
        status: GapStatus = "differs" if any(one.stricter != "neither" for one in differences) else "aligned"
        if not self.sides.same_language and status == "aligned" and not self._figures_tell(node, there):
            status, stricter = "unknown", "unclear"
        return GapRow(node.code, there.code, status, stricter, differences, id=node.id, mirror_id=there.id)

    def _by_facts(self, node: Node, there: Node) -> GapRow:
        """A row of items whose words differ and are not at hand: only one limit that stands alone tells a side."""
        change = self.sides.change(node.id)
        limits = [one for one in change.evidence if one.type == "threshold"] if change else []
        differences = [_difference(self._with_doubt(one, node, there)) for one in limits]
        differences.append(Difference("wording", "unclear", note="the words differ and are not at hand"))
        alone = len(limits) == len(node.thresholds) == len(there.thresholds) == 1
        stricter = differences[0].stricter if alone else "unclear"
        status: GapStatus = "differs" if limits else "unknown"
        return GapRow(node.code, there.code, status, stricter, tuple(differences), id=node.id, mirror_id=there.id)

    def _as_printed(self, one: Difference, node: Node, there: Node) -> Difference:
        if not self.sides.same_language or one.type == "threshold":
            return one
        texts = [
            (item.text, *(note.text for note in _notes(side, item)))
            for side, item in ((self.regime, node), (self.mirror, there))
        ]
        regime, mirror = as_printed(one.regime, *texts[0]), as_printed(one.mirror, *texts[1])
        return Difference(one.type, one.stricter, one.parameter, regime, mirror, one.note)

    def _own_evidence(self, node: Node, there: Node) -> list[Evidence]:
        change = self.sides.change(node.id)
        evidence = [one for one in change.evidence if one.type not in _ABOVE] if change else []
        old, new = self.sides.olds[node.id], self.sides.news[there.id]
        if old.text and normal(old.text) == normal(new.text):
            evidence = [one for one in evidence if one.type == "logic"]
        evidence = [self._with_doubt(one, node, there) for one in evidence]
        if differently_made(self.regime, self.mirror) and any(one.note == FIGURE_CUT for one in evidence):
            evidence = [_doubted(one) for one in evidence]
        return [*evidence, *_lost_sign(old.text, new.text), *self._exclusions(node, there)]

    def _with_doubt(self, one: Evidence, node: Node, there: Node) -> Evidence:
        """Evidence that is only sure within one list: another has its own words, cites and divides otherwise."""
        if one.type in _BY_WORDS:
            if one.effect != "none" and _is_form(one):
                return Evidence(one.type, "none", one.parameter, one.old, one.new, "words of form")
            effect: Effect = "none" if one.effect == "none" else "unclear"
            return Evidence(one.type, effect, one.parameter, one.old, one.new, one.note)
        if one.effect in ("none", "unclear"):
            return one
        if one.type == "threshold" and divides_range(one, node, there, self.regime, self.mirror):
            return Evidence(one.type, "unclear", one.parameter, one.old, one.new, "a neighbour goes on from there")
        return one

    def _figures_tell(self, node: Node, there: Node) -> bool:
        return bool(node.thresholds and there.thresholds) or bool(node.cas and {*node.cas} == {*there.cas})

    def _exclusions(self, node: Node, there: Node) -> list[Evidence]:
        """What notes directly under an item do, where it is sure and no other note of the entry says it."""
        if not self.sides.same_language:
            return []
        gone = [(note, self.mirror, self.sides.change(note.id)) for note in _notes(self.regime, node)]
        come = [(note, self.regime, self.sides.added(note.id)) for note in _notes(self.mirror, there)]
        found: list[Evidence] = []
        unsure = False
        for note, other, change in (*gone, *come):
            if change is None or change.effect not in ("tightened", "relaxed"):
                unsure |= change is not None and change.effect != "none" and note.excludes
                continue
            if self.regime.lacks_words(node.id) or self.mirror.lacks_words(there.id):
                found.append(Evidence("exclusion", "unclear", note="a note whose words are not at hand"))
                continue
            if (change.old is None or change.new is None) and self._said_elsewhere(note, other, node, there):
                continue
            one_sided = change.old is None or change.new is None
            found += [one if one_sided else self._with_doubt(one, note, note)
                      for one in change.evidence if one.type not in _ABOVE]  # fmt: skip
        if found and unsure:
            found.append(Evidence("exclusion", "unclear", note="another exclusion differs, too"))
        return found

    def _said_elsewhere(self, note: Node, other: Traced, node: Node, there: Node) -> bool:
        entry = entry_of((there if other is self.mirror else node).code)
        texts = other.texts_by_entry.get(entry, ())
        return any(contained(note.text, text) >= SAID_ELSEWHERE for text in texts)

    def _missing(self, node: Node) -> GapRow:
        """What the mirror lacks. An entry may be controlled elsewhere; an item, by another item beside it."""
        change = self.sides.change(node.id)
        beside = self._others_tell(self.sides.partners.get(node.parent, ""), node.parent)
        beside = beside or node.code in self._codes[1]
        if change is None or "." not in node.code or beside or self.regime.lacks_words(node.parent):
            return GapRow(node.code, "", "missing", "unclear", id=node.id)
        return GapRow(node.code, "", "missing", *_verdict(change), id=node.id)

    def _extra(self, node: Node) -> GapRow:
        """An item of the mirror under the regime's numbers that the regime does not have."""
        change = self.sides.added(node.id)
        beside = self._others_tell(node.parent, self.sides.origin.get(node.parent, ""))
        beside = beside or regime_code(node.code, self.rules) in self._codes[0] or self._may_be_covered(node)
        if change is None or beside or self.mirror.lacks_words(node.parent) or self._is_of_its_entry(node):
            return GapRow("", node.code, "extra", "unclear", mirror_id=node.id)
        return GapRow("", node.code, "extra", *_verdict(change), mirror_id=node.id)

    def _may_be_covered(self, node: Node) -> bool:
        """Whether an item of the regime names a whole class that may hold what the mirror's item names, too: one
        beside where it would stand, or one of its entry all of whose words it says."""
        entry = entry_of(regime_code(node.code, self.rules))
        parent = self.sides.origin.get(node.parent, "")
        for other in self.regime.items_by_entry.get(entry, ()):
            if other.thresholds or other.refs or self.regime.items_below(other.id):
                continue
            is_class = other.parent == parent and 0 < len(tokens(other.text)) <= MOST_CLASS_WORDS
            if is_class or contained(other.text, node.text) == 1:
                return True
        return False

    def _is_of_its_entry(self, node: Node) -> bool:
        """Whether an item, or what stands below it, refers to its own entry: it may set apart what is controlled there
        already."""
        entry = entry_of(node.code)
        below = (each for each in self.mirror.children.get(node.id, ()) if each.kind == "item")
        return any(entry_of(ref) == entry for ref in node.refs) or any(self._is_of_its_entry(each) for each in below)

    def _others_tell(self, there: str, here: str) -> bool:
        """Whether items beside may say what one side lacks: without partner on the other, or with other limits."""
        if not there or not here:
            return True
        alone = [n for n in self.mirror.items_below(there) if n.id not in self.sides.origin]
        lacking = [n for n in self.regime.items_below(here) if n.id not in self.sides.partners]
        return bool(alone and lacking) or any(self._differs(node.id) for node in self.regime.items_below(here))

    @cached_property
    def _codes(self) -> tuple[frozenset[str], frozenset[str]]:
        """The codes of the regime's items and, as the regime would write them, of the mirror's: items at one code of
        which none answers the other may yet control the same."""
        return (
            frozenset(node.code for node in _items(self.regime)),
            frozenset(regime_code(node.code, self.rules) for node in _items(self.mirror)),
        )

    def _differs(self, ident: str) -> bool:
        """Whether the mirror states limits of a node of the regime otherwise."""
        change = self.sides.change(ident) if ident in self.sides.partners else None
        return change is not None and any(one.type == "threshold" for one in change.evidence)


def _lost_sign(old: str, new: str) -> Iterator[Evidence]:
    """A range about zero on one side alone (± 5, and 5 or + 5): one of the texts may have lost a sign."""
    if old and new and _BOTH_WAYS.search(old) and not _BOTH_WAYS.search(new):
        yield Evidence("wording", "unclear", old="±", note="the mirror does not say ±")
    elif old and new and _BOTH_WAYS.search(new) and not _BOTH_WAYS.search(old):
        yield Evidence("wording", "unclear", new="±", note="the regime does not say ±")


def _doubted(one: Evidence) -> Evidence:
    """Evidence of figures of which the side that is not official may have cut one."""
    return one if one.effect == "none" else Evidence(one.type, "unclear", one.parameter, one.old, one.new, FIGURE_CUT)


def _is_form(one: Evidence) -> bool:
    """Whether the words that two lists differ in only introduce, join or point, or give a name's abbreviation."""
    if not (one.old and one.new) and _SHORT_NAME.fullmatch(one.old or one.new):
        return True
    words = re.findall(r"[^\W\d_]+|\d[\d.,]*", f"{one.old} {one.new}".lower())
    is_lead = any(word.startswith("follow") for word in words) or not {"any", "all"} & {*words}
    return bool(words) and is_lead and all(stem(word) in _FORM_WORDS for word in words)


def _verdict(change: Change) -> tuple[Stricter, tuple[Difference, ...]]:
    return _STRICTER[change.effect], tuple(_difference(one) for one in change.evidence)


def _items(side: Traced) -> Iterator[Node]:
    return (
        node for node in side.edition.nodes if node.kind == "item" and node.status == "active" and not is_empty(node)
    )


def _notes(side: Traced, node: Node) -> Sequence[Node]:
    return [each for each in side.children.get(node.id, ()) if each.kind == "note"]


def _difference(evidence: Evidence) -> Difference:
    one = with_few_codes(evidence)
    return Difference(one.type, _STRICTER[one.effect], one.parameter, one.old, one.new, one.note)
