"""Rules of the house that a program can hold: no long functions, and names that say what the thing is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ecoanalysis

PACKAGE = Path(ecoanalysis.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LINES = 60
VAGUE = frozenset({"found", "one", "told", "said", "known", "own", "at", "held"})

# A word with two meanings, and the only rooms in which a module may be called by it.
MODULES_OF: dict[str, set[str]] = {
    "plain": set(),
    "reading": set(),
    "registry": set(),
    "index": set(),
    "search": set(),
    "labels": {"lexicon", "read/akn"},
    "tables": {"recurring"},
}
# Each language folder has a module of the same shape.
SAME_SHAPE = {"Rules"}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """What a module itself names, with the line: variables, parameters, functions, classes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name.lower(), node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_function_is_long(path: Path) -> None:
    sizes = {function.name: (function.end_lineno or 0) - function.lineno + 1 for function in functions(parsed(path))}
    assert {name: size for name, size in sizes.items() if size > LINES} == {}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_names_say_what_the_thing_is(path: Path) -> None:
    assert [(name, line) for name, line in names(parsed(path)) if name in VAGUE] == []


@pytest.mark.parametrize("word", MODULES_OF)
def test_a_module_has_a_word_of_its_own(word: str) -> None:
    rooms = {path.parent.relative_to(PACKAGE).as_posix() for path in MODULES if path.stem == word}
    assert rooms == MODULES_OF[word]


def test_a_class_has_a_word_of_its_own() -> None:
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for word in re.findall(r"^class ([A-Z]\w*)", path.read_text(encoding="utf-8"), re.MULTILINE):
            homes.setdefault(word, []).append(path.relative_to(PACKAGE).as_posix())
    assert {word: paths for word, paths in homes.items() if len(paths) > 1 and word not in SAME_SHAPE} == {}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_vague_names_would_be_seen() -> None:
    tree = ast.parse("def held(at):\n    found = at\n    return [one for one in found]\n")
    assert {name for name, _ in names(tree)} == {"held", "at", "found", "one"}
