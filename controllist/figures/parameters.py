"""What a limit is about: the shortest noun phrase beside the figure, in lower case."""

from __future__ import annotations

import re

from controllist.figures.phrases import Phrases
from controllist.figures.units import unit_end

MOST_WORDS = 6

_WAYS = ("up", "down", "best")
_TOKEN = re.compile(r"[^\W\d_][\w.\-‑’'/²³₀-₉]*|\d[\w.\-/]*|[,;:()]")
_QUOTES = re.compile("[\"“”„«»]|(?<!\\w)['‘’‚ʻ]|['’‘ʻ](?!\\w)")
_ELIDED = re.compile(r"(?<!\w)[dlqn]['’](?=\w)", re.IGNORECASE)
_AFTER_NOUN = re.compile(r"\s*[-‑]?\s*([^\W\d_][\w'’‑-]*(?:\s+[^\W\d_][\w'’‑-]*){0,3})")
_NOUN_OF = {"long": "length", "wide": "width", "thick": "thickness", "deep": "depth", "high": "height",
            "lang": "länge", "breit": "breite", "hoch": "höhe", "dick": "dicke", "tief": "tiefe"}  # fmt: skip


def parameter_before(text: str, end: int, phrases: Phrases, since: int = 0) -> str:
    """The noun phrase between `since` and `end` that stands before a limit, empty if the words there name none."""
    tokens = _TOKEN.findall(_ELIDED.sub("de ", _QUOTES.sub(" ", text[max(since, end - 130) : end])))
    belongs = aside = False
    while tokens:
        token = tokens[-1].lower()
        if token == ")":
            _drop_bracket(tokens)
        elif token == "," and not aside:
            tokens.pop()
            aside = True
        elif token == "(" or (token in phrases.links and not aside):
            tokens.pop()
            if token in phrases.holders:
                return ""
            belongs = belongs or token in ("of", "von", "de")
        else:
            break
    words = _phrase_backwards(tokens, phrases)
    if aside and "," in tokens and (belongs or not words):
        # "impurities, leaving out deliberate ones, of less than": what stands between the commas is an aside
        tokens = tokens[: len(tokens) - 1 - tokens[::-1].index(",")]
        words = _phrase_backwards(tokens, phrases)
    if len(words) == 1 and unit_end(words[0], 0) == len(words[0]) and tokens[-2:-1] and tokens[-2][0].isdigit():
        words = _before_condition(tokens[:-2], phrases)
    if belongs or words[-1:] in (["axis"], ["axes"], ["direction"]):
        words = _without_places(tokens, words, phrases)
    return " ".join(words).lower().rstrip(".")


def _before_condition(tokens: list[str], phrases: Phrases) -> list[str]:
    """For "viscosity at 20 °C of less than": the phrase before the condition."""
    if tokens and tokens[-1].lower() in phrases.places:
        return _phrase_backwards(tokens[:-1], phrases)
    return []


def _drop_bracket(tokens: list[str]) -> None:
    """Take a bracketed group off the end."""
    while tokens and tokens[-1] != "(":
        tokens.pop()
    if tokens:
        tokens.pop()


def _phrase_backwards(tokens: list[str], phrases: Phrases) -> list[str]:
    """The run of words at the end of `tokens`, back to the first that cannot belong to a noun phrase."""
    rest = list(tokens)
    words: list[str] = []
    while rest and len(words) < MOST_WORDS:
        token = rest[-1]
        if token == ")" and words:
            _drop_bracket(rest)
            continue
        lower = token.lower()
        relation = lower == "of" and words and len(rest) > 1 and rest[-2].lower().rstrip("s") in phrases.attributive
        stops = (
            lower in phrases.stops
            or phrases.directions.get(lower) in _WAYS
            or (not words and lower in phrases.participles)
        )
        if not relation and (stops or not token[0].isalpha()):
            break
        words.insert(0, rest.pop())
    return words[1:] if words[:1] == ["of"] else words


def _without_places(tokens: list[str], words: list[str], phrases: Phrases) -> list[str]:
    """For "accuracy along any axis of less than": the phrase before the place."""
    at = len(tokens) - len(words)
    if not words or not at or tokens[at - 1].lower() not in phrases.determiners:
        return words
    at -= 1
    if at > 1 and tokens[at - 1].lower() in phrases.places:
        return _phrase_backwards(tokens[: at - 1], phrases) or words
    return words


def dimension_after(text: str, end: int, phrases: Phrases) -> str:
    """The dimension named right after a figure: "in diameter", "long"."""
    match = phrases.dimension.match(text, end)
    if not match:
        return ""
    return match["noun"].lower() if match["noun"] else _NOUN_OF[match["adjective"].lower()]


def plain_words(gap: str, phrases: Phrases) -> str:
    """The words between a figure and the comparison after it ("85 % purity or more"), if they are a plain noun."""
    words = gap.split()
    plain = all(word.isalpha() and word.lower() not in phrases.stops for word in words)
    return " ".join(words).lower() if 0 < len(words) < 4 and plain else ""


def noun_after(text: str, end: int, phrases: Phrases) -> tuple[str, int]:
    """The things that a bare number counts ("5 axes"), and where their name ends."""
    window = text[end : end + 60]
    opened = re.match(r"\s*[\"“„'‘‚]([^\"”“'’ʻ‘\d]{2,40})[\"”“'’ʻ‘]", window)
    if opened:
        return _shortened(opened[1].lower()), end + opened.end()
    match = _AFTER_NOUN.match(window)
    words: list[str] = []
    for word in match[1].split() if match else ():
        if word.lower() in phrases.stops or word.lower() in phrases.directions:
            break
        words.append(word)
    if not words or not match:
        return "", end
    last = end + window.index(words[-1], match.start(1)) + len(words[-1])
    return _shortened(" ".join(words).lower()), last


def _shortened(phrase: str) -> str:
    return " ".join(phrase.split()[:MOST_WORDS])
