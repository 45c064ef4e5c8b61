"""Folders that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def take_place(fresh: Path, out: Path) -> None:
    """Put the folder `fresh` where `out` is, or is to be; what stood there is gone only when the new one stands.

    Raises `OSError` where that cannot be done; the old folder is then in its place again.
    """
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        os.replace(out, old)
    try:
        os.replace(fresh, out)
    except OSError:
        if old.exists():
            os.replace(old, out)
        raise
    shutil.rmtree(old, ignore_errors=True)
