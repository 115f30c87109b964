"""What belongs to the site and to no single page: its entry, each language's index, and the shared assets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.files import write_text
from ecoanalysis.lexicon.labels import Count
from ecoanalysis.measures import asked, counts, force
from ecoanalysis.measures.frames import BANDS, directives
from ecoanalysis.publish import front
from ecoanalysis.publish.lessons import lesson_pages
from ecoanalysis.publish.page import NavigationEntry, labels
from ecoanalysis.publish.plan import PagePlan, Plan
from ecoanalysis.show.addresses import paragraph_link, without_folders
from ecoanalysis.show.html import markup
from ecoanalysis.show.palette import style_sheet
from ecoanalysis.show.render import TEMPLATES, render
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

    from ecoanalysis.corpus import Corpus

_BANDS = tuple(reversed(BANDS))


def write_assets(site: Path) -> None:
    """Write the style sheet, the script and the icon that all pages share."""
    for asset in sorted((TEMPLATES / "assets").iterdir()):
        written = asset.read_text(encoding="utf-8")
        write_text(site / "assets" / asset.name, style_sheet(written) if asset.suffix == ".css" else written)


def navigation(plan: Plan, language: str) -> tuple[NavigationEntry, ...]:
    """Return the navigation of a language: its pages by group, without lessons and those made by the dozen.

    Pages that belong to no group stand behind those that do, in their order.
    """
    words_of = labels(language)
    listed = lesson_pages(plan, language)
    reports = [page for page in plan.of(language) if page.count is None and page not in listed]
    titles = {page.name: page.title for page in reports} | {
        name: words_of[f"{name}_title"] for name in plain_pages(plan)
    }
    grouped = {name: group for group, names in MENU.items() for name in names if name in titles}
    others = {name: "" for name in titles if name not in grouped}
    entries = (
        NavigationEntry(titles[name], f"{name}.html", words_of[f"menu_{group}"] if group else "")
        for name, group in (grouped | others).items()
    )
    return (NavigationEntry(words_of["home"], "index.html"), *entries)


MENU = {
    "texts": ("editions", "edition"),
    "asked": ("agencies", "session", "countries", "due"),
    "change": ("course", "mandates", "compare", "pairs"),
    "sure": ("findings", "quality"),
    "learn": ("lessons", "codebook", "downloads"),
    "further": ("network", "words", "languages"),
}
"""Which pages stand under which word of the menu."""


def plain_pages(plan: Plan) -> tuple[str, ...]:
    """Return the names of the pages that no notebook makes and the navigation has."""
    pairs = ["pairs"] if any(page.needs == "series" or page.parameters.get("series") for page in plan.pages) else []
    return ("editions", *pairs, *(["lessons"] if lesson_pages(plan) else []), "codebook", "downloads")


def index_body(plan: Plan, language: str, failures: Mapping[str, str], corpus: Corpus, lead: Mapping[str, Any]) -> str:
    """Return the body of a language's index: what was found, its proof, who it serves, and every page.

    Parameters
    ----------
    plan
        The plan, for the pages and their titles.
    language
        Language of the index.
    failures
        Why which pages (by address) could not be made.
    corpus
        What the site is made from: its series is told of, and the files that could not be used are.
    lead
        What it says first.
    """
    pages, say = plan.of(language), labels(language)
    names = {page.name for page in pages}
    grouped = groupby(sorted(pages, key=lambda page: page.section != ""), key=lambda page: page.section)
    return str(
        render(
            "index.html.j2",
            labels=say,
            site=plan.title[language],
            lead=lead,
            proof_page=_first(names, "findings", "course"),
            findings="findings" in names,
            doors=front.doors(plan, language, plain_pages(plan)),
            due=front.coming(corpus, language),
            due_until=front.as_of(corpus, language),
            due_page=_first(names, "due"),
            latest=front.latest(corpus, language),
            sure=front.sure(language),
            quality_page=_first(names, "quality"),
            sections=[{"title": section, "cards": [_card(page) for page in group]} for section, group in grouped],
            failures=[
                _failure(page, without_folders(failures[page.address], corpus.listing.folder))
                for page in pages
                if page.address in failures
            ],
            unread=[(name, without_folders(cause, corpus.listing.folder)) for name, cause in corpus.failures],
            held=front.holdings(corpus, language),
        )
    )


def _first(names: Collection[str], *wanted: str) -> str:
    """The file of the first of some pages that the site has."""
    return next((f"{name}.html" for name in wanted if name in names), "")


def entry_body(plan: Plan, leads: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the body of the site's entry: it opens in the reader's language; without scripts, a door for each."""
    doors = [
        {
            "language": language,
            "labels": labels(language),
            "site": plan.title[language],
            "headline": _rooted(leads[language]["headline"], f"{language}/"),
        }
        for language in plan.languages
    ]
    return str(render("entry.html.j2", doors=doors))


def _rooted(words: str, root: str) -> str:
    """A sentence whose links lead into a folder."""
    return re.sub(r'href="(?!https?:)', f'href="{root}', words)


def findings(view: View, root: str = "") -> list[Markup]:
    """Return what was found in a text as sentences that compute their figures and link to their paragraphs.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_text
    >>> "39 operative paragraphs" in findings(view_text(language="en"))[0]
    True
    """
    extent = counts.per_text(view.tables).row(0, named=True)
    say = _Sentences(view, root)
    asks = say.directives(extent) if extent["directives"] else [say("s_none")]
    return [say.shape(extent), *asks, *say.agencies(), *say.reports()]


class _Sentences:
    """The sentences about one text in one language, the site's own words around measured numbers."""

    def __init__(self, view: View, root: str) -> None:
        self.view = view
        self.root = root
        self.labels = labels(view.labels.language)

    def __call__(self, key: str, **values: Any) -> Markup:
        from markupsafe import Markup

        counted = {name: Count(value) if type(value) is int else value for name, value in values.items()}
        return Markup(self.labels[key]).format(**counted)

    def shape(self, extent: Mapping[str, Any]) -> Markup:
        resolution = self.view.opened["resolutions"].row(0, named=True)
        adopted = self("s_adopted", date=self.dated(resolution["adopted_on"])) if resolution["adopted_on"] else ""
        counts = self.view.numbers(extent, "preamble", "operative", "clauses")
        language = self.view.labels.language_name(self.view.text_language)
        return self("s_shape", adopted=adopted, language=language, **counts)

    def directives(self, extent: Mapping[str, Any]) -> list[Markup]:
        counts = self.view.numbers(extent, "directives", "buried")
        sentences = [self("s_directives", paragraphs=self.view.number(extent["asking"], "asking"), **counts)]
        bands = dict(force.bands(self.view.tables).select("band", "directives").iter_rows())
        strongest = next((band for band in _BANDS if bands.get(band)), None)
        if strongest:
            strong = directives(self.view.tables).filter(band=strongest)
            paragraphs = strong["paragraph"].unique(maintain_order=True).to_list()
            lemmas = strong["lemma"].unique(maintain_order=True).to_list()
            band = self.view.labels(f"band.{strongest}")
            means = "" if lemmas == [band] else self.view.labels.bracketed(band)
            places, verbs = self.places(paragraphs), self.view.quotes(lemmas)
            sentences.append(self("s_strongest", verbs=verbs, band=means, count=len(paragraphs), places=places))
            counted = [f"{self.view.labels(f'band.{band}')} {bands[band]}" for band in _BANDS if bands[band]]
            sentences.append(self("s_bands", bands=self.labels["list"].join(counted)))
        return [*sentences, *self.hedges()]

    def hedges(self) -> list[Markup]:
        words = force.hedge_words(self.view.tables)
        if words.is_empty():
            return []
        hedge, times = words.select("hedge", "directives").row(0)
        hedged = force.hedging(self.view.tables)["hedged"][0]
        return [self("s_hedges", hedged=self.view.number(hedged, "hedged"), hedge=self.view.quote(hedge), times=times)]

    def agencies(self) -> list[Markup]:
        frame, row = (
            counts.directives_by(self.view.tables, "agency"),
            asked.addressing(self.view.tables).row(0, named=True),
        )
        if frame.is_empty():
            return []
        times = frame["directives"][0]
        most = self.labels["list"].join(map(self.view.body, frame.filter(directives=times)["agency"]))
        named = self.view.number(row["bodies_named"], "bodies_named")
        bodies = self.view.number(row["bodies_asked"], "bodies_asked")
        return [self("s_agencies", named=named, asked=bodies, most=most, times=times)]

    def reports(self) -> list[Markup]:
        asking = self.view.tables["reports"]["paragraph"].to_list()
        count = self.view.number(len(asking), "reports")
        return [self("s_report", reports=count, places=self.places(asking))] if asking else []

    def places(self, paragraphs: Iterable[str]) -> Markup:
        """Paragraphs, each as a link."""
        links = [
            markup('<a href="{}">{}</a>', self.root + paragraph_link(self.view.symbol, paragraph), paragraph)
            for paragraph in dict.fromkeys(paragraphs)
        ]
        return markup(self.labels["list"]).join(links)

    def dated(self, day: date) -> Markup:
        return markup('<time datetime="{}">{}</time>', day.isoformat(), self.view.labels.date(day))


def _card(page: PagePlan) -> dict[str, Any]:
    return {"title": page.title, "summary": page.summary, "href": f"{page.name}.html", "count": page.count}


def _failure(page: PagePlan, cause: str) -> dict[str, str]:
    return {"title": page.title, "cause": cause, "half_run": f"../failed/{page.notebook_copy}"}
