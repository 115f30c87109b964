"""Across languages: what is found in one language of a text, against what is found in another."""
