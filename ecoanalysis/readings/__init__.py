"""Readings: what frames say, as sentences and figures; every number is computed where it is said.

Each takes a view and returns a piece of a page; where there is nothing to say, it says so. Those of one edition stand
in ``edition`` and are had from here; those of a whole series stand in ``series``.
"""

from ecoanalysis.readings.edition import (
    about,
    acts,
    asked,
    asked_figure,
    bodies_themes_figure,
    citations,
    course,
    decisions,
    every,
    force,
    force_figure,
    mandates,
    named,
    reports,
    theme,
    theme_asked,
    theme_neighbours,
    theme_terms,
    themes_figure,
    uncertain,
    verbs_figure,
)

__all__ = [
    "about",
    "acts",
    "asked",
    "asked_figure",
    "bodies_themes_figure",
    "citations",
    "course",
    "decisions",
    "every",
    "force",
    "force_figure",
    "mandates",
    "named",
    "reports",
    "theme",
    "theme_asked",
    "theme_neighbours",
    "theme_terms",
    "themes_figure",
    "uncertain",
    "verbs_figure",
]
