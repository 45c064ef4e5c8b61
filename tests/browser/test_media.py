"""Dark and light, reduced motion, print, and no scripts at all."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
from kinds import heaviest_of_each_kind
from playwright.sync_api import Page
from watch import Visitor

TREE = "pots/2001-01-01/1.html"
LUMINANCE = """(property) => {
  const paint = document.createElement("canvas").getContext("2d");
  paint.fillStyle = getComputedStyle(document.documentElement)[property];
  paint.fillRect(0, 0, 1, 1);
  const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((each) => ["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(each, part || null);
  const moves = /[1-9]/.test(style.transitionDuration) || style.animationName !== "none";
  return moves ? each.tagName + part : "";
})).filter(Boolean)"""

CONTROLS = "button:visible, input:visible, select:visible, textarea:visible"
IDLE = "(all) => all.filter((each) => !each.form?.hasAttribute('action')).map((each) => each.outerHTML)"


def words_of(page: Page) -> str:
    """All words of the main part that are to be read, those in closed details included."""
    found = page.locator("main").evaluate(
        """(main, asides) => {
          const copy = main.cloneNode(true);
          for (const aside of copy.querySelectorAll(asides)) aside.remove();
          return copy.textContent;
        }""",
        "[hidden], [role=status], .filter, .views, form, button, script, noscript",
    )
    return " ".join(str(found).split())


def printed(page: Page) -> str:
    """The words of the page on paper, spaces left out: a PDF has its own."""
    paper = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    return "".join(re.sub(r"\s", "", sheet.get_textpage().get_text_range()) for sheet in paper)


def test_dark_and_light_follow_the_readers_wish(visitor: Visitor) -> None:
    light, dark = visitor.open("index.html"), visitor.open("index.html", dark=True)
    assert light.evaluate(LUMINANCE, "backgroundColor") > 0.9 > 0.2 > light.evaluate(LUMINANCE, "color")
    assert dark.evaluate(LUMINANCE, "backgroundColor") < 0.1 < 0.8 < dark.evaluate(LUMINANCE, "color")


def test_nothing_moves_for_those_who_wish_that(visitor: Visitor, invented: Path) -> None:
    assert visitor.open(TREE).evaluate(MOVING), "nothing moves at all: this test says nothing"
    for path, page in visitor.walk(heaviest_of_each_kind(invented).values(), reduced_motion="reduce"):
        assert page.evaluate(MOVING) == [], path


def test_on_paper_stands_all_that_is_to_be_read_and_no_way_about_the_site(visitor: Visitor) -> None:
    page = visitor.open(TREE, java_script_enabled=False)
    for details in page.locator("main details").all():
        details.evaluate("(each) => { each.open = false; }")
    page.locator("main details").first.evaluate("(each) => each.insertAdjacentHTML('beforeend', '<p>put away</p>')")
    paper = printed(page)
    assert "putaway" in paper, "what stands in details that are closed"
    assert "1A001" in paper
    assert "Mirrors" not in paper
    assert "Skiptothecontent" not in paper
    assert "https://kitchen.example/" in paper, "the address of the official text"


def test_without_scripts_the_same_words_are_there(visitor: Visitor, invented: Path) -> None:
    paths = list(heaviest_of_each_kind(invented).values())
    plain = {path: words_of(page) for path, page in visitor.walk(paths, java_script_enabled=False)}
    for path, page in visitor.walk(paths):
        assert [part for part in words_of(page).split(". ") if part not in plain[path]] == [], path
        assert len(plain[path]) > 60, path


def test_without_scripts_the_way_from_the_front_to_an_item_is_open(visitor: Visitor) -> None:
    page = visitor.open("index.html", java_script_enabled=False)
    page.locator("main a[href='pots/index.html']").first.click()
    page.locator("main a[href='2001-01-01/index.html']").first.click()
    page.locator("main a[href='1.html']").first.click()
    assert page.url == visitor.address(TREE)
    assert page.locator("[id='1A001.a']").is_visible()


def test_without_scripts_nothing_that_needs_them_is_offered(visitor: Visitor, invented: Path) -> None:
    """A button that does nothing is worse than none: those that stand belong to a form that is sent."""
    for path, page in visitor.walk(heaviest_of_each_kind(invented).values(), java_script_enabled=False):
        assert page.locator(CONTROLS).evaluate_all(IDLE) == [], path
