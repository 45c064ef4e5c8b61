"""Items read together with the lead-ins that they stand under, where the words of one went to the other.

An item is what its own words say within what those above it say: "Kettles having any of the following" and "A lid of
tin" together say what "Kettles" and "Having a lid of tin" do.
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.clause.evidence import clause_evidence
from controllist.changes.clause.ground.setting import setting_of
from controllist.changes.language.text.meaning import lists_of, tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import SAID_NEARBY
from controllist.changes.place.ground.provisions import Joined, is_torn, joined, node_of
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.headings.lead_ins import keeps_company
from controllist.changes.records import Evidence, decided_by
from controllist.model import Node
from controllist.wording import normal


def with_chains(found: list[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of an item, told from its lead-ins too where a word seems to have gone to or come from there."""
    nearby = {(one.old, one.new) for one in found if one.note == SAID_NEARBY}
    whole = chain_evidence(old, new, editions) if nearby else []
    is_told = whole and not any((one.old, one.new) in nearby for one in whole)
    return whole if is_told else found


TOGETHER = "the item and what it stands under together say the same"


def chain_evidence(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """What differs between an item with its lead-ins then and now; empty where that does not decide."""
    if old.kind != "item" or new.kind != "item" or not (old.text and new.text):
        return []
    trees = (editions.old, editions.new)
    lead_ins = [[*tree.items_above(node)][::-1] for node, tree in ((old, editions.old), (new, editions.new))]
    above = _differing(lead_ins[0], lead_ins[1], editions)
    alike = keeps_company(old, new, editions)
    if not any(above) or not all(_is_chain(nodes, tree, alike) for nodes, tree in zip(above, trees, strict=True)):
        return []
    names_class = any(map(_is_class, above, trees))
    if names_class and _differ_in_words([old, *above[0]], [new, *above[1]]):
        return []
    texts = [_chained(node, nodes) for node, nodes in zip((old, new), above, strict=True)]
    if is_torn(texts[0].text, texts[1]) or is_torn(texts[1].text, texts[0]):
        return []
    setting = setting_of(editions, 1, (old.code, new.code), until_doubt=True)
    first, second = (node_of(text.text, node.code) for text, node in zip(texts, (old, new), strict=True))
    found = clause_evidence(first, second, setting)
    effect = decided_by(found)
    if effect == "unclear" or (effect != "none" and names_class):
        return []
    if (effect in ("relaxed", "mixed") and _may_hold_rest(above[1], editions)) or (
        effect in ("tightened", "mixed") and _may_hold_rest(above[0], editions.swapped)
    ):
        return []
    return found or [Evidence("parent", "none", old=old.code, new=new.code, note=TOGETHER)]


def _differ_in_words(olds: Sequence[Node], news: Sequence[Node]) -> bool:
    """Whether an item with its lead-ins says so many words that the other does not that they cannot say the same."""
    said, now = ({token.key for one in nodes for token in tokens_of(plain(one.text))} for nodes in (olds, news))
    return sum(map(str.isalpha, said ^ now)) > _MOST_OTHER_WORDS


_MOST_OTHER_WORDS = 3
"""Words that two texts may have apart and mean the same, each written in its way."""


def _may_hold_rest(above: Sequence[Node], editions: Editions) -> bool:
    """Whether an item that came beside one of the lead-ins may hold what this lead-in leaves out."""
    return any(
        beside.id != lead.id and beside.id not in editions.origin
        for lead in above
        for beside in editions.new.items_below(lead.parent)
    )


def _differing(old: list[Node], new: list[Node], editions: Editions) -> tuple[list[Node], list[Node]]:
    """What stands above on both sides, the highest first, without the highest items that are the same in both."""
    common = 0
    for before, after in zip(old, new, strict=False):
        if editions.partner.get(before.id) != after.id or normal(before.text) != normal(after.text):
            break
        common += 1
    return old[common:], new[common:]


def _is_chain(nodes: Sequence[Node], tree: Tree, alike: bool) -> bool:
    """Whether each lead-in counts upwards and needs no more than one of the items below it; where the others that are
    needed are `alike` in both editions, one that needs several will do."""
    return all(
        node.text
        and ((logic := tree.logic(node)) in ("any", "list") or (alike and logic == "all" and _has_several(node, tree)))
        and tree.way_of_lead(node) == 1
        for node in nodes
    )


def _has_several(node: Node, tree: Tree) -> bool:
    return len(tree.items_below(node.id)) > 1


def _is_class(nodes: Sequence[Node], tree: Tree) -> bool:
    """Whether a heading names a class of goods, to which the items below it need not all belong by its own words."""
    return any(tree.logic(node) == "list" for node in nodes)


def _chained(node: Node, above: Sequence[Node]) -> Joined:
    """The words of an item behind those of the lead-ins above it."""
    text = Joined(plain(node.text))
    for lead in reversed(above):
        words = plain(lead.text)
        marks = lists_of(words)
        start, end = (marks[-1].start, marks[-1].end) if marks else (len(words), len(words))
        text = joined(words[:start], text, words[start:end], words[end:])
    return text
