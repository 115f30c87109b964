"""The series of a folder: listed, opened by any name, told of in status, titles and a calendar."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from icalendar import Calendar

import ecoanalysis as eco
from ecoanalysis.corpus import open_corpus
from ecoanalysis.errors import ChoiceError, CorpusError
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.recurring.at_hand import main_series, open_series
from ecoanalysis.recurring.calendar import due, summary, to_calendar
from ecoanalysis.recurring.recognise import listed_series
from ecoanalysis.recurring.subject import subject
from ecoanalysis.status import status

TEXT = (
    "Resolution adopted by the General Assembly on 3 May 20{year}\n\n{session}/{number}. {title}\n\n"
    "The General Assembly,\n\n"
    "Recalling its resolution {cited} of 3 May 2006,\n\n"
    "1. Takes note of the report of the Secretary-General in document A/{session}/20;\n\n"
    "2. Requests the Secretary-General to report to the General Assembly at its {next} session on the state of lakes."
)
NEXT = {61: "sixty-third", 63: "sixty-fifth"}
TITLES = ("Lakes of the north", "Question of Tarnland", "Fish and fisheries")


def write(folder: Path, session: int, number: int, title: str, cited: str = "60/9") -> None:
    words = {"session": session, "year": f"{session - 55:02}", "number": number, "title": title, "cited": cited}
    text = TEXT.format(next=NEXT[session], **words)
    (folder / f"{session}_{number}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A folder of three series of two editions each."""
    for session in NEXT:
        for number, title in enumerate(TITLES, 1):
            write(tmp_path, session, number, title)
    return tmp_path


def test_the_series_of_a_folder_are_listed_with_editions_languages_years_and_adoption(three: Path) -> None:
    frame = eco.series(three)
    assert sorted(frame["series"]) == ["fish-and-fisheries", "lakes-of-the-north", "question-of-tarnland"]
    assert frame.select("editions", "languages", "first_year", "last_year", "here").unique().rows() == [
        (2, ["en"], 2006, 2008, 2)
    ]
    assert set(frame["adoption"].explode()) == {None}  # no source says, and that is no adoption without a vote


@pytest.mark.parametrize("name", ["lakes-of-the-north", "A/RES/61/1", "63/1", "lakes", "Lakes north"])
def test_a_series_is_opened_by_whatever_one_would_guess(three: Path, name: str) -> None:
    assert open_series(name, three).symbols == ("A/RES/61/1", "A/RES/63/1")


def test_a_name_of_several_series_names_them(three: Path) -> None:
    with pytest.raises(CorpusError, match=r"several series at hand; name one of: fish-and-fisheries, lakes-of-the"):
        open_series("s", three)


def test_a_folder_without_the_series_that_is_shipped_has_nothing_of_it(three: Path) -> None:
    assert main_series(three) == ""
    assert "eco" not in eco.series(three)["series"]
    assert listed_series("eco")
    lonely = three / "lonely"
    lonely.mkdir()
    write(lonely, 61, 1, TITLES[0])
    with pytest.raises(CorpusError, match="no such series at hand; the nearest are: none"):
        open_series("", lonely)


def test_status_says_of_every_resolution_why_it_is_in_its_series_or_in_none(three: Path) -> None:
    write(three, 63, 9, "Marshes", cited="61/40")
    places = {entry["symbol"]: entry for entry in status(open_corpus(three))["resolutions"]}
    assert places["A/RES/61/1"]["why"] == "edition 1 of 2: A/RES/63/1 continues it"
    assert places["A/RES/61/1"]["fetch"] == f"ecoanalysis fetch A/RES/60/9 --language en --to {three}"
    assert places["A/RES/63/1"]["why"] == "edition 2 of 2: the title of A/RES/61/1"
    marshes = places["A/RES/63/9"]
    assert (marshes["series"], marshes["fetch"]) == (
        None,
        f"ecoanalysis fetch A/RES/61/40 --language en --to {three}",
    )
    assert "A/RES/61/40, which it recalls, may be the edition before" in marshes["why"]


def test_titles_follow_the_corpus(three: Path, tmp_path: Path) -> None:
    assert subject(three, "en") == "Fish and fisheries; Lakes of the north; Question of Tarnland"
    one = tmp_path / "one"
    one.mkdir()
    write(one, 61, 1, TITLES[0])
    assert subject(one, "en") == "A/RES/61/1, Lakes of the north"
    write(one, 61, 2, TITLES[1])
    assert (subject(one, "en"), subject(one, "zh")) == ("2 resolutions of session 61", "第61届会议的2项决议")
    write(one, 63, 1, TITLES[0])
    write(one, 63, 2, "Marshes")
    assert subject(one, "en") == "Lakes of the north"  # half of it is of one series
    write(one, 63, 3, "Bogs")  # and now it is not
    assert subject(one, "en") == "5 resolutions of sessions 61 to 63"


def test_past_and_future_stand_in_one_table(three: Path) -> None:
    frame = due(three, language="en")
    assert frame.select("due_from", "status").unique(maintain_order=True).rows() == [
        ("2008-09", "met"),
        ("2010-09", "open"),
    ]
    first = frame.filter(symbol="A/RES/61/1").row(0, named=True)
    assert (first["met_by"], first["met_in"], first["days"]) == ("A/63/20", "A/RES/63/1", 0)
    assert summary(first, labels("en")) == (
        "Report by Secretary-General to General Assembly (session 63): Lakes of the north: the state of lakes"
    )


def test_a_body_has_the_rows_that_it_owes_and_is_owed(three: Path) -> None:
    assert due(three, "secretary-general").height == due(three, "UNGA").height == due(three).height == 6
    assert due(three, "undp").is_empty()
    with pytest.raises(ChoiceError, match="the registry has no such body"):
        due(three, "bodyless")


def test_the_calendar_is_one_that_programs_read(three: Path) -> None:
    frame = due(three, language="en")
    calendar = Calendar.from_ical(to_calendar(frame, "en"))
    events = calendar.walk("VEVENT")
    assert len(events) == frame.height
    assert len({str(event["uid"]) for event in events}) == frame.height
    assert {event.decoded("dtstart").isoformat() for event in events} == {"2008-09-01", "2010-09-01"}
    assert all(str(event["summary"]).startswith("Report by") for event in events)


def test_the_calendar_keeps_to_rfc_5545(three: Path) -> None:
    """Lines end in CRLF and are no longer than 75 octets; an entry keeps its identity and its stamp."""
    frame = due(three, language="en")
    written = to_calendar(frame, "zh")
    lines = written.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert [lines[0], lines[-2:]] == [b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""]]
    assert {name: written.count(name) for name in (b"VERSION:2.0", b"PRODID:", b"METHOD:PUBLISH")} == {
        b"VERSION:2.0": 1,
        b"PRODID:": 1,
        b"METHOD:PUBLISH": 1,
    }
    once, again = (identities(to_calendar(frame.sample(fraction=1, shuffle=True, seed=seed), "en")) for seed in (1, 2))
    assert once == again == identities(written)


def identities(written: bytes) -> set[tuple[str, str]]:
    events = Calendar.from_ical(written).walk("VEVENT")
    return {(str(event["uid"]), event.decoded("dtstamp").isoformat()) for event in events}


def test_an_entry_of_each_row_that_names_a_time_has_a_name_of_its_own(three: Path) -> None:
    frame = due(three, language="en")
    assert len(identities(to_calendar(pl.concat([frame, frame]), "en"))) == 2 * frame.height


def test_a_draft_lets_nothing_fall_due(three: Path) -> None:
    before = due(three)
    text = (three / "63_1.txt").read_text(encoding="utf-8").partition("\n\n")[2].replace("63/1. ", "")
    head = "A/C.2/65/L.7\n\nSecond Committee\n\nTarnland: draft resolution\n\n"
    draft = head + text.replace("sixty-fifth", "sixty-seventh")
    (three / "draft.txt").write_text(draft, encoding="utf-8")
    (three / "nameless.txt").write_text(f"Zero draft\n\n{text}", encoding="utf-8")
    assert due(three).equals(before)
    drafts = dict(eco.series(three).select("series", "drafts").rows())
    assert set(drafts["lakes-of-the-north"]) == {"A/C.2/65/L.7", "nameless.txt"}
    held = status(open_corpus(three))["resolutions"]
    nameless = str(three / "nameless.txt")
    drafted = [
        entry for entry in held if entry["symbol"] == "A/C.2/65/L.7" or entry["documents"][0]["path"] == nameless
    ]
    assert [entry["why"] for entry in drafted] == ["a draft, beside its 2 editions"] * 2
