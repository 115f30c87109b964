"""Official documents from the United Nations into a folder: checked, written whole or not at all, in a manifest."""

from __future__ import annotations

import ipaddress
import json
import os
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, urljoin, urlsplit

from ecoanalysis import __version__
from ecoanalysis.errors import FetchError, NoNetworkError, UnwritableError, counted
from ecoanalysis.files import DamageError, reading, say, slug, write_bytes, writing
from ecoanalysis.lexicon import load
from ecoanalysis.parse.head.symbols import symbol_of

if TYPE_CHECKING:
    import httpx

MANIFEST = "manifest.jsonl"
LIMIT = 50 * 2**20  # bytes of one file
_HOPS = 8
_OFFLINE = "no network: the United Nations' document system cannot be reached from here"
_AGENT = f"ecoanalysis/{__version__} (reads resolutions for research; one request at a time)"

State = Literal["fetched", "kept", "failed"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one document: its file where there is one, else the cause."""

    symbol: str
    language: str
    format: str
    state: State
    path: Path | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentServer:
    """Where documents come from, and how patiently.

    ``mirror`` is the address of a server that stands in for the United Nations': it alone may be a private one, and be
    spoken to without encryption.
    """

    mirror: str = ""
    pause: float = 1.0
    patience: float = 60.0
    timeout: float = 30.0
    attempts: int = 4
    limit: int = LIMIT
    wait: Callable[[float], None] = time.sleep


def fetch(
    symbols: Iterable[str],
    folder: str | Path,
    *,
    languages: Iterable[str] = ("en",),
    format: str = "pdf",
    source: DocumentServer | None = None,
) -> Iterator[Fetched]:
    """Fetch documents by symbol and language, one after the other, and yield what became of each.

    What the manifest of the folder tells and is still there with the same bytes is not asked for again. A file is
    written whole or not at all; one that fails does not stop the others.

    Raises
    ------
    FetchError
        Where the format or a language has no address, or the mirror's is none.
    NoNetworkError
        Where no server can be reached at all.

    Examples
    --------
    >>> list(fetch([], "corpus"))
    []
    """
    source = source or DocumentServer()
    _check_mirror(source.mirror)
    patterns = load("facts/fetch")
    if format not in patterns["type"]:
        raise FetchError(f"{format}: no such format; there are {', '.join(patterns['type'])}")
    languages = list(languages)
    for language in languages:
        if language not in patterns["code"]:
            raise FetchError(f"{language}: no such language; there are {', '.join(patterns['code'])}")
    target = Path(folder)
    have = read_manifest(target)
    _mend(target)
    asked = False
    with _client(source) as client:
        for symbol in symbols:
            for language in languages:
                name = f"{slug(symbol)}.{language}.{format}"
                if name in have and _is_there(target / name, have[name]["sha256"]):
                    yield Fetched(symbol, language, format, "kept", target / name)
                    continue
                if asked:
                    source.wait(source.pause)
                asked = True
                try:
                    content, address = _get(client, _address(symbol, language, format, source), format, source)
                except NoNetworkError:
                    raise
                except FetchError as error:
                    yield Fetched(symbol, language, format, "failed", cause=f"{symbol} ({language}): {error}")
                    continue
                record = {"symbol": symbol, "language": language, "format": format, "address": address}
                _write(target, name, content, record)
                yield Fetched(symbol, language, format, "fetched", target / name)


def checked(symbols: Iterable[str]) -> list[str]:
    """Return symbols as somebody typed them in their canonical form.

    Raises
    ------
    FetchError
        Where one is none.

    Examples
    --------
    >>> checked(["75/324"])
    ['A/RES/75/324']
    """
    canonical = []
    for symbol in symbols:
        if not (form := symbol_of(symbol)):
            raise FetchError(f"{symbol}: not a symbol; name documents as the United Nations does, such as A/RES/75/324")
        canonical.append(form)
    return canonical


def hint(name: str) -> str:
    """Return what to do with a name that is no file but a symbol, as the end of a message; else nothing."""
    symbol = symbol_of(name)
    if not symbol or Path(name).exists():
        return ""
    shown = f'"{symbol}"' if " " in symbol else symbol
    return f"; extract reads files; a symbol can be fetched (ecoanalysis fetch {shown})"


def _check_mirror(mirror: str) -> None:
    import httpx

    try:
        parts = httpx.URL(mirror)
        good = parts.scheme in ("http", "https") and parts.host and " " not in mirror
    except httpx.InvalidURL:  # a port that is no number, a bracket that is not closed
        good = False
    if mirror and not good:
        raise FetchError(f"{mirror}: not the address of a server; a mirror is named as https://example.org")


def read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what was fetched into a folder: for each file name the latest line of its manifest.

    Lines that cannot be believed are told of and left out: their documents are fetched again.
    """
    path = folder / MANIFEST
    if not os.path.lexists(path):
        return {}
    try:
        with reading():
            data = path.read_bytes()
        if not data:
            raise DamageError("empty")
    except DamageError as damage:
        say(f"{path}: {damage}; all documents are fetched again")
        return {}
    lines = [line for line in data.split(b"\n") if line.strip()]
    rows = [row for row in map(_row, lines) if row]
    if damaged := len(lines) - len(rows):
        say(f"{path}: {counted(damaged, 'line')} damaged; what is told there is fetched again")
    return {row["file"]: row for row in rows}


def _row(line: bytes) -> dict[str, Any] | None:
    """A line of the manifest; nothing where it is none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    whole = isinstance(row, dict) and isinstance(row.get("file"), str) and isinstance(row.get("sha256"), str)
    return row if whole else None


def _is_there(path: Path, hash: str) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == hash


def _write(folder: Path, name: str, content: bytes, record: dict[str, str]) -> None:
    """The file first, then its line: what is interrupted between the two is fetched again."""
    write_bytes(folder / name, content)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    line = {"file": name, **record, "time": now, "sha256": sha256(content).hexdigest(), "size": len(content)}
    with writing(folder / MANIFEST), open(folder / MANIFEST, "ab") as manifest:
        manifest.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _mend(folder: Path) -> None:
    """Leave of a manifest the lines that can be believed: the next one must not be joined to half a line."""
    path = folder / MANIFEST
    with suppress(OSError, UnwritableError):  # what cannot be written now will be told of when it must be
        before = path.read_bytes()
        after = b"".join(line + b"\n" for line in before.split(b"\n") if _row(line))
        if after != before:
            write_bytes(path, after)


# one file


class _PassingError(FetchError):
    """A failure that may pass: the server is busy, or cut the line."""

    def __init__(self, cause: str, after: float | None = None) -> None:
        super().__init__(cause)
        self.after = after


def _client(source: DocumentServer) -> httpx.Client:
    import httpx

    return httpx.Client(timeout=source.timeout, follow_redirects=False, headers={"User-Agent": _AGENT}, trust_env=True)


def _address(symbol: str, language: str, format: str, source: DocumentServer) -> str:
    patterns = load("facts/fetch")
    base = (source.mirror or patterns["base"]).rstrip("/")
    values = {"base": base, "symbol": quote(symbol, safe="/().-"), "code": patterns["code"][language]}
    return str(patterns["address"].format(**values, type=patterns["type"][format]))


def _get(client: httpx.Client, address: str, format: str, source: DocumentServer) -> tuple[bytes, str]:
    """Return the bytes of a document and the address that gave them, after as many attempts as it takes."""
    import tenacity

    def pause(state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        wait = error.after if isinstance(error, _PassingError) else None
        grown: float = source.pause * 2.0**state.attempt_number
        return min(source.patience, grown if wait is None else wait)

    retry = tenacity.Retrying(
        retry=tenacity.retry_if_exception_type(_PassingError),
        stop=tenacity.stop_after_attempt(source.attempts),
        wait=pause,
        sleep=source.wait,
        reraise=True,
    )
    response: tuple[bytes, str] = retry(_once, client, address, format, source)
    return response


def _once(client: httpx.Client, address: str, format: str, source: DocumentServer) -> tuple[bytes, str]:
    import httpx

    seen: list[str] = []
    try:
        while len(seen) < _HOPS and address not in seen:
            _check(address, source)
            seen.append(address)
            with client.stream("GET", address) as answer:
                if answer.is_redirect:
                    address = urljoin(address, answer.headers.get("location", ""))
                    continue
                return _body(answer, format, source), address
    except httpx.ConnectError as error:
        if _is_offline(error):
            raise NoNetworkError(
                "no network: the United Nations' document system cannot be reached from here"
            ) from None
        raise _PassingError(f"{address}: {error}") from None
    except httpx.TimeoutException:
        raise _PassingError(f"{address}: no answer within {source.timeout:g} seconds") from None
    except httpx.TransportError as error:
        raise _PassingError(f"{address}: the line was cut ({error})") from None
    except (httpx.InvalidURL, ValueError):
        raise FetchError(f"{address}: leads to what is no address") from None
    raise FetchError(f"{address}: redirected in a circle")


def _is_offline(error: Exception) -> bool:
    """Whether a connection failed because names cannot be resolved or there is no way out at all."""
    message = str(error).lower()
    return any(words in message for words in ("name or service", "name resolution", "nodename", "unreachable"))


def _body(answer: httpx.Response, format: str, source: DocumentServer) -> bytes:
    address = str(answer.url)
    if answer.status_code == 429 or answer.status_code >= 500:
        after = answer.headers.get("retry-after", "")
        raise _PassingError(f"{address}: answered {answer.status_code}", float(after) if after.isdecimal() else None)
    if answer.status_code != 200:
        raise FetchError(f"{address}: answered {answer.status_code}")
    content = bytearray()
    for piece in answer.iter_bytes():
        content += piece
        if len(content) > source.limit:
            raise FetchError(f"{address}: longer than {source.limit:,} bytes")
    stated = answer.headers.get("content-length", "")
    if stated.isdecimal() and "content-encoding" not in answer.headers and len(content) < int(stated):
        raise _PassingError(f"{address}: the line was cut after {len(content):,} of {int(stated):,} bytes")
    if cause := _fault(bytes(content), format):
        raise FetchError(f"{address}: {cause}")
    return bytes(content)


def _fault(content: bytes, format: str) -> str | None:
    """What is wrong with a file of some format: servers send an error page and say that all is well."""
    head = content[:1024].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "a web page came in place of the document; there may be none of this symbol, language and format"
    if format == "pdf" and not content.startswith(b"%PDF-"):
        return "no PDF file"
    if format == "pdf" and b"%%EOF" not in content[-2048:]:
        return "a PDF file without its end"
    if format == "docx" and not (content.startswith(b"PK\x03\x04") and b"word/" in content):
        return "no Word file"
    return None


def _check(address: str, source: DocumentServer) -> None:
    """Refuse every server but the United Nations' and the mirror, and private addresses behind their names."""
    parts = urlsplit(address)
    if source.mirror and parts.netloc == urlsplit(source.mirror).netloc:
        return
    host = (parts.hostname or "").lower()
    hosts = load("facts/fetch")["hosts"]
    if parts.scheme != "https" or not any(host == entry or host.endswith(f".{entry}") for entry in hosts):
        raise FetchError(f"{address}: not a server of the United Nations")
    try:
        addresses = socket.getaddrinfo(host, parts.port or 443, proto=socket.IPPROTO_TCP)
    except OSError:
        raise NoNetworkError(_OFFLINE) from None
    if not all(ipaddress.ip_address(str(entry[4][0])).is_global for entry in addresses):
        raise FetchError(f"{address}: leads to a private address")
