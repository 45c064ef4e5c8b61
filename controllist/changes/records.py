"""The record of one change, in the shape that JSON, terminal and pages share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from controllist.model import Kind, Node
from controllist.patterns import pattern

ChangeKind = Literal["added", "removed", "rescoped", "reworded", "renumbered", "moved"]
Effect = Literal["tightened", "relaxed", "mixed", "none", "unclear"]

CHANGE_KINDS: tuple[ChangeKind, ...] = ("added", "removed", "rescoped", "reworded", "renumbered", "moved")

EvidenceType = Literal[
    "threshold", "logic", "alternative", "condition", "exclusion", "inclusion", "reference", "term", "standard",
    "chemical", "example", "wording", "units", "conversion", "order", "spelling", "exponent", "status", "entry",
    "parent", "code", "definition", "note", "heading", "steps", "split", "merge",
]  # fmt: skip
"""What a piece of evidence is about. The first two thirds are found in the item's own words and figures, `entry`,
`parent`, `status` and `code` in its place; `definition` and `note` name a cause elsewhere that governs the item;
`steps` is said of several editions (what differs between them, or what one of them holds again), `split` and `merge`
of divided items."""

GAP = "gap-in-source"
"""The flag of what such a source lost, or shows again."""

WORDS_LOST = "one of the sources leaves its words out"
"""The note of an item whose words one edition lacks, which is no change of law: what changed cannot be told."""

FIGURE_CUT = "the one figure is what stands behind the other's point"
"""The note of two figures of which a source may have cut one: whoever knows the source judges that."""

REWRITTEN = "what bears the number was rewritten"
"""The note of a reference to an item that changed beyond recognition in its place: a doubt where all else is none."""

STANDARD_NAMED = "a standard is named where none was"
"""The note of a standard of measurement that stands on one side alone: a limit that moved is told by its figures."""

OTHER_STANDARD = "another standard of measurement"
"""The note of figures that are measured in another way: whether they are comparable is not certain."""

LONGEST_SPAN = 8
"""Words of a span that evidence may quote: it points at the place, it never ships a sentence."""


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reason for a verdict, which a reader can check against the two texts.

    `edition` names the edition that brought it, where a comparison spans several.
    """

    type: EvidenceType
    effect: Effect
    parameter: str = ""
    old: str = ""
    new: str = ""
    note: str = ""
    edition: str = ""


class Side(msgspec.Struct, frozen=True):
    """The item in one of the two editions."""

    code: str
    cite: str
    id: str


class RunnerUp(msgspec.Struct, frozen=True):
    """The best other partner that was weighed for either side: `side` says in which edition `id` stands."""

    id: str
    side: Literal["old", "new"]
    score: float


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change. `flags` may hold `carried` (the cause stands elsewhere),
    `governed` (a cause elsewhere stands beside its own), `reversal`, `corrigendum`, `correction`, `gap-in-source`."""

    id: str
    kind: ChangeKind
    effect: Effect
    old: Side | None
    new: Side | None
    matched_by: str
    score: float
    evidence: tuple[Evidence, ...]
    flags: tuple[str, ...] = ()
    runner_up: RunnerUp | None = None


FieldWhat = Literal["added", "removed", "changed"]


class FieldChange(msgspec.Struct, frozen=True, omit_defaults=True):
    """One field of an item that came, went or changed.

    `id` is the node's in the new edition. `old` and `new` are short facts (codes, amounts, columns, limits), never a
    sentence, with the key of the field before them; of codes and limits only those the other side has not. Where there
    is none to state, `note` says that the words differ, and of which key.
    """

    id: str
    code: str
    field: str
    what: FieldWhat
    old: str = ""
    new: str = ""
    note: str = ""


def side_of(node: Node | None) -> Side | None:
    """The node as a change names it."""
    return Side(node.code, node.cite, node.id) if node else None


def change_id(old: Node | None, new: Node | None) -> str:
    """The id of a change within a pair of editions: the ids of both sides, one of them empty if it is one-sided."""
    return f"{old.id if old else ''}>{new.id if new else ''}"


def opposite(effect: Effect) -> Effect:
    """The effect of the same change read backwards, or of a change to an exclusion."""
    return {"tightened": "relaxed", "relaxed": "tightened"}.get(effect, effect)  # type: ignore[return-value]  # closed


def combined(effects: Iterable[Effect]) -> Effect:
    """One effect for several: any doubt makes the whole unclear, both directions make it mixed."""
    found = set(effects)
    if "unclear" in found:
        return "unclear"
    if "mixed" in found or {"tightened", "relaxed"} <= found:
        return "mixed"
    return next((effect for effect in ("tightened", "relaxed") if effect in found), "none")


AT_MOST_MORE, AT_MOST_LESS = "at most more is controlled", "at most less is controlled"
"""What can only go one way, or do nothing: it decides nothing alone, and contradicts nothing that goes that way."""
NAMED_BEFORE = "an item of its own named it before: at most more is controlled"
NAMED_NOW = "an item of its own names it now: at most less is controlled"
"""The same of goods that an item without a counterpart names in the other edition."""
LEFT_OUT_NEW = "leaves out items that all came with it: at most less is controlled"
LEFT_OUT_GONE = "left out items that all went with it: at most more is controlled"
"""The same of an exception for parts of a whole that came, or went, in the same edition."""
PARTS_NAMED, MORE_NAMED = "parts of what was named", "more than the parts named"
_AT_MOST: dict[str, Effect] = {
    AT_MOST_MORE: "tightened", AT_MOST_LESS: "relaxed", NAMED_BEFORE: "tightened", NAMED_NOW: "relaxed",
    LEFT_OUT_GONE: "tightened", LEFT_OUT_NEW: "relaxed",
}  # fmt: skip


def turned_note(note: str) -> str:
    """The note of such evidence read backwards, or in an exclusion; any other note as it is."""
    return {AT_MOST_MORE: AT_MOST_LESS, AT_MOST_LESS: AT_MOST_MORE}.get(note, note)


def decided_by(found: Iterable[Evidence]) -> Effect:
    """The effect of several pieces of evidence, in which one that can go one way only does not gainsay that way."""
    sure = []
    at_most: set[Effect] = set()
    for one in found:
        if one.effect == "unclear" and one.note in _AT_MOST:
            at_most.add(_AT_MOST[one.note])
        else:
            sure.append(one.effect)
    decided = combined(sure)
    return decided if at_most <= {decided} or decided == "mixed" else "unclear"


_TURNS = ("changed", "is new", "is gone")
"""What a cause elsewhere did, as the note of its evidence ends."""


def cause_name(kind: Kind, label: str, ident: str) -> str:
    """How evidence names a cause elsewhere: a definition by its term, a note by its id."""
    return f"“{label}”" if kind == "definition" and label else ident


def cause_note(name: str, *, was: bool, now: bool) -> str:
    """The note of evidence that names a cause elsewhere, which stands in the old edition, in the new one, or in both.

    >>> cause_note("1A001/note", was=False, now=True)
    '1A001/note is new'
    """
    return f"{name} {_TURNS[0] if was and now else _TURNS[1] if now else _TURNS[2]}"


def cause_named(note: str) -> tuple[str, str]:
    """The name of the cause that a note of evidence ends in telling of, and what it did; both empty if it names none.

    >>> cause_named("“Lid” is gone")
    ('“Lid”', 'is gone')
    """
    turn = next((turn for turn in _TURNS if note.endswith(f" {turn}")), "")
    return (note.removesuffix(f" {turn}"), turn) if turn else ("", "")


_PARTS = pattern(r"[^\W_]+")


def clipped(text: str) -> str:
    """A span short enough to be quoted in evidence: so many words, none of which hides several in its punctuation."""
    words = text.split()
    shown = words[:LONGEST_SPAN]
    while len(shown) > 1 and len(_PARTS.findall(" ".join(shown))) > LONGEST_SPAN:
        shown.pop()
    return " ".join(shown) + (" …" if len(words) > len(shown) else "")


def tidied(evidence: Evidence) -> Evidence:
    """The evidence with its spans as a reader quotes them."""
    old, new = span_alone(evidence.old), span_alone(evidence.new)
    if (old, new) == (evidence.old, evidence.new):
        return evidence
    return msgspec.structs.replace(evidence, old=old, new=new)


def span_alone(span: str) -> str:
    """A span without the marks at its ends that belong to the words around it, nor half of a pair of marks.

    >>> [span_alone(span) for span in ('. or "lid', ") of tin", "lids (SPLs", '", and "pots" of …')]
    ['or "lid"', 'of tin', 'lids (SPLs)', 'and "pots" of …']
    """
    if span.isalnum():
        return span
    words = _FOREIGN_END.sub("", _FOREIGN_START.sub("", span))
    if not words or words.endswith("…"):
        return words or span
    if words.count('"') % 2 and _OPENED.search(words):
        words += '"'
    return words + ")" * (words.count("(") - words.count(")"))


_OPENED = pattern(r"(?<!\w)\"[^\"]*$")
_FOREIGN_START = pattern(r"^(?:[\s,;:)]|[.](?!\w)|[\"'](?=[\s,;:.)]))+")
_FOREIGN_END = pattern(r"(?:[\s,;:(]|(?<=\s)[\"'])+$")
"""Marks that shut what stands before a span, or open what stands behind it."""
