"""The front page of a language: what was found, its proof, what is due, the latest texts, how sure all of it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import Count
from ecoanalysis.lexicon.labels import labels as words
from ecoanalysis.measures import accuracy, counts
from ecoanalysis.measures.accuracy import LEAST_SEEN, least_seen
from ecoanalysis.measures.survival import DOES
from ecoanalysis.publish.page import labels
from ecoanalysis.publish.plan import Plan
from ecoanalysis.recurring.at_hand import Version, main_series, titles_in, versions_at_hand
from ecoanalysis.recurring.calendar import due
from ecoanalysis.show.addresses import paragraph_link, reading_page
from ecoanalysis.show.dues import last_edition
from ecoanalysis.show.html import Measured, linked, markup
from ecoanalysis.show.quality import SURE

if TYPE_CHECKING:
    import polars as pl
    from markupsafe import Markup

    from ecoanalysis.corpus import Corpus
    from ecoanalysis.measures.findings.finding import Finding
    from ecoanalysis.show.view import View

_PICTURE = 1100  # how wide the picture is drawn: it stands over the whole page
_GROUPS = 720
_PROOFS = 3
_DUE = 3
_LATEST = 4
_NAMED = 3  # resolutions of no series that are named one by one
_DOORS = (
    ("draft", ("compare", "pairs", "mandates", "editions")),
    ("body", ("agencies", "due", "mandates")),
    ("research", ("findings", "course", "downloads", "codebook")),
    ("teach", ("lessons", "lesson-1-read")),
)


def leading(corpus: Corpus, language: str, made_by: str) -> dict[str, Any]:
    """Return what the front page says first, kept for this corpus and this program.

    Parameters
    ----------
    corpus
        What the site is made from.
    language
        Language of the page.
    made_by
        The hash of the program.

    Returns
    -------
    dict
        ``kicker`` (what the corpus is about), ``headline``, ``row`` (the id of its row among the findings),
        ``own`` (its own picture, where it has one), ``sentence``, ``sorted`` (how, and how surely), ``picture``, and
        ``proofs``: further statements that hold, each with the id of its ``row``.
    """
    kept: dict[str, Any] = corpus.remember(f"front-{language}-{made_by}", lambda: _leading(corpus, language))
    return kept


def _leading(corpus: Corpus, language: str) -> dict[str, Any]:
    from ecoanalysis.show import groups
    from ecoanalysis.show.pictures import made_of_figure
    from ecoanalysis.show.view import view_all, view_series

    if main := main_series(corpus):
        view = view_series(main, corpus, language)
        return _statements(view) | {
            "kicker": _kicker(view, language_of(language).table("series").get(main, {}).get("about", "")),
            "sentence": _newest(view),
            "sorted": _sorted(view),
            "heading": labels(language)["picture"],
            "picture": made_of_figure(view, _PICTURE, coarse=True).html,
        }
    view = view_all(corpus, "", language)
    by = "committee" if view.tables["resolutions"]["committee"].n_unique() > 2 else "theme"
    picture = groups.made_of_figure(view, by, _GROUPS)
    unsaid = dict.fromkeys(("kicker", "sentence", "sorted"), "")
    return _statements(view) | unsaid | {"heading": labels(language)["picture_all"], "picture": picture.html}


def _kicker(view: View, about: str) -> str:
    """What the site is about: the resolution, how many editions of it there are, over which years, of which body."""
    years = sorted(year for year in view.years.values() if year.isdigit()) or ["?"]
    values = {"title": view.series_title, "editions": len(view.symbols), "first": years[0], "last": years[-1]}
    series = markup(labels(view.labels.language)["front_series"]).format(**values)
    return str(markup(view.labels("punctuation.sentences")).join([series, about] if about else [series]))


def _newest(view: View) -> str:
    """Which edition is the latest, how it was adopted, and how much it asks; where a vote is news, that it is."""
    from ecoanalysis.measures.tables_at_hand import every_version
    from ecoanalysis.measures.votes import adoptions

    adopted = adoptions(view.opened)
    row = adopted.filter(symbol=view.symbols[-1]).row(0, named=True)
    ways = Counter(adopted["how"])
    news = []
    if row["how"] == "vote" and ways["vote"] == 1:
        template = "front.only_vote" if ways["unknown"] else "front.sole_vote"
        all_of_them = linked(labels(view.labels.language)["editions_title"], "editions.html")
        news.append(view.sentence(template, without=ways["consensus"], unknown=ways["unknown"], list=all_of_them))
    counted = counts.per_text(every_version(view.opened.corpus)).filter(
        symbol=row["symbol"], language=view.text_language
    )
    asks = _asks(counted["directives"].item(), row["symbol"], view.text_language, view.labels.language)
    date = view.labels.date(row["adopted_on"]) if row["adopted_on"] else "?"
    edition = view.linked(row["symbol"])
    sentence = view.sentence(f"front.{row['how']}", edition=edition, date=date, asks=asks, **_votes(row))
    return view.prose(sentence, *news).html


def _sorted(view: View) -> str:
    """In which language it was counted, by whom, and how surely, where that was measured."""
    language = view.labels.language_name(view.text_language)
    sentences = [view.sentence("counted.in", language=language)]
    measured = accuracy("classes", language=view.text_language).filter(gold=LEAST_SEEN[0]).drop_nulls("f1")
    for row in measured.head(1).iter_rows(named=True):
        figures = {name: f"{row[name]:.2f}" for name in ("f1", "low", "high")}
        sentences.append(view.sentence("front.sorted", documents=row["documents"], language=language, **figures))
    return view.prose(*sentences, _paired(view), *_elsewhere(view)).html


def _paired(view: View) -> Markup:
    """How surely two editions are paired, which tells what is new in the later."""
    from ecoanalysis.evaluate.across_editions.gold_links import score_links, total_links

    scores = score_links()
    links, types = (f"{score.f1:.2f}" for score in total_links(scores))
    return view.sentence("front.linked", pairs=len(scores), links=links, types=types)


def _elsewhere(view: View) -> Iterator[Markup]:
    """How many paragraphs are new, and only take note, in the other languages of the text, where that differs."""
    from ecoanalysis.measures.survival import new_and_kept
    from ecoanalysis.measures.tables_at_hand import series_tables_of

    assert view.opened.series is not None
    id, corpus = view.opened.series.id, view.opened.corpus
    ours = _new_by_deed(new_and_kept(view.opened).filter(symbol=view.symbol))
    for language in view.opened.series.languages:
        rows = new_and_kept(series_tables_of(id, corpus, language)).filter(symbol=view.symbol)
        theirs = _new_by_deed(rows)
        if rows.is_empty() or {does: len(ids) for does, ids in theirs.items()} == {d: len(i) for d, i in ours.items()}:
            continue
        counted = {"new": sum(map(len, theirs.values())), "noting": len(theirs["notes"])}
        numbers = view.numbers(counted, "new", "noting", symbol=view.symbol, language=language)
        named = view.labels.language_name(language)
        yield view.sentence("front.other", language=named, asks=len(theirs["asks"]), **numbers)
        kept = {id for ids in rows.filter(share="kept")["paragraphs"] for id in ids}
        if there := [id for id in ours["asks"] if id in kept]:
            yield view.sentence("front.kept_there", paragraphs=view.links(there, view.symbol))


def _new_by_deed(rows: pl.DataFrame) -> dict[str, list[str]]:
    """The new paragraphs of an edition by what they do."""
    new = dict(rows.filter(share="new").select("does", "paragraphs").iter_rows())
    return {does: list(new.get(does, ())) for does in DOES}


def _votes(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("yes", "no", "abstain")}


def _statements(view: View) -> dict[str, Any]:
    """The leading statement that holds, else the plain sentence about the corpus; and the next ones."""
    from ecoanalysis.show.contrast import new_and_kept_figure
    from ecoanalysis.show.passages import findings

    made = findings.statements(view)
    holding = [{"says": str(_with_doubts(view, each)), "row": findings.anchor(each)} for each in made if each.qualifies]
    leads = holding[0] if holding else {"says": str(findings.at_hand(view, "front.none")), "row": ""}
    drawn = new_and_kept_figure(view).html if holding and made[0].template == "new_paragraphs_note" else ""
    return {"headline": leads["says"], "row": leads["row"], "own": drawn, "proofs": holding[1 : 1 + _PROOFS]}


def _with_doubts(view: View, finding: Finding) -> Markup:
    """A statement, and in small print what may speak against it."""
    from ecoanalysis.show.passages import findings

    doubts = (markup("<br><small>{}</small>", doubt) for doubt in findings.doubts(view, finding))
    return markup("").join([findings.sentence(view, finding), *doubts])


def doors(plan: Plan, language: str, plain: Sequence[str]) -> list[dict[str, Any]]:
    """Return who a reader may be, each with a sentence and the pages of this site that serve them."""
    say = labels(language)
    titles = {page.name: page.title for page in plan.of(language)} | {name: say[f"{name}_title"] for name in plain}
    shown = []
    for who, names in _DOORS:
        links = [(f"{name}.html", titles[name]) for name in names if name in titles]
        if links:
            shown.append({"title": say[f"door_{who}"], "says": say[f"door_{who}_says"], "links": links})
    return shown


def coming(corpus: Corpus, language: str) -> list[dict[str, Any]]:
    """Return what falls due next, the soonest first: when, from whom, about what, and where that is asked."""
    say = words(language)
    frame = due(corpus, language=language).filter(status="open").head(_DUE)
    return [
        {
            "when": _months(row),
            "what": say(f"obligation.{row['kind']}"),
            "who": say.join(_names(row["reporter"], language)),
            "subject": row["subject"] or "",
            "tag": language_of(row["subject_language"] or row["languages"][0]).tag,
            "href": paragraph_link(row["symbol"], row["paragraph"]),
            "place": labels(language)["cite_operative"].format(symbol=row["symbol"], paragraph=row["paragraph"]),
        }
        for row in frame.iter_rows(named=True)
    ]


def as_of(corpus: Corpus, language: str) -> str:
    """Say up to which edition it is known what was done of what falls due."""
    from ecoanalysis.measures.tables_at_hand import every_version

    return words(language)("due.as_of", **last_edition(every_version(corpus)))


def _months(row: Mapping[str, Any]) -> str:
    return row["due_from"] if row["due_from"] == row["due_to"] else f"{row['due_from']} – {row['due_to']}"


def _names(ids: str | None, language: str) -> list[str]:
    return [registry().label(id, language) for id in (ids or "").split(", ") if id]


def latest(corpus: Corpus, language: str) -> list[dict[str, Any]]:
    """Return the latest resolutions, each with its date, its title and how much it asks, all counted alike."""
    from ecoanalysis.measures.tables_at_hand import every_version

    versions = {version.symbol: version for version in versions_at_hand(corpus)}
    versions |= {version.symbol: version for version in versions_at_hand(corpus) if version.language == language}
    titles = titles_in(versions_at_hand(corpus), language)
    last = list(versions.values())[-_LATEST:]
    counted = counts.per_text(every_version(corpus)).select("symbol", "language", "directives").iter_rows()
    directives = {(symbol, spoken): count for symbol, spoken, count in counted}
    main = max(Counter(spoken for _, spoken in directives).items(), key=lambda entry: entry[1], default=("", 0))[0]
    return [
        {
            "symbol": version.symbol,
            "adopted_on": version.adopted_on,
            "title": title or version.title,
            "tag": language_of(language if title else version.language).tag,
            "href": reading_page(version.symbol),
            "asks": _asks(*_counted(directives, version, main), language),
            "has_text": version.has_text,
        }
        for version in sorted(last, key=lambda each: (each.adopted_on, each.symbol), reverse=True)
        for title in [titles.get((version.language, version.title.casefold()))]
    ]


def _counted(directives: Mapping[tuple[str, str], int], version: Version, main: str) -> tuple[int, str, str]:
    """How much a version asks, in the language that most texts are counted in where it is at hand in it."""
    spoken = main if (version.symbol, main) in directives else version.language
    return directives[version.symbol, spoken], version.symbol, spoken


def _asks(count: int, symbol: str, spoken: str, language: str) -> Any:
    number = Measured(count, "directives", symbol=symbol, language=spoken)
    return markup(labels(language)["asks"]).format(directives=number)


def holdings(corpus: Corpus, language: str) -> Any:
    """Say of how many resolutions the site has facts and the full text, and which belong to the series it is of."""
    from ecoanalysis.recurring.at_hand import open_series

    say = labels(language)
    versions = {version.symbol: version for version in versions_at_hand(corpus)}
    texts = {version.symbol for version in versions_at_hand(corpus) if version.has_text}
    counted = {"all": Count(len(versions)), "texts": Count(len(texts))}
    if not (main := main_series(corpus)):
        return say["held"].format(**counted)
    members = {member.symbol for member in open_series(main, corpus).members}
    first = min(versions[symbol].adopted_on[:4] for symbol in members if symbol in versions)
    others = [f"{symbol}{_year(version, language)}" for symbol, version in versions.items() if symbol not in members]
    named = {"editions": Count(len(members)), "first": first}
    if not others:
        return say["held_only"].format(**counted, **named)
    shown = others if len(others) <= _NAMED else [words(language)("subject.resolutions", resolutions=len(others))]
    return say["held_series"].format(**counted, **named, others=words(language).join(shown))


def _year(version: Version, language: str) -> str:
    return words(language).bracketed(version.adopted_on[:4] or "?")


def sure(language: str) -> dict[str, Any]:
    """Return how often some kinds of fact were read as readers read them, in documents not used to write the rules.

    ``on`` says which documents, ``rows`` are the kinds; empty where nothing was measured.
    """
    spoken, shown = least_seen(language, *SURE)
    if not shown:
        return {}
    documents = Count(max(row["documents"] for row in shown))
    on = labels(language)["sure_on"].format(documents=documents, language=words(language).language_name(spoken))
    return {"on": on, "rows": [_measured(row, language) for row in shown]}


def _measured(row: Mapping[str, Any], language: str) -> dict[str, Any]:
    shown = {name: f"{row[name]:.2f}" for name in ("f1", "low", "high")}
    places = {"left": 100 * row["low"], "wide": 100 * (row["high"] - row["low"]), "place": 100 * row["f1"]}
    named = {
        "kind": words(language)(f"quality.{row['facts']}"),
        "of": labels(language)["sure_of"].format(n=Count(row["n"])),
    }
    return shown | {name: f"{place:.1f}" for name, place in places.items()} | named
