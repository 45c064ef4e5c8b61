"""The words of a clause as tokens that mean the same where they are equal.

Spelling, plurals, articles, punctuation and units are folded: `1 t` and `1 000 kg` are one token. Limits that were
compared already, and references to other items, stand as one token each, so that only the words between them differ.

>>> [token.key for token in meaning_of("The kettles of 1 000 kg, or")]
['kettle', 'of', '1000kg']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from controllist.changes.language.text.groups import groups_in
from controllist.changes.language.text.plain import stem
from controllist.changes.language.text.quantities import measure
from controllist.changes.language.text.synonyms import expressions, german_stem, is_german
from controllist.codes import mentions
from controllist.figures.chemicals import cas_numbers
from controllist.figures.numbers import NUMBER, read_number
from controllist.figures.phrases import word_set
from controllist.figures.references import shortened
from controllist.figures.units import unit_end
from controllist.patterns import pattern


class Token(NamedTuple):
    """A word with meaning and where it stands. `mark` is the quotation mark that it stands in."""

    key: str
    start: int
    end: int
    mark: str = ""


_new_token = partial(tuple.__new__, Token)
"""A token from a tuple of its fields, without a call in between: there are thousands."""


class Span(NamedTuple):
    """A stretch of text that is compared by other means and stands as one token."""

    start: int
    end: int
    key: str


IDLE = word_set(
    "cas a an the that which who is are be been being was were this these those having has have such said thereof any "
    "possessing possess possesses whose "
    "der die das den dem des ein eine einer eines einem einen le la les un une des"
)
_LISTED = pattern(
    r"(?:(?:\bhaving|\bthat\s+(?:are|is)|\bmeeting|\bsatisfying|\bfulfilling|\bpossessing|\bexhibiting|\bwith)\s+)?"
    r"(?:\b(?:any|one|all|each|both|either|some|at\s+least\s+one)\b\s*)?(?:(?:one|two|2)\s+)?(?:or\s+more\s+)?(?:of\s+)?(?:the\s+)?"
    r"(?<!\w)following\b(?:\s+(?:sets\s+of\s+)?(?:characteristics|features|properties|parameters|criteria|conditions))?(?:\s+(?=[:(]|$))?"
    r"|\bas\s+follows\b|\bwie\s+folgt\b",
    re.IGNORECASE,
)
_FOLLOW = pattern(r"[fF](?i:ollow(?:ing|s)|olgt)\b")
_LEADS = (
    "having that are is meeting satisfying fulfilling possessing exhibiting with any one all each both either some at"
    " least two 2 or more of the as wie"
)
_LEADS_BACKWARDS = pattern(rf"(?:\s+(?:{'|'.join(word[::-1] for word in _LEADS.split())})\b)*", re.IGNORECASE)
_LONGEST_LEAD = 80
"""Characters among which the words stand that lead to "following"; read backwards, they are found at once."""
_CAS = pattern(r"(?:\d{2,7}-\s?|\d{4,7}\s)\d{2}-\s?\d(?!\d)")
_CAS_ENDS = pattern(r"-(?<=\d-)\s?\d(?!\d)")
"""How the number of a substance ends: by the hyphen it is found at once."""
_NUMBER = pattern(NUMBER)
_LETTERS = r"\w*(?:['.]\w{2,})*'?"
_WORD = pattern(rf"[^\W\d_]{_LETTERS}")
_QUOTED = pattern(r"[\"'](?:(?<=\")[^\"]{1,100}\"|(?<=')(?<![\w']')[^']{1,100}?'(?!\w))")
_UNIT_GAP = pattern(r"\s?-?")
_RUN = pattern(
    r"[\s,.)]*(?:\b(?:and/or|and|or|to|through|und|oder|bis|et|ou)\b)?[\s,.]*"
    r"(?:\b(?:ECCNs?|entry|entries|items?|paragraphs?|sub-?items?|Nummern?)\b\s*)?",
    re.IGNORECASE,
)
_WORD_AFTER_CODE = pattern(r"(?<=\.)\s+[a-z]{2}$")
_SHORT_LABEL = pattern(
    r"\s+(?:to|through)\s+(?:\d{1,2}|[a-z])\b\.?(?=[\s,;)]|$)|,?\s+(?:or|and)\s+(?:\d{1,2}|[a-z])\.(?=[\s,;)]|$)|,\s(?:\d{1,2}|[a-z])\.(?=,)"
)
_NEXT_LINE = pattern(r";\s(?:(?:and|or)\s)?[a-z]\.\s(?=[A-Z]|$)")
"""The label of the next line of a list, behind a code: no shortened code."""
_MASK = pattern(r"<(\w+):\d+>")
_LABEL = pattern(
    r"(?:(?<=[;:.,]\s)|(?<=\bor\s)|(?<=\band\s)|(?<=\boder\s)|(?<=\bund\s)|(?<=>\s)|(?<=[;:]))"
    r"(?:\(?[a-z]\)|[a-z]\.|\d{1,2}\.(?!\d)|(?=[a-z.]{0,4}\d)(?:(?:[a-z]|\d{1,2})\.){2,6}|-)(?=\s)|\A\d{1,2}\.(?=\s)"
)
_VALUE = pattern(r"^-?[\d.]+(?:e[-+]?\d+)?")
_MAY_CITE = pattern(r"[\dM](?:\s?\.?\s?[A-E]|[YZ]\d|L\.?\s?\d|0\d\d|\d{3}\(\d)")
"""What a code or a product group begins with; where this is not found there is none."""
_DIGITS = "-0123456789"
_NEXT = pattern(rf"([^\W\d_](?![.)]){_LETTERS})|[^\W_]|[<>≤≥=%√°±.(-]")
"""A word that is no label, or the character that a token may begin with."""
_JOINTS = ("and/or", "and", "or", "und", "oder", "sowie", "et", "ou")
_LONGEST_JOINT = max(map(len, _JOINTS))
_MARKS = " ;,."
_CUT_OR = pattern(r";\s?o$")
"""What is left of an "or" that a source cut off."""


class Masked(NamedTuple):
    """A plain text in which some stretches stand as `<key>` or `<key:number>`, and what they held."""

    text: str
    held: dict[str, str]

    def shown(self, words: str) -> str:
        """Words of the masked text as the source has them."""
        return _MASK.sub(lambda match: self.held.get(match.group(), ""), words) if "<" in words else words


def masked(text: str, spans: Sequence[Span]) -> Masked:
    """The text with each span as one sign; spans that overlap one before them are left out."""
    parts: list[str] = []
    held: dict[str, str] = {}
    at = 0
    for number, span in enumerate(sorted(span for span in spans if span.start >= 0)):
        if span.start < at:
            continue
        sign = f"<{span.key}:{number}>"
        held[sign] = text[span.start : span.end]
        parts += [text[at : span.start], sign]
        at = span.end
    return Masked("".join([*parts, text[at:]]), held)


@lru_cache(maxsize=4096)
def bare(words: str) -> str:
    """Masked words without the numbers of their signs."""
    if "<" not in words:
        return words
    parts = _MASK.split(words)
    parts[1::2] = [f"<{key}>" for key in parts[1::2]]
    return "".join(parts)


def meaning_of(text: str) -> list[Token]:
    """The tokens of a plain, perhaps masked, text. The mark or conjunction at its end is left out."""
    return list(_meaning(text))


def printed_keys(text: str) -> list[str]:
    """What the words of a plain text mean, one by one: expressions that say the same are not folded."""
    return [token.key for token in _spelt(_with_signs(text))]


def _spelt(text: str) -> list[Token]:
    found = _tokens(text, _end_of(text), marks_of(text))
    return [token._replace(key=german_stem(token.key)) for token in found] if is_german(text) else found


@lru_cache(maxsize=4096)
def _meaning(text: str) -> tuple[Token, ...]:
    found = _spelt(text)
    for first, last, meant in reversed(expressions([token.key for token in found])):
        found[first:last] = _renamed(found[first:last], meant)
    return tuple(found)


@lru_cache(maxsize=4096)
def substances_in(text: str) -> frozenset[str]:
    """The keys of the tokens that are the numbers of substances, in a plain, perhaps masked, text."""
    if not _CAS_ENDS.search(text):
        return frozenset()
    return frozenset([token.key for token in _meaning(text) if token.key.startswith("cas:")])


def _end_of(text: str) -> int:
    """Where the marks and the conjunction begin that end a text."""
    bare = text.rstrip(_MARKS + ":")
    ending = bare[-_LONGEST_JOINT - 1 :].lower()
    for joint in _JOINTS:
        if ending.endswith(joint) and not ending[: -len(joint)][-1:].isalnum():
            return len(bare[: -len(joint)].rstrip(_MARKS))
    return len(bare[:-1].rstrip(_MARKS)) if _CUT_OR.search(ending) else len(bare)


def _renamed(tokens: Sequence[Token], keys: Sequence[str]) -> list[Token]:
    """The tokens of an expression under other keys: what is left over stands with the last."""
    kept = [token._replace(key=key) for token, key in zip(tokens, keys, strict=False)]
    kept[-1] = kept[-1]._replace(end=tokens[-1].end)
    extra = keys[len(kept) :]
    return kept + [kept[-1]._replace(key=key, start=kept[-1].end) for key in extra]


@lru_cache(maxsize=16384)
def lists_of(text: str) -> tuple[Span, ...]:
    """The places where a plain clause leads into a list: they are compared as logic, not as words."""
    if not ("ollow" in text or "OLLOW" in text or "folgt" in text):
        return ()
    found: list[Span] = []
    end = 0
    for word in _FOLLOW.finditer(text):
        if word.start() < end:
            continue
        before = _LEADS_BACKWARDS.match(text[max(end, word.start() - _LONGEST_LEAD) : word.start()][::-1])
        lead = _LISTED.search(text, word.start() - (before.end() if before else 0))
        if lead:
            found.append(Span(lead.start(), lead.end(), _logic(lead.group())))
            end = lead.end()
    return tuple(found)


def _logic(words: str) -> str:
    said = {*words.lower().split()}
    if said & {"all", "both", "each"}:
        return "all"
    return "any" if said & {"any", "one", "either", "some"} else "list"


@lru_cache(maxsize=16384)
def runs_of(text: str) -> tuple[Span, ...]:
    """The places where a clause refers to other items: codes with the conjunctions between them.

    A product group stands alone: what is said of it in brackets would divide a run in one of two clauses.
    """
    if not any(map(text.__contains__, "0123456789")) or not _MAY_CITE.search(text):
        return ()
    runs: list[Span] = []
    groups = [(start, end) for start, end, _ in groups_in(text)]
    for start, end in sorted([*_citations(text), *groups]) if groups else _citations(text):
        while label := _SHORT_LABEL.match(text, end + (text[end : end + 1] == ".")):
            end = label.end()
        if runs and start < runs[-1].end:
            continue
        is_group = (start, end) in groups or (runs and (runs[-1].start, runs[-1].end) in groups)
        if runs and not is_group and _RUN.fullmatch(text, runs[-1].end, start):
            if _leaves_bracket(text, runs[-1], start):
                runs.append(Span(text.rindex(")", 0, start) + 1, end, "refs"))
            else:
                runs[-1] = Span(runs[-1].start, end, "refs")
        else:
            runs.append(Span(start, end, "refs"))
    return tuple(runs)


def tokens_of(text: str) -> list[Token]:
    """The tokens of a plain text, in which codes and lists stand as one each."""
    return list(_tokens_of(text))


@lru_cache(maxsize=4096)
def _tokens_of(text: str) -> tuple[Token, ...]:
    return _meaning(_with_signs(text))


def _with_signs(text: str) -> str:
    """A plain text in which codes and lists stand as one sign each."""
    return masked(text, [*lists_of(text), *runs_of(text)]).text


def _leaves_bracket(text: str, run: Span, start: int) -> bool:
    """Whether a bracket that opened before a run of codes shuts between it and the next code."""
    return ")" in text[run.end : start] and text.count("(", run.start, start) < text.count(")", run.start, start)


def _citations(text: str) -> Iterator[tuple[int, int]]:
    """Where the codes stand that a clause cites, each with the shortened ones that follow it."""
    for start, end, code in mentions(text):
        if word := _WORD_AFTER_CODE.search(text, start, end):
            end = word.start()
        past = shortened(text, end, code, text[start:end])
        label = _NEXT_LINE.search(text, end, past + 3) if past > end and ";" in text[end:past] else None
        yield start, label.start() if label else past


def marks_of(text: str) -> list[tuple[int, int, str]]:
    """The stretches of a text that stand in quotation marks: start, end, the mark."""
    if '"' not in text and "'" not in text:
        return []
    first = min(at for mark in "\"'" if (at := text.find(mark)) >= 0)
    return [(match.start(), match.end(), match.group()[0]) for match in _QUOTED.finditer(text, first)]


def _tokens(text: str, stop: int, marks: list[tuple[int, int, str]]) -> list[Token]:
    """The tokens before `stop`. Most are words between two blanks, which need no other look."""
    found: list[Token] = []
    behind = past = 0
    quoted = iter([*marks, (len(text), len(text) + 1, "")])
    opens, shuts, mark = next(quoted)
    for chunk in text[:stop].split(" "):
        start, past = past, past + len(chunk) + 1
        words = _words_in(chunk)
        if words is not None and start >= behind and past <= stop:
            for key, begins, ends in words:
                at = start + begins
                while shuts <= at:
                    opens, shuts, mark = next(quoted)
                found.append(_new_token((key, at, start + ends, mark if opens < at else "")))
            continue
        behind = max(behind, start)
        while behind < past - 1 and (begin := _NEXT.search(text, behind, past - 1)):
            at, behind = begin.span()
            if begin.lastindex and behind < stop and text[at].isalpha():
                key = stem(begin[1])
            else:
                token = _token_at(text, at, stop)
                behind = token.end if token else at + 1
                if token is None or (found and _converts(text, found[-1], token)):
                    continue
                key = token.key
            if key not in IDLE:
                while shuts <= at:
                    opens, shuts, mark = next(quoted)
                found.append(_new_token((key, at, behind, mark if opens < at else "")))
    return found


@lru_cache(maxsize=32768)
def _words_in(chunk: str) -> tuple[tuple[str, int, int], ...] | None:
    """The keys of the words between two blanks, but for idle ones, each with its place; None where it hangs on what
    stands around them whether they are words: a figure goes on behind a blank, the label of a line begins it."""
    word = chunk.rstrip(",;:")
    if word.isalpha():
        key = stem(word)
        return () if key in IDLE else ((key, 0, len(word)),)
    if _SIGN_ALONE.fullmatch(chunk):
        end = chunk.index(">") + 1
        return ((f"{chunk[: chunk.index(':')]}>", 0, end),)
    if not _WORDS_ALONE.fullmatch(chunk):
        return None
    found = [*_WORD.finditer(chunk)]
    if not all(one.group()[0].isalpha() for one in found):
        return None  # a raised figure
    words = [(stem(one.group()), *one.span()) for one in found]
    return tuple([one for one in words if one[0] not in IDLE])


_SIGN_ALONE = pattern(r"<\w+:\d+>[.,;:]*")
_WORDS_ALONE = pattern(r"[\"'(]*[^\W\d_]{2,}(?:[-/][^\W\d_]{2,})*[\"')]*[.,;:]*")
"""A sign, and words in marks or joined by hyphens, which are the same wherever they stand."""


def _token_at(text: str, at: int, stop: int) -> Token | None:
    char = text[at]
    if char == "<" and (sign := _MASK.match(text, at)):
        return _new_token((f"<{sign[1]}>", at, sign.end(), ""))
    if _may_begin_line(text, at) and (label := _LABEL.match(text, at)):
        return _new_token(("the", at, label.end(), ""))  # the label of a line: an idle word
    if char.isdigit() or char in "±." or (char == "-" and not text[at - 1 : at].strip()):
        return _figure_at(text, at)
    if char.isalpha() or char == "°":
        match = _WORD.match(text, at, stop)
        return _new_token((stem(match.group()), at, match.end(), "")) if match else None
    return _new_token((char, at, at + 1, "")) if char in "<>≤≥=%√λ" else None


def _may_begin_line(text: str, at: int) -> bool:
    """Whether what stands before a place lets the label of a line stand there: a mark, or the end of a conjunction."""
    return at < 2 or text[at - 1] in ";:" or (text[at - 1].isspace() and text[at - 2] in ";:.,>rd")


def _figure_at(text: str, at: int) -> Token | None:
    """A chemical number, a quantity or a number."""
    if (cas := _CAS.match(text, at)) and cas_numbers(number := re.sub(r"-?\s|-", "-", cas.group())):
        return _new_token((f"cas:{number}", at, cas.end(), ""))
    match = _NUMBER.match(text, at)
    if not match:
        return None
    try:
        value = read_number(match.group()).value
    except ValueError:
        return None
    gap = _UNIT_GAP.match(text, match.end())
    unit_start = gap.end() if gap else match.end()
    unit_stop = unit_end(text, unit_start)
    if unit_stop == unit_start:
        return _new_token((f"{value:g}", at, match.end(), ""))
    base = measure(value, text[unit_start:unit_stop])
    dimension = "".join(name if power == 1 else f"{name}{power:g}" for name, power in base.dimension)
    return _new_token((f"{base.value:g}{dimension}", at, unit_stop, ""))


_OPENS = pattern(r"\s?\(\s?-?")
_SHUTS = pattern(r"\s?\)")


def _converts(text: str, last: Token, token: Token) -> bool:
    """Whether a quantity in brackets says the one before it again: `873 K (600 °C)`."""
    between = text[last.end : token.start]
    if "(" not in between or not _OPENS.fullmatch(between) or not _SHUTS.match(text, token.end):
        return False
    first, second = _VALUE.sub("", last.key), _VALUE.sub("", token.key)
    return first == second != "" and last.key[0] in _DIGITS and token.key[0] in _DIGITS
