"""What a source that is no official text may have lost: nodes that stand in one of two successive editions alone, the
words of an item, what stood before the point of a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from controllist.changes.kinds import NOTES
from controllist.changes.place.notes.among_particulars import AMONG_PARTICULARS
from controllist.changes.records import FIGURE_CUT, WORDS_LOST, Change, Side
from controllist.history.misplaced import entry_lost
from controllist.history.pairs import PairRecord
from controllist.history.standing import Span, Standing, entry_of, marks_of, sense
from controllist.history.store import History
from controllist.model import EditionInfo, Kind

_HEADINGS: tuple[Kind, ...] = ("category", "group")
_ALONE = "nothing else there changed: the text that is not official may lack it"
_ANEW = "a note stands here before and behind: the source between may lack it"
_BESIDE = "it and another note of its entry stand here before and behind: the source between may lack them"
_WITH_OTHERS = "another node of its entry came back or was lost with it: the source may have lacked both"
_UNDER_NO_WORDS = "what it stands under has no words in that source, which may lack it, too"
_FROM_ELSEWHERE = ("steps", "note", "definition")
"""Types of evidence about something else than a node's own words and place."""


class End(NamedTuple):
    """What shows that the source may lack a node, and whether it plainly does."""

    note: str
    is_plain: bool = True


class Lost(NamedTuple):
    """A node of one edition of a pair alone: the edition that lacks it, and the one that holds it."""

    side: Side
    lacks: str
    holds: str


class Gaps:
    """Where a list's nodes stand with the same words, and which of its editions may lack what the law holds."""

    def __init__(self, history: History, infos: Sequence[EditionInfo]) -> None:
        self._unofficial = {info.edition for info in infos if info.provenance == "reconstructed"}
        self._by_an_act = {info.edition for info in infos if info.instrument}
        self._history = history
        self._standing = Standing(history)
        self._cited: dict[str, Mapping[str, list[str]]] = {}

    def ends_of(self, pair: PairRecord) -> list[End | None]:
        """For each change of a pair, what shows that one of its editions, which is not official, may lack the node."""
        worded = [
            self._words_lost(pair, change) or self._figure_cut(pair, change) or self._misplaced(pair, change)
            for change in pair.changes
        ]
        lost = [_lost(pair, change) for change in pair.changes]
        may_be = {one.side.id: one for one in lost if one and self._may_lack(one)}
        if not may_be:
            return worded
        ends = {ident: End(note) for ident, one in may_be.items() if (note := self._note_on(one))}
        alone = End(_ALONE, pair.new not in self._by_an_act)
        again = self._of_returns(may_be, ends)
        ends |= {ident: end for ident, end in again.items() if end.is_plain}
        again = self._of_gaps_around(may_be, ends) | again
        ends = again | dict.fromkeys(self._alone(pair, may_be, ends), alone) | ends
        return [
            (ends.get(one.side.id) or self._with_parent(one, may_be, ends)) if one else worded[at]
            for at, one in enumerate(lost)
        ]

    def _words_lost(self, pair: PairRecord, change: Change) -> End | None:
        """What shows that an unofficial edition left the words of an item out that is in force in both."""
        old, new = change.old, change.new
        if old is None or new is None or not any(one.note == WORDS_LOST for one in change.evidence):
            return None
        before, after = self._history.facts(pair.old)[old.id], self._history.facts(pair.new)[new.id]
        lacks, ident, digest = (pair.new, old.id, before.digest) if before.digest else (pair.old, new.id, after.digest)
        if lacks not in self._unofficial:
            return None
        first, last = self._standing.words.get((ident, digest), (lacks, lacks))
        if last > lacks > first:
            there = f"stood here in {first}, too" if lacks == pair.old else f"stand here in {last} again"
            return End(f"its words {there}: the source between left them out")
        return End("its words are not in the source, which may have a gap")

    def _figure_cut(self, pair: PairRecord, change: Change) -> End | None:
        """What shows that an unofficial edition may have cut the figure with which a text begins at its point."""
        told = next((one for one in change.evidence if one.note == FIGURE_CUT), None)
        if told is None:
            return None
        cut_in = pair.old if len(told.old) < len(told.new) else pair.new
        return End("the source may have cut its first figure at the point") if cut_in in self._unofficial else None

    def _misplaced(self, pair: PairRecord, change: Change) -> End | None:
        """What shows that an unofficial edition lost a node's entry, and prints the node under another one."""
        lacks, beyond = entry_lost(self._history, pair, change)
        if lacks not in self._unofficial:
            return None
        return End(f"its entry stands in {beyond}, too: the source between has lost the entry's heading")

    def _may_lack(self, lost: Lost) -> bool:
        """Whether the edition without a node is unofficial, and has nothing else at its number: what is kept empty is
        not lost."""
        return lost.lacks in self._unofficial and lost.side.id not in self._history.facts(lost.lacks)

    def _note_on(self, lost: Lost) -> str:
        """What shows of a node by itself that its source may lack it; empty where nothing does."""
        side, lacks, holds = lost
        facts = self._history.facts(holds)[side.id]
        marks = marks_of(side.id, facts)
        if found := (
            _beyond(self._standing.words.get((side.id, facts.digest)), lost)
            or (_beyond(self._standing.marks.get((side.id, marks)), lost) if marks else "")
        ):
            told = f"stood here in {found}, too" if found < lacks else f"stands here in {found} again"
            return f"{told}: the source between may lack it"
        if facts.kind in _HEADINGS and all(each.kind != facts.kind for each in self._history.facts(lacks).values()):
            return "the other source has no heading of its kind: it may lack them all"
        if self._is_skipped(lost):
            return "its number is skipped, not kept empty: the source may lack it"
        return "cited in the edition before, too: the source may lack it" if self._was_cited(lost) else ""

    def _of_returns(self, may_be: Mapping[str, Lost], ends: Mapping[str, End]) -> dict[str, End]:
        """The ends of notes whose ids stand on the far side of the edition that lacks them, in words of their own.

        Where another note of the entry is plainly lost with one that is alike there as far as facts tell, that is, too.
        """
        found: dict[str, End] = {}
        lost = {(may_be[ident].lacks, entry_of(ident)) for ident in ends if "/" in ident}
        for ident, one in may_be.items():
            facts = self._history.facts(one.holds)[ident]
            if ident not in ends and facts.kind in NOTES and _beyond(self._standing.notes.get(ident), one):
                is_alike = _beyond(self._standing.senses.get((ident, sense(facts))), one) != ""
                is_plain = is_alike and (one.lacks, entry_of(ident)) in lost
                found[ident] = End(_BESIDE if is_plain else _ANEW, is_plain)
        return found

    def _of_gaps_around(self, may_be: Mapping[str, Lost], ends: Mapping[str, End]) -> dict[str, End]:
        """The ends of notes that came (went) where the source has a gap: their entry lost something else in the same
        step, or the item that they stand under has no words there.

        A note that names an item which came (went) with it and was not lost belongs to an amendment.
        """
        found: dict[str, End] = {}
        entries = {(may_be[ident].lacks, entry_of(ident)) for ident in ends}
        amended = {one.side.code for ident, one in may_be.items() if ident not in ends and one.side.code}
        for ident, one in may_be.items():
            facts = self._history.facts(one.holds)[ident]
            if ident in ends or facts.kind not in NOTES or amended.intersection(facts.refs):
                continue
            above = self._history.facts(one.lacks).get(self._across(facts.parent, one.holds, one.lacks))
            if above is None or above.status != "active":
                continue
            if above.kind == "item" and not above.digest:
                found[ident] = End(_UNDER_NO_WORDS, is_plain=False)
            elif (one.lacks, entry_of(ident)) in entries:
                found[ident] = End(_WITH_OTHERS, is_plain=False)
        return found

    def _is_skipped(self, lost: Lost) -> bool:
        """Whether the edition that lacks an item has the number after its own, whatever that says there.

        An act that takes an item out keeps its number empty or moves the next ones up: no list begins with its second
        number, or goes from the first to the third.
        """
        following = _number_after(lost.side.id)
        return following != "" and following in self._history.facts(lost.lacks)

    def _was_cited(self, lost: Lost) -> bool:
        """Whether the edition before an item came has no such item, yet cites it elsewhere than above it.

        What stands above may name a number in order to say that it is empty. An item that went is left out: acts often
        leave behind citations of what they take out.
        """
        side, lacks, holds = lost
        if lacks > holds or not side.code or self._history.facts(holds)[side.id].kind != "item":
            return False
        citing = self._citing(lacks).get(side.code, ())
        return any(not side.id.startswith((f"{ident}.", f"{ident}/")) for ident in citing)

    def _citing(self, date: str) -> Mapping[str, list[str]]:
        """The ids of the nodes of an edition that cite a code."""
        if date not in self._cited:
            found: dict[str, list[str]] = defaultdict(list)
            for ident, facts in self._history.facts(date).items():
                for code in facts.refs if facts.gathered_refs else ():
                    found[code].append(ident)
            self._cited[date] = found
        return self._cited[date]

    def _alone(self, pair: PairRecord, may_be: Mapping[str, Lost], ends: Collection[str]) -> list[str]:
        """The ids of notes that came (went) alone where an official text follows (goes before) one that is not.

        Nothing tells such a note from one that the source had lost: what it stands under says what it said, and nothing
        else changed there, other than what the source may have lost, too (`ends`).
        """
        if (pair.old in self._unofficial) == (pair.new in self._unofficial):
            return []
        lacks, holds = sorted((pair.old, pair.new), key=lambda date: date not in self._unofficial)
        facts = self._history.facts(holds)
        notes: dict[str, str] = {}
        amended: set[str] = set()
        for change in pair.changes:
            side, other = (change.new, change.old) if holds == pair.new else (change.old, change.new)
            if side is None and other is not None:
                amended.add(self._across(self._history.facts(lacks)[other.id].parent, lacks, holds))
            elif side and side.id in may_be and facts[side.id].kind in NOTES:
                notes[side.id] = facts[side.id].parent
            elif side and side.id not in ends and _has_effect_of_its_own(change):
                amended |= {side.id, facts[side.id].parent}
        return [
            ident for ident, above in notes.items()
            if above not in amended and self._says_the_same(above, holds, lacks)
        ]  # fmt: skip

    def _across(self, ident: str, date: str, other: str) -> str:
        """The id in another edition of a node of an edition; empty where that has none."""
        names = self._history.lineages
        return names.id_at(names.name(date, ident), other)

    def _says_the_same(self, ident: str, date: str, other: str) -> bool:
        """Whether a node of one edition stands in another with the same words."""
        here = self._history.facts(date).get(ident)
        there = self._history.facts(other).get(self._across(ident, date, other))
        if here is None or there is None or not here.status == there.status == "active":
            return False
        return here.digest == there.digest != ""

    def _with_parent(self, lost: Lost, came: Mapping[str, Lost], ends: Mapping[str, End]) -> End | None:
        """What is said of a node that came (went) with what stands above it, where the source may lack that.

        A heading over entries is left out: a source may lack it alone.
        """
        facts = self._history.facts(lost.holds)
        above = facts[lost.side.id].parent
        while above in came and facts[above].kind not in _HEADINGS:
            if above in ends:
                return End("the source may lack what it stands under", ends[above].is_plain)
            above = facts[above].parent
        return None


def _lost(pair: PairRecord, change: Change) -> Lost | None:
    if any(one.note == AMONG_PARTICULARS for one in change.evidence):
        return None
    if change.kind == "added" and change.new:
        return Lost(change.new, pair.old, pair.new)
    if change.kind == "removed" and change.old:
        return Lost(change.old, pair.new, pair.old)
    return None


def _beyond(span: Span | None, lost: Lost) -> str:
    """The edition of a span that is farthest beyond the one that lacks a node, seen from the one that holds it."""
    first, last = span or (lost.holds, lost.holds)
    return first if first < lost.lacks < lost.holds else last if last > lost.lacks > lost.holds else ""


def _has_effect_of_its_own(change: Change) -> bool:
    return any(one.effect != "none" and one.type not in _FROM_ELSEWHERE for one in change.evidence)


def _number_after(ident: str) -> str:
    """The id of the item that would follow an item among its siblings: `2A290.b` after `2A290.a`; else nothing."""
    stem, dot, label = ident.rpartition(".")
    if not dot or "/" in ident:
        return ""
    if label.isdigit():
        return f"{stem}.{int(label) + 1}"
    return f"{stem}.{chr(ord(label) + 1)}" if len(label) == 1 and "a" <= label < "x" else ""
