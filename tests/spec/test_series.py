"""Many editions: series by title and citation, lineages from edition to edition, and what falls due."""

from __future__ import annotations

from dataclasses import replace

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.variance import flag_variance
from ecoanalysis.extract.reports import find_deadline
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.series import Evolution, Member, Obligation, Series
from ecoanalysis.recurring.lineage import follow
from ecoanalysis.recurring.obligations import due_next, find_obligations
from ecoanalysis.recurring.recognise import find_series, title_words
from ecoanalysis.recurring.tables import series_tables

TEXT = """Resolution adopted by the General Assembly on 3 May 20{year}

{session}/{number}. {title}

The General Assembly,

Recalling its resolution {cited} of 3 May 2006,

{operative}
"""

REPORT = "Requests the Secretary-General to report to the General Assembly at its {next} session on the state of lakes."
LAKES = [
    "Takes note of the report of the Secretary-General on the state of lakes;",
    "Invites the World Bank to consider supporting commissions for the great river basins of the region;",
    "Urges Member States to protect wetlands against pollution from agriculture and heavy industry;",
]


def facts(
    session: int,
    *operative: str,
    number: int = 1,
    title: str = "Cooperation on lakes",
    cited: str = "60/1",
) -> Facts:
    numbered = "\n\n".join(f"{at}. {words}" for at, words in enumerate(operative, 1))
    text = TEXT.format(session=session, number=number, year=session - 55, title=title, cited=cited, operative=numbered)
    return eco.extract_facts(eco.parse_resolution(eco.read_text(text)))


def edition(session: int, *operative: str, **header: object) -> Edition:
    return eco.to_edition(facts(session, *operative, **header))  # type: ignore[arg-type]


def evolution(*editions: Edition) -> Evolution:
    return follow(series_of(*editions))


def series_of(*editions: Edition) -> Series:
    return Series("lakes", tuple(Member(each.symbol or "", (each,)) for each in editions))


def path(found: Evolution, born: str) -> list[tuple[str, str, str]]:
    """The editions, paragraphs and steps of the lineage that was born there."""
    (lineage,) = [lineage for lineage in found.lineages if lineage.id == born]
    return [(one.symbol, one.provision.clause.paragraph, one.step) for one in lineage.occurrences]


# series

TITLES = [
    ("zh", "联合国同湖泊组织的合作", "联合国与湖泊组织的合作", True),
    ("zh", "大会第七十五届会议工作报告", "大会第七十六届会议工作报告", True),
    ("zh", "湖泊的状况", "河流的状况", False),
    ("en", "Report on the work of its fifty-third session", "Report on the work of its fifty-fourth session", True),
    ("en", "Fund for 2021", "Fund for 2022", True),
    ("en", "Confidence-building measures", "Confidencebuilding measures", True),
    ("en", "Question of Guam", "Question of Bermuda", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "one", "other", "same"), TITLES)
def test_titles_are_one_where_only_slots_and_silent_words_differ(
    language: str, one: str, other: str, same: bool
) -> None:
    assert (title_words(one, language) == title_words(other, language)) is same


def test_a_series_is_found_by_its_title_whatever_the_order_of_the_files() -> None:
    editions = [edition(session, *LAKES) for session in (63, 61, 65)]
    (series,) = find_series([*editions, edition(61, *LAKES, number=2, title="Question of Guam")])
    assert series.symbols == ("A/RES/61/1", "A/RES/63/1", "A/RES/65/1")
    assert series.id == "cooperation-on-lakes"


LONGER = "Cooperation on lakes of the northern region and their tributaries"


@pytest.mark.parametrize(("cited", "joined"), [("61/1", True), ("60/9", False)])
def test_a_new_title_is_the_same_series_only_where_the_old_one_is_cited(cited: str, joined: bool) -> None:
    old = edition(61, *LAKES, title=LONGER)
    new = edition(63, *LAKES, title=LONGER.replace("northern", "whole northern"), cited=cited)
    assert bool(find_series([old, new])) is joined


def test_two_of_one_session_are_not_editions_of_each_other() -> None:
    assert find_series([edition(61, *LAKES), edition(61, *LAKES, number=2)]) == []


# lineages


def test_a_mandate_is_followed_across_rewording_and_numbers() -> None:
    stronger = LAKES[1].replace("Invites", "Requests").replace("to consider supporting", "to support")
    found = evolution(edition(61, *LAKES), edition(63, LAKES[0], stronger, LAKES[2]), edition(65, LAKES[2], stronger))
    assert path(found, "A/RES/61/1 2") == [
        ("A/RES/61/1", "2", "born"),
        ("A/RES/63/1", "2", "reworded"),
        ("A/RES/65/1", "2", "carried"),
    ]
    (lineage,) = [lineage for lineage in found.lineages if lineage.id == "A/RES/61/1 2"]
    assert lineage.kind == "mandate"
    assert set(lineage.occurrences[1].types) == {"strengthened", "hedge_removed"}


def test_what_comes_back_after_a_gap_is_revived() -> None:
    without = [LAKES[0], LAKES[2]]
    found = evolution(edition(61, *LAKES), edition(63, *without), edition(65, *LAKES))
    assert [step for *_, step in path(found, "A/RES/61/1 2")] == ["born", "revived"]
    assert path(found, "A/RES/61/1 3")[1:] == [("A/RES/63/1", "2", "carried"), ("A/RES/65/1", "3", "carried")]


def test_every_clause_of_every_edition_is_in_one_lineage() -> None:
    editions = (edition(61, *LAKES), edition(63, LAKES[2], LAKES[0]), edition(65, *reversed(LAKES)))
    found = evolution(*editions)
    clauses = sorted((one.symbol or "", *p.key) for one in editions for q in one.paragraphs for p in q.provisions)
    held = sorted((one.symbol, *one.provision.key) for lineage in found.lineages for one in lineage.occurrences)
    assert held == clauses
    tables = series_tables(found)
    assert tables["lineages"].height == len(clauses)
    assert tables["lineages"].filter(step="born")["lineage"].is_unique().all()


# two languages


def test_a_change_of_force_in_one_language_alone_is_the_translators() -> None:
    old, new = edition(61, *LAKES), edition(63, LAKES[0], LAKES[1].replace("Invites", "Requests"), LAKES[2])
    changed, same = eco.compare_editions(old, new), eco.compare_editions(old, edition(63, *LAKES))
    (link,) = [link for link in flag_variance(changed, same).links if "strengthened" in link.types]
    assert link.counted == ("reworded",)
    assert [link.counted for link in flag_variance(changed, changed).links] == [link.types for link in changed.links]


# what falls due

DEADLINES = [
    (
        "en",
        "Decides to include in the provisional agenda of its eighty-first session an item on lakes",
        ("agenda", 81),
    ),
    ("en", "Decides to review the question of lakes at its eighty-second session", ("review", 82)),
    ("en", "Decides to extend the term of the Panel until 31 December 2027", ("expiry", None)),
    ("en", "Decides to establish a fund for lakes", None),
    ("en", "Decides that the Committee on Lakes at its sixtieth session shall review the matter", None),
    ("zh", "决定将题为“湖泊”的项目列入大会第八十一届会议临时议程", ("agenda", 81)),
    ("zh", "决定在大会第八十二届会议上审查湖泊问题", ("review", 82)),
    ("zh", "决定将小组任期延长至2027年12月31日", ("expiry", None)),
    ("zh", "决定设立湖泊基金", None),
]


@pytest.mark.parametrize(("language", "text", "expected"), DEADLINES)
def test_a_decision_says_when_its_matter_comes_back_or_ends(
    language: str, text: str, expected: tuple[str, int | None] | None
) -> None:
    found = find_deadline(text, 0, len(text), language, session=79)
    assert (found and (found.kind, found.due_session)) == expected
    if found and found.kind == "expiry":
        assert found.due_date == "2027-12-31"


NOTED = "Takes note of the report of the Secretary-General on the state of lakes in document A/{session}/20;"
NEXT = {61: "sixty-third", 63: "sixty-fifth", 65: "sixty-seventh"}


def obligations(*sessions: int, noted: tuple[int, ...] = ()) -> list[Obligation]:
    found = []
    for session in sessions:
        noting = NOTED.format(session=session if session in noted else 50)
        found.append(facts(session, noting, REPORT.format(next=NEXT[session])))
    return find_obligations(series_of(*map(eco.to_edition, found)), eco.to_tables(found, terms=False))


def test_a_report_is_met_by_the_edition_that_notes_one_of_its_session() -> None:
    first, last = obligations(61, 63, noted=(63,))
    assert (first.reporter, first.due_session, first.due_from, first.due_to) == (
        "secretary-general",
        63,
        "2008-09",
        "2009-09",
    )
    assert (first.status, first.met_by, first.met_in, first.met_paragraph) == ("met", "A/63/20", "A/RES/63/1", "1")
    assert (last.status, last.due_session) == ("open", 65)


def test_a_report_that_no_later_edition_notes_is_unseen_not_undone() -> None:
    assert [one.status for one in obligations(61, 63, 65)] == ["unseen", "unseen", "open"]


def test_what_is_open_stands_soonest_first() -> None:
    (one,) = [found for found in obligations(61) if found.status == "open"]
    later = replace(one, due_from="2030-09")
    undated = replace(one, due_from=None, status="undated")
    assert due_next([undated, later, one]) == [one, later]
