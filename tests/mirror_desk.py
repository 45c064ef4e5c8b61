"""A regime and a mirror of two editions each on a desk of their own: the mirror follows after half a year."""

from __future__ import annotations

from pathlib import Path

from desk import Desk, two_editions

CUP = """
id = "cup"
title = "Cupboard list"
short = "Cupboard"
authority = "Board of Cupboards"
home = "https://cupboards.example/"
role = "mirror"
jurisdiction = "Cupboards"
language = "en"
publish = "facts"
[codes]
entry = '\\d[A-E]\\d{3}'
[words]
note = ['Note']
[categories]
"3" = "Kitchen"
[mirror]
regime = "wa"
carries = ['\\d[A-E]0\\d\\d']
complete = true
[mirror.origins]
national = ['\\d[A-E]9\\d\\d']
"""
HEAD = "code,parent,text\n3A001,,\"Kettles, as follows:\"\n"
OLD = HEAD + "3A001.a,3A001,Kettles with a volume exceeding 3 l;\n3A001.b,3A001,Kettles of glass;\n3A901,,Spoons\n"
NEW = HEAD + (
    "3A001.a,3A001,Kettles with a volume exceeding 5 l;\n3A001.b,3A001,Kettles that whistle;\n"
    "3A001.c,3A001,Kettles of glass;\n3A901,,Spoons\n"
)


def cup_list(desk: Desk) -> None:
    """The mirror's folder, without an edition."""
    (desk.lists / "cup").mkdir()
    (desk.lists / "cup" / "list.toml").write_text(CUP, encoding="utf-8")


def cup_edition(desk: Desk, date: str, rows: str) -> str:
    """Ingest one edition of the mirror; what was said on standard error."""
    path: Path = desk.folder / f"cup-{date}.csv"
    path.write_text(rows, encoding="utf-8")
    result = desk.run("ingest", "--list", "cup", path, "--date", date)
    assert result.exit_code == 0, result.stderr
    return result.stderr


def regime_and_mirror(desk: Desk) -> None:
    """The regime of 2018-12-06 and 2019-12-05, the mirror of 2019-01-01 and 2020-06-05."""
    two_editions(desk)
    cup_list(desk)
    cup_edition(desk, "2019-01-01", OLD)
    cup_edition(desk, "2020-06-05", NEW)
