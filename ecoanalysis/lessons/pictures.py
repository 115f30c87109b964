"""The picture with which each lesson opens: the pages' own, of what the lesson is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecoanalysis.lessons.lesson import Lesson
    from ecoanalysis.show.html import Html


def picture(lesson: Lesson) -> Html:
    """Return the picture of a lesson: of its text, of the series, or of its collection.

    Examples
    --------
    >>> from ecoanalysis.lessons import open_lesson
    >>> "<svg" in picture(open_lesson(4, "en")).html
    True
    """
    from ecoanalysis.lessons.lesson import SERIES
    from ecoanalysis.show.passages import text
    from ecoanalysis.show.pictures import made_of_figure
    from ecoanalysis.show.view import view_facts, view_series

    if lesson.number == 5:
        return made_of_figure(view_series(SERIES, language=lesson.language))
    if lesson.number == 7:
        return text.asked_figure(lesson.collection, limit=10)
    view = view_facts(lesson.facts, lesson.language)
    drawn = {1: text.course, 2: text.bodies_themes_figure, 3: text.themes_figure}
    return drawn.get(lesson.number, text.force_figure)(view)
