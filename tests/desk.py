"""The command line over a folder of lists of its own, for the tests of commands."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from word import word_file

from controllist.cli import main

LISTS = Path(__file__).resolve().parents[1] / "lists"

TEXT = """
3.⇥A.⇥SYSTEMS, EQUIPMENT AND COMPONENTS
3.⇥A.⇥1.⇥Kettles, as follows:
⇥⇥⇥a.⇥Kettles with a volume exceeding 3 l;
⇥⇥⇥b.⇥Kettles of glass;
"""
FOOTER = "WA-LIST (18) 1⇥06-12-2018"


class Desk:
    """A folder of lists and a vault of its own, and the command line over them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lists = folder / "lists"
        (self.lists / "wa").mkdir(parents=True)
        (self.lists / "wa" / "list.toml").write_bytes((LISTS / "wa" / "list.toml").read_bytes())
        (self.lists / "captions.toml").write_text('[captions]\n"3A001" = "Kettles"\n', encoding="utf-8")

    def run(self, *words: object) -> Result:
        options = ["--lists", str(self.lists), "--vault", str(self.folder / "vault")]
        return CliRunner().invoke(main, [*options, *(str(word) for word in words)])

    def file(self, text: str = TEXT, name: str = "list.docx", footer: str = FOOTER) -> Path:
        path = self.folder / name
        path.write_bytes(word_file(text, name, header="CATEGORY 3 - KITCHEN", footer=footer).data)
        return path

    def dataset(self) -> dict[str, bytes]:
        """Every file of the list wa by its path."""
        paths = (path for path in (self.lists / "wa").rglob("*") if path.is_file())
        return {str(path.relative_to(self.lists / "wa")): path.read_bytes() for path in paths}


def two_editions(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    later = TEXT.replace("exceeding 3 l", "exceeding 5 l").replace(
        "⇥⇥⇥b.⇥Kettles of glass;", "⇥⇥⇥b.⇥Kettles that whistle;\n⇥⇥⇥c.⇥Kettles of glass;"
    )
    desk.run("ingest", "--list", "wa", desk.file(later, "later.docx", "WA-LIST (19) 1⇥05-12-2019"))
