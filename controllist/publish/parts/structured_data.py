"""What pages tell to machines that know schema.org: lists and editions as `Legislation`, the dataset, the way here.

Blocks of JSON-LD. Addresses are absolute where the site's own is known; where it is not, what needs one is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from markupsafe import Markup

from controllist.model import EditionInfo
from controllist.publish.parts.addresses import edition_page, list_page
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.templating import web_address
from controllist.publish.parts.writer import Crumb, SiteWriter

Thing = dict[str, object]
"""One thing as schema.org describes it; empty values are left out when it is written."""


def site_data(site: SiteWriter, shelves: Sequence[Shelf]) -> Markup:
    """The site itself, for its first page, with the lists that it is about."""
    about = [legislation(site, shelf) for shelf in shelves]
    return _block(
        {"@type": "WebSite", "name": "controllist", "inLanguage": "en", "url": site.address("index.html"),
         "description": "Export-control lists read as trees of items, edition by edition", "about": about},
    )  # fmt: skip


def list_data(site: SiteWriter, shelf: Shelf, crumbs: Sequence[Crumb], title: str) -> Markup:
    """A list with its editions, for its own page."""
    parts = [edition_thing(site, shelf, info) for info in reversed(shelf.infos)]
    return _block(legislation(site, shelf) | {"hasPart": parts}, breadcrumbs(site, crumbs, title))


def edition_data(site: SiteWriter, shelf: Shelf, info: EditionInfo, crumbs: Sequence[Crumb], title: str) -> Markup:
    """An edition, for its own page."""
    whole = legislation(site, shelf)
    return _block(edition_thing(site, shelf, info) | {"isPartOf": whole}, breadcrumbs(site, crumbs, title))


def page_data(site: SiteWriter, shelf: Shelf, info: EditionInfo, name: str, crumbs: Sequence[Crumb]) -> Markup:
    """A page about a part of an edition, such as a category: `name` is the part. It points to the whole in short."""
    scheme = shelf.scheme
    whole: Thing = {
        "@type": "Legislation",
        "name": f"{scheme.short}, {info.label}",
        "url": site.address(edition_page(shelf.name, info.edition)),
    }
    part: Thing = {
        "@type": "Legislation",
        "name": f"{scheme.short}, {name}",
        "legislationDateVersion": info.edition,
        "inLanguage": scheme.language,
        "isPartOf": whole,
    }
    return _block(part, breadcrumbs(site, crumbs, name))


def legislation(site: SiteWriter, shelf: Shelf) -> Thing:
    """A list as a whole."""
    scheme = shelf.scheme
    return {
        "@type": "Legislation",
        "name": scheme.title,
        "alternateName": scheme.short,
        "url": site.address(list_page(shelf.name)),
        "sameAs": web_address(scheme.home),
        "legislationIdentifier": shelf.name,
        "legislationJurisdiction": scheme.jurisdiction,
        "inLanguage": scheme.language,
        "publisher": {"@type": "Organization", "name": scheme.authority},
    }


def edition_thing(site: SiteWriter, shelf: Shelf, info: EditionInfo) -> Thing:
    """One dated text of a list, with the way to the official one."""
    official = {"@type": "LegislationObject", "url": web_address(info.source.url), "inLanguage": shelf.scheme.language,
                "legislationLegalValue": _LEGAL_VALUE.get(info.provenance, "")}  # fmt: skip
    return {
        "@type": "Legislation",
        "name": f"{shelf.scheme.short}, {info.label}",
        "url": site.address(edition_page(shelf.name, info.edition)),
        "legislationIdentifier": info.instrument or info.label,
        "legislationDate": info.adopted or info.published,
        "legislationDateVersion": info.edition,
        "datePublished": info.published,
        "legislationLegalForce": "InForce" if info is shelf.infos[-1] and shelf.scheme.role != "regime" else "",
        "temporalCoverage": f"{info.in_force}/.." if info.in_force and info is shelf.infos[-1] else info.in_force,
        "inLanguage": shelf.scheme.language,
        "publisher": {"@type": "Organization", "name": shelf.scheme.authority},
        "encoding": official if official["url"] else "",
    }


_LEGAL_VALUE = {"official": "OfficialLegalValue"}
"""By provenance: only the publisher's own file is called official."""


_MEDIA = {
    ".jsonl": "application/jsonl", ".json": "application/json", ".toml": "application/toml", ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet", ".sqlite": "application/vnd.sqlite3", ".zip": "application/zip",
    ".md": "text/markdown", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def dataset_data(site: SiteWriter, files: Iterable[tuple[str, str]]) -> Markup:
    """The dataset with its files: the path of each, counted from the site's root, and what it holds."""
    distribution = [
        {"@type": "DataDownload", "name": path, "description": what, "contentUrl": site.address(path),
         "encodingFormat": _MEDIA.get(PurePosixPath(path).suffix, "")}
        for path, what in files
    ]  # fmt: skip
    description = (
        "Facts about export-control lists, edition by edition: codes, tree shape, dates, instruments, thresholds with "
        "units, references, changes, and their adoption by other lists"
    )
    return _block(
        {"@type": "Dataset", "name": "controllist", "description": description, "inLanguage": "en",
         "isAccessibleForFree": True, "url": site.address("data/index.html"), "distribution": distribution}
    )  # fmt: skip


def breadcrumbs(site: SiteWriter, crumbs: Sequence[Crumb], title: str) -> Thing:
    """The way to a page; the page itself is the last step and needs no address."""
    steps = [*((crumb.label, site.address(crumb.path)) for crumb in crumbs), (title, "")]
    items = [{"@type": "ListItem", "position": at, "name": name, "item": url} for at, (name, url) in
             enumerate(steps, 1)]  # fmt: skip
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _block(*things: Thing) -> Markup:
    """Things as one block that cannot end its element, whatever the names of lists hold."""
    graph = [_full(thing) for thing in things]
    whole = {"@context": "https://schema.org"} | (graph[0] if len(graph) == 1 else {"@graph": graph})
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _full(thing: Thing) -> Thing:
    """A thing without its empty values, and so all things in it."""
    return {name: clean for name, value in thing.items() if (clean := _clean(value)) not in ("", None, [], {})}


def _clean(value: object) -> object:
    if isinstance(value, dict):
        return _full(value)
    return [_clean(one) for one in value] if isinstance(value, list) else value
