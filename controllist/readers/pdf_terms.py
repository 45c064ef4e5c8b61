"""Definitions as they are printed: a quoted term, the categories it is used in, and what it means."""

from __future__ import annotations

import re

import msgspec

from controllist.lines import Line

_TERM = re.compile(r"[\"“](?P<term>[^\"“”]+)[\"”]")
_SUFFIX = re.compile(r"\([^)]*\)(?:\s[A-Z][\w-]*$)?")
_REFERENCES = r"\s*\((?P<refs>(?:(?:[A-Z]{2,}|All|\d|ML ?\d+)[,\s]*)+)\)"
_REFERRED = re.compile(r"(?:\s*\([^)]*\))*?" + _REFERENCES)


def opens_with_references(text: str) -> bool:
    """Whether `text` begins with a quoted term and its category references: `"Brew" (2 9) …`."""
    term = _TERM.match(text)
    return bool(term and _REFERRED.match(text, term.end()))


def named(definition: Line) -> Line:
    """A definition with its term as name, its category references as number, and the rest as text."""
    if definition.name:
        term = _TERM.match(definition.name)
        if not term:
            return definition
        rest = definition.name[term.end() :].strip()
        # What stands beside the term in brackets tells it from another of that name, or is its acronym.
        suffix = _SUFFIX.match(rest)
        name = term["term"] + (f" {suffix[0]}" if suffix else "")
        text = f"{rest[suffix.end() if suffix else 0 :].strip()} {definition.text}".strip()
        return msgspec.structs.replace(definition, name=name, text=text)
    term = _TERM.match(definition.text)
    if not term:
        return definition
    text, refs = definition.text[term.end() :], _REFERRED.match(definition.text, term.end())
    if refs:
        text = definition.text[term.end() : refs.start("refs") - 1].rstrip() + definition.text[refs.end() :]
    return msgspec.structs.replace(definition, name=term["term"], text=text.strip(),
                                   number=refs["refs"] if refs else "")
