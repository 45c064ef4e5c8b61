"""A comparison as Markdown: headings by category and entry, a bullet for each change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from controllist.changes.words import evidence_line, field_line
from controllist.report.view import Row, Runs, View, undone_line, verdict

_TAGS: dict[str, str] = {"-": "del", "+": "ins"}
"""Tags, because stars and tildes beside brackets and commas are no marks to Markdown."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def as_markdown(view: View) -> str:
    """The report as one document. Redlines mark as deleted what went and as inserted what came."""
    return "\n".join(_lines(view)) + "\n"


def markdown_of_all(title: str, views: Iterable[View]) -> str:
    """Several reports as one document, each a chapter of it."""
    chapters = (line for view in views for line in ("", *(_one_level_down(line) for line in _lines(view))))
    return "\n".join([f"# {_escaped(title)}", *chapters]) + "\n"


def _one_level_down(line: str) -> str:
    return f"#{line}" if line.startswith("#") else line


def _lines(view: View) -> Iterator[str]:
    old, new = view.comparison.old, view.comparison.new
    yield f"# {old.list}@{old.edition} → {new.list}@{new.edition}"
    yield ""
    yield _escaped(f"{old.label} → {new.label}")
    yield ""
    yield "| " + " | ".join(view.kinds) + " | carried |"
    yield "|" + "---:|" * (len(view.kinds) + 1)
    yield "| " + " | ".join(str(count) for count in view.kinds.values()) + f" | {len(view.comparison.carried)} |"
    yield ""
    yield "Effects: " + ", ".join(f"{count} {effect}" for effect, count in view.effects.items()) + "."
    if view.comparison.undone:
        yield ""
        yield _escaped(undone_line(view))
    for category in view.categories:
        yield ""
        yield f"## {_escaped(' '.join(part for part in (category.code, category.title) if part))}"
        for entry in category.entries:
            yield ""
            if entry.code:
                yield f"### {_escaped(' '.join(part for part in (entry.code, entry.caption) if part))}"
                yield ""
            for row in entry.rows:
                yield from _row_lines(row)
    yield from _elsewhere(view)


def _row_lines(row: Row) -> Iterator[str]:
    yield f"- **{_escaped(row.name)}** {_escaped(verdict(row.change))}"
    if row.runs:
        yield f"  - {_redline(row.runs)}"
    for evidence in row.change.evidence:
        yield f"  - {_escaped(evidence_line(evidence))}"


def _elsewhere(view: View) -> Iterator[str]:
    if view.causes:
        yield ""
        yield "## Governed by what changed elsewhere"
        yield ""
    for cause in view.causes:
        reasons = "; ".join(evidence_line(one) for one in cause.evidence)
        yield f"- {_escaped(reasons)}: {_escaped(', '.join(cause.items))}"
    if view.fields:
        yield ""
        yield "## Stated beside the words"
        yield ""
    for field in view.fields:
        yield f"- {_escaped(field_line(field))}"


def _redline(runs: Runs) -> str:
    return "".join(_marked(words, _TAGS.get(op, "")) for op, words in runs)


def _marked(words: str, tag: str) -> str:
    core = words.strip()
    if not tag or not core:
        return _escaped(words)
    before, _, after = words.partition(core)
    return f"{before}<{tag}>{_escaped(core)}</{tag}>{after}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
