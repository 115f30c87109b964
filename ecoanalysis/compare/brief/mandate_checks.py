"""New requests to the Secretariat or a body of the system → whether they end, what they cost, what they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ecoanalysis.compare.fingerprints.placed_clauses import place
from ecoanalysis.compare.two_editions.still_standing import standing_in
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.brief import BriefDue, Comeback, Extent, Product, RequestCheck
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition, Provision
from ecoanalysis.model.facts import Addressee, Clause, ClauseClass, Deadline, Due

SYSTEM = frozenset({"secretary-general", "secretariat", "un-body"})
_PRODUCTS: tuple[Product, ...] = ("meeting", "observance")


def new_requests(comparison: Comparison) -> Iterator[Provision]:
    """Yield the directives of the later edition that ask what no clause of the earlier one asked."""
    return _new_clauses(comparison, "DIR")


def new_decisions(comparison: Comparison) -> Iterator[Provision]:
    """Yield the decisions of the later edition on what no clause of the earlier one had."""
    return _new_clauses(comparison, "DEC")


def _new_clauses(comparison: Comparison, of_class: ClauseClass) -> Iterator[Provision]:
    stood = standing_in(comparison.old.paragraphs, comparison.old.language)
    homes = {paragraph.id: paragraph for paragraph in comparison.new.paragraphs}
    for link in comparison.links:
        for before, after in link.clauses:
            if after is None or of_class != after.clause.class_ or (before and of_class == before.clause.class_):
                continue
            if not stood.has_matter(place(homes[after.clause.paragraph], after)):
                yield after


def check_requests(comparison: Comparison) -> Iterator[RequestCheck]:
    """Yield the check of each new request to the Secretariat or a body of the system."""
    clauses = list(_clauses(comparison.new))
    matter = next((clause.deadline for clause in clauses if clause.deadline), None)
    acts = any(clause.act for clause in clauses)
    for provision in new_requests(comparison):
        clause = provision.clause
        if any(_of_the_system(party) for party in clause.addressees):
            resolved = all(party.kind != "unresolved" for party in clause.addressees)
            understood = resolved and bool(clause.quote) and (clause.act is not None or not acts)
            yield _check(clause, matter, understood, comparison.new.language)


def find_dues(comparison: Comparison, old_session: int | None, session: int | None) -> Iterator[BriefDue]:
    """Yield what the later edition lets fall due, whether that was past when it was adopted, or at its session.

    Where the earlier one had it at another time, that time too, unless it is as long after that edition.
    """
    old, new = comparison.old, comparison.new
    former = {
        _key(after.clause): before.clause
        for link in comparison.links
        for before, after in link.clauses
        if before and after
    }
    years = [int(edition.adopted_on[:4]) if edition.adopted_on else None for edition in (old, new)]
    for clause in _clauses(new):
        before = former.get(_key(clause))
        earlier = dict(_dues(before)) if before else {}
        for which, (kind, due, at_session, date) in _dues(clause):
            _, _, was_session, was_date = earlier.get(which, (None, None, None, None))
            yield BriefDue(
                paragraph=clause.paragraph,
                kind=kind,
                due=due,
                session=at_session,
                date=date,
                past=_past(new, session or old_session, at_session, date),
                old_session=was_session if _put_off((was_session, at_session), (old_session, session)) else None,
                old_date=was_date if was_date != date and _put_off(_years(was_date, date), years) else None,
            )


_Due = tuple[Comeback, str, int | None, str | None]


def _dues(clause: Clause) -> Iterator[tuple[tuple[Comeback, int], _Due]]:
    """What a clause lets fall due, and which of its kind each is."""
    if clause.report and clause.report.due:
        dues = clause.report.dues or (Due(clause.report.due_session, clause.report.due_date),)
        for number, due in enumerate(dues):
            yield ("report", number), ("report", clause.report.due, due.session, due.date)
    if clause.deadline:
        back = clause.deadline
        yield (back.kind, 0), (back.kind, back.due, back.due_session, back.due_date)


def _key(clause: Clause) -> tuple[str, int]:
    return clause.paragraph, clause.index


def _years(old: str | None, new: str | None) -> tuple[int | None, int | None]:
    return int(old[:4]) if old else None, int(new[:4]) if new else None


def _put_off(dues: Sequence[int | None], editions: Sequence[int | None]) -> bool:
    """Whether something is due at another time, and not as long after its edition as it was after the one before.

    Examples
    --------
    >>> _put_off((79, 81), (77, 79)), _put_off((79, 83), (77, 79)), _put_off((79, 81), (77, None))
    (False, True, True)
    """
    old, new = dues
    first, last = editions
    if old is None or new is None or old == new:
        return False
    return old - new != (first - last if first is not None and last is not None else 0)


def extent_of(edition: Edition) -> Extent:
    """Return how long an edition is."""
    return Extent(len(edition.paragraphs), sum(len(paragraph.shingles) for paragraph in edition.paragraphs))


def _clauses(edition: Edition) -> Iterator[Clause]:
    return (provision.clause for paragraph in edition.paragraphs for provision in paragraph.provisions)


def _of_the_system(party: Addressee) -> bool:
    """By what sort of party it is; where that is not told, by the body that it is."""
    if party.type:
        return party.type in SYSTEM
    return any(registry().is_united_nations(body) for body in party.bodies)


def _past(edition: Edition, session: int | None, due_session: int | None, date: str | None) -> bool:
    if date and edition.adopted_on:
        return date < edition.adopted_on[: len(date)]
    return bool(due_session and session and due_session < session)


def _check(clause: Clause, matter: Deadline | None, understood: bool, language: str) -> RequestCheck:
    lexicon = language_of(language)
    parties = tuple(party.surface for party in clause.addressees if party.surface)
    report, back = clause.report, clause.deadline or matter
    reported = report is not None and report.due is not None
    session, date = (report.due_session, report.due_date) if report and reported else (None, None)
    if back and not reported:
        session, date = back.due_session, back.due_date
    resources = next((hedge.surface for hedge in clause.hedges if "resources" in (hedge.kind or "")), None)
    named = lexicon.compiled("slots", "check", "resources").search(clause.quote)
    products: list[Product] = ["report"] if report else []
    products += [name for name in _PRODUCTS if lexicon.compiled("slots", "check", name).search(clause.quote)]
    return RequestCheck(
        paragraph=clause.paragraph,
        index=clause.index,
        parties=parties,
        words=clause.quote or None,
        understood=understood,
        comes_back="report" if reported else back.kind if back else None,
        session=session,
        date=date,
        whole_matter=not reported and clause.deadline is None and back is not None,
        resources=resources or (named.group() if named else None),
        products=tuple(products),
    )
