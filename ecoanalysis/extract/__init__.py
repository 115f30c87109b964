"""Resolution → facts, one module per kind; back-references are resolved in a pass of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from ecoanalysis.extract.act_asked import (
    ActAsked,
    asks_nouns,
    asks_verbs,
    find_act_asked,
    starts_with_modal,
    starts_with_verb,
)
from ecoanalysis.extract.agencies import Named, between, find_names, points_back
from ecoanalysis.extract.citations import Cited, find_citations
from ecoanalysis.extract.folding import as_printed, fold_resolution
from ecoanalysis.extract.modality import Softener, find_continuity, find_hedges
from ecoanalysis.extract.paragraph_themes import ThemesInContext
from ecoanalysis.extract.parties import find_keepers, find_parties, find_parties_asked
from ecoanalysis.extract.parties.party import PartiesAsked, Party
from ecoanalysis.extract.party_types import (
    as_examples,
    body_type,
    is_all_sides,
    is_definite,
    is_of_several,
    is_of_the_system,
    is_to_a_treaty,
    names_a_treaty,
    of_a_dispute,
    party_type,
    words_type,
)
from ecoanalysis.extract.performatives import find_performatives
from ecoanalysis.extract.performatives.coordination import coordinated, may_coordinate
from ecoanalysis.extract.performatives.performative import Performative
from ecoanalysis.extract.performatives.points import in_point
from ecoanalysis.extract.references import PlacedName, antecedents, as_places, only_holder
from ecoanalysis.extract.reports import asks_behind, find_deadline, find_report, is_to_report
from ecoanalysis.lexicon import NEVER, language_of
from ecoanalysis.lexicon.countries import find_demonyms, find_states
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
    PartyType,
    Report,
)
from ecoanalysis.model.resolution import Diagnostic, Paragraph, Passage, Resolution, Span
from ecoanalysis.parse.head.dates import find_dates, find_impossible_dates, years_aimed_at

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


@dataclass(frozen=True)
class _Chapeau:
    """What a paragraph's points inherit: its last verb, and whom it addresses, resolved."""

    paragraph: Paragraph
    act: Performative
    addressees: tuple[Addressee, ...]
    names: tuple[Named, ...]


@dataclass(frozen=True)
class _Wording:
    """A clause's own words: the range of a paragraph that says what is asked, and what was found there."""

    paragraph: Paragraph
    start: int
    stop: int
    names: Sequence[Named]
    deed: ActAsked | None


@dataclass
class _Pass:
    """One walk through a resolution, which remembers what has been named so far."""

    resolution: Resolution
    named: set[str] = field(default_factory=set)
    names_before: dict[tuple[str, str | None], PlacedName] = field(default_factory=dict)
    """Where each name, as written, stood last; the latest last."""
    chapeaus: dict[str, _Chapeau] = field(default_factory=dict)
    """Of each paragraph that has clauses, what its points inherit."""
    several: dict[str, bool] = field(default_factory=dict)
    """Of each description of a State, whether there are several such."""

    @property
    def language(self) -> str:
        return self.resolution.language

    def facts(self) -> Facts:
        clauses: list[Clause] = []
        agencies: list[Mention] = []
        for index, paragraph in enumerate(self.resolution.paragraphs):
            names = find_names(paragraph.text, self.language, self.named)
            agencies += _mentions(paragraph, paragraph.id, names, self.language)
            if paragraph.part in _WITH_CLAUSES:
                clauses += self._clauses(index, paragraph, names)
            self._remember(index, paragraph, names)
        for note in self.resolution.footnotes:
            names = find_names(note.text, self.language, self.named)
            agencies += _mentions(note, note.id, names, self.language)
        citations = tuple(_but_in_names(self._citations(), agencies))
        agencies = list(_but_in_titles(agencies, citations, self.resolution.document.raw, self.language))
        dates = tuple(_dates(self.resolution, citations))
        themes = ThemesInContext(self.resolution, clauses, agencies, citations, dates).themes()
        return Facts(
            self.resolution,
            tuple(clauses),
            tuple(agencies),
            citations,
            tuple(themes),
            dates,
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
        acts = find_performatives(paragraph.text, self.language, paragraph.part, point=paragraph.is_point)
        clauses: list[Clause] = []
        if chapeau := self._chapeau(paragraph) if paragraph.is_point else None:
            inherits, acts = in_point(chapeau.paragraph.text, chapeau.act, acts, self.language)
            end = acts[0].start if acts else len(paragraph.text)
            clauses = [self._inherited(index, paragraph, chapeau, end, names)] if inherits else []
        acts = [part for act in self._with_acts(paragraph, acts, names) for part in self._apart(paragraph, act, names)]
        asked = [self._asked(paragraph, act, names) for act in acts]
        deeds = self._deeds(paragraph, acts, asked, names)
        last: tuple[Performative, list[Party]] | None = None
        for number, (act, (parties, _), deed) in enumerate(zip(acts, asked, deeds, strict=True), len(clauses) + 1):
            points_back = last and any(party.kind == "anaphor" for party in parties)
            before = self._before(index, paragraph, *last, act, names) if last and points_back else []
            states = last[1][0].states if last and len(last[1]) == 1 else ()
            each = [
                self._of_state(paragraph, party, self._addressee(index, paragraph, party, before, names), states)
                for party in parties
            ]
            addressees = as_examples(each, self.language)
            # Where words are apart, a reservation before the act two verbs share is of the party beside it.
            sharing = acts if language_of(self.language).words_touch and deed else ()
            shared = (other.reach for other in sharing if deed and other.behind <= deed.start < other.reach)
            wording = _Wording(paragraph, act.behind, next(shared, act.reach), names, deed)
            clause = self._clause(paragraph, number, act, addressees, wording)
            clauses.append(clause)
            last = act, parties
            self.chapeaus[paragraph.id] = _Chapeau(paragraph, act, addressees, tuple(names))
        return clauses

    def _with_acts(
        self, paragraph: Paragraph, acts: Sequence[Performative], names: Sequence[Named]
    ) -> list[Performative]:
        """The clauses, but for verbs that are what a directive asks of its parties: 请各基金，例如儿基会，|强调."""
        whole: list[Performative] = []
        for act in acts:
            if whole and self._is_asked(paragraph, whole[-1], act, names):
                whole[-1] = replace(whole[-1], stop=act.stop, reach=act.reach)
            else:
                whole.append(act)
        return whole

    def _is_asked(
        self, paragraph: Paragraph, directive: Performative, act: Performative, names: Sequence[Named]
    ) -> bool:
        """Whether nothing but a directive's parties stands before another verb, which is no directive's."""
        if directive.phrase.class_ != "DIR" or act.phrase.class_ in ("DIR", "DEC") or act.place < act.start:
            return False
        parties = self._asked(paragraph, directive, names)[0]
        first, last = parties[0].start, parties[-1].end
        around = paragraph.text[directive.behind : first], paragraph.text[last : act.start]
        return first is not None and not any(map(str.isalnum, "".join(around)))

    def _apart(self, paragraph: Paragraph, act: Performative, names: Sequence[Named]) -> Sequence[Performative]:
        """A directive's verb, and the one that stands where its act should: 敦促会员国|并鼓励民间社会采取行动."""
        if act.phrase.class_ != "DIR" or not may_coordinate(paragraph.text, act, self.language):
            return [act]
        begin = self._asked(paragraph, act, names)[1]
        deed = find_act_asked(paragraph.text, act.behind, begin, act.reach, self.language, names=names)
        parts = coordinated(paragraph.text, act, deed.start, self.language, paragraph.part) if deed else [act]
        return [*parts[:1], *(further for part in parts[1:] for further in self._apart(paragraph, part, names))]

    def _deeds(
        self,
        paragraph: Paragraph,
        acts: Sequence[Performative],
        asked: Sequence[tuple[list[Party], int]],
        names: Sequence[Named],
    ) -> list[ActAsked | None]:
        """What each clause asks or decides; of verbs that share an act (calls upon A, and invites B, to) the same."""
        deeds: list[ActAsked | None] = []
        after: ActAsked | None = None
        for act, (_, begin) in zip(reversed(acts), reversed(asked), strict=True):
            phrase = act.phrase
            if phrase.class_ not in ("DIR", "DEC"):
                deed = None
            else:
                lemma = phrase.lemma if phrase.class_ == "DEC" else None
                deed = (
                    find_act_asked(paragraph.text, act.behind, begin, act.reach, self.language, lemma, names=names)
                    or after
                )
            after = deed
            deeds.insert(0, deed)
        return deeds

    def _before(
        self,
        index: int,
        paragraph: Paragraph,
        last: Performative,
        parties: list[Party],
        act: Performative,
        names: Sequence[Named],
    ) -> list[PlacedName]:
        """The parties of the clause before, but those that the clause itself speaks of."""
        spoken_of = {name.agency for name in between(names, act.start, act.stop)}
        candidates = parties if last.phrase.class_ == "DIR" else self._subjects(paragraph, last, names)
        return as_places([party for party in candidates if not party.agency or party.agency not in spoken_of], index)

    def _asked(self, paragraph: Paragraph, act: Performative, names: Sequence[Named]) -> tuple[list[Party], int]:
        """Whom a clause addresses, and where the words begin that say what it asks or decides."""
        phrase = act.phrase
        if phrase.class_ not in ("DIR", "DEC"):
            return [], act.behind
        decides = phrase.class_ == "DEC"
        asked = find_parties_asked(paragraph.text, act.behind, act.reach, names, self.language, decides=decides)
        if phrase.class_ == "DIR":
            return list(asked.parties), asked.act
        if phrase.stem.gives_work:
            return [party for party in asked.parties if party.kind != "unspecified"], asked.act
        bodies = self._given_work(paragraph, asked, act)
        keepers = [] if bodies else find_keepers(paragraph.text, act.behind, act.reach, names, self.language)
        acting = [party for party in keepers if party.agency or self._are_states(paragraph, party)]
        return bodies or acting, asked.act if bodies else act.behind

    def _are_states(self, paragraph: Paragraph, party: Party) -> bool:
        """Whether a party is States: to be borne by Member States."""
        surface = paragraph.text[party.start or 0 : party.end]
        return party.kind == "generic" and party_type(party, surface, self.language) == "states"

    def _given_work(self, paragraph: Paragraph, asked: PartiesAsked, act: Performative) -> list[Party]:
        """The bodies that a decision says what they shall do: decides that the Committee shall meet."""
        bodies = [
            party
            for party in asked.parties
            if party.agency
            or party.kind == "anaphor"
            or is_of_the_system(paragraph.text, party, asked.act, self.language)
        ]
        place = (paragraph.text, asked.act, act.reach, self.language)
        work = starts_with_modal(*place) or starts_with_verb(*place, act.phrase.lemma)
        return bodies if work and len(bodies) == len(asked.parties) else []

    def _subjects(self, paragraph: Paragraph, act: Performative, names: Sequence[Named]) -> list[Party]:
        """The parties at the head of a statement: what a plural in the next clause stands for."""
        text, end = paragraph.text, act.phrase.end
        parties = find_parties(text, end, act.stop, names, self.language, together=True)
        return [party for party in parties if party.kind in ("named", "generic")]

    def _clause(
        self, paragraph: Paragraph, number: int, act: Performative, addressees: tuple[Addressee, ...], wording: _Wording
    ) -> Clause:
        """The clause of an act: its verb stands in ``paragraph``, what it asks in ``wording`` (a point's own words)."""
        phrase, words = act.phrase, wording.paragraph
        directs, text = phrase.class_ == "DIR", words.text
        start, stop = (act.start, act.stop) if words is paragraph else (0, wording.stop)
        span, reach = words.raw(start, stop), (wording.start, wording.stop, self.language)
        report = (
            self._report(text, wording.start, wording.stop, wording.names, addressees)
            if directs
            else self._decided_report(wording, phrase.class_, addressees)
        )
        return Clause(
            paragraph=words.id,
            index=number,
            verb=_fact(paragraph, phrase.begin, phrase.end),
            lemma=phrase.lemma,
            class_=phrase.class_,
            band=phrase.stem.band if directs else None,
            start=span.start,
            end=span.end,
            quote=text[start:stop],
            hedges=_hedges(words, find_hedges(text, *reach)) if directs else (),
            intensifiers=_spans(paragraph, phrase.intensifiers) if words is paragraph else (),
            continuity=_but_of_parties(_spans(words, find_continuity(text, *reach)), addressees) if directs else (),
            addressees=addressees,
            report=report,
            deadline=None if report else self._deadline(words, wording.start, wording.stop, phrase.class_),
            voice="declaration" if phrase.declared else "organ",
            act=_act_span(wording),
            act_verb=wording.deed.verb if wording.deed else None,
            polarity=wording.deed.polarity if wording.deed else None,
        )

    def _report(
        self, text: str, start: int, stop: int, names: Sequence[Named], asked: Sequence[Addressee]
    ) -> Report | None:
        resolution = self.resolution
        session = resolution.session if resolution.organ == "GA" else None
        adopted_on = str(resolution.adopted_on) if resolution.adopted_on else None
        return find_report(
            text, start, stop, lambda: names, asked, self.language, session=session, adopted_on=adopted_on
        )

    def _decided_report(self, wording: _Wording, cls: ClauseClass, addressees: Sequence[Addressee]) -> Report | None:
        """The report that a decision asks for: decides that he shall submit one, or to request him to."""
        text, start, stop = wording.paragraph.text, wording.start, wording.stop
        behind = asks_behind(text, start, stop, self.language) if cls == "DEC" else None
        if behind is None:
            verb = wording.deed.verb if wording.deed and cls == "DEC" and addressees else None
            to_report = verb is not None and is_to_report(verb, self.language)
            return self._report(text, start, stop, wording.names, addressees) if to_report else None
        parties = find_parties_asked(text, behind, stop, wording.names, self.language).parties
        asked = [
            Addressee(
                surface, None, party.agency, party.kind, party.role, (), party_type(party, surface, self.language)
            )
            for party in parties
            if party.start is not None and party.end is not None
            for surface in [text[party.start : party.end]]
        ]
        return self._report(text, behind, stop, wording.names, asked)

    def _deadline(self, words: Paragraph, start: int, stop: int, cls: ClauseClass) -> Deadline | None:
        """What a decision lets come back or end; what the preamble tells of earlier ones is none."""
        if cls != "DEC" or words.part == "preamble":
            return None
        session = self.resolution.session if self.resolution.organ == "GA" else None
        return find_deadline(words.text, start, stop, self.language, session)

    def _addressee(
        self, index: int, paragraph: Paragraph, party: Party, before: Sequence[PlacedName], names: Sequence[Named]
    ) -> Addressee:
        if party.start is None or party.end is None:
            return Addressee(None, None, None, "unspecified", party.role)
        surface = paragraph.text[party.start : party.end]
        span = paragraph.raw(party.start, party.end)
        sort = party_type(party, surface, self.language)
        if sort == "states" and of_a_dispute(paragraph.text, party, self.language):
            sort = "mixed"
        to_a_treaty = self._is_on_a_treaty and is_all_sides(paragraph.text, party, self.language)
        if sort == "mixed" and (to_a_treaty or is_to_a_treaty(paragraph.text, party, self.language)):
            sort = "states"
        if sort == "state" and not (party.states or self._about) and self._speaks_of_several(surface):
            sort = "states"
        if party.kind != "anaphor":
            return Addressee(surface, span, party.agency, party.kind, party.role, (), sort, party.states)
        named = self._named_before(index, paragraph, party.start, names)
        places = antecedents(surface, self.language, named, before, index, paragraph.text[: party.start])
        agency = party.agency or (places[0].agency if len(places) == 1 else None)
        sorts = {body_type(agency)} if agency else {self._sort(place) for place in places}
        words = only_holder(surface, self.language, paragraph.text[: party.start]) or surface
        by_words = None if places else words_type(words, self.language, other=None)  # else what it stands for decides
        sort = sorts.pop() if len(sorts) == 1 else by_words
        sort = "mixed" if len(sorts) > 1 and None not in sorts else sort
        return Addressee(
            surface, span, agency, "anaphor", party.role, tuple(self._antecedent(place) for place in places), sort
        )

    def _speaks_of_several(self, surface: str) -> bool:
        """Whether the resolution speaks of several such States as are described."""
        if surface not in self.several:
            text = "\n".join(paragraph.text for paragraph in self.resolution.paragraphs)
            self.several[surface] = is_of_several(text, surface, self.language)
        return self.several[surface]

    @cached_property
    def _about(self) -> set[str]:
        """The States that the title names."""
        titles = (paragraph.text for paragraph in self.resolution.paragraphs if paragraph.part == "title")
        return {state.code for title in titles for state in find_states(title, self.language)}

    @cached_property
    def _is_on_a_treaty(self) -> bool:
        """Whether the title names a treaty, whose parties are then meant."""
        titles = (paragraph.text for paragraph in self.resolution.paragraphs if paragraph.part == "title")
        return any(names_a_treaty(title, self.language) for title in titles)

    def _of_state(
        self, paragraph: Paragraph, party: Party, addressee: Addressee, addressed: tuple[str, ...]
    ) -> Addressee:
        """With the State of *the Government* where one alone can be meant: just addressed or named, or the title's."""
        text = paragraph.text
        if addressee.type != "state" or addressee.country or not is_definite(text, party, self.language):
            return addressee
        before = text[: party.start]
        named = {state.code for find in (find_states, find_demonyms) for state in find(before, self.language)}
        meant = set(addressed) or named or self._about
        if len(meant) != 1 or (len(self._about) == 1 and meant != self._about):
            return addressee
        return replace(addressee, country=tuple(meant))

    def _named_before(
        self, index: int, paragraph: Paragraph, offset: int, names: Sequence[Named]
    ) -> Iterator[tuple[PlacedName, str]]:
        """What was named before a place of a paragraph, with its words, the nearest first and each name once."""
        here: set[tuple[str, str | None]] = set()
        for name in reversed(between(names, offset - _NEAR, offset)):
            key = (paragraph.text[name.start : name.end], name.agency)
            if name.end <= offset and key not in here:
                here.add(key)
                yield PlacedName(index, name.start, name.end, name.agency), key[0]
        for (words, _), place in reversed(self.names_before.items()):
            yield place, words

    def _sort(self, place: PlacedName) -> PartyType | None:
        """What sort of party stood there: a body's, else what its words say."""
        if place.agency:
            return body_type(place.agency)
        words = self.resolution.paragraphs[place.paragraph].text[place.start : place.end]
        named = find_states(words, self.language)
        is_state = bool(named) and (named[0].start, named[-1].end) == (0, len(words))
        return "state" if is_state else words_type(words, self.language)

    def _antecedent(self, place: PlacedName) -> Antecedent:
        span = self.resolution.paragraphs[place.paragraph].raw(place.start, place.end)
        return Antecedent(span.start, span.end, place.agency)

    def _inherited(self, index: int, point: Paragraph, chapeau: _Chapeau, end: int, names: Sequence[Named]) -> Clause:
        """A point's clause up to a place of it: the chapeau's last verb and its addressees."""
        act, text = chapeau.act, point.text
        addressees = tuple(
            replace(addressee, kind="inherited") if addressee.surface else addressee for addressee in chapeau.addressees
        )
        deed, reads = None, partial(find_act_asked, text, 0, stop=end, language=self.language, names=names, point=True)
        if act.phrase.class_ in ("DIR", "DEC"):
            deed = reads(0, verbal=asks_verbs(chapeau.paragraph.text, self.language))
            if deed and deed.start and asks_nouns(chapeau.paragraph.text, text, self.language):
                deed = ActAsked(0, None, "do")
        if act.phrase.class_ == "DIR" and all(addressee.kind == "unspecified" for addressee in addressees):
            asked = find_parties_asked(text, 0, end, names, self.language)
            theirs = reads(asked.act) if asked.parties[0].start == 0 else None
            if theirs and theirs.verb:  # calls for: Israel to withdraw …
                addressees = tuple(self._addressee(index, point, party, [], names) for party in asked.parties)
                deed = theirs
        wording = _Wording(point, 0, end, names, deed)
        return self._clause(chapeau.paragraph, 1, act, addressees, wording)

    def _chapeau(self, point: Paragraph) -> _Chapeau | None:
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
            citations = find_citations(note.text, self.language, organ, before=before)
            for cited in citations:
                yield _citation(note, note.id, cited)
            before = citations[-1] if citations else before


def _act_span(wording: _Wording) -> Span | None:
    if wording.deed is None:
        return None
    end = wording.stop if wording.deed.start < wording.stop else len(wording.paragraph.text)  # a further verb's act
    while end > wording.deed.start and not wording.paragraph.text[end - 1].isalnum():
        end -= 1
    return wording.paragraph.raw(wording.deed.start, max(end, wording.deed.start))


def _fact(passage: Passage, start: int, end: int) -> Fact:
    span = passage.raw(start, end)
    return Fact(span.start, span.end, passage.text[start:end])


def _spans(passage: Passage, ranges: Sequence[tuple[int, int]]) -> tuple[Fact, ...]:
    return tuple(_fact(passage, start, end) for start, end in ranges)


def _but_of_parties(facts: Sequence[Fact], addressees: Sequence[Addressee]) -> tuple[Fact, ...]:
    """What stands in no party's own words: not of States that continue to fish."""
    spans = [party.span for party in addressees if party.span]
    return tuple(fact for fact in facts if not any(span.start < fact.start and fact.end <= span.end for span in spans))


def _hedges(passage: Passage, softeners: Sequence[Softener]) -> tuple[Hedge, ...]:
    facts = _spans(passage, [(softener.start, softener.end) for softener in softeners])
    return tuple(
        Hedge(fact.start, fact.end, fact.surface, softener.kind)
        for fact, softener in zip(facts, softeners, strict=True)
    )


def _mentions(passage: Passage, id: str, names: Sequence[Named], language: str) -> Iterator[Mention]:
    for name in names:
        span, surface = passage.raw(name.start, name.end), passage.text[name.start : name.end]
        if not points_back(surface, language):
            yield Mention(span.start, span.end, surface, name.agency, id)


def _but_in_names(citations: Iterable[Citation], mentions: Sequence[Mention]) -> Iterator[Citation]:
    """Without instruments that are part of a body's name: the Department of Management Strategy."""
    names: defaultdict[str | None, list[Mention]] = defaultdict(list)
    for mention in mentions:
        names[mention.paragraph].append(mention)
    for citation in citations:
        inside = any(name.start <= citation.start and citation.end <= name.end for name in names[citation.paragraph])
        if citation.kind != "instrument" or not inside:
            yield citation


def _but_in_titles(
    mentions: Iterable[Mention], citations: Sequence[Citation], raw: str, language: str
) -> Iterator[Mention]:
    """Without bodies that are words of an instrument's title, but with whose it is: the Lake Union Policy on Nets."""
    behind_of, possessive = (language_of(language).compiled("names", "titles", key) for key in ("of", "possessive"))
    titles: defaultdict[str | None, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.kind == "instrument" and behind_of.pattern != NEVER:
            titles[citation.paragraph].append(citation)
    for mention in mentions:
        spans = [(title.start, title.end) for title in titles[mention.paragraph]]
        inside = [start for start, end in spans if start <= mention.start and mention.end <= end]
        if not inside or behind_of.search(raw[inside[0] : mention.start]) or possessive.match(raw, mention.end):
            yield mention


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


def _dates(resolution: Resolution, citations: Sequence[Citation]) -> Iterator[DateMention]:
    """The dates of a text, but for the years that a cited title sets as its aim: to End the Ferry Tolls by 2030."""
    titles = [(cited.paragraph, cited.start, cited.end) for cited in citations if cited.kind == "instrument"]
    for paragraph in resolution.paragraphs:
        if paragraph.part not in _WITH_CLAUSES:
            continue
        spans = [(start, end) for id, start, end in titles if id == paragraph.id]
        aimed = years_aimed_at(paragraph.text, resolution.language) if spans else frozenset()
        for written in find_dates(paragraph.text, resolution.language):
            span = paragraph.raw(written.start, written.end)
            if written.end in aimed and any(start < span.start and span.end <= end for start, end in spans):
                continue
            words = paragraph.text[written.start : written.end]
            yield DateMention(span.start, span.end, words, paragraph.id, written.date)
