"""Where everything of a list is published, counted from the site's root: addresses that read like the law's own.

`wa/` is a list, `wa/3A001/` an entry through all editions, `wa/2019-12-05/` an edition, `wa/2019-12-05/3A001.a.5` an
item in it: docs/decisions/0008 says how that one is led to its place.
"""

from __future__ import annotations

import re
from urllib.parse import quote

OTHERS = frozenset(
    ("about", "assets", "changes", "codes", "data", "feeds", "gaps", "lag", "method", "pagefind", "search", "updates")
)
"""The folders beside those of the lists: no list may be called so."""


def page_name(ident: str) -> str:
    """A node's id or an entry's code as a file name: `3A001`, `5P1`, `5A-2`."""
    return re.sub(r"[^\w-]", "-", ident)


def list_page(name: str) -> str:
    """A list's own page."""
    return f"{name}/index.html"


def entries_page(name: str) -> str:
    """The index of a list's entries."""
    return f"{name}/entries/index.html"


def entry_page(name: str, entry: str) -> str:
    """An entry through all editions of its list."""
    return f"{name}/{page_name(entry)}/index.html"


def edition_page(name: str, edition: str) -> str:
    """The first page of an edition."""
    return f"{name}/{edition}/index.html"


def section_page(name: str, edition: str, section: str) -> str:
    """A part of an edition's tree, on a page of its own."""
    return f"{name}/{edition}/{section}.html"


def pair_page(name: str, old: str, new: str, part: str = "") -> str:
    """The report of two successive editions, or the page of one part of it."""
    return f"{name}/changes/{old}_{new}{f'/{part}' if part else ''}.html"


def pair_file(name: str, old: str, new: str, ending: str) -> str:
    """A file to take away beside the report of two editions: `ending` is `.csv`, `_reclassification.xml`."""
    return f"{name}/changes/{old}_{new}/{name}_{old}_{new}{ending}"


YEARS = "changes/index.html"
"""What changed, year by year."""

DELTAS = "data/delta/index.html"
"""The page for machines that follow the lists."""


def year_page(year: str, name: str = "") -> str:
    """What changed in a year everywhere, or in one list."""
    return f"changes/{year}/{name or 'index'}.html"


def year_file(year: str, ending: str) -> str:
    """A file to take away beside the report of a year."""
    return f"changes/{year}/changes_{year}{ending}"


def lasting(page: str) -> str:
    """A page's address as it is cited: a folder by its own name."""
    return page.removesuffix("index.html")


def item_address(name: str, edition: str, code: str) -> str:
    """The lasting address of an item in an edition: `wa/2019-12-05/3A001.a.5`."""
    return f"{name}/{edition}/{quote(code, safe='.:()~')}"
