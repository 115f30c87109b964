"""The bodies that a resolution names and what it cites: one that is part of the other's name is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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


def but_in_names(citations: Iterable[Citation], mentions: Sequence[Mention]) -> Iterator[Citation]:
    """Return citations without names that are part of a body's: the Department of Management Strategy; a treaty's are
    where the body is registered: the Conference of the Parties to the Convention on Biological Diversity.
    """
    names = by_paragraph(mentions)
    for citation in citations:
        if citation.symbol or not any(_has_in_it(name, citation) for name in names[citation.paragraph]):
            yield citation


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
