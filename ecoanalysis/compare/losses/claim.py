"""What a line of the brief claims to be lost, with the clauses that it is about, and why that may not be certain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause, place
from ecoanalysis.model.brief import BriefLine, Reason
from ecoanalysis.model.comparison import Change
from ecoanalysis.model.edition import Edition, EditionParagraph


@dataclass(frozen=True, slots=True)
class Claim:
    """A line that claims a loss, the clauses that it is about, and whether they went whole."""

    line: BriefLine
    clauses: tuple[PlacedClause, ...]
    whole: bool
    change: Change | None = None

    @property
    def words(self) -> str | None:
        """The words that went, where a clause went in part."""
        return None if self.whole or self.change is None or self.change.old is None else self.change.old.text


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a loss is not certain, and the paragraphs that make it doubtful where they are not those of its line."""

    reason: Reason
    where: tuple[str, ...] = ()


def among(edition: Edition, ids: Sequence[str]) -> list[EditionParagraph]:
    """Return the paragraphs of an edition that have one of the ids."""
    return [paragraph for paragraph in edition.paragraphs if paragraph.id in ids]


def placed(edition: Edition, ids: Sequence[str]) -> list[PlacedClause]:
    """Return the clauses of those paragraphs in their places."""
    return [place(paragraph, each) for paragraph in among(edition, ids) for each in paragraph.provisions]


def around(clauses: Sequence[PlacedClause], offset: int) -> list[PlacedClause]:
    """Return the clauses that hold the character at an offset."""
    return [each for each in clauses if each.provision.clause.start <= offset < each.provision.clause.end]


def cited(paragraphs: Iterable[EditionParagraph]) -> set[str]:
    """Return the symbols that paragraphs cite."""
    return set[str]().union(*(paragraph.citations for paragraph in paragraphs))
