"""One reader for each source format; none for a country. A reader turns bytes into lines."""
