"""A purpose that one text names, and the item above both: "Lids for 'tea'" above, "Lids closed to keep 'tea'" below.

Whether an item below says so again changes nothing; what took the place of such words is read as put in beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.clause.ground.setting import Setting
from controllist.changes.language.text.plain import plain
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

SAID_ABOVE = "a purpose that the item above names anyway"
_PURPOSE = pattern(
    r"\s+to\s+(?:ensure|provide|perform|maintain|enable|support)\s+(?P<term>\"[^\"]{3,60}\"|'[^']{3,60}')"
)


def with_purposes_above(
    texts: Sequence[str], old: Node, new: Node, setting: Setting
) -> tuple[list[str], list[Evidence]]:
    """Two plain texts without such a purpose of one of them, and the evidence of it."""
    told, found = list(texts), list[Evidence]()
    if old.kind != "item" or new.kind != "item" or texts[0] == texts[1]:
        return told, found
    for at in (0, 1):
        match = _PURPOSE.search(texts[at]) if " to " in texts[at] else None
        if match is None or match["term"] in texts[1 - at] or texts[at].count(match["term"]) > 1:
            continue
        above = setting.trees[0].parent_item(old), setting.trees[1].parent_item(new)
        if all(heading is not None and _names(match["term"], plain(heading.text)) for heading in above):
            told[at] = texts[at][: match.start()] + texts[at][match.end() :]
            found.append(Evidence("wording", "none", **{("old", "new")[at]: match.group().strip()}, note=SAID_ABOVE))
    return told, found


def _names(term: str, heading: str) -> bool:
    return re.search(rf"\bfor\s+{re.escape(term)}", heading, re.IGNORECASE) is not None
