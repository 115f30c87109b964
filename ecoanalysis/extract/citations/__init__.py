"""Citations: resolutions, decisions, documents, drafts, treaties and instruments, each by its canonical symbol."""

from __future__ import annotations

from ecoanalysis.extract.citations.citation_patterns import citation_patterns
from ecoanalysis.extract.citations.cited import Cited, apart
from ecoanalysis.extract.citations.documents import documents
from ecoanalysis.extract.citations.instruments import treaties_and_instruments
from ecoanalysis.extract.citations.numbered_acts import numbered_acts
from ecoanalysis.extract.letter_forms import plain

__all__ = ["Cited", "find_citations"]


def find_citations(text: str, language: str, organ: str = "GA", *, before: Cited | None = None) -> list[Cited]:
    """Return what a text cites, in order.

    Parameters
    ----------
    text
        A paragraph's or a footnote's own words.
    organ
        The adopting organ: whose resolutions are meant where the text names none (其第…号决议).
    before
        The citation that 同上 / ibid. at the head of a footnote points back to.

    Examples
    --------
    >>> [cited.symbol for cited in find_citations("回顾第50/1、51/21和52/19号决议", "zh")]
    ['A/RES/50/1', 'A/RES/51/21', 'A/RES/52/19']
    >>> [(cited.symbol, cited.section) for cited in find_citations("见A/75/345-S/2020/898，第二节。", "zh")]
    [('A/75/345-S/2020/898', '第二节')]
    """
    patterns, text = citation_patterns(language), plain(text)
    citations = [*numbered_acts(patterns, text, language, organ), *documents(patterns, text, language)]
    citations += treaties_and_instruments(patterns, text, before)
    for match in patterns.anaphor.finditer(text):
        citations.append(Cited(match.start(), match.end(), "resolution", None))
    return apart(citations)
