"""The Jinja environment of the site, and the few words and forms that its pages share."""

from __future__ import annotations

import os
import traceback
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from controllist import __version__
from controllist.errors import Refused

_PACKAGE = Path(__file__).resolve().parents[2]
_STANDS = "nothing was replaced, and a site built before stands as it was"


def default_templates() -> Path:
    """The folder of templates: `$CONTROLLIST_TEMPLATES`, the checkout's `templates/`, or what the package carries."""
    if named := os.environ.get("CONTROLLIST_TEMPLATES"):
        return Path(named)
    checkout = _PACKAGE.parent / "templates"
    return checkout if (checkout / "base.html").exists() else _PACKAGE / "_templates"


def style_sheet() -> str:
    """The site's style sheet: the files of `styles/` one after the other, since later rules win."""
    files = sorted((default_templates() / "styles").glob("*.css"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def environment() -> Environment:
    """The templates, compiled once per process; everything is escaped unless it is markup of our own."""
    return _environment(default_templates())


@lru_cache(maxsize=1)
def _environment(folder: Path) -> Environment:
    found = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters.update(thousands=thousands, share=share, size=size, web=web_address, fragment=fragment)
    found.globals.update(version=__version__)
    return found


def forget_templates() -> None:
    """Compile the templates anew when they are next asked for: a process that lives long may see them change."""
    _environment.cache_clear()


def rendered(template: str, context: Mapping[str, object]) -> str:
    """A template with what it is to show. Raises `Refused` where the template is wrong, naming its file and line."""
    try:
        return environment().get_template(template).render(context)
    except TemplateSyntaxError as error:
        where = f"{error.filename or template}, line {error.lineno}"
        raise Refused(f"{where}: {error.message}; mend the template; {_STANDS}") from None
    except Exception as error:
        # A fault of the template itself, and not of a function that it calls, which is ours to mend.
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if Path(frame.filename).is_relative_to(default_templates())]
        if not (isinstance(error, TemplateError) or frames[-1] in own):
            raise
        where = f"{own[-1].filename}, line {own[-1].lineno}" if own else template
        raise Refused(f"{where}: {error}; mend the template; {_STANDS}") from None


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
