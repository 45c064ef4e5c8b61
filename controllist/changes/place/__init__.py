"""Where an item stands: its edition as a tree, what stands above, beside and below it, what governs it."""
