"""Labels as printed: the number that one states, and the level of points whose next one it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ecoanalysis.lexicon import Language


def label_value(printed: str) -> str:
    """Return the number in a printed label.

    Examples
    --------
    >>> label_value("12."), label_value("(a)"), label_value("㈠"), label_value("2.1"), label_value("3 -")
    ('12', 'a', '㈠', '2.1', '3')
    """
    return re.sub(r"^[\s(（]+|[\s)）.．、\-]+$", "", printed)


@dataclass
class Outline:
    """The open levels of points, the outermost first: style and position of each one's last point."""

    language: Language
    levels: list[tuple[str, int]] = field(default_factory=list)

    def level(self, value: str, opened: bool) -> int:
        """Return the level whose next point this is.

        A first point opens a level; one that could be either (``i``) does so where a colon ``opened`` a list.
        """
        readings = dict(self.language.positions(value)) or {"none": 0}
        if opened and 1 in readings.values():
            style = next(style for style, position in readings.items() if position == 1)
            self.levels.append((style, 1))
            return len(self.levels)
        for follows in (lambda before, here: here == before + 1, lambda before, here: True):
            for depth in range(len(self.levels), 0, -1):
                style, before = self.levels[depth - 1]
                if style in readings and follows(before, readings[style]):
                    del self.levels[depth:]
                    self.levels[depth - 1] = (style, readings[style])
                    return depth
            if 1 in readings.values():
                break
        self.levels.append(min(readings.items(), key=lambda reading: reading[1]))
        return len(self.levels)

    def unlabelled_level(self, below: bool) -> int:
        """Return the level of a point without a label, which may be one ``below`` those open."""
        if below or not self.levels:
            self.levels.append(("none", 0))
        return len(self.levels)
