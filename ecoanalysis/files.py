"""Files in one place: written whole or not at all, sealed with their hash, and verified before they are believed."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

from ecoanalysis.errors import UnwritableError

HALF = ".half-"
"""How the name begins of what is not whole yet, or is being removed."""


class DamageError(Exception):
    """A file is not what was written; the message says in a few words what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What the bytes of a file must be: how many, and their hash.

    Examples
    --------
    >>> Seal.of(b"whole").check(b"whole")
    >>> Seal.of(b"whole").check(b"who")
    Traceback (most recent call last):
    ecoanalysis.files.DamageError: cut short
    """

    size: int
    hash: str

    @classmethod
    def of(cls, data: bytes) -> Seal:
        """Return the seal of some bytes."""
        return cls(len(data), blake2b(data, digest_size=16).hexdigest())

    def check(self, data: bytes) -> None:
        """Raise DamageError where these are other bytes."""
        self.check_size(len(data))
        if self != Seal.of(data):
            raise DamageError("damaged")

    def check_size(self, size: int) -> None:
        """Raise DamageError where a file of this size cannot be the one: known without reading it."""
        if size != self.size:
            raise DamageError("empty" if not size else "cut short" if size < self.size else "damaged")


@contextmanager
def reading() -> Iterator[None]:
    """Turn what the system says where a file cannot be read into damage.

    Raises
    ------
    DamageError
        Where the block meets a file that is missing, no file, or cannot be read.
    """
    try:
        yield
    except FileNotFoundError:
        raise DamageError("missing") from None
    except OSError as error:
        raise DamageError(f"cannot be read ({error.strerror})") from None


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Turn what the system says where something cannot be written into one line.

    Raises
    ------
    UnwritableError
        Where the block cannot write.
    """
    try:
        yield
    except OSError as error:
        raise UnwritableError(f"{place}: cannot be written ({error.strerror or error})") from None


def read_verified(path: Path, seal: Seal) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    DamageError
        Where they are not those of the seal.
    """
    with reading():
        data = path.read_bytes()
    seal.check(data)
    return data


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, so that no reader ever meets half of it.

    Raises
    ------
    UnwritableError
        Where it cannot be written.
    """
    half = path.with_name(f"{HALF}{path.name}.{os.getpid()}")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            half.write_bytes(data)
            os.replace(half, path)
        finally:
            half.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text as ``write_bytes`` does bytes: in UTF-8, its lines ended by a line feed."""
    write_bytes(path, text.encode())


def write_zip(path: Path, members: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip archive whole or not at all: the same members in the same order give the same bytes."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    write_bytes(path, written.getvalue())


def write_sealed(path: Path, content: Any, name: str, indent: int | None = None) -> None:
    """Write content as JSON together with its hash.

    Parameters
    ----------
    path, content
        The file, and what it is to hold.
    name
        What the file is to its readers, its version included. It goes into the hash, so that no other sealed file can
        stand in its place.
    indent
        How far lines are indented, for a file that people read too.
    """
    content = json.loads(json.dumps(content))  # as it will be read: tuples are lists, keys are text
    sealed = {"hash": _hash(content, name), "content": content}
    text = json.dumps(sealed, ensure_ascii=False, indent=indent, sort_keys=indent is not None)
    write_bytes(path, text.encode("utf-8", "surrogatepass"))  # names of files may hold what is no text


def read_sealed(path: Path, name: str) -> Any:
    """Return the content of a file that ``write_sealed`` wrote under the same name.

    Raises
    ------
    DamageError
        Where it is missing, cannot be read, or is anything else.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "counts.json"
    ...     write_sealed(path, {"clauses": 39}, "counts 1")
    ...     content = read_sealed(path, "counts 1")
    ...     write_text(path, path.read_text().replace("39", "38"))
    ...     try:
    ...         read_sealed(path, "counts 1")
    ...     except DamageError as error:
    ...         content, str(error)
    ({'clauses': 39}, 'damaged, or of another version')
    """
    with reading():
        data = path.read_bytes()
    if not data:
        raise DamageError("empty")
    try:
        sealed = json.loads(data)
    except (ValueError, RecursionError):
        raise DamageError("damaged") from None
    if not isinstance(sealed, dict) or sealed.keys() != {"hash", "content"}:
        raise DamageError("damaged")
    if sealed["hash"] != _hash(sealed["content"], name):
        raise DamageError("damaged, or of another version")
    return sealed["content"]


def _hash(content: Any, name: str) -> str:
    """The hash of what JSON says, however it is spaced."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return Seal.of(f"{name}\n{text}".encode()).hash


def remove(path: Path) -> None:
    """Remove a file, a link, or a folder with all in it; for those who read beside, it is gone at once."""
    gone = path.with_name(f"{HALF}{path.name}.{os.getpid()}")
    try:
        os.replace(path, gone)
    except FileNotFoundError:
        return
    if gone.is_dir() and not gone.is_symlink():
        shutil.rmtree(gone, ignore_errors=True)
    else:
        gone.unlink(missing_ok=True)


def say(line: str) -> None:
    """Tell the user something in one line on standard error."""
    print(line, file=sys.stderr)


def replace_folder(source: Path, target: Path, *leave_out: str) -> None:
    """Put a copy of a folder in the place of another one; where that fails, the old one stays.

    Parameters
    ----------
    source, target
        The folder to copy, and the one to be replaced.
    leave_out
        Names that are not copied.
    """
    half, old = (target.with_name(f".{target.name}.{state}") for state in ("half", "old"))
    for left in (half, old):
        shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(source, half, ignore=shutil.ignore_patterns(*leave_out))
    if target.exists():
        os.replace(target, old)
    try:
        os.replace(half, target)
    except OSError:
        if old.exists():
            os.replace(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def slug(symbol: str) -> str:
    """Return a symbol as a piece of a file name.

    Examples
    --------
    >>> slug("A/RES/75/324"), slug("A/RES/3201 (S-VI)")
    ('A_RES_75_324', 'A_RES_3201_S-VI')
    """
    return re.sub(r"[^\w.-]+", "_", symbol, flags=re.ASCII).strip("_")
