"""Some kinds of pages of a site alone, for tests that need no other, from an invented regime with a mirror."""

from __future__ import annotations

import json
from pathlib import Path

from site_lists import MARKUP, heading, item, write_library, write_list

from controllist.library import Library
from controllist.mirrors.build import MirrorRecords
from controllist.mirrors.records import Adoption, Difference, GapRow, Proof, Provision, Update
from controllist.mirrors.store import save_mirror
from controllist.mirrors.survival import medians_of
from controllist.publish.parts.options import Options
from controllist.publish.parts.press import Press
from controllist.publish.site.tasks import run, tasks

BASE = "https://lists.example/controls/"
MIRROR = """
remarks = ["Its gazette is <b>bold</b>."]
missing = ["2001-09-09"]
[mirror]
regime = "pots"
carries = ['\\d[A-E]0\\d\\d']
[mirror.origins]
national = ['\\d[A-E]9\\d\\d']
"""
LIDS = (
    heading("1"), heading("1A", "1", "group"), item("1A001", "1A"), item("1A001.a", "1A001"), item("1A001.x", "1A001"),
    item("1A901", "1A"),
)  # fmt: skip
ACT = "Order <7> of 2002"
FATES = (
    Adoption("1A001.a>1A001.a", "1A001.a", "rescoped", "relaxed", "2001-01-01", "2002-02-02", "lids", "adopted",
             mirror_code="1A001.a", instrument=ACT, after="2002-03-01", by="2002-12-01", days=302),
    Adoption(">1A001.e.1", "1A001.e.1", "added", "tightened", "2001-01-01", "2002-02-02", "lids", "pending",
             after="2002-12-01", evidence=(Proof("presence", note="no such item"),)),
)  # fmt: skip
GAPS = (
    GapRow("1A001", "1A001", "aligned", "neither", id="1A001", mirror_id="1A001"),
    GapRow("1A001.a", "1A001.a", "differs", "mirror",
           (Difference("threshold", "mirror", "volume", ">= 13150 ml", ">= 12000 ml"),),
           id="1A001.a", mirror_id="1A001.a"),
    GapRow("1A001.e", "", "missing", "regime", id="1A001.e"),
    GapRow("", "1A001.x", "extra", "unclear", mirror_id="1A001.x"),
    GapRow("", "1A901", "extra", "unclear", origin="national", mirror_id="1A901"),
)  # fmt: skip
UPDATES = (Update(ACT, "2002-12-01", (Provision("1A001.a", "1A001.a", "changed", "2002-02-02", 302),)),)


def mirrored_library(root: Path) -> Library:
    """The invented lists, one of them with a mirror of two editions whose names are hostile to markup."""
    library = write_library(root)
    write_list(library.lists, "lids", {"2002-03-01": LIDS, "2002-12-01": LIDS}, short="Lids</script>")
    scheme = library.lists / "lids" / "list.toml"
    head, _, rest = scheme.read_text().partition("[codes]")
    remarks, _, mirror = MIRROR.partition("[mirror]\n")
    scheme.write_text(f"{head}{remarks}[codes]{rest}[mirror]\n{mirror}")
    save_mirror(library.lists / "lids", MirrorRecords((), FATES, GAPS, UPDATES),
                medians_of(FATES, "2002-12-01", "2001-01-01"))  # fmt: skip
    return library


def written(library: Library, folder: Path, *kinds: str, base_url: str = "") -> Path:
    """Those kinds of pages, written into a folder."""
    press = Press(library, folder, Options(base_url=base_url))
    for task in tasks(press):
        if task.kind in kinds:
            run(press, task)
    return folder


def structured(page: Path) -> list[dict[str, object]]:
    """The things that a page tells to machines. Raises where a block is no JSON."""
    blocks = page.read_text().split('<script type="application/ld+json">')[1:]
    found: list[dict[str, object]] = []
    for block in blocks:
        told = json.loads(block.partition("</script>")[0])
        assert told["@context"] == "https://schema.org"
        found += told.get("@graph", [told])
    return found


__all__ = ["ACT", "BASE", "MARKUP", "mirrored_library", "structured", "written"]
