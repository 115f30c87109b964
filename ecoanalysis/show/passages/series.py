"""What is said of a whole series, and of two of its editions."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.compare.brief import count_changes, doubt_of, make_brief
from ecoanalysis.compare.brief.sections import GAINS, LOSSES
from ecoanalysis.compare.brief.summary import lines, paragraph_name, words_or_facts
from ecoanalysis.measures import asked as who
from ecoanalysis.measures import counts, votes
from ecoanalysis.measures import due as dues
from ecoanalysis.measures import force as strength
from ecoanalysis.measures import survival as course
from ecoanalysis.model.brief import Brief, ChangeCount
from ecoanalysis.model.comparison import UNCHANGED, Comparison, Link, LinkType
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.series import Evolution, Member, Series
from ecoanalysis.recurring.calendar import due as calendar_due
from ecoanalysis.recurring.calendar import months_of
from ecoanalysis.recurring.tables import series_tables
from ecoanalysis.show import charts
from ecoanalysis.show.brief import change_name, doubt_words, doubts_counted, places
from ecoanalysis.show.drawing import figure
from ecoanalysis.show.dues import last_edition
from ecoanalysis.show.html import Html, joined, markup
from ecoanalysis.show.mandate import mandate_name_of
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

    from ecoanalysis.lexicon.labels import Labels

_BODIES = 11  # bodies, and themes, that a chart of all editions shows
_ROWS, _OF_A_KIND = 80, 12  # changes that a page lists, and of more than those how many of each kind
_ALWAYS = (*course.LOSSES_AND_GAINS, "endorsement_raised")  # changes that are counted where there is none, too
_READ_OUT = 24  # cells that a text alternative reads out; the table behind the chart has all


def about(view: View) -> Html:
    """Say which editions there are, over how many years, and in which language their facts were read.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_series
    >>> "19 editions" in about(view_series("eco")).html
    True
    """
    first, last = view.symbols[0], view.symbols[-1]
    years = [int(year) for year in view.years.values() if year.isdigit()]
    words = view.sentence(
        "course.about",
        title=view.series_title,
        editions=len(view.symbols),
        first=first,
        last=last,
        years=max(years, default=0) - min(years, default=0),
        language=view.labels.language_name(view.text_language),
    )
    return view.prose(words)


def sources(view: View) -> Html:
    """Say where the words of the editions are: in the corpus, or with the official documents alone."""
    hidden = [version.symbol for version in view.opened.versions if not version.has_text]
    return view.say("course.no_text", count=len(hidden)) if hidden else view.say("course.all_text")


def editions(view: View) -> Html:
    """Say how the editions were adopted where a source says it, and list them with their size."""
    extent = counts.per_text(view.tables)
    adopted = votes.adoptions(view.tables)
    unknown = adopted.filter(how="unknown").height
    first, last = (
        view.number(extent["operative"][place], "operative", symbol=extent["symbol"][place]) for place in (0, -1)
    )
    sentences = [view.sentence("course.grown", first=first, last=last)]
    sentences += [
        view.sentence(
            "course.voted", edition=row["symbol"], yes=row["yes"] or 0, no=row["no"] or 0, abstain=row["abstain"] or 0
        )
        for row in adopted.filter(how="vote").iter_rows(named=True)
    ]
    if unknown:
        sentences.append(view.sentence("course.untold", count=unknown))
    shown = (
        extent.join(
            strength.hedging(view.tables).select("symbol", "hedged", "share"), on="symbol", maintain_order="left"
        )
        .join(adopted.select("symbol", "adoption"), on="symbol", maintain_order="left")
        .with_columns(official=pl.col("symbol"))
    )
    columns = ("official", "adopted_on", "adoption", "operative", "words", "clauses", "directives", "hedged", "share")
    return view.prose(*sentences) + view.table(shown, "course_editions", *columns)


def carried(view: View) -> Html:
    """Show how much of each edition was carried over, reworded, or is new."""
    frame = course.carried(view.opened)
    if frame.is_empty():
        return view.say("figure.empty")
    last = frame.filter(symbol=view.symbol)
    counts = dict(zip(last["share"], last["count"], strict=True))
    items = [
        f"{view.named(row['symbol'])} {view.labels('course.' + row['share'])} {row['count']}"
        for row in frame.iter_rows(named=True)
    ]
    alternative = view.labels("course.carried_alt", counts=view.labels.join(items[-_READ_OUT:]))
    wide = frame.pivot("share", index=["symbol", "dropped"], values="count", maintain_order=True)
    table = view.table(
        wide.with_columns(official=pl.col("symbol")),
        "course_carried",
        "official",
        "carried",
        "reworded",
        "new",
        "dropped",
    )
    drawn = charts.shares(frame, view.labels, view.labels("course.carried_name"), view.named)
    numbers = {share: view.number(counts[share], share, symbol=view.symbol) for share in course.SHARES}
    dropped = view.number(last["dropped"][0], "dropped", symbol=view.symbol)
    doubts = _doubts(view, view.opened.evolution.comparisons[-1], "dropped")
    sentences = [view.sentence("course.carried_says", edition=view.symbol, dropped=dropped, doubts=doubts, **numbers)]
    if view.text_language != view.labels.language:  # another language may count otherwise
        sentences.append(view.sentence("counted.in", language=view.labels.language_name(view.text_language)))
    words = view.prose(*sentences)
    return words + figure(drawn, "carried", alternative, table, view.labels)


def _doubts(view: View, pair: Comparison, type: LinkType) -> str:
    """In brackets, of how many paragraphs that change in one way it is not certain, or settled by time."""
    counts = {count.type: count for count in count_changes(pair, make_brief(pair))}
    words = doubts_counted(counts.get(type, ChangeCount(type)), view.labels)
    return view.labels.bracketed(words) if words else ""


def alike(view: View) -> Html:
    """Say how many recurring resolutions are much the same as their predecessor, where that was measured."""
    measured = _recurrence().get(view.text_language)
    if not measured:
        return Html("")
    shares = {name: view.labels.percent(round(1000 * measured[name]), 1000) for name in ("words", "text", "paragraphs")}
    return view.say("course.alike", series=measured["series"], pairs=measured["pairs"], **shares)


@cache
def _recurrence() -> dict[str, Any]:
    measured: dict[str, Any] = json.loads(
        files("ecoanalysis").joinpath("data/recurrence.json").read_text(encoding="utf-8")
    )
    return measured


def force(view: View) -> Html:
    """Say in which edition hedges are most frequent, and how frequent they are now."""
    frame = strength.hedging(view.tables).filter(pl.col("directives") > 0)
    if frame.is_empty():
        return view.say("force.none")
    top = frame.sort("share", descending=True, maintain_order=True).row(0, named=True)
    last = frame.row(-1, named=True)
    words = view.say(
        "course.hedged",
        edition=top["symbol"],
        last=last["symbol"],
        share=view.labels.percent(last["hedged"], last["directives"]),
        **view.numbers(top, "hedged", "directives", symbol=top["symbol"]),
    )
    return words


def made_of(view: View, unit: str = "clauses") -> Html:
    """Show what each edition is made of, at its date: what it asks and how strongly, decides, notes, recalls.

    Counted are clauses, or as ``unit`` words.
    """
    from ecoanalysis.show.pictures import made_of_figure

    return made_of_figure(view, unit=unit)


def who_is_asked(view: View) -> Html:
    """Show whom each edition asks, how much and how strongly, and whom it only names."""
    from ecoanalysis.show.pictures import who_is_asked_figure

    return who_is_asked_figure(view)


def ages(view: View, symbol: str = "") -> Html:
    """Show of each paragraph of an edition how old its words are."""
    from ecoanalysis.show.pictures import ages_figure

    return ages_figure(view, symbol or view.symbol)


def agencies(view: View) -> Html:
    """Say how many bodies are asked by name, which the latest edition names anew and no longer, and show all."""
    frame = counts.directives_by(view.tables, "agency")
    if frame.is_empty():
        return view.say("agencies.asked_none")
    sentences = [view.sentence("course.asked", bodies=frame.height)]
    turnover = who.came_and_went(view.opened).filter(symbol=view.symbol)
    for name, change in (("course.joined", "came"), ("course.left", "went")):
        ids = turnover.filter(change=change)["agency"].to_list()
        if ids:
            listed = view.labels.join(view.body(id) for id in ids)
            sentences.append(view.sentence(name, edition=view.symbol, bodies=listed))
    return view.prose(*sentences) + who_is_asked(view)


def themes(view: View) -> Html:
    """Show the themes of each edition's paragraphs."""
    frame = who.themes(view.tables).select("symbol", "theme", "count")
    if frame.is_empty():
        return view.say("figure.empty")
    often = frame.group_by("theme", maintain_order=True).agg(pl.col("symbol").n_unique(), pl.col("count").sum())
    shown = often.sort("symbol", "count", "theme", descending=[True, True, False], maintain_order=True).head(_BODIES)[
        "theme"
    ]
    words = view.say("course.themes", themes=frame["theme"].n_unique(), shown=len(shown))
    some = frame.filter(pl.col("theme").is_in(shown.to_list()))
    title = view.labels("course.themes_name", shown=len(shown))
    return words + _heat(view, some, "theme", title, "course_themes", "course.themes_alt", view.theme_name)


def _heat(
    view: View,
    frame: pl.DataFrame,
    row: str,
    title: str,
    name: str,
    alternative: str,
    row_name: Callable[[str], str] = str,
) -> Html:
    order = (
        frame.group_by(row, maintain_order=True)
        .agg(pl.col("count").sum())
        .sort("count", row, descending=[True, False], maintain_order=True)[row]
        .to_list()
    )
    if row == "band":
        order = sorted(order)
    places = {symbol: place for place, symbol in enumerate(view.symbols)}
    cells = frame.sort(
        pl.col(row).replace_strict({id: place for place, id in enumerate(order)}, return_dtype=pl.Int32),
        pl.col("symbol").replace_strict(places, default=-1, return_dtype=pl.Int32),
        maintain_order=True,
    )
    across = [view.named(symbol) for symbol in view.symbols]
    drawn = charts.heat(cells, row, "symbol", title, row_name, view.named, ranked=False, across=across)
    items = [
        f"{view.named(cell['symbol'])} {row_name(cell[row])} {cell['count']}" for cell in cells.iter_rows(named=True)
    ]
    table = _by_edition(view, cells.select(row, "symbol", pl.col("count").cast(pl.String)), [row], name)
    words = view.labels(alternative, counts=view.labels.join(items[:_READ_OUT]))
    return figure(drawn, name, words, table, view.labels, whole=True)


def _by_edition(view: View, cells: pl.DataFrame, rows: Sequence[str], name: str) -> Html:
    """A table with a column for each edition: what ``count`` says of it."""
    wide = cells.pivot("symbol", index=rows, values="count", maintain_order=True)
    shown = [symbol for symbol in view.symbols if symbol in wide.columns]
    return view.table(wide, name, *rows, *shown, heads={symbol: view.named(symbol) for symbol in shown})


def lineages(view: View, *, ended: bool = True) -> Html:
    """Show mandates through the editions that hold them: the loom; of those long ended only where ``ended``."""
    from ecoanalysis.show.loom import loom

    return loom(view, ended=ended)


def births(view: View) -> Html:
    """Say how many mandates were born, revived and ended, edition by edition."""
    frame = course.births(view.tables)
    if frame.is_empty():
        return view.say("figure.empty")
    top = frame.sort("ended", descending=True, maintain_order=True).row(0, named=True)
    words = view.say(
        "course.births",
        born=view.number(int(frame["born"].sum()), "mandates_born"),
        alive=view.number(frame["mandates"][-1], "mandates", symbol=frame["symbol"][-1]),
        revived=frame["revived"].sum(),
        ended=view.number(top["ended"], "ended", symbol=top["symbol"]),
        edition=top["symbol"],
    )
    columns = ("official", "born", "revived", "ended", "mandates")
    return words + view.table(frame.with_columns(official=pl.col("symbol")), "course_births", *columns)


def survival(view: View) -> Html:
    """Show how long mandates live, those still alive counted as such."""
    frame = course.survival(view.tables)
    if frame.is_empty():
        return view.say("figure.empty")
    after = frame.filter(pl.col("editions") <= 3).row(-1, named=True)
    share = view.labels.percent(round(1000 * after["share"]), 1000)
    title = view.labels("course.survival_title", share=share, editions=after["editions"])
    mandates = view.number(course.lifetimes(view.tables).height, "mandates_born")
    words = view.prose(view.sentence("course.survival", mandates=mandates), view.sentence("finding.reborn"))
    items = [f"{row['editions']}: {view.labels.percent(round(1000 * row['share']), 1000)}" for row in frame.to_dicts()]
    alternative = view.labels("course.survival_alt", counts=view.labels.join(items))
    table = view.table(frame.rename({"editions": "number"}), "course_survival", "number", "share", "low", "high")
    drawn = charts.survival(frame, view.labels, title)
    return words + figure(drawn, "survival", alternative, table, view.labels)


def longest(view: View, limit: int = 12) -> Html:
    """List the mandates that live longest, by what the first and the last edition that hold them share."""
    frame = (
        course.lifetimes(view.tables)
        .sort("editions", "born_place", descending=[True, False], maintain_order=True)
        .head(limit)
    )
    if frame.is_empty():
        return view.say("figure.empty")
    top = frame.row(0, named=True)
    lived = view.sentence("course.longest", number=top["editions"], years=top["years"] or 0, edition=top["born"])
    words = view.prose(lived, view.sentence("course.named"))
    steps = course.mandate_steps(view.tables)
    names = [mandate_name_of(view, steps.filter(lineage=id).to_dicts()) for id in frame["lineage"]]
    shown = frame.select(
        "paragraph",
        "years",
        edition="last",
        born_edition="born",
        number="editions",
        last_edition="last",
        row=pl.Series([str(name.html(view.labels)) for name in names], dtype=pl.String),
    )
    return words + view.table(
        shown, "course_longest", "born_edition", "number", "years", "last_edition", "paragraph", "row"
    )


def changes(view: View, comparison: Comparison | None = None) -> Html:
    """Say what the later of two editions drops, weakens, adds and strengthens, and list it, losses first."""
    pair = comparison or (view.opened.evolution.comparisons or (None,))[-1]
    if pair is None:
        return view.say("figure.empty")
    pair, *others = _in_languages(view, pair, view.labels.language if comparison is None else pair.new.language)
    frame = change_rows(view, pair)
    brief = make_brief(pair)
    moved = _moved(view, pair, brief)
    sentences = [view.sentence("course.changes", old=pair.old.symbol or "", new=pair.new.symbol or "", **moved)]
    if any(count.unsure or count.settled for count in count_changes(pair, brief)):
        sentences.append(view.sentence("course.doubted"))
    language = view.labels.language_name(pair.new.language)
    sentences.append(view.sentence("counted.in", language=language))
    if pair.new.language != view.labels.language:
        sentences.append(view.sentence("counted.quoted", language=language))
    sentences += _uncounted(view, pair)
    words = view.prose(*sentences)
    if otherwise := _in_other_languages(view, pair, others):
        words += view.prose(*otherwise)
    if frame.is_empty():
        return words
    heads = {"paragraphs": view.labels("column.new_paragraphs")}
    columns = ("change", "old_paragraphs", "paragraphs", "row")
    shown = _some_of_each(frame)
    listed = words + view.table(shown, "course_changes", *columns, heads=heads)
    return listed + view.say("figure.rest", rows=frame.height - shown.height) if shown.height < frame.height else listed


def _moved(view: View, pair: Comparison, brief: Brief) -> dict[str, Markup]:
    """How many paragraphs a comparison finds lost and won, as the brief counts them, and of how many it is not sure."""
    counts = {count.type: count for count in count_changes(pair, brief)}
    where = {"symbol": pair.new.symbol or "", "language": pair.new.language, "series": "", "old": pair.old.symbol or ""}

    def counted(type: LinkType) -> Markup:
        count = counts.get(type, ChangeCount(type))
        number = view.number(count.paragraphs, f"links_{type}", **where)
        words = view.sentence("course.counted", change=view.labels(f"change.{type}"), count=number)
        doubts = doubts_counted(count, view.labels)
        return words + view.labels.bracketed(doubts) if doubts else words

    sides = {"losses": ("dropped", *LOSSES), "gains": ("new", *GAINS, "addressee_added")}
    return {
        side: joined((counted(type) for type in types if type in counts or type in _ALWAYS), view.labels)
        for side, types in sides.items()
    }


def _uncounted(view: View, pair: Comparison) -> list[Markup]:
    """Say which changes one language alone shows, that no figure counts."""
    alone = [(link, [type for type in link.types if type not in link.counted]) for link in pair.links]
    which = [
        view.sentence(
            "course.variance_of",
            place=places(link.old, link.new, view.labels),
            changes=view.labels.join(view.labels(f"change.{type}") for type in types),
        )
        for link, types in alone
        if types
    ]
    counts = {"count": len(which), "which": joined(which, view.labels)}
    return [view.sentence("course.variance", **counts)] if which else []


def _in_languages(view: View, pair: Comparison, language: str) -> tuple[Comparison, ...]:
    """A comparison in every language that both editions are at hand in, the one asked for first, else its own."""
    from ecoanalysis.errors import ComparisonError, CorpusError
    from ecoanalysis.named_comparison import compare_in_languages

    try:
        names = pair.old.symbol or "", pair.new.symbol or ""
        compared = compare_in_languages(*names, view.opened.corpus, language)
    except (ComparisonError, CorpusError):  # files, which have no other language at hand
        return (pair,)
    if compared[0].new.language == language != pair.new.language:
        return compared
    return pair, *(other for other in compared if other.new.language != pair.new.language)


def _in_other_languages(view: View, pair: Comparison, others: Sequence[Comparison]) -> list[Markup]:
    """Say where the texts in another language count otherwise, and which paragraphs are paired in one of them alone."""
    sentences = []
    for other in others:
        language = view.labels.language_name(other.new.language)
        here, there = (make_brief(each) for each in (pair, other))
        if count_changes(pair, here) == count_changes(other, there):
            continue
        sentences.append(view.sentence("course.otherwise", language=language, **_moved(view, other, there)))
        for name, sides in {"course.one_here": (pair, other), "course.one_there": (other, pair)}.items():
            if linked := _linked_in_one(*sides):
                listed = (view.sentence("course.linked", old=old, new=new) for old, new in linked)
                sentences.append(view.sentence(name, language=language, pairs=joined(listed, view.labels)))
    return sentences


def _linked_in_one(here: Comparison, there: Comparison) -> list[tuple[str, str]]:
    """Paragraphs, old and new, that one comparison links, while for the other the one is dropped and the other new."""
    gone = {id for link in there.links if link.base == "dropped" for id in link.old}
    came = {id for link in there.links if link.base == "new" for id in link.new}
    return [(old, new) for link in here.links for old in link.old for new in link.new if old in gone and new in came]


def _some_of_each(frame: pl.DataFrame) -> pl.DataFrame:
    """What a page has room for: all changes, or of many the first of each kind."""
    return frame if frame.height <= _ROWS else frame.group_by("change", maintain_order=True).head(_OF_A_KIND)


def comparison_tables(comparison: Comparison) -> dict[str, pl.DataFrame]:
    """Return a comparison of two editions as the tables of a series of two."""
    pair = Series("", tuple(Member(edition.symbol or "", (edition,)) for edition in (comparison.old, comparison.new)))
    return series_tables(Evolution(pair, comparison.new.language, (comparison,), ()))


def change_rows(view: View, comparison: Comparison) -> pl.DataFrame:
    """Return one row per paragraph that a comparison changes in what matters, losses first: how, and in which words."""
    rows, brief, say = [], make_brief(comparison), view.labels
    for type, link, words in lines(comparison):
        side, ids = (comparison.new, link.new) if link.new else (comparison.old, link.old)
        if not _concerns(view, side, ids):
            continue
        shown = view.paragraph_rows(side.symbol or "", ids)
        bare = not side.has_text and "→" not in words  # nothing that moved: only what the paragraph does
        whole = (link.base in ("new", "dropped") or bare) and shown
        rows.append(
            {
                "change": type,
                "change_name": change_name(brief, link, type, say),
                "why": _why(brief, link, type, say),
                "old_edition": comparison.old.symbol,
                "old_paragraphs": list(link.old),
                "edition": comparison.new.symbol,
                "paragraphs": list(link.new),
                "row": str(shown if whole else view.quote(words, comparison.new.language)),
                "also": say.join(change_name(brief, link, other, say) for other in link.types[1:] if other != type),
            }
        )
    lists = dict.fromkeys(("old_paragraphs", "paragraphs"), pl.List(pl.String))
    return pl.DataFrame(rows, schema_overrides=lists)


def _why(brief: Brief, link: Link, type: LinkType, say: Labels) -> str:
    """Why a loss is not certain, or where the words of a dropped paragraph stand; nothing where it is, or is past."""
    there = [line for line in brief.lines if {*link.old} <= {*line.old}]
    if type == "dropped" and (new := [id for line in there if line.section == "moved" for id in line.new]):
        return say("doubt.stands", place=say("doubt.place", id=paragraph_name(new[0], say)))
    if doubt_of(brief, link, type) != "unsure":
        return ""
    return next((doubt_words(line, say) for line in there if line.type == type and line.reason), "")


def _concerns(view: View, edition: Edition, ids: Sequence[str]) -> bool:
    """Whether paragraphs are of the theme, and name the body, where these are named."""
    here = [paragraph for paragraph in edition.paragraphs if paragraph.id in ids]
    themes_of = {theme for paragraph in here for theme in paragraph.themes}
    bodies = {agency for paragraph in here for agency in paragraph.agencies}
    return (not view.theme or view.theme in themes_of) and (not view.agency or view.agency in bodies)


def reworded(view: View, comparison: Comparison) -> Html:
    """List the paragraphs that both editions have and that are not the same: what each side does, and how it moved."""
    brief = make_brief(comparison)
    rows = [
        {
            "also": view.labels.join(
                change_name(brief, link, type, view.labels) for type in link.types if type != "reworded"
            ),
            "old_edition": comparison.old.symbol,
            "old_paragraphs": list(link.old),
            "old_row": str(_does(view, comparison.old, link.old)),
            "edition": comparison.new.symbol,
            "paragraphs": list(link.new),
            "row": str(_does(view, comparison.new, link.new)),
        }
        for link in comparison.links
        if link.old and link.new and link.base not in UNCHANGED
    ]
    lists = dict.fromkeys(("old_paragraphs", "paragraphs"), pl.List(pl.String))
    heads = {
        "old_paragraphs": view.labels("column.paragraph"),
        "old_row": view.labels("column.old_paragraphs"),
        "paragraphs": view.labels("column.paragraph"),
        "row": view.labels("column.new_paragraphs"),
        "also": view.labels("column.change"),
    }
    shown = pl.DataFrame(rows, schema_overrides=lists)
    return view.table(shown, "course_reworded", *heads, heads=heads)


def _does(view: View, edition: Edition, paragraphs: Sequence[str]) -> Any:
    """What paragraphs do, a line for each clause; of a text that the view has no rows of, its own words."""
    rows = view.paragraph_rows(edition.symbol or "", paragraphs)
    return rows or view.quote("\n".join(words_or_facts(edition, paragraphs, view.labels.language)), edition.language)


def one_of_each(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the first link of each kind of change."""
    seen, chosen = set[str](), list[Link]()
    for link in links:
        if not {*link.types} <= seen:
            seen |= {*link.types}
            chosen.append(link)
    return tuple(chosen)


def compared(view: View, comparison: Comparison, *, model: bool = False) -> Html:
    """Show two editions side by side; where a text is not at hand, say where it is and show the facts.

    Of a ``model`` pair, which only shows what such a comparison looks like, there is one paragraph for each kind of
    change, folded: no reader takes it for the real.
    """
    from ecoanalysis.show.redline import redline_rows

    old, new = comparison.old, comparison.new
    if model:
        comparison = replace(comparison, links=one_of_each(comparison.links))
    rows = Html(str(redline_rows(comparison, view.labels.language)))
    if model:
        name = view.sentence("pair.model", old=old.symbol or "", new=new.symbol or "")
        return Html(markup('<details class="figures"><summary>{}</summary>{}</details>', name, rows.__html__()))
    if old.has_text and new.has_text:
        return rows
    links = {"old": view.official(old.symbol or ""), "new": view.official(new.symbol or "")}
    return view.say("pair.no_text", **links) + rows


def _obligations(view: View) -> pl.DataFrame:
    """What falls due, and what it is about in the reader's language where a text at hand is in it."""
    frame = view.tables["obligations"]
    if frame.is_empty() or view.text_language == view.labels.language:
        return frame
    place, subject = ["symbol", "paragraph", "kind"], ["subject", "subject_language"]
    ours = calendar_due(view.opened.corpus, language=view.labels.language).select(*place, *subject)
    named = frame.join(
        ours.unique(place, keep="first", maintain_order=True),
        on=place,
        how="left",
        suffix="_named",
        maintain_order="left",
    )
    return named.with_columns(pl.coalesce(f"{name}_named", name).alias(name) for name in subject).select(frame.columns)


def due(view: View) -> Html:
    """Say what is due next."""
    frame = _obligations(view)
    return view.prose(*_due(view, frame)) if not frame.is_empty() else view.say("edition.no_reports")


def _due(view: View, frame: pl.DataFrame) -> list[Any]:
    sentences = [
        view.sentence(
            f"course.due_{row['kind']}",
            edition=row["symbol"],
            paragraph=view.link(row["paragraph"], row["symbol"]),
            due=view.labels("course.session", session=row["due_session"]) if row["due_session"] else row["due"] or "",
            months=_months(row) or "",
            subject=view.quote(row["subject"], row["subject_language"]),
            who=view.in_sentence(row["reporter"]) if row["reporter"] else view.labels("kind.unspecified"),
        )
        for row in frame.filter(status="open").iter_rows(named=True)
    ]
    undated = frame.filter(status="undated").height
    if sentences:
        sentences.append(view.sentence("due.as_of", **last_edition(view.opened)))
    return [*sentences, view.sentence("course.due_untold", count=undated)] if undated else sentences


def _months(row: dict[str, Any]) -> str | None:
    return row["due_from"] if row["due_from"] == row["due_to"] else f"{row['due_from']} – {row['due_to']}"


def obligations(view: View) -> Html:
    """Say what is due next, and list every report asked for with the edition that answers it."""
    frame = _obligations(view)
    if frame.is_empty():
        return view.say("edition.no_reports")
    sentences = _due(view, frame)
    answered = dues.answered(view.tables).filter(kind="report")
    row = answered.row(0, named=True) if answered.height else {"obligations": 0, "met": 0}
    reports = view.number(row["obligations"], "reports")
    sentences.append(view.sentence("course.met", reports=reports, met=view.number(row["met"], "reports_met")))
    shown = frame.with_columns(official=pl.col("symbol"), months=months_of())
    columns = ["official", "paragraph", "subject", "reporter", "months", "status", "met_by", "met_in"]
    if frame.filter(pl.col("days") != 0).height:
        columns.append("days")
    return view.prose(*sentences) + view.table(shown.filter(kind="report").reverse(), "course_obligations", *columns)
