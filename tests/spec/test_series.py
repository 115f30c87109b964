"""Many editions: series by title and citation, lineages from edition to edition, and what falls due."""

from __future__ import annotations

from dataclasses import replace

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.changes.translation_variance import flag_variance
from ecoanalysis.extract.clauses.reports import find_deadline
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


@pytest.mark.parametrize(
    ("second", "title", "symbols"),
    [
        ((63,), "Cooperation on lakes", ("A/RES/61/1", "A/RES/63/1", "A/RES/63/1 B")),
        ((63,), "Marshes", ("A/RES/61/1", "A/RES/63/1")),
        ((61, 63), "Cooperation on lakes", ("A/RES/61/1", "A/RES/63/1")),  # a series of their own
    ],
)
def test_a_second_text_of_one_number_is_of_the_series_where_second_texts_are_none(
    second: tuple[int, ...], title: str, symbols: tuple[str, ...]
) -> None:
    firsts = [edition(session, *LAKES) for session in (61, 63)]
    seconds = [replace(edition(session, *LAKES, title=title), symbol=f"A/RES/{session}/1 B") for session in second]
    assert symbols in [series.symbols for series in find_series([*firsts, *seconds])]


@pytest.mark.parametrize(
    ("cited", "joined"),
    [("57/9, 58/9, 60/9 and 61/1", True), ("57/9, 58/9 and 60/9", False), ("40/2, 41/3 and 61/1", False)],
)
def test_what_has_no_title_is_known_by_what_it_cites(cited: str, joined: bool) -> None:
    old = edition(61, *LAKES, cited="57/9, 58/9 and 60/9")
    new = replace(edition(63, *LAKES, cited=cited), title=None)
    assert bool(find_series([old, new])) is joined


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


# resolutions in several languages

CHINESE = """大会决议
20{year}年5月3日大会决议

{session}/1. {title}

大会，

回顾其2006年5月3日第{cited}号决议，

1. 表示注意到秘书长关于湖泊状况的报告；

2. 请秘书长向大会第{next}届会议提交关于湖泊状况的报告。
"""
ORDINALS = {61: "六十三", 63: "六十五", 65: "六十七"}


def in_chinese(session: int, title: str = "湖泊方面的合作", cited: str = "60/1") -> Facts:
    text = CHINESE.format(session=session, year=session - 55, title=title, cited=cited, next=ORDINALS[session])
    return eco.extract_facts(eco.parse_resolution(eco.read_text(text)))


def in_english(session: int, **header: object) -> Facts:
    asks = REPORT.format(next=NEXT[session])
    return facts(session, LAKES[0], asks, **header)  # type: ignore[arg-type]


def test_two_languages_of_a_resolution_are_one_edition() -> None:
    every = [make(session) for session in (61, 63) for make in (in_english, in_chinese)]
    (series,) = find_series(map(eco.to_edition, every))
    assert series.symbols == ("A/RES/61/1", "A/RES/63/1")
    assert {member.languages for member in series.members} == {("en", "zh")}
    assert series.id == "cooperation-on-lakes"


def test_a_gap_of_a_language_is_no_gap_of_editions() -> None:
    every = [in_english(61), in_chinese(61), in_english(63), in_english(65), in_chinese(65)]
    (series,) = find_series(map(eco.to_edition, every))
    assert series.symbols == ("A/RES/61/1", "A/RES/63/1", "A/RES/65/1")
    assert follow(series, "zh").gaps == ("A/RES/63/1",)
    assert follow(series).gaps == ()


RECALLING = "Recalling its resolutions {} of 3 May 2006,"
OLD_NAME = "Follow-up to the Lakes Pathway and further implementation of the Programme for small lake States"
NEW_NAME = "Follow-up to and implementation of the Tarn Agenda for small lake States: a renewed declaration"
RENAMED = [
    # the later title, what the earlier and the later recall beside it, joined
    (NEW_NAME, "57/9, 58/9 and 60/9", "57/9, 58/9, 60/9 and 61/1", True),
    (NEW_NAME, "57/9, 58/9 and 60/9", "57/9, 58/9 and 60/9", False),  # recalled beside it, but not itself
    (NEW_NAME, "57/9, 58/9 and 60/9", "40/2, 41/3, 45/6 and 61/1", False),  # recalled among others
    ("World Day of Tarns", "57/9, 58/9 and 60/9", "57/9, 58/9, 60/9 and 61/1", False),  # of another matter
]


@pytest.mark.parametrize(("title", "before", "after", "joined"), RENAMED)
def test_a_renamed_one_is_followed_by_what_it_recalls(title: str, before: str, after: str, joined: bool) -> None:
    old = edition(61, *LAKES, title=OLD_NAME, cited=before)
    new = edition(63, *LAKES, title=title, cited=after)
    assert bool(find_series([old, new])) is joined


def test_who_keeps_the_title_comes_before_who_is_renamed() -> None:
    old = edition(61, *LAKES, title=OLD_NAME, cited="57/9 and 58/9")
    renamed = edition(63, *LAKES, number=1, title=NEW_NAME, cited="57/9, 58/9 and 61/1")
    kept = edition(63, *LAKES, number=2, title=OLD_NAME, cited="57/9, 58/9 and 61/1")
    (series,) = find_series([old, renamed, kept])
    assert series.symbols == ("A/RES/61/1", "A/RES/63/2")


def test_a_name_inside_another_is_a_twin_and_no_edition() -> None:
    lakes, black = "Cooperation with the Lake Organization", "Cooperation with the Black Lake Organization"
    assert find_series([edition(61, *LAKES, title=lakes), edition(63, *LAKES, title=black, cited="61/1")]) == []


def test_a_draft_joins_its_series_and_is_no_edition() -> None:
    every = [eco.to_edition(in_english(session)) for session in (61, 63)]
    draft = replace(eco.to_edition(in_english(65)), symbol="A/C.2/65/L.7")
    (series,) = find_series([*every, draft])
    assert (series.symbols, [member.symbol for member in series.drafts]) == (
        ("A/RES/61/1", "A/RES/63/1"),
        ["A/C.2/65/L.7"],
    )


def test_ids_are_short_and_no_two_are_one() -> None:
    title = "Implementation of the winding programme of action for the lakes of the north and of the south"
    every = [
        edition(session, *LAKES, number=number, title=title, cited=f"61/{number}")
        for session in (61, 63)
        for number in (1, 2)
    ]
    ids = [series.id for series in find_series(every)]
    assert len(set(ids)) == len(ids) == 2
    assert all(len(id) < 100 for id in ids)


def merged(*facts_read: Facts) -> list[Obligation]:
    (series,) = find_series(map(eco.to_edition, facts_read))
    return find_obligations(series, eco.to_tables(list(facts_read), terms=False))


def test_an_obligation_in_two_languages_is_one() -> None:
    both = merged(*(make(session) for session in (61, 63) for make in (in_english, in_chinese)))
    alone = merged(in_english(61), in_english(63))
    assert [(each.symbol, each.due_session, each.status) for each in both] == [
        (each.symbol, each.due_session, each.status) for each in alone
    ]
    first = both[0]
    assert (first.languages, first.differs, sorted(first.subject)) == (("en", "zh"), (), ["en", "zh"])
    assert first.subject["en"] == "Cooperation on lakes: the state of lakes"


def test_what_one_language_alone_tells_is_flagged() -> None:
    (first, *_) = merged(in_english(61), facts_without_report(61), in_english(63))
    assert first.differs == ("only",)


def facts_without_report(session: int) -> Facts:
    text = CHINESE.format(session=session, year=session - 55, title="湖泊方面的合作", cited="60/1", next="六十三")
    return eco.extract_facts(eco.parse_resolution(eco.read_text(text.replace("请秘书长向大会", "欢迎秘书长向大会"))))


def test_two_sessions_are_two_obligations_and_no_time_is_said_to_be_none() -> None:
    twice = REPORT.replace("{next} session", "sixty-third and sixty-fifth sessions")
    never = "Requests the Secretary-General to submit to the General Assembly a report on the fish of the lakes."
    found = [facts(61, LAKES[0], twice), facts(63, LAKES[0], never)]
    told = merged(*found)
    assert [(each.symbol[6:], each.due_session, each.status) for each in told] == [
        ("61/1", 63, "unseen"),
        ("61/1", 65, "open"),
        ("63/1", None, "undated"),
    ]
