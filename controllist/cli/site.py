"""Commands that build the site, look whether it is whole, and serve it on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from controllist.library import Library
from controllist.publish.parts.options import Options
from controllist.publish.site.builder import build_site
from controllist.publish.site.record import load_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from controllist.publish.site.links import Checked
    from controllist.publish.site.printing import Step

_JOBS = os.cpu_count() or 1
_SITE = click.option("--site", default="site", show_default=True, type=click.Path(path_type=Path), help="A built site.")


@click.command("build")
@click.option("--out", default="site", show_default=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--jobs", default=_JOBS, show_default=True, help="Processes that write pages at a time.")
@click.option(
    "--base-url", default="", metavar="URL", help="The site's address to be: adds canonical links, a sitemap."
)
@click.option("--no-downloads", is_flag=True, help="Leave out the tables of the export.")
@click.option(
    "--with-texts",
    is_flag=True,
    help="Show the vault's texts as redlines: a site for this machine alone; each page says so.",
)
@click.pass_obj
def build_command(library: Library, out: Path, jobs: int, base_url: str, no_downloads: bool, with_texts: bool) -> None:
    """Write the static site; where nothing changed since the last time, touch no file."""
    options = Options(with_texts=with_texts, base_url=base_url, downloads=not no_downloads)
    click.echo(_built(library, out, jobs, options))


def _built(library: Library, out: Path, jobs: int, options: Options) -> Path:
    """Build with progress on standard error, and say there what was done; the path of the first page."""
    began = time.monotonic()
    with _progress() as (tell, steps):
        front = build_site(
            library, out, jobs, with_texts=options.with_texts, base_url=options.base_url, downloads=options.downloads,
            tell=tell,
        )  # fmt: skip
    record = load_record(out)
    if record:
        seconds = time.monotonic() - began
        rate = f"{seconds:.0f} s, {record.pages / seconds:.0f} pages a second" if steps else "nothing changed"
        click.echo(f"{len(record.files):,} files, {record.pages:,} of them pages: {rate}", err=True)
    return front


@contextmanager
def _progress() -> Iterator[tuple[Callable[[Step], None], list[Step]]]:
    """What is to be told each step, and the last one told; with a bar on standard error where that is a terminal."""
    last: list[Step] = []
    if not sys.stderr.isatty():
        yield (lambda step: last.__setitem__(slice(None), [step])), last
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("checking", total=None)

        def show(step: Step) -> None:
            last[:] = [step]
            progress.update(bar, completed=step.done, total=step.total, description=f"{step.what:<20}")

        yield show, last


@click.command("serve")
@_SITE
@click.option("--port", default=8000, show_default=True)
@click.option("--no-watch", is_flag=True, help="Do not rebuild; build only where there is no site.")
@click.pass_obj
def serve_command(library: Library, site: Path, port: int, no_watch: bool) -> None:
    """Build the site if needed, serve it on this machine only, and rebuild it when lists or templates change."""
    from controllist.publish.parts.templating import default_templates
    from controllist.publish.site.server import a_second, rebuild_on_change, served

    record = load_record(site)
    options = record.options if record else Options(downloads=True)
    if not (no_watch and (site / "index.html").is_file()):
        _built(library, site, _JOBS, options)
    with served(site.absolute(), port) as address, suppress(KeyboardInterrupt):
        click.echo(f"{address} (stop with Ctrl-C)")
        folders = () if no_watch else (library.lists, default_templates())
        rebuild_on_change(folders, lambda: _rebuild(library, site, options), a_second)


def _rebuild(library: Library, site: Path, options: Options) -> None:
    """Build in a process of its own, which reads lists and templates anew; it says itself what is wrong with them."""
    words = [sys.executable, "-m", "controllist", "--lists", str(library.lists), "--vault", str(library.vault.folder)]
    words += ["build", "--out", str(site)]
    words += ["--with-texts"] if options.with_texts else []
    words += ["--base-url", options.base_url] if options.base_url else []
    words += [] if options.downloads else ["--no-downloads"]
    click.echo("something changed: building", err=True)
    if subprocess.run(words, stdout=subprocess.DEVNULL, check=False).returncode:
        click.echo("the last good site is still served", err=True)


@click.command("check-site")
@_SITE
@click.option("--jobs", default=_JOBS, show_default=True, help="Processes that read pages at a time.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def check_site_command(site: Path, jobs: int, as_json: bool) -> None:
    """Check a built site: broken links and anchors, what its pages' policy forbids, pages that are too heavy."""
    from controllist.publish.site.links import check_site

    checked = check_site(site, jobs)
    if as_json:
        from controllist.contract import encoded

        click.echo(encoded(checked))
    else:
        _print_checked(checked)
    sys.exit(1 if checked.faults else 0)


def _print_checked(checked: Checked) -> None:
    for fault in checked.faults:
        click.echo(f"{fault.page}: {fault.what}")
    click.echo(f"{checked.pages:,} pages, {checked.links:,} links, {len(checked.faults):,} faults")
    for name, weight in (("page", checked.heaviest), ("tree", checked.heaviest_tree)):
        if weight:
            click.echo(
                f"heaviest {name}: {weight.page}, {weight.size / 1000:.0f} kB compressed with styles and scripts"
            )
