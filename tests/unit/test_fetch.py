"""Fetching, against a real server on loopback: what is whole is kept, what is not leaves nothing behind."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner

from ecoanalysis import fetch as fetching
from ecoanalysis.cli import app
from ecoanalysis.errors import FetchError, NoNetworkError, UnwritableError
from ecoanalysis.fetch import MANIFEST, DocumentServer, Fetched, fetch, read_manifest

PDF = b"%PDF-1.7\n" + b"lakes " * 500 + b"\n%%EOF\n"
HTML = b"<!DOCTYPE html><html><body>There is no such document.</body></html>"


class Handler(BaseHTTPRequestHandler):
    """Answers each symbol with the fault of that name; ``server.asked`` counts the requests for each."""

    server: Server
    timeout = 5

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        symbol = parse_qs(parts.query).get("s", [parts.path.strip("/")])[0]
        self.server.asked.append(symbol)
        first = self.server.asked.count(symbol) == 1
        match symbol:
            case "whole" | "file" | "A/RES/75/324":
                self.send(200, PDF)
            case "moved":
                self.redirect("/file")
            case "circle":
                self.redirect(self.path)
            case "elsewhere":
                self.redirect("https://example.org/file.pdf")
            case "nowhere":
                self.redirect("https://[un.org/file.pdf")
            case "private":
                self.redirect("http://127.0.0.1:9/file.pdf")
            case "missing":
                self.send(404, HTML)
            case "page" | "A/RES/75/325":
                self.send(200, HTML)
            case "picture":
                self.send(200, b"\x89PNG\r\n\x1a\n" + b"0" * 100)
            case "endless":
                self.send(200, PDF[:-7])
            case "huge":
                self.send(200, PDF + b"0" * 20_000)
            case "busy":
                self.send(429 if first else 200, b"" if first else PDF, {"Retry-After": "7"})
            case "ill":
                self.send(503 if first else 200, b"" if first else PDF)
            case "always-ill":
                self.send(500, b"")
            case "cut":
                self.send(200, PDF, length=len(PDF) + 100)
            case "slow":
                self.server.released.wait(5)
                self.send(200, PDF)

    def redirect(self, address: str) -> None:
        self.send(302, b"", {"Location": address})

    def send(self, status: int, body: bytes, headers: dict[str, str] | None = None, length: int | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.released = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.released.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def source(server: Server, waits: list[float]) -> DocumentServer:
    return DocumentServer(mirror=server.address, pause=0.5, timeout=0.4, attempts=3, limit=10_000, wait=waits.append)


def one(symbol: str, folder: Path, source: DocumentServer) -> Fetched:
    (found,) = fetch([symbol], folder, source=source)
    return found


@pytest.mark.parametrize("symbol", ["whole", "moved", "busy", "ill"])
def test_what_is_whole_is_written_and_told(symbol: str, tmp_path: Path, source: DocumentServer) -> None:
    found = one(symbol, tmp_path, source)
    assert (found.state, found.cause) == ("fetched", None)
    assert (tmp_path / f"{symbol}.en.pdf").read_bytes() == PDF
    (line,) = (tmp_path / MANIFEST).read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert (told["symbol"], told["sha256"], told["size"]) == (symbol, sha256(PDF).hexdigest(), len(PDF))
    assert told["address"].startswith(source.mirror)


FAULTS = [
    ("missing", "answered 404", 1),
    ("page", "a web page came in place of the document", 1),
    ("picture", "no PDF file", 1),
    ("endless", "without its end", 1),
    ("huge", "longer than 10,000 bytes", 1),
    ("circle", "redirected in a circle", 1),
    ("elsewhere", "https://example.org/file.pdf: not a server of the United Nations", 1),
    ("nowhere", "leads to what is no address", 1),
    ("private", "not a server of the United Nations", 1),
    ("always-ill", "answered 500", 3),
    ("cut", "the line was cut", 3),
    ("slow", "no answer within 0.4 seconds", 3),
]


@pytest.mark.slow
@pytest.mark.parametrize(("symbol", "cause", "attempts"), FAULTS)
def test_what_is_not_whole_leaves_nothing_and_stops_nothing(
    symbol: str, cause: str, attempts: int, tmp_path: Path, source: DocumentServer, server: Server
) -> None:
    failed, whole = fetch([symbol, "whole"], tmp_path, source=source)
    assert (failed.state, failed.path) == ("failed", None)
    assert failed.cause
    assert cause in failed.cause
    assert failed.cause.startswith(f"{symbol} (en): ")
    assert server.asked.count(symbol) == attempts
    assert whole.state == "fetched"
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "whole.en.pdf"]


def test_it_waits_as_it_is_told_and_longer_each_time(
    tmp_path: Path, source: DocumentServer, waits: list[float]
) -> None:
    one("busy", tmp_path, source)
    assert waits == [7.0]
    waits.clear()
    one("always-ill", tmp_path, source)
    assert waits == [1.0, 2.0]
    waits.clear()
    list(fetch(["moved"], tmp_path, languages=["en", "zh"], source=source))
    assert waits == [source.pause], "a pause between two requests, none before the first"


def test_what_is_there_is_not_asked_for_again(tmp_path: Path, source: DocumentServer, server: Server) -> None:
    one("whole", tmp_path, source)
    assert one("whole", tmp_path, source).state == "kept"
    assert server.asked == ["whole"]
    (tmp_path / "whole.en.pdf").write_bytes(PDF[:100])
    assert one("whole", tmp_path, source).state == "fetched"
    assert read_manifest(tmp_path)["whole.en.pdf"]["size"] == len(PDF)


MANIFESTS: list[tuple[Callable[[bytes], bytes], int, list[str]]] = [
    (lambda data: b"", 1, ["whole", "moved"]),
    (lambda data: data[:-1], 0, []),
    (lambda data: data[:-20], 1, ["moved"]),
    (lambda data: data.replace(b'"sha256"', b'"sha257"', 1), 1, ["whole"]),
    (lambda data: b"\xff" + data, 1, ["whole"]),
    (lambda data: b"[]\n7\n" + data, 1, []),
]


@pytest.mark.slow
@pytest.mark.parametrize(("damage", "lines", "asked"), MANIFESTS)
def test_of_a_damaged_manifest_what_is_whole_is_used(
    damage: Callable[[bytes], bytes],
    lines: int,
    asked: list[str],
    tmp_path: Path,
    source: DocumentServer,
    server: Server,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for symbol in ("whole", "moved"):
        one(symbol, tmp_path, source)
    path = tmp_path / MANIFEST
    path.write_bytes(damage(path.read_bytes()))
    server.asked.clear()
    for _ in range(2):
        assert [found.path is None for found in fetch(["whole", "moved"], tmp_path, source=source)] == [False, False]
    assert [symbol for symbol in server.asked if symbol in ("whole", "moved")] == asked
    assert capsys.readouterr().err.count("\n") == lines
    assert read_manifest(tmp_path).keys() == {"whole.en.pdf", "moved.en.pdf"}


def test_a_folder_in_the_place_of_the_manifest_is_told_of(tmp_path: Path, source: DocumentServer) -> None:
    (tmp_path / MANIFEST).mkdir()
    with pytest.raises(UnwritableError, match=r"manifest\.jsonl: cannot be written"):
        one("whole", tmp_path, source)


def test_an_address_of_the_united_nations_that_leads_to_a_private_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *args, **kwargs: [(0, 0, 0, "", ("10.0.0.1", 443))])
    found = one("A/RES/75/324", tmp_path, DocumentServer())
    assert found.cause
    assert "leads to a private address" in found.cause


def test_a_machine_without_a_network_gets_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **kwargs: object) -> None:
        raise OSError("Temporary failure in name resolution")

    monkeypatch.setattr(fetching.socket, "getaddrinfo", unknown)
    with pytest.raises(NoNetworkError, match="no network: "):
        one("A/RES/75/324", tmp_path, DocumentServer())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("values", "message"),
    [({"format": "odt"}, "odt: no such format; there are pdf, docx"), ({"languages": ["xx"]}, "xx: no such language")],
)
def test_what_has_no_address_is_said_before_anything_is_asked(
    values: dict[str, object], message: str, tmp_path: Path, source: DocumentServer, server: Server
) -> None:
    with pytest.raises(FetchError, match=message):
        list(fetch(["whole"], tmp_path, source=source, **values))  # type: ignore[arg-type]
    assert server.asked == []


def test_the_command_fetches_and_says_what_failed(tmp_path: Path, server: Server) -> None:
    symbols = ["75/324", "A/RES/75/325"]
    done = CliRunner().invoke(app, ["fetch", *symbols, "--to", str(tmp_path), "--mirror", server.address])
    assert done.exit_code == FetchError.exit_code
    assert f"fetched {tmp_path / 'A_RES_75_324.en.pdf'}" in done.stdout
    assert "A/RES/75/325 (en): " in done.stderr
