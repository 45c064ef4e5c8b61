"""Paragraphs of its own entry that a clause cites as statutes do: "clause (c)(ii)(B) or (C), or paragraph (e)".

What each names is found in its edition, so that the two runs are compared as items are, whatever their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

from controllist.changes.clause.ground.cited_items import stood_in
from controllist.changes.clause.ground.setting import Setting
from controllist.changes.language.text.clauses import polarity
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence
from controllist.codes import entry_of, parent_of
from controllist.patterns import pattern

_KIND = r"(?:sub)?(?:clause|paragraph|item)s?"
_KINDS = ("clause", "clauses", "paragraph", "paragraphs", "item", "items")
_LABELS = r"(?:\([A-Za-z]{1,5}\)|\(\d{1,2}\))+"
_JOINT = r"(?:\s*,)?\s*(?:\b(?:or|and|to)\b\s*)?"
_RUN = pattern(rf"(?:any\s+of\s+)?\b{_KIND}\s+{_LABELS}(?:{_JOINT}(?:(?:any\s+of\s+)?{_KIND}\s+)?{_LABELS})*")
_PART = pattern(rf"(?P<to>\bto\s+)?(?P<kind>{_KIND}\s+)?(?P<labels>{_LABELS})")
_LABEL = pattern(r"\((\w+)\)")
_NOTES = {
    "none": "the same items in another form", "tightened": "refers to more items", "relaxed": "refers to fewer items",
}  # fmt: skip
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]


def with_paragraphs_compared(texts: Sequence[str], setting: Setting) -> tuple[list[str], list[Evidence]]:
    """Two plain texts with one run for both, where each has one, and what it does that it names other items."""
    told = list(texts)
    if texts[0] == texts[1] or not all(map(_may_cite, texts)):
        return told, []
    runs = [[*_RUN.finditer(text)] for text in texts]
    if any(len(found) != 1 for found in runs) or runs[0][0].group() == runs[1][0].group():
        return told, []
    sides = zip(runs, setting.within, setting.trees, strict=True)
    named = [_named(found[0].group(), code, tree) for found, code, tree in sides]
    if not all(named):
        return told, []
    effect = _effect(named[0], named[1], setting)
    ways = {polarity(text, found[0].start()) for text, found in zip(texts, runs, strict=True)}
    if effect is None or (effect != "none" and ways != {1}):
        return told, []
    place = runs[1][0]
    told[1] = told[1][: place.start()] + runs[0][0].group() + told[1][place.end() :]
    return told, [Evidence("reference", effect, note=_NOTES[effect])]


def _may_cite(text: str) -> bool:
    """Whether a bracket opens behind a word that leads into labels: else there is no run of them."""
    if "aragraph" not in text and "lause" not in text:
        return False
    return any(part.rstrip().endswith(_KINDS) for part in text.split("("))


def _named(run: str, within: str, tree: Tree) -> frozenset[str]:
    """The codes that a run names, below the nearest item under which all of them stand; empty if there is none."""
    chains = _chains(run)
    above = parent_of(within)
    while chains and above:
        codes = frozenset(".".join((above, *chain)) for chain in chains)
        if all(map(tree.is_active, codes)):
            return codes
        above = parent_of(above)
    return frozenset()


def _chains(run: str) -> list[tuple[str, ...]]:
    """The labels of each paragraph of a run; a shortened one goes on from the one before it. Empty in doubt."""
    found: list[tuple[str, ...]] = []
    for part in _PART.finditer(run):
        labels = tuple(_LABEL.findall(part["labels"]))
        if found and not part["kind"] and len(labels) < len(found[-1]):
            labels = (*found[-1][: -len(labels)], *labels)
        if not part["to"]:
            found.append(labels)
            continue
        between = _between(found[-1][-1], labels[-1]) if found and found[-1][:-1] == labels[:-1] else None
        if between is None:
            return []
        found += [(*labels[:-1], label) for label in between]
    return found


def _between(first: str, last: str) -> list[str] | None:
    """The labels behind one up to another, in one way of counting."""
    for row in (_ROMAN, [one.upper() for one in _ROMAN], [*ascii_lowercase], [*map(str, range(1, 31))]):
        if first in row and last in row and row.index(first) < row.index(last):
            return row[row.index(first) + 1 : row.index(last) + 1]
    return None


def _effect(old: frozenset[str], new: frozenset[str], setting: Setting) -> Effect | None:
    """What it does that a clause cites other items; None where that is not certain."""
    renamed, origins = setting.lineage
    gone = [code for code in old if not _covers(renamed.get(code, code), new)]
    come = [code for code in new if not _covers(origins.get(code, code), old)]
    if not gone and not come:
        return "none"
    if gone and come:
        return None
    present, absent = setting.trees[::-1] if come else setting.trees
    counterparts = renamed if come else origins
    if not any(_is_new(code, present, absent, counterparts) for code in gone + come):
        return None
    return "tightened" if come else "relaxed"


def _is_new(code: str, present: Tree, absent: Tree, counterparts: Mapping[str, str]) -> bool:
    """Whether an item that one clause alone cites bore nothing under another number of its entry."""
    if absent.is_active(code):
        return True
    return stood_in(code, present, absent, {entry_of(code)}, counterparts) == frozenset()


def _covers(code: str, named: Iterable[str]) -> bool:
    return any(is_same_or_below(code, one) for one in named)
