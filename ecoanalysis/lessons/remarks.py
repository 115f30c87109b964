"""What a check answers: one sentence, the first that helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ecoanalysis.errors import LessonError
from ecoanalysis.lexicon import language_of, languages, load
from ecoanalysis.lexicon.labels import Count

Fault = tuple[str, Mapping[str, Any]]
"""The name of a sentence, and what is filled into it."""

Faults = Iterator[Fault]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about an answer, and whether the answer was right.

    Examples
    --------
    >>> print(remark("pieces", "en", "untouched"))
    Nothing is answered yet: put your answer in the place of the three dots, and run both cells again.
    """

    right: bool
    sentence: str
    language: str
    name: str = ""
    """The name of the sentence, the same in every language."""

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        from markupsafe import escape

        words = str(escape(self.sentence))
        for spoken in map(language_of, languages()):
            if spoken.code != self.language and spoken.words_touch:  # a screen reader has another voice for it
                tag = spoken.table("structure")["tag"]
                run = spoken.compiled("structure", "own", "run")
                words = run.sub(lambda run, tag=tag: f'<span lang="{tag}">{run[0]}</span>', words)  # type: ignore[misc]
        kind, sign, colour = ("right", "✓", "#2a7f3e") if self.right else ("wrong", "→", "#b3541e")
        bar = f"border-inline-start: 4px solid {colour}; padding-inline-start: 0.7em"
        return f'<p class="remark {kind}" style="{bar}">{sign} {words}</p>'


def remark(exercise: str, language: str, name: str, values: Mapping[str, Any] | None = None) -> Remark:
    """Return a sentence of an exercise, else of all exercises, filled in."""
    sentences = load("interface/lessons")["say"]
    entry = next((sentences[of][name] for of in (exercise, "any", "drafts") if name in sentences.get(of, {})), None)
    if entry is None:
        raise LessonError(f"exercise {exercise!r} has no sentence {name!r}; sentences stand in lexicon/lessons.toml")
    filled = {key: _shown(value) for key, value in (values or {}).items()}
    return Remark(name == "right", entry[language].format(**filled), language, name)


def _shown(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return Count(value) if isinstance(value, int) and not isinstance(value, bool) else value
