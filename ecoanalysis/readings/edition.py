"""Readings of one edition."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis import charts, views
from ecoanalysis.views import Html, Scope

if TYPE_CHECKING:
    from markupsafe import Markup

_SHOWN = 3


def about(scope: Scope) -> Html:
    """Say what the edition is called, when it was adopted and how long it is.

    Examples
    --------
    >>> "at plenary meeting 102" in about(views.open_scope()).html
    True
    """
    resolution, said = scope.facts.resolution, scope.labels
    sections = Counter(scope.whole("paragraphs")["section"])
    title = scope.sentence("edition.about", title=scope.quote(resolution.title or ""))
    if not resolution.adopted_on:
        adopted = scope.sentence("edition.undated")
    else:
        name = "edition.adopted_at" if resolution.meeting else "edition.adopted"
        adopted = scope.sentence(name, date=said.date(resolution.adopted_on), meeting=resolution.meeting)
    size = scope.sentence(
        "edition.size",
        preamble=sections["preamble"],
        operative=sections["operative"],
        footnotes=scope.whole("footnotes").height,
    )
    return scope.prose(title, adopted, size)


def acts(scope: Scope) -> Html:
    """Say how many clauses there are, and how many directives a reader of first verbs would miss."""
    kinds, directives = Counter(scope.clauses["class"]), scope.directives.height
    does = scope.sentence(
        "edition.does",
        clauses=scope.clauses.height,
        paragraphs=scope.clauses["paragraph"].n_unique(),
        directives=kinds["DIR"],
        decisions=kinds["DEC"],
    )
    share = scope.labels.percent(scope.hidden(), directives)
    hidden = scope.sentence("edition.hidden", hidden=scope.hidden(), directives=directives, share=share)
    return scope.prose(does, hidden)


def course(scope: Scope) -> Html:
    """Show every clause in the order of the text."""
    frame = scope.clauses
    if frame.is_empty():
        return scope.say("figure.empty")
    several = frame.filter(pl.col("index") > 1)["paragraph"].n_unique()
    title = scope.labels("edition.strip_title", several=several)
    alternative = scope.labels(
        "edition.strip_alt",
        symbol=scope.symbol,
        clauses=frame.height,
        paragraphs=frame["paragraph"].n_unique(),
        several=several,
    )
    table = scope.table(frame, "clauses", "paragraph", "verb", "class", "band")
    return charts.figure(charts.strip(frame, scope.labels, title), "course", alternative, table, scope.labels)


def force(scope: Scope) -> Html:
    """Say how many directives are hedged, where they stand, and how the result stands on another ladder."""
    directives = scope.directives
    if directives.is_empty():
        return scope.say("force.none")
    hedged = directives.filter("hedged").height
    words = Counter(word for hedges in directives["hedges"] for word in hedges)
    total, share = directives.height, scope.labels.percent(hedged, directives.height)
    requested, encouraged = scope.binary()
    if hedged:
        said = scope.sentence("force.hedged", directives=total, hedged=hedged, share=share, words=_most(scope, words))
    else:
        said = scope.sentence("force.not_hedged", directives=total)
    sentences = [said]
    before = directives.filter(section="preamble")["paragraph"].to_list()
    if before:
        sentences.append(scope.sentence("force.preamble", count=len(before), paragraphs=scope.links(before)))
    ladder = scope.sentence("force.ladder", requested=requested, encouraged=encouraged)
    return scope.prose(*sentences) + scope.prose(ladder)


def force_figure(scope: Scope) -> Html:
    """Show the directives of each force, hedged and not."""
    frame, said = scope.force(), scope.labels
    total = frame["directives"].sum()
    if not total:
        return scope.say("figure.empty")
    top = frame.sort("directives", descending=True).row(0, named=True)
    band = f"{top['band']}{said('punctuation.open')}{said('band.' + top['band'])}{said('punctuation.close')}"
    title = said("force.title", directives=total, top=top["directives"], band=band)
    items = [
        said("force.item", code=row["band"], band=said("band." + row["band"]), count=row["directives"])
        for row in frame.iter_rows(named=True)
    ]
    alternative = said("force.alt", counts=said.join(items))
    table = scope.table(frame, "force")
    return charts.figure(charts.force(frame, said, title), "force", alternative, table, said)


def named(scope: Scope) -> Html:
    """Say how many bodies are named, which one most often, and how many of them are asked nothing."""
    frame = scope.named()
    if frame.is_empty():
        return scope.say("narrowed.nothing")
    top = frame.row(0, named=True)
    silent = frame.filter(directives=0).height
    first = scope.sentence(
        "agencies.named",
        bodies=frame.height,
        mentions=frame["mentions"].sum(),
        top=scope.body(top["agency"]),
        times=top["mentions"],
    )
    return scope.prose(first, scope.sentence("agencies.named_not_asked", bodies=frame.height, silent=silent))


def asked(scope: Scope) -> Html:
    """Say how many bodies are asked by name, how many of them as an example, and how many directives name nobody."""
    frame, rows = scope.asked_most(), scope.asked_by_name
    silent = scope.without_bodies().height
    groups = scope.sentence("agencies.groups", directives=scope.directives.height, groups=silent)
    if frame.is_empty():
        return scope.prose(scope.sentence("agencies.asked_none"), groups)
    asks = rows.select("paragraph", "index").unique().height
    first = scope.sentence("agencies.asked", bodies=frame.height, directives=asks)
    examples = rows.filter(role="example").height
    singled = scope.sentence("agencies.singled", rows=rows.height, examples=examples)
    name, values = _leading(scope, frame)
    return scope.prose(first, scope.sentence(name, **values), singled, groups)


def asked_figure(scope: Scope, limit: int | None = None) -> Html:
    """Show by how many directives of which force each body is asked; only the ``limit`` asked most where given."""
    frame, said = scope.asked_most(), scope.labels
    if frame.is_empty():
        return scope.say("figure.empty")
    name, values = _leading(scope, frame)
    title = said(name, **values)
    items = [
        said("agencies.asked_item", agency=scope.short(row["agency"]), count=row["directives"])
        for row in frame.head(limit or frame.height).iter_rows(named=True)
    ]
    alternative = said("agencies.asked_alt", counts=said.join(items))
    drawn = charts.asked(frame.head(limit or frame.height), said, title, scope.short)
    table = scope.table(frame, "asked", "agency", "directives", *views.BANDS)
    figure = charts.figure(drawn, "asked", alternative, table, said)
    shown = scope.say("agencies.limit", shown=limit or 0, bodies=frame.height)
    return figure + shown if limit and limit < frame.height else figure


def verbs_figure(scope: Scope) -> Html:
    """Show bodies against the verbs by which they are asked."""
    frame, said = scope.by_verb(), scope.labels
    if frame.is_empty():
        return scope.say("figure.empty")
    verb, count = _heaviest(frame, "lemma")
    title = said("agencies.verbs_title", verb=verb, count=count)
    alternative = said("agencies.verbs_alt", agencies=frame["agency"].n_unique(), verbs=frame["lemma"].n_unique())
    drawn = charts.heat(frame, "agency", "lemma", title, scope.short)
    return charts.figure(drawn, "verbs", alternative, scope.table(frame, "verbs"), said)


def bodies_themes_figure(scope: Scope) -> Html:
    """Show bodies against the themes of the paragraphs in which they are asked."""
    frame, said = scope.by_theme(), scope.labels
    if frame.is_empty():
        return scope.say("figure.empty")
    theme, count = _heaviest(frame, "theme")
    title = said("agencies.themes_title", theme=scope.theme_name(theme), count=count)
    alternative = said("agencies.themes_alt", agencies=frame["agency"].n_unique(), themes=frame["theme"].n_unique())
    drawn = charts.heat(frame, "agency", "theme", title, scope.short, scope.theme_name)
    return charts.figure(drawn, "bodies-themes", alternative, scope.table(frame, "bodies_themes"), said)


def themes_figure(scope: Scope) -> Html:
    """Show how many paragraphs treat each theme."""
    frame, said = scope.theme_counts(), scope.labels
    if frame.is_empty():
        return scope.say("figure.empty")
    title = said("themes.chart_title", theme=scope.theme_name(frame["theme"][0]), count=frame["count"][0])
    items = [
        said("themes.chart_item", theme=scope.theme_name(row["theme"]), count=row["count"])
        for row in frame.iter_rows(named=True)
    ]
    alternative = said("themes.chart_alt", counts=said.join(items))
    drawn = charts.themes(frame, said, title, scope.theme_name)
    return charts.figure(drawn, "themes", alternative, scope.table(frame, "themes"), said)


def theme(scope: Scope) -> Html:
    """Say how much of the edition is about the theme; about how many themes it is where none is named."""
    total = len(views.narrow(scope).paragraphs)
    if not scope.theme:
        count, none = scope.themes["theme"].n_unique(), total - scope.themes["paragraph"].n_unique()
        return scope.say("themes.intro_all", symbol=scope.symbol, total=total, themes=count, none=none)
    name = scope.theme_name(scope.theme)
    if not scope.paragraphs:
        return scope.say("themes.absent", symbol=scope.symbol, theme=name)
    return scope.say(
        "themes.intro",
        symbol=scope.symbol,
        total=total,
        paragraphs=len(scope.paragraphs),
        theme=name,
        share=scope.labels.percent(len(scope.paragraphs), total),
        links=scope.links(scope.paragraphs),
    )


def theme_terms(scope: Scope) -> Html:
    """Say how many terms show the theme, and which most often."""
    frame = scope.terms()
    if frame.is_empty():
        return scope.say("narrowed.nothing")
    top = _most(scope, Counter(dict(frame.select("term", "count").iter_rows())))
    return scope.say("themes.terms", terms=frame.height, count=frame["count"].sum(), top=top)


def theme_asked(scope: Scope) -> Html:
    """Say how many directives stand in the paragraphs of the theme, and to how many bodies."""
    if scope.directives.is_empty():
        return scope.say("themes.no_directives")
    return scope.say(
        "themes.asked",
        directives=scope.directives.height,
        bodies=scope.asked_most().height,
        groups=scope.without_bodies().height,
    )


def theme_neighbours(scope: Scope) -> Html:
    """Say which other themes the paragraphs of the theme have, and list them."""
    others = scope.theme_counts().filter(pl.col("theme") != scope.theme)
    if others.is_empty():
        return scope.say("themes.alone")
    shared = scope.themes.filter(pl.col("theme") != scope.theme)["paragraph"].n_unique()
    name = scope.theme_name(others["theme"][0])
    said = scope.say("themes.others", shared=shared, theme=name, count=others["count"][0])
    return said + scope.table(others, "others", "theme", "count", "paragraphs")


def citations(scope: Scope) -> Html:
    """Say what is cited, and list it."""
    frame = scope.narrowed("citations")
    by_symbol = frame["cited"].drop_nulls().n_unique()
    said = scope.say("edition.cites", citations=frame.height, symbols=by_symbol)
    shown = frame.with_columns(cited_kind=pl.col("kind"))
    return said + scope.table(shown, "citations", "paragraph", "cited_kind", "surface", "cited", "date")


def reports(scope: Scope) -> Html:
    """Say which reports are asked for, and list them."""
    frame = scope.narrowed("reports")
    if frame.is_empty():
        return scope.say("edition.no_reports")
    table = scope.table(frame, "reports", "paragraph", "reporter", "recipient", "topic", "due")
    return scope.say("edition.reports", count=frame.height) + table


def mandates(scope: Scope) -> Html:
    """Say how many clauses belong to each of the nested sets of mandates."""
    sets = scope.mandate_sets()
    return scope.say("mandates.sets", m0=sets["M0"], m1=sets["M1"], m2=sets["M2"])


def every(scope: Scope) -> Html:
    """List every directive in the order of the text."""
    frame = scope.requests()
    said = scope.say("mandates.every", directives=frame.height, unspecified=scope.unspecified().height)
    return said + scope.table(frame, "requests")


def decisions(scope: Scope) -> Html:
    """Say what the organ decides itself, and list it."""
    frame = scope.clauses.filter(pl.col("class") == "DEC")
    if frame.is_empty():
        return scope.say("mandates.no_decisions")
    said = scope.say("mandates.decides", count=frame.height)
    return said + scope.table(frame, "decisions", "paragraph", "verb", "quote")


def uncertain(scope: Scope) -> Html:
    """Say what a reader should not take for certain."""
    silent, unknown = scope.unspecified(), scope.mentions.filter(pl.col("agency").is_null())
    sentences = [scope.sentence("uncertain.all_specified")]
    if silent.height:
        where = scope.links(silent["paragraph"])
        sentences = [scope.sentence("uncertain.unspecified", count=silent.height, paragraphs=where)]
    if unknown.height:
        names = scope.quotes(unknown["surface"].unique(maintain_order=True))
        sentences.append(scope.sentence("agencies.unknown", mentions=unknown.height, names=names))
    else:
        sentences.append(scope.sentence("agencies.all_known"))
    language = scope.labels.language_name(scope.facts.resolution.language)
    sentences.append(scope.sentence("uncertain.translation", language=language))
    diagnostics = scope.whole("diagnostics").height
    name = "uncertain.diagnostics" if diagnostics else "uncertain.no_diagnostics"
    sentences.append(scope.sentence(name, count=diagnostics))
    return scope.prose(*sentences)


def _most(scope: Scope, words: Counter[str]) -> Markup:
    return scope.quotes(word for word, _ in words.most_common(_SHOWN))


def _leading(scope: Scope, frame: pl.DataFrame) -> tuple[str, dict[str, Any]]:
    """The label, and its values, that says which bodies are asked most: one, or all that share the first place."""
    most = frame["directives"][0]
    first = frame.filter(directives=most)["agency"]
    top = scope.labels.join(scope.short(id) for id in first.head(_SHOWN))
    shown = scope.labels("agencies.others", top=top) if len(first) > _SHOWN else top
    values = {"top": shown, "times": most, "count": len(first)}
    return "agencies.asked_most" if len(first) == 1 else "agencies.asked_tie", values


def _heaviest(frame: pl.DataFrame, column: str) -> tuple[str, int]:
    top = frame.group_by(column).agg(pl.col("count").sum()).sort("count", column, descending=[True, False])
    return top[column][0], int(top["count"][0])
