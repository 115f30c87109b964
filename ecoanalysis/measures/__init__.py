"""Frames → frames: every number that a page, a notebook or a lesson states, each defined once.

A measure is a public function from tables (``Corpus.tables``, ``facts_of``, ``series_facts``, narrowed by ``narrow``)
to a frame. It says what a row of its frame is, what it counts, and which kinds of fact it rests on (``catalogue``;
``accuracy`` has what was measured of them). Texts of one resolution in several languages have a row each: whoever shows
a number names its text.

Examples
--------
>>> import ecoanalysis as eco
>>> from ecoanalysis.measures import force
>>> force.hedging(eco.open_corpus().tables).select("symbol", "directives", "hedged").row(0)
('A/RES/75/324', 33, 11)
"""

from ecoanalysis.measures.accuracy import accuracy
from ecoanalysis.measures.frames import BANDS, CLASSES, STRONG, directives, narrow, texts
from ecoanalysis.measures.measure import Frames, Measure, catalogue, measure, measures

__all__ = [
    "BANDS", "CLASSES", "STRONG", "Frames", "Measure", "accuracy", "catalogue", "directives", "measure", "measures",
    "narrow", "texts",
]  # fmt: skip
