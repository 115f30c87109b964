"""What a notebook wants before it is a page: ids that stay, parameters, both languages, no number of its own."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ecoanalysis.errors import PlanError, UnreadableDocumentError
from ecoanalysis.lexicon import INTERFACE

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_RANDOM = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f-]+)?")  # as Jupyter gives them
_CODE = re.compile(r"```.*?```|`[^`]*`|\$[^$]*\$|\]\([^)]*\)|https?://\S+", re.DOTALL)
_NUMBER = re.compile(r"(?<![\w/.])\d+(?:[.,]\d+)*(?![\w/])\s?%?", re.ASCII)
_MEASURES = ("ecoanalysis.measures", "ecoanalysis.show.passages", "ecoanalysis.show.quality")

Cell = Mapping[str, Any]


def check_notebook(path: str | Path) -> list[str]:
    """Return what is missing for a notebook to be a page, a sentence each; nothing where all is there.

    Cells need ids that say what they are about, the first cell of code typed and commented parameters, each cell of
    words its language as a tag and its twin in the other; and a number that is stated comes from a measure.

    Raises
    ------
    UnreadableDocumentError
        Where there is no such file, or it cannot be read.
    PlanError
        Where the file is no notebook.
    """
    try:
        cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
        words = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except OSError as error:
        cause = f"cannot be read ({error.strerror})" if Path(path).exists() else "no such file"
        raise UnreadableDocumentError(f"{path}: {cause}") from None
    except (ValueError, KeyError, TypeError):
        raise PlanError(f"{path}: not a notebook") from None
    code = "\n".join(source for kind, source in words if kind == "code")
    faults = [*_ids(cells), *_parameters(cells), *_languages(cells)]
    faults += [fault for cell in cells for fault in _numbers(cell)]
    if "Markdown(" in code and not any(room in code for room in _MEASURES):
        faults.append(
            "a sentence is made, and nothing is imported from ecoanalysis.measures: who computed its numbers?"
        )
    return faults


def _name(cell: Cell) -> str:
    return f"cell {cell.get('id') or repr(_source(cell)[:30])}"


def _source(cell: Cell) -> str:
    return "".join(cell["source"])


def _tags(cell: Cell) -> list[str]:
    return [*cell.get("metadata", {}).get("tags", ())]


def _ids(cells: list[Cell]) -> Iterator[str]:
    seen = set[str]()
    for cell in cells:
        id = cell.get("id", "")
        if not id:
            yield f"{_name(cell)}: no id; give it one that says what it is about, such as by-committee"
        elif not _ID.fullmatch(id) or _RANDOM.fullmatch(id):
            yield f"{_name(cell)}: the id says nothing; lower-case words joined by hyphens, such as by-committee"
        elif id in seen:
            yield f"{_name(cell)}: two cells have this id"
        seen.add(id)


def _parameters(cells: list[Cell]) -> Iterator[str]:
    tagged = [cell for cell in cells if "parameters" in _tags(cell)]
    if len(tagged) != 1 or tagged[0] is not next((cell for cell in cells if cell["cell_type"] == "code"), None):
        yield "parameters: the first cell of code, and no other, carries the tag `parameters`"
        return
    source = _source(tagged[0])
    lines = source.splitlines()
    declared = set()
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        yield f"{_name(tagged[0])}: cannot be read as Python"
        return
    for statement in statements:
        first = lines[statement.lineno - 1]
        if not isinstance(statement, ast.AnnAssign):
            yield f"parameters: {first!r} has no type; write it as name: str = value  # what it is"
            continue
        declared.add(ast.unparse(statement.target))
        if "  # " not in first:
            yield f"parameters: {ast.unparse(statement.target)} has no comment that says what it is"
    if "language" not in declared:
        yield "parameters: no language; a page is made in each, and is told which: language: str"


def _languages(cells: list[Cell]) -> Iterator[str]:
    stems: dict[str, list[str]] = {language: [] for language in INTERFACE}
    for cell in cells:
        ours = [tag for tag in _tags(cell) if tag in INTERFACE]
        if cell["cell_type"] == "markdown" and not ours:
            yield f"{_name(cell)}: no language; tag it {' or '.join(INTERFACE)}"
        for tag in ours:
            id = cell.get("id", "")
            if not id.endswith(f"-{tag}"):
                yield f"{_name(cell)}: its id ends in -{tag}, as its tag does"
            stems[tag].append(id.removesuffix(f"-{tag}"))
    every = dict.fromkeys(stem for named in stems.values() for stem in named)
    for stem in every:
        if missing := [language for language, named in stems.items() if stem not in named]:
            yield f"cell {stem}: nothing in {' and '.join(missing)}"


def _numbers(cell: Cell) -> Iterator[str]:
    if cell["cell_type"] == "markdown":
        stated = _NUMBER.findall(_CODE.sub("", _source(cell)))
        if stated:
            yield (
                f"{_name(cell)}: {stated[0].strip()} is stated without a measure; compute it in a cell of code, or put "
                "what is no figure of the texts in `backticks`"
            )
        return
    try:
        tree = ast.parse(_source(cell))
    except SyntaxError:  # a magic: no sentence of ours
        return
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if ast.unparse(call.func).rpartition(".")[2] != "Markdown":
            continue
        stated = [number for words in _constants(call) for number in _NUMBER.findall(_CODE.sub("", words))]
        if stated:
            yield f"{_name(cell)}: {stated[0].strip()} is written into a sentence; compute it with a measure"


def _constants(call: ast.Call) -> Iterator[str]:
    """The words of a sentence that are written and not filled in."""
    for argument in call.args:
        inside = {
            id(node) for part in ast.walk(argument) if isinstance(part, ast.FormattedValue) for node in ast.walk(part)
        }
        for node in ast.walk(argument):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                yield node.value
