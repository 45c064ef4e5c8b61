"""Reports of changes: their filter and what the address says of it, redlines and clean words, years, citations."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from watch import Visitor

PAIR = "pots/changes/2001-01-01_2002-02-02.html"
SHOWN_WORDS = "cup/changes/2019-01-01_2020-06-05.html"


def shown(page: Page) -> list[str]:
    """The anchors of the changes that are to be seen."""
    found = page.locator("main .c:visible").evaluate_all("(all) => all.map((each) => each.id)")
    assert isinstance(found, list)
    return found


def choose(page: Page, name: str) -> None:
    page.locator(".filter").get_by_role("checkbox", name=re.compile(rf"\b{name}\b")).check()


def test_the_filter_narrows_and_says_how_many_and_the_address_keeps_it(visitor: Visitor) -> None:
    page = visitor.open(PAIR)
    everything = shown(page)
    choose(page, "removed")
    narrowed = shown(page)
    assert 0 < len(narrowed) < len(everything)
    expect(page.locator(".filter [role=status]")).to_contain_text(re.compile(rf"^{len(narrowed)} of \d+ changes shown"))
    page.wait_for_url("**?*kind=removed*")
    linked = visitor.open(f"{PAIR}?kind=removed")
    assert shown(linked) == narrowed
    linked.locator(".filter [data-clear]").click()
    assert shown(linked) == everything
    assert "?" not in linked.url


def test_where_nothing_matches_that_is_said_and_paper_has_all(visitor: Visitor) -> None:
    page = visitor.open(f"{PAIR}?kind=removed&effect=unclear")
    assert shown(page) == []
    expect(page.locator(".nothing")).to_be_visible()
    page.emulate_media(media="print")
    assert len(shown(page)) > 3


def test_the_filter_works_with_the_keyboard_alone(visitor: Visitor) -> None:
    page = visitor.open(PAIR)
    page.locator(".filter input").first.focus()
    everything = len(shown(page))
    page.keyboard.press("Space")
    assert 0 < len(shown(page)) < everything


def test_a_change_that_the_address_names_is_shown_whatever_was_chosen(visitor: Visitor) -> None:
    page = visitor.open(f"{PAIR}?kind=removed#c-1A001.a")
    expect(page.locator("[id='c-1A001.a']")).to_be_in_viewport()


def test_redlines_and_the_words_of_one_edition(visitor: Visitor) -> None:
    page = visitor.open(SHOWN_WORDS)
    line = page.locator("[id='c-3A001.a'] .rl")
    assert line.locator("del").inner_text().split()[-1] == "3"
    assert line.locator("ins").inner_text().split()[-1] == "5"
    said = {line.locator("del .vh").text_content(), line.locator("ins .vh").text_content()}
    assert len(said) == 2, "a screen reader hears which words are gone and which are new"
    decoration = line.locator("del").evaluate("(each) => getComputedStyle(each).textDecorationLine")
    assert decoration == "line-through", "not by colour alone"
    page.locator(".views").get_by_role("button").nth(1).click()
    words = page.locator("[id='c-3A001.a'] .clean")
    old = words.inner_text()
    page.locator(".views").get_by_role("button").nth(2).click()
    assert {("3 l" in text, "5 l" in text) for text in (old, words.inner_text())} == {(True, False), (False, True)}


def test_a_year_is_filtered_by_list(visitor: Visitor) -> None:
    page = visitor.open("changes/index.html")
    page.locator("main a[href$='2020/index.html']").first.click()
    page.wait_for_url("**/changes/2020/index.html**")
    expect(page.locator("h1")).to_contain_text("2020")
    assert shown(page)
    page.go_back()
    page.locator("main a[href$='2002/index.html']").first.click()
    choose(page, "relaxed")
    assert len(shown(page)) > 0
    expect(page.locator(".filter [role=status]")).to_contain_text("shown")


def test_a_citation_is_copied_with_its_lasting_address(visitor: Visitor) -> None:
    page = visitor.open("pots/2001-01-01/1.html#1A001.a.1", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy citation of 1A001.a.1", exact=True).click()
    expect(page.locator("p[role=status].vh", has_text="Citation copied")).to_be_attached()
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert visitor.address("pots/2001-01-01/1A001.a.1") in text
    assert "2001-01-01" in text
    assert "https://kitchen.example/list?a=1&b=2" in text


def test_a_long_tree_has_one_button_more_for_the_keyboard_not_one_a_row(visitor: Visitor) -> None:
    page = visitor.open("pots/2001-01-01/1.html")
    rows = page.locator(".t li > a:first-child")
    for row in (rows.nth(0), rows.nth(1)):
        row.focus()
        assert page.locator(".t button.cite").count() == 1
