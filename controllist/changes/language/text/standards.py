"""Standards by which something is measured: how texts name them."""

from __future__ import annotations

from controllist.changes.language.text.plain import plain
from controllist.patterns import pattern

STANDARD = pattern(
    r"\b(?:ISO|ASTM|DIN|EN|IEC|IEEE|ANSI|JIS|VDI|SAE|BS|NIJ|MIL|STANAG|AMS|ITU|3GPP)\b[\s/-]*[A-Z]*[\s-]?\d"
    r"|(?i:\bequivalent\s+standard|\bgleichwertige\w*\s+(?:standard|norm))"
)
_NUMBERED = pattern(
    r"\b(?P<body>(?:ISO|ASTM|DIN|EN|IEC|IEEE|ANSI|JIS|VDI|SAE|BS|NIJ|MIL|STANAG|AMS|ITU)\b[\s/-]*[A-Z]{0,4})[\s-]?"
    r"(?P<number>\d+(?:[/.-]\d{1,2}\b)*)(?:\s?\(?[:-]?\s?(?P<year>(?:19|20)\d\d)\b)?"
)


def standards_in(text: str) -> dict[str, str]:
    """The standards that a text names, by their numbers, with the years of their issues, or nothing.

    >>> standards_in("Flat by ISO 999/2 (1997), EN 4711-3:2014 or ISO 888")
    {'ISO 999-2': '1997', 'EN 4711-3': '2014', 'ISO 888': ''}
    """
    found: dict[str, str] = {}
    for one in _NUMBERED.finditer(plain(text)):
        body = " ".join(one["body"].replace("/", " ").replace("-", " ").split())
        number = f"{body} {one['number'].replace('/', '-')}"
        found[number] = found.get(number) or one["year"] or ""
    return found
