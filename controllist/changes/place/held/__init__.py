"""Items of one edition alone whose goods another item held, or still holds: beside them, or elsewhere."""
