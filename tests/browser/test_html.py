"""html-validate's recommended rules on one page of each kind.

`htmlvalidate.json` departs from them in five: the doctype is written small; ids are the law's own codes, which begin
with a digit and hold dots; a title holds the official name of a list or act; a region that scrolls is a `div`, since
a `section` would be a part of the text; boxes that answer one question share a name.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from kinds import heaviest_of_each_kind, middle_of_each_kind

CONFIG = Path(__file__).with_name("htmlvalidate.json")


def faults(node_modules: Path, files: Iterable[Path], scratch: Path) -> list[tuple[str, int, str]]:
    """File, line and message of all that is found."""
    program = node_modules / "html-validate" / "bin" / "html-validate.mjs"
    answer = scratch / "answer.json"
    run = subprocess.run(
        ["node", program, "--config", CONFIG, "--formatter", f"json={answer}", *files], capture_output=True, text=True
    )
    assert run.returncode in (0, 1), run.stderr
    return [
        (found["filePath"], message["line"], f"{message['ruleId']}: {message['message']}")
        for found in json.loads(answer.read_text("utf-8"))
        for message in found["messages"]
    ]


def test_html_validate_finds_nothing_on_the_invented_site(node_modules: Path, invented: Path, tmp_path: Path) -> None:
    assert faults(node_modules, [invented / path for path in heaviest_of_each_kind(invented).values()], tmp_path) == []


def test_html_validate_finds_nothing_on_the_whole_site(node_modules: Path, whole: Path, tmp_path: Path) -> None:
    assert faults(node_modules, [whole / path for path in middle_of_each_kind(whole).values()], tmp_path) == []


def test_html_validate_would_find_a_fault(node_modules: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>Kettles</title><p id="a"><p id="a">', "utf-8")
    assert any("no-dup-id" in message for _, _, message in faults(node_modules, [page], tmp_path))
