"""The records of the dataset: a node's facts, the editions they hold in, and how each edition was read."""

from __future__ import annotations

import hashlib
import re

import msgspec

from controllist import wording
from controllist.changes.records import Side
from controllist.codes import Style, cite, sort_key
from controllist.lines import count_chars
from controllist.model import Annotation, Edition, Kind, Mark, Node, Op, Problem, Status, Threshold

MAX_LABEL_WORDS = 8
"""A label of more words than this (a title that is a sentence) is kept as a digest."""

_CODED = re.compile(r"(?:(?:N/A|Yes|No|None|Column|[A-Z0-9$.,;:/&()+-]+)\s*)+")
"""An annotation made of codes and figures alone (`NS, RS, AT`, `$3000`) is a fact; any other is kept as a digest."""


class ThresholdFact(msgspec.Struct, frozen=True, omit_defaults=True, array_like=True):
    """A threshold without the words it was read from."""

    parameter: str
    op: Op
    value: float | tuple[float, float]
    unit: str
    doubtful: bool = False


class AnnotationFact(msgspec.Struct, frozen=True, omit_defaults=True, array_like=True):
    """An annotation: its name, its words if they are codes and figures, else their digest."""

    name: str
    value: str = ""
    digest: str = ""


class Facts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is recorded of a node: everything but its sentences. `digest` is of its text, `table` of its rows."""

    kind: Kind
    code: str = ""
    label: str = ""
    parent: str = ""
    status: Status = "active"
    digest: str = ""
    thresholds: tuple[ThresholdFact, ...] = ()
    gathered_refs: tuple[tuple[str, ...], ...] = msgspec.field(default=(), name="refs")
    """Codes referred to, in order of the codes, gathered under their first two characters: `["3A", "001.a", "002"]`."""
    terms: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    excludes: bool = False
    year: int | None = None
    expires: str = ""
    table: str = ""
    marks: tuple[Mark, ...] = ()
    notes: tuple[AnnotationFact, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """The codes the node refers to, in order of the codes."""
        return tuple(group + rest for group, *found in self.gathered_refs for rest in found)


class Version(msgspec.Struct, frozen=True, omit_defaults=True):
    """A node's facts and the editions they hold in: spans of first and last edition; no last while it still holds."""

    id: str
    spans: tuple[tuple[str, ...], ...]
    facts: Facts


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """How an edition was read, and how its order departs from the common order of the list."""

    edition: str
    format: str
    reader: str
    sha256: str
    coverage: float
    nodes: int
    items: int
    reserved: int
    residue: tuple[tuple[int, str], ...] = ()
    """Unclaimed text: its number of characters and its place."""
    problems: tuple[Problem, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """Nodes that stand elsewhere than in the common order: the node, and the node before it."""


def digest(text: str) -> str:
    """A fingerprint of a text as it stands: 64 bits of its sha256, enough to tell texts of one list apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:16] if text else ""


def facts_of(node: Node) -> Facts:
    """A node's facts."""
    return Facts(
        kind=node.kind,
        code=node.code,
        label=node.label if _is_short(node.label) else digest(node.label),
        parent=node.parent,
        status=node.status,
        digest=wording.digest(node.text),
        thresholds=tuple(ThresholdFact(t.parameter, t.op, t.value, t.unit, t.doubtful) for t in node.thresholds),
        gathered_refs=_gathered(node.refs),
        terms=tuple(sorted(set(node.terms))),
        cas=tuple(sorted(set(node.cas))),
        excludes=node.excludes,
        year=node.year,
        expires=node.expires,
        table=f"{len(node.rows)}:{digest(repr(node.rows))}" if node.rows else "",
        marks=node.marks,
        notes=tuple(_annotation_fact(annotation) for annotation in node.annotations),
    )


def _is_short(text: str) -> bool:
    return len(text.split()) <= MAX_LABEL_WORDS


def _gathered(refs: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, list[str]] = {}
    for code in sorted(set(refs), key=sort_key):
        groups.setdefault(code[:2], []).append(code[2:])
    return tuple((group, *rest) for group, rest in groups.items())


def _annotation_fact(annotation: Annotation) -> AnnotationFact:
    if annotation.rows or not _CODED.fullmatch(annotation.text):
        return AnnotationFact(annotation.name, digest=digest(annotation.text + repr(annotation.rows)))
    return AnnotationFact(annotation.name, annotation.text)


def node_of(ident: str, facts: Facts, where: str, style: Style) -> Node:
    """A node from its facts: without text; thresholds carry a line made from themselves in place of the source's."""
    return Node(
        id=ident,
        kind=facts.kind,
        code=facts.code,
        cite=cite(facts.code, style) if facts.kind == "item" else facts.code,
        label=facts.label,
        parent=facts.parent,
        status=facts.status,
        where=where,
        thresholds=tuple(_threshold(fact) for fact in facts.thresholds),
        refs=facts.refs,
        terms=facts.terms,
        cas=facts.cas,
        excludes=facts.excludes,
        year=facts.year,
        expires=facts.expires,
        marks=facts.marks,
        annotations=tuple(Annotation(fact.name, fact.value) for fact in facts.notes),
    )


def side_of_facts(ident: str, facts: Facts, style: Style) -> Side:
    """A node as a change names it."""
    return Side(facts.code, cite(facts.code, style) if facts.kind == "item" else facts.code, ident)


def _threshold(fact: ThresholdFact) -> Threshold:
    return Threshold(fact.parameter, fact.op, fact.value, fact.unit, in_words(fact), fact.doubtful)


def in_words(threshold: Threshold | ThresholdFact) -> str:
    """A threshold as a line of our own: `clock frequency > 40 MHz`."""
    value = threshold.value
    if isinstance(value, tuple):
        stated = f"{value[0]:g} to {value[1]:g}"
    else:
        stated = f"{ {'>=': '≥', '<=': '≤'}.get(threshold.op, threshold.op)} {value:g}"
    return " ".join(part for part in (threshold.parameter, stated, threshold.unit) if part)


def reading_of(edition: Edition) -> Reading:
    """How an edition was read; `moved` is filled in when the list's common order is known."""
    items = [node for node in edition.nodes if node.kind == "item"]
    return Reading(
        edition=edition.info.edition,
        format=edition.info.source.format,
        reader=edition.reader,
        sha256=edition.info.source.sha256,
        coverage=edition.coverage,
        nodes=len(edition.nodes),
        items=len(items),
        reserved=sum(1 for node in items if node.status == "reserved"),
        residue=tuple((count_chars(part.text), part.where) for part in edition.residue),
        problems=edition.problems,
    )
