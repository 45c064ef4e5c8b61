"""What a clause offers as a choice or demands: one choice more, fewer, or a demand instead."""
