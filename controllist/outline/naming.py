"""What a note says it qualifies: `3.A.1.a.2. does not apply to …` names 3A001.a.2."""

from __future__ import annotations

import re
from itertools import pairwise

from controllist.codes import entry_of, mentions

_LEAD = re.compile(
    r"""(?:\s* (?: (?:technical\s+)? notes? (?:\s+\d+)? \s+ to | for (?:\s+the)? \s+ purposes? \s+ of
      | in (?:\s+the\s+case\s+of)? | regarding | items? | sub-?items? | paragraphs? | entry | entries | the | eccns?
      | nummern? | unternummern? | positionen?
      | im \s+ sinne \s+ (?:der|von) | zu | für | die | der ) \b [\s:]* )*""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,.;]*(?:and|or|to|through|und|oder|bis|&|/)?[\s,]*(?:ECCN\s+)?", re.IGNORECASE)


def named_code(text: str, entry: str, *, anywhere: bool = False) -> str:
    """The item of `entry` that a note's first words name; of several, their nearest common ancestor; "" if none.

    With `anywhere` the first codes of the note count wherever they stand.
    """
    found = mentions(text[:300])
    if not found or not (anywhere or _LEAD.fullmatch(text[: found[0][0]])):
        return ""
    codes = [found[0][2]]
    for (_, end, _), (start, _, code) in pairwise(found):
        if not _BETWEEN.fullmatch(text[end:start]):
            break
        codes.append(code)
    if any(entry_of(code) != entry for code in codes):
        return ""
    return common_ancestor(codes)


_DEFINED = re.compile(
    r"""(?: ^ | \n | \.\s ) (?: \w{1,2}\.\s )? (?: the\s term\s | an?\s )?
        ['‘] (?P<term> [^'’\n]{3,80}? ) ['’] \s+ (?: \( | is\b | are\b | means?\b | refers?\b )""",
    re.VERBOSE | re.IGNORECASE,
)


def defined_terms(text: str) -> list[str]:
    """The terms in single marks that a note begins by defining, without the ending of a plural."""
    return [term.casefold().rstrip("s") for term in _DEFINED.findall(text)]


def common_ancestor(codes: list[str]) -> str:
    """The deepest code that all of `codes` stand at or below."""
    parts = [code.split(".") for code in codes]
    shared = 0
    while all(len(part) > shared for part in parts) and len({part[shared] for part in parts}) == 1:
        shared += 1
    return ".".join(parts[0][:shared])
