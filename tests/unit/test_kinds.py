"""Single kinds against readers: counted as the codebook scores them, and nothing said of what differs."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

from ecoanalysis.lexicon import load

ROOT = Path(__file__).parents[2]
TEXT = """A/RES/77/5

77/5. The valley

The General Assembly,

1. Requests the Secretary-General, as appropriate, to repair the railways by 3 May 2027;

2. Urges States not to close the Ferry Convention’s ports.
"""
PLACE = {"symbol": "A/RES/77/5", "document": "5.txt", "language": "en"}


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    return importlib.import_module("kinds")


ROWS = [
    # a line of the gold, and of each kind in it what is matched, expected and retrieved
    ({"paragraph": "1", "hedges": [{"surface": "as  appropriate", "kind": "discretion"}]}, {"hedges": (1, 1, 1)}),
    ({"paragraph": "1", "hedges": [{"surface": "as appropriate", "kind": "effort"}]}, {"hedges": (0, 1, 1)}),
    ({"paragraph": "1", "dates": [], "themes": ["transport"]}, {"dates": (0, 0, 1), "themes": (1, 1, 1)}),
    (
        {"paragraph": "2", "clauses": [{"verb": "Urges", "act_verb": "close", "polarity": "stop"}]},
        {"clauses": (1, 1, 1), "polarity": (1, 1, 1)},
    ),
    ({"paragraph": "2", "instruments": []}, {"instruments": (0, 0, 1)}),
]


@pytest.mark.parametrize(("line", "counts"), ROWS)
def test_a_line_is_counted_by_the_kinds_it_has(
    tool: ModuleType, tmp_path: Path, line: dict[str, object], counts: dict[str, tuple[int, int, int]]
) -> None:
    (tmp_path / "5.txt").write_text(TEXT, encoding="utf-8")
    tallies = tool.tallies([PLACE | {"key": "A"} | line], [tmp_path])
    assert {kind: (each.matched, each.expected, each.retrieved) for kind, each in tallies.items()} == counts


def test_what_is_not_at_hand_is_said(tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "mine.jsonl"
    gold.write_text(json.dumps(PLACE | {"key": "A/RES/77/5 1 en", "paragraph": "1", "dates": []}), encoding="utf-8")
    assert tool.main([str(gold), "--texts", str(tmp_path)]) == 0
    assert "A/RES/77/5 1 en: not at hand" in capsys.readouterr().err


def test_what_ships_is_kept_aside_and_speaks_of_themes_there_are(tool: ModuleType) -> None:
    is_aside = importlib.import_module("sample_gold").is_aside
    for path in sorted((ROOT / "ecoanalysis" / "data" / "gold" / "kinds").glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert all(is_aside(line["symbol"]) for line in lines)
        assert {theme for line in lines for theme in line.get("themes", ())} <= set(load("facts/themes"))
