"""Official files → one edition: read, outlined, and each clause's figures taken."""

from __future__ import annotations

import hashlib

import msgspec

from controllist.errors import WrongUse
from controllist.figures import excludes, expiry, figures_of
from controllist.lines import Reading, SourceData
from controllist.model import Edition, EditionInfo, Node, Source, SourceFile
from controllist.outline import outline
from controllist.readers.formats import format_of, read
from controllist.sources.scheme import Scheme


def parse(sources: tuple[SourceData, ...], scheme: Scheme, info: EditionInfo | None = None) -> Edition:
    """The edition that `sources` hold. `info` is what the catalogue knows of it; without, the files tell what they can.

    Raises `WrongUse` where the files are not an edition of this list.
    """
    reading = read(sources, scheme)
    tree = outline(reading, scheme)
    if not any(node.kind == "item" for node in tree.nodes):
        names = ", ".join(source.name for source in sources[:3])
        raise WrongUse(f"{names}: no item of list {scheme.id} was found; is this an edition of another list?")
    return Edition(
        info=info or _info_from(reading, sources, scheme),
        nodes=tuple(with_figures(node, scheme) for node in tree.nodes),
        coverage=tree.coverage,
        residue=tree.residue,
        problems=tree.problems,
        reader=reading.reader,
    )


def with_figures(node: Node, scheme: Scheme) -> Node:
    """The node with the thresholds, references, terms and chemical numbers that its text states."""
    if not node.text or node.kind in ("category", "group"):
        return node
    found = figures_of(node.text, scheme.language, within=node.code)
    return msgspec.structs.replace(
        node,
        thresholds=found.thresholds,
        refs=found.refs,
        terms=found.terms,
        cas=found.cas,
        excludes=excludes(node.text, scheme.words.excludes),
        expires=expiry(node.text) if node.kind in ("statement", "note") else "",
    )


def digest_of(sources: tuple[SourceData, ...]) -> tuple[str, tuple[SourceFile, ...]]:
    """sha256 of a source (of several files: of their digests, in order) and of each of its files."""
    files = tuple(SourceFile(source.name, hashlib.sha256(source.data).hexdigest()) for source in sources)
    if len(files) == 1:
        return files[0].sha256, files
    return hashlib.sha256("\n".join(file.sha256 for file in files).encode()).hexdigest(), files


def _info_from(reading: Reading, sources: tuple[SourceData, ...], scheme: Scheme) -> EditionInfo:
    digest, files = digest_of(sources)
    facts = reading.facts
    return EditionInfo(
        list=scheme.id,
        edition=facts.get("date", "undated"),
        label=facts.get("label", ""),
        provenance="official",
        source=Source("", digest, format_of(sources[0]), files),
        published=facts.get("published", ""),
        in_force=facts.get("in_force", ""),
        instrument=facts.get("instrument", ""),
    )
