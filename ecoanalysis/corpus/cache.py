"""The tables of a listing's documents out of its store; what turns out damaged is read from the documents again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ecoanalysis.corpus.listing import Listing
from ecoanalysis.corpus.store import Segment, Store, passing_store
from ecoanalysis.corpus.work import read_missing
from ecoanalysis.errors import CorpusError, UnwritableError
from ecoanalysis.files import DamageError, say

_TRIES = 3  # after which what is damaged again as soon as it is written is given up

Damaged = Sequence[tuple[Segment, DamageError]]


class Cache:
    """The segments that hold the documents of a listing.

    It is the one thing about a corpus that may change: a segment that is found damaged is dropped and made again.
    """

    def __init__(self, listing: Listing, store: Store, segments: Mapping[str, Segment]) -> None:
        self.listing = listing
        self.store = store
        self._segments = segments

    @classmethod
    def fill(cls, listing: Listing, store: Store, workers: int = 1) -> Cache:
        """Return the cache of a listing with every document of it read."""
        cache = cls(listing, store, {})
        cache._fill(workers=workers)
        return cache

    @property
    def gone(self) -> frozenset[str]:
        """Documents of the listing that had changed or gone before they were read."""
        return frozenset(self.listing.paths.keys() - self._segments.keys())

    def only(self, listing: Listing) -> Cache:
        """Return the cache for a part of the listing."""
        return Cache(listing, self.store, self._segments)

    def failure(self, document: str) -> str | None:
        """Return why a document, named by its hash, could not be used; None where it could."""
        return self._segments[document].failures[document]

    def read(self, table: str) -> list[bytes]:
        """Return the Parquet files of a table that hold documents of the listing, each verified.

        Raises
        ------
        CorpusError
            Where they are damaged again and again, or a document that was in them has gone.
        """
        for _ in range(_TRIES):
            files: list[bytes] = []
            damaged: list[tuple[Segment, DamageError]] = []
            for segment in self._used():
                try:
                    files += [segment.read(table)] if table in segment.seals else []
                except DamageError as damage:
                    damaged.append((segment, damage))
            if not damaged:
                return files
            self._fill(damaged)
            if gone := sorted(self.listing.paths[document][0] for document in self.gone):
                raise CorpusError(f"{gone[0]}: changed while the corpus was being read; open it again")
        raise CorpusError(f"{self.store.root}: damaged again as soon as it is written; is the disk sound?")

    def verify(self) -> None:
        """Read every table, so that what is damaged is told of and made anew now."""
        for table in dict.fromkeys(table for segment in self._used() for table in segment.seals):
            self.read(table)

    def _used(self) -> list[Segment]:
        segments = {self._segments[document].folder: self._segments[document] for document in self.listing.paths}
        return list(segments.values())

    def _fill(self, damaged: Damaged = (), workers: int = 1) -> None:
        """Read what is missing or damaged; where it cannot be kept, read everything for this run alone."""
        try:
            for segment, damage in damaged:
                self.store.drop(segment.folder, damage)
            # What a part of the corpus has no use for, the whole may have: only a whole one is tidied.
            self._segments = read_missing(self.listing, self.store, workers, tidy=not damaged)
        except UnwritableError as error:
            self.store = passing_store(self.store.changes)
            say(f"{error}; what is read is kept for this run alone")
            self._segments = read_missing(self.listing, self.store, workers)
