"""Hong Kong's legislation XML (hklm): a list of articles printed as schedules of a regulation.

Options, in `[readers.hklm]` of the list:

- `list`: numbers of the schedules that are the list ("Schedule 1"); everything else is furniture under its own name.
- `annotations`: other schedules that say something about items, with the name of the annotation. A clause annotates
  every item it names, every entry between two named with "to", or every entry of a category it names.
- `categories`: patterns of the headings that open a category, with its code; `\\1` is the pattern's first group.
- `parts`: pattern of the headings that open a part of a category; its first group is the part's number.
- `group`: pattern of a product group's displayed number.
- `definitions`: pattern of the heading over the table of terms.
- `banners`: patterns of headings that only name what follows.

Any other heading, and any italic capitals outside an entry, are the title of a statement; what follows, lists
included, is its text. A definition is followed by a table of one row: where the term is used, its name in the other
language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from lxml import etree

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData, count_chars
from controllist.readers.hklm_annotations import annotation_lines
from controllist.readers.hklm_blocks import marks_in, name_of, number_of, plain_text, raw_text
from controllist.readers.hklm_schedule import Options, ScheduleReader
from controllist.readers.xml_source import parse_xml
from controllist.sources.scheme import Scheme

READER = "hklm/1"


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of one edition in hklm.

    Raises `WrongUse` if there is not exactly one file, or it is not hklm, or holds none of the list's schedules.
    """
    if len(sources) != 1:
        raise WrongUse(f"hklm: {len(sources)} files given; an edition is one file, give that one")
    source = sources[0]
    root = _root(source)
    options = _options(scheme)
    main = next((child for child in root if name_of(child) == "main"), None)
    missing = [name for name in options.list if main is None or name not in map(_schedule, main)]
    if main is None or missing or not options.list:
        wanted = ", ".join(missing) or "schedule of the list"
        raise WrongUse(f"{source.name}: no {wanted} in it; give the whole regulation, with its schedules")
    lines = [line for child in main for line in _lines_of(child, scheme, options)]
    if not any(line.role == "item" for line in lines):
        raise WrongUse(f"{source.name}: no entry in {', '.join(options.list)}; check codes.entry of lists/{scheme.id}")
    lines.extend(_annotations(lines, main, scheme, options))
    if loose := count_chars(main.text or "") + sum(count_chars(child.tail or "") for child in main):
        lines.append(Line("furniture", where=source.name, name="between provisions", chars=loose))
    return Reading(tuple(lines), count_chars(raw_text(main)), _facts(root, lines), READER)


def _root(source: SourceData) -> etree._Element:
    root = parse_xml(source.data, source.name)
    if "hklm" not in str(etree.QName(root).namespace):
        raise WrongUse(f"{source.name}: <{name_of(root)}> is not Hong Kong's hklm; give the XML of e-Legislation")
    return root


def _options(scheme: Scheme) -> Options:
    try:
        return msgspec.convert(scheme.readers.get("hklm", {}), Options)
    except msgspec.ValidationError as error:
        raise WrongUse(f"lists/{scheme.id}/list.toml: [readers.hklm]: {error}") from None


def _schedule(element: etree._Element) -> str:
    return number_of(element) if name_of(element) == "schedule" else ""


def _lines_of(element: etree._Element, scheme: Scheme, options: Options) -> Iterator[Line]:
    """The lines of one child of the regulation: a schedule of the list, or furniture."""
    schedule = _schedule(element)
    if schedule in options.list:
        yield from ScheduleReader(schedule, scheme, options).lines(element)
    elif schedule not in options.annotations:
        number = number_of(element)
        name = schedule or (f"regulation {number.rstrip('.')}" if number else name_of(element))
        text = raw_text(element)
        if chars := count_chars(text):
            yield Line("furniture", where=name, name=f"outside the list: {name}", chars=chars, marks=marks_in(text))


def _annotations(lines: list[Line], main: etree._Element, scheme: Scheme, options: Options) -> list[Line]:
    entries = tuple(line.entry for line in lines if line.role == "item" and line.entry)
    return [
        line
        for element in main
        if (name := options.annotations.get(_schedule(element)))
        for line in annotation_lines(element, name, entries, scheme)
    ]


def _facts(root: etree._Element, lines: list[Line]) -> dict[str, str]:
    """What the file says of itself; the instrument is the newest legal notice that any provision names."""
    meta = {name_of(element): plain_text(element) for holder in root.iter("{*}meta") for element in holder}
    date, number = meta.get("date", ""), meta.get("docNumber", "")
    notices = {
        (int(match[2]), int(match[1])): mark.instrument
        for line in lines
        for mark in line.marks
        if (match := re.fullmatch(r"L\.N\. (\d+) of (\d{4})", mark.instrument))
    }
    facts = {
        "date": date,
        "in_force": date,
        "label": f"Cap. {number}, version of {date}" if number else "",
        "instrument": notices[max(notices)] if notices else "",
        "language": meta.get("language", ""),
    }
    return {key: value for key, value in facts.items() if value}
