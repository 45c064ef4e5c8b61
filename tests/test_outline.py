"""Depth solved from prefix, sequence and indentation together; notes under what they qualify."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controllist.lines import Line, Reading, count_chars
from controllist.model import Node
from controllist.outline import Outline, outline
from controllist.sources.scheme import Scheme, load_scheme

LISTS = Path(__file__).resolve().parents[1] / "lists"


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return load_scheme(LISTS / "wa")


def outlined(scheme: Scheme, *lines: Line) -> Outline:
    counted = tuple(
        Line(**{f: getattr(line, f) for f in line.__struct_fields__ if f != "chars"}, chars=count_chars(line.text) + 1)
        for line in lines
    )
    return outline(Reading(counted, sum(line.chars for line in counted), {}, "test 1"), scheme)


def entry(code: str = "3A001", text: str = "Teapots, as follows:") -> Line:
    return Line("item", text, entry=code)


def item(label: str, text: str = "A teapot", **evidence: object) -> Line:
    return Line("item", text, labels=(label,), **evidence)  # type: ignore[arg-type]


def codes(found: Outline) -> list[str]:
    return [node.code for node in found.nodes if node.kind == "item"]


def node(found: Outline, ident: str) -> Node:
    return next(node for node in found.nodes if node.id == ident)


def test_labels_alone_tell_the_depth(scheme: Scheme) -> None:
    found = outlined(scheme, entry(), *map(item, ["a", "1", "2", "a", "b", "3", "b", "c"]))
    assert codes(found) == [
        "3A001", "3A001.a", "3A001.a.1", "3A001.a.2", "3A001.a.2.a", "3A001.a.2.b", "3A001.a.3", "3A001.b", "3A001.c",
    ]  # fmt: skip


def test_of_two_places_that_fit_the_deeper_one_is_taken(scheme: Scheme) -> None:
    found = outlined(scheme, entry(), *map(item, ["a", "b", "1", "a", "b", "c"]))
    assert codes(found)[-1] == "3A001.b.1.c"


def test_one_broken_label_damages_one_item(scheme: Scheme) -> None:
    printed = [("a",), ("a", "1"), ("a", "2"), ("a", "7"), ("a", "4"), ("b",), ("b", "1")]
    lines = [Line("item", "A teapot", entry="3A001", labels=labels) for labels in printed]
    found = outlined(scheme, entry(), *lines)
    assert codes(found)[1:] == ["3A001." + ".".join(labels) for labels in printed]
    assert len(found.problems) == 2  # where the wrong number stands, and where the right one returns


def test_a_prefix_that_contradicts_its_neighbours_is_overruled_and_reported(scheme: Scheme) -> None:
    printed = [("a",), ("a", "1"), ("a", "1", "a"), ("a", "2", "b"), ("a", "1", "c"), ("a", "2")]
    lines = [Line("item", "A teapot", entry="3A001", labels=labels) for labels in printed]
    found = outlined(scheme, entry(), *lines)
    assert codes(found)[1:] == ["3A001.a", "3A001.a.1", "3A001.a.1.a", "3A001.a.1.b", "3A001.a.1.c", "3A001.a.2"]
    assert [problem.what.split(":")[0] for problem in found.problems] == ["3A001.a.1.b"]


def test_indentation_decides_where_labels_do_not(scheme: Scheme) -> None:
    lines = [item("a", indent=10.0), item("1", indent=20.0), item("a", indent=30.0), item("b", indent=10.0)]
    assert codes(outlined(scheme, entry(), *lines))[-1] == "3A001.b"


def test_tabs_that_are_off_for_a_whole_list_do_not_break_it(scheme: Scheme) -> None:
    lines = [item("b", depth=1), item("1", depth=1), item("a", depth=2), item("b", depth=2), item("2", depth=1)]
    found = outlined(scheme, entry(), item("a", depth=1), *lines)
    assert codes(found)[2:] == ["3A001.b", "3A001.b.1", "3A001.b.1.a", "3A001.b.1.b", "3A001.b.2"]


def test_nested_elements_are_believed_over_labels(scheme: Scheme) -> None:
    lines = [item("a", depth=1, firm=True), item("a", depth=2, firm=True), item("b", depth=1, firm=True)]
    found = outlined(scheme, entry(), *lines)
    assert codes(found) == ["3A001", "3A001.a", "3A001.a.a", "3A001.b"]


def test_a_note_stands_under_the_item_it_names(scheme: Scheme) -> None:
    lines = [item("a"), item("1"), Line("note", "3.A.1.a. does not apply to teapots of clay.")]
    found = outlined(scheme, entry(), *lines)
    assert node(found, "3A001.a/note").parent == "3A001.a"


def test_a_note_that_names_two_items_stands_under_what_holds_both(scheme: Scheme) -> None:
    lines = [item("a"), item("1"), item("2"), Line("note", "3.A.1.a.1. and 3.A.1.a.2. include lids.")]
    assert node(outlined(scheme, entry(), *lines), "3A001.a/note").parent == "3A001.a"


def test_a_note_before_its_item_comes_after_it_in_the_tree(scheme: Scheme) -> None:
    found = outlined(scheme, entry(), Line("note", "3.A.1.b. applies only to lids."), item("a"), item("b"))
    assert [n.id for n in found.nodes] == ["3A001", "3A001.a", "3A001.b", "3A001.b/note"]


def test_the_list_of_a_note_stays_inside_it(scheme: Scheme) -> None:
    note = Line("note", "3.A.1.a. does not apply to the following:", italic=True)
    lines = [item("a"), note, item("a", "Clay", italic=True), item("b", "Glass", italic=True), item("b", "A cup")]
    found = outlined(scheme, entry(), *lines)
    assert codes(found) == ["3A001", "3A001.a", "3A001.b"]
    assert node(found, "3A001.a/note").text.splitlines()[1:] == ["a. Clay", "b. Glass"]


def test_an_upright_item_after_an_italic_note_is_an_item(scheme: Scheme) -> None:
    lines = [Line("nota-bene", "For cups, see 3.A.2.", italic=True), item("a"), item("b")]
    assert codes(outlined(scheme, entry(), *lines)) == ["3A001", "3A001.a", "3A001.b"]


def test_an_inner_note_does_not_end_the_list_of_the_outer_one(scheme: Scheme) -> None:
    lines = [
        item("a"),
        Line("note", "3.A.1.a. does not apply to the following:", italic=True),
        item("a", "Clay", italic=True),
        Line("nota-bene", "For clay, see 1.C.1.", italic=True),
        item("b", "Glass", italic=True),
        item("b", "A cup"),
    ]
    found = outlined(scheme, entry(), *lines)
    assert codes(found) == ["3A001", "3A001.a", "3A001.b"]
    assert "b. Glass" in node(found, "3A001.a/note").text


@pytest.mark.parametrize(("text", "year"), [("Not used since 2010", 2010), ("Not used", None), ("[Reserved]", None),
                                            ("CUPS AND SAUCERS – None", None), ("[Reserved]; or", None)])
def test_a_reserved_number_keeps_its_place_and_year(scheme: Scheme, text: str, year: int | None) -> None:
    found = node(outlined(scheme, entry(), item("a", text)), "3A001.a")
    assert (found.status, found.year) == ("reserved", year)


def test_a_reserved_number_may_say_where_to_look_instead(scheme: Scheme) -> None:
    pointed = outlined(scheme, entry(), item("a", "[Reserved]"), Line("text", "N.B. See 1A002 for cups."))
    assert node(pointed, "3A001.a").status == "reserved"
    told = outlined(scheme, entry(), item("a", "[Reserved]"), Line("text", "Cups of clay."))
    assert node(told, "3A001.a").status == "active"


def test_an_annotation_of_a_later_part_finds_its_item(scheme: Scheme) -> None:
    mark = Line("annotation", "Teapots...", entry="3A001", labels=("a",), name="sensitive")
    found = outlined(scheme, entry(), item("a"), mark)
    assert [annotation.name for annotation in node(found, "3A001.a").annotations] == ["sensitive"]


def test_what_no_rule_claims_is_residue_and_lowers_coverage(scheme: Scheme) -> None:
    found = outlined(scheme, Line("text", "Words before anything", where="¶ 1"), entry())
    assert [(part.text, part.where) for part in found.residue] == [("Words before anything", "¶ 1")]
    assert found.coverage < 1


def test_text_that_a_reader_lost_is_found_out(scheme: Scheme) -> None:
    found = outline(Reading((Line("item", "Cup", entry="3A001", chars=3),), 10, {}, "test 1"), scheme)
    assert found.coverage == pytest.approx(0.3)
    assert found.residue[0].text.startswith("7 characters")


def _tree(depth: int) -> st.SearchStrategy[list[object]]:
    return st.lists(_tree(depth - 1) if depth else st.just([]), max_size=4)  # type: ignore[return-value]


@settings(max_examples=150, deadline=None)
@given(_tree(4))
def test_any_whole_tree_with_printed_prefixes_is_read_as_it_stands(tree: list[object]) -> None:
    """Law: labels printed in full in order give back exactly the tree they came from, without a contradiction."""
    scheme = load_scheme(LISTS / "wa")
    paths: list[tuple[str, ...]] = []

    def walk(children: list[object], above: tuple[str, ...]) -> None:
        for at, child in enumerate(children):
            label = "abcd"[at] if len(above) % 2 == 0 else str(at + 1)
            paths.append((*above, label))
            walk(child, (*above, label))  # type: ignore[arg-type]

    walk(tree, ())
    lines = [Line("item", "A teapot", entry="3A001", labels=path) for path in paths]
    found = outlined(scheme, entry(), *lines)
    assert codes(found) == ["3A001", *("3A001." + ".".join(path) for path in paths)]
    assert not found.problems


@settings(max_examples=150, deadline=None)
@given(_tree(4))
def test_any_nested_tree_is_read_as_it_is_nested(tree: list[object]) -> None:
    """Law: with firm depths, single labels give back the tree whatever their types."""
    scheme = load_scheme(LISTS / "wa")
    expected: list[str] = []
    lines: list[Line] = []

    def walk(children: list[object], above: str, depth: int) -> None:
        for at, child in enumerate(children):
            code = f"{above}.{at + 1}"
            expected.append(code)
            lines.append(item(str(at + 1), depth=depth, firm=True))
            walk(child, code, depth + 1)  # type: ignore[arg-type]

    walk(tree, "3A001", 1)
    assert codes(outlined(scheme, entry(), *lines)) == ["3A001", *expected]
