"""Documents: the texts that are measured on, by what they are, and the facts that the program finds in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ecoanalysis.corpus import bundled
from ecoanalysis.errors import CorpusError, work_on
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document
from ecoanalysis.read.walk import walk


def texts_by_hash(texts: str | Path | None) -> dict[str, Path]:
    """Return the bundled texts, and those anywhere below a folder, by the SHA-256 of their bytes."""
    if texts is not None and not Path(texts).is_dir():
        raise CorpusError(f"{texts}: no such folder of texts")
    folders = [bundled(), *([Path(texts)] if texts else [])]
    documents = (source for folder in folders for source in walk(folder) if not source.error)
    return {hashlib.sha256(source.data).hexdigest(): Path(source.path) for source in documents}


def unreadable_texts(texts: str | Path | None) -> list[tuple[str, str]]:
    """Return the names of files below a folder that could not be read, with the cause."""
    refused = (source for source in (walk(texts) if texts else ()) if source.error)
    return [(Path(source.path).name, str(source.error)) for source in refused]


def resolutions_of(path: Path) -> tuple[Resolution, ...]:
    """Return every resolution of a file."""
    return parse_resolutions(read_document(path))


def facts_of(path: Path) -> list[Facts]:
    """Return the facts of every resolution of a file."""
    return [extract_facts(resolution) for resolution in resolutions_of(path)]


def resolution_of(path: Path, symbol: str) -> Resolution:
    """Return the resolution of a symbol, or a file's first where none of its resolutions has that symbol."""
    resolutions = resolutions_of(path)
    return next((resolution for resolution in resolutions if resolution.symbol == symbol), resolutions[0])


def facts_of_symbol(path: Path, symbol: str) -> Facts:
    """Return the facts of that resolution; whatever goes wrong is the document's error."""
    with work_on(path):
        return extract_facts(resolution_of(path, symbol))
