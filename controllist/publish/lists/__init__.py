"""The pages of lists: the first page, a list, its editions and entries, the data, the method."""
