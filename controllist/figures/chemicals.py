"""Chemical Abstracts Service numbers.

>>> cas_numbers("water (CAS 7732-18-5), and with a slip of the pen 7732-18-6")
('7732-18-5',)
"""

from __future__ import annotations

import re

_HYPHEN = "[-‐‑‒–−\u00ad]"
_CAS = re.compile(rf"(?<![\w.])(?<!\d[-‑–])(\d{{2,7}})\s?{_HYPHEN}\s?(\d{{2}})\s?{_HYPHEN}\s?(\d)(?![\w]|{_HYPHEN}\d)")


def cas_numbers(text: str) -> tuple[str, ...]:
    """CAS numbers in `text` whose check digit is right, with plain hyphens, each once, in order."""
    if sum(map(text.count, "-‐‑‒–−\u00ad")) < 2:
        return ()
    found = ("-".join(match.groups()) for match in _CAS.finditer(text))
    return tuple(dict.fromkeys(number for number in found if is_cas_number(number)))


def is_cas_number(number: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    digits = number.replace("-", "")
    weighted = sum(at * int(digit) for at, digit in enumerate(reversed(digits[:-1]), 1))
    return len(digits) >= 5 and weighted % 10 == int(digits[-1])
