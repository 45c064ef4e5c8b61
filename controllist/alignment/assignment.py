"""Who goes with whom: the assignment of the highest total score."""

from __future__ import annotations

from collections.abc import Mapping

EXACT_UP_TO = 40
"""Groups of competing candidates up to this size are solved exactly, larger ones best pair first."""


def assign(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs (row, column), each at most once, of the highest total; only pairs named in `scores` are made.

    >>> assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8})
    [(0, 1), (1, 0)]
    """
    if len(scores) < 2:
        return [*scores]
    found: list[tuple[int, int]] = []
    for group in _competing(scores):
        rows, columns = {row for row, _ in group}, {column for _, column in group}
        if len(rows) == 1 or len(columns) == 1 or max(len(rows), len(columns)) > EXACT_UP_TO:
            found += _best_first(group)
        else:
            found += _exact(group, sorted(rows), sorted(columns))
    return sorted(found)


def _competing(scores: Mapping[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The candidates in groups that share no row and no column."""
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def lead(key: tuple[str, int]) -> tuple[str, int]:
        while (above := leader.setdefault(key, key)) != key:
            leader[key] = leader.setdefault(above, above)
            key = above
        return key

    for row, column in scores:
        leader[lead(("row", row))] = lead(("column", column))
    groups: dict[tuple[str, int], dict[tuple[int, int], float]] = {}
    for (row, column), score in scores.items():
        groups.setdefault(lead(("row", row)), {})[row, column] = score
    return list(groups.values())


def _best_first(group: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    found = []
    for (row, column), _ in sorted(group.items(), key=lambda item: (-item[1], item[0])):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            found.append((row, column))
    return found


def _exact(group: Mapping[tuple[int, int], float], rows: list[int], columns: list[int]) -> list[tuple[int, int]]:
    """The Hungarian method with potentials; a row may go to its own empty column at no gain."""
    costs = [
        [-group.get((row, column), 0.0) for column in columns] + [0.0] * len(rows) for row in rows
    ]
    taken = _cheapest(costs)
    pairs = [(row, columns[at]) for row, at in zip(rows, taken, strict=True) if at < len(columns)]
    return [pair for pair in pairs if pair in group]


def _cheapest(costs: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest assignment; there are at least as many columns as rows."""
    width = len(costs[0])
    of_row, of_column = [0.0] * (len(costs) + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)  # row that holds a column; rows and columns count from 1, column 0 is the start
    for row in range(1, len(costs) + 1):
        owner[0] = row
        came_from = [0] * (width + 1)
        slack = [float("inf")] * (width + 1)
        seen = [False] * (width + 1)
        at = 0
        while owner[at]:
            seen[at] = True
            holder, least, following = owner[at], float("inf"), 0
            prices = costs[holder - 1]
            for column in range(1, width + 1):
                if seen[column]:
                    continue
                price = prices[column - 1] - of_row[holder] - of_column[column]
                if price < slack[column]:
                    slack[column], came_from[column] = price, at
                if slack[column] < least:
                    least, following = slack[column], column
            for column in range(width + 1):
                if seen[column]:
                    of_row[owner[column]] += least
                    of_column[column] -= least
                else:
                    slack[column] -= least
            at = following
        while at:
            owner[at] = owner[came_from[at]]
            at = came_from[at]
    taken = [0] * len(costs)
    for column in range(1, width + 1):
        if owner[column]:
            taken[owner[column] - 1] = column - 1
    return taken
