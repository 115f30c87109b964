"""A comparison → the lines of each section of the brief: what is gone, asked, decided, timed, reworded, moved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ecoanalysis.compare.brief.mandate_checks import new_decisions, new_requests
from ecoanalysis.compare.brief.moved_words import Passed
from ecoanalysis.compare.brief.summary import change_words, cut_short, words_or_facts
from ecoanalysis.compare.brief.times import before_time, sets_time
from ecoanalysis.compare.brief.weights import Weights
from ecoanalysis.compare.changes.translation_variance import FORCE, OF_WORDS
from ecoanalysis.compare.fingerprints.placed_clauses import place, shared_matter
from ecoanalysis.compare.fingerprints.word_strings import as_string
from ecoanalysis.compare.losses.claim import among
from ecoanalysis.compare.losses.gone import Gone
from ecoanalysis.compare.two_editions.still_standing import standing_in
from ecoanalysis.compare.two_editions.time_between import TimeBetween
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import interface_of
from ecoanalysis.model.brief import BriefLine, Reason, Section
from ecoanalysis.model.comparison import Change, Comparison, Evidence, Link, LinkType
from ecoanalysis.model.edition import Edition, Provision
from ecoanalysis.model.facts import Clause

LOSSES: tuple[LinkType, ...] = (
    "reversed",
    "weakened",
    "endorsement_lowered",
    "addressee_removed",
    "hedge_added",
    "scope_narrowed",
    "demoted",
)
GAINS: tuple[LinkType, ...] = (
    "strengthened",
    "endorsement_raised",
    "hedge_removed",
    "promoted",
    "scope_widened",
    "split",
    "merged",
)
_SAME_MATTER = 0.50  # share of telling words, of those of the shorter clause, from which on two speak of the same
_OF_VERBS = ("band", "class", "verb", "hedge", "intensifier")
# Characters by which a paragraph is told, and what a changed verb is about; where words touch, half as many.
_GIST, _ABOUT = 240, 80
_MARKS = " ,;，；"
_WHOLE = ("split", "merged", "promoted", "demoted", "moved")  # changes of paragraphs, not of words


def tell_gone(comparison: Comparison, stands: Mapping[tuple[str, ...], str]) -> Iterator[BriefLine]:
    """Yield dropped paragraphs that nothing answers, then every loss that no ladder and no other language contradicts.

    Each is told apart: as lost, as past or settled, or as perhaps lost.
    """
    gone = Gone(comparison)
    for link in comparison.links:
        if link.base == "dropped" and "answered" not in link.types and link.old not in stands:
            dropped = BriefLine("lost", "dropped", link.old, (), _gist(comparison.old, link.old))
            judged = gone.judge_dropped(dropped)
            yield from (replace(line, words=_in_short(comparison.old, line.words)) for line in judged)
    for type in LOSSES:
        if type == "addressee_removed":
            lines = _party_lines(comparison, "lost", lambda gone, come: bool(gone) and not come)
            yield from map(gone.judge_parties, lines)
            continue
        for link in comparison.links:
            for change in link.changes:
                if change.type == type and change.firm and (type != "demoted" or "answered" not in link.types):
                    yield gone.judge(_line(comparison, "lost", link, change), change)


def join_alike(lines: Iterable[BriefLine]) -> Iterator[BriefLine]:
    """Yield lines, all that tell that one matter is gone as one, where the first of them stands."""
    every = list(lines)
    matters: dict[str, list[BriefLine]] = {}
    for line in every:
        if line.reason == "matter_gone":
            matters.setdefault(line.words, []).append(line)
    for line in every:
        if line.reason != "matter_gone":
            yield line
        elif alike := matters.pop(line.words, None):
            first = min(alike, key=lambda each: each.type != "dropped")
            yield replace(first, old=tuple(dict.fromkeys(id for each in alike for id in each.old)))


def dropped_twins(comparison: Comparison) -> dict[tuple[str, ...], str]:
    """Return of dropped paragraphs whose words, or clauses in other words, stand elsewhere the paragraph there."""
    language = comparison.new.language
    standing, touching = standing_in(comparison.new.paragraphs, language), language_of(language).words_touch
    old = {paragraph.id: paragraph for paragraph in comparison.old.paragraphs}
    twins = {}
    for link in comparison.links:
        if link.base == "dropped":
            paragraph = old[link.old[0]]
            clauses = [place(paragraph, provision) for provision in paragraph.provisions]
            homes = [standing.home(clause, touching) for clause in clauses]
            where = standing.where(as_string(paragraph.shingles))
            if where is None and homes and len(set(homes)) == 1:
                where = homes[0]
            if where is not None:
                twins[link.old] = comparison.new.paragraphs[where].id
    return twins


def tell_doubtful(comparison: Comparison) -> Iterator[BriefLine]:
    """Yield changes of force of which the ladders say different things."""
    forces: tuple[LinkType, ...] = ("weakened", "strengthened")
    yield from _changes(
        comparison,
        "doubtful",
        forces,
        lambda change: not (change.firm or change.variance) and change.by == "band",
        "ladders",
    )


def tell_translated(comparison: Comparison) -> Iterator[BriefLine]:
    """Yield changes of force that no other language at hand shows, then those of words: one line a link."""
    yield from _changes(comparison, "translation", tuple(sorted(FORCE)), lambda change: change.variance, "one_language")
    for link in comparison.links:
        flagged = [change for change in link.changes if change.variance and change.type in OF_WORDS]
        words = "; ".join(dict.fromkeys(filter(None, (change_words(each).rstrip(_MARKS) for each in flagged))))
        if words:
            yield BriefLine("translation", "reworded", link.old, link.new, words, "one_language")


def tell_asked(comparison: Comparison) -> Iterator[BriefLine]:
    """Yield what the later edition asks anew."""
    yield from _anew(comparison, "asked", "strengthened", new_requests(comparison))


def tell_decided(comparison: Comparison) -> Iterator[BriefLine]:
    """Yield what the later edition decides anew; that an item stands on an agenda is told with what falls due."""
    decisions = (each for each in new_decisions(comparison) if _is_no_agenda(each.clause))
    yield from _anew(comparison, "decided", "words_added", decisions)


def _is_no_agenda(decision: Clause) -> bool:
    return decision.deadline is None or decision.deadline.kind != "agenda"


def _anew(
    comparison: Comparison, section: Section, inside: LinkType, clauses: Iterable[Provision]
) -> Iterator[BriefLine]:
    """A line for each clause that no earlier one was: ``inside`` is the type of those in a paragraph that stood."""
    homes = {id: link for link in comparison.links for id in link.new}
    for provision in clauses:
        link, clause = homes[provision.clause.paragraph], provision.clause
        words = clause.quote or _gist(comparison.new, (clause.paragraph,))
        verb = _verb_before(comparison, link, provision) if clause.quote and section == "asked" else None
        words = f"{verb} → {words}" if verb and verb.lower() != clause.verb.surface.lower() else words
        yield BriefLine(section, "new" if link.base == "new" else inside, link.old, (clause.paragraph,), words)


def _verb_before(comparison: Comparison, link: Link, later: Provision) -> str | None:
    """The verb of the clause that stated, or asked with less force, what a request that came asks."""
    new = next(paragraph for paragraph in comparison.new.paragraphs if paragraph.id == later.clause.paragraph)
    came, old = place(new, later), {paragraph.id: paragraph for paragraph in comparison.old.paragraphs}
    left = [
        place(old[before.clause.paragraph], before)
        for before, after in link.clauses
        if before and (after is None or after is later)
        if before.clause.class_ != "DEC" and (before.clause.band or "") < (later.clause.band or "")
    ]
    shares = [(shared_matter(clause, came, comparison.new.language), clause) for clause in left]
    share, likest = max(shares, key=lambda shared: shared[0], default=(0.0, None))
    return likest.provision.clause.verb.surface if likest and share >= _SAME_MATTER else None


def tell_parties(comparison: Comparison) -> Iterator[BriefLine]:
    """Yield changes of who is asked where a party came."""
    yield from _party_lines(comparison, "parties", lambda gone, come: bool(come))


def _party_lines(
    comparison: Comparison, section: Section, wanted: Callable[[list[str], list[str]], bool]
) -> Iterator[BriefLine]:
    """Who is asked no more and who is asked now, in one line a link."""
    for link in comparison.links:
        gone = _texts(
            change.old
            for change in link.changes
            if change.type == "addressee_removed" and change.by != "clause" and not change.variance
            if _asks_on(link, change)
        )  # who is asked no more because a request went is told with the request
        come = _texts(change.new for change in link.changes if change.type == "addressee_added" and not change.variance)
        if wanted(gone, come):
            type: LinkType = "addressee_removed" if gone else "addressee_added"
            words = ", ".join([*(f"− {party}" for party in gone), *(f"+ {party}" for party in come)])
            yield BriefLine(section, type, link.old, link.new, words)


def _asks_on(link: Link, change: Change) -> bool:
    """Whether the clause that names a party no more still asks: else it is told that the request became a statement."""
    first = change.old.start if change.old else -1
    later = [after.clause for before, after in link.clauses if before and after and _holds(before.clause, first)]
    return not later or any(clause.class_ == "DIR" for clause in later)


def _holds(clause: Clause, offset: int) -> bool:
    return clause.start <= offset < clause.end


def tell_timed(comparison: Comparison) -> Iterator[BriefLine]:
    """Yield targets put off or brought forward, rhythms changed: what for what, and of what."""
    for link in comparison.links:
        for change in link.changes:
            if change.type == "words_cut" and _sets_time(comparison, link, change) and change.new:
                yield _time_line(comparison, link, change_words(change), change.new)
        if link.base == "slot_update":
            yield from _years_set_anew(comparison, link)


def _years_set_anew(comparison: Comparison, link: Link) -> Iterator[BriefLine]:
    """The years of a paragraph that decides or asks, and is the same but for its slots: 2024 → 2030 a year later."""
    between = TimeBetween(comparison.old, comparison.new)
    for before, after in zip(among(comparison.old, link.old), among(comparison.new, link.new), strict=False):
        if before.text and after.text and any(each.clause.class_ in ("DIR", "DEC") for each in after.provisions):
            for year, came in between.years_set_anew(before.text, after.text):
                place = Evidence(came[0], after.offsets[came.start()], after.offsets[came.end() - 1] + 1)
                yield _time_line(comparison, link, f"{year[0]} → {came[0]}", place)


def _time_line(comparison: Comparison, link: Link, words: str, came: Evidence) -> BriefLine:
    of_what = before_time(came, comparison.new.paragraphs, comparison.new.language)
    space = language_of(comparison.new.language).word_space
    whole = f": {of_what}{space}{came.text}" if of_what else ""
    return BriefLine("times", "reworded", link.old, link.new, words + whole)


def _sets_time(comparison: Comparison, link: Link, change: Change) -> bool:
    """Whether a change sets another time: not a translator's choice, and not that of a recital, which sets none."""
    old, new = among(comparison.old, link.old), among(comparison.new, link.new)
    recites = all(paragraph.part == "preamble" for paragraph in new)
    return not (recites or change.variance) and sets_time(change, old, new, comparison.new.language)


def tell_reworded(comparison: Comparison, passed: Passed, asked: Collection[str]) -> Iterator[BriefLine]:
    """Yield gains of force, then what each paragraph says in other words, what weighs most first: one line a link."""
    yield from _changes(
        comparison, "reworded", GAINS, lambda change: change.firm and change.by not in ("clause", "words")
    )
    lines = []
    for link in comparison.links:
        if link.base != "reworded" or link.is_translation:
            continue
        weigh = Weights.of(link, comparison.new.language)
        changes = [each for each in link.changes if not (each.variance or _sets_time(comparison, link, each))]
        changes = [change for change in changes if not passed.has(link, change)]
        shown = [change for change in changes if _is_told(change, changes, asked)]
        pieces = {change_words(change).rstrip(_MARKS): weigh.change(change) for change in shown}
        pieces.pop("", None)
        spelled = "; ".join(sorted(pieces, key=lambda words: -pieces[words]))
        untold = len(link.types) == 1 or any(change.count for change in changes)
        if spelled or (untold and len(changes) == len(link.changes)):
            line = BriefLine("reworded", "reworded", link.old, link.new, spelled or _gist(comparison.new, link.new))
            lines.append((max(pieces.values(), default=0), line))
    yield from (line for _, line in sorted(lines, key=lambda weighed: -weighed[0]))


def _is_told(change: Change, changes: Sequence[Change], asked: Collection[str]) -> bool:
    """Whether a line on what a paragraph says in other words tells a change: it came, went or replaces, told once."""
    if change.type == "words_added" and change.old is not None:
        return all(other.type != "words_cut" or other.new != change.new for other in changes)
    if change.type == "strengthened" and change.by == "clause":
        quote = (change.new and change.new.text) or ""
        return not any(words.endswith(quote) for words in asked)
    return change.type in ("words_cut", "words_added", "scope_widened")


def tell_stated(comparison: Comparison, asked: Collection[tuple[tuple[str, ...], str]]) -> Iterator[BriefLine]:
    """Yield what new paragraphs say beside what they ask or decide."""
    for link in comparison.links:
        if link.base == "new":
            quotes = [after.clause.quote for _, after in link.clauses if after]
            rest = [quote for quote in quotes if (link.new, quote) not in asked]
            whole = len(rest) == len(quotes) and not any(new == link.new for new, _ in asked)
            words = (
                _gist(comparison.new, link.new)
                if whole
                else _in_short(comparison.new, " ".join(quote.strip() for quote in rest))
            )
            if words:
                yield BriefLine("stated", "new", (), link.new, words)


def tell_answered(comparison: Comparison) -> Iterator[BriefLine]:
    """Yield requests that a statement of the later edition answers."""
    yield from _changes(comparison, "answered", ("answered",), lambda _: True)


def tell_moved(comparison: Comparison, stands: Mapping[tuple[str, ...], str]) -> Iterator[BriefLine]:
    """Yield paragraphs that stand elsewhere now, dropped ones whose words do among them."""
    for old, where in stands.items():
        yield BriefLine("moved", "dropped", old, (where,), _gist(comparison.old, old))
    yield from _changes(comparison, "moved", ("moved",), lambda _: True)


def _changes(
    comparison: Comparison,
    section: Section,
    types: tuple[LinkType, ...],
    wanted: Callable[[Change], bool],
    reason: Reason | None = None,
) -> Iterator[BriefLine]:
    for type in types:
        for link in comparison.links:
            for change in link.changes:
                if change.type == type and wanted(change):
                    yield replace(_line(comparison, section, link, change), reason=reason)


# words


def _line(comparison: Comparison, section: Section, link: Link, change: Change) -> BriefLine:
    return BriefLine(section, change.type, link.old, link.new, _words(comparison, link, change))


def _words(comparison: Comparison, link: Link, change: Change) -> str:
    """The words of a change and what it is about; of a whole paragraph, or where no words are at hand, its gist."""
    words = "" if change.type in _WHOLE else change_words(change)
    if not words:
        return _gist(comparison.new if link.new else comparison.old, link.new or link.old)
    about = _in_short(comparison.new, _about(link, change), _ABOUT) if change.by in _OF_VERBS else ""
    return f"{words}: {about}" if about else words


def _about(link: Link, change: Change) -> str:
    """What the clause of a changed verb goes on to say, in the later edition."""
    later = [after.clause for _, after in link.clauses if after]
    place = change.new
    clause = next((clause for clause in later if place and _holds(clause, place.start)), None)
    return clause.quote[len(clause.verb.surface) :].strip(_MARKS) if clause and clause.quote else ""


def _gist(edition: Edition, ids: Sequence[str]) -> str:
    return _in_short(edition, " ".join(words_or_facts(edition, ids, interface_of(edition.language))))


def _in_short(edition: Edition, words: str, room: int = _GIST) -> str:
    touching = language_of(edition.language).words_touch
    return cut_short(words, room // 2 if touching else room, edition.language)


def _texts(sides: Iterable[Evidence | None]) -> list[str]:
    return list(dict.fromkeys(filter(None, (" ".join((side.text or "").split()) for side in sides if side))))
