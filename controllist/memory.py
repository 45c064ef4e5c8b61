"""The collection of cycles, put off while many small values are made that hold none; and what is remembered of values
too large to be compared."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


@contextmanager
def without_cycle_collection() -> Iterator[None]:
    """To read and to compare makes tens of thousands of small values and no cycles: looking for some costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Same(Generic[_Value]):
    """A value that equals another where both are one value in memory, so that what was found of it is remembered."""

    __slots__ = ("value",)

    def __init__(self, value: _Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value
