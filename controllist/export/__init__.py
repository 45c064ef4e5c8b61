"""The dataset as files for other systems: tables of one shape as CSV, XLSX, JSON, SQLite and Parquet.

`shape` says what a table is, `tables/` declares each table beside the function that fills it, `forms/` writes them in
one form each, `writer` puts a whole export together. Facts only: no text of a list is ever exported.
"""
