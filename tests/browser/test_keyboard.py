"""The keyboard alone: the skip link, every control in its order with a focus that shows, details that open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kinds import heaviest_of_each_kind
from playwright.sync_api import Page
from watch import DESKTOP, PHONE, Visitor

LISTEN = """() => {
  const reachable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  window.wanted = [...document.querySelectorAll(reachable)]
    .filter((each) => !each.disabled && each.tabIndex >= 0 && each.checkVisibility({visibilityProperty: true}))
    .filter((each) => each.type !== "radio" || each.checked || !each.form);
  window.reached = [];
  addEventListener("focusin", ({target}) => {
    const style = getComputedStyle(target), {width, height} = target.getBoundingClientRect();
    const shows = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && width > 1 && height > 1;
    window.reached.push([wanted.indexOf(target), shows, target.outerHTML.slice(0, 100)]);
  });
  return wanted.length;
}"""
OBSCURED = """() => {
  const {left, top, width, height} = document.activeElement.getBoundingClientRect();
  const over = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2);
  return over === null || !(document.activeElement.contains(over) || over.contains(document.activeElement));
}"""


def walked(page: Page) -> tuple[list[Any], int]:
    """What the Tab key reaches, in its order, and how much there was to reach; what a focus adds has the place -1."""
    wanted = page.evaluate(LISTEN)
    for _ in range(wanted):
        page.keyboard.press("Tab")
    for _ in range(wanted):
        if page.evaluate("() => reached.at(-1)[0] === wanted.length - 1"):
            break
        page.keyboard.press("Tab")
    return page.evaluate("() => window.reached"), wanted


def test_tab_reaches_everything_in_order_and_the_focus_shows(visitor: Visitor, invented: Path) -> None:
    for path, page in visitor.walk(heaviest_of_each_kind(invented).values()):
        reached, wanted = walked(page)
        assert [place for place, _, _ in reached if place >= 0] == list(range(wanted)), (path, reached)
        assert [what for _, shows, what in reached if not shows] == [], path
        assert wanted > 5, path


def test_the_first_stop_skips_to_the_content(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the content"
    box = skip.bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main-content"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_no_focus_hides_behind_what_sticks_to_the_top(visitor: Visitor) -> None:
    for width in (DESKTOP, PHONE):
        page = visitor.open("pots/2001-01-01/1.html", width=width)
        stops = page.evaluate(LISTEN)
        for _ in range(stops):
            page.keyboard.press("Tab")
        for _ in range(stops - 1):
            page.keyboard.press("Shift+Tab")
            assert not page.evaluate(OBSCURED), page.evaluate("() => document.activeElement.outerHTML")


def test_details_open_and_close_with_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open("pots/2001-01-01/1.html")
    details = page.locator("main details").first
    was = details.evaluate("(each) => each.open")
    details.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert details.evaluate("(each) => each.open") is not was
    page.keyboard.press("Space")
    assert details.evaluate("(each) => each.open") is was
