"""An edition of the regime and one of a mirror made comparable: pairs, and the changes from the one to the other."""

from __future__ import annotations

from controllist.changes.compare import Matched, own_change
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Change
from controllist.mirrors.linking import Links
from controllist.mirrors.rules import REGIME, MirrorRules, carried, origin_of
from controllist.mirrors.traced import Traced, as_regime, for_alignment
from controllist.model import Node


class Sides:
    """Two editions with their links.

    `partners` are the mirror's ids by the regime's, `origin` the reverse; `answering` the mirror's nodes that answer
    in another form, as (relation, id), by the regime's id. `olds` and `news` are the nodes in common words by own id.
    """

    def __init__(self, regime: Traced, mirror: Traced, links: Links, rules: MirrorRules) -> None:
        self.regime, self.mirror, self.rules = regime, mirror, rules
        same = regime.language == mirror.language
        self.same_language = same
        self.partners = links.partners(regime, mirror)
        self.origin = {there: here for here, there in self.partners.items()}
        self.answering = self._answering(links)
        nodes, own = as_regime(mirror, rules, same_language=same, on_one_scale=False)
        self.olds = {
            node.id: for_alignment(node, same_language=same, on_one_scale=False) for node in regime.edition.nodes
        }
        self.news = {own[node.id]: node for node in nodes}
        partner = {ident: self.news[there].id for ident, there in self.partners.items()}
        self.editions = Editions(Tree(self.olds.values()), Tree(self.news.values()), partner)
        self._changes: dict[tuple[str, str], Change | None] = {}

    def change(self, ident: str) -> Change | None:
        """What the mirror says otherwise than a node of the regime, by its id; None where it says the same.

        None, too, for a node that the mirror lacks and could not have.
        """
        there = self.partners.get(ident, "")
        return self._change(ident, there) if there or self._is_common(ident) else None

    def added(self, ident: str) -> Change | None:
        """What a node of the mirror does, by its own id, that the regime could have and has not; None for others."""
        if ident in self.origin or origin_of(self.mirror.owner[ident], self.rules) != REGIME:
            return None
        return self._change("", ident)

    def _change(self, ident: str, there: str) -> Change | None:
        if (ident, there) not in self._changes:
            pair = Matched(self.olds.get(ident), self.news.get(there), "linked", 1.0)
            self._changes[ident, there] = own_change(pair, self.editions)
        return self._changes[ident, there]

    def words_unknown(self, node: Node, there: Node) -> bool:
        """Whether two items have words that differ, of which one side's at least are not at hand."""
        if not self.regime.lacks_words(node.id) and not self.mirror.lacks_words(there.id):
            return False
        return self.regime.digests.get(node.id) != self.mirror.digests.get(there.id)

    def _answering(self, links: Links) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for ident, name in self.regime.lineages.items():
            for other in links.of_regime.get(name, ()):
                node = self.mirror.by_lineage.get(other)
                relation = links.relation(name, other)
                if node is not None and relation is not None and relation != "same":
                    found.setdefault(ident, []).append((relation, node.id))
        return found

    def _is_common(self, ident: str) -> bool:
        owner = self.regime.owner[ident]
        return not owner or carried(owner, self.rules)
