"""A site on this machine's own address, built anew when its sources change."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from controllist.errors import WrongUse
from controllist.publish.site.lasting import Missing, led_to
from controllist.publish.site.record import load_record

NEAR = b'<div id="near" role="status"></div>'
"""Where 404.html says what is near: filled here, or by its script at a host that only serves files."""

_EVERY = 1.0
"""Seconds between two looks at the sources."""

Times = Mapping[Path, tuple[int, int]]
"""The time and length of each file below some folders."""


class _Handler(SimpleHTTPRequestHandler):
    """Answers with the files of a site, leads lasting addresses on, and says what is near where nothing is.

    `base` is the path that the site has at its host: it is answered under it too, since 404.html links by it.
    """

    def __init__(self, *given: Any, base: str, **named: Any) -> None:
        self._base = base
        super().__init__(*given, **named)

    def translate_path(self, path: str) -> str:
        """The file that a request means."""
        return super().translate_path(self._inside(path))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Begin the answer to GET and HEAD."""
        found = Path(self.translate_path(self.path))
        if found.is_file() or (found / "index.html").is_file():
            return super().send_head()
        answer = led_to(Path(self.directory), unquote(self._inside(self.path)))
        if isinstance(answer, Missing):
            return self._say_missing(answer)
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", f"{self._base}{answer}")
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def _inside(self, path: str) -> str:
        """The path of a request counted from the site's root."""
        inside = urlsplit("/" + path.lstrip("/")).path
        return "/" + inside.removeprefix(self._base)

    def _say_missing(self, missing: Missing) -> BytesIO:
        page = Path(self.directory, "404.html").read_bytes().replace(NEAR, self._near(missing))
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return BytesIO(page)

    def _near(self, missing: Missing) -> bytes:
        near = ((escape(self._base + each.address), escape(each.words)) for each in missing.near)
        links = [f'<li><a href="{address}">{words}</a></li>' for address, words in near]
        found = f"<p>Near it:</p><ul>{''.join(links)}</ul>" if links else ""
        return f'<div id="near" role="status"><p>{escape(missing.words)}</p>{found}</div>'.encode()

    def end_headers(self) -> None:
        """End the headers; a rebuilt page is asked for again."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextlib.contextmanager
def served(site: Path, port: int) -> Iterator[str]:
    """The loopback address under which `site` is answered until the block ends; port 0 takes a free one.

    Raises `WrongUse` where nothing was built there or the port is taken.
    """
    if not (site / "index.html").is_file():
        raise WrongUse(f"{site}: no site there; build one with: controllist build --out {site}")
    record = load_record(site)
    base = record.options.base_path if record else "/"
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(site), base=base))
    except (OSError, OverflowError) as error:
        raise WrongUse(f"port {port} cannot be used ({error}); name another with --port") from None
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{base}"
        finally:
            server.shutdown()


def rebuild_on_change(folders: Iterable[Path], rebuild: Callable[[], None], wait: Callable[[], bool]) -> None:
    """Call `rebuild` whenever a file below `folders` has changed, until `wait` (a while between two looks) says no.

    What changes during a rebuild is seen after it.
    """
    watched = tuple(folders)
    last = _times(watched)
    while wait():
        now = _times(watched)
        if now != last:
            last = now
            rebuild()


def a_second() -> bool:
    """Wait for the time between two looks."""
    time.sleep(_EVERY)
    return True


def _times(folders: Iterable[Path]) -> Times:
    found = {}
    for folder in folders:
        for path in folder.rglob("*"):
            with contextlib.suppress(OSError):  # gone since it was listed: the next look sees that
                if path.is_file():
                    status = path.stat()
                    found[path] = (status.st_mtime_ns, status.st_size)
    return found
