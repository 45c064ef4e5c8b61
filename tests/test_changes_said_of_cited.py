"""Goods that came into an item and, in the same edition, into one that it cites."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

LIDS = (
    "Lids for teapots, trays and jugs specified in 1A001.",
    "Lids for teapots, samovars, trays and jugs specified in 1A001.",
)
LIST = [item("1A001.a", "Rims of tin; or"), item("1A001.b", "Rims of copper.")]
ANY = "Teapots having any of the following:"


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (ANY, "Earthen teapots and samovars with a spout of any sort:", "unclear"),
        (ANY, "Earthen teapots with a spout of any sort:", "tightened"),
        ("Teapots, trays and jugs of tin", "Teapots, samovars, trays and jugs of tin", "tightened"),
    ],
)
def test_goods_are_in_doubt_where_the_item_that_is_cited_takes_them_in_for_no_certain_more(
    before: str, after: str, verdict: str
) -> None:
    below = LIST if before == ANY else []
    old = [item("1A001", before), *below, item("1D001", LIDS[0])]
    assert effect(old, [item("1A001", after), *below, item("1D001", LIDS[1])], "1D001") == verdict
