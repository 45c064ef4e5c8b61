"""Patterns that wait for their first use."""

from __future__ import annotations

import re

import pytest

from controllist.patterns import pattern


def test_it_finds_what_the_compiled_one_finds() -> None:
    text = "Two kettles, one KETTLE"
    waiting, ready = pattern(r"kettles?", re.IGNORECASE), re.compile(r"kettles?", re.IGNORECASE)
    assert waiting.findall(text) == ready.findall(text) == ["kettles", "KETTLE"]
    assert waiting.sub("pan", text) == ready.sub("pan", text)
    assert (waiting.pattern, waiting.flags) == (ready.pattern, ready.flags)


def test_a_fault_shows_at_the_first_use() -> None:
    broken = pattern("(")
    with pytest.raises(re.error, match="unterminated"):
        broken.search("kettle")
