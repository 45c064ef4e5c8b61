"""Reports as files to take away: the same facts in the forms of spreadsheets, programs and documents.

They never hold a text of a list, even where the site shows them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from controllist.comparison import Comparison
from controllist.contract import comparison_shape, encoded
from controllist.publish.parts.addresses import pair_file, year_file
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.writer import SiteWriter
from controllist.reclassification import as_csv, as_shape, as_xml, reclassification
from controllist.report.markdown import as_markdown, markdown_of_all
from controllist.report.table import csv_of_all
from controllist.report.view import Words, view_of
from controllist.report.workbook import as_workbook


class Offer(NamedTuple):
    """A file that a page offers: its form, its address from the site's root, its bytes."""

    form: str
    path: str
    size: int


def write_report_files(site: SiteWriter, shelf: Shelf, comparison: Comparison) -> tuple[Offer, ...]:
    """Write the report of two successive editions in each form; they say what `controllist diff` says without texts."""
    view = view_of(comparison, Words(shelf.scheme, shelf.captions))
    files = {
        "CSV": (".csv", csv_of_all([comparison]).encode()),
        "XLSX": (".xlsx", as_workbook([view], shelf.captions)),
        "JSON": (".json", _line(comparison_shape(comparison, lambda change: True))),
        "Markdown": (".md", as_markdown(view).encode()),
    }
    return _written_pair(site, shelf, comparison, files)


def write_reclassification_files(
    site: SiteWriter, shelf: Shelf, number: int, comparison: Comparison
) -> tuple[Offer, ...]:
    """Write old code to new code, from the edition before to the n-th, in each form that `controllist reclass` has."""
    rows = reclassification(comparison, shelf.active_items(number - 1), shelf.active_items(number))
    files = {
        "CSV": ("_reclassification.csv", as_csv(rows).encode()),
        "JSON": ("_reclassification.json", _line(as_shape(comparison, rows))),
        "XML": ("_reclassification.xml", as_xml(comparison, rows).encode()),
    }
    return _written_pair(site, shelf, comparison, files)


def write_year_files(site: SiteWriter, year: str, found: Sequence[tuple[Shelf, Comparison]]) -> tuple[Offer, ...]:
    """Write the report of a year in each form: one list or more with what changed in it."""
    views = [view_of(comparison, Words(shelf.scheme, shelf.captions)) for shelf, comparison in found]
    comparisons = [comparison for _, comparison in found]
    shape = {"year": year, "lists": [comparison_shape(each, lambda change: True) for each in comparisons]}
    files = {
        "CSV": (".csv", csv_of_all(comparisons).encode()),
        "XLSX": (".xlsx", as_workbook(views, found[0][0].captions)),
        "JSON": (".json", _line(shape)),
        "Markdown": (".md", markdown_of_all(f"What changed in {year}", views).encode()),
    }
    return tuple(_written(site, form, year_file(year, ending), content) for form, (ending, content) in files.items())


def _line(shape: object) -> bytes:
    """One JSON object as commands print it."""
    return f"{encoded(shape)}\n".encode()


def _written_pair(
    site: SiteWriter, shelf: Shelf, comparison: Comparison, files: Mapping[str, tuple[str, bytes]]
) -> tuple[Offer, ...]:
    old, new = comparison.old.edition, comparison.new.edition
    return tuple(
        _written(site, form, pair_file(shelf.name, old, new, ending), content)
        for form, (ending, content) in files.items()
    )


def _written(site: SiteWriter, form: str, path: str, content: bytes) -> Offer:
    site.data(path, content)
    return Offer(form, path, len(content))
