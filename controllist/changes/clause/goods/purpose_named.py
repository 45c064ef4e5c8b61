"""What goods are for, named before them or behind: "tea pouring systems" and "systems designed for tea pouring".

>>> with_purposes_behind(["Tea pouring systems, of tin", "Systems or stands, designed for tea pouring, of tin"])[0][0]
'Systems, designed for tea pouring, of tin'
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.records import Evidence, clipped
from controllist.patterns import pattern

SAME_PURPOSE = "what it is for, named before it or behind"
_BEHIND = pattern(
    r"^(?P<noun>[A-Z][a-z]{3,}s)(?:\s+or\s+[\w\s-]{3,60}?)?(?P<joint>,?\s+designed\s+for\s+)(?P<purpose>[a-z][^,;:]{3,60}?)"
    r"(?=,|;|$)"
)


def with_purposes_behind(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts with such a purpose behind the goods in both, and why it is one."""
    told = list(texts)
    if ("designed for" in told[0]) == ("designed for" in told[1]):
        return told, []
    at = 0 if "designed for" in told[1] else 1  # the one with the purpose before its goods
    behind = _BEHIND.match(told[1 - at])
    before = f"{behind['purpose']} {behind['noun']}".lower() if behind else ""
    end = len(before)
    if not behind or told[at][:end].lower() != before or told[at][end : end + 1].isalnum():
        return told, []
    said = clipped(told[at][:end]), clipped(behind["joint"].strip(" ,") + " " + behind["purpose"])
    told[at] = behind["noun"] + behind["joint"] + behind["purpose"] + told[at][end:]
    return told, [Evidence("wording", "none", old=said[at], new=said[1 - at], note=SAME_PURPOSE)]
