"""What can be wrong with an answer about many resolutions: lesson 7."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ecoanalysis.lessons.answers import body
from ecoanalysis.lessons.remarks import Faults
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.measures import STRONG, accuracy, asked, counts, force

if TYPE_CHECKING:
    import polars as pl

    from ecoanalysis.lessons.lesson import Lesson

KINDS = ("classes", "addressees", "hedges", "themes")
"""Kinds of fact whose accuracy lesson 7 compares."""


def _bodies_asked(lesson: Lesson) -> pl.DataFrame:
    """The bodies that are asked, most first."""
    return counts.directives_by(lesson.collection.tables, "agency").sort(
        "directives", "agency", descending=[True, False]
    )


def _most_asked(lesson: Lesson, answer: str) -> Faults:
    order = dict(_bodies_asked(lesson).select("agency", "directives").iter_rows())
    spoken = dict.fromkeys((lesson.collection.text_language, lesson.language))
    given = {body(answer, language) for language in spoken} - {None}
    id = given.pop() if len(given) == 1 else None
    if id is None:
        yield "no_body", {"given": answer}
    elif id not in order:
        yield "never", {"given": lesson.name(id)}
    elif order[id] < max(order.values()):
        yield "less", {"given": lesson.name(id), "count": order[id], "place": list(order).index(id) + 1}


def _how_hard(lesson: Lesson, answer: float) -> Faults:
    first = _bodies_asked(lesson).row(0, named=True)
    strong = sum(first[band] for band in STRONG)
    if answer == strong:
        return
    words = {"given": answer, "body": lesson.name(first["agency"])}
    if answer == first["directives"] - strong:
        yield "softly", words
    elif answer == first["directives"]:
        yield "all", words
    elif answer == first[STRONG[0]]:
        yield "one_band", words
    elif answer == strong - first[STRONG[0]]:
        yield "above", words
    else:
        yield "other", words | {"all": first["directives"]}


def _no_body(lesson: Lesson, answer: float) -> Faults:
    row = _addressed(lesson)
    if answer == row["unspecified"]:
        return
    if answer == row["by_name"] + row["by_group"]:
        yield "the_others", {"given": answer}
    elif answer == row["directives"]:
        yield "all", {"given": answer}
    elif answer == row["by_group"]:
        yield "groups", {"given": answer}
    elif answer == row["by_name"]:
        yield "names", {"given": answer}
    else:
        yield "other", {"given": answer, "all": row["directives"]}


def _addressed(lesson: Lesson) -> dict[str, Any]:
    """How the directives of all texts together say who is to act."""
    import polars as pl

    columns = ("directives", "by_name", "by_group", "unspecified")
    return asked.addressing(lesson.collection.tables).select(pl.col(columns).sum()).row(0, named=True)


def _hedged_share(lesson: Lesson, answer: float) -> Faults:
    frame = force.hedging(lesson.collection.tables)
    hedged, directives = int(frame["hedged"].sum()), int(frame["directives"].sum())
    share = hedged / max(1, directives)
    if _near(answer, share) or _near(answer / 100, share):
        return
    if answer == hedged:
        yield "count", {"given": answer, "all": directives}
    elif _near(answer, 1 - share):
        yield "opposite", {"given": round(answer, 2)}
    elif _near(answer, directives / max(1, hedged)):
        yield "upside_down", {"given": round(answer, 2)}
    elif _near(answer, _average(frame)):
        yield "average", {"given": round(answer, 2)}
    else:
        yield "other", {"given": round(answer, 2), "hedged": hedged, "all": directives}


def _average(frame: pl.DataFrame) -> float:
    """The mean of the shares of the texts, each counted once."""
    asking = frame.filter(frame["directives"] > 0)
    return sum(asking["hedged"] / asking["directives"]) / max(1, asking.height)


def _near(a: float, b: float) -> bool:
    return abs(a - b) < 0.006


def _least_sure(lesson: Lesson, answer: str) -> Faults:
    frame = accuracy(*KINDS, language=lesson.collection.text_language).drop_nulls("f1")
    figures = {row["facts"]: row["f1"] for row in frame.sort("f1", descending=True).iter_rows(named=True)}
    say, typed = labels(lesson.language), answer.casefold()
    named = {kind: (kind, say(f"quality.{kind}").casefold()) for kind in figures}
    given = next((kind for kind, names in named.items() if any(name.startswith(typed) for name in names)), answer)
    if given not in figures:
        yield "unknown", {"given": answer, "kinds": labels(lesson.language).join(KINDS)}
    elif figures[given] > min(figures.values()):
        yield "surer", {"given": given, "f1": round(figures[given], 2)}


COLLECTION: Mapping[str, Callable[[Lesson, Any], Faults]] = {
    "most-asked": _most_asked,
    "how-hard": _how_hard,
    "no-body": _no_body,
    "hedged-share": _hedged_share,
    "least-sure": _least_sure,
}
