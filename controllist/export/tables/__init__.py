"""The tables of the export, each declared beside the function that fills it."""
