"""Reporting obligations: who is to report to whom, about what, by when; and when a decision brings a matter back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ecoanalysis.extract.agencies import Named, between
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.facts import Deadline, DeadlineKind, Report
from ecoanalysis.parse.dates import find_dates

_BACK = 2000  # how far before a directive "that session" is looked for


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return language_of(language).compiled("reports", name)


def find_report(
    text: str, start: int, stop: int, names: Sequence[Named], reporters: Sequence[str | None], language: str
) -> Report | None:
    """Return the reporting obligation of a directive between two places of a text, None where it asks for no report.

    Parameters
    ----------
    names
        The names of bodies in the text.
    reporters
        Ids of the directive's addressees.

    Examples
    --------
    >>> from ecoanalysis.extract.agencies import find_names
    >>> text = "请秘书长向大会第七十七届会议提交关于本决议执行情况的报告；"
    >>> report = find_report(text, 1, len(text), find_names(text, "zh"), ["secretary-general"], "zh")
    >>> report.recipient, report.due, report.due_session, report.topic
    ('general-assembly', '第七十七届会议', 77, '本决议执行情况')
    """
    words = text[start:stop]
    if not _pattern(language, "asks").search(words):
        return None
    recipient = _recipient(words, start, names, reporters, language)
    due = _pattern(language, "due").search(words)
    back = None if due else _pattern(language, "due_back").search(words)
    session = (
        list(_pattern(language, "due").finditer(text, max(0, start - _BACK), start))[-1:]
        if back
        else [due]
        if due
        else []
    )
    dated = _pattern(language, "due_date").search(words)
    topic = _pattern(language, "topic").search(words)
    periodicity = _pattern(language, "periodicity").search(words)
    written = next((found["due"] for found in (due, back, dated) if found), None)
    date = next((found.date for found in find_dates(dated[0], language)), None) if dated and not session else None
    return Report(
        reporter=next((id for id in reporters if id), None),
        recipient=recipient,
        topic=topic["topic"].strip() if topic else None,
        due=written,
        due_session=_session(session[0]["session"], language) if session else None,
        due_date=date,
        periodicity=periodicity[0] if periodicity else None,
    )


_DEADLINES: tuple[DeadlineKind, ...] = ("expiry", "agenda", "review")


def find_deadline(text: str, start: int, stop: int, language: str, session: int | None = None) -> Deadline | None:
    """Return when a decision between two places of a text brings its matter back or lets it end, if it says so.

    ``session`` is that of the resolution: an earlier one is another body's.

    Examples
    --------
    >>> text = "决定将题为“湖泊”的项目列入大会第八十届会议临时议程。"
    >>> find_deadline(text, 2, len(text), "zh")
    Deadline(kind='agenda', due='第八十届会议', due_session=80, due_date=None)
    >>> text = "Decides to extend the mandate of the Working Group until 31 December 2027;"
    >>> find_deadline(text, 7, len(text), "en").due_date
    '2027-12-31'
    """
    words = text[start:stop]
    for kind in _DEADLINES:
        if not (found := _pattern(language, kind).search(words)):
            continue
        if kind == "expiry":
            ends = _pattern(language, "ends").search(words, found.start())
            date = next((one.date for one in find_dates(ends[0], language)), None) if ends else None
            if ends and date:
                return Deadline(kind, ends["due"], None, date)
        elif due := _pattern(language, "due").search(words):
            number = _session(due["session"], language)
            if number and number >= (session or 0):
                return Deadline(kind, due["due"], number, None)
    return None


def _session(words: str, language: str) -> int | None:
    return language_of(language).ordinal(words)


def _recipient(
    words: str, start: int, names: Sequence[Named], reporters: Sequence[str | None], language: str
) -> str | None:
    match = _pattern(language, "recipient").search(words)
    if match is None:
        return None
    begin, end = (start + at for at in match.span("recipient"))
    inside = [name.agency for name in between(names, begin, end + 1)]
    return next((id for id in inside if id and id not in reporters), None)
