"""An item's history for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from controllist.changes.words import evidence_line, field_line
from controllist.report.view import Show, Words, runs_of, verdict
from controllist.timeline import Event, Timeline
from controllist.wording import marked


def timeline_lines(found: Timeline, texts: Mapping[str, Words], caption: str, show: Show = marked) -> Iterator[str]:
    """The history, line by line. `texts` are the words at hand of each edition that brought a change, by its date."""
    yield f"{found.list} {found.code}  {caption}".rstrip()
    yield f"lineage {found.lineage}"
    for stretch in found.codes:
        span = f"since {stretch.first}" if stretch.last is None else f"{stretch.first} to {stretch.last}"
        yield f"  {span:<26}{stretch.id}{' (reserved)' if stretch.status == 'reserved' else ''}"
    for event in found.events:
        yield ""
        yield from _event_lines(event, texts.get(event.edition), show)
    if found.others:
        yield ""
        yield f"The code {found.code} was also that of: " + ", ".join(found.others)


def _event_lines(event: Event, words: Words | None, show: Show) -> Iterator[str]:
    act = f"  {event.instrument}" if event.instrument else ""
    yield f"{event.edition}{f' (in force {event.in_force})' if event.in_force else ''}{act}"
    if event.change:
        ids = dict.fromkeys(side.id for side in (event.change.old, event.change.new) if side)
        yield f"  {' → '.join(ids)}  {verdict(event.change)}"
        if words and (runs := runs_of(event.change, words)):
            yield f"    {show(runs)}"
        for evidence in event.change.evidence:
            yield f"    {evidence_line(evidence)}"
    for field in event.fields:
        yield f"  {field_line(field)}"
    for split in event.splits:
        yield f"  {split.whole} was divided into {', '.join(split.parts)}"
    for merge in event.merges:
        yield f"  {', '.join(merge.parts)} became {merge.whole}"
