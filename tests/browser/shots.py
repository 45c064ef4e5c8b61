"""The pictures of each kind of page in docs/shots, desktop and phone side by side, taken anew from a built site:

    make site && .venv/bin/python tests/browser/shots.py site docs/shots

Only of a site without official texts: the pictures are published.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path

from host import hosted
from playwright.sync_api import Page, sync_playwright
from watch import DESKTOP, PHONE, QUIET, Visitor

PAGES = {
    "front": "index.html",
    "list": "us-ccl/index.html",
    "edition": "wa/2021-12-22/index.html",
    "tree": "us-ccl/2021-01-06/3A.html",
    "entry": "wa/4A003/index.html",
    "report": "wa/changes/2019-12-05_2021-12-22.html",
    "year": "changes/2021/index.html",
    "years": "changes/index.html",
    "lag": "lag/index.html",
    "mirror": "lag/hk.html",
    "gaps": "gaps/hk.html",
    "update": "updates/hk/index.html",
    "codes": "codes/index.html#since=2018-01-01&list=wa&codes=4A003.b%0A3A002.c.2%0A3A001.e.2",
    "search": "search/index.html?q=4A003.b",
    "feeds": "feeds/index.html",
    "data": "data/index.html",
    "method": "method/index.html",
    "about": "about.html",
}
FROM = {"entry": "#changes", "codes": "#answer"}
"""The part that is pictured, where it is not the head of the page."""
HEIGHT = 860
"""Of the window that is pictured, in CSS pixels."""
SHOWN = 520
"""Height of each of the two in the picture."""
HEAVIEST = 120_000
"""Bytes that a picture may have."""
SHEET = """<!doctype html><body style="margin:0;background:#cfccc4">
<div style="display:inline-flex;gap:14px;padding:14px">{}</div>"""


def window(visitor: Visitor, kind: str, width: int, dark: bool) -> bytes:
    """What a window of that width shows of a kind of page, as PNG."""
    page = visitor.open(PAGES[kind], width=width, dark=dark)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.wait_for_load_state("networkidle")
    if kind in FROM:
        page.locator(FROM[kind]).evaluate("(part) => part.scrollIntoView()")
    shot = page.screenshot()
    page.context.close()
    return shot


def side_by_side(sheet: Page, shots: list[bytes]) -> bytes:
    """Pictures in a row as one JPEG, no heavier than allowed."""
    images = (f'<img height="{SHOWN}" src="data:image/png;base64,{base64.b64encode(shot).decode()}">' for shot in shots)
    sheet.set_content(SHEET.format("".join(images)))
    for quality in range(76, 30, -6):
        found = sheet.locator("div").screenshot(type="jpeg", quality=quality)
        if len(found) <= HEAVIEST:
            return found
    raise SystemExit("a picture is too heavy; show less of the page")


def main(site: Path, out: Path) -> None:
    """Write `out`/KIND.jpg of each kind of page; the phone of every second one is dark."""
    if b"not for publication" in (site / "index.html").read_bytes():
        raise SystemExit(f"{site}: holds official texts; build it without --with-texts")
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, hosted(site) as address:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        visitor = Visitor(browser, address)
        sheet = browser.new_page(viewport={"width": 1400, "height": 700})
        for number, kind in enumerate(PAGES):
            shots = [window(visitor, kind, DESKTOP, False), window(visitor, kind, PHONE, number % 2 == 1)]
            (out / f"{kind}.jpg").write_bytes(side_by_side(sheet, shots))
            print(out / f"{kind}.jpg")
        if troubles := visitor.leave():
            raise SystemExit("\n".join(troubles))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
