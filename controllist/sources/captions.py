"""Captions of entries in the project's own words: `lists/captions.toml`."""

from __future__ import annotations

from pathlib import Path

import msgspec

from controllist.errors import WrongUse

CAPTIONS = "captions.toml"


class Captions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Captions by canonical entry code: those that hold in every list, and those of single lists."""

    captions: dict[str, str] = {}
    lists: dict[str, dict[str, str]] = {}

    def caption(self, name: str, entry: str) -> str:
        """The caption of an entry in a list; empty where there is none."""
        return self.lists.get(name, {}).get(entry) or self.captions.get(entry, "")


def load_captions(lists: Path) -> Captions:
    """The captions of a folder of lists; none where it has no such file.

    Raises `WrongUse` naming the file and what does not fit.
    """
    path = lists / CAPTIONS
    if not path.exists():
        return Captions()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Captions)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongUse(f"{path}: {error}; see docs/dataset.md for its form") from None
