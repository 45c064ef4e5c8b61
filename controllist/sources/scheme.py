"""What differs from list to list, as data: `lists/<list>/list.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec

from controllist.codes import Style
from controllist.errors import WrongUse


class Words(msgspec.Struct, frozen=True, omit_defaults=True):
    """Regular expressions for the words a list uses; matched without regard to case, at the start of a paragraph."""

    note: tuple[str, ...] = ()
    technical_note: tuple[str, ...] = ()
    nota_bene: tuple[str, ...] = ()
    reserved: tuple[str, ...] = ()
    """Whole text of an empty number; a named group `year` dates it."""
    excludes: tuple[str, ...] = ()
    """Anywhere in a note: the wording that takes goods out of control."""


class Codes(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a list numbers: `entry` matches a canonical entry code, `levels` are the label types below it, in turn."""

    entry: str
    cite: Style = "dotted"
    levels: tuple[Literal["letter", "number", "roman", "upper"], ...] = ("letter", "number")


class Scheme(msgspec.Struct, frozen=True, omit_defaults=True):
    """One list: who publishes it, how it numbers, the words it uses, and the options of its reader."""

    id: str
    title: str
    short: str
    authority: str
    home: str
    role: Literal["regime", "mirror"]
    jurisdiction: str
    language: str
    publish: Literal["facts", "text"]
    codes: Codes
    words: Words
    categories: dict[str, str] = {}
    """Names of categories, parts and groups in our own words, by code."""
    remarks: tuple[str, ...] = ()
    """What a reader of its editions ought to know, a sentence or two each, in our own words."""
    missing: tuple[str, ...] = ()
    """Days of editions that were issued and are not at hand."""
    mirror: dict[str, Any] = {}
    """How the list mirrors its regime; `controllist/mirrors/rules.py` documents the fields."""
    readers: dict[str, dict[str, Any]] = {}
    """Options by format: `readers.hklm.schedules = …`; each reader documents its own."""


def load_scheme(folder: Path) -> Scheme:
    """The scheme in `folder/list.toml`.

    Raises `WrongUse` naming the file and the field if the file is missing or does not fit.
    """
    path = folder / "list.toml"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Scheme)
    except FileNotFoundError:
        raise WrongUse(f"{path}: there is no such list; every list has a list.toml") from None
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongUse(f"{path}: {error}; see docs/dataset.md for the fields of a list") from None
