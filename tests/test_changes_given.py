"""What an item holds more or less where items beside it that came, went or moved hold the rest."""

from __future__ import annotations

from changes_nodes import editions, effect, item, note
from msgspec.structs import replace

from controllist.changes.effect import evidence_of

CITED = [
    item("2A002", "Cups as follows:"), item("2A002.a", "Cups of tin"), item("2A002.b", "Cups of lead"),
    item("1A001", "Trays as follows:"),
]  # fmt: skip


def _with_a_tray_for_each(*parts: str, beside: str = "Trays for the cups of {}") -> str:
    whole = item("1A001.a", "Trays for the cups of 2A002;")
    first = item("1A001.a", f"Trays for the cups of {parts[0]};")
    others = [item(f"1A001.{label}", beside.format(part)) for label, part in zip("bcd", parts[1:], strict=False)]
    return effect([*CITED, whole], [*CITED, first, *others], "1A001.a")


def test_items_that_share_the_parts_of_a_cited_item() -> None:
    assert _with_a_tray_for_each("2A002.a", "2A002.b") == "none"
    assert _with_a_tray_for_each("2A002.a") == "relaxed"
    assert _with_a_tray_for_each("2A002.a", "2A002.b", beside="Trays of oak for the cups of {}") == "relaxed"
    CITED.insert(3, item("2A002.c", "Cups of zinc"))
    assert _with_a_tray_for_each("2A002.a", "2A002.b") == "unclear"
    CITED.pop(3)


def test_an_explanation_of_a_term_that_only_exclusions_use() -> None:
    entry = [item("1A001", "Ladles"), item("1A002", "Forks"), item("1A003", "Knives of steel")]
    old = note("1A003/tn", "'Idle ware' means ware left out of 1A001 or 1A002.", kind="technical-note")
    new = note("1A003/tn", "'Idle ware' means ware left out of 1A001.", kind="technical-note")
    left_out = note("1A003/note", "1A003 does not apply to 'idle ware'.")
    assert effect([*entry, left_out, old], [*entry, left_out, new], "1A003/tn") == "unclear"
    used = item("1A003.a", "'Idle ware' of steel")
    assert effect([*entry, left_out, used, old], [*entry, left_out, used, new], "1A003/tn") == "relaxed"


def test_a_choice_beside_one_that_took_the_number_of_the_heading() -> None:
    old = [
        item("1A001", "Kettles having all of the following:"), item("1A001.a", "A whistle; and"),
        item("1A001.b", "Any of the following:"), item("1A001.b.1", "Made to stand within a stove and to boil;"),
        item("1A001.b.2", "Hung outside of a chimney with a chain;"),
    ]  # fmt: skip

    def gone(text: str) -> str:
        ground = editions(old, [*old[:2], item("1A001.b", text)])
        ground.partner.pop("1A001.b")
        ground.partner["1A001.b.1"] = "1A001.b"
        ground.origin["1A001.b"] = "1A001.b.1"
        return evidence_of(old[4], None, ground)[-1].effect

    assert gone("Made to boil;") == "unclear"
    assert gone("Made to stand within a stove and to boil;") == "relaxed"


def test_an_exception_for_what_a_new_item_beside_it_speaks_of() -> None:
    def excepted(*beside: tuple[str, str]) -> str:
        texts = "Trays for the cups of 2A002 (except 2A002.a)", "Trays for the cups of 2A002 (except 2A002.a, 2A002.b)"
        before, after = (item("1A001.a", f"{text};") for text in texts)
        return effect([*CITED, before], [*CITED, after, *(item(code, text) for code, text in beside)], "1A001.a")

    assert excepted() == "relaxed"
    assert excepted(("1A001.b", "Stands of oak that hold or carry the cups of 2A002.b")) == "unclear"
    assert excepted(("1A001.b", "Stands of oak that hold or carry the cups of 2A002.a")) == "relaxed"
    assert excepted(("1A009", "Stands of oak that hold or carry the cups of 2A002.b")) == "relaxed"


def test_parts_named_just_before_a_list_that_stays_as_it_is() -> None:
    heads = "Stoves for boiling tea:", "Stoves for boiling tea, and specially designed components as follows:"
    wood = [item("1A001.a", "Stoves for wood"), item("1A001.b", "Stoves for coal and specially designed components;")]
    oil = [item("1A001.c", "Specially designed components of brass for stoves that burn lamp oil")]
    old, new = ([item("1A001", head), *wood] for head in heads)
    assert effect(old, new, "1A001") == "unclear"
    assert effect(old, [*new, *oil], "1A001") == "tightened"
    bare = replace(wood[1], text="Stoves for coal;")
    assert effect([*old[:2], bare], new, "1A001") == "tightened"
    assert effect(old, [replace(new[0], text=f"{heads[0][:-1]}, and specially designed components therefor:"), *wood],
                  "1A001") == "tightened"  # fmt: skip


def test_an_item_that_says_of_a_part_what_one_beside_it_said_of_the_whole_is_no_more_for_certain() -> None:
    goods = [item("1A009", "Cups, as follows:"), item("1A009.a", "Of tin;"), item("1A009.b", "Of clay;")]
    trays = item("1A001", "Trays, as follows:")
    whole = item("1A001.a", "Trays of wood that are as deep, respectively, and as wide as the cups in 1A009;\nor")
    first = item("1A001.a", "Trays of wood that are as deep, respectively, and as wide as the cups in 1A009.a; or")
    second = item("1A001.b", "Trays of wood that are as deep, respectively, and as wide as the cups in 1A009.b.")
    old, new = [*goods, trays, whole], [*goods, trays, first, second]
    assert effect(old, new, "1A001.b") in ("none", "unclear")
    lids = item("1A001.b", "Lids of wood that are as deep, respectively, and as wide as the cups in 1A009.b.")
    assert effect(old, [*goods, trays, first, lids], "1A001.b") == "tightened"
