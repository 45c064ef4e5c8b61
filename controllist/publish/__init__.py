"""The dataset as a static site."""
