"""German goods with their place before or behind them: "der von Nummer 1A001 erfassten Kessel".

>>> relative_form(["der von Nummer 1A001 erfassten Kessel", "von Kessel, die von Nummer 1A001 erfasst werden"])
['von Kessel, die von Nummer 1A001 erfasst wird', 'von Kessel, die von Nummer 1A001 erfasst wird']
"""

from __future__ import annotations

from controllist.patterns import pattern

_CODE = r"(?:Unter)?[Nn]ummern?\s+\w*\d[\w.]*(?:\s+(?:oder|und|bis)\s+\w*\d[\w.]*)*"
_BEFORE = pattern(rf"\b(?:der|des|von)\s+(?P<by>von\s+{_CODE})\s+erfassten\s+(?P<goods>[A-ZÄÖÜ][\wäöüß-]+)")
_BEHIND = pattern(rf"(?P<said>,\s+(?:die|das|der)\s+von\s+{_CODE})\s+erfasst\s+(?:wird|werden|sind|ist)\b")


def relative_form(texts: list[str]) -> list[str]:
    """Two plain texts, in which such goods have their place behind them where one of the texts has it there."""
    if not any("erfassten" in text for text in texts) or not any(map(_BEHIND.search, texts)):
        return texts
    behind = [_BEFORE.sub(r"von \g<goods>, die \g<by> erfasst wird", text) for text in texts]
    return [_BEHIND.sub(r"\g<said> erfasst wird", text) for text in behind]
