"""Normal forms of text, tokens, similarity and redlines: what two wordings have in common, and where they differ.

>>> normal("“Kettles” rated above 1 000 watts; or") == normal('"kettles" rated above 1,000 W.')
True
>>> marked(redline("Kettles above 5 l;", "Kettles above 7 l;"))
'Kettles above [-5-]{+7+} l;'
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from controllist.figures.units import UNIT_BEGINS, normal_unit, unit_end
from controllist.typography import folded as with_single_blanks
from controllist.typography import with_opening_marks, with_raised_signs

Op = Literal["=", "-", "+"]

_FOLD = {
    **dict.fromkeys("“”„‟«»〝〞＂″", '"'),
    **dict.fromkeys("‘’‚‛ʻʼ‹›`´′", "'"),
    **dict.fromkeys("‐‑‒–—―−⁃﹣－", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    **dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₍₎", "0123456789+-()", strict=True)),
    **{"μ": "µ", "Ω": "Ω", "⁃": "-", "…": "...", "ﬁ": "fi", "ﬂ": "fl", "∙": "·", "•": "·", "⋅": "·", "✕": "×"},
    **{"º": "°", "℃": "°C"},
}
_FOLDED = re.compile(f"[{''.join(_FOLD)}]")
_JOINS = frozenset(("and/or", "and", "or", "und/oder", "und", "oder", "sowie", "et/ou", "et", "ou"))
_CUT_OR = "o"
"""What is left of an "or" that a source cut off, behind a semicolon."""
_MARKS = " ;,.:"
_LONGEST_END = 60
"""Characters among which the marks and the conjunction stand that end an item."""
_MARK_INSIDE = re.compile(r"([,;.])([\"'])(?!\w)")
"""A comma, semicolon or full stop before a closing quotation mark: some printers put it there, others behind."""
_THOUSANDS = re.compile(r"[1-9](?<![\w.,].)\d{0,2}(?:[ ,]\d{3})+(?![\d,]*\d)")
_BLANK_IN_FIGURE = re.compile(r" \d(?<=\d .)")
_COMMA_IN_FIGURE = re.compile(r",\d(?<=\d,.)")
"""What a text holds that groups digits, or has a decimal comma: most have neither."""
_DECIMAL_COMMA = re.compile(r"\d(?<![\w.,].)\d*,(?:\d{1,2}|\d{4,})(?![\d,]|\.\d)")
"""A comma that can only be a decimal one: three digits behind it may be thousands."""
_POWER = re.compile(r"(?<=\d) ?x ?(?=10[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹])")
_TIGHT = re.compile(r" (?:(?=[-,;:.)\]}%!?°/×·=<>≤≥±~+])|(?<=[-(\[{/×·=<>≤≥±~+] ))")
_TIGHT_SOMEWHERE = re.compile(r" (?:[-,;:.)\]}%!?°/×·=<>≤≥±~+]|(?<=[-(\[{/×·=<>≤≥±~+] ))")
"""The same to be searched: most texts have no such blank, and so it is seen in half the time."""
_FIGURE_END = re.compile(rf"[0-9]\s?(?={UNIT_BEGINS})")
_FIRST_LETTER = re.compile(r"\A\W*[^\W\d_]")
_TOKEN = re.compile(r"[a-z][^\W\d_]*|\d+(?:[.,]\d+)*|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[^\W\d_]+|[<>≤≥=±%°]")
"""Of a text in lower case; most tokens begin with a plain letter, which is therefore tried first."""
_AROUND = ",;:.()\"'"
"""Marks around words, of which no token holds one at its end."""
HEAD_ROWS = 2
"""Among so many rows stand a table's title and its column heads."""
_FOOTNOTE_MARK = re.compile(r"\(\*+\d*\)|(?<!\d)\*+(?!\s?\d)")
"""`*`, `(*)` or `(*1)`, but no sign of multiplication."""
_WORD = re.compile(r"\s*(?:\d+(?:[.,]\d+)*|\w+|[^\w\s])")


@lru_cache(maxsize=32768)
def normal(text: str) -> str:
    """The text with its typography folded away: two texts of one normal form say the same in the same words.

    Folded are quotes, dashes, spaces, digit grouping, lowered characters, the case of the first letter, the mark or
    conjunction that ends an item of a list, and the spelling of units. Quoting itself is kept: it marks defined terms.
    """
    folded = with_single_blanks(_with_plain_marks(with_raised_signs(with_opening_marks(text)))).replace("''", '"')
    if ('"' in folded or "'" in folded) and _MARK_INSIDE.search(folded):
        folded = _MARK_INSIDE.sub(r"\2\1", folded)
    if any(map(folded.__contains__, "0123456789")):
        has_comma = _COMMA_IN_FIGURE.search(folded)
        if has_comma or _BLANK_IN_FIGURE.search(folded):
            folded = _THOUSANDS.sub(lambda match: re.sub("[ ,]", "", match.group()), folded)
        if has_comma:
            folded = _DECIMAL_COMMA.sub(lambda match: match.group().replace(",", "."), folded)
        if "x10" in folded or "x 10" in folded:
            folded = _POWER.sub("×", folded)
        folded = _with_normal_units(folded)
    if _TIGHT_SOMEWHERE.search(folded):
        folded = _TIGHT.sub("", folded)
    bare = _without_list_end(folded)[0]
    if bare[:1].isalpha():
        return bare[0].lower() + bare[1:]
    return _FIRST_LETTER.sub(lambda match: match.group().lower(), bare, count=1)


def _with_plain_marks(text: str) -> str:
    """The text with one form for all quotes, dashes and lowered characters."""
    return text if text.isascii() and "`" not in text else _FOLDED.sub(lambda match: _FOLD[match.group()], text)


def _with_normal_units(text: str) -> str:
    """The text with the unit behind each figure in its normal form, one blank between the two."""
    parts: list[str] = []
    done = 0
    for match in _FIGURE_END.finditer(text):
        start = match.end()
        if match.start() < done or (end := unit_end(text, start)) == start:
            continue
        parts += [text[done : match.start() + 1], " ", normal_unit(text[start:end])]
        done = end
    return "".join([*parts, text[done:]]) if parts else text


def digest(text: str) -> str:
    """A fingerprint of the normal form: equal for texts that differ in typography alone; empty for no text."""
    return hashlib.sha256(normal(text).encode()).hexdigest()[:16] if text else ""


def conjunction(text: str) -> str:
    """The conjunction that ends an item of a list (`or`, `and`, …), which its normal form leaves out; else empty."""
    return _without_list_end(" ".join(text[-_LONGEST_END:].split()))[1]


def _without_list_end(text: str) -> tuple[str, str]:
    """A text without the marks and the conjunction that end an item of a list, and that conjunction."""
    bare = text.rstrip(_MARKS)
    head, _, last = bare.rpartition(" ")
    if last == _CUT_OR and head.endswith(";"):
        return head.rstrip(_MARKS), "or"
    return (head.rstrip(_MARKS), last) if last in _JOINS else (bare, "")


def tokens(text: str) -> list[str]:
    """The words, numbers and signs of comparison of a text's normal form, in lower case; punctuation is left out."""
    return _tokens_in(normal(text).lower())


def _tokens_in(text: str) -> list[str]:
    """The tokens of a text in lower case. Most are words between blanks and marks, which need no other look."""
    return [token for chunk in text.split() for token in _tokens_of(chunk)]


def _tokens_of(chunk: str) -> list[str]:
    """The tokens of what stands between two blanks."""
    word = chunk.strip(_AROUND)
    return [word] if word.isalpha() else _TOKEN.findall(chunk)


def table_words(rows: Sequence[Sequence[str]]) -> list[str]:
    """The words of a table, cell after cell; column heads that a later page repeats, and marks of footnotes, left out.

    >>> table_words([("Ware", "Glaze (*)"), ("Cups", "Salt"), ("Ware", "Glaze"), ("Jugs", "Tin")])
    ['ware', 'glaze', 'cups', 'salt', 'jugs', 'tin']
    """
    said = [[word for cell in row for word in tokens(_FOOTNOTE_MARK.sub(" ", cell))] for row in rows]
    heads = said[:HEAD_ROWS]
    return [word for at, row in enumerate(said) if at < HEAD_ROWS or row not in heads for word in row]


class Wording(NamedTuple):
    """A text made ready for comparison; `ordered` has one character a token."""

    normal: str
    ordered: str


class Lexicon(dict[str, str]):
    """Gives every token a character, so that token sequences compare at the speed of strings.

    Its keys are tokens with their character, and whatever else stands between two blanks with those of its tokens:
    texts say the same again and again.
    """

    def __init__(self) -> None:
        super().__init__()
        self._unused = map(chr, chain(range(1, 0xD800), range(0xE000, 0x110000)))

    def __missing__(self, chunk: str) -> str:
        word = chunk.strip(_AROUND)
        if word.isalpha():  # most are words, perhaps with marks around them
            found = next(self._unused) if word == chunk else self[word]
        else:
            said = _TOKEN.findall(chunk)
            found = next(self._unused) if said == [chunk] else "".join([self[token] for token in said])
        self[chunk] = found
        return found

    def wording(self, text: str) -> Wording:
        """The text, ready for `closeness` with others of this lexicon."""
        said = normal(text)
        return Wording(said, self.words(said))

    def words(self, text: str) -> str:
        """The characters of a text's tokens in their order; of a text in its normal form or, to count them, of any."""
        return "".join(map(self.__getitem__, text.lower().split()))


REORDERED = 0.95
"""What the same tokens in another order are worth: a rearranged sentence is close, not equal."""
SHORT = 160
"""Texts up to so many characters are compared by letters too: there a spelling (`sulphide`, `sulfide`) is much."""


def closeness(a: Wording, b: Wording) -> float:
    """How alike two wordings are, 0 to 1; 1 only where their normal forms are equal."""
    if a.normal == b.normal:
        return 1.0
    score = Indel.normalized_similarity(a.ordered, b.ordered)
    if score < REORDERED:
        score = max(score, REORDERED * Indel.normalized_similarity(_sorted(a.ordered), _sorted(b.ordered)))
    if len(a.normal) <= SHORT and len(b.normal) <= SHORT:
        letters = Indel.normalized_similarity(a.normal, b.normal)
        score = max(score, 2 * letters - 1)  # unrelated sentences share about half of their letters
    return min(score, 0.999)


@lru_cache(maxsize=16384)
def _sorted(ordered: str) -> str:
    return "".join(sorted(ordered))


def similarity(a: str, b: str) -> float:
    """How alike two texts are, 0 to 1; 1 only where they differ in typography at most. Symmetric."""
    lexicon = Lexicon()
    return closeness(lexicon.wording(a), lexicon.wording(b))


def redline(a: str, b: str) -> tuple[tuple[Op, str], ...]:
    """What turns `a` into `b`, word by word: runs kept (`=`, as `b` prints them), taken out (`-`) and put in (`+`)."""
    old, new = _WORD.findall(" ".join(a.split())), _WORD.findall(" ".join(b.split()))
    steps: list[tuple[Op, str]] = []
    for step in Indel.opcodes([_bare(word) for word in old], [_bare(word) for word in new]):
        taken, put = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            steps += [("=", word) for word in put]
        else:
            steps += [("-", word) for word in taken]
            steps += [("+", word) for word in put]
    runs = [(op, "".join(word for _, word in run)) for op, run in groupby(steps, key=lambda step: step[0])]
    return tuple(_deletions_first(runs))


def _bare(word: str) -> str:
    return _with_plain_marks(word.strip())


def _deletions_first(runs: list[tuple[Op, str]]) -> list[tuple[Op, str]]:
    """Of each change one deletion and one insertion, in this order; a lone mark or blank kept between is drawn in."""
    found: list[tuple[Op, str]] = []
    out, into = "", ""
    for number, (op, words) in enumerate(runs):
        is_last = number + 1 == len(runs)
        if op == "=" and (is_last or not (out or into) or re.search(r"\w", words)):
            found += _change(out, into)
            found.append((op, words))
            out, into = "", ""
        else:
            out += words if op != "+" else ""
            into += words if op != "-" else ""
    return found + _change(out, into)


def _change(out: str, into: str) -> list[tuple[Op, str]]:
    change: list[tuple[Op, str]] = [("-", out), ("+", into)]
    return [step for step in change if step[1]]


def marked(runs: tuple[tuple[Op, str], ...]) -> str:
    """A redline without colour: `[-…-]` taken out, `{+…+}` put in."""
    parts = []
    for op, words in runs:
        blank = words[: len(words) - len(words.lstrip())]
        bare = words.lstrip()
        parts.append({"=": words, "-": f"{blank}[-{bare}-]", "+": f"{{+{bare}+}}"}[op])
        if op == "+" and blank and not (len(parts) > 1 and parts[-2].endswith("-]")):
            parts[-1] = blank + parts[-1]
    return "".join(parts)
