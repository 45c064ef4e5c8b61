"""Export-control lists as one tree of items: read, compared, dated, published."""

__version__ = "0.1.0"
