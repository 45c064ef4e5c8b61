"""Regular expressions that are compiled when they are first used: most commands need few of the engine's hundreds."""

from __future__ import annotations

import re
from typing import cast

_NAMES = [name for name in dir(re.Pattern) if not name.startswith("_")]


class _Compiled:
    """A pattern in use: it has all that a compiled one has, and looks nothing up that it has not."""


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
            vars(self).update({name: getattr(self._compiled, name) for name in _NAMES})
            self.__class__ = _Compiled  # type: ignore[assignment]  # what asks before each look costs more than the look
        return getattr(self._compiled, name)


def pattern(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """A pattern like `re.compile`'s, whose compilation waits for its first use; a fault in it shows then.

    >>> pattern(r"k\\w+").findall("two kettles")
    ['kettles']
    """
    return cast("re.Pattern[str]", _Uncompiled(source, int(flags)))
