"""What a source printed twice, glued together, broke off, or put in another order."""
