"""A comparison for people: the same view on the terminal, as Markdown and as CSV."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import msgspec
from changes_nodes import note
from hypothesis import given
from hypothesis import strategies as st
from invented import DATES, Content, Kitchen, annotated, editions, governed

from controllist.alignment.result import Undone
from controllist.changes.records import Change, Side
from controllist.comparison import Comparison
from controllist.model import Annotation
from controllist.report import markdown, table
from controllist.report.terminal import terminal_lines
from controllist.report.view import ALL, View, Wanted, Words, runs_of, view_of
from controllist.sources.captions import Captions
from controllist.sources.scheme import Codes, Scheme
from controllist.sources.scheme import Words as ListWords
from controllist.wording import marked

OLD = {"1A001": "Kettles, as follows:", "1A001.a": "Rated above 3 l", "1A001.b": "Having a gilded spout",
       "1A002": "Pans of copper", "9A001": "Odd things"}  # fmt: skip
NEW = {"1A001": "Kettles, as follows:", "1A001.a": "Rated above 5 l", "1A001.b": "Fitted with a bell",
       "1A001.c": "Having a gilded spout", "9A001": "Odd things of glass"}  # fmt: skip


SCHEME = Scheme("tea", "", "", "", "", "mirror", "", "en", "facts", Codes("x"), ListWords())
SIDE = Side("1A001", "1A001", "1A001")


def seen(folder: Path, old: Content, new: Content, wanted: Wanted = ALL) -> View:
    """The view of two editions whose texts are at hand."""
    kitchen = Kitchen(folder)
    kitchen.record(editions(old, new))
    library = kitchen.library
    found = kitchen.diff(*DATES[:2])
    words = Words(library.scheme("tea"), library.captions, library.texts(found.old), library.texts(found.new))
    return view_of(found, words, wanted)


def test_the_terminal_report_as_a_whole(tmp_path: Path) -> None:
    new = {code: text for code, text in NEW.items() if code != "9A001"}
    old = {code: text for code, text in OLD.items() if code != "9A001"}
    assert "\n".join(terminal_lines(seen(tmp_path, old, new))) == (
        "tea@2001-01-01 Edition 2001-01-01 → tea@2002-01-01 Edition 2002-01-01\n"
        "1 added, 1 removed, 1 rescoped, 1 renumbered\n"
        "effects: 1 tightened, 2 relaxed, 1 none\n"
        "\n"
        "Category 1 Kitchen\n"
        "  1A001  Kettles\n"
        "    1A001.a  rescoped, relaxed\n"
        "      Rated above [-3-]{+5+} l\n"
        "        threshold > 3 l → > 5 l (relaxed)\n"
        "    1A001.b  added, tightened\n"
        "      {+Fitted with a bell+}\n"
        "        logic (none) → 1A001.b one more of several that are each enough (tightened)\n"
        "    1A001.b → 1A001.c  renumbered, none\n"
        "  1A002\n"
        "    1A002  removed, relaxed\n"
        "      [-Pans of copper-]\n"
        "        entry 1A002 → (none) an entry is gone (relaxed)"
    )


def test_an_edition_with_itself_has_nothing_to_say(tmp_path: Path) -> None:
    view = seen(tmp_path, OLD, OLD)
    assert list(terminal_lines(view))[1:] == ["no change"]
    assert view.categories == ()


def test_without_texts_the_evidence_stands_alone(tmp_path: Path) -> None:
    view = seen(tmp_path, OLD, NEW)
    library = Kitchen(tmp_path / "other").library
    bare = view_of(view.comparison, Words(library.scheme("tea"), library.captions))
    lines = list(terminal_lines(bare))
    assert "        threshold > 3 l → > 5 l (relaxed)" in lines
    assert not any("[-" in line or "{+" in line for line in lines)


def test_only_one_kind_or_entry_is_shown_and_the_counts_stay(tmp_path: Path) -> None:
    kinds = seen(tmp_path / "kind", OLD, NEW, Wanted("added"))
    assert [row.change.id for each in kinds.categories for entry in each.entries for row in entry.rows] == [">1A001.b"]
    entry = seen(tmp_path / "entry", OLD, NEW, Wanted(None, "1A001.b"))
    names = [row.name for each in entry.categories for entry in each.entries for row in entry.rows]
    assert names == ["1A001.b", "1A001.b → 1A001.c"]
    assert kinds.kinds == entry.kinds
    assert sum(entry.kinds.values()) == 5


def test_an_entry_does_not_hold_its_namesakes(tmp_path: Path) -> None:
    wanted = Wanted(None, "1A00")
    assert not wanted.holds("1A001")
    assert Wanted(None, "1A001").holds("1A001/note.1")
    assert not Wanted(None, "1A001.a").holds("1A001.aa")


def test_an_entry_outside_the_named_categories_is_no_general_note(tmp_path: Path) -> None:
    general = [*editions(OLD)[0].nodes, note("statement/general", "Kettles are heavy.", kind="statement")]
    changed = [*editions(NEW)[0].nodes, note("statement/general", "Kettles are light.", kind="statement")]
    found = seen(tmp_path, general, changed).categories
    titles = {each.title: [entry.code for entry in each.entries] for each in found}
    assert titles == {"Kitchen": ["1A001", "1A002"], "Other entries": ["9A001"], "Definitions and general notes": [""]}


def test_causes_elsewhere_are_named_once_with_their_items(tmp_path: Path) -> None:
    view = seen(tmp_path, governed(3), governed(5))
    lines = list(terminal_lines(view))
    assert "2 more items stand as they were, while a definition or note that governs them changed" in lines
    at = lines.index("Governed by what changed elsewhere")
    assert lines[at + 1 : at + 3] == ["  definition “Tea maker” changed (unclear)", "    1A001, 1A009"]


def test_fields_stand_apart(tmp_path: Path) -> None:
    old, new = ([annotated(editions(OLD)[0].nodes[3], annotations=(Annotation("marker", value),))] for value in "AB")
    lines = list(terminal_lines(seen(tmp_path, old, new)))
    assert lines[1] == "no change"
    assert lines[-2] == "Stated beside the words"
    assert lines[-1].startswith("  1A002 marker changed")


def cut_short(comparison: Comparison) -> Comparison:
    return msgspec.structs.replace(comparison, undone=(Undone("siblings", "1A001", 900),))


def test_work_that_was_cut_short_is_never_silent(tmp_path: Path) -> None:
    view = seen(tmp_path, OLD, NEW)
    view = view._replace(comparison=cut_short(view.comparison))
    said = "The work was cut short; these parts were not compared: 1A001 (siblings)"
    assert said in list(terminal_lines(view))
    assert said in markdown.as_markdown(view)


def test_markdown_has_headings_a_table_and_bullets(tmp_path: Path) -> None:
    lines = markdown.as_markdown(seen(tmp_path, OLD, NEW)).splitlines()
    assert lines[0] == "# tea@2001-01-01 → tea@2002-01-01"
    assert lines[4:7] == [
        "| added | removed | rescoped | reworded | renumbered | moved | carried |", "|" + "---:|" * 7,
        "| 1 | 1 | 2 | 0 | 1 | 0 | 0 |",
    ]  # fmt: skip
    assert "## 1 Kitchen" in lines
    assert "### 1A001 Kettles" in lines
    at = lines.index("- **1A001.a** rescoped, relaxed")
    assert lines[at + 1 : at + 3] == [
        "  - Rated above <del>3</del> <ins>5</ins> l", "  - threshold \\> 3 l → \\> 5 l (relaxed)",
    ]  # fmt: skip


def test_markdown_lets_no_word_of_a_list_act_as_markup(tmp_path: Path) -> None:
    odd = "Spoons <b>*bold*</b> `x` _y_ [z](w) #1 | ~~q~~ &amp;"
    report = markdown.as_markdown(seen(tmp_path, OLD, {**OLD, "1A003": odd}))
    (line,) = (line for line in report.splitlines() if "Spoons" in line)
    bare = line.strip().removeprefix("- <ins>").removesuffix("</ins>")
    marks = [at for at, char in enumerate(bare) if char in "*_`[]<>#|~&"]
    assert len(marks) > 10
    assert all(bare[at - 1] == "\\" for at in marks)
    assert bare.replace("\\", "") == odd


def test_csv_has_a_row_for_each_change(tmp_path: Path) -> None:
    view = seen(tmp_path, OLD, NEW)
    rows = list(csv.DictReader(io.StringIO(table.as_csv(view.comparison))))
    assert tuple(rows[0]) == table.HEAD
    assert [row["id"] for row in rows] == [change.id for change in view.comparison.changes]
    first = rows[0]
    assert (first["from"], first["to"]) == ("tea@2001-01-01", "tea@2002-01-01")
    assert (first["kind"], first["effect"], first["old_code"], first["new_id"]) == (
        "rescoped", "relaxed", "1A001.a", "1A001.a",
    )  # fmt: skip
    assert first["evidence"] == "threshold > 3 l → > 5 l (relaxed)"
    added = next(row for row in rows if row["kind"] == "added")
    assert (added["old_code"], added["old_id"], added["new_code"]) == ("", "", "1A001.b")
    few = list(csv.DictReader(io.StringIO(table.as_csv(view.comparison, Wanted("removed")))))
    assert [row["id"] for row in few] == ["1A002>"]


def test_csv_tells_what_is_carried(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(table.as_csv(seen(tmp_path, governed(3), governed(5)).comparison))))
    assert [(row["id"], row["flags"]) for row in rows if row["flags"]] == [
        ("1A001>1A001", "carried"), ("1A009>1A009", "carried"),
    ]  # fmt: skip


WORDS = st.lists(st.sampled_from(["kettles", "above", "3 l", "of", "tin", "and", "(glass)", "lids;"]), max_size=12)


@given(WORDS, WORDS)
def test_a_redline_in_markdown_reads_as_both_texts(old: list[str], new: list[str]) -> None:
    """Law: without what came it is the old text, without what went the new."""
    change = Change("1A001>1A001", "reworded", "none", SIDE, SIDE, "code", 1.0, ())
    words = Words(SCHEME, Captions(), {"1A001": " ".join(old)}, {"1A001": " ".join(new)})
    runs = runs_of(change, words)
    if not old or not new or old == new:
        assert runs == ()
        return
    shown = markdown._redline(runs)
    assert as_told(re.sub(r"<del>.*?</del>|</?ins>", "", shown)) == " ".join(new).replace(" ", "")
    assert as_told(re.sub(r"<ins>.*?</ins>|</?del>", "", shown)) == " ".join(old).replace(" ", "")
    without = re.sub(r"<ins>.*?</ins>", "", shown)
    assert re.findall(r"\w+", re.sub(r"</?del>", "", without)) == re.findall(r"\w+", " ".join(old))


def as_told(shown: str) -> str:
    return shown.replace("\\", "").replace(" ", "")


def test_a_first_word_that_went_does_not_run_into_the_next() -> None:
    change = Change("1A001>1A001", "reworded", "none", SIDE, SIDE, "code", 1.0, ())
    words = Words(SCHEME, Captions(), {"1A001": "Large kettles (big lids)"}, {"1A001": "kettles (lids)"})
    assert marked(runs_of(change, words)) == "[-Large -]kettles ([-big -]lids)"
