"""Official files → one edition: read, outlined, and each clause's figures taken."""

from __future__ import annotations

import re

import msgspec

from controllist.codes import entry_of
from controllist.errors import WrongUse
from controllist.figures import excludes, expiry, figures_of
from controllist.lines import Reading, SourceData
from controllist.memory import without_cycle_collection
from controllist.model import Edition, EditionInfo, Node, Source
from controllist.outline import outline
from controllist.readers.formats import format_of, read
from controllist.sources.catalogue import digest_of_files, source_files
from controllist.sources.scheme import Scheme

MAX_STRANGE_ENTRIES = 0.1
"""Share of entries that may be numbered otherwise than the list's own pattern says; with more, it is another list."""


DATED_BY_NAME = frozenset({"ecfr", "table", "pdf"})
"""Formats whose files may tell no date: the file's name then counts, if it holds one."""


def parse(sources: tuple[SourceData, ...], scheme: Scheme, info: EditionInfo | None = None) -> Edition:
    """The edition that `sources` hold. `info` is what the catalogue knows of it; without, the files tell what they can.

    Raises `WrongUse` where the files are not an edition of this list.
    """
    with without_cycle_collection():
        reading = read(sources, scheme)
        tree = outline(reading, scheme)
    _refuse_another_list(tree.nodes, sources, scheme)
    return Edition(
        info=info or _info_from(reading, sources, scheme),
        nodes=_with_figures(tree.nodes, scheme),
        coverage=tree.coverage,
        residue=tree.residue,
        problems=tree.problems,
        reader=reading.reader,
    )


def _refuse_another_list(nodes: tuple[Node, ...], sources: tuple[SourceData, ...], scheme: Scheme) -> None:
    """Raise `WrongUse` where the files hold no items, or items that are numbered as this list numbers none."""
    entries = {entry_of(node.code) for node in nodes if node.kind == "item"}
    name = sources[0].name + (f" and {len(sources) - 1} more" if len(sources) > 1 else "")
    if not entries:
        raise WrongUse(f"{name}: no item of list {scheme.id} was found; is this an edition of another list?")
    strange = sorted(entry for entry in entries if not re.fullmatch(scheme.codes.entry, entry))
    if len(strange) > len(entries) * MAX_STRANGE_ENTRIES:
        raise WrongUse(
            f"{name}: {len(strange)} of {len(entries)} entries ({', '.join(strange[:3])}, …) are numbered as list "
            f"{scheme.id} numbers none; is this an edition of another list? Else mend codes.entry in its list.toml"
        )


def _with_figures(nodes: tuple[Node, ...], scheme: Scheme) -> tuple[Node, ...]:
    """The nodes with their figures; in a note, "paragraph a." is one of the item it qualifies."""
    code_of = {node.id: node.code for node in nodes}
    return tuple(with_figures(node, node.code or code_of.get(node.parent, ""), scheme) for node in nodes)


def with_figures(node: Node, within: str, scheme: Scheme) -> Node:
    """The node with the thresholds, references, terms and chemical numbers that its text states.

    `within` is the code of the item that the text stands in.
    """
    if not node.text or node.kind in ("category", "group"):
        return node
    found = figures_of(node.text, scheme.language, within=within)
    return msgspec.structs.replace(
        node,
        thresholds=found.thresholds,
        refs=found.refs,
        terms=found.terms,
        cas=found.cas,
        excludes=excludes(node.text, scheme.words.excludes),
        expires=expiry(node.text) if node.kind in ("statement", "note") else "",
    )


def _date_in_name(name: str) -> str:
    """A date in a file's name, ISO; publishers that give none in the text often name the file by it."""
    match = re.search(r"(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?([0-3]\d)(?!\d{1,5}(?!\d))", name)
    return "-".join(match.groups()) if match else ""


def _info_from(reading: Reading, sources: tuple[SourceData, ...], scheme: Scheme) -> EditionInfo:
    files = source_files(sources)
    facts = reading.facts
    by_name = format_of(sources[0]) in DATED_BY_NAME
    return EditionInfo(
        list=scheme.id,
        edition=facts.get("date") or (by_name and _date_in_name(sources[0].name)) or "undated",
        label=facts.get("label", ""),
        provenance="official",
        source=Source("", digest_of_files(files), format_of(sources[0]), files),
        published=facts.get("published", ""),
        in_force=facts.get("in_force", ""),
        instrument=facts.get("instrument", ""),
    )
