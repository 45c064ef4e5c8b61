"""Terms in marks: what makes one, what it is called besides, and what its definition says."""
