"""Tables of what stands in the lists: `nodes`, `lineages`, and what each node says in figures, codes and names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import get_args

from controllist.export.shape import (
    LIST,
    POSITION,
    TO_LIST,
    Cell,
    Column,
    Filling,
    Reference,
    Row,
    Table,
    count,
    day,
    flag,
    number,
    text,
)
from controllist.export.source import ListSource, Stretch
from controllist.export.tables.lists import EDITION, TO_EDITION
from controllist.history.records import Facts, ThresholdFact
from controllist.model import KINDS, Op, Status

ID = text("id", "Id of the node, unique in an edition and made from its code.", "3A001.a", required=True)
FIRST = day("first_edition", "First edition for which the row stands.", "2013-12-04", required=True)
LAST = day("last_edition", "Last edition for which the row stands.", required=True)
CURRENT = flag("current", "Whether it still stands in the newest edition at hand.")
LINEAGE = text("lineage", "Name of the lineage: the node through all editions, whatever its code.", "3A001.a",
                required=True)  # fmt: skip

FACTS: tuple[Column, ...] = (
    text("kind", "What the node is.", "item", values=KINDS, required=True),
    text("code", "Canonical code of an item or heading.", "3A001.a"),
    text("cite", "The code as the list prints it.", "3.A.1.a."),
    text("label", "What is printed at the node's head; one of more than eight words is replaced by its digest.", "a."),
    text("parent", "Id of the node it stands under; a note's parent is what it qualifies.", "3A001"),
    text("status", "Whether an item is in force, or its number is kept but empty.", "active",
         values=get_args(Status), required=True),
    count("reserved_since", "Since when a number is empty, where the source says so.", 2003, unit="calendar year"),
    text("digest", "First 16 hexadecimal digits of the sha256 of the text's normal form: equal for texts that differ "
         "in typography alone; empty for a node without text.", "0123456789abcdef"),
    flag("excludes", "Whether a note takes goods out of control."),
    day("expires", "Last day of a validity note."),
    text("table_digest", "Number of rows of a table in the node, and a digest of it.", "7:0123456789abcdef"),
)  # fmt: skip
"""The columns that say what a node is, as `nodes` and the rows by edition share them."""

NODES = Table("nodes", "One row for each node and run of successive editions in which it says the same.", (
    LIST, ID, FIRST, LAST, CURRENT, LINEAGE,
    count("position", "Place of the node in the list's common order, from 1; where editions differ in their order, the "
          "rows by edition (Parquet) have each edition's own.", required=True),
    *FACTS,
), ("list", "id", "first_edition"), (
    TO_LIST,
    Reference(("list", "first_edition"), "editions", ("list", "edition")),
    Reference(("list", "last_edition"), "editions", ("list", "edition")),
))  # fmt: skip

TO_NODE = Reference(("list", "id", "first_edition"), "nodes", ("list", "id", "first_edition"))
_OWNER = (LIST, ID, FIRST, LAST)
_KEY = ("list", "id", "first_edition", "position")

THRESHOLD: tuple[Column, ...] = (
    text("parameter", "What is measured, in a few words of the source.", "volume"),
    text("op", "How the value limits: `between` has two.", ">=", values=get_args(Op), required=True),
    number("value", "The value; the lower one of `between`.", 1.5, unit="as the column unit says", required=True),
    number("value_to", "The upper value of `between`.", 2.5, unit="as the column unit says"),
    text("unit", "The unit as printed.", "l"),
    flag("doubtful", "Whether the source lost an exponent (5 x 106): such a value must not be compared."),
)
THRESHOLDS = Table("thresholds", "One row for each limit that a node states.", (*_OWNER, POSITION, *THRESHOLD), _KEY,
                   (TO_NODE,))  # fmt: skip


def _named(name: str, meaning: str, *columns: Column) -> Table:
    return Table(name, meaning, (*_OWNER, POSITION, *columns), _KEY, (TO_NODE,))


REFERENCES = _named("cross_references", "One row for each code that a node refers to.",
                    text("refers_to", "Canonical code referred to.", "2A001.b", required=True))  # fmt: skip
TERMS = _named("terms", "One row for each defined term that a node uses.",
               text("term", "The term; one defined on the spot stands in single marks.", "Tea maker",
                    required=True))  # fmt: skip
CHEMICALS = _named("chemicals", "One row for each chemical number that a node names.",
                   text("cas", "CAS registry number.", "50-00-0", required=True))  # fmt: skip
MARKS = _named("marks", "One row for each of the publisher's amendment marks on a node.",
               text("instrument", "The act that amended it.", "Order 5 of 2018"),
               day("date", "Day that the mark gives."))  # fmt: skip
ANNOTATIONS = _named("annotations", "One row for each statement about a node that is not part of what it controls.",
                     text("name", "What is stated: sensitive-list marks, reasons for control, exceptions and so on.",
                          "reason-for-control", required=True),
                     text("value", "The statement, where it consists of codes and figures.", "NS, AT"),
                     text("digest", "Digest of any other statement.", "0123456789abcdef"))  # fmt: skip

LINEAGES = Table("lineages", "One row for each id that a lineage bore and run of successive editions.", (
    LIST, LINEAGE, ID, FIRST, LAST, CURRENT,
), ("list", "lineage", "first_edition"), (TO_LIST,))  # fmt: skip

DEPARTURES = Table("departures", "Nodes that stand elsewhere in an edition than in the list's common order. Common "
                   "order less these nodes, then each put after its predecessor in turn, is the edition's own order.", (
    LIST, EDITION, POSITION, ID, text("after", "Id of the node before it; empty at the head.", "3A001"),
), ("list", "edition", "position"), (TO_EDITION,))  # fmt: skip


def fact_cells(source: ListSource, facts: Facts) -> Row:
    """The cells of the columns `FACTS`."""
    return (facts.kind, facts.code, source.cite(facts), facts.label, facts.parent, facts.status, facts.year,
            facts.digest, facts.excludes, facts.expires, facts.table)  # fmt: skip


def threshold_cells(fact: ThresholdFact) -> Row:
    """The cells of the columns `THRESHOLD`."""
    value, value_to = fact.value if isinstance(fact.value, tuple) else (fact.value, None)
    return fact.parameter, fact.op, value, value_to, fact.unit, fact.doubtful


def _nodes(source: ListSource) -> Iterator[Row]:
    for each in source.stretches:
        head: Row = (source.name, each.id, each.first, each.last, each.current, each.lineage, each.position)
        yield (*head, *fact_cells(source, each.facts))


def _stated(said: Callable[[Facts], Iterable[tuple[Cell, ...]]]) -> Callable[[ListSource], Iterator[Row]]:
    """Rows of what each node says of one sort, numbered from 1."""

    def rows(source: ListSource) -> Iterator[Row]:
        for each in source.stretches:
            for position, cells in enumerate(said(each.facts), 1):
                yield (source.name, each.id, each.first, each.last, position, *cells)

    return rows


def _lineages(source: ListSource) -> Iterator[Row]:
    following = dict(pairwise(source.dates))
    runs: list[Stretch] = []
    for each in source.stretches:  # of one id, older before newer
        before = runs[-1] if runs else None
        if before and (before.id, before.lineage) == (each.id, each.lineage) and following[before.last] == each.first:
            runs[-1] = before._replace(last=each.last, current=each.current)
        else:
            runs.append(each)
    for run in sorted(runs, key=lambda run: (run.lineage, run.first)):
        yield source.name, run.lineage, run.id, run.first, run.last, run.current


def _departures(source: ListSource) -> Iterator[Row]:
    for date, reading in source.history.readings.items():
        for position, (ident, after) in enumerate(reading.moved, 1):
            yield source.name, date, position, ident, after


FILLINGS = (
    Filling(NODES, _nodes),
    Filling(THRESHOLDS, _stated(lambda facts: map(threshold_cells, facts.thresholds))),
    Filling(REFERENCES, _stated(lambda facts: ((code,) for code in facts.refs))),
    Filling(TERMS, _stated(lambda facts: ((term,) for term in facts.terms))),
    Filling(CHEMICALS, _stated(lambda facts: ((number,) for number in facts.cas))),
    Filling(MARKS, _stated(lambda facts: ((mark.instrument, mark.date) for mark in facts.marks))),
    Filling(ANNOTATIONS, _stated(lambda facts: ((note.name, note.value, note.digest) for note in facts.notes))),
    Filling(LINEAGES, _lineages),
    Filling(DEPARTURES, _departures),
)
