"""What belongs to the site and to no single page: its entry, each language's index, and the shared assets."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.files import write_text
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import Count
from ecoanalysis.lexicon.labels import labels as words
from ecoanalysis.model.facts import Band, Clause, Facts
from ecoanalysis.publish.lessons import lesson_pages
from ecoanalysis.publish.page import Link, labels
from ecoanalysis.publish.plan import PagePlan, Plan
from ecoanalysis.show.addresses import paragraph_link, reading_page
from ecoanalysis.show.render import TEMPLATES, render

if TYPE_CHECKING:
    from markupsafe import Markup

    from ecoanalysis.corpus import Corpus

_BANDS: tuple[Band, ...] = ("D5", "D4", "D3", "D2", "D1")


def write_assets(site: Path) -> None:
    """Write the style sheet, the script and the icon that all pages share."""
    for asset in sorted((TEMPLATES / "assets").iterdir()):
        write_text(site / "assets" / asset.name, asset.read_text(encoding="utf-8"))


def navigation(plan: Plan, language: str) -> tuple[Link, ...]:
    """Return the navigation of a language: its pages in order, without lessons and those made by the dozen."""
    words_of = labels(language)
    listed = lesson_pages(plan, language)
    reports = [page for page in plan.of(language) if page.count is None and page not in listed]
    pages = [Link(page.title, f"{page.name}.html") for page in reports]
    links = [Link(words_of[f"{name}_title"], f"{name}.html") for name in plain_pages(plan)]
    return (Link(words_of["home"], "index.html"), *pages, *links)


def plain_pages(plan: Plan) -> tuple[str, ...]:
    """Return the names of the pages that no notebook makes and the navigation has."""
    return ("editions", *(["lessons"] if lesson_pages(plan) else []), "codebook", "downloads")


def index_body(
    plan: Plan,
    language: str,
    editions: Sequence[Facts],
    failures: Mapping[str, str],
    corpus: Corpus,
    made_by: str,
) -> str:
    """Return the body of a language's index: what was found, what could not be made, and a card for each page.

    Parameters
    ----------
    plan
        The plan, for the pages and their titles.
    language
        Language of the index.
    editions
        The editions that are told of, the latest last.
    failures
        Why which pages (by address) could not be made.
    corpus
        What the site is made from: its series is told of, and the files that could not be used are.
    made_by
        The hash of the program: what is told of the series is kept for it.
    """
    pages = plan.of(language)
    grouped = groupby(sorted(pages, key=lambda page: page.section != ""), key=lambda page: page.section)
    return str(
        render(
            "index.html.j2",
            labels=labels(language),
            site=plan.title[language],
            editions=[_edition(facts, language) for facts in reversed(editions)],
            course=corpus.remember(f"found-{language}-{made_by}", lambda: _found(corpus, language)),
            sections=[{"title": section, "cards": [_card(page) for page in group]} for section, group in grouped],
            failures=[_failure(page, failures[page.address]) for page in pages if page.address in failures],
            unread=[(name, _without_folder(cause, corpus)) for name, cause in corpus.failures],
            held=labels(language)["held"].format(resolutions=Count(len(corpus.editions()))),
            version=corpus.version,
        )
    )


def _without_folder(cause: str, corpus: Corpus) -> str:
    """A message without where the corpus lies on this machine."""
    folders = (corpus.listing.folder, corpus.listing.folder.resolve())
    return reduce(lambda words, folder: words.replace(f"{folder}{os.sep}", ""), folders, cause)


def _found(corpus: Corpus, language: str) -> dict[str, str]:
    """What is found in the corpus, in sentences and one picture: the course of its series, else whom all of it asks."""
    from ecoanalysis.readings import agency, series
    from ecoanalysis.recurring.at_hand import main_series
    from ecoanalysis.views import open_chronicle, open_dossier

    if main := main_series(corpus):
        view = open_chronicle(main, corpus, language)
        words = series.about(view) + series.due(view)
        return {"title": "course", "words": words.html, "picture": series.carried(view).html}
    return {"title": "whole", "words": "", "picture": agency.overview(open_dossier(corpus, "", language)).html}


def entry_body(plan: Plan, editions: Mapping[str, Sequence[Facts]]) -> str:
    """Return the body of the site's entry: one door for each language, with the latest edition in two sentences."""
    doors = [
        {
            "language": language,
            "labels": labels(language),
            "site": plan.title[language],
            "sentences": [
                sentence
                for facts in editions[language][-1:]
                for sentence in findings(facts, language, f"{language}/")[:3]
            ],
        }
        for language in plan.languages
    ]
    return str(render("entry.html.j2", doors=doors))


def findings(facts: Facts, language: str, root: str = "") -> list[Markup]:
    """Return what was found in an edition as sentences that compute their figures and link to their paragraphs.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> facts = eco.extract_facts(eco.parse_resolution(eco.sample()))
    >>> "39 operative paragraphs" in findings(facts, "en")[0]
    True
    """
    sentences = _Findings(facts, language, root)
    return [
        sentences.shape(),
        *(sentences.directives() if sentences.asked else [sentences.say("s_none")]),
        *sentences.agencies(),
        *sentences.reports(),
    ]


class _Findings:
    """The sentences about one edition in one language."""

    def __init__(self, facts: Facts, language: str, root: str) -> None:
        self.facts = facts
        self.language = language
        self.root = root
        self.labels = labels(language)
        self.asked = [clause for clause in facts.clauses if clause.cls == "DIR"]

    def say(self, key: str, **values: Any) -> Markup:
        from markupsafe import Markup

        counted = {name: Count(value) if isinstance(value, int) else value for name, value in values.items()}
        return Markup(self.labels[key]).format(**counted)

    def shape(self) -> Markup:
        resolution = self.facts.resolution
        parts = Counter(paragraph.part for paragraph in resolution.paragraphs)
        adopted = self.say("s_adopted", date=self.dated(resolution.adopted_on)) if resolution.adopted_on else ""
        return self.say(
            "s_shape",
            symbol=resolution.symbol,
            title=self.marked(resolution.title or ""),
            adopted=adopted,
            preamble=parts["preamble"],
            operative=parts["operative"],
            clauses=len(self.facts.clauses),
        )

    def directives(self) -> list[Markup]:
        paragraphs = list(dict.fromkeys(clause.paragraph for clause in self.asked))
        buried = sum(clause.index > 1 for clause in self.asked)
        sentences = [self.say("s_directives", directives=len(self.asked), paragraphs=len(paragraphs), buried=buried)]
        bands = Counter(clause.band for clause in self.asked if clause.band)
        strongest = next((band for band in _BANDS if bands[band]), None)
        if strongest:
            strong = [clause for clause in self.asked if clause.band == strongest]
            verbs = self.labels["list"].join(dict.fromkeys(clause.lemma for clause in strong))
            band = self.band(strongest)
            sentences.append(
                self.say(
                    "s_strongest",
                    verbs=self.marked(verbs),
                    band=band,
                    count=len({clause.paragraph for clause in strong}),
                    places=self.places(strong),
                )
            )
            counted = self.labels["list"].join(f"{self.band(band)} {bands[band]}" for band in _BANDS if bands[band])
            sentences.append(self.say("s_bands", bands=counted))
        return [*sentences, *self.hedges()]

    def hedges(self) -> list[Markup]:
        hedges = Counter(hedge.surface for clause in self.asked for hedge in clause.softened_by)
        if not hedges:
            return []
        (hedge, times), *_ = hedges.most_common(1)
        hedged = sum(bool(clause.softened_by) for clause in self.asked)
        return [self.say("s_hedges", hedged=hedged, hedge=self.marked(hedge), times=times)]

    def agencies(self) -> list[Markup]:
        named = {mention.agency or mention.surface for mention in self.facts.agencies}
        asked = bodies_asked(self.asked)
        if not asked:
            return []
        (_, times), *_ = asked.most_common(1)
        most = self.labels["list"].join(
            registry().label(body, self.language) for body, count in asked.items() if count == times
        )
        return [self.say("s_agencies", named=len(named), asked=len(asked), most=most, times=times)]

    def reports(self) -> list[Markup]:
        asking = [clause for clause in self.facts.clauses if clause.report]
        return [self.say("s_report", reports=len(asking), places=self.places(asking))] if asking else []

    def places(self, clauses: Iterable[Clause]) -> Markup:
        """The clauses' paragraphs, each as a link."""
        from markupsafe import Markup

        symbol = self.facts.resolution.symbol or ""
        links = [
            Markup('<a href="{}">{}</a>').format(self.root + paragraph_link(symbol, paragraph), paragraph)
            for paragraph in dict.fromkeys(clause.paragraph for clause in clauses)
        ]
        return Markup(self.labels["list"]).join(links)

    def band(self, band: Band) -> str:
        return f"{band} {words(self.language)(f'band.{band}')}"

    def marked(self, words: str) -> Markup:
        """Words of the text, in its own language."""
        from markupsafe import Markup

        return Markup('<span lang="{}">{}</span>').format(language_of(self.facts.resolution.language).tag, words)

    def dated(self, day: date) -> Markup:
        from markupsafe import Markup

        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words(self.language).date(day))


def bodies_asked(clauses: Iterable[Clause]) -> Counter[str]:
    """Count in how many clauses each registered body is asked to act, itself or by a word that stands for it."""
    return Counter(body for clause in clauses for body in clause.bodies)


def _edition(facts: Facts, language: str) -> dict[str, Any]:
    resolution, words_of = facts.resolution, labels(language)
    parts = Counter(paragraph.part for paragraph in resolution.paragraphs)
    directives = [clause for clause in facts.clauses if clause.cls == "DIR"]
    figures = {
        "n_operative": parts["operative"],
        "n_clauses": len(facts.clauses),
        "n_directives": len(directives),
        "n_asked": len(bodies_asked(directives)),
        "n_citations": len(facts.citations),
    }
    return {
        "symbol": resolution.symbol,
        "title": resolution.title or "",
        "tag": language_of(resolution.language).tag,
        "href": reading_page(str(resolution.symbol)),
        "figures": [(number, words_of[key]) for key, number in figures.items()],
        "sentences": findings(facts, language),
    }


def _card(page: PagePlan) -> dict[str, Any]:
    return {"title": page.title, "summary": page.summary, "href": f"{page.name}.html", "count": page.count}


def _failure(page: PagePlan, cause: str) -> dict[str, str]:
    return {"title": page.title, "cause": cause, "half_run": f"../failed/{failed_copy(page)}"}


def failed_copy(page: PagePlan) -> str:
    """Return the file name under which a page's half-run notebook is kept."""
    return f"{page.language}-{page.name}.ipynb"
