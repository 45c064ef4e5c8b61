"""Which node of a mirror answers which node of the regime, lineage to lineage.

Editions are aligned with the regime's edition that they resemble: once in full, then only what is not linked yet, with
what stands above it fixed. So a lineage of either side that lived at another time finds its partner, and nothing is
compared twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from controllist.alignment import Alignment, Judgement, align
from controllist.mirrors.derived import derived_pairs, said_twice
from controllist.mirrors.linking import Links
from controllist.mirrors.parts import formerly_lettered, parts_between
from controllist.mirrors.places import in_place
from controllist.mirrors.records import Correspondence
from controllist.mirrors.rules import REGIME, MirrorRules, carried, is_derived, origin_of
from controllist.mirrors.traced import Traced, as_regime, for_alignment, is_empty, resembled
from controllist.model import Node


class Verdict(NamedTuple):
    """What people decided: two lineages are the same, or are not."""

    regime: str
    mirror: str
    same: bool
    reason: str


def correspondences(
    regimes: Sequence[Traced], mirrors: Sequence[Traced], rules: MirrorRules, verdicts: Sequence[Verdict] = ()
) -> tuple[Correspondence, ...]:
    """The links of a mirror's lineages with the regime's; editions oldest first, at least one of each."""
    links = Links()
    work = _Work(links, rules, {(v.regime, v.mirror) for v in verdicts if not v.same})
    for verdict in verdicts:
        if verdict.same:
            links.add(Correspondence(verdict.regime, verdict.mirror, "same", "judgement", 1.0, ("", "")))
    for mirror in reversed(mirrors):
        nearest, *others = _near(mirror, regimes, rules)
        work.link(nearest, mirror, derived=bool(rules.derived))
        ends = mirror in (mirrors[0], mirrors[-1])
        for regime in [*others[: 2 if ends else 1], *(regimes[-1:] if mirror is mirrors[-1] else ())]:
            work.link(regime, mirror)
    for link in [*formerly_lettered(regimes, mirrors, links)]:
        links.add(link)
    dated = {each.date: each for each in regimes}, {each.date: each for each in mirrors}
    return tuple(link for link in links.all if not _has_its_own(link, links, *dated))


def _has_its_own(
    link: Correspondence, links: Links, regimes: Mapping[str, Traced], mirrors: Mapping[str, Traced]
) -> bool:
    """Whether a part has a partner of its own in the very editions in which it was found as a part."""
    if link.relation == "part":
        there = regimes[link.at[0]].by_lineage
        return any(o in there and links.relation(o, link.mirror) == "same" for o in links.of_mirror[link.mirror])
    if link.relation == "whole":
        there = mirrors[link.at[1]].by_lineage
        return any(o in there and links.relation(link.regime, o) == "same" for o in links.of_regime[link.regime])
    return False


def _near(mirror: Traced, regimes: Sequence[Traced], rules: MirrorRules) -> list[Traced]:
    """The edition that a mirror's resembles, the one after it, and the one before it."""
    near = resembled(mirror, regimes, rules)
    at = next(number for number, each in enumerate(regimes) if each is near)
    return [regimes[number] for number in (at, at + 1, at - 1) if 0 <= number < len(regimes)]


class _Work:
    """Aligns editions and gathers links; what was tried once in vain is not tried again."""

    def __init__(self, links: Links, rules: MirrorRules, forbidden: set[tuple[str, str]]) -> None:
        self.links = links
        self.rules = rules
        self.forbidden = forbidden
        self._tried: set[tuple[str, str, str]] = set()
        self._tried_derived: set[str] = set()
        self._carried_by_date: dict[str, list[str]] = {}
        self._mirror: Traced | None = None
        self._origins: dict[str, str] = {}

    def link(self, regime: Traced, mirror: Traced, *, derived: bool = False) -> None:
        """Link what two editions have in common and is not linked between them."""
        self._set_mirror(mirror)
        partners = self.links.partners(regime, mirror)
        taken = set(partners.values())
        ours = {ident for ident in self._carried(regime) if ident not in partners}
        theirs = {n.id for n in mirror.edition.nodes if n.id not in taken and self._origins[n.id] == REGIME}
        theirs = self._untried(regime, mirror, theirs)
        if ours and theirs:
            self._align(regime, mirror, ours, theirs, partners)
        if derived:
            self._link_derived(regime, mirror, partners, taken)

    def _untried(self, regime: Traced, mirror: Traced, ids: set[str]) -> set[str]:
        """The nodes whose words were not compared with this edition of the regime yet; they count as compared now."""
        keys = {i: (regime.date, mirror.lineages[i], mirror.digests.get(i, "")) for i in ids}
        fresh = {i for i, key in keys.items() if key not in self._tried and mirror.by_id[i].status == "active"}
        self._tried.update(keys.values())
        return fresh

    def _carried(self, regime: Traced) -> list[str]:
        """The nodes of an edition of the regime that the mirror may have."""
        if regime.date not in self._carried_by_date:
            self._carried_by_date[regime.date] = [n.id for n in regime.edition.nodes if self._is_carried(regime, n)]
        return self._carried_by_date[regime.date]

    def _is_carried(self, regime: Traced, node: Node) -> bool:
        owner = regime.owner[node.id]
        if is_empty(node):
            return False
        return not owner or node.kind in ("category", "group") or not is_item(owner) or carried(owner, self.rules)

    def _set_mirror(self, mirror: Traced) -> None:
        if self._mirror is not mirror:
            self._mirror = mirror
            origins = {owner: origin_of(owner, self.rules) for owner in {*mirror.owner.values()}}
            self._origins = {ident: origins[owner] for ident, owner in mirror.owner.items()}

    def _align(
        self, regime: Traced, mirror: Traced, ours: set[str], theirs: set[str], partners: dict[str, str]
    ) -> None:
        same_language = regime.language == mirror.language
        kept, kept_theirs = _with_above(regime, ours), _with_above(mirror, theirs)
        fixed = {a: b for a, b in partners.items() if a in kept or b in kept_theirs}
        kept = _with_above(regime, kept | set(fixed))
        kept_theirs = _with_above(mirror, kept_theirs | set(fixed.values()))
        news, own = as_regime(mirror, self.rules, same_language=same_language, only=kept_theirs)
        olds = [for_alignment(n, same_language=same_language) for n in regime.edition.nodes if n.id in kept]
        renamed = {own[node.id]: node.id for node in news}
        both = {a: b for a, b in partners.items() if a in kept and b in kept_theirs}
        decided = [Judgement("", "", a, renamed[b], True, "linked") for a, b in both.items()]
        decided += [
            Judgement("", "", regime.by_lineage[a].id, renamed[mirror.by_lineage[b].id], False, "verdict")
            for a, b in self.forbidden
            if a in regime.by_lineage and b in mirror.by_lineage and mirror.by_lineage[b].id in kept_theirs
            and regime.by_lineage[a].id in kept
        ]  # fmt: skip
        alignment = align(olds, news, decided)
        self._record(alignment, own, regime, mirror)
        for link in in_place(regime, mirror, self.rules, self.links, (ours, theirs), self.forbidden):
            self.links.add(link)
        for link in parts_between(alignment, own, regime, mirror, self.links):
            self.links.add(link)

    def _record(self, alignment: Alignment, own: dict[str, str], regime: Traced, mirror: Traced) -> None:
        for pair in alignment.pairs:
            if pair.matched_by == "judgement":
                continue
            if {pair.old.status, pair.new.status} == {"active", "reserved"}:
                continue  # a number kept empty says nothing about what it held
            name, other = regime.lineages[pair.old.id], mirror.lineages[own[pair.new.id]]
            at = (regime.date, mirror.date)
            self.links.add(Correspondence(name, other, "same", pair.matched_by, round(pair.score, 4), at))

    def _link_derived(self, regime: Traced, mirror: Traced, partners: dict[str, str], taken: set[str]) -> None:
        """Items of the regime that the mirror took over under numbers of its own: by their words alone."""
        if regime.language != mirror.language:
            return
        news = [n for n in mirror.edition.nodes
                if n.kind == "item" and self._origins[n.id] in self.rules.derived_origins]  # fmt: skip
        free = {n.id for n in news if n.id not in taken and mirror.lineages[n.id] not in self.links.of_mirror}
        free = {i for i in self._untried(regime, mirror, free) if mirror.lineages[i] not in self._tried_derived}
        self._tried_derived |= {mirror.lineages[i] for i in free}
        if not free:
            return
        linked = set(partners) | {regime.by_lineage[n].id for n in self._derived(regime, mirror)}
        olds = [for_alignment(n, same_language=True) for n in regime.edition.nodes
                if n.id not in linked and is_derived(regime.owner[n.id], self.rules)]  # fmt: skip
        ours = [for_alignment(n, same_language=True) for n in news if n.id in free]
        held = [for_alignment(regime.by_id[i], same_language=True) for i in self.links.partners(regime, mirror)]
        pairs = list(derived_pairs(olds, ours, self.rules))
        found = {new for _, new, _, _ in pairs}
        pairs += said_twice(held, [node for node in ours if node.id not in found])
        for old, new, by, score in pairs:
            at = (regime.date, mirror.date)
            self.links.add(Correspondence(regime.lineages[old], mirror.lineages[new], "derived", by, score, at))

    def _derived(self, regime: Traced, mirror: Traced) -> Iterable[str]:
        """The lineages of the regime that have a derived item in the mirror's edition."""
        return [
            name for name in regime.by_lineage
            if any(other in mirror.by_lineage for other in self.links.of_regime.get(name, ()))
        ]  # fmt: skip


def is_item(owner: str) -> bool:
    """Whether a code is that of an item, not of a category or group heading."""
    return len(owner.partition(".")[0]) > 3 or (owner.startswith("ML") and owner != "ML")


def _with_above(side: Traced, ids: set[str]) -> set[str]:
    """Nodes and all that they stand under."""
    found = set(ids)
    for ident in ids:
        parent = side.by_id[ident].parent
        while parent and parent not in found:
            found.add(parent)
            parent = side.by_id[parent].parent
    return found
