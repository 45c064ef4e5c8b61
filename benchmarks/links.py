"""How right the links are between real editions, against labels made by reading: `labels/links.jsonl`.

A label names a list, two editions, an old and a new code (one of them null) and what became of the item; how they were
made stands in `labels/README.md`. A link counts if either of its ends is labelled: it is right if a label says so. The
engine's links are its pairs, and what `splits` and `merges` add to them; nobody's judgements are used. Where a sentence
became the heading over its own parts, the labels call the parts added; so a split's part that stands below the item
itself is no link here, unless asked for. Beside the engine stand the two simplest ways to do without one, on the same
texts: equal codes, and the best assignment of texts.

Most labels are of items that kept code and words, which no tool misses. `read` counts without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from peer_tools import PEERS

from controllist.alignment import align
from controllist.model import Edition, Node

LABELS = Path(__file__).resolve().parent / "labels" / "links.jsonl"
UNCHANGED = "same code and same words"
"""How labels begin whose codes and words were found equal, without reading."""

LinkKind = Literal["same", "renumbered", "moved", "added", "removed", "split", "merged"]
Codes = tuple[str, str]
"""The old and the new code of one item."""
Linker = Callable[[Edition, Edition], set[Codes]]


class Label(msgspec.Struct, frozen=True, rename={"list_": "list", "since": "from", "until": "to"}):
    """What became of one item, found by reading."""

    list_: str
    since: str
    until: str
    old: str | None
    new: str | None
    kind: LinkKind
    how: str

    @property
    def pair(self) -> tuple[str, str, str]:
        """The list and its two editions."""
        return self.list_, self.since, self.until


class Count(NamedTuple):
    """Of one or several pairs of editions: what was found, there, and right."""

    told: int = 0
    there: int = 0
    right: int = 0
    read_told: int = 0
    read_there: int = 0
    read_right: int = 0
    by_kind: tuple[tuple[int, int], ...] = ((0, 0),) * 5
    """Found and there, of each of `KINDS`."""

    def __add__(self, other: object) -> Count:
        assert isinstance(other, Count)
        kinds = tuple((a + c, b + d) for (a, b), (c, d) in zip(self.by_kind, other.by_kind, strict=True))
        return Count(
            self.told + other.told, self.there + other.there, self.right + other.right,
            self.read_told + other.read_told, self.read_there + other.read_there, self.read_right + other.read_right,
            kinds,
        )  # fmt: skip

    @property
    def shares(self) -> dict[str, float]:
        """Precision, recall, F1, F1 of what had to be read, and the recall of each kind; 1 where there is none."""
        precision, recall = _share(self.right, self.told), _share(self.right, self.there)
        read = _share(2 * self.read_right, self.read_told + self.read_there)
        kinds = {name: _share(*found) for name, found in zip(KINDS, self.by_kind, strict=True)}
        f1 = _share(2 * self.right, self.told + self.there)
        return {"precision": precision, "recall": recall, "F1": f1, "read F1": read, **kinds}


KINDS = ("renumbered", "moved", "divided", "added", "removed")


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def labels(path: Path = LABELS) -> list[Label]:
    """The labels of a file."""
    return [msgspec.json.decode(line, type=Label) for line in path.read_bytes().splitlines()]


def of_engine(old: Edition, new: Edition, own_parts: bool = False) -> set[Codes]:
    """The links of the alignment between active items; `own_parts`: also from an item to its own parts below it."""
    found = align(old.nodes, new.nodes)
    links = [(pair.old, pair.new) for pair in found.pairs]
    above = {node.id: node.parent for node in new.nodes}
    for split in found.splits:
        heading = found.new_of.get(split.old.id)
        links += [
            (split.old, part)
            for part in split.new
            if own_parts or heading is None or heading.id not in _ancestors(part.id, above)
        ]
    links += [(part, merge.new) for merge in found.merges for part in merge.old]
    return {(a.code, b.code) for a, b in links if _is_active(a) and _is_active(b)}


def _ancestors(ident: str, above: dict[str, str]) -> Iterator[str]:
    while ident := above.get(ident, ""):
        yield ident


def of_peer(name: str) -> Linker:
    """The links of a peer (`peer_tools.PEERS`) that is given the active items."""

    def links(old: Edition, new: Edition) -> set[Codes]:
        sides = [{node.id: node for node in edition.nodes if _is_active(node)} for edition in (old, new)]
        trial = PEERS[name].trial(*(list(side.values()) for side in sides))
        return {(sides[0][a].code, sides[1][b].code) for a, b in trial.links(trial.work())}

    return links


def _is_active(node: Node) -> bool:
    return node.kind == "item" and node.status == "active"


def counted(wanted: Iterable[Label], links: set[Codes]) -> Count:
    """What a set of links says of the labels of one pair of editions."""
    known = list(wanted)
    truth = {(label.old, label.new): label for label in known if label.old and label.new}
    olds, news = {label.old for label in known}, {label.new for label in known}
    told = {link for link in links if link[0] in olds or link[1] in news}
    right = told & truth.keys()
    easy = {link for link, label in truth.items() if label.how.startswith(UNCHANGED)}
    linked = {old for old, _ in told}, {new for _, new in told}
    kinds = {name: [0, 0] for name in KINDS}
    for label in known:
        name = "divided" if label.kind in ("split", "merged") else label.kind
        if name not in kinds:
            continue
        kinds[name][1] += 1
        if label.kind == "added":
            kinds[name][0] += label.new not in linked[1]
        elif label.kind == "removed":
            kinds[name][0] += label.old not in linked[0]
        else:
            kinds[name][0] += (label.old, label.new) in right
    return Count(
        len(told), len(truth), len(right), len(told - easy), len(truth.keys() - easy), len(right - easy),
        tuple((found, there) for found, there in kinds.values()),
    )  # fmt: skip


def grouped(wanted: Iterable[Label]) -> dict[tuple[str, str, str], list[Label]]:
    """The labels of each pair of editions, in the order of the file."""
    found: dict[tuple[str, str, str], list[Label]] = {}
    for label in wanted:
        found.setdefault(label.pair, []).append(label)
    return found


def scores(wanted: Iterable[Label], edition: Callable[[str, str], Edition], linker: Linker) -> dict[str, Count]:
    """What a linker finds of each pair of editions, by its name."""
    found = {}
    for (name, since, until), group in grouped(wanted).items():
        links = linker(edition(name, since), edition(name, until))
        found[f"{name} {since} → {until}"] = counted(group, links)
    return found


HEAD = f"{'':34}{'links':>6}" + "".join(f"{name:>11}" for name in Count().shares)


def row(name: str, count: Count) -> str:
    """One line of the table: how many links the labels hold, shares, and of each kind what was found and is there."""
    shares = list(count.shares.values())[: -len(KINDS)]
    cells = [f"{share:.4f}" for share in shares] + [f"{found}/{there}" for found, there in count.by_kind]
    return f"{name:34}{count.there:6}" + "".join(f"{cell:>11}" for cell in cells)


def table(found: dict[str, Count]) -> str:
    """The lines of each pair of editions, and of each list in sum."""
    lists: dict[str, Count] = {}
    for name, count in found.items():
        lists[name.split()[0]] = lists.get(name.split()[0], Count()) + count
    return "\n".join([row(name, count) for name, count in found.items()] + [row(*total) for total in lists.items()])


def total(found: dict[str, Count]) -> Count:
    """All pairs of editions in sum."""
    return sum(found.values(), Count())
