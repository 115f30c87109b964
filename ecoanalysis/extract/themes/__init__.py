"""Themes: what each paragraph is about, by weighted terms and by its other words, each hit kept as evidence.

In order: the terms of a text and where they stand (``term_uses``), what the resolution is about (``subject``), which
paragraphs only serve the organ's further work (``procedure``), the themes that the terms give (``theme_hits``), what
the other words say for and against each (``theme_words``), and all of it together (``paragraph_themes``).
"""

from __future__ import annotations

from ecoanalysis.extract.themes.paragraph_themes import ThemesInContext
from ecoanalysis.extract.themes.theme_hits import find_themes

__all__ = ["ThemesInContext", "find_themes"]
