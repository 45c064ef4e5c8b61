"""Lists of items: clauses that became lists, lists compared by what they leave, headings that their items bear out."""
