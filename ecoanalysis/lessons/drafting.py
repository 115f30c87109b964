"""What can be wrong with a draft: the edits of lesson 6, the turns of a negotiation of lesson 8."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ecoanalysis.compare.brief.mandate_checks import check_requests
from ecoanalysis.extract.agencies import find_agencies
from ecoanalysis.lessons.remarks import Fault, Faults
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.measures import STRONG

if TYPE_CHECKING:
    from ecoanalysis.lessons.lesson import Lesson
    from ecoanalysis.model.brief import RequestCheck
    from ecoanalysis.model.comparison import Comparison, Link
    from ecoanalysis.model.facts import Clause

_IMPLIED = {"hedge_added": ("weakened",)}  # what is softened asks for less
_WORDS = {"reworded", "words_added", "words_cut"}  # the words changed, and nothing that the comparison has a name for
# What the sentence about words that changed in vain is called, by what was wanted
_IN_VAIN = {
    "strengthened": "no_force",
    "weakened": "no_force",
    "hedge_added": "no_hedge",
    "addressee_added": "no_addressee",
    "dropped": "part_left",
}
_MANY = 3  # paragraphs changed where one was to be
# What a package for all sides must not do; a hedge that goes was somebody's protection
_LOST = {"dropped", "addressee_removed", "demoted", "weakened", "hedge_removed", "words_cut", "scope_narrowed"}
_LOST |= {"endorsement_lowered", "reversed"}
SECRETARY = "secretary-general"
_QUOTED = 60  # characters of what was lost


def _named(lesson: Lesson, types: Iterable[str]) -> str:
    say = labels(lesson.language)
    return say.join(say(f"change.{type}") for type in types)


def _place(link: Link) -> str:
    return ", ".join(link.new or link.old)


def _changed(comparison: Comparison) -> list[Link]:
    return [link for link in comparison.links if link.types != ("identical",)]


def _unreadable(lesson: Lesson, draft: str, comparison: Comparison | None) -> Faults:
    """What is no draft: a piece of one, several of them, or the text as it was."""
    if comparison is None:
        yield "no_resolution", {}
    elif 2 * len(comparison.new.paragraphs) < len(comparison.old.paragraphs):
        yield "piece", {}
    elif draft.count(lesson.draft().partition("\n")[0]) > 1:
        yield "twice", {}
    elif not _changed(comparison):
        yield "nothing" if draft.split() == lesson.draft().split() else "no_words", {}


def edit(exercise: str, wanted: str) -> Callable[[Lesson, str], Faults]:
    """Return what is wrong with a draft that should change in one thing: one type, in one paragraph."""

    def faults(lesson: Lesson, draft: str) -> Faults:
        comparison = lesson.compared(draft)
        yield from _unreadable(lesson, draft, comparison)
        if comparison is None:
            return
        changed = _changed(comparison)
        holding = [link for link in changed if wanted in link.types]
        if wanted == "dropped":
            meant = [link for link in changed if link in holding or lesson.places.edits.get(exercise) in link.old]
            yield from _left(comparison, meant, draft)
        if len(changed) > _MANY:
            yield "many", {"count": len(changed)}
        yield from (_beside(lesson, link, wanted) for link in changed if link not in holding)
        for link in holding:
            yield from _overdone(lesson, link, wanted)
        if len(holding) > 1:
            yield "several", {"found": len(holding), "ids": ", ".join(map(_place, holding))}
        paragraph = lesson.places.edits.get(exercise)
        for link in holding:
            if paragraph and link.old != (paragraph,):
                yield "elsewhere", {"id": ", ".join(link.old), "wanted": paragraph}

    return faults


def _left(comparison: Comparison, links: Iterable[Link], draft: str) -> Faults:
    """Paragraphs of which only the number went: their words still stand in the draft, or half of them."""
    meant = {id for link in links for id in link.old}
    for paragraph in comparison.old.paragraphs:
        words = paragraph.text or ""
        middle = len(words) // 2
        if paragraph.id in meant and any(half in draft for half in (words[:middle], words[middle:])):
            yield "words_left", {"id": paragraph.id}


def _beside(lesson: Lesson, link: Link, wanted: str) -> Fault:
    """A change of another kind than was wanted."""
    if not _WORDS.issuperset(link.types):
        return "something_else", {"id": _place(link), "types": _named(lesson, link.types)}
    kind = _IN_VAIN[wanted]
    pairs = [(old.clause, new.clause) for old, new in link.clauses if old and new and new.clause.class_ == "DIR"]
    for old, new in pairs:
        if kind == "no_force" and old.band == new.band and old.lemma != new.lemma:
            return "same_band", {"old": old.verb.surface, "new": new.verb.surface, "band": new.band}
        if kind in ("no_hedge", "no_addressee") and old.lemma != new.lemma:
            return "verb_touched", {"id": _place(link), "old": old.verb.surface, "new": new.verb.surface}
        came = [hedge for hedge in new.hedges if hedge.surface not in {each.surface for each in old.hedges}]
        if kind == "no_hedge" and came:
            effort = came[0] not in new.softened_by
            return "effort" if effort else "hedge_beside", {"id": _place(link), "given": came[0].surface}
    return kind, {"id": _place(link), "wanted": _named(lesson, [wanted])}


def _overdone(lesson: Lesson, link: Link, wanted: str) -> Faults:
    """What a paragraph holds beyond the change that was wanted in it."""
    verbs = [(old.clause.verb.surface, new.clause.verb.surface) for old, new in link.clauses if old and new]
    if wanted == "hedge_added":
        for old, new in verbs:
            if old.casefold() != new.casefold():
                yield "verb_touched", {"id": _place(link), "old": old, "new": new}
    if wanted == "addressee_added":
        for change in link.changes:
            text = change.new.text if change.new and change.type == wanted else ""
            if text and not find_agencies(text, lesson.resolution.language):
                yield "no_body", {"given": text}
    others = [type for type in link.types[1:] if type not in (wanted, *_IMPLIED.get(wanted, ()))]
    if others:
        yield "too_much", {"id": _place(link), "types": _named(lesson, others)}


def request(lesson: Lesson, draft: str) -> Faults:
    """What is wrong with a draft that should ask for one new thing, and say when it ends and what pays for it."""
    comparison = lesson.compared(draft)
    yield from _unreadable(lesson, draft, comparison)
    if comparison is None:
        return
    yield from _mandate(list(check_requests(comparison)))
    for link in _changed(comparison):
        if link.base != "new":
            yield "something_else", {"id": _place(link), "types": _named(lesson, link.types)}
            continue
        for clause in (new.clause for _, new in link.clauses if new and new.clause.class_ == "DIR"):
            if (clause.band or "") < STRONG[0]:
                yield "soft", {"id": _place(link), "verb": clause.verb.surface, "band": clause.band}
            if SECRETARY not in clause.bodies:
                yield "other_body", {"id": _place(link), "given": _bodies(lesson, clause)}


def _bodies(lesson: Lesson, clause: Clause) -> str:
    return labels(lesson.language).join(map(lesson.name, clause.bodies))


def _mandate(checks: list[RequestCheck]) -> Faults:
    if not checks:
        yield "no_request", {}
    for check in checks:
        if not check.understood:
            yield "not_understood", {"id": check.paragraph}
        elif check.whole_matter and "report" in check.products:
            yield "no_session", {"id": check.paragraph}
        elif check.comes_back is None or check.whole_matter:
            yield "no_end", {"id": check.paragraph}
        elif check.resources is None:
            yield "no_resources", {"id": check.paragraph}


def _losses(comparison: Comparison, link: Link) -> Iterator[tuple[str, str]]:
    """What a paragraph lost, with its words; a condition that is put on it softens it, and is what donors get."""
    if link.base == "dropped":
        gone = (paragraph for paragraph in comparison.old.paragraphs if paragraph.id in link.old)
        yield "dropped", " ".join(paragraph.text or "" for paragraph in gone)
    for change in link.changes:
        if change.type in _LOST and (change.type, change.by) != ("weakened", "hedge"):
            passage = change.old or change.new
            yield change.type, (passage.text if passage else None) or ""
    for old, new in link.clauses:
        if old and old.clause.class_ == "DIR" and (new is None or new.clause.class_ != "DIR"):  # it asks no more
            yield "weakened", old.clause.quote


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} …"


def package(lesson: Lesson, draft: str) -> Faults:
    """What is wrong with a draft that should give each side something, and take nothing away."""
    comparison = lesson.compared(draft)
    yield from _unreadable(lesson, draft, comparison)
    if comparison is None:
        return
    changed = _changed(comparison)
    for link in changed:
        for type, words in _losses(comparison, link):
            yield "lost", {"id": ", ".join(link.old), "types": _named(lesson, [type]), "words": _short(words)}
    for side, wanted in (("stronger", "strengthened"), ("careful", "hedge_added")):
        if not any(wanted in link.types for link in changed):
            yield side, {}
    yield from _mandate(list(check_requests(comparison)))


DRAFTING: Mapping[int, Mapping[str, Callable[[Lesson, str], Faults]]] = {
    6: {
        "weaken": edit("weaken", "weakened"),
        "hedge": edit("hedge", "hedge_added"),
        "addressee": edit("addressee", "addressee_added"),
        "drop": edit("drop", "dropped"),
    },
    8: {
        "turn-strengthen": edit("turn-strengthen", "strengthened"),
        "turn-condition": edit("turn-condition", "hedge_added"),
        "turn-request": request,
        "package": package,
    },
}
