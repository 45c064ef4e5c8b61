"""A clause that became a list of items, or the reverse, where one says more than the other.

Each item of the list is read as a clause of its own, with the words of the heading before it, and compared with the
one clause of the other edition. Under "any" the list holds more than the clause where one of its items holds all that
the clause did, and less where none goes beyond it; under "all" one item that the clause asked for with a further one
beside it holds less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from controllist.changes.clause.evidence import clause_evidence
from controllist.changes.clause.ground.setting import Setting, setting_of
from controllist.changes.language.text.meaning import tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.gathered import gathered
from controllist.changes.place.ground.provisions import Joined, Way, is_torn, node_of, ways_of
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.held.bands import Band, bands_of, leaves_a_gap
from controllist.changes.place.held.boxes import Box, box_of, has_gap
from controllist.changes.records import Effect, Evidence, EvidenceType, decided_by, opposite
from controllist.figures import figures_of
from controllist.figures.phrases import word_set
from controllist.model import Node


class Told(NamedTuple):
    """What a list does in the place of a clause, why, and the code of the item that tells."""

    effect: Effect
    why: str
    code: str


class Compared(NamedTuple):
    """One way to be controlled in the place of a clause: what each of its clauses does, with the evidence."""

    way: Way
    effects: tuple[Effect, ...]
    evidence: tuple[Evidence, ...]

    @property
    def is_within(self) -> bool:
        """Whether it holds no more than the clause."""
        return any(one in ("none", "relaxed") for one in self.effects)

    @property
    def covers(self) -> bool:
        """Whether it holds all that the clause does."""
        return all(one in ("none", "tightened") for one in self.effects)


ALL_ASKED = "the list asks for what the clause did and for more"
LESS_ASKED = "the list asks for less than the clause did"
GOES_BEYOND = "the list holds what the clause did and more"
WITHIN = "the list holds no more than the clause did"
BOTH = "the list holds more, and no longer all that the clause did"
SAME = "the list holds what the clause did"
ALL_TOGETHER = "all items of the list together, read as one clause"
ITS_ONLY_ITEM = "the one item of the list says so"
_JOINTS = word_set("or and/or oder und/oder and und sowie having with meeting of in for to by at from mit any all each")


def itemizing_evidence(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a clause that became a heading with items, or the reverse; empty where it is not certain."""
    was, now = editions.old.is_list(old.id), editions.new.is_list(new.id)
    if was == now or not (old.text and new.text) or old.kind != "item" or new.kind != "item":
        return []
    sides = (old, new, editions) if now else (new, old, editions.swapped)
    told = _told(*sides) or _told_of_all(*sides)
    if told is None:
        return []
    kind: EvidenceType = "condition" if told.why in (ALL_ASKED, LESS_ASKED) else "alternative"
    if now:
        return [Evidence(kind, told.effect, old=old.code, new=told.code, note=told.why)]
    return [Evidence(kind, opposite(told.effect), old=told.code, new=new.code, note=f"{told.why}, read backwards")]


def compared_ways(clause: Node, heading: Node, editions: Editions) -> Sequence[Compared]:
    """Each way to be controlled that a list leaves, in the place of the one clause of the old edition."""
    pair = (clause.id, heading.id)
    known: Sequence[Compared] | None = editions.compared.get(pair)
    if known is None:
        setting = setting_of(editions, 1, (clause.code, heading.code), until_doubt=True)
        known = tuple([_compared(clause, way, setting) for way in ways_of(heading, editions.new)])
        editions.compared[pair] = known
    return known


def _told_of_all(clause: Node, heading: Node, editions: Editions) -> Told | None:
    """What a list that asks for all of its items does, read as one clause."""
    whole = gathered(heading, plain(clause.text), editions.new)
    if whole is None or are_far_apart(plain(clause.text), whole.text) or is_torn(plain(clause.text), whole):
        return None
    if words_missing(clause, [whole]) & said_above(heading, editions.new):
        return None
    if words_in(plain(whole.text)) - words_of(clause) & said_above(clause, editions.old):
        return None
    setting = setting_of(editions, 1, (clause.code, heading.code), until_doubt=True)
    found = clause_evidence(clause, node_of(whole.text, heading.code), setting)
    effect = decided_by(one for one in found if not _is_joint(one))
    return Told(effect, ALL_TOGETHER, heading.code) if effect != "unclear" else None


def _is_joint(evidence: Evidence) -> bool:
    """Whether the evidence is about the "and" alone that joins one condition to the next, or a mark of a term."""
    return (
        evidence.type == "wording" and f"{evidence.old}{evidence.new}".strip(' ",;') in ("and", "with")
    ) or evidence.type == "term"


def _told(clause: Node, heading: Node, editions: Editions) -> Told | None:
    compared = compared_ways(clause, heading, editions)
    if not compared:
        return None
    whole = [one for one in compared if one.covers]
    beyond = [one for one in compared if not one.is_within]
    if len(compared) == 1:
        return _one_way(clause, heading, compared[0], editions)
    if whole and not beyond:
        return Told("none", SAME, whole[0].way.code)
    if whole:
        known = any(was_elsewhere(one.way.code, editions) for one in beyond)
        return None if known else Told("tightened", GOES_BEYOND, whole[0].way.code)
    if together := _together(clause, compared):
        known = any(was_elsewhere(one.way.code, editions) for one in beyond)
        return None if known else Told("tightened", GOES_BEYOND, together)
    if any("unclear" in one.effects for one in compared) or taken_up(clause, heading, editions):
        return None
    return _parted(clause, compared, beyond, _lost_above(clause, heading, editions))


def _together(clause: Node, compared: Sequence[Compared]) -> str:
    """The code of the first of several ways that hold all of a clause together, each of them some of its alternatives,
    beside others that go beyond it; empty if there are no such ways."""
    within = [one for one in compared if set(one.effects) <= {"none", "relaxed"}]
    types = {one.type for each in within for one in each.evidence if one.effect != "none"}
    if not 1 < len(within) < len(compared) or not types <= {"alternative", "reference"}:
        return ""
    needs = [need for one in within for need in one.way.needs]
    named = {ref for need in needs for ref in figures_of(need.text, within=within[0].way.code).refs}
    return within[0].way.code if named >= set(clause.refs) and not words_missing(clause, needs) else ""


def is_within(clause: Node, text: str, setting: Setting) -> bool:
    """Whether what another text says, taken alone, is no more than a clause held."""
    if are_far_apart(plain(clause.text), text):
        return False
    return decided_by(clause_evidence(clause, node_of(text, setting.within[1]), setting)) in ("none", "relaxed")


def _compared(clause: Node, way: Way, setting: Setting) -> Compared:
    """What each clause of a way does in the place of the one clause."""
    effects: list[Effect] = []
    found: list[Evidence] = []
    for need in way.needs:
        if are_far_apart(plain(clause.text), need.text) or is_torn(plain(clause.text), need):
            effects.append("unclear")
            continue
        evidence = clause_evidence(clause, node_of(need.text, setting.within[1]), setting)
        effects.append(decided_by(evidence))
        found += evidence
    return Compared(way, tuple(effects), tuple(found))


def are_far_apart(one: str, other: str) -> bool:
    """Whether two clauses share so few words that comparing them tells nothing."""
    first, second = set(one.lower().split()), set(other.lower().split())
    return 3 * len(first & second) < min(len(first), len(second))


def _one_way(clause: Node, heading: Node, one: Compared, editions: Editions) -> Told | None:
    """What a list that asks for all does, or one with a single item."""
    code = one.way.code
    if all(effect == "none" for effect in one.effects):
        return Told("none", SAME, code)
    if len(one.effects) == 1:
        return Told(one.effects[0], ITS_ONLY_ITEM, code) if one.effects[0] != "unclear" else None
    if one.is_within:
        asked = frozenset(word for need in one.way.needs for word in words_in(plain(need.text)))
        lost = _lost_above(clause, heading, editions)
        return None if asked - words_of(clause) & lost else Told("relaxed", ALL_ASKED, code)
    if not one.covers:
        return None
    missing = words_missing(clause, one.way.needs)
    if not missing:
        return Told("none", SAME, code)
    return None if missing & said_above(heading, editions.new) else Told("tightened", LESS_ASKED, code)


def _lost_above(clause: Node, heading: Node, editions: Editions) -> frozenset[str]:
    """The words of the headings above a clause that those above the list say no more."""
    return said_above(clause, editions.old) - said_above(heading, editions.new)


def _parted(
    clause: Node, compared: Sequence[Compared], beyond: Sequence[Compared], lost_above: frozenset[str]
) -> Told | None:
    """What several ways do of which none holds all that the clause did."""
    ways = [one.way for one in compared]
    types = {one.type for each in compared for one in each.evidence if one.effect != "none"}
    if not beyond and types <= {"alternative", "reference"}:
        named = {ref for way in ways for need in way.needs for ref in figures_of(need.text, within=way.code).refs}
        if words_missing(clause, [need for way in ways for need in way.needs]) or not named >= set(clause.refs):
            return None
        return Told("none", SAME, ways[0].code)
    if not types <= {"condition", "threshold"}:
        return None
    if may_fill(ways, clause) and not _leave_values_out(ways, clause, lost_above):
        return None
    return Told("mixed", BOTH, beyond[0].way.code) if beyond else Told("relaxed", WITHIN, ways[0].code)


def words_missing(clause: Node, needs: Iterable[Joined]) -> frozenset[str]:
    """The words of a clause that none of several others say."""
    said = {token.key for need in needs for token in tokens_of(need.text)}
    return words_of(clause) - said


def said_above(node: Node, tree: Tree) -> frozenset[str]:
    """The words of the items above a node."""
    return frozenset(token.key for above in tree.items_above(node) for token in tokens_of(plain(above.text)))


def was_elsewhere(code: str, editions: Editions) -> bool:
    """Whether an item of the list stood elsewhere before: that the list names it adds nothing."""
    node = editions.new.by_code.get(code)
    if node is None or node.id in editions.origin:
        return node is not None
    words = words_of(node)
    return any(_says(words, gone) for gone in editions.gone)


def taken_up(clause: Node, heading: Node, editions: Editions) -> bool:
    """Whether a new neighbour of the heading may hold what the list leaves of the clause."""
    words = words_of(clause)
    beside = editions.new.items_below(heading.parent)
    return any(_says(words, node) for node in beside if node.id != heading.id and node.id not in editions.origin)


def _says(words: frozenset[str], node: Node) -> bool:
    return bool(words) and 2 * len(words & words_of(node)) > len(words)


def words_of(node: Node) -> frozenset[str]:
    """The words of a node, without those that join it to others."""
    return words_in(plain(node.text))


def words_in(text: str) -> frozenset[str]:
    """The words of a plain text, without those that join it to others."""
    return frozenset([token.key for token in tokens_of(text)]) - _JOINTS


def may_fill(ways: Iterable[Way], clause: Node) -> bool:
    """Whether several ways may together hold all that one clause did: they part the values of one quantity."""
    signs: dict[tuple[str, str], set[str]] = {}
    said = {plain(one.raw) for one in clause.thresholds}
    for need in (need for way in ways for need in way.needs):
        for one in figures_of(need.text).thresholds:
            if plain(one.raw) not in said:
                signs.setdefault((one.parameter, one.unit), set()).add(one.op[0])
    parted = [key for key, ops in signs.items() if len(ops) > 1 or not ops <= {"<", ">"}]
    if not signs or not parted:
        return not signs
    return len(parted) > 1 or not _leave_a_gap(ways, clause, parted[0])


def _leave_values_out(ways: Sequence[Way], clause: Node, lost_above: frozenset[str]) -> bool:
    """Whether the limits of several ways, taken together, leave out values that those of one clause held; not if they
    are of what the headings above the clause limited."""
    asked = frozenset(word for way in ways for need in way.needs for word in words_in(plain(need.text)))
    whole = _by_dimension([clause])
    parts = [_by_dimension([node_of(need.text, way.code) for need in way.needs]) for way in ways]
    if not whole or (asked - words_of(clause)) & lost_above:
        return False
    return has_gap(whole, [part for part in parts if part]) is True if all(parts) else False


def _by_dimension(nodes: Sequence[Node]) -> Box | None:
    """The values that the limits of some nodes leave, if each of them is of a quantity of another kind."""
    box = box_of([limit for node in nodes for limit in node.thresholds])
    if box is None or len({dimension for _, dimension in box}) < len(box):
        return None
    return {("", dimension): ends for (_, dimension), ends in box.items()}


def _leave_a_gap(ways: Iterable[Way], clause: Node, quantity: tuple[str, str]) -> bool:
    """Whether ways that part the values of one quantity leave out some that the clause held, but for those that ask for
    a limit of another quantity, too: goods that miss all of these limits are held no more."""
    key = (quantity[0].rpartition(" ")[2], quantity[1])
    whole = bands_of(clause).get(key)
    if whole is None:
        return False
    said = {plain(one.raw) for one in clause.thresholds}
    parts: list[Band] = []
    for way in ways:
        nodes = [node_of(need.text, way.code) for need in way.needs]
        limits = [one for node in nodes for one in node.thresholds if plain(one.raw) not in said]
        if all((one.parameter, one.unit) == quantity for one in limits):
            parts += [bands_of(node).get(key, (-inf, inf)) for node in nodes]
    return leaves_a_gap(whole, parts)
