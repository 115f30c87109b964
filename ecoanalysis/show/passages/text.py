"""What is said of one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.measures import BANDS, counts, narrow
from ecoanalysis.measures import asked as who
from ecoanalysis.measures import force as strength
from ecoanalysis.measures.frames import CLAUSE, body_paragraphs, directives
from ecoanalysis.measures.tables_at_hand import versions_of
from ecoanalysis.show import charts
from ecoanalysis.show.drawing import figure
from ecoanalysis.show.html import Html
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

_SHOWN = 3
_LONG, _OF_LONG = 100, 40  # clauses from which on a text is long, and how many rows of one a page has room for


def _extent(view: View) -> dict[str, Any]:
    return counts.per_text(view.tables).row(0, named=True)


def about(view: View) -> Html:
    """Say what the text is called, when it was adopted and how long it is.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_text
    >>> "at plenary meeting 102" in about(view_text()).html
    True
    """
    resolution, whole = view.opened["resolutions"].row(0, named=True), counts.per_text(view.opened).row(0, named=True)
    title = view.sentence("edition.about", title=view.quote(resolution["title"] or ""))
    if not resolution["adopted_on"]:
        adopted = view.sentence("edition.undated")
    else:
        name = "edition.adopted_at" if resolution["meeting"] else "edition.adopted"
        adopted = view.sentence(name, date=view.labels.date(resolution["adopted_on"]), meeting=resolution["meeting"])
    bare = {"theme": "", "agency": ""}
    numbers = view.numbers(whole, "preamble", "operative", "footnotes", **bare)
    words = view.prose(title, adopted, view.sentence("edition.size", **numbers))
    later = later_editions(view)
    return view.prose(*later) + words if later else words


def later_editions(view: View) -> list[Markup]:
    """Say of a text which editions of its series came after it, which is the latest, and why this one is read.

    That is where the words of the later ones are not at hand.
    """
    from ecoanalysis.recurring.at_hand import series_at_hand, versions_at_hand

    outline = next((each for each in series_at_hand(view.opened.corpus) if view.symbol in each.symbols[:-1]), None)
    if outline is None:
        return []
    of_series = [each for each in versions_at_hand(view.opened.corpus) if each.symbol in outline.symbols]
    later = outline.symbols[outline.symbols.index(view.symbol) + 1 :]
    texts = {each.symbol for each in of_series if each.has_text}
    if view.symbol not in texts or texts & {*later}:
        name = "edition.later" if len(later) > 1 else "edition.later_one"
        return [view.sentence(name, count=len(later), latest=view.linked(later[-1]))]
    read = [each.language for each in of_series if each.symbol == view.symbol and each.has_text]
    sentence = view.sentence(
        "edition.last_text" if len(texts) > 1 else "edition.only_text",
        editions=len(outline.symbols),
        texts=len(texts),
        symbol=view.symbol,
        languages=view.labels.join(map(view.labels.language_name, read)),
        count=len(later),
        latest=view.linked(later[-1]),
        year=next((each.adopted_on[:4] for each in of_series if each.symbol == later[-1]), "?"),
    )
    return [sentence]


def acts(view: View) -> Html:
    """Say how many clauses there are, how many directives a reader of first verbs would miss, and in which text.

    Where another language of the resolution has other numbers, both are said.
    """
    row = _extent(view)
    numbers = view.numbers(row, "clauses", "directives", "decisions")
    does = view.sentence("edition.does", paragraphs=view.number(row["speaking"], "speaking"), **numbers)
    share = view.labels.percent(row["buried"], row["directives"])
    hidden = view.sentence(
        "edition.hidden", hidden=view.number(row["buried"], "buried"), directives=numbers["directives"], share=share
    )
    return view.prose(does, hidden, *counted_in(view))


def counted_in(view: View) -> list[Markup]:
    """Say in which language's text it was counted, and what another language of the resolution has where it differs."""
    every = counts.per_text(narrow(versions_of(view.symbol, view.opened.corpus), theme=view.theme, body=view.agency))
    ours = every.filter(language=view.text_language)
    language = view.labels.language_name(view.text_language)
    if ours.is_empty():
        return [view.sentence("counted.in", language=language)]
    words = [view.sentence("counted.in", language=language)]
    for row in every.filter(pl.col("language") != view.text_language).iter_rows(named=True):
        if row["directives"] != ours["directives"][0] or row["clauses"] != ours["clauses"][0]:
            there = {"symbol": view.symbol, "language": row["language"]}
            words.append(
                view.sentence(
                    "counted.other",
                    language=view.labels.language_name(row["language"]),
                    **view.numbers(row, "clauses", "directives", **there),
                )
            )
    return words


def course(view: View) -> Html:
    """Show every clause in the order of the text."""
    frame = view.tables["clauses"]
    if frame.is_empty():
        return view.say("figure.empty")
    several = frame.filter(pl.col("index") > 1)["paragraph"].n_unique()
    alternative = view.labels(
        "edition.strip_alt",
        symbol=view.symbol,
        clauses=frame.height,
        paragraphs=frame["paragraph"].n_unique(),
        several=several,
    )
    listed = frame if frame.height <= _LONG else frame.head(_OF_LONG)  # the reading page has all of them
    table = view.table(view.with_rows(listed, words=False), "clauses", "paragraph", "row")
    if listed.height < frame.height:
        table += view.say("figure.rest", rows=frame.height - listed.height)
    verbs = [view.rows.row(clause).verb for clause in frame.iter_rows(named=True)]
    clauses = frame.with_columns(verb=pl.Series("verb", verbs, pl.String))
    drawn = charts.strip(clauses, view.labels, view.labels("edition.strip_name"), view.address)
    return figure(drawn, "course", alternative, table, view.labels)


def force(view: View) -> Html:
    """Say how many directives are hedged, where they stand, and how the result stands on another ladder."""
    asks = directives(view.tables)
    if asks.is_empty():
        return view.say("force.none")
    row = strength.hedging(view.tables).row(0, named=True)
    numbers = view.numbers(row, "directives", "hedged")
    hedges = strength.hedge_words(view.tables)["hedge"].head(_SHOWN).to_list()
    if row["hedged"]:
        share = view.labels.percent(row["hedged"], row["directives"])
        hedged = view.sentence("force.hedged", share=share, words=view.quotes(hedges), **numbers)
    else:
        hedged = view.sentence("force.not_hedged", directives=numbers["directives"])
    sentences = [hedged]
    before = asks.filter(section="preamble")["paragraph"].to_list()
    if before:
        sentences.append(view.sentence("force.preamble", count=len(before), paragraphs=view.links(before)))
    steps = dict(strength.steps(view.tables).select("step", "directives").iter_rows())
    ladder = view.sentence("force.ladder", requested=steps.get("requested", 0), encouraged=steps.get("encouraged", 0))
    return view.prose(*sentences) + view.prose(ladder)


def force_figure(view: View) -> Html:
    """Show the directives of each force, hedged and not."""
    frame, say = strength.bands(view.tables), view.labels
    if not frame["directives"].sum():
        return view.say("figure.empty")
    items = [
        say("force.item", code=row["band"], band=say("band." + row["band"]), count=row["directives"])
        for row in frame.iter_rows(named=True)
    ]
    table = view.table(frame, "force", "band", "directives", "hedged")
    alternative = say("force.alt", counts=say.join(items))
    return figure(charts.force(frame, say, say("force.name")), "force", alternative, table, say)


def named(view: View) -> Html:
    """Say how many bodies are named, which one most often, and how many of them are asked nothing."""
    frame = who.named(view.tables)
    if frame.is_empty():
        return view.say("narrowed.nothing")
    top = frame.row(0, named=True)
    bodies = view.number(frame.height, "bodies_named")
    first = view.sentence(
        "agencies.named",
        bodies=bodies,
        mentions=frame["mentions"].sum(),
        top=view.in_sentence(top["agency"]),
        times=top["mentions"],
    )
    silent = frame.filter(directives=0).height
    return view.prose(first, view.sentence("agencies.named_not_asked", bodies=bodies, silent=silent))


def named_or_asked(view: View) -> Html:
    """Say which text it is whose bodies are counted, what came after it, and in which language it was read."""
    version, read = view.opened.versions[0], view.labels.language_name(view.text_language)
    intro = view.sentence("agencies.intro", symbol=view.linked(view.symbol))
    bare = [] if version.has_text else [view.sentence("narrowed.facts", read=read, official=view.official(view.symbol))]
    return view.prose(intro, *bare, *later_editions(view), *counted_in(view), *named_elsewhere(view))


def named_elsewhere(view: View) -> list[Markup]:
    """Say which bodies one language of a resolution names and the other does not, where their numbers differ."""
    of_symbol = narrow(versions_of(view.symbol, view.opened.corpus), theme=view.theme, body=view.agency)
    languages = of_symbol["documents"]["language"].unique(maintain_order=True).to_list()
    bodies = {
        language: set(of_symbol["agencies"].filter(language=language)["agency"].drop_nulls()) for language in languages
    }
    return bodies_by_language(view, bodies)


def bodies_by_language(view: View, bodies: Mapping[str, Collection[str]]) -> list[Markup]:
    """The same, given the ids of the bodies that each language of the view's text names."""
    ours = set(bodies.get(view.text_language, ()))
    sentences = []
    for language, named_there in bodies.items():
        theirs = set(named_there)
        if language == view.text_language or len(theirs) == len(ours):
            continue
        number = view.number(len(theirs), "bodies_named", symbol=view.symbol, language=language)
        spoken = view.labels.language_name(language)
        sentences.append(view.sentence("counted.bodies", language=spoken, bodies=number))
        for side, alone in ((language, theirs - ours), (view.text_language, ours - theirs)):
            if alone:
                names = view.labels.join(sorted(map(view.body, alone)))
                spoken = view.labels.language_name(side)
                sentences.append(view.sentence("counted.bodies_only", language=spoken, bodies=names))
    return sentences


def named_table(view: View) -> Html:
    """List the bodies that are named, with how often and in how many directives they are asked."""
    from ecoanalysis.lexicon.bodies import registry

    kinds = {body.id: body.kind for body in registry()}
    frame = who.named(view.tables).with_columns(
        body=pl.col("agency").replace_strict(kinds, default="", return_dtype=pl.String)
    )
    return view.table(frame, "named", "agency", "body", "mentions", "directives", "paragraphs")


def asked(view: View) -> Html:
    """Say how many bodies are asked by name, how many of them as an example, and how many directives name nobody."""
    frame = counts.directives_by(view.tables, "agency")
    row = who.addressing(view.tables).row(0, named=True)
    groups = view.sentence(
        "agencies.groups",
        directives=view.number(row["directives"], "directives"),
        groups=view.number(row["by_group"] + row["unspecified"], "by_group_alone"),
    )
    if frame.is_empty():
        return view.prose(view.sentence("agencies.asked_none"), groups)
    first = view.sentence(
        "agencies.asked",
        bodies=view.number(frame.height, "bodies_asked"),
        directives=view.number(row["by_name"], "directives_by_name"),
    )
    singled = view.sentence("agencies.singled", rows=row["requests"], examples=row["examples"])
    name, values = _leading(view, frame)
    return view.prose(first, view.sentence(name, **values), singled, groups)


def asked_figure(view: View, limit: int | None = None) -> Html:
    """Show by how many directives of which force each body is asked; only the ``limit`` asked most where given."""
    frame, say = counts.directives_by(view.tables, "agency"), view.labels
    if frame.is_empty():
        return view.say("figure.empty")
    shown = frame.head(limit or frame.height)
    items = [
        say("agencies.asked_item", agency=view.short(row["agency"]), count=row["directives"])
        for row in shown.iter_rows(named=True)
    ]
    table = view.table(frame, "asked", "agency", "directives", *BANDS, heads=_bands(view))
    drawn = charts.asked(shown, say, say("agencies.asked_name"), view.short)
    made = figure(drawn, "asked", say("agencies.asked_alt", counts=say.join(items)), table, say)
    if limit and limit < frame.height:
        return made + view.say("agencies.limit", shown=limit, bodies=frame.height)
    return made


def _bands(view: View) -> dict[str, str]:
    return {band: view.labels(f"band.{band}") for band in BANDS}


def verbs_figure(view: View) -> Html:
    """Show bodies against the verbs by which they are asked."""
    frame, say = _counts(view, "lemma"), view.labels
    if frame.is_empty():
        return view.say("figure.empty")
    verbs = {lemma: _verb(view, lemma, band) for lemma, band in frame.select("lemma", "band").iter_rows()}
    alternative = say("agencies.verbs_alt", agencies=frame["agency"].n_unique(), verbs=frame["lemma"].n_unique())
    drawn = charts.heat(frame, "agency", "lemma", say("agencies.verbs_name"), view.short, verbs.__getitem__)
    table = view.table(frame.drop("band"), "verbs", "agency", "lemma", "count")
    return figure(drawn, "verbs", alternative, table, say)


def _verb(view: View, lemma: str, band: str) -> str:
    from ecoanalysis.show.row import verb_in

    return verb_in(lemma, lemma, {"language": view.text_language, "class": "DIR", "band": band}, view.labels)[0]


def _counts(view: View, column: str) -> pl.DataFrame:
    by = ("agency", column, *(["band"] if column == "lemma" else []))
    return counts.directives_by(view.tables, *by).select(*by, count="directives")


def bodies_themes_figure(view: View) -> Html:
    """Show bodies against the themes of the paragraphs in which they are asked."""
    frame, say = _counts(view, "theme"), view.labels
    if frame.is_empty():
        return view.say("figure.empty")
    alternative = say("agencies.themes_alt", agencies=frame["agency"].n_unique(), themes=frame["theme"].n_unique())
    drawn = charts.heat(frame, "agency", "theme", say("agencies.themes_name"), view.short, view.theme_name)
    table = view.table(frame, "bodies_themes", "agency", "theme", "count")
    return figure(drawn, "bodies-themes", alternative, table, say)


def themes_figure(view: View) -> Html:
    """Show how many paragraphs treat each theme."""
    frame, say = who.themes(view.tables), view.labels
    if frame.is_empty():
        return view.say("figure.empty")
    items = [
        say("themes.chart_item", theme=view.theme_name(row["theme"]), count=row["count"])
        for row in frame.iter_rows(named=True)
    ]
    drawn = charts.themes(frame, say, say("themes.chart_name"), view.theme_name)
    table = view.table(frame, "themes", "theme", "count", "directives", "paragraphs")
    return figure(drawn, "themes", say("themes.chart_alt", counts=say.join(items)), table, say)


def theme(view: View) -> Html:
    """Say how much of the text is about the theme; about how many themes it is where none is named."""
    total = body_paragraphs(view.opened).height
    frame = who.themes(view.tables)
    if not view.theme:
        treated = view.tables["themes"]["paragraph"].n_unique()
        numbers = {"total": total, "themes": frame["theme"].n_unique(), "none": total - treated}
        return view.say("themes.intro_all", symbol=view.symbol, **numbers)
    name = view.theme_name(view.theme)
    paragraphs = body_paragraphs(view.tables)["paragraph"].to_list()
    if not paragraphs:
        return view.say("themes.absent", symbol=view.symbol, theme=name)
    return view.say(
        "themes.intro",
        symbol=view.symbol,
        total=total,
        paragraphs=view.number(len(paragraphs), "paragraphs"),
        theme=name,
        share=view.labels.percent(len(paragraphs), total),
        links=view.links(paragraphs),
    )


def theme_paragraphs(view: View) -> Html:
    """Say how many clauses the paragraphs of the theme hold, and list them: what each does, how much it treats it."""
    row = counts.per_text(view.tables).row(0, named=True)
    words = view.say("themes.paragraphs", **view.numbers(row, "clauses", "directives"))
    themes = view.tables["themes"]
    if view.theme:
        themes = themes.filter(theme=view.theme)
    rows = [str(view.paragraph_rows(view.symbol, [paragraph])) for paragraph in themes["paragraph"].to_list()]
    frame = themes.with_columns(
        row=pl.Series("row", rows, pl.String), terms=pl.col("terms").list.unique(maintain_order=True)
    )
    columns = ("paragraph", *([] if view.theme else ["theme"]), "score", "row")
    return words + view.table(frame, "paragraphs", *columns)


def theme_terms(view: View) -> Html:
    """Say how many terms show the theme, and which most often, and list them."""
    shown = view.tables
    if view.theme:
        shown = {"themes": view.tables["themes"].filter(theme=view.theme)}
    frame = who.theme_terms(shown)
    if frame.is_empty():
        return view.say("narrowed.nothing")
    top = view.quotes(frame["term"].head(_SHOWN).to_list())
    words = view.say("themes.terms", terms=frame.height, count=frame["count"].sum(), top=top)
    return words + view.table(frame, "terms", "term", "count", "paragraphs")


def theme_asked(view: View) -> Html:
    """Say how many directives stand in the paragraphs of the theme, and to how many bodies."""
    row = who.addressing(view.tables).row(0, named=True)
    if not row["directives"]:
        return view.say("themes.no_directives")
    return view.say(
        "themes.asked",
        directives=view.number(row["directives"], "directives"),
        bodies=view.number(row["bodies_asked"], "bodies_asked"),
        groups=row["by_group"] + row["unspecified"],
    )


def theme_neighbours(view: View) -> Html:
    """Say which other themes the paragraphs of the theme have, and list them."""
    others = who.themes(view.tables).filter(pl.col("theme") != view.theme)
    if others.is_empty():
        return view.say("themes.alone")
    shared = view.tables["themes"].filter(pl.col("theme") != view.theme)["paragraph"].n_unique()
    name = view.theme_name(others["theme"][0])
    words = view.say("themes.others", shared=shared, theme=name, count=others["count"][0])
    return words + view.table(others, "others", "theme", "count", "paragraphs")


def citations(view: View) -> Html:
    """Say what is cited, and list it."""
    frame = view.tables["citations"]
    row = counts.per_text(view.tables).row(0, named=True)
    words = view.say("edition.cites", citations=view.number(row["citations"], "citations"), symbols=row["cited"])
    shown = frame.with_columns(cited_kind=pl.col("kind"))
    return words + view.table(shown, "citations", "paragraph", "cited_kind", "surface", "cited", "date")


def reports(view: View) -> Html:
    """Say which reports are asked for, and list them."""
    frame = view.tables["reports"]
    if frame.is_empty():
        return view.say("edition.no_reports")
    table = view.table(frame, "reports", "paragraph", "reporter", "recipient", "topic", "due")
    return view.say("edition.reports", count=view.number(frame.height, "reports")) + table


def mandates(view: View) -> Html:
    """Say how many clauses belong to each of the nested sets of mandates."""
    sets = Counter(view.tables["clauses"]["mandate"].drop_nulls())
    return view.say("mandates.sets", m0=sets.total(), m1=sets["M1"] + sets["M2"], m2=sets["M2"])


def every(view: View) -> Html:
    """List every directive in the order of the text."""
    frame = directives(view.tables)
    row = who.addressing(view.tables).row(0, named=True)
    words = view.say(
        "mandates.every",
        directives=view.number(frame.height, "directives"),
        unspecified=view.number(row["unspecified"], "unspecified"),
    )
    rows = view.with_rows(frame, words=frame.height <= _OF_LONG)
    return words + view.table(rows, "requests", "paragraph", "band", "row")


def decisions(view: View) -> Html:
    """Say what the organ decides itself, and list it."""
    frame = view.tables["clauses"].filter(pl.col("class") == "DEC")
    if frame.is_empty():
        return view.say("mandates.no_decisions")
    words = view.say("mandates.decides", count=view.number(frame.height, "decisions"))
    return words + view.table(view.with_rows(frame), "decisions", "paragraph", "row")


def uncertain(view: View) -> Html:
    """Say what a reader should not take for certain."""
    asks, mentions = directives(view.tables), view.tables["agencies"]
    stated = view.tables["requests"].filter(
        (pl.col("kind") != "unspecified").fill_null(False) | pl.col("agency").is_not_null()
    )
    silent = asks.join(stated, on=CLAUSE, how="anti", maintain_order="left")
    unknown = mentions.filter(pl.col("agency").is_null())
    sentences = [view.sentence("uncertain.all_specified")]
    if silent.height:
        where = view.links(silent["paragraph"])
        count = view.number(silent.height, "unspecified")
        sentences = [view.sentence("uncertain.unspecified", count=count, paragraphs=where)]
    if unknown.height:
        names = view.quotes(unknown["surface"].unique(maintain_order=True))
        sentences.append(view.sentence("agencies.unknown", mentions=unknown.height, names=names))
    else:
        sentences.append(view.sentence("agencies.all_known"))
    language = view.labels.language_name(view.text_language)
    sentences.append(view.sentence("uncertain.translation", language=language))
    diagnostics = view.opened["documents"]["diagnostics"].sum()
    name = "uncertain.diagnostics" if diagnostics else "uncertain.no_diagnostics"
    sentences.append(view.sentence(name, count=diagnostics))
    return view.prose(*sentences)


def _leading(view: View, frame: pl.DataFrame) -> tuple[str, dict[str, Any]]:
    """The label, and its values, that says which bodies are asked most: one, or all that share the first place."""
    most = frame["directives"][0]
    first = frame.filter(directives=most)["agency"]
    top = view.labels.join(view.short(id) for id in first.head(_SHOWN))
    shown = view.labels("agencies.others", top=top) if len(first) > _SHOWN else top
    values = {"top": shown, "times": most, "count": len(first)}
    return "agencies.asked_most" if len(first) == 1 else "agencies.asked_tie", values
