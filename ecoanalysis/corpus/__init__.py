"""A folder of documents → the tables of everything in it, read once and kept by content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from ecoanalysis.corpus.cache import Cache
from ecoanalysis.corpus.listing import MODEL, Listing, bundled, corpus_version, folder_of, list_folder, model, sources
from ecoanalysis.corpus.store import open_store, passing_store
from ecoanalysis.errors import ChoiceError, CorpusError, check_text, counted, nearest
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.shape import RESOLUTION
from ecoanalysis.read.lines import Changes

if TYPE_CHECKING:
    import polars as pl

__all__ = [
    "MODEL",
    "Corpus",
    "bundled",
    "corpus_version",
    "folder_of",
    "model",
    "open_corpus",
    "sample",
    "sources",
    "without_drafts",
]

_STATED = (
    "akn",
    "docx",
    "odt",
    "rtf",
    "epub",
    "html",
    "md",
    "pdf",
    "txt",
)  # formats, those first that state more of a document's structure


WITHOUT_DRAFTS = "ECOANALYSIS_WITHOUT_DRAFTS"
"""Set for the notebooks of a build, whose pages show no draft."""


@dataclass(frozen=True)
class Corpus:
    """Every resolution of a folder, with its facts; ``failures`` says which files could not be used, and why.

    Every table of the codebook is an attribute: ``corpus.clauses`` is a Polars frame with one row per clause. Where
    several documents hold one resolution, the tables have them all; ``chosen`` says which one stands for it.
    """

    listing: Listing = field(repr=False)
    cache: Cache = field(repr=False, compare=False)
    version: str
    failures: tuple[tuple[str, str], ...] = ()

    @cached_property
    def tables(self) -> Mapping[str, pl.DataFrame]:
        """All tables of the registry (``ecoanalysis.tables.TABLES``), each read, or derived, when it is asked for."""
        from ecoanalysis.tables import TABLES

        return _Tables(self, tuple(TABLES))

    @cached_property
    def prints(self) -> Mapping[str, pl.DataFrame]:
        """The tables by which editions are compared (``ecoanalysis.tables.EDITION_TABLES``)."""
        from ecoanalysis.tables import EDITION_TABLES

        return _Tables(self, tuple(EDITION_TABLES))

    @cached_property
    def facts(self) -> Sequence[Facts]:
        """The facts of every resolution as objects, made of the tables; their documents' raw text is empty."""
        return _Facts(self, self.tables["documents"].select(RESOLUTION).rows())

    @cached_property
    def chosen(self) -> pl.DataFrame:
        """One row per resolution and language: the document that stands for it.

        Of several documents that one counts whose format states most, then the one of most clauses.
        """
        import polars as pl

        key = list(RESOLUTION)
        clauses = self.tables["clauses"].group_by(key).agg(clauses=pl.len())
        formats = pl.col("format").replace_strict(
            {name: rank for rank, name in enumerate(_STATED)}, return_dtype=pl.Int8
        )
        return (
            self.tables["resolutions"]
            .join(self.tables["documents"].select(*key, "path", "format"), on=key, maintain_order="left")
            .join(clauses, on=key, how="left", maintain_order="left")
            .with_columns(pl.col("clauses").fill_null(0))
            .sort(formats, pl.col("clauses"), descending=[False, True], maintain_order=True)
            # A draft without a symbol stands for itself.
            .unique([pl.coalesce("symbol", "document").alias("_one"), "language"], keep="first", maintain_order=True)
            .sort("adopted_on", "symbol", nulls_last=False, maintain_order=True)
        )

    def __getattr__(self, name: str) -> pl.DataFrame:
        from ecoanalysis.tables import TABLES

        if name not in TABLES:
            raise AttributeError(f"a corpus has no table {name!r}; the nearest are: {nearest(name, [*TABLES])}")
        return self.tables[name]

    def __dir__(self) -> list[str]:
        from ecoanalysis.tables import TABLES

        return sorted({*super().__dir__(), *TABLES})

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Return a table by its name.

        Raises
        ------
        ChoiceError
            Where there is no such table.
        """
        from ecoanalysis.tables import TABLES

        check_text(table=name)
        if name not in TABLES:
            raise ChoiceError(f"a corpus has no table {name!r}; the nearest are: {nearest(name, [*TABLES])}")
        return self.tables[name]

    def _ipython_key_completions_(self) -> list[str]:
        return list(self.tables)

    def __len__(self) -> int:
        """Return how many texts it holds: resolutions, each language for itself, of copies one."""
        return self.chosen.height

    def __bool__(self) -> bool:
        return True  # a corpus that holds nothing is one all the same

    def __hash__(self) -> int:
        return hash(self.version)

    def __iter__(self) -> Iterator[Facts]:
        """Yield the facts of each text, in order of adoption."""
        return iter(_Facts(self, self.chosen.select(RESOLUTION).rows()))

    def _repr_html_(self) -> str:
        """What the corpus holds, as a notebook shows it: one row per resolution."""
        from markupsafe import Markup

        head = "symbol", "language", "adopted_on", "title", "format", "clauses"
        rows = self.chosen.select(head).rows()
        cell = Markup("<td>{}</td>").format
        body = Markup("").join(
            Markup("<tr>{}</tr>").format(Markup("").join(cell("" if value is None else value) for value in row))
            for row in rows[:_SHOWN]
        )
        heads = Markup("").join(Markup("<th>{}</th>").format(name.replace("_", " ")) for name in head)
        caption = [f"corpus {self.version}: {counted(len(rows), 'resolution')}"]
        caption += [f"the first {_SHOWN} of them"] if len(rows) > _SHOWN else []
        caption += [f"{counted(len(self.failures), 'file')} set aside"] if self.failures else []
        table = "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
        return str(Markup(table).format(", ".join(caption), heads, body))

    @property
    def is_model(self) -> bool:
        """Whether it is the model resolution, which is no document of the United Nations."""
        return self.listing.folder.resolve() == model().resolve()

    def editions(self) -> list[str]:
        """Symbols of the resolutions, in order of adoption."""
        adopted = self.chosen.drop_nulls("symbol").select("symbol", "adopted_on").rows()
        return list(dict.fromkeys(symbol for symbol, _ in sorted(adopted, key=lambda row: (str(row[1] or ""), row[0]))))

    def languages(self, symbol: str = "") -> list[str]:
        """Return the languages that a resolution is there in, the latest one where no symbol is named."""
        symbol = symbol or (self.editions() or [""])[-1]
        return self.chosen.filter(symbol=symbol)["language"].unique().sort().to_list()

    def edition(self, symbol: str = "", language: str = "") -> Facts:
        """Return the facts of one edition: the latest where no symbol is named.

        Where it is there in several languages, one is named: none is taken silently.

        Raises
        ------
        CorpusError
            Where the corpus has no such edition, or not in that language, or in several and none is named.

        Examples
        --------
        >>> open_corpus("model").edition("A/RES/97/924")
        Traceback (most recent call last):
            ...
        ecoanalysis.errors.CorpusError: A/RES/97/924: it is there in en, zh; name one, such as language="en"
        """
        check_text(symbol=symbol, language=language)
        symbol = symbol or (self.editions() or [""])[-1]
        languages = self.languages(symbol)
        if not languages:
            raise CorpusError(f"{symbol or 'no edition'}: not in the corpus, whose nearest are {self._near(symbol)}")
        if language and language not in languages:
            raise CorpusError(f"{symbol}: not there in {language!r}; it is there in {', '.join(languages)}")
        if not language and len(languages) > 1:
            some = ", ".join(languages)
            raise CorpusError(f'{symbol}: it is there in {some}; name one, such as language="{languages[0]}"')
        chosen = self.chosen.filter(symbol=symbol, language=language or languages[0])
        return self.facts_of(chosen["document"][0], chosen["part"][0])

    def _near(self, symbol: str) -> str:
        return nearest(symbol, self.editions())

    def facts_of(self, document: str, part: int = 1) -> Facts:
        """Return the facts of one resolution of a document, named by its hash."""
        from ecoanalysis.tables import from_tables

        return from_tables(self.tables, document, part)

    def check_holds(self) -> None:
        """Refuse a corpus that holds no resolution; no table is loaded, and nothing is written for it.

        Raises
        ------
        CorpusError
            Where none of its files could be used, or there are none.
        """
        if not any(self.cache.failure(document) is None for document in self.listing.paths):
            raise CorpusError(f"{self.listing.folder}: no resolution in it; name a folder that holds the documents")

    def only(self, documents: Iterable[str]) -> Corpus:
        """Return the corpus cut down to some documents, named by their hashes; those it lacks are no matter."""
        wanted = set(documents)
        paths = {document: places for document, places in self.listing.paths.items() if document in wanted}
        listing = replace(self.listing, paths=paths)
        return replace(self, listing=listing, cache=self.cache.only(listing))

    def remember(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what was made of this version of the corpus before, and written as JSON; made now where it was not."""
        return self.cache.store.remember(f"{name}-{self.version}", make)

    def placed(self, documents: pl.DataFrame) -> pl.DataFrame:
        """Return the table ``documents`` with the paths of now: a file may have moved since it was read."""
        import polars as pl

        paths = {document: places[0] for document, places in self.listing.paths.items()}
        return documents.with_columns(path=pl.col("document").replace_strict(paths, return_dtype=pl.String))


_SHOWN = 100


class _Tables(Mapping[str, "pl.DataFrame"]):
    """Tables of a corpus in the order of its documents, each read from the cache when it is asked for."""

    def __init__(self, corpus: Corpus, names: tuple[str, ...]) -> None:
        self._corpus = corpus
        self._names = names
        self._read = dict[str, "pl.DataFrame"]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __getitem__(self, name: str) -> pl.DataFrame:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = self._collected(name)
        return self._read[name]

    def _collected(self, name: str) -> pl.DataFrame:
        import polars as pl

        from ecoanalysis.tables import DERIVED_TABLES, EDITION_TABLES, TABLES, derive

        if name in DERIVED_TABLES:
            return derive(name, self)
        order = self._corpus.listing.order
        files = self._corpus.cache.read(name)
        schema = {**TABLES, **EDITION_TABLES}[name].schema
        if not files:
            return pl.DataFrame(schema=schema)
        wanted = pl.LazyFrame({"document": list(order), "_order": list(order.values())})
        frame = (
            pl.scan_parquet(files, missing_columns="raise")
            .join(wanted, on="document", how="inner", maintain_order="left")
            .sort("_order", maintain_order=True)
            .select(schema.names())
            .collect()
        )
        return self._corpus.placed(frame) if name == "documents" else frame


class _Facts(Sequence[Facts]):
    """The facts of a corpus, a document at a time."""

    def __init__(self, corpus: Corpus, keys: Sequence[tuple[str, int]]) -> None:
        self._corpus = corpus
        self._keys = keys

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> Facts: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Facts]: ...
    def __getitem__(self, place: int | slice) -> Facts | Sequence[Facts]:
        if isinstance(place, slice):
            return [self._corpus.facts_of(*key) for key in self._keys[place]]
        return self._corpus.facts_of(*self._keys[place])

    def __iter__(self) -> Iterator[Facts]:
        import polars as pl

        from ecoanalysis.tables import FACT_TABLES, all_from_tables

        for start in range(0, len(self._keys), _AT_ONCE):
            keys = self._keys[start : start + _AT_ONCE]
            some = pl.DataFrame(keys, schema=RESOLUTION, orient="row")
            tables = {
                name: self._corpus.tables[name].join(some, on=RESOLUTION, how="semi", maintain_order="left")
                for name in FACT_TABLES
                if name != "terms"
            }
            made = {
                (facts.resolution.document.sha256, facts.resolution.part): facts for facts in all_from_tables(tables)
            }
            yield from (made[key] for key in keys)


_AT_ONCE = 64  # resolutions whose facts are made together


def sample() -> Document:
    """Return the bundled document: resolution 75/324 in Chinese, as a PDF tool left it."""
    from ecoanalysis.read import read_document

    return read_document(bundled() / "A_RES_75_324.txt")


def open_corpus(folder: str | Path | Corpus = "", workers: int = 1, changes: Changes = "accepted") -> Corpus:
    """Return the corpus that a folder holds; the bundled one where no folder is named.

    Documents not read before are read now; the tables are kept (in ``.ecoanalysis`` in the folder), by the content of
    the documents, and what is damaged of them is told of and made anew. A file that cannot be used is set aside in
    ``failures`` and the others are done.

    Parameters
    ----------
    folder
        Folder of documents, and of archives of them; ``"model"`` for the two editions of the model resolution that the
        package brings; a corpus that is open already is returned as it is.
    workers
        Processes that read; more than one only in a program that guards its own start
        (``if __name__ == "__main__":``).
    changes
        Which side is read of changes that documents track or strike out; as ``rejected`` all is read anew.

    Raises
    ------
    CorpusError
        Where there is no such folder.

    Examples
    --------
    >>> corpus = open_corpus()
    >>> corpus.editions()
    ['A/RES/75/324']
    >>> corpus.clauses.filter(corpus.clauses["class"] == "DEC")["paragraph"].to_list()
    ['39']
    >>> open_corpus("model").editions()
    ['A/RES/95/917', 'A/RES/97/924']
    """
    if isinstance(folder, Corpus):
        return folder
    listing = list_folder(folder)
    shipped = listing.folder.resolve() in (bundled().resolve(), model().resolve())
    store = open_store(listing.folder, shipped) if changes == "accepted" else passing_store(changes)
    cache = Cache.fill(listing, store, workers)
    if gone := cache.gone:
        listing = listing.without(gone, "changed or gone while the corpus was being read; open it again")
        cache = cache.only(listing)
    bad = [(path, cache.failure(document)) for document, paths in listing.paths.items() for path in paths]
    failures = [(Path(path).name, f"{path}: {cause}") for path, cause in bad if cause]
    corpus = Corpus(listing, cache, listing.version, (*listing.failures, *failures))
    return without_drafts(corpus)[0] if os.environ.get(WITHOUT_DRAFTS) else corpus


def without_drafts(corpus: Corpus) -> tuple[Corpus, tuple[str, ...]]:
    """Return a corpus without the documents that hold a draft or a part, which circulate among few, and their paths.

    Examples
    --------
    >>> corpus, drafts = without_drafts(open_corpus())
    >>> corpus.editions(), drafts
    (['A/RES/75/324'], ())
    """
    drafts = set(corpus.remember("drafts", lambda: _circulating(corpus)))
    if not drafts:
        return corpus, ()
    paths = corpus.listing.paths
    left_out = tuple(path for document in paths if document in drafts for path in paths[document])
    kept = corpus.only(document for document in paths if document not in drafts)
    version = hashlib.sha256("".join([corpus.version, *sorted(kept.listing.paths)]).encode()).hexdigest()[:16]
    return replace(kept, version=version), left_out


def _circulating(corpus: Corpus) -> list[str]:
    """The documents of a corpus that hold a draft or a part of one."""
    import polars as pl

    circulating = (pl.col("status") == "draft").fill_null(False) | (pl.col("extent") != "whole").fill_null(False)
    return corpus.resolutions.filter(circulating)["document"].unique(maintain_order=True).to_list()
