"""Evidence and fields in one line each, for reports of every form."""

from __future__ import annotations

from controllist.changes.records import Evidence, FieldChange


def evidence_line(evidence: Evidence) -> str:
    """One piece of evidence: `threshold clock frequency > 4 MHz → > 8 MHz (relaxed)`."""
    return f"{evidence.type} {evidence_words(evidence)} ({evidence.effect})" + (
        f" [{evidence.edition}]" if evidence.edition else ""
    )


def evidence_words(evidence: Evidence) -> str:
    """What a piece of evidence says, without its type, effect and edition."""
    return " ".join(part for part in (evidence.parameter, _sides(evidence.old, evidence.new), evidence.note) if part)


def field_line(field: FieldChange) -> str:
    """One change of a field: `3A001 license exceptions changed LVS $3000 → LVS $5000`."""
    return " ".join(part for part in (field.code or field.id, field_words(field)) if part)


def field_words(field: FieldChange) -> str:
    """What became of a field, without the item's code."""
    name = field.field.replace("-", " ")
    return " ".join(part for part in (name, field.what, _sides(field.old, field.new), field.note) if part)


def _sides(old: str, new: str) -> str:
    return f"{old or '(none)'} → {new or '(none)'}" if old or new else ""
