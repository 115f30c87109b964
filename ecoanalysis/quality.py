"""How far the facts can be trusted: the published figures."""

from __future__ import annotations

QUALITY = "data/quality.json"
BODY_CAUSES = ("repeated", "short", "pronoun", "unregistered", "paragraph", "other")
