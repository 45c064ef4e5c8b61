"""One general word for goods that gave way to another, as in the heading that the item stands under: it says no more.

Under "Porcelain kettles, as follows" the item "Kettles having a lid" speaks of these; under "Porcelain vessels, as
follows" so does "Vessels having a lid". What became of the kettles is told of the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.clause.setting import Setting
from controllist.changes.language.plain import plain
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

AS_THE_HEADING = "names what the item above names, by its word in either edition"
_ONE_WORD = pattern(r"[A-Za-z]{4,}s")
_GOODS = pattern(
    r"(?P<goods>[^,:;()<>]+?)(?=[,:;]|\s(?:having|with|as\s+follows|specially|designed|which|that|for|operating|based)\b|$)"
)
_MORE_GOODS = pattern(r"\b(?:and|or|of|other|und|oder)\b", re.IGNORECASE)


def with_headings_named(found: Iterable[Evidence], old: Node, new: Node, setting: Setting) -> list[Evidence]:
    """The evidence of a pair of items, in which such words do nothing."""
    told = list(found)
    if old.kind != "item" or new.kind != "item":
        return told
    return [
        Evidence("wording", "none", old=one.old, new=one.new, note=AS_THE_HEADING)
        if _is_one_word_each(one) and _names_as_the_heading(one, old, new, setting)
        else one
        for one in told
    ]


def _is_one_word_each(one: Evidence) -> bool:
    return (
        one.effect == "unclear"
        and one.type == "wording"
        and all(_ONE_WORD.fullmatch(said) is not None for said in (one.old, one.new))
    )


def _names_as_the_heading(one: Evidence, old: Node, new: Node, setting: Setting) -> bool:
    """Whether either word ends the name of the item's goods, and that of the goods of the one item above."""
    above = setting.trees[0].parent_item(old), setting.trees[1].parent_item(new)
    if above[0] is None or above[1] is None or setting.partner.get(above[0].id) != above[1].id:
        return False
    sides = ((one.old, old, above[0]), (one.new, new, above[1]))
    return all(_ends_in(node.text, word) and _ends_in(heading.text, word) for word, node, heading in sides)


def _ends_in(text: str, word: str) -> bool:
    """Whether a clause leads with the name of goods of one kind, and this ends in the word."""
    found = _GOODS.match(plain(text))
    goods = found["goods"].strip(" \"'") if found else ""
    return not _MORE_GOODS.search(goods) and re.search(rf"\b{word}$", goods, re.IGNORECASE) is not None
