"""What controllist and general tools find on the same synthetic lists: `make bench`, or `python benchmarks/peers.py`.

Every peer gets the same lines in the shape it was made for, works in a process of its own with a limit of time, and its
answer is translated to links (`peer_tools.py` says how, of each). All are scored alike: links that touch a number kept
empty are left out; a deleted item is found if it has no link, an added one likewise. A move is an item that went to
another parent, with what stands below it. The last column is the share of the changes with an effect beyond doubt
(limits raised or lowered, alternatives and conditions that came or went) of which a tool tells the effect rightly.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from peer_tools import PEERS
from synthetic import LIKE_ANCHORS, Case, Wanted, make_case

from controllist.figures import excludes, figures_of
from controllist.model import Node

SECONDS = 60.0
"""How long a peer may take at the first size, start and translation included."""
SWIFT = 10.0
"""Of the peers that worked no longer than so many seconds at one size, the next size is asked too."""
LISTS = ((1_005, 0.0), (3_005, 0.0), (3_005, 0.1))
"""Nodes of each list, and the chance of an item without children to say what another one says. In the first two every
text is said once, which suits tools that look at nothing but texts. In the last about one item in eight shares its
text; in Wassenaar, US, EU and Hong Kong editions the share is 0.12 to 0.14."""


class Score(NamedTuple):
    """What one peer found of one case. Shares are 0 to 1; counts are found, there, and wrongly told."""

    name: str
    seconds: float
    precision: float
    recall: float
    renumbered: float
    moved: float
    added: tuple[int, int, int]
    removed: tuple[int, int, int]
    effects: tuple[int, int, int] | None
    """Right, there, and the wrong way (neither right nor `unclear`); None for a tool that tells no effects."""


class Missing(NamedTuple):
    """A peer without a score, and why."""

    name: str
    why: str


def case_of(nodes: int, repeats: float = 0.0, seed: int = 1) -> Case:
    """The list that peers were measured on before, in any size: half of its edits now concern a limit alone, and some
    items move to another parent."""
    share = nodes / LIKE_ANCHORS.nodes
    counts = {"edits": 32, "limits": 32, "deletions": 27, "additions": 19, "renumberings": 67, "moves": 10}
    wanted = Wanted(nodes, **{name: round(count * share) for name, count in counts.items()})
    return make_case(replace(wanted, repeats=repeats), seed)


def with_figures(node: Node) -> Node:
    """The node with its limits, references and terms, as readers give it."""
    found = figures_of(node.text, within=node.code or node.parent)
    shuts_out = node.kind == "note" and excludes(node.text, ("does not apply",))
    return msgspec.structs.replace(
        node, thresholds=found.thresholds, refs=found.refs, terms=found.terms, cas=found.cas, excludes=shuts_out
    )


def ask(name: str, case: Case, seconds: float) -> dict[str, Any]:
    """The answer of a peer in a process of its own; `{"absent": why}` where there is none."""
    sides = {"old": [with_figures(node) for node in case.old], "new": [with_figures(node) for node in case.new]}
    command = [sys.executable, str(Path(__file__).with_name("peer_tools.py")), name]
    try:
        done = subprocess.run(command, input=msgspec.json.encode(sides), capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return {"absent": f"stopped after {seconds:.0f} s"}
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        return {"absent": f"failed: {' '.join(last)[:90]}"}
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def score(name: str, case: Case, answer: dict[str, Any]) -> Score:
    """How much of the truth is in a peer's answer."""
    active = [{node.id for node in nodes if node.status == "active"} for nodes in (case.old, case.new)]
    links = {(old, new) for old, new in answer["links"] if old in active[0] and new in active[1]}
    truth = {(old, new) for old, new in case.truth.items() if old in active[0]}
    right = {old for old, _ in links & truth}
    gone = active[0] - {old for old, _ in truth}, active[0] - {old for old, _ in links}
    came = active[1] - {new for _, new in truth}, active[1] - {new for _, new in links}
    return Score(
        name=name,
        seconds=answer["seconds"],
        precision=len(links & truth) / max(1, len(links)),
        recall=len(links & truth) / len(truth),
        renumbered=_share(right, case.renumbered),
        moved=_share(right, case.moved),
        added=(len(came[0] & came[1]), len(came[0]), len(came[1] - came[0])),
        removed=(len(gone[0] & gone[1]), len(gone[0]), len(gone[1] - gone[0])),
        effects=_effects(case, answer["effects"]) if answer["effects"] else None,
    )


def _effects(case: Case, told: list[tuple[str, str, str]]) -> tuple[int, int, int]:
    known = {(old, new): effect for old, new, effect in told}
    found = [(effect, known.get(sides, "none")) for sides, effect in case.effects.items()]
    right = sum(wanted == got for wanted, got in found)
    return right, len(found), sum(got not in (wanted, "unclear") for wanted, got in found)


def _share(found: Set[str], wanted: Collection[str]) -> float:
    return len(found & {*wanted}) / len(wanted) if wanted else 1.0


def measure(case: Case, names: Iterable[str], seconds: float) -> Iterator[Score | Missing]:
    """The peers of these names on one list, one after the other."""
    for name in names:
        answer = ask(name, case, seconds)
        yield Missing(name, answer["absent"]) if "absent" in answer else score(name, case, answer)


HEAD = (
    f"{'':28}{'work':>10} {'precision':>9} {'recall':>7} {'renumbered':>10} {'moved':>7}"
    f" {'added':>11} {'removed':>11} {'effect':>7}"
)


def row(found: Score | Missing) -> str:
    """One line of the table."""
    if isinstance(found, Missing):
        return f"{found.name:28}{found.why}"
    shares = f"{found.precision:9.3f} {found.recall:7.3f} {found.renumbered:10.3f} {found.moved:7.3f}"
    counts = " ".join(f"{f'{hit}/{there} +{wrong}':>11}" for hit, there, wrong in (found.added, found.removed))
    effect = f"{found.effects[0] / found.effects[1]:.3f}" if found.effects else "–"
    return f"{found.name:28}{_duration(found.seconds):>10} {shares} {counts} {effect:>7}"


def _duration(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def shared(nodes: Iterable[Node]) -> float:
    """The share of the active items that say word for word what another one says."""
    texts = [node.text for node in nodes if node.kind == "item" and node.status == "active"]
    return sum(count for count in Counter(texts).values() if count > 1) / len(texts)


def tables(seconds: float = SECONDS) -> Iterator[tuple[str, list[Score | Missing]]]:
    """The table of each list, printed while it grows; slow peers are left out of the next."""
    names = list(PEERS)
    for nodes, repeats in LISTS:
        case = case_of(nodes, repeats)
        title = (
            f"{nodes:,} nodes, {shared(case.old):.2f} share their text: {len(case.edited)} edits, "
            f"{len(case.renumbered)} renumbered, {len(case.moved)} moved, {len(case.effects)} effects known"
        )
        print(f"\n{title}\n{HEAD}")
        found = []
        for one in measure(case, names, seconds):
            print(row(one), flush=True)
            found.append(one)
        yield title, found
        names = [one.name for one in found if isinstance(one, Score) and one.seconds < SWIFT]


def main() -> None:
    """Print the tables, and how each peer's answer was read."""
    limit = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}; work is processor time")
    for _ in tables(limit):
        pass
    print("\nadded, removed: found/there +wrongly told. How each answer became links:")
    for name, peer in PEERS.items():
        print(f"  {name}: {peer.translation}")


if __name__ == "__main__":
    main()
