"""What pages are made of: addresses, one list and one mirror as pages see them, rows, marks, templates, the writer."""
