"""What notebooks look at: one edition (``Scope``), a whole series (``Chronicle``) or
one body in all that is at hand (``Dossier``), as frames, sentences and tables.

A notebook asks for frames (plain Polars, one row per stated thing) and shows them with ``table``; sentences that state
figures come from the labels, filled with what was computed. Everything shown is HTML with its text escaped.
"""

from ecoanalysis.errors import ChoiceError
from ecoanalysis.views.chronicle import Chronicle, open_chronicle
from ecoanalysis.views.dossier import Dossier, open_dossier
from ecoanalysis.views.scope import (
    BANDS,
    CLASSES,
    Scope,
    narrow,
    open_scope,
)
from ecoanalysis.views.speech import Html, Speaker, short_name, theme_names

__all__ = [
    "BANDS",
    "CLASSES",
    "ChoiceError",
    "Chronicle",
    "Dossier",
    "Html",
    "Scope",
    "Speaker",
    "narrow",
    "open_chronicle",
    "open_dossier",
    "open_scope",
    "short_name",
    "theme_names",
]
