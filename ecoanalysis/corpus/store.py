"""What has been read already: tables as Parquet files in segments, by the content of the documents.

A segment is a folder that appears whole or not at all; nothing in it changes afterwards. So a reader needs no lock, an
interrupted run loses the segment it was at, and two runs at once can at worst do the same work twice.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from ecoanalysis.digest import extractor_version
from ecoanalysis.errors import CorpusError

if TYPE_CHECKING:
    import polars as pl

FOLDER = ".ecoanalysis"  # in the corpus folder; hidden, hence no document
PLACE = "ECOANALYSIS_CACHE"  # where caches lie instead, for corpora that cannot be written
_CROWDED = 100  # segments beyond which a run begins anew with one
_INDEX = "index.json"
_BUSY_SECONDS = 600

Failures = Mapping[str, str | None]
"""Why which document (by its hash) could not be used; None for those that could."""


@dataclass(frozen=True)
class Store:
    """The cache of one corpus for one state of the program; other states' are removed when this one is written."""

    root: Path

    @property
    def segments(self) -> Path:
        return self.root / "segments"

    def known(self) -> dict[str, tuple[Path, str | None]]:
        """Return the segment of every document read, and why it could not be used where it could not."""
        found: dict[str, tuple[Path, str | None]] = {}
        for index in sorted(self.segments.glob(f"[!.]*/{_INDEX}")):
            try:
                failures: Failures = json.loads(index.read_text(encoding="utf-8"))
            except ValueError:  # a disk that was full: read again, and tidied away
                continue
            found |= {document: (index.parent, cause) for document, cause in failures.items()}
        return found

    def add(self, tables: Mapping[str, pl.DataFrame], failures: Failures) -> Path:
        """Add a segment; ``failures`` names every document that it is made from."""
        self.segments.mkdir(parents=True, exist_ok=True)
        half = Path(mkdtemp(prefix=".half-", dir=self.segments))
        for name, frame in tables.items():
            frame.write_parquet(half / f"{name}.parquet", statistics=False)
        (half / _INDEX).write_text(json.dumps(failures, ensure_ascii=False), encoding="utf-8")
        place = self.segments / half.name.removeprefix(".half-")
        os.replace(half, place)
        return place

    def tidy(self, wanted: Iterable[str]) -> None:
        """Remove the segments that hold no document wanted, what interrupted runs left, and former states' caches.

        Where a cache is crowded, mostly with documents that are gone, all of it goes.
        """
        for half in self.segments.glob(".half-*"):
            shutil.rmtree(half, ignore_errors=True)
        for other in self.root.parent.iterdir():
            if other.is_dir() and other != self.root:
                shutil.rmtree(other, ignore_errors=True)
        known, alive = self.known(), set(wanted)
        used = {segment for document, (segment, _) in known.items() if document in alive}
        crowded = len(used) > _CROWDED and len(alive & known.keys()) < len(known) / 2
        for segment in self.segments.glob("[!.]*"):
            if crowded or segment not in used:
                shutil.rmtree(segment, ignore_errors=True)

    def remember(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what was made once and written as JSON, made now where it was not."""
        place = self.root / f"{name}.json"
        try:
            return json.loads(place.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = make()
            self.root.mkdir(parents=True, exist_ok=True)
            half = place.with_name(f".{name}.{os.getpid()}.half")
            half.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
            os.replace(half, place)
            return found

    @contextmanager
    def alone(self, say: Callable[[str], None]) -> Iterator[None]:
        """Wait until no other run writes into this cache.

        Raises
        ------
        CorpusError
            Where another run has been at it for ten minutes.
        """
        from filelock import FileLock, Timeout

        self.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / "lock")
        try:
            try:
                lock.acquire(timeout=0)
            except Timeout:
                say(f"Another run is reading this corpus; waiting for it ({self.root / 'lock'})")
                lock.acquire(timeout=_BUSY_SECONDS)
            yield
        except Timeout:
            raise CorpusError(f"{self.root / 'lock'}: another run has held this corpus for ten minutes") from None
        finally:
            lock.release()


def open_store(folder: str | Path, bundled: bool) -> Store:
    """Return the cache of a corpus folder: in the folder itself, else where the user's caches are."""
    place = Path(folder) / FOLDER
    if bundled or os.environ.get(PLACE) or not _writable(Path(folder)):
        import hashlib

        from platformdirs import user_cache_path

        caches = Path(os.environ.get(PLACE) or user_cache_path("ecoanalysis"))
        place = caches / hashlib.sha256(str(Path(folder).resolve()).encode()).hexdigest()[:16]
        if not _writable(caches):
            place = Path(mkdtemp(prefix="ecoanalysis-"))
    return Store(place / extractor_version())


def _writable(folder: Path) -> bool:
    while not folder.exists():
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)
