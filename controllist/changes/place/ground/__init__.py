"""Where nodes stand: the tree of an edition, two editions beside each other, headings above and neighbours."""
