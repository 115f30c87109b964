"""Linked paragraphs → typed changes, each with the two spans that justify it (codebook, Editions)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from rapidfuzz.distance import Indel

from ecoanalysis.compare.changes.answers import answers, blames, find_answer, of_the_same, share_of_runs
from ecoanalysis.compare.changes.explained_words import (
    ExplainedChange,
    clause_words,
    evidence_of,
    evidence_of_party,
    verb_words,
    whole_clause,
    words_of,
)
from ecoanalysis.compare.changes.ladders import EVERY, anticipates, endorsement, ladders_between
from ecoanalysis.compare.changes.reversals import find_duty, find_reversal
from ecoanalysis.compare.changes.scope import find_scope
from ecoanalysis.compare.changes.wording import WordRun, find_wording
from ecoanalysis.compare.fingerprints.placed_clauses import (
    PlacedClause,
    parties_of,
    place,
    shared_telling,
    stood_before,
)
from ecoanalysis.compare.fingerprints.word_strings import as_string, covered, function_words, in_pairs, phrase
from ecoanalysis.compare.links.matched_clauses import Pair, Side, same_matter
from ecoanalysis.compare.two_editions.naming import Naming
from ecoanalysis.compare.two_editions.still_standing import Standing, bears_on, standing_in
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Cause, Change, Modifier
from ecoanalysis.model.facts import Addressee, Clause, Fact

_ONE_EACH = frozenset({"mandate", "resources", "capacity", "voluntary"})  # reservations that a clause makes but once
_UNREAD = 0.80  # share of a clause's pairs of words that a paragraph not understood must have for nothing to be said
_SAME_PAIRS = 0.40  # share of its pairs of words that a statement must keep for its verb to be said to have changed
_SAME_BACK = (
    0.30  # share of the later statement's pairs that must stand in the earlier one: more would be another matter
)
_SAME_PHRASE = 0.60  # noun phrases from here on name one party, hedges one reservation
_STILL_NAMED = 0.80  # share of the pairs of words of a party that must stand for it to be named still
_DECIDED = 0.25  # share of a request, in runs, that a decision beside it must have to be what was asked for

F = TypeVar("F", bound=Fact)


def find_changes(
    old: Side, new: Side, pairs: Sequence[Pair], standing: Standing, naming: Naming, language: str
) -> Iterator[Change]:
    """Yield the changes of force, endorsement, addressees, scope and words between linked paragraphs."""
    findings = list(_findings(old, new, pairs, standing, language))
    yield from (finding.change for finding in findings if finding.change)
    explained = _there(finding.old for finding in findings), _there(finding.new for finding in findings)
    yield from find_wording(old, new, explained, naming, language)


def find_answers(gone: Side, standing: Standing, language: str) -> Iterator[Change]:
    """Yield how the requests of a dropped paragraph were answered, and its decisions carried out."""
    for paragraph in gone:
        for provision in paragraph.provisions:
            request = place(paragraph, provision)
            if provision.clause.class_ in ("DIR", "DEC") and not standing.still_asks(request):
                answer = find_answer(request, standing, language)
                if answer:
                    yield Change("answered", whole_clause(request), whole_clause(answer), _answered_by(request))


def _there(passages: Iterable[WordRun | None]) -> list[WordRun]:
    return [passage for passage in passages if passage is not None]


def _findings(
    old: Side, new: Side, pairs: Sequence[Pair], standing: Standing, language: str
) -> Iterator[ExplainedChange]:
    homes = {paragraph.id: paragraph for paragraph in old}, {paragraph.id: paragraph for paragraph in new}
    linked = [as_string(paragraph.shingles) for paragraph in new]
    for before, after in pairs:
        earlier = before and place(homes[0][before.clause.paragraph], before)
        later = after and place(homes[1][after.clause.paragraph], after)
        if before and after and earlier and later:
            if earlier.paragraph.part != later.paragraph.part and before.clause.class_ == after.clause.class_:
                yield ExplainedChange(None, verb_words(earlier), verb_words(later))  # a participle for a finite verb
            yield from _force(earlier, later, standing, language)
            yield from find_reversal(earlier, later, standing, language)
            yield from find_duty(earlier, later, language)
            yield from _addressees(earlier, later, standing, language)
            if blames(before.clause.verb.surface, language) == blames(after.clause.verb.surface, language):
                yield from find_scope(earlier, later, (old, new), standing, language)
        elif later and not any(paragraph.provisions for paragraph in old):
            continue  # of what was not understood nobody can tell what came to it: the words tell
        elif later and not standing_in(old, language).has_matter(later):
            asked = [place(homes[0][other.clause.paragraph], other) for other, _ in pairs if other]
            answers_it = any(_is_told_back(later, request, language) for request in asked)
            yield from [ExplainedChange(None, None, clause_words(later))] if answers_it else _came(later)
        elif earlier and not standing.holds(earlier) and standing.keeps(earlier, linked):
            yield from _said_once(earlier, language)
        elif earlier and not standing.holds(earlier):
            beside = [place(homes[1][other.clause.paragraph], other) for _, other in pairs if other]
            came = [place(homes[1][other.clause.paragraph], other) for first, other in pairs if other and not first]
            if not _stands_unread(earlier, new) and not any(_takes_up(other, earlier, language) for other in came):
                yield from _went(earlier, beside, standing, language)


# clauses


def _came(clause: PlacedClause) -> Iterator[ExplainedChange]:
    whole = clause_words(clause)
    evidence = whole_clause(clause)
    if clause.provision.clause.class_ != "DIR":
        yield ExplainedChange(Change("scope_widened", None, evidence, "clause"), None, whole)
        return
    yield ExplainedChange(Change("strengthened", None, evidence, "clause", EVERY), None, whole)
    for party in _parties(clause):
        yield ExplainedChange(Change("addressee_added", None, evidence_of_party(party)))


def _went(
    clause: PlacedClause, beside: Sequence[PlacedClause], standing: Standing, language: str
) -> Iterator[ExplainedChange]:
    whole = clause_words(clause)
    evidence = whole_clause(clause)
    if clause.provision.clause.class_ != "DIR":
        touching = language_of(language).words_touch
        time_passed = anticipates(clause.provision.clause.verb.surface, language)
        reworded = standing.reworded(clause, beside, touching) or standing.reworded_elsewhere(clause, touching)
        if not time_passed and not reworded:
            yield ExplainedChange(Change("scope_narrowed", evidence, None, "clause"), whole)
        return
    if not clause.content or standing.still_asks(clause):
        return  # of a paragraph that only introduces points, the points tell
    answer = find_answer(clause, standing, language, beside)
    if answer:
        yield ExplainedChange(Change("answered", evidence, whole_clause(answer), _answered_by(clause)), whole)
        return
    reworded = standing.reworded(clause, beside, language_of(language).words_touch)
    if reworded or _is_overtaken(clause, beside, language) or _is_made(clause, beside, language):
        return  # the words that went are told as such
    weaker = standing.weaker(clause)
    if weaker:
        ladders = ladders_between(clause.provision.clause.band or "", weaker.provision.clause.band or "")
        yield replace(_verbs("weakened", clause, weaker, "band", ladders), old=whole, new=None)
        return
    yield ExplainedChange(Change("weakened", evidence, None, "clause", EVERY), whole)
    asked = [party for other in beside if other.provision.clause.class_ == "DIR" for party in _parties(other)]
    for party in _parties(clause):
        if not any(_one_party(party, other, language) for other in asked):
            yield ExplainedChange(Change("addressee_removed", evidence_of_party(party), None, "clause"))


def _is_overtaken(request: PlacedClause, beside: Sequence[PlacedClause], language: str) -> bool:
    """Whether a request stood beside what its paragraph awaited, which the linked clauses await no more."""
    sides = request.paragraph.provisions, [clause.provision for clause in beside]
    awaits = [any(anticipates(each.clause.verb.surface, language) for each in side) for side in sides]
    return awaits == [True, False] and any(answers(clause, language) for clause in beside)


def _is_made(request: PlacedClause, beside: Sequence[PlacedClause], language: str) -> bool:
    """Whether a linked clause speaks of what was to be made as of something that is there."""
    act = request.provision.clause.act_verb or ""
    if not language_of(language).compiled("slots", "answer", "creates").match(act):
        return False
    others = (clause for clause in beside if clause.provision.clause.act_verb != act)
    return any(in_pairs(request.content, clause.content) >= _SAME_PAIRS for clause in others)


def _said_once(clause: PlacedClause, language: str) -> Iterator[ExplainedChange]:
    """The verb and the parties of a clause that lives on under those of another: nothing was cut with them."""
    yield ExplainedChange(None, verb_words(clause))
    for party in _parties(clause):
        yield ExplainedChange(None, words_of(clause, party.surface or "", language))


def _is_told_back(statement: PlacedClause, request: PlacedClause, language: str) -> bool:
    """Whether a statement that came notes or welcomes what was asked for: it answers, and widens nothing."""
    asked = request.provision.clause.class_ == "DIR"
    return asked and answers(statement, language) and of_the_same(statement, request, language)


def _stands_unread(clause: PlacedClause, side: Side) -> bool:
    """Whether what it speaks of stands in a linked paragraph of which no clause was understood."""
    texts = (as_string(paragraph.shingles) for paragraph in side if not paragraph.provisions)
    return any(in_pairs(clause.content, text) >= _UNREAD for text in texts)


def _takes_up(directive: PlacedClause, clause: PlacedClause, language: str) -> bool:
    """Whether a directive or a decision that came speaks of little else than a clause that went.

    Then of a statement more is said now, what was asked for is decided, and a request to the same parties, no
    stronger, is only shorter: what it leaves out is told in words.
    """
    later, earlier = directive.provision.clause, clause.provision.clause
    if later.class_ == "DEC":
        return earlier.class_ == "DIR" and share_of_runs(clause, directive, language) >= _DECIDED
    if earlier.band and ((later.band or "") < earlier.band or not parties_of(clause) <= parties_of(directive)):
        return False
    return later.class_ == "DIR" and (
        of_the_same(directive, clause, language) or _asks_more(directive, clause, language)
    )


def _asks_more(later: PlacedClause, earlier: PlacedClause, language: str) -> bool:
    """Whether a request is stronger than one that went, and has many of its words: urged anew, not dropped."""
    bands = (clause.provision.clause.band or "" for clause in (earlier, later))
    shared, wanted = shared_telling(earlier, later, language)
    return next(bands) < next(bands) and shared >= _SAME_PAIRS * wanted > 0


def _answered_by(clause: PlacedClause) -> Cause | None:
    return "report" if clause.provision.clause.report else None


# force


def _force(earlier: PlacedClause, later: PlacedClause, standing: Standing, language: str) -> Iterator[ExplainedChange]:
    before, after = earlier.provision.clause, later.provision.clause
    if before.band and after.band:
        if before.band != after.band:
            rises = after.band > before.band
            keeps = not same_matter(earlier, later, language_of(language).words_touch) or _asks_others(
                earlier, later, language
            )
            if rises or not (keeps or standing.still_asks(earlier)):
                ladders = ladders_between(before.band, after.band)
                yield _verbs("strengthened" if rises else "weakened", earlier, later, "band", ladders)
        yield from _hedges(earlier, later, standing, language)
        yield from _intensifiers(earlier, later, standing, language)
    elif "DIR" in (before.class_, after.class_) and (_restates(earlier, later) or _restates(later, earlier)):
        return
    elif after.class_ == "DIR" and before.class_ != "DIR":
        yield _verbs("strengthened", earlier, later, "class", EVERY)
    elif before.class_ == "DIR" and after.class_ != "DIR":
        if after.class_ != "DEC" and not standing.still_asks(earlier):
            answer = later if answers(later, language) else find_answer(earlier, standing, language)
            if answer:
                change = Change("answered", whole_clause(earlier), whole_clause(answer), _answered_by(earlier))
                yield ExplainedChange(change, clause_words(earlier), clause_words(later))
            else:
                yield _verbs("weakened", earlier, later, "class", EVERY)
    elif "DEC" not in (before.class_, after.class_):  # what was decided is recalled once it was done
        if anticipates(before.verb.surface, language) or anticipates(after.verb.surface, language):
            return  # what is looked forward to is noted or welcomed once it was held: time passed, no more
        blamed = [blames(fact.verb.surface, language) for fact in (before, after)]
        if blamed == [False, True] or (before.class_ == after.class_ and blamed == [True, False]):
            return  # what was regretted is now welcome, what was stressed now regretted: no less, but otherwise
        moved = endorsement(after.verb.surface, after.class_, language)
        moved -= endorsement(before.verb.surface, before.class_, language)
        if moved > 0:
            yield _verbs("endorsement_raised", earlier, later, "verb")
        elif moved < 0 and _endorses_less(earlier, later, standing, language):
            yield _verbs("endorsement_lowered", earlier, later, "verb")


def _endorses_less(earlier: PlacedClause, later: PlacedClause, standing: Standing, language: str) -> bool:
    """Whether a statement of less weight speaks of the same, none of the old weight stands, and it tells no feeling."""
    quote, verb = later.provision.clause.quote, later.provision.clause.verb.surface
    feels = blames(quote[: len(verb) + language_of(language).table("slots")["opening"]], language)
    if feels and not blames(verb, language):
        return False  # recalls its concern, notes with concern renewed: what is felt stands behind the verb
    return _speaks_of_the_same(earlier, later, language) and not standing.still_says(earlier)


def _restates(clause: PlacedClause, other: PlacedClause) -> bool:
    """Whether one verb is the other's beginning, and its rest stands behind: reiterates the request, its request."""
    rest = other.verb[len(clause.verb) :]
    return bool(clause.verb) and other.verb.startswith(clause.verb) and rest[-1:] in clause.words != other.words


def _speaks_of_the_same(earlier: PlacedClause, later: PlacedClause, language: str) -> bool:
    """Whether what a statement speaks of stands in the later one in its words, not only in words alike."""
    alike, back = in_pairs(earlier.content, later.content), in_pairs(later.content, earlier.content)
    return (
        same_matter(earlier, later, language_of(language).words_touch) and alike >= _SAME_PAIRS and back >= _SAME_BACK
    )


def _asks_others(earlier: PlacedClause, later: PlacedClause, language: str) -> bool:
    """Whether two directives have no addressee in common: who is asked changed, and the verb with the one asked."""
    before, after = _parties(earlier), _parties(later)
    return bool(before and after) and not any(_one_party(party, other, language) for party in before for other in after)


def _verbs(
    type: Modifier, earlier: PlacedClause, later: PlacedClause, by: Cause, ladders: tuple[str, ...] = ()
) -> ExplainedChange:
    verbs = evidence_of(earlier.provision.clause.verb), evidence_of(later.provision.clause.verb)
    change = Change(type, *verbs, by, ladders)
    return ExplainedChange(change, verb_words(earlier), verb_words(later))


def _hedges(earlier: PlacedClause, later: PlacedClause, standing: Standing, language: str) -> Iterator[ExplainedChange]:
    before, after = earlier.provision.clause, later.provision.clause
    once = _kinds_of(before) & _kinds_of(after) & _ONE_EACH
    softened = [[hedge for hedge in clause.softened_by if hedge.kind not in once] for clause in (before, after)]
    left, came = _left_over(softened[0], softened[1]), _left_over(softened[1], softened[0])
    replaced = {hedge.kind for hedge in left} & {
        hedge.kind for hedge in came
    }  # one reservation for another of its kind
    for gone in (hedge for hedge in left if hedge.kind not in replaced):
        if not stood_before(gone.surface, later, language):
            words = words_of(earlier, gone.surface, language)
            sides = evidence_of(gone), evidence_of(after.verb)
            yield ExplainedChange(Change("hedge_removed", *sides, "hedge"), words)
            yield ExplainedChange(Change("strengthened", *sides, "hedge", ("bands",)))
    if not same_matter(earlier, later, language_of(language).words_touch):
        return  # it came with what else is asked now
    for come in (hedge for hedge in came if hedge.kind not in replaced):
        bears = bears_on(come.surface, earlier, later, standing, language)
        if bears and not stood_before(come.surface, earlier, language):
            words = words_of(later, come.surface, language)
            sides = evidence_of(before.verb), evidence_of(come)
            yield ExplainedChange(Change("hedge_added", *sides, "hedge"), None, words)
            yield ExplainedChange(Change("weakened", *sides, "hedge", ("bands",)))


def _kinds_of(clause: Clause) -> set[str]:
    return {hedge.kind for hedge in clause.hedges if hedge.kind}


def _intensifiers(
    earlier: PlacedClause, later: PlacedClause, standing: Standing, language: str
) -> Iterator[ExplainedChange]:
    before, after = earlier.provision.clause, later.provision.clause
    for gone in _left_over(before.intensifiers, after.intensifiers):
        if not standing.still_says(earlier):
            change = Change("weakened", evidence_of(gone), evidence_of(after.verb), "intensifier", ("bands",))
            yield ExplainedChange(change, words_of(earlier, gone.surface, language))
    for come in _left_over(after.intensifiers, before.intensifiers):
        change = Change("strengthened", evidence_of(before.verb), evidence_of(come), "intensifier", ("bands",))
        yield ExplainedChange(change, None, words_of(later, come.surface, language))


def _left_over(these: Sequence[F], those: Sequence[F]) -> list[F]:
    """Facts that have no like on the other side: 在其任务规定范围内 and 在各自任务规定范围内 are one reservation."""
    there = [fact.surface.lower() for fact in those]
    alone = []
    for fact in sorted(these, key=lambda fact: fact.surface.lower() not in there):
        like = max(there, key=lambda words: Indel.normalized_similarity(words, fact.surface.lower()), default=None)
        if like is not None and Indel.normalized_similarity(like, fact.surface.lower()) >= _SAME_PHRASE:
            there.remove(like)
        else:
            alone.append(fact)
    return alone


# addressees


def _addressees(
    earlier: PlacedClause, later: PlacedClause, standing: Standing, language: str
) -> Iterator[ExplainedChange]:
    """Who came, who went, and who in whose place; nothing is claimed of an addressee that was not understood."""
    if "DIR" not in (earlier.provision.clause.class_, later.provision.clause.class_):
        return
    before, after = _parties(earlier), _parties(later)
    # who is named in the same words first: all States, especially those with lakes, are not those with lakes
    for party in sorted(before, key=lambda party: -max((_likeness(party, other) for other in after), default=0.0)):
        alike = [other for other in after if _one_party(party, other, language)]
        if alike:
            same = max(alike, key=lambda other: _likeness(party, other))
            before.remove(party)
            after.remove(same)
    unclear = any("unresolved" in _kinds(clause) for clause in (earlier, later))
    gone = [party for party in before if not unclear and _is_gone(party, earlier, later, standing, language)]
    come = [party for party in after if not (unclear or _is_named(party, earlier, language))]
    by: Cause | None = "party" if gone and come else None
    for party in gone:
        new = evidence_of_party(come[0]) if come else evidence_of(later.provision.clause.verb)
        words = words_of(earlier, party.surface or "", language)
        yield ExplainedChange(Change("addressee_removed", evidence_of_party(party), new, by), words)
    for party in come:
        old = evidence_of_party(gone[0]) if gone else evidence_of(earlier.provision.clause.verb)
        words = words_of(later, party.surface or "", language)
        yield ExplainedChange(Change("addressee_added", old, evidence_of_party(party), by), None, words)


def _is_gone(party: Addressee, earlier: PlacedClause, later: PlacedClause, standing: Standing, language: str) -> bool:
    """Whether a party is asked no more: it is not even named in the clause, and the old words do not stand."""
    if later.provision.clause.class_ != "DIR" and answers(later, language):
        return False
    if not (party.agency or party.type):
        return False  # words whose sort was not understood may be no party
    if party.kind == "anaphor" or party.antecedents:
        return False  # who is meant is named elsewhere, and may be meant still
    words = phrase(party.surface or "", language)
    # where the later clause spells no party: welcoming the efforts of States, encouraging more
    there = later.words if _parties(later) else as_string(later.paragraph.shingles)
    named = _is_named(party, later, language) or in_pairs(words, there) >= _STILL_NAMED
    return not (named or words in there or standing.holds(earlier))


def _is_named(party: Addressee, clause: PlacedClause, language: str) -> bool:
    """Whether a clause names a party, in its words or in those of its chapeau, be it with more said of it."""
    words = phrase(party.surface or "", language)
    asked = (phrase(other.surface or "", language) for other in _parties(clause))
    return any(words in there for there in (clause.words, *asked))


def _kinds(clause: PlacedClause) -> set[str]:
    return {party.kind for party in clause.provision.clause.addressees}


def _parties(clause: PlacedClause) -> list[Addressee]:
    return [party for party in clause.provision.clause.addressees if party.span]


def _likeness(party: Addressee, other: Addressee) -> float:
    return Indel.normalized_similarity((party.surface or "").lower(), (other.surface or "").lower())


def _one_party(party: Addressee, other: Addressee, language: str) -> bool:
    if party.agency and other.agency:
        return party.agency == other.agency
    if "anaphor" in (party.kind, other.kind):
        return True  # who 它们 stands for is left open: no claim that a party came or went
    words = (party.surface or "").lower(), (other.surface or "").lower()
    hashed = phrase(words[0], language), phrase(words[1], language)
    shorter, longer = sorted(hashed, key=len)
    if covered(shorter, longer) == 1 or Indel.normalized_similarity(*words) >= _SAME_PHRASE:
        return True
    groups = party.kind == other.kind == "generic" and party.type == other.type
    return groups and bool(set(shorter) & set(longer) - function_words(language))
