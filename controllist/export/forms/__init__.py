"""The forms of the export; each function writes all tables in one form below a folder."""
