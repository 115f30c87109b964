"""How old the words of a text are, in steps, as the page tints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.lexicon.labels import Count
from ecoanalysis.model.edition import EditionParagraph
from ecoanalysis.model.resolution import Paragraph
from ecoanalysis.publish.history import Course, Run
from ecoanalysis.publish.reading.text import Row, Text
from ecoanalysis.show.html import markup
from ecoanalysis.show.marks import position

AGES = 4
"""Steps of age of words that are not new."""
AGE_STEPS = range(1, AGES + 1)


@dataclass(frozen=True)
class Ages:
    """The ages of a text's words, where it is of a series."""

    text: Text
    course: Course

    @cached_property
    def of_words(self) -> dict[str, str]:
        """Of each paragraph, which of its characters are of which step of age, as the page's script takes them."""
        if not self.course.ages or not self.text.has_words:
            return {}
        paragraphs = {paragraph.id: paragraph for paragraph in self.text.resolution.paragraphs}
        return {
            compared.id: aged(paragraphs[compared.id], compared, self.course.ages[compared.id], self._oldest)
            for compared in to_edition(self.text.facts).paragraphs
            if compared.id in self.course.ages
        }

    def of_paragraph(self, id: str) -> int:
        """Return the step of age of a paragraph as a whole, where its words are not there."""
        return age_step(self.course.medians.get(id, 0) or 0, self._oldest)

    def key(self) -> Row | None:
        """Return the steps of age and what they mean; none where all words are of one age."""
        if not any(self.of_words.values()) and not any(self.course.medians.values()):
            return None
        labels, steps = self.text.labels, []
        for step in AGE_STEPS:
            low, high = (step - 1) * self._oldest // AGES + 1, step * self._oldest // AGES
            if low <= high:
                words = "age_years" if low < high else "age_year"
                steps.append((step, labels[words].format(low=low, high=high, years=high)))
        says = markup(labels["age_says" if self.course.ages else "age_says_whole"]).format(
            editions=Count(self.course.editions), language=self.text.say.language_name(self.course.language)
        )
        return {"says": says, "steps": [(0, labels["age_new"]), *steps]}

    @cached_property
    def _oldest(self) -> int:
        words = (years for runs in self.course.ages.values() for *_, years in runs)
        return max((*words, *self.course.medians.values()), default=0)


def aged(paragraph: Paragraph, compared: EditionParagraph, runs: Sequence[Run], oldest: int) -> str:
    """Return a paragraph's characters by step of age: from, to and step of each run; new words are left out.

    Characters are counted as a browser counts them.
    """
    pieces: list[list[int]] = []
    for first, last, years in runs:
        words = compared.places[first:last]
        step = age_step(years, oldest)
        if not words or not step:
            continue
        raw = compared.offsets[words[0][0]], compared.offsets[words[-1][1] - 1] + 1
        start, end = position(paragraph.offsets, *raw)
        if pieces and pieces[-1][2] == step and not paragraph.text[pieces[-1][1] : start].strip():
            pieces[-1][1] = end
        else:
            pieces.append([start, end, step])
    units = [_units(paragraph.text, start) for piece in pieces for start in piece[:2]]
    return " ".join(
        f"{start}-{end}:{piece[2]}" for piece, start, end in zip(pieces, units[::2], units[1::2], strict=True)
    )


def age_step(years: int, oldest: int) -> int:
    """Return the step of an age, from 0 for what is new.

    Examples
    --------
    >>> [age_step(years, 26) for years in (0, 1, 6, 7, 26)]
    [0, 1, 1, 2, 4]
    """
    return -(-AGES * years // oldest) if years > 0 and oldest else 0


def _units(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le")) // 2
