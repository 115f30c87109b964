"""Estimating what decides between themes: numbers move as far as labelled paragraphs agree, and no others."""

from __future__ import annotations

import importlib
import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from ecoanalysis.extract.themes.term_uses import estimated_weights
from ecoanalysis.lexicon import load

ROOT = Path(__file__).parents[2]
TEXT = """77/{number}. The valley

The General Assembly,

1. Invites States to build museums near railways of the {place};
"""


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    return importlib.import_module("weigh_themes")


def write(folder: Path, mains: Sequence[str], aside: bool = False) -> tuple[Path, Path]:
    """A folder of labels and one of texts: of each text its paragraph 1, with its main theme."""
    labels, texts = folder / "labels", folder / "texts"
    for made in (labels, texts):
        made.mkdir()
    lines = []
    for number, main in enumerate(mains, 1):
        text = f"A/RES/77/{number}\n\n" + TEXT.format(number=number, place=("north", "south")[number % 2])
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
        line = {"document": f"{number}.txt", "symbol": f"A/RES/77/{number}", "paragraph": "1", "aside": aside}
        lines.append(json.dumps(line | {"themes": [main] if main else []}))
    (labels / "mine.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return labels, texts


def test_a_theme_that_readers_give_counts_more(tool: ModuleType, tmp_path: Path) -> None:
    """Museums stand first; forty readers say that it is about railways."""
    labels, texts = write(tmp_path, ["transport"] * 40)
    paragraphs, start = tool.labelled([labels], [texts]), estimated_weights()
    after = tool.estimate(paragraphs, start)
    assert (tool.first_is_main(paragraphs, start), tool.first_is_main(paragraphs, after)) == (0, 40)
    assert tool.across_documents(paragraphs, start) == 40
    assert after.counts["transport"] > 1 > after.counts["culture-science-education"]
    assert after.counts["health"] == start.counts["health"]  # nobody spoke of it
    assert tool.estimate(paragraphs, start) == after


def test_one_paragraph_moves_little(tool: ModuleType, tmp_path: Path) -> None:
    labels, texts = write(tmp_path, ["transport", "", "transport"])
    paragraphs = [paragraph for paragraph in tool.labelled([labels], [texts]) if paragraph.main]
    assert len(paragraphs) == 2  # what has no theme tells nothing of their order
    assert 1 <= tool.estimate(paragraphs, estimated_weights()).counts["transport"] < 1.2


def test_the_tables_are_printed_as_the_lexicon_has_them(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels, texts = write(tmp_path, ["transport"] * 12)
    assert tool.main([str(labels), "--texts", str(texts)]) == 0
    printed = capsys.readouterr()
    lexicon = ROOT / "ecoanalysis" / "lexicon" / "facts" / "theme_weights.toml"
    tables, ours = tomllib.loads(printed.out), tomllib.loads(lexicon.read_text(encoding="utf-8"))
    assert {key: set(tables[key]) for key in ("weights", "places")} == {
        key: set(ours[key]) for key in ("weights", "places")
    }
    assert "12 paragraphs" in printed.err


def test_what_is_kept_aside_is_not_read(tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels, texts = write(tmp_path, ["transport"] * 3, aside=True)
    assert tool.main([str(labels), "--texts", str(texts)]) == 2
    assert "no labelled paragraph" in capsys.readouterr().err


def test_of_documents_of_one_name_that_in_the_labels_language_is_read(tool: ModuleType, tmp_path: Path) -> None:
    labels, texts = write(tmp_path, ["transport"])
    line = json.loads((labels / "mine.jsonl").read_text(encoding="utf-8"))
    (labels / "mine.jsonl").write_text(json.dumps(line | {"language": "en", "sure": False}), encoding="utf-8")
    (texts / "zh").mkdir()
    (texts / "zh" / "1.txt").write_text(
        "A/RES/77/1\n\n77/1. 山谷\n\n大会，\n\n1. 邀请各国修建铁路；\n", encoding="utf-8"
    )
    assert [(each.main, each.worth) for each in tool.labelled([labels], [texts])] == [("transport", tool.UNSURE)]


def test_the_labels_that_ship_are_of_documents_that_are_not_kept_aside(tool: ModuleType) -> None:
    is_aside = importlib.import_module("sample_gold").is_aside
    for path in sorted((ROOT / "ecoanalysis" / "data" / "gold" / "themes").glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        places = [(line["symbol"], line["paragraph"]) for line in lines]
        assert places == sorted(set(places))
        assert all(set(line) == {"symbol", "document", "paragraph", "language", "themes", "sure"} for line in lines)
        assert all(line["language"] == path.stem and set(line["themes"]) <= set(load("facts/themes")) for line in lines)
        assert not any(is_aside(line["symbol"]) for line in lines)
