"""Tables of what changed between successive editions: `changes`, `evidence`, `fields`, `divisions`, `unfinished`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from controllist.alignment.result import Work
from controllist.changes.records import CHANGE_KINDS, Effect, EvidenceType, FieldWhat, Side
from controllist.export.shape import (
    FROM,
    LIST,
    POSITION,
    TO,
    Filling,
    Reference,
    Row,
    Table,
    count,
    flag,
    number,
    text,
)
from controllist.export.source import ListSource

EFFECTS: tuple[str, ...] = get_args(Effect)
_PAIR = ("list", "from_edition", "to_edition")
_TO_PAIR = (
    Reference(("list", "from_edition"), "editions", ("list", "edition")),
    Reference(("list", "to_edition"), "editions", ("list", "edition")),
)
_CHANGE = text("change", "Id of the change in its pair of editions: the node's ids before and after.",
               "3A001.a>3A001.b", required=True)  # fmt: skip
_TO_CHANGE = Reference((*_PAIR, "change"), "changes", (*_PAIR, "change"))

CHANGES = Table("changes", "One row for each change between two successive editions.", (
    LIST, FROM, TO, _CHANGE,
    text("kind", "What happened: `rescoped` where what is controlled may differ, `reworded` where it does not, "
         "`renumbered` under the same parent, `moved` under another.", "rescoped", values=CHANGE_KINDS, required=True),
    text("effect", "Whether more is controlled (tightened) or less (relaxed).", "relaxed", values=EFFECTS,
         required=True),
    flag("carried", "Whether the node's own words stand as they were, and a definition or note that governs it "
         "changed."),
    text("flags", "Further marks, parted by spaces: `carried`, `governed` (a cause elsewhere stands beside its own), "
         "`reversal` (undoes the edition before), `corrigendum`, `correction` (of the print, not of the law), "
         "`gap-in-source` (an edition of an unofficial source may lack it).", "governed"),
    text("lineage", "Lineage of the node that changed.", "3A001.b", required=True),
    text("old_id", "Its id before; empty where it was added.", "3A001.a"),
    text("old_code", "Its canonical code before.", "3A001.a"),
    text("old_cite", "The code before as the list prints it.", "3.A.1.a."),
    text("new_id", "Its id after; empty where it was removed.", "3A001.b"),
    text("new_code", "Its canonical code after.", "3A001.b"),
    text("new_cite", "The code after as the list prints it.", "3.A.1.b."),
    text("matched_by", "How the two were known to be one node; empty where only one edition has it.", "text"),
    number("score", "How alike the words are.", 0.91, unit="share, 0 to 1", required=True),
    text("runner_up", "Id of the best other partner that was weighed.", "3A001.c"),
    text("runner_up_side", "The edition in which that partner stands.", "new", values=("old", "new")),
    number("runner_up_score", "How alike its words are.", 0.4, unit="share, 0 to 1"),
), (*_PAIR, "change"), _TO_PAIR)  # fmt: skip

EVIDENCE = Table("evidence", "One row for each reason for a change's verdict.", (
    LIST, FROM, TO, _CHANGE, POSITION,
    text("type", "What the evidence is about.", "threshold", values=get_args(EvidenceType), required=True),
    text("effect", "What it does by itself.", "relaxed", values=EFFECTS, required=True),
    text("parameter", "The quantity it is about.", "volume"),
    text("old", "What stood before: a limit, a code, a few words.", ">= 1 l"),
    text("new", "What stands after.", ">= 2 l"),
    text("note", "The reason in our own words.", "one more of several that are each enough"),
), (*_PAIR, "change", "position"), (_TO_CHANGE,))  # fmt: skip

FIELDS = Table("fields", "One row for each change of what is stated beside a node's words.", (
    LIST, FROM, TO, POSITION,
    text("id", "Id of the node in the newer edition, or in the older where it is gone.", "3A001", required=True),
    text("code", "Its canonical code.", "3A001"),
    text("field", "What is stated: reason for control, exception, mark on another list.", "reason-for-control",
         required=True),
    text("what", "What happened to it.", "changed", values=get_args(FieldWhat), required=True),
    text("old", "What stood before.", "NS"),
    text("new", "What stands after.", "AT"),
    text("note", "That words differ, where there is no fact to state.", "other words"),
), (*_PAIR, "position"), _TO_PAIR)  # fmt: skip

DIVISIONS = Table("divisions", "One row for each part of a node whose words stand in several of the other edition.", (
    LIST, FROM, TO,
    text("what", "Whether an old node was split into new ones, or old ones merged into a new one.", "split",
         values=("split", "merge"), required=True),
    text("whole", "Id of the undivided node.", "3A001.a", required=True),
    POSITION,
    text("part", "Id of one part in the other edition.", "3A001.b", required=True),
    number("share", "Share of the undivided node's words found in all parts.", 0.9, unit="share, 0 to 1",
           required=True),
), (*_PAIR, "what", "whole", "position"), _TO_PAIR)  # fmt: skip

UNFINISHED = Table("unfinished", "One row for each part of a comparison that its budget cut off.", (
    LIST, FROM, TO, POSITION,
    text("pass", "The pass of the alignment.", "moved", values=get_args(Work), required=True),
    text("place", "Where.", "3A001"),
    count("comparisons", "How many comparisons it wanted.", 500, unit="comparisons", required=True),
), (*_PAIR, "position"), _TO_PAIR)  # fmt: skip


def _changes(source: ListSource) -> Iterator[Row]:
    for each in source.changes:
        change, rival = each.change, each.change.runner_up
        yield (source.name, each.old, each.new, change.id, change.kind, change.effect, "carried" in change.flags,
               " ".join(change.flags), source.lineage(each), *_side(change.old), *_side(change.new),
               change.matched_by, change.score,
               *((rival.id, rival.side, rival.score) if rival else (None, None, None)))  # fmt: skip


def _side(side: Side | None) -> Row:
    return (side.id, side.code, side.cite) if side else (None, None, None)


def _evidence(source: ListSource) -> Iterator[Row]:
    for each in source.changes:
        for position, one in enumerate(each.change.evidence, 1):
            yield (source.name, each.old, each.new, each.change.id, position, one.type, one.effect, one.parameter,
                   one.old, one.new, one.note)  # fmt: skip


def _fields(source: ListSource) -> Iterator[Row]:
    for record in source.pairs:
        for position, one in enumerate(record.fields, 1):
            yield (source.name, record.old, record.new, position, one.id, one.code, one.field, one.what, one.old,
                   one.new, one.note)  # fmt: skip


def _divisions(source: ListSource) -> Iterator[Row]:
    for record in source.pairs:
        for what, divisions in (("split", record.splits), ("merge", record.merges)):
            for division in divisions:
                for position, part in enumerate(division.parts, 1):
                    yield (source.name, record.old, record.new, what, division.whole, position, part,
                           division.share)  # fmt: skip


def _unfinished(source: ListSource) -> Iterator[Row]:
    for record in source.pairs:
        for position, one in enumerate(record.undone, 1):
            yield source.name, record.old, record.new, position, one.work, one.where, one.comparisons


FILLINGS = (
    Filling(CHANGES, _changes),
    Filling(EVIDENCE, _evidence),
    Filling(FIELDS, _fields),
    Filling(DIVISIONS, _divisions),
    Filling(UNFINISHED, _unfinished),
)
