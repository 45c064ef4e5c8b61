"""A feed in its two forms: Atom (RFC 4287) and JSON Feed 1.1. Times are those of the law, never of the clock."""

from __future__ import annotations

import json
import re
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from controllist import __version__
from controllist.publish.parts.writer import SiteWriter

_HOME = "https://jsonfeed.org/version/1.1"
_AUTHOR = "controllist"
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold."""


class Item(NamedTuple):
    """Something that happened: `ident` names it for ever, `page` tells more, `day` is an ISO date.

    `official` is the way to the official text, empty where none is known.
    """

    ident: str
    page: str
    day: str
    title: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]
    official: str


class Feed(NamedTuple):
    """What happened to one thing, newest first: `path` is the address of its files without their ending.

    `page` is the page about the thing. A feed has at least one item.
    """

    path: str
    title: str
    subtitle: str
    page: str
    items: list[Item]


def write_feed(site: SiteWriter, feed: Feed) -> None:
    """Write a feed in both forms."""
    site.data(f"{feed.path}.atom", atom(site, feed).encode())
    site.data(f"{feed.path}.json", json_feed(site, feed).encode())


def lasting_id(ident: str) -> str:
    """An id that stays the same wherever the site stands (RFC 4151).

    >>> lasting_id("wa/2019-12-05")
    'tag:controllist,2026:wa/2019-12-05'
    """
    return f"tag:controllist,2026:{quote(ident, safe='/.:()~')}"


def atom(site: SiteWriter, feed: Feed) -> str:
    """A feed as Atom; links are absolute where the site's address is known, else counted from the feed."""
    up = "../" * feed.path.count("/")

    def link(rel: str, path: str, media: str = "text/html") -> str:
        return f'<link rel="{rel}" type="{media}" href="{_xml(site.address(path) or up + path)}"/>'

    def entry(item: Item) -> str:
        said = "".join(f"<p>{escape(words, quote=False)}</p>" for words in item.paragraphs)
        via = f'<link rel="via" href="{_xml(item.official)}"/>' if item.official else ""
        tags = "".join(f'<category term="{_xml(tag)}"/>' for tag in item.tags)
        return (
            f"<entry><id>{_xml(lasting_id(item.ident))}</id><title>{_xml(item.title)}</title>"
            f"<updated>{_moment(item.day)}</updated>{link('alternate', item.page)}{via}{tags}"
            f'<content type="html">{_xml(said)}</content></entry>\n'
        )

    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>{_xml(lasting_id(feed.path))}</id>\n<title>{_xml(feed.title)}</title>\n"
        f"<subtitle>{_xml(feed.subtitle)}</subtitle>\n<updated>{_moment(_newest(feed))}</updated>\n"
        f'<author><name>{_AUTHOR}</name></author>\n<generator version="{_xml(__version__)}">{_AUTHOR}</generator>\n'
        f"{link('self', f'{feed.path}.atom', 'application/atom+xml')}\n{link('alternate', feed.page)}\n"
        f"{''.join(map(entry, feed.items))}</feed>\n"
    )


def json_feed(site: SiteWriter, feed: Feed) -> str:
    """A feed as JSON. Its addresses have to be whole: where the site's is not known, only `_controllist` has them."""
    whole = {
        "version": _HOME, "title": feed.title, "description": feed.subtitle, "language": "en",
        "home_page_url": site.address(feed.page), "feed_url": site.address(f"{feed.path}.json"),
        "authors": [{"name": _AUTHOR}],
        "items": [_json_item(site, item) for item in feed.items],
    }  # fmt: skip
    told = {name: value for name, value in whole.items() if value or name == "items"}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _json_item(site: SiteWriter, item: Item) -> dict[str, object]:
    found = {
        "id": lasting_id(item.ident), "url": site.address(item.page), "external_url": item.official,
        "title": item.title, "content_text": "\n\n".join(item.paragraphs), "date_published": _moment(item.day),
        "tags": list(item.tags), "_controllist": {"about": "the page, counted from the site’s root", "page": item.page},
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


def _newest(feed: Feed) -> str:
    return max(item.day for item in feed.items)


def _moment(day: str) -> str:
    """A day as the form of time that both ask for; its hour means nothing."""
    return f"{day}T00:00:00Z"


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
