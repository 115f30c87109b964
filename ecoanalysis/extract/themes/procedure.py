"""Procedure: what speaks of the organ's own work, a report or a meeting, and not of a matter."""

from __future__ import annotations

from collections.abc import Sequence

from ecoanalysis.extract.themes.term_uses import weigh_themes
from ecoanalysis.lexicon import language_of


def says_something(words: str, language: str) -> bool:
    """Return whether words, but for names and dates, are enough to say something of their own.

    Examples
    --------
    >>> says_something("of the report of the", "en"), says_something("to take the measures that were mentioned", "en")
    (False, True)
    """
    lexicon = language_of(language)
    enough: int = lexicon.table("senses")["enough"]
    return len(lexicon.compiled("senses", "word").findall(words)) >= enough


def is_formal(clauses: Sequence[str], language: str) -> bool:
    """Return whether clauses speak of the resolution or its matter alone: that it be carried out, or reported on.

    Examples
    --------
    >>> is_formal(["to submit a report on the implementation of the present resolution"], "en")
    True
    >>> is_formal(["to report on the present resolution and on railways"], "en")
    False
    """
    lexicon = language_of(language)
    itself, formal = (lexicon.compiled("senses", key) for key in ("itself", "formal"))
    if not any(itself.search(words) for words in clauses):
        return False
    rest = [formal.sub(" ", words) for words in clauses]
    few: int = lexicon.table("senses")["few"]
    letters = lexicon.compiled("senses", "word")
    return not any(len(letters.findall(words)) >= few or weigh_themes(words, language).weight for words in rest)


def procedure_in(act: str, language: str) -> int:
    """Return how far an act only serves the organ's further work, whatever its matter.

    Examples
    --------
    >>> procedure_in("seek the views of Member States on the matter", "en"), procedure_in("build piers", "en")
    (45, 0)
    """
    procedure = language_of(language).compiled("senses", "procedural").match(act)
    return procedure.end() if procedure else 0


def arranges(title: str, language: str) -> bool:
    """Return whether a title arranges a meeting: its paragraphs speak of seats and dates, not of the meeting's theme.

    Examples
    --------
    >>> arranges("Modalities of the meeting on road safety", "en"), arranges("Road safety", "en")
    (True, False)
    """
    return bool(language_of(language).compiled("senses", "arranges").search(title))
