"""A comparison in words, in the order in which a delegation reads: losses, requests, parties, times, wording."""

from __future__ import annotations

from ecoanalysis.compare.brief.change_counts import count_changes, doubt_of
from ecoanalysis.compare.brief.whole_brief import make_brief, of_model

__all__ = ["count_changes", "doubt_of", "make_brief", "of_model"]
