"""Folders and zip archives → the files in them, each as its bytes or as what is wrong with it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.read import docx
from ecoanalysis.read.inflate import LIMIT, inflate

_DEPTH = 3  # archives within archives
_NOT_OURS = ("manifest.jsonl",)  # what `fetch` keeps beside the documents
_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a member of an archive (``texts.zip/en/a.xml``): its bytes, or the error that reading it gave."""

    path: str
    data: bytes = b""
    error: UnreadableDocumentError | None = None


def walk(path: str | Path) -> Iterator[Source]:
    """Yield every file of a folder, sorted, of an archive, or the file itself; hidden ones are left out.

    Archives are told by their content and opened up to three deep; what inflates beyond the limit is an error of the
    archive, and so are its locked and damaged members. The names of members only name them: nothing is unpacked.

    Examples
    --------
    >>> from ecoanalysis.corpus import bundled
    >>> [Path(source.path).name for source in walk(bundled())]
    ['A_RES_75_324.txt']
    """
    root = Path(path)
    if not root.is_dir():
        yield from _opened(str(path), _read(root))
        return
    for file in sorted(root.rglob("*")):
        inner = file.relative_to(root)
        if file.is_file() and not any(part.startswith(".") for part in inner.parts) and file.name not in _NOT_OURS:
            yield from _opened(str(file), _read(file))


def _read(path: Path) -> bytes | UnreadableDocumentError:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return UnreadableDocumentError(f"{path}: no such file")
    except OSError as error:
        return UnreadableDocumentError(f"{path}: cannot be read ({error.strerror})")


def _opened(path: str, found: bytes | UnreadableDocumentError, depth: int = 0) -> Iterator[Source]:
    if isinstance(found, UnreadableDocumentError):
        yield Source(path, error=found)
    elif not found.startswith(_ARCHIVE) or docx.accepts(found):
        yield Source(path, found)
    elif depth == _DEPTH:
        yield Source(path, error=UnreadableDocumentError(f"{path}: archives within archives; unpack it first"))
    else:
        yield from _members(path, found, depth)


def _members(path: str, data: bytes, depth: int) -> Iterator[Source]:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        yield Source(path, error=UnreadableDocumentError(f"{path}: a damaged archive; fetch it again"))
        return
    total = 0
    with archive:
        for member in sorted(archive.infolist(), key=lambda one: one.filename):
            name = PurePosixPath(member.filename.replace("\\", "/"))
            if member.is_dir() or any(part.startswith((".", "__MACOSX")) for part in name.parts if part != ".."):
                continue
            full = f"{path}/{name}"
            try:
                found = inflate(archive, member.filename, full)
            except UnreadableDocumentError as error:
                yield Source(full, error=error)
                continue
            total += len(found)
            if total > LIMIT:
                cause = f"{path}: inflates to more than {LIMIT >> 20} MiB; unpack it and name the folder"
                yield Source(path, error=UnreadableDocumentError(cause))
                return
            yield from _opened(full, found, depth + 1)
