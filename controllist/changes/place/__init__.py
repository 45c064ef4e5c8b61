"""Where an item stands: its edition as a tree, what stands above, beside and below it, what governs it.

From the ground up: `ground` (trees, pairs of editions, neighbours), `held` and `moved` (items of one edition alone,
whose goods another item held, or which stood elsewhere), `headings` (words that went between a heading and its items)
and `notes` (notes of one edition alone).
"""
