"""What can be wrong with a draft: the edits of lesson 6, the turns of a negotiation of lesson 8."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ecoanalysis.compare.checks import check_requests
from ecoanalysis.extract.agencies import find_agencies
from ecoanalysis.lessons.remarks import Fault, Faults
from ecoanalysis.lexicon.labels import labels

if TYPE_CHECKING:
    from ecoanalysis.lessons.lesson import Lesson
    from ecoanalysis.model.brief import RequestCheck
    from ecoanalysis.model.comparison import Comparison, Link

_IMPLIED = {"hedge_added": ("weakened",)}  # what is softened asks for less
_WORDS = {"reworded", "words_added", "words_cut"}  # the words changed, and nothing that the comparison has a name for
_MANY = 3  # paragraphs changed where one was to be
# What a package for all sides must not do; a hedge that goes was somebody's protection
_LOST = {"dropped", "addressee_removed", "demoted", "weakened", "hedge_removed", "words_cut", "scope_narrowed"}
_LOST |= {"endorsement_lowered"}
_QUOTED = 60  # characters of what was lost


def _named(lesson: Lesson, types: Iterable[str]) -> str:
    say = labels(lesson.language)
    return say.join(say(f"change.{type}") for type in types)


def _place(link: Link) -> str:
    return ", ".join(link.new or link.old)


def _changed(comparison: Comparison) -> list[Link]:
    return [link for link in comparison.links if link.types != ("identical",)]


def _unreadable(comparison: Comparison | None) -> Faults:
    if comparison is None:
        yield "no_resolution", {}
    elif not _changed(comparison):
        yield "nothing", {}
    elif 2 * sum(not link.new for link in comparison.links) > len(comparison.old.paragraphs):
        yield "piece", {}


def edit(exercise: str, wanted: str) -> Callable[[Lesson, str], Faults]:
    """Return what is wrong with a draft that should change in one thing: one type, in one paragraph."""

    def faults(lesson: Lesson, draft: str) -> Faults:
        comparison = lesson.compared(draft)
        yield from _unreadable(comparison)
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
            yield "several", {"found": len(holding)}
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
    if _WORDS.issuperset(link.types):
        return "words_only", {"id": _place(link), "wanted": _named(lesson, [wanted])}
    return "something_else", {"id": _place(link), "types": _named(lesson, link.types)}


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
    yield from _unreadable(comparison)
    if comparison is None:
        return
    yield from _mandate(list(check_requests(comparison)))
    for link in _changed(comparison):
        if link.base != "new":
            yield "something_else", {"id": _place(link), "types": _named(lesson, link.types)}


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
    yield from _unreadable(comparison)
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
