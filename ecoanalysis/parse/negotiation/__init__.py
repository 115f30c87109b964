"""Negotiating texts: brackets, proposals and deletions become marks, and the words are read as if they were clean."""
