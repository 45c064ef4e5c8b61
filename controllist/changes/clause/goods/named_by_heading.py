"""One general word for goods that gave way to another, as in the heading that the item stands under: it says no more.

Under "Porcelain kettles, as follows" the item "Kettles having a lid" speaks of these; under "Porcelain vessels, as
follows" so does "Vessels having a lid". What became of the kettles is told of the heading.

Under "Porcelain kettles and cups, as follows" the item "Having a lid" speaks of both, "Kettles having a lid" of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from controllist.changes.clause.goods.wider_goods import TAKES_IN_MORE
from controllist.changes.clause.ground.setting import Setting
from controllist.changes.language.text.plain import plain
from controllist.changes.records import AT_MOST_LESS, AT_MOST_MORE, Effect, Evidence
from controllist.model import Node
from controllist.patterns import pattern

AS_THE_HEADING = "names what the item above names, by its word in either edition"
_ONE_WORD = pattern(r"[A-Za-z]{4,}s")
_GOODS = pattern(
    r"(?P<goods>[^,:;()<>]+?)(?=[,:;]|\s(?:having|with|as\s+follows|specially|designed|which|that|for|operating|based)\b|$)"
)
_WORDS = pattern(r"[^\W\d_]+")
_LONGEST = 3
"""Words of a name that leads a clause."""
_ASKS = pattern(
    r"\W*(?:using|having|with|incorporating|employing|containing|(?:specially\s+)?designed|capable)\b", re.IGNORECASE
)
"""Words by which an item asks something of goods that it does not name: the heading does."""
_HEAD = pattern(r"[^:;()]+?(?=\s*(?:,?\s*as\s+follows\b|,?\s*having\b|:|$))", re.IGNORECASE)
_JOINTS = pattern(r"\s*,\s*|\s+(?:and|or|und|oder)\s+", re.IGNORECASE)
_MORE_GOODS = pattern(r"\b(?:and|or|of|other|und|oder)\b", re.IGNORECASE)


def with_headings_named(found: Iterable[Evidence], old: Node, new: Node, setting: Setting) -> list[Evidence]:
    """The evidence of a pair of items, in which such words do nothing."""
    told = list(found)
    if old.kind != "item" or new.kind != "item":
        return told
    return [_told(one, old, new, setting) for one in told]


def _told(one: Evidence, old: Node, new: Node, setting: Setting) -> Evidence:
    if (_is_one_word_each(one) and _names_as_the_heading(one, old, new, setting)) or (
        one.note == TAKES_IN_MORE and _others_of_those_above(one, old, new, setting)
    ):
        return Evidence("wording", "none", old=one.old, new=one.new, note=AS_THE_HEADING)
    if _is_leading_word(one, old, new) and (named := _named_first(one, old, new, setting)):
        return msgspec.structs.replace(one, effect=named[0], note=named[1])
    return one


def _is_leading_word(one: Evidence, old: Node, new: Node) -> bool:
    """Whether words that lead one clause are all that is told, and what follows asks something of goods unnamed."""
    if one.effect != "unclear" or one.type != "wording" or bool(one.old) == bool(one.new):
        return False
    short, long = (old, new) if one.new else (new, old)
    words = _words(one.new or one.old)
    return (
        bool(words)
        and words.count(" ") < _LONGEST
        and f"{_words(plain(long.text))} ".startswith(f"{words} ")
        and _ASKS.match(plain(short.text)) is not None
    )


def _named_first(one: Evidence, old: Node, new: Node, setting: Setting) -> tuple[Effect, str] | None:
    """What it does that an item names the goods of which it spoke without a name: the one kind, or one of several
    kinds, that the heading above names in both editions. None if the heading does not."""
    above = _headings(old, new, setting)
    kinds = [_kinds(heading) for heading in above]
    words = _words(one.new or one.old)
    if not above or not all(words in names for names in kinds):
        return None
    if all(len(names) == 1 for names in kinds):
        return "none", AS_THE_HEADING
    return "unclear", AT_MOST_LESS if one.new else AT_MOST_MORE


def _kinds(heading: Node) -> list[str]:
    """The kinds of goods that a heading names, each by its words alone."""
    found = _HEAD.match(plain(heading.text))
    return [words for kind in _JOINTS.split(found[0]) if (words := _words(kind))] if found else []


def _words(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _headings(old: Node, new: Node, setting: Setting) -> tuple[Node, ...]:
    """The items above a pair of items, where they are a pair, too; else nothing."""
    above = setting.trees[0].parent_item(old), setting.trees[1].parent_item(new)
    if above[0] is None or above[1] is None or setting.partner.get(above[0].id) != above[1].id:
        return ()
    return above[0], above[1]


def _is_one_word_each(one: Evidence) -> bool:
    return (
        one.effect == "unclear"
        and one.type == "wording"
        and all(_ONE_WORD.fullmatch(said) is not None for said in (one.old, one.new))
    )


def _others_of_those_above(one: Evidence, old: Node, new: Node, setting: Setting) -> bool:
    """Whether both clauses speak of "other" goods of the names that the items above have: "Other kettles of tin" under
    "Kettles", which became "Vessels"."""
    sides = ((one.old, old, setting.trees[0]), (one.new, new, setting.trees[1]))
    return all(
        re.match(rf"\W*other\s+{re.escape(name)}\b", plain(node.text), re.IGNORECASE) is not None
        and any(name.lower() in plain(above.text).lower() for above in tree.items_above(node))
        for name, node, tree in sides
    )


def _names_as_the_heading(one: Evidence, old: Node, new: Node, setting: Setting) -> bool:
    """Whether either word ends the name of the item's goods, and that of the goods of the one item above."""
    above = _headings(old, new, setting)
    if not above:
        return False
    sides = ((one.old, old, above[0]), (one.new, new, above[1]))
    return all(_ends_in(node.text, word) and _ends_in(heading.text, word) for word, node, heading in sides)


def _ends_in(text: str, word: str) -> bool:
    """Whether a clause leads with the name of goods of one kind, and this ends in the word."""
    found = _GOODS.match(plain(text))
    goods = found["goods"].strip(" \"'") if found else ""
    return not _MORE_GOODS.search(goods) and re.search(rf"\b{word}$", goods, re.IGNORECASE) is not None
