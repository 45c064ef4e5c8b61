"""Pages into a folder: each knows the way back to the first page, so that the site works from any place."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from controllist.publish.templating import environment


class Crumb(NamedTuple):
    """A step on the way to a page; `path` is counted from the site's root."""

    label: str
    path: str


class SiteWriter:
    """Writes the files of one site.

    `local` marks each page as holding official texts, for this machine alone; `mirrors` is the page of mirrors, to
    which all pages lead, where there is one.
    """

    def __init__(self, folder: Path, *, local: bool = False, mirrors: str = "") -> None:
        self.folder = folder
        self._local = local
        self._mirrors = mirrors

    def page(self, path: str, template: str, *, title: str, crumbs: tuple[Crumb, ...] = (), **context: object) -> None:
        """Render a template into the page at `path`."""
        root = "../" * path.count("/")
        shared = {"title": title, "crumbs": crumbs, "root": root, "local": self._local, "mirrors_page": self._mirrors}
        html = environment().get_template(template).render(**shared, **context)
        self.data(path, html.encode())

    def data(self, path: str, content: bytes) -> None:
        """Write a file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
