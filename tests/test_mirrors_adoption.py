"""What became of the regime's changes in a mirror."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from changes_nodes import item
from mirrors_editions import RULES, edition, kettles, marked, record, renamed

from controllist.mirrors.adoption import adoptions
from controllist.mirrors.build import MirrorRecords, first_told, records_of_mirror, worth_keeping
from controllist.mirrors.correspondence import correspondences
from controllist.mirrors.linking import links_of
from controllist.mirrors.marks import credits_of
from controllist.mirrors.records import Adoption
from controllist.mirrors.rules import MirrorRules
from controllist.mirrors.said import Mirror
from controllist.mirrors.traced import Traced
from controllist.mirrors.updates import kinds_of, updates_by_editions, updates_by_marks
from controllist.model import Node

OLD, NEW = "2018-12-01", "2019-12-01"
REGIME = [edition("r", OLD, kettles("12 l")), edition("r", NEW, kettles("20 l"))]


def mirror_of(regimes: Sequence[Traced], mirrors: Sequence[Traced], rules: MirrorRules = RULES) -> Mirror:
    return Mirror(regimes, mirrors, links_of(correspondences(regimes, mirrors, rules)), rules)


def told(
    mirrors: Sequence[Traced], code: str = "1A001.b", *, regimes: Sequence[Traced] = REGIME,
    rules: MirrorRules = RULES, missing: Sequence[str] = (),
) -> Adoption:  # fmt: skip
    """The adoption of the only change of a code."""
    pairs = [record(*regimes[-2:])]
    mirror = mirror_of(regimes, mirrors, rules)
    credits_ = credits_of(mirror) if rules.instruments else None
    (found,) = [each for each in adoptions(mirror, pairs, missing, credits_) if each.code == code]
    return found


def stated(date: str, limit: str) -> Traced:
    return edition("m", date, kettles(limit), instrument=f"Order of {date}")


def test_adopted_by_the_first_edition_that_says_the_new() -> None:
    found = told([stated("2019-06-01", "12 l"), stated("2020-03-01", "12 l"), stated("2020-06-01", "20 l")])
    assert (found.status, found.after, found.by) == ("adopted", "2020-03-01", "2020-06-01")
    assert (found.days, found.instrument) == (183, "Order of 2020-06-01")
    assert any(proof.type == "threshold" and "20 l" in proof.mirror for proof in found.evidence)


def test_the_mirror_may_write_the_limit_in_other_units() -> None:
    found = told([stated("2019-06-01", "12000 cm³"), stated("2020-06-01", "20000 cm³")])
    assert (found.status, found.by) == ("adopted", "2020-06-01")


def test_pending_while_the_newest_edition_says_the_old() -> None:
    found = told([stated("2019-06-01", "12 l"), stated("2021-06-01", "12 l")])
    assert (found.status, found.after, found.by, found.days) == ("pending", "2021-06-01", "", None)


def test_an_edition_older_than_the_change_does_not_tell() -> None:
    found = told([stated("2019-06-01", "12 l")])
    assert found.status == "unknown"
    assert "older than the change" in found.evidence[-1].note


def test_what_the_first_edition_says_has_no_days() -> None:
    found = told([stated("2020-06-01", "20 l")])
    assert (found.status, found.after, found.by, found.days) == ("adopted", "", "2020-06-01", None)


def test_ahead_where_the_mirror_said_it_first() -> None:
    found = told([stated("2018-01-01", "12 l"), stated("2019-06-01", "20 l")])
    assert (found.status, found.by, found.days) == ("ahead", "2019-06-01", None)


def test_not_ahead_where_an_edition_of_the_regime_is_missing() -> None:
    found = told([stated("2018-01-01", "12 l"), stated("2019-06-01", "20 l")], missing=["2019-03-01"])
    assert (found.status, found.by, found.days) == ("adopted", "2019-06-01", None)


def test_a_later_state_counts_as_adopted() -> None:
    regimes = [*REGIME, edition("r", "2020-12-01", kettles("30 l"))]
    mirrors = [stated("2019-06-01", "12 l"), stated("2021-06-01", "30 l")]
    mirror = mirror_of(regimes, mirrors)
    found = [each for each in adoptions(mirror, [record(*REGIME)]) if each.code == "1A001.b"]
    assert [(each.status, each.by) for each in found] == [("adopted", "2021-06-01")]


def test_a_limit_of_the_mirrors_own_is_unknown() -> None:
    found = told([stated("2019-06-01", "15 l"), stated("2021-06-01", "15 l")])
    assert found.status == "unknown"


def test_a_relapse_is_told() -> None:
    dates = {"2019-06-01": "12 l", "2020-01-01": "20 l", "2020-02-01": "12 l", "2020-03-01": "20 l"}
    found = told([stated(date, limit) for date, limit in dates.items()])
    assert (found.status, found.after, found.by) == ("adopted", "2019-06-01", "2020-01-01")
    assert "the old again from 2020-02-01" in found.evidence[-1].note


def test_missing_editions_of_the_mirror_make_an_interval() -> None:
    rules = msgspec.structs.replace(RULES, complete=False)
    found = told([stated("2020-01-01", "12 l"), stated("2020-06-01", "20 l")], rules=rules)
    assert (found.days_least, found.days) == (32, 183)


def test_words_decide_where_no_figure_does() -> None:
    def spouts(words: str) -> list[Node]:
        return [*kettles()[:1], item("1A001.a", f"Kettles with a spout of glazed stoneware {words};"), kettles()[2]]

    regimes = [edition("r", OLD, spouts("for boiling water")), edition("r", NEW, spouts("for boiling milk or soup"))]
    mirrors = [
        edition("m", "2019-06-01", spouts("of any colour for boiling water")),
        edition("m", "2020-06-01", spouts("of any color for boiling milk or soup")),
    ]
    found = told(mirrors, "1A001.a", regimes=regimes)
    assert (found.status, found.after, found.by) == ("adopted", "2019-06-01", "2020-06-01")
    assert all(len(text.split()) <= 8 for proof in found.evidence for text in (proof.old, proof.new, proof.mirror))


@pytest.mark.parametrize(("has_new", "status"), [(True, "adopted"), (False, "pending")])
def test_an_added_item(has_new: bool, status: str) -> None:
    more = item("1A001.c", "Samovars heated by charcoal of birch;")
    regimes = [edition("r", OLD, kettles()), edition("r", NEW, [*kettles(), more])]
    mirrors = [edition("m", "2019-06-01", kettles()), edition("m", "2020-06-01", [*kettles(), *[more] * has_new])]
    found = told(mirrors, "1A001.c", regimes=regimes)
    assert (found.kind, found.status, found.by) == ("added", status, "2020-06-01" if has_new else "")


def test_a_removed_item_that_the_mirror_keeps_is_pending() -> None:
    regimes = [edition("r", OLD, kettles()), edition("r", NEW, kettles()[:2])]
    found = told([edition("m", "2020-06-01", kettles())], regimes=regimes)
    assert (found.kind, found.status) == ("removed", "pending")
    gone = told([edition("m", "2019-06-01", kettles()), edition("m", "2020-06-01", kettles()[:2])], regimes=regimes)
    assert (gone.status, gone.by) == ("adopted", "2020-06-01")


def test_a_renumbered_item_is_adopted_with_its_number() -> None:
    moved = [*kettles()[:2], item("1A001.c", "Kettles with a capacity exceeding 12 l;")]
    new = renamed(edition("r", NEW, moved), **{"1A001_c": "1A001.b"})
    later = renamed(edition("m", "2020-06-01", moved), **{"1A001_c": "1A001.b"})
    regimes = [edition("r", OLD, kettles()), new]
    found = told([edition("m", "2019-06-01", kettles()), later], "1A001.c", regimes=regimes)
    assert (found.kind, found.status, found.by) == ("renumbered", "adopted", "2020-06-01")
    assert [(proof.type, proof.mirror) for proof in found.evidence] == [("code", "1A001.c")]


def test_parts_that_a_mirror_does_not_carry_are_not_applicable() -> None:
    rules = MirrorRules("r", carries=(r"2A0\d\d",))
    found = told([stated("2020-06-01", "20 l")], rules=rules)
    assert found.status == "not-applicable"
    by_reference = msgspec.structs.replace(rules, by_reference=(r"1A0\d\d",))
    found = told([stated("2020-06-01", "20 l")], rules=by_reference)
    assert (found.status, found.evidence[0].note.split(",")[0]) == ("not-applicable", "incorporated by reference")


MARKS = msgspec.structs.replace(
    RULES,
    instruments={"Order 1 of 2017": "2017-05-01", "Order 2 of 2020": "2020-07-01", "Order 3 of 2022": "2022-07-01"},
)


def _marked(limit: str, *orders: str) -> Traced:
    first, spout, size = kettles(limit)
    entries = [
        marked(item(f"1A00{number}", f"Pots of the {name} pattern;"), "Order 2 of 2020")
        for number, name in ((2, "willow"), (3, "onion"), (4, "rose"))
    ]
    return edition("m", "2022-07-01", [first, spout, marked(size, *orders), *entries])


def _marked_regimes() -> list[Traced]:
    names = ((2, "willow"), (3, "onion"), (4, "rose"))
    new = [item(f"1A00{number}", f"Pots of the {name} pattern;") for number, name in names]
    return [edition("r", OLD, kettles("12 l")), edition("r", NEW, [*kettles("20 l"), *new])]


def test_marks_date_what_one_edition_says() -> None:
    found = told([_marked("20 l", "Order 2 of 2020")], regimes=_marked_regimes(), rules=MARKS)
    assert (found.status, found.instrument, found.days) == ("adopted", "Order 2 of 2020", 213)


def test_a_mark_of_a_later_instrument_does_not_date_it() -> None:
    """The instrument before the last was already of the change's edition: the last may have changed something else."""
    found = told([_marked("20 l", "Order 2 of 2020", "Order 3 of 2022")], regimes=_marked_regimes(), rules=MARKS)
    assert (found.status, found.instrument, found.days) == ("adopted", "", None)


def test_every_marked_provision_stands_under_its_instrument() -> None:
    regimes = _marked_regimes()
    mirror = mirror_of(regimes, [_marked("20 l", "Order 1 of 2017", "Order 2 of 2020")], MARKS)
    kinds = kinds_of(regimes, [record(*regimes)])
    found = {update.instrument: update for update in updates_by_marks(mirror, credits_of(mirror), kinds)}
    assert list(found) == ["Order 2 of 2020", "Order 1 of 2017"]
    last = {provision.code: provision for provision in found["Order 2 of 2020"].provisions}
    assert {code: provision.what for code, provision in last.items()} == {
        "1A001.b": "changed", "1A002": "added", "1A003": "added", "1A004": "added",
    }  # fmt: skip
    assert (last["1A001.b"].regime_edition, last["1A001.b"].days) == (NEW, 213)
    (first,) = found["Order 1 of 2017"].provisions
    assert (first.what, first.regime_edition) == ("changed", "")


def test_a_reserved_provision_was_repealed() -> None:
    gone = marked(item("1A001.b", "", status="reserved"), "Order 2 of 2020")
    side = edition("m", "2022-07-01", [*kettles()[:2], gone])
    mirror = mirror_of(REGIME, [side], MARKS)
    (update,) = updates_by_marks(mirror, credits_of(mirror), {})
    assert [(provision.code, provision.what) for provision in update.provisions] == [("1A001.b", "repealed")]


def test_instruments_of_editions_are_told_from_their_changes() -> None:
    mirrors = [stated("2019-06-01", "12 l"), stated("2020-06-01", "20 l")]
    (update,) = updates_by_editions(mirror_of(REGIME, mirrors), [record(*mirrors)])
    assert update.instrument == "Order of 2020-06-01"
    assert [(p.code, p.what, p.regime_edition, p.days) for p in update.provisions] == [
        ("1A001.b", "changed", NEW, 183)
    ]


def test_an_added_item_that_changed_since_stays_added() -> None:
    first, then = (item("1A001.c", f"Samovars heated by charcoal of {wood};") for wood in ("birch", "oak or of ash"))
    regimes = [edition("r", OLD, kettles()), edition("r", NEW, [*kettles(), first])]
    mirrors = [
        edition("m", date, nodes) for date, nodes in
        [("2019-06-01", kettles()), ("2020-06-01", [*kettles(), first]), ("2021-06-01", [*kettles(), then])]
    ]  # fmt: skip
    found = told(mirrors, "1A001.c", regimes=regimes)
    assert (found.status, found.after, found.by) == ("adopted", "2019-06-01", "2020-06-01")


def test_the_records_of_a_mirror_are_the_same_every_time() -> None:
    mirrors = [stated("2019-06-01", "12 l"), stated("2020-06-01", "20 l")]

    def built() -> MirrorRecords:
        return records_of_mirror(
            REGIME, mirrors, RULES, regime_changes=[record(*REGIME)], mirror_changes=[record(*mirrors)]
        )

    found = built()
    assert found == built()
    assert [each.status for each in found.adoptions] == ["adopted"]
    assert {row.status for row in found.gaps} == {"aligned"}
    assert [update.instrument for update in found.updates] == ["Order of 2020-06-01"]
    assert first_told(REGIME, mirrors, RULES) == OLD
    assert worth_keeping(found.adoptions, "2030-01-01") == found.adoptions


def test_marks_do_not_hide_that_the_mirror_was_first() -> None:
    regimes = [edition("r", OLD, kettles("12 l")), edition("r", "2025-12-01", kettles("20 l"))]
    sides = [_marked("20 l", "Order 2 of 2020")]
    assert told(sides, regimes=regimes, rules=MARKS).status == "ahead"
    found = told(sides, regimes=regimes, rules=MARKS, missing=["2019-12-01"])
    assert (found.status, found.instrument, found.days) == ("adopted", "Order 2 of 2020", None)
