"""Pages into a folder: each knows the way back to the first page, so that the site works from any place."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from controllist.errors import Refused
from controllist.publish.parts.addresses import lasting
from controllist.publish.parts.options import Options
from controllist.publish.parts.policy import page_policy
from controllist.publish.parts.templating import rendered


class Crumb(NamedTuple):
    """A step on the way to a page; `path` is counted from the site's root."""

    label: str
    path: str


class SiteWriter:
    """Writes the files of one site.

    `mirrors` is the page of mirrors, to which all pages lead, where there is one.
    """

    def __init__(self, folder: Path, options: Options, *, mirrors: str = "") -> None:
        self.folder = folder
        self.options = options
        self._mirrors = mirrors

    def address(self, path: str) -> str:
        """The whole address of what stands at `path`, a folder by its own name; empty where the site's is not known.

        For links use the way from page to page; this is for what is read away from the site: feeds, sitemap, citations.
        """
        return f"{self.options.base_url}{lasting(path)}" if self.options.base_url else ""

    def page(self, path: str, template: str, *, title: str, crumbs: tuple[Crumb, ...] = (), **context: object) -> None:
        """Render a template into the page at `path`.

        `context` may have `root` where the way to the site's root is another than the path says, `canonical` (empty for
        a page that is no address of its own), and `csp_wasm` for a page that compiles WebAssembly.
        Raises `Refused` where the template is wrong, naming its file and line.
        """
        shared = {
            "title": title,
            "crumbs": crumbs,
            "root": "../" * path.count("/"),
            "canonical": self.address(path),
            "policy": Markup(page_policy(compiles=bool(context.get("csp_wasm")))),  # ours
            "local": self.options.with_texts,
            "mirrors_page": self._mirrors,
        }
        self.data(path, rendered(template, shared | context).encode())

    def data(self, path: str, content: bytes) -> None:
        """Write a file. Raises `Refused` where that cannot be done."""
        target = self.folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError as error:
            raise Refused(f"{target}: cannot be written ({error}); name a folder of your own with --out") from None
