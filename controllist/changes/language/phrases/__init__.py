"""What words put into a clause do: offer, demand, exclude, or merely explain."""
