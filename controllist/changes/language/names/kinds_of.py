"""Names of goods of which one takes in the other: what is called by the narrower name is fewer things.

An entry holds in technical English at large, whatever a list says of these goods: an automobile is a vehicle.

>>> [match.group() for match in narrower_names("vehicle").finditer("tracks, automobiles, or trucks of tin")]
['automobiles, or trucks']
"""

from __future__ import annotations

import re
from functools import lru_cache

from controllist.changes.language.text.unlike import unlike
from controllist.patterns import pattern

NARROWER: dict[str, tuple[str, ...]] = {
    "vehicle": ("automobile", "car", "truck", "lorry", "motorcycle", "bus"),
    "aircraft": ("airplane", "aeroplane", "helicopter"),
    "firearm": ("rifle", "pistol", "revolver", "shotgun", "handgun"),
    "explosive": ("high explosive",),
    "satellite navigation system": ("global navigation satellite system", "GNSS"),
    "high-temperature ceramic": ("silicon carbide", "silicon-carbide", "silicon nitride"),
    'ceramic-"matrix" "composite"': ('ceramic-ceramic "composite"',),  # of fibres of ceramic in a matrix of ceramic
    "metal": ("lead", "steel", "copper", "aluminium", "aluminum", "titanium"),
    "vacuum electronic device": ("electronic tube", "electron tube"),
    "field programmable logic device": ("field programmable gate array", "field programmable logic array"),
    "non-volatile memory": (
        "electrical erasable programmable read-only memory", "electrically erasable programmable read-only memory",
        "EEPROM", "flash memory", "magnetic random access memory", "magnetoresistive random access memory", "MRAM",
    ),
    "protective garment": ("flak suit", "flak jacket", "flak vest"),
    "thermionic cathode": ("impregnated cathode", "oxide cathode"),
    "microorganism": ("bacterium", "bacteria", "fungus", "fungi"),
    "computer": ("microcomputer", "digital computer", "analogue computer"),
    "bearing": ("ball bearing", "roller bearing"),
    "operation": ("command and control",),
    "software": ("source code", "object code"),
    "substance": ("explosive", "propellant", "chemical", "toxin"),
    "container": ("intermodal container",),
    "semiconductor device": ("transistor", "diode", "thyristor"),
    "güter": ("waren",),  # in German law goods, software and technology
    "gütern": ("waren",),
    "base material": ("ceramic powder", "metal powder", "alloy powder"),
}
"""The wider name and narrower ones, in the singular."""
_SEPARATOR = r"(?:\s*,\s*(?:(?:and|or|and/or)\s+)?|\s+(?:and|or|and/or)\s+)"
_SHORT = r"(?:\s*\([A-Z][\w-]{1,9}\))?(?:\s*\((?:e\.g\.|i\.e\.)[^()]*\))?"
_NOT_BEFORE, _NOT_BEHIND = r"(?<![\w'\"/-])", r"(?![\w'\"/]|-\w)"


def _name(words: str) -> str:
    """A pattern of a name in the singular or plural, with the short form or the examples in brackets behind it."""
    parts = [re.escape(part) for part in re.split(r"[\s-]", words)]
    said = r"[\s-]+".join(rf"{part}s?" for part in parts)
    if words.isupper():
        return rf"{words}s?"
    said = said.replace("lorrys?", "lorr(?:y|ies)").replace("buss?", "bus(?:es)?").replace("memorys?", "memor(?:y|ies)")
    return rf"(?i:{said})"


@lru_cache
def wider_name(wide: str) -> re.Pattern[str]:
    """Where a wider name stands in a text, with the marks around it."""
    return re.compile(rf"(?<![\w/-])[\"']?{_name(wide)}[\"']?(?![\w/]|-\w)")


@lru_cache
def narrower_names(wide: str) -> re.Pattern[str]:
    """Where narrower names than `wide` stand in a text, several of them that are joined as one."""
    one = rf"(?:{'|'.join(map(_name, NARROWER[wide]))}){_SHORT}"
    return re.compile(rf"{_NOT_BEFORE}{one}(?:{_SEPARATOR}{one})*{_NOT_BEHIND}")


_STEMS = {wide: wide.lower().replace("-", " ").removesuffix("y") for wide in NARROWER}
_LETTERS = 4
_FIRST_LETTERS = {wide: wide.replace("-", " ").split()[0][:_LETTERS].lower() for wide in NARROWER}
"""The first letters of the first word of each wider name."""
_WORDS = pattern(r"[^\W\d_]{3,}")


def unlike_in(one: str, other: str) -> list[str]:
    """The wider names that may stand in one of two texts more often than in the other, by a cheap look."""
    left, right = [text.lower().replace("- ", "-").replace("-", " ") for text in unlike(one, other)]
    likely = [wide for wide, stem in _STEMS.items() if left.count(stem) != right.count(stem)]
    if not likely:
        return []
    begun = {word[:_LETTERS] for word in _WORDS.findall(f"{left}\n{right}")}
    return [wide for wide in likely if _FIRST_LETTERS[wide] in begun]
