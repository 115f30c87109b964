"""Pages: lines with their place, and which of them are the page's own, which are notes, and which begin a paragraph.

A PDF states the place of each line in points; a text whose pages form feeds part, in rows and columns.
"""
