"""Resolution → facts: a room or a module per kind, and here the order in which they are found."""

from __future__ import annotations

from ecoanalysis.extract.addressees.names_before import NamedParagraph, NamedSoFar
from ecoanalysis.extract.agencies import find_names
from ecoanalysis.extract.clauses import ClausesInOrder
from ecoanalysis.extract.dates import dates_in
from ecoanalysis.extract.diagnostics import impossible_dates, unread_verbs, verbless_paragraphs
from ecoanalysis.extract.folding import as_printed, fold_resolution
from ecoanalysis.extract.named_and_cited import but_in_names, but_in_titles, citations_in, mentions_in
from ecoanalysis.extract.passages import speaks
from ecoanalysis.extract.themes import ThemesInContext
from ecoanalysis.model.facts import Clause, Fact, Facts, Mention
from ecoanalysis.model.resolution import Resolution

__all__ = ["extract_facts", "themes_in_context"]


def extract_facts(resolution: Resolution) -> Facts:
    """Return everything that is found in a resolution, each fact with its raw offsets.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> facts = extract_facts(eco.parse_resolution(eco.sample()))
    >>> [clause.verb.surface for clause in facts.clauses if clause.paragraph == "7"]
    ['赞赏', '满意地注意到', '邀请']
    >>> facts.clauses[-2].report.due_session
    77
    """
    return as_printed(_facts(fold_resolution(resolution)), resolution)


def themes_in_context(resolution: Resolution) -> ThemesInContext:
    """Return what the themes of a resolution's paragraphs are weighed from."""
    facts = _facts(fold_resolution(resolution))
    return ThemesInContext(facts.resolution, facts.clauses, facts.agencies, facts.citations, facts.dates)


def _facts(resolution: Resolution) -> Facts:
    clauses, mentions, unread = _clauses_and_mentions(resolution)
    citations = tuple(but_in_names(citations_in(resolution), mentions, resolution.language))
    agencies = tuple(but_in_titles(mentions, citations, resolution.document.raw, resolution.language))
    dates = tuple(dates_in(resolution, citations))
    themes = tuple(ThemesInContext(resolution, clauses, agencies, citations, dates).themes())
    odd = (
        *resolution.diagnostics,
        *verbless_paragraphs(resolution, clauses),
        *unread_verbs(unread),
        *impossible_dates(resolution),
    )
    return Facts(resolution, tuple(clauses), agencies, citations, themes, dates, odd)


def _clauses_and_mentions(resolution: Resolution) -> tuple[list[Clause], list[Mention], list[Fact]]:
    """One walk through the resolution, which remembers what was named: names and anaphora may point back to it."""
    language, named = resolution.language, NamedSoFar()
    in_order = ClausesInOrder(resolution, named)
    clauses: list[Clause] = []
    mentions: list[Mention] = []
    for number, paragraph in enumerate(resolution.paragraphs):
        names = find_names(paragraph.text, language, named.bodies, resolution.organ)
        here = NamedParagraph(number, paragraph, names, language)
        mentions += mentions_in(paragraph, paragraph.id, here.names, language)
        if speaks(paragraph):
            clauses += in_order.clauses(here)
        named.remember(here)
    for note in resolution.footnotes:
        mentions += mentions_in(note, note.id, find_names(note.text, language, named.bodies), language)
    return clauses, mentions, in_order.unread
