"""The row of a clause: in the reader's language, no id, no code without its word, nothing that cannot be read."""

from __future__ import annotations

import re

import polars as pl
import pytest

from ecoanalysis.editions import read_editions
from ecoanalysis.lexicon import theme_names
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.show.row import ROW_TABLES, ClauseRows, clause_rows, group_name, rows_beside

HAN = re.compile(r"[\u4e00-\u9fff]")
CODES = re.compile(r"\b(?:[DM][0-5]|REF|NEU|EVA|ASR|DIR|DEC)\b")

ROWS = [
    ("en", "A/RES/79/330", "10", ["takes note · Erzurum Declaration · tourism · 26 April 2025"]),
    ("zh", "A/RES/79/330", "10", ["表示注意到 · 《埃尔祖鲁姆宣言》 · 旅游 · 2025年4月26日"]),
    ("en", "A/RES/50/1", "3", ["requests → Secretary-General · promote · cooperation and coordination"]),
    ("zh", "A/RES/50/1", "3", ["请 → 秘书长 · 促进 · 机构合作"]),
]  # fmt: skip


# Clauses that were read in one language and are shown in another, in which the paragraph is at hand: its own words.
TWINS = [
    (
        "zh",
        "en",
        "A/RES/79/330",
        "11",
        1,
        "又表示注意到 · 《德黑兰宣言》 · 经济合作组织海关行政首长理事会 · 2025年5月28日",
    ),
    ("zh", "en", "A/RES/79/330", "19", 3, "鼓励 → 未指明 · 增加"),
    ("en", "zh", "A/RES/79/330", "10", 1, "takes note · Erzurum Declaration · tourism · 26 April 2025"),
    ("en", "en", "A/RES/79/330", "19", 3, "encourages → unspecified · increase"),  # by its twin
]  # fmt: skip


@pytest.mark.parametrize(("shown", "read", "symbol", "paragraph", "index", "expected"), TWINS)
def test_a_clause_is_shown_by_its_twin(
    shown: str, read: str, symbol: str, paragraph: str, index: int, expected: str
) -> None:
    every, say = read_editions(), labels(shown)
    clauses = every["clauses"].filter(language=read, symbol=symbol, paragraph=paragraph)
    tables = {name: every[name].filter(language=read) for name in ROW_TABLES}
    rows = clause_rows(tables, say, other=rows_beside(every, clauses, say))
    assert " · ".join(rows.clause(symbol, paragraph, index, read).pieces) == expected


def test_a_clause_that_stands_elsewhere_has_no_twin() -> None:
    every, say = read_editions(), labels("zh")
    english = every["clauses"].filter(language="en", symbol="A/RES/79/330", paragraph="19")
    one_less = {name: every[name].filter(language="zh", symbol="A/RES/79/330") for name in ROW_TABLES}
    one_less["clauses"] = one_less["clauses"].filter(index=1)
    rows = clause_rows(every, say, other=clause_rows(one_less, say))
    third = english.filter(index=3).row(0, named=True)
    assert rows.row(third).pieces[1:] == (), "as many clauses of its sort must stand in both"


def test_words_are_named_in_the_readers_language_where_the_lexicon_knows_them(rows: ClauseRows) -> None:
    """Eight in ten words that show a theme in another language; those that only weigh for it give the theme."""
    every = read_editions()["clauses"].filter(pl.col("language") != rows.labels.language)
    names = set(theme_names(rows.labels.language).values())
    terms = [term for clause in every.iter_rows(named=True) for term in rows.row(clause).terms]
    assert len([term for term in terms if term not in names]) > 0.8 * len(terms)


@pytest.fixture(scope="module", params=["zh", "en"])
def rows(request: pytest.FixtureRequest) -> ClauseRows:
    return clause_rows(read_editions(), labels(request.param))


@pytest.mark.parametrize(("language", "symbol", "paragraph", "expected"), ROWS)
def test_a_row_reads_as_words(language: str, symbol: str, paragraph: str, expected: list[str]) -> None:
    listed = clause_rows(read_editions(), labels(language)).of(symbol, paragraph)
    assert [" · ".join(row.pieces) for row in listed] == expected


def test_a_term_keeps_the_capital_that_the_lexicon_gives_it() -> None:
    first, *_ = clause_rows(read_editions(), labels("en")).of("A/RES/77/330", "37")
    assert first.pieces == ("appreciates", "Afghanistan")


def test_every_clause_of_every_edition_has_a_row_without_id_or_code(rows: ClauseRows) -> None:
    ids = {body.id for body in registry()}
    shown = [row for symbol, paragraph in rows.clauses for row in rows.of(symbol, paragraph)]
    assert len(shown) > 800
    for row in shown:
        words = " · ".join(row.pieces)
        assert not CODES.search(words), words
        assert not ids & set(row.whom), words
        assert row.verb


def test_verbs_and_parties_are_in_the_readers_language(rows: ClauseRows) -> None:
    for symbol, paragraph in rows.clauses:
        for row in rows.of(symbol, paragraph):
            for word in (row.verb, *row.whom):
                if rows.labels.language == "en":
                    assert not HAN.search(word), (symbol, paragraph, word)
                elif not re.fullmatch(r"[A-Z/\d. -]+", word):  # names that have no other: OSCE
                    assert HAN.search(word) or word == "…", (symbol, paragraph, word)


def test_words_of_the_document_are_escaped_and_marked_as_of_its_language() -> None:
    clause = read_editions()["clauses"].filter(symbol="A/RES/75/324", language="zh", paragraph="7").row(-1, named=True)
    rows = clause_rows(read_editions(), labels("zh"))
    shown = rows.row(clause | {"verb": "<b>请</b>", "quote": "<i>邀请</i>"}).html()
    assert "&lt;b&gt;请" in shown
    assert '<q><span lang="zh-Hans">&lt;i&gt;邀请&lt;/i&gt;</span></q>' in shown


# A directive of which the facts say an act alone, an act and what it is on, or a report: what is linked or said.
UNSAID = [
    ("en", "P4", -1, "what exactly: see the official text", True),
    ("zh", "P4", -1, "具体内容见官方文件", True),
    ("en", "21", -1, "what exactly: see the official text", False),
    ("en", "46", 0, "report: the implementation of the present resolution · session 81", True),
    ("zh", "46", 0, "第81届会议", True),
]


@pytest.mark.parametrize(("language", "paragraph", "place", "said", "there"), UNSAID)
def test_what_no_fact_says_leads_to_the_official_document(
    language: str, paragraph: str, place: int, said: str, there: bool
) -> None:
    row = clause_rows(read_editions(), labels(language)).of("A/RES/79/330", paragraph)[place]
    shown = str(row.html(official=labels(language)("row.official")))
    assert (said in shown) == there
    assert f"/{language}/A/RES/79/330" in shown


def test_a_name_that_is_hardly_shorter_is_no_short_form() -> None:
    id = "eco-council-of-heads-of-customs-administration"
    assert registry().short(id, "zh") == registry().label(id, "zh")
    assert registry().short("ece", "zh") == "欧经委"


GROUPS = [
    ("States", "states", "en", "zh", "各国"),
    ("all Member States", "states", "en", "zh", "所有会员国"),
    ("States members of the Lake Organization that have not done so", "states", "en", "zh", "某些国家"),
    ("尚未加入《湖泊公约》的成员国", "states", "zh", "en", "certain States"),
    ("member States", "states", "en", "zh", "某些国家"),  # of whichever organization
    ("relevant lake institutions", "intergovernmental", "en", "zh", "某些政府间组织"),
    ("those others", None, "en", "zh", ""),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "type", "language", "shown_in", "expected"), GROUPS)
def test_a_group_is_never_named_wider_than_its_words(surface, type, language, shown_in, expected) -> None:  # type: ignore[no-untyped-def]
    assert group_name(surface, type, language, labels(shown_in)) == expected
