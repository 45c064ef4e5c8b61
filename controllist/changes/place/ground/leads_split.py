"""How the words of a heading are put before those of an item below it.

>>> lead_of("Kettles with:")
('Kettles with', '', '')
>>> behind_class("Accessories, made for kettles", "as follows", "Lids")
'Lids, made for kettles'
>>> behind_same_head('"Software", other than that of 1D001', '"Software" specially designed for kettles')
'"Software", other than that of 1D001, specially designed for kettles'
"""

from __future__ import annotations

import re

from controllist.changes.language.print.harmless import LIMITED
from controllist.changes.language.text.meaning import lists_of
from controllist.patterns import pattern

_EXAMPLES = pattern(r"\b(?:including|such\s+as|e\.g\.?|for\s+example|namely|einschließlich|wie|z\.\s?B\.)\W*$", re.I)
_GOES_ON = pattern(r"\b(?:of|with|having|than|for|to|by|from|in|at|mit|von|für|aus)\s*:\s*$", re.IGNORECASE)
_CLASS = pattern(
    r"(?:equipment|accessories|items|goods|commodities|components|systems|materials|substances|devices|zubehör"
    r"|ausrüstung|güter|bestandteile)(?P<tail>(?:,\s+|\s+)(?P<said>.*))",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = pattern(r"[\"']?[^\W\d_][^<>;:]*$")
_PARTS = r"\s+and\s+specially\s+designed\s+components"
_SAME_HEAD = pattern(rf"(?P<head>[\"']?[^\W\d_][\w-]*[\"']?(?:\s+(?!and\b)[\w-]+){{0,2}}?)(?P<parts>{_PARTS})?(?=,\s)")

_GOODS_AND_MORE = pattern(
    r"(?P<goods>[\"']?[^\W\d_][\w\s,\"'-]*?\s(?:and|or)\s[\w\"'-]+)\s+(?P<said>(?:that|which)\s+(?:is|are)\s[^,;:<>()]+)",
)
_GOODS_JOINT = pattern(r"\s*,\s*(?:and\s|or\s)?|\s(?:and|or)\s")


def says_what_it_asks(item: str, before: str) -> bool:
    """Whether an item names one of the goods of its heading, and says word for word what that asks of all of them.

    >>> says_what_it_asks("Tin of no hue that is sold in inns", "Tin and clay that is sold in inns")
    True
    >>> says_what_it_asks("Tin of no hue", "Tin and clay that is sold in inns")
    False
    """
    match = _GOODS_AND_MORE.fullmatch(before)
    if not match or not item.lower().rstrip(" ;,.").endswith(match["said"].lower()):
        return False
    names = [name.strip(" \"'").lower() for name in _GOODS_JOINT.split(match["goods"])]
    return any(item.lower().lstrip("\"'").startswith(f"{name} ") for name in names if name)


def lead_of(text: str) -> tuple[str, str, str] | None:
    """The words of a plain heading before what leads into its list, that, and the words behind it; None if nothing
    does. A preposition with a colon leads into a list, too."""
    if marks := lists_of(text):
        mark = marks[-1]
        return text[: mark.start], text[mark.start : mark.end], text[mark.end :]
    if _GOES_ON.search(text) and not _EXAMPLES.search(text):
        return text.rstrip(" :"), "", ""
    return None


def names_examples(text: str) -> bool:
    """Whether a heading only gives examples of what it names in the items below it.

    >>> names_examples("Poisonous pots, including:"), names_examples("Pots, as follows:")
    (True, False)
    """
    return text.rstrip().endswith(":") and _EXAMPLES.search(text) is not None


def without_examples(text: str) -> str:
    """Such a heading without the word that leads to the examples."""
    return _EXAMPLES.sub("", text).rstrip(" ,:")


def behind_class(before: str, mark: str, item: str) -> str:
    """An item in the place of the general name of goods that begins its heading; empty where there is none.

    `mark` leads into the list: "as follows" lists goods, "any of the following" may list what is asked of them.
    """
    match = _CLASS.match(before) if mark.lower().endswith(("as follows", "wie folgt")) else None
    if not match or not LIMITED.match(match["said"]) or LIMITED.match(item) or not _NAMES.match(item):
        return ""
    return item + match["tail"]


def behind_same_head(before: str, item: str) -> str:
    """An item behind its heading, where both begin with the same name and each says more of it; empty otherwise.

    >>> behind_same_head("Kettles and specially designed components, of tin", "Kettles for inns and lids")
    'Kettles, of tin, for inns and lids'
    """
    match = _SAME_HEAD.match(before)
    if not match or not item.lower().startswith(match["head"].lower() + " "):
        return ""
    said = item[len(match["head"]) :].lstrip()
    if match["parts"]:
        before = match["head"] + before[match.end() :]  # the item names its parts for itself, or holds none
    return f"{before}, {said}" if LIMITED.match(said) else ""
