"""What is said about an item beside its words, compared field by field: licence reasons, exceptions, marks, dates.

A field is an annotation's name, or `expires`, `year`. Typography is no change, nor is what only one of two sources
keeps: a field that an edition does not use, a block of statements it lost, a paragraph it files under another name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from rapidfuzz.distance import Indel

from controllist.changes.fields import Fields, Key, facts_of, fields_of, form_of, same_but_for_codes
from controllist.changes.records import FieldChange, FieldWhat
from controllist.model import Node

WORDS_DIFFER = "words differ"

_MARKS = frozenset({"sensitive", "very-sensitive", "schedule-2", "annex-iv"})
"""Fields that say something by being there; all others are statements, of which a source may lose a whole block."""
_UNNAMED = frozenset({"metadata"})
"""Paragraphs whose field no reader could tell: what stands there on one side may stand anywhere on the other."""
_USUAL = 0.9
"""A statement that this share of the annotated items have is lost by the source where it is missing, not by law."""
_TELLING = 5
"""More words than this make a paragraph that is known again under another name."""
LONGEST_NAME = 4
"""Words of a key that may be stated; a longer one is a sentence that stands where a name should."""
_ALIKE = 0.85
"""How alike two paragraphs under different names are, 0 to 1, that are one."""


class _Ground(msgspec.Struct, frozen=True):
    """What is known of both editions as a whole: the fields to compare, and the notes below each node."""

    comparable: set[str]
    usual: set[str]
    notes: tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]


def field_changes(pairs: Iterable[tuple[Node | None, Node | None]]) -> tuple[FieldChange, ...]:
    """The fields that changed on items which stand in both editions.

    The pairs are of two whole editions, unpaired nodes beside None: from them all it is seen which fields both have.
    An item that becomes reserved or is taken up is one that goes or comes, and says nothing here.
    """
    pairs = tuple(pairs)
    differing = [(old, new) for old, new in pairs if old and new and not _same_beside(old, new)]
    if not differing:
        return ()
    olds, news = [old for old, _ in pairs if old], [new for _, new in pairs if new]
    comparable = comparable_fields(olds, news)
    ground = _Ground(comparable, _usual_statements(olds) | _usual_statements(news), (_notes(olds), _notes(news)))
    found: list[FieldChange] = []
    for old, new in differing:
        if old.status == new.status:
            found += _date_changes(old, new, comparable) + _annotation_changes(old, new, ground)
    return tuple(found)


def comparable_fields(old_nodes: Iterable[Node], new_nodes: Iterable[Node]) -> set[str]:
    """The fields that both editions use at all: one that only one of two sources shows is no change of law."""
    return _used_fields(old_nodes) & _used_fields(new_nodes)


def _used_fields(nodes: Iterable[Node]) -> set[str]:
    used: set[str] = set()
    for node in nodes:
        if node.annotations:
            used.update([annotation.name for annotation in node.annotations])
        if node.expires:
            used.add("expires")
        if node.year is not None:
            used.add("year")
    return used


def _usual_statements(nodes: Iterable[Node]) -> set[str]:
    """The statements that nearly every item has that has any."""
    stated = [node.annotations for node in nodes if node.annotations]
    held = [names for some in stated if (names := {one.name for one in some} - _MARKS)]
    counts = Counter(name for names in held for name in names)
    return {name for name, count in counts.items() if count >= _USUAL * len(held)}


def _notes(nodes: Iterable[Node]) -> dict[str, list[str]]:
    """The texts of the notes below each node: one source's statement is another's note."""
    found: dict[str, list[str]] = {}
    for node in nodes:
        if node.kind in ("note", "technical-note", "nota-bene") and node.text:
            found.setdefault(node.parent, []).append(node.text)
    return found


def _same_beside(old: Node, new: Node) -> bool:
    return old.annotations == new.annotations and old.expires == new.expires and old.year == new.year


def _date_changes(old: Node, new: Node, comparable: set[str]) -> list[FieldChange]:
    """The last day of validity, and the year since which a number is empty."""
    facts = {"expires": (old.expires, new.expires), "year": (str(old.year or ""), str(new.year or ""))}
    return [
        FieldChange(new.id, new.code, name, _what(before, after), before, after)
        for name, (before, after) in facts.items()
        if name in comparable and before != after
    ]


def _annotation_changes(old: Node, new: Node, ground: _Ground) -> list[FieldChange]:
    names = _told_on_both_sides(old, new, ground.comparable, ground.usual)
    before, after = (fields_of(node, names) for node in (old, new))
    if _forms(before) == _forms(after):
        return []
    if astray := _astray(old, new, ground.notes[1]) | _astray(new, old, ground.notes[0]):
        before, after = (fields_of(node, names, astray) for node in (old, new))
    sides = (
        (name, key, before.get(name, {}).get(key, {}), after.get(name, {}).get(key, {}))
        for name, key in _differing(_forms(before), _forms(after))
    )
    return [
        _change(new, name, key, was, now)
        for name, key, was, now in sides
        if not (was and now and same_but_for_codes(was, now, new.code))
    ]


def _told_on_both_sides(old: Node, new: Node, comparable: set[str], usual: set[str]) -> set[str]:
    """The fields whose difference on one item is a difference of the law and not of what the sources kept."""
    before, after = ({one.name for one in node.annotations} & comparable for node in (old, new))
    one_sided = before ^ after
    lost = one_sided & (usual | _UNNAMED)
    is_block_lost = not before - _MARKS - _UNNAMED or not after - _MARKS - _UNNAMED
    if is_block_lost and len(one_sided - _MARKS) > 1:
        lost = one_sided - _MARKS
    unread = {name for node in (old, new) for name in before & after if _is_unread(node, name)}
    return (before | after) - lost - unread


def _is_unread(node: Node, name: str) -> bool:
    """Whether words of a field are not at hand: the facts alone keep an annotation that is a sentence as its name."""
    return any(one.name == name and not one.text and not one.rows for one in node.annotations)


def _astray(node: Node, other: Node, notes: Mapping[str, Sequence[str]]) -> set[str]:
    """The forms of paragraphs that the other edition has under another name alone, or as a note of the item.

    A short one ("Mixtures:") goes with the longer ones of its name, where all of these went.
    """
    here, there = _names_by_paragraph(node), _names_by_paragraph(other)
    elsewhere = [*there, *map(form_of, notes.get(other.id, ()))]
    long = [form for form in here if form.count(" ") >= _TELLING]
    gone = {
        form
        for form in long
        if not any(_holds(text, form) for text, names in there.items() if names & here[form])
        and any(_holds(text, form) for text in elsewhere)
    }
    left = {name for form in here.keys() - gone if form in long for name in here[form]}
    names_gone = {name for form in gone for name in here[form]} - left
    return gone | {form for form, names in here.items() if names <= names_gone}


def _holds(text: str, form: str) -> bool:
    return form in text or Indel.normalized_similarity(form.split(), text.split(), score_cutoff=_ALIKE) > 0


def _names_by_paragraph(node: Node) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in node.annotations:
        if one.text and one.name not in _MARKS:
            found.setdefault(form_of(one.text), set()).add(one.name)
    return found


# Comparison ----------------------------------------------------------------------------------------------------------

Forms = dict[str, dict[str, dict[str, str]]]


def _forms(fields: Fields) -> Forms:
    """The fields in normal form, field → key → scope → value."""
    return {
        name: {key: {scope: form_of(said.value) for scope, said in stated.items()} for key, stated in field.items()}
        for name, field in fields.items()
    }


def _differing(before: Forms, after: Forms) -> list[tuple[str, str]]:
    """The fields and keys in which two structures differ, in order."""
    if before == after:
        return []
    from deepdiff import DeepDiff  # slow to import, and few pairs come here

    found: set[tuple[str, str]] = set()
    for differences in DeepDiff(before, after, view="tree", threshold_to_diff_deeper=0).values():
        for difference in differences:
            path: list[Any] = difference.path(output_format="list")
            for name in path[:1] or {*before, *after}:
                keys = path[1:2] or {*before.get(name, {}), *after.get(name, {})}
                found.update((name, key) for key in keys)
    return sorted(found)


def _change(node: Node, name: str, key: str, before: Key, after: Key) -> FieldChange:
    what = _what(before, after)
    key = key if len(key.split()) <= LONGEST_NAME else ""
    old, new = facts_of(before, after, node.code, limited=name in _MARKS)
    old, new = _keyed(key, old, what != "added"), _keyed(key, new, what != "removed")
    note = ""
    if what == "changed" and old == new:
        note, old, new = (f"{key}: {WORDS_DIFFER}" if key else WORDS_DIFFER), "", ""
    return FieldChange(node.id, node.code, name, what, old, new, note)


def _what(before: object, after: object) -> FieldWhat:
    return "changed" if before and after else "added" if after else "removed"


def _keyed(key: str, fact: str, stands: bool) -> str:
    """A fact with its key before it, where the key stands on this side at all."""
    return "" if not stands else fact if not key or fact.startswith(key) else f"{key} {fact}".strip()
