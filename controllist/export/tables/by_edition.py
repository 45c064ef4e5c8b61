"""The nodes of every edition, each edition whole and in its own order: a table of the Parquet form alone."""

from __future__ import annotations

from controllist.export.shape import Column, count
from controllist.export.tables.nodes import FACTS, ID, LINEAGE

BY_EDITION = "edition_nodes"
"""Its name."""

POSITION = count("position", "Place of the node in the edition's own order, from 1.", required=True)

PLAIN: tuple[Column, ...] = (POSITION, ID, LINEAGE, *FACTS)
"""Its plain columns; `list` and `edition` are in the names of the folders."""

LISTS: dict[str, str] = {"cross_references": "refers_to", "terms": "term", "chemicals": "cas"}
"""Its columns that hold a list of texts, and the column of the table of that name that holds the same."""
