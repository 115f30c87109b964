"""What can be wrong with a draft: the edits of lesson 6, the turns of a negotiation of lesson 8."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ecoanalysis.compare.checks import check_requests
from ecoanalysis.errors import EcoanalysisError
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
_LOST = ("dropped", "addressee_removed", "demoted")  # what a package for all sides must not do


def _compared(lesson: Lesson, draft: str) -> Comparison | None:
    try:
        return lesson.compare(draft)
    except EcoanalysisError:
        return None


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
        comparison = _compared(lesson, draft)
        yield from _unreadable(comparison)
        if comparison is None:
            return
        changed = _changed(comparison)
        holding = [link for link in changed if wanted in link.types]
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
    comparison = _compared(lesson, draft)
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


def package(lesson: Lesson, draft: str) -> Faults:
    """What is wrong with a draft that should give each side something, and take nothing away."""
    comparison = _compared(lesson, draft)
    yield from _unreadable(comparison)
    if comparison is None:
        return
    changed = _changed(comparison)
    for link in changed:
        lost = [type for type in link.types if type in _LOST]
        if lost:
            yield "lost", {"id": ", ".join(link.old), "types": _named(lesson, lost)}
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
