"""The pages above the editions: a list's own, and what the words on all pages mean."""

from __future__ import annotations

from controllist.publish.parts.addresses import list_page
from controllist.publish.parts.cited import cited, official
from controllist.publish.parts.mirrored import Mirrors
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.structured_data import list_data
from controllist.publish.parts.templating import default_templates, style_sheet
from controllist.publish.parts.writer import Crumb, SiteWriter


def write_list(site: SiteWriter, shelf: Shelf, mirrors: Mirrors) -> None:
    """Write a list's own page."""
    rows = list(zip(range(len(shelf.infos)), shelf.infos, shelf.readings, strict=True))
    way = (Crumb("Lists", "index.html"),)
    site.page(
        list_page(shelf.name),
        "list.html",
        title=f"{shelf.scheme.title}: editions",
        crumbs=way,
        cited=cited(shelf, list_page(shelf.name), "", shelf.infos[-1]),
        structured=list_data(site, shelf, way, shelf.scheme.short),
        shelf=shelf,
        mirror=shelf.name in mirrors.names,
        rows=rows[::-1],
        most=max((reading.items for reading in shelf.readings), default=1),
        official=official(shelf, shelf.infos[-1]),
    )


def write_about(site: SiteWriter) -> None:
    """Write the page that explains the site."""
    site.page("about.html", "about.html", title="About: what is shown, and what it means")


def write_assets(site: SiteWriter) -> None:
    """Write the style sheet, and copy the scripts."""
    site.data("assets/site.css", style_sheet().encode())
    for path in sorted((default_templates() / "assets").iterdir()):
        site.data(f"assets/{path.name}", path.read_bytes())
