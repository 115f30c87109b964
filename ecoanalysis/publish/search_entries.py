"""What a reader can find in the site: pages, bodies, themes, resolutions, and every paragraph."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.lexicon import INTERFACE
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
    from ecoanalysis.lexicon import languages, theme_names

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
    rows, also, apart = (
        clause_rows(every, words(language)),
        _also(every),
        labels(language)["semicolon"],
    )
    for row in frame.iter_rows(named=True):
        key = row["symbol"], row["paragraph"]
        name, href = f"{row['symbol']} {row['paragraph']}", paragraph_link(*key)
        text = row["text"] or ""
        facts = "" if text and row["language"] == language else apart.join(map(_labelled, rows.of(*key)))
        yield SearchEntry("paragraph", name, href, " | ".join(filter(None, (facts, text))), " ".join(also.get(key, ())))


def _labelled(row: Row) -> str:
    return " · ".join(row.label)


def _also(tables: Mapping[str, pl.DataFrame]) -> dict[_Key, list[str]]:
    """What else a paragraph is found by: its verbs, bodies, terms, themes, reports and what it cites."""
    from ecoanalysis.lexicon.labels import labels as words_of

    due = " ".join(words_of(language)("obligation.report") for language in INTERFACE)
    themes = _theme_names()
    found_by: dict[_Key, list[str]] = {}

    def add(table: str, *columns: str) -> Iterable[tuple[list[str], tuple[object, ...]]]:
        for row in tables[table].select(*_PLACE, *columns).iter_rows():
            yield found_by.setdefault((row[0], row[1]), []), row[2:]

    for words, (verb, lemma, act_verb) in add("clauses", "verb", "lemma", "act_verb"):
        words += filter(None, map(str, (verb, lemma, act_verb or "")))
    for words, _ in add("reports"):
        words.append(due)
    for words, (agency, surface) in add("agencies", "agency", "surface"):
        words += [str(surface or ""), _names(str(agency)) if agency else ""]
    for words, (id, hits) in add("themes", "theme", "terms"):
        words += [themes.get(str(id), ""), *(hits if isinstance(hits, list) else ())]
    for words, (symbol, surface, date) in add("citations", "cited", "surface", "date"):
        words += filter(None, map(str, (symbol or "", surface or "", date or "")))
    return found_by
