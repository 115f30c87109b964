"""A folder of documents → the tables of everything in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.errors import CorpusError, EcoanalysisError
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import Facts
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_bytes, read_document
from ecoanalysis.read.walk import Source, walk

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Corpus:
    """Every resolution of a folder, with its facts; ``failures`` says which files could not be used, and why.

    Every table of the codebook is an attribute: ``corpus.clauses`` is a Polars frame with one row per clause.
    """

    facts: tuple[Facts, ...] = field(repr=False)
    version: str
    failures: tuple[tuple[str, str], ...] = ()

    @cached_property
    def tables(self) -> dict[str, pl.DataFrame]:
        """All tables of the registry (``ecoanalysis.tables.TABLES``)."""
        from ecoanalysis.tables import to_tables

        return to_tables(self.facts)

    def __getattr__(self, name: str) -> pl.DataFrame:
        from ecoanalysis.tables import TABLES

        if name not in TABLES:
            raise AttributeError(f"a corpus has no table {name!r}; there are: {', '.join(TABLES)}")
        return self.tables[name]

    def _repr_html_(self) -> str:
        """What the corpus holds, as a notebook shows it: one row per resolution."""
        from markupsafe import Markup

        head = "symbol", "language", "adopted on", "title", "paragraphs", "clauses"
        rows = [
            (
                facts.resolution.symbol or "",
                facts.resolution.language,
                facts.resolution.adopted_on or "",
                facts.resolution.title or "",
                len(facts.resolution.paragraphs),
                len(facts.clauses),
            )
            for facts in self.facts
        ]
        cell = Markup("<td>{}</td>").format
        body = Markup("").join(Markup("<tr>{}</tr>").format(Markup("").join(map(cell, row))) for row in rows)
        heads = Markup("").join(map(Markup("<th>{}</th>").format, head))
        caption = f"corpus {self.version}: {len(rows)} resolutions" + (
            f", {len(self.failures)} files set aside" if self.failures else ""
        )
        table = "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
        return str(Markup(table).format(caption, heads, body))

    def editions(self) -> list[str]:
        """Symbols of the resolutions, in order of adoption."""
        found = {facts.resolution.symbol: facts.resolution.adopted_on for facts in self.facts}
        return sorted((symbol for symbol in found if symbol), key=lambda symbol: (str(found[symbol] or ""), symbol))

    def edition(self, symbol: str = "", language: str = "") -> Facts:
        """Return the facts of one edition: the latest where no symbol is named.

        Raises
        ------
        CorpusError
            Where the corpus has no such edition.
        """
        symbol = symbol or (self.editions() or [""])[-1]
        found = [facts for facts in self.facts if facts.resolution.symbol == symbol]
        wanted = [facts for facts in found if facts.resolution.language == language] or found
        if not wanted:
            raise CorpusError(
                f"{symbol or 'no edition'}: not in the corpus, which has {', '.join(self.editions()) or 'none'}"
            )
        return wanted[0]


def bundled() -> Path:
    """Return the folder of the documents that the package brings along."""
    with as_file(files("ecoanalysis").joinpath("data/corpus")) as folder:
        return folder


def sample() -> Document:
    """Return the bundled document: resolution 75/324 in Chinese, as a PDF tool left it."""
    return read_document(bundled() / "A_RES_75_324.txt")


def sources(folder: str | Path = "") -> Iterator[Source]:
    """Yield the documents of a corpus folder (the bundled one where none is named), those in archives too, sorted.

    Raises
    ------
    CorpusError
        Where there is no such folder.
    """
    root = Path(folder) if folder else bundled()
    if not root.is_dir():
        raise CorpusError(f"{root}: no such corpus folder; name a folder that holds the documents")
    yield from walk(root)


def corpus_version(folder: str | Path = "") -> str:
    """Return a short hash of the names and bytes of a corpus folder: what every table and page was made from."""
    digest = hashlib.sha256()
    for source in sources(folder):
        digest.update(Path(source.path).name.encode())
        digest.update(hashlib.sha256(source.data).digest())
    return digest.hexdigest()[:16]


def open_corpus(folder: str | Path = "") -> Corpus:
    """Read every document of a folder and return its facts; the bundled corpus where no folder is named.

    A file that cannot be used is set aside in ``failures`` and the others are done.

    Examples
    --------
    >>> corpus = open_corpus()
    >>> corpus.editions()
    ['A/RES/75/324']
    >>> corpus.clauses.filter(corpus.clauses["class"] == "DEC")["paragraph"].to_list()
    ['39']
    """
    facts: list[Facts] = []
    failures: list[tuple[str, str]] = []
    for source in sources(folder):
        try:
            if source.error:
                raise source.error
            document = read_bytes(source.data, source.path)
            facts.extend(extract_facts(resolution) for resolution in parse_resolutions(document))
        except EcoanalysisError as error:
            failures.append((Path(source.path).name, str(error)))
    return Corpus(tuple(facts), corpus_version(folder), tuple(failures))
