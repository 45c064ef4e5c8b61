"""A comparison for people: one view, and the forms it is shown in."""
