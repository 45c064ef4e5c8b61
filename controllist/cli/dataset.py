"""The commands: parse arguments, call one function, print.

Exit status 0 done, 1 the answer is "no" (a check failed, something was refused), 2 wrong use. Answers go to standard
output, errors and progress to standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from controllist import __version__, ingest
from controllist.changes.records import CHANGE_KINDS, Change
from controllist.check import Finding, findings_of
from controllist.codes import canonical
from controllist.comparison import Comparison, compare, comparison_shape
from controllist.contract import edition_shape, encoded, parsed_shape, tree_shape
from controllist.difference_report import Runs, report_lines
from controllist.errors import ControllistError, WrongUse
from controllist.history.records import reading_of
from controllist.library import Library
from controllist.model import Edition, Node
from controllist.parse import parse
from controllist.publish.builder import build_site
from controllist.publish.server import serve_folder
from controllist.reclassification import as_csv, as_shape, as_xml, reclassification
from controllist.sources.catalogue import default_lists, list_ids
from controllist.sources.vault import Vault, default_vault
from controllist.wording import marked


class _Group(click.Group):
    """Prints the project's own errors as one line and ends with their status."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ControllistError as error:
            click.echo(f"controllist: {error}", err=True)
            sys.exit(error.exit_status)
        except BrokenPipeError:  # the reader of our output went away: nothing left to do
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--lists", type=click.Path(path_type=Path), help="Folder of lists (default: the project's own).")
@click.option("--vault", type=click.Path(path_type=Path), help="Folder of official texts on this machine.")
@click.pass_context
def main(ctx: click.Context, lists: Path | None, vault: Path | None) -> None:
    """Export-control lists as one tree of items: read, compared, dated, published."""
    ctx.obj = Library(lists or default_lists(), Vault(vault or default_vault()))


@main.command("parse")
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


@main.command("ingest")
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
    history = ingest.with_edition(library.lists, edition, row, replace=replace, accept_loss=accept_loss)
    ingest.save_with_edition(library.lists, history, name, row)
    ingest.keep_in_vault(library.vault, [edition], sources)
    click.echo(f"{name}@{row.date} {row.label}: {history.readings[row.date].items} items", err=True)


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
        for each in names:
            progress.update(bar, description=f"writing {each}")
            own = [edition for edition in editions if edition.info.list == each]
            ingest.write_list(library.lists, each, own)
    paths = [Path(path) for task in tasks for path in task.paths]
    ingest.keep_in_vault(library.vault, editions, ingest.raw_sources(paths))
    for each in names:
        click.echo(f"{each}: {len(library.history(each).editions)} editions", err=True)


@main.command("editions")
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


@main.command("tree")
@click.argument("edition", metavar="LIST[@DATE]")
@click.option("--entry", default="", metavar="CODE", help="Only this item and what stands below it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def tree_command(library: Library, edition: str, entry: str, as_json: bool) -> None:
    """An edition's tree: with its texts where the vault has them, else by its facts."""
    held = library.edition(edition)
    nodes = library.below(held, entry) if entry else held.nodes
    if as_json:
        click.echo(encoded(tree_shape(held.info, held.coverage, held.residue, nodes)))
        return
    _print_tree(library, held.info.list, nodes)


@main.command("diff")
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option("--list", "name", default="", metavar="LIST", help="A and B are files of this list.")
@click.option("--only", type=click.Choice(CHANGE_KINDS), help="Only changes of this kind.")
@click.option("--entry", default="", metavar="CODE", help="Only this item and what stands below it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def diff_command(
    library: Library, old: str, new: str, name: str, only: str | None, entry: str, as_json: bool
) -> None:
    """What changed from edition A to edition B (LIST@DATE, or files with --list): which item is which, the kind of each
    change, and whether it tightens or relaxes control, with the evidence. Redlines need the texts in the vault.
    """
    comparison = _compared(library, old, new, name)

    def wanted(change: Change) -> bool:
        return (not only or change.kind == only) and (not entry or _stands_below(change, canonical(entry) or entry))

    if as_json:
        click.echo(encoded(comparison_shape(comparison, wanted)))
        return
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for line in report_lines(comparison, wanted, _coloured if coloured else marked):
        click.echo(line)


def _coloured(runs: Runs) -> str:
    colours = {"-": "red", "+": "green"}
    return "".join(click.style(words, fg=colours.get(op), strikethrough=op == "-") for op, words in runs)


@main.command("reclass")
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option("--list", "name", default="", metavar="LIST", help="A and B are files of this list.")
@click.option("--format", "form", type=click.Choice(["csv", "json", "xml"]), default="csv", show_default=True)
@click.pass_obj
def reclass_command(library: Library, old: str, new: str, name: str, form: str) -> None:
    """Old code to new code for every active item of edition A and B: 1:1, 1:n, n:1, decontrolled, new."""
    comparison = _compared(library, old, new, name)
    rows = reclassification(comparison)
    if form == "json":
        click.echo(encoded(as_shape(comparison, rows)))
    else:
        click.echo(as_csv(rows) if form == "csv" else as_xml(comparison, rows), nl=False)


def _compared(library: Library, old: str, new: str, name: str) -> Comparison:
    before, after = (_edition_or_file(library, each, name) for each in (old, new))
    known = library.digests(before), library.digests(after)
    digests = (known[0], known[1]) if known[0] is not None and known[1] is not None else None
    return compare(before, after, digests=digests)


def _edition_or_file(library: Library, wanted: str, name: str) -> Edition:
    if not name:
        return library.edition(wanted)
    sources = ingest.read_sources([Path(wanted)])
    return parse(sources, library.scheme(name), library.info_of_files(name, sources))


def _stands_below(change: Change, code: str) -> bool:
    ids = [side.id for side in (change.old, change.new) if side]
    return any(ident == code or ident.startswith((f"{code}.", f"{code}/")) for ident in ids)


@main.command("check")
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


@main.command("build")
@click.option("--out", default="site", show_default=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, help="Processes that write pages at a time.")
@click.pass_obj
def build_command(library: Library, out: Path, jobs: int) -> None:
    """Write the static site."""
    click.echo(build_site(library, out, jobs))


@main.command("serve")
@click.option("--site", default="site", show_default=True, type=click.Path(path_type=Path), help="A built site.")
@click.option("--port", default=8000, show_default=True)
def serve_command(site: Path, port: int) -> None:
    """Serve a built site on this machine only."""
    serve_folder(site, port, lambda address: click.echo(f"{address} (stop with Ctrl-C)"))


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
