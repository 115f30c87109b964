"""The act that is asked for or decided: from its first verb on, the verb's lemma, and whether something is to stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ecoanalysis.extract.agencies import Named, between
from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.extract.parties.masking import masked
from ecoanalysis.extract.predicates import Predicates, read_predicates
from ecoanalysis.lexicon import NEVER, language_of
from ecoanalysis.model.facts import Polarity

_FILLER = "\ue0ff"
_LONGEST = 400  # characters within which the act's verb must stand


@dataclass(frozen=True, slots=True)
class ActAsked:
    """What is asked or decided: where it begins, its first verb (None of a noun) and its polarity."""

    start: int
    verb: str | None
    polarity: Polarity


@dataclass(frozen=True)
class _Grammar:
    """How a language begins an act (``lexicon/<language>/acts.toml``), compiled once."""

    mask: re.Pattern[str]
    takes_act: re.Pattern[str]
    opens_point: re.Pattern[str]
    shall: re.Pattern[str]
    subject: re.Pattern[str]
    clause: re.Pattern[str]
    modal: re.Pattern[str]
    marker: re.Pattern[str]
    skipped: re.Pattern[str]
    opening: re.Pattern[str]
    placed: re.Pattern[str]
    negation: re.Pattern[str]
    negates: re.Pattern[str]
    limit: re.Pattern[str]
    verb: re.Pattern[str]
    far_verb: re.Pattern[str]
    speaks_of_itself: re.Pattern[str]
    gerund: re.Pattern[str]
    acts_on: re.Pattern[str]
    passive: re.Pattern[str]
    stops: re.Pattern[str]
    forbids: re.Pattern[str]
    """Decisions that something is not to be done: prohibits the sale."""
    article: re.Pattern[str]
    chapeau: re.Pattern[str]
    at_session: re.Pattern[str]
    only_how: re.Pattern[str]
    verbs_follow: re.Pattern[str]
    nouns_follow: re.Pattern[str]
    proclaims: re.Pattern[str]
    is_named: re.Pattern[str]
    waits: re.Pattern[str]
    subject_of_point: re.Pattern[str]
    split: tuple[tuple[re.Pattern[str], str], ...]
    irregular: dict[str, str]
    ending: tuple[tuple[re.Pattern[str], str], ...]

    def base(self, word: str) -> str:
        """Return the base of an inflected verb: by the list of those that are irregular, else by its ending."""
        word = word.lower().partition(" ")[0]
        if word in self.irregular:
            return self.irregular[word]
        return next((form.sub(to, word) for form, to in self.ending if form.search(word)), word)


@cache
def _grammar(language: str) -> _Grammar:
    lexicon = language_of(language)
    keys = (
        "mask",
        "takes_act",
        "opens_point",
        "shall",
        "subject",
        "clause",
        "modal",
        "marker",
        "skipped",
        "opening",
        "placed",
        "negation",
        "negates",
        "limit",
        "verb",
        "far_verb",
        "speaks_of_itself",
        "gerund",
        "acts_on",
        "passive",
        "stops",
        "forbids",
        "article",
        "chapeau",
        "at_session",
        "only_how",
        "verbs_follow",
        "nouns_follow",
        "proclaims",
        "is_named",
        "waits",
        "subject_of_point",
    )
    patterns = {key: lexicon.compiled("acts", key) for key in keys}
    table = lexicon.table("acts")
    return _Grammar(
        **patterns,
        split=tuple((re.compile(words), lemma) for lemma, words in table["split"].items()),
        irregular=table["irregular"],
        ending=tuple((re.compile(rule["of"]), rule["to"]) for rule in table["ending"]),
    )


def find_act_asked(
    text: str,
    verb_end: int,
    act_start: int,
    stop: int,
    language: str,
    lemma: str | None = None,
    *,
    names: Sequence[Named] = (),
    point: bool = False,
    verbal: bool = False,
) -> ActAsked | None:
    """Return what is asked or decided; None where no words say it.

    Parameters
    ----------
    text
        The paragraph's text.
    verb_end, act_start, stop
        End of the performative, where the words begin that say what is asked, end of the clause.
    lemma
        The performative of a decision, which is the act itself where an object follows it: Endorses the programme.
    names
        The names of bodies in the text, none of whose words are a verb.
    point
        Whether the words are a point's, which a bare verb may open.
    verbal
        Whether a verb must open them: behind a chapeau that ends in *to*.

    Examples
    --------
    >>> text = "Urges ferries not to sail by night"
    >>> deed = find_act_asked(text, 5, 13, len(text), "en")
    >>> text[deed.start :], deed.verb, deed.polarity
    ('sail by night', 'sail', 'stop')
    """
    grammar = _grammar(language)
    if grammar.verb.pattern == NEVER:
        return None
    words, begin = _without_quotations(grammar, text[verb_end : min(stop, act_start + _LONGEST)]), act_start - verb_end
    if not re.search(r"\w", words[begin:]):
        return None
    clause = grammar.clause.match(words)
    as_clause = clause is not None and _takes_act(grammar, lemma, words)
    if opening := grammar.opening.match(words, begin):
        begin = opening.end()
    if point and grammar.is_named.match(words, begin):
        return ActAsked(verb_end + begin, None, "do")
    begin = _behind_those_who_act(grammar, words, begin) if point else begin
    inside = [Named(name.start - verb_end, name.end - verb_end, name.agency) for name in between(names, verb_end, stop)]
    predicates = read_predicates(masked(words, inside), language)
    begin = _modal(grammar, words, begin, clause.end() if clause and as_clause else None, lemma, predicates)
    marked = grammar.marker.match(words, begin)
    verbal = verbal or bool(lemma and grammar.speaks_of_itself.search(lemma))
    if not (marked or as_clause or verbal or (point and grammar.opens_point.match(words, begin))):
        return _noun(grammar, words, verb_end, begin, lemma)
    if predicates:
        return _unmarked(grammar, predicates, verb_end, begin, lemma)
    subject = clause is not None and begin == clause.end() and not marked
    return _verb(grammar, words, verb_end, begin, point=point and as_clause, subject=subject)


def _behind_those_who_act(grammar: _Grammar, words: str, begin: int) -> int:
    those = grammar.subject_of_point.match(words, begin)
    return those.end() if those else begin


def _takes_act(grammar: _Grammar, lemma: str | None, words: str) -> bool:
    """Whether what a decision takes is an act, not a noun: 宣布各国应修建灯塔, not 宣布灯塔年."""
    if lemma is None or grammar.takes_act.search(lemma):
        return True
    return bool(grammar.proclaims.search(lemma) and grammar.modal.search(words))


def _without_quotations(grammar: _Grammar, text: str) -> str:
    return grammar.mask.sub(lambda match: _FILLER * len(match[0]), plain(text))


def _modal(
    grammar: _Grammar, words: str, begin: int, clause_end: int | None, lemma: str | None, predicates: Predicates | None
) -> int:
    """Where the modal of a clause stands; ``begin`` where there is none, or where a verb stands first."""
    if predicates and predicates.opens_act(begin) and not grammar.subject.match(words, begin):
        return begin  # the act stands there, whatever 将 moves forward in it
    modal = grammar.modal.search(words, begin) if clause_end is not None else None
    if modal is None or clause_end is None:
        return begin
    if lemma is not None or 0 < begin <= clause_end:
        return modal.start()
    if grammar.skipped.match(words, begin) or grammar.verb.match(words, begin + 1):
        return begin
    return modal.start()


def _noun(grammar: _Grammar, words: str, offset: int, place: int, lemma: str | None) -> ActAsked | None:
    """The deed in a noun; None of words that only say how or where."""
    if lemma is None and grammar.only_how.match(words, place):
        return None
    article = grammar.article.match(words, place)
    start = article.end() if article else place
    forbidden = lemma is not None and grammar.forbids.match(lemma)
    polarity: Polarity = "stop" if forbidden or grammar.stops.match(words, start) else "do"
    if lemma is None and (deed := grammar.acts_on.match(words, start)):
        return ActAsked(offset + start, grammar.base(deed[0]), polarity)
    return ActAsked(offset + start, grammar.base(lemma) if lemma else None, polarity)


def _unmarked(grammar: _Grammar, predicates: Predicates, offset: int, start: int, lemma: str | None) -> ActAsked | None:
    """The deed in a language that does not mark it: where its verb phrase has its first verb."""
    words, phrase = predicates.words.text, predicates.first_verb(start)
    if phrase.word is None and (placed := grammar.placed.match(words, start)):
        start = placed.end()
        phrase = predicates.first_verb(start)
    verb = phrase.word
    if verb is None:
        return None if grammar.chapeau.search(words, start) else _noun(grammar, words, offset, start, lemma)
    negated = bool(grammar.negation.search(words[start : verb.start]))
    negated = negated or any(grammar.negates.match(words, word.start) for word in phrase.passed)
    negated = negated and not grammar.limit.match(words, verb.start)
    polarity: Polarity = "stop" if negated or grammar.stops.match(words, verb.start) else "do"
    base = next(
        (lemma for split, lemma in grammar.split if split.match(words, verb.start)), words[verb.start : verb.end]
    )
    return ActAsked(offset + verb.start, base, polarity)


def _verb(
    grammar: _Grammar, words: str, offset: int, place: int, *, point: bool, subject: bool = False
) -> ActAsked | None:
    """The deed in its first verb, which may not stand in front where a subject does."""
    skipped = grammar.skipped.match(words, place)
    start = skipped.end() if skipped else place
    if not re.search(r"\w", words[start:]):
        return None
    verb = None if point or subject else grammar.verb.match(words, start)
    if verb is None and not point and (far := grammar.far_verb.search(words, start)):
        verb = grammar.verb.match(words, far.start("verb"))
    if verb is None:
        return ActAsked(offset + start, None, "do")
    negated = bool(grammar.negation.search(words[place : verb.start()]))
    start, base = verb.start(), verb[0]
    if passive := grammar.passive.match(words, start):
        base = grammar.base(passive["participle"])
        start = passive.start("participle") if passive["manner"] else start
    polarity: Polarity = "stop" if negated or grammar.stops.match(words, start) else "do"
    if grammar.gerund.fullmatch(base):
        base = grammar.base(base)
    for pattern, lemma in grammar.split:
        if pattern.match(words, start):
            base = lemma
    return ActAsked(offset + start, base.lower(), polarity)


def asks_verbs(chapeau: str, language: str) -> bool:
    """Return whether a chapeau ends so that a verb opens each of its points.

    Examples
    --------
    >>> asks_verbs("Urges ferry companies to:", "en"), asks_verbs("Urges the following:", "en")
    (True, False)
    """
    return bool(_grammar(language).verbs_follow.search(plain(chapeau)))


def asks_nouns(chapeau: str, point: str, language: str) -> bool:
    """Return whether a chapeau ends so that its points are nouns, and no verb phrase begins the point.

    Examples
    --------
    >>> chapeau = "请秘书长提供以下方面的资料："
    >>> [asks_nouns(chapeau, point, "zh") for point in ("风暴爆发对港口的影响；", "就港口的状况提出建议；")]
    [True, False]
    """
    if not _grammar(language).nouns_follow.search(plain(chapeau)):
        return False
    predicates = read_predicates(plain(point)[:_LONGEST], language)
    return predicates is None or not predicates.begins_verb_phrase(0)


def waits_for_act(words: str, language: str) -> bool:
    """Return whether words that say what is asked end so that a further verb belongs to it.

    Examples
    --------
    >>> waits_for_act("继续努力，", "zh"), waits_for_act("继续捕鱼，", "zh")
    (True, False)
    """
    return bool(_grammar(language).waits.search(words))


def starts_with_modal(text: str, place: int, stop: int, language: str) -> bool:
    """Return whether the words say that someone shall do something.

    Examples
    --------
    >>> text = "Decides that the Council shall meet"
    >>> starts_with_modal(text, 24, len(text), "en"), starts_with_modal(text, 7, len(text), "en")
    (True, False)
    """
    return bool(_grammar(language).shall.match(text, place, stop))


def starts_with_verb(text: str, place: int, stop: int, language: str, lemma: str) -> bool:
    """Return whether what a decision takes as its act begins with a verb, in a language that does not mark acts.

    Examples
    --------
    >>> text = "决定理事会每年举行会议"
    >>> starts_with_verb(text, 5, len(text), "zh", "决定"), starts_with_verb(text, 5, len(text), "zh", "认可")
    (True, False)
    """
    if not _grammar(language).takes_act.search(lemma):
        return False
    if session := _grammar(language).at_session.match(text, place, stop):
        place = session.end()
    predicates = read_predicates(text[place : min(stop, place + _LONGEST)], language)
    return predicates is not None and predicates.begins_verb_phrase(0)


def starts_with_verb_before(text: str, place: int, stop: int, language: str) -> bool:
    """Return whether a verb says what is asked before a place up to which the words may only say how.

    Examples
    --------
    >>> text = "请秘书长考虑到航标的状况，邀请各港口"
    >>> starts_with_verb_before(text, 4, 13, "zh"), starts_with_verb_before("请秘书长扩建渡口，", 4, 9, "zh")
    (False, True)
    """
    before, whole = (read_predicates(plain(text[place:end]), language) for end in (stop, stop + 1))
    if before is None or whole is None or whole.adverbial_end(0) == stop - place:
        return False
    return before.first_verb(0).word is not None
