"""Commands that build the site and serve it on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import click

from controllist.library import Library
from controllist.publish.builder import build_site
from controllist.publish.server import serve_folder


@click.command("build")
@click.option("--out", default="site", show_default=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, help="Processes that write pages at a time.")
@click.option(
    "--with-texts",
    is_flag=True,
    help="Show the vault's texts as redlines: a site for this machine alone; each page says so.",
)
@click.pass_obj
def build_command(library: Library, out: Path, jobs: int, with_texts: bool) -> None:
    """Write the static site."""
    click.echo(build_site(library, out, jobs, with_texts=with_texts))


@click.command("serve")
@click.option("--site", default="site", show_default=True, type=click.Path(path_type=Path), help="A built site.")
@click.option("--port", default=8000, show_default=True)
def serve_command(site: Path, port: int) -> None:
    """Serve a built site on this machine only."""
    serve_folder(site, port, lambda address: click.echo(f"{address} (stop with Ctrl-C)"))
