"""One node as HTML: its code, and the line made from its facts. A version is written once and used in all editions."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from html import escape
from typing import NamedTuple

from controllist.codes import cite, entry_of
from controllist.history.records import AnnotationFact, Facts
from controllist.publish.parts.addresses import page_name
from controllist.publish.parts.figures import threshold_html
from controllist.publish.parts.templating import fragment
from controllist.sources.scheme import Scheme

NAMES = {
    "item": "Item", "note": "Note", "technical-note": "Technical note", "nota-bene": "N.B.",
    "statement": "Statement", "definition": "Definition", "group": "Group", "category": "Category",
}  # fmt: skip
"""What a node is called that prints no label of its own."""

_CLASSES = {"note": "n", "technical-note": "n", "nota-bene": "n", "statement": "s", "definition": "d"}
_FLAGS = {"sensitive": "Sensitive List", "very-sensitive": "Very Sensitive List", "schedule-2": "Schedule 2"}
_ABBREVIATION = 3
_DIGEST = re.compile(r"[0-9a-f]{16}")
_OFFICIAL = '<a href="#official">official text</a>'
WORDS_ONLY = f'<span class="m">in words only: {_OFFICIAL}</span>'
"""The line of a node whose facts say nothing."""


class Row(NamedTuple):
    """A node's HTML: class and id of its element, its code as a permalink, its line, and the list's own citation."""

    attributes: str
    chip: str
    line: str
    cite: str

    def opened(self, below: str) -> str:
        """The beginning of the row of a node with others below it, up to their list.

        Neither the code nor a line with links stands in the summary: a link inside a control is out of reach for some.
        """
        head = f"<li{self.attributes}>{self.chip}{self.cite}"
        if "<a " in self.line:
            return f"{head}<p>{self.line}</p><details open><summary>{below}</summary><ul>"
        return f"{head}<details open><summary>{self.line or below}</summary><ul>"

    @property
    def leaf(self) -> str:
        """The whole row of a node that has nothing below it."""
        return f"<li{self.attributes}>{self.chip}{self.cite}<p>{self.line or WORDS_ONLY}</p></li>"


class RowWriter:
    """Writes the rows of one list. `known` says which ids have a place on their entry's page.

    `up` is the way from the page that the rows stand on to the list's folder.
    """

    def __init__(self, scheme: Scheme, entries: Container[str], known: Container[str], up: str = "../") -> None:
        self._scheme = scheme
        self._entries = entries
        self._known = known
        self._up = up
        self._rows: dict[int, Row] = {}
        # Terms and parameters come from the list: in another language than the page's they say so.
        self._foreign = f' lang="{escape(scheme.language)}"' if scheme.language != "en" else ""

    def row(self, ident: str, facts: Facts) -> Row:
        """The row of a node; the same object for the same version."""
        # Keyed by identity: a version's facts are one object in all editions, and live as long as the history.
        found = self._rows.get(id(facts))
        if found is None:
            said = [_listed(name.lower(), (value or "yes",)) for name, value in self.annotations(facts)]
            line = " ".join([*self.parts(facts), *said])
            found = Row(self._attributes(ident, facts), self.chip(ident, facts), line, self.own_cite(facts))
            self._rows[id(facts)] = found
        return found

    def _attributes(self, ident: str, facts: Facts) -> str:
        names = [_CLASSES.get(facts.kind, "")] + ["r"] * (facts.status == "reserved")
        name = " ".join(filter(None, names))
        return f' id="{escape(anchor(ident))}"' + (f' class="{name}"' if name else "")

    def chip(self, ident: str, facts: Facts) -> str:
        """A node's code or label, which is the link to itself."""
        return f'<a href="#{escape(fragment(anchor(ident)))}">{self.name(facts)}</a>'

    def name(self, facts: Facts) -> str:
        """A node's code, all but the last label subdued, or the label printed at its head."""
        if facts.kind == "item":
            above, dot, last = facts.code.rpartition(".")
            return f"<i>{escape(above)}.</i>{escape(last)}" if dot else escape(last)
        label = facts.label.replace('"', "").strip()
        return self._own(NAMES[facts.kind] if not label or _DIGEST.fullmatch(label) else label)

    def own_cite(self, facts: Facts) -> str:
        """The list's own citation of an item where it is not the canonical code."""
        own = cite(facts.code, self._scheme.codes.cite) if facts.kind == "item" else facts.code
        return f"<small>{escape(own)}</small>" if own != facts.code else ""

    def parts(self, facts: Facts) -> list[str]:
        """The parts of a node's line; annotations that need words apart."""
        found = self._flags(facts)
        if facts.status == "reserved":
            found.append(f"<em>reserved{f' since {facts.year}' if facts.year else ''}</em>")
        if facts.excludes:
            found.append('<em class="x">⊘ exclusion</em>')
        if facts.thresholds:
            stated = dict.fromkeys(threshold_html(fact) for fact in facts.thresholds)
            found.append(self._foreign_span("; ".join(stated)))
        if facts.terms:
            found.append(_listed("terms", (self._own(quoted(term)) for term in dict.fromkeys(facts.terms))))
        refs = [code for code in dict.fromkeys(facts.refs) if code not in (facts.code, facts.parent)]
        if refs:
            found.append(_listed("see", (self.reference(code) for code in refs)))
        if facts.cas:
            found.append(_listed("CAS", map(escape, facts.cas)))
        if facts.table:
            found.append(_listed("table", (f"{escape(facts.table.partition(':')[0])} rows",)))
        if facts.marks:
            marks = dict.fromkeys(" ".join(filter(None, (m.instrument, m.date and f"({m.date})"))) for m in facts.marks)
            found.append(_listed("amended", map(escape, marks)))
        if facts.expires:
            found.append(_listed("valid until", (escape(facts.expires),)))
        return found

    def reference(self, code: str) -> str:
        """A code as a link to its place on its entry's page, where this list has such an entry."""
        entry = entry_of(code)
        if entry not in self._entries:
            return f"<code>{escape(code)}</code>"
        at = f"#{escape(fragment(anchor(code)))}" if code in self._known else ""
        return f'<a href="{self._up}{escape(page_name(entry))}/index.html{at}">{escape(code)}</a>'

    def annotations(self, facts: Facts) -> list[tuple[str, str]]:
        """What is said about an item, by name, as HTML; what was too long for a fact is left to the official text."""
        grouped: dict[str, list[AnnotationFact]] = {}
        for note in facts.notes:
            if note.name not in _FLAGS:
                grouped.setdefault(note.name, []).append(note)
        found = [(annotation_name(name), self._values(notes)) for name, notes in grouped.items() if not _untold(notes)]
        untold = [annotation_name(name) for name, notes in grouped.items() if _untold(notes)]
        if untold:
            found.append(("Also stated", f"{escape('; '.join(untold))} (in the {_OFFICIAL})"))
        return found

    def _values(self, notes: list[AnnotationFact]) -> str:
        values = [self._own(value) for value in dict.fromkeys(note.value for note in notes if note.value)]
        if any(note.digest for note in notes):
            values.append(f"more in the {_OFFICIAL}")
        return "; ".join(values)

    def _flags(self, facts: Facts) -> list[str]:
        found = dict.fromkeys(note for note in facts.notes if note.name in _FLAGS)
        values = ((_FLAGS[note.name], f" {self._own(note.value)}" if note.value else "") for note in found)
        return [f"<em>{name}</em>{value}" for name, value in values]

    def _own(self, words: str) -> str:
        return self._foreign_span(escape(words, quote=False))

    def _foreign_span(self, html: str) -> str:
        return f"<span{self._foreign}>{html}</span>" if self._foreign else html


def _listed(name: str, values: Iterable[str]) -> str:
    return f'<span class="k">{escape(name)}</span> {", ".join(values)}'


def _untold(notes: Iterable[AnnotationFact]) -> bool:
    """Whether nothing is recorded of these annotations but that there is a text."""
    return all(note.digest and not note.value for note in notes)


def annotation_name(name: str) -> str:
    """An annotation's name in words: `reason-for-control` is "Reason for control", `sta` "STA"."""
    if len(name) <= _ABBREVIATION:
        return name.upper()
    return name.replace("-", " ").capitalize()


def quoted(term: str) -> str:
    """A term in quotation marks: double for one that the whole list defines, single for one of the passage alone.

    >>> quoted("software"), quoted("'sample rate'")
    ('“software”', '‘sample rate’')
    """
    bare = term.strip("'‘’\"“”")
    return f"‘{bare}’" if term[:1] in ("'", "‘") else f"“{bare}”"


def anchor(ident: str) -> str:
    """A node's id as the id of its element: an id of HTML has no white space."""
    return re.sub(r"\s", "_", ident)


