"""Edits of known effect, put into real editions: what the engine says of them.

Every edit is made to many items of one edition at once, and the edited list is compared with the real one, in both
directions. No reader is needed to know what such an edit does: a limit that is raised controls less, wherever it does
not stand in an exclusion; so items below a heading that takes anything out, or that say "not" themselves, are left
alone. The edits were thought of after the engine's rules, by people who know these; what they share with real changes
is the text around them.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from controllist.changes.records import Effect, opposite
from controllist.comparing import compare
from controllist.figures import figures_of
from controllist.model import Edition, Node


class Edited(NamedTuple):
    """The text of a node after an edit, and what the edit does."""

    text: str
    effect: Effect


class Ground(NamedTuple):
    """The nodes of an edition by their id, those below each, and the language of the list."""

    by_id: Mapping[str, Node]
    below: Mapping[str, list[Node]]
    language: str


class Outcome(NamedTuple):
    """What the engine said of the edits of one kind in one edition."""

    edit: str
    edition: str
    right: int
    unclear: int
    none: int
    wrong: tuple[str, ...]
    """Edited nodes, with "<" where the comparison ran backwards."""


Edit = Callable[[Node, Ground], Edited | None]

_TAKES_OUT = {
    "en": re.compile(r"other than|except|exclud|\b(?:not?|nor|neither|without|only)\b|unless", re.IGNORECASE),
    "de": re.compile(
        r"ander[erns]+ als|ausgenommen|außer|mit Ausnahme|nicht|kein|ohne|nur|soweit|sofern", re.IGNORECASE
    ),
}
"""Words of each language that may take out of control what stands with them."""
_END = re.compile(r"[\s;.,]*(?:\b(?:and|or|und|oder)\b)?[\s.;]*$")
_LEADS_ON = {
    "en": re.compile(r":\s*$|follow[^;]{0,30}$|see list", re.IGNORECASE), "de": re.compile(r":\s*$|folgt"),
}  # fmt: skip
_FIGURE = re.compile(r"(?<![-−–\d.,λ/])(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|\d+\.\d+)(?![\d,.]*\d)")
_NOTE = re.compile(r"\S+ (?:does not|do not) (?:apply to|control) [^:;]*[a-z]\.?$")
_POINTS = re.compile(r"\W*see\b", re.IGNORECASE)


def is_clause(node: Node, ground: Ground) -> bool:
    """Whether an item is a clause of some length that leads into no list and controls goods."""
    is_list = any(below.kind == "item" for below in ground.below[node.id])
    is_told = len(node.text) >= 25 and not _LEADS_ON[ground.language].search(node.text) and not _POINTS.match(node.text)
    return node.kind == "item" and not is_list and is_told


def with_end(text: str, words: str) -> str:
    """A clause with words behind it, before the mark or the conjunction that ends it."""
    end = _END.search(text)
    at = end.start() if end else len(text)
    return text[:at] + words + text[at:]


def limit_doubled(node: Node, ground: Ground) -> Edited | None:
    """One limit of an item with twice its figure."""
    for limit in node.thresholds if node.kind == "item" else ():
        figures = [*_FIGURE.finditer(limit.raw)]
        is_plain = limit.op != "=" and "(" not in limit.raw and not limit.doubtful
        if not is_plain or len(figures) != 1 or node.text.count(limit.raw) != 1:
            continue
        printed = figures[0].group()
        value = 2 * float(printed.replace(",", ""))
        twice = f"{value:,.0f}" if "," in printed else f"{value:g}"
        raw = limit.raw.replace(printed, twice)
        return Edited(node.text.replace(limit.raw, raw), "relaxed" if limit.op[0] == ">" else "tightened")
    return None


def limit_included(node: Node, ground: Ground) -> Edited | None:
    """ "Exceeding" as "equal to or exceeding"."""
    found = re.search(r"(?<!equal to or )\bexceeding (?=\d)", node.text) if node.kind == "item" else None
    if found is None:
        return None
    return Edited(f"{node.text[: found.start()]}equal to or {node.text[found.start() :]}", "tightened")


def condition_added(node: Node, ground: Ground) -> Edited | None:
    """One more limit that an item asks for."""
    if not is_clause(node, ground):
        return None
    return Edited(with_end(node.text, ", and having a mass exceeding 7 kg"), "relaxed")


def purpose_added(node: Node, ground: Ground) -> Edited | None:
    """A purpose that the goods of an item must have."""
    is_asked = any("military" in one.text for one in _items_above(node, ground))
    if not is_clause(node, ground) or is_asked or re.search(r"\d", node.text[-25:]):
        return None
    return Edited(with_end(node.text, ", specially designed for military use"), "relaxed")


def exception_added(node: Node, ground: Ground) -> Edited | None:
    """Goods of another entry that an item leaves out."""
    if not is_clause(node, ground):
        return None
    return Edited(with_end(node.text, ", other than those specified by 6A005"), "relaxed")


def list_counted_otherwise(node: Node, ground: Ground) -> Edited | None:
    """ "Any of the following" as "all of the following", or the reverse."""
    items = [below for below in ground.below[node.id] if below.kind == "item" and below.status == "active"]
    if node.kind != "item" or len(items) < 2 or node.text.count("following") != 1:
        return None
    if "any of the following" in node.text:
        return Edited(node.text.replace("any of the following", "all of the following"), "relaxed")
    if "all of the following" in node.text:
        return Edited(node.text.replace("all of the following", "any of the following"), "tightened")
    return None


def modified_goods_added(node: Node, ground: Ground) -> Edited | None:
    """Goods modified for a purpose beside those specially designed for it."""
    if not is_clause(node, ground) or "modified" in node.text or "specially designed for " not in node.text:
        return None
    return Edited(node.text.replace("specially designed for ", "specially designed or modified for ", 1), "tightened")


def _takes_out_goods(node: Node, ground: Ground) -> bool:
    """Whether a note takes some goods out, and says nothing else that turns round."""
    is_plain = node.kind == "note" and _NOTE.match(node.text) is not None
    return is_plain and not _takes_out(node.text.replace(" not ", " ", 1), ground.language)


def exclusion_widened(node: Node, ground: Ground) -> Edited | None:
    """One more sort of goods that a note lets go."""
    if not _takes_out_goods(node, ground):
        return None
    return Edited(with_end(node.text, " or to teapots"), "relaxed")


def exclusion_narrowed(node: Node, ground: Ground) -> Edited | None:
    """A limit on the goods that a note lets go."""
    if not _takes_out_goods(node, ground):
        return None
    return Edited(with_end(node.text, ", having a mass of less than 7 kg"), "tightened")


_TWO_GOODS = re.compile(r"(?P<one>[A-Z][a-z]+s),? (?P<joint>or|and) (?P<other>[a-z]+s)\b(?! for)")
_TWO_NAMES = re.compile(
    r"(?<=[a-z] )(?P<one>[a-z]+s) (?P<joint>or|and) (?P<other>[a-z]+s)(?=,| of | for | having | with |;|$)"
)


def goods_added(node: Node, ground: Ground) -> Edited | None:
    """One more sort of goods at the head of an item that names two."""
    found = _TWO_GOODS.match(node.text)
    if not found or not is_clause(node, ground):
        return None
    goods = f"{found['one']}, {found['other']} {found['joint']} teapots"
    return Edited(goods + node.text[found.end() :], "tightened")


def names_swapped(node: Node, ground: Ground) -> Edited | None:
    """Two names joined by "or" or "and" in the reverse order, which does nothing."""
    found = _TWO_NAMES.search(node.text)
    if not found or not is_clause(node, ground):
        return None
    names = f"{found['other']} {found['joint']} {found['one']}"
    return Edited(node.text[: found.start()] + names + node.text[found.end() :], "none")


def both(first: Edit, second: Edit) -> Edit:
    """Two edits in one item: what they do together is mixed where they go opposite ways."""

    def edit(node: Node, ground: Ground) -> Edited | None:
        once = first(node, ground)
        twice = second(_with_text(node, once.text, ground.language), ground) if once else None
        if once is None or twice is None:
            return None
        effects = {once.effect, twice.effect} - {"none"}
        effect: Effect = "mixed" if len(effects) > 1 else next(iter(effects), "none")
        return Edited(twice.text, effect)

    edit.__name__ = f"{first.__name__} + {second.__name__}"
    return edit


EDITS: tuple[Edit, ...] = (
    limit_doubled, limit_included, condition_added, purpose_added, exception_added, list_counted_otherwise,
    modified_goods_added, goods_added, exclusion_widened, exclusion_narrowed,
)  # fmt: skip
TWOFOLD: tuple[Edit, ...] = (
    both(limit_doubled, condition_added), both(limit_included, exception_added), both(goods_added, condition_added),
    both(modified_goods_added, exception_added), both(names_swapped, condition_added),
    both(names_swapped, exception_added),
)  # fmt: skip
"""Edits of which one may hide the other."""


def outcome(edit: Edit, edition: Edition, language: str = "en", seed: int = 1) -> Outcome:
    """What the engine says of an edit made to half of the nodes of an edition that it fits, forwards and backwards."""
    edited, effects = _edited(edit, edition, language, seed)
    told: Counter[str] = Counter()
    wrong: list[str] = []
    for old, new, mark in ((edition, edited, ""), (edited, edition, "<")):
        found = {
            (change.new or change.old).id: change.effect  # type: ignore[union-attr]  # a change has a side
            for change in compare(old, new).changes
            if "carried" not in change.flags
        }
        for ident, forwards in effects.items():
            truth = opposite(forwards) if mark else forwards
            said = found.get(ident, "none")
            told["right" if said == truth else said] += 1
            if said not in (truth, "unclear", "none"):
                wrong.append(mark + ident)
    name = f"{edition.info.list}@{edition.info.edition}"
    return Outcome(edit.__name__.replace("_", " "), name, told["right"], told["unclear"], told["none"], tuple(wrong))


def _edited(edit: Edit, edition: Edition, language: str, seed: int) -> tuple[Edition, dict[str, Effect]]:
    """An edition with an edit in it, and what it does to each edited node."""
    lot = random.Random(seed)
    below: defaultdict[str, list[Node]] = defaultdict(list)
    for node in edition.nodes:
        below[node.parent].append(node)
    ground = Ground({node.id: node for node in edition.nodes}, below, language)
    effects: dict[str, Effect] = {}
    nodes: list[Node] = []
    for node in edition.nodes:
        is_left_alone = any(
            _takes_out(one.text, language) or one.id in effects for one in _items_above(node, ground)
        )
        fits = node.status == "active" and not is_left_alone
        made = edit(node, ground) if fits and lot.random() < 0.5 else None
        if made is not None:
            effects[node.id] = made.effect
            node = _with_text(node, made.text, language)
        nodes.append(node)
    return replace(edition, nodes=tuple(nodes)), effects


def _with_text(node: Node, text: str, language: str) -> Node:
    """A node that says something else, with the figures of that."""
    said = figures_of(text, language, within=node.code or node.parent)
    return replace(node, text=text, thresholds=said.thresholds, refs=said.refs, terms=said.terms, cas=said.cas)


def _items_above(node: Node, ground: Ground) -> Iterator[Node]:
    """The items that a node stands under, and itself if it is one."""
    item = node if node.kind == "item" else ground.by_id.get(node.parent)
    while item is not None and item.kind == "item":
        yield item
        item = ground.by_id.get(item.parent)


def _takes_out(text: str, language: str) -> bool:
    return _TAKES_OUT[language].search(text) is not None


def table(found: list[Outcome]) -> str:
    """What was said of each kind of edit, in all editions together."""
    lines = [f"{'edit':38} {'edits':>6} {'right':>6} {'unclear':>8} {'none':>5} {'wrong':>6}"]
    for edit in dict.fromkeys(one.edit for one in found):
        mine = [one for one in found if one.edit == edit]
        counts = [sum(one.right for one in mine), sum(one.unclear for one in mine), sum(one.none for one in mine)]
        wrong = sum(len(one.wrong) for one in mine)
        lines.append(f"{edit:38} {sum(counts) + wrong:6} {counts[0]:6} {counts[1]:8} {counts[2]:5} {wrong:6}")
    return "\n".join(lines)
