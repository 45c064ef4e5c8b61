"""Edits of known effect for lists in German, as `known_edits` has them for lists in English."""

from __future__ import annotations

import re

from known_edits import Edit, Edited, Ground, both, with_end

from controllist.model import Node

_TAKES_OUT = re.compile(
    r"ander[erns]+ als|ausgenommen|außer|mit Ausnahme|nicht|kein|ohne|nur|soweit|sofern", re.IGNORECASE
)
_LEADS_ON = re.compile(r":\s*$|folgt")
_FIGURE = re.compile(r"\d+(?:,\d+)?")
_PARTS = " sowie besonders konstruierte Bestandteile hierfür"


def _is_clause(node: Node, ground: Ground) -> bool:
    is_list = any(below.kind == "item" for below in ground.below[node.id])
    is_told = len(node.text) > 25 and not _LEADS_ON.search(node.text) and not _TAKES_OUT.search(node.text)
    return node.kind == "item" and not is_list and is_told


def limit_doubled(node: Node, ground: Ground) -> Edited | None:
    """One limit of an item with twice its figure."""
    for limit in node.thresholds if node.kind == "item" and not _TAKES_OUT.search(node.text) else ():
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
    return Edited(with_end(node.text, words), "relaxed") if _is_clause(node, ground) else None


def exception_added(node: Node, ground: Ground) -> Edited | None:
    """Goods of another entry that an item leaves out."""
    words = ", ausgenommen solche, die von Nummer 0006 erfasst werden"
    return Edited(with_end(node.text, words), "relaxed") if _is_clause(node, ground) else None


def modified_goods_added(node: Node, ground: Ground) -> Edited | None:
    """Goods modified for a purpose beside those specially designed for it."""
    if not _is_clause(node, ground) or "geändert" in node.text or "besonders konstruiert für" not in node.text:
        return None
    text = node.text.replace("besonders konstruiert für", "besonders konstruiert oder geändert für", 1)
    return Edited(text, "tightened")


def parts_dropped(node: Node, ground: Ground) -> Edited | None:
    """Specially designed parts that an item names no more."""
    if node.kind != "item" or _PARTS not in node.text or _TAKES_OUT.search(node.text):
        return None
    return Edited(node.text.replace(_PARTS, "", 1), "relaxed")


GERMAN_EDITS: tuple[Edit, ...] = (
    limit_doubled, condition_added, exception_added, modified_goods_added, parts_dropped,
    both(limit_doubled, exception_added), both(modified_goods_added, condition_added),
)  # fmt: skip
