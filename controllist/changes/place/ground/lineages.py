"""Cited numbers and the items behind them: which still name what they named, and which only name it elsewhere.

An item may go below its own number ("3A001.b" becomes "3A001.b.1" of a list that is "3A001.b" now), may come up from
below it, or may be divided among several numbers. A reference that names all of them has not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from controllist.changes.place.ground.tree import Tree
from controllist.codes import entry_of, group_of, parent_of


def is_below(code: str, above: str) -> bool:
    """Whether a code stands below another one, which may be a product group."""
    return code.startswith(above + ".") or (len(above) == 2 < len(code) and group_of(entry_of(code)) == above)


def is_same_or_below(code: str, above: str) -> bool:
    """Whether a code is another one, or stands below it."""
    return code == above or is_below(code, above)


def keeps_its_items(code: str, renamed: Mapping[str, str], origins: Mapping[str, str]) -> bool:
    """Whether a number still takes in the item that bore it, or is borne by what stood below it.

    `renamed` gives the new code of each old item, `origins` the old code of each new one.
    """
    there, here = renamed.get(code, ""), origins.get(code, "")
    return is_same_or_below(there, code) or (not there and is_same_or_below(here, code))


def without_parts(codes: Iterable[str]) -> frozenset[str]:
    """The codes without those below another one of them: who names the whole names its parts."""
    named = frozenset(codes)
    return frozenset(code for code in named if not any(above in named for above in _above(code)))


def _above(code: str) -> Iterable[str]:
    while code := parent_of(code):
        yield code


def all_stood_in(code: str, tree: Tree, counterparts: Mapping[str, str], is_named: Callable[[str], bool]) -> bool:
    """Whether what is in force under a code stands, as far as it stands at all, in the other edition where it is named.

    What only leads into a list is left aside: the items of the list tell where it stands. Where none of them stood
    before, the code itself tells.
    `tree` is the code's edition, `counterparts` gives the code in the other edition of each code of this one,
    `is_named` says whether a code of the other edition is named there.
    """
    below = [one for one in tree.active_codes(entry_of(code)) if is_same_or_below(one, code)]
    leads = {above for one in below for above in _above(one)}
    there = [counterparts[one] for one in below if one in counterparts and one not in leads]
    there = there or [counterparts[one] for one in (code,) if one in counterparts]
    return bool(there) and all(is_named(one) or any(map(is_named, _above(one))) for one in there)
