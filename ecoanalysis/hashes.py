"""Hashes of what things are made from: files of the package, documents of a corpus."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

PACKAGE = Path(__file__).parent

# What makes the facts of a document: all that these modules import, directly or not, in functions too.
_MAKERS = ("ecoanalysis.corpus.work",)
_MODULE, _NAMES = r"(ecoanalysis[\w.]*)", r"(\([^)]*\)|[^\n]*)"
_IMPORT = re.compile(rf"^\s*(?:from\s+{_MODULE}\s+import\s+{_NAMES}|import\s+{_MODULE})", re.M)
_TYPES = re.compile(r"^if TYPE_CHECKING:\n(?:[ \t].*\n|\n)+", re.MULTILINE)  # never run
_DATA = ("lexicon", "data/editions")  # what they read that is no source


def digest(paths: Iterable[Path], root: Path) -> str:
    """Return a hash of the names and contents of files, in the order given."""
    made = hashlib.sha256()
    for path in paths:
        made.update(path.relative_to(root).as_posix().encode())
        made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()[:16]


@cache
def extractor_version() -> str:
    """Return a hash of all that the facts of a document depend on besides the document.

    That is the source of every module that reading it imports, the data that these read, and the versions of the
    libraries that the package requires.

    Examples
    --------
    >>> len(extractor_version())
    16
    """
    sources = imported_files(_MAKERS)
    data = {path for folder in _DATA for path in (PACKAGE / folder).rglob("*.*") if path.suffix in (".toml", ".jsonl")}
    parts = [digest(sorted(sources | data), PACKAGE), *_libraries()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@cache
def source_version(*modules: str) -> str:
    """Return a hash of the source of modules of the package and of all that they import; computed once a process.

    Examples
    --------
    >>> source_version("ecoanalysis.model.shape") == source_version("ecoanalysis.model.facts")
    False
    """
    return digest(sorted(imported_files(modules)), PACKAGE)


def imported_files(modules: Iterable[str]) -> set[Path]:
    """Return the files of some modules of the package and of every module of it that they import, directly or not.

    Examples
    --------
    >>> sorted(path.name for path in imported_files(["ecoanalysis.model.shape"]))
    ['__init__.py', '__init__.py', 'shape.py']
    """
    files: dict[str, Path] = {}
    waiting = [name for module in modules for name in _with_parents(module)]
    while waiting:
        module = waiting.pop()
        if module not in files and (path := _file(module)):
            files[module] = path
            waiting += _imports(_TYPES.sub("", path.read_text(encoding="utf-8")))
    return set(files.values())


def _imports(source: str) -> Iterator[str]:
    """The modules that a source names, and those that the names it takes from them may be."""
    for taken_from, names, whole in _IMPORT.findall(source):
        yield from _with_parents(taken_from or whole)
        yield from (f"{taken_from}.{name}" for name in re.findall(r"\w+", names))


def _with_parents(module: str) -> Iterator[str]:
    steps = module.split(".")
    yield from (".".join(steps[:count]) for count in range(1, len(steps) + 1))


def _file(module: str) -> Path | None:
    place = PACKAGE.joinpath(*module.split(".")[1:])
    candidates = (place.with_suffix(".py"), place / "__init__.py") if place != PACKAGE else (place / "__init__.py",)
    return next((path for path in candidates if path.is_file()), None)


def _libraries() -> Iterator[str]:
    for requirement in requires("ecoanalysis") or ():
        name = re.split(r"[\s;<>=!~\[(]", requirement, maxsplit=1)[0]
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # a requirement of another system
            continue
