"""Subjects that the XML states, held against the themes that are found: an outside check, resolution by resolution.

Indexers' headings of UNBIS (written in capitals, ``NUCLEAR-WEAPON-FREE ZONES``) have the themes of their words; the
goals are those that a theme corresponds to. Neither is the truth about a paragraph: both tell whether a resolution as a
whole is understood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.extract.themes import find_themes
from ecoanalysis.lexicon import load
from ecoanalysis.lexicon.listed import BESIDE
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Subject

UNBIS, GOALS = "UNBIS", "SDG"


@dataclass(frozen=True, slots=True)
class SubjectAgreement:
    """Of the resolutions with headings that have a theme, and with goals: those whose main theme is among them."""

    headings: int = 0
    headings_agree: int = 0
    goals: int = 0
    goals_agree: int = 0

    def __add__(self, other: SubjectAgreement) -> SubjectAgreement:
        return SubjectAgreement(
            self.headings + other.headings,
            self.headings_agree + other.headings_agree,
            self.goals + other.goals,
            self.goals_agree + other.goals_agree,
        )


def main_theme(facts: Facts) -> str | None:
    """Return the theme with the greatest share over all paragraphs, None where none was found."""
    shares: Counter[str] = Counter()
    for theme in facts.themes:
        shares[theme.theme] += theme.score  # type: ignore[assignment]  # shares, not counts
    return max(sorted(shares), key=lambda theme: shares[theme]) if shares else None


def heading_themes(subjects: Iterable[Subject]) -> set[str]:
    """Return the themes of the headings that an indexer gave, in English whatever the text's language.

    Examples
    --------
    >>> heading_themes([Subject("UNBIS", "RAILWAYS", "RAILWAYS"), Subject("UNBIS", "1002", "women")])
    {'transport'}
    """
    headings = [subject.label for subject in subjects if subject.scheme == UNBIS and subject.label.isupper()]
    return {hit.theme for heading in headings for hit in find_themes(heading, BESIDE)}


def agreement(facts: Facts) -> SubjectAgreement:
    """Return whether what a resolution's file states of its subject holds its main theme."""
    main, subjects = main_theme(facts), facts.resolution.subjects
    headings = heading_themes(subjects)
    stated = {subject.id for subject in subjects if subject.scheme == GOALS}
    meant = {str(goal) for goal in load("facts/themes")[main]["sdg"]} if main else set()
    has_goals = bool(stated and meant)
    return SubjectAgreement(
        bool(headings), bool(headings) and main in headings, has_goals, has_goals and not stated.isdisjoint(meant)
    )


def subject_agreement(paths: Iterable[Path]) -> SubjectAgreement:
    """Return how far the themes of files agree with the subjects that they state."""
    whole = SubjectAgreement()
    for path in paths:
        try:
            every = facts_of(path)
        except EcoanalysisError:
            continue
        for facts in every:
            whole += agreement(facts)
    return whole
