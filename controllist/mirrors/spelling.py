"""One wording for what lists say alike: spelling, quotes, and the way of citing items must not decide anything."""

from __future__ import annotations

import re
from functools import lru_cache

from controllist.changes.language.text.plain import plain, stem
from controllist.codes import mentions
from controllist.mirrors.rules import MirrorRules, regime_code

_QUOTES = re.compile(r"\"|(?<!\w)'|'(?!\w)|(?<=s)'(?=\W|$)")
_ALSO = {
    "defence": "defense", "offence": "offense", "ionised": "ionized", "ionising": "ionizing",
    "aerofoil": "airfoil", "aerofoils": "airfoils", "aeroplane": "airplane", "aeroplanes": "airplanes",
}  # fmt: skip
"""Spellings beyond those that a word's ending tells."""
_WORD = re.compile(r"[a-z]{4,}", re.IGNORECASE)
_CITING = re.compile(
    r"\b(?:specified|controlled|described|enumerated|identified|listed)(?:\s+or\s+(?:otherwise\s+)?described)?\s+"
    r"(?:by|in|under)\s+(?:(?:ECCNs?|the\s+entry|entry|items?|paragraphs?|sub-?items?|category)\s+)*",
    re.IGNORECASE,
)
_NOT_APPLYING = re.compile(r"\b(?:do|does)\s+not\s+(?:control|apply\s+to)\b", re.IGNORECASE)
_APPLYING = re.compile(r"^\s*controls\b")
"""What a note says that begins with a code: `1A001 controls …`."""
_GROUP = re.compile(r"(?<![\w.])(\d)\.([A-E])(?:\.(?!\s?\d)(?=[\s,;)]|$)|(?=[,;)]|$))")
"""A product group as the regime cites it: `2.A.`."""
_TIMES = re.compile(r"(?<=[\w)]) ?[x×] ?(?=\d)")
_ECCN = re.compile(r"\bECCNs?\s+", re.IGNORECASE)
_CITES = re.compile(r"(?:ed\s+(?:by|in|under)|ECCNs?)\s", re.IGNORECASE)
"""Without this no text cites by `_CITING` or `_ECCN`."""
_DIGIT = re.compile(r"\d")


def in_common(text: str, rules: MirrorRules | None = None) -> str:
    """A text as a list of any style would put it: American spelling, no quotes, canonical codes of the regime."""
    return text and _in_common(text, tuple(rules.codes.items()) if rules else (), rules.says_nothing if rules else ())


@lru_cache(maxsize=65536)
def _in_common(text: str, codes: tuple[tuple[str, str], ...], nothing: tuple[str, ...]) -> str:
    rules = MirrorRules("", codes=dict(codes))
    said = plain(text)
    for pattern in _compiled(nothing):
        said = pattern.sub("", said)
    if not _DIGIT.search(said):
        return " ".join(_spelled(said).split())
    said = _GROUP.sub(r"\1\2", said)
    said = _TIMES.sub(" × ", said) if "x" in said or "×" in said else said
    parts: list[str] = []
    done = 0
    for start, end, code in mentions(said):
        parts += [_spelled(said[done:start]), regime_code(code, rules)]
        done = end + 1 if said[end : end + 1] == "." else end
    rest = _APPLYING.sub(" applies to", said[done:]) if parts and not "".join(parts[:-1]) else said[done:]
    return " ".join("".join([*parts, _spelled(rest)]).split())


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, patterns))


def _spelled(text: str) -> str:
    cited = _ECCN.sub("", _CITING.sub("specified by ", text)) if _CITES.search(text) else text
    cited = _NOT_APPLYING.sub("does not apply to", cited) if "not" in cited.lower() else cited
    cited = _QUOTES.sub("", cited) if '"' in cited or "'" in cited else cited
    words = _WORD.findall(cited)
    if words == [*map(_spellings.__getitem__, words)]:
        return cited
    return _WORD.sub(lambda match: _spellings[match.group()], cited)


@lru_cache(maxsize=32768)
def one_spelling(word: str) -> str:
    """One form for the spellings of a word; its number stays."""
    lower = word.lower()
    if lower in _ALSO:
        return _ALSO[lower]
    form = stem(word)
    if form == lower or (lower.endswith("s") and form in (lower[:-1], lower[:-2], lower[:-3] + "y")):
        return word
    found = f"{form}s" if lower.endswith("s") and not form.endswith("s") else form
    return found.capitalize() if word[0].isupper() else found


class _Spellings(dict[str, str]):
    """The one form of each word that was asked for: of the words of lists, which are some thousands."""

    def __missing__(self, word: str) -> str:
        self[word] = found = one_spelling(word)
        return found


_spellings = _Spellings()
