"""Members of zip archives, unpacked up to a limit: a few kilobytes may hold gigabytes of nothing."""

from __future__ import annotations

import zipfile
import zlib

from ecoanalysis.errors import UnreadableDocumentError

LIMIT = 200 * 2**20
"""How many bytes a single file may inflate to."""


def inflate(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, path: str) -> bytes:
    """Return a member of an archive.

    Raises
    ------
    UnreadableDocumentError
        Where it is damaged, locked, or larger than ``LIMIT``.

    Examples
    --------
    >>> from io import BytesIO
    >>> archive = zipfile.ZipFile(BytesIO(), "w")
    >>> archive.writestr("a.txt", "words")
    >>> inflate(archive, "a.txt", "a.zip")
    b'words'
    """
    info = name if isinstance(name, zipfile.ZipInfo) else archive.getinfo(name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others inflate a block without bound
        raise UnreadableDocumentError(f"{path}: packed in a way that is not read; pack it as an ordinary zip")
    try:
        with archive.open(info) as member:
            data = member.read(LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise UnreadableDocumentError(f"{path}: damaged ({_name(name)} cannot be unpacked); fetch it again") from None
    except RuntimeError:  # what zipfile raises for a password
        raise UnreadableDocumentError(f"{path}: locked with a password; save it without one") from None
    if len(data) > LIMIT:
        raise UnreadableDocumentError(f"{path}: {_name(name)} inflates to more than {LIMIT >> 20} MiB; refused")
    return data


def _name(member: str | zipfile.ZipInfo) -> str:
    return member if isinstance(member, str) else member.filename
