"""Reporting obligations: who is to report to whom, about what, by when; and when a decision brings a matter back."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from ecoanalysis.extract.addressees.party_types import body_type
from ecoanalysis.extract.agencies import Named, between
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.facts import Addressee, Deadline, DeadlineKind, Due, Report, ReportKind
from ecoanalysis.parse.head.dates import find_dates

_BACK = 2000  # how far before a directive "that session" is looked for
_COUNTED = "general-assembly"  # whose sessions give a resolution its session
_LEAD = 24  # how far before a body's name that is looked for which makes it the recipient
_BODIES = ("secretary-general", "secretariat", "un-body", "intergovernmental", "expert")  # types of party that report
_FAR = 12  # years: a date further off is a goal's, not a report's


@cache
def _pattern(language: str, *keys: str) -> re.Pattern[str]:
    return language_of(language).compiled("reports", *keys)


def find_report(
    text: str,
    start: int,
    stop: int,
    names: Sequence[Named],
    reporters: Sequence[Addressee],
    language: str,
    *,
    session: int | None = None,
    adopted_on: str | None = None,
) -> Report | None:
    """Return the reporting obligation of a directive between two places of a text, None where it asks for no report.

    Parameters
    ----------
    names
        The names of bodies in the text.
    reporters
        The directive's addressees.
    session, adopted_on
        The resolution's: nothing falls due before.

    Examples
    --------
    >>> from ecoanalysis.extract.agencies import find_names
    >>> text = "请秘书长向大会第七十七届和第七十九届会议提交关于本决议执行情况的报告；"
    >>> report = find_report(text, 1, len(text), find_names(text, "zh"), [], "zh")
    >>> report.kind, report.recipient, [due.session for due in report.dues], report.topic
    ('report', 'general-assembly', [77, 79], '本决议执行情况')
    """
    words = text[start:stop]
    by_body = any(party.agency or party.type in _BODIES for party in reporters)
    kind = _kind(words, by_body, language)
    if kind is None:
        return None
    written, dues = _dues(text, start, stop, language, session, adopted_on)
    periodicity = _pattern(language, "periodicity").search(words)
    by = [name for party in reporters if party.role == "core" for name in _names(party, language)]
    first = dues[0] if dues else Due(None, None)
    if session and kind == "report" and _pattern(language, "to_itself").search(words):
        recipient: str | None = _COUNTED
    else:
        recipient = _recipient(text, start, stop, names, {party.agency for party in reporters}, language, kind)
    gets_it = by_body or recipient or written or kind != "report" or _pattern(language, "organ_meant").search(words)
    if not gets_it:
        return None  # States' document that no organ is said to get; a body reports to the organ that asks it
    if written is None and recipient not in (None, _COUNTED):  # of another organ's counting, as it is written
        sessions = _in_session(text, start, stop, names, language)
        written = next((due for body, due in sessions if body == recipient), None)
    return Report(
        reporter=", ".join(dict.fromkeys(name for name in by if name)) or None,
        recipient=recipient,
        topic=_topic(words, kind, language),
        due=written,
        due_session=first.session,
        due_date=first.date,
        periodicity=periodicity[0] if periodicity else None,
        kind=kind,
        dues=dues,
    )


def _names(party: Addressee, language: str) -> list[str | None]:
    """Who reports: a body's id; of an anaphor those of all that it stands for; else the words, but no pronoun."""
    bodies = [place.agency for place in party.antecedents]
    if bodies and all(bodies):
        return list(bodies)
    holder = party.agency and party.type and body_type(party.agency) != party.type  # an office of another sort reports
    if holder and not party.antecedents:
        return [party.surface]
    return [party.agency or (None if _is_pronoun(party.surface, language) else party.surface)]


def _is_pronoun(surface: str | None, language: str) -> bool:
    kinds = (language_of(language).compiled("names", "anaphor", key) for key in ("pronoun", "it", "person"))
    return any(kind.fullmatch(surface or "") for kind in kinds)


def asks_behind(text: str, start: int, stop: int, language: str) -> int | None:
    """Return where what is asked begins, of a decision between two places of a text that is to ask; else None.

    Examples
    --------
    >>> asks_behind("Decides to request the pilots to report", 7, 39, "en")
    18
    """
    match = _pattern(language, "asks", "decided").match(text, start, stop)
    return match.end() if match else None


def is_to_report(verb: str, language: str) -> bool:
    """Return whether an act whose first verb this is puts something before an organ.

    Examples
    --------
    >>> is_to_report("submit", "en"), is_to_report("adopt", "en")
    (True, False)
    """
    return bool(_pattern(language, "asks", "done").fullmatch(verb))


_IN_WORDS: tuple[ReportKind, ...] = ("content", "report")


def _kind(words: str, body_asked: bool, language: str) -> ReportKind | None:
    """What is asked for: a document or what is to stand in one, whichever comes first; the bare verb last of all."""
    matches = {kind: _pattern(language, "asks", kind).search(words) for kind in _IN_WORDS}
    begins: dict[ReportKind, int] = {kind: match.start() for kind, match in matches.items() if match}
    first = _pattern(language, "asks", "bare_first").search(words)
    if first and begins and first.end() <= min(begins.values()):
        return "report"  # 向大会报告，并将…列入报告
    if begins:
        return min(begins, key=begins.__getitem__)
    if _pattern(language, "asks", "briefing").search(words):
        return "briefing"
    if body_asked and _pattern(language, "asks", "briefing_by_body").search(words):
        return "briefing"
    bare = _pattern(language, "asks", "bare").search(words)
    by_body = body_asked and _pattern(language, "asks", "bare_by_body").search(words)
    return "report" if bare or by_body else None


def _topic(words: str, kind: ReportKind, language: str) -> str | None:
    """What the report is about; of what is to stand in a report not what that report is about."""
    topic = _pattern(language, "topic").search(words)
    if topic is None:
        return None
    asked = _pattern(language, "asks", kind).search(words) if kind == "content" else None
    if asked and _pattern(language, "of_report").search(words[asked.end() : topic.start("topic")]):
        return None
    return topic["topic"].strip()


def _dues(
    text: str, start: int, stop: int, language: str, session: int | None, adopted_on: str | None
) -> tuple[str | None, tuple[Due, ...]]:
    """When it falls due, as written, and each session; else the date."""
    for due in _pattern(language, "due").finditer(text, start, stop):
        if sessions := _sessions(due, language, session):
            return due["due"], tuple(Due(number, None) for number in sessions)
    if back := _pattern(language, "due_back").search(text, start, stop):
        before = list(_pattern(language, "due").finditer(text, max(0, start - _BACK), start))
        return back["due"], tuple(Due(number, None) for due in before[-1:] for number in _sessions(due, language, None))
    for dated in _pattern(language, "due_date").finditer(text, start, stop):
        year = dated.groupdict().get("due_year")  # of a session: at its 2027 session
        words = text[dated.start() : dated.end() + 1]  # with a sign behind it: 在2022年|报告
        for date in [year[:4]] if year else [written.date for written in find_dates(words, language)]:
            if _is_ahead(date, adopted_on):
                return year or dated["due"], (Due(None, date),)
    period = _pattern(language, "due_period").search(text, start, stop)
    return (period["due"] if period else None), ()


def _sessions(due: re.Match[str], language: str, least: int | None) -> list[int]:
    numbers = (language_of(language).ordinal(match[0]) for match in _pattern(language, "number").finditer(due["due"]))
    return [number for number in numbers if number and number >= (least or 0)]


def sessions_named(text: str, language: str) -> list[int]:
    """Return the numbers of the sessions that a text names.

    Examples
    --------
    >>> sessions_named("Decides to convene in 2030, during its eighty-fourth session, a meeting on lakes;", "en")
    [84]
    """
    return [number for due in _pattern(language, "due").finditer(text) for number in _sessions(due, language, None)]


def _is_ahead(date: str, adopted_on: str | None) -> bool:
    if not adopted_on:
        return True
    return adopted_on[: len(date)] <= date and int(date[:4]) <= int(adopted_on[:4]) + _FAR


def _recipient(
    text: str,
    start: int,
    stop: int,
    names: Sequence[Named],
    reporters: set[str | None],
    language: str,
    kind: ReportKind,
) -> str | None:
    """The body that the report is put before: the first so addressed, else the one at whose session it is due."""
    bodies = [name for name in between(names, start, stop) if name.agency and name.agency not in reporters]
    marks, not_to = _pattern(language, "to_whom"), _pattern(language, "not_to")
    addressed = (
        place
        for place, name in enumerate(bodies)
        if marks.search(text[max(start, name.start - _LEAD) : name.start]) and not not_to.match(text, name.end)
    )
    first = next(addressed, None)
    if first is not None:
        return ", ".join(dict.fromkeys(filter(None, _with_others(text, bodies[first:], language))))
    if short := _by_short_name(text, start, stop, bodies, language):
        return short
    if kind == "briefing":  # a briefing at a session may be another body's
        return None
    return next((body for body, _ in _in_session(text, start, stop, bodies, language)), None)


def _with_others(text: str, bodies: Sequence[Named], language: str) -> Iterator[str | None]:
    """The first of the bodies, and those joined to it: to the Assembly at its … session | and to the Council."""
    yield bodies[0].agency
    for before, body in itertools.pairwise(bodies):
        if not _pattern(language, "and_to").fullmatch(text, before.end, body.start):
            return
        yield body.agency


def _by_short_name(text: str, start: int, stop: int, bodies: Sequence[Named], language: str) -> str | None:
    """The body named in full before whose short name the report is addressed to: 经济及社会理事会…向理事会通报."""
    for short in _pattern(language, "to_short").finditer(text, start, stop):
        whole = (
            name.agency
            for name in reversed(bodies)
            if name.end <= short.start() and text[: name.end].endswith(short["short"])
        )
        if agency := next(whole, None):
            return agency
    return None


def _in_session(
    text: str, start: int, stop: int, bodies: Sequence[Named], language: str
) -> Iterator[tuple[str | None, str]]:
    """The bodies that stand beside a session, and the session."""
    for due in _pattern(language, "due").finditer(text, start, stop):
        for name in bodies:
            if name.end <= due.start() <= name.end + _LEAD:
                if _pattern(language, "beside_due").search(text[name.end : due.start()]):
                    yield name.agency, due["due"]
            elif due.end() <= name.start <= due.end() + _LEAD and _pattern(language, "of_session").search(
                text[due.end() : name.start]
            ):
                yield name.agency, due["due"]


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
        if not (match := _pattern(language, "decides", kind).search(words)):
            continue
        if kind == "expiry":
            ends = _pattern(language, "decides", "ends").search(words, match.start())
            date = next((written.date for written in find_dates(ends[0], language)), None) if ends else None
            if ends and date:
                return Deadline(kind, ends["due"], None, date)
            until = _pattern(language, "decides", "ends_session").search(words, match.start())
            if until is None:
                continue
            words = until[0]
        for due in _pattern(language, "due").finditer(words):
            if numbers := _sessions(due, language, session):
                return Deadline(kind, due["due"], numbers[0], None)
    return None
