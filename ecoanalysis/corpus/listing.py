"""A folder → what documents lie in it, by content."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path

from ecoanalysis.errors import CorpusError
from ecoanalysis.read.walk import Source, walk


@dataclass(frozen=True)
class Listing:
    """The documents of a folder: the paths of each by the hash of its bytes, and what could not even be opened."""

    folder: Path
    paths: Mapping[str, tuple[str, ...]]
    failures: tuple[tuple[str, str], ...]
    version: str
    """A short hash of the names and bytes of all files: what every table and page was made from."""

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each document among all, in the order of their paths."""
        return {document: place for place, document in enumerate(self.paths)}

    def without(self, documents: Collection[str], cause: str) -> Listing:
        """Return the listing without some documents, each of whose files is a failure."""
        lost = [path for document, paths in self.paths.items() if document in documents for path in paths]
        failures = tuple((Path(path).name, f"{path}: {cause}") for path in lost)
        paths = {document: paths for document, paths in self.paths.items() if document not in documents}
        return replace(self, paths=paths, failures=(*self.failures, *failures))

    def source(self, document: str) -> Source:
        """Return a document's bytes, from its file or out of its archive.

        Raises
        ------
        CorpusError
            Where the file has changed, or gone, since the folder was listed.
        """
        path = self.paths[document][0]
        file = next(place for place in (Path(path), *Path(path).parents) if place.exists())
        for source in walk(file):
            if source.path == path and hashlib.sha256(source.data).hexdigest() == document:
                return source
        raise CorpusError(f"{path}: changed while the corpus was being read; open it again")


def bundled() -> Path:
    """Return the folder of the documents that the package brings along."""
    with as_file(files("ecoanalysis").joinpath("data/corpus")) as folder:
        return folder


MODEL = "model"
"""The name of the corpus of the model resolution, in place of a folder; a folder of that name is ``./model``."""


def model() -> Path:
    """Return the folder of the model resolution's two editions, which are texts of the project's own."""
    with as_file(files("ecoanalysis").joinpath("data/model/akn")) as folder:
        return folder


def folder_of(folder: str | Path = "") -> Path:
    """Return the folder that a corpus is read from: the bundled one where none is named.

    Examples
    --------
    >>> folder_of("model") == model(), folder_of() == bundled(), folder_of("./model") == Path("model")
    (True, True, True)
    """
    if folder == MODEL:
        return model()
    return Path(folder) if str(folder) else bundled()


def sources(folder: str | Path = "") -> Iterator[Source]:
    """Yield the documents of a corpus folder (the bundled one where none is named), those in archives too, sorted.

    Raises
    ------
    CorpusError
        Where there is no such folder.
    """
    root = folder_of(folder)
    if not root.is_dir():
        raise CorpusError(f"{root}: no such corpus folder; name a folder that holds the documents")
    yield from walk(root)


def list_folder(folder: str | Path = "") -> Listing:
    """Return what lies in a corpus folder; one document after the other is held in memory.

    Examples
    --------
    >>> listing = list_folder()
    >>> [Path(path).name for paths in listing.paths.values() for path in paths], len(listing.version)
    (['A_RES_75_324.txt'], 16)
    """
    paths: dict[str, tuple[str, ...]] = {}
    failures = []
    version = hashlib.sha256()
    for source in sources(folder):
        content = hashlib.sha256(source.data)
        version.update(Path(source.path).name.encode())
        version.update(content.digest())
        if source.error:
            failures.append((Path(source.path).name, str(source.error)))
        else:
            paths[content.hexdigest()] = (*paths.get(content.hexdigest(), ()), source.path)
    return Listing(folder_of(folder), paths, tuple(failures), version.hexdigest()[:16])


def corpus_version(folder: str | Path = "") -> str:
    """Return a short hash of the names and bytes of a corpus folder: what every table and page was made from."""
    return list_folder(folder).version
