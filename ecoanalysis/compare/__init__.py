"""Two editions → links and typed changes, what is lost, and the brief; each room knows those before it alone."""

from __future__ import annotations

from ecoanalysis.compare.comparison import compare_editions, is_substantive

__all__ = ["compare_editions", "is_substantive"]
