"""The reading page: the whole text, every fact at its place, every word escaped."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import ecoanalysis as eco
from ecoanalysis.editions import read_editions
from ecoanalysis.model.facts import Facts
from ecoanalysis.publish.reading import reading_bodies, reading_body
from ecoanalysis.publish.site import findings
from ecoanalysis.show.addresses import anchor, paragraph_link, reading_page
from ecoanalysis.show.view import view_facts
from ecoanalysis.tables import from_tables


@pytest.fixture(scope="module")
def facts() -> Facts:
    return eco.extract_facts(eco.parse_resolution(eco.sample()))


@pytest.fixture(scope="module")
def body(facts: Facts) -> str:
    return reading_body(facts, "en")


def words(markup: str) -> str:
    """What a reader sees, without footnote marks."""
    return re.sub(r"<sup.*?</sup>|<[^>]+>", "", markup)


def paragraph(body: str, id: str) -> str:
    found = re.search(rf'id="{re.escape(anchor(id))}">.*?<p class="words"[^>]*>(.*?)</p>', body, re.DOTALL)
    assert found, id
    return found[1]


def test_the_whole_text_stands_there(facts: Facts, body: str) -> None:
    for found in facts.resolution.paragraphs:
        if found.part != "title":
            assert words(paragraph(body, found.id)) == found.text


def test_every_verb_is_marked_with_its_class_and_band(facts: Facts, body: str) -> None:
    for clause in facts.clauses:
        code = clause.band or clause.class_
        marks = re.findall(
            r'<mark class="verb ([a-z0-9 ]+)"[^>]*>(.*?)<i class="tag" data-tag="(\w+)"',
            paragraph(body, clause.paragraph),
        )
        assert (code, clause.verb.surface) in {(tag, words(text)) for _, text, tag in marks}
        assert all(tag in kind.upper().split() for kind, _, tag in marks)


def test_footnotes_lead_there_and_back(facts: Facts, body: str) -> None:
    for note in facts.resolution.footnotes:
        assert f'href="#fn-{note.number}" id="fnref-{note.number}"' in paragraph(body, note.paragraph or "")
        assert re.search(rf'<li id="fn-{note.number}">.*href="#fnref-{note.number}"', body)


def test_no_anchor_stands_twice(body: str) -> None:
    anchors = re.findall(r' id="([^"]+)"', body)
    assert sorted(anchors) == sorted(set(anchors))


def test_links_to_paragraphs_arrive(facts: Facts, body: str) -> None:
    symbol = facts.resolution.symbol or ""
    assert reading_page(symbol) == "edition-A_RES_75_324-text.html"
    for id in [
        *(p.id for p in facts.resolution.paragraphs if p.part != "title"),
        *(n.id for n in facts.resolution.footnotes),
    ]:
        page, _, place = paragraph_link(symbol, id).partition("#")
        assert page == reading_page(symbol)
        assert f'id="{place}"' in body


def test_the_languages_of_page_and_text_are_told_apart(facts: Facts) -> None:
    assert 'lang="zh-Hans">' in reading_body(facts, "en")
    assert "words and numbers are those of the Chinese text." in reading_body(facts, "en")
    assert "文字和数字依据" not in reading_body(facts, "zh")


def test_a_state_is_marked_but_not_inside_the_name_of_a_body(facts: Facts) -> None:
    fifteenth = next(paragraph for paragraph in facts.resolution.paragraphs if paragraph.id == "15")
    shown = reading_body(facts, "zh")
    assert '<mark class="state s-AFG" title="阿富汗">阿富汗</mark>' in shown
    place = fifteenth.text.index("阿富汗")
    start, end = fifteenth.offsets[place], fifteenth.offsets[place + 3]
    body = replace(facts.agencies[0], paragraph="15", start=start, end=end)
    shown = reading_body(replace(facts, agencies=(*facts.agencies, body)), "zh")
    assert "s-AFG" not in shown.partition(' id="p-15"')[2].partition(' id="p-16"')[0]


def test_what_a_document_says_is_never_mark_up(facts: Facts) -> None:
    evil = "<script>alert(1)</script>\"'&"
    seventh = facts.resolution.paragraph("7")
    broken = replace(seventh, text=evil, offsets=range(seventh.start, seventh.start + len(evil)))
    paragraphs = tuple(broken if p.id == "7" else p for p in facts.resolution.paragraphs)
    clauses = tuple(replace(c, verb=replace(c.verb, surface=evil)) if c.paragraph == "7" else c for c in facts.clauses)
    citations = tuple(replace(c, symbol=evil, url="javascript:alert(1)") for c in facts.citations)
    resolution = replace(facts.resolution, paragraphs=paragraphs, symbol=evil, title=evil)
    poisoned = replace(facts, resolution=resolution, clauses=clauses, citations=citations)
    for language in ("zh", "en"):
        shown = reading_body(poisoned, language) + "".join(findings(view_facts(poisoned, language)))
        assert "<script" not in shown
        assert "javascript:" not in shown
        assert "&lt;script&gt;" in shown


def test_the_sentences_count_what_the_facts_hold(facts: Facts) -> None:
    said = re.sub(r"</?data[^>]*>", "", " ".join(map(str, findings(view_facts(facts, "en")))))
    directives = [clause for clause in facts.clauses if clause.class_ == "DIR"]
    assert f"hold {len(facts.clauses)} clauses" in said
    assert f"{len(directives)} are directives, clauses that ask someone else to act" in said
    none = replace(facts, clauses=(), agencies=())
    assert "No clause asks anyone else to act." in " ".join(map(str, findings(view_facts(none, "en"))))


def test_a_long_text_is_split_and_every_paragraph_is_reached_from_its_first_page(facts: Facts) -> None:
    whole, bodies = reading_body(facts, "en"), reading_bodies(facts, "en", most=60_000)
    assert len(bodies) == 3
    assert max(len(body.encode()) for body in bodies) <= 60_000
    paragraphs = [re.findall(r'<div class="paragraph[^>]* id="([^"]+)"', body) for body in bodies]
    assert [id for ids in paragraphs for id in ids] == re.findall(r'<div class="paragraph[^>]* id="([^"]+)"', whole)
    for number, ids in enumerate(paragraphs[1:], 2):
        for id in ids:
            page = reading_page(facts.resolution.symbol or "", number)
            assert re.search(rf'<a href="{page}#{id}"[^>]* id="{id}" data-elsewhere', bodies[0])
    anchors = re.findall(r' id="([^"]+)"', bodies[0])
    assert len(anchors) == len(set(anchors))
    assert all(f'id="{anchor(note.id)}"' in bodies[0] for note in facts.resolution.footnotes)


# Editions of which the facts alone are here: language of the facts, of the page; what stands there, what does not.
FACTS_ALONE = [
    ("A/RES/79/330", "en", "en", "12", ["Further takes note", "transport · 1 June 2025"], ["Economic Cooperation Org"]),
    ("A/RES/79/330", "en", "en", "41", ["United Nations Development Programme"], ["Secretariat (", "consider, to"]),
    ("A/RES/79/330", "en", "en", "42", ["Division (Statistics Division"], []),
    ("A/RES/79/330", "en", "en", "P4", ["them (United Nations system)", "continue"], ["Institutional cooperation"]),
    (
        "A/RES/71/16",
        "en",
        "zh",
        "7",
        ["注意到", "Notes", "过境运输", "transit transport", "世界银行（World Bank）"],
        [],
    ),
    ("A/RES/71/16", "en", "zh", "2", ["《巴库宣言》 Baku Declaration"], []),
]


@pytest.mark.parametrize(("symbol", "read", "language", "paragraph", "there", "not_there"), FACTS_ALONE)
def test_facts_say_what_the_words_would(
    symbol: str, read: str, language: str, paragraph: str, there: list[str], not_there: list[str]
) -> None:
    tables = read_editions()
    row = tables["resolutions"].filter(symbol=symbol, language=read).row(0, named=True)
    body = reading_body(from_tables(tables, row["document"], row["part"]), language)
    shown = re.search(rf'id="{re.escape(anchor(paragraph))}">.*?<aside[^>]*>(.*?)</aside>', body, re.DOTALL)
    assert shown
    said = " ".join(words(shown[1]).split())
    assert [piece for piece in there if piece not in said] == []
    assert [piece for piece in not_there if piece in said] == []


def _versions(symbol: str) -> dict[str, Facts]:
    tables = read_editions()
    rows = tables["resolutions"].filter(symbol=symbol).iter_rows(named=True)
    return {row["language"]: from_tables(tables, row["document"], row["part"]) for row in rows}


# How an edition was adopted: the page's language; what stands there, what does not.
ADOPTED = [
    (
        "A/RES/79/330",
        "en",
        ["118 in favour, 36 against, 11 abst", "Against: Andorra, ", "Abstaining: Albania", "9 spo"],
        [],
    ),
    ("A/RES/79/330", "zh", ["118票赞成，36票反对", "反对：安道尔、", "A/79/L.126", "不同", "列有2个：哈萨克斯坦"], []),
    ("A/RES/77/330", "en", ["Adopted without a vote", "9 sponsors: Azerbaijan"], ["differ", "Against"]),
    ("A/RES/48/2", "en", ["A/48/L.1"], ["vote", "sponsor"]),
]


@pytest.mark.parametrize(("symbol", "language", "there", "not_there"), ADOPTED)
def test_the_adoption_stands_first(symbol: str, language: str, there: list[str], not_there: list[str]) -> None:
    versions = _versions(symbol)
    facts = versions.get(language, versions["en"])
    body = reading_bodies(facts, language, versions=list(versions.values()))[0]
    block = re.search('<div class="adopted">(.*?)</div>', body, re.DOTALL)
    assert block
    assert block.start() < body.index('class="reader"')
    said = words(block[1])
    assert [piece for piece in there if piece not in said] == []
    assert [piece for piece in not_there if piece in said] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_words_each_paragraph_leads_to_the_official_document(language: str) -> None:
    facts = _versions("A/RES/79/330")[language]
    body = reading_body(facts, language)
    margins = re.findall(r'<aside class="facts".*?</aside>', body, re.DOTALL)
    assert margins
    assert all(f"/{language}/A/RES/79/330" in margin for margin in margins)
