"""Commands that read official files and show what the dataset holds."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from controllist import ingest
from controllist.check import Finding, findings_of
from controllist.contract import edition_shape, encoded, parsed_shape, tree_shape
from controllist.errors import WrongUse
from controllist.history.records import reading_of
from controllist.library import Library
from controllist.model import Node
from controllist.parse import parse
from controllist.recording import add_edition, compare_neighbours, record_list
from controllist.recording_mirrors import Unread, mirrors_of, record_mirrors
from controllist.sources.catalogue import list_ids


@click.command("parse")
@click.option("--list", "name", required=True, metavar="LIST", help="The list the files are an edition of.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def parse_command(library: Library, name: str, files: Sequence[Path], as_json: bool) -> None:
    """Read the FILEs (or the files in a folder) of one edition, without touching the dataset."""
    scheme = library.scheme(name)
    sources = ingest.read_sources(files)
    edition = parse(sources, scheme, library.info_of_files(name, sources))
    if as_json:
        click.echo(encoded(parsed_shape(edition)))
        return
    _print_tree(library, name, edition.nodes)
    counts = reading_of(edition)
    click.echo(
        f"{name}@{edition.info.edition} {edition.info.label}: {counts.items} items, {counts.nodes} nodes, "
        f"coverage {edition.coverage:.4f}, {len(edition.residue)} unclaimed, {len(edition.problems)} contradictions",
        err=True,
    )


@click.command("ingest")
@click.option("--from", "folders", multiple=True, type=click.Path(path_type=Path), help="Folder that holds the files.")
@click.option("--list", "name", default="", metavar="LIST", help="Only this list; needed with FILEs.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, help="Processes that parse at a time.")
@click.option("--date", default="", help="The edition's date, where the files do not tell it (YYYY-MM-DD).")
@click.option("--label", default="", help="The edition's document name.")
@click.option("--published", default="", help="Day of publication.")
@click.option("--in-force", default="", help="Day the edition took force.")
@click.option("--instrument", default="", help="The legal act.")
@click.option("--url", default="", help="Address of the source.")
@click.option("--provenance", default="official",
              type=click.Choice(["official", "converted", "reconstructed", "transcribed"]))  # fmt: skip
@click.option("--replace", is_flag=True, help="Accept other content for an edition that exists.")
@click.option("--accept-loss", is_flag=True, help="Accept far fewer items than before, or many contradictions.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def ingest_command(
    library: Library, /, folders: Sequence[Path], name: str, jobs: int, replace: bool, accept_loss: bool,
    files: Sequence[Path], **given: str,
) -> None:  # fmt: skip
    """Write official files into the dataset: all known editions, found in the folders given with --from or in the
    vault, or FILEs that are one more edition of a list.
    """
    if files:
        if not name:
            raise WrongUse("say which list the files are an edition of: controllist ingest --list LIST FILE")
        _ingest_files(library, name, files, given, replace=replace, accept_loss=accept_loss)
    else:
        _ingest_all(library, folders, name, jobs)


def _ingest_files(
    library: Library, name: str, files: Sequence[Path], given: dict[str, str], *, replace: bool, accept_loss: bool
) -> None:
    sources = ingest.read_sources(files)
    read = parse(sources, library.scheme(name))
    row = ingest.new_row(read, sources, **given)
    edition = ingest.under_row(read, row)
    reading = add_edition(library, edition, row, replace=replace, accept_loss=accept_loss)
    ingest.keep_in_vault(library.vault, [edition], sources)
    click.echo(f"{name}@{row.date} {row.label}: {reading.items} items", err=True)
    fresh = Library(library.lists, library.vault)
    _tell_unread(record_mirrors(fresh, mirrors_of(fresh, [name]), os.cpu_count() or 1, lambda _: None))


def _tell_unread(unread: Sequence[Unread]) -> None:
    for each in unread:
        named = ", ".join(each.editions[:4]) + (" and others" if len(each.editions) > 4 else "")
        click.echo(
            f"{each.list} was not compared with its regime anew: the vault has no texts of {named}; "
            "give the files with controllist ingest --from",
            err=True,
        )


def _ingest_all(library: Library, folders: Sequence[Path], name: str, jobs: int) -> None:
    names = [library.scheme(name).id] if name else list_ids(library.lists)
    files = ingest.files_by_digest(folders)
    tasks = [task for each in names for task in ingest.tasks_for(library.lists, each, files, library.vault)]
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("reading", total=len(tasks))

        def show(done: ingest.Task) -> None:
            progress.update(bar, advance=1, description=f"{done.list}@{done.row.date}")

        editions = ingest.run_tasks(library.lists, tasks, jobs, show)
        progress.reset(bar, total=max(0, len(editions) - len(names)), description="comparing")
        comparisons = compare_neighbours(
            library.lists, editions, jobs,
            lambda done: progress.update(bar, advance=1, description=f"{done.new.list}@{done.new.edition}"),
        )  # fmt: skip
        for each in names:
            progress.update(bar, description=f"writing {each}")
            own = [edition for edition in editions if edition.info.list == each]
            record_list(library.lists, each, own, [one for one in comparisons if one.new.list == each])
        paths = [Path(path) for task in tasks for path in task.paths]
        ingest.keep_in_vault(library.vault, editions, ingest.raw_sources(paths))
        fresh = Library(library.lists, library.vault)
        mirrors = mirrors_of(fresh, names)
        progress.reset(bar, total=len(mirrors), description="mirrors")
        unread = record_mirrors(fresh, mirrors, jobs, lambda done: progress.update(bar, advance=1, description=done))
    _tell_unread(unread)
    for each in names:
        click.echo(f"{each}: {len(library.history(each).editions)} editions", err=True)


@click.command("editions")
@click.argument("name", metavar="[LIST]", default="")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def editions_command(library: Library, name: str, as_json: bool) -> None:
    """The editions that the dataset holds."""
    names = [library.scheme(name).id] if name else list_ids(library.lists)
    shapes = [edition_shape(info, library.reading(info)) for each in names for info in library.infos(each)]
    if as_json:
        click.echo(encoded({"editions": shapes}))
        return
    for shape in shapes:
        click.echo(
            f"{shape['list']}@{shape['edition']}  {shape['items']:>6} items  {shape['provenance']:<13} "
            f"{shape['label']}" + (f"  [{shape['instrument']}]" if shape["instrument"] else "")
        )


@click.command("tree")
@click.argument("edition", metavar="LIST[@DATE]")
@click.option("--entry", default="", metavar="CODE", help="Only this item and what stands below it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def tree_command(library: Library, edition: str, entry: str, as_json: bool) -> None:
    """An edition's tree: with its texts where the vault has them, else by its facts."""
    held = library.edition(edition)
    nodes = library.below(held, entry) if entry else held.nodes
    if as_json:
        lineages = library.lineages(held.info)
        click.echo(encoded(tree_shape(held.info, held.coverage, held.residue, nodes, lineages)))
        return
    _print_tree(library, held.info.list, nodes)


@click.command("check")
@click.argument("edition", metavar="[LIST[@DATE]]", default="")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--least", default=0.99, show_default=True, help="Least coverage of an edition.")
@click.pass_obj
def check_command(library: Library, edition: str, as_json: bool, least: float) -> None:
    """Check editions: whole trees, coverage, and what of the source no rule claimed."""
    wanted = [edition] if edition else list_ids(library.lists)
    findings = [finding for each in wanted for finding in findings_of(library, each, least)]
    if as_json:
        click.echo(encoded({"findings": findings}))
    else:
        _print_findings(findings)
    sys.exit(1 if any(finding.level == "failure" for finding in findings) else 0)


def _print_tree(library: Library, name: str, nodes: Sequence[Node]) -> None:
    depth: dict[str, int] = {}
    for node in nodes:
        depth[node.id] = depth.get(node.parent, -1) + 1
        head = node.cite if node.kind in ("item", "group", "category") else node.label
        since = f" since {node.year}" if node.year else ""
        state = f" [reserved{since}]" if node.status == "reserved" else ""
        click.echo(f"{'  ' * depth[node.id]}{head}{state}  {library.line_of(name, node)}".rstrip())


def _print_findings(findings: Sequence[Finding]) -> None:
    for finding in findings:
        where = f"  ({finding.where})" if finding.where else ""
        click.echo(f"{finding.level:<8} {finding.edition}  {finding.what}{where}")
