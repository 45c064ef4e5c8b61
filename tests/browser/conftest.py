"""Chromium, the sites it visits, and the node tools that judge them.

Where one of them is missing its tests are skipped; in CI they fail. No browser is ever downloaded.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from host import hosted
from playwright.sync_api import Browser, sync_playwright
from sites import CHECKOUT, made_once, shared_folder, write_invented_site, write_whole_site
from watch import QUIET, Visitor


def missing(what: str) -> None:
    """Skip the test, or fail it where everything must be at hand."""
    if os.environ.get("CI") == "true" or os.environ.get("CONTROLLIST_NEEDS_CORPUS"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        missing("Chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder with axe-core and html-validate, as `make test` installs them."""
    found = CHECKOUT / ".venv" / "node" / "node_modules"
    if not shutil.which("node") or not (found / "axe-core").is_dir() or not (found / "html-validate").is_dir():
        missing("node with axe-core and html-validate (make test installs them)")
    return found


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small site."""
    return made_once(shared_folder(tmp_path_factory) / "invented", write_invented_site)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the checkout's site."""
    return made_once(shared_folder(tmp_path_factory) / "whole", write_whole_site)


def _visitor(browser: Browser, site: Path) -> Iterator[Visitor]:
    with hosted(site) as address:
        someone = Visitor(browser, address)
        yield someone
        assert someone.leave() == []


@pytest.fixture
def visitor(browser: Browser, invented: Path) -> Iterator[Visitor]:
    """Someone at the small site, where no page may complain or ask for anything beyond it."""
    yield from _visitor(browser, invented)


@pytest.fixture
def visitor_of_all(browser: Browser, whole: Path) -> Iterator[Visitor]:
    """Someone at the checkout's site, as above."""
    yield from _visitor(browser, whole)
