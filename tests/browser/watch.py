"""Pages in Chromium, watched: what they ask for, what they complain of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--disable-domain-reliability", "--no-first-run", "--mute-audio",
    "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)  # fmt: skip
"""What Chromium is started with: it asks nobody but this machine for anything."""
DESKTOP, PHONE = 1280, 400


class Visitor:
    """Someone at one site: opens its pages and keeps what went wrong on them."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._contexts: list[BrowserContext] = []
        self.troubles: list[str] = []

    def open(self, path: str, *, width: int = DESKTOP, dark: bool = False, **context: Any) -> Page:
        """A page of the site in a browser without a past; `context` goes to playwright's `new_context`."""
        found = self._browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", **context
        )
        found.set_default_timeout(10_000)
        self._contexts.append(found)
        found.on("request", self._asked)
        page = found.new_page()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.goto(self.address(path))
        return page

    def walk(self, paths: Iterable[str], **context: Any) -> Iterator[tuple[str, Page]]:
        """One page of the site after the other, in one browser; each with its path."""
        page = None
        for path in paths:
            if page is None:
                page = self.open(path, **context)
            else:
                page.goto(self.address(path))
            yield path, page
        if page:
            page.context.close()

    def address(self, path: str) -> str:
        """A page's whole address."""
        return self._address + path

    def leave(self) -> list[str]:
        """Close all; what went wrong."""
        for context in self._contexts:
            context.close()
        return self.troubles

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self._address, "data:", "blob:")):
            self.troubles.append(f"{request.frame.url} asks for {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"{message.location.get('url', '')}: {message.text}")
