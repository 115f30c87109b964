"""Folders and zip archives → the files in them, each as its bytes or as what is wrong with it."""

from __future__ import annotations

import os
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.read import docx, epub, odt
from ecoanalysis.read.inflate import LIMIT, inflate

_DEPTH = 3  # archives within archives
_NOT_OURS = ("manifest.jsonl",)  # what `fetch` keeps beside the documents
_ARCHIVE = b"PK\x03\x04"
_OFFICE = re.compile(rb"(?:xl|ppt)/\w+\.(?:xml|bin)")  # members that a spreadsheet or slides have
_DIRECTORY = 2**16  # bytes at an archive's end that name its members


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
    if not os.path.isdir(root):
        yield from _opened(shown_name(path), _read(root))
        return
    for file in sorted(root.rglob("*")):
        inner = file.relative_to(root)
        if file.is_dir() or any(part.startswith(".") for part in inner.parts) or file.name in _NOT_OURS:
            continue
        yield from _opened(shown_name(file), _read(file))


def shown_name(path: str | Path) -> str:
    """Return a path as text that can be written anywhere: bytes of a name that are no UTF-8 as ``\\xff``.

    Examples
    --------
    >>> shown_name("caf\\udce9.txt")
    'caf\\\\xe9.txt'
    """
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def file_bytes(path: str | Path) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    UnreadableDocumentError
        Where there is no such file, it is none (a folder, a pipe), is too large, or may not be read.
    """
    name = shown_name(path)
    try:
        state = os.stat(path)
        if stat.S_ISDIR(state.st_mode):
            raise UnreadableDocumentError(f"{name}: a folder, not a file; read_documents reads what is in it")
        handed = stat.S_ISFIFO(state.st_mode) and name.startswith("/dev/fd/")  # extract <(command)
        if not (handed or stat.S_ISREG(state.st_mode)):  # to read a pipe is to wait for whoever writes it
            raise UnreadableDocumentError(f"{name}: a pipe or a device, not a file")
        if state.st_size > LIMIT:
            size = f"{state.st_size / 2**20:,.0f} MiB"
            raise UnreadableDocumentError(f"{name}: {size}, and no document has more than {LIMIT >> 20} MiB; refused")
        return Path(path).read_bytes()
    except FileNotFoundError:
        cause = "a link to what is not there" if os.path.islink(path) else "no such file"
        raise UnreadableDocumentError(f"{name}: {cause}") from None
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocumentError(f"{name}: cannot be read ({cause})") from None


def _read(path: Path) -> bytes | UnreadableDocumentError:
    try:
        return file_bytes(path)
    except UnreadableDocumentError as error:
        return error


@dataclass
class _Room:
    """What an archive, with all archives in it, may still inflate to."""

    archive: str
    left: int

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise _FullError(f"{self.archive}: inflates to more than {LIMIT >> 20} MiB; unpack it and name the folder")


class _FullError(UnreadableDocumentError):
    """An archive inflates to more than there is room for."""


def _opened(path: str, content: bytes | UnreadableDocumentError) -> Iterator[Source]:
    """A file's document, or those of an archive, up to where it is full."""
    try:
        yield from _inside(path, content, 0, _Room(path, LIMIT))
    except _FullError as error:
        yield Source(path, error=error)


def _inside(path: str, content: bytes | UnreadableDocumentError, depth: int, room: _Room) -> Iterator[Source]:
    if isinstance(content, UnreadableDocumentError):
        yield Source(path, error=content)
    elif content.startswith(_ARCHIVE) and _OFFICE.search(content[-_DIRECTORY:]) and not docx.accepts(content):
        yield Source(path, error=UnreadableDocumentError(f"{path}: a spreadsheet or slides; save the text as .docx"))
    elif not content.startswith(_ARCHIVE) or any(book.accepts(content) for book in (docx, odt, epub)):
        yield Source(path, content)
    elif depth == _DEPTH:
        yield Source(path, error=UnreadableDocumentError(f"{path}: archives within archives; unpack it first"))
    else:
        yield from _members(path, content, depth, room)


def _members(path: str, data: bytes, depth: int, room: _Room) -> Iterator[Source]:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        yield Source(path, error=UnreadableDocumentError(f"{path}: a damaged archive; fetch it again"))
        return
    names: Counter[str] = Counter()
    with archive:
        for member in sorted(archive.infolist(), key=lambda info: info.filename):
            name = PurePosixPath(shown_name(member.filename.replace("\\", "/")))
            if member.is_dir() or any(part.startswith((".", "__MACOSX")) for part in name.parts if part != ".."):
                continue
            full = f"{path}/{name}"
            names[full] += 1
            full += f" ({names[full]})" if names[full] > 1 else ""  # an archive may have two files of one name
            try:
                content = inflate(archive, member, full)
            except UnreadableDocumentError as error:
                yield Source(full, error=error)
                continue
            room.take(len(content))
            yield from _inside(full, content, depth + 1, room)
