"""A claim that something is lost → what it lacks to be certain: tabled again, the old words must add something.

A loss is certain in five ways, and in no other (codebook, Editions, `lost`): a request, or what was reaffirmed, is
gone, an act less is asked or said of the same words, a reservation was put into them, words were cut from a request,
nobody asks a party. Of a draft of the earlier edition a request is gone already where no new words hold it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ecoanalysis.compare.changes.ladders import BINARY, endorsement
from ecoanalysis.compare.changes.wording import joins
from ecoanalysis.compare.fingerprints.hashed_words import SLOT_HASH
from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause
from ecoanalysis.compare.fingerprints.word_strings import as_string, covered, function_words, phrase
from ecoanalysis.compare.losses.claim import Claim, Doubt, among, around, placed
from ecoanalysis.compare.losses.elsewhere import Elsewhere
from ecoanalysis.compare.losses.past import MENTIONS
from ecoanalysis.compare.losses.renderings import may_render_one
from ecoanalysis.compare.losses.support import Support, Terms
from ecoanalysis.compare.two_editions.time_between import years_named
from ecoanalysis.extract.clauses.reports import sessions_named
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import UNCHANGED, Comparison, Evidence
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.facts import Clause

# Set on 310 lines of 75 pairs of editions that two readers judged (docs/quality.md), and 136 of 69 others, each where
# words are apart and where they touch.
_ANEW = {False: 0.42, True: 0.34}  # share of a request in new words from which on a revision may say it in others
_SAME_ACT = 0.70  # share of its words that a request must keep under a weaker verb, either way
_SAME_STATEMENT = 0.80  # the same of a statement
_SAME_REST = 0.90  # share of what a request says now that it must have said before words were cut from it
_ASKED = ("DIR", "DEC")
_SAID_ANEW = (*_ASKED, "ASR")  # what a revision could say as well, whatever has happened since
_ALIKE = 0.85  # similarity from which on a paragraph is the earlier one with some words changed
_REVISED = 0.80  # share of an edition's paragraphs that a revision of it keeps
_MOST = 0.55  # share of the operative paragraphs that are dropped where the later text is another one
_TAKEN_UP = 0.80  # share of the recitals of a section that a later one has on the same subject
_STEP = 1.0  # on the ladder of statements (lexicon, slots): among verbs of one class more than this is less said
_SLOT = as_string([SLOT_HASH])
_FULL = 3.0  # from here on a statement may ask: reiterates the need for


@dataclass(frozen=True)
class Certainty:
    """Two editions, asked what a claim lacks to be certain."""

    comparison: Comparison

    def lacks(self, claim: Claim) -> Doubt | None:
        """Return why a claim meets no condition under which a loss is certain, or None where it meets its own."""
        change, type = claim.change, claim.line.type
        if claim.whole or type == "scope_narrowed":
            doubt = self.elsewhere.refers(claim) if self._is_revision else self.elsewhere.holds(claim)
            if doubt is not None:
                return doubt
        if claim.whole:
            return self._of_request(claim)
        if self._joins_sections_apart(claim):
            return Doubt("other_event")
        if type == "reversed" or (change and change.by == "modal"):
            return self._of_turn(claim)
        if type == "endorsement_lowered" or (type == "weakened" and change and change.by in ("band", "class")):
            return self._of_verb(claim)
        if type == "hedge_added":
            return self._of_reservation(claim)
        return self._of_words(claim) if type == "scope_narrowed" else Doubt("elsewhere", claim.line.new)

    @cached_property
    def is_another_text(self) -> bool:
        """Whether most of what the earlier edition decided and asked is dropped at once: it is no longer that text."""
        return self._is_mostly_dropped(self._operative)

    def _is_of_another_section(self, id: str) -> bool:
        """Whether most of the section that a paragraph stands in is dropped, and no later one opens like it."""
        if (section := _section(id)) is None:
            return False
        ids = {each for each in self._operative if _section(each) == section}
        return self._is_mostly_dropped(ids) and not self._is_taken_up(section)

    def _is_taken_up(self, section: str) -> bool:
        recitals = self._recitals(self.comparison.old).get(section, frozenset())
        later = self._recitals(self.comparison.new).values()
        return any(self.support.share(recitals, terms) >= _TAKEN_UP for terms in later)

    def _recitals(self, edition: Edition) -> Mapping[str, Terms]:
        """The terms of the recitals of each section."""
        return self._of_sections(paragraph for paragraph in edition.paragraphs if paragraph.part == "preamble")

    def _of_sections(self, paragraphs: Iterable[EditionParagraph]) -> Mapping[str, Terms]:
        terms: dict[str, Terms] = {}
        for paragraph in paragraphs:
            if section := _section(paragraph.id):
                terms[section] = terms.get(section, frozenset()) | self.support.whole(paragraph)
        return terms

    def _joins_sections_apart(self, claim: Claim) -> bool:
        """Whether a line joins paragraphs of sections on other matters: of each building the same may be asked.

        The sections are of one matter where what else the earlier one says stands in the later one more than in any
        other, or most of its other links lead there.
        """
        old, new = claim.line.old, claim.line.new
        sides = ({_section(id) for id in old}, {_section(id) for id in new})
        if None in sides[0] | sides[1] or not all(sides):
            return False
        earlier, later = (
            self._of_sections(each for each in edition.paragraphs if each.id not in (*old, *new))
            for edition in (self.comparison.old, self.comparison.new)
        )
        terms = frozenset[str]().union(*(earlier.get(str(section), frozenset()) for section in sides[0]))
        ends = ((link.old, link.new) for link in self.comparison.links if (link.old, link.new) != (old, new))
        linked = Counter(_section(after) for olds, news in ends if {*map(_section, olds)} & sides[0] for after in news)
        shares = {section: self.support.share(terms, words) for section, words in later.items()}
        return all(
            any(weights.values()) and weights.get(section, 0) < max(weights.values())
            for weights in (shares, linked)
            for section in map(str, sides[1])
        )

    def _is_mostly_dropped(self, ids: Set[str]) -> bool:
        return len(ids & self._dropped) > _MOST * len(ids)

    @cached_property
    def _operative(self) -> Set[str]:
        return {paragraph.id for paragraph in self.comparison.old.paragraphs if paragraph.part == "operative"}

    @cached_property
    def _dropped(self) -> Set[str]:
        return {id for link in self.comparison.links if link.base == "dropped" for id in link.old}

    # a request is gone

    def _of_request(self, claim: Claim) -> Doubt | None:
        """Whether what was asked is bound to no time, report or event, and stands nowhere, spread or not."""
        acts = [each for each in claim.clauses if self._lasts(each.provision.clause)]
        beside = placed(self.comparison.old, claim.line.old)
        if not acts or not all(map(_asks_somebody, acts)):
            return Doubt("statement")
        if self.is_another_text or any(map(self._is_of_another_section, claim.line.old)):
            return Doubt("other_text")
        if any(map(self._is_of_a_state_that_is_gone, acts)):
            return Doubt("party_gone")
        if claim.line.new and not self._stands_around(claim):
            return Doubt("rewritten")
        above = placed(self.comparison.old, [id.rpartition(".")[0] for id in claim.line.old])
        dated = any(map(self._names_a_time, [*acts, *beside, *above]))
        only_noted = not all(map(_goes_on, acts)) and any(each.provision.clause.class_ in MENTIONS for each in beside)
        if dated or only_noted or not all(map(self._is_standing, acts)):
            return Doubt("bound")
        return next((doubt for doubt in map(self._of_matter, acts) if doubt is not None), None)

    def _lasts(self, fact: Clause) -> bool:
        """Whether what a clause says is to hold: it asks, decides or reaffirms, in a revision or affirms at all."""
        if fact.class_ in (_SAID_ANEW if self._is_revision else _ASKED):
            return True
        return fact.class_ == "ASR" and bool(self._compiled("reaffirms").search(fact.verb.surface))

    def _is_standing(self, clause: PlacedClause) -> bool:
        fact = clause.provision.clause
        rhythmic = fact.report is None or fact.report.periodicity
        for_now = not rhythmic or any(self._compiled(key).search(fact.quote) for key in ("next", "occasional"))
        once = self._compiled("once").search(fact.quote) or (for_now and not _goes_on(clause))
        return (fact.class_ != "DEC" or self._is_revision) and not once

    def _names_a_time(self, clause: PlacedClause) -> bool:
        """Whether a clause names a day, a session, a text by its number or a year, in a revision one that has come."""
        years = years_named(clause.provision.clause.quote)
        return _SLOT in clause.words or (bool(years) and not (self._is_revision and min(years) > self._year))

    @cached_property
    def _year(self) -> str:
        """The year of the later edition; where it does not say, none is to come."""
        return (self.comparison.new.adopted_on or "9999")[:4]

    def _of_matter(self, clause: PlacedClause) -> Doubt | None:
        """Whether nobody like those who were asked is asked for much of it, nor much of it said in new words."""
        terms = self.support.content(clause)
        if self._is_revision:
            anew = self.support.anew(terms) > _ANEW[self._touching]
            return Doubt("spread", self.support.homes(terms)) if anew else None
        return self.elsewhere.restates(clause, terms)

    @cached_property
    def _is_revision(self) -> bool:
        """Whether the later text is a draft that is the earlier edition with some changes.

        What was said twice before, and stands once, was said twice to some end: only what is new can make up for it.
        Of an edition adopted later this is not said: a year has passed.
        """
        old, new = self.comparison.old, self.comparison.new
        if new.adopted_on and new.symbol != old.symbol:
            return False
        links = [link for link in self.comparison.links if link.old]
        kept = [link for link in links if link.base in UNCHANGED or (link.similarity or 0) >= _ALIKE]
        return sum(len(link.old) for link in kept) >= _REVISED * sum(len(link.old) for link in links)

    def _stands_around(self, claim: Claim) -> bool:
        """Whether a paragraph says little but what it said before a clause was cut from it."""
        sides = (
            "".join(as_string(paragraph.shingles) for paragraph in among(edition, ids))
            for edition, ids in ((self.comparison.new, claim.line.new), (self.comparison.old, claim.line.old))
        )
        return covered(*sides) >= _SAME_REST

    def _is_of_a_state_that_is_gone(self, clause: PlacedClause) -> bool:
        """Whether a State was asked of which nothing is asked any more: it, or its government, may be another."""
        return bool(_states(clause.provision.clause) - self._states)

    @cached_property
    def _states(self) -> set[str]:
        clauses = (each.clause for paragraph in self.comparison.new.paragraphs for each in paragraph.provisions)
        return set[str]().union(*map(_states, clauses))

    # less is asked, or said, of the same words

    def _of_turn(self, claim: Claim) -> Doubt | None:
        """Whether nearly the same words stand around what was turned into its opposite, or into what only may be."""
        pair = self._pair(claim)
        if pair is None:
            return Doubt("rewritten")
        sides = covered(pair[0].content, pair[1].content), covered(pair[1].content, pair[0].content)
        return Doubt("rewritten") if min(sides) < _SAME_ACT else None

    def _of_verb(self, claim: Claim) -> Doubt | None:
        """Whether a verb of less weight stands over nearly the same words, and does not only recall them."""
        pair = self._pair(claim)
        if pair is None:
            return Doubt("rewritten")
        before, after = (each.provision.clause for each in pair)
        if after.class_ == "REF":
            return Doubt("recalled")
        step = self._weight(pair[0]) - self._weight(pair[1])
        if before.class_ == "DIR":
            stays, weaker = _SAME_ACT, _is_far_below(before, after) if after.band else self._weight(pair[1]) < _FULL
            weaker = weaker and pair[0].paragraph.part == pair[1].paragraph.part == "operative"
        else:
            stays, weaker = _SAME_STATEMENT, after.class_ != before.class_ or step > _STEP
        sides = covered(pair[0].content, pair[1].content), covered(pair[1].content, pair[0].content)
        if min(sides) < stays:
            return Doubt("rewritten")
        if not weaker:
            return Doubt("one_step" if min(sides) >= _SAME_REST else "rewritten")
        if self._numbers(pair[0]) != self._numbers(pair[1]):
            return Doubt("other_event")
        if before.class_ != "DIR" and not self._opens_alike(*pair):
            return Doubt("rewritten")
        if (again := self._said_again(*pair)) is not None:
            return Doubt("elsewhere", (again.paragraph.id,))
        checked = (claim.line.old, claim.line.new) in self.comparison.checked
        return Doubt("translation") if not checked and may_render_one(before, after, self._code) else None

    def _said_again(self, before: PlacedClause, after: PlacedClause) -> PlacedClause | None:
        """The clause, if any, that says much of it elsewhere with no less weight: what is noted may be welcomed too."""
        name, terms = before.provision.clause.class_, self.support.content(before)
        others = (each for each in self.elsewhere.of_class(name, terms) if each.provision.key != after.provision.key)
        return next((each for each in others if self._weight(each) >= self._weight(before)), None)

    def _opens_alike(self, before: PlacedClause, after: PlacedClause) -> bool:
        """Whether the first word of what was welcomed is spoken of still: the launch of a map is not the map."""
        dull = function_words(self._code)
        return next((word for word in before.content if word not in dull), "") in after.content

    def _weight(self, clause: PlacedClause) -> float:
        fact = clause.provision.clause
        return endorsement(fact.verb.surface, fact.class_, self._code)

    def _pair(self, claim: Claim) -> tuple[PlacedClause, PlacedClause] | None:
        """The clause that a claim is about and the one that came in its place."""
        came = claim.change.new if claim.change else None
        later = around(placed(self.comparison.new, claim.line.new), came.start) if came else []
        return (claim.clauses[0], later[0]) if len(claim.clauses) == 1 and later else None

    # a reservation was put in

    def _of_reservation(self, claim: Claim) -> Doubt | None:
        """Whether a reservation was put between words that stood side by side."""
        pair, came = self._pair(claim), claim.change.new if claim.change else None
        if pair is None or came is None:
            return Doubt("rewritten")
        words = phrase(came.text or "", self._code)
        start = pair[1].words.find(words)
        if start < 0:
            return Doubt("rewritten")
        sides = pair[1].words[:start], pair[1].words[start + len(words) :]
        if not sides[1] and covered(sides[0], pair[0].words) < _SAME_REST:
            return Doubt("rewritten")  # at the end it bears on all of it, and may have come with what came
        return None if _joined(pair[0].words, *sides) else Doubt("rewritten")

    # words were cut

    def _of_words(self, claim: Claim) -> Doubt | None:
        """Whether words were cut from a request that else says what it said, and stand nowhere."""
        pair, went = self._pair(claim), claim.change.old if claim.change else None
        if pair is None or went is None or pair[0].provision.clause.class_ != "DIR":
            return Doubt("statement")
        if pair[0].paragraph.part != "operative":
            return Doubt("statement")
        if covered(pair[1].content, pair[0].content) < _SAME_REST:
            return Doubt("rewritten")
        if self._is_due(pair[0].provision.clause, went.text or ""):
            return Doubt("bound")
        if not self._opens_an_item(pair[0].paragraph, went):
            return Doubt("rewritten")
        terms = self.support.between(pair[0].paragraph, went.start, went.end)
        homes = [self.elsewhere.home(terms), *map(self.elsewhere.home_of_item, self._items(pair[0].paragraph, went))]
        home = next(filter(None, homes), None)
        return Doubt("elsewhere", (home,)) if home else self.elsewhere.is_short(terms)

    def _items(self, paragraph: EditionParagraph, went: Evidence) -> Iterator[Terms]:
        """The terms of each item of words that went."""
        offsets = [paragraph.offsets[first] for first, _ in paragraph.places]
        inside = [n for n, offset in enumerate(offsets) if went.start < offset < went.end]
        places = [went.start, *(offsets[n] for n in inside if joins(paragraph, n, self._code)), went.end]
        return (self.support.between(paragraph, *sides) for sides in pairwise(places))

    def _opens_an_item(self, paragraph: EditionParagraph, went: Evidence) -> bool:
        """Whether words that went are joined to those before them, or stand behind a mark: no end of a phrase."""
        words = (n for n, (first, _) in enumerate(paragraph.places) if paragraph.offsets[first] >= went.start)
        first = next(words, None)
        return first is not None and joins(paragraph, first, self._code)

    def _is_due(self, fact: Clause, words: str) -> bool:
        """Whether words that were cut are about a session, an act done once, or what a report asked for once holds."""
        once = any(self._compiled(key).search(words) for key in ("once", "occasional"))
        reports = fact.report is not None and not fact.report.periodicity
        return once or reports or bool(sessions_named(words, self._code))

    def _numbers(self, clause: PlacedClause) -> list[str]:
        """The dates, sessions, symbols and ordinal numbers that a clause names: they tell one event from the next."""
        return [*_slots(clause), *self._compiled("ordinal").findall(clause.provision.clause.quote)]

    @property
    def _code(self) -> str:
        return self.comparison.old.language

    @property
    def _touching(self) -> bool:
        return language_of(self._code).words_touch

    def _compiled(self, key: str) -> re.Pattern[str]:
        return language_of(self._code).compiled("slots", "gone", key)

    @cached_property
    def support(self) -> Support:
        """The later edition, asked how much of what was said stands in it."""
        return Support(self.comparison)

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """The later edition, asked which of its paragraphs may hold what went."""
        return Elsewhere(self.comparison, self.support)


def _slots(clause: PlacedClause) -> list[str]:
    """The dates, sessions and numbers that a clause names, as written."""
    provision, paragraph = clause.provision, clause.paragraph
    places = paragraph.places[provision.first : provision.last] if paragraph.text else ()
    named = zip(clause.words, places, strict=False)
    return [(paragraph.text or "")[slice(*place)] for word, place in named if word == _SLOT]


def _section(id: str) -> str | None:
    """The section that a paragraph stands in, I of I.3; the paragraph that a point belongs to is none."""
    first, _, rest = id.partition(".")
    return first if rest and not any(map(str.isdigit, first)) else None


def _asks_somebody(clause: PlacedClause) -> bool:
    """Whether an operative clause decides, or it was understood whom it asks."""
    kinds = {party.kind for party in clause.provision.clause.addressees}
    return clause.paragraph.part == "operative" and not kinds & {"unspecified", "unresolved"}


def _goes_on(clause: PlacedClause) -> bool:
    """Whether a request is to continue what is done: it was to last, whatever report was asked for beside it."""
    return clause.provision.clause.class_ == "DIR" and bool(clause.provision.clause.continuity)


def _states(fact: Clause) -> set[str]:
    """The States that a clause asks, and their governments, by the words for them."""
    return {(party.surface or "").lower() for party in fact.addressees if party.type == "state"}


def _is_far_below(before: Clause, after: Clause) -> bool:
    """Whether a directive asks with less force by more than a step: who asks and who calls upon are near."""
    bands = sorted(BINARY)
    return bool(before.band and after.band) and bands.index(before.band or "") - bands.index(after.band or "") > 1


def _joined(earlier: str, before: str, after: str) -> bool:
    """Whether the last word before a place and the first behind it stood side by side."""
    return not before or not after or before[-1] + after[0] in earlier
