"""Commands that say what changed: between two editions, for one item, for a company's codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import click

from controllist.changes.records import CHANGE_KINDS
from controllist.codes import canonical, entry_of
from controllist.comparison import Comparison, is_active
from controllist.contract import comparison_shape, encoded
from controllist.errors import WrongUse
from controllist.impact import impacts, summary, wanted_codes
from controllist.library import Library
from controllist.model import Edition, EditionInfo
from controllist.reclassification import as_csv, as_shape, as_xml, reclassification
from controllist.report import markdown, table
from controllist.report.impact import impact_csv, impact_lines
from controllist.report.terminal import terminal_lines
from controllist.report.timeline import timeline_lines
from controllist.report.view import Runs, Wanted, Words, view_of
from controllist.timeline import timeline
from controllist.wording import marked

FORMS = ("text", "json", "markdown", "html", "csv")


@click.command("diff")
@click.argument("old", metavar="A")
@click.argument("new", metavar="[B]", default="")
@click.option("--list", "name", default="", metavar="LIST", help="A and B are files of this list.")
@click.option("--since", default="", metavar="DATE", help="From the edition in force on that day to A.")
@click.option("--only", type=click.Choice(CHANGE_KINDS), help="Only changes of this kind.")
@click.option("--entry", default="", metavar="CODE", help="Only this item and what stands below it.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.pass_obj
def diff_command(
    library: Library, old: str, new: str, name: str, since: str, only: str | None, entry: str, form: str, as_json: bool
) -> None:
    """What changed from edition A to edition B (LIST@DATE, or files with --list): which item is which, the kind of each
    change, and whether it tightens or relaxes control, with the evidence. Redlines need the texts in the vault.
    """
    old, new = _ends(old, new, since, name)
    comparison, before, after = _compared(library, old, new, name)
    wanted = Wanted(only, canonical(entry) or entry)  # type: ignore[arg-type]  # click offers only kinds
    _refuse_unknown(wanted, comparison, before, after)
    if as_json or form == "json":
        click.echo(encoded(comparison_shape(comparison, wanted.takes)))
        return
    if form == "csv":
        click.echo(table.as_csv(comparison, wanted), nl=False)
        return
    scheme = library.scheme(comparison.new.list)
    view = view_of(comparison, Words(scheme, library.captions, before.texts, after.texts), wanted)
    if form == "markdown":
        click.echo(markdown.as_markdown(view), nl=False)
    elif form == "html":
        from controllist.publish.reports.report_page import as_html

        click.echo(as_html(view, scheme.language))
    else:
        coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for line in terminal_lines(view, _coloured if coloured else marked):
            click.echo(line)


def _refuse_unknown(wanted: Wanted, comparison: Comparison, before: _Side, after: _Side) -> None:
    """Raises `WrongUse` where neither edition has the item asked for."""
    changes = (side.id for change in comparison.changes for side in (change.old, change.new) if side)
    if not any(wanted.holds(ident) for ident in (*before.codes, *after.codes, *changes)):
        near = sorted({code for code in after.codes.values() if code.startswith(wanted.entry[:3])})[:5]
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise WrongUse(f"neither edition has an item {wanted.entry}{hint}")


def _ends(old: str, new: str, since: str, name: str) -> tuple[str, str]:
    """The two editions (or files) that are meant."""
    if since:
        if new or name:
            raise WrongUse("--since takes one edition: controllist diff LIST[@DATE] --since DATE")
        return f"{old.partition('@')[0]}@{since}", old
    if not new:
        raise WrongUse(f"with what is {old} compared? controllist diff A B, or controllist diff LIST --since DATE")
    return old, new


def _coloured(runs: Runs) -> str:
    colours = {"-": "red", "+": "green"}
    return "".join(click.style(words, fg=colours.get(op), strikethrough=op == "-") for op, words in runs)


class _Side(NamedTuple):
    """What is shown of one edition: the texts of its nodes where they are at hand, the codes of its items in force."""

    texts: Mapping[str, str]
    codes: Mapping[str, str]


def _compared(library: Library, old: str, new: str, name: str) -> tuple[Comparison, _Side, _Side]:
    """Two editions or files compared."""
    if not name:
        comparison = library.comparison(old, new)
        return comparison, _held(library, comparison.old), _held(library, comparison.new)
    from controllist.comparing import compare

    before, after = (_parsed(library, each, name) for each in (old, new))
    return compare(before, after), _read(before), _read(after)


def _held(library: Library, info: EditionInfo) -> _Side:
    return _Side(library.texts(info), library.active_items(info))


def _read(edition: Edition) -> _Side:
    codes = {node.id: node.code for node in edition.nodes if is_active(node)}
    return _Side({node.id: node.text for node in edition.nodes}, codes)


def _parsed(library: Library, path: str, name: str) -> Edition:
    from controllist.ingest import read_sources
    from controllist.parse import parse

    sources = read_sources([Path(path)])
    return parse(sources, library.scheme(name), library.info_of_files(name, sources))


@click.command("reclass")
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option("--list", "name", default="", metavar="LIST", help="A and B are files of this list.")
@click.option("--format", "form", type=click.Choice(["csv", "json", "xml"]), default="csv", show_default=True)
@click.pass_obj
def reclass_command(library: Library, old: str, new: str, name: str, form: str) -> None:
    """Old code to new code for every active item of edition A and B: 1:1, 1:n, n:1, decontrolled, new."""
    comparison, before, after = _compared(library, old, new, name)
    rows = reclassification(comparison, before.codes, after.codes)
    if form == "json":
        click.echo(encoded(as_shape(comparison, rows)))
    else:
        click.echo(as_csv(rows) if form == "csv" else as_xml(comparison, rows), nl=False)


@click.command("timeline")
@click.argument("wanted", metavar="LIST[@DATE]")
@click.argument("code")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def timeline_command(library: Library, wanted: str, code: str, as_json: bool) -> None:
    """One item through all editions of its list, whatever its code was. With a date CODE is read as of that edition,
    else as of the newest edition that has it.
    """
    found = timeline(library, wanted, code)
    if as_json:
        click.echo(encoded(found))
        return
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    scheme = library.scheme(found.list)
    infos = {info.edition: info for info in library.infos(found.list)}
    texts = {
        event.edition: Words(scheme, library.captions, library.texts(infos[event.before]),
                             library.texts(infos[event.edition]))
        for event in found.events if event.change and event.change.kind not in ("renumbered", "moved")
    }  # fmt: skip
    for line in timeline_lines(found, texts, library.captions.caption(found.list, entry_of(found.code)),
                               _coloured if coloured else marked):  # fmt: skip
        click.echo(line)


@click.command("impact")
@click.argument("codes", metavar="CODES.csv", type=click.Path(path_type=Path))
@click.option("--since", required=True, metavar="DATE", help="The codes are those of the edition in force on this day.")
@click.option("--list", "name", default="", metavar="LIST", help="The list of the codes, if no column says it.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.pass_obj
def impact_command(library: Library, codes: Path, since: str, name: str, form: str, as_json: bool) -> None:
    """What changed for a company's codes since a day: whether each determination must be revisited, the code replaced,
    or nothing done, with the reasons. CODES.csv has a column code (and list), or one code a line.
    """
    try:
        text = codes.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"{codes}: cannot be read ({error}); give a CSV file in UTF-8") from None
    found = impacts(library, wanted_codes(text, name, codes.name), since)
    if as_json or form == "json":
        click.echo(encoded({"since": since, "summary": summary(found), "codes": found}))
    elif form == "csv":
        click.echo(impact_csv(found), nl=False)
    else:
        for line in impact_lines(found, since):
            click.echo(line)
