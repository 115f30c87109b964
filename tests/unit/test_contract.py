"""The JSON that other programs rely on: its keys and its schema."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import ecoanalysis as eco
from ecoanalysis.contract import not_a_resolution, schema, to_contract
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import (
    Addressee,
    Antecedent,
    Citation,
    Clause,
    DateMention,
    Deadline,
    Due,
    Fact,
    Facts,
    Hedge,
    Mention,
    Report,
    Theme,
)
from ecoanalysis.model.resolution import (
    Adoption,
    Diagnostic,
    DraftMark,
    Footnote,
    Paragraph,
    Resolution,
    Span,
    Sponsor,
    Subject,
    Vote,
)

RAW = "请它们酌情再次报告"

# Every key of version 1: all of them stay.
VERSION_1 = {
    "": "contract document resolution paragraphs footnotes clauses agencies citations themes dates diagnostics",
    "document": "path sha256 format language part",
    "resolution": "symbol organ session number title adopted_on meeting agenda_item drafts adoption sponsors",
    "resolution.adoption": "mode yes no abstain",
    "paragraphs": "id part number text start end",
    "footnotes": "number text paragraph mark_start mark_end start end",
    "clauses": "paragraph index verb verb_start verb_end lemma class band hedges intensifiers continuity addressees "
    "report start end quote deadline",
    "clauses.hedges": "surface start end",
    "clauses.intensifiers": "surface start end",
    "clauses.continuity": "surface start end",
    "clauses.addressees": "surface start end agency kind role antecedents",
    "clauses.addressees.antecedents": "start end agency",
    "clauses.deadline": "kind due due_session due_date",
    "clauses.report": "reporter recipient topic due due_session due_date periodicity",
    "agencies": "paragraph surface agency start end quote",
    "citations": "paragraph kind symbol section surface date url start end quote",
    "themes": "paragraph theme score evidence",
    "themes.evidence": "term start end",
    "dates": "paragraph date surface start end",
    "diagnostics": "level code message start end",
}

# What version 2 added.
VERSION_2 = {
    "": "marks",
    "resolution": "extent status committee subjects votes sponsorship formula",
    "resolution.subjects": "scheme id label",
    "resolution.votes": "country name vote",
    "resolution.sponsorship": "name kind country behalf",
    "paragraphs": "is_point",
    "marks": "kind proposer status paragraph text start end",
    "clauses": "voice act act_verb polarity",
    "clauses.act": "start end",
    "clauses.hedges": "kind",
    "clauses.addressees": "type country",
    "clauses.report": "kind dues",
    "clauses.report.dues": "session date",
}


@pytest.fixture
def everything() -> Facts:
    """One fact of every kind, with every optional part."""
    resolution = Resolution(
        document=Document(RAW, "0" * 64, "made.txt", "txt", "zh"),
        part=1,
        symbol="A/RES/75/1",
        organ="GA",
        session=75,
        number="1",
        title="请",
        adopted_on=date(2020, 9, 21),
        meeting=3,
        agenda_item="8",
        drafts=("A/75/L.1",),
        adoption=Adoption("recorded vote", 120, 4, 30),
        sponsors=("Kenya",),
        paragraphs=(Paragraph(RAW, range(len(RAW)), id="1", part="operative", number="1."),),
        footnotes=(Footnote("见", [0], number="1", paragraph="1", mark=Span(2, 3), position=2),),
        diagnostics=(Diagnostic("warning", "made", "made by hand", 0, 1),),
        status="adopted",
        committee="C2",
        subjects=(Subject("UNBIS", "01.02", "rivers"),),
        votes=(Vote("KEN", "Kenya", "yes"),),
        sponsorship=(Sponsor("Kenya", "state", "KEN", "Group of 77 and China"),),
        formula="大会，",
        marks=(DraftMark("bracket", "Kenya", None, "1", 0, 1, "请"),),
    )
    clause = Clause(
        paragraph="1",
        index=1,
        verb=Fact(0, 1, "请"),
        lemma="请",
        class_="DIR",
        band="D3",
        start=0,
        end=len(RAW),
        quote=RAW,
        hedges=(Hedge(3, 5, "酌情", "discretion"),),
        intensifiers=(Fact(5, 7, "再次"),),
        continuity=(Fact(5, 7, "再次"),),
        addressees=(
            Addressee("它们", Span(1, 3), None, "anaphor", "core", (Antecedent(0, 1, "undp"),)),
            Addressee(None, None, None, "unspecified", "core"),
        ),
        report=Report(
            "undp",
            "general-assembly",
            "再次",
            "第七十七届会议",
            77,
            None,
            "每年",
            dues=(Due(77, None), Due(None, "2026-03")),
        ),
        deadline=Deadline("agenda", "第七十七届会议", 77, None),
        act=Span(5, 9),
        act_verb="报告",
        polarity="do",
    )
    return Facts(
        resolution,
        clauses=(clause,),
        agencies=(Mention(1, 3, "它们", None, "1"),),
        citations=(
            Citation(0, 1, "请", "1", "resolution", "A/RES/70/1", "第二节", "2015-09-25", "https://undocs.org"),
        ),
        themes=(Theme("1", "energy", 0.5, (Fact(0, 1, "请"),)),),
        dates=(DateMention(0, 1, "请", "1", "2016-07-24/2016-07-28"),),
        diagnostics=resolution.diagnostics,
    )


def faults(record: dict[str, Any]) -> list[str]:
    validator = Draft202012Validator(schema())
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(json.loads(json.dumps(record)))]


def keys(record: Any, path: str = "") -> dict[str, str]:
    """The keys of every object inside, by where it stands; of a list's entries those of the first."""
    if isinstance(record, list):
        return keys(record[0], path) if record else {}
    if not isinstance(record, dict):
        return {}
    inside = {at: found for key in record for at, found in keys(record[key], f"{path}.{key}".strip(".")).items()}
    return {path: " ".join(record)} | inside


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_every_key_of_the_contract(everything: Facts) -> None:
    places = VERSION_1.keys() | VERSION_2.keys()
    wanted = {place: {*VERSION_1.get(place, "").split(), *VERSION_2.get(place, "").split()} for place in places}
    assert {place: set(names.split()) for place, names in keys(to_contract(everything)).items()} == wanted


def test_values_are_those_of_the_facts(everything: Facts) -> None:
    record = to_contract(everything)
    assert faults(record) == []
    assert record["contract"] == 2
    assert record["resolution"]["adopted_on"] == "2020-09-21"
    assert record["resolution"]["adoption"] == {"mode": "recorded vote", "yes": 120, "no": 4, "abstain": 30}
    assert record["footnotes"][0]["mark_start"] == 2
    clause = record["clauses"][0]
    assert (clause["class"], clause["verb"], clause["verb_start"], clause["verb_end"]) == ("DIR", "请", 0, 1)
    assert clause["hedges"] == [{"surface": "酌情", "kind": "discretion", "start": 3, "end": 5}]
    assert clause["addressees"][0]["antecedents"] == [{"start": 0, "end": 1, "agency": "undp"}]
    assert clause["addressees"][1]["surface"] is None
    assert clause["report"]["due_session"] == 77


def test_the_sample_follows_the_schema() -> None:
    record = to_contract(eco.extract_facts(eco.parse_resolution(eco.sample())))
    assert faults(record) == []
    raw = eco.sample().raw
    assert raw[record["clauses"][0]["verb_start"] : record["clauses"][0]["verb_end"]] == "回顾"
    assert all(record[kind] for kind in ("paragraphs", "footnotes", "clauses", "agencies", "citations", "dates"))


def test_a_text_that_is_no_resolution() -> None:
    record = not_a_resolution(eco.read_text("A letter."), "no organ speaks in it")
    assert faults(record) == []
    assert set(record) == {*VERSION_1[""].split(), "marks"}
    assert record["resolution"] is None
    assert not any(record[kind] for kind in record.keys() - {"contract", "document", "resolution", "diagnostics"})
    assert record["diagnostics"] == [
        {"level": "error", "code": "not-a-resolution", "message": "no organ speaks in it", "start": 0, "end": 9}
    ]


@pytest.mark.parametrize(
    ("place", "key", "value"),
    [
        ((), "contract", 1),
        (("document",), "sha256", "384af8"),
        (("document",), "language", "French"),
        (("resolution",), "adopted_on", "9 September 2021"),
        (("resolution",), "session", "75"),
        (("paragraphs", 0), "start", -1),
        (("paragraphs", 0), "part", "header"),
        (("clauses", 0), "class", "SAY"),
        (("clauses", 0), "band", None),
        (("clauses", 0, "addressees", 0), "kind", "everyone"),
        (("clauses", 0, "report"), "due_session", "77"),
        (("clauses", 0, "addressees", 0), "type", "everyone"),
        (("clauses", 0), "polarity", "perhaps"),
        (("resolution", "votes", 0), "country", "Kenya"),
        (("agencies", 0), "agency", "United Nations"),
        (("citations", 0), "surface", ""),
        (("themes", 0), "score", 1.5),
        (("dates", 0), "date", "24 July"),
    ],
)
def test_the_schema_is_strict(everything: Facts, place: tuple[Any, ...], key: str, value: Any) -> None:
    record = to_contract(everything)
    entry: Any = record
    for step in place:
        entry = entry[step]
    assert key in entry
    entry[key] = value
    assert faults(record)
    del entry[key]
    assert faults(record)


def test_fields_may_be_added(everything: Facts) -> None:
    record = to_contract(everything)
    record["clauses"][0]["mandate"] = "M2"
    record["made_by"] = "a later version"
    assert faults(record) == []
