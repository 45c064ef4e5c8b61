"""A static host as one finds it on the web: files, and the site's 404.html where nothing stands."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class _Handler(SimpleHTTPRequestHandler):
    """Answers for a site that stands in the folder `below` of its host."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, below: str, **named: Any) -> None:
        self._below = below
        super().__init__(*given, **named)

    def translate_path(self, path: str) -> str:
        """The file that a request means."""
        inside = urlsplit(path).path
        within = inside.startswith(self._below)
        return super().translate_path(f"/{inside.removeprefix(self._below)}" if within else "/-")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the page for addresses that lead nowhere."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextlib.contextmanager
def hosted(site: Path, below: str = "/") -> Iterator[str]:
    """The address under which `site` is answered until the block ends."""
    handler = partial(_Handler, directory=str(site), below=below)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{below}"
        server.shutdown()
