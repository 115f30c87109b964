"""Resolution → facts, one module per kind; back-references are resolved in a pass of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ecoanalysis.extract.addressees import Party, find_parties
from ecoanalysis.extract.agencies import Named, between, find_names
from ecoanalysis.extract.citations import Cited, find_citations
from ecoanalysis.extract.clauses import Act, find_acts
from ecoanalysis.extract.folding import as_printed, fold_resolution
from ecoanalysis.extract.modality import Softener, find_continuity, find_hedges
from ecoanalysis.extract.references import Place, antecedents, as_places
from ecoanalysis.extract.reports import find_deadline, find_report
from ecoanalysis.extract.themes import find_themes
from ecoanalysis.model.facts import (
    Addressee,
    Antecedent,
    Citation,
    Clause,
    ClauseClass,
    DateMention,
    Deadline,
    Fact,
    Facts,
    Hedge,
    Mention,
    Report,
    Theme,
)
from ecoanalysis.model.resolution import Diagnostic, Paragraph, Passage, Resolution
from ecoanalysis.parse.dates import find_dates, find_impossible_dates

__all__ = ["extract_facts"]

_WITH_CLAUSES = ("preamble", "operative", "annex")
_NEAR = 1000  # how many characters before an anaphor its own paragraph is searched for what it stands for


def extract_facts(resolution: Resolution) -> Facts:
    """Return everything that is found in a resolution, each fact with its raw offsets.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> facts = extract_facts(eco.parse_resolution(eco.sample()))
    >>> [clause.verb.surface for clause in facts.clauses if clause.paragraph == "7"]
    ['赞赏', '满意地注意到', '邀请']
    >>> facts.clauses[-2].report.due_session
    77
    """
    return as_printed(_Pass(fold_resolution(resolution)).facts(), resolution)


@dataclass
class _Pass:
    """One walk through a resolution, which remembers what has been named so far."""

    resolution: Resolution
    named: set[str] = field(default_factory=set)
    names_before: dict[tuple[str, str | None], Place] = field(default_factory=dict)
    """Where each name, as written, stood last; the latest last."""
    chapeaus: dict[str, tuple[Paragraph, Act, list[Party], list[Named]]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.resolution.language

    def facts(self) -> Facts:
        clauses: list[Clause] = []
        agencies: list[Mention] = []
        themes: list[Theme] = []
        for index, paragraph in enumerate(self.resolution.paragraphs):
            names = find_names(paragraph.text, self.language, self.named)
            agencies += _mentions(paragraph, paragraph.id, names)
            if paragraph.part in _WITH_CLAUSES:
                clauses += self._clauses(index, paragraph, names)
                themes += _themes(paragraph, names, self.language)
            self._remember(index, paragraph, names)
        for note in self.resolution.footnotes:
            agencies += _mentions(note, note.id, find_names(note.text, self.language, self.named))
        return Facts(
            self.resolution,
            tuple(clauses),
            tuple(agencies),
            tuple(self._citations()),
            tuple(themes),
            tuple(_dates(self.resolution)),
            (*self.resolution.diagnostics, *_verbless(self.resolution, clauses), *_no_dates(self.resolution)),
        )

    def _remember(self, index: int, paragraph: Paragraph, names: Sequence[Named]) -> None:
        self.named |= {name.agency for name in names if name.agency}
        for place in as_places(names, index):
            key = (paragraph.text[place.start : place.end], place.agency)
            self.names_before.pop(key, None)
            self.names_before[key] = place

    # clauses

    def _clauses(self, index: int, paragraph: Paragraph, names: Sequence[Named]) -> list[Clause]:
        acts = find_acts(paragraph.text, self.language, paragraph.part)
        if paragraph.is_point:
            inherited = self._inherited(paragraph, acts)
            if inherited is not None:
                return [inherited]
        found: list[Clause] = []
        last: tuple[Act, list[Party]] | None = None
        for number, act in enumerate(acts, 1):
            parties = self._parties(paragraph, act, names)
            points_back = last and any(party.kind == "anaphor" for party in parties)
            before = self._before(index, paragraph, *last, act, names) if last and points_back else []
            found.append(self._clause(index, paragraph, number, act, parties, before, names))
            last = act, parties
        if last:
            self.chapeaus[paragraph.id] = (paragraph, *last, list(names))
        return found

    def _before(
        self, index: int, paragraph: Paragraph, last: Act, parties: list[Party], act: Act, names: Sequence[Named]
    ) -> list[Place]:
        """The parties of the clause before, but those that the clause itself speaks of."""
        spoken_of = {name.agency for name in between(names, act.start, act.stop)}
        found = parties if last.phrase.cls == "DIR" else self._subjects(paragraph, last, names)
        return as_places([party for party in found if not party.agency or party.agency not in spoken_of], index)

    def _parties(self, paragraph: Paragraph, act: Act, names: Sequence[Named]) -> list[Party]:
        phrase = act.phrase
        if phrase.cls == "DIR":
            return find_parties(paragraph.text, phrase.end, act.stop, names, self.language)
        if phrase.stem.gives_work:
            parties = find_parties(paragraph.text, phrase.end, act.stop, names, self.language)
            return [party for party in parties if party.kind != "unspecified"]
        return []

    def _subjects(self, paragraph: Paragraph, act: Act, names: Sequence[Named]) -> list[Party]:
        """The parties at the head of a statement: what a plural in the next clause stands for."""
        text, end = paragraph.text, act.phrase.end
        parties = find_parties(text, end, act.stop, names, self.language, together=True)
        return [party for party in parties if party.kind in ("named", "generic")]

    def _clause(
        self,
        index: int,
        paragraph: Paragraph,
        number: int,
        act: Act,
        parties: Sequence[Party],
        before: Sequence[Place],
        names: Sequence[Named],
    ) -> Clause:
        text, phrase = paragraph.text, act.phrase
        directs = phrase.cls == "DIR"
        span = paragraph.raw(act.start, act.stop)
        addressees = tuple(self._addressee(index, paragraph, party, before, names) for party in parties)
        return Clause(
            paragraph=paragraph.id,
            index=number,
            verb=_fact(paragraph, phrase.begin, phrase.end),
            lemma=phrase.lemma,
            cls=phrase.cls,
            band=phrase.stem.band if directs else None,
            start=span.start,
            end=span.end,
            quote=text[act.start : act.stop],
            hedges=_hedges(paragraph, find_hedges(text, phrase.end, act.stop, self.language)) if directs else (),
            intensifiers=_spans(paragraph, phrase.intensifiers),
            continuity=_spans(paragraph, find_continuity(text, phrase.end, act.stop, self.language)) if directs else (),
            addressees=addressees,
            report=self._report(text, phrase.end, act.stop, lambda: names, addressees) if directs else None,
            deadline=self._deadline(text, phrase.end, act.stop, phrase.cls),
        )

    def _names(self, text: str) -> list[Named]:
        return find_names(text, self.language, self.named)

    def _report(
        self, text: str, start: int, stop: int, names: Callable[[], Sequence[Named]], asked: Sequence[Addressee]
    ) -> Report | None:
        resolution = self.resolution
        session = resolution.session if resolution.organ == "GA" else None
        adopted_on = str(resolution.adopted_on) if resolution.adopted_on else None
        return find_report(text, start, stop, names, asked, self.language, session=session, adopted_on=adopted_on)

    def _deadline(self, text: str, start: int, stop: int, cls: ClauseClass) -> Deadline | None:
        session = self.resolution.session if self.resolution.organ == "GA" else None
        return find_deadline(text, start, stop, self.language, session) if cls == "DEC" else None

    def _addressee(
        self, index: int, paragraph: Paragraph, party: Party, before: Sequence[Place], names: Sequence[Named]
    ) -> Addressee:
        if party.start is None or party.end is None:
            return Addressee(None, None, None, "unspecified", party.role)
        surface = paragraph.text[party.start : party.end]
        span = paragraph.raw(party.start, party.end)
        if party.kind != "anaphor":
            return Addressee(surface, span, party.agency, party.kind, party.role)
        known = self._named_before(index, paragraph, party.start, names)
        found = antecedents(surface, self.language, known, before)
        agency = found[0].agency if len(found) == 1 else None
        return Addressee(
            surface, span, agency, "anaphor", party.role, tuple(self._antecedent(place) for place in found)
        )

    def _named_before(
        self, index: int, paragraph: Paragraph, at: int, names: Sequence[Named]
    ) -> Iterator[tuple[Place, str]]:
        """What was named before a place of a paragraph, with its words, the nearest first and each name once."""
        here: set[tuple[str, str | None]] = set()
        for name in reversed(between(names, at - _NEAR, at)):
            key = (paragraph.text[name.start : name.end], name.agency)
            if name.end <= at and key not in here:
                here.add(key)
                yield Place(index, name.start, name.end, name.agency), key[0]
        for (words, _), place in reversed(self.names_before.items()):
            yield place, words

    def _antecedent(self, place: Place) -> Antecedent:
        span = self.resolution.paragraphs[place.paragraph].raw(place.start, place.end)
        return Antecedent(span.start, span.end, place.agency)

    def _inherited(self, point: Paragraph, acts: Sequence[Act]) -> Clause | None:
        """A point's clause: the chapeau's last verb and its addressees; None where the point speaks for itself."""
        chapeau = self._chapeau(point)
        if chapeau is None:
            return None
        paragraph, act, parties, _ = chapeau
        speaks = bool(acts) and acts[0].start == 0
        if speaks and act.phrase.cls != "DIR":
            return None
        directs = act.phrase.cls == "DIR"
        addressees = []
        for party in parties:
            if party.start is None or party.end is None:
                addressees.append(Addressee(None, None, None, "unspecified", party.role))
                continue
            surface, span = paragraph.text[party.start : party.end], paragraph.raw(party.start, party.end)
            addressees.append(Addressee(surface, span, party.agency, "inherited", party.role))
        text = point.text
        return Clause(
            paragraph=point.id,
            index=1,
            verb=_fact(paragraph, act.phrase.begin, act.phrase.end),
            lemma=act.phrase.lemma,
            cls=act.phrase.cls,
            band=act.phrase.stem.band if directs else None,
            start=point.start,
            end=point.end,
            quote=text,
            hedges=_hedges(point, find_hedges(text, 0, len(text), self.language)) if directs else (),
            continuity=_spans(point, find_continuity(text, 0, len(text), self.language)) if directs else (),
            addressees=tuple(addressees),
            report=self._report(text, 0, len(text), lambda: self._names(text), addressees) if directs else None,
            deadline=self._deadline(text, 0, len(text), act.phrase.cls),
        )

    def _chapeau(self, point: Paragraph) -> tuple[Paragraph, Act, list[Party], list[Named]] | None:
        above = point.parent
        while above:
            if above in self.chapeaus:
                return self.chapeaus[above]
            above = above.rpartition(".")[0]
        return None

    # citations

    def _citations(self) -> Iterator[Citation]:
        organ = self.resolution.organ or "GA"
        for paragraph in self.resolution.paragraphs:
            if paragraph.part in _WITH_CLAUSES:
                for cited in find_citations(paragraph.text, self.language, organ):
                    yield _citation(paragraph, paragraph.id, cited)
        before: Cited | None = None
        for note in self.resolution.footnotes:
            found = find_citations(note.text, self.language, organ, before=before)
            for cited in found:
                yield _citation(note, note.id, cited)
            before = found[-1] if found else before


def _fact(passage: Passage, start: int, end: int) -> Fact:
    span = passage.raw(start, end)
    return Fact(span.start, span.end, passage.text[start:end])


def _spans(passage: Passage, ranges: Sequence[tuple[int, int]]) -> tuple[Fact, ...]:
    return tuple(_fact(passage, start, end) for start, end in ranges)


def _hedges(passage: Passage, softeners: Sequence[Softener]) -> tuple[Hedge, ...]:
    facts = _spans(passage, [(softener.start, softener.end) for softener in softeners])
    return tuple(
        Hedge(fact.start, fact.end, fact.surface, softener.kind)
        for fact, softener in zip(facts, softeners, strict=True)
    )


def _mentions(passage: Passage, id: str, names: Sequence[Named]) -> list[Mention]:
    found = []
    for name in names:
        span = passage.raw(name.start, name.end)
        found.append(Mention(span.start, span.end, passage.text[name.start : name.end], name.agency, id))
    return found


def _citation(passage: Passage, id: str, cited: Cited) -> Citation:
    span = passage.raw(cited.start, cited.end)
    return Citation(
        span.start,
        span.end,
        passage.text[cited.start : cited.end],
        id,
        cited.kind,
        cited.symbol,
        cited.section,
        cited.date,
        cited.url,
    )


def _themes(paragraph: Paragraph, names: Sequence[Named], language: str) -> Iterator[Theme]:
    for hit in find_themes(paragraph.text, language, [(name.start, name.end) for name in names]):
        yield Theme(paragraph.id, hit.theme, hit.score, _spans(paragraph, hit.evidence))


def _verbless(resolution: Resolution, clauses: Sequence[Clause]) -> Iterator[Diagnostic]:
    """Paragraphs without a clause: older web texts have lost verbs (4. 联合国秘书处同…, whose 请 is gone)."""
    spoken = {clause.paragraph for clause in clauses}
    for paragraph in resolution.paragraphs:
        if paragraph.part in ("preamble", "operative") and paragraph.id not in spoken and not paragraph.is_point:
            message = f"paragraph {paragraph.id}: no verb of the organ was found"
            yield Diagnostic("warning", "verb-missing", message, paragraph.start, paragraph.end)


def _no_dates(resolution: Resolution) -> Iterator[Diagnostic]:
    for paragraph in resolution.paragraphs:
        for written in find_impossible_dates(paragraph.text, resolution.language):
            span, words = paragraph.raw(written.start, written.end), paragraph.text[written.start : written.end]
            yield Diagnostic("warning", "no-such-date", f"{words}: no day of the calendar", span.start, span.end)


def _dates(resolution: Resolution) -> Iterator[DateMention]:
    for paragraph in resolution.paragraphs:
        if paragraph.part in _WITH_CLAUSES:
            for found in find_dates(paragraph.text, resolution.language):
                span = paragraph.raw(found.start, found.end)
                yield DateMention(
                    span.start, span.end, paragraph.text[found.start : found.end], paragraph.id, found.date
                )
