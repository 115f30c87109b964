"""Languages: told by what is theirs, named where there are no rules for them, and known nowhere but in the lexicon."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import ecoanalysis as eco
from ecoanalysis.errors import LanguageError, UnknownLanguageError
from ecoanalysis.lexicon import INTERFACE, decode, detect, language_of, languages, load, named_by_file
from ecoanalysis.lexicon.bodies import describe, registry

PACKAGE = Path(str(files("ecoanalysis")))
LEXICON = PACKAGE / "lexicon"

TOLD = [
    ("The General Assembly, recalling its resolutions on lakes, requests a report on the state of them", "en"),
    ("大会，回顾其关于湖泊的决议，请秘书长提交关于湖泊状况的报告", "zh"),
    ("大会，请 UNESCO 和 UNDP 支持 Lake Basin Initiative", "zh"),
    (
        "L’Assemblée générale, rappelant ses résolutions sur les lacs, prie les États de coopérer",
        "fr",
    ),
    ("1234 56/78", "en"),
]
NAMED = [  # the United Nations write their resolutions in none of these
    (
        "Die Generalversammlung, unter Hinweis auf ihre Resolutionen über Seen, ersucht um einen Bericht",
        "German",
    ),
    ("総会は、湖沼に関する決議を想起し、湖沼の状況に関する報告書を要請する", "Japanese"),
    (
        "A Assembleia Geral, recordando as suas resoluções sobre os lagos, solicita um relatório",
        "Portuguese",
    ),
    ("大會，回顧其關於湖泊的決議，請秘書長提交關於湖泊狀況的報告", "Traditional Chinese"),
]


@pytest.mark.parametrize(("text", "code"), TOLD)
def test_a_text_is_told_by_its_words(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_language_without_rules_is_named_in_one_line(text: str, name: str) -> None:
    ours = ", ".join(sorted(language_of(code).name for code in languages()))
    said = re.escape(f"lake.txt: in {name}; no rules for it yet (there are rules for: {ours})")
    with pytest.raises(UnknownLanguageError, match=f"^{said}$"):
        eco.read_text(f"{text} " * 3, "lake.txt")


@pytest.mark.parametrize(("code", "language"), [("zho", "zh"), ("chi", "zh"), ("eng", "en"), ("fra", "fr"), ("", None)])
def test_what_a_file_says_it_is_in(code: str, language: str | None) -> None:
    assert named_by_file(code) == language


def test_a_file_that_says_it_is_in_another_is_believed() -> None:
    with pytest.raises(UnknownLanguageError, match="in Portuguese"):
        named_by_file("por")


def test_an_unknown_code_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(LanguageError, match=f"xx: no such language here; there are: {', '.join(languages())}"):
        language_of("xx")


def test_an_older_encoding_is_told_by_what_it_decodes_to() -> None:
    words = "大会，回顾其决议，请秘书长提交关于湖泊的报告。"
    assert decode(words.encode("gb18030")) == words
    assert decode("caf\xe9, r\xe9sum\xe9".encode("latin-1")) is None


@pytest.mark.shared
@pytest.mark.parametrize("code", ["fr", "es", "ru", "ar"])
def test_six_languages_are_told_apart(shared: Path, code: str) -> None:
    """Whatever the file states: from the words alone."""
    from babel import Locale
    from lxml import etree

    expected = code if code in languages() else Locale.parse(code).get_language_name("en")
    wrong = []
    for path in sorted((shared / "unxml6" / code).glob("*.xml"))[::12]:
        root = etree.parse(str(path), etree.XMLParser(recover=True)).getroot()
        words = " ".join(etree.tostring(root, method="text", encoding="unicode").split())
        try:
            told = detect(words)
        except UnknownLanguageError as error:
            told = str(error).split(" in ")[1].split(";")[0]
        wrong += [(path.name, told)] if told != expected else []
    assert wrong == []


# The folder of a language


def test_the_languages_of_the_interface_are_two() -> None:
    assert INTERFACE == ("zh", "en")
    assert set(INTERFACE) <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_names_belong_to_bodies_that_are_registered(language: str) -> None:
    assert set(language_of(language).bodies) <= {body.id for body in registry()}
    assert set(language_of(language).themes) <= set(load("facts/themes"))


def patterns(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("examples", "counter_examples"):
                yield from patterns(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from patterns(inner)


FILES = [
    path
    for folder in ("default", *languages())
    for path in sorted((LEXICON / folder).glob("*.toml"))
    if path.stem not in ("themes", "renderings", "series")
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_long_pattern_is_a_fragment_that_has_no_name_yet(path: Path) -> None:
    written = list(patterns(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert [pattern for pattern in written if len(pattern) > 120] == []
    assert [pattern for pattern in written if "(?!x)x" in pattern] == []  # no key means none


FILLED_BY_CODE = {"month_names", "number"}  # and all of [akn]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_stands_in_braces_is_a_fragment_of_the_file(path: Path) -> None:
    """Copied without its fragments, a pattern means something else, and nothing would say so."""
    table = load(f"{path.parent.name}/{path.stem}")
    composed = patterns({key: value for key, value in table.items() if key != "akn"})
    assert {name for pattern in composed for name in re.findall(r"{([a-z_]+)}", pattern)} <= FILLED_BY_CODE


# Nothing outside the lexicon names a language of texts, or its letters

CODES = {*languages(), "ar", "en", "es", "fr", "ru", "zh"}
LETTERS = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff]-[\u0370-\u1fff\u2e80-\uffef]|\\u[3-9a-d][0-9a-f]{3}-\\u")
ALLOWED = {("fetch.py", "en"), ("cli.py", "en")}  # what fetch asks for where nobody says


def literals(path: Path) -> Iterator[str]:
    source = path.read_text(encoding="utf-8")
    tree, lines = ast.parse(source), source.splitlines()
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            written = "\n".join(lines[node.lineno - 1 : node.end_lineno])
            if (node.value in CODES and (path.name, node.value) not in ALLOWED) or LETTERS.search(written):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}: {written.strip()[:60]}"


@pytest.mark.slow
def test_no_code_outside_the_lexicon_names_a_language_or_its_letters() -> None:
    code = [path for path in PACKAGE.rglob("*.py") if LEXICON not in path.parents]
    assert [found for path in code for found in literals(path)] == []


def test_a_body_can_be_looked_up_whole() -> None:
    assert describe("联合国贸易和发展会议") == describe("unctad")
    for words in (
        "unctad: fund-or-programme",
        "Chinese: 联合国贸易和发展会议",
        "English: United Nations Conference on Trade",
    ):
        assert words in describe("unctad")
