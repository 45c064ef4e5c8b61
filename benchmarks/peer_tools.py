"""What general tools find between two editions: each given the same lines, its answer translated to links.

A line is a node's id (its code), its parent's id and its text. Run as a program, this file reads two editions from
standard input as JSON (`{"old": [node…], "new": [node…]}`), lets the peer that is named on the command line work, and
prints `{"seconds", "links", "version"}`, or `{"absent": why}` where the peer is not installed. A process for each peer
lets a slow one be stopped, and keeps one's memory from another's time.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from controllist.model import Node

Link = tuple[str, str]
"""The id of an old node and of the new node that it became."""
Effects = list[tuple[str, str, str]]
"""The effects of changes: the old id, the new id (one of them empty if the change is one-sided), the effect."""
LIKE_ENOUGH = 85.0
"""Likeness in percent from which the assignment links two texts: of 55, 60, … 90 the best for these very lists."""


class Trial(NamedTuple):
    """Work to be timed, and how its result is read as links."""

    work: Callable[[], Any]
    links: Callable[[Any], Iterable[Link]]
    effects: Callable[[Any], Effects] = lambda result: []


class Peer(NamedTuple):
    """One tool: the packages it needs, how it is set to work, and in a line how its answer becomes links."""

    packages: tuple[str, ...]
    trial: Callable[[list[Node], list[Node]], Trial]
    translation: str


class Elsewhere(NamedTuple):
    """What a program of another language found, and what it measured and said of itself."""

    links: list[Link]
    seconds: float
    version: str


class Absent(Exception):
    """A peer that is no Python package is not installed."""


# shapes that peers are given


def _children(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in nodes:
        found.setdefault(node.parent, []).append(node)
    return found


def nested(nodes: list[Node]) -> dict[str, Any]:
    """The edition as one JSON object: code, text, and the items below."""
    below = _children(nodes)

    def shape(node: Node) -> dict[str, Any]:
        return {"code": node.id, "text": node.text, "items": [shape(child) for child in below.get(node.id, ())]}

    return {"code": "", "text": "", "items": [shape(node) for node in below.get("", ())]}


def _as_xml(nodes: list[Node], code: str) -> Any:
    """The edition as XML: an element a node, its code in the attribute `code`, its text before its children."""
    from lxml import etree

    places = {"": etree.Element("list")}
    for node in nodes:
        places[node.id] = etree.SubElement(places[node.parent], "item", {code: node.id})
        places[node.id].text = node.text
    return places[""]


# the peers


def _controllist(old: list[Node], new: list[Node]) -> Trial:
    from controllist.alignment import align
    from controllist.wording import normal

    def work() -> Any:
        normal.cache_clear()  # nothing is remembered from the run before
        return align(old, new)

    return Trial(work, lambda found: ((pair.old.id, pair.new.id) for pair in found.pairs))


def _controllist_compared(old: list[Node], new: list[Node]) -> Trial:
    from controllist.comparing import compare
    from controllist.model import Edition, EditionInfo, Source
    from controllist.wording import normal

    source = Source("", "", "made")
    editions = [
        Edition(EditionInfo("made", date, "", "official", source), tuple(nodes), 1.0, (), (), "made")
        for date, nodes in (("2020-01-01", old), ("2021-01-01", new))
    ]

    def work() -> Any:
        normal.cache_clear()
        return compare(editions[0], editions[1])

    def effects(found: Any) -> Effects:
        sides = ((change.old, change.new, change.kind, change.effect) for change in found.changes)
        return [
            ("" if kind == "added" or not a else a.id, "" if kind == "removed" or not b else b.id, effect)
            for a, b, kind, effect in sides
        ]

    return Trial(work, lambda found: ((link.old, link.new) for link in found.links), effects)


def _by_code(old: list[Node], new: list[Node]) -> Trial:
    def work() -> list[tuple[str, bool]]:
        before, after = ({node.id: node.text for node in nodes} for nodes in (old, new))
        return [(code, before[code] == after[code]) for code in before if code in after]

    return Trial(work, lambda found: ((code, code) for code, _ in found))


def _apted(old: list[Node], new: list[Node]) -> Trial:
    from apted import APTED, Config
    from rapidfuzz.distance import Indel

    class Tree:
        def __init__(self, code: str, text: str, children: list[Tree]) -> None:
            self.code, self.name, self.children = code, text, children

    class Costs(Config):  # type: ignore[misc]  # apted has no types
        """Another text costs at most what taking the node out and putting the other in would cost."""

        def delete(self, node: Tree) -> int:
            return 100

        def insert(self, node: Tree) -> int:
            return 100

        def rename(self, node1: Tree, node2: Tree) -> int:
            return 0 if node1.name == node2.name else round(200 * Indel.normalized_distance(node1.name, node2.name))

    def tree(shape: dict[str, Any]) -> Tree:
        return Tree(shape["code"], shape["text"], [tree(child) for child in shape["items"]])

    trees = tree(nested(old)), tree(nested(new))
    return Trial(
        lambda: APTED(*trees, Costs()).compute_edit_mapping(),
        lambda mapping: ((a.code, b.code) for a, b in mapping if a and b),
    )


def _xmldiff(code: str, **options: Any) -> Callable[[list[Node], list[Node]], Trial]:
    def trial(old: list[Node], new: list[Node]) -> Trial:
        from xmldiff.diff import Differ

        left, right = _as_xml(old, code), _as_xml(new, code)

        def work() -> list[Link]:
            differ = Differ(**options)
            found = [(a.get(code, ""), b.get(code, "")) for a, b, _ in differ.match(left, right)]
            for _ in differ.diff():  # the edit script, which starts from that matching
                pass
            return found

        return Trial(work, lambda found: found)

    return trial


def _deepdiff_keyed(old: list[Node], new: list[Node]) -> Trial:
    from deepdiff import DeepDiff

    sides = [{node.id: {"parent": node.parent, "text": node.text} for node in nodes} for nodes in (old, new)]

    def links(found: Any) -> Iterator[Link]:
        gone = {level.path(output_format="list")[0] for level in found.get("dictionary_item_removed", ())}
        return ((code, code) for code in sides[0] if code not in gone)

    return Trial(lambda: DeepDiff(sides[0], sides[1], view="tree"), links)


def _deepdiff_unordered(old: list[Node], new: list[Node]) -> Trial:
    from deepdiff import DeepDiff

    sides = [[{"code": node.id, "text": node.text} for node in nodes] for nodes in (old, new)]

    def links(found: Any) -> Iterator[Link]:
        levels = found.get("values_changed", ())  # of a field, or of a whole line
        pairs = [level if isinstance(level.t1, dict) else level.up for level in levels]
        changed = {level.t1["code"]: level.t2["code"] for level in pairs}
        gone = {level.t1["code"] for level in found.get("iterable_item_removed", ())}
        codes = [line["code"] for line in sides[0] if line["code"] not in gone]
        return ((code, changed.get(code, code)) for code in codes)

    return Trial(lambda: DeepDiff(sides[0], sides[1], ignore_order=True, view="tree"), links)


def _assignment(old: list[Node], new: list[Node]) -> Trial:
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cdist
    from scipy.optimize import linear_sum_assignment

    def work() -> list[Link]:
        by_text = {node.text: node for node in new}
        same = [(node.id, by_text.pop(node.text).id) for node in old if node.text in by_text]
        linked = [{ids[side] for ids in same} for side in (0, 1)]
        rest = [[node for node in nodes if node.id not in ids] for nodes, ids in zip((old, new), linked, strict=True)]
        scores = cdist(*([node.text for node in nodes] for nodes in rest), scorer=ratio)
        best = zip(*linear_sum_assignment(scores, maximize=True), strict=True)
        return same + [(rest[0][a].id, rest[1][b].id) for a, b in best if scores[a, b] >= LIKE_ENOUGH]

    return Trial(work, lambda found: found)


def _graphtage(old: list[Node], new: list[Node]) -> Trial:
    from graphtage.json import build_tree

    shapes = nested(old), nested(new)

    def work() -> Any:
        trees = [build_tree(_without_codes(shape)) for shape in shapes]  # nodes remember what was compared
        edit = trees[0].edits(trees[1])
        while edit.valid and not edit.is_complete() and edit.tighten_bounds():
            pass
        return trees, list(_graphtage_ends(edit))

    def links(found: Any) -> Iterator[Link]:
        trees, ends = found
        codes = [dict(_codes(tree, shape)) for tree, shape in zip(trees, shapes, strict=True)]
        for a, b in ends:
            if id(a) in codes[0] and id(b) in codes[1]:
                yield codes[0][id(a)], codes[1][id(b)]

    return Trial(work, links)


def _graphtage_ends(edit: Any) -> Iterator[tuple[Any, Any]]:
    """The nodes of both sides that an edit and those within it name."""
    from graphtage.edits import CompoundEdit

    if isinstance(edit, CompoundEdit):
        yield edit.from_node, edit.to_node
        for inner in edit.edits():
            yield from _graphtage_ends(inner)
    elif type(edit).__name__ == "Match":
        yield from zip(edit.from_node.dfs(), edit.to_node.dfs(), strict=False)


def _without_codes(shape: dict[str, Any]) -> list[Any]:
    return [shape["text"], [_without_codes(child) for child in shape["items"]]]


def _codes(tree: Any, shape: dict[str, Any]) -> Iterator[tuple[int, str]]:
    yield id(tree), shape["code"]
    for inner, child in zip(tree.children()[1].children(), shape["items"], strict=True):
        yield from _codes(inner, child)


def _jsondiffpatch(key: str) -> Callable[[list[Node], list[Node]], Trial]:
    def trial(old: list[Node], new: list[Node]) -> Trial:
        node, modules = shutil.which("node"), Path(sys.prefix) / "node" / "node_modules"
        if node is None:
            raise Absent("no Node on this machine")
        if not (modules / "jsondiffpatch").is_dir():
            raise Absent("the npm package is not installed")
        script = Path(__file__).with_name("jsondiffpatch_links.mjs")
        sides = json.dumps({"old": nested(old), "new": nested(new)})

        def work() -> Elsewhere:
            done = subprocess.run([node, script, modules, key], input=sides, capture_output=True, text=True, check=True)
            return msgspec.json.decode(done.stdout, type=Elsewhere)

        return Trial(work, lambda found: found.links)

    return trial


PEERS: dict[str, Peer] = {
    "controllist": Peer(("controllist",), _controllist, "the pairs of the alignment"),
    "controllist, with effects": Peer(
        ("controllist",), _controllist_compared, "the same, with the kind, effect and evidence of every change"
    ),
    "naive, keyed by code": Peer((), _by_code, "equal codes are one item"),
    "apted": Peer(("apted",), _apted, "its edit mapping; texts without codes, rename costs by unlikeness of the texts"),
    "xmldiff, defaults": Peer(("xmldiff",), _xmldiff("code"), "the matching its edit script starts from"),
    "xmldiff, as Indigo tunes it": Peer(
        ("xmldiff",),
        _xmldiff("id", F=0.75, uniqueattrs=["id"], ratio_mode="faster", fast_match=True),
        "the same; codes are unique attributes, F=0.75, ratio_mode=faster, fast_match",
    ),
    "deepdiff, keyed by code": Peer(("deepdiff",), _deepdiff_keyed, "a code that it does not report removed is kept"),
    "deepdiff, ignore_order": Peer(
        ("deepdiff",), _deepdiff_unordered, "entries whose values it reports changed, and those it does not report"
    ),
    "rapidfuzz and scipy": Peer(
        ("rapidfuzz", "scipy"),
        _assignment,
        f"equal texts, then the best assignment of the others by likeness, from {LIKE_ENOUGH:.0f} % on",
    ),
    "graphtage": Peer(("graphtage",), _graphtage, "the nodes that its edits name on both sides; texts without codes"),
    "jsondiffpatch, by code": Peer(
        (), _jsondiffpatch("code"), "its patch applied to objects that carry their old code; objectHash is the code"
    ),
    "jsondiffpatch, by text": Peer((), _jsondiffpatch("text"), "the same; objectHash is the text"),
}


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Least seconds of processor time of up to five runs within about a second, and the result."""
    spent: list[float] = []
    while len(spent) < 5 and sum(spent) < 1.0:
        start = time.process_time()
        result = work()
        spent.append(time.process_time() - start)
    return (result.seconds if isinstance(result, Elsewhere) else min(spent)), result


def answer(name: str, old: list[Node], new: list[Node]) -> dict[str, Any]:
    """What the peer of a name finds: seconds of processor time, links, effects, version; or why it is absent."""
    peer = PEERS[name]
    try:
        trial = peer.trial(old, new)
    except (ModuleNotFoundError, Absent) as error:
        return {"absent": str(error)}
    seconds, result = _timed(trial.work)
    versions = [version(package) for package in peer.packages]
    return {
        "seconds": seconds,
        "links": [list(link) for link in trial.links(result)],
        "effects": trial.effects(result),
        "version": ", ".join([*versions, *([result.version] if isinstance(result, Elsewhere) else [])]),
    }


def main() -> None:
    """Read two editions, let the named peer work, print what it found."""
    sys.setrecursionlimit(20_000)
    sides = json.load(sys.stdin)
    old, new = (msgspec.convert(sides[side], list[Node]) for side in ("old", "new"))
    json.dump(answer(sys.argv[1], old, new), sys.stdout)


if __name__ == "__main__":
    main()
