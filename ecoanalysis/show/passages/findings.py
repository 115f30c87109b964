"""Which statements were tested on what is at hand, and which of them hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.measures.asked import perhaps_asked
from ecoanalysis.measures.findings import findings
from ecoanalysis.measures.findings.finding import Finding
from ecoanalysis.measures.session import whole
from ecoanalysis.measures.survival import new_and_kept
from ecoanalysis.model.comparison import UNCHANGED
from ecoanalysis.show.contrast import together
from ecoanalysis.show.html import Html, joined, markup
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

_LINKED = ("edition", "old", "new", "peak", "earlier", "first", "last")


def statements(view: View) -> list[Finding]:
    """Return every statement that was tested on what a view looks at, those that qualify first.

    Of a series what its latest edition does leads: what happened before is no news.
    """
    latest = view.symbols[-1] if view.opened.series else ""
    return sorted(findings(view.opened), key=lambda each: (not each.qualifies, latest not in each.values.values()))


def anchor(finding: Finding) -> str:
    """Return the id of a statement's row."""
    return f"finding-{finding.template.replace('_', '-')}"


def sentence(view: View, finding: Finding) -> Markup:
    """Return a statement in words."""
    values = {name: _shown(view, name, value) for name, value in finding.values.items()}
    return view.sentence(f"finding.{finding.template}", **values)


def _shown(view: View, name: str, value: Any) -> Any:
    say = view.labels
    kind = name.rpartition("_")[2]
    if kind == "share":
        return "?" if value is None else say.percent(round(1000 * value), 1000)
    if kind == "year":
        return str(value)
    if kind == "bodies":
        return say.join(map(view.body, value))
    if name in _LINKED and isinstance(value, str):
        return view.linked(value)
    names = {"body": view.in_sentence, "language": say.language_name}
    if kind == "party" and value in registry():
        return view.in_sentence(value)
    if kind in ("party", "committee"):
        return say(f"{kind}.{value}")
    return names[kind](value) if kind in names else value


def leading(view: View, made: list[Finding]) -> Html:
    """Say the strongest statement that holds; where none does, what is at hand."""
    return view.prose(sentence(view, made[0])) if made and made[0].qualifies else _nothing(view)


def _nothing(view: View) -> Html:
    return view.prose(at_hand(view, "finding.none"))


def at_hand(view: View, template: str) -> Markup:
    """Return a sentence about how much is at hand: ``resolutions``, and the ``directives`` in them."""
    rows = whole(view.opened)
    counts = {"resolutions": int(rows["resolutions"].sum()), "directives": int(rows["directives"].sum())}
    return view.sentence(template, **counts)


def holding(view: View, made: list[Finding]) -> Html:
    """Say how many statements were tested and hold, and list those that do, with difference, n and interval."""
    kept = [each for each in made if each.qualifies]
    counts = view.sentence("finding.tested", tested=len(made), hold=len(kept))
    language = view.labels.language_name(view.text_language)
    words = view.prose(counts, view.sentence("counted.in", language=language))
    return words + (view.say("finding.how") + _table(view, kept) if kept else _nothing(view))


def rules(view: View) -> Html:
    """Say what a statement must survive to be among those that hold."""
    return view.say("finding.rules")


def fallen(view: View, made: list[Finding]) -> Html:
    """List the statements that fell, each with the rules that it breaks."""
    lost = [each for each in made if not each.qualifies]
    return _table(view, lost, "findings_fallen") if lost else view.say("figure.empty")


def _table(view: View, made: list[Finding], name: str = "findings") -> Html:
    rows = [
        {
            "row": str(markup('<span id="{}">{}</span>{}', anchor(each), sentence(view, each), _proof(view, each))),
            "difference": _difference(view, each),
            "versus": view.labels(f"versus.{each.template}"),
            "n": str(each.n),
            "unit": view.labels(f"unit.{each.unit}"),
            "fell": str(joined((view.labels(f"finding.{rule}") for rule in each.fell), view.labels)),
        }
        for each in made
    ]
    heads = {"row": view.labels("column.finding")}
    return view.table(pl.DataFrame(rows), name, "row", "difference", "versus", "n", "unit", "fell", heads=heads)


def _proof(view: View, finding: Finding) -> Markup:
    """What a statement rests on, line by line, as far as a reader can look it up; and what may speak against it."""
    lines = list(_PROOFS[finding.template](view, finding)) if finding.template in _PROOFS else []
    return markup("").join(markup("<br><small>{}</small>", line) for line in lines)


def doubts(view: View, finding: Finding) -> list[Markup]:
    """Return what may speak against a statement: it stands wherever the statement does."""
    return list(_DOUBTS[finding.template](view, finding)) if finding.template in _DOUBTS else []


def _new_and_kept(view: View, finding: Finding) -> Iterator[Markup]:
    """The paragraphs that are counted, by their numbers."""
    rows = new_and_kept(view.opened).filter(symbol=finding.values["edition"])
    for row in rows.iter_rows(named=True):
        yield _paragraphs(view, f"{row['share']}_{row['does']}", row["paragraphs"], row["symbol"])
    yield together(view, rows)


def _unchanged(view: View, finding: Finding) -> Iterator[Markup]:
    """The paragraphs that stand as they were."""
    symbol = finding.values["edition"]
    same = view.opened["links"].filter(pl.col("base").is_in(UNCHANGED), new=symbol)
    yield _paragraphs(view, "same", same["new_paragraphs"].explode().to_list(), symbol)


def _noting(view: View, finding: Finding) -> Iterator[Markup]:
    """The paragraphs in which the clauses stand that only note."""
    symbol = finding.values["new"]
    noting = view.opened["clauses"].filter(pl.col("class") == "NEU", symbol=symbol)
    yield _paragraphs(view, "noting", noting["paragraph"].unique(maintain_order=True).to_list(), symbol)


def _paragraphs(view: View, what: str, ids: Sequence[str], symbol: str) -> Markup:
    named = view.sentence(f"finding.proof_{what}", count=len(ids))
    return view.sentence("finding.proof", what=named, paragraphs=view.links(ids, symbol))


def _perhaps_asked(view: View, finding: Finding) -> Iterator[Markup]:
    """The bodies that are no longer asked by name, and perhaps are asked by a pronoun."""
    symbol = finding.values["new"]
    maybe = perhaps_asked(view.opened).filter(pl.col("agency").is_in(finding.values["gone_bodies"]), symbol=symbol)
    by_place = maybe.group_by("paragraph", maintain_order=True).agg("agency")
    for paragraph, bodies in by_place.iter_rows():
        names = view.labels.join(view.body(id) for id in sorted(bodies))
        place = view.links([paragraph], symbol)
        yield view.sentence("finding.perhaps_asked", body=names, edition=view.linked(symbol), paragraphs=place)


def _reborn(view: View, finding: Finding) -> Iterator[Markup]:
    yield view.sentence("finding.reborn")


_DOUBTS: Mapping[str, Callable[[View, Finding], Iterator[Markup]]] = {"bodies_asked_fell": _perhaps_asked}
_PROOFS: Mapping[str, Callable[[View, Finding], Iterator[Markup]]] = {
    **_DOUBTS,
    "new_paragraphs_note": _new_and_kept,
    "carried_less": _unchanged,
    "carried_more": _unchanged,
    "notes_grew": _noting,
    "half_life": _reborn,
}


def _difference(view: View, finding: Finding) -> str:
    """The difference with its interval: of shares in percentage points, of counts as it is."""
    interval = finding.interval
    if interval.value is None:
        return ""
    named = any(name.endswith("_share") for name in finding.values)
    of_shares = 0 < abs(interval.value) < 1 or (named and abs(interval.value) <= 1)

    def written(value: float) -> str:
        return (f"{100 * value:+.0f}" if of_shares else f"{value:+.0f}").replace("-", "−")

    bounds = [bound for bound in (interval.low, interval.high) if bound is not None]
    between = view.labels.bracketed(" … ".join(map(written, bounds))) if len(bounds) == 2 else ""
    return f"{written(interval.value)}{between}{view.labels('finding.points') if of_shares else ''}"
