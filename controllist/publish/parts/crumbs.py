"""The way from the first page to a page of a list."""

from __future__ import annotations

from controllist.publish.parts.addresses import list_page
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.writer import Crumb


def crumbs(shelf: Shelf, *more: Crumb) -> tuple[Crumb, ...]:
    """The way from the first page to a page of a list."""
    return (Crumb("Lists", "index.html"), Crumb(shelf.scheme.short, list_page(shelf.name)), *more)
