"""What a limit is about: the shortest noun phrase beside the figure, in lower case."""

from __future__ import annotations

import re

from controllist.figures.phrases import Phrases

MOST_WORDS = 6

_TOKEN = re.compile(r"[^\W\d_][\w.\-‑’'/²³₀-₉]*|\d[\w.\-/]*|[,;:()]")
_QUOTES = re.compile("[\"“”„«»]|(?<!\\w)['‘’‚ʻ]|['’‘ʻ](?!\\w)")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_AFTER_NOUN = re.compile(r"\s*[-‑]?\s*([^\W\d_][\w'’‑-]*(?:\s+[^\W\d_][\w'’‑-]*){0,3})")
_NOUN_OF = {"long": "length", "wide": "width", "thick": "thickness", "deep": "depth", "high": "height",
            "lang": "länge", "breit": "breite", "hoch": "höhe", "dick": "dicke", "tief": "tiefe"}  # fmt: skip


def parameter_before(text: str, end: int, phrases: Phrases) -> str:
    """The noun phrase that ends before `end`, empty if the words there name none."""
    tail = _QUOTES.sub(" ", text[max(0, end - 110) : end]).rstrip(" ,(")
    while bracket := _BRACKET.search(tail):
        tail = tail[: bracket.start()].rstrip(" ,")
    tokens = _TOKEN.findall(tail)
    belongs = False
    while tokens and (tokens[-1].lower() in phrases.links or tokens[-1] == ","):
        belongs = tokens.pop().lower() in ("of", "von", "de") or belongs
    words = _phrase_from_article(tokens, phrases) if belongs else []
    return " ".join(words or _phrase_backwards(tokens, phrases)).lower().rstrip(".")


def _phrase_from_article(tokens: list[str], phrases: Phrases) -> list[str]:
    """For "an accuracy along any axis of": the words from the nearest article to the first preposition."""
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at].lower()
        if token in ",;:()":
            return _phrase_forwards(tokens[at + 1 :], phrases)
        if token in phrases.articles and (words := _phrase_forwards(tokens[at + 1 :], phrases)):
            return words
    return _phrase_forwards(tokens, phrases) if len(tokens) < 9 else []


def _phrase_forwards(tokens: list[str], phrases: Phrases) -> list[str]:
    """The words up to the first that cannot belong to a noun phrase."""
    words: list[str] = []
    for word in tokens:
        if not word[0].isalpha() or word.lower() in phrases.stops:
            break
        words.append(word)
    return words[-MOST_WORDS:]


def _phrase_backwards(tokens: list[str], phrases: Phrases) -> list[str]:
    """The run of words before the figure back to the first word that cannot belong to a noun phrase."""
    words: list[str] = []
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        relation = token == "of" and words and at and tokens[at - 1].lower().rstrip("s") in phrases.attributive
        if not relation and (not token[0].isalpha() or token.lower() in phrases.stops) or len(words) == MOST_WORDS:
            break
        words.insert(0, token)
    return words[1:] if words and words[0] == "of" else words


def dimension_after(text: str, end: int, phrases: Phrases) -> str:
    """The dimension named right after a figure: "in diameter", "long"."""
    match = phrases.dimension.match(text, end)
    if not match:
        return ""
    return match["noun"].lower() if match["noun"] else _NOUN_OF[match["adjective"].lower()]


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
