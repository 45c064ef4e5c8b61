"""References in two clauses: whether the items referred to became more or fewer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from controllist.changes.clause.ground.cited_items import (
    is_among,
    is_slip,
    is_split_off,
    may_have_stood,
    says_as_much,
    stood_in,
    told_by,
)
from controllist.changes.language.text.groups import groups_in_run, is_group
from controllist.changes.place.ground.lineages import (
    all_stood_in,
    is_below,
    is_same_or_below,
    keeps_its_items,
    without_parts,
)
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import MORE_NAMED, PARTS_NAMED, Effect, Evidence
from controllist.codes import entry_of, group_of, parent_of, sort_key
from controllist.figures.references import cited
from controllist.patterns import pattern

_TO = pattern(
    r"[\s.)]*\b(?:to|through|bis)\b[\s.]*(?:(?:ECCNs?|entry|items?|paragraphs?|Nummer|Unternummer)\s+)?", re.IGNORECASE
)

_LAST_LABEL = pattern(
    r"[\s.,]*\b(?:to|through|and|or|bis|und|oder)\s+\.?(?P<label>\d{1,2}|[a-z])\b[\s.,)]*", re.IGNORECASE
)
"""A label alone behind a code: the same list's other item, or the end of a range."""
_WORD_FOR_LABEL = pattern(r"(?<=[\da-z])\.(?=(?:to|or|and|und|oder|bis)\s)")
"""A point before a conjunction that lost the space between them: what follows the code is no label."""
MAY_HAVE_STOOD = "names what may have stood elsewhere"
MAY_STAND = "what it named may stand elsewhere"
SPLIT_OFF = "names what split off from an item that is named in both"
AMONG_OR_LACKING = "goods that are among those named anyway, or that the edition lacks"
BESIDE_PART = "a whole that was named beside a part of it, which both name"
CAME_WITH = "the item came or went with it"
Range = tuple[str, str]


class Lineage(NamedTuple):
    """The new code of each old item that has been paired, and the old code of each new one."""

    renamed: Mapping[str, str]
    origins: Mapping[str, str]


class Named(NamedTuple):
    """What a run of references names: codes, and ranges from one code to another, both included."""

    codes: frozenset[str]
    ranges: frozenset[Range]

    def covers(self, code: str) -> bool:
        """Whether a code is named, or lies in a range that is."""
        return code in self.codes or any(_lies_in(code, ends) for ends in self.ranges)

    def takes_in(self, code: str) -> bool:
        """Whether a code, or what it stands below, is named."""
        return self.covers(code) or any(is_same_or_below(code, one) for one in self.codes)


def compare_runs(
    old_run: str, new_run: str, within: tuple[str, str], trees: tuple[Tree, Tree], lineage: Lineage
) -> Evidence | None:
    """What became of one run of references; the effect is that of more or fewer items named.

    A reference that follows its item to a new code has not changed.
    """
    renamed = lineage.renamed
    before, right = named_in(old_run, within[0]), named_in(new_run, within[1])
    left = _followed(before, right, lineage)
    if left == right:
        return None
    if left.ranges == right.ranges and without_parts(left.codes) == without_parts(right.codes):
        return Evidence("reference", "none", note="the same items in another form")
    shared = left.ranges & right.ranges
    gone = {code for code in _each(left, shared, trees[0]) if not right.covers(code)}
    come = {code for code in _each(right, shared, trees[1]) if not left.covers(code)}
    backwards = trees[1], trees[0]
    if all(_names_nothing(code, trees) for code in gone) and all(_names_nothing(code, backwards) for code in come):
        return Evidence("reference", "none", note="the same items in another form")  # an empty number names nothing
    if _is_divided(gone, come, (before, right), trees, lineage):
        return Evidence("reference", "none", note="the same items under other numbers")
    if _are_slips(gone, come, trees):
        return Evidence("reference", "none", note="a number that named nothing, put right")
    among = (
        all(is_among(code, trees[0], right.takes_in) for code in gone),
        all(is_among(code, trees[1], left.takes_in) for code in come),
    )
    if all(among) and not (gone and come):
        return Evidence("reference", "none", note="goods that are among those named anyway")
    kept = left.codes & right.codes
    said = ", ".join(sorted(gone)), ", ".join(sorted(come))
    if bool(gone) != bool(come) and (doubt := _one_sided_doubt(gone, (left, right), gone or come, trees, lineage)):
        return Evidence("reference", "unclear", old=said[0], new=said[1], note=doubt)
    ends = {code for ends in left.ranges ^ right.ranges for code in ends}
    if not (left.codes ^ right.codes) - ends and (longer := _longer(left.ranges - shared, right.ranges - shared)):
        return Evidence("reference", longer, old=said[0], new=said[1], note="a range that ends elsewhere")
    gone, come = _without_followed(gone, come, (before, right), lineage)
    if not gone and not come:
        return Evidence("reference", "none", note="the same items under other numbers")
    if not (gone and come) and all(any(is_below(part, code) for part in kept) for code in gone | come):
        return Evidence("reference", "unclear", old=said[0], new=said[1], note=BESIDE_PART)
    effect, note = _effect(gone, come, trees, {entry_of(code) for code in kept}, lineage)
    if note in (PARTS_NAMED, MORE_NAMED) and any(_is_doubtful(code, trees, renamed) for code in gone | come):
        effect, note = "unclear", "other items bear the numbers"
    return Evidence("reference", effect, old=said[0], new=said[1], note=note)


def _one_sided_doubt(
    gone: set[str], named: tuple[Named, Named], codes: set[str], trees: tuple[Tree, Tree], lineage: Lineage
) -> str:
    """Why codes that one run alone names may be no more or less, by what the other run names; empty if nothing says
    so."""
    kept, other = named[0].codes & named[1].codes, named[1 if gone else 0]
    present, absent = trees if gone else (trees[1], trees[0])
    if _none_is_sure(codes, present, other.takes_in):
        return AMONG_OR_LACKING
    if _may_be_taken_in(codes, kept, (present, absent), lineage):
        return MAY_STAND if gone else MAY_HAVE_STOOD
    return SPLIT_OFF if all(is_split_off(code, kept, present, absent) for code in codes) else ""


def _none_is_sure(codes: set[str], tree: Tree, is_named: Callable[[str], bool]) -> bool:
    """Whether the goods of some codes are among those named anyway, and the edition lacks all the others of them,
    though not their entries."""
    among = {code for code in codes if is_among(code, tree, is_named)}
    return bool(among) and all(code not in tree.by_code and entry_of(code) in tree.by_code for code in codes - among)


def _may_be_taken_in(codes: set[str], kept: Set[str], trees: tuple[Tree, Tree], lineage: Lineage) -> bool:
    """Whether items that one edition lacks may stand, there, in another item of their entry that is cited, too.

    So it is where that item has words of theirs there that it had not before.
    """
    present, absent = trees
    lost = [code for code in codes if code not in lineage.renamed and code not in lineage.origins]
    if len(lost) < len(codes) or any(absent.is_active(code) or not present.is_active(code) for code in codes):
        return False
    entries = {entry_of(code) for code in codes}
    pairs = [(present.by_code.get(code), absent.by_code.get(code)) for code in kept if entry_of(code) in entries]
    words = {word for code in codes for word in telling_words(present.by_code[code].text)}
    return any(
        one is not None and other is not None and words & (telling_words(other.text) - telling_words(one.text))
        for one, other in pairs
    )


def _without_followed(
    gone: set[str], come: set[str], named: tuple[Named, Named], lineage: Lineage
) -> tuple[set[str], set[str]]:
    """Codes that came and went, without those whose items the other run names under their number of that edition."""
    pairs = (*product(gone, come), *product(come, gone))
    if not pairs or any(is_same_or_below(*pair) for pair in pairs):
        return gone, come
    old, new = named
    return (
        {code for code in gone if not new.takes_in(lineage.renamed.get(code, code))},
        {code for code in come if not old.takes_in(lineage.origins.get(code, code))},
    )


def _names_nothing(code: str, trees: tuple[Tree, Tree]) -> bool:
    """Whether a code of the first edition is a number kept empty there, or of an entry that neither edition has.

    Other lists are cited, too: the entry must be one of a group that the first edition has.
    """
    if trees[0].is_given_up(code):
        return True
    entry, group = entry_of(code), group_of(entry_of(code))
    if not group or any(entry in tree.by_code for tree in trees):
        return False
    return any(known.startswith(group) for known in trees[0].by_code)


def is_new_with_its_goods(
    evidence: Evidence, runs: Sequence[str], within: tuple[str, str], trees: tuple[Tree, Tree], lineage: Lineage
) -> bool:
    """Whether the items that a run names more, or less, are in one edition alone, as far as their goods are.

    What they bear is new, or stood in items that the other run names.
    """
    old, new = trees
    if bool(evidence.old) == bool(evidence.new):
        return False
    present, absent, counterparts = (new, old, lineage.renamed) if evidence.new else (old, new, lineage.origins)
    other = named_in(runs[0], within[0]) if evidence.new else named_in(runs[1], within[1])
    for code in (evidence.new or evidence.old).split(", "):
        if absent.is_active(code) or not present.is_active(code):
            return False
        stood = stood_in(code, present, absent, {entry_of(code), *map(entry_of, other.codes)}, counterparts)
        if stood is None or not all(map(other.takes_in, stood)):
            return False
    return True


def without_article(runs: Sequence[str], after: Sequence[str]) -> list[str]:
    """Two runs of references, without a code at the end of one that stands where the other text has the article "a".

    A source that writes codes in full takes such an article for a label: "In 7A001.b, 7A001.a 'spout' is".
    `after` is what follows the runs.
    """
    found = list(runs)
    for at, other in ((0, 1), (1, 0)):
        article = _ARTICLE.match(after[other])
        if article and after[other][article.end() :][:20] == after[at].lstrip(" .")[:20]:
            found[at] = _LABEL_A.sub("", runs[at])
    return found


_ARTICLE = pattern(r"[\s,.:]*a\s+(?=['\"\w])")
_LABEL_A = pattern(r"[\s,]+[\w.]+\.a\s*$")


def left_out(evidence: Evidence) -> Evidence:
    """References of an exclusion: one more leaves out more, or what was left out before; one less, the reverse."""
    if evidence.note == MAY_HAVE_STOOD:
        return Evidence("reference", "tightened", new=evidence.new, note="refers to more items")
    if evidence.note == MAY_STAND:
        return Evidence("reference", "relaxed", old=evidence.old, note="refers to fewer items")
    return evidence


def between_runs(found: list[Evidence]) -> list[Evidence]:
    """The evidence of references; what only went from one run of the clause to another decides nothing."""
    gone = {code for one in found for code in one.old.split(", ") if code}
    come = {code for one in found for code in one.new.split(", ") if code}
    if not gone & come:
        return found
    note = "named in another place of the clause"
    return [Evidence(one.type, "unclear", one.parameter, one.old, one.new, note) for one in found]


def _is_doubtful(code: str, trees: tuple[Tree, Tree], renamed: Mapping[str, str]) -> bool:
    """Whether a code that is named is none of either edition, or bears another item in each."""
    old, new = trees
    if code not in old.by_code and code not in new.by_code:
        return not (is_group(code) and all(any(known.startswith(code) for known in tree.by_code) for tree in trees))
    return old.is_active(code) and new.is_active(code) and renamed.get(code, code) != code


@lru_cache(maxsize=4096)
def named_in(run: str, within: str) -> Named:
    """The codes that a run of references names, with its ranges."""
    run = _WORD_FOR_LABEL.sub(" ", run)
    found = cited(run, within=within)
    known = {start for start, _, _ in found}
    if groups := [one for one in groups_in_run(run) if one[0] not in known]:
        found = tuple(sorted([*found, *groups]))
    codes: set[str] = {code for _, _, code in found}
    ranges: set[Range] = set()
    for (_, end, first), (start, _, last) in pairwise(found):
        if _TO.fullmatch(run, end, start):
            ranges.add((first, last))
    stops = [*(start for start, _, _ in found[1:]), len(run)] if found else []
    for (_, end, code), stop in zip(found, stops, strict=True):
        if (label := _LAST_LABEL.fullmatch(run, end, stop)) and parent_of(code):
            other = f"{parent_of(code)}.{label['label']}"
            ranges |= {(code, other)} if _TO.match(run, end, stop) else set()
            codes.add(other)
    return Named(frozenset(codes), frozenset(ranges))


def _is_divided(
    gone: set[str], come: set[str], named: tuple[Named, Named], trees: tuple[Tree, Tree], lineage: Lineage
) -> bool:
    """Whether what is named less, and what is named more, are items that the other edition names elsewhere."""
    renamed, origins = lineage
    before = {renamed.get(code, code): code for code in named[0].codes}
    return all(all_stood_in(code, trees[1], origins, named[0].covers) for code in come) and all(
        all_stood_in(before.get(code, code), trees[0], renamed, named[1].covers) for code in gone
    )


def _followed(named: Named, other: Named, lineage: Lineage) -> Named:
    """What was named, under the new codes; a number that `other` names, too, and that keeps its items stays."""
    stay = {code for code in named.codes & other.codes if keeps_its_items(code, *lineage)}
    renamed = {code: lineage.renamed[code] for code in named.codes - stay if code in lineage.renamed}
    return Named(
        frozenset(renamed.get(code, code) for code in named.codes),
        frozenset((renamed.get(first, first), renamed.get(last, last)) for first, last in named.ranges),
    )


def _each(named: Named, apart: frozenset[Range], tree: Tree) -> set[str]:
    """The codes named one by one, those of ranges as the tree has them in force; ranges `apart` left out."""
    found = set(named.codes)
    for ends in named.ranges - apart:
        entries = {entry_of(ends[0]), entry_of(ends[1])}
        inside = {code for entry in entries for code in tree.active_codes(entry) if _lies_in(code, ends)}
        found |= {code for code in inside if parent_of(code) not in inside}
    return found


def _lies_in(code: str, ends: Range) -> bool:
    """Whether a code stands between two codes in the order of the list, or below the second."""
    first, last = ends
    if parent_of(first) == parent_of(last) and parent_of(code) != parent_of(first):
        return False
    if last.startswith(code + "."):
        return False
    return sort_key(first) <= sort_key(code) and (sort_key(code) <= sort_key(last) or is_below(code, last))


def _are_slips(gone: set[str], come: set[str], trees: tuple[Tree, Tree]) -> bool:
    """Whether each number that is named no more was a slip for one that is named now, or the reverse."""
    if not gone or len(gone) != len(come):
        return False
    pairs = list(zip(sorted(gone, key=sort_key), sorted(come, key=sort_key), strict=True))
    return any(all(is_slip(one[at], one[1 - at], trees) for one in pairs) for at in (0, 1))


def _effect(
    gone: set[str], come: set[str], trees: tuple[Tree, Tree], named: set[str], lineage: Lineage
) -> tuple[Effect, str]:
    old, new = trees
    if gone and come:
        if all(any(is_below(code, above) for above in gone) for code in come):
            whole = all(_covers(above, come, new) for above in gone)
            return ("none", "all its parts instead of the whole") if whole else ("relaxed", PARTS_NAMED)
        if all(any(is_below(code, above) for above in come) for code in gone):
            whole = all(_covers(above, gone, old) for above in come)
            return ("none", "the whole instead of all its parts") if whole else ("tightened", MORE_NAMED)
        more, less = _apart(come, gone), _apart(gone, come)
        both = _is_new(more, old, new, named, lineage.renamed) and _is_new(less, new, old, named, lineage.origins)
        return "mixed" if both else "unclear", "other items are named"
    if come:
        unsure = all(_may_have_moved(code, old, new, named, lineage.renamed) for code in come)
        return ("unclear", MAY_HAVE_STOOD) if unsure else ("tightened", "refers to more items")
    unsure = all(_may_have_moved(code, new, old, named, lineage.origins) for code in gone)
    return ("unclear", MAY_STAND) if unsure else ("relaxed", "refers to fewer items")


def _longer(old: frozenset[Range], new: frozenset[Range]) -> Effect | None:
    """What it does that one range goes on to a later, or only to an earlier, code of the same list."""
    if len(old) != 1 or len(new) != 1:
        return None
    (first, last), (start, end) = next(iter(old)), next(iter(new))
    if first != start or last == end or parent_of(last) != parent_of(end):
        return None
    return "tightened" if sort_key(end) > sort_key(last) else "relaxed"


def _apart(codes: set[str], others: set[str]) -> set[str]:
    """The codes that neither stand below one of the others nor have one of them below."""
    return {code for code in codes if not any(is_below(code, one) or is_below(one, code) for one in others)}


def _is_new(codes: set[str], absent: Tree, present: Tree, named: set[str], counterparts: Mapping[str, str]) -> bool:
    """Whether one of several items that the other edition does not name was surely not named by another number."""
    return any(
        counterparts.get(code) == code and says_as_much(absent.by_code[code], present.by_code[code])
        if absent.is_active(code)
        else present.is_active(code) and not _may_have_moved(code, absent, present, named, counterparts)
        for code in codes
    )


def _may_have_moved(code: str, absent: Tree, present: Tree, named: set[str], counterparts: Mapping[str, str]) -> bool:
    """Whether an item that one edition lacks may stand there under another code: of its entry, or of an entry of
    its group that is named beside it.

    More references never mean fewer items: one that is sure to be new, or gone, decides for all.
    """
    if absent.is_active(code):
        return False
    node = present.by_code.get(code)
    if node is not None and any(entry_of(ref) in named for ref in told_by(node)):
        return True  # its goods are among those of an entry that is named
    entry = entry_of(code)
    is_known = bool(absent.active_codes(entry))
    near = {entry} if is_known else {one for one in named if group_of(one) == group_of(entry)}
    if not near or (is_known and not absent.active_codes(entry) - present.active_codes(entry)):
        return False
    return may_have_stood(code, present, absent, {entry, *near, *named}, counterparts)


def _covers(above: str, codes: set[str], tree: Tree) -> bool:
    """Whether the codes are all that is in force directly under `above`."""
    node = tree.by_code.get(above)
    below = tree.items_below(node.id) if node is not None else ()
    return bool(below) and all(item.code in codes for item in below)
