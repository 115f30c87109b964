"""The model resolution, a text of our own: what two readers found in it, what the program finds, in every format.

Figures on it say nothing of real texts. ``OPEN_LINKS`` lists by their kinds the faults that reading it has shown:
whoever mends one takes it out of the list.
"""

# ruff: noqa: E501
from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from statistics import mean, quantiles
from types import ModuleType
from typing import Any

import pytest

import ecoanalysis as eco
from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.contract import comparison_to_contract, to_contract
from ecoanalysis.corpus import model
from ecoanalysis.evaluate.across_editions.gold_links import GoldLinks, load_links
from ecoanalysis.evaluate.against_readers.annotated_documents import agree, score
from ecoanalysis.gold import Gold, load_gold
from ecoanalysis.lexicon import load
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse.head.symbols import address
from ecoanalysis.read import read_bytes, read_document
from ecoanalysis.recurring.calendar import to_calendar
from ecoanalysis.recurring.membership import memberships
from ecoanalysis.show.brief import print_brief
from ecoanalysis.show.redline import redline
from ecoanalysis.show.view import view_text

FIRST, NEXT = "A/RES/95/917", "A/RES/97/924"
LANGUAGES = "en", "zh"
DATA = Path(eco.__file__).parent / "data"
CORPUS = eco.open_corpus("model")


@cache
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("model_tool", Path(__file__).parents[2] / "tools" / "model.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


def reading(symbol: str, language: str, which: str = "") -> Gold:
    return load_gold(DATA / "gold" / "model" / f"{symbol.replace('/', '_')}.{language}{which}.toml")


@cache
def facts(symbol: str, language: str) -> Facts:
    return eco.extract_facts(eco.parse_resolution(tool().source(symbol.replace("/", "_"), language)))


# --- what it is -------------------------------------------------------------------------------------------------------


def test_it_opens_by_its_name_and_a_folder_of_that_name_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CORPUS.editions() == [FIRST, NEXT]
    assert sorted(CORPUS.documents["language"]) == ["en", "en", "zh", "zh"]
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "A.txt").write_text("1. Requests a report;\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert eco.open_corpus("model").editions() == [FIRST, NEXT]
    assert eco.open_corpus("./model").editions() != [FIRST, NEXT]
    assert [CORPUS.is_model, eco.open_corpus("./model").is_model, eco.open_corpus().is_model] == [True, False, False]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symbol", [FIRST, NEXT])
def test_it_says_that_it_is_a_model(symbol: str, language: str) -> None:
    """In a line above its head, and in a note to its title, which stands among its facts."""
    resolution = facts(symbol, language).resolution
    words = {"en": ("MODEL TEXT", "Model text written for"), "zh": ("示范文本", "示范文本")}[language]
    assert resolution.document.raw.startswith(words[0])
    notes = [note.text for note in resolution.footnotes if note.paragraph == "title"]
    assert [words[1] in note for note in notes] == [True]
    assert resolution.diagnostics == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_second_edition_has_a_vote_with_its_list(language: str) -> None:
    resolution = facts(NEXT, language).resolution
    assert resolution.adoption
    assert Counter(vote.vote for vote in resolution.votes) == {"yes": 11, "no": 1, "abstain": 3}
    assert all((vote.country or "").startswith("ZZ") for vote in resolution.votes)


def test_its_text_is_that_of_its_xml() -> None:
    for path in sorted(model().glob("*.xml")):
        kept = (path.parents[1] / "text" / f"{path.stem}.txt").read_text(encoding="utf-8")
        assert kept == tool().render(read_document(path), tool().STYLE), "run: python tools/model.py"


@pytest.mark.thorough
@pytest.mark.shared
def test_nothing_real_has_its_names_and_symbols(shared: Path) -> None:
    names = "Arvenia Belmora Cordesia Dalmere Estovar Felmark Galdova Hestavia Ilmaria Jorund Kestria Lorvania Mirelia Nolvania Oldemar"
    symbols = [re.sub("^[AE]/(?:RES|DEC)/", "", symbol) for symbol in load("facts/model")["symbols"]]
    ours = re.compile(
        "|".join(
            [*names.split(), *(rf"\b{re.escape(symbol)}\b" for symbol in symbols), "River Gauge", "国际水尺", "9402"]
        )
    )
    for folder in ("en", "zh"):
        files = sorted((shared / "unxml" / folder).glob("*.xml"))[::5]
        assert [
            path.name for path in files if ours.search(re.sub("<[^>]*>", "", path.read_text(encoding="utf-8")))
        ] == []


# --- what two readers found -------------------------------------------------------------------------------------------


def placed(gold: Gold) -> Iterator[tuple[str, str, int | None]]:
    """Every fact of a reading that is words of the text: the paragraph it is of, the words, where they begin."""
    for mention in gold.title.agencies:
        yield "title", mention.surface, mention.start
    for place in gold.paragraphs:
        for clause in place.clauses:
            yield place.id, clause.verb, clause.start
            for fact in (*clause.hedges, *clause.intensifiers, *clause.continuity, *clause.addressees):
                yield place.id, fact.surface or "", fact.start
        for fact in (*place.agencies, *place.citations, *place.dates):
            yield place.id, fact.surface, fact.start
    for note in gold.footnotes:
        yield note.paragraph or "", note.before or "", note.start
        for fact in (*note.agencies, *note.citations, *note.dates):
            yield f"fn{note.number}", fact.surface, fact.start


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symbol", [FIRST, NEXT])
@pytest.mark.parametrize("which", ["", ".second"])
def test_the_words_of_what_was_read_stand_where_it_says(symbol: str, language: str, which: str) -> None:
    """What a point inherits from its chapeau, and an addressee that is nobody, have no place."""
    gold, resolution = reading(symbol, language, which), facts(symbol, language).resolution
    texts = {place.id: place for place in resolution.paragraphs} | {f"fn{n.number}": n for n in resolution.footnotes}
    assert [place.start for place in gold.paragraphs] == [texts[place.id].start for place in gold.paragraphs]
    for id, words, start in placed(gold):
        if start is None:
            assert not words or words.lower() not in texts[id].text.lower(), (id, words)
            continue
        assert resolution.document.raw.startswith(words, start), (id, words)
        assert texts[id].start <= start < texts[id].end, (id, words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symbol", [FIRST, NEXT])
def test_two_readers_agree_in_nineteen_of_twenty_facts(symbol: str, language: str) -> None:
    first, second = reading(symbol, language), reading(symbol, language, ".second")
    tallies = agree(first, second).scores.tallies.values()
    assert sum(tally.matched for tally in tallies) / sum(tally.expected for tally in tallies) >= 0.95


def test_every_kind_that_the_codebook_names_is_in_it() -> None:
    clauses = [
        clause for symbol in (FIRST, NEXT) for place in reading(symbol, "en").paragraphs for clause in place.clauses
    ]
    hedges = {hedge.kind for clause in clauses for hedge in clause.hedges}
    assert {part for kind in hedges for part in (kind or "").split("+")} == set(eco_hedges())
    assert {clause.class_ for clause in clauses} == {"REF", "NEU", "EVA", "ASR", "DIR", "DEC"}
    assert {clause.band for clause in clauses} >= {"D1", "D2", "D3", "D4"}
    assert {clause.report.kind for clause in clauses if clause.report} == {"report", "content", "briefing"}
    types = {type for gold in links() for link in gold.links for type in link.types}
    assert types == {
        "identical", "slot_update", "reworded", "new", "dropped", "strengthened", "weakened", "hedge_added", "hedge_removed",
        "endorsement_raised", "endorsement_lowered", "addressee_added", "addressee_removed", "scope_widened", "scope_narrowed",
        "split", "merged", "promoted", "demoted", "moved", "answered", "words_cut", "words_added",
    }  # fmt: skip


def eco_hedges() -> tuple[str, ...]:
    from ecoanalysis.model.facts import HEDGE_KINDS

    return HEDGE_KINDS


def test_both_languages_have_the_same_facts() -> None:
    """But for a clause more where Chinese repeats the verb before a second object."""
    for symbol in (FIRST, NEXT):
        english, chinese = (
            {
                place.id: [(clause.class_, clause.band) for clause in place.clauses]
                for place in reading(symbol, language).paragraphs
            }
            for language in LANGUAGES
        )
        differing = {id for id in english if list(dict.fromkeys(english[id])) != list(dict.fromkeys(chinese[id]))}
        assert differing == set()


# --- what the program finds -------------------------------------------------------------------------------------------


def differences(symbol: str, language: str) -> set[tuple[str, str]]:
    """Kinds and paragraphs of what differs; themes aside, which a matter without terms of its own says little of."""
    found = score(reading(symbol, language), facts(symbol, language)).differences
    return {(each.item.kind, each.item.paragraph) for each in found if "theme" not in each.item.kind}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symbol", [FIRST, NEXT])
def test_everything_is_found_as_it_was_read(symbol: str, language: str) -> None:
    assert differences(symbol, language) == set()


# --- from one edition to the next -------------------------------------------------------------------------------------

OPEN_LINKS = {
    "an item of an enumeration of conditions or beneficiaries is a matter of scope": "* 10, * P7",
}


def links() -> list[GoldLinks]:
    return load_links(DATA / "gold" / "model" / "links")


@cache
def mistyped(language: str) -> frozenset[str]:
    """The first edition's paragraphs (the next one's where something is new) whose links differ from the readers'."""
    gold = next(gold for gold in links() if gold.language == language)
    old, new = (eco.to_edition(CORPUS.edition(symbol, language)) for symbol in (gold.old, gold.new))
    expected = {(link.old, link.new, frozenset(link.types)) for link in gold.links}
    retrieved = {(tuple(link.old), tuple(link.new), frozenset(link.types)) for link in compare_editions(old, new).links}
    return frozenset((before or after)[0] for before, after, _ in expected ^ retrieved)


def explained(fault: str, language: str) -> set[str]:
    places = [place.split() for place in OPEN_LINKS[fault].split(", ")]
    return {paragraph for spoken, paragraph in places if spoken in ("*", language)}


@pytest.mark.parametrize("fault", OPEN_LINKS)
@pytest.mark.xfail(strict=True, reason="an open fault of the program")
def test_open_fault_of_links(fault: str) -> None:
    assert not [language for language in LANGUAGES if explained(fault, language) & mistyped(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_other_links_are_typed_as_they_were_read(language: str) -> None:
    assert mistyped(language) - {place for fault in OPEN_LINKS for place in explained(fault, language)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_paragraphs_are_linked_as_they_were_read(language: str) -> None:
    gold = next(gold for gold in links() if gold.language == language)
    old, new = (eco.to_edition(CORPUS.edition(symbol, language)) for symbol in (gold.old, gold.new))
    found = [(tuple(link.old), tuple(link.new)) for link in compare_editions(old, new).links]
    assert sorted(found) == sorted((link.old, link.new) for link in gold.links)


# --- in other formats -------------------------------------------------------------------------------------------------

KINDS = "paragraphs", "footnotes", "clauses", "agencies", "citations", "themes", "dates"
HEAD = "symbol", "organ", "session", "number", "adopted_on", "meeting", "agenda_item", "committee"


def without_offsets(value: Any) -> Any:
    if isinstance(value, list):
        return [without_offsets(each) for each in value]
    if isinstance(value, dict):
        return {
            key: without_offsets(each)
            for key, each in value.items()
            if not key.endswith(("start", "end")) and key != "url"
        }
    return " ".join(value.split()) if isinstance(value, str) else value


def contract(document: Document) -> dict[str, Any]:
    """What a document says, offsets and closing aside."""
    stated = to_contract(eco.extract_facts(eco.parse_resolution(document)))
    kinds = {kind: without_offsets(stated[kind]) for kind in KINDS}
    kinds["paragraphs"] = [each for each in kinds["paragraphs"] if each["id"] != "closing"]
    return kinds | {key: stated["resolution"][key] for key in HEAD}


def in_format(symbol: str, language: str, format: str) -> Document:
    name = symbol.replace("/", "_")
    document = tool().source(name, language)
    if format == "txt":
        return read_document(model().parent / "text" / f"{name}.{language}.txt")
    if format == "tracked":
        both = tool().tracked(tool().source(tool().FIRST, language), tool().source(tool().NEXT, language))
        return read_bytes(both, "tracked.docx", "accepted" if symbol == NEXT else "rejected")
    data = {"pdf": tool().pdf, "docx": tool().word}[format](document)
    return read_bytes(data, f"{name}.{format}")


@pytest.mark.slow
@pytest.mark.parametrize("format", ["txt", "pdf", "docx", "tracked"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symbol", [FIRST, NEXT])
def test_every_format_gives_the_same_facts(symbol: str, language: str, format: str) -> None:
    assert contract(in_format(symbol, language, format)) == contract(tool().source(symbol.replace("/", "_"), language))


@pytest.mark.slow
@pytest.mark.parametrize("format", ["txt", "pdf", "docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_is_called_in_the_title(language: str, format: str) -> None:
    resolution = eco.parse_resolution(in_format(NEXT, language, format))
    assert (resolution.title, resolution.footnotes[0].paragraph) == (facts(NEXT, language).resolution.title, "title")


@pytest.mark.slow
@pytest.mark.parametrize("format", ["txt", "pdf", "docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_of_votes_stands_before_an_annex(language: str, format: str) -> None:
    resolution = eco.parse_resolution(in_format(NEXT, language, format))
    assert resolution.adoption == facts(NEXT, language).resolution.adoption


@pytest.mark.parametrize(
    ("language", "proposers"),
    [("en", ("Kestria", "Arvenia", "Jorund")), ("zh", ("凯斯特里亚", "阿尔韦尼亚", "约伦德"))],
)
def test_a_negotiating_text_is_read_with_who_proposes_what(language: str, proposers: tuple[str, ...]) -> None:
    text = tool().negotiated(tool().source(tool().NEXT, language))
    resolution = eco.parse_resolution(read_bytes(text.encode(), "draft.txt"))
    proposed = {(mark.paragraph, mark.proposer) for mark in resolution.marks if mark.proposer}
    assert proposed == {*zip(("P5", "6", "9"), proposers, strict=True)}
    assert {(mark.paragraph, mark.kind) for mark in resolution.marks if mark.kind in ("add", "delete")} == {
        ("6", "add"),
        ("8", "delete"),
        ("9", "delete"),
    }
    assert {mark.paragraph for mark in resolution.marks if mark.status == "agreed"} == {"12"}
    assert [paragraph.id for paragraph in resolution.paragraphs if paragraph.part != "title"] == [
        paragraph.id
        for paragraph in facts(NEXT, language).resolution.paragraphs
        if paragraph.part in ("preamble", "operative")
    ]


# --- wherever it is shown ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_says_that_its_words_are_invented(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The negotiating text has no symbol, and says so all the same; 75/324 is no model text."""
    draft = eco.parse_resolution(
        read_bytes(tool().negotiated(tool().source(tool().NEXT, language)).encode(), "draft.txt")
    )
    old, new, zero = (
        eco.to_edition(each) for each in (facts(FIRST, language), facts(NEXT, language), eco.extract_facts(draft))
    )
    real = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    for earlier, later, invented in ((old, new, True), (zero, zero, True), (real, real, False)):
        comparison = compare_editions(earlier, later)
        brief = make_brief(comparison)
        assert comparison_to_contract(comparison, brief)["model"] is invented
        words = labels(later.language)("brief.model")
        assert (words in redline(comparison, brief)) is invented
        print_brief(comparison, brief)
        printed = "".join(capsys.readouterr().out.split())
        assert ("".join(words.split()) in printed) is invented


def test_no_official_address_leads_to_what_no_document_has() -> None:
    symbols = {*CORPUS.resolutions["symbol"], *CORPUS.resolutions["drafts"].explode()}
    symbols |= {symbol for symbol in CORPUS.citations["cited"].drop_nulls() if symbol.startswith(("A/", "E/"))}
    for path in model().glob("*.xml"):
        symbols |= set(re.findall(r"\b[AE]/(?:C\.2/)?9\d/[\w./]*\d", path.read_text(encoding="utf-8")))
    revised = {symbol.removesuffix("/Rev.1") for symbol in symbols}
    assert symbols | revised == set(load("facts/model")["symbols"])
    assert {address(symbol, language) for symbol in symbols for language in LANGUAGES} == {None}
    assert address("A/RES/75/324", "zh")
    assert CORPUS.citations.filter(CORPUS.citations["cited"].is_in(symbols))["url"].null_count() > 0
    assert CORPUS.citations["url"].drop_nulls().to_list() == []
    view = view_text(language="en")  # of another corpus, which has no page of them
    assert [view.address(NEXT, "4"), view.edition_address(FIRST), view.address("A/RES/93/911", "1")] == [None] * 3
    assert "<a" not in view.official(NEXT) + view.linked(FIRST) + view.link("4", NEXT) + view.place(NEXT, "4")
    assert "un.org" not in str(view.with_rows(CORPUS.clauses).to_dicts())
    assert b"un.org" not in eco.due("model").write_json().encode() + to_calendar(eco.due("model"))
    assert [place.fetch for place in memberships(CORPUS).values()] == [None, None]


# --- beside real resolutions of the same committee --------------------------------------------------------------------

COMMITTEE = {"en": "report of the Second Committee", "zh": "第二委员会的报告"}
PARTS = "preamble", "operative"
SIZE = 12  # paragraphs; shorter ones are procedure


def words(text: str) -> int:
    """Words; where words touch, characters, a number or a symbol being one."""
    return len(re.findall(r"[A-Za-z0-9'’/-]+|[^\W\dA-Za-z_]", text))


def sizes(resolution: Resolution, *parts: str) -> list[int]:
    return [words(place.text) for place in resolution.paragraphs if place.part in parts]


@cache
def real(shared: Path, language: str) -> dict[str, Facts]:
    """The facts of every third of the committee's resolutions of three sessions, by their symbols."""
    files = sorted((shared / "unxml" / language).glob("A_RES_7[5-7]_*.xml"))
    plain = ((path, re.sub("<[^>]*>", "", path.read_text(encoding="utf-8")[:60_000])) for path in files)
    theirs = [path for path, text in plain if COMMITTEE[language] in text][::3]
    each = (eco.extract_facts(eco.parse_resolution(read_document(path))) for path in theirs)
    return {one.resolution.symbol or "": one for one in each if len(sizes(one.resolution, *PARTS)) >= SIZE}


def measured(one: Facts, verbs: set[str]) -> dict[str, float]:
    """The form of a resolution, and the share of its verbs that others do not have."""
    preamble, operative = (sizes(one.resolution, part) for part in PARTS)
    places = len(preamble) + len(operative)
    return {
        "recitals": len(preamble),
        "words a recital": mean(preamble),
        "words an operative paragraph": mean(operative),
        "words of the longest": max(preamble + operative),
        "clauses a paragraph": len(one.clauses) / places,
        "citations a paragraph": len(one.citations) / places,
        "verbs that others lack": mean(clause.lemma not in verbs for clause in one.clauses),
    }


def lemmas(them: Iterable[Facts]) -> set[str]:
    return {clause.lemma for one in them for clause in one.clauses}


def assert_within(values: dict[str, float], others: list[dict[str, float]], name: str) -> None:
    """Between the twentieth part of the others that has least and the one that has most; the table is printed."""
    outside = []
    for kind, value in values.items():
        low, *_, high = quantiles([other[kind] for other in others], n=20, method="inclusive")
        print(f"{name} {kind}: {value:.2f}; {low:.2f} to {high:.2f} of {len(others)} real ones")
        outside += [] if low <= value <= high else [(kind, value, low, high)]
    assert outside == []


@pytest.mark.thorough
@pytest.mark.shared
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_does_not_stand_out_among_real_ones(language: str, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By its form; of directives it has twice as many as they have, since it shows each kind."""
    others = real(shared, language)
    figures = [measured(one, lemmas(o for o in others.values() if o is not one)) for one in others.values()]
    with capsys.disabled():
        for symbol in (FIRST, NEXT):
            assert_within(measured(facts(symbol, language), lemmas(others.values())), figures, f"{symbol} {language}")


@pytest.mark.thorough
@pytest.mark.shared
def test_its_chinese_is_as_full_as_theirs(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Chinese characters for each English word."""

    def fullness(english: Facts, chinese: Facts) -> dict[str, float]:
        counts = [sum(sizes(one.resolution, *PARTS)) for one in (chinese, english)]
        return {"characters a word": counts[0] / counts[1]}

    english, chinese = (real(shared, language) for language in LANGUAGES)
    figures = [fullness(english[symbol], chinese[symbol]) for symbol in english.keys() & chinese.keys()]
    with capsys.disabled():
        for symbol in (FIRST, NEXT):
            assert_within(fullness(facts(symbol, "en"), facts(symbol, "zh")), figures, symbol)
