"""The command that writes the dataset as files for other systems."""

from __future__ import annotations

from pathlib import Path

import click

from controllist.export.writer import FORMS, export_dataset
from controllist.library import Library


@click.command("export")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--list", "lists", multiple=True, metavar="LIST", help="Only this list; may be given several times.")
@click.option(
    "--format", "form", default="all", show_default=True, type=click.Choice([*FORMS, "all"]), help="Form of the tables."
)
@click.pass_obj
def export_command(library: Library, out: Path, lists: tuple[str, ...], form: str) -> None:
    """Write the dataset as tables: CSV with a Data Package, XLSX, JSON with schemas, SQLite, Parquet."""
    click.echo(export_dataset(library, out, lists, [each for each in FORMS if form in (each, "all")]))
