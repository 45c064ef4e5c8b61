"""What the fields beside an item's words say: their structure, their normal form, and the short facts in them.

Each field is brought to one structure, `{key: {scope: value}}`: licence requirements are `{reason: {scope: country
chart column}}`, licence exceptions `{name: {"": value}}`, reasons and places of use are keys without a value, and any
other field is one text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from controllist.changes.records import LONGEST_SPAN
from controllist.codes import in_short
from controllist.figures import references, thresholds
from controllist.model import Annotation, Node
from controllist.patterns import pattern
from controllist.wording import normal

_EMPTY = pattern(
    r"\W*(?:not used|reserved|deleted|repealed|n/?a|none|not applicable)\b(?:\W*since)?(?:\W*\d{4})?\W*", re.IGNORECASE
)
_TOKEN = pattern(r"(?<![\w)\]])-?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[^\W\d_]+|[<>≤≥=±%°$€£]")
_REASON = pattern(r"[A-Z]{2}(?![A-Za-z])")
_APPLIES = pattern(
    r"^\W*(?:Control(?:s|\(s\))?\s*:)?\W*\d?"
    r"(?P<reasons>[A-Z]{2}(?:(?:,|,?\sand|\s?&)?\s?[A-Z]{2}(?![A-Za-z]))*)\s+appl(?:y|ies)\b(?:\s+to\b)?\s*(?P<scope>.*)$",
    re.DOTALL,
)
_COLUMN = pattern(r"\b(?P<reason>[A-Z]{2})\s+[Cc]ol(?:umn|\.)\s*(?P<number>\d)")
_SENTENCE_END = pattern(r"(?<=\w\w)\. ")
_HEADER = pattern(r"\W*(?:controls?\b\W*(?:\(s\))?\W*|country chart\b.*)", re.IGNORECASE | re.DOTALL)
_SECTION = pattern(r"§+\s*(\d+(?:\.\d+)*(?:\([A-Za-z0-9]+\))*)")
_EXCEPTION = pattern(r"(?P<name>[A-Z]{2,5}(?:/[A-Z]{2,5})*|Notes?\b[^:]{0,50})\s*:\s*")
_PLACE = pattern(
    r"\b(?P<list>Cat|ML)(?![A-Za-z])|(?P<number>\d{1,2})(?:\s?P(?P<part>\d))?"
    r"|(?P<words>[A-Z]{2,}\b|[A-Z][a-z][\w-]*(?:\s(?!Cat\b)[A-Z][a-z][\w-]*)*)"
)
_ANSWER = pattern(r"\W*(Yes|No|N/A|None)(?![\w/])", re.IGNORECASE)
_AMOUNT = pattern(r"[$€£]\s?\d[\d,]*(?:\.\d+)?")
_CODES = pattern(
    r"(?<![\w$§])(?:\d[A-EYZ]\d{3}[\w.()]*|\.?[a-z](?:\.[a-z0-9]{1,3})+(?!\w)|\.?[a-z](?=[.,;)]|\s(?:and|or|to|through)\b|$))"
    r"|\b(?:and|or|to|through)\b"
)
"""Codes, short ones included, and what joins them."""


class Stated(NamedTuple):
    """One statement as printed: what it is about, and what it says."""

    scope: str
    value: str


Key = dict[str, Stated]
"""The statements of one key, by the normal form of their scope."""
Fields = dict[str, dict[str, Key]]
Statements = Iterator[tuple[str, Stated]]


def fields_of(node: Node, names: Collection[str], astray: Collection[str] = ()) -> Fields:
    """The node's fields of these names, without the paragraphs that went astray."""
    found: Fields = {}
    chosen = [one for one in node.annotations if one.name in names and not (astray and form_of(one.text) in astray)]
    for name, group in groupby(sorted(chosen, key=lambda one: one.name), key=lambda one: one.name):
        for key, stated in _STRUCTURES.get(name, _one_text)(list(group), node):
            found.setdefault(name, {}).setdefault(key, {})[form_of(stated.scope)] = stated
    return found


def _one_text(annotations: Sequence[Annotation], _node: Node) -> Statements:
    """One text of all paragraphs; nothing where they say that there is nothing ("N/A", an emptied mark)."""
    parts = dict.fromkeys(" ".join([one.text, *(cell for row in one.rows for cell in row)]) for one in annotations)
    said = [part for part in parts if not _EMPTY.fullmatch(part)]
    if said:
        yield "", Stated("", " ".join(said))


def _reasons(annotations: Sequence[Annotation], _node: Node) -> Statements:
    text = ", ".join(one.text for one in annotations)
    for reason in _REASON.findall(text):
        yield reason, Stated("", "")
    for part in re.split(r"[,;]|\band\b", _REASON.sub(",", text)):
        if words := re.sub(r"[^a-z]+", " ", part.lower()).strip():
            yield words, Stated("", "")


def _requirements(annotations: Sequence[Annotation], node: Node) -> Statements:
    """Reason → scope → column; what does not say to what a reason applies stands under the empty key."""
    tabled: set[str] = set()
    for cells in (row for annotation in annotations for row in annotation.rows):
        if not all(_HEADER.fullmatch(cell) or not cell.strip() for cell in cells):
            said = list(_requirement(cells[0], " ".join(cells[1:]), node.code))
            tabled.update(reason for reason, _ in said)
            yield from said
    for annotation in annotations:
        for reason, stated in _requirement(annotation.text, "", node.code) if annotation.text else ():
            if not reason or stated.value or reason not in tabled:  # else it repeats a row of the table
                yield reason, stated


def _requirement(said: str, column: str, code: str) -> Statements:
    said = re.sub(rf"\s*\({re.escape(code)}\)", "", said) if code else said  # "the entire entry (1A001)" is its own
    found = _APPLIES.match(said)
    if not found:
        yield "", Stated(said, column)
        return
    scope = found["scope"]
    if not column:
        ends = [match.start() for match in (_COLUMN.search(scope), _SENTENCE_END.search(scope)) if match]
        scope, column = scope[: min(ends, default=None)], scope[min(ends, default=len(scope)) :].lstrip(". ")
    for reason in _REASON.findall(found["reasons"]):
        yield reason, Stated(scope, column)


def _exceptions(annotations: Sequence[Annotation], _node: Node) -> Statements:
    """Name → value; a paragraph that names no exception goes on with the one before."""
    values: dict[str, list[str]] = {}
    name = ""
    for text in (one.text for one in annotations):
        found = _EXCEPTION.match(text)
        if found:
            name = "note" if found["name"].startswith("Note") else found["name"]
        values.setdefault(name, []).append(text[found.end() :] if found else text)
    for name, parts in values.items():
        yield name, Stated("", " ".join(parts))


def _places(annotations: Sequence[Annotation], _node: Node) -> Statements:
    """The categories and lists that use a defined term."""
    of = "Cat"
    for found in _PLACE.finditer(" ".join(one.text for one in annotations)):
        of = found["list"] or of
        if found["number"]:
            part = f"P{found['part']}" if found["part"] else ""
            yield f"{of} {found['number']}{part}", Stated("", "")
        elif found["words"]:
            yield found["words"], Stated("", "")


_STRUCTURES: Mapping[str, Callable[[Sequence[Annotation], Node], Statements]] = {
    "reason-for-control": _reasons,
    "license-requirements": _requirements,
    "license-exceptions": _exceptions,
    "used-in": _places,
}


@lru_cache(maxsize=32768)
def form_of(text: str) -> str:
    """The normal form of a statement: its words, numbers and signs; how it is punctuated and quoted is no matter."""
    return " ".join(_TOKEN.findall(normal(text).lower()))


def same_but_for_codes(before: Key, after: Key, code: str) -> bool:
    """Whether two keys say the same of the same codes, which are only cited at another length ("b.1 and .2")."""
    sides = [_texts(side, whole=True) for side in (before, after)]
    cited = [set(_codes(side, code)) for side in sides]
    if not cited[0] or cited[0] != cited[1]:
        return False
    words = [sorted(form_of(_CODES.sub(" ", text)) for text in side) for side in sides]
    return words[0] == words[1]


class _FactKind(NamedTuple):
    """One kind of facts: how it is found in texts, the texts of both sides, whether shared ones are left out."""

    facts_in: Callable[[Sequence[str]], Iterator[str]]
    texts: list[list[str]]
    apart: bool = False
    join: Callable[[Iterable[str]], str] = ", ".join


def facts_of(before: Key, after: Key, code: str, *, limited: bool) -> tuple[str, str]:
    """What can be stated of a difference in few answers, columns, codes or limits; two empty strings if nothing can.

    Answers and columns are stated in full, of codes, sections and limits those that the other side has not.
    """
    values, all_said = ([_texts(side, whole) for side in (before, after)] for whole in (False, True))
    kinds = [
        _FactKind(_answers, values), _FactKind(_columns, all_said), _FactKind(_sections, all_said, apart=True),
        _FactKind(lambda texts: _codes(texts, code), all_said, apart=True, join=in_short),
    ]  # fmt: skip
    kinds += [_FactKind(_limits, all_said, apart=True)] if limited else []
    for kind in kinds:
        old, new = (list(dict.fromkeys(kind.facts_in(side))) for side in kind.texts)
        if set(old) != set(new):
            shared = set(old) & set(new) if kind.apart else set()
            said = [kind.join([fact for fact in side if fact not in shared]) for side in (old, new)]
            if all(len(fact.split()) < LONGEST_SPAN for fact in said):  # the key goes before it
                return said[0], said[1]
    return "", ""


def _texts(side: Key, whole: bool) -> list[str]:
    return [text for said in side.values() for text in ((said.value, said.scope) if whole else (said.value,))]


def _answers(texts: Sequence[str]) -> Iterator[str]:
    """Yes or no, and amounts."""
    for text in texts:
        if found := _ANSWER.match(text):
            yield found[1]
        yield from (re.sub(r"[,\s]", "", amount) for amount in _AMOUNT.findall(text))


def _columns(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (f"{found['reason']} Column {found['number']}" for found in _COLUMN.finditer(text))


def _sections(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (f"§{section}" for section in _SECTION.findall(text))


def _codes(texts: Sequence[str], code: str) -> Iterator[str]:
    for text in texts:
        yield from references(text, within=code)


def _limits(texts: Sequence[str]) -> Iterator[str]:
    for limit in (limit for text in texts for limit in thresholds(text) if not limit.doubtful):
        value = limit.value
        said = f"{value[0]:g} to {value[1]:g}" if isinstance(value, tuple) else f"{limit.op} {value:g}"
        yield f"{said} {limit.unit}".strip()
