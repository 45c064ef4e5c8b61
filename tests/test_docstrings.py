"""The examples in the docstrings of the package hold."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import controllist

NAMES = [one.name for one in pkgutil.walk_packages(controllist.__path__, "controllist.")]
MODULES = [name for name in NAMES if "__main__" not in name]
FINDER = doctest.DocTestFinder()
SHOWN = [name for name in MODULES if any(one.examples for one in FINDER.find(import_module(name)))]


def test_some_docstrings_show_examples() -> None:
    assert len(SHOWN) > 30


@pytest.mark.parametrize("name", SHOWN)
def test_the_examples_of_a_module_hold(name: str) -> None:
    found = doctest.testmod(import_module(name))
    assert not found.failed
