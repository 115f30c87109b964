"""The bodies that a resolution names and what it cites: one that is part of the other's name is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ecoanalysis.extract.agencies import Named, points_back
from ecoanalysis.extract.citations import Cited, find_citations
from ecoanalysis.extract.passages import fact_at, with_clauses
from ecoanalysis.lexicon import NEVER, language_of
from ecoanalysis.model.facts import Citation, Mention, by_paragraph
from ecoanalysis.model.resolution import Passage, Resolution


def mentions_in(passage: Passage, id: str, names: Sequence[Named], language: str) -> Iterator[Mention]:
    """Return a passage's names as mentions, but for words that point back."""
    for name in names:
        fact = fact_at(passage, name.start, name.end)
        if not points_back(fact.surface, language):
            yield Mention(fact.start, fact.end, fact.surface, name.agency, id)


def citations_in(resolution: Resolution) -> Iterator[Citation]:
    """Return what a resolution cites, its notes too, of which each may point to the one before."""
    language, organ = resolution.language, resolution.organ or "GA"
    for paragraph in with_clauses(resolution):
        for cited in find_citations(paragraph.text, language, organ):
            yield _citation(paragraph, paragraph.id, cited)
    before: Cited | None = None
    for note in resolution.footnotes:
        citations = find_citations(note.text, language, organ, before=before)
        for cited in citations:
            yield _citation(note, note.id, cited)
        before = citations[-1] if citations else before


def _citation(passage: Passage, id: str, cited: Cited) -> Citation:
    fact = fact_at(passage, cited.start, cited.end)
    return Citation(
        fact.start, fact.end, fact.surface, id, cited.kind, cited.symbol, cited.section, cited.date, cited.url
    )


def but_in_names(citations: Iterable[Citation], mentions: Sequence[Mention], language: str) -> Iterator[Citation]:
    """Return citations without names that are part of a body's: the Department of Management Strategy; a treaty's are
    where the body is registered: the Conference of the Parties to the Convention on Biological Diversity. A title that
    goes on behind the body whose it is has the body's name in it.
    """
    names = by_paragraph(mentions)
    for citation in citations:
        within = next((name for name in names[citation.paragraph] if _has_in_it(name, citation)), None)
        if citation.symbol or within is None:
            yield citation
        elif title := _with_its_body(within, citation, language):
            yield title


def _with_its_body(name: Mention, title: Citation, language: str) -> Citation | None:
    """A title that goes on in capitals behind a body's name, with that: the Office on Lakes and Piers | Strategy; where
    "of" parts the two, as it is: by the Head of | the Lake Strategy.
    """
    if title.end <= name.end:
        return None
    shared = next(end for end in range(len(name.surface), -1, -1) if name.surface.endswith(title.surface[:end]))
    if not title.surface[shared:].lstrip()[:1].isupper():
        return None
    before = name.surface[: len(name.surface) - shared]
    if language_of(language).compiled("names", "titles", "of").search(before):
        return title
    return replace(title, start=name.start, surface=before + title.surface)


def _has_in_it(name: Mention, citation: Citation) -> bool:
    """Whether a body's name has a cited one in it; a treaty's, where the body is registered and named by more."""
    begins_inside = name.start < citation.start < name.end  # whatever it runs on to: … on Climate Change | in Baku
    if not (begins_inside or (name.start == citation.start and citation.end <= name.end)):
        return False
    return citation.kind == "instrument" or (
        citation.kind == "treaty" and name.agency is not None and name.start < citation.start
    )


def but_in_titles(
    mentions: Iterable[Mention], citations: Sequence[Citation], raw: str, language: str
) -> Iterator[Mention]:
    """Return mentions without words of an instrument's title, but with whose it is: the Lake Union Policy on Nets."""
    behind_of, possessive = (language_of(language).compiled("names", "titles", key) for key in ("of", "possessive"))
    has_titles = behind_of.pattern != NEVER
    titles = by_paragraph(citation for citation in citations if has_titles and citation.kind == "instrument")
    for mention in mentions:
        spans = [(title.start, title.end) for title in titles[mention.paragraph]]
        inside = [start for start, end in spans if start <= mention.start and mention.end <= end]
        if not inside or behind_of.search(raw[inside[0] : mention.start]) or possessive.match(raw, mention.end):
            yield mention
