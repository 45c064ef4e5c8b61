"""The codes that a clause cites, as canonical codes.

>>> references("See 3A001(a)(3) to (12), or 3.B.1.a.1. and b.2.")
('3A001.a.3', '3A001.a.12', '3B001.a.1', '3B001.b.2')
>>> references("paragraph (b)(2)", within="1A004.a")
('1A004.b.2',)

Categories and groups are cited as `3`, `5P2`, `3A`. A shortened code ("and b.2.") is completed from the code before
it; one that names a paragraph of its own item from `within`, the code of the item where the clause stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator
from functools import lru_cache

from controllist.codes import canonical, entry_of, labels_of, parent_of, sort_key

_ENTRY = (
    r"(?:\d[A-EYZ]\d{3,4}(?!\d)|\d\s?\.\s?[A-E]\s?\.\s?\d{1,3}(?![\d%])|ML\.?\s?\d{1,3}(?!\d)"
    r"|00\d\d(?=[a-z](?:\d|\b)|\b(?![.,]?\d|\s?[%\d])))"
)
_DOTTED = r"(?:\.(?:[a-z]{1,3}|\d{1,2})(?![A-Za-z0-9])|,[a-z],\d{1,2}(?!\w))"
_BRACKETED = r"(?:\.?\((?:[a-z]{1,4}|[A-Z]|\d{1,2})\))"
_COMPACT = r"(?:[a-z]{1,2}(?:\d{1,2}(?:[a-z](?:\d{1,2}[a-z]?)?)?)?(?![A-Za-z0-9]))"
_LABEL = r"(?:[a-z]{1,2}|\d{1,2})(?![A-Za-z0-9])"
# What may stand for a code after another code: `.b`, `b.2.`, `(12)`, `g4`; a lone letter only where it is no word.
_RELATIVE = (
    rf"(?:{_BRACKETED}+|\.{_LABEL}{_DOTTED}*|[a-z]{{1,2}}{_DOTTED}+|[a-z]\d{{1,2}}[a-z]?(?![A-Za-z0-9])"
    r"|[a-z](?=\.(?:\s|$)|[,;)](?:\s|$)|\s(?:to|and|or|through|bis|und|oder)\s(?:\.?[a-z]\b|\d[A-E]\d\d\d))|[b-hj-z](?=\s?$))"
)
_CATEGORY = (
    r"(?<!USML )(?<!ICAO )(?:Categor(?:y|ies)|Cat\.?|Kategorien?)\s(?P<category>\d)(?![\w%]|[.\-]\d|\s?\d)"
    r"(?:\s?[,–—-]?\s?(?:Part|Teil)\s?(?P<part>\d))?"
)
_ABSOLUTE = re.compile(
    rf"(?<![\w.$/-])(?P<code>{_ENTRY}(?:{_DOTTED}+(?:{_BRACKETED}+{_DOTTED}*)?|{_BRACKETED}+{_DOTTED}*|{_COMPACT})?)(?!\d)"
    r"|(?<![\w.$/-])(?P<dotted>\d\s?\.\s?[A-E]\s?\.)(?!\s?\d)(?!\w)"
    r"|(?<![\w.$/-])(?P<group>\d[A-E])(?![\w-])"
    rf"|{_CATEGORY}"
    r"|\bitems?\s(?P<item>\d{4}(?:\([a-z0-9]{1,4}\))*)(?!\d|\.\d)"
)
_BEGINS = re.compile(
    r"[\dMCKi](?:(?<=\d)(?<![\w.$/-].)(?=[A-EYZ]|\s?\.\s?[A-E]|0\d\d)|(?<=M)(?=L\.?\s?\d)|(?<=[CK])(?=at)|(?<=i)(?=tems?\s\d))"
)
"""The first character of all that `_ABSOLUTE` may find, which is looked for much faster."""
_LINK = re.compile(
    rf"\.?\s?(?:[,;]\s?(?:(?:and|or|und|oder)\s)?|\s?(?:and|or|to|through|bis|und|oder|and/or|&|[-–])\s?(?:\s?to\s)?"
    rf"|(?P<blank>\s)(?=\.[a-z](?![A-Za-z0-9])))(?P<label>{_RELATIVE})"
)
_GROUP_CUE = re.compile(
    r"(?:\b(?:in|by|under|of|group|groups|category|sub-category|Unterkategorien?|ECCNs?|erfasst)\s|[,(]\s?|\b(?:or|and|und|oder)\s)$",
    re.IGNORECASE,
)
_GROUP_FOR_SURE = re.compile(
    r"(?:(?:specified|controlled|described|erfasst|[Gg]roup|[Cc]ategory)\s(?:(?:in|by|under)\s)?"
    r"|\d[A-E](?<!2D)(?<!3D)(?:\d{3}\S*)?(?:\s\([^()]*\))?,?\s?(?:or\s|and\s)?)$"
)
_OWN = re.compile(
    rf"\b(?:[Ss]ub-?)?(?:[Pp]aragraphs?|[Cc]lauses?|[Uu]nternummern?)\s(?P<label>{_BRACKETED}+|\.?[a-z]{{1,2}}{_DOTTED}+|\.?[a-z]\d{{0,2}}[a-z]?)"
    rf"(?![A-Za-z0-9(])|\b(?:[Ss]ub-)?[Ii]tems?\s(?P<numbered>{_BRACKETED}+|[a-z]{_DOTTED}+)(?![A-Za-z0-9(])"
    r"|(?<![\w.)])(?P<dot>\.[a-z]{1,2}(?:\.\d{1,2}(?:\.[a-z])?)?)(?![A-Za-z0-9])(?!\.\w)"
    r"|(?<=\s)(?<!\bItems:\s)(?P<bare>[a-z]\.\d{1,2}(?:\.[a-z0-9]{1,2})*)(?![A-Za-z0-9%])"
)
_MORE_CATEGORIES = re.compile(r"(?:,\s?|\s(?:and|or|to|und|oder|bis)\s)(\d)(?![\w%(-]|[.]\w|\s\d)")
_ELSEWHERE = re.compile(
    r"\.?,?\s(?:of|in|to|from)\s(?:(?:this|the|that|these|such)\s)?"
    r"(?:Article|Note|note|section|Section|regulation|Technical|technical|Annex|[Ss]upplement|part|license|paragraph|General|Anmerkung|§)"
)
_DIGIT = re.compile(r"\d")
_OWN_NAMES = ("aragraph", "item", "Item", "clause", "Clause", "nternummer")
_OWN_LABEL = re.compile(r"\.(?:(?<!\S\.)[a-z]|\d(?<=\s[a-z]\.\d))")
"""A label with a blank before its point or before its letter; by the point it is found at once."""
_ROMAN = re.compile(r"[ivx]+")
_FOREIGN = re.compile(r"(?:§\s?[\d.]+|CFR\s\S*|Article\s\d*|USML\s\S*\s?\S*|Category\s[IVX]+)\s?$")


def _may_cite_own(text: str) -> bool:
    """Whether a text may cite paragraphs of its own entry."""
    return any(map(text.__contains__, _OWN_NAMES)) or _OWN_LABEL.search(text) is not None


def references(text: str, *, within: str = "") -> tuple[str, ...]:
    """Canonical codes cited in `text`, each once, in order; of a range both ends."""
    return _references(text, within if within and _may_cite_own(text) else "") if text else ()


def cited(text: str, *, within: str = "") -> tuple[tuple[int, int, str], ...]:
    """Each citation in `text`, in order: where it starts and ends, and the canonical code; of a range both ends."""
    return _cited_in(text, within if within and _may_cite_own(text) else "") if text else ()


def shortened(text: str, end: int, code: str, printed: str) -> int:
    """Where the shortened codes end that follow a code printed as `printed` up to `end`: `end` if there are none."""
    for _, past, _ in _chain(text, end, code, printed):
        end = past
    return end


def _references(text: str, within: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for _, _, code in _cited_in(text, within)))


@lru_cache(maxsize=65536)
def _cited_in(text: str, within: str) -> tuple[tuple[int, int, str], ...]:
    found = list(_absolute(text)) if _DIGIT.search(text) else []
    if within:
        spans = [(start, end) for start, end, _ in found]
        found += [one for one in _own(text, within) if not any(start <= one[0] < end for start, end in spans)]
        found.sort(key=lambda one: one[0])
    return tuple(found)


def _absolute(text: str) -> Iterator[tuple[int, int, str]]:
    """Codes cited in full with the shortened ones that follow: where they start and end, and the code."""
    done = 0
    for begin in _BEGINS.finditer(text):
        match = _ABSOLUTE.match(text, begin.start()) if begin.start() >= done else None
        if match is None:
            continue
        done = match.end()
        code = _cited(match, text)
        if not code:
            continue
        yield match.start(), match.end(), code
        past = match.end()
        if match["category"]:
            past = match.end()
            while more := _MORE_CATEGORIES.match(text, past):
                past = more.end()
                yield more.start(1), past, more[1]
        if match["code"] or match["item"]:
            yield from _chain(text, match.end(), code, match.group())


def _chain(text: str, past: int, code: str, printed: str) -> Iterator[tuple[int, int, str]]:
    """The shortened codes that follow a code printed as `printed`, in its style of numbering."""
    while link := _LINK.match(text, past):
        label = link["label"]
        compact = (label[-1].isdigit() and "." not in label) or (len(label) > 1 and label.isalnum())
        if (label[0] == "(" and "(" not in printed) or (compact and label[0] != "(" and set(".(") & set(printed)):
            return
        if link["blank"] and "." not in code:
            return  # "1A001 .a" is one code
        code = _completed(code, _labels(label), from_entry=label.startswith("."))
        past = link.end()
        yield link.start("label"), past, code


def _cited(match: re.Match[str], text: str) -> str:
    """The canonical code of one match, empty if it is none after all."""
    if match["code"]:
        return canonical(match["code"].replace(",", "."))
    if match["item"]:
        return canonical(match["item"])
    if match["category"]:
        return f"{match['category']}P{match['part']}" if match["part"] else match["category"]
    if match["dotted"]:
        return re.sub(r"[\s.]", "", match["dotted"])
    after = text[match.end() : match.end() + 12]
    named = _GROUP_CUE.search(text, max(0, match.start() - 20), match.start())
    plausible = re.match(r"\s?(?:$|[.,;:)]|\(|and\b|or\b|und\b|oder\b|Materials|for\b|of\b|to\b)", after)
    if match["group"] in ("2D", "3D"):  # which also say how many dimensions
        named = _GROUP_FOR_SURE.search(text, max(0, match.start() - 30), match.start())
    return match["group"] if named and plausible else ""


def _labels(printed: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[A-Za-z]+|\d+", printed))


def _kinds(labels: tuple[str, ...], roman: bool) -> list[str]:
    """The kind of each label; single letters are roman numbers only where `roman` numbers are in use."""
    return [
        "number" if label.isdigit()
        else "upper" if label.isupper()
        else "roman" if _ROMAN.fullmatch(label) and (len(label) > 1 or roman)
        else "letter"
        for label in labels
    ]  # fmt: skip


def _uses_roman(labels: tuple[str, ...]) -> bool:
    return any(len(label) > 1 and _ROMAN.fullmatch(label) for label in labels)


def _completed(before: str, labels: tuple[str, ...], *, from_entry: bool = False) -> str:
    """A shortened code in full: `("b", "3")` after `3A001.a.2` is `3A001.b.3`."""
    entry, known = entry_of(before), labels_of(before)
    roman = _uses_roman(known) or _uses_roman(labels)
    kinds, shape = _kinds(labels, roman), _kinds(known, roman)
    depth = len(known) - len(labels)
    if depth >= 0 and shape[depth:] == kinds and not (from_entry and len(labels) > 1):
        return ".".join([entry, *known[:depth], *labels])
    if from_entry or not known:
        return ".".join([entry, *labels])
    same = [at for at, kind in enumerate(shape) if kind == kinds[0]]
    if same:
        return ".".join([entry, *known[: same[-1] if len(labels) == 1 else same[0]], *labels])
    return ".".join([entry, *(() if kinds[0] == "letter" else known), *labels])


def _own(text: str, within: str) -> Iterator[tuple[int, int, str]]:
    """Paragraphs of the item itself: "paragraph a.1.", ".x"; not those of notes, articles or other acts."""
    for match in _OWN.finditer(text):
        printed = match["label"] or match["numbered"] or match["dot"] or match["bare"]
        if _FOREIGN.search(text, max(0, match.start() - 24), match.start()):
            continue
        code = _below(within, _labels(printed))
        found = [(match.start(), match.end(), code), *_chain(text, match.end(), code, printed)]
        if not _ELSEWHERE.match(text, found[-1][1]):
            yield from found


def _below(within: str, labels: tuple[str, ...]) -> str:
    """`labels` put in the place of the first label of their kind in `within`, or below it where there is none."""
    known = labels_of(within)
    roman = _uses_roman(known) or _uses_roman(labels)
    kind = _kinds(labels[:1], roman)[0]
    shape = _kinds(known, roman)
    depth = shape.index(kind) if kind in shape else 0 if kind == "letter" else len(known)
    return ".".join([entry_of(within), *known[:depth], *labels])


def resolve(refs: Iterable[str], known: Container[str]) -> dict[str, str]:
    """For each cited code the known code it leads to: itself, else its nearest known ancestor, else nothing."""
    found: dict[str, str] = {}
    for ref in refs:
        code = ref
        while code and code not in known:
            code = parent_of(code)
        found[ref] = code
    return found


def resolve_range(first: str, last: str, known: Collection[str]) -> tuple[str, ...]:
    """The known codes from `first` to `last`, both included, on the level of the two; entries for two entries."""
    if parent_of(first) != parent_of(last):
        return tuple(code for code in (first, last) if code in known)
    low, high = sorted((sort_key(first), sort_key(last)))
    parent = parent_of(first)
    same = (code for code in known if parent_of(code) == parent and len(code) > 1 and code[:2] >= min(first, last)[:2])
    return tuple(sorted((code for code in same if low <= sort_key(code) <= high), key=sort_key))
