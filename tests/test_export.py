"""The exported dataset: every form says the same, keys and schemas hold, the same data gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import duckdb
import msgspec
import pytest
from click.testing import CliRunner, Result
from conftest import CHECKOUT
from export_forms import READERS, package_faults
from jsonschema import Draft202012Validator
from site_lists import FIRST, MARKUP, item, write_library, write_list

from controllist.cli import main
from controllist.comparison import Division
from controllist.errors import WrongUse
from controllist.export import manifest, writer
from controllist.export.dataset import TABLES, dataset_of, sources_of
from controllist.export.forms import xlsx
from controllist.export.forms.json import object_of, schema_of
from controllist.export.forms.parquet import edition_types
from controllist.export.reference import tables_in_words
from controllist.export.shape import DATASET_VERSION, Column, Dataset, Filled, Table
from controllist.export.writer import FORMS, export_dataset
from controllist.history.pairs import PairRecord, encoded_pair, pair_path
from controllist.library import Library
from controllist.mirrors.records import (
    Adoption,
    Correspondence,
    Difference,
    GapRow,
    Median,
    Medians,
    MirrorRecords,
    Proof,
    Provision,
    Shared,
    Update,
)
from controllist.mirrors.store import save_mirror, save_shared
from controllist.sources.vault import Vault

AWKWARD = ("=1+1", 'say "a, b"', "two\nlines", " apart ", "größer ≥ 5", "https://kitchen.example/", "007", "TRUE")
PROOF = Proof("threshold", "volume >= 1 l", "volume >= 2 l", "volume >= 2 l", "the same limit")


def kitchen(root: Path) -> Library:
    """Three invented lists: `pots` and `bare`, and `cups`, which mirrors `pots`."""
    library = write_library(root)
    cup = item("1A001", "", terms=AWKWARD)
    write_list(library.lists, "cups", {"2004-04-04": [cup], "2005-05-05": [cup, item("1A001.a", "1A001")]})
    with (library.lists / "cups" / "list.toml").open("a") as scheme:
        scheme.write('[mirror]\nregime = "pots"\n')
    pair = PairRecord("2002-02-02", "2003-01-01", splits=(Division("1A001.a", ("1A001.a", "1A001.e"), 0.8),))
    pair_path(library.lists / "pots", pair.old, pair.new).write_bytes(encoded_pair(pair))
    save_mirror(library.lists / "cups", _mirrored(), Medians("2002-01-01", "2005-05-05", Median(1, 0, 1189), {
        "2002-02-02": Median(1, 0, 1189, 1000, None, 790)}, {}, {"relaxed": Median(0, 1)}))  # fmt: skip
    save_shared(library.lists, [Shared((("cups", "2005-05-05", "1A001"), ("bare", "2003-03-03", "7B001")), 0.75,
                                       (PROOF,))])  # fmt: skip
    return library


def _mirrored() -> MirrorRecords:
    return MirrorRecords(
        (Correspondence("1A001.a", "1A001.a", "same", "code", 0.1 + 0.2, ("2002-02-02", "2005-05-05")),),
        (Adoption("1A001.a>1A001.a", "1A001.a", "rescoped", "relaxed", "2001-01-01", "2002-02-02", "cups", "adopted",
                  "1A001.a", "Order 5", "2004-04-04", "2005-05-05", 1188, 792, (PROOF,)),),
        (GapRow("1A001.a", "1A001.a", "differs", "mirror", (Difference("threshold", "mirror", "volume", "2 l"),)),
         GapRow("", "1A002", "extra", "mirror", origin="national")),
        (Update("Order 5", "2005-05-05", (Provision("1A001.a", "1A001.a", "added", "2002-02-02", 1188, (PROOF,)),)),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return kitchen(tmp_path_factory.mktemp("kitchen"))


@pytest.fixture(scope="module")
def dataset(library: Library) -> Dataset:
    return dataset_of(sources_of(library))


@pytest.fixture(scope="module")
def out(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of everything."""
    return export_dataset(library, tmp_path_factory.mktemp("export") / "out").parent


def run(library: Library, *args: object) -> Result:
    return CliRunner().invoke(main, ["--lists", str(library.lists), "--vault", str(library.vault.folder), "export",
                                     *map(str, args)])  # fmt: skip


def rows(dataset: Dataset, name: str) -> list[dict[str, object]]:
    (filled,) = (filled for filled in dataset.tables if filled.table.name == name)
    return [dict(zip(filled.table.names, row, strict=True)) for row in filled.rows]


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_what_the_dataset_says(form: str, out: Path, dataset: Dataset) -> None:
    found = READERS[form](out)
    assert len(found) == len(dataset.tables)
    for table, expected in dataset.tables:
        assert alike(form, Filled(table, found[table.name])) == alike(form, Filled(table, expected)), table.name


def alike(form: str, filled: Filled) -> list[str]:
    """The rows in one order, numbers as far as the form keeps them: a workbook keeps fifteen digits for certain."""
    digits = ".15g" if form == "xlsx" else ".17g"
    numbers = [column.type == "number" for column in filled.table.columns]
    return sorted(
        repr([format(cell, digits) if number and cell is not None else cell
              for cell, number in zip(row, numbers, strict=True)])
        for row in filled.rows
    )  # fmt: skip


def test_every_table_is_tried(dataset: Dataset) -> None:
    assert [table.name for table, found in dataset.tables if not found] == []


def test_rows_stand_for_the_editions_in_which_a_node_says_the_same(dataset: Dataset) -> None:
    found = [row for row in rows(dataset, "nodes") if (row["list"], row["id"]) == ("pots", "1A001.c")]
    spans = [(row["first_edition"], row["last_edition"], row["current"], row["status"]) for row in found]
    assert spans == [("2001-01-01", "2001-01-01", False, "active"), ("2002-02-02", "2003-01-01", True, "reserved")]
    assert found[0]["cite"] == "1A001(c)"
    assert found[0]["parent"] == "1A001"


def test_limits_state_both_ends_and_the_unit(dataset: Dataset) -> None:
    found = {row["id"]: row for row in rows(dataset, "thresholds") if row["list"] == "pots"}
    heat, volume = found["1A001.c"], found["1A001.a"]
    assert (heat["op"], heat["value"], heat["value_to"], heat["unit"]) == ("between", 1.0, 2e7, "W")
    assert (volume["op"], volume["value"], volume["value_to"], volume["doubtful"]) == (">=", 13150.0, None, False)


def test_a_carried_change_stands_beside_the_others_with_its_evidence(dataset: Dataset) -> None:
    found = {row["change"]: row for row in rows(dataset, "changes")}
    assert {name for name, row in found.items() if row["carried"]} == {"1A001.a.1>1A001.a.1"}
    assert found["1A001.d>1A001.e"]["flags"] == "reversal"
    assert found[">1A001.e.1"]["old_id"] is None
    assert found["1A001.a>1A001.a"]["runner_up"] == "1A001.d"
    (reason,) = [row for row in rows(dataset, "evidence") if row["change"] == "1A001.a.1>1A001.a.1"]
    assert (reason["type"], reason["effect"]) == ("definition", "unclear")


def test_captions_are_given_for_what_a_list_has(dataset: Dataset) -> None:
    found = {(row["list"], row["code"]): row["caption"] for row in rows(dataset, "captions")}
    assert found["pots", "1A001"] == "Teapots <b>and</b> kettles"
    assert found["pots", "2"] == "Pans & lids"
    assert ("bare", "2A001") not in found


def test_mirrors_name_their_regime_and_give_lags(dataset: Dataset) -> None:
    (adoption,) = rows(dataset, "adoptions")
    assert (adoption["list"], adoption["regime"], adoption["days"], adoption["days_least"]) == (
        "cups", "pots", 1188, 792,
    )  # fmt: skip
    medians = {(row["grouping"], row["member"]): row["days"] for row in rows(dataset, "lag_medians")}
    assert medians == {("all", "all"): 1189, ("edition", "2002-02-02"): 1189, ("effect", "relaxed"): None}
    assert [row["list"] for row in rows(dataset, "shared_controls")] == ["cups", "bare"]


def test_parquet_has_each_edition_whole_in_its_order(out: Path, library: Library) -> None:
    folder = out / "parquet" / "edition_nodes"
    places = {path.relative_to(folder).as_posix() for path in folder.rglob("*.parquet")}
    assert "list=pots/edition=2002-02-02/nodes.parquet" in places
    assert len(places) == 6
    source = f"read_parquet('{folder}/*/*/*.parquet', hive_partitioning = true)"
    with duckdb.connect() as engine:
        found = engine.execute(
            f"SELECT id, kind, parent, cross_references, terms, thresholds FROM {source} "
            "WHERE list = 'pots' AND edition = DATE '2001-01-01' ORDER BY position"
        ).fetchall()
        described = [row[:2] for row in engine.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]
    assert [row[:3] for row in found] == [(node.id, node.kind, node.parent or None) for node in FIRST]
    by_id = {row[0]: row for row in found}
    assert by_id["1A001.a"][3] == ["2A001.a", "9A009"]
    assert by_id["1A001.a.1"][4] == ["'lid'", MARKUP]
    assert by_id["1A001.c"][5][0]["value_to"] == 2e7
    assert by_id["1A001.d"][5] == []
    assert [name for name, _ in described] == [*edition_types(), "edition", "list"]


def test_the_data_package_holds(out: Path) -> None:
    assert package_faults(out) == []


def test_a_fault_in_the_data_package_is_seen(library: Library, tmp_path: Path) -> None:
    folder = export_dataset(library, tmp_path / "out", forms=["csv"]).parent
    path = folder / "csv" / "changes.csv"
    path.write_text(path.read_text().replace("relaxed", "looser").replace("2002-02-02", "2002-02-03"))
    faults = package_faults(folder)
    assert "changes: size or digest" in faults
    assert "changes.effect: 'looser'" in faults
    assert any(fault.startswith("changes: no (") for fault in faults)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_schema_takes_its_file_and_its_example_and_nothing_else(table: Table, out: Path) -> None:
    schema = json.loads((out / "json" / "schemas" / f"{table.name}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert schema == schema_of(table)
    document = json.loads((out / "json" / f"{table.name}.json").read_text())
    assert validator.is_valid(document)
    (example,) = schema["examples"]
    assert validator.is_valid(example)
    assert set(example["rows"][0]) == {column.name for column in table.columns if column.example is not None}
    for wrong in ({"unheard": 1}, {table.columns[0].name: None}, {table.columns[0].name: []}):
        assert not validator.is_valid(example | {"rows": [example["rows"][0] | wrong]})
    assert not validator.is_valid(example | {"version": "0.0.0"})


def test_a_schema_refuses_what_is_no_day_and_no_value() -> None:
    table = Table("t", "T.", (Column("d", "date", "D."), Column("v", "string", "V.", values=("a", "b"))), ("d",))
    validator = Draft202012Validator(schema_of(table), format_checker=Draft202012Validator.FORMAT_CHECKER)
    head = {"dataset": "controllist", "version": DATASET_VERSION, "table": "t"}
    assert validator.is_valid(head | {"rows": [object_of(table, ("2001-02-03", "a")), object_of(table, (None, None))]})
    assert not validator.is_valid(head | {"rows": [{"d": "2001-02-30"}]})
    assert not validator.is_valid(head | {"rows": [{"v": "c"}]})


def test_every_name_needs_no_quotes_in_sql(out: Path) -> None:
    with closing(sqlite3.connect(out / "controllist.sqlite")) as database, duckdb.connect() as engine:
        for table in TABLES:
            engine.execute(f"CREATE TABLE {table.name} AS SELECT * FROM '{out}/parquet/{table.name}.parquet'")
            for connection in (database, engine):
                query = f"SELECT {', '.join(table.names)} FROM {table.name} ORDER BY {', '.join(table.key)}"
                assert len(connection.execute(query).description) == len(table.columns)


def test_keys_and_references_hold_in_sqlite(out: Path) -> None:
    with closing(sqlite3.connect(out / "controllist.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA user_version").fetchone() == (10000,)
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            database.execute("UPDATE changes SET effect = 'looser'")


def test_the_same_data_gives_the_same_bytes(library: Library, out: Path, tmp_path: Path) -> None:
    again = export_dataset(Library(library.lists, library.vault), tmp_path / "again").parent
    assert everything(again) == everything(out)
    with zipfile.ZipFile(out / "controllist.xlsx") as book:
        assert {entry.date_time[0] for entry in book.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in book.read("docProps/core.xml")


def test_the_manifest_tells_every_file(out: Path) -> None:
    known = msgspec.json.decode((out / "manifest.json").read_bytes(), type=manifest.Manifest)
    found = {path: content for path, content in everything(out).items() if path != "manifest.json"}
    assert {(file.path, file.bytes, file.sha256) for file in known.files} == {
        (path, len(content), hashlib.sha256(content).hexdigest()) for path, content in found.items()
    }
    assert (known.version, known.forms) == (DATASET_VERSION, FORMS)
    assert known.lists == {"bare": "2003-03-03", "cups": "2005-05-05", "pots": "2003-01-01"}


def test_no_place_of_this_machine_is_told(out: Path, library: Library) -> None:
    for path, content in everything(out).items():
        assert str(library.lists.parent).encode() not in content, path


def test_one_list_in_one_form(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out"
    answer = run(library, "--out", out, "--list", "pots", "--format", "csv")
    assert answer.exit_code == 0, answer.output
    assert answer.output.strip() == str(out / "manifest.json")
    assert sorted(path.name for path in out.iterdir()) == ["README.md", "csv", "datapackage.json", "manifest.json"]
    found = READERS["csv"](out)
    assert [row[0] for row in found["lists"]] == ["pots"]
    assert found["shared_controls"] == found["adoptions"] == []
    assert package_faults(out) == []


def test_an_export_takes_the_place_of_an_older_one(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export_dataset(library, out, forms=["csv", "json"])
    export_dataset(library, out, ["bare"], ["json"])
    assert not (out / "csv").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("foreign", ["letter.txt", "csv/letter.txt", "manifest.json"])
def test_a_folder_that_holds_something_else_is_left_alone(foreign: str, library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export_dataset(library, out, forms=["csv"])
    (out / foreign).write_text("{}")
    before = everything(out)
    answer = run(library, "--out", out)
    assert answer.exit_code == 2
    assert "did not export" in answer.output
    assert everything(out) == before


def test_a_file_is_no_folder(library: Library, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    assert run(library, "--out", tmp_path / "out").exit_code == 2
    assert (tmp_path / "out").read_text() == "mine"


def test_what_fails_half_way_leaves_the_old_export_whole(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    export_dataset(library, out, forms=["csv"])
    before = everything(out)

    def full(dataset: Dataset, folder: Path) -> None:
        (folder / "json").mkdir()
        raise OSError("no space left")

    monkeypatch.setattr(writer, "write_json", full)
    answer = run(library, "--out", out, "--format", "json")
    assert (answer.exit_code, "no space left" in answer.output) == (1, True)
    assert everything(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_too_many_rows_for_a_sheet_are_refused(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    answer = run(library, "--out", tmp_path / "out", "--format", "xlsx")
    assert (answer.exit_code, "too much for XLSX" in answer.output) == (1, True)
    assert not (tmp_path / "out").exists()


def test_a_list_that_is_not_there_is_named(library: Library, tmp_path: Path) -> None:
    answer = run(library, "--out", tmp_path / "out", "--list", "jars")
    assert (answer.exit_code, "'jars'" in answer.output) == (2, True)
    write_list(library.lists, "lids", {})
    try:
        with pytest.raises(WrongUse, match="no edition of lids"):
            export_dataset(Library(library.lists, library.vault), tmp_path / "out", ["lids", "pots"])
    finally:
        for path in (library.lists / "lids").iterdir():
            path.unlink()
        (library.lists / "lids").rmdir()


def test_the_documentation_tells_every_table() -> None:
    documentation = (CHECKOUT / "docs" / "export.md").read_text(encoding="utf-8")
    assert f"`{DATASET_VERSION}`" in documentation
    assert documentation.endswith(tables_in_words()), "write it anew: python -m controllist.export.reference"


SHAPES = {"1.0.0": "63341a8a94fbe329"}
"""The digest of the shape of each version."""


def test_another_shape_is_another_version() -> None:
    shape = [(table.name, table.key, table.references,
              [(each.name, each.type, each.required, each.unit, each.values) for each in table.columns])
             for table in TABLES]  # fmt: skip
    digest = hashlib.sha256(msgspec.json.encode([shape, edition_types()])).hexdigest()[:16]
    assert SHAPES.get(DATASET_VERSION) == digest, "raise DATASET_VERSION and add its digest here"


def test_the_real_lists_fit_the_shape(lists: Path, tmp_path: Path) -> None:
    """The database checks types, allowed values, keys and what is required; then what its rows refer to."""
    library = Library(lists, Vault(tmp_path / "vault"))
    out = export_dataset(library, tmp_path / "out", forms=["sqlite"]).parent
    with closing(sqlite3.connect(out / "controllist.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        counted = database.execute(
            "SELECT e.nodes, count(*) FROM editions e JOIN nodes n ON n.list = e.list "
            "AND e.edition BETWEEN n.first_edition AND n.last_edition GROUP BY e.list, e.edition, e.nodes"
        ).fetchall()
        assert len(counted) == database.execute("SELECT count(*) FROM editions").fetchone()[0] > 0
        assert [told for told in counted if told[0] != told[1]] == []


def test_a_real_list_reads_back_the_same_from_every_form(lists: Path, tmp_path: Path) -> None:
    library = Library(lists, Vault(tmp_path / "vault"))
    out = export_dataset(library, tmp_path / "out", ["ca-ecl"]).parent
    expected = dataset_of(sources_of(library, ["ca-ecl"])).tables
    for form in FORMS:
        found = READERS[form](out)
        for table, rows_told in expected:
            told = Filled(table, found[table.name])
            assert alike(form, told) == alike(form, Filled(table, rows_told)), (form, table.name)
    assert package_faults(out) == []
