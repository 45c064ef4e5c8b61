"""Is a built site whole? Every internal link and anchor of every page, what its policy forbids, and what it weighs."""

from __future__ import annotations

import posixpath
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast
from urllib.parse import unquote

import msgspec
from lxml import etree

from controllist.errors import WrongUse
from controllist.publish.parts.options import Options
from controllist.publish.site.hosting import NOT_FOUND
from controllist.publish.site.record import load_record, site_files

PAGE_LIMIT, TREE_LIMIT = 150_000, 400_000
"""Bytes that a page may weigh, compressed, with its styles and scripts; and one that shows a whole tree."""

_WORTH_WEIGHING = 100_000
_LEVEL = 6
_AT_ONCE = 40
_TREE = re.compile(r"[^/]+/\d{4}-\d\d-\d\d/")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_SUSPECT = re.compile(rb"<style|\sstyle\s*=|\son[a-z]+\s*=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)


def _strings(path: str) -> Callable[[etree._Element], list[str]]:
    """What finds all strings in a page that an XPath names."""
    found = etree.XPath(path, smart_strings=False)
    return lambda root: [str(each) for each in cast("list[object]", found(root))]


_NAMING = "contains(' canonical alternate ', concat(' ', @rel, ' '))"

_ids = _strings("//@id")
_links = _strings("//a/@href|//area/@href|//form/@action")
_named = _strings(f"//link[{_NAMING}]/@href")
_loaded = _strings(f"//@src|//@poster|//object/@data|//link[not({_NAMING})]/@href")
_sets = _strings("//@srcset")
_weighed = _strings("//link[@rel='stylesheet']/@href|//script/@src")
_styles = _strings("//@style|//style/text()")
_handlers = _strings("//@*[starts-with(name(), 'on')]")
_scripts = _strings("//@href[starts-with(normalize-space(.), 'javascript:')]")
_inline_scripts = _strings(
    "//script[not(@src)][not(@type='application/ld+json')][not(@type='application/json')]/text()"
)


class Fault(msgspec.Struct, frozen=True, order=True):
    """What is wrong, and on which page."""

    page: str
    what: str


class Weight(msgspec.Struct, frozen=True, order=True):
    """The bytes of a page with its styles and scripts, compressed; `tree` if it shows a whole tree."""

    size: int
    page: str
    tree: bool


class Checked(msgspec.Struct, frozen=True):
    """All that is wrong with a site, in the order of its pages, and what was looked at."""

    pages: int
    links: int
    faults: tuple[Fault, ...]
    heaviest: Weight | None
    heaviest_tree: Weight | None


class _Page(NamedTuple):
    """What is known of one page: its ids, one a line; the anchors it leads to on other pages; what is wrong with it."""

    path: str
    ids: str
    anchors: dict[str, set[str]]
    links: int
    faults: tuple[Fault, ...]
    weight: Weight | None


def check_site(site: Path, jobs: int) -> Checked:
    """Look at every page of a built site. Raises `WrongUse` where none is there."""
    files = site_files(site) if site.is_dir() else []
    paths = [path for path in files if path.endswith(".html")]
    if "index.html" not in paths:
        raise WrongUse(f"{site}: no site there; build one with: controllist build --out {site}")
    record = load_record(site)
    desk = _Desk(site, frozenset(files), record.options if record else Options())
    if jobs <= 1:
        return _checked([desk.page(path) for path in paths], [*desk.sitemap_faults()])
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(desk,)) as pool:
        pages = list(pool.map(_read, paths, chunksize=_AT_ONCE))
    return _checked(pages, [*desk.sitemap_faults()])


def _checked(pages: Sequence[_Page], more: Iterable[Fault]) -> Checked:
    faults = [*(fault for page in pages for fault in page.faults), *_missing_anchors(pages), *more]
    weights = sorted((page.weight for page in pages if page.weight), reverse=True)
    heaviest, trees = ([weight for weight in weights if weight.tree is tree] for tree in (False, True))
    links = sum(page.links for page in pages)
    return Checked(len(pages), links, tuple(sorted(set(faults))), next(iter(heaviest), None), next(iter(trees), None))


def _missing_anchors(pages: Sequence[_Page]) -> Iterator[Fault]:
    wanted: dict[str, set[str]] = {}
    for page in pages:
        for target, anchors in page.anchors.items():
            wanted.setdefault(target, set()).update(anchors)
    missing = {page.path: wanted[page.path].difference(page.ids.split("\n")) for page in pages if page.path in wanted}
    for page in pages:
        for target, anchors in page.anchors.items():
            for anchor in anchors & missing.get(target, set()):
                yield Fault(page.path, f"leads to #{anchor} of {target}, which has no such place")


class _Desk(msgspec.Struct, frozen=True):
    """A site that is looked at: its folder, its files, and what it was built with."""

    site: Path
    files: frozenset[str]
    options: Options

    def page(self, path: str) -> _Page:
        """What is known of the page at `path`."""
        content = (self.site / path).read_bytes()
        root = etree.HTML(content)
        ids = _ids(root)
        faults = [Fault(path, f"id {ident} stands {count} times") for ident, count in Counter(ids).items() if count > 1]
        faults += [Fault(path, what) for what in _policy_faults(root)] if _SUSPECT.search(content) else []
        anchors: dict[str, set[str]] = {}
        links, loaded = set(_links(root)), {*_loaded(root), *_of_sets(_sets(root))}
        for link in links | loaded | set(_named(root)):
            what = self._fault_of(path, link, loaded=link in loaded, anchors=anchors)
            faults += [Fault(path, what)] if what else []
        own = anchors.pop(path, set()).difference(ids)
        faults += [Fault(path, f"leads to #{anchor}, which is no place on it") for anchor in own]
        weight = self._weight(path, content, root)
        if weight and weight.size > (TREE_LIMIT if weight.tree else PAGE_LIMIT):
            faults.append(Fault(path, f"too heavy: {weight.size} bytes compressed with styles and scripts"))
        return _Page(path, "\n".join(ids), anchors, len(links), tuple(faults), weight)

    def _fault_of(self, page: str, link: str, *, loaded: bool, anchors: dict[str, set[str]]) -> str:
        """What is wrong with a link; where it leads to a place on a page, that place is added to `anchors`."""
        base = self.options.base_url
        inside = f"/{link.removeprefix(base)}" if base and link.startswith(base) else ""
        if not inside and _SCHEME.match(link):
            return f"loads {link}, from elsewhere" if loaded and not link.startswith("data:") else ""
        address, _, fragment = (inside or link).partition("#")
        address = unquote(address.partition("?")[0])
        if address.startswith("/") and not inside:
            if page != NOT_FOUND:
                return f"{link} leads to the root of the host, where the site may not stand"
            address = f"/{address.removeprefix(self.options.base_path)}"
        target = self._target(page, address)
        if target not in self.files:
            if not (inside and f"{target}/index.html".removeprefix("./") in self.files):
                return f"leads to {link}, which is not there"
            target = f"{target}/index.html".removeprefix("./")
        if fragment and target.endswith(".html"):
            anchors.setdefault(target, set()).add(unquote(fragment))
        return ""

    def _target(self, page: str, address: str) -> str:
        """The file that an address on a page means, counted from the site's root."""
        if not address:
            return page
        if page == NOT_FOUND:
            address = re.sub(r"^(?:\.\./)+", "/", address)
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(page), address)).lstrip("/") or "."

    def _weight(self, page: str, content: bytes, root: etree._Element) -> Weight | None:
        """The weight of a page; None for one that is light whatever it says."""
        if len(content) < _WORTH_WEIGHING:
            return None
        loaded = {self._target(page, link.partition("?")[0]) for link in _weighed(root)} & self.files
        size = len(zlib.compress(content, _LEVEL)) + sum(_packed(self.site / path) for path in loaded)
        return Weight(size, page, bool(_TREE.match(page)))

    def sitemap_faults(self) -> Iterator[Fault]:
        """Addresses of the sitemaps that lead nowhere."""
        for name in sorted(path for path in self.files if re.fullmatch(r"sitemap(-\d+)?\.xml", path)):
            for address in re.findall(r"<loc>([^<]*)</loc>", (self.site / name).read_text("utf-8")):
                if what := self._fault_of(name, address.replace("&amp;", "&"), loaded=False, anchors={}):
                    yield Fault(name, what)


@lru_cache(maxsize=256)
def _packed(path: Path) -> int:
    """The bytes of a file, compressed."""
    return len(zlib.compress(path.read_bytes(), _LEVEL))


def _of_sets(sets: Iterable[str]) -> Iterator[str]:
    """The addresses in `srcset` attributes."""
    return (part.split()[0] for each in sets for part in each.split(",") if part.strip())


def _policy_faults(root: etree._Element) -> Iterator[str]:
    """What stands in a page and would not work, since its policy allows files of the site alone."""
    found = {
        "style": _styles(root),
        "an event handler": _handlers(root),
        "a link that runs a script": _scripts(root),
        "a script": _inline_scripts(root),
    }
    for what, places in found.items():
        if places:
            yield f"{what} stands in the page, which its policy forbids: {places[0].strip()[:60]}"


_desk: _Desk | None = None
"""What a worker process looks at."""


def _start(desk: _Desk) -> None:
    global _desk
    _desk = desk


def _read(path: str) -> _Page:
    assert _desk is not None
    return _desk.page(path)
