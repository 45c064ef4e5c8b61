"""Software and technology are told by the goods they serve: their own words are much the same in every entry.

`1E001 Technology for the production of 1A001` becomes `1E004 ... of 1A004` where the kettles of 1A001 became those of
1A004. A pair of two codes yields where it would serve other goods, and items left over pair with those that cite what
their goods became.
"""

from __future__ import annotations

from collections.abc import Iterable

from controllist.alignment.assignment import assign
from controllist.alignment.forest import Tree
from controllist.alignment.matching import Matching
from controllist.alignment.siblings import descend

SERVING = frozenset({"software", "technology"})
"""The subjects that are told by the goods they serve."""


def follow_goods(matching: Matching, recoded: Iterable[tuple[int, int]]) -> None:
    """Part pairs of two codes whose goods are not the same, then pair what serves goods that have a new code."""
    for at, to in recoded:
        if matching.new_of.get(at) == to and matching.old.subject(at) in SERVING and _serve_others(matching, at, to):
            matching.part(at)
    olds, news = _serving(matching.old, matching.left()[0]), _serving(matching.new, matching.left()[1])
    wanted: dict[tuple[int, int], float] = {}
    for at in olds:
        became = _codes_now(matching, at)
        for to in news if became else ():
            if became & {*matching.new.nodes[to].refs} and matching.may_pair(at, to):
                wanted[at, to] = 1.0 + (matching.comparing.similarity(at, to) or 0.0)
    for at, to in assign(wanted):
        matching.pair(at, to, "moved", matching.comparing.similarity(at, to) or 0.0)
        descend(matching, at, to)


def _serving(tree: Tree, left: Iterable[int]) -> list[int]:
    """Those of some nodes that are entries of software or technology and cite other items."""
    entries = [at for at in left if tree.nodes[at].refs and "." not in (tree.nodes[at].code or ".")]
    return [at for at in entries if tree.nodes[at].kind == "item" and tree.subject(at) in SERVING]


def _codes_now(matching: Matching, at: int) -> set[str]:
    """The new codes of what an old node cites, of those that have another code now."""
    found = {ref: matching.new_of.get(matching.old.position.get(ref, -2)) for ref in matching.old.nodes[at].refs}
    return {code for ref, to in found.items() if to is not None and (code := matching.new.nodes[to].id) != ref}


def _serve_others(matching: Matching, at: int, to: int) -> bool:
    """Whether both nodes of a pair cite items of their edition, and none of the one became any of the other."""
    cited = _known(matching.old, at), _known(matching.new, to)
    if not all(cited):
        return False
    became = {matching.new_of[one] for one in cited[0] if one in matching.new_of}
    were = {matching.old_of[one] for one in cited[1] if one in matching.old_of}
    if not became and not were:
        return False
    return not any(
        _are_kin(tree, one, other)
        for tree, side, others in ((matching.new, became, cited[1]), (matching.old, were, cited[0]))
        for one in side for other in others
    )


def _known(tree: Tree, at: int) -> set[int]:
    """The nodes of its edition that a node cites, but for itself and what it stands under."""
    cited = {tree.position[ref] for ref in tree.nodes[at].refs if ref in tree.position}
    return {one for one in cited if not _is_below(tree, at, one)}


def _are_kin(tree: Tree, one: int, other: int) -> bool:
    """Whether two nodes are one, or the one stands below the other."""
    return _is_below(tree, one, other) or _is_below(tree, other, one)


def _is_below(tree: Tree, at: int, top: int) -> bool:
    while at >= 0 and at != top:
        at = tree.parent[at]
    return at == top
