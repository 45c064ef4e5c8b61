"""Regular expressions that are compiled when they are first used: most commands need few of the engine's hundreds."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "pattern")


class _Uncompiled:
    """What stands for a pattern until it is asked for anything, and hands on what it is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> object:
        if not hasattr(re.Pattern, name):
            raise AttributeError(name)  # whoever only looks whether it is there compiles nothing
        if self._compiled is None:  # kept here: the standard library forgets the oldest of more than five hundred
            self._compiled = re.compile(self._source, self._flags)
            vars(self).update({method: getattr(self._compiled, method) for method in _METHODS})
        return getattr(self._compiled, name)


def pattern(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """A pattern like `re.compile`'s, whose compilation waits for its first use; a fault in it shows then.

    >>> pattern(r"k\\w+").findall("two kettles")
    ['kettles']
    """
    return cast("re.Pattern[str]", _Uncompiled(source, int(flags)))
