"""The way from the first page to a page of a list or of a mirror."""

from __future__ import annotations

from controllist.publish.parts.addresses import list_page
from controllist.publish.parts.mirrored import Mirrored, Mirrors, lag_path
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.writer import Crumb


def crumbs(shelf: Shelf, *more: Crumb) -> tuple[Crumb, ...]:
    """The way from the first page to a page of a list."""
    return (Crumb("Lists", "index.html"), Crumb(shelf.scheme.short, list_page(shelf.name)), *more)


def crumbs_to_mirrors(mirrors: Mirrors, mirror: Mirrored) -> tuple[Crumb, ...]:
    """The way from the first page to the page of all mirrors of a mirror's regime, and to what stands beside it."""
    return (Crumb("Lists", "index.html"), Crumb("Mirrors", lag_path(mirrors, mirror.regime.shelf.name)))


def mirror_crumbs(mirrors: Mirrors, mirror: Mirrored, *more: Crumb) -> tuple[Crumb, ...]:
    """The way from the first page to a page of a mirror."""
    return (*crumbs_to_mirrors(mirrors, mirror), Crumb(mirror.short, f"lag/{mirror.name}.html"), *more)
