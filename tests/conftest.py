"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
CORPUS = CHECKOUT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real editions beside the checkout; where it is absent the test is skipped, in CI it fails."""
    if not CORPUS.is_dir():
        pytest.skip("no corpus beside the checkout")
    return CORPUS


@pytest.fixture(scope="session")
def lists() -> Path:
    """The folder of lists that the checkout carries."""
    return CHECKOUT / "lists"


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where the corpus is at hand, a skipped corpus test is a failure."""
    if not CORPUS.is_dir() and not os.environ.get("CONTROLLIST_NEEDS_CORPUS"):
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if any("corpus" in getattr(report, "keywords", {}) for report in skipped) and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
