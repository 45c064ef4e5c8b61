"""Edits of known effect for lists in German, as `known_edits` has them for lists in English."""

from __future__ import annotations

import re

from known_edits import Edit, Edited, Ground, both, is_clause, with_end

from controllist.model import Node

_FIGURE = re.compile(r"\d+(?:,\d+)?")
_PARTS = " sowie besonders konstruierte Bestandteile hierfür"


def limit_doubled(node: Node, ground: Ground) -> Edited | None:
    """One limit of an item with twice its figure."""
    for limit in node.thresholds if node.kind == "item" else ():
        figures = _FIGURE.findall(limit.raw)
        if len(figures) != 1 or limit.op == "=" or node.text.count(limit.raw) != 1:
            continue
        twice = f"{2 * float(figures[0].replace(',', '.')):g}".replace(".", ",")
        raw = limit.raw.replace(figures[0], twice)
        return Edited(node.text.replace(limit.raw, raw), "relaxed" if limit.op[0] == ">" else "tightened")
    return None


def condition_added(node: Node, ground: Ground) -> Edited | None:
    """One more limit that an item asks for."""
    words = " mit einer Masse größer als 7 kg"
    return Edited(with_end(node.text, words), "relaxed") if is_clause(node, ground) else None


def exception_added(node: Node, ground: Ground) -> Edited | None:
    """Goods of another entry that an item leaves out."""
    words = ", ausgenommen solche, die von Nummer 0006 erfasst werden"
    return Edited(with_end(node.text, words), "relaxed") if is_clause(node, ground) else None


def modified_goods_added(node: Node, ground: Ground) -> Edited | None:
    """Goods modified for a purpose beside those specially designed for it."""
    if not is_clause(node, ground) or "geändert" in node.text or "besonders konstruiert für" not in node.text:
        return None
    text = node.text.replace("besonders konstruiert für", "besonders konstruiert oder geändert für", 1)
    return Edited(text, "tightened")


def parts_dropped(node: Node, ground: Ground) -> Edited | None:
    """Specially designed parts that an item names no more."""
    if node.kind != "item" or _PARTS not in node.text:
        return None
    return Edited(node.text.replace(_PARTS, "", 1), "relaxed")


GERMAN_EDITS: tuple[Edit, ...] = (
    limit_doubled, condition_added, exception_added, modified_goods_added, parts_dropped,
    both(limit_doubled, exception_added), both(modified_goods_added, condition_added),
)  # fmt: skip
