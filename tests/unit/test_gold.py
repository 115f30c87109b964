"""The gold files follow docs/gold.md, belong to the texts they name, and hold nothing that these do not say."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import ecoanalysis as eco
from ecoanalysis.corpus import bundled
from ecoanalysis.errors import GoldError
from ecoanalysis.evaluate import normalise
from ecoanalysis.evaluate.against_readers.gold_offsets import PRESENT, locate
from ecoanalysis.gold import Gold, GoldFootnote, gold_files, load_gold
from ecoanalysis.lexicon import languages, load
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document

FILES = gold_files()
BUNDLED = [path for path in FILES if path.name.startswith("A_RES_75_324.zh.")]
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
FIRST = [path for path in FILES if ".second." not in path.name]
each_first = pytest.mark.parametrize("path", FIRST, ids=lambda path: path.stem)
each_bundled = pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)

Located = tuple[str, str, str, int | None]


def facts(gold: Gold) -> Iterator[Located]:
    """Every surface of a gold: where the fact is, its kind, the surface and its offset."""
    for mention in gold.title.agencies:
        yield "title", "agencies", mention.surface, mention.start
    for paragraph in gold.paragraphs:
        for clause in paragraph.clauses:
            yield paragraph.id, "verbs", clause.verb, clause.start
            for kind in ("hedges", "intensifiers", "continuity"):
                yield from ((paragraph.id, kind, word.surface, word.start) for word in getattr(clause, kind))
            for addressee in clause.addressees:
                if addressee.surface:
                    yield paragraph.id, "addressees", addressee.surface, addressee.start
        for kind in ("agencies", "citations", "dates"):
            yield from ((paragraph.id, kind, fact.surface, fact.start) for fact in getattr(paragraph, kind))
    for note in gold.footnotes:
        for kind in ("agencies", "citations", "dates"):
            yield from ((f"fn{note.number}", kind, fact.surface, fact.start) for fact in getattr(note, kind))


def unlocated(gold: Gold) -> list[GoldFootnote]:
    """Notes whose text the reader of the format does not give."""
    return [note for note in gold.footnotes if note.citations and note.citations[0].start is None]


@cache
def _by_hash(folder: Path) -> dict[str, Path]:
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.rglob("*") if path.is_file()}


def resolution_of(gold: Gold, folder: Path) -> Resolution:
    found = parse_resolutions(read_document(_by_hash(folder)[gold.document.sha256]))
    return next((one for one in found if one.symbol == gold.document.symbol), found[0])


def stands(resolution: Resolution, start: int, surface: str) -> bool:
    """Whether a surface begins at an offset of the raw text; lines and notes that part it are no part of it."""
    for passage in (*resolution.paragraphs, *resolution.footnotes):
        if start in passage.offsets:
            return normalise(passage.text[passage.offsets.index(start) :]).startswith(normalise(surface))
    return normalise(resolution.document.raw[start : start + 400]).startswith(normalise(surface))


def misplaced(gold: Gold, resolution: Resolution) -> list[Located]:
    return [fact for fact in facts(gold) if fact[3] is not None and not stands(resolution, fact[3], fact[2])]


# The form of the files


@each_file
def test_the_name_says_symbol_language_and_reading(path: Path) -> None:
    gold = load_gold(path)
    symbol = gold.document.symbol.replace("/", "_").replace(" ", "_")
    assert path.name in (f"{symbol}.{gold.document.language}.toml", f"{symbol}.{gold.document.language}.second.toml")
    assert gold.document.source == f"{symbol}.{'xml' if gold.document.format == 'akn' else 'txt'}"


def test_a_second_reading_is_of_a_text_read_before() -> None:
    readings = [load_gold(path) for path in FILES]
    first = {gold.document.sha256 for gold in readings if not gold.is_second}
    second = {gold.document.sha256 for gold in readings if gold.is_second}
    assert len(second) == 2
    assert second <= first


def test_gold_is_there_for_both_languages_and_formats() -> None:
    kinds = [(gold.document.language, gold.document.format) for gold in map(load_gold, FILES) if not gold.is_second]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        ("en", "akn"): 3,
        ("en", "txt"): 2,
        ("zh", "akn"): 3,
        ("zh", "txt"): 4,
    }


@each_file
def test_paragraphs_in_order(path: Path) -> None:
    paragraphs = load_gold(path).paragraphs
    preamble = [paragraph.id for paragraph in paragraphs if paragraph.part == "preamble"]
    operative = [int(paragraph.id) for paragraph in paragraphs if paragraph.part == "operative"]
    assert [paragraph.part for paragraph in paragraphs] == ["preamble"] * len(preamble) + ["operative"] * len(operative)
    assert preamble == [f"P{number}" for number in range(1, len(preamble) + 1)]
    assert operative == sorted(set(operative))


@each_file
def test_facts_in_order_of_the_text(path: Path) -> None:
    gold = load_gold(path)
    for kind in ("verbs", "agencies", "dates"):
        for paragraph in gold.paragraphs:
            starts = [start for id, of, _, start in facts(gold) if (id, of) == (paragraph.id, kind)]
            assert starts == sorted(starts), (paragraph.id, kind)


@each_file
def test_every_fact_has_its_offset(path: Path) -> None:
    gold = load_gold(path)
    missing = {f"fn{note.number}" for note in unlocated(gold)}
    assert [fact for fact in facts(gold) if fact[3] is None and fact[0] not in missing] == []
    assert all(paragraph.start is not None for paragraph in gold.paragraphs)


@each_file
def test_themes_are_those_of_the_lexicon(path: Path) -> None:
    known = set(load("facts/themes"))
    assert {theme for paragraph in load_gold(path).paragraphs for theme in paragraph.themes} <= known


@each_file
def test_ids_and_symbols_are_canonical(path: Path) -> None:
    gold = load_gold(path)
    places = (*gold.paragraphs, *gold.footnotes)
    ids = {mention.agency for place in places for mention in place.agencies if mention.agency}
    symbols = {citation.symbol for place in places for citation in place.citations if citation.symbol}
    assert [id for id in sorted(ids) if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)] == []
    assert [symbol for symbol in sorted(symbols) if not re.fullmatch(r"[A-Z\d][\w/.() -]*[\w)]", symbol)] == []


@each_first
def test_what_the_codebook_asks_of_each_directive_and_decision(path: Path) -> None:
    clauses = [clause for paragraph in load_gold(path).paragraphs for clause in paragraph.clauses]
    told = [clause for clause in clauses if clause.class_ in ("DIR", "DEC")]
    unnamed = ["reiterates in this regard its request"]  # A/RES/52/19: what another resolution asked
    assert [clause.verb for clause in told if not clause.act and clause.verb not in unnamed] == []
    assert [clause.verb for clause in clauses if clause.act and clause not in told] == []
    assert [one.surface for clause in told for one in clause.addressees if bool(one.type) != bool(one.surface)] == []
    assert [word.surface for clause in told for word in clause.hedges if not word.kind] == []
    assert [clause.verb for clause in told if clause.report and not clause.report.kind] == []


@each_file
def test_acts_are_cut(path: Path) -> None:
    gold = load_gold(path)
    acts = [clause.act for paragraph in gold.paragraphs for clause in paragraph.clauses if clause.act]
    assert [act for act in acts if (len(act) > 6 if gold.document.language == "zh" else len(act.split()) > 4)] == []


@each_file
def test_names_and_verbs_never_sentences(path: Path) -> None:
    longest = {"zh": 60, "en": 200}[load_gold(path).document.language]
    assert [fact[2] for fact in facts(load_gold(path)) if len(fact[2]) > longest or fact[2][-1] in "。；;"] == []


# The texts


@each_bundled
def test_every_surface_of_the_bundled_text_stands_at_its_offset(path: Path) -> None:
    gold = load_gold(path)
    assert misplaced(gold, resolution_of(gold, bundled())) == []


@each_bundled
def test_the_offsets_are_found_again_and_the_rest_of_the_file_stays(path: Path, tmp_path: Path) -> None:
    located = path.read_text(encoding="utf-8")
    copy = tmp_path / path.name
    copy.write_text(PRESENT.sub("", located), encoding="utf-8")
    assert not any(start for _, _, _, start in facts(load_gold(copy)))
    for _ in range(2):
        locate(copy, _by_hash(bundled()))
        assert copy.read_text(encoding="utf-8") == located


@each_file
def test_every_surface_stands_at_its_offset(path: Path, shared: Path) -> None:
    gold = load_gold(path)
    resolution = resolution_of(gold, shared)
    assert misplaced(gold, resolution) == []
    assert {paragraph.id for paragraph in gold.paragraphs} <= {paragraph.id for paragraph in resolution.paragraphs}
    for paragraph in gold.paragraphs:
        text = normalise(resolution.paragraph(paragraph.id).text)
        acts = [clause.act for clause in paragraph.clauses if clause.act]
        assert [act for act in acts if normalise(act) not in text] == [], paragraph.id


@each_file
def test_the_hash_is_that_of_the_source(path: Path, shared: Path) -> None:
    gold = load_gold(path)
    assert _by_hash(shared)[gold.document.sha256].name == gold.document.source


# Malformed entries

GOOD = """
[document]
symbol = "A/RES/75/1"
language = "zh"
source = "made.txt"
format = "txt"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"

[resolution]
title = "能源"
adopted_on = 2020-09-21
meeting = 3

[[paragraph]]
id = "7"
part = "operative"
clauses = [
  {verb = "回顾", class = "REF"},
  {verb = "请", class = "DIR", band = "D3", hedges = ["酌情"], addressees = [
    {surface = "它们", kind = "anaphor", role = "core", antecedents = ["各国"]},
    {kind = "unspecified", role = "core"},
  ]},
  {verb = "促请", class = "DIR", band = "D2", hedges = [
    {surface = "在任务和资源范围内", kind = "mandate+resources"},
  ], act = "停止提交", act_verb = "停止", polarity = "stop", voice = "declaration", addressees = [
    {surface = "法国和加蓬政府", kind = "named", role = "core", type = "state", country = ["FRA", "GAB"]},
  ], report = {kind = "content", due = "第八十一届会议", dues = [{session = 81}, {date = "2027"}]}},
  {verb = "决定", class = "DEC", deadline = {kind = "review", due = "2029年", date = "2029"}},
]
agencies = [{surface = "开发署", agency = "undp"}]
citations = [{kind = "resolution", symbol = "A/RES/70/1", surface = "第70/1号决议"}]
dates = [{date = "2015-09-25", surface = "2015年9月25日"}]
themes = ["energy"]

[[footnote]]
number = "1"
paragraph = "7"
before = "决议"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "A_RES_75_1.zh.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    gold = load_gold(written(tmp_path, GOOD))
    clause = gold.paragraphs[0].clauses[1]
    assert (clause.verb, clause.class_, clause.band, clause.hedges[0].surface) == ("请", "DIR", "D3", "酌情")
    assert clause.addressees[0].antecedents == ("各国",)
    assert clause.addressees[1].surface is None
    assert gold.footnotes[0].before == "决议"


def test_parties_acts_and_dues(tmp_path: Path) -> None:
    urged, decided = load_gold(written(tmp_path, GOOD)).paragraphs[0].clauses[2:]
    assert (urged.act, urged.act_verb, urged.polarity, urged.voice) == ("停止提交", "停止", "stop", "declaration")
    assert urged.hedges[0].kind == "mandate+resources"
    assert (urged.addressees[0].type, urged.addressees[0].country) == ("state", ("FRA", "GAB"))
    assert urged.report is not None
    assert urged.report.kind == "content"
    assert [(due.session, due.date) for due in urged.report.dues] == [(81, None), (None, "2027")]
    assert urged.report.first_due == {"due_session": 81, "due_date": "2027"}
    assert decided.deadline is not None
    assert (decided.deadline.kind, decided.deadline.session, decided.deadline.date) == ("review", None, "2029")


def test_words_may_have_their_offset(tmp_path: Path) -> None:
    gold = load_gold(written(tmp_path, GOOD.replace('["酌情"]', '[{surface = "酌情", start = 12}]')))
    assert gold.paragraphs[0].clauses[1].hedges[0].start == 12


@pytest.mark.parametrize(
    ("old", "new", "place", "cause"),
    [
        ('verb = "回顾"', 'verv = "回顾"', "paragraph 7", "unknown key verv"),
        ('verb = "回顾"', "verb = 7", "paragraph 7", "verb = 7 is no text"),
        ('verb = "回顾"', 'verb = ""', "paragraph 7", "verb = '' is no text"),
        ('class = "REF"', 'class = "REFERS"', "paragraph 7", "class = 'REFERS' is none of REF, NEU"),
        ('{verb = "回顾", class = "REF"}', '{verb = "回顾"}', "paragraph 7", "class is missing"),
        ('class = "REF"', 'class = "REF", band = "D1"', "paragraph 7", "回顾: a directive has a band"),
        (', band = "D3"', "", "paragraph 7", "请: a directive has a band"),
        ('band = "D3"', 'band = "D6"', "paragraph 7", "band = 'D6' is none of"),
        ('class = "DIR", band = "D3"', 'class = "EVA"', "paragraph 7", "only directives and decisions have addressees"),
        ('["酌情"]', '["酌情", 7]', "paragraph 7", "entry 2 of hedges is no table"),
        ("mandate+resources", "mandate+money", "paragraph 7", "kind = 'mandate+money' is no kind of hedge: discretion"),
        ('type = "state"', 'type = "nation"', "paragraph 7", "type = 'nation' is none of state, states"),
        ('polarity = "stop"', 'polarity = "not"', "paragraph 7", "polarity = 'not' is none of do, stop"),
        (', polarity = "stop"', "", "paragraph 7", "促请: an act has a polarity"),
        ('voice = "declaration"', 'voice = "organ"', "paragraph 7", "voice = 'organ' is none of declaration"),
        ('kind = "content"', 'kind = "letter"', "paragraph 7", "kind = 'letter' is none of report, content, briefing"),
        ("{session = 81}", "{year = 81}", "paragraph 7", "unknown key year"),
        ("{session = 81}", "{}", "paragraph 7", "a due has a session or a date"),
        ('kind = "review"', 'kind = "end"', "paragraph 7", "kind = 'end' is none of agenda, review, expiry"),
        ('due = "2029年", ', "", "paragraph 7", "due is missing"),
        ('kind = "anaphor"', 'kind = "named"', "paragraph 7", "它们: only an anaphor has antecedents"),
        ('surface = "它们", kind', "kind", "paragraph 7", "an unspecified one has none"),
        ('role = "core"', 'role = "main"', "paragraph 7", "role = 'main' is none of core, example"),
        ('surface = "开发署", agency', "agency", "paragraph 7", "surface is missing"),
        ('kind = "resolution"', 'kind = "letter"', "paragraph 7", "kind = 'letter' is none of"),
        ('date = "2015-09-25"', 'date = "25 September"', "paragraph 7", "date = '25 September' is no ISO date"),
        ('themes = ["energy"]', "themes = [1]", "paragraph 7", "entry 1 of themes = 1 is no word"),
        ('part = "operative"', 'part = "closing"', "paragraph 7", "part = 'closing' is none of"),
        ('id = "7"\n', "", "paragraph ?", "id is missing"),
        ('paragraph = "7"', 'paragraph = "8"', "the file", "footnote 1 stands in paragraph 8, and there is none"),
        (
            "[[footnote]]",
            '[[paragraph]]\nid = "7"\npart = "operative"\n\n[[footnote]]',
            "the file",
            "7 stands there twice",
        ),
        ('"0000', '"X000', "[document]", "is no SHA-256"),
        ('language = "zh"', 'language = "xx"', "[document]", f"language = 'xx' is none of {', '.join(languages())}"),
        ("meeting = 3", 'meeting = "3"', "[resolution]", "meeting = '3' is no number"),
        ("[[paragraph]]", "[[paragraphs]]", "the file", "unknown key paragraphs"),
    ],
)
def test_a_malformed_entry_is_named(tmp_path: Path, old: str, new: str, place: str, cause: str) -> None:
    assert old in GOOD
    with pytest.raises(GoldError) as raised:
        load_gold(written(tmp_path, GOOD.replace(old, new, 1)))
    assert str(raised.value).startswith(f"A_RES_75_1.zh.toml: {place}: ")
    assert cause in str(raised.value)


@pytest.mark.parametrize("content", [b"id = ", b"\xff\xfe", None])
def test_a_file_that_is_no_toml(tmp_path: Path, content: Any) -> None:
    path = tmp_path / "broken.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GoldError, match=r"broken\.toml: cannot be read as TOML"):
        load_gold(path)


def test_the_reading_of_the_bundled_text_is_whole() -> None:
    gold = load_gold(next(path for path in BUNDLED if not load_gold(path).is_second))
    resolution = eco.parse_resolution(eco.sample())
    parts = ("preamble", "operative")
    assert [place.id for place in gold.paragraphs] == [one.id for one in resolution.paragraphs if one.part in parts]
    assert [note.number for note in gold.footnotes] == [str(number) for number in range(1, 10)]
