"""Finding: the box in the header, the search page, and addresses that read like the law's own citation."""

from __future__ import annotations

from pathlib import Path

import pytest
from host import hosted
from playwright.sync_api import Browser, Page, expect
from watch import PHONE, Visitor


def type_into_the_header(page: Page, words: str) -> None:
    box = page.get_by_role("searchbox", name="Find a code or words")
    box.click()
    box.press_sequentially(words)


@pytest.mark.parametrize("form", ["1A001.a.1", "1.A.1.a.1.", "1A001(a)(1)", "1a001A1"])
def test_the_header_knows_a_code_in_every_form(visitor: Visitor, form: str) -> None:
    page = visitor.open("about.html")
    type_into_the_header(page, form)
    first = page.locator(".found li").first
    expect(first).to_contain_text("1A001.a.1")
    expect(page.locator("form.find [role=status]")).to_contain_text("listed below the box")


def test_the_keyboard_leads_from_the_box_to_a_hit_and_back(visitor: Visitor) -> None:
    page = visitor.open("about.html")
    type_into_the_header(page, "1A001.a.1")
    expect(page.locator(".found li").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.found') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()
    assert page.evaluate("() => document.activeElement.id") == "find-q"


def test_a_code_that_one_list_has_is_led_to_at_once(visitor: Visitor) -> None:
    page = visitor.open("about.html")
    type_into_the_header(page, "1A001(a)(1)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pots/1A001/index.html**")
    assert page.url.endswith("#1A001.a.1")


def test_a_code_of_several_lists_is_shown_in_all(visitor: Visitor) -> None:
    page = visitor.open("about.html")
    type_into_the_header(page, "3A001.b")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    hits = page.locator("#exact li")
    expect(hits).to_have_count(2)
    assert {link.split("/")[-3] for link in hrefs(page, "#exact li a:first-child")} == {"wa", "cup"}


def hrefs(page: Page, selector: str) -> list[str]:
    found = page.locator(selector).evaluate_all("(all) => all.map((each) => each.href.split('#')[0])")
    assert isinstance(found, list)
    return found


def test_words_find_pages_and_are_told(visitor: Visitor) -> None:
    page = visitor.open("search/index.html?q=pans", width=PHONE)
    expect(page.locator("#told")).to_contain_text("Found:")
    links = hrefs(page, "#results h3 a")
    assert any("/pots/2A001/" in link for link in links), links
    page.get_by_role("searchbox", name="A code in any form, or words").fill("zyzzyva qqq")
    expect(page.locator("#told")).to_contain_text("0 pages")
    expect(page.locator("#pages-part")).to_be_hidden()


def test_results_narrow_down_to_a_list_which_the_address_says(visitor: Visitor) -> None:
    page = visitor.open("search/index.html?q=kettles")
    expect(page.locator("#results li").first).to_be_visible()
    page.get_by_label("List", exact=True).select_option(label="Cupboard")
    page.wait_for_url("**list=Cupboard**")
    expect(page.locator("#told")).to_contain_text("Found:")
    assert all("Cupboard" in words for words in page.locator("#results li > .sub").all_inner_texts())
    again = visitor.open("search/index.html?" + page.url.partition("?")[2])
    expect(again.get_by_label("List", exact=True)).to_have_value("Cupboard")


def test_without_scripts_the_box_leads_to_the_search_page_which_says_what_to_do(visitor: Visitor) -> None:
    page = visitor.open("about.html", java_script_enabled=False)
    page.locator("#find-q").fill("1A001")
    page.locator("form.find button").click()
    page.wait_for_url("**/search/index.html?q=1A001")
    assert "Searching needs scripts" in page.locator("main").inner_text()
    page.locator("main a[href$='pots/entries/index.html']").click()
    page.wait_for_url("**/pots/entries/index.html")


@pytest.mark.parametrize("below", ["/", "/some/where/"], ids=["root", "subfolder"])
def test_a_lasting_address_leads_to_its_row(browser: Browser, invented: Path, below: str) -> None:
    """At hosts that only serve files the page 404.html does it; it is answered with 404, which a console tells."""
    with hosted(invented, below) as address:
        someone = Visitor(browser, address)
        page = someone.open("pots/2001-06-06/1A001(a)(1)")
        page.wait_for_url("**/pots/2001-01-01/1.html#1A001.a.1")
        expect(page.locator("[id='1A001.a.1']")).to_be_in_viewport()
        page.goto(someone.address("pots/2001-01-01/1A001.z"))
        expect(page.locator("#near")).to_contain_text("has no item 1A001.z")
        page.locator("#near a").first.click()
        page.wait_for_url("**/pots/**")
        assert [trouble for trouble in someone.leave() if below == "/" and "404 (Not Found)" not in trouble] == []
