"""Commands about mirrors: who adopted what and when, what an instrument did, and where lists differ."""

from __future__ import annotations

from datetime import date

import click

from controllist.codes import canonical
from controllist.contract import encoded, gaps_shape, lag_shape, updates_shape
from controllist.errors import WrongUse
from controllist.library import Library
from controllist.mirror_reports import divergences, gaps, lags, mirror_names, updates
from controllist.mirrors.store import load_shared
from controllist.report import mirrors as report

_FORM = click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
_JSON = click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
_AGAINST = click.option("--against", "regime", default="wa", show_default=True, metavar="REGIME", help="LIST[@DATE].")


@click.command("lag")
@_AGAINST
@click.option("--mirror", default="", metavar="LIST", help="Only this mirror.")
@click.option("--since", default="", metavar="DATE", help="Only changes of regime editions after this day.")
@click.option("--all", "details", is_flag=True, help="Every change with its evidence, not only what is pending.")
@_FORM
@_JSON
@click.pass_obj
def lag_command(
    library: Library, regime: str, mirror: str, since: str, details: bool, form: str, as_json: bool
) -> None:
    """Which mirror has adopted which change of the regime, by which edition and instrument, after how many days; what
    is pending. REGIME@DATE takes the changes of one edition. Medians count pending changes as not yet ended
    (Kaplan-Meier).
    """
    names = mirror_names(library, regime.partition("@")[0])
    if mirror and library.scheme(mirror).id not in names:
        raise WrongUse(f"{mirror} does not mirror {regime}; its mirrors are {', '.join(names)}")
    found = lags(library, regime, [mirror] if mirror else names, since)
    if as_json or form == "json":
        click.echo(encoded(lag_shape(regime.partition("@")[0], found)))
    elif form == "csv":
        click.echo(report.adoptions_csv(found), nl=False)
    else:
        for line in report.lag_lines(regime, found, date.today(), details=details):
            click.echo(line)


@click.command("updates")
@click.argument("name", metavar="LIST")
@click.option("--instrument", default="", help="Only this one: `L.N. 89 of 2021`, `89/2021`.")
@_FORM
@_JSON
@click.pass_obj
def updates_command(library: Library, name: str, instrument: str, form: str, as_json: bool) -> None:
    """What each instrument did to a mirror, newest first: provisions added, changed, repealed, renumbered, and the
    edition of the regime that they come from.
    """
    found = updates(library, name, instrument)
    if as_json or form == "json":
        click.echo(encoded(updates_shape(name, found)))
    elif form == "csv":
        click.echo(report.updates_csv(found), nl=False)
    else:
        for line in report.updates_lines(name, found):
            click.echo(line)


@click.command("gaps")
@click.argument("mirror", metavar="LIST[@DATE]")
@_AGAINST
@click.option("--aligned", is_flag=True, help="Show the rows without a difference, too.")
@_FORM
@_JSON
@click.pass_obj
def gaps_command(library: Library, mirror: str, regime: str, aligned: bool, form: str, as_json: bool) -> None:
    """Where a mirror differs from its regime, row by row: what is missing, extra or different, and which side is
    stricter.
    """
    found = gaps(library, mirror, regime)
    if as_json or form == "json":
        click.echo(encoded(gaps_shape(found)))
    elif form == "csv":
        click.echo(report.gaps_csv(found), nl=False)
    else:
        for line in report.gaps_lines(found, aligned=aligned):
            click.echo(line)


@click.command("divergence")
@click.argument("code")
@_AGAINST
@_FORM
@_JSON
@click.pass_obj
def divergence_command(library: Library, code: str, regime: str, form: str, as_json: bool) -> None:
    """The same entry in all lists side by side, differences only, and national controls that several lists share."""
    wanted = canonical(code) or code
    found = divergences(library, code, regime)
    shared = [
        control for control in load_shared(library.lists)
        if any(f"{ident}.".startswith(f"{wanted}.") for _, _, ident in control.items)
    ]  # fmt: skip
    if as_json or form == "json":
        click.echo(encoded({"code": wanted, "items": found, "shared": shared}))
        return
    if form == "csv":
        click.echo(report.divergence_csv(found), nl=False)
        return
    for line in report.divergence_lines(wanted, found, shared):
        click.echo(line)
