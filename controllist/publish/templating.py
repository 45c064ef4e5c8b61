"""The Jinja environment of the site, and the few words and forms that its pages share."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from controllist import __version__

_PACKAGE = Path(__file__).resolve().parents[1]


def default_templates() -> Path:
    """The folder of templates: the checkout's `templates/`, or what the installed package carries."""
    checkout = _PACKAGE.parent / "templates"
    return checkout if (checkout / "base.html").exists() else _PACKAGE / "_templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, compiled once per process; everything is escaped unless it is markup of our own."""
    found = Environment(
        loader=FileSystemLoader(default_templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters.update(thousands=thousands, share=share, size=size, web=web_address, fragment=fragment)
    found.globals.update(version=__version__)
    return found


def thousands(number: int) -> str:
    """A count with thin spaces: `12 345`."""
    return f"{number:,}".replace(",", "\u202f")


def share(part: float) -> str:
    """A share as a percentage that never rounds up to the whole: `99.99 %`."""
    percent = int(part * 10000) / 100
    return f"{percent:g}\u202f%"


def size(count: int) -> str:
    """A number of bytes as people say it: `2.2 MB`."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def web_address(url: str) -> str:
    """The address if it is one of the web, else nothing: a link never runs a script or opens a local file."""
    return url if urlsplit(url).scheme in ("http", "https") else ""


def fragment(ident: str) -> str:
    """A node's id as the fragment of an address."""
    return quote(ident, safe="/~.:()")
