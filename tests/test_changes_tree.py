"""What is found of an edition's places once, and kept while it is compared with its two neighbours."""

from __future__ import annotations

from changes_nodes import item

from controllist.changes.place.ground.tree import tree_of

KETTLES = (item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin;"))


def test_the_tree_of_an_edition_is_kept() -> None:
    assert tree_of(KETTLES) is tree_of(KETTLES)
    assert tree_of(KETTLES).by_code["1A001.a"] is KETTLES[1]


def test_another_edition_has_its_own_tree_though_it_says_the_same() -> None:
    assert tree_of(KETTLES) is not tree_of((*KETTLES[:1], *KETTLES[1:]))


def test_nodes_that_may_still_change_have_no_tree_kept() -> None:
    nodes = [*KETTLES]
    before = tree_of(nodes)
    nodes.append(item("1A002", "Pans"))
    assert "1A002" in tree_of(nodes).by_code
    assert "1A002" not in before.by_code
