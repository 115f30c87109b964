"""What agrees with a gold, what is a miss and what is a false fact; and what a change gains and loses."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

import ecoanalysis as eco
from ecoanalysis import evaluate
from ecoanalysis.contract import to_contract
from ecoanalysis.corpus import bundled
from ecoanalysis.errors import CorpusError, EcoanalysisError
from ecoanalysis.evaluate import Evaluation, Scores, Tally, against, agree, kappa, normalise, run, score
from ecoanalysis.evaluate.quality_report.evaluation_tables import changed_kinds
from ecoanalysis.evaluate.revision import FactChange, sampled
from ecoanalysis.evaluate.scoring.items import FactKey
from ecoanalysis.gold import Gold, GoldMention, gold_files, load_gold
from ecoanalysis.model.facts import Facts, Mention

# A gold of one's own: two paragraphs, whose facts the tests change one at a time.
GOLD = """
[document]
symbol = "A/RES/75/1"
language = "zh"
source = "made.txt"
format = "txt"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"

[resolution]
title = "能源"

[title]
agencies = []

[[paragraph]]
id = "P1"
part = "preamble"
clauses = [{verb = "回顾", class = "REF"}]
citations = [{kind = "resolution", symbol = "A/RES/70/1", surface = "第70/1号决议", date = "2015-09-25"}]
dates = [{date = "2015-09-25", surface = "2015年9月25日"}]

[[paragraph]]
id = "1"
part = "operative"
clauses = [
  {verb = "注意到", class = "NEU"},
  {verb = "邀请", class = "DIR", band = "D1", hedges = ["考虑", "考虑"], addressees = [
    {surface = "联合国开发计划署", kind = "named", role = "core", agency = "undp"},
    {surface = "世界银行", kind = "named", role = "example", agency = "world-bank"},
  ]},
]
agencies = [
  {surface = "联合国开发计划署", agency = "undp", name = "United Nations Development Programme"},
  {surface = "世界银行", agency = "world-bank", name = "World Bank"},
]
themes = ["energy"]

[[footnote]]
number = "1"
paragraph = "1"
before = "开发计划署，"
"""

TEXT = """75/1. 能源

大会，

回顾2015年9月25日第70/1号决议，

1. 注意到能源，邀请联合国开发计划署，1 特别是世界银行考虑提供援助，并考虑利用能源；

__________________

1 见第70/1号决议。
"""


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    path = tmp_path / "A_RES_75_1.zh.toml"
    path.write_text(GOLD, encoding="utf-8")
    return load_gold(path)


@pytest.fixture(scope="module")
def sample() -> Facts:
    return eco.extract_facts(eco.parse_resolution(eco.sample()))


@pytest.fixture(scope="module")
def sample_gold() -> Gold:
    return load_gold(next(path for path in gold_files() if path.name == "A_RES_75_324.zh.toml"))


def reread(path: Path, old: str, new: str) -> Gold:
    """The gold of ``path`` with a passage changed."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    other = path.with_suffix(".second.toml")
    other.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_gold(other)


def listed(scores: Scores) -> list[tuple[str, str, str, str]]:
    return [
        ("missed" if one.missed else "false", one.item.paragraph, one.item.kind, one.item.shown)
        for one in scores.differences
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("第 73/330 号决议", "第73/330号决议"),
        ("联合国艾滋病毒／艾滋病联合规划署（艾滋病署）", "联合国艾滋病毒/艾滋病联合规划署(艾滋病署)"),
        ("2015–2030年", "2015-2030年"),
        ("Children’s Fund", "Children's Fund"),
        ("“能源”", '"能源"'),
        ("within\nexisting  resources", "within existing resources"),
    ],
)
def test_strings_compare_without_the_layout(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(("one", "other"), [("请", "邀请"), ("Requests", "requests"), ("第70/1号", "第70/11号")])
def test_words_still_differ(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


# What a second reading has otherwise (old, new), how it is counted, and how it is listed.
READINGS = [
    (
        '{verb = "注意到", class = "NEU"},\n',
        "",
        {"clauses": (2, 3, 2), "classes": (2, 3, 2), "paragraphs": (2, 2, 2)},
        [("missed", "1", "clauses", "注意到")],
    ),
    (
        'class = "NEU"',
        'class = "EVA"',
        {"clauses": (3, 3, 3), "classes": (2, 3, 3)},
        [("missed", "1", "classes", "注意到 · NEU"), ("false", "1", "classes", "注意到 · EVA")],
    ),
    (
        'band = "D1"',
        'band = "D2"',
        {"clauses": (3, 3, 3), "classes": (2, 3, 3)},
        [("missed", "1", "classes", "邀请 · DIR · D1"), ("false", "1", "classes", "邀请 · DIR · D2")],
    ),
    ('["考虑", "考虑"]', '["考虑"]', {"hedges": (1, 2, 1)}, [("missed", "1", "hedges", "考虑")]),
    ('["考虑", "考虑"]', '["考虑", "考虑", "酌情"]', {"hedges": (2, 2, 3)}, [("false", "1", "hedges", "酌情")]),
    (
        'surface = "世界银行", kind = "named", role = "example"',
        'surface = "世界银行", kind = "named", role = "core"',
        {"addressees": (2, 2, 2), "addressee kinds": (1, 2, 2)},
        [
            ("missed", "1", "addressee kinds", "世界银行 · named · example · world-bank"),
            ("false", "1", "addressee kinds", "世界银行 · named · core · world-bank"),
        ],
    ),
    (
        '{surface = "世界银行", agency = "world-bank", name = "World Bank"}',
        '{surface = "世界银行", agency = "wto"}',
        {"names": (2, 2, 2), "agencies": (1, 2, 2)},
        [("missed", "1", "agencies", "世界银行 · world-bank"), ("false", "1", "agencies", "世界银行 · wto")],
    ),
    (
        '{surface = "世界银行", agency = "world-bank", name = "World Bank"}',
        '{surface = "世界银行"}',
        {"names": (2, 2, 2), "agencies": (2, 2, 2)},
        [],
    ),
    (
        '{surface = "世界银行", agency = "world-bank", name = "World Bank"}',
        '{surface = "世界银行", agency = "ibrd-and-ida", name = "World Bank"}',
        {"agencies": (2, 2, 2)},
        [],
    ),
    (
        'symbol = "A/RES/70/1"',
        'symbol = "A/RES/70/11"',
        {"citations": (0, 1, 1)},
        [("missed", "P1", "citations", "A/RES/70/1"), ("false", "P1", "citations", "A/RES/70/11")],
    ),
    (
        'date = "2015-09-25"}]\ndates',
        'date = "2015"}]\ndates',
        {"citations": (1, 1, 1), "citation details": (0, 1, 1)},
        [
            ("missed", "P1", "citation details", "A/RES/70/1 · resolution · 2015-09-25"),
            ("false", "P1", "citation details", "A/RES/70/1 · resolution · 2015"),
        ],
    ),
    (
        'id = "P1"\npart = "preamble"',
        'id = "P1"\npart = "operative"',
        {"paragraphs": (1, 2, 2)},
        [("missed", "P1", "paragraphs", "preamble"), ("false", "P1", "paragraphs", "operative")],
    ),
    ('before = "开发计划署，"', 'before = "计划署，"', {"footnotes": (1, 1, 1)}, []),
    (
        'before = "开发计划署，"',
        'before = "世界银行"',
        {"footnotes": (0, 1, 1)},
        [("missed", "1", "footnotes", "1 · 开发计划署，"), ("false", "1", "footnotes", "1 · 世界银行")],
    ),
]


@pytest.mark.parametrize(("old", "new", "tallies", "differences"), READINGS)
def test_what_differs_is_counted_and_listed(
    gold: Gold, old: str, new: str, tallies: dict[str, tuple[int, int, int]], differences: list[Any]
) -> None:
    scores = agree(gold, reread(gold.path, old, new)).scores
    assert {kind: scores.tallies[kind] for kind in tallies} == {kind: Tally(*count) for kind, count in tallies.items()}
    assert listed(scores) == differences


def test_a_reading_agrees_with_itself(gold: Gold) -> None:
    agreement = agree(gold, gold)
    assert agreement.kappa == 1
    assert agreement.scores.differences == ()
    assert {tally.f1 for tally in agreement.scores.tallies.values()} == {1.0, None}


def test_facts_of_a_text_are_scored_against_its_gold(gold: Gold) -> None:
    scores = score(gold, eco.extract_facts(eco.parse_resolution(eco.read_text(TEXT))))
    whole = ("paragraphs", "clauses", "classes", "addressees", "agencies", "citations", "hedges", "footnotes", "dates")
    assert {kind: scores.tallies[kind].f1 for kind in whole} == dict.fromkeys(whole, 1.0)


def test_a_footnote_at_another_place_is_a_miss(gold: Gold) -> None:
    text = TEXT.replace("开发计划署，1 特别是世界银行", "开发计划署，特别是世界银行1 ")
    scores = score(gold, eco.extract_facts(eco.parse_resolution(eco.read_text(text))))
    assert [line for line in listed(scores) if line[2] == "footnotes"] == [
        ("missed", "1", "footnotes", "1 · 开发计划署，"),
        ("false", "1", "footnotes", "1 · 别是世界银行"),
    ]


def test_each_occurrence_counts(sample: Facts, sample_gold: Gold) -> None:
    first = sample.agencies[0]
    twice = replace(sample, agencies=(*sample.agencies, replace(first, paragraph="P1"), replace(first, paragraph="P1")))
    before, after = (score(sample_gold, facts).tallies["agencies"] for facts in (sample, twice))
    assert after == Tally(before.matched, before.expected, before.retrieved + 2)


def test_ids_that_agree_are_paired_before_bodies_without_one(sample: Facts, sample_gold: Gold) -> None:
    names = (("经社会", None), ("经社会", "escap"), ("经社会", None))
    paragraph = replace(sample_gold.paragraphs[0], agencies=tuple(GoldMention(*name) for name in names))
    found = tuple(Mention(0, 3, "经社会", agency, "P1") for agency in ("escap", "ece", None))
    scores = score(
        replace(sample_gold, paragraphs=(paragraph,)), replace(sample, agencies=found, clauses=(), citations=())
    )
    assert scores.tallies["agencies"] == Tally(3, 3, 3)


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(3, 4, 6), 0.5, 0.75, 0.6),
        (Tally(0, 4, 0), None, 0.0, 0.0),
        (Tally(0, 0, 2), 0.0, None, 0.0),
        (Tally(), None, None, None),
    ],
)
def test_figures(tally: Tally, precision: float | None, recall: float | None, f1: float | None) -> None:
    assert (tally.precision, tally.recall, tally.f1) == (precision, recall, f1)


def test_a_languages_figure_is_over_the_facts_of_all_its_documents() -> None:
    tallies = [
        dict.fromkeys((*evaluate.HEADLINE, *evaluate.DETAILS), tally) for tally in (Tally(1, 1, 1), Tally(1, 9, 1))
    ]
    evaluation = Evaluation(tuple(Scores("A/RES/1/1", "en", one, ()) for one in tallies), (), ())
    assert evaluation.totals("en")["clauses"] == Tally(2, 10, 2)
    assert evaluation.totals("en")["clauses"].f1 == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([("DIR", "DIR"), ("REF", "REF")], 1.0),
        ([("DIR", "DIR"), ("DIR", "DIR")], 1.0),
        ([("DIR", "REF"), ("REF", "DIR")], -1.0),
        ([("DIR", "DIR"), ("DIR", "REF"), ("REF", "DIR"), ("REF", "REF")], 0.0),
        ([], 1.0),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs: list[tuple[str, str]], value: float) -> None:
    assert kappa(pairs) == pytest.approx(value)


def test_the_bundled_text_is_scored_and_the_others_are_named() -> None:
    evaluation = run()
    assert [scores.symbol for scores in evaluation.documents] == ["A/RES/75/324"]
    assert ("A_RES_52_19.en.toml", "its text (A_RES_52_19.txt) is not at hand; --texts DIR names a folder") in (
        evaluation.unscored
    )
    assert [agreement.scores.symbol for agreement in evaluation.agreements] == ["A/RES/75/324", "A/RES/77/162"]


def test_no_miss_in_the_bundled_text() -> None:
    scores = run().documents[0]
    wanted = (*evaluate.HEADLINE, "names", "reports", "report details", "footnotes", "dates", "header")
    assert [line for line in listed(scores) if line[2] in wanted] == []


@pytest.mark.slow
def test_texts_are_found_by_what_they_are_not_by_their_names(tmp_path: Path, shared: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "renamed.txt").write_bytes((shared / "texts" / "en" / "A_RES_52_19.txt").read_bytes())
    assert [scores.symbol for scores in run(tmp_path).documents] == ["A/RES/52/19", "A/RES/75/324"]


def test_a_folder_of_texts_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such folder"):
        run(tmp_path / "missing")


def test_the_report_names_every_figure_and_miss(gold: Gold, capsys: pytest.CaptureFixture[str]) -> None:
    scores = agree(gold, reread(gold.path, 'class = "NEU"', 'class = "EVA"')).scores
    evaluation = Evaluation((scores,), (("B.toml", "[bold] is no markup here"),), ())
    Console(width=200).print(evaluate.report(evaluation))
    printed = capsys.readouterr().out
    for words in (
        "All documents, zh",
        "0.667",
        "A/RES/75/1",
        "注意到 · NEU",
        "not scored: B.toml: [bold] is no markup here",
    ):
        assert words in printed
    Console(width=200).print(evaluate.report(evaluation, misses=False))
    assert "注意到 · NEU" not in capsys.readouterr().out


def test_the_exit_status_is_0_unless_a_floor_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    low = dict.fromkeys((*evaluate.HEADLINE, *evaluate.DETAILS), Tally(9, 10, 10))
    monkeypatch.setattr(evaluate, "run", lambda texts: Evaluation((Scores("A/RES/1/1", "zh", low, ()),), (), ()))
    assert [evaluate.main(fail_under=floor) for floor in (0.0, 0.9, 0.91)] == [0, 0, 1]


# Against another revision

# A package that prints what it is told: an older revision of ours.
ECHO = "from pathlib import Path\nprint(Path(__file__).with_name('facts.json').read_text(encoding='utf-8'), end='')\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A checkout whose only revision finds other facts in the bundled text: one verb less, one agency more."""
    record = to_contract(eco.extract_facts(eco.parse_resolution(eco.sample())))
    record["clauses"] = record["clauses"][:-1]
    record["agencies"] = [
        *record["agencies"],
        record["agencies"][-1] | {"paragraph": "39", "surface": "国际联盟", "agency": None},
    ]
    package = tmp_path / "checkout" / "old"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(ECHO, encoding="utf-8")
    (package / "facts.json").write_text(json.dumps(record) + "\n", encoding="utf-8")
    git(package.parent, "init", "--quiet")
    git(package.parent, "add", "--all")
    git(package.parent, "commit", "--quiet", "--message", "old")
    (package / "facts.json").unlink()  # the revision counts, not what lies in the folder now
    return package


@pytest.mark.program("git")
def test_facts_gained_and_lost_since_a_revision(older: Path) -> None:
    changes = against("HEAD", [bundled() / "A_RES_75_324.txt"], older)
    source = "A_RES_75_324.txt 1 zh"
    assert [(one.gained, one.source, one.item.kind, one.item.shown) for one in changes] == [
        (True, source, "act verbs", "决定 · 列入"),
        (False, source, "agencies", "国际联盟"),
        (True, source, "classes", "决定 · DEC"),
        (True, source, "clauses", "决定"),
        (True, source, "deadlines", "决定 · agenda · 77"),
        (False, source, "names", "国际联盟"),
        (True, source, "polarity", "决定 · do"),
    ]


@pytest.mark.program("git")
def test_a_text_that_is_refused_has_lost_its_facts(older: Path, tmp_path: Path) -> None:
    refused = tmp_path / "empty.txt"
    refused.touch()
    changes = against("HEAD", [refused], older)
    assert changes
    assert not any(change.gained for change in changes)


def test_a_sample_is_the_same_at_every_call_and_no_more_than_there_is() -> None:
    texts = {digest: Path(digest) for digest in ("c", "a", "b")}
    assert sampled(texts, 2) == [Path("a"), Path("b")] == sampled(dict(reversed(texts.items())), 2)
    assert len(sampled(texts, 9)) == 3


def test_changes_are_counted_by_kind() -> None:
    fact = FactKey("themes", "1", ("energy",))
    counted = changed_kinds(
        "HEAD", [FactChange("a", fact, True), FactChange("a", fact, False), FactChange("b", fact, True)]
    )
    assert [list(column.cells) for column in counted.columns] == [["themes"], ["2"], ["1"]]


@pytest.mark.program("git")
@pytest.mark.parametrize(
    ("revision", "cause"),
    [("no-such-branch", "there is no revision 'no-such-branch'"), ("--all", "there is no revision")],
)
def test_a_revision_that_is_not_there(older: Path, revision: str, cause: str) -> None:
    with pytest.raises(EcoanalysisError, match=cause):
        against(revision, [bundled() / "A_RES_75_324.txt"], older)


@pytest.mark.program("git")
def test_a_package_outside_a_checkout(tmp_path: Path) -> None:
    with pytest.raises(EcoanalysisError, match="needs a git checkout"):
        against("HEAD", [bundled() / "A_RES_75_324.txt"], tmp_path)


@pytest.mark.program("git")
def test_a_revision_that_fails(older: Path) -> None:
    (older / "__main__.py").write_text("raise SystemExit('no such command')", encoding="utf-8")
    git(older.parent, "commit", "--quiet", "--all", "--message", "broken")
    with pytest.raises(EcoanalysisError, match="extracts nothing: no such command"):
        against("HEAD", [bundled() / "A_RES_75_324.txt"], older)
