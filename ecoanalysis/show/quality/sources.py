"""What of the files' own structure is found again in their text, and in the other languages of texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ecoanalysis.lexicon import INTERFACE
from ecoanalysis.show.html import Html
from ecoanalysis.show.quality.names import TEXT_FIGURES
from ecoanalysis.show.quality.wording import Cell, Wording, together


@dataclass(frozen=True)
class AgainstFiles(Wording):
    """The pieces that hold the program against what the files themselves state."""

    def structure(self) -> Html:
        """Say how many files are read without a warning, and show what of their structure is found again."""
        structure = self.measured["structure"]
        sentences = [
            self.say(
                "quality.clean",
                language=self._language(language),
                files=structure[language]["files"],
                clean=structure[language]["without_warning"],
                share=self._percent(structure[language]["without_warning"], structure[language]["files"]),
            )
            for language in INTERFACE
        ]
        ways = [(language, way) for language in INTERFACE for way in ("xml", "text")]
        heads = [self._head("fact"), *(self._of(f"column.read_{way}", language) for language, way in ways)]
        rows = [
            [self.fact_name(kind), *(self._f1(structure[language][way]["kinds"][kind]) for language, way in ways)]
            for kind in structure[INTERFACE[0]]["xml"]["kinds"]
        ]
        ranges = [
            self._range(
                "column.f1",
                {self.fact_name(kind): entry["f1"] for kind, entry in structure[language]["text"]["kinds"].items()},
                of=self._of("column.read_text", language),
            )
            for language in INTERFACE
        ]
        folded = self._folded(self._sentences(*ranges), self._table("quality_structure", heads, rows))
        return together([*sentences, folded])

    def text_languages(self) -> Html:
        """Say on what the other languages of texts were measured, and show their figures."""
        measured = self.measured["text_languages"]
        sentences = [
            self.say(
                "quality.text_files",
                language=self._language(language),
                files=entry["files"],
                paired=entry["paired"],
                version=entry["package"],
                date=self.labels.date(date.fromisoformat(entry["measured_on"])),
            )
            for language, entry in measured.items()
        ]
        heads = [self._head(name) for name in ("language", "fact", "precision", "recall", "n")]
        rows = [row for language, entry in measured.items() for row in self._text_figures(language, entry["figures"])]
        ranges = [
            self._range(
                "column.recall",
                {self.labels(TEXT_FIGURES[name]): tally["recall"] for name, tally in entry["figures"].items()},
                language,
            )
            for language, entry in measured.items()
        ]
        return together([*sentences, self._folded(self._sentences(*ranges), self._table("quality_text", heads, rows))])

    def _text_figures(self, language: str, tallies: Mapping[str, Mapping[str, Any]]) -> Iterator[list[Cell]]:
        for name, tally in tallies.items():
            yield [
                self._language(language),
                self.labels(TEXT_FIGURES[name]),
                self._figure(tally["precision"]),
                self._figure(tally["recall"]),
                tally["expected"],
            ]
