"""A text read otherwise than it is written: stretches left out, words put in; what is read keeps its raw offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ecoanalysis.lexicon.folding import Folded
from ecoanalysis.model.document import Document
from ecoanalysis.parse.text.folding import Folding, moved


def rewrite(
    document: Document,
    cuts: Sequence[tuple[int, int]],
    inserts: Sequence[tuple[int, str]] = (),
    stays: frozenset[int] = frozenset(),
    spaces: frozenset[int] = frozenset(),
) -> Folding:
    """Return a document without some stretches and with words put in, and the way back to what is written.

    What is put in is not printed again, but for a sign at one of the places where it ``stays``.
    Line ends at the places of ``spaces`` are read, and printed, as a space.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> rewrite(read_text("Requests [him] to go"), [(9, 15)], [(0, "1. ")]).document.raw
    '1. Requests to go'
    """
    source = document.raw
    text, starts, ends = list[str](), list[int](), list[int]()
    left_out = {place for begin, end in cuts for place in range(begin, end)}
    put_in = dict[int, str]()
    for place, words in inserts:
        put_in[place] = put_in.get(place, "") + words
    for place in range(len(source) + 1):
        if words := put_in.get(place, ""):
            text.append(words)
            starts += [place] * len(words)
            ends += [place] * len(words)
        if place < len(source) and place not in left_out:
            text.append(" " if place in spaces else source[place])
            starts.append(place)
            ends.append(place + 1)
    folded = Folded("".join(text), source, starts, ends, stays)
    places = ((mark, moved(mark, folded)) for mark in document.marks)
    # Of what is left out no mark stays; metadata has an empty span from the first.
    marks = tuple(there for mark, there in places if there.start < there.end or mark.start == mark.end)
    return Folding(document, replace(document, raw=folded.text, marks=marks), folded)
