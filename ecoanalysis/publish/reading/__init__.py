"""The page of an edition: the whole text with its facts marked, and each paragraph's facts in the margin.

Where the text is not at hand, the facts alone. ``text`` is what the page asks of an edition's facts; ``marks`` its
words with their facts, ``ages`` how old they are, ``other_language`` what stands beside them; ``paragraphs`` puts
these together, ``filters`` and ``page`` say what stands around them, ``pages`` cuts what is too long for one page.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ecoanalysis.model.facts import Facts
from ecoanalysis.publish.history import Course
from ecoanalysis.publish.reading.page import page_values
from ecoanalysis.publish.reading.pages import cut, page_of
from ecoanalysis.publish.reading.text import Text
from ecoanalysis.show.render import render

MOST = 135_000
"""Bytes of a page's body; a longer text is split."""


def reading_body(facts: Facts, language: str, other: Facts | None = None) -> str:
    """Return the first body of an edition's pages: all of it, where the text is not too long for one.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> body = reading_body(eco.extract_facts(eco.parse_resolution(eco.sample())), "en")
    >>> 'id="p-7"' in body, 'id="fn-1"' in body
    (True, True)
    """
    return reading_bodies(facts, language, other)[0]


def reading_bodies(
    facts: Facts,
    language: str,
    other: Facts | None = None,
    most: int = MOST,
    course: Course | None = None,
    pages: Collection[str] = (),
    title: str = "",
    versions: Sequence[Facts] = (),
) -> list[str]:
    """Return the bodies of an edition's pages, one after the other.

    The first one has an anchor for every paragraph: where a paragraph stands on a later page, its bar in the contents.

    Parameters
    ----------
    facts
        The edition: its resolution and everything found in it.
    language
        Language of the labels; the text stands in its own.
    other
        The edition in another language: its text stands beside, its verbs and addressees where it has none.
    most
        Bytes that a body may have.
    course
        What became of its clauses and how old its words are, where it is of a series.
    pages
        The site's pages that its themes may lead to.
    title
        Its title in the language of the labels, where it is only at hand in another.
    versions
        The edition in all languages at hand: what their heads state of its adoption, and whom they name.
    """
    values = page_values(Text(facts, language, frozenset(pages), title), other, course or Course(), versions)
    paragraphs = max(sum(len(part["paragraphs"]) for part in values["parts"]), 1)
    for number in range(1, paragraphs + 1):
        cuts = cut(values["parts"], number)
        bodies = [str(render("reading.html.j2", **page_of(values, cuts, place))) for place in range(len(cuts))]
        if all(len(body.encode()) <= most for body in bodies):
            break
    return bodies
