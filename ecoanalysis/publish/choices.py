"""What a plan's ``each`` stands for: agencies asked, themes treated and series found in what is at hand, counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ecoanalysis.corpus import Corpus
from ecoanalysis.hashes import source_version
from ecoanalysis.publish.plan import Choices, Each


def choices(corpus: Corpus) -> Choices:
    """Return what there is to choose from in a corpus; counted once, and remembered for this version of it.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> choices(open_corpus())(Each("agency", 20), "en")[0]
    ('undp', 'UNDP', 31)
    """
    counted: Mapping[str, Mapping[str, int]] = corpus.remember(
        f"choices-{source_version(__name__)}", lambda: _count(corpus)
    )

    def choose(each: Each, language: str) -> list[tuple[str, str, int]]:
        kept = sorted(((-count, id) for id, count in counted[each.kind].items() if count >= each.least))
        return [(id, _name(corpus, each.kind, id, language), -count) for count, id in kept]

    return choose


def about(corpus: Corpus, languages: Sequence[str]) -> tuple[Mapping[str, str], list[str]]:
    """Return what a corpus is about in each language, and what pages may need that it has; remembered likewise.

    It has a ``series`` where it is of one, ``recurrence`` where resolutions recur in it.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> about(open_corpus(), ["zh"])
    ({'zh': '联合国同经济合作组织的合作'}, ['series', 'recurrence'])
    """

    def tell() -> dict[str, Any]:
        from ecoanalysis.recurring.at_hand import main_series, series_at_hand
        from ecoanalysis.recurring.subject import subject

        subjects = {language: subject(corpus, language) for language in languages}
        recurrence = any(series.here for series in series_at_hand(corpus))
        there = {"series": main_series(corpus), "recurrence": recurrence}
        return {"subjects": subjects, "there": [need for need, met in there.items() if met]}

    remembered = corpus.remember(f"about-{'-'.join(languages)}-{source_version(__name__)}", tell)
    return remembered["subjects"], remembered["there"]


def text_read(corpus: Corpus) -> str:
    """Return the text that a page of one text reads: the latest that the corpus has, by its number.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> text_read(open_corpus())
    '75/324'
    """

    def tell() -> str:
        from ecoanalysis.recurring.at_hand import versions_at_hand

        symbols = [version.symbol for version in versions_at_hand(corpus) if version.has_text]
        return symbols[-1].partition("/RES/")[2] or symbols[-1] if symbols else ""

    symbol: str = corpus.remember(f"text-{source_version(__name__)}", tell)
    return symbol


def short_name(corpus: Corpus, language: str) -> str:
    """Return the short name that the lexicon has for the series that a corpus is of; empty where there is none.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> short_name(open_corpus(), "en")
    'UN–ECO resolutions'
    """

    def tell() -> str:
        from ecoanalysis.lexicon import language_of
        from ecoanalysis.recurring.at_hand import main_series

        return str(language_of(language).table("series").get(main_series(corpus), {}).get("short", ""))

    name: str = corpus.remember(f"short-{language}-{source_version(__name__)}", tell)
    return name


def _name(corpus: Corpus, kind: str, id: str, language: str) -> str:
    from ecoanalysis.lexicon import theme_names
    from ecoanalysis.lexicon.bodies import registry

    if kind == "series":
        from ecoanalysis.recurring.at_hand import series_at_hand

        return next(series.title(language) for series in series_at_hand(corpus) if series.id == id)
    return registry().short(id, language) if kind == "agency" else theme_names(language)[id]


def _count(corpus: Corpus) -> dict[str, Any]:
    import polars as pl

    from ecoanalysis.measures.asked import themes
    from ecoanalysis.measures.counts import directives_by
    from ecoanalysis.measures.tables_at_hand import tables_at_hand
    from ecoanalysis.recurring.at_hand import main_series, series_at_hand

    tables = tables_at_hand(corpus)
    bodies = dict(directives_by(tables, "agency").select("agency", "directives").iter_rows())
    treated = themes(tables).group_by("theme").agg(pl.col("count").sum())
    main = main_series(corpus)  # which has pages of its own
    series = {each.id: len(each.members) for each in series_at_hand(corpus) if each.here and each.id != main}
    return {"agency": bodies, "theme": dict(treated.iter_rows()), "series": series}
