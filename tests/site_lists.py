"""A small invented list, its changes, and ways to read the pages of a site built from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from controllist.alignment.result import Undone
from controllist.changes.records import Change, ChangeKind, Effect, Evidence, FieldChange, RunnerUp, Side
from controllist.history.pairs import Carried, PairRecord
from controllist.history.store import compile_history, save_history
from controllist.library import Library
from controllist.model import Annotation, Edition, EditionInfo, Mark, Node, Problem, Residue, Source, Threshold
from controllist.publish.site.links import Fault, check_site
from controllist.sources.vault import Vault

LIST = """
id = "{name}"
title = "List of kitchen goods"
short = "{short}"
authority = "Office of Kettles <&>"
home = "{home}"
role = "regime"
jurisdiction = "Kitchenland"
language = "{language}"
publish = "{publish}"
[codes]
entry = '\\d[A-E]\\d{{3}}'
cite = "brackets"
[words]
[categories]
"1" = "Pots"
"2" = "Pans & lids"
"A" = "Whole goods"
"""
CAPTIONS = """
[captions]
"1A001" = "Teapots <b>and</b> kettles"
"2A001" = "Pans"
"""
MARKUP = '<script>alert("x")</script>'


def item(code: str, parent: str, **more: object) -> Node:
    """An item without text."""
    fields = {"id": code, "kind": "item", "code": code, "cite": code, "label": code, "parent": parent,
              "status": "active", "where": ""} | more  # fmt: skip
    return Node(**fields)  # type: ignore[arg-type]  # the fields are named by the tests


def note(ident: str, parent: str, **more: object) -> Node:
    """A note without text."""
    return item("", parent, **{"id": ident, "kind": "note", "label": "Note 1"} | more)


def heading(ident: str, parent: str = "", kind: str = "category") -> Node:
    return item(ident, parent, kind=kind, label="")


FIRST = (
    item("", "", id="statement/foreword", kind="statement", label="Foreword"),
    heading("1"),
    heading("1A", "1", "group"),
    item("1A001", "1A", annotations=(Annotation("reason-for-control", "HOT"), Annotation("sensitive"),
                                     Annotation("licence-notes", "more words than may be kept as a fact here by far"))),
    item("1A001.a", "1A001", thresholds=(Threshold("volume", ">=", 13150.0, "ml", ""),), refs=("2A001.a", "9A009")),
    item("1A001.a.1", "1A001.a", terms=(MARKUP, "'lid'")),
    note("1A001.a/note.1", "1A001.a", excludes=True, refs=("1A001.a",)),
    item("1A001.b", "1A001", status="reserved", year=1999),
    item("1A001.c", "1A001", thresholds=(Threshold("heat", "between", (1.0, 2e7), "W", ""),)),
    item("1A001.d", "1A001"),
    heading("2"),
    item("2A001", "2", marks=(Mark("Order 5 of 2001", "2001-05-05"),)),
    item("2A001.a", "2A001", cas=("50-00-0",)),
    item("", "", id="def/lid", kind="definition", label="Lid"),
)  # fmt: skip
SECOND = (
    *(node for node in FIRST if node.id not in ("1A001.c", "1A001.d", "2A001", "2A001.a", "2")),
    item("1A001.c", "1A001", status="reserved"),
    item("1A001.e", "1A001"),
    item("1A001.e.1", "1A001.e"),
)


def edition(name: str, date: str, nodes: Sequence[Node]) -> Edition:
    source = Source("https://kitchen.example/list?a=1&b=2", "ab" * 32, "table")
    info = EditionInfo(name, date, f"Edition {date}", "official", source, published=date)
    problems = (Problem("b stands twice", "p. 4"),)
    return Edition(info, tuple(nodes), 0.9987, (Residue("crumbs", "p. 3"),), problems, "t 1")


def write_list(
    lists: Path, name: str, editions: Mapping[str, Sequence[Node]], pairs: Sequence[PairRecord] = (), **given: str
) -> None:
    """A list's folder with its dataset."""
    folder = lists / name
    folder.mkdir(parents=True)
    words = {"name": name, "short": name.upper(), "home": "https://kitchen.example/", "language": "en",
             "publish": "facts"} | given  # fmt: skip
    (folder / "list.toml").write_text(LIST.format(**words))
    rows = "\n".join(
        f'[[edition]]\ndate = "{date}"\nlabel = "Edition {date}"\nprovenance = "official"\npublished = "{date}"\n'
        f'url = "https://kitchen.example/list?a=1&b=2"\nfiles = [{{ name = "f", sha256 = "{"ab" * 32}" }}]\n'
        for date in editions
    )
    (folder / "editions.toml").write_text(rows)
    save_history(folder, compile_history({}, [edition(name, date, nodes) for date, nodes in editions.items()]), pairs)


def side(ident: str) -> Side:
    code = "" if "/" in ident else ident
    return Side(code, code, ident)


def change(old: str, new: str, kind: ChangeKind, effect: Effect, *evidence: Evidence, **more: Any) -> Change:
    """A change between two ids, one of them empty where it has one side."""
    sides = [side(ident) if ident else None for ident in (old, new)]
    fields = {"matched_by": "code" if old and new else "", "score": 0.5} | more
    return Change(f"{old}>{new}", kind, effect, *sides, evidence=evidence, **fields)


LIMIT = Evidence("threshold", "relaxed", parameter="volume", old=">= 5000 ml", new=">= 13150 ml")
LID = Evidence("definition", "unclear", note="“Lid” changed")
PAIR = PairRecord(
    "2001-01-01",
    "2002-02-02",
    changes=(
        change("def/lid", "def/lid", "rescoped", "unclear", Evidence("wording", "unclear", old=MARKUP, new="a cover")),
        change("1A001.a", "1A001.a", "rescoped", "relaxed", LIMIT, score=0.999,
               runner_up=RunnerUp("1A001.d", "old", 0.25)),
        change("1A001.d", "1A001.e", "renumbered", "none", Evidence("code", "none", old="1A001.d", new="1A001.e"),
               flags=("reversal",)),
        change("", "1A001.e.1", "added", "tightened", Evidence("logic", "tightened", new="1A001.e.1", note="one more")),
        change("1A001.c", "", "removed", "relaxed", Evidence("status", "relaxed", note="kept empty")),
        change("2", "", "removed", "none"),
        change("2A001", "", "removed", "relaxed"),
    ),
    carried=(Carried("unclear", "identical", 1.0, (LID,), {"1A001.a.": ("1",)}, ("carried",)),),
    fields=(FieldChange("1A001", "1A001", "reason-for-control", "changed", "HOT", "COLD"),),
    undone=(Undone("siblings", "1A001", 500),),
)  # fmt: skip


def write_library(root: Path) -> Library:
    """A folder of two lists, and an empty vault."""
    lists = root / "lists"
    write_list(lists, "pots", {"2001-01-01": FIRST, "2002-02-02": SECOND, "2003-01-01": SECOND}, [PAIR])
    bare = (item("1A001", ""), item("1A001.a", "1A001"), item("7B001", ""))
    write_list(lists, "bare", {"2003-03-03": bare}, home="javascript:alert(1)", language="de")
    (lists / "captions.toml").write_text(CAPTIONS)
    return Library(lists, Vault(root / "vault"))


def page(site: Path, path: str) -> etree._Element:
    return etree.fromstring((site / path).read_bytes(), etree.HTMLParser())


def words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def row(site: Path, path: str, ident: str) -> etree._Element:
    """The element of a node."""
    (found,) = page(site, path).xpath("//*[@id=$ident]", ident=ident)
    assert isinstance(found, etree._Element)
    return found


def line(element: etree._Element) -> str:
    """What a row says of its own node."""
    return words(element.xpath("./p|./details/summary")[0])


def texts_of(elements: Any) -> list[str]:
    return [words(element) for element in elements]


def dead_links(site: Path) -> list[Fault]:
    """What is wrong with a site: links that lead nowhere, ids that stand twice. Raises where it has hardly a link."""
    checked = check_site(site, jobs=1)
    assert checked.links > 200
    return list(checked.faults)
