"""What a phrase demands of goods beside what was demanded of them: a second measure, a relative clause, what they do.

>>> demands_more(" and a lid less <come>", "A spout <limit>", "")
True
>>> demands_more("A height <come>, and having a", "", " lid <limit>")
True
>>> demands_more(", which may be used by hand", "Kettles", "")
True
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_ONE_MEASURE = pattern(r"\W*(?:(?:an?|the)\s+)?[^,;:<>]{3,80}<limit\w*>[^,;:<>\w]*$", re.IGNORECASE)
_SECOND_MEASURE = pattern(
    r"[\s,]*(?:and|und)\s+(?:(?:an?|the|eine[rmn]?)\s+)?[^,;:<>]{3,60}<(?:come|gone)>\s*(?:\([^()<>]{1,40}\)?)?\s*",
    re.IGNORECASE,
)
_DOES = pattern(
    r"[\s,]*and\s+(?:maintaining|achieving|allowing|permitting|providing|enabling|preventing|requiring|ensuring|withstanding)\s+[^;:]*",
    re.IGNORECASE,
)
_RELATIVE = pattern(
    r"[\s\"']*,?\s*(?:which|that)\s+(?:(?:can|may|could|must)\s+be\s+|(?:is|are)\s+(?:also\s+)?)(?:used|usable|operated|employed|mounted|installed"
    r"|connected|integrated|transported|coordinated|controlled\s+by\s+hand)\b[^;:]*",
    re.IGNORECASE,
)
_REQUIRED = pattern(r"\W*required\W*")
"""Know-how without which the goods could not be had, as lists define it: less than know-how for the goods."""
_KNOW_HOW, _FOR = pattern(r"\btechnology[\s\"']*$", re.IGNORECASE), pattern(r"[\s\"']*for\b")
_NO_DEMAND = pattern(r"\b(?:not|no|nor|only|except|unless|without|called|known)\b|<(?:list|any|all)>", re.IGNORECASE)
_ENDS = pattern(r"[\s\"',.;:]*(?:<(?:list|any|all)>|$)|[\s\"']*;\s*(?:or|and|oder|und)\W*$")
_MEASURE_FIRST = pattern(
    r"[^;:]{0,60}<(?:come|gone)>[^;:]{0,80}?\band(?P<having>\s+having)?(?:\s+an?)?\W*", re.IGNORECASE
)
_HAVING = pattern(r"\s*having\b")
"""A clause that begins with a measure and goes on "and having" asks for both."""


def demands_more(words: str, before: str, after: str) -> bool:
    """Whether words at the end of what is said of goods demand something more of them."""
    if _REQUIRED.fullmatch(words) and _KNOW_HOW.search(before) and _FOR.match(after):
        return True
    if not before.strip() and (first := _MEASURE_FIRST.fullmatch(words)) and (first["having"] or _HAVING.match(after)):
        return not _NO_DEMAND.search(words) and not re.search(r"\bor\b", words)
    if not before.strip() or not _ENDS.match(after) or _NO_DEMAND.search(words):
        return False
    if _SECOND_MEASURE.fullmatch(words):
        return _ONE_MEASURE.fullmatch(before) is not None and not re.search(r"\b(?:or|oder)\b", before + words)
    return _RELATIVE.fullmatch(words) is not None or _DOES.fullmatch(words) is not None
