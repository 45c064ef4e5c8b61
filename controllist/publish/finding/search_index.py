"""The full-text index of a site, made by Pagefind from the pages that name what is searched in them."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import msgspec
import pagefind_bin

from controllist.errors import Refused

FOLDER = "pagefind"
"""Where the index stands in the site."""

FACETS = "search/facets.json"
"""The list and the kind of each page in the index, by which the search page narrows its results.

Pagefind has filters of its own, but writes them in another order each time; an index without them is the same bytes.
"""

_MARK = b"pagefind_dcd"
"""Stands before the content of each of Pagefind's files."""

# The pages of editions' sections are many, heavy, and say what the entries' pages say; Pagefind need not open them.
_PAGES = "{*.html,*/*.html,*/*/index.html,*/changes/*.html,updates/*/*.html}"

# Neither figures of all editions nor ways to other pages are what a page is about.
_IGNORED = ".official, .when, .legend, .turn, .tools, .cite, .cite-page, .feeds, .chips, button, form"
"""What is not searched of a page that is."""

_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind adds for sites that take its own interface, mark words on their pages, or have other languages."""


def write_search_index(folder: Path) -> None:
    """Write the index of all pages in `folder` that have the attribute `data-pagefind-body`.

    The same pages give the same bytes. Raises `Refused` where Pagefind fails.
    """
    command = [str(pagefind_bin.get_executable()), "--site", str(folder), "--glob", _PAGES, "--output-subdir", FOLDER,
               "--exclude-selectors", _IGNORED, "--force-language", "en", "--keep-index-url", "--silent"]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Refused(f"Pagefind cannot be started ({error}); install controllist anew") from None
    if done.returncode:
        raise Refused(f"Pagefind made no search index of {folder}: {(done.stderr or done.stdout).strip()}")
    for pattern in _UNUSED:
        for path in sorted((folder / FOLDER).glob(pattern)):
            path.unlink()
    (folder / FACETS).write_bytes(msgspec.json.encode(_facets(folder / FOLDER)))


class _Fragment(msgspec.Struct):
    """What Pagefind keeps of a page, as far as it is read here."""

    meta: dict[str, str]


def _facets(index: Path) -> dict[str, tuple[str, str]]:
    """The list and the kind of each page, by Pagefind's id of the page; the list is empty where a page is of none."""
    found = {}
    for path in sorted((index / "fragment").glob("*.pf_fragment")):
        content = gzip.decompress(path.read_bytes()).removeprefix(_MARK)
        meta = msgspec.json.decode(content, type=_Fragment).meta
        found[path.stem] = (meta.get("list", ""), meta.get("kind", ""))
    return found
