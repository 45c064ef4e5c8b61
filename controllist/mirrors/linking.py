"""The links between a regime and a mirror that have been found so far."""

from __future__ import annotations

from collections.abc import Iterable

from controllist.mirrors.records import Correspondence, Relation
from controllist.mirrors.traced import Traced


class Links:
    """Correspondences by either side. A node may have several partners: in time, or as parts."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Correspondence] = {}
        self.of_regime: dict[str, list[str]] = {}
        self.of_mirror: dict[str, list[str]] = {}
        self._same: dict[str, list[str]] = {}

    def add(self, link: Correspondence) -> None:
        """Record a link; of two between the same nodes the first stays."""
        if (link.regime, link.mirror) in self._found:
            return
        self._found[link.regime, link.mirror] = link
        self.of_regime.setdefault(link.regime, []).append(link.mirror)
        self.of_mirror.setdefault(link.mirror, []).append(link.regime)
        if link.relation == "same":
            self._same.setdefault(link.regime, []).append(link.mirror)

    def relation(self, regime: str, mirror: str) -> Relation | None:
        """How two nodes are linked; None if they are not."""
        link = self._found.get((regime, mirror))
        return link.relation if link else None

    @property
    def all(self) -> tuple[Correspondence, ...]:
        """All links, in the order of the regime's names, then the mirror's."""
        return tuple(self._found[key] for key in sorted(self._found))

    def partners(self, regime: Traced, mirror: Traced) -> dict[str, str]:
        """The node of the mirror's edition that says the same, by the regime's; ids of both."""
        found: dict[str, str] = {}
        there = mirror.by_lineage
        for ident, name in regime.lineages.items():
            for other in self._same.get(name, ()):
                if other in there:
                    found[ident] = there[other].id
                    break
        return found


def links_of(correspondences: Iterable[Correspondence]) -> Links:
    """Links from records."""
    links = Links()
    for each in correspondences:
        links.add(each)
    return links
