"""The way to the official text, and what the button that copies a citation needs to know of a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec
from markupsafe import Markup

from controllist.model import EditionInfo
from controllist.publish.parts.addresses import lasting
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.templating import web_address


def official(shelf: Shelf, info: EditionInfo) -> dict[str, str]:
    """The way to an edition's official text: the address, its host, and what the text is called."""
    url = web_address(info.source.url) or web_address(shelf.scheme.home)
    return {"url": url, "host": urlsplit(url).netloc, "label": info.label}


class Cited(NamedTuple):
    """A page as it is cited: its address without a file's name, what it is about in the list's own words, its edition.

    `old` is the edition before, on a page of changes; `more` are the editions that its rows name beside its own.
    """

    shelf: Shelf
    page: str
    what: str
    info: EditionInfo
    official: str
    old: EditionInfo | None = None
    old_official: str = ""
    more: Markup = Markup()


def cited(
    shelf: Shelf, page: str, what: str, info: EditionInfo, *, old: EditionInfo | None = None,
    more: Iterable[EditionInfo] = (),
) -> Cited:  # fmt: skip
    """What is cited of the page at `page`."""
    way = official(shelf, old)["url"] if old else ""
    told = {one.edition: (one.label, one.instrument, official(shelf, one)["url"]) for one in more}
    return Cited(shelf, lasting(page), what, info, official(shelf, info)["url"], old, way, _data(told))


def _data(told: dict[str, tuple[str, str, str]]) -> Markup:
    """Values as a block of data that cannot end its element."""
    if not told:
        return Markup()
    text = msgspec.json.encode(told).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
