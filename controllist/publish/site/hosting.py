"""What hosts and robots read: the page for addresses that lead nowhere, headers to send, robots.txt, the sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from controllist.publish.parts.policy import headers_file
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.writer import SiteWriter
from controllist.publish.site.record import site_files

MOST_ADDRESSES = 50_000
"""What one sitemap may hold; with addresses below 200 bytes it is far from the 50 MB that it may weigh."""

NOT_FOUND = "404.html"
"""Shown under addresses of any depth: its links are counted from the site's root."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def write_hosting(site: SiteWriter, shelves: Sequence[Shelf], most: int = MOST_ADDRESSES) -> None:
    """Write all of them; a sitemap only where the site's address is known, in parts of `most` addresses."""
    _write_not_found(site)
    site.data("_headers", headers_file())
    if site.options.with_texts:
        site.data("robots.txt", b"User-agent: *\nDisallow: /\n")
    if site.options.base_url:
        site.data("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.address('sitemap.xml')}\n".encode())
        _write_sitemap(site, {shelf.name: shelf.infos[-1].edition for shelf in shelves}, most)


def _write_not_found(site: SiteWriter) -> None:
    """Write 404.html, which a host shows under any address, so that no way is counted from where it stands.

    Where the site's address is not known its links lead to the root of the host; `ways` are where its script is looked
    for, which then mends them: a lasting address is one, two or three folders deep.
    """
    root = site.options.base_path
    ways = [root] if site.options.base_url else [root, "../", "../../", "../../../"]
    site.page(NOT_FOUND, NOT_FOUND, title="Page not found", root=root, ways=ways, canonical="")


def _write_sitemap(site: SiteWriter, newest: Mapping[str, str], most: int) -> None:
    pages = [path for path in site_files(site.folder) if path.endswith(".html") and path != NOT_FOUND]
    entries = [_entry("url", site.address(path), last_change(path, newest)) for path in pages]
    parts = [entries[at : at + most] for at in range(0, len(entries), most)]
    if len(parts) == 1:
        site.data("sitemap.xml", _document("urlset", entries))
        return
    for number, part in enumerate(parts, 1):
        site.data(f"sitemap-{number}.xml", _document("urlset", part))
    named = [site.address(f"sitemap-{number}.xml") for number in range(1, len(parts) + 1)]
    date = max(newest.values())
    site.data("sitemap.xml", _document("sitemapindex", [_entry("sitemap", each, date) for each in named]))


def last_change(path: str, newest: Mapping[str, str]) -> str:
    """The date of the edition that a page speaks of: the last that its address names, else its list's newest."""
    if dates := [str(found[0]) for found in _DATE.finditer(path)]:
        return max(dates)
    return newest.get(path.partition("/")[0], max(newest.values()))


def _entry(kind: str, address: str, date: str) -> str:
    return f"<{kind}><loc>{escape(address)}</loc><lastmod>{date}</lastmod></{kind}>"


def _document(kind: str, entries: Iterable[str]) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{kind} xmlns="{_NAMESPACE}">', *entries, f"</{kind}>", ""]
    return "\n".join(lines).encode()
