"""What two texts do not share at their beginning and end: what is sought in a difference need not be sought elsewhere.

>>> unlike("a" * 60 + " tin " + "b" * 60, "a" * 60 + " clay " + "b" * 60) == tuple(
...     f"{'a' * 39} {metal} {'b' * 39}" for metal in ("tin", "clay"))
True
"""

from __future__ import annotations

from functools import lru_cache

BESIDE = 40
"""Characters beside what differs that may belong to it."""


@lru_cache(maxsize=1024)
def unlike(one: str, other: str) -> tuple[str, str]:
    """Two texts without what they begin and end with alike, but for some characters."""
    most = min(len(one), len(other))
    begin = _shared(one, other, most)
    end = max(0, _shared(one[::-1], other[::-1], most - begin) - BESIDE)
    begin = max(0, begin - BESIDE)
    return one[begin : len(one) - end], other[begin : len(other) - end]


def _shared(one: str, other: str, most: int) -> int:
    """How many characters two texts begin with alike."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if one[:middle] == other[:middle]:
            least = middle
        else:
            most = middle - 1
    return least
