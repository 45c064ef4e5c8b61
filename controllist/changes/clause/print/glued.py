"""Words of another provision that a source printed at the end of a clause, where the other edition has them apart."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.model import Node
from controllist.patterns import pattern

_LEAST = 24
"""Characters of a tail that is no phrase of its own clause."""
_TAIL = pattern(
    r"[\s\"')]*[.;:][\s\"')]*(?:(?:and|or)\b[\s;:,]*)?(?:\(?(?:[a-z]|\d{1,2})[.)]\s+)*(?P<words>\S.*)$"
)
"""What stands behind the mark that ends a clause, without the label of a line."""
_LINE = pattern(
    r"[.;:][\s\"')]*(?:(?:and|or)\s+)?\(?(?P<label>[a-z]|\d{1,2})[.)]\s+(?P<words>[^\s:;][^:;]*[;:,.]?(?:\s+(?:and|or))?\W*)$"
)
"""One labelled line at the end of a clause."""
_END = pattern(r"[\s.;:,]*(?:\b(?:and|or)\b)?[\s.;:,]*$")
"""The marks and the conjunction at the end of a clause."""
_LONGEST_END = 8
_END_ROOM = 24
"""Characters among which that end stands, whatever marks there are."""
_BEGINNING = 16
"""Characters by which most texts are told apart."""
GLUED = "the words of another provision, printed with it"


def glued_evidence(texts: Sequence[str], nodes: tuple[Node, Node], trees: tuple[Tree, Tree]) -> list[Evidence]:
    """The evidence of two plain texts of which one is the other with the whole of another provision behind it.

    Empty unless the other edition has that provision as a node of the same entry, or of the entry that the clause has
    there, or as the line of that label below the number of either clause.
    """
    lacks = 0 if len(texts[0]) < len(texts[1]) else 1
    short, long = texts[lacks], texts[1 - lacks]
    if nodes[0].code != nodes[1].code and _is_line_elsewhere(short, long, nodes, trees[lacks]):
        return [Evidence("wording", "none", note=GLUED)]
    if len(long) - len(short) < _LEAST or not short or not long.startswith(short[:-_LONGEST_END]):
        return []
    head = _END.sub("", short)
    tail = _TAIL.match(long, len(head)) if long.startswith(head) else None
    if tail is None or len(tail["words"]) < _LEAST:
        return []
    said = _letters(tail["words"])
    own = nodes[lacks]
    place = _entry(own)
    for node in trees[lacks].all_below(place):
        if len(node.text) < len(said) or node.id == own.id:
            continue
        text = plain(node.text)
        if _begins_so(text, said) and _letters(text) == said:
            return [Evidence("wording", "none", note=GLUED)]
    return []


def _is_line_elsewhere(short: str, long: str, nodes: tuple[Node, Node], tree: Tree) -> bool:
    """Whether a clause whose number changed is the other one with a labelled line behind it, which the tree has whole.

    It stands there below the number that the clause has in either edition, or at some length anywhere in these entries.
    """
    line = _LINE.search(long, max(0, len(short) - _LONGEST_END)) if short and len(long) > len(short) else None
    if line is None or _letters(long[: line.start()]) != _letters(short):
        return False
    said, label = _letters(line["words"]), f".{line['label']}"
    below = {node.code + label for node in nodes}
    if len(line["words"]) >= _LEAST:
        entries = {entry_of(node.code) for node in nodes if node.code}
        below |= {code for entry in entries for code in tree.active_codes(entry) if code.endswith(label)}
    found = [node for code in below if (node := tree.by_code.get(code)) is not None]
    return any(_letters(plain(node.text)) == said for node in found)


def _entry(node: Node) -> str:
    first, _, rest = node.id.partition("/")
    return f"{first}/{rest.partition('/')[0]}" if first in ("def", "statement") else entry_of(first)


def _letters(text: str) -> str:
    """The letters and figures of a clause, without the conjunction at its end."""
    end = _END.search(text, max(0, len(text) - _END_ROOM))
    return _alone(text[: end.start()] if end else text)


def _alone(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _begins_so(text: str, said: str) -> bool:
    """Whether a text may say some letters and figures, by those at its beginning."""
    return said.startswith(_alone(text[:_BEGINNING])) or len(text) < 2 * _BEGINNING
