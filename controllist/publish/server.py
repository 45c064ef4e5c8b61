"""A built site on this machine's own address."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from controllist.errors import WrongUse


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def serve_folder(site: Path, port: int, started: Callable[[str], None]) -> None:
    """Serve `site` on the loopback address until interrupted; `started` is told the address.

    Raises `WrongUse` where nothing was built there or the port is taken.
    """
    if not (site / "index.html").is_file():
        raise WrongUse(f"{site}: no site there; build one with: controllist build --out {site}")
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(site)))
    except OSError as error:
        raise WrongUse(f"port {port} cannot be used ({error}); name another with --port") from None
    with server, contextlib.suppress(KeyboardInterrupt):
        started(f"http://127.0.0.1:{server.server_address[1]}/")
        server.serve_forever()
