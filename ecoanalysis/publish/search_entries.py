"""What a reader can find in the site: pages, bodies, themes, resolutions, and every paragraph."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon import INTERFACE, theme_names
from ecoanalysis.lexicon.translations import translated
from ecoanalysis.publish.page import labels
from ecoanalysis.publish.search_index import SearchEntry, write_index
from ecoanalysis.show.addresses import paragraph_link, reading_page

if TYPE_CHECKING:
    import polars as pl

    from ecoanalysis.corpus import Corpus
    from ecoanalysis.publish.plan import PagePlan, Plan
    from ecoanalysis.show.row import Row

_Key = tuple[str, str]  # symbol, paragraph: alike in every language
_PLACE = ("symbol", "paragraph")
_NO_WORDS = ("title", "closing")


def write_search(site: Path, plan: Plan, corpus: Corpus, language: str) -> None:
    """Write the index of one language: pages, bodies, themes, resolutions, then the paragraphs of the latest first."""
    entries = [*_pages(plan, language), *_editions(corpus, language), *_paragraphs(corpus, language)]
    write_index(site / "assets" / f"search-{language}", entries)


def _pages(plan: Plan, language: str) -> Iterator[SearchEntry]:
    from ecoanalysis.publish.site import MENU, plain_pages

    say = labels(language)
    menu = {name: say[f"menu_{group}"] for group, names in MENU.items() for name in names}
    for page in plan.of(language):
        agency, theme = (str(page.parameters.get(name) or "") for name in ("agency", "theme"))
        kind, also = "page", " ".join(filter(None, (page.summary, menu.get(page.name, ""), *_headings(page))))
        if page.count is not None:
            kind = "agency" if agency else "theme" if theme else "page"
        if agency:
            also = f"{_names(agency)} {agency}"
        elif theme:
            also = f"{also} {_theme_names().get(theme, '')}"
        yield SearchEntry(kind, page.title, f"{page.name}.html", also=also)
    for name in plain_pages(plan):
        also = f"{say.get(f'{name}_lead', '')} {menu.get(name, '')}"
        yield SearchEntry("page", say[f"{name}_title"], f"{name}.html", also=also)


def _headings(page: PagePlan) -> Iterator[str]:
    """The headings of a page in its language: what its notebook says in cells of that language, or of none."""
    for cell in json.loads(page.notebook.read_text(encoding="utf-8"))["cells"]:
        tags = cell["metadata"].get("tags", ())
        if cell["cell_type"] == "markdown" and (page.language in tags or not {*tags} & {*INTERFACE}):
            yield from re.findall(r"(?m)^#+ (.+)", "".join(cell["source"]))


@cache
def _names(agency: str) -> str:
    """All names of a body, in every language."""
    from ecoanalysis.lexicon.bodies import registry

    if agency not in registry():
        return agency
    return " ".join(name for body in registry()[agency].names.values() for name in (body.name, *body.aliases))


@cache
def _theme_names() -> dict[str, str]:
    """What each theme is called, in every language."""
    from ecoanalysis.lexicon import languages

    names: dict[str, str] = {}
    for language in languages():
        for theme, name in theme_names(language).items():
            names[theme] = f"{names.get(theme, '')} {name}"
    return names


def _editions(corpus: Corpus, language: str) -> Iterator[SearchEntry]:
    from ecoanalysis.recurring.at_hand import versions_at_hand

    titles: dict[str, dict[str, str]] = {}
    for version in reversed(versions_at_hand(corpus)):
        titles.setdefault(version.symbol, {})[version.language] = version.title
    for symbol, names in titles.items():
        shown = names.get(language) or next(iter(names.values()))
        yield SearchEntry("edition", symbol, reading_page(symbol), shown, " ".join(names.values()))


def _paragraphs(corpus: Corpus, language: str) -> Iterator[SearchEntry]:
    """Every paragraph once: by its words where the text is shipped, by what was found in it in every language.

    What is shown is in the page's language, where anything of the paragraph is; words of another stand behind it.
    """
    from ecoanalysis.editions import FactTables
    from ecoanalysis.lexicon.labels import labels as words
    from ecoanalysis.recurring.at_hand import one_each, versions_at_hand
    from ecoanalysis.show.row import clause_rows

    versions = versions_at_hand(corpus)
    texts = {version.symbol: version for version in one_each([each for each in versions if each.has_text], language)}
    chosen = [texts.get(version.symbol, version) for version in one_each(versions, language)]
    tables = FactTables([(version.document, version.part) for version in reversed(chosen)], corpus)
    every = FactTables([(version.document, version.part) for version in versions], corpus)
    frame = tables["paragraphs"].filter(~tables["paragraphs"]["section"].is_in(_NO_WORDS))
    listed = clause_rows(every, words(language))
    rows, apart = replace(listed, other=listed), labels(language)["semicolon"]
    also, why = _names_in(every), _words_in(every, language)
    for row in frame.iter_rows(named=True):
        key = row["symbol"], row["paragraph"]
        name, href = f"{row['symbol']} {row['paragraph']}", paragraph_link(*key)
        text = row["text"] or ""
        facts = "" if text and row["language"] == language else apart.join(map(_labelled, rows.of(*key)))
        shown = " | ".join(filter(None, (facts, text)))
        yield SearchEntry("paragraph", name, href, shown, " ".join(also.get(key, ())), tuple(why.get(key, ())))


def _labelled(row: Row) -> str:
    return " · ".join(dict.fromkeys((*row.label, *row.terms)))


_FoundBy = dict[_Key, dict[str, None]]  # by which words each paragraph is found, in order


def _rows_of(tables: Mapping[str, pl.DataFrame], table: str, found_by: _FoundBy, *columns: str) -> Iterator[Any]:
    """The rows of a table: the words of each one's paragraph, to be added to, and the columns named."""
    for symbol, paragraph, *values in tables[table].select(*_PLACE, *columns).iter_rows():
        yield found_by.setdefault((symbol, paragraph), {}), values


def _names_in(tables: Mapping[str, pl.DataFrame]) -> _FoundBy:
    """The words and names that a paragraph is found by: those of its texts, bodies, themes, what it cites."""
    from ecoanalysis.lexicon.labels import labels as words_of
    from ecoanalysis.show.row import usual_rendering

    found_by: _FoundBy = {}
    report = [words_of(language)("obligation.report") for language in INTERFACE]
    for words, (verb, lemma, act, language) in _rows_of(
        tables, "clauses", found_by, "verb", "lemma", "act_verb", "language"
    ):
        words |= dict.fromkeys((verb, lemma, act or "", usual_rendering(lemma, language)))
        words |= dict.fromkeys(_called(act or "", "acts", language, each) for each in INTERFACE)
    for words, _ in _rows_of(tables, "reports", found_by):
        words |= dict.fromkeys(report)
    for words, (agency, surface) in _rows_of(tables, "agencies", found_by, "agency", "surface"):
        words |= dict.fromkeys((surface or "", _names(agency) if agency else ""))
    for words, (theme, terms) in _rows_of(tables, "themes", found_by, "theme", "terms"):
        words |= dict.fromkeys((_theme_names().get(theme, ""), *(terms or ())))
    for words, cited in _rows_of(tables, "citations", found_by, "cited", "surface", "date"):
        words |= dict.fromkeys(str(each) for each in cited if each)
    return found_by


def _words_in(tables: Mapping[str, pl.DataFrame], wanted: str) -> _FoundBy:
    """The words that a paragraph is found by and that its row has not: in each other language that pages are in.

    The verbs that ask, and terms; its themes by their names in the language of the page.
    """
    from ecoanalysis.show.row import usual_rendering

    names, others = theme_names(wanted), [language for language in INTERFACE if language != wanted]
    found_by: _FoundBy = {}
    for words, (lemma, band, language) in _rows_of(tables, "clauses", found_by, "lemma", "band", "language"):
        if band:
            words[lemma if language != wanted else usual_rendering(lemma, language)] = None
    for words, (theme, terms, language) in _rows_of(tables, "themes", found_by, "theme", "terms", "language"):
        named = (_called(term.lower(), "terms", language, other) for term in terms or () for other in others)
        words |= dict.fromkeys(named)
        words[names.get(theme, "")] = None
    return {key: dict.fromkeys(filter(None, words)) for key, words in found_by.items()}


_called = cache(translated)
