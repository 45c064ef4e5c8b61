"""The two columns of acronyms and their meanings, and the words printed over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from controllist.lines import Line, count_chars
from controllist.typography import flat

_ACRONYM = re.compile(r"(?=.*[A-Z\d])\S{1,12}(?:\s\S{1,12})?")
_SURE = 3  # so many acronyms in a row are no words of a sentence that a table's columns cut


def acronym_lines(rows: Sequence[tuple[str, ...]], where: str, chars: int) -> Iterator[Line]:
    """The rows of the table as definitions; what is printed over the first one as text.

    `chars` is the number of characters of the whole table.
    """
    begun = next((at for at in range(len(rows)) if all(_is_acronym(row) for row in rows[at : at + _SURE])), len(rows))
    found = [Line("text", " ".join(" ".join(cell for cell in row if cell) for row in rows[:begun]), where)]
    over = {word for row in rows[:begun] for cell in row for word in cell.split()}
    for row in rows[begun:]:
        name, meaning = row[0], " ".join(cell for cell in row[1:] if cell)
        if over.issuperset([*name.split(), *meaning.split()]):
            found.append(Line("furniture", f"{name} {meaning}", where, name="column titles again"))
        elif name and meaning:
            found.append(Line("definition", meaning, where, name=name))
        else:
            last = found.pop()
            found.append(Line(last.role, f"{last.text} {name or meaning}", where, name=last.name))
    counts = [count_chars(flat(line.name + line.text)) for line in found]
    # What the table has beyond its cells' characters, or short of them, is on its first line.
    counts[0] = max(chars - sum(counts[1:]), 0)
    for line, count in zip(found, counts, strict=True):
        if count:
            yield Line(line.role, line.text, where, name=line.name, chars=count)


def _is_acronym(row: tuple[str, ...]) -> bool:
    return len(row) > 1 and bool(row[1]) and bool(_ACRONYM.fullmatch(row[0])) and not row[0].islower() and (
        sum(map(str.isupper, row[0])) > 1 or any(map(str.isdigit, row[0]))
    )
