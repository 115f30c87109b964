"""What falls due over all resolutions at hand: as one table, and as a calendar file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from ecoanalysis.corpus import open_corpus
from ecoanalysis.editions import FactTables, Where
from ecoanalysis.errors import ChoiceError, check_text
from ecoanalysis.lexicon import SPOKEN
from ecoanalysis.lexicon.bodies import nearest_bodies, registry
from ecoanalysis.lexicon.labels import Labels, interface_of, labels
from ecoanalysis.parse.head.symbols import address
from ecoanalysis.recurring.at_hand import Version, series_at_hand, titles_in, versions_at_hand
from ecoanalysis.recurring.obligations import obligations_of
from ecoanalysis.recurring.tables import obligation_table

if TYPE_CHECKING:
    import polars as pl

_PRODUCT = "-//ecoanalysis//obligations//EN"


def due(corpus: Where = "", body: str = "", language: str = "") -> pl.DataFrame:
    """Return what the resolutions at hand let fall due, past and to come, soonest first: table ``obligations``.

    A draft lets nothing fall due until it is adopted.

    Parameters
    ----------
    corpus
        Folder of documents; the bundled corpus where it is empty. The editions that the package brings of the series
        that it is of count too.
    body
        Id or a name of the body that is to report, or to be reported to; every body where it is empty.
    language
        Language in which is told what it is about, where a text at hand is in it.

    Raises
    ------
    ChoiceError
        Where the registry has no such body.

    Examples
    --------
    >>> frame = due(language="en")
    >>> frame.filter(status="open").select("kind", "reporter", "recipient", "due_session", "due_from").row(0)
    ('report', 'secretary-general', 'general-assembly', 81, '2026-09')
    """
    import polars as pl

    check_text(body=body, language=language)
    if body and body not in registry():
        id = registry().by_name(body)
        if id is None:
            raise ChoiceError(f"{body}: the registry has no such body; the nearest are {nearest_bodies(body)}")
        body = id
    opened = open_corpus(corpus)
    drafts = set(opened.chosen.filter(status="draft")["symbol"])
    versions = [version for version in versions_at_hand(opened) if version.symbol not in drafts]
    symbols = dict.fromkeys(version.symbol for version in versions)
    groups = {each.id: [symbol for symbol in each.symbols if symbol in symbols] for each in series_at_hand(opened)}
    of_series = {symbol for group in groups.values() for symbol in group}
    alone = [[symbol] for symbol in symbols if symbol not in of_series]
    tables = FactTables([(version.document, version.part) for version in versions], opened)
    obligations = obligations_of([*groups.values(), *alone], tables)
    ids = [*groups, *(None for _ in alone)]
    frames = [obligation_table(each, id, language) for id, each in zip(ids, obligations, strict=True) if each]
    frame = pl.concat(frames) if frames else obligation_table([], None)
    if body:
        sides = [pl.col(side).str.split(", ").list.contains(body) for side in ("reporter", "recipient")]
        frame = frame.filter(pl.any_horizontal(sides))
    return _titled(frame, versions, language).sort("due_from", "symbol", nulls_last=True, maintain_order=True)


def _titled(frame: pl.DataFrame, versions: Sequence[Version], language: str) -> pl.DataFrame:
    """Rows told in another language than the one asked for, by the title that another text of the same has in it."""
    import polars as pl

    titles = titles_in(versions, language)
    whose = {(version.symbol, version.language): version.title for version in versions}
    named_rows = []
    for row in frame.select("symbol", "subject", "subject_language").iter_rows(named=True):
        title = whose.get((row["symbol"], row["subject_language"])) or ""
        named = titles.get((row["subject_language"], title.casefold()), "")
        shown = named and row["subject_language"] != language and (row["subject"] or "").startswith(title)
        named_rows.append((named, language) if shown else (row["subject"], row["subject_language"]))
    columns = {"subject": [words for words, _ in named_rows], "subject_language": [spoken for _, spoken in named_rows]}
    return frame.with_columns(pl.Series(name, values, pl.String) for name, values in columns.items())


def months_of() -> pl.Expr:
    """The months of an obligation, or the day."""
    import polars as pl

    span = pl.format("{} – {}", "due_from", "due_to")
    return pl.when(pl.col("due_from") != pl.col("due_to")).then(span).otherwise("due_from")


def to_calendar(frame: pl.DataFrame, language: str = SPOKEN) -> bytes:
    """Return what falls due as an iCalendar file: one entry a row that names a time, in its first month or on its day.

    Examples
    --------
    >>> text = to_calendar(due(language="en").filter(status="open")).decode()
    >>> text.count("BEGIN:VEVENT"), "DTSTART;VALUE=DATE:20260901" in text
    (2, True)
    """
    from icalendar import Calendar

    say = labels(interface_of(language))
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say("calendar.name"))
    nth = Counter[str]()
    for row in frame.drop_nulls("due_from").iter_rows(named=True):
        name = _name(row)
        nth[name] += 1
        calendar.add_component(_event(row, f"{name}-{nth[name]}" if nth[name] > 1 else name, say))
    return bytes(calendar.to_ical())


def _name(row: dict[str, Any]) -> str:
    """What an entry is called in every calendar that has it, whatever languages were read."""
    reporters = [name for name in (row["reporter"] or "").split(", ") if name in registry()]
    parts = (row["symbol"], row["paragraph"], row["kind"], row["due_from"], *sorted(reporters))
    return "-".join(parts).replace("/", "_").replace(" ", "_")


def _event(row: dict[str, Any], name: str, say: Labels) -> Any:
    from icalendar import Event

    first = _day(row["due_from"])
    event = Event()
    event.add("uid", f"{name}@ecoanalysis")
    event.add("dtstamp", datetime(first.year, first.month, first.day, tzinfo=UTC))
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", summary(row, say))
    event.add("description", "\n".join(_particulars(row, say)))
    if official := address(row["symbol"], say.language):
        event.add("url", official)
    return event


def _day(written: str) -> date:
    """The first day of what is written to the day, the month or the year; of a range its first."""
    year, month, day, *_ = (*written.partition("/")[0].split("-"), "1", "1")
    return date(int(year), int(month), int(day))


def summary(row: dict[str, Any], say: Labels) -> str:
    """Return one row of the table ``obligations`` in a line: what is due, from whom, to whom, about what, when.

    Examples
    --------
    >>> summary(due(language="zh").filter(status="open").row(0, named=True), labels("zh"))
    '报告（秘书长提交），对象：大会（第81届会议）：联合国同经济合作组织的合作'
    """
    of, to = (
        say(name, body=body) if body else ""
        for name, ids in (("calendar.of", row["reporter"]), ("calendar.to", row["recipient"]))
        for body in [_bodies(ids or "", row, say)]
    )
    when = say("calendar.session", session=row["due_session"]) if row["due_session"] else row["due_from"] or ""
    kind = say(f"calendar.{row['kind']}")
    return say("calendar.summary", kind=kind, of=of, to=to, subject=row["subject"], when=when)


def _bodies(names: str, row: dict[str, Any], say: Labels) -> str:
    """The names of bodies; words of a text in another language are no name here."""
    ours = say.language in row["languages"]
    each = names.split(", ")
    return say.join(
        registry().label(name, say.language) if name in registry() else name
        for name in each
        if ours or name in registry()
    )


def _particulars(row: dict[str, Any], say: Labels) -> list[str]:
    """What stands behind an entry: where it is asked, the months, and what became of it."""
    lines = [say("calendar.asked", symbol=row["symbol"], paragraph=row["paragraph"])]
    if row["due_session"]:
        lines.append(say("calendar.months", session=row["due_session"], first=row["due_from"], last=row["due_to"]))
    if row["committee"]:
        lines.append(say("calendar.committee", committee=say(f"committee.{row['committee']}")))
    if "only" in row["differs"]:
        lines.append(say("calendar.only"))
    if row["status"] == "met":
        name = "calendar.met" if row["met_by"] else "calendar.taken_up"
        return [*lines, say(name, by=row["met_by"], edition=row["met_in"])]
    return [*lines, say(f"calendar.{row['status']}")]
