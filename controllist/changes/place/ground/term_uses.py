"""Which nodes mark a term, however it is spelled: looked up by the forms in which an edition prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from operator import eq

from controllist.changes.language.text.plain import initial_of, stem, words_of
from controllist.model import Node

_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
"""No spelling puts one of them for another letter at the second place of a term."""
_QUOTES = "\"'"


class TermUses:
    """Some nodes and the terms that each of them marks.

    Few terms are ever asked for, and an edition prints each in few forms: only the forms that may be of a term asked
    for are brought to their key.
    """

    def __init__(self, nodes: Iterable[Node], terms: Iterable[Sequence[str]]) -> None:
        self._uses: defaultdict[str, list[Node]] = defaultdict(list)
        """The nodes that mark each printed form, one that marks it twice twice."""
        uses = self._uses
        for node, marked in zip(nodes, terms, strict=True):
            for form in marked:
                uses[form].append(node)
        self._found: dict[str, list[Node]] = {}

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """The printed forms under their first character, small."""
        found: dict[str, list[str]] = {}
        for form in self._uses:
            found.setdefault(form.lstrip(_QUOTES)[:1].lower(), []).append(form)
        return found

    def of(self, key: str) -> list[Node]:
        """The nodes that mark a term of this key, those of one printed form after the other."""
        found = self._found.get(key)
        if found is None:
            words = key.split(" ")
            forms = [form for form in self._likely(key) if _says(form, words)]
            used = [pairwise([None, *self._uses[form]]) for form in forms]
            found = self._found[key] = [node for pairs in used for last, node in pairs if node and node is not last]
        return found

    def _likely(self, key: str) -> list[str]:
        """The forms that may have a key, by their first two characters: most are no terms of that key."""
        initial, second = initial_of(key), key[1:2]
        begun = [forms for first, forms in self._forms.items() if first == initial or not _is_letter(first)]
        others = _CONSONANTS - {second} if second.isascii() and second.isalpha() else frozenset[str]()
        return [form for forms in begun for form in forms if form.lstrip(_QUOTES)[1:2].lower() not in others]


def _says(form: str, words: Sequence[str]) -> bool:
    """Whether a printed form is a term whose key has these words: most others have another first one."""
    said = words_of(form)
    return len(said) == len(words) and all(map(eq, map(stem, said), words))


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()
