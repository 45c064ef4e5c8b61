"""References in two clauses: whether the items referred to became more or fewer."""

from __future__ import annotations

import re
from collections.abc import Mapping

from controllist.changes.records import Effect, Evidence
from controllist.changes.tree import Tree
from controllist.codes import canonical, entry_of
from controllist.figures.references import references, resolve_range

_RANGE = re.compile(r"\b(?:to|through|bis)\b", re.IGNORECASE)
_PAIR = re.compile(r"(?P<first>[\w.()]*\w[.)]*)\s+(?:to|through|bis)\s+(?P<last>\d\w*\.?\w[\w.()]*)")


def compare_runs(
    old_run: str, new_run: str, within: tuple[str, str], trees: tuple[Tree, Tree], renamed: Mapping[str, str]
) -> Evidence | None:
    """What became of one run of references; the effect is that of more or fewer items named.

    `renamed` is the new code of each old item: a reference that follows its item to a new code has not changed.
    """
    left = {renamed.get(code, code) for code in _named(old_run, within[0], trees[0])}
    right = set(_named(new_run, within[1], trees[1]))
    if left == right:
        return None
    gone, come = left - right, right - left
    said = (", ".join(sorted(gone)[:6]), ", ".join(sorted(come)[:6]))
    effect, note = _effect(gone, come, trees)
    if _RANGE.search(_PAIR.sub("", old_run)) or _RANGE.search(_PAIR.sub("", new_run)):
        effect, note = "unclear", "a range of codes"
    return Evidence("reference", effect, old=said[0], new=said[1], note=note)


def _named(run: str, within: str, tree: Tree) -> set[str]:
    """The codes that a run of references names, ranges between two full codes filled in."""
    named = set(references(run, within=within))
    for match in _PAIR.finditer(run):
        ends = canonical(match["first"]), canonical(match["last"])
        if all(ends):
            named.update(resolve_range(ends[0], ends[1], tree.by_code))
    return named


def _effect(gone: set[str], come: set[str], trees: tuple[Tree, Tree]) -> tuple[Effect, str]:
    old, new = trees
    if gone and come:
        if all(any(_is_below(code, above) for above in gone) for code in come):
            whole = all(_covers(above, come, new) for above in gone)
            return ("none", "all its parts instead of the whole") if whole else ("relaxed", "parts of what was named")
        if all(any(_is_below(code, above) for above in come) for code in gone):
            whole = all(_covers(above, gone, old) for above in come)
            return (
                ("none", "the whole instead of all its parts") if whole else ("tightened", "more than the parts named")
            )
        return "unclear", "other items are named"
    if come:
        unsure = any(_may_have_moved(code, old, new) for code in come)
        return ("unclear", "names what may have stood elsewhere") if unsure else ("tightened", "refers to more items")
    unsure = any(_may_have_moved(code, new, old) for code in gone)
    return ("unclear", "what it named may stand elsewhere") if unsure else ("relaxed", "refers to fewer items")


def _is_below(code: str, above: str) -> bool:
    return code.startswith(above + ".")


def _may_have_moved(code: str, absent: Tree, present: Tree) -> bool:
    """Whether an item that one edition lacks may stand there under another code of its entry."""
    if absent.is_active(code):
        return False
    entry = entry_of(code)
    return bool(absent.active_codes(entry) - present.active_codes(entry))


def _covers(above: str, codes: set[str], tree: Tree) -> bool:
    """Whether the codes are all that is in force directly under `above`."""
    node = tree.by_code.get(above)
    return node is not None and all(item.code in codes for item in tree.items_below(node.id))
