"""Canada's Justice Laws XML: a regulation whose schedule is the list, with nested provisions.

Options, in `[readers.lims]` of the list:

- `category`: pattern of a heading's label that opens a category; its first group is the category's number.
- `category_code`: the category's code, with `{}` for that number.
- `note`: pattern of the whole text of an unlabelled provision that opens notes, with its colon.
- `mention`: pattern of the words by which a note names an item near it, before its label in brackets.
- `outside`: schedules that are not the list, by the `id` of the element, with the name of the furniture they become.

A heading below a category is a group. It has no number, so its code is the category's with the number of the first
entry below it (`G5.5101`); a heading that stands directly under another keeps its level as well (`G5.5101.3`). Such a
code stays when headings are added around it, and is the same in both languages.

A provision of the schedule with a number is an entry. Text and lists that stand directly under a category are its
statement. Marks carry the date on which a provision, or its text, came into force, and the instrument where exactly
one amendment of that date stands in the historical notes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec
from lxml import etree

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData, count_chars
from controllist.readers.lims_provisions import LIMS, Provisions
from controllist.readers.lims_text import (
    bare,
    furniture,
    label_of,
    own_size,
    plain_text,
    printed_text,
    size,
    texts_of,
)
from controllist.readers.xml_source import parse_xml
from controllist.sources.scheme import Scheme
from controllist.typography import folded

READER = "lims/1"

_INSTRUMENT = re.compile(r"(?:SOR|DORS|SI|TR|S\.C\.|L\.C\.)[/ ][^,;]+")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `[readers.lims]` may say; see the module."""

    category: str = r"(?:GROUP|GROUPE)\s+(\d+)"
    category_code: str = "G{}"
    note: str = r"NOTES?\s*:?"
    mention: str = ""
    outside: dict[str, str] = {}


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of one edition in Justice Laws XML.

    Raises `WrongUse` if there is not exactly one file, or it is no regulation of Justice Laws, or has no schedule in
    force.
    """
    if len(sources) != 1:
        raise WrongUse(f"lims: {len(sources)} files given; an edition is one file in one language, give that one")
    root = _root(sources[0])
    try:
        options = msgspec.convert(scheme.readers.get("lims", {}), Options)
    except msgspec.ValidationError as error:
        raise WrongUse(f"lists/{scheme.id}/list.toml: [readers.lims]: {error}") from None
    provisions = Provisions(options.note, options.mention, _instruments_by_date(root))
    lines = tuple(_RegulationReader(scheme, options, provisions).lines(root))
    if not any(line.role == "item" for line in lines):
        raise WrongUse(f"{sources[0].name}: no entry in its schedule; give the whole regulation, schedule included")
    return Reading(lines, size(root), _facts(root, provisions.instruments), READER)


def _root(source: SourceData) -> etree._Element:
    root = parse_xml(source.data, source.name)
    if root.tag != "Regulation" or root.find("Identification") is None:
        raise WrongUse(f"{source.name}: <{root.tag}> is no regulation of Justice Laws; give its XML from there")
    return root


def _instruments_by_date(root: etree._Element) -> dict[str, list[str]]:
    """The amending instruments that the historical notes name, by the date they came into force."""
    instruments: dict[str, list[str]] = defaultdict(list)
    for item in root.iter("HistoricalNoteSubItem"):
        date = item.get(f"{LIMS}inforce-start-date", "")
        for found in _INSTRUMENT.findall(plain_text(item)):
            if (name := folded(found)) not in instruments[date]:
                instruments[date].append(name)
    return dict(instruments)


def _facts(root: etree._Element, instruments: dict[str, list[str]]) -> dict[str, str]:
    date = root.get(f"{LIMS}pit-date", "")
    number = plain_text(root.find("Identification/InstrumentNumber"))
    amended = root.get(f"{LIMS}lastAmendedDate", "")
    facts = {
        "date": date,
        "in_force": date,
        "label": f"{number}, in force {date}",
        "instrument": "; ".join(instruments.get(amended, [])),
        "language": root.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
    }
    return {key: value for key, value in facts.items() if value}


class _RegulationReader:
    """Reads a regulation from its first element to its last."""

    def __init__(self, scheme: Scheme, options: Options, provisions: Provisions) -> None:
        self._entry = scheme.codes.entry
        self._options = options
        self._provisions = provisions
        self._category = ""
        self._title = ""
        self._codes: set[str] = set()

    def lines(self, root: etree._Element) -> Iterator[Line]:
        """All lines of the regulation."""
        yield from _between(root)
        for part in root:
            if part.tag == "Body":
                yield from _between(part)
                for child in part:
                    yield from self._body_child(child)
            elif part.tag == "Schedule" and part.get("id", "") not in self._options.outside:
                yield from self._schedule(part)
            else:
                yield furniture(part, self._options.outside.get(part.get("id", ""), str(part.tag)))

    def _body_child(self, element: etree._Element) -> Iterator[Line]:
        if element.tag == "Heading":
            self._title = plain_text(element)
            yield Line("furniture", self._title, "heading", name="heading", chars=size(element))
        elif element.tag == "Section":
            yield from self._section(element)
        else:
            yield furniture(element, str(element.tag))

    def _section(self, section: etree._Element) -> Iterator[Line]:
        where = f"section {bare(label_of(section))}"
        marks = self._provisions.marks_of(section)
        yield Line("statement", texts_of(section), where, name=self._title, chars=own_size(section), marks=marks)
        for child in section:
            if child.tag == "Definition":
                yield self._definition(child, where)
            elif child.tag == "HistoricalNote":
                yield furniture(child, "historical note")
            elif child.tag not in ("Label", "Text"):
                yield from self._provisions.bound(child, where)

    def _definition(self, element: etree._Element, where: str) -> Line:
        term = plain_text(next(element.iter("DefinedTermEn", "DefinedTermFr"), None))
        text = printed_text(element)
        rest = text[len(term) :].strip() if term and text.startswith(term) else text
        marks = self._provisions.marks(element)
        return Line("definition", rest, f"{where}, {term}", name=term, chars=size(element), marks=marks)

    def _schedule(self, schedule: etree._Element) -> Iterator[Line]:
        yield from _between(schedule)
        children = list(schedule)
        for at, child in enumerate(children):
            if child.tag == "Heading":
                yield self._heading(child, children[at + 1 :])
            elif child.tag == "Provision":
                yield from self._top_provision(child)
            else:
                yield furniture(child, "historical note" if child.tag == "HistoricalNote" else str(child.tag))

    def _heading(self, heading: etree._Element, following: list[etree._Element]) -> Line:
        label = label_of(heading)
        title = folded(" ".join(printed_text(text) for text in heading.findall("TitleText")))
        chars, marks = size(heading), self._provisions.marks(heading)
        if match := re.fullmatch(self._options.category, label, re.IGNORECASE):
            self._category = self._options.category_code.format(match[1])
            self._title = folded(f"{label} {title}")
            return Line("category", title, label, entry=self._category, chars=chars, marks=marks)
        code = self._group_code(title, heading.get("level", ""), following)
        where = f"{self._category}, {title}"
        return Line("group", folded(f"{label} {title}"), where, entry=code, chars=chars, marks=marks)

    def _group_code(self, title: str, level: str, following: list[etree._Element]) -> str:
        labels = (bare(label_of(child)) for child in following if child.tag == "Provision")
        first = next((label for label in labels if re.fullmatch(self._entry, label)), "")
        code = f"{self._category}.{first or title.casefold().replace(' ', '-')}".lstrip(".")
        while code in self._codes:
            code = f"{code}.{level}"
        self._codes.add(code)
        return code

    def _top_provision(self, provision: etree._Element) -> Iterator[Line]:
        label = bare(label_of(provision))
        if re.fullmatch(self._entry, label):
            yield from self._provisions.item(provision, label, label, 0)
            return
        where = self._title or "schedule"
        text = folded(f"{label_of(provision)} {texts_of(provision)}")
        marks = self._provisions.marks_of(provision)
        yield Line("statement", text, where, name=self._title, chars=own_size(provision), marks=marks)
        yield from self._provisions.bound_children(provision, where)


def _between(element: etree._Element) -> Iterator[Line]:
    """Text that stands between the children of an element, where none belongs."""
    if chars := count_chars(element.text or "") + sum(count_chars(child.tail or "") for child in element):
        yield Line("furniture", where=str(element.tag), name="between provisions", chars=chars)
