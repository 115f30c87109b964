"""AKN4UN, the United Nations' own XML (Akoma Ntoso 3.0)."""

from __future__ import annotations

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark


def accepts(data: bytes) -> bool:
    """Whether the bytes are an Akoma Ntoso file."""
    return b"<akomaNtoso" in data[:4096]


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    raise UnreadableDocumentError(f"{path}: not read yet")
