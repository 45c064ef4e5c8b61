"""`datapackage.json`: the CSV tables as a Tabular Data Package, every column with its type and constraints."""

from __future__ import annotations

from typing import Any

from controllist.export.forms.csv import FOLDER
from controllist.export.manifest import FileRow
from controllist.export.shape import DATASET_VERSION, NAME, Column, Dataset, Table

FILE = "datapackage.json"


def data_package(dataset: Dataset, files: dict[str, FileRow]) -> dict[str, Any]:
    """The descriptor of the CSV files, which `files` holds by path."""
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "version": DATASET_VERSION,
        "title": "Export-control lists: editions, items, changes, adoptions",
        "description": "Facts about export-control lists and their mirrors; no text of a list, no legal advice.",
        "resources": [_resource(table, files[f"{FOLDER}/{table.name}.csv"]) for table, _ in dataset.tables],
    }


def _resource(table: Table, file: FileRow) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.meaning,
        "path": file.path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": _table_schema(table),
    }


def _table_schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.references:
        schema["foreignKeys"] = [
            {
                "fields": list(reference.columns),
                "reference": {"resource": reference.table, "fields": list(reference.key)},
            }
            for reference in table.references
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.unit:
        field["unit"] = column.unit
    if column.example is not None:
        field["example"] = column.example
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    return field | ({"constraints": constraints} if constraints else {})
