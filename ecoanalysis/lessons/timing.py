"""How long a lesson takes, by what is in it: an estimate that anyone can count again, not a time taken in class."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoanalysis.lexicon import language_of, load

if TYPE_CHECKING:
    from nbformat import NotebookNode

_MARKUP = re.compile(r"\]\([^)]*\)|[#*`|]")
_WORD = re.compile(r"\w+(?:['’/-]\w+)*")


@dataclass(frozen=True, slots=True)
class Timing:
    """What a student meets in a lesson; of a language set without spaces, words are characters."""

    words: int
    cells: int
    exercises: int
    drafts: int
    language: str

    @property
    def minutes(self) -> int:
        """The sum, at the rates that ``timing`` of the lessons' words has."""
        each = load("interface/lessons")["timing"]
        work = each["cell"] * self.cells + each["exercise"] * self.exercises + each["draft"] * self.drafts
        total: float = self.words / each["read"][self.language] + work + each["frame"]
        return round(total)


def timing(notebook: NotebookNode, language: str) -> Timing:
    """Count what a student's version of a lesson holds; the text of the resolution that it shows is not counted.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
    >>> cells = [new_markdown_cell("Where does it *begin*?"), new_code_cell("lesson.picture()")]
    >>> timing(new_notebook(cells=cells), "en")
    Timing(words=4, cells=1, exercises=0, drafts=0, language='en')
    """
    edits = load("interface/lessons")["text"][language]["edits"]
    prose = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    graded = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution")]
    code = [cell for cell in graded if cell.cell_type == "code"]
    drafts = [cell for cell in code if cell.metadata["nbgrader"]["grade_id"] in edits]
    plain = [cell for cell in notebook.cells if cell.cell_type == "code" and "nbgrader" not in cell.metadata]
    written = len(graded) - len(code) - 1  # the last is the discussion, which the frame has time for
    words = _WORD.findall(_MARKUP.sub(" ", prose))
    return Timing(
        words=sum(map(len, words)) if language_of(language).words_touch else len(words),
        cells=len(plain),
        exercises=len(code) - len(drafts),
        drafts=len(drafts) + max(written, 0),
        language=language,
    )
