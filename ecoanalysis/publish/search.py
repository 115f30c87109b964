"""The search index of a site: a classic script, since a page opened from disk may load nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.files import write_text
from ecoanalysis.publish.page import labels
from ecoanalysis.show.addresses import paragraph_link, reading_page

if TYPE_CHECKING:
    import polars as pl

    from ecoanalysis.corpus import Corpus
    from ecoanalysis.publish.plan import Plan

Entry = tuple[str, str, str, str, str]
"""Kind, what it is called, address, what is shown beside, and further words it is found by."""

_WORDS = 90  # characters of a paragraph that are shown, and searched
_MOST = 12_000  # paragraphs: beyond, those of the latest editions


def write_search(site: Path, plan: Plan, corpus: Corpus, language: str) -> None:
    """Write the index of one language: pages, agencies, themes, editions, and paragraphs by their first words."""
    entries = [*_pages(plan, language), *_editions(corpus), *_paragraphs(corpus, language)]
    written = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    write_text(site / "assets" / f"search-{language}.js", f"window.searchIndex={written};\n")


def _pages(plan: Plan, language: str) -> Iterator[Entry]:
    from ecoanalysis.lexicon.bodies import registry
    from ecoanalysis.publish.site import plain_pages

    for page in plan.of(language):
        agency = str(page.parameters.get("agency") or "")
        kind, also = "page", page.summary
        if page.count is not None:
            kind = "agency" if agency else "theme" if page.parameters.get("theme") else "page"
        if agency and agency in registry():
            names = list(registry()[agency].names.values())
            also = " ".join([*(name for body in names for name in (body.name, *body.aliases)), agency])
        yield kind, page.title, f"{page.name}.html", "", also
    for name in plain_pages(plan):
        yield "page", labels(language)[f"{name}_title"], f"{name}.html", "", ""


def _editions(corpus: Corpus) -> Iterator[Entry]:
    from ecoanalysis.editions import versions_at_hand

    titles: dict[str, list[str]] = {}
    for version in versions_at_hand(corpus):
        titles.setdefault(version.symbol, []).append(version.title)
    for symbol, names in titles.items():
        yield "edition", symbol, reading_page(symbol), " ".join(dict.fromkeys(names)), ""


def _paragraphs(corpus: Corpus, language: str) -> Iterator[Entry]:
    from ecoanalysis.editions import FactTables, one_each, versions_at_hand

    texts = [version for version in versions_at_hand(corpus) if version.has_text]
    chosen = one_each(texts, language)
    tables = FactTables([(version.document, version.part) for version in reversed(chosen)], corpus)
    frame = tables["paragraphs"].filter(~tables["paragraphs"]["section"].is_in(["title", "closing"])).head(_MOST)
    also = _naming(tables, language)
    for row in frame.iter_rows(named=True):
        name, place = f"{row['symbol']} {row['paragraph']}", paragraph_link(row["symbol"], row["paragraph"])
        key = row["document"], row["part"], row["paragraph"]
        yield "paragraph", name, place, (row["text"] or "")[:_WORDS], " ".join(also.get(key, ()))


def _naming(tables: Mapping[str, pl.DataFrame], language: str) -> dict[tuple[str, int, str], list[str]]:
    """The themes of each paragraph and the bodies it names, in the site's language."""
    from ecoanalysis.lexicon import theme_names
    from ecoanalysis.lexicon.bodies import registry

    names = theme_names(language)
    naming: dict[tuple[str, int, str], list[str]] = {}
    for document, part, paragraph, theme in tables["themes"].select(*_PLACE, "theme").iter_rows():
        naming.setdefault((document, part, paragraph), []).append(names[theme])
    bodies = tables["agencies"].select(*_PLACE, "agency").drop_nulls().unique(maintain_order=True)
    for document, part, paragraph, agency in bodies.iter_rows():
        naming.setdefault((document, part, paragraph), []).append(registry().short(agency, language))
    return naming


_PLACE = ("document", "part", "paragraph")
