"""What sentences leave out before and behind "not controlled", and words that decide nothing."""

from __future__ import annotations

import pytest
from changes_nodes import effect, note, reworded

from controllist.changes.language.clauses import polarity

LEFT_OUT = [
    ("Toy [cups] are not controlled.", -1),
    ("Kannen aus [Zinn] werden nicht erfasst.", -1),
    ("Cups of [tin]. Saucers are not controlled.", 1),
    ("Cups of [tin] which are not controlled by 1A001", 1),
    ("2. Glazing any of the following is not controlled: cups, saucers or [jugs]. 3. Tin is a metal.", -1),
    ("2. Glazing any of the following is not controlled: cups, saucers or jugs. 3. [Tin] is a metal.", 1),
]


@pytest.mark.parametrize(("marked", "way"), LEFT_OUT)
def test_what_a_sentence_says_is_not_controlled(marked: str, way: int) -> None:
    text = marked.replace("[", "").replace("]", "")
    assert polarity(text, marked.index("[")) == way


def test_goods_in_a_sentence_before_it_are_not_left_out() -> None:
    old = "1A001 includes cups. Saucers are not controlled."
    new = "1A001 includes cups and jugs. Saucers are not controlled."
    assert effect([note("1A001/note", old)], [note("1A001/note", new)], "1A001/note") != "relaxed"


UNDECIDED = [
    ("Cups specially designed or specially modified for inns", "Cups specially designed or modified for inns"),
    ("Kettles as follows (see the list) and", "Kettles as follows (see the list) and parts therefor."),
]


@pytest.mark.parametrize(("before", "after"), UNDECIDED)
def test_a_modifier_said_twice_and_a_sentence_that_breaks_off_decide_nothing(before: str, after: str) -> None:
    assert reworded(before, after) == reworded(after, before) == "unclear"
