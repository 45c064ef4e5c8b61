"""Words that passed between an item and the definition of a term in it: together they say no more and no less.

"Kettles not usable without "starting"", where "starting" is done by a safe valve, and "kettles started by "starting"
not employing a safe valve", where it is done by any valve, leave out the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.records import Evidence
from controllist.model import Node

PASSED = "words that passed between it and the definition of a term in it"
_OF_WORDS = ("alternative", "condition", "exclusion", "wording")


def unless_passed_to_definition(
    found: Sequence[Evidence], old: Node, new: Node, editions: Editions
) -> list[Evidence]:
    """The evidence of a pair; words decide nothing that the definition of a term in it lost, or gained, at once."""
    if not any(map(_decides, found)) or not old.terms or old.text == new.text:
        return list(found)
    words = [telling_words(plain(node.text)) for node in (old, new)]
    came, gone = words[1] - words[0], words[0] - words[1]
    passed = frozenset[str]()
    for before, after in _changed_definitions(old, new, editions):
        said = [telling_words(plain(node.text)) for node in (before, after)]
        passed |= (came & (said[0] - said[1])) | (gone & (said[1] - said[0]))
    return [_undecided(one) if passed and _decides(one) and _may_say(one, passed) else one for one in found]


def _decides(evidence: Evidence) -> bool:
    return evidence.type in _OF_WORDS and evidence.effect in ("tightened", "relaxed", "mixed")


def _changed_definitions(old: Node, new: Node, editions: Editions) -> Iterable[tuple[Node, Node]]:
    """The definitions, old and new, of the terms that both nodes mark, where their words differ."""
    for term in {one.lower() for one in old.terms}.intersection(one.lower() for one in new.terms):
        before, after = editions.old.definitions.get(term), editions.new.definitions.get(term)
        if before is not None and after is not None and before.text != after.text:
            yield before, after


def _may_say(evidence: Evidence, words: frozenset[str]) -> bool:
    """Whether evidence quotes one of some words, or so much that it quotes only a part."""
    said = f"{evidence.old} {evidence.new}"
    return "…" in said or bool(words & telling_words(said))


def _undecided(evidence: Evidence) -> Evidence:
    return msgspec.structs.replace(evidence, effect="unclear", note=PASSED)
