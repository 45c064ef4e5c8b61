"""An edition of the regime and one of a mirror made comparable: pairs, and the changes from the one to the other."""

from __future__ import annotations

from controllist.changes.compare import Matched, changes_between
from controllist.changes.records import Change
from controllist.mirrors.linking import Links
from controllist.mirrors.rules import REGIME, MirrorRules, carried, origin_of
from controllist.mirrors.traced import Traced, as_regime, for_alignment
from controllist.model import Node


class Sides:
    """Two editions with their links.

    `partners` are the mirror's ids by the regime's, `origin` the reverse; `answering` the mirror's nodes that answer
    in another form, as (relation, id), by the regime's id. `olds` and `news` are the nodes in common words by own id.
    `changes` are by the regime's id, `added` by the mirror's.
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
        found = changes_between(tuple(self.olds.values()), tuple(self.news.values()), self._pairs())
        self.changes: dict[str, Change] = {change.old.id: change for change in found if change.old is not None}
        self.added: dict[str, Change] = {
            own[change.new.id]: change for change in found if change.new is not None and change.old is None
        }

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

    def _pairs(self) -> list[Matched]:
        """The linked nodes of both, then those of either side that the other could have and has not."""
        pairs = [Matched(self.olds[ident], self.news[there], "linked", 1.0) for ident, there in self.partners.items()]
        pairs += [
            Matched(node, None) for ident, node in self.olds.items()
            if ident not in self.partners and self._is_common(ident)
        ]  # fmt: skip
        pairs += [
            Matched(None, node) for ident, node in self.news.items()
            if ident not in self.origin and origin_of(self.mirror.owner[ident], self.rules) == REGIME
        ]  # fmt: skip
        return pairs

    def _is_common(self, ident: str) -> bool:
        owner = self.regime.owner[ident]
        return not owner or carried(owner, self.rules)
