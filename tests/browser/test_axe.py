"""No fault that axe finds, on one page of each kind, light and dark, desktop and phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kinds import heaviest_of_each_kind, middle_of_each_kind
from playwright.sync_api import Page
from watch import DESKTOP, PHONE, Visitor

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
  const {violations} = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  return violations.map(({id, nodes}) => [id, nodes.length, nodes[0].html, nodes[0].failureSummary]);
}"""


def violations(page: Page, axe: str) -> list[Any]:
    """What axe finds on a page: rule, how often, the first element and why."""
    page.evaluate(axe)
    found = page.evaluate(RUN, RULES)
    assert isinstance(found, list)
    return found


@pytest.fixture(scope="module")
def axe(node_modules: Path) -> str:
    return (node_modules / "axe-core" / "axe.min.js").read_text("utf-8")


def found_on(visitor: Visitor, pages: dict[str, str], axe: str, width: int, dark: bool) -> dict[str, list[Any]]:
    walk = visitor.walk(pages.values(), width=width, dark=dark)
    found = {path: violations(page, axe) for path, page in walk}
    return {path: faults for path, faults in found.items() if faults}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_axe_finds_nothing_on_the_invented_site(
    visitor: Visitor, invented: Path, axe: str, width: int, dark: bool
) -> None:
    assert found_on(visitor, heaviest_of_each_kind(invented), axe, width, dark) == {}


@pytest.mark.parametrize(("width", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["desktop-light", "phone-dark"])
def test_axe_finds_nothing_on_the_whole_site(
    visitor_of_all: Visitor, whole: Path, axe: str, width: int, dark: bool
) -> None:
    assert found_on(visitor_of_all, middle_of_each_kind(whole), axe, width, dark) == {}


def test_axe_would_find_a_fault(visitor: Visitor, axe: str) -> None:
    page = visitor.open("index.html")
    page.evaluate("() => document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"assets/icon.svg\">')")
    assert [rule for rule, *_ in violations(page, axe)] == ["image-alt"]
