"""The pages of mirrors: lag, jurisdictions, gaps, updates by instrument."""
