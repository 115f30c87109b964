"""A clause as the facts that its own words state: modality, act, report, deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ecoanalysis.extract.addressees.names_before import NamedParagraph
from ecoanalysis.extract.addressees.party_types import party_type
from ecoanalysis.extract.clauses.act_asked import ActAsked
from ecoanalysis.extract.clauses.modality import find_continuity, find_hedges
from ecoanalysis.extract.clauses.reports import asks_behind, find_deadline, find_report, is_to_report
from ecoanalysis.extract.parties import find_parties_asked
from ecoanalysis.extract.passages import fact_at, facts_at
from ecoanalysis.extract.performatives.performative import Performative
from ecoanalysis.model.facts import Addressee, Clause, ClauseClass, Deadline, Fact, Hedge, Report
from ecoanalysis.model.resolution import Paragraph, Resolution, Span

_BOUNDS = {"mandate", "resources"}


@dataclass(frozen=True)
class ClauseWording:
    """A clause's own words: the range of a paragraph that says what is asked, and what was found there."""

    here: NamedParagraph
    start: int
    stop: int
    deed: ActAsked | None

    @property
    def range(self) -> tuple[str, int, int]:
        """The paragraph's text, and where the words begin and end in it."""
        return self.here.text, self.start, self.stop


def clause_of(
    resolution: Resolution,
    spoken_in: Paragraph,
    number: int,
    act: Performative,
    addressees: tuple[Addressee, ...],
    wording: ClauseWording,
) -> Clause:
    """Return the clause of an act.

    Parameters
    ----------
    spoken_in
        The paragraph in which its verb stands.
    number
        Its number in its paragraph.
    wording
        What it asks: in the same paragraph, or a point's own words.
    """
    phrase, words = act.phrase, wording.here.paragraph
    directs, beside_verb = phrase.class_ == "DIR", words is spoken_in
    start, stop = (act.start, act.stop) if beside_verb else (0, wording.stop)
    span = words.raw(start, stop)
    report = _report_of(resolution, wording, phrase.class_, addressees)
    return Clause(
        paragraph=words.id,
        index=number,
        verb=fact_at(spoken_in, phrase.begin, phrase.end),
        lemma=phrase.lemma,
        class_=phrase.class_,
        band=phrase.stem.band if directs else None,
        start=span.start,
        end=span.end,
        quote=words.text[start:stop],
        hedges=_hedges(wording, addressees) if directs else (),
        intensifiers=facts_at(spoken_in, phrase.intensifiers) if beside_verb else (),
        continuity=_continuity(wording, addressees) if directs else (),
        addressees=addressees,
        report=report,
        deadline=None if report else _deadline(resolution, wording, phrase.class_),
        voice="declaration" if phrase.declared else "organ",
        act=_act_span(wording),
        act_verb=wording.deed.verb if wording.deed else None,
        polarity=wording.deed.polarity if wording.deed else None,
    )


def _hedges(wording: ClauseWording, addressees: Sequence[Addressee]) -> tuple[Hedge, ...]:
    """What softens the directive, in no party's own words: not of bodies that help upon request.

    No party is named by its resources or its mandate: they bound what it is asked, wherever they stand.
    """
    softeners = find_hedges(*wording.range, wording.here.language)
    facts = facts_at(wording.here.paragraph, [(softener.start, softener.end) for softener in softeners])
    return tuple(
        Hedge(fact.start, fact.end, fact.surface, softener.kind)
        for fact, softener in zip(facts, softeners, strict=True)
        if set(softener.kind.split("+")) & _BOUNDS or not _of_a_party(fact, addressees)
    )


def _continuity(wording: ClauseWording, addressees: Sequence[Addressee]) -> tuple[Fact, ...]:
    """What says that the action goes on, in no party's own words: not of States that continue to fish."""
    facts = facts_at(wording.here.paragraph, find_continuity(*wording.range, wording.here.language))
    return tuple(fact for fact in facts if not _of_a_party(fact, addressees))


def _of_a_party(fact: Fact, addressees: Sequence[Addressee]) -> bool:
    """Whether a fact stands in the words that name a party, behind their beginning."""
    spans = [party.span for party in addressees if party.span]
    return any(span.start < fact.start and fact.end <= span.end for span in spans)


def _act_span(wording: ClauseWording) -> Span | None:
    if wording.deed is None:
        return None
    text, start = wording.here.text, wording.deed.start
    end = wording.stop if start < wording.stop else len(text)  # a further verb's act
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return wording.here.paragraph.raw(start, max(end, start))


def _report_of(
    resolution: Resolution, wording: ClauseWording, cls: ClauseClass, addressees: Sequence[Addressee]
) -> Report | None:
    """The report that a directive asks for, or a decision: decides that he shall submit one, or to request him to."""
    if cls == "DIR":
        return _report(resolution, wording, wording.start, addressees)
    if cls != "DEC":
        return None
    here = wording.here
    if (behind := asks_behind(*wording.range, here.language)) is not None:
        return _report(resolution, wording, behind, _asked_behind(wording, behind))
    verb = wording.deed.verb if wording.deed and addressees else None
    to_report = verb is not None and is_to_report(verb, here.language)
    return _report(resolution, wording, wording.start, addressees) if to_report else None


def _asked_behind(wording: ClauseWording, behind: int) -> list[Addressee]:
    """Whom a decision is to ask."""
    here = wording.here
    parties = find_parties_asked(here.text, behind, wording.stop, here.names, here.language).parties
    return [
        Addressee(surface, None, party.agency, party.kind, party.role, (), party_type(party, surface, here.language))
        for party in parties
        if party.start is not None and party.end is not None
        for surface in [here.text[party.start : party.end]]
    ]


def _report(resolution: Resolution, wording: ClauseWording, start: int, asked: Sequence[Addressee]) -> Report | None:
    here = wording.here
    return find_report(
        here.text,
        start,
        wording.stop,
        here.names,
        asked,
        here.language,
        act=wording.deed.start if wording.deed and start <= wording.deed.start < wording.stop else None,
        session=_session(resolution),
        adopted_on=str(resolution.adopted_on) if resolution.adopted_on else None,
    )


def _deadline(resolution: Resolution, wording: ClauseWording, cls: ClauseClass) -> Deadline | None:
    """What a decision lets come back or end; what the preamble tells of earlier ones is none."""
    if cls != "DEC" or wording.here.paragraph.part == "preamble":
        return None
    return find_deadline(*wording.range, wording.here.language, _session(resolution))


def _session(resolution: Resolution) -> int | None:
    """The session, of the Assembly alone: other organs count theirs otherwise."""
    return resolution.session if resolution.organ == "GA" else None
