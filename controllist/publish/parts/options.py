"""What a site is built with: beside the lists, all that decides its bytes."""

from __future__ import annotations

from urllib.parse import urlsplit

import msgspec

from controllist.errors import WrongUse


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How a site is built.

    `with_texts` shows the vault's texts of all lists, for this machine alone. `base_url` is the address that the site
    will have, with a slash at its end, or empty where it is not known. `downloads` adds the tables of the export.
    """

    with_texts: bool = False
    base_url: str = ""
    downloads: bool = False

    @property
    def base_path(self) -> str:
        """The path of the site at its host, `/controls/`; `/` where the address is not known."""
        return urlsplit(self.base_url).path or "/"


def options_of(*, with_texts: bool = False, base_url: str = "", downloads: bool = False) -> Options:
    """Options that go together. Raises `WrongUse` where `base_url` is no address that a site can have."""
    if base_url and with_texts:
        raise WrongUse("--with-texts makes a site for this machine alone: it has no address, so leave out --base-url")
    return Options(with_texts=with_texts, base_url=_checked(base_url), downloads=downloads)


def _checked(url: str) -> str:
    """An address of a site with a slash at its end, or nothing."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid or parts.username is not None or not url.isascii() or any(mark in url for mark in " \"'<>\\"):
        raise WrongUse(f"--base-url {url!r}: is no web address; write one like https://example.org/controls/")
    if "?" in url or "#" in url:
        raise WrongUse(f"--base-url {url!r}: a site's address has no query and no fragment; end it with a slash")
    return url if url.endswith("/") else f"{url}/"
