"""Every kind of page in a browser: it asks only its own site, says nothing on the console, and fits a phone."""

from __future__ import annotations

from pathlib import Path

from kinds import heaviest_of_each_kind, pages_by_kind, shape
from watch import Visitor

NARROW, SHEET = 360, 718
"""Widths in CSS pixels: of a small phone, and of what is printed on A4 within its margins."""
WIDER = """() => [...document.querySelectorAll('body *')]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll, .toc'))
  .slice(0, 3).map((each) => each.outerHTML.slice(0, 120))"""

SLIPPED_IN = """() => {
  const script = document.createElement("script");
  script.textContent = "window.slipped = true";
  document.body.append(script);
  document.body.insertAdjacentHTML("beforeend", "<b onclick='window.slipped = true'>x</b>");
  document.body.lastElementChild.click();
}"""


def too_wide(visitor: Visitor, pages: dict[str, str]) -> dict[str, object]:
    """The pages that are wider than a narrow phone, or than a sheet of paper, with elements that may be why."""
    found = {}
    for path, page in visitor.walk(pages.values(), width=NARROW):
        for media, width in (("screen", NARROW), ("print", SHEET)):
            page.emulate_media(media=media)
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("() => document.scrollingElement.scrollWidth") > width:
                found[f"{path} on {media}"] = page.evaluate(WIDER)
    return found


def test_every_page_of_the_invented_site_fits_a_phone_and_a_sheet(visitor: Visitor, invented: Path) -> None:
    assert too_wide(visitor, heaviest_of_each_kind(invented)) == {}


def test_every_page_of_the_whole_site_fits_a_phone_and_a_sheet(visitor_of_all: Visitor, whole: Path) -> None:
    assert too_wide(visitor_of_all, heaviest_of_each_kind(whole)) == {}


def test_a_request_that_leaves_the_site_and_a_complaint_are_noticed(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    page.evaluate("() => fetch('https://elsewhere.example/').catch(() => console.error('alas'))")
    page.wait_for_timeout(300)
    noticed = " ".join(visitor.troubles)
    visitor.troubles.clear()
    assert "elsewhere.example" in noticed
    assert "alas" in noticed


def test_kinds_are_told_from_addresses(whole: Path) -> None:
    lists = frozenset(("wa", "hk"))
    assert shape("wa/3A001/index.html", lists) == "LIST/ENTRY/index.html"
    assert shape("wa/2019-12-05/1.html", lists) == "LIST/DATE/PART.html"
    assert shape("lag/hk/2019-12-05.html", lists) == "lag/LIST/DATE.html"
    assert shape("changes/2021/wa.html", lists) == "changes/YEAR/LIST.html"
    kinds = pages_by_kind(whole)
    assert len(kinds) < 60, "kinds are not told apart by what varies inside them"


def test_the_policy_of_every_page_refuses_a_script_that_slipped_in(visitor: Visitor, invented: Path) -> None:
    for path, page in visitor.walk(heaviest_of_each_kind(invented).values()):
        page.evaluate(SLIPPED_IN)
        assert page.evaluate("() => window.slipped") is None, path
    assert all("Content Security Policy" in trouble for trouble in visitor.troubles)
    visitor.troubles.clear()
