"""A whole export: every form wanted into a new folder, which then takes the old one's place."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Literal, get_args

import msgspec

from controllist.errors import Refused
from controllist.export import manifest, package
from controllist.export.dataset import dataset_of, sources_of
from controllist.export.forms.csv import write_csv
from controllist.export.forms.json import write_json
from controllist.export.reference import readme
from controllist.export.shape import Dataset
from controllist.export.source import ListSource
from controllist.folders import take_place
from controllist.library import Library

Form = Literal["csv", "xlsx", "json", "sqlite", "parquet"]
FORMS: tuple[Form, ...] = get_args(Form)
README = "README.md"


def export_dataset(library: Library, out: Path, lists: Sequence[str] = (), forms: Sequence[Form] = FORMS) -> Path:
    """Write the dataset of the lists wanted (none named: all) in these forms to `out`, whole or not at all.

    The path of the manifest. Raises `WrongUse` where a list is not there or `out` holds something else, `Refused` where
    it cannot be written or a table is too much for a form.
    """
    out = out.absolute()
    manifest.refuse_foreign(out)
    sources = sources_of(library, lists)
    dataset = dataset_of(sources)
    fresh = out.with_name(f".{out.name}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        _fill(fresh, dataset, sources, [form for form in FORMS if form in forms])
        take_place(fresh, out)
    except OSError as error:
        raise Refused(f"{out}: cannot be written ({error}); name a folder of your own with --out") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return out / manifest.FILE


def _fill(folder: Path, dataset: Dataset, sources: Sequence[ListSource], forms: Sequence[Form]) -> None:
    _write_forms(folder, dataset, sources, forms)
    if "csv" in forms:
        descriptor = package.data_package(dataset, manifest.files_below(folder))
        content = msgspec.json.format(msgspec.json.encode(descriptor), indent=1) + b"\n"
        (folder / package.FILE).write_bytes(content)
    (folder / README).write_text(readme(dataset.lists), encoding="utf-8")
    (folder / manifest.FILE).write_bytes(manifest.encoded_manifest(folder, dataset.lists, tuple(forms)))


def _write_forms(folder: Path, dataset: Dataset, sources: Sequence[ListSource], forms: Sequence[Form]) -> None:
    """Write every form; the workbook, which takes longest, in a process of its own beside the others."""
    if "xlsx" not in forms or len(forms) == 1:
        for form in forms:
            _write_form(form, folder, dataset, sources)
        return
    with ProcessPoolExecutor(1) as pool:
        workbook = pool.submit(_write_form, "xlsx", folder, dataset)
        for form in forms:
            if form != "xlsx":
                _write_form(form, folder, dataset, sources)
        workbook.result()


def _write_form(form: Form, folder: Path, dataset: Dataset, sources: Sequence[ListSource] = ()) -> None:
    """Write one form; the libraries that it needs are loaded only here."""
    if form == "csv":
        write_csv(dataset, folder)
    elif form == "json":
        write_json(dataset, folder)
    elif form == "xlsx":
        from controllist.export.forms.xlsx import write_xlsx

        write_xlsx(dataset, folder)
    elif form == "sqlite":
        from controllist.export.forms.sqlite import write_sqlite

        write_sqlite(dataset, folder)
    else:
        from controllist.export.forms.parquet import write_parquet

        write_parquet(dataset, sources, folder)
