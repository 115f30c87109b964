"""Two languages of a text against each other: what agrees, why the rest does not, and which verb renders which."""

from __future__ import annotations

import shutil
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from ecoanalysis.evaluate.across_languages.bilingual import (
    NOTHING,
    Side,
    body_cause,
    compared,
    pair,
    pointed_at,
    sentences,
    symbol_cause,
)
from ecoanalysis.evaluate.across_languages.further_language import by_paragraph, measure, split
from ecoanalysis.evaluate.across_languages.verb_renderings import as_toml, rendered
from ecoanalysis.evaluate.against_readers.evaluation import Evaluation
from ecoanalysis.evaluate.quality_report import figures
from ecoanalysis.evaluate.unregistered_names import unregistered
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.facts import Clause
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_text
from ecoanalysis.show.quality.measured import figures as published

OPENING = "99/12. Lighthouses\n\nThe General Assembly,\n"
DATA = Path(__file__).resolve().parents[1] / "data"


def clauses(*sentences: str, opening: str) -> tuple[Clause, ...]:
    lines = [f"{number}. {sentence}" for number, sentence in enumerate(sentences, 1)]
    return extract_facts(parse_resolution(read_text("\n".join([opening, *lines])))).clauses


def english(*sentences: str) -> tuple[Clause, ...]:
    return clauses(*sentences, opening=OPENING)


def chinese(*sentences: str) -> tuple[Clause, ...]:
    return clauses(*sentences, opening="99/12. 灯塔\n\n大会，\n")


# Why a body is named in one language alone: id, language and text of the other, what that names, names without an id.
CAUSES = [
    ("undp", "en", "", {}, 0, "paragraph"),
    ("undp", "en", "Requests the Programme to help;", {"undp": 1}, 0, "repeated"),
    ("undp", "en", "Requests the Programme to help;", {}, 0, "short"),
    ("undp", "zh", "请该署提供帮助；", {}, 0, "short"),
    ("undp", "zh", "请该基金提供帮助；", {}, 1, "unregistered"),
    ("undp", "en", "Requests them to help;", {}, 0, "pronoun"),
    ("undp", "en", "Requests help;", {}, 0, "other"),
]


@pytest.mark.parametrize(
    ("language", "text", "pointed"),
    [
        ("en", "Requests the Council to help;", ["ecosoc"]),  # each form stands for one
        ("en", "Requests the Council to help the Council;", ["ecosoc", "security-council"]),
        ("en", "Requests the Committee to help;", []),
        ("zh", "请该理事会提供帮助；", ["ecosoc"]),
    ],
)
def test_which_bodies_a_short_form_stands_for(language: str, text: str, pointed: list[str]) -> None:
    assert list(pointed_at({"security-council", "ecosoc"}, language, text)) == pointed


def test_bodies_called_by_a_short_form_are_told_apart_in_pairs_of_sentences() -> None:
    rows = [
        ("安理会请各国参加。", "The Council asked States to attend."),
        ("安理会请各国参加。", "The Health Council asked States to attend."),
        ("安理会请各国参加。", "The Security Council asked States to attend."),
    ]
    counts = sentences(rows)
    assert counts["sentences", "short forms", "zh"] == 1
    assert figures._without_short_forms(counts) == 0.6667


@pytest.mark.parametrize(("id", "language", "text", "named", "unknown", "cause"), CAUSES)
def test_why_a_body_is_named_in_one_language_alone(
    id: str, language: str, text: str, named: dict[str, int], unknown: int, cause: str
) -> None:
    assert body_cause(id, language, text, Counter(named), unknown) == cause


@pytest.mark.parametrize(
    ("text", "cited", "pointing", "cause"),
    [
        ("", {}, 0, "paragraph"),
        ("回顾第83/5号决议，", {"A/RES/83/5": 1}, 0, "repeated"),
        ("回顾 83/5 号，", {}, 0, "unread"),
        ("回顾上述决议，", {}, 1, "pointer"),
        ("回顾决议，", {}, 0, "other"),
    ],
)
def test_why_a_symbol_is_cited_in_one_language_alone(
    text: str, cited: dict[str, int], pointing: int, cause: str
) -> None:
    side = Side("zh", text, NOTHING["zh"].kinds | {"citations": Counter(cited)}, (), 0, pointing)
    assert symbol_cause("A/RES/83/5", side) == cause


def test_classes_that_differ_are_told_with_their_verbs() -> None:
    sides = []
    for language, spoken in (("zh", chinese("欢迎灯塔。")), ("en", english("Notes the lighthouses."))):
        kinds = NOTHING[language].kinds | {"classes": Counter(clause.class_ for clause in spoken)}
        sides.append(Side(language, "…", kinds, spoken, 0, 0))
    counts = Counter(compared(*sides))
    assert counts["difference", "classes", "EVA", "NEU"] == 1
    assert counts["difference", "verbs", "EVA", "NEU", "欢迎", "notes"] == 1


def test_verbs_render_each_other_where_the_classes_run_alike() -> None:
    paths = Counter(rendered(chinese("请秘书长报告。"), english("Requests the Secretary-General to report.")))
    assert paths["rendering", "DIR", "DIR", "请", "requests", "head"] == 1
    assert paths["rendering", "DIR", "DIR", "请", "requests", "secretary_general"] == 1
    assert paths["bands", "head", "D3", "D3"] == 1
    assert not list(rendered(chinese("请秘书长报告。"), english("Notes the lighthouses.")))
    paths = Counter(rendered(chinese("指出灯塔不足。"), english("Notes the need for lighthouses.")))
    assert paths == {("rendering", "ASR", "NEU", "指出", "notes", "head"): 1}


def test_renderings_are_a_file_of_the_lexicon_without_what_was_met_once() -> None:
    paths = ("rendering", "DIR", "DIR", "请", "requests", "head"), ("rendering", "DIR", "DIR", "请", "asks", "head")
    counts = Counter(dict(zip(paths, (5, 1), strict=True)))
    for language, lemma, other in (("zh", "请", "requests"), ("en", "requests", "请")):
        entries = tomllib.loads(as_toml(counts, language))["rendering"]
        assert entries == [{"lemma": lemma, "class": "DIR", "head": {other: 5}}]


def test_pairs_of_sentences_agree_by_bodies_and_symbols() -> None:
    counts = sentences(
        [("回顾第83/5号决议和秘书长的报告", "Recalling resolution 83/5 and the report"), ("灯塔", "lamps")]
    )
    assert counts["sentences", "pairs"] == 2
    assert counts["sentences", "citations", "both"] == counts["sentences", "citations", "alike"] == 1
    assert counts["sentences", "difference", "secretary-general", "zh", "other"] == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Both languages of one file, as the United Nations set them, and a file in a language without rules."""
    for language in ("zh", "en"):
        (tmp_path / language).mkdir()
        shutil.copy(DATA / f"akn_{language}.xml", tmp_path / language / "A_RES_99_12.xml")
    return tmp_path


def test_what_is_counted_of_files_makes_the_figures(folder: Path) -> None:
    (folder / "en" / "broken.xml").write_text("<akomaNtoso/>", encoding="utf-8")
    counts = pair("A_RES_99_12", folder)
    assert counts["files", "pairs"] + counts["files", "unaligned"] == 1
    for path in sorted(folder.rglob("*.xml")):
        counts.update(figures.single(path))
    measured = figures.figures(counts, Evaluation((), (), ()), {})
    assert measured.keys() == published().keys() - {"links", "text_languages"}
    assert measured["structure"]["en"]["files"] == measured["structure"]["en"]["unreadable"] == 1
    assert measured["structure"]["zh"]["xml"]["kinds"]["paragraphs"]["f1"] == 1


def test_a_pair_of_which_one_cannot_be_read_is_counted(folder: Path) -> None:
    (folder / "zh" / "A_RES_99_12.xml").write_text("<akomaNtoso/>", encoding="utf-8")
    assert pair("A_RES_99_12", folder) == Counter({("files", "unreadable"): 1})


def test_names_without_an_id_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        f"{OPENING}\n1. Invites the International Lighthouse Keepers Organization to help.\n", encoding="utf-8"
    )
    assert unregistered(path) == Counter({("en", "International Lighthouse Keepers Organization"): 1})
    assert unregistered(tmp_path / "missing.txt") == Counter()


# A further language, held against another by position


def test_a_text_agrees_with_itself(folder: Path) -> None:
    measured = measure(sorted((folder / "zh").glob("*.xml")), folder / "zh", "zh")
    assert (measured.files, measured.paired) == (1, 1)
    figures_of_itself = ("detected", "paragraphs", "symbols", "dates", "classes", "forces", "sequence", "bodies")
    assert {measured.tallies[figure].f1 for figure in figures_of_itself} <= {1.0, None}
    assert measured.tallies["classes"].expected > 0


def test_files_of_another_language_are_left_out(folder: Path) -> None:
    assert measure(sorted(folder.rglob("*.xml")), folder / "zh", "zh").files == 1


def test_what_differs_is_kept_with_its_place(folder: Path) -> None:
    measured = measure([], folder, "zh")
    measured.add("dates", ("file", 1, "P1"), ["2029"], ["2030"])
    assert measured.unlike == [("dates", ("file", 1, "P1"), ["2029"], ["2030"])]
    assert measured.figures()["figures"]["dates"] == {
        "expected": 1, "found": 1, "matched": 0, "precision": 0.0, "recall": 0.0
    }  # fmt: skip


def test_facts_are_counted_in_their_paragraphs() -> None:
    text = f"{OPENING}\nRecalling its resolution 83/5 of 3 May 2029,\n\n1. Invites UNDP to go on.\n"
    paragraphs = by_paragraph([extract_facts(parse_resolution(read_text(text)))])
    recalled, invited = paragraphs[1, "P1", "preamble"], paragraphs[1, "1", "operative"]
    assert (recalled["symbols"], recalled["dates"], recalled["forces"]) == (
        ["A/RES/83/5"],
        ["2029-05-03"],
        [("REF", None)],
    )
    assert (invited["bodies"], invited["forces"]) == (["undp"], [("DIR", "D1")])


def test_every_third_file_is_kept_aside(tmp_path: Path) -> None:
    for name in "abcdef":
        (tmp_path / f"{name}.xml").touch()
    rules, aside = split(tmp_path)
    assert ("".join(path.stem for path in rules), "".join(path.stem for path in aside)) == ("abde", "cf")
