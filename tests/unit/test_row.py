"""The row of a clause: in the reader's language, no id, no code without its word, nothing that cannot be read."""

from __future__ import annotations

import re

import pytest

from ecoanalysis.editions import read_editions
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.show.row import ClauseRows, clause_rows

HAN = re.compile(r"[\u4e00-\u9fff]")
CODES = re.compile(r"\b(?:[DM][0-5]|REF|NEU|EVA|ASR|DIR|DEC)\b")

ROWS = [
    ("en", "A/RES/79/330", "10", ["takes note · Erzurum Declaration · tourism · 26 April 2025"]),
    ("zh", "A/RES/79/330", "10", ["表示注意到 · 《埃尔祖鲁姆宣言》 · 旅游 · 2025年4月26日"]),
    ("en", "A/RES/50/1", "3", ["requests → Secretary-General · promote"]),
    ("zh", "A/RES/50/1", "3", ["请 → 秘书长"]),
]  # fmt: skip


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
