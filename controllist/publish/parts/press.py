"""What the pages of one site share: its lists, its mirrors, and the folder they are written to."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from controllist.library import Library
from controllist.publish.parts.mirrored import Mirrors, lag_path
from controllist.publish.parts.options import Options
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.writer import SiteWriter
from controllist.sources.catalogue import list_ids


class Press:
    """The lists of a library, and the writer of their pages."""

    def __init__(self, library: Library, folder: Path, options: Options) -> None:
        self.library = library
        self.options = options
        self._shelves: dict[str, Shelf] = {}
        self.mirrors = Mirrors(library, self.shelf)
        first = next(iter(self.mirrors.regimes), "")
        self.site = SiteWriter(folder, options, mirrors=lag_path(self.mirrors, first) if first else "")

    @cached_property
    def names(self) -> list[str]:
        """The lists that hold an edition."""
        return [name for name in list_ids(self.library.lists) if self.library.infos(name)]

    @property
    def shelves(self) -> list[Shelf]:
        """All of them."""
        return [self.shelf(name) for name in self.names]

    def shelf(self, name: str) -> Shelf:
        """One list."""
        if name not in self._shelves:
            self._shelves[name] = Shelf(self.library, name, with_texts=self.options.with_texts)
        return self._shelves[name]
