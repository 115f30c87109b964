"""What a mandate is called: what its first and its latest edition share, and what it says only since a later year.

Named by the words of one edition, a reader would take a mandate for what it never was, or was only once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ecoanalysis.compare.brief.summary import cut_short
from ecoanalysis.compare.fingerprints.hashed_words import stands_in
from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.measures.frames import BANDS
from ecoanalysis.show.html import markup
from ecoanalysis.show.row import Row
from ecoanalysis.tables.editions import word_hashes

if TYPE_CHECKING:
    from markupsafe import Markup

    from ecoanalysis.show.view import View

_WORDS = ("whom", "cited", "bodies", "terms")


@dataclass(frozen=True, slots=True)
class MandateName:
    """What a mandate says in its first and its latest edition, and what it says only since a later one."""

    shared: tuple[str, ...]
    later: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Year, and the words of the latest edition that stand since."""
    born: str = ""
    """The year of the words before, where the first and the latest edition share none that name it."""

    def html(self, say: Labels, room: int = 0) -> Markup:
        """Return the name as a piece of a page, each of its pieces cut to the room there is, in characters.

        Examples
        --------
        >>> from ecoanalysis.lexicon.labels import labels
        >>> print(MandateName(("requests → FAO", "rice"), (("1994", ("wheat",)),)).html(labels("en")))
        requests → FAO · rice <i><b>since 1994:</b> wheat</i>
        """
        gap = say("punctuation.sentences")
        first = markup("<i><b>{}</b></i>{}", say("row.in", year=self.born), gap) if self.born else ""
        added = (
            markup(" <i><b>{}</b>{}{}</i>", say("row.since", year=year), gap, _cut(words, room))
            for year, words in self.later
        )
        return markup("{}{}{}", first, _cut(self.shared, room), markup("").join(added))


def _cut(pieces: Sequence[str], room: int) -> str:
    return " · ".join(cut_short(piece, room) if room else piece for piece in pieces)


@dataclass(frozen=True, slots=True)
class InEdition:
    """A mandate in one edition: the year, its row, and the words of its paragraph as hashes."""

    year: str
    row: Row
    hashes: tuple[int, ...] = field(default=(), repr=False)

    def says(self, name: str, word: str) -> bool:
        """Whether the edition has a verb, asks a party, or else says a word in any way in the same paragraph."""
        row = self.row
        if name == "verb":
            return word in (row.verb, row.lemma)
        there = row.whom if name == "whom" else (*row.whom, *row.cited, *row.bodies, *row.terms, *row.hedges, row.act)
        return _contained(word, there) or (row.own_words and stands_in(self.hashes, word, row.language))


def mandate_name(editions: Sequence[InEdition], say: Labels) -> MandateName:
    """Return what a mandate is called, given how it stands in each edition that holds it.

    Dates and symbols are left out: an edition brings them up to date.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> def asks(year, verb, whom, *terms):
    ...     return InEdition(year, Row("", "1", "en", verb, True, "", "D3", verb, whom=whom, terms=terms))
    >>> first, second = asks("1990", "requests", ("FAO",), "rice"), asks("1992", "requests", ("FAO", "ILO"), "rice")
    >>> name = mandate_name([first, second, asks("1994", "invites", ("FAO", "ILO"), "rice", "wheat")], labels("en"))
    >>> name.shared, name.later
    (('requests, since 1994 invites → FAO', 'rice'), (('1992', ('→ ILO',)), ('1994', ('wheat',))))
    """
    plain = [replace(each, row=_plain(each.row, say)) for each in editions]
    first, last = plain[0], plain[-1].row
    shared, since = _only(last, first.says), _since(plain)
    if not shared.verb and all(row.code in BANDS for row in (first.row, last)):
        verbs = {"first": first.row.verb, "last": last.verb, "year": since.pop(("verb", last.lemma))}
        shared = replace(shared, verb=say("row.verbs", **verbs))
    later = []
    for year in dict.fromkeys(each.year for each in plain if each.year in since.values()):
        added = _only(last, lambda name, word, year=year: since.get((name, word)) == year)  # type: ignore[misc]
        later.append((year, added.label))
    if later and not any(getattr(shared, name) for name in _WORDS):
        return MandateName(first.row.label, tuple(later), born=first.year)
    return MandateName(shared.label, tuple(later))


def mandate_name_of(view: View, steps: Iterable[Mapping[str, Any]]) -> MandateName:
    """Return what a mandate is called, given its rows of ``measures.mandate_steps``."""
    editions = []
    for step in steps:
        symbol, paragraph, language = step["symbol"], step["paragraph"], step["language"]
        row = view.rows_as_read.clause(symbol, paragraph, step["index"], language)
        hashes = word_hashes(view.hashes.get((symbol, paragraph, language), ""))
        editions.append(InEdition(view.years[symbol], row, hashes))
    return mandate_name(editions, view.labels)


def _plain(row: Row, say: Labels) -> Row:
    """A row without what each edition brings up to date and who is not stated; of hedges only that there are some."""
    titles = tuple(title for title in row.cited if row.own_words and "/" not in title)
    hedges = (say("force.hedged_mark"),) if row.hedges else ()
    whom = tuple(party for party in row.whom if party != say("kind.unspecified"))
    return replace(row, whom=whom, cited=titles, hedges=hedges, dates=())


def _contained(word: str, others: Iterable[str]) -> bool:
    return any(word.casefold() in other.casefold() for other in others)


def _only(row: Row, keep: Callable[[str, str], bool]) -> Row:
    """The row of those words alone that are kept, none that another has in it."""
    verb = row.verb if keep("verb", row.lemma) else ""
    act = row.act if keep("act", row.act) else ""
    lists: dict[str, Any] = {
        name: tuple(word for word in getattr(row, name) if keep(name, word)) for name in (*_WORDS, "hedges")
    }
    longer = [*lists["whom"], *lists["cited"], *lists["bodies"]]
    lists["terms"] = tuple(term for term in lists["terms"] if not _contained(term, longer))
    return replace(row, verb=verb, act=act, **lists)


def _since(editions: Sequence[InEdition]) -> dict[tuple[str, str], str]:
    """Since when each word of the latest edition stands that the first lacks, in every edition that followed."""
    last = editions[-1].row
    words = [("verb", last.lemma), ("act", last.act)]
    words += [(name, word) for name in (*_WORDS, "hedges") for word in getattr(last, name)]
    since = {}
    for name, word in words:
        if word and not editions[0].says(name, word):
            lacks = max(place for place, each in enumerate(editions) if not each.says(name, word))
            since[name, word] = editions[lacks + 1].year
    return since
