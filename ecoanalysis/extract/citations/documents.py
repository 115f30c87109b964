"""Documents and drafts that are cited by their symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecoanalysis.extract.citations.citation_patterns import CitationPatterns
from ecoanalysis.extract.citations.cited import Cited
from ecoanalysis.model.facts import CitationKind
from ecoanalysis.parse.head.symbols import address


def documents(patterns: CitationPatterns, text: str, language: str) -> Iterator[Cited]:
    """Yield the documents, drafts and acts that a text cites by their symbols."""
    for match in patterns.document.finditer(text):
        written = match[0].rstrip(".")
        if written.endswith(")") and "(" not in written:
            written = written[:-1]
        symbol = written.replace(" ", "")  # where a line has broken it
        section = patterns.section.match(text, match.end())
        if re.match(r"[AES](?:/HRC)?/(?:RES|DEC)/", symbol):
            kind: CitationKind = "decision" if "/DEC/" in symbol else "resolution"
        else:
            kind = "draft" if re.search(r"/L\.\d", symbol) else "document"
        yield Cited(
            match.start(),
            match.start() + len(written),
            kind,
            symbol,
            section["section"] if section else None,
            None,
            address(symbol, language),
        )
