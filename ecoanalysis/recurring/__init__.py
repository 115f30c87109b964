"""Recurring resolutions: which editions make a series, how each clause fares through them, and what falls due."""
