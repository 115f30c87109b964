"""What has been read already: tables as Parquet files in segments, by the content of the documents.

A segment is a folder that appears whole or not at all; nothing in it changes afterwards. So a reader needs no lock, an
interrupted run loses the segment it was at, and two runs at once can at worst do the same work twice. Every file is
verified before it is believed: an index carries its own hash and those of the tables beside it.
"""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from ecoanalysis.errors import CorpusError, UnwritableError
from ecoanalysis.files import (
    HALF,
    DamageError,
    Seal,
    read_sealed,
    read_verified,
    reading,
    remove,
    say,
    write_sealed,
    writing,
)
from ecoanalysis.hashes import extractor_version
from ecoanalysis.read.lines import Changes

if TYPE_CHECKING:
    import polars as pl
    from filelock import BaseFileLock

FOLDER = ".ecoanalysis"  # in the corpus folder; hidden, hence no document
PLACE = "ECOANALYSIS_CACHE"  # where caches lie instead, for corpora that cannot be written
_CROWDED = 100  # segments beyond which a run begins anew with one
_INDEX = "index.json"
_BUSY_SECONDS = 600

Failures = Mapping[str, str | None]
"""Why which document (by its hash) could not be used; None for those that could."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Some documents that were read together: what failed of them, and the seal of each table's file."""

    folder: Path
    failures: Failures
    seals: Mapping[str, Seal]

    @classmethod
    def open(cls, folder: Path, name: str) -> Segment:
        """Return the segment of a folder; its tables are there, and of the right size.

        Raises
        ------
        DamageError
            Where its index cannot be believed, or a table is missing or of another size.
        """
        try:
            failures, seals = _index(read_sealed(folder / _INDEX, name))
        except DamageError as error:
            raise DamageError(f"{_INDEX}: {error}") from None
        segment = cls(folder, failures, seals)
        for table, seal in seals.items():
            with _of(segment.file(table)), reading():
                seal.check_size(segment.file(table).stat().st_size)
        return segment

    def file(self, table: str) -> Path:
        """Return the file of a table."""
        return self.folder / f"{table}.parquet"

    def read(self, table: str) -> bytes:
        """Return the bytes of a table's file.

        Raises
        ------
        DamageError
            Where they are not those that were written.
        """
        with _of(self.file(table)):
            return read_verified(self.file(table), self.seals[table])


@contextmanager
def _of(file: Path) -> Iterator[None]:
    try:
        yield
    except DamageError as error:
        raise DamageError(f"{file.name}: {error}") from None


def _index(content: Any) -> tuple[dict[str, str | None], dict[str, Seal]]:
    """Failures and seals as an index has them; raises DamageError where it has another shape."""
    try:
        failures, seals = content["failures"], {name: Seal(**seal) for name, seal in content["seals"].items()}
        whole = all(isinstance(cause, str | None) for cause in failures.values())
        whole &= all(isinstance(seal.size, int) and isinstance(seal.hash, str) for seal in seals.values())
    except (TypeError, KeyError, AttributeError):
        raise DamageError("of another shape") from None
    if not whole or not all(name.isidentifier() for name in seals):
        raise DamageError("of another shape")
    return failures, seals


@dataclass(frozen=True)
class Store:
    """The cache of one corpus for one state of the program; other states' are removed when this one is written."""

    root: Path
    changes: Changes = "accepted"
    """Which side of the documents' changes it holds."""

    @property
    def segments(self) -> Path:
        return self.root / "segments"

    @property
    def working(self) -> Path:
        """Where each process that reads says at which document it is."""
        return self.root / "working"

    def by_document(self) -> dict[str, Segment]:
        """Return the segment of every document read; a segment that is damaged is told of and dropped.

        Raises
        ------
        UnwritableError
            Where it cannot be dropped.
        """
        segments: dict[str, Segment] = {}
        for folder in sorted(self.segments.glob("[!.]*")):
            try:
                segment = Segment.open(folder, self._name(folder.name))
            except DamageError as damage:
                if os.path.lexists(folder):  # else another run has just removed it
                    self.drop(folder, damage)
                continue
            segments |= dict.fromkeys(segment.failures, segment)
        return segments

    def drop(self, segment: Path, damage: DamageError) -> None:
        """Say what is wrong with a segment, and remove it.

        Raises
        ------
        UnwritableError
            Where it cannot be removed.
        """
        say(f"{segment}: {damage}; its documents are read again")
        with writing(segment):
            remove(segment)

    def add(self, tables: Mapping[str, pl.DataFrame], failures: Failures) -> Path:
        """Add a segment; ``failures`` names every document that it is made from.

        Raises
        ------
        UnwritableError
            Where it cannot be written.
        """
        with writing(self.root):
            self.segments.mkdir(parents=True, exist_ok=True)
            half = Path(mkdtemp(prefix=HALF, dir=self.segments))
            place = self.segments / half.name.removeprefix(HALF)
            seals = {name: _write_table(frame, half / f"{name}.parquet") for name, frame in tables.items()}
            index = {"failures": failures, "seals": {name: asdict(seal) for name, seal in seals.items()}}
            write_sealed(half / _INDEX, index, self._name(place.name))
            os.replace(half, place)
        return place

    def _name(self, file: str) -> str:
        """What a file of this cache is sealed as: another state's, or another segment's, cannot stand for it."""
        return f"{self.root.name}/{file}"

    def tidy(self, wanted: Iterable[str]) -> None:
        """Remove the segments that hold no document wanted, what interrupted runs left, and former states' caches.

        Where a cache is crowded, mostly with documents that are gone, all of it goes.
        """
        for half in self.segments.glob(f"{HALF}*"):
            shutil.rmtree(half, ignore_errors=True)
        with writing(self.root.parent):
            for other in self.root.parent.iterdir():
                if other.is_dir() and other != self.root:
                    shutil.rmtree(other, ignore_errors=True)
        segments, alive = self.by_document(), set(wanted)
        used = {segment.folder for document, segment in segments.items() if document in alive}
        crowded = len(used) > _CROWDED and len(alive & segments.keys()) < len(segments) / 2
        for folder in self.segments.glob("[!.]*"):
            if crowded or folder not in used:
                with suppress(OSError):
                    remove(folder)

    def remember(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what was made once and written as JSON, made now where it was not; what is damaged is told of."""
        place = self.root / f"{name}.json"
        try:
            return read_sealed(place, self._name(name))
        except DamageError as damage:
            if os.path.lexists(place):
                say(f"{place}: {damage}; made anew")
                with suppress(OSError):
                    remove(place)
        made = make()
        with suppress(UnwritableError):  # then it is made again next time
            write_sealed(place, made, self._name(name))
        return made

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until no other run writes into this cache; its folders are there then.

        Raises
        ------
        CorpusError
            Where another run has been at it for ten minutes.
        UnwritableError
            Where it cannot be written.
        """
        from filelock import FileLock

        place = self.root / "lock"
        with writing(self.root):
            _make_folder(self.root)
            if os.path.lexists(place) and (place.is_symlink() or not place.is_file()):
                say(f"{place}: not a file; removed")
                remove(place)
        lock = FileLock(place)
        try:
            with writing(place):
                _acquire(lock)
            with writing(self.root):
                _make_folder(self.segments)
                _make_folder(self.working)
            yield
        finally:
            lock.release()


def _acquire(lock: BaseFileLock) -> None:
    from filelock import Timeout

    try:
        lock.acquire(timeout=0)
    except Timeout:
        say(f"Another run is reading this corpus; waiting for it ({lock.lock_file})")
        try:
            lock.acquire(timeout=_BUSY_SECONDS)
        except Timeout:
            raise CorpusError(f"{lock.lock_file}: another run has held this corpus for ten minutes") from None
    except NotImplementedError as error:  # a file system without locks
        raise OSError(str(error)) from None


def _make_folder(folder: Path) -> None:
    """Make a folder of the cache; whatever else stands in its place goes."""
    if os.path.lexists(folder) and not folder.is_dir():
        say(f"{folder}: not a folder; removed")
        remove(folder)
    folder.mkdir(parents=True, exist_ok=True)


def _write_table(frame: pl.DataFrame, path: Path) -> Seal:
    """The hash is of what was meant, not of what the disk gives back."""
    written = BytesIO()
    frame.write_parquet(written, statistics=False)
    path.write_bytes(written.getvalue())
    return Seal.of(written.getvalue())


def open_store(folder: str | Path, shipped: bool) -> Store:
    """Return the cache of a corpus folder: in the folder itself, or where the user says.

    A folder may hold drafts, which are kept nowhere else unasked: of one that cannot be written the cache passes.
    """
    place = Path(folder) / FOLDER
    if not (shipped or os.environ.get(PLACE)):
        if _writable(place):
            return Store(place / extractor_version())
        why = "not a folder" if os.path.lexists(place) and not place.is_dir() else "cannot be written"
        say(f"{place}: {why}; the tables are kept for this run alone, or in the folder that {PLACE} names")
        return passing_store()
    import hashlib

    from platformdirs import user_cache_path

    caches = Path(os.environ.get(PLACE) or user_cache_path("ecoanalysis"))
    place = caches / hashlib.sha256(os.fsencode(Path(folder).resolve())).hexdigest()[:16]
    return Store(place / extractor_version()) if _writable(place) else passing_store()


def passing_store(changes: Changes = "accepted") -> Store:
    """Return a cache that goes when the program ends: where none can be kept, or of the side that few ask for."""
    place = Path(mkdtemp(prefix="ecoanalysis-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return Store(place / extractor_version(), changes)


def _writable(folder: Path) -> bool:
    while not os.path.lexists(folder):
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)
