"""Reads gii-norm XML, the form in which the German Federal Office of Justice publishes all federal law.

One file is a whole act: a `norm` for each section and annex. One annex is the list. Options, in `[readers.gii]` of
`lists/<list>/list.toml`:

- `annex`: the annex that is the list, as `enbez` names it ("Anlage 1"). The rest of the act is not list text.
- `parts`: the letter that heads a part of the list → the code of that part's category line.
- `sections`: what stands under a heading of the annex, by kind: `list` (entries, and before them general notes),
  `contents`, `abbreviations`, `definitions`, `outside` (in the annex, but no part of the control list: furniture).
  Each value is a regular expression matched at the start of a heading without regard to case. A heading that matches
  none changes nothing.

The edition's own date is not in the file. What it says of itself goes to the facts: `label` (the annex's place in the
gazette), `instrument` (the same without page numbers), `published` where the citation holds its date, `adopted` and
`in_force` where the publisher's remarks give them for that instrument, `stand` (these remarks) and `built`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData
from controllist.readers.gii_lists import Lists
from controllist.readers.gii_paragraphs import Block, blocks, source_chars, text_of
from controllist.readers.xml_source import parse_xml
from controllist.sources.scheme import Scheme

READER = "gii 1"

_TERM = re.compile(r"[„\"“]([^“”\"„]+)[“”\"]\s*(?=\()")
_GAZETTE_DATE = re.compile(r"\bAT (\d{2})\.(\d{2})\.(\d{4})\b")
_DAY = r"(\d{1,2})\.(\d{1,2})\.(\d{4})"


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of the annex that is the list, and what the act says of its edition."""
    if len(sources) != 1:
        raise WrongUse(f"an edition in gii-norm XML is one file, not {len(sources)}: give the file of the whole act")
    source = sources[0]
    options = scheme.readers.get("gii", {})
    act = _act(source)
    annex = _annex(act, options.get("annex", ""), source.name)
    walk = _Annex(scheme, options)
    for part in annex.iterfind("textdaten/*"):
        walk.part(part)
    if not any(line.role == "item" and line.entry for line in walk.lines):
        raise WrongUse(
            f"{source.name}: no entry of the list stands in {text_of(annex.find('metadaten/enbez'))!r}; "
            "check readers.gii.annex and codes.entry in list.toml, or fetch the file again"
        )
    chars = sum(source_chars(part) for part in annex.iterfind("textdaten"))
    return Reading(tuple(walk.lines), chars, _facts(act, annex), READER)


def _act(source: SourceData) -> etree._Element:
    act = parse_xml(source.data, source.name)
    if act.tag != "dokumente":
        raise WrongUse(
            f"{source.name}: the root element is <{act.tag}>, not <dokumente>; "
            "gii-norm XML comes from www.gesetze-im-internet.de as <act>/xml.zip"
        )
    return act


def _annex(act: etree._Element, name: str, file: str) -> etree._Element:
    names = []
    for norm in act.iter("norm"):
        here = text_of(norm.find("metadaten/enbez"))
        if here == name and norm.find("textdaten") is not None:
            return norm
        names.append(here)
    annexes = ", ".join(here for here in names if here and not here.startswith("§")) or "no annex"
    raise WrongUse(
        f"{file}: there is no {name!r} (the file has {annexes}); name the annex that is the list "
        "as readers.gii.annex in list.toml, or fetch the file again if it is cut off"
    )


# The annex from heading to heading


class _Annex:
    """Takes the annex element by element and remembers under which heading it stands."""

    def __init__(self, scheme: Scheme, options: dict[str, Any]) -> None:
        self._sections: dict[str, str] = options.get("sections", {})
        self._lists = Lists(scheme, options.get("parts", {}))
        self._kind = "list"
        self._heading = ""
        self._where = ""

    @property
    def lines(self) -> list[Line]:
        return self._lists.lines

    def part(self, part: etree._Element) -> None:
        """One of the parts of `textdaten`: the text itself, or the editors' footnotes."""
        for element in _elements(part):
            found = _blocks_of(element)
            if part.tag == "fussnoten":
                self._furniture(found, "footnote")
            elif element.find(".//kommentar") is not None:
                self._furniture(found, "gazette citation")
            elif self._is_heading(element, found):
                self._enter(found)
            else:
                for block in found:
                    self._block(block)

    def _is_heading(self, element: etree._Element, found: list[Block]) -> bool:
        """A title, or a paragraph that is bold from end to end and stands alone."""
        return len(found) == 1 and found[0].kind == "paragraph" and (element.tag == "Title" or found[0].bold)

    def _enter(self, found: list[Block]) -> None:
        self._heading = self._where = found[0].text
        self._kind = next(
            (kind for kind, words in self._sections.items() if re.match(words, self._heading, re.IGNORECASE)),
            self._kind,
        )
        self._furniture(found, self._kind if self._kind == "outside" else "heading")

    def _block(self, block: Block) -> None:
        if self._kind in ("contents", "outside"):
            self._furniture([block], self._kind)
        elif self._kind == "list" and block.kind == "list":
            self._lists.entries(block.element, self._heading)
        elif self._kind == "definitions" and (term := _TERM.match(block.text)):
            self._definition(block, term)
        elif self._kind == "abbreviations" and block.kind == "list":
            self._lists.add(_as_table(block.element, self._heading))
        elif block.kind == "paragraph" and not self._in_definition():
            self._statement(block)
        else:
            self._lists.inside(block, self._where)

    def _in_definition(self) -> bool:
        opener = next((line for line in reversed(self.lines) if line.role not in ("text", "table")), None)
        return opener is not None and opener.role == "definition"

    def _statement(self, block: Block) -> None:
        self._where = self._heading
        line = Line("statement", block.text, self._where, name=self._heading, italic=block.italic, chars=block.chars)
        self._lists.add(line)

    def _definition(self, block: Block, term: re.Match[str]) -> None:
        self._where = f"{self._heading}, {term[1]}"
        text = block.text[term.end() :]
        self._lists.add(Line("definition", text, self._where, name=term[1], italic=block.italic, chars=block.chars))

    def _furniture(self, found: list[Block], name: str) -> None:
        for block in found:
            paragraph = block.kind == "paragraph"
            text = block.text if paragraph else text_of(block.element)
            chars = block.chars if paragraph else source_chars(block.element)
            self._lists.add(Line("furniture", text, self._heading or name, name=name, chars=chars))


def _elements(part: etree._Element) -> Iterator[etree._Element]:
    """The titles, paragraphs, lists and tables of a part, whatever wrapper they stand in."""
    for child in part:
        if child.tag == "Content":
            yield from _elements(child)
        elif isinstance(child.tag, str):
            yield child


def _blocks_of(element: etree._Element) -> list[Block]:
    if element.tag == "table":
        return [Block("table", element)]
    if element.tag == "DL":
        return [Block("list", element)]
    return list(blocks(element))


def _as_table(dl: etree._Element, where: str) -> Line:
    """A list of abbreviations as the table that other editions make of it."""
    terms, meanings = dl.findall("DT"), dl.findall("DD")
    rows = tuple((text_of(term), text_of(meaning)) for term, meaning in zip(terms, meanings, strict=False))
    return Line("table", where=where, rows=rows, bound=True, chars=source_chars(dl))


# What the act says of the edition


def _facts(act: etree._Element, annex: etree._Element) -> dict[str, str]:
    citation = text_of(annex.find(".//kommentar[@typ='Fundstelle']"))
    label = re.sub(r"^\(?\s*(?:Fundstelle:)?\s*|\s*\)?$", "", citation)
    instrument = label.partition(",")[0].strip()
    remarks = [
        (text_of(mark.find("standtyp")), text_of(mark.find("standkommentar"))) for mark in act.iter("standangabe")
    ]
    facts = {
        "label": label,
        "instrument": instrument,
        "published": _gazette_date(instrument),
        "date": _gazette_date(instrument),
        "stand": next((text for kind, text in remarks if kind == "Stand"), ""),
        "built": _built(annex.get("builddate") or act.get("builddate") or ""),
        **_dates_of(instrument, [text for _, text in remarks]),
    }
    return {name: fact for name, fact in facts.items() if fact}


def _gazette_date(citation: str) -> str:
    match = _GAZETTE_DATE.search(citation)
    return f"{match[3]}-{match[2]}-{match[1]}" if match else ""


def _built(stamp: str) -> str:
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if re.match(r"\d{8}", stamp) else ""


def _dates_of(instrument: str, remarks: list[str]) -> dict[str, str]:
    """The day of signature and of entry into force, where a remark gives them for this very instrument.

    The Federal Law Gazette is cited with its year in the annex and without it in the remarks. A remark on an instrument
    that the text does not show yet, or with two days of entry into force, dates nothing.
    """
    key = re.sub(r"^BGBl\.?\s+\d{4}\s+", "", instrument)
    year = match[1] if (match := re.match(r"BGBl\.?\s+(\d{4})", instrument)) else ""
    for remark in remarks:
        if not key or not re.search(re.escape(key) + r"(?!\d)", remark) or "noch nicht berücksichtigt" in remark:
            continue
        signed = re.search(rf"\bv\. {_DAY}", remark)
        if signed and year and signed[3] != year:
            continue
        force = re.search(rf"\bmWv {_DAY}(?!\s*bzw)", remark)
        return {
            "adopted": _iso(signed) if signed else "",
            "in_force": _iso(force) if force else "",
        }
    return {}


def _iso(day: re.Match[str]) -> str:
    return f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}"
