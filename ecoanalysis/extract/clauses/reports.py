"""Reporting obligations: who is to report to whom, about what, by when; and when a decision brings a matter back."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
_TURN = 120  # how far before a party that is looked for which makes it one of those that get something
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
    act: int | None = None,
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
    act
        Where the words begin that say what is asked of the first of them.
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
    first = _pattern(language, "turns", "to_report").search(text, start, stop)
    act = min(stop if act is None else act, first.start() if first else stop)
    turns = _turns(text, start, act, stop, names, reporters, language)
    for turn, (begin, end) in zip(
        (None, *turns), itertools.pairwise((start, *(turn.start for turn in turns), stop)), strict=True
    ):
        by = (turn.party,) if turn and turn.party else () if turn else _before(reporters, turns)
        if report := _report(text, begin, end, names, by, language, session, adopted_on):
            return report
    return None


@dataclass(frozen=True)
class _Turn:
    """Where a directive turns to another party with its own act: the pilots to meet, | and the Chair to report."""

    start: int
    party: Addressee | None
    """None where it cannot be told who it is."""


def _turns(
    text: str,
    start: int,
    act: int,
    stop: int,
    names: Sequence[Named],
    reporters: Sequence[Addressee],
    language: str,
) -> list[_Turn]:
    """Return where a directive turns to others, in order."""
    joins, acts, also = (_pattern(language, "turns", key) for key in ("joins", "acts", "also_to"))
    turns: list[_Turn] = []
    addressed = set(reporters)
    for party, begin, end in _parties_named(text, act, stop, names, reporters):
        lead = joins.search(text, max(act, begin - _LEAD), begin)
        asked = party in addressed or not also.search(text, max(act, begin - _TURN), begin)
        if lead and asked and acts.match(text, end, stop):
            turns.append(_Turn(begin, party))
    turns += [
        _Turn(other.start("who"), _party(text, *other.span("who"), names, language))
        for other in _pattern(language, "turns", "others").finditer(text, start, stop)
    ]
    by_place = {turn.start: turn for turn in sorted(turns, key=lambda turn: turn.party in addressed)}
    return [by_place[place] for place in sorted(by_place)]


def _parties_named(
    text: str, start: int, stop: int, names: Sequence[Named], reporters: Sequence[Addressee]
) -> Iterator[tuple[Addressee, int, int]]:
    """The addressees that stand between two places, and other bodies."""
    for party in reporters:
        begin = text.find(party.surface, start, stop) if party.surface else -1
        if begin >= 0:
            yield party, begin, begin + len(party.surface or "")
    for name in between(names, start, stop):
        yield Addressee(text[name.start : name.end], None, name.agency, "named", "core"), name.start, name.end


def _party(text: str, start: int, end: int, names: Sequence[Named], language: str) -> Addressee | None:
    """The party that words name; None where they only point back."""
    surface = text[start:end]
    if _pattern(language, "turns", "points_back").match(surface):
        return None
    agency = next((name.agency for name in names if (name.start, name.end) == (start, end)), None)
    return Addressee(surface, None, agency, "named" if agency else "generic", "core")


def _before(reporters: Sequence[Addressee], turns: Sequence[_Turn]) -> Sequence[Addressee]:
    """Those of the addressees that are asked before a directive turns to others."""
    later = {turn.party for turn in turns}
    return [party for party in reporters if party not in later]


def _report(
    text: str,
    start: int,
    stop: int,
    names: Sequence[Named],
    reporters: Sequence[Addressee],
    language: str,
    session: int | None,
    adopted_on: str | None,
) -> Report | None:
    """The report that is asked of the parties of one act."""
    words = text[start:stop]
    by_body = any(party.agency or party.type in _BODIES for party in reporters)
    kind, place = _kind(words, by_body, language)
    if kind is None:
        return None
    begin = _joined_act(text, start, start + place, language)
    written, dues = _dues(text, begin, stop, language, session, adopted_on)
    if begin > start and not dues:  # or as any act before it says
        written, dues = _dues(text, start, stop, language, session, adopted_on)
    periodicity = _pattern(language, "periodicity").search(words)
    by = [name for party in reporters if party.role == "core" for name in _names(party, language)]
    if session and kind == "report" and _pattern(language, "to_itself").search(words):
        recipient: str | None = _COUNTED
    else:
        bodies = _recipients(text, start, stop, names, {party.agency for party in reporters}, language, kind)
        recipient = ", ".join(dict.fromkeys(body.agency for body in bodies if body.agency)) or None
        several = _dues_of_each(text, begin, stop, bodies, language, session, adopted_on)
        written, dues = several or (written, dues)
    gets_it = by_body or recipient or written or kind != "report" or _pattern(language, "organ_meant").search(words)
    if not gets_it:
        return None  # States' document that no organ is said to get; a body reports to the organ that asks it
    if written is None and recipient not in (None, _COUNTED):  # of another organ's counting, as it is written
        sessions = _in_session(text, start, stop, names, language)
        written = next((due for body, due in sessions if body == recipient), None)
    first = dues[0] if dues else Due(None, None)
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


def _kind(words: str, body_asked: bool, language: str) -> tuple[ReportKind | None, int]:
    """What is asked for, and where the words end that say so: a document, or what is to stand in one, whichever is
    first; the bare verb last.
    """
    matches = {kind: _pattern(language, "asks", kind).search(words) for kind in _IN_WORDS}
    begins: dict[ReportKind, int] = {kind: match.start() for kind, match in matches.items() if match}
    first = _pattern(language, "asks", "bare_first").search(words)
    if first and begins and first.end() <= min(begins.values()):
        return "report", first.end()  # 向大会报告，并将…列入报告
    if begins:
        kind = min(begins, key=begins.__getitem__)
        return kind, match.end() if (match := matches[kind]) else 0
    in_order: tuple[tuple[ReportKind, str, bool], ...] = (
        ("briefing", "briefing", True),
        ("briefing", "briefing_by_body", body_asked),
        ("report", "bare", True),
        ("report", "bare_by_body", body_asked),
    )
    for kind, key, holds in in_order:
        if holds and (match := _pattern(language, "asks", key).search(words)):
            return kind, match.end()
    return None, 0


def _topic(words: str, kind: ReportKind, language: str) -> str | None:
    """What the report is about; of what is to stand in a report not what that report is about."""
    topic = _pattern(language, "topic").search(words)
    if topic is None:
        return None
    asked = _pattern(language, "asks", kind).search(words) if kind == "content" else None
    if asked and _pattern(language, "of_report").search(words[asked.end() : topic.start("topic")]):
        return None
    return topic["topic"].strip()


def _joined_act(text: str, start: int, asked: int, language: str) -> int:
    """Where the act that reports is joined to others, of which it says its time apart: to meet | and to report."""
    joins = [match.start() for match in _pattern(language, "joins_act").finditer(text, start, asked)]
    return joins[-1] if joins else start


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
    if dated := _dated(text, start, stop, language, adopted_on):
        return dated
    period = _pattern(language, "due_period").search(text, start, stop)
    return (period["due"] if period else None), ()


def _dated(text: str, start: int, stop: int, language: str, adopted_on: str | None) -> tuple[str, tuple[Due]] | None:
    for dated in _pattern(language, "due_date").finditer(text, start, stop):
        year = dated.groupdict().get("due_year")  # of a session: at its 2027 session
        words = text[dated.start() : dated.end() + 1]  # with a sign behind it: 在2022年|报告
        for date in [year[:4]] if year else [written.date for written in find_dates(words, language)]:
            if _is_ahead(date, adopted_on):
                return year or dated["due"], (Due(None, date),)
    return None


def _dues_of_each(
    text: str,
    start: int,
    stop: int,
    bodies: Sequence[Named],
    language: str,
    session: int | None,
    adopted_on: str | None,
) -> tuple[str, tuple[Due, ...]] | None:
    """When each of several organs gets its own: an interim report to one in 2038, a last one to the other.

    A session counts where it is no earlier than the first organ's; an organ without a body gives no date.
    """
    if len(bodies) < 2:
        return None
    between_them = [
        [match.start() for match in _pattern(language, "joins_organs").finditer(text, left.end, right.start)]
        for left, right in itertools.pairwise(bodies)
    ]
    ends = [places[-1] if places else left.end for places, left in zip(between_them, bodies, strict=False)]
    written, dues = [], list[Due]()
    for body, (begin, end) in zip(bodies, itertools.pairwise((start, *ends, stop)), strict=True):
        least = max(session or 0, dues[0].session or 0 if dues else 0) or None
        due, times = _dues(text, begin, end, language, least, adopted_on)
        if body.agency and due and times:
            written.append(due)
            dues += times
    return (written[0], tuple(dict.fromkeys(dues))) if dues else None


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


def _recipients(
    text: str,
    start: int,
    stop: int,
    names: Sequence[Named],
    reporters: set[str | None],
    language: str,
    kind: ReportKind,
) -> list[Named]:
    """The bodies that the report is put before: the first so addressed, else the one at whose session it is due."""
    bodies = [name for name in between(names, start, stop) if name.agency and name.agency not in reporters]
    marks, not_to = _pattern(language, "to_whom"), _pattern(language, "not_to")
    addressed = [
        name
        for name in bodies
        if marks.search(text[max(start, name.start - _LEAD) : name.start]) and not not_to.match(text, name.end)
    ]
    if addressed:
        first = bodies.index(addressed[0])
        return list(
            _with_others(text, _with_unnamed(text, start, addressed[0], bodies[first:], language), language, stop)
        )
    if short := _by_short_name(text, start, stop, bodies, language):
        return [short]
    if kind == "briefing":  # a briefing at a session may be another body's
        return []
    return [body for body, _ in itertools.islice(_bodies_in_session(text, start, stop, bodies, language), 1)]


def _with_unnamed(text: str, start: int, first: Named, bodies: Sequence[Named], language: str) -> list[Named]:
    """The bodies addressed, behind an organ that is so by a short name alone: to the Committee, and to the Assembly."""
    short = _pattern(language, "to_short").search(text, start, first.start)
    return [Named(*short.span("short"), None), *bodies] if short else list(bodies)


def _with_others(text: str, bodies: Sequence[Named], language: str, stop: int) -> Iterator[Named]:
    """The first of the bodies, and those joined to it: to the Assembly at its … session | and to the Council."""
    yield bodies[0]
    for before, body in itertools.pairwise(bodies):
        gap = before.end, body.start
        further = _pattern(language, "and_further").fullmatch(text, *gap)
        given = further and _pattern(language, "is_given").match(text, body.end, stop)
        if not (given or _pattern(language, "and_to").fullmatch(text, *gap)):
            return
        yield body


def _by_short_name(text: str, start: int, stop: int, bodies: Sequence[Named], language: str) -> Named | None:
    """The body named in full before whose short name the report is addressed to: 经济及社会理事会…向理事会通报."""
    for short in _pattern(language, "to_short").finditer(text, start, stop):
        whole = (
            name for name in reversed(bodies) if name.end <= short.start() and text[: name.end].endswith(short["short"])
        )
        if named := next(whole, None):
            return named
    return None


def _in_session(
    text: str, start: int, stop: int, bodies: Sequence[Named], language: str
) -> Iterator[tuple[str | None, str]]:
    """The bodies that stand beside a session, by their ids, and the session."""
    return ((body.agency, due) for body, due in _bodies_in_session(text, start, stop, bodies, language))


def _bodies_in_session(
    text: str, start: int, stop: int, bodies: Sequence[Named], language: str
) -> Iterator[tuple[Named, str]]:
    """The bodies that stand beside a session, and the session."""
    for due in _pattern(language, "due").finditer(text, start, stop):
        for name in bodies:
            if name.end <= due.start() <= name.end + _LEAD:
                if _pattern(language, "beside_due").search(text[name.end : due.start()]):
                    yield name, due["due"]
            elif due.end() <= name.start <= due.end() + _LEAD and _pattern(language, "of_session").search(
                text[due.end() : name.start]
            ):
                yield name, due["due"]


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
        if kind == "review" and _pattern(language, "decides", "convenes").search(words):
            continue
        if kind == "expiry":
            ends = _pattern(language, "decides", "ends").search(words, match.start())
            date = next((written.date for written in find_dates(ends[0], language)), None) if ends else None
            if ends and date:
                return Deadline(kind, ends["due"], None, date)
            if period := _pattern(language, "decides", "for_a_period").search(words):
                return Deadline(kind, period["due"], None, None)
            until = _pattern(language, "decides", "ends_session").search(words, match.start())
            if until is None:
                continue
            words = until[0]
        for due in _pattern(language, "due").finditer(words):
            if numbers := _sessions(due, language, session):
                return Deadline(kind, due["due"], numbers[0], None)
    return None
