"""What the United Nations General Assembly asks, of whom, how strongly, on which theme, and how that changes.

The verbs, in the order in which they are used: ``read_document``, ``parse_resolution``, ``extract_facts``,
``to_tables``; ``open_corpus`` does all four for a folder; ``to_edition`` and ``compare_editions`` tell two of them
apart. Nothing heavy is loaded until it is used.

Examples
--------
>>> import ecoanalysis as eco
>>> resolution = eco.parse_resolution(eco.sample())
>>> resolution.symbol, resolution.adopted_on.isoformat()
('A/RES/75/324', '2021-09-09')
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ecoanalysis.compare import compare_editions as compare_editions
    from ecoanalysis.compare.fingerprints.edition import to_edition as to_edition
    from ecoanalysis.corpus import Corpus as Corpus
    from ecoanalysis.corpus import open_corpus as open_corpus
    from ecoanalysis.corpus import sample as sample
    from ecoanalysis.extract import extract_facts as extract_facts
    from ecoanalysis.extract.agencies import find_agencies as find_agencies
    from ecoanalysis.measures.words import concordance as concordance
    from ecoanalysis.measures.words import keyness as keyness
    from ecoanalysis.parse import ledger as ledger
    from ecoanalysis.parse import parse_resolution as parse_resolution
    from ecoanalysis.parse import parse_resolutions as parse_resolutions
    from ecoanalysis.read import read_document as read_document
    from ecoanalysis.read import read_documents as read_documents
    from ecoanalysis.read import read_text as read_text
    from ecoanalysis.recurring.at_hand import facts_of as facts_of
    from ecoanalysis.recurring.at_hand import open_series as open_series
    from ecoanalysis.recurring.at_hand import series as series
    from ecoanalysis.recurring.at_hand import series_facts as series_facts
    from ecoanalysis.recurring.calendar import due as due
    from ecoanalysis.recurring.lineage import follow as follow
    from ecoanalysis.recurring.obligations import find_obligations as find_obligations
    from ecoanalysis.tables import to_tables as to_tables
    from ecoanalysis.tables.registers import bodies as bodies
    from ecoanalysis.tables.registers import countries as countries
    from ecoanalysis.tables.registers import themes as themes

__version__ = "0.1.0"

_HOMES = {
    "bodies": "tables.registers",
    "countries": "tables.registers",
    "themes": "tables.registers",
    "concordance": "measures.words",
    "keyness": "measures.words",
    "Corpus": "corpus",
    "open_corpus": "corpus",
    "sample": "corpus",
    "compare_editions": "compare",
    "to_edition": "compare.fingerprints.edition",
    "due": "recurring.calendar",
    "follow": "recurring.lineage",
    "find_obligations": "recurring.obligations",
    "facts_of": "recurring.at_hand",
    "open_series": "recurring.at_hand",
    "series": "recurring.at_hand",
    "series_facts": "recurring.at_hand",
    "extract_facts": "extract",
    "find_agencies": "extract.agencies",
    "ledger": "parse",
    "parse_resolution": "parse",
    "parse_resolutions": "parse",
    "read_document": "read",
    "read_documents": "read",
    "read_text": "read",
    "to_tables": "tables",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ecoanalysis' has no attribute {name!r}")
    return getattr(import_module(f"ecoanalysis.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)


if "IPython" in sys.modules:  # a notebook may be running: its charts and frames are shown as ours are
    import_module("ecoanalysis.show.notebook").use_in_notebook()
