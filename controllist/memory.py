"""The collection of cycles, put off while many small values are made that hold none; and what is remembered of values
too large to be compared."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Generic, TypeVar

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


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


class Kept(Generic[_Item, _Made]):
    """What is made of a tuple, kept of the last two tuples asked for; of a sequence that may change nothing is kept.

    A tuple is known again by its identity: it may hold too many values to be compared.
    """

    def __init__(self, make: Callable[[Sequence[_Item]], _Made]) -> None:
        self._make = make
        self._kept: deque[tuple[Sequence[_Item], _Made]] = deque(maxlen=2)

    def __call__(self, items: Sequence[_Item]) -> _Made:
        """What is made of these items, now or when they were asked for before."""
        made = next((made for known, made in self._kept if known is items), None)
        if made is None:
            made = self._make(items)
            if isinstance(items, tuple):
                self._kept.append((items, made))
        return made

    def cache_clear(self) -> None:
        """Forget what was made."""
        self._kept.clear()
