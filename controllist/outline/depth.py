"""Where each labelled line of an entry stands, solved for the whole entry at once.

Every line offers a few places: below the line before it, beside one of its ancestors, where its printed prefix says, or
in the list of an open note. Each place has a cost, the sum of what speaks against it; a beam keeps the cheapest
readings of the entry so far. A broken label is thus paid for once, and the lines after it find their places again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from controllist.lines import Line
from controllist.outline.labels import opens, steps, types_of

Path = tuple[str, ...]

BEAM = 16
"""Readings kept after each line."""
MARGIN = 12.0
"""A reading that costs this much more than the best one is dropped."""
DOUBT = 2.4
"""A line whose place costs this much is reported as a contradiction."""

NOTE_ROLES = frozenset({"note", "technical-note", "nota-bene"})

# What speaks against a place. One broken label must cost less than moving the lines around it.
NOT_FIRST = 4.0  # the first child is not a., 1., i.
GAP = 2.5  # a number is missing before this one
OTHER_TYPE = 6.0  # a letter beside numbers
REPEATED = 6.0
BACKWARD = 7.0
WRONG_LEVEL = 2.0  # a number where the list's levels have letters
OFF_INDENT = 2.3
OFF_DEPTH = 1.5  # where tabs tell another depth
OFF_FIRM_DEPTH = 40.0  # per level, where elements are nested
OFF_PREFIX = 2.5  # per printed label that the place contradicts
SKIPPED_PARENT = 1.0  # b.1. is printed where b. was not
CLOSED_LEVEL = 0.05  # of two places that fit alike, the deeper one
ITALIC_ITEM = 3.0
UPRIGHT_IN_ITALIC_NOTE = 4.0
UPRIGHT_IN_AWAITED_LIST = 1.0
LIST_AWAITED = 3.0  # an item where a note's words ended with a colon
LEFT_OF_NOTE = 4.0
NEAR = 4.0  # points by which a typist may miss a column
NO_LIST_ANNOUNCED = 2.0
PRINTED_IN_NOTE = 8.0  # a line with its entry's prefix inside a note


class Place(NamedTuple):
    """Where a line stands: as the item `path`, or (`note` ≥ 0) in the note opened that many notes ago."""

    path: Path
    note: int = -1
    cost: float = 0.0


class _Note(NamedTuple):
    """An open note and the list that has begun in it: `labels` is the path that the list has come to."""

    indent: float | None
    italic: bool
    announces: bool
    """A list may follow: the note has no text of its own yet."""
    awaits: bool
    """A list must follow: the last words were "as follows:"."""
    labels: Path = ()


class _Seen(NamedTuple):
    """What the last label at a level looked like: where it was indented, which depth its tabs told."""

    indent: float | None = None
    depth: int | None = None


class _State(NamedTuple):
    cost: float
    path: Path
    levels: tuple[_Seen, ...]  # one for each label of the path
    notes: tuple[_Note, ...]  # innermost first, at most three
    trail: tuple[object, Place] | None


def solve(lines: Sequence[Line], levels: tuple[str, ...]) -> list[Place]:
    """The place of every line of one entry. The first line may be the entry's heading (no labels)."""
    if all((line.firm and line.depth is not None) or line.role != "item" or not line.labels for line in lines):
        return _nested_places(lines)
    states = [_State(0.0, (), (), (), None)]
    for line in lines:
        following: dict[tuple[Path, tuple[_Note, ...]], _State] = {}
        for state in states:
            for reading in _readings(state, line, levels):
                key = (reading.path, reading.notes)
                if key not in following or reading.cost < following[key].cost:
                    following[key] = reading
        states = sorted(following.values(), key=lambda s: s.cost)[:BEAM]
        limit = states[0].cost + MARGIN
        states = [state for state in states if state.cost <= limit]
    return _places(states[0])


def _nested_places(lines: Sequence[Line]) -> list[Place]:
    """The places of lines whose elements are nested: nothing is to be searched, much is saved."""
    places: list[Place] = []
    path: Path = ()
    note: Line | None = None
    lists: list[Path] = []  # how far the list of each open note has come, innermost first
    for line in lines:
        if line.role == "item":
            place = _firm_place(path, line) if line.labels else Place(())
            path = place.path
            places.append(place)
            note = None
        elif line.role in NOTE_ROLES:
            depth = line.depth if line.firm and line.depth is not None else len(path)
            places.append(Place(path[:depth]))
            lists = [(), *(lists[:2] if note else ())]
            note = line
        elif line.firm and line.depth is not None and not (line.bound and note):
            places.append(Place(path[: line.depth]))
            note = None
        elif note is not None and (line.bound or line.italic or not note.italic or line.role != "text"):
            label = line.labels[-1] if line.labels else ""
            at = _continued(lists, label)
            lists = [_list_path(lists[at], label) if label else lists[at], *lists[at + 1 :]]
            places.append(Place(path, at))
        else:
            places.append(Place(path))
            note = None
    return places


def _places(state: _State) -> list[Place]:
    places: list[Place] = []
    trail = state.trail
    while trail is not None:
        places.append(trail[1])
        trail = trail[0]  # type: ignore[assignment]  # a linked list of the same pairs
    return places[::-1]


def _readings(state: _State, line: Line, levels: tuple[str, ...]) -> Iterator[_State]:
    if line.role in NOTE_ROLES:
        yield _with_note(state, line)
    elif line.role == "item":
        yield from _item_readings(state, line, levels)
    elif line.bound and state.notes:
        yield _bound_reading(state, line)
    else:
        yield _with_text(state, line)


def _advance(
    state: _State, place: Place, path: Path, levels: tuple[_Seen, ...], notes: tuple[_Note, ...]
) -> _State:
    return _State(state.cost + place.cost, path, levels, notes, (state.trail, place))


def _awaits_list(text: str) -> bool:
    return text.rstrip().endswith((":", "following", "as follows"))


def _with_note(state: _State, line: Line) -> _State:
    opened = _Note(line.indent, line.italic, not line.text, _awaits_list(line.text))
    path = state.path
    depth = len(path)
    if line.depth is not None and line.firm:
        depth = min(line.depth, depth)
    elif line.indent is not None:
        # A note is set right of the label of the item it qualifies.
        while depth and (at := state.levels[depth - 1].indent) is not None and line.indent <= at + NEAR:
            depth -= 1
    return _advance(state, Place(path[:depth]), path, state.levels, (opened, *state.notes[:2]))


def _with_text(state: _State, line: Line) -> _State:
    """An unlabelled paragraph continues the open note unless its type or its indentation say otherwise."""
    if line.firm and line.depth is not None:
        return _advance(state, Place(state.path[: line.depth]), state.path, state.levels, ())
    if state.notes:
        note = state.notes[0]
        upright = note.italic and not line.italic and line.role == "text"
        left = note.indent is not None and line.indent is not None and line.indent < note.indent - 3
        if not upright and not left:
            note = note._replace(awaits=_awaits_list(line.text))
            return _advance(state, Place(state.path, 0), state.path, state.levels, (note, *state.notes[1:]))
    depth = _text_depth(state, line)
    return _advance(state, Place(state.path[:depth]), state.path, state.levels, ())


def _text_depth(state: _State, line: Line) -> int:
    if line.indent is None:
        return len(state.path)
    depth = len(state.path)
    while depth and (at := state.levels[depth - 1].indent) is not None and line.indent < at - 3:
        depth -= 1
    return depth


def _firm_place(before: Path, line: Line) -> Place:
    """Where a label of nested elements stands after the path `before`: as they say, in order or not; and the doubt."""
    labels, depth = line.labels, line.depth or 1
    if len(labels) == depth:
        return Place(labels) if line.entry else _place_in_full(before, labels)
    path = (*before[: depth - 1], labels[-1])
    cost = _sequence_cost(before, len(path) - 1, labels[-1], ())
    return Place(path, -1, cost + (depth - len(path)) * OFF_FIRM_DEPTH)


@lru_cache(maxsize=16384)
def _place_in_full(before: Path, labels: Path) -> Place:
    return Place(labels, -1, _jump_cost(before, labels, ()))


def _item_readings(state: _State, line: Line, levels: tuple[str, ...]) -> Iterator[_State]:
    if line.firm and line.depth and line.labels:
        place = _firm_place(state.path, line)
        yield _advance(state, place, place.path, (_Seen(),) * len(place.path), ())
        return
    printed = _printed_path(line)
    if not line.labels:
        # The entry's own heading, or its code printed again.
        yield _advance(state, Place(()), (), (), ())
        return
    label = line.labels[-1]
    places: dict[Path, float] = {}
    for depth in range(len(state.path) + 1):
        path = (*state.path[:depth], label)
        cost = _sequence_cost(state.path, depth, label, levels) + _indent_cost(state, depth, line)
        cost += CLOSED_LEVEL * (len(state.path) - depth)
        places[path] = cost + _depth_cost(state, line, depth + 1) + _prefix_cost(printed, path)
    if printed:
        # An entry whose own heading is not printed begins where its first line says.
        begins = bool(line.entry) and state.trail is None
        cost = 0.0 if begins else _jump_cost(state.path, printed, levels) + _depth_cost(state, line, len(printed))
        places[printed] = min(cost, places.get(printed, cost))
    unlikely = ITALIC_ITEM if line.italic else 0.0
    if state.notes and state.notes[0].awaits and not printed:
        unlikely += LIST_AWAITED
    for path, cost in places.items():
        if cost + unlikely <= MARGIN * 2:
            above = (*state.levels[: len(path) - 1], *[_Seen()] * (len(path) - 1 - len(state.levels)))
            seen = (*above, _Seen(line.indent, line.depth))
            yield _advance(state, Place(path, -1, cost + unlikely), path, seen, ())
    for depth, note in enumerate(() if line.firm else state.notes):
        if depth and not _goes_on(note.labels, label):
            continue  # the list of a note farther out may go on, but nothing begins in it
        for labels, sequence in _note_list_places(note, label):
            cost = sequence + _note_cost(note, line, begun=bool(note.labels)) + CLOSED_LEVEL * depth
            # Once a list that was awaited has begun upright, an upright label is nothing strange in this note.
            italic = line.italic if note.awaits else note.italic
            opened = note._replace(labels=labels, italic=italic, awaits=_awaits_list(line.text))
            notes = (opened, *state.notes[depth + 1 :])
            yield _advance(state, Place(state.path, depth, cost), state.path, state.levels, notes)


def _printed_path(line: Line) -> Path:
    """The full path where the line prints one: after its entry's code, or as a compound label (`b.1.a.`)."""
    if line.entry or len(line.labels) > 1:
        return line.labels
    return ()


def _sequence_cost(path: Path, depth: int, label: str, levels: tuple[str, ...]) -> float:
    if depth == len(path):
        cost = 0.0 if opens(label) else NOT_FIRST
        # Asked of the first label at a level only: what goes on beside it is as right or wrong as it was.
        return cost + WRONG_LEVEL if levels and levels[depth % len(levels)] not in types_of(label) else cost
    distance = steps(path[depth], label)
    if distance is None:
        return OTHER_TYPE
    if distance == 1:
        return 0.0
    if distance > 1:
        return GAP + min(distance - 2, 6) * 0.5
    return REPEATED if distance == 0 else BACKWARD


def _indent_cost(state: _State, depth: int, line: Line) -> float:
    if line.indent is None:
        return 0.0
    if depth < len(state.levels) and (beside := state.levels[depth].indent) is not None:
        # Labels set flush right move a little to the left where they grow by a digit.
        return min(abs(line.indent - beside) / 12, 1.0) * OFF_INDENT if abs(line.indent - beside) > 3 else 0.0
    if depth and depth <= len(state.levels) and (above := state.levels[depth - 1].indent) is not None:
        return OFF_INDENT if line.indent <= above + 2 else 0.0
    return 0.0


def _depth_cost(state: _State, line: Line, depth: int) -> float:
    if line.depth is None or depth == line.depth:
        return 0.0
    # A typist who is off stays off: what agrees with the label before, or with the one above, costs nothing more.
    if depth <= len(state.levels) and state.levels[depth - 1].depth is not None:
        return 0.0 if state.levels[depth - 1].depth == line.depth else OFF_DEPTH
    if 1 < depth <= len(state.levels) + 1 and state.levels[depth - 2].depth == line.depth - 1:
        return 0.0
    return OFF_DEPTH


def _prefix_cost(printed: Path, path: Path) -> float:
    if not printed:
        return 0.0
    same = sum(a == b for a, b in zip(printed, path, strict=False))
    return (max(len(printed), len(path)) - same) * OFF_PREFIX


def _jump_cost(path: Path, printed: Path, levels: tuple[str, ...]) -> float:
    """What speaks against the printed path itself: where it leaves the path so far, it must go on from there."""
    shared = 0
    while shared < min(len(path), len(printed)) and path[shared] == printed[shared]:
        shared += 1
    if shared == len(printed):
        return REPEATED
    cost = _sequence_cost(path, shared, printed[shared], levels)
    for depth in range(shared + 1, len(printed)):
        cost += SKIPPED_PARENT + _sequence_cost(printed[:depth], depth, printed[depth], levels)
    return cost


def _note_list_places(note: _Note, label: str) -> Iterator[tuple[Path, float]]:
    """Places of `label` in a note's own list, and what speaks against each."""
    for depth, before in enumerate(note.labels):
        distance = steps(before, label)
        if distance == 1:
            yield (*note.labels[:depth], label), 0.0
        elif distance is not None and distance > 1:
            yield (*note.labels[:depth], label), GAP
    yield (*note.labels, label), 0.0 if opens(label) else NOT_FIRST


def _note_cost(note: _Note, line: Line, *, begun: bool) -> float:
    expected = note.announces or note.awaits or begun
    cost = 0.0 if expected else NO_LIST_ANNOUNCED
    if note.italic and not line.italic:
        cost += UPRIGHT_IN_AWAITED_LIST if note.awaits else UPRIGHT_IN_ITALIC_NOTE
    # A list that nothing announces is set in from its note.
    edge = 3 if expected else -2
    if note.indent is not None and line.indent is not None and line.indent < note.indent - edge:
        cost += LEFT_OF_NOTE
    if line.entry or len(line.labels) > 1:
        cost += PRINTED_IN_NOTE
    return cost


def _bound_reading(state: _State, line: Line) -> _State:
    """A note's line stands in the note opened last, unless it goes on with the list of a note around that one."""
    label = line.labels[-1] if line.labels else ""
    at = _continued([note.labels for note in state.notes], label)
    note = state.notes[at]
    labels = _list_path(note.labels, label) if label else note.labels
    opened = note._replace(labels=labels, awaits=_awaits_list(line.text))
    return _advance(state, Place(state.path, at), state.path, state.levels, (opened, *state.notes[at + 1 :]))


def _continued(lists: Sequence[Path], label: str) -> int:
    """Which of the lists of open notes, innermost first, `label` goes on with; the innermost, if with none."""
    return next((depth for depth, labels in enumerate(lists) if label and _goes_on(labels, label)), 0)


def _goes_on(labels: Path, label: str) -> bool:
    return any(steps(before, label) == 1 for before in labels)


def _list_path(labels: Path, label: str) -> Path:
    """The path of `label` in a note's list that has come to `labels`."""
    for depth in range(len(labels) - 1, -1, -1):
        if steps(labels[depth], label) == 1:
            return (*labels[:depth], label)
    return (*labels, label)
