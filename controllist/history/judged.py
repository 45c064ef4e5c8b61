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


class _Correspondence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    regime: str
    mirror: str
    same: bool
    reason: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    judgement: tuple[_Row, ...] = ()
    correspondence: tuple[_Correspondence, ...] = ()


def load_judgements(folder: Path) -> tuple[Judgement, ...]:
    """The judgements of the list in `folder`; none where there is no such file.

    Raises `WrongUse` where a field is missing, unknown, or the reason is empty.
    """
    rows = _load(folder).judgement
    for row in rows:
        if not row.reason.strip():
            pair = f"{row.old} / {row.new} ({row.from_edition} to {row.to_edition})"
            raise WrongUse(f"{folder / JUDGEMENTS}: {pair}: no reason; {_FORM}")
    return tuple(Judgement(**msgspec.structs.asdict(row)) for row in rows)


def load_correspondence_verdicts(folder: Path) -> tuple[tuple[str, str, bool, str], ...]:
    """The verdicts on which item of a mirror answers which of the regime: both lineages, whether, and why.

    Raises `WrongUse` as `load_judgements` does.
    """
    rows = _load(folder).correspondence
    for row in rows:
        if not row.reason.strip():
            raise WrongUse(f"{folder / JUDGEMENTS}: {row.regime} / {row.mirror}: no reason; {_FORM}")
    return tuple((row.regime, row.mirror, row.same, row.reason) for row in rows)


_FORM = "docs/dataset.md tells the fields of a [[judgement]] and of a [[correspondence]]"


def _load(folder: Path) -> _File:
    path = folder / JUDGEMENTS
    if not path.exists():
        return _File()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_File)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongUse(f"{path}: {error}; {_FORM}") from None
