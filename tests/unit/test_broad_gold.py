"""The broad gold: single paragraphs of all committees, two readings and the settled one, cut to surfaces."""

from __future__ import annotations

import hashlib
import importlib
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

from ecoanalysis import gold
from ecoanalysis.evaluate import normalise
from ecoanalysis.lexicon import load
from ecoanalysis.model.facts import DeadlineKind, PartyType, Polarity, ReportKind
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document

BROAD = Path(gold.__file__).parent / "data" / "gold" / "broad"
FILES = sorted(BROAD.glob("*.jsonl"))
RAW = sorted((BROAD / "raw").glob("*.jsonl"))
each_settled = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_file = pytest.mark.parametrize("path", [*FILES, *RAW], ids=lambda path: path.stem)

Line = dict[str, Any]


def lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def clauses(path: Path) -> list[Line]:
    return [clause for line in lines(path) for clause in line["clauses"]]


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    return importlib.import_module("broad_gold")


def test_five_samples_of_each_language() -> None:
    assert {path.stem: len(lines(path)) for path in FILES} == {
        "asking.en": 160,
        "asking.zh": 160,
        "enriched.en": 170,
        "enriched.zh": 170,
        "fresh.en": 158,
        "fresh.zh": 137,
        "random.en": 120,
        "random.zh": 120,
        "unseen.en": 200,
        "unseen.zh": 200,
    }


@each_settled
def test_a_document_is_drawn_once_in_each_turn_and_kept_aside_as_a_whole(path: Path, tool: ModuleType) -> None:
    rows = lines(path)
    turns = {"unseen.en": 2, "unseen.zh": 2, "fresh.en": 3, "fresh.zh": 2}.get(path.stem, 1)
    assert max(Counter(row["symbol"] for row in rows).values()) == turns
    assert len({row["key"] for row in rows}) == len(rows)
    assert [row["key"] for row in rows if row["aside"] != tool.is_aside(row["symbol"])] == []
    share = sum(row["aside"] for row in rows) / len(rows)
    assert share == 1 if turns > 1 else 0.25 < share < 0.45
    assert all(("weight" in row) != path.stem.startswith("enriched") for row in rows)


def test_no_document_is_in_two_samples_of_a_language_or_in_the_whole_document_gold() -> None:
    whole = {gold.load_gold(path).document.symbol for path in gold.gold_files()}
    for language in ("zh", "en"):
        samples = {path.stem: lines(path) for path in FILES if path.stem.endswith(language)}
        aside = [row["key"] for stratum in ("fresh", "unseen") for row in samples[f"{stratum}.{language}"]]
        assert len(set(aside)) == len(aside)  # of one document, in Chinese, but no paragraph twice
        if language == "zh":
            samples["unseen.zh"] += samples.pop("fresh.zh")
        drawn = [{row["symbol"] for row in rows} for rows in samples.values()]
        assert len(set().union(*drawn)) == sum(map(len, drawn))
        assert not whole & set().union(*drawn)


@each_file
def test_the_words_of_the_codebook(path: Path) -> None:
    for clause in clauses(path):
        assert (clause["class"] == "DIR") == ("band" in clause), clause
        asks_or_decides = clause["class"] in ("DIR", "DEC")
        assert asks_or_decides >= ("polarity" in clause), clause
        assert ("polarity" in clause) == asks_or_decides or path in RAW, clause  # a reader may have left it open
        assert clause.get("polarity", "do") in get_args(Polarity)
        for hedge in clause.get("hedges", ()):
            assert set(hedge["kind"].split("+")) <= set(gold.HEDGE_KINDS)
        for party in clause.get("addressees", ()):
            assert (party["kind"] == "unspecified") == ("surface" not in party) == ("type" not in party), party
            assert party.get("type", "mixed") in get_args(PartyType)
            assert "country" not in party or party["type"] == "state", party
        assert clause.get("report", {"kind": "report"})["kind"] in get_args(ReportKind)
        assert clause.get("deadline", {"kind": "agenda"})["kind"] in get_args(DeadlineKind)
    themes = {theme for line in lines(path) for theme in line.get("themes", ())}
    assert themes <= set(load("facts/themes"))


@each_file
def test_surfaces_never_sentences(path: Path) -> None:
    language = path.stem.split(".")[1]
    acts = [clause["act"] for clause in clauses(path) if "act" in clause]
    assert [act for act in acts if (len(act) > 6 if language == "zh" else len(act.split()) > 4)] == []
    assert all("note" not in line for line in lines(path))


def test_the_agreement_is_that_of_the_readings(tool: ModuleType) -> None:
    about = json.loads((BROAD / "about.json").read_text(encoding="utf-8"))
    for sample, table in about["agreement"].items():
        assert tool.agreement(*(tool.raw_file(*sample.split("."), reader) for reader in "AB")) == table
    assert tool.as_markdown(about["agreement"]) in (Path(__file__).parents[2] / "docs" / "gold.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("sizes", "wanted", "chances"),
    [
        ([1, 1, 2], 2, [0.5, 0.5, 1.0]),
        ([10, 1, 1], 2, [1.0, 0.5, 0.5]),
        ([3, 3], 2, [1.0, 1.0]),
    ],
)
def test_chances_follow_the_number_of_paragraphs(
    tool: ModuleType, sizes: list[int], wanted: int, chances: list[float]
) -> None:
    assert importlib.import_module("sample_gold").chances(sizes, wanted) == chances


@pytest.mark.thorough
@each_settled
def test_every_surface_stands_in_its_paragraph(path: Path, shared: Path) -> None:
    missing = []
    for row in lines(path):
        folders = (shared / "unxml" / row["language"], shared / "pdf" / "xml")  # the other session of the fresh sample
        source = next(place for folder in folders if (place := folder / row["document"]).exists())
        assert hashlib.sha256(source.read_bytes()).hexdigest() == row["sha256"]
        found = parse_resolutions(read_document(source))
        resolution = next(one for one in found if one.symbol == row["symbol"])
        paragraph = resolution.paragraph(row["paragraph"])
        text = paragraph.text
        parent = paragraph.parent
        while parent:
            text, parent = resolution.paragraph(parent).text + text, resolution.paragraph(parent).parent
        missing += [
            (row["key"], surface) for surface in surfaces(row) if surface and normalise(surface) not in normalise(text)
        ]
    assert missing == []


def surfaces(row: Line) -> list[str]:
    words = [one["surface"] for kind in ("agencies", "citations", "dates") for one in row.get(kind, ())]
    for clause in row["clauses"]:
        words += [clause["verb"], clause.get("act", ""), *clause.get("intensifiers", ()), *clause.get("continuity", ())]
        words += [one["surface"] for one in clause.get("hedges", ())]
        words += [one.get("surface", "") for one in clause.get("addressees", ())]
    return words
