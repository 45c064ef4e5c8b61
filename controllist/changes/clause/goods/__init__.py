"""The goods that a clause names: wider and narrower names, parts, purposes and kinds of them."""
