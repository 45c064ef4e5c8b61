"""Which nodes mark a term, however it is spelled: looked up by the forms in which an edition prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from controllist.changes.language.plain import initial_of, term_key
from controllist.model import Node

_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
"""No spelling puts one of them for another letter at the second place of a term."""
_QUOTES = "\"'"


class TermUses:
    """Some nodes and the terms that each of them marks.

    Few terms are ever asked for, and an edition prints each in few forms: nodes are sought by these when it is asked.
    """

    def __init__(self, nodes: Iterable[Node], terms: Iterable[Sequence[str]]) -> None:
        self._nodes: dict[str, list[Node]] = {}
        """The nodes that mark each printed form."""
        for node, marked in zip(nodes, terms, strict=True):
            for form in marked:
                self._nodes.setdefault(form, []).append(node)
        self._found: dict[str, list[Node]] = {}

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """The printed forms under their first character, small."""
        found: dict[str, list[str]] = {}
        for form in self._nodes:
            found.setdefault(form.lstrip(_QUOTES)[:1].lower(), []).append(form)
        return found

    def of(self, key: str) -> list[Node]:
        """The nodes that mark a term of this key, those of one printed form after the other."""
        found = self._found.get(key)
        if found is None:
            forms = [form for form in self._likely(key) if term_key(form) == key]
            found = [node for form in forms for node in self._nodes[form]]
            self._found[key] = found
        return found

    def _likely(self, key: str) -> list[str]:
        """The forms that may have a key, by their first two characters: most are no terms of that key."""
        initial, second = initial_of(key), key[1:2]
        begun = [forms for first, forms in self._forms.items() if first == initial or not _is_letter(first)]
        others = _CONSONANTS - {second} if second.isascii() and second.isalpha() else frozenset[str]()
        return [form for forms in begun for form in forms if form.lstrip(_QUOTES)[1:2].lower() not in others]


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()
