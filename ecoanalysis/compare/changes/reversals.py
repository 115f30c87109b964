"""Two matched clauses → whether the opposite is asked or decided now, and whether what had to be done only may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from rapidfuzz.distance import Indel

from ecoanalysis.compare.changes.explained_words import ExplainedChange
from ecoanalysis.compare.changes.wording import WordRun, going_on
from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause, shared_matter
from ecoanalysis.compare.fingerprints.word_strings import covered, phrase
from ecoanalysis.compare.two_editions.still_standing import Standing
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Change, Evidence, Modifier
from ecoanalysis.model.facts import Clause

_SAME_MATTER = 0.60  # share of the telling words of the shorter clause that both must have for the matter to be one
_NO_VERB = 0.90  # the same, in order, of an act that no verb names
_BEFORE = 2  # words before a verb that tell whether it is negated
_STANDS = 0.80  # share of a clause's words that another one must have for it to ask the same still
_ACTS = ("DIR", "DEC")
_BINDING = (*_ACTS, "ASR")  # what says that something shall be done


def find_reversal(
    earlier: PlacedClause, later: PlacedClause, standing: Standing, language: str
) -> Iterator[ExplainedChange]:
    """Yield what was asked for and is now to be left, or the reverse, unless another clause asks it as before."""
    if not _is_opposite(earlier, later, language) or _asked_beside(earlier, later, standing):
        return
    runs = _act_words(earlier, later, language)
    if runs is None:
        sides = _act(earlier.provision.clause), _act(later.provision.clause)
        yield ExplainedChange(Change("reversed", *sides, "act"))
        return
    yield ExplainedChange(Change("reversed", runs[0].evidence, runs[1].evidence, "act"), *runs)


def find_duty(earlier: PlacedClause, later: PlacedClause, language: str) -> Iterator[ExplainedChange]:
    """Yield what shall be done and then only may be, or the reverse: one word in the place of another."""
    classes = {clause.provision.clause.class_ for clause in (earlier, later)}
    if not classes.issubset(_BINDING) or not earlier.paragraph.text or not later.paragraph.text:
        return
    ranks, negations = _duties(language), _negations(language)
    for first, last, start, end in _replaced(earlier.words, later.words):
        before, after = ranks.get(earlier.words[first:last]), ranks.get(later.words[start:end])
        if before is None or after is None or before == after:
            continue
        runs = _run(earlier, first, last), _run(later, start, end)
        around = earlier.words[first - 1 : first] + earlier.words[last : last + 1] + later.words[end : end + 1]
        if negations.intersection(around) or not all(_is_whole(run, language) for run in runs):
            continue
        type: Modifier = "weakened" if after < before else "strengthened"
        yield ExplainedChange(Change(type, runs[0].evidence, runs[1].evidence, "modal"), *runs)


def _is_opposite(earlier: PlacedClause, later: PlacedClause, language: str) -> bool:
    before, after = earlier.provision.clause, later.provision.clause
    if not {before.class_, after.class_}.issubset(_ACTS) or before.polarity is None or after.polarity is None:
        return False
    if before.act_verb is None or after.act_verb is None:
        shares = covered(earlier.content, later.content), covered(later.content, earlier.content)
        return before.polarity != after.polarity and before.act_verb == after.act_verb and max(shares) >= _NO_VERB
    if before.act_verb == after.act_verb:
        opposed = before.polarity != after.polarity
    else:
        opposed = {_sense(before, language), _sense(after, language)} == {-1, 1} or _stops_the_other(before, after)
    same = shared_matter(earlier, later, language) >= _SAME_MATTER
    return opposed and same and not _asks_both(earlier, later, language)


def _asks_both(earlier: PlacedClause, later: PlacedClause, language: str) -> bool:
    """Whether one of two clauses also has the act of the other: to mark floods and to refrain from fishing."""
    before, after = earlier.provision.clause, later.provision.clause
    if before.act_verb != after.act_verb:
        stops = _stops_the_other(before, after)
        pairs = ((earlier, after), (later, before))
        return not stops and any(phrase(act.act_verb or "", language) in clause.words for clause, act in pairs)
    return any(
        _with_its_verb(clause, language) in other.words for clause, other in ((earlier, later), (later, earlier))
    )


def _with_its_verb(clause: PlacedClause, language: str) -> str:
    """The first verb of an act with the words before it; the whole clause where no text tells."""
    place = _verb_place(clause, language)
    return clause.words[max(0, place[0] - _BEFORE) : place[1]] if place else clause.words


def _stops_the_other(before: Clause, after: Clause) -> bool:
    """Whether one act is to leave the very act that the other asks for: avoid taking part, 避免参加."""
    stop, do = (before, after) if before.polarity == "stop" else (after, before)
    left, _, rest = stop.quote.partition(stop.act_verb or "")
    verb = (do.act_verb or "").removesuffix("e")
    return stop.polarity != do.polarity and len(verb) > 1 and bool(left) and rest.lstrip().startswith(verb)


def _sense(clause: Clause, language: str) -> int:
    """Whether something is to be more, or go on (1), to be less or to end (-1), or to be kept from others (0)."""
    spoken, verb = language_of(language), clause.act_verb or ""
    falls, hinders = (bool(spoken.compiled("slots", "turn", key).match(verb)) for key in ("falls", "hinders"))
    if hinders:
        return 0
    if falls:
        return -1 if clause.polarity == "do" or spoken.compiled("slots", "turn", "ends").match(verb) else 0
    return -1 if clause.polarity == "stop" else 1


def _asked_beside(earlier: PlacedClause, later: PlacedClause, standing: Standing) -> bool:
    """Whether another clause than the later one asks or decides, of the same polarity, what was asked."""
    wanted = earlier.provision.clause
    others = (other for other in standing.clauses if other.provision is not later.provision)
    return any(
        other.provision.clause.class_ in _ACTS
        and other.provision.clause.polarity == wanted.polarity
        and other.provision.clause.act_verb == wanted.act_verb
        and covered(earlier.content, other.content) >= _STANDS
        for other in others
    )


# the words that show it


def _act(clause: Clause) -> Evidence:
    place = clause.act or clause
    return Evidence(clause.act_verb, place.start, place.end)


def _act_words(earlier: PlacedClause, later: PlacedClause, language: str) -> tuple[WordRun, WordRun] | None:
    """From where two clauses part to where they are the same again behind their verbs; None where no text tells."""
    before, after = _verb_place(earlier, language), _verb_place(later, language)
    if before is None or after is None:
        return None
    (begins, ends), (starts, stops) = before, after
    prefix = _shared_at_head(earlier.words, later.words)
    last, end = len(earlier.words), len(later.words)
    for code in Indel.opcodes(earlier.words, later.words):
        if code.tag == "equal" and code.src_end >= ends and code.dest_end >= stops:
            shift = max(ends - code.src_start, stops - code.dest_start, 0)
            last, end = code.src_start + shift, code.dest_start + shift
            break
    return _run(earlier, min(prefix, begins), last), _run(later, min(prefix, starts), end)


def _shared_at_head(before: str, after: str) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))


def _verb_place(clause: PlacedClause, language: str) -> tuple[int, int] | None:
    """Where among a clause's words the first verb of its act begins and ends."""
    act, verb, paragraph = clause.provision.clause.act, clause.provision.clause.act_verb, clause.paragraph
    if paragraph.text is None or act is None or verb is None:
        return None
    starts = [paragraph.offsets[start] for start, _ in paragraph.places]
    first = bisect_left(starts, act.start) - clause.provision.first
    length = len(verb) if language_of(language).words_touch else len(verb.split())
    return (first, first + length) if 0 <= first < first + length <= len(clause.words) else None


def _run(clause: PlacedClause, first: int, last: int) -> WordRun:
    return WordRun(clause.paragraph, range(clause.provision.first + first, clause.provision.first + last))


def _is_whole(run: WordRun, language: str) -> bool:
    """Whether a run is of whole words: 可 in 可持续 is none."""
    inside = [*going_on(run.paragraph, language), False]
    return not inside[run.words.start] and not inside[run.words.stop]


def _replaced(before: str, after: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the places where words stand for others between words that are the same."""
    last, end = 0, 0
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            if last < code.src_start and end < code.dest_start:
                yield last, code.src_start, end, code.dest_start
            last, end = code.src_end, code.dest_end


@cache
def _duties(language: str) -> dict[str, int]:
    """The words that say how far something binds, as they stand in strings of words, each with its rank."""
    ranks = language_of(language).table("slots").get("turn", {}).get("duties", [])
    return {phrase(word, language): rank for rank, words in enumerate(ranks) for word in words}


@cache
def _negations(language: str) -> frozenset[str]:
    words = language_of(language).table("slots").get("turn", {}).get("negations", [])
    return frozenset(phrase(word, language) for word in words)
