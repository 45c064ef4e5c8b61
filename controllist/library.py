"""What this machine has: the dataset's facts, and the texts of the vault where they match."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import msgspec

from controllist.codes import canonical
from controllist.comparison import Comparison, Digests, mirrored
from controllist.errors import WrongUse
from controllist.history.pairs import load_pair
from controllist.history.records import Reading
from controllist.history.store import History, load_history
from controllist.lines import SourceData
from controllist.model import Edition, EditionInfo, Node, Residue
from controllist.readers.formats import format_of
from controllist.sources.captions import Captions, load_captions
from controllist.sources.catalogue import (
    digest_of_files,
    edition_rows,
    info_of,
    resolve_edition,
    scheme_of,
    source_files,
)
from controllist.sources.scheme import Scheme
from controllist.sources.vault import Vault


class Library:
    """The lists of one folder with a vault beside them; each list is loaded when first asked for."""

    def __init__(self, lists: Path, vault: Vault) -> None:
        self.lists = lists
        self.vault = vault
        self._histories: dict[str, History] = {}
        self._schemes: dict[str, Scheme] = {}

    def scheme(self, name: str) -> Scheme:
        """The scheme of a list."""
        if name not in self._schemes:
            self._schemes[name] = scheme_of(self.lists, name)
        return self._schemes[name]

    @cached_property
    def captions(self) -> Captions:
        """The captions of entries."""
        return load_captions(self.lists)

    def history(self, name: str) -> History:
        """The history of a list."""
        if name not in self._histories:
            self._histories[name] = load_history(self.lists / self.scheme(name).id)
        return self._histories[name]

    def infos(self, name: str) -> list[EditionInfo]:
        """What is known of each edition of a list that the dataset holds, oldest first."""
        readings = self.history(name).readings
        return [
            info_of(name, row, readings[row.date].format)
            for row in edition_rows(self.lists, name)
            if row.date in readings
        ]

    def info_of_files(self, name: str, sources: tuple[SourceData, ...]) -> EditionInfo | None:
        """What the catalogue knows of the edition that consists of these files; None if they are new to it."""
        digest = digest_of_files(source_files(sources)) if sources else ""
        rows = (row for row in edition_rows(self.lists, name) if row.sha256 == digest)
        return next((info_of(name, row, format_of(sources[0])) for row in rows), None)

    def reading(self, info: EditionInfo) -> Reading:
        """How an edition was read."""
        return self.history(info.list).readings[info.edition]

    def info(self, wanted: str) -> EditionInfo:
        """What is known of the edition that `LIST`, `LIST@DATE` means. Raises `WrongUse` where there is none."""
        name, _, date = wanted.partition("@")
        infos = {info.edition: info for info in self.infos(name)}
        return infos[resolve_edition(infos, date, name)]

    def edition(self, wanted: str) -> Edition:
        """The edition that `LIST`, `LIST@DATE` means: from the vault with its texts, else from facts.

        Raises `WrongUse` where there is none.
        """
        return self.edition_of(self.info(wanted))

    def edition_of(self, info: EditionInfo) -> Edition:
        """An edition of the dataset: from the vault with its texts, else from facts."""
        reading = self.history(info.list).readings[info.edition]
        if (kept := self._kept(info)) is not None:
            return msgspec.structs.replace(kept, info=info)
        nodes = self.history(info.list).nodes(info.edition, info.label, self.scheme(info.list).codes.cite)
        residue = tuple(Residue(f"[{chars} characters]", where) for chars, where in reading.residue)
        return Edition(info, nodes, reading.coverage, residue, reading.problems, reading.reader)

    def _kept(self, info: EditionInfo) -> Edition | None:
        """The vault's edition, where it has it as the dataset does."""
        reading = self.history(info.list).readings[info.edition]
        kept = self.vault.edition(info.list, info.edition, info.source.sha256)
        return kept if kept is not None and kept.reader == reading.reader and self._agrees(kept) else None

    def texts(self, info: EditionInfo) -> dict[str, str]:
        """The texts of an edition's nodes by id; empty where the vault does not have them."""
        if info.edition not in self.history(info.list).readings:
            return {}
        kept = self._kept(info)
        return {node.id: node.text for node in kept.nodes} if kept else {}

    def lineages(self, info: EditionInfo) -> dict[str, str]:
        """The lineage of each node of an edition of the dataset, by the node's id."""
        history = self.history(info.list)
        return history.lineages.names(info.edition, history.facts(info.edition))

    def active_items(self, info: EditionInfo) -> dict[str, str]:
        """The codes of an edition's items in force, by id, in document order."""
        facts = self.history(info.list).facts(info.edition)
        return {ident: each.code for ident, each in facts.items() if each.kind == "item" and each.status == "active"}

    def comparison(self, old: str, new: str) -> Comparison:
        """What changed from one edition to another: from the dataset's records where both are of one list.

        Raises `WrongUse` where an edition does not exist or the two have no code in common.
        """
        first, last = self.info(old), self.info(new)
        if first.list != last.list:
            return self._computed(self.edition(old), self.edition(new))
        if first.edition > last.edition:
            return mirrored(self.comparison(new, old))
        dates = [date for date in self.history(first.list).editions if first.edition <= date <= last.edition]
        records = [load_pair(self.lists / first.list, *pair) for pair in pairwise(dates)]
        known = [record for record in records if record is not None]
        if len(known) < len(records):
            sides = self.edition(old), self.edition(new)
            return self._computed(*sides, self.digests_of_both(*sides))
        from controllist.history.chained import chained  # few answers need it, and it loads the engine

        return chained(self.history(first.list), self.scheme(first.list).codes.cite, first, last, known)

    def _computed(self, old: Edition, new: Edition, digests: Digests | None = None) -> Comparison:
        from controllist.comparing import compare  # recorded changes need no engine, and it takes long to load

        return compare(old, new, digests=digests)

    def digests_of_both(self, old: Edition, new: Edition) -> Digests | None:
        """The digests of both editions' texts, where the dataset holds both."""
        known = self.digests(old), self.digests(new)
        return (known[0], known[1]) if known[0] is not None and known[1] is not None else None

    def _agrees(self, kept: Edition) -> bool:
        """Whether an edition of the vault has the dataset's tree: the dataset may have been read anew since."""
        return [node.id for node in kept.nodes] == list(self.history(kept.info.list).facts(kept.info.edition))

    def digests(self, edition: Edition) -> dict[str, str] | None:
        """The digests of an edition's texts by node, where the dataset holds the edition."""
        history = self.history(edition.info.list)
        if edition.info.edition not in history.readings:
            return None
        return {ident: facts.digest for ident, facts in history.facts(edition.info.edition).items()}

    def line_of(self, name: str, node: Node) -> str:
        """What a node says in one line: its words, or where they are not at hand a line made from its facts."""
        if node.text:
            return " ".join(node.text.split())
        facts = [threshold.raw for threshold in node.thresholds]
        facts = facts or [self.captions.caption(name, node.code)] if node.kind == "item" else facts
        facts = facts or [self.scheme(name).categories.get(node.code, "")] if node.kind == "category" else facts
        facts += [f"uses {', '.join(node.terms)}"] if node.terms and not any(facts) else []
        facts += [f"see {', '.join(node.refs)}"] if node.refs and not any(facts) else []
        return "; ".join(fact for fact in facts if fact)

    def below(self, edition: Edition, code: str) -> Sequence[Node]:
        """An item and what stands below it. Raises `WrongUse` naming codes that are near."""
        wanted = canonical(code) or code
        within: set[str] = set()
        found: list[Node] = []
        for node in edition.nodes:
            if (node.code == wanted and node.code) or node.parent in within:
                within.add(node.id)
                found.append(node)
        if not found:
            near = sorted({n.code for n in edition.nodes if n.kind == "item" and n.code.startswith(wanted[:3])})[:5]
            hint = f"; near it: {', '.join(near)}" if near else ""
            raise WrongUse(f"{edition.info.list}@{edition.info.edition} has no item {wanted}{hint}")
        return found
