"""Hashes of what things are made from: files of the package, documents of a corpus."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parent

_FACTS_FROM = ("read", "parse", "extract", "lexicon", "model", "tables", "compare", "corpus")  # rooms of the package
_FACTS_BY = ("ahocorasick-rs", "jieba", "lxml", "polars", "pypdfium2")  # what they lean on


def digest(paths: Iterable[Path], root: Path) -> str:
    """Return a hash of the names and contents of files, in the order given."""
    found = hashlib.sha256()
    for path in paths:
        found.update(path.relative_to(root).as_posix().encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


@cache
def extractor_version() -> str:
    """Return a hash of all that the facts of a document depend on besides the document.

    Examples
    --------
    >>> len(extractor_version())
    16
    """
    files = [path for room in _FACTS_FROM for path in (PACKAGE / room).rglob("*") if path.suffix in (".py", ".toml")]
    files += [
        path for path in PACKAGE.glob("*.py") if path.name in ("labels.py", "editions.py", "errors.py", "files.py")
    ]
    files += (PACKAGE / "data" / "editions").glob("*.jsonl")
    parts = [digest(sorted(files), PACKAGE), *(f"{name} {version(name)}" for name in _FACTS_BY)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
