"""Which item of a mirror answers which item of the regime."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import item, note
from mirrors_editions import RULES, edition, kettles, renamed

from controllist.mirrors.correspondence import Verdict, correspondences
from controllist.mirrors.rules import MirrorRules, origin_of, regime_code
from controllist.mirrors.spelling import in_common


def links(*args: object) -> dict[tuple[str, str], str]:
    """The relation of each pair of lineages, headings left out."""
    found = correspondences(*args)  # type: ignore[arg-type]
    return {(each.regime, each.mirror): each.relation for each in found if each.regime != "1"}


@pytest.mark.parametrize(
    ("code", "expected"), [("0007.b.2", "ML7.b.2"), ("0012", "ML12"), ("4A1906.a", "4A906.a"), ("1A001", "1A001")]
)
def test_codes_of_a_mirror_become_those_of_the_regime(code: str, expected: str) -> None:
    rules = MirrorRules("r", codes={r"000(\d)": r"ML\1", r"00([1-9]\d)": r"ML\1", r"(\d[A-E])1(9\d\d)": r"\1\2"})
    assert regime_code(code, rules) == expected


def test_the_first_origin_that_matches_counts() -> None:
    rules = MirrorRules("r", origins={"own": (r"3A090",), "third": (r"\dA\d9\d",)})
    assert [origin_of(code, rules) for code in ("3A090.a", "2A191", "1A001")] == ["own", "third", "regime"]


def test_spelling_quotes_and_citing_make_no_difference() -> None:
    ours = in_common('"Fibre" kettles specified by 1.A.1.b., of aluminium in a neighbour\'s colour')
    theirs = in_common("Fiber kettles controlled by ECCN 1A001.b, of aluminum in a neighbor's color")
    assert ours == theirs
    assert in_common("Kettles above 3 l") != in_common("Kettles above 4 l")


def test_equal_items_are_linked_and_items_of_other_origins_are_not() -> None:
    theirs = [*kettles(), item("1A101", "Kettles with a spout of glazed stoneware;")]
    found = links([edition("r", "2020-01-01", kettles())], [edition("m", "2021-01-01", theirs)], RULES)
    assert found == {(code, code): "same" for code in ("1A001", "1A001.a", "1A001.b")}


def test_words_win_over_the_number() -> None:
    """A mirror that inserts an item of its own shifts the letters; the words tell which is which."""
    theirs = [
        item("1A001", "Kettles and parts therefor, as follows:"),
        item("1A001.a", "Whistles tuned to concert pitch or above;"),
        item("1A001.b", "Kettles with a spout of glazed stoneware;"),
        item("1A001.c", "Kettles with a capacity exceeding 12 l;"),
    ]
    found = links([edition("r", "2020-01-01", kettles())], [edition("m", "2021-01-01", theirs)], RULES)
    assert found[("1A001.a", "1A001.b")] == found[("1A001.b", "1A001.c")] == "same"
    assert not any(mirror == "1A001.a" for _, mirror in found)


def test_verdicts_override() -> None:
    sides = [edition("r", "2020-01-01", kettles())], [edition("m", "2021-01-01", kettles())]
    apart = links(*sides, RULES, [Verdict("1A001.a", "1A001.a", False, "read")])
    assert ("1A001.a", "1A001.a") not in apart
    together = links(*sides, RULES, [Verdict("1A001.a", "1A001.b", True, "read")])
    assert together[("1A001.a", "1A001.b")] == "same"


def test_another_language_is_linked_by_codes_and_limits() -> None:
    theirs = [
        item("0001", "Kessel wie folgt:"),
        item("0001.a", "Kessel mit glasierter Tülle;"),
        item("0001.b", "Kessel mit mehr als 12 l Inhalt;"),
    ]
    ours = [
        item("ML1", "Kettles as follows:"),
        item("ML1.a", "Kettles with a glazed spout;"),
        item("ML1.b", "Kettles with a capacity exceeding 12 l;"),
    ]
    rules = MirrorRules("r", carries=(r"ML\d+",), codes={r"000(\d)": r"ML\1"})
    found = links([edition("r", "2020-01-01", ours)], [edition("m", "2021-01-01", theirs, language="de")], rules)
    assert found == {("ML1", "0001"): "same", ("ML1.a", "0001.a"): "same", ("ML1.b", "0001.b"): "same"}


def test_what_the_regime_writes_inline_and_the_mirror_letters_are_parts() -> None:
    ours = [*kettles()[:2], item("1A001.b", "Kettles of copper, of pewter or of enamelled cast iron;")]
    theirs = [
        *kettles()[:2], item("1A001.b", "Kettles of any of the following:"),
        item("1A001.b.1", "Copper;"), item("1A001.b.2", "Pewter;"), item("1A001.b.3", "Enamelled cast iron."),
    ]  # fmt: skip
    found = links([edition("r", "2020-01-01", ours)], [edition("m", "2021-01-01", theirs)], RULES)
    assert {pair for pair, relation in found.items() if relation == "part"} == {
        ("1A001.b", f"1A001.b.{number}") for number in (1, 2, 3)
    }


def test_what_the_regime_lettered_once_is_still_a_part_of_what_it_was_under() -> None:
    lettered = [*kettles(), item("1A001.b.1", "Copper kettles with three handles;")]
    regimes = [edition("r", "2019-01-01", lettered), edition("r", "2020-01-01", kettles())]
    found = links(regimes, [edition("m", "2021-01-01", lettered)], RULES)
    assert found[("1A001.b.1", "1A001.b.1")] == "same"
    assert found[("1A001.b", "1A001.b.1")] == "part"


def test_a_lineage_of_an_older_edition_finds_its_partner() -> None:
    """An item that both lists had and gave up is linked though neither newest edition has it."""
    gone = item("1A001.c", "Kettles that sing in a minor key;")
    regimes = [edition("r", "2018-01-01", [*kettles(), gone]), edition("r", "2020-01-01", kettles())]
    mirrors = [edition("m", "2019-01-01", [*kettles(), gone]), edition("m", "2021-01-01", kettles())]
    assert links(regimes, mirrors, RULES)[("1A001.c", "1A001.c")] == "same"


def test_a_derived_item_is_found_by_its_words() -> None:
    words = "Field kitchens mounted on trailers and able to feed more than 250 persons;"
    rules = msgspec.structs.replace(
        RULES, derived=(r"ML\d+",), derived_origins=("munitions",), origins={"munitions": (r"\d[A-E]6\d\d",)}
    )
    ours = [*kettles(), item("ML6", "Kitchens as follows:"), item("ML6.a", words)]
    theirs = [*kettles(), item("0A606", "Vehicles as follows:"), item("0A606.a", words)]
    found = links([edition("r", "2020-01-01", ours)], [edition("m", "2021-01-01", theirs)], rules)
    assert found[("ML6.a", "0A606.a")] == "derived"


def test_notes_are_linked_too() -> None:
    words = "1A001.b does not apply to kettles of museums"
    sides = [[*kettles(), note("1A001.b/note", words, label="Note")] for _ in range(2)]
    found = links([edition("r", "2020-01-01", sides[0])], [edition("m", "2021-01-01", sides[1])], RULES)
    assert found[("1A001.b/note", "1A001.b/note")] == "same"


def test_a_renumbered_lineage_of_the_mirror_keeps_its_link() -> None:
    old = edition("m", "2019-01-01", [*kettles()[:2], item("1A001.d", "Kettles with a capacity exceeding 12 l;")])
    mirrors = [renamed(old, **{"1A001_d": "1A001.b"}), edition("m", "2021-01-01", kettles())]
    assert links([edition("r", "2018-01-01", kettles())], mirrors, RULES) == {
        (code, code): "same" for code in ("1A001", "1A001.a", "1A001.b")
    }
