"""People's verdicts on which node is which: `lists/<list>/judgements.toml`."""

from __future__ import annotations

from pathlib import Path

import msgspec

from controllist.alignment import Judgement
from controllist.errors import WrongUse

JUDGEMENTS = "judgements.toml"


class _Row(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_edition": "from", "to_edition": "to"}
):
    from_edition: str
    to_edition: str
    old: str
    new: str
    same: bool
    reason: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    judgement: tuple[_Row, ...] = ()


def load_judgements(folder: Path) -> tuple[Judgement, ...]:
    """The judgements of the list in `folder`; none where there is no such file.

    Raises `WrongUse` where a field is missing, unknown, or the reason is empty.
    """
    path = folder / JUDGEMENTS
    if not path.exists():
        return ()
    form = "each [[judgement]] has from, to, old, new, same and reason (docs/dataset.md)"
    try:
        rows = msgspec.toml.decode(path.read_bytes(), type=_File).judgement
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongUse(f"{path}: {error}; {form}") from None
    for row in rows:
        if not row.reason.strip():
            raise WrongUse(f"{path}: {row.old} / {row.new} ({row.from_edition} to {row.to_edition}): no reason; {form}")
    return tuple(Judgement(**msgspec.structs.asdict(row)) for row in rows)
