"""Units as lists print them, and one normal form for the spellings of each.

>>> normal_unit("Gbit/s") == normal_unit("Gb/s"), normal_unit("degrees C"), normal_unit("N/m2"), normal_unit("μm")
(True, '°C', 'N/m²', 'µm')
"""

from __future__ import annotations

import re
from functools import lru_cache

from controllist.patterns import pattern

_PREFIX = r"(?:da|[YZEPTGMkKhdcmµμunpf])"
_SYMBOL = (
    r"(?:Hz|Pa|bar|Bq|Gy|Sv|sr|eV|bits?|bps|Torr|torr|Ci|cSt|St|Oe|mol|lx|lm|cd|VAr?|var|Ah|Wh|SPS|sps|FLOPS|[Ff]lops|"
    r"OPS|ops|TOPS|Bd|Nm|Ns|Gal|gal|rad|ohms?|gauss|[mgsAKNJWCVFΩΩTHLlbBtP])"
)
_WORD_PREFIX = r"(?:µ|exa|peta|tera|giga|mega|kilo|hecto|deci|centi|zenti|milli|micro|mikro|nano|pico|piko|femto)"
_WORD = (
    r"(?:met(?:ers?|res?|ern?)|gramm?s?|grammes?|se[ck]ond(?:s|en)?|sekunden?|watts?|volts?|hertz|pascals?|newtons?|joules?|"
    r"amp(?:eres?|s)?|ohms?|lit(?:ers?|res?|ern?)|bytes?|bits?|electron[- ]?volts?|becquerels?|coulombs?|curies?|"
    r"grays?|rads?|radians?|tons?|tonn(?:es?|en)|bars?|poise|stokes|torrs?|teslas?|gauss|kelvins?|flops)"
)
_OTHER = (
    r"(?:inch(?:es)?|feet|foot|ft|yards?|(?:nautical\s)?miles?|nmi|"
    r"knots?|pounds?|lbs?|ounces?|oz|psi[ag]?|hp|horsepower|(?:U\.?S\.?\s)?gallons?|minutes?|minuten?|min|hours?|hrs?|h|d|"
    r"stunden?|days?|tagen?|weeks?|wochen?|months?|monaten?|years?|jahren?|arc[- ]?(?:seconds?|minutes?|sec|min)|sec|"
    r"microns?|mils?|angstroms?|sigma|grains?|atm|octets?|baud|meq|milliequivalents?|euro|zoll|rpm|rps|"
    r"weighted\steraflops(?:\s\(WT\))?|mtops|deg(?:rees?)?(?!\sof\s\W?(?:freedom|rotation))"
    r"(?:[- ](?:celsius|fahrenheit|kelvin|[CFK](?!\w)))?|grad(?:\sCelsius)?)"
)
_PERCENT = (
    r"(?:(?:Gew(?:ichts)?\.?-?|Vol(?:umen)?\.?-?|(?:wt|weight|mole?|atomic|vol)\.?\s?)?(?:%|percent|per\scent|prozent)"
    r"(?:\s(?:\(\w+\)\s)?by\s(?:weight|mass|volume))?|‰|ppm|ppb)"
)
_RAISED = r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
_EXPONENT = (
    rf"(?:{_RAISED}|\^\s?-?\d|½|[-−‑][1-6](?![\w.,]*\d)|[2346](?![\w]|[.,]\d)|(?<=m)\s[-−]?[23](?![\w-]|[.,]\d))"
)
_REMARK = r"(?:\s?\((?:Si|SI|[Ss]ilicon|Silizium|RMS|rms|peak)\))"
_ATOM = (
    rf"(?:(?:dB(?:[mic]|fs|FS|W|A|V)?|{_PREFIX}?{_SYMBOL}|(?i:(?:(?:square|cubic)\s)?(?:{_WORD_PREFIX}?{_WORD}|{_OTHER}))|°\s?[CFK](?!\w)|℃|°|Å|√\s?Hz|WT|[mµμ]r|n(?=/))"
    rf"(?![A-Za-zµµ])(?!(?<=[A-Z])\d){_EXPONENT}?)"
)
_SHARE = rf"(?i:{_PERCENT})(?!\w)"
_JOIN = r"\s?[·•⋅∙*]\s?|\.(?=[A-Za-zµ])|[-‑](?=[A-Za-zµ])|\s(?=(?:mrad|cm)\b)"
_MANNER = r"\srms\b|\s[A-Za-zµ]{1,3}[-−–‑⁻][1-3¹²³](?!\d)"
_LAST_MANNER = rf"\srms|{_REMARK}"
_SPELLED = r"micro\sg(?!\w)|metric\stons?\b|parts?\sin\s(?:\d[\d ,.]*\d|a?\s?million)"
_SAMPLES = r"(?i:[mgk]\w+\s?samples\sper\ssecond)"
_RATES = (
    r"(?!(?:or|and)\s)[a-z]+\s(?!more|less)[a-z]{3,}s?\sper\s(?!cent)",
    r"(?!(?:or|and)\s)(?!more|less)[a-z]{3,}s?\sper\s(?!cent)",
)
_LETTERS = r"[A-Za-z]+(?=/)"
_SEVERAL = rf"\(?{_ATOM}(?:[·•⋅.\s]{_ATOM})+\)?"
_WORDED = (
    rf"√\s?[A-Za-z]+|square\sroot\s(?:of\s)?(?:an\s|one\s)?[A-Za-z]+"
    rf"|(?:square|cubic)\s[a-z]+|[A-Za-z]+(?!\w){_EXPONENT}?"
)
_OVER, _PER, _OVER_OR_PER = r"\s?/\s?", r"\sper\s", r"\s?/\s?|\sper\s(?!cent)"
_EITHER_OVER, _SLASH = rf"{_OVER}|{_PER}", "/"
_GOES_ON = rf"{_JOIN}|{_MANNER}|{_LAST_MANNER}|{_OVER_OR_PER}"

_READ = {
    source: pattern(source)
    for source in (
        _SHARE, _ATOM, _SPELLED, _GOES_ON, _JOIN, _MANNER, _LAST_MANNER, _REMARK, _LETTERS, _SAMPLES, *_RATES, _SEVERAL,
        _WORDED, _OVER, _PER, _OVER_OR_PER, _EITHER_OVER, _SLASH,
    )
}  # fmt: skip
"""Each of them compiled when it is first needed: together they take longer than many a command."""

UNIT_BEGINS = r"(?:[^\W\d_]|[%‰°℃√/])"
"""Pattern of the characters that a printed unit may begin with."""

_SAME = {
    "%": "percent,per cent,prozent", "% by weight": "wt%,wt.%,wt %,wt. %,weight %,weight percent,gew.-%,gewichts-%,"
    "gewichtsprozent,gew%,% by mass,percent by weight", "% by volume": "vol%,vol.-%,vol %,percent by volume",
    "°C": "℃,° c,degrees c,degree c,degrees celsius,degree celsius,deg c,grad celsius,grad c",
    "°F": "° f,degrees f,degree f,degrees fahrenheit,deg f", "°": "degree,degrees,deg,grad",
    "m": "meter,meters,metre,metres,metern", "km": "kilometer,kilometers,kilometre,kilometres,kilometern",
    "cm": "centimeter,centimeters,centimetre,centimetres,zentimeter,zentimetern",
    "mm": "millimeter,millimeters,millimetre,millimetres,millimetern",
    "µm": "micrometer,micrometers,micrometre,micrometres,mikrometer,mikrometern,micron,microns,um",
    "nm": "nanometer,nanometers,nanometre,nanometres,nanometern",
    "g": "gram,grams,gramm,grammes", "kg": "kilogram,kilograms,kilogramm,kilogrammes",
    "mg": "milligram,milligrams", "µg": "microgram,micrograms,ug", "t": "tonne,tonnes,tonnen,metric ton,metric tons",
    "s": "second,seconds,sec,sekunde,sekunden", "ms": "millisecond,milliseconds,millisekunden",
    "µs": "microsecond,microseconds,us", "ns": "nanosecond,nanoseconds", "ps": "picosecond,picoseconds",
    "min": "minute,minutes,minuten", "h": "hour,hours,hr,hrs,stunde,stunden", "d": "day,days,tag,tage,tagen",
    "month": "months,monat,monate,monaten", "year": "years,jahr,jahre,jahren", "week": "weeks,woche,wochen",
    "W": "watt,watts", "kW": "kilowatt,kilowatts", "MW": "megawatt,megawatts", "mW": "milliwatt,milliwatts",
    "V": "volt,volts", "kV": "kilovolt,kilovolts", "A": "ampere,amperes,amp,amps", "Hz": "hertz", "kHz": "kilohertz",
    "MHz": "megahertz", "GHz": "gigahertz", "Pa": "pascal,pascals", "kPa": "kilopascal,kilopascals",
    "MPa": "megapascal,megapascals", "N": "newton,newtons", "kN": "kilonewton,kilonewtons", "J": "joule,joules",
    "kJ": "kilojoule,kilojoules", "MJ": "megajoule,megajoules", "l": "L,liter,liters,litre,litres,litern",
    "ml": "mL,milliliter,milliliters,millilitre,millilitres", "Ω": "Ω,ohm,ohms", "bit": "bits,b", "byte": "bytes,B",
    "kbit": "kbits,kb,kilobit,kilobits", "Mbit": "Mbits,Mb,megabit,megabits", "Gbit": "Gbits,Gb,gigabit,gigabits",
    "Tbit": "Tbits,Tb,terabit,terabits", "kbit/s": "kbps", "Mbit/s": "Mbps", "Gbit/s": "Gbps", "Tbit/s": "Tbps",
    "bit/s": "bps", "GSPS": "Gsps", "MSPS": "Msps",
    "in": "inch,inches,zoll", "ft": "foot,feet", "lb": "lbs,pound,pounds",
    "oz": "ounce,ounces", "mile": "miles", "nmi": "nautical mile,nautical miles", "kn": "knot,knots",
    "gal": "gallon,gallons", "rad": "radian,radians", "mrad": "milliradian,milliradians,mr", "K": "kelvin,kelvins",
    "µrad": "microradian,microradians,urad,µr,μr", "arcsec": "arc second,arc seconds,arc-second,arc-seconds,arcseconds,"
    "arcsecond,arc sec", "arcmin": "arc minute,arc minutes,arc-minute,arc-minutes", "Torr": "torr,torrs",
    "Ci": "curie,curies", "T": "tesla,teslas", "rev": "revolution,revolutions", "hp": "horsepower",
    "WT": "weighted teraflops,weighted teraflops (wt)", "MTOPS": "mtops", "flops": "FLOPS", "rads": "rad(si)s",
    "error": "errors", "failure": "failures", "neutron": "neutrons,n", "proton": "protons",
}  # fmt: skip
_NORMAL = {variant: unit for unit, variants in _SAME.items() for variant in variants.split(",")}
_RAISE = str.maketrans("0123456789-−‑", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_SQUARE = pattern(r"\b(square|cubic)\s(?!root)(\w+)", re.IGNORECASE)
_OF_SILICON = pattern(r"\s?\((?:si|silicon|silizium)\)", re.IGNORECASE)
_TIMES = pattern(r"\s*[•⋅∙*]\s*|(?<=[A-Za-z])[-‑](?=[A-Za-z])")
_TIMES_UNSAID = pattern(r"(?<=[a-z])\s(?=(?:cm|mrad)\b)")
_DIVIDED_BY = pattern(r"\s+per\s+(?!cent)|\s*/\s*")
_WITH_EXPONENT = pattern(r"(.*?[A-Za-zµΩ°%)])\s?\^?\s?([-−‑]?[1-6])")
_WITH_RAISED = pattern(r"([^⁰¹²³⁴-⁹⁻]+)([⁻]?[⁰¹²³⁴-⁹]+)")


@lru_cache(maxsize=8192)
def normal_unit(unit: str) -> str:
    """One spelling for all spellings of a unit: symbols for words, `/` for "per", raised exponents."""
    text = " ".join(unit.replace("μ", "µ").replace("Ω", "Ω").split())
    text = _OF_SILICON.sub("(Si)", text)
    if found := _lookup(text):
        return found
    text = _TIMES_UNSAID.sub("·", _TIMES.sub("·", text))
    text = _DIVIDED_BY.sub("/", text)
    text = _SQUARE.sub(lambda match: match[2] + ("²" if match[1].lower() == "square" else "³"), text)
    return "/".join("·".join(_atom(part) for part in over.split("·")) for over in text.split("/"))


def _atom(part: str) -> str:
    """One factor of a unit with its exponent raised."""
    part = part.strip(" ()") if part.count("(") != part.count(")") else part.strip()
    match = _WITH_EXPONENT.fullmatch(part)
    if match:
        return (_lookup(match[1]) or match[1]) + match[2].translate(_RAISE)
    match = _WITH_RAISED.fullmatch(part)
    if match:
        return (_lookup(match[1].strip()) or match[1].strip()) + match[2]
    return _lookup(part) or part


def _lookup(word: str) -> str:
    if word in _SAME:
        return word
    return _NORMAL.get(word) or (_NORMAL.get(word.lower(), "") if len(word) > 2 else "")


def unit_end(text: str, start: int) -> int:
    """Where the unit that begins at `start` ends; `start` itself if no unit begins there."""
    begin = text[start : start + 1]
    if not (begin.isalpha() or begin in ("%", "‰", "°", "℃", "√", "/")):
        return start
    if share := _READ[_SHARE].match(text, start):
        return _divided(text, share.end(), _EITHER_OVER, 1)
    if atom := _READ[_ATOM].match(text, start):
        return _product_end(text, atom.end())
    if begin == "/":
        return _divided(text, start, _OVER, 2)
    spelled = _READ[_SPELLED].match(text, start)
    return spelled.end() if spelled else _rate_end(text, start)


def _product_end(text: str, at: int) -> int:
    """Where a unit ends whose first factor ends at `at`: more factors, a remark, divisors."""
    if not _READ[_GOES_ON].match(text, at):
        return at
    while True:
        join = _READ[_JOIN].match(text, at)
        more = (_READ[_ATOM].match(text, join.end()) if join else None) or _READ[_MANNER].match(text, at)
        if not more:
            break
        at = more.end()
    if remark := _READ[_REMARK].match(text, at):
        at = remark.end()
    at = _divided(text, at, _OVER_OR_PER, 3)
    manner = _READ[_LAST_MANNER].match(text, at)
    return _divided(text, manner.end(), _PER, 1) if manner else at


def _rate_end(text: str, start: int) -> int:
    """Where a rate of things that are no units ends (`lines/mm`, `pulses per second`); `start` if there is none."""
    if letters := _READ[_LETTERS].match(text, start):
        end = _divided(text, letters.end(), _SLASH, 9)
        if end > letters.end():
            return end
    if samples := _READ[_SAMPLES].match(text, start):
        return samples.end()
    for rate in _RATES:
        things = _READ[rate].match(text, start)
        if things and (end := _divisor_end(text, things.end())):
            return end
    return start


def _divided(text: str, at: int, sign: str, most: int) -> int:
    """Where the divisors end that follow `at`, each after a sign, up to so many; `at` if there is none."""
    for _ in range(most):
        found = _READ[sign].match(text, at)
        end = _divisor_end(text, found.end()) if found else 0
        if not end:
            break
        at = end
    return at


def _divisor_end(text: str, start: int) -> int:
    """Where the divisor that begins at `start` ends: units, or a word; 0 if there is none."""
    for source in (_SEVERAL, _ATOM, _WORDED):
        if found := _READ[source].match(text, start):
            return found.end()
    return 0


def loses_exponents(unit: str) -> bool:
    """Whether values in this unit are usually powers of ten, so that a plain `1013` is doubtful."""
    return bool(
        re.match(r"(?:Gy|rads?\b|Rads?\b|n/|neutrons|protons|Hz|ohms?\b|Ω|flops|FLOPS|operations|cm-|W/cm)", unit)
    )
