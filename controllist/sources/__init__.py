"""The catalogue of lists and their editions, and the local vault of official texts."""
