"""Lessons: eight course units on real resolutions, their exercises, and the versions for students and teachers.

A lesson's notebook asks ``open_lesson`` for its material and hands every answer to ``Lesson.check``, which says in one
sentence what is wrong with it. What the sentences are is
``lexicon/interface/lessons.toml``; what is looked at, ``exercises``.
"""

from ecoanalysis.lessons.lesson import Lesson, open_lesson
from ecoanalysis.lessons.remarks import Remark

__all__ = ["Lesson", "Remark", "open_lesson"]
