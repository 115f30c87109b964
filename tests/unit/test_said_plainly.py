"""Pages say what was counted: what became of an obligation, up to when, by whom, and what no one asks any more."""

from __future__ import annotations

import polars as pl
import pytest

from ecoanalysis.lexicon.labels import labels
from ecoanalysis.publish import front
from ecoanalysis.show.dues import last_edition, state_of
from ecoanalysis.show.loom import loom
from ecoanalysis.show.passages import body, due, series
from ecoanalysis.show.row import Row
from ecoanalysis.show.sentence import sentence
from ecoanalysis.show.view import View, view_all, view_series

pytestmark = pytest.mark.slow
BOTH = pytest.mark.parametrize("language", ["zh", "en"])

# kind, status, days
PAST = [
    ("report", "met", 0),
    ("briefing", "unseen", None),
    ("agenda", "met", 0),
    ("review", "met", 0),
    ("expiry", "unseen", None),
]
STATES = {
    ("report", "met"): ("已注意到", "noted"),
    ("content", "met"): ("已注意到", "noted"),
    ("agenda", "met"): ("已有后续决议", "followed by an edition"),
    ("review", "met"): ("已有后续决议", "followed by an edition"),
    ("agenda", "open"): ("最近一份之后到期", "due after the latest edition"),
    ("agenda", "unseen"): ("未见提及", "no note found"),
}


def everything(language: str, agency: str = "") -> View:
    return view_all(agency=agency, language=language)


@pytest.mark.parametrize(("kind", "status"), STATES)
def test_a_report_is_noted_and_a_decision_followed(kind: str, status: str) -> None:
    assert tuple(state_of(labels(language), kind, status) for language in ("zh", "en")) == STATES[kind, status]


@BOTH
def test_no_edition_is_said_to_note_a_decision(language: str) -> None:
    frame = pl.DataFrame(PAST, schema=["kind", "status", "days"], orient="row")
    reports, decisions = due._answered(everything(language), frame)
    assert {
        "zh": "报告和通报有2项，1项已由后续决议注意到",
        "en": "Of 2 reports and briefings that fell due before, a later edition notes 1",
    }[language] in reports
    assert {
        "zh": "议程和审查决定有3项，2项在所定的那届会议上有后续决议通过",
        "en": "Of 3 decisions on the agenda or a review, an edition adopted at the session named followed 2",
    }[language] in decisions
    assert len(due._answered(everything(language), frame.filter(kind="agenda"))) == 1


@BOTH
def test_what_falls_due_is_said_as_of_the_latest_edition(language: str) -> None:
    view = everything(language)
    until = last_edition(view.opened)
    assert until == {"session": 79, "year": "2025"}
    said = view.labels("due.as_of", **until)
    assert said in due.coming(view).html
    assert said in series.obligations(view_series("eco", language=language)).html
    assert front.as_of(view.opened.corpus, language) == said
    assert {"zh": "第79届会议，2025年）", "en": "(session 79, 2025)"}[language] in due.about(view).html


@pytest.mark.parametrize(
    ("totals", "says"),
    [([2, 2, 2], "2 obligations fall due in every"), ([1], "1 obligation falls due"), ([1, 3], "From 1 to 3 fall due")],
)
def test_as_many_in_each_session_are_one_number(totals: list[int], says: str) -> None:
    assert says in due.level(everything("en"), pl.Series(totals)).html


@BOTH
def test_the_page_of_a_body_says_that_the_latest_edition_asks_it_nothing(language: str) -> None:
    """What the latest edition perhaps asks is said of each body named there, whoever else it asks by name."""
    symbol = "A/RES/79/330"
    silent = {"zh": "没有点名要求它做什么", "en": "asks it nothing by name"}[language]
    perhaps = {"zh": "可能也对它提出要求", "en": "Perhaps also"}[language]
    asked_no_more = body.latest(everything(language, "unfpa")).html
    assert silent in asked_no_more
    assert asked_no_more.index(symbol) < asked_no_more.index(perhaps) < asked_no_more.index("A/RES/77/330")
    asked_still = body.latest(everything(language, "undp")).html
    assert silent not in asked_still
    assert perhaps in asked_still


@BOTH
def test_the_other_language_is_counted_plainly(language: str) -> None:
    counted, kept = front._elsewhere(view_series("eco", language=language))
    assert {"zh": "0段提出要求", "en": "0 ask anyone to act"}[language] in counted
    assert ">19</a>" in kept


@BOTH
def test_mandates_that_stand_in_preambles_are_said_to_count(language: str) -> None:
    view = view_series("eco", language=language)
    assert view.labels("loom.preambular", count=1) in loom(view).html
    assert view.labels("finding.reborn") in series.survival(view).html


@pytest.mark.parametrize(
    ("language", "code", "whom", "act", "says"),
    [
        ("en", "D1", (), "", "Para. 1 <b>asks</b> (addressee unspecified)."),
        ("en", "D1", ("unspecified",), "build", "Para. 1 <b>asks</b> (addressee unspecified) to build …"),
        ("en", "D1", ("States",), "build", "Para. 1 <b>asks</b> States to build …"),
        ("en", "NEU", (), "", "Para. 1 <b>asks</b>."),
        ("zh", "D1", ("未指明",), "修建", "Para. 1<b>asks</b>（未指明对象）修建……"),
    ],
)
def test_a_sentence_says_that_nobody_is_named(
    language: str, code: str, whom: tuple[str, ...], act: str, says: str
) -> None:
    row = Row("A/RES/1/1", "1", "en", "asks", True, "asks", code, whom=whom, act=act)
    assert sentence(row, labels(language), "Para. 1") == says
