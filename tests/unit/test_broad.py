"""Broad gold: what a reader writes of a paragraph against what the program finds there, and two readers."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from ecoanalysis.errors import GoldError
from ecoanalysis.evaluate.against_readers import broad_gold
from ecoanalysis.evaluate.against_readers.broad_gold import (
    KINDS,
    BroadGold,
    agree_broad,
    as_record,
    broad_files,
    facts_there,
    load_broad,
    paragraph_items,
    score_all,
    score_broad,
)
from ecoanalysis.evaluate.quality_report.evaluation_tables import broad_tables
from ecoanalysis.evaluate.scoring.items import Record, record_of
from ecoanalysis.evaluate.scoring.matching import match
from ecoanalysis.evaluate.scoring.scores import Tally
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.facts import Facts
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_text

KEY = "A/RES/99/12 1 en"
READ: dict[str, Any] = {
    "key": KEY,
    "clauses": [
        {
            "verb": "Requests",
            "class": "DIR",
            "band": "D3",
            "hedges": [
                {"surface": "as appropriate", "kind": "discretion"},
                {"surface": "make every effort", "kind": "effort"},
            ],
            "continuity": ["continue"],
            "addressees": [
                {
                    "surface": "Secretary-General",
                    "kind": "named",
                    "role": "core",
                    "name": "Secretary-General",
                    "type": "secretary-general",
                },
                {
                    "surface": "Governments of Chad and Peru",
                    "kind": "named",
                    "role": "core",
                    "type": "state",
                    "country": ["TCD", "PER"],
                },
            ],
            "act": "continue to submit a report on the lighthouses of",
            "act_verb": "continue",
            "polarity": "do",
            "report": {
                "kind": "report",
                "reporter": ["Secretary-General"],
                "recipient": ["General Assembly"],
                "due": "at its one hundredth session",
                "dues": [{"session": 100}],
            },
        },
        {
            "verb": "decides",
            "class": "DEC",
            "act": "to include the item",
            "act_verb": "include",
            "polarity": "do",
            "deadline": {"kind": "agenda", "due": "one hundredth session", "session": 100},
        },
    ],
    "agencies": [{"surface": "Secretary-General", "name": "Secretary-General"}],
    "citations": [{"kind": "resolution", "symbol": "A/RES/97/5", "surface": "resolution 97/5", "date": "2029-05-03"}],
    "dates": [{"surface": "3 May 2029", "date": "2029-05-03"}],
    "themes": ["transport", "ict"],
}


def otherwise(change: str, value: Any) -> dict[str, Any]:
    """The paragraph with a value changed, named by its path; a value of None takes it away."""
    other: Any = json.loads(json.dumps(READ))
    *path, last = change.split(".")
    place = other
    for step in path:
        place = place[int(step) if step.isdigit() else step]
    if value is None:
        del place[int(last) if last.isdigit() else last]
    else:
        place[int(last) if last.isdigit() else last] = value
    return dict(other)


def tallies(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Tally]:
    sides = [paragraph_items(as_record(side), "en", KINDS) for side in (first, second)]
    return match(sides[0], sides[1], KINDS)[0]


def test_every_kind_is_scored_and_a_paragraph_agrees_with_itself() -> None:
    scored = tallies(READ, READ)
    assert {kind for kind, tally in scored.items() if not tally.expected} == {
        "intensifiers", "named citations", "acts to stop"
    }  # fmt: skip
    assert {tally.f1 for tally in scored.values()} == {1.0, None}


# What a second reader has otherwise: where, what, and the kinds that then disagree as (matched, expected, retrieved).
OTHERWISE: list[tuple[str, Any, dict[str, tuple[int, int, int]]]] = [
    ("clauses.1.class", "ASR", {"classes": (1, 2, 2)}),
    ("clauses.0.band", "D2", {"classes": (1, 2, 2)}),
    (
        "clauses.1.verb",
        "also decides",
        dict.fromkeys(("clauses", "classes", "acts", "act verbs", "polarity"), (1, 2, 2)) | {"deadlines": (0, 1, 1)},
    ),
    ("clauses.0.hedges.0.kind", "mandate", {"hedge kinds": (1, 2, 2)}),
    ("clauses.0.hedges.0", None, {"hedges": (0, 1, 0), "hedge kinds": (1, 2, 1)}),
    ("clauses.0.hedges.1", None, {"hedge kinds": (1, 2, 1)}),  # an effort is no hedge
    ("clauses.0.continuity", [], {"continuity": (0, 1, 0)}),
    ("clauses.0.addressees.1.type", "states", {"addressee types": (1, 2, 2)}),
    ("clauses.0.addressees.1.country", ["TCD"], {"countries": (1, 2, 1)}),
    ("clauses.0.addressees.1.kind", "generic", {"addressee kinds": (1, 2, 2)}),
    ("clauses.0.addressees.0.name", "General Assembly", {"addressee kinds": (1, 2, 2)}),
    (
        "clauses.0.addressees.1",
        None,
        {
            "addressees": (1, 2, 1),
            "addressee kinds": (1, 2, 1),
            "addressee types": (1, 2, 1),
            "countries": (0, 2, 0),
        },
    ),
    ("clauses.0.act", "continue to submit the report on", {"acts": (1, 2, 2)}),
    ("clauses.0.act", "continue to submit a paper", {}),  # the fifth word is not scored
    ("clauses.0.act_verb", "submit", {"act verbs": (1, 2, 2)}),
    ("clauses.0.polarity", "stop", {"polarity": (1, 2, 2), "acts to stop": (0, 0, 1)}),
    ("clauses.0.report.kind", "briefing", {"report kinds": (0, 1, 1)}),
    ("clauses.0.report.reporter", ["the keepers"], {"reporters": (0, 1, 1)}),
    ("clauses.0.report.recipient", ["Security Council"], {"recipients": (0, 1, 1)}),
    ("clauses.0.report.dues", [{"session": 100}, {"date": "2046"}], {"report dues": (1, 1, 2)}),
    ("clauses.1.deadline.kind", "review", {"deadlines": (0, 1, 1)}),
    ("clauses.1.deadline.session", 101, {"deadlines": (0, 1, 1)}),
    ("agencies.0.name", "Security Council", {"agencies": (0, 1, 1)}),
    ("citations.0.symbol", "A/RES/97/6", {"citations": (0, 1, 1)}),
    ("dates.0.date", "2029-05", {"dates": (0, 1, 1)}),
    ("themes", ["ict", "transport"], {"main themes": (0, 1, 1)}),
    ("themes", ["transport"], {"themes": (1, 2, 1)}),
]


@pytest.mark.parametrize(("change", "value", "unlike"), OTHERWISE)
def test_what_differs_is_counted_where_it_belongs(
    change: str, value: Any, unlike: dict[str, tuple[int, int, int]]
) -> None:
    scored = tallies(READ, otherwise(change, value))
    assert {kind: tally for kind, tally in scored.items() if tally.f1 not in (None, 1.0)} == {
        kind: Tally(*counts) for kind, counts in unlike.items()
    }


def test_words_compare_without_their_layout() -> None:
    other = otherwise("clauses.0.addressees.1.surface", "Governments  of Chad and\nPeru")
    assert tallies(READ, other)["addressees"].f1 == 1


def test_in_chinese_an_act_is_scored_by_its_first_letters() -> None:
    clause = {"verb": "请", "class": "DIR", "band": "D3", "polarity": "do"}
    acts = ("提交一份关于灯塔的报告", "提交一份关于书籍的汇编", "提交两份关于灯塔的报告")
    sides = [
        paragraph_items(as_record({"key": "k", "clauses": [clause | {"act": act}]}), "zh", ["acts"]) for act in acts
    ]
    assert match(sides[0], sides[1], ["acts"])[0]["acts"] == Tally(1, 1, 1)
    assert match(sides[0], sides[2], ["acts"])[0]["acts"] == Tally(0, 1, 1)


# The program

TEXT = """99/12. Lighthouses

The General Assembly,

Recalling its resolution 97/5 of 3 May 2029,

1. Requests the Secretary-General to submit to the General Assembly at its one hundredth session a report;

2. Invites Member States to consider lighting the lamps.
"""
LINES: list[dict[str, Any]] = [
    {
        "paragraph": "1",
        "clauses": [
            {
                "verb": "Requests",
                "class": "DIR",
                "band": "D3",
                "addressees": [{"surface": "Secretary-General", "kind": "named", "role": "core"}],
                "polarity": "do",
            }
        ],
    },
    {
        "paragraph": "2",
        "aside": True,
        "clauses": [
            {
                "verb": "Invites",
                "class": "DIR",
                "band": "D2",
                "hedges": [{"surface": "to consider", "kind": "discretion"}],
                "addressees": [{"surface": "Member States", "kind": "generic", "role": "core"}],
                "polarity": "do",
            }
        ],
    },
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A stratum of two paragraphs of one text, the text beside it."""
    text = tmp_path / "A_RES_99_12.txt"
    text.write_text(TEXT, encoding="utf-8")
    place = {"symbol": "A/RES/99/12", "document": text.name, "sha256": hashlib.sha256(text.read_bytes()).hexdigest()}
    lines = [place | {"key": f"A/RES/99/12 {line['paragraph']} en"} | line for line in LINES]
    written(tmp_path / "enriched.en.jsonl", lines)
    return tmp_path


def written(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def texts(folder: Path) -> dict[str, Path]:
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.glob("*.txt")}


def test_the_program_is_scored_paragraph_by_paragraph(folder: Path) -> None:
    (scores,) = score_all(texts(folder), folder)
    estimates = scores.estimates()
    assert estimates["clauses"].tally == Tally(2, 2, 2)
    assert estimates["classes"].tally == Tally(1, 2, 2)  # the reader of the second has another band
    assert estimates["addressees"].tally == Tally(2, 2, 2)
    assert scores.lost == scores.absent == scores.unscored == ()
    assert "dates" not in estimates  # no line has dates, though the text has


def test_what_differs_in_paragraphs_kept_aside_is_counted_and_not_listed(folder: Path) -> None:
    (scores,) = score_all(texts(folder), folder)
    assert scores.estimates(aside=True)["classes"].tally == Tally(0, 1, 1)
    assert [each.item.paragraph for each in scores.listed().differences if each.item.kind == "classes"] == []


def test_kinds_that_the_program_has_no_field_for_are_not_scored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def older(facts: Facts) -> Record:
        record = record_of(facts)
        fields = ("act", "act_verb", "polarity")
        clauses = [{name: clause[name] for name in clause if name not in fields} for clause in record["clauses"]]
        return {**record, "clauses": [clause | {"deadline": None} for clause in clauses]}

    monkeypatch.setattr(broad_gold, "record_of", older)
    (scores,) = score_all(texts(folder), folder)
    unfilled = {"acts", "act verbs", "polarity", "acts to stop"}
    assert unfilled == {*unfilled, "deadlines"} - set(scores.kinds)


@pytest.mark.parametrize(("place", "expected"), [("1", 1), ("9", 0)])
def test_facts_of_a_paragraph_are_its_own(place: str, expected: int) -> None:
    record = record_of(extract_facts(parse_resolution(read_text(TEXT))))
    assert len(facts_there(record, place, KEY)["clauses"]) == expected


def test_a_paragraph_that_is_not_there_is_named_and_missed(folder: Path) -> None:
    gold = load_broad(folder / "enriched.en.jsonl")
    moved = BroadGold("random", "en", "", tuple(line | {"paragraph": "9"} for line in gold.paragraphs[:1]))
    scores = score_broad(moved, texts(folder))
    assert scores.lost == ("A/RES/99/12 1 en",)
    assert scores.estimates()["clauses"].tally == Tally(0, 1, 0)


def test_a_text_that_is_not_at_hand_is_said(folder: Path) -> None:
    (scores,) = score_all({}, folder)
    assert scores.absent == ("A/RES/99/12 1 en", "A/RES/99/12 2 en")
    assert scores.estimates() == {}


def test_a_text_that_cannot_be_read_is_said(folder: Path) -> None:
    broken = folder / "broken.txt"
    broken.write_bytes(b"\x00\x01\x02")
    (scores,) = score_all(dict.fromkeys(texts(folder), broken), folder)
    assert [key for key, _ in scores.unscored] == ["A/RES/99/12 1 en", "A/RES/99/12 2 en"]
    assert scores.paragraphs == ()


def test_it_is_printed_with_what_could_not_be_scored(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for here in (texts(folder), {}):
        (scores,) = score_all(here, folder)
        for table in broad_tables(scores):
            Console(width=120).print(table)
    printed = capsys.readouterr().out
    for words in (
        "enriched paragraphs, en: 2 of 2",
        "the 1 kept aside",
        "1 of 2, 1 too many",
        "not scored: 2 paragraphs of enriched paragraphs, en: no text at hand",
    ):
        assert words in printed


# Two readers


def test_two_readers_of_a_stratum_are_held_against_each_other(folder: Path) -> None:
    lines = [json.loads(line) for line in (folder / "enriched.en.jsonl").read_text(encoding="utf-8").splitlines()]
    written(folder / "enriched.en.first.jsonl", lines)
    lines[0]["clauses"][0] |= {"class": "DEC", "band": None}
    written(folder / "enriched.en.second.jsonl", lines[:1])
    assert [path.name for path in broad_files(folder)] == [
        "enriched.en.first.jsonl", "enriched.en.jsonl", "enriched.en.second.jsonl"
    ]  # fmt: skip
    (scores,) = score_all(texts(folder), folder)
    assert scores.agreement
    assert scores.agreement.scores.tallies["clauses"] == Tally(1, 1, 1)  # only what both have read
    assert scores.agreement.scores.tallies["classes"] == Tally(0, 1, 1)
    assert scores.agreement.kappa == 0
    assert scores.agreement.kappas["polarity"] == 1


def test_kappa_is_over_all_paragraphs() -> None:
    both = [{"key": str(number), "clauses": [{"verb": "v", "class": cls}]} for number, cls in enumerate(("REF", "DIR"))]
    first = BroadGold("random", "en", "a", tuple(both))
    assert agree_broad(first, first).kappa == 1
    second = BroadGold("random", "en", "b", tuple(line | {"clauses": both[1]["clauses"]} for line in both))
    assert agree_broad(first, second).kappa == 0


# Malformed files


@pytest.mark.parametrize(
    ("lines", "cause"),
    [
        (['{"key": '], "line 1: cannot be read as JSON"),
        (["[]"], "line 1: no object with key and clauses"),
        (['{"key": "a"}'], "line 1: no object with key and clauses"),
        (['{"key": "a", "clauses": []}'] * 2, "line 2: a stands there twice"),
        (['{"key": "a", "clauses": [], "dates": []}', '{"key": "b", "clauses": []}'], "line 2: b has other fields"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, lines: list[str], cause: str) -> None:
    path = tmp_path / "random.en.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(GoldError, match=rf"random\.en\.jsonl: {cause}"):
        load_broad(path)


def test_a_line_without_its_place_cannot_be_scored() -> None:
    gold = BroadGold("random", "en", "", (READ,))
    with pytest.raises(GoldError, match=r"random\.en: A/RES/99/12 1 en: symbol, sha256, paragraph is missing"):
        score_broad(gold, {})
