"""A small list of invented editions, recorded as the dataset records real ones."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec
from changes_nodes import item, note

from controllist.alignment import Judgement
from controllist.comparing import compare
from controllist.comparison import Comparison
from controllist.history.chained import chained
from controllist.history.flags import flagged_pairs, said
from controllist.history.lineages import lineages_of
from controllist.history.pairs import PairRecord, record_of
from controllist.history.store import History, compile_history
from controllist.library import Library
from controllist.model import Edition, EditionInfo, Node, Source, SourceFile
from controllist.recording import add_edition, record_list
from controllist.sources.catalogue import EditionRow, editions_toml
from controllist.sources.vault import Vault

DATES = ("2001-01-01", "2002-01-01", "2003-01-01", "2004-01-01", "2005-01-01")
LIST = "tea"
_SCHEME = """
id = "tea"
title = "Kitchen list"
short = "Kitchen"
authority = "Board of Kitchens"
home = "https://kitchens.example/"
role = "mirror"
jurisdiction = "Kitchens"
language = "en"
publish = "facts"
[codes]
entry = '\\d[A-E]\\d{3}'
[words]
note = ['Note']
[categories]
"1" = "Kitchen"
"""

Content = Mapping[str, str] | Sequence[Node]
"""The texts of an edition's items by code, or its nodes."""


def edition(date: str, content: Content, label: str = "") -> Edition:
    """An edition of the kitchen list with these items."""
    nodes = tuple(item(code, text) for code, text in content.items()) if isinstance(content, Mapping) else content
    sha256 = hashlib.sha256(repr((date, nodes)).encode()).hexdigest()
    source = Source("https://kitchens.example/list", sha256, "docx", (SourceFile(f"{date}.docx", sha256),))
    info = EditionInfo(LIST, date, label or f"Edition {date}", "official", source, instrument=f"Act of {date[:4]}")
    return Edition(info, tuple(nodes), 1.0, (), (), "docx 1")


def editions(*contents: Content) -> list[Edition]:
    """Editions a year apart."""
    return [edition(date, content) for date, content in zip(DATES, contents, strict=False)]


def row_of(held: Edition) -> EditionRow:
    """An edition's row in editions.toml."""
    info = held.info
    return EditionRow(
        info.edition, info.label, info.provenance, info.source.files, instrument=info.instrument, url=info.source.url
    )


class Kitchen:
    """A folder of lists that holds the kitchen list, and a vault beside it."""

    def __init__(self, folder: Path, *, anchor: str = "") -> None:
        self.lists = folder / "lists"
        self.folder = self.lists / LIST
        self.folder.mkdir(parents=True)
        (self.folder / "list.toml").write_text(_SCHEME, encoding="utf-8")
        (self.lists / "captions.toml").write_text('[captions]\n"1A001" = "Kettles"\n', encoding="utf-8")
        self.vault = Vault(folder / "vault")
        self.anchor = anchor

    @property
    def library(self) -> Library:
        """The lists as they are on disk now."""
        return Library(self.lists, self.vault)

    def record(self, held: Sequence[Edition], judgements: Sequence[Judgement] = ()) -> None:
        """Record all editions of the list at once, and keep their texts."""
        path = self.folder / "editions.toml"
        path.write_text(editions_toml(path, [row_of(each) for each in held], self.anchor), encoding="utf-8")
        record_list(self.lists, LIST, held, [compare(old, new, judgements) for old, new in pairwise(held)])
        self.keep(held)

    def add(self, held: Edition, *, replace: bool = False, texts: bool = True) -> None:
        """Add one more edition, and keep its texts if asked to."""
        add_edition(self.library, held, row_of(held), replace=replace, accept_loss=True)
        if texts:
            self.keep([held])

    def keep(self, held: Sequence[Edition]) -> None:
        """Keep the texts of editions in the vault."""
        for each in held:
            self.vault.add_edition(each)

    def files(self) -> dict[str, bytes]:
        """The list's dataset: every file's bytes by its path."""
        paths = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in paths}

    def diff(self, old: str, new: str) -> Comparison:
        """What changed between two editions, as the dataset tells it."""
        return self.library.comparison(f"{LIST}@{old}", f"{LIST}@{new}")


def recorded(*contents: Content) -> tuple[History, list[PairRecord], list[EditionInfo]]:
    """The history of editions a year apart with its pair records, in memory; the newest edition names lineages."""
    held = editions(*contents)
    comparisons = [compare(old, new) for old, new in pairwise(held)]
    history = compile_history({}, held)
    links = {(one.old.edition, one.new.edition): {link.old: link.new for link in one.links} for one in comparisons}
    lineages = lineages_of(
        [(date, list(history.facts(date))) for date in history.editions], links,
        lambda date, ident: repr(said(history.facts(date).get(ident))), history.editions[-1],
    )  # fmt: skip
    history = History(history.versions, list(history.readings.values()), lineages)
    infos = [each.info for each in held]
    return history, flagged_pairs(history, infos, map(record_of, comparisons)), infos


def net(*contents: Content) -> Comparison:
    """What changed from the first of several editions to the last, told from the records of their pairs."""
    history, records, infos = recorded(*contents)
    return chained(history, "dotted", infos[0], infos[-1], records)


def verdicts(comparison: Comparison) -> dict[str, tuple[str, str]]:
    """Kind and effect of each change by `old>new`."""
    return {change.id: (change.kind, change.effect) for change in comparison.changes}


def governed(litres: float, *, first: str = "A “tea maker”", place: str = "1A001") -> list[Node]:
    """Two items that use a term, and its definition; with another place than the first an entry stands before them."""
    machine = note("def/tea-maker", f"A machine above {litres:g} l.", kind="definition", label="Tea maker")
    inserted = [item("1A001", "Biscuit cutters, steam driven")] if place != "1A001" else []
    return [*inserted, item(place, first), item("1A009", "Parts of “tea makers”"), machine]


def annotated(node: Node, **changes: object) -> Node:
    """A node with other fields."""
    return msgspec.structs.replace(node, **changes)
