"""My codes: pasted, dropped, linked, downloaded; and no code ever leaves the browser."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from playwright.sync_api import Page, expect
from watch import Visitor

PAGE = "codes/index.html"
CODES = "code,product\n3A001.a,teapot\n3A001(b),glass kettle\n9Z999,nothing of ours\n"
WANTED = {"3A001.a": "revisit", "3A001(b)": "recode", "9Z999": "unknown"}
"""The limit of 3 l became 5 l; the kettles of glass stand under c since whistling ones were put in before them."""


def asked(page: Page, codes: str = CODES, since: str = "2019-06-01") -> Page:
    """The page with its answer for the list of the regime."""
    page.get_by_label("Codes", exact=True).fill(codes)
    for box in page.get_by_role("group", name="Lists").get_by_role("checkbox").all():
        box.set_checked(box.get_attribute("value") == "wa")
    page.get_by_label("Since", exact=True).fill(since)
    page.get_by_role("button", name="What changed?").click()
    expect(page.locator("#answer")).to_be_visible()
    return page


def verdicts(page: Page) -> dict[str, str]:
    return {
        row.locator("th .code, th code").first.inner_text(): row.locator("[class^='do-']").inner_text()
        for row in page.locator("#answer-rows tr").all()
    }


def test_pasted_codes_are_judged_and_told(visitor: Visitor) -> None:
    page = asked(visitor.open(PAGE))
    assert verdicts(page) == WANTED
    expect(page.locator("#told")).to_contain_text("3 verdicts")
    expect(page.locator("#answer-rows")).to_contain_text("teapot")
    report = page.locator("#answer-rows a[href*='changes/2018-12-06_2019-12-05']").first
    report.click()
    page.wait_for_url("**/wa/changes/2018-12-06_2019-12-05**")


def test_a_link_asks_the_same_again_and_no_server_sees_a_code(visitor: Visitor) -> None:
    page = asked(visitor.open(PAGE))
    fragment = page.url.partition("#")[2]
    assert "3A001.a" in fragment
    again = visitor.open(f"{PAGE}#{fragment}")
    addresses: list[str] = []
    again.on("request", lambda request: addresses.append(request.url))
    again.reload()
    expect(again.locator("#answer")).to_be_visible()
    assert verdicts(again) == WANTED
    assert addresses
    assert not any("3A001" in address or "9Z999" in address for address in addresses)


def test_the_answer_is_downloaded_and_printed(visitor: Visitor) -> None:
    page = asked(visitor.open(PAGE))
    with page.expect_download() as saving:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.DictReader(Path(saving.value.path()).read_text("utf-8-sig").splitlines()))
    assert {row["code"]: row["action"] for row in rows} == WANTED
    with page.expect_download() as saving:
        page.get_by_role("button", name="Download JSON").click()
    told = json.loads(Path(saving.value.path()).read_text("utf-8"))
    assert {each["code"]: each["action"] for each in told["codes"]} == WANTED
    page.emulate_media(media="print")
    expect(page.locator("#answer-rows")).to_be_visible()
    expect(page.locator("#my-codes")).to_be_hidden()


def test_a_file_is_read_by_its_picker_and_when_dropped(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    file = {"name": "mine.csv", "mimeType": "text/csv", "buffer": CODES.encode()}
    page.locator("#codes-file").set_input_files(files=[file])
    expect(page.locator("#codes-box")).to_have_value(CODES)
    expect(page.locator("#told")).to_contain_text("mine.csv is read")
    page.locator("#codes-box").fill("")
    data = page.evaluate_handle(
        "(text) => { const all = new DataTransfer(); all.items.add(new File([text], 'more.csv')); return all; }", CODES
    )
    page.dispatch_event("#my-codes", "drop", {"dataTransfer": data})
    expect(page.locator("#codes-box")).to_have_value(CODES)


def test_nothing_given_is_said_and_the_box_is_marked(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    page.get_by_role("button", name="What changed?").click()
    expect(page.locator("#told")).to_contain_text("There is no code yet")
    assert page.evaluate("() => document.activeElement.id") == "codes-box"
    expect(page.locator("#codes-box")).to_have_attribute("aria-invalid", "true")


def test_markup_in_a_code_or_product_stays_words(visitor: Visitor) -> None:
    page = asked(visitor.open(PAGE), codes='code,product\n3A001.a,"<img src=x onerror=alert(1)>"\n')
    expect(page.locator("#answer-rows")).to_contain_text("<img src=x")
    assert page.locator("#answer img").count() == 0
