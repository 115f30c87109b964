"""Estimating what single words say of themes: as far as labelled paragraphs agree; no word that stands everywhere."""

from __future__ import annotations

import importlib
import json
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from ecoanalysis.extract.themes.theme_words import NONE
from ecoanalysis.lexicon import load

ROOT = Path(__file__).parents[2]
MATTERS = [("to keep ferries and their captains", "transport"), ("to keep herons and their nests", "environment")]


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    return importlib.import_module("weigh_theme_words")


@pytest.fixture
def labels(tmp_path: Path) -> tuple[Path, Path]:
    """Forty paragraphs whose words no theme has as terms, with the themes that a reader gave."""
    for made in ("labels", "texts"):
        (tmp_path / made).mkdir()
    lines = []
    for number in range(1, 41):
        matter, theme = MATTERS[number % 2]
        symbol = f"A/RES/77/{number}"
        text = f"{symbol}\n\n77/{number}. The valley\n\nThe General Assembly,\n\n1. Invites States {matter};\n"
        (tmp_path / "texts" / f"{number}.txt").write_text(text, encoding="utf-8")
        line = {"document": f"{number}.txt", "symbol": symbol, "paragraph": "1", "language": "en", "themes": [theme]}
        lines.append(json.dumps(line))
    (tmp_path / "labels" / "mine.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "labels", tmp_path / "texts"


def test_words_say_what_readers_gave_where_they_stood(
    tool: ModuleType, labels: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "EVERYWHERE", 0.6)
    paragraphs = tool.labelled([labels[0]], [labels[1]])
    model = tool.estimate(paragraphs)
    lines = tomllib.loads("\n".join(tool.word_lines(model, "en")))
    assert {word for word, says in lines.items() if says.get("transport", 0) > 0} == {"ferries", "captains"}
    assert {word for word, says in lines.items() if says.get("environment", 0) > 0} == {"herons", "nests"}
    assert tool.right(paragraphs, model) == 40 > tool.right(paragraphs, None)
    assert not list(tool.word_lines(model, "zh"))


def test_the_commands_figures_are_of_other_documents(
    tool: ModuleType, labels: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main([str(labels[0]), "--texts", str(labels[1])]) == 0
    printed = capsys.readouterr()
    assert "paragraphs of other documents, main theme right in" in printed.err
    assert not printed.out  # nothing is written that was not asked for


def test_without_a_labelled_paragraph_there_is_one_line(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main([str(tmp_path), "--texts", str(tmp_path)]) == 2
    assert "no labelled paragraph of a document below" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_words_that_ship_speak_of_themes_there_are(language: str) -> None:
    words = load(f"{language}/theme_words")["words"]
    assert len(words) > 500
    assert {theme for says in words.values() for theme in says} <= {*load("facts/themes"), NONE}
