"""The site's own scripts, run by Node outside a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
ASSETS = HERE.parent / "templates" / "assets"


def answer(do: str, **asked: Any) -> Any:
    """What the scripts answer to one question. Without Node the test is skipped; where all must run it fails."""
    node = shutil.which("node")
    if node is None:
        if os.environ.get("CONTROLLIST_NEEDS_CORPUS"):
            pytest.fail("node is not installed; the site's scripts cannot be tested")
        pytest.skip("node is not installed")
    done = subprocess.run(
        [node, str(HERE / "js" / "answers.js"), str(ASSETS)], input=json.dumps({"do": do, **asked}),
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
