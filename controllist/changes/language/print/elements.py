"""Chemical elements by name, where a text gives their symbols for what they dope: "Nd: glass", "Er-doped".

>>> with_names("Nd: glass lids"), with_names("Nd-doped or Ti lids")
('neodymium glass lids', 'neodymium-doped or Ti lids')
"""

from __future__ import annotations

from controllist.changes.language.print.debris import ELEMENTS
from controllist.patterns import pattern

_FURTHER = {
    "neodymium": "Nd", "erbium": "Er", "ytterbium": "Yb", "holmium": "Ho", "thulium": "Tm", "dysprosium": "Dy",
    "praseodymium": "Pr", "samarium": "Sm", "europium": "Eu", "gadolinium": "Gd", "terbium": "Tb", "cerium": "Ce",
    "lanthanum": "La", "lutetium": "Lu", "promethium": "Pm", "scandium": "Sc", "rubidium": "Rb", "caesium": "Cs",
    "strontium": "Sr", "barium": "Ba", "calcium": "Ca", "sodium": "Na", "manganese": "Mn", "palladium": "Pd",
    "platinum": "Pt", "rhodium": "Rh", "iridium": "Ir", "osmium": "Os", "selenium": "Se", "tin": "Sn", "thallium": "Tl",
    "bromine": "Br", "chlorine": "Cl", "neon": "Ne", "argon": "Ar", "krypton": "Kr", "xenon": "Xe", "radon": "Rn",
    "thorium": "Th", "plutonium": "Pu", "americium": "Am", "polonium": "Po", "radium": "Ra", "francium": "Fr",
    "technetium": "Tc", "protactinium": "Pa", "actinium": "Ac", "astatine": "At", "neptunium": "Np", "curium": "Cm",
}  # fmt: skip
ELEMENT_NAMES = frozenset(ELEMENTS) | frozenset(_FURTHER)
_NAMES = {symbol: name for name, symbol in reversed((ELEMENTS | _FURTHER).items())}
_DOPES = pattern(r"\b(?P<symbol>[A-Z][a-z])(?:\s?:(?=\s?[a-zA-Z])|(?=-doped\b))")
"""Two letters alone before a colon, or before "-doped": the symbol of what a host material is doped with."""


def with_names(text: str) -> str:
    """A plain text in which the symbols of elements that dope a material are names."""
    return _DOPES.sub(lambda found: _NAMES.get(found["symbol"], found.group()), text) if _may_dope(text) else text


def _may_dope(text: str) -> bool:
    return ":" in text or "-doped" in text
