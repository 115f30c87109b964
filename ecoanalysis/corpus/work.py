"""Documents → segments of the cache, in this process or spread over others."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TypeVar

from ecoanalysis.corpus.listing import Listing
from ecoanalysis.corpus.store import Segment, Store
from ecoanalysis.errors import CorpusError, EcoanalysisError, work_on
from ecoanalysis.files import remove, say, writing
from ecoanalysis.read.walk import Source, walk

BATCH = 16  # documents of a segment: what an interruption can lose
_MANY = 50  # documents of which a log says how far their reading is
_FEW = 8  # documents for which no other process is started
_IN_FLIGHT = 3  # batches a worker, so that not all documents are in memory at once
_DEATHS = 3  # of workers that were at no document, before it is given up

T = TypeVar("T")


def read_missing(listing: Listing, store: Store, workers: int = 1, *, tidy: bool = True) -> Mapping[str, Segment]:
    """Read what the cache has not yet; return the segment of every document.

    A document whose reading kills its worker is tried once more alone, then set aside.

    Parameters
    ----------
    listing, store
        The documents, and their cache.
    workers
        Processes that read.
    tidy
        Whether segments go that hold none of the documents.

    Raises
    ------
    CorpusError
        Where workers are killed again and again, at no document.
    UnwritableError
        Where something is missing and the cache cannot be written.
    """
    segments = store.by_document()
    if listing.paths.keys() <= segments.keys():
        return segments
    with store.alone():
        missing = listing.paths.keys() - store.by_document().keys()  # the run waited for may have done it
        tracked = _tracked if len(missing) > _FEW else _untracked
        for _ in tracked(_read(listing, store, missing, workers), len(missing)):
            pass
        if tidy:
            store.tidy(listing.paths)
    return store.by_document()


def _read(listing: Listing, store: Store, missing: Collection[str], workers: int) -> Iterator[int]:
    if workers == 1 or len(missing) <= _FEW:
        yield from fill(_sources(listing, missing), store)
        return
    deaths = 0
    while missing:
        try:
            with worker_pool(workers) as pool:
                yield from fill(_sources(listing, missing), store, pool)
            return  # what is missing now has gone since the folder was listed
        except BrokenExecutor:
            deaths += not _suspects(listing, store)
            if deaths == _DEATHS:
                cause = f"{listing.folder}: the reading processes are killed again and again; is there memory left?"
                raise CorpusError(cause) from None
            _try_alone(listing, store)
        missing = missing - store.by_document().keys()


def fill(sources: Iterable[tuple[str, Source]], store: Store, executor: Executor | None = None) -> Iterator[int]:
    """Read documents, given with their hashes, into a cache; yield after each segment how many it holds.

    Parameters
    ----------
    sources
        The documents; taken as they are needed.
    store
        The cache; each worker writes its segments there itself.
    executor
        Where the work is done: in this process where there is none.
    """
    batches = _batches(sources)
    if executor is None:
        for batch in batches:
            yield read_batch(batch, store)
        return
    limit = _IN_FLIGHT * (getattr(executor, "_max_workers", None) or os.cpu_count() or 1)
    running: set[Future[int]] = set()
    for batch in batches:
        running.add(executor.submit(read_batch, batch, store))
        if len(running) >= limit:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


def read_batch(batch: list[tuple[str, Source]], store: Store) -> int:
    """Read some documents and add them to a cache as one segment; return how many they were."""
    from ecoanalysis.compare.fingerprints.edition import to_edition
    from ecoanalysis.extract import extract_facts
    from ecoanalysis.parse import parse_resolutions
    from ecoanalysis.read import read_bytes
    from ecoanalysis.tables import fact_tables
    from ecoanalysis.tables.editions import edition_tables

    facts, failures = [], dict[str, str | None]()
    at_work = store.working / str(os.getpid())
    for document, source in batch:
        with writing(at_work):
            at_work.parent.mkdir(parents=True, exist_ok=True)
            at_work.write_text(document)
        try:
            with work_on(source.path):
                read = read_bytes(source.data, source.path, store.changes)
                facts += [extract_facts(resolution) for resolution in parse_resolutions(read)]
            failures[document] = None
        except EcoanalysisError as error:
            failures[document] = str(error).removeprefix(f"{source.path}: ")
    store.add(fact_tables(facts) | edition_tables(map(to_edition, facts)), failures)
    with writing(at_work):
        at_work.unlink(missing_ok=True)
    return len(batch)


def cores() -> int:
    """Return how many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def worker_pool(workers: int) -> ProcessPoolExecutor:
    """Return processes of their own, started anew: what polars holds must not be forked."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one says when it ends
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process with the one that started it, even where that was killed and could tell nobody."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _sources(listing: Listing, wanted: Collection[str]) -> Iterator[tuple[str, Source]]:
    left = set(wanted)
    for source in walk(listing.folder):
        document = hashlib.sha256(source.data).hexdigest()
        if document in left and not source.error:
            left.discard(document)
            yield document, source


def _suspects(listing: Listing, store: Store) -> list[str]:
    """The documents that were being read; a process may have been killed before it could say at which it was."""
    at_work = (place.read_bytes().decode(errors="replace") for place in store.working.glob("*") if place.is_file())
    return [document for document in at_work if document in listing.paths]


def _try_alone(listing: Listing, store: Store) -> None:
    """Read each document that was being read when a worker was killed in a process of its own."""
    suspects = _suspects(listing, store)
    for place in store.working.glob("*"):
        with writing(place):
            remove(place)
    for document in suspects:
        try:
            with worker_pool(1) as pool:
                list(fill([(document, listing.source(document))], store, pool))
        except BrokenExecutor:
            store.add({}, {document: "reading it killed the process; is it extremely large?"})


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    items = iter(items)
    while batch := list(islice(items, BATCH)):
        yield batch


def _untracked(done: Iterable[int], total: int) -> Iterable[int]:
    return done


def _tracked(done: Iterable[int], total: int) -> Iterator[int]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:  # a kernel, or a file that is read later
        yield from _in_lines(done, total) if total >= _MANY else done
        return
    columns = (TextColumn("reading documents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("", total=total)
        for count in done:
            bar.advance(task, count)
            yield count


def _in_lines(done: Iterable[int], total: int) -> Iterator[int]:
    """The same with a line for each tenth of the documents."""
    read, lines = 0, 0
    for count in done:
        read += count
        if 10 * read // total > lines:
            lines = 10 * read // total
            say(f"reading documents: {read} of {total}")
        yield count
