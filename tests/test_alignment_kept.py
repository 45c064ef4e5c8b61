"""What tells who is who where words do not: the code that stayed, pointers, cited goods, headings; invented wording."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from controllist.alignment import Alignment, Judgement, align
from controllist.alignment.result import Pair
from controllist.model import Node, Threshold

WHEN = "volume at any time between dusk and dawn"


def item(ident: str, words: str, *, above: str | None = None, refs: Sequence[str] = (), limit: float = 0) -> Node:
    """An item under what its code stands under; with a limit of so many litres, and what it cites."""
    parent = ident.rpartition(".")[0] if above is None else above
    limits = (Threshold(WHEN, ">", limit, "l", f"above {limit:g} l"),) if limit else ()
    return Node(ident, "item", ident, ident, ident.rpartition(".")[2], parent,
                "reserved" if words.startswith("Not used") else "active", "", words,
                refs=tuple(refs), thresholds=limits)


def pointer(above: str, words: str, *refs: str) -> Node:
    return Node(f"{above}/nb", "nota-bene", "", "", "nb", above, "active", "", words, refs=refs)


def pairs(found: Alignment) -> dict[str, str]:
    return {pair.old.id: pair.new.id for pair in found.pairs}


def links(old: Sequence[Node], new: Sequence[Node]) -> dict[str, str]:
    """Old id → new id of all pairs; the other direction must say the same."""
    found = align(old, new)
    assert sorted(found.mirrored.pairs, key=_ids) == sorted(align(new, old).pairs, key=_ids)
    return pairs(found)


def _ids(pair: Pair) -> tuple[str, str]:
    return pair.old.id, pair.new.id


HEAD = (item("5A001", "Weather makers, as follows:"), item("5A002", "Cloud tongs carved from pear wood"),
        item("5A003", "Rainbow looms with more than seven shuttles"))


def test_a_text_cut_off_is_the_beginning_of_the_whole() -> None:
    whole = "Fog bottles (of green glass), fog corks, fog labels, crates for any of those, and shops that sell them."
    other = "Thunder sheets of tin hung from two hooks and struck with a felt mallet by an apprentice"
    for cut, kept in (("Fog bottles (", True), ("Fog", False), (other, False)):
        group = msgspec.structs.replace(item("5A", "Weather"), kind="group")
        old, new = [*HEAD, group, item("5A018", cut, above="5A")], [*HEAD, item("5A018", whole)]
        assert ("5A018" in links(old, new)) is kept


def test_one_word_or_two_is_the_same_word() -> None:
    old = [*HEAD, item("5A001.a", "Hail stones;"), item("5A001.b", "Dew combs;")]
    new = [*HEAD, item("5A001.a", "Hailstones: every sort of the Hailstone family;"), item("5A001.b", "Frost rakes;")]
    assert links(old, new).get("5A001.a") == "5A001.a"
    assert "5A001.b" not in links(old, new)


def test_a_mere_lead_in_is_not_the_clause_that_begins_alike() -> None:
    lead = item("5A001.a", "Mist cloths for the use in:")
    whole = item("5A001.a", "Mist cloths for the use in theatres, by magicians over sixty, when the curtain is down;")
    below = item("5A001.a.1", "Harbours where no lamp is lit before the pilot has had his supper;")
    assert links([*HEAD, whole], [*HEAD, lead, below])["5A001.a"] == "5A001.a"  # it is known by the name of the cloths
    plain = item("5A001.a", "Used for:"), item("5A001.a", "Used for sweeping thunder out of attics at dawn;")
    others = item("5A001.b", "Brooms of birch;"), item("5A001.c", "Candles that burn under water.")
    assert "5A001.a" not in links([*HEAD, plain[1]], [*HEAD, plain[0], below, *others])


def test_what_a_number_given_up_points_at_is_what_stood_there() -> None:
    old = [*HEAD, item("5A001.a", "Moonlight jars of cut crystal that glow for nine nights;")]
    new = [*HEAD, item("5A001.a", "Not used since 2020"), pointer("5A001.a", "For jars, see 5A001.c.", "5A001.c"),
           item("5A001.b", "Starlight jars of cut crystal that glow for nine nights;"),
           item("5A001.c", "Vessels for whatever shines after dusk, lidded, and corked by a sworn lamplighter;")]
    assert links(old, new)["5A001.a"] == "5A001.c"
    silent = [node for node in new if node.kind == "item"]
    assert links(old, silent)["5A001.a"] == "5A001.b"


def test_several_numbers_that_point_at_one_were_merged_into_it() -> None:
    old = [*HEAD, item("5A001.a", "Moonlight jars of cut crystal;"), item("5A001.b", "Comet nets with a copper rim;")]
    new = [*HEAD, item("5A001.a", "Not used"), pointer("5A001.a", "For moonlight jars, see 5A001.c.", "5A001.c"),
           item("5A001.b", "Not used"), pointer("5A001.b", "For comet nets, see 5A001.c.", "5A001.c"),
           item("5A001.c", "Traps for whatever shines after dusk, lidded, and corked by a sworn lamplighter;")]
    found = align(old, new)
    assert {"5A001.a", "5A001.b"}.isdisjoint(pairs(found))
    merged, split = found.merges[0], align(new, old).splits[0]
    assert ([node.id for node in merged.old], merged.new.id) == (["5A001.a", "5A001.b"], "5A001.c")
    assert ([node.id for node in split.new], split.old.id) == (["5A001.a", "5A001.b"], "5A001.c")


def test_a_pointer_to_an_older_number_forbids_nothing() -> None:
    old = [*HEAD, item("5A001.a", "Moonlight jars of cut crystal that glow for nine nights;")]
    new = [*HEAD, item("5A001.a", "Not used"), pointer("5A001.a", "For looms see 5A003.", "5A003"),
           item("5A001.b", "Moonlight jars of cut crystal that glow for ten nights;")]
    assert links(old, new)["5A001.a"] == "5A001.b"


BREW = "Technology for the brewing of wares named in {}."


def test_technology_follows_the_goods_that_it_cites() -> None:
    tongs, looms = HEAD[1].text, "Sundials for cellars, with a gnomon of smoked amber and twelve painted hours"
    own = "Technology for the forging of tongs named in 5A002, and of their hinges"
    old = [item("5A002", tongs), item("5A018", looms), item("5E002", own, refs=["5A002"]),
           item("5E018", BREW.format("5A018"), refs=["5A018"])]
    new = [item("5A018", looms), item("5A502", tongs), item("5E502", BREW.format("5A502"), refs=["5A502"])]
    assert links(old, new) == {"5A018": "5A018", "5A002": "5A502", "5E002": "5E502"}


def test_technology_for_other_goods_is_another() -> None:
    dial = item("5A018", "Sundials for cellars, with a gnomon of smoked amber and twelve painted hours")
    old = [dial, item("5E018", BREW.format("5A018"), refs=["5A018"])]
    new = [dial, item("5A700", "Umbrellas with an echo"), item("5E700", BREW.format("5A700"), refs=["5A700"])]
    assert links(old, new) == {"5A018": "5A018"}
    same = [dial, item("5E700", BREW.format("5A018"), refs=["5A018"])]
    assert links(old, same)["5E018"] == "5E700"


def test_nobody_parts_what_people_decided() -> None:
    dial = item("5A018", "Sundials for cellars, with a gnomon of smoked amber and twelve painted hours")
    old = [dial, item("5E018", BREW.format("5A018"), refs=["5A018"])]
    new = [dial, item("5A700", "Umbrellas with an echo"), item("5E700", BREW.format("5A700"), refs=["5A700"])]
    decided = Judgement("2020-01-01", "2021-01-01", "5E018", "5E700", same=True, reason="the ministry says so")
    assert pairs(align(old, new, [decided]))["5E018"] == "5E700"


def test_a_condition_stays_with_its_heading() -> None:
    def clause(ident: str, end: str = "") -> Node:
        return item(ident, f"A {WHEN} above 3 l{end};", limit=3)

    old = [*HEAD, item("5A001.a", "Snow kettles with a lid of slate:"), clause("5A001.a.1")]
    barometers = item("5A003.a", "Barometers that sing when a stranger knocks:")
    assert links(old, [*HEAD, barometers, clause("5A003.a.1", " or so")]).get("5A001.a.1") is None
    kettles = item("5A003.a", "Snow kettles with a lid of slate or of horn, and with two spouts:")
    assert links(old, [*HEAD, kettles, clause("5A003.a.1", " or so")])["5A001.a.1"] == "5A003.a.1"


def test_figures_in_other_type_make_no_two_items_cross() -> None:
    def dew(words: str) -> list[Node]:
        one, other = words.split(" | ")
        return [item("5A001", "Dew organs, as follows:"), item("5A001.a", "Pipes of reed played by the wind, having:"),
                item("5A001.a.1", one), item("5A002", "Fog horns, as follows:"),
                item("5A002.a", "Bells of ice rung by nobody, having:"), item("5A002.a.1", other)]

    k = "A chorus of at least 4 k drops a night in a minor key;"
    thousand = k.replace("4 k", "4 thousand")
    old, new = dew(f"{k} | {thousand}"), dew(f"{thousand.replace('chorus', 'choir')} | {k}")
    assert links(old, new) == {node.id: node.id for node in old}


def test_one_label_is_enough_for_a_clause_that_names_its_goods() -> None:
    old = [*HEAD, item("5A001.c", "Copper lightning rods and thunder clamps that lift a barn;")]
    new = [*HEAD, item("5A001.c", "Copper lightning rods having all of the following:"),
           item("5A001.c.1", "Tipped with platinum; and"), item("5A001.c.2", "Longer than a bishop is tall;"),
           item("5A001.d", "Brooms of birch;"), item("5A001.e", "Candles that burn under water.")]
    assert links(old, new)["5A001.c"] == "5A001.c"


def test_technology_is_no_part_of_goods() -> None:
    cloth = "Cloth of spun starlight, {}, bleached by owls, woven on a loom without shuttles"
    whole = item("5A001.a", f"{cloth.format('striped')}; {cloth.format('checked with thistles and thorns')};")
    for group, count in (("5A", 1), ("5E", 0)):
        parts = [item(f"{group}004", "Of use to weavers:"),
                 item(f"{group}004.a", cloth.format("striped") + ", in bales for weddings;"),
                 item(f"{group}004.b", cloth.format("checked with thistles and thorns") + ", in rolls for funerals.")]
        assert len(align([*HEAD, whole], [*HEAD, *parts]).splits) == count


def test_a_note_whose_last_mark_changed_stays_though_a_copy_of_it_came_elsewhere() -> None:
    """The copy is set as the note was, the note itself ends otherwise now; a note that went leaves none behind."""
    def note(above: str, words: str) -> Node:
        return Node(f"{above}/note", "note", "", "", "note", above, "active", "", words)

    tools = "The term 'weather tools' takes in hail rakes, dew combs and the ladders on which they hang"
    old = [*HEAD, note("5A001", f"{tools};")]
    new = [*HEAD, note("5A001", f"{tools}.".replace("rakes,", "rakes;")), note("5A002", f"{tools};")]
    assert links(old, new)["5A001/note"] == "5A001/note"
    assert links(old, [*HEAD, new[-1]])["5A001/note"] == "5A002/note"


def test_a_heading_is_not_the_one_of_another_entry_that_took_the_fewer_of_its_items() -> None:
    whole = "Wands, rods and staves for calling the wind on lakes and ponds, as follows:"
    items = ["Carved from hazel that grew by a brook where herons fish and children never swim in June;",
             "Hollow and filled with sand from seven deserts, sifted through a veil and sealed with amber;",
             "Tipped with a feather of a swift that never landed and was found on the step of a lighthouse at dawn;",
             "Bound in eel skin under a new moon in May;", "Small enough for the pocket of a waistcoat;"]
    old = [*HEAD, item("5A004", "Wind callers, as follows:"), item("5A004.a", whole)]
    old += [item(f"5A004.a.{number}", words) for number, words in enumerate(items, start=1)]

    def cut(kept: int) -> list[Node]:
        """The items but for the last ones stand in their entry, without their heading; the last ones in another."""
        new = [*HEAD, item("5A004", "Wind callers, as follows:")]
        new += [item(f"5A004.{label}", words) for label, words in zip("bcdef", items[:kept], strict=False)]
        new += [item("5A006", whole.replace("calling", "gently calling"))]
        return [*new, *[item(f"5A006.{label}", words) for label, words in zip("abcde", items[kept:], strict=False)]]

    assert "5A004.a" not in links(old, cut(3))
    assert links(old, cut(1))["5A004.a"] == "5A006"


def test_a_lone_pointer_gets_a_number_when_a_second_one_comes() -> None:
    above = item("5A001.a", "Wind sacks sewn with a double seam")
    old = [*HEAD, above, pointer("5A001.a", "Sacks of goat leather should be judged by what 5.A.2. says.", "5A002")]
    second = _numbered("5A001.a", 2, "For hat boxes see 5.A.3.", "5A003")
    for words, goal, is_same in (
        ("For sacks of leather see 5.A.2.", "5A002", True),
        ("For sacks of leather see 5.A.3.", "5A004", False),
        ("For umbrellas see 5.A.2.", "5A002", False),
    ):
        found = align(old, [*HEAD, above, _numbered("5A001.a", 1, words, goal), second])
        assert (pairs(found).get("5A001.a/nb") == "5A001.a/nb.1") is is_same
        assert links(old, [*HEAD, above, _numbered("5A001.a", 1, words, goal), second]) == pairs(found)


def test_two_pointers_at_one_item_are_not_told_apart_by_it() -> None:
    above = item("5A001.a", "Wind sacks sewn with a double seam")
    old = [*HEAD, above, pointer("5A001.a", "Sacks of goat leather should be judged by what 5.A.2. says.", "5A002")]
    new = [_numbered("5A001.a", 1, "For sacks of leather see 5.A.2.", "5A002"),
           _numbered("5A001.a", 2, "For sacks of goat hair see 5.A.2.", "5A002")]
    assert "5A001.a/nb" not in links(old, [*HEAD, above, *new])


def _numbered(above: str, number: int, words: str, *refs: str) -> Node:
    return Node(f"{above}/nb.{number}", "nota-bene", "", "", f"nb.{number}", above, "active", "", words, refs=refs)
