"""Words that stand elsewhere in the other clause: they neither came nor went."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.clause.print.order import TELLING
from controllist.changes.language.same.listing import Clause, keys_of
from controllist.changes.language.text.meaning import Token
from controllist.changes.language.text.segments import Segment, holds_run


def moved_runs(old: Clause, new: Clause, differing: Sequence[Segment]) -> set[Segment]:
    """Differences that are one run of plain words taken out in one place and put in at another."""
    gone = {_plain_run(old.tokens[one.old_from : one.old_to]): one for one in differing if one.is_deletion}
    moved: set[Segment] = set()
    for one in differing:
        keys = _plain_run(new.tokens[one.new_from : one.new_to])
        if (
            one.is_insertion
            and keys
            and keys in gone
            and not any(TELLING.search(key) for key in keys)
            and len(keys) < 4
        ):
            moved |= {one, gone[keys]}
    return moved


def _plain_run(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a run without the "with" or "of" that joins it to what follows, or the "or" of a list."""
    keys = [key for key in keys_of(tokens) if key not in ("with", "of", "mit", "von")]
    bare = _without_or(keys)
    return tuple(bare if len(bare) > 1 else keys)


_JOINTS = (["or"], ["oder"], ["and"], ["und"])


def _without_or(keys: list[str]) -> list[str]:
    """The words of a run without the "or" that joins it to others of a list."""
    return keys[keys[:1] in _JOINTS : len(keys) - (keys[-1:] in _JOINTS)] if len(keys) > 1 else keys


def went_over(old: Clause, new: Clause, one: Segment, other: Segment) -> bool:
    """Whether words that went in one place came in the other, alone or among others."""
    for here, there in ((one, other), (other, one)):
        gone = _without_or(keys_of(old.tokens[here.old_from : here.old_to]))
        come = _without_or(keys_of(new.tokens[there.new_from : there.new_to]))
        if gone and gone == come:
            return True
        if min(len(gone), len(come)) > 1 and (holds_run(gone, come) or holds_run(come, gone)):
            return True
    return False
