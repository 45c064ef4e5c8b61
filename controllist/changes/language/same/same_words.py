"""Differences between two clauses that say the same: print, numbers of lines, lead-ins, short forms, other names.

>>> from controllist.changes.language.same.listing import clause_of
>>> from controllist.changes.language.text.segments import segments
>>> before, after = clause_of("Kettles of tea house grade"), clause_of("Kettles of teahouse grade")
>>> says_the_same(before, after, segments(before.tokens, after.tokens)[0])
'the same letters'
"""

from __future__ import annotations

import re

from controllist.changes.language.names.cited_goods import is_of_groups, name_equipment
from controllist.changes.language.names.other_names import names_one_thing
from controllist.changes.language.names.replaced import is_slip
from controllist.changes.language.print.last_lines import is_date_of_validity, is_label, joins_lines
from controllist.changes.language.print.same_letters import same_letters
from controllist.changes.language.same.asides import only_joins, only_opens, speaks_of_licences
from controllist.changes.language.same.cited_elsewhere import cites_elsewhere_alike
from controllist.changes.language.same.listing import Clause
from controllist.changes.language.same.said_otherwise import said_otherwise
from controllist.changes.language.text.meaning import substances_in
from controllist.changes.language.text.openings import Sides, leads_alike
from controllist.changes.language.text.segments import Segment
from controllist.patterns import pattern

SAME_LETTERS = "the same letters"
CITED = "another expression for the same"
ASIDE = "a short form, formula or kind of what it stands beside"
LEAD = "says for which item it speaks"
SHORT = "a short form and the words it stands for"
FOOTNOTE = "the mark of a footnote"
HEADING = "the heading of what follows"
JOINED = "joined by a comma or by a word"
SUBSTANCE = "another name of the same substance"
LABEL = "the label of a line, or until when a text is agreed"
POINTER = "points elsewhere"
LICENCES = "where the rules on licences are set out"
NAMES = "another name of the same thing"
OPENS = "a word that only opens the clause"


def says_the_same(old: Clause, new: Clause, segment: Segment) -> str:
    """Why a difference between two clauses is none of meaning; empty where that is not certain."""
    cores = _core(old, segment.old_from, segment.old_to), _core(new, segment.new_from, segment.new_to)
    wide = _window(old, segment.old_from, segment.old_to), _window(new, segment.new_from, segment.new_to)
    if all(cores) and (same_letters(*cores) or same_letters(*wide)):
        return SAME_LETTERS
    if all(cores) and is_slip(*(core.strip(" '\".,;()").lower() for core in cores)):
        return "a letter lost or put right"
    if all(cores) and _is_footnote(*cores):
        return FOOTNOTE
    befores, afters = _around(old, new, segment)
    if leads_alike(wide, befores, afters):
        return LEAD
    if only_opens(wide, befores, afters):
        return OPENS
    if name_equipment(wide) and is_of_groups((old.masked.shown(afters[0]), new.masked.shown(afters[1]))):
        return CITED
    if joins_lines(wide, befores):
        return JOINED
    if joins := only_joins(wide, befores, afters):
        return joins
    if speaks_of_licences(wide, befores, afters):
        return LICENCES
    if names_one_thing(old.masked.text, new.masked.text):
        return NAMES
    if is_label(wide, befores) or is_date_of_validity(wide, befores):
        return LABEL
    if _cites_alike(wide, befores, afters) or cites_elsewhere_alike(wide, befores, afters):
        return CITED
    if (
        _is_added_name(wide, befores)
        or _is_i_e(wide)
        or (_STANDARD.fullmatch(wide[0] or wide[1]) and _ISO.match(afters[0]))
        or (all(map(_STD.fullmatch, wide)) and all(map(_BODY.search, befores)))
    ):
        return ASIDE
    if _marks(old, *segment[:2]) == _marks(new, *segment[2:]) and _is_short_form(*wide):
        return SHORT
    if _is_joint(old, new, segment, wide):
        return JOINED
    if not all(cores) and _is_heading(old, new, segment):
        return HEADING
    if _names_one_substance(old, new, segment):
        return SUBSTANCE
    if all(map(_in_pointer, wide, befores)):
        return POINTER
    return said_otherwise(wide, befores, afters)


def _core(clause: Clause, start: int, stop: int) -> str:
    """The words of a stretch of tokens as the source has them."""
    if stop == start:
        return ""
    return clause.masked.shown(clause.masked.text[clause.tokens[start].start : clause.tokens[stop - 1].end])


def _window(clause: Clause, start: int, stop: int) -> str:
    """All that stands between the tokens around a stretch: its words with idle ones and marks about them."""
    return clause.masked.shown(_masked_window(clause, start, stop))


def _masked_window(clause: Clause, start: int, stop: int) -> str:
    opens = clause.tokens[start - 1].end if start else 0
    shuts = clause.tokens[stop].start if stop < len(clause.tokens) else len(clause.masked.text)
    return clause.masked.text[opens:shuts]


def _around(old: Clause, new: Clause, segment: Segment) -> tuple[Sides, Sides]:
    """What stands before a difference in either clause, and what stands behind it from the next token on."""
    befores, afters = [], []
    for clause, start, stop in ((old, *segment[:2]), (new, *segment[2:])):
        befores.append(clause.masked.text[: clause.tokens[start - 1].end if start else 0])
        afters.append(clause.masked.text[clause.tokens[stop].start :] if stop < len(clause.tokens) else "")
    return (befores[0], befores[1]), (afters[0], afters[1])


_CITING = pattern(r"\b(?:specified|controlled|described|listed|enumerated|identified|defined|mentioned)\s*$", re.I)
_CITED = pattern(
    r"\s*(?:(?:in|by|under)\b\s*)?(?:(?:the|an?)\s+)?(?:(?:ECCNs?|(?:sub-?)?(?:items?|paragraphs?|categor(?:y|ies)|entry|entries))\b\s*)?",
    re.IGNORECASE,
)
_ITEMS_IN = pattern(
    r"\s*(?:(?:the\s+)?(?:items|entries|paragraphs)\s+(?:(?:specified|controlled|listed)\s+)?(?:in|by|of|under)\s+)?",
    re.IGNORECASE,
)
_CITED_WHERE = pattern(
    r"[\s\"']*(?:(?:specified|controlled|described|listed|identified|given|set|stated|mentioned)\s+)?(?:in|by)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_GERMAN_CITED = pattern(r"\s*(?:der\s+|den\s+)?(?:(?:unter)?nummern?|nr\.)\s*", re.IGNORECASE)
_ALL_GOODS = pattern(
    r"\s*(?:any\s+)?(?:commodities|items|goods|products|equipment\s+(?:or|and|and/or)\s+materials)\s*", re.IGNORECASE
)
_CITES = pattern(r"(?:specified|controlled|described)\s+(?:by|in|under)\s+(?:<refs|\d[A-E]\b)")


def _cites_alike(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether two stretches only say that the codes behind them are cited, or name the goods by a word for all."""
    if all(after.startswith("<refs") for after in afters):
        if all(map(_GERMAN_CITED.fullmatch, windows)):
            return True
        if all(map(_ITEMS_IN.fullmatch, windows)):
            return True
        return all(map(_CITED_WHERE.fullmatch, windows)) or (
            all(map(_CITED.fullmatch, windows)) and all(map(_CITING.search, befores))
        )
    return all(map(_ALL_GOODS.fullmatch, windows)) and all(map(_CITES.match, afters))


_STANDARD = pattern(r"\s*(?:the\s+)?international\s+standards?\s*", re.IGNORECASE)
_ISO = pattern(r"(?:ISO|IEC)\b")
_STD = pattern(r"[\s-]*(?:std\.?)?[\s-]*", re.IGNORECASE)
_BODY = pattern(r"\b(?:IEEE|MIL|ANSI|ISO|IEC)$")
"""The body behind whose name the short word for "standard" may stand or not."""
_I_E = pattern(r"\W*(?:(?:i\.e|d\.\s?h)\.)?\W*", re.IGNORECASE)


def _is_i_e(windows: Sides) -> bool:
    """Whether a bracket that stands in both clauses only says that it says the same in other words."""
    return all(_I_E.fullmatch(window) and "(" in window for window in windows)


_IDLE = r"[\s\"',;.:]*(?:(?:is|are|that|which|the|an?)\b\s*)*"
_BRACKET = pattern(rf"[\s\"']*\(\s*[\"']?(?P<short>[A-Z][A-Za-z0-9₀-₉.-]{{0,11}}?)s?[\"']?\s*\){_IDLE}")
_BARE = pattern(_IDLE)
_ELEMENT = (
    r"(?:A[cglrstu]|B[aei]?|C[adeflorsu]?|D|E[rsu]|F[er]?|G[ade]|H[efgo]?|I[nr]?|K|L[aiu]|M[gno]|N[abdeip]?|O[s]?|P[abdrtu]?"
    r"|R[abehu]|S[bceimnr]?|T[abcehilm]|U|V|W|X[e]?|Y[b]?|Z[nr])"
)
_FORMULA = pattern(rf"(?:{_ELEMENT}(?:[\d₀-₉]+|[nx](?![a-z]))?){{1,8}}")


def _is_added_name(windows: Sides, befores: Sides) -> bool:
    """Whether one side only puts a chemical formula, or the first letters of the words before it, in brackets."""
    for here, there, before in ((*windows, befores[0]), (*windows[::-1], befores[1])):
        found = _BRACKET.fullmatch(here)
        if not found or not _BARE.fullmatch(there) or not re.search(r"[^\W\d_][\s\"']*$", before):
            continue
        short = found["short"]
        if len(short) > 1 and _FORMULA.fullmatch(short) and not re.fullmatch(r"[IVX]+", short):
            return True
        words = re.findall(r"[^\W\d_]+", before)
        if any(_makes(" ".join(words[-count:]), short, strict=True) for count in range(2, len(short) + 4)):
            return True
    return False


_FOOTNOTE = pattern(r"([a-zäöü]{6,})[\d⁰¹²³⁴⁵⁶⁷⁸⁹*†]{1,2}")


def _is_footnote(one: str, other: str) -> bool:
    """Whether one word is the other with a figure behind it that points to a footnote."""
    pairs = ((one, other), (other, one))
    return any((found := _FOOTNOTE.fullmatch(left)) and found[1] == right for left, right in pairs)


_IN_FULL = pattern(
    r"\W*(?P<words>[^()<>;:]{4,90}?)\W*\(\s*[\"']?(?P<short>[A-Z][A-Za-z0-9/-]{0,8}?)[\"']?s?\s*\)\W*"
)
_SHORT = pattern(r"\W*(?P<short>[A-Z][A-Za-z0-9/-]{0,8}?[A-Z0-9])s?\W*")


def _marks(clause: Clause, start: int, stop: int) -> set[str]:
    """The quotation marks in which tokens stand: a word in them may mean what is defined elsewhere."""
    return {token.mark for token in clause.tokens[start:stop]} - {"'"}


_SMALL = frozenset(("of", "the", "for", "and", "to", "in", "per", "by", "a", "an", "on"))


def _is_short_form(one: str, other: str) -> bool:
    """Whether one side is a short form and the other the words whose first letters make it."""
    for left, right in ((one, other), (other, one)):
        short = _SHORT.fullmatch(left)
        if not short:
            continue
        full = _IN_FULL.fullmatch(right)
        if full and full["short"].rstrip("s") == short["short"].rstrip("s"):
            return _makes(full["words"], short["short"], strict=False)
        if not full and _makes(right, short["short"], strict=True):
            return True
    return False


def _makes(words: str, short: str, *, strict: bool) -> bool:
    """Whether words are those that a short form is made of; unless `strict`, its letters need but stand in them."""
    if re.search(r"[<>;:\d]", words):
        return False
    parts = [part for part in re.findall(r"[^\W\d_]+", words) if part.lower() not in _SMALL]
    letters = re.sub(r"[^A-Za-z]", "", short).upper()
    first = "".join(part[0] for part in parts).upper()
    if first == letters:
        return len(letters) > 1
    if strict or not parts or first[:1] != letters[:1] or len(parts) > len(letters):
        return False
    rest = iter("".join(parts).upper())
    return all(letter in rest for letter in letters)


_JOINT = pattern(r"[\s,]*\b(or|and|oder|und)\b[\s,]*", re.IGNORECASE)
_COMMA = pattern(r"\s*,\s*")
_AND = pattern(r"\W*(?:and|und)\W*", re.IGNORECASE)
_OR_BEHIND_STROKE = pattern(r"\s?/\s?(?:or|oder)\b")
_LIST_GOES_ON = pattern(
    r"(?:[^;:.<]|<refs:\d+>)*?(?:,\s*|\s)(or|and|oder|und)\s+(?!more\b|less\b|greater\b|better\b)[^\s,]", re.IGNORECASE
)


def _is_joint(old: Clause, new: Clause, segment: Segment, wide: Sides) -> bool:
    """Whether "tin or clay or glass" became "tin, clay or glass", or the reverse, or "and/or" became "or"."""
    if not (segment.is_insertion or segment.is_deletion):
        return False
    there, here = (wide[0], wide[1]) if segment.is_deletion else (wide[1], wide[0])
    clause, stop = (old, segment.old_to) if segment.is_deletion else (new, segment.new_to)
    after = clause.masked.text[clause.tokens[stop - 1].end :]
    if after.lstrip()[:1] == "/" and _AND.fullmatch(there) and _OR_BEHIND_STROKE.match(after):
        return True
    joint = _JOINT.fullmatch(there)
    goes_on = _LIST_GOES_ON.match(after)
    return bool(joint and _COMMA.fullmatch(here) and goes_on and goes_on[1].lower() == joint[1].lower())


_HEADING = pattern(r"[\s\"')]*[;.][\s\"')]*(?:[A-Z]{5,}(?:[\s,&/-]+(?:AND|OR|[A-Z]{4,}))*)[\s;.]*")


def _is_heading(old: Clause, new: Clause, segment: Segment) -> bool:
    """Whether words in capitals behind the end of a clause are a heading of what follows, printed there."""
    clause, span = (old, segment[:2]) if segment.is_deletion else (new, segment[2:])
    if span[1] < len(clause.tokens) or not span[0]:
        return False
    text = clause.masked.text
    return not text.isupper() and _HEADING.fullmatch(text[clause.tokens[span[0] - 1].end :]) is not None


_POINTS = pattern(
    r"(?:^|[.;]\s)[\s\"'(]*(?:(?:for|on)\s(?:[^.;:]|[.:](?=\w)){1,300}?,\s)?(?:see|siehe)\b"
    r"(?:(?![.;]\s)(?:[^:]|:(?=\d)))*$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = pattern(r"[.;]\s|:")


def _in_pointer(window: str, before: str) -> bool:
    """Whether a stretch stands in a sentence that does nothing but send the reader elsewhere, and ends none."""
    lower = before.lower()
    if "see" not in lower and "siehe" not in lower:
        return False
    found = _POINTS.search(before, max(before.rfind(". "), before.rfind("; "), 0))
    if not found or _SENTENCE_ENDS.search(window.rstrip(" .;")):
        return False
    said = found.group() + window
    return said.count(")") <= said.count("(") and not ("(" in said[:3] and ")" in window)


_NO_NAME = pattern(
    r"\b(?:and|or|und|oder|sowie|other|than|except|not|no|with|without|having|of|for|by|containing|salts?|isomers?|mixtures?"
    r"|solutions?|derivatives?|precursors?|including|e\.g|such|see|siehe|salze?|isomere?|gemische?|mischungen|mit|ohne|andere"
    r"|sonstige|außer|ausgenommen|solche|sofern|soweit|von|für|die|größer|kleiner|nicht"
    r"|their|its|purity|weight|less|more|designed|products?|compounds?|verbindungen)\b|[<>%=]",
    re.IGNORECASE,
)


_SEE = pattern(r"<refs:\d+>|\(\s*(?:see|siehe)\b[^()]*\)", re.IGNORECASE)


_OR = pattern(r"\b(?:or|oder)\b")


def _without_synonyms(text: str) -> str:
    """A text without the "or" that joins other names in brackets behind a name."""

    def in_bracket(at: int) -> bool:
        return text.count("(", 0, at) > text.count(")", 0, at)

    return _OR.sub(lambda one: "," if in_bracket(one.start()) else one[0], text)


_MOST_OF_A_NAME = 160
"""Characters of the names of one substance."""


def _names_one_substance(old: Clause, new: Clause, segment: Segment) -> bool:
    """Whether both clauses name one and the same substance by its number, and differ here in its names alone."""
    numbers = [substances_in(clause.masked.text) for clause in (old, new)]
    if len(numbers[0]) != 1 or numbers[0] != numbers[1]:
        return False
    if any(_NO_NAME.search(_without_synonyms(_SEE.sub("", clause.masked.text))) for clause in (old, new)):
        return False
    return all(
        len(_masked_window(clause, *span)) < _MOST_OF_A_NAME
        for clause, span in ((old, segment[:2]), (new, segment[2:]))
    )
