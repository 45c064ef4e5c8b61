"""Words at the head of a clause that a condition which went from it had said: "tools for milling", "milling tools"."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.text.plain import stem
from controllist.changes.records import Effect, Evidence
from controllist.patterns import pattern

_NAME = pattern(r"[^\W\d_]{4,}(?:\s[^\W\d_]{4,})?")
_PURPOSE = pattern(r"\b(?:for|to)\s(.+)")
_WORD = pattern(r"[^\W\d_]+")
SAID_IN_CONDITION = "said by the condition beside it"


def with_carried_words(found: Sequence[Evidence], texts: Sequence[str]) -> list[Evidence]:
    """The evidence of a pair of clauses, in which a word at the head that a condition had said asks for nothing more.

    What the condition demanded beyond that word is evidence of its own.
    """
    return [
        Evidence("wording", "none", old=one.old, new=one.new, note=SAID_IN_CONDITION)
        if _is_doubtful(one) and any(_said_it(other, one) for other in found) and _at_head(one, texts)
        else one
        for one in found
    ]


def _is_doubtful(one: Evidence) -> bool:
    words = one.old or one.new
    return (
        one.type == "wording" and one.effect == "unclear" and not (one.old and one.new)
        and _NAME.fullmatch(words) is not None
    )  # fmt: skip


def _said_it(condition: Evidence, one: Evidence) -> bool:
    """Whether a condition on the other side alone, which counts as conditions do, names the purpose that `one` says."""
    usual: Effect = "tightened" if condition.old else "relaxed"
    if condition.type != "condition" or condition.effect != usual or bool(condition.old) == bool(condition.new):
        return False
    purpose = _PURPOSE.search(condition.old or condition.new)
    if purpose is None or bool(condition.old) == bool(one.old):
        return False
    said = {stem(word.lower()) for word in _WORD.findall(purpose[1])}
    return said.issuperset(stem(word.lower()) for word in _WORD.findall(one.old or one.new))


def _at_head(one: Evidence, texts: Sequence[str]) -> bool:
    text = texts[0] if one.old else texts[1]
    return text.lstrip(" \"'").startswith(one.old or one.new)
