"""Pages that no notebook makes: entry, index, editions, codebook, downloads, lessons."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.editions import read_editions
from ecoanalysis.files import write_text
from ecoanalysis.lexicon import INTERFACE, language_of
from ecoanalysis.lexicon.labels import labels as words
from ecoanalysis.parse.head.symbols import address
from ecoanalysis.publish.history import Followed, course_of, followed, write_history
from ecoanalysis.publish.manifest import Manifest, PageRecord, Sources, facts_hash, fresh
from ecoanalysis.publish.page import Frame, frame_page, labels, provenance
from ecoanalysis.recurring.at_hand import Version, titles_in, versions_at_hand
from ecoanalysis.show.addresses import reading_page
from ecoanalysis.show.html import Measured
from ecoanalysis.show.render import render

if TYPE_CHECKING:
    from ecoanalysis.corpus import Corpus
    from ecoanalysis.model.facts import Facts
    from ecoanalysis.publish.plan import Plan

_CHUNK = 12  # editions that a process writes at a time
_FEW = 24  # editions for which no other process is started


@dataclass(frozen=True)
class Plain:
    """What the pages are made from and where they go."""

    site: Path
    plan: Plan
    corpus: Corpus
    frames: Mapping[str, Frame]
    sources: Sources
    before: Manifest
    pieces: Sequence[Followed]
    """The series whose clauses can be followed."""
    leads: Mapping[str, Mapping[str, Any]]
    """What each language's front page says first."""


def write_plain(
    site: Path,
    plan: Plan,
    corpus: Corpus,
    frames: Mapping[str, Frame],
    sources: Sources,
    before: Manifest,
) -> tuple[Plain, dict[str, PageRecord]]:
    """Write the pages that depend on no notebook, and what they need beside them; return their entries, too."""
    from ecoanalysis.publish import front
    from ecoanalysis.publish.downloads import write_downloads
    from ecoanalysis.publish.lessons import write_lessons
    from ecoanalysis.publish.search_entries import write_search
    from ecoanalysis.publish.site import plain_pages

    pieces = followed(corpus, sources.package)
    leads = {language: front.leading(corpus, language, sources.package) for language in plan.languages}
    plain = Plain(site, plan, corpus, frames, sources, before, pieces, leads)
    entries = _editions(plain)
    files = write_downloads(site, corpus, renew=before.sources != asdict(sources))
    write_lessons(site, plan)
    for language in plan.languages:
        for name in plain_pages(plan):
            body = _PAGES[name](plain, language, files)
            title = labels(language)[f"{name}_title"]
            entries |= _write(plain, language, f"{language}/{name}.html", title, body, name)
        write_search(site, plan, corpus, language)
        write_history(site, corpus, pieces, language)
    return plain, entries


def write_fronts(plain: Plain, failures: Mapping[str, str]) -> dict[str, PageRecord]:
    """Write each language's index, which says what could not be made, and the site's entry; return their entries."""
    from ecoanalysis.publish.site import index_body

    entries: dict[str, PageRecord] = {}
    for language, lead in plain.leads.items():
        body = index_body(plain.plan, language, failures, plain.corpus, lead)
        entries |= _write(plain, language, f"{language}/index.html", plain.plan.title[language], body, "index")
    return entries | _entry(plain)


def _write(plain: Plain, language: str, address: str, title: str, body: str, kind: str) -> dict[str, PageRecord]:
    write_text(plain.site / address, frame_page(plain.frames[language], address, title, body, kind=kind))
    return {address: PageRecord(asdict(plain.sources), facts_hash(body))}


def _entry(plain: Plain) -> dict[str, PageRecord]:
    from ecoanalysis.publish.site import entry_body

    first, *others = plain.plan.languages
    bare = Frame(first, plain.plan.title[first], others=others, is_model=plain.corpus.is_model)
    body = entry_body(plain.plan, plain.leads)
    title = " · ".join(plain.plan.title.values())
    write_text(plain.site / "index.html", frame_page(bare, "index.html", title, body, kind="entry"))
    return {"index.html": PageRecord(asdict(plain.sources), facts_hash(body))}


def _list(plain: Plain, language: str, files: Sequence[Any]) -> str:
    """The editions at hand, the latest first."""
    directives, spoken = _directives(plain.corpus), words(language).language_name
    standings = _standings(plain.corpus, language)
    adoptions = _adoptions(plain.corpus, language)
    changes = _changes(plain.corpus, language, plain.sources.package)
    rows: list[dict[str, Any]] = [
        {
            "symbol": symbol,
            "title": _named(versions, language).title,
            "tag": language_of(_named(versions, language).language).tag,
            "adopted_on": versions[0].adopted_on,
            "href": reading_page(symbol),
            "texts": [spoken(version.language) for version in versions if version.has_text],
            "facts": [spoken(version.language) for version in versions if not version.has_text],
            "directives": _counted(versions, directives, spoken),
            "standing": standings.get(symbol, labels(language)["standing_single"]),
            "adoption": adoptions[symbol],
            "changed": changes.get(symbol, ""),
        }
        for symbol, versions in _by_symbol(plain.corpus)
    ]
    main = _main_title(rows, plain.corpus, language)
    basis = _compared_in(plain.corpus, language)
    return str(render("editions.html.j2", labels=labels(language), rows=list(reversed(rows)), main=main, basis=basis))


def _main_title(rows: Sequence[dict[str, Any]], corpus: Corpus, language: str) -> str:
    """The title of the series that the corpus is of: said once, and taken from the rows of its editions."""
    from ecoanalysis.recurring.at_hand import main_series, series_at_hand
    from ecoanalysis.recurring.subject import subject

    main = main_series(corpus)
    symbols = {symbol for each in series_at_hand(corpus) if each.id == main for symbol in each.symbols}
    for row in rows:
        if row["symbol"] in symbols:
            row["title"] = ""
    return subject(corpus, language) if symbols else ""


def _standings(corpus: Corpus, language: str) -> dict[str, str]:
    """Which edition of each series is the current one, and which one superseded each of the others."""
    from ecoanalysis.recurring.at_hand import series_at_hand

    say, standing = labels(language), dict[str, str]()
    for series in series_at_hand(corpus):
        later = (*series.symbols[1:], None)
        for symbol, after in zip(series.symbols, later, strict=True):
            standing[symbol] = say["standing_superseded"].format(symbol=after) if after else say["standing_current"]
    return standing


def _adoptions(corpus: Corpus, language: str) -> dict[str, str]:
    """How each resolution was adopted, where a text at hand says it."""
    from ecoanalysis.measures.tables_at_hand import every_version
    from ecoanalysis.measures.votes import adoptions

    say = labels(language)
    return {
        row["symbol"]: say[f"adoption_{row['how']}"].format(**{way: row[way] or 0 for way in ("yes", "no", "abstain")})
        for row in adoptions(every_version(corpus)).iter_rows(named=True)
    }


def _compared_in(corpus: Corpus, language: str) -> str:
    """The language whose texts were compared, edition by edition, where it is not the page's: they may differ."""
    from ecoanalysis.recurring.at_hand import main_series, open_series

    main = main_series(corpus)
    read_in = open_series(main, corpus).languages[0] if main else language
    return "" if read_in == language else words(language).bracketed(words(language).language_name(read_in))


def _changes(corpus: Corpus, language: str, made_by: str) -> dict[str, str]:
    """What each edition of the series that the corpus is of has new, reworded, carried over and dropped."""
    from ecoanalysis.recurring.at_hand import main_series

    main = main_series(corpus)
    if not main:
        return {}
    counted = corpus.remember(f"carried-{made_by}", lambda: _carried(corpus, main))
    say = labels(language)
    return {symbol: say["changed"].format(**counts) if counts else say["first_edition"] for symbol, counts in counted}


def _carried(corpus: Corpus, series: str) -> list[tuple[str, dict[str, int]]]:
    from ecoanalysis.measures.survival import carried
    from ecoanalysis.measures.tables_at_hand import series_tables_of

    opened = series_tables_of(series, corpus)
    counts: dict[str, dict[str, int]] = {}
    for row in carried(opened).iter_rows(named=True):
        of = counts.setdefault(row["symbol"], {"dropped": row["dropped"] or 0})
        of[row["share"]] = row["count"]
    first = opened.versions[0].symbol
    return [(first, {}), *((symbol, of) for symbol, of in counts.items() if symbol != first)]


def _named(versions: Sequence[Version], language: str) -> Version:
    """The version whose title a page in that language shows."""
    return max(versions, key=lambda version: version.language == language)


def _directives(corpus: Corpus) -> dict[tuple[str, str], int]:
    """The directives of every text at hand."""
    from ecoanalysis.measures.counts import per_text
    from ecoanalysis.measures.tables_at_hand import every_version

    rows = per_text(every_version(corpus)).select("symbol", "language", "directives").iter_rows()
    return {(symbol, language): directives for symbol, language, directives in rows}


def _counted(
    versions: Sequence[Version], directives: Mapping[tuple[str, str], int], spoken: Callable[[str], str]
) -> list[dict[str, Any]]:
    """The directives of an edition: once where its languages agree, else for each with its name."""
    numbers = {version.language: directives[version.symbol, version.language] for version in versions}
    if len(set(numbers.values())) == 1:
        numbers = dict(list(numbers.items())[:1])
    return [
        {
            "number": Measured(number, "directives", symbol=versions[0].symbol, language=language),
            "text": spoken(language) if len(numbers) > 1 else "",
        }
        for language, number in numbers.items()
    ]


def _codebook(plain: Plain, language: str, files: Sequence[Any]) -> str:
    from ecoanalysis.tables import EDITION_TABLES, SERIES_TABLES, TABLES

    tables = {**TABLES, **EDITION_TABLES, **SERIES_TABLES}
    shown = [
        {
            "name": table.name,
            "grain": getattr(table, language),
            "columns": [
                {"name": column.name, "type": str(column.dtype), "means": getattr(column, language)}
                for column in (*table.key, *table.columns)
            ],
        }
        for table in tables.values()
    ]
    return str(render("codebook.html.j2", labels=labels(language), tables=shown))


def _downloads(plain: Plain, language: str, files: Sequence[Any]) -> str:
    from ecoanalysis.export.descriptor import citation

    version = {"corpus": plain.corpus.version, "version": plain.sources.version}
    return str(render("downloads.html.j2", labels=labels(language), files=files, cite=citation(**version), **version))


def _lessons(plain: Plain, language: str, files: Sequence[Any]) -> str:
    from ecoanalysis.publish.lessons import lessons_body

    return lessons_body(plain.plan, language)


def _pairs(plain: Plain, language: str, files: Sequence[Any]) -> str:
    """Any two editions of a series, chosen by the reader: the longest series first, in the page's language."""
    say = labels(language)
    keys = {"new": "pairs_new_ones"} | {name: f"pairs_{name}" for name in _PAIRS}
    order = list(dict.fromkeys(piece.series for piece in plain.pieces))
    pieces = sorted(plain.pieces, key=lambda piece: (order.index(piece.series), piece.language != language))
    called = {id: entry["name"] for id, entry in language_of(language).table("series").items()}
    series = [
        (piece.name, f"{words(language).language_name(piece.language)} · {called.get(piece.series, piece.title)}")
        for piece in pieces
    ]
    official = {symbol: address(symbol, language) for piece in pieces for symbol, _ in piece.editions}
    values = {
        "official": {symbol: url for symbol, url in official.items() if url},
        "series": series,
        "words": {name: say[key] for name, key in keys.items()} | {"comma": say["comma"]},
    }
    return str(render("pairs.html.j2", labels=say, pieces=f"../assets/history-{language}/", **values))


_PAIRS = (
    "answer", "answer_moved", "answer_turned", "answer_between", "answer_between_one",
    "bar_gone", "bar_turned", "bar_stands", "bar_new", "gone", "weaker", "stronger", "other", "same", "asking", "rest",
    "alike", "traced", "lost", "official", "also_old", "also_new",
)  # fmt: skip

_PAGES: Mapping[str, Callable[[Plain, str, Sequence[Any]], str]] = {
    "editions": _list,
    "lessons": _lessons,
    "codebook": _codebook,
    "downloads": _downloads,
    "pairs": _pairs,
}


# The texts


def _by_symbol(corpus: Corpus) -> list[tuple[str, list[Version]]]:
    """Every edition at hand by adoption, with its versions in the languages."""
    first: dict[str, str] = {}
    versions = versions_at_hand(corpus)
    for version in versions:
        first.setdefault(version.symbol, version.adopted_on)
    ordered = sorted(versions, key=lambda each: (first[each.symbol], each.symbol, each.language))
    return [(symbol, list(group)) for symbol, group in groupby(ordered, key=lambda each: each.symbol)]


def _editions(plain: Plain) -> dict[str, PageRecord]:
    """Write the pages of editions that are not as they should be, over several processes where they are many."""
    from ecoanalysis.corpus.work import cores, worker_pool

    wanted = {symbol: _inputs(plain, versions) for symbol, versions in _by_symbol(plain.corpus)}
    entries: dict[str, PageRecord] = {}
    waiting = []
    for symbol, versions in _by_symbol(plain.corpus):
        addresses = [f"{language}/{reading_page(symbol)}" for language in plain.plan.languages]
        earlier = {address: plain.before.pages.get(address) for address in addresses} | _further(plain, addresses)
        if all(fresh(entry, wanted[symbol]) and (plain.site / address).is_file() for address, entry in earlier.items()):
            entries |= {address: entry for address, entry in earlier.items() if entry}
        else:
            waiting.append((versions, wanted[symbol]))
    if len(waiting) <= _FEW:
        return entries | write_editions(plain, waiting)
    with worker_pool(cores()) as pool:
        work = ((_narrowed(plain, chunk), chunk) for chunk in _chunks(waiting))
        for written in pool.map(write_editions, *zip(*work, strict=True)):
            entries |= written
    return entries


def _narrowed(plain: Plain, waiting: Sequence[Waiting]) -> Plain:
    """What a process needs for some editions: the series that they are of."""
    symbols = {version.symbol for versions, _ in waiting for version in versions}
    ours = [piece for piece in plain.pieces if any(symbol in symbols for symbol, _ in piece.editions)]
    return replace(plain, pieces=[replace(piece, lineages=()) for piece in ours])


def _further(plain: Plain, addresses: Sequence[str]) -> dict[str, PageRecord | None]:
    """The further pages of long texts, as they were made before."""
    stems = tuple(address.removesuffix(".html") + "-" for address in addresses)
    return {address: entry for address, entry in plain.before.pages.items() if address.startswith(stems)}


Waiting = tuple[list[Version], dict[str, Any]]


def _chunks(items: Iterable[Waiting]) -> Iterator[list[Waiting]]:
    items = iter(items)
    while chunk := list(islice(items, _CHUNK)):
        yield chunk


def _inputs(plain: Plain, versions: Sequence[Version]) -> dict[str, Any]:
    """What an edition's page is made from: its own documents, not the whole corpus."""
    frame = hashlib.sha256(repr(sorted(plain.frames.items())).encode()).hexdigest()[:16]
    sources = asdict(plain.sources)
    del sources["corpus"]
    documents = [f"{version.language} {version.document} {version.part}" for version in versions]
    courses = [course_of(plain.pieces, version.symbol, version.language) for version in versions]
    course = hashlib.sha256(repr(courses).encode()).hexdigest()[:16]
    return {**sources, "frame": frame, "documents": documents, "course": course}


def write_editions(plain: Plain, waiting: Sequence[Waiting]) -> dict[str, PageRecord]:
    """Write the pages of some editions in every language of the site."""
    from ecoanalysis.publish.reading import reading_bodies
    from ecoanalysis.publish.site import plain_pages

    entries = {}
    titles = {language: titles_in(versions_at_hand(plain.corpus), language) for language in plain.plan.languages}
    for versions, inputs in waiting:
        facts = {version.language: _facts(plain.corpus, version) for version in versions}
        for language in plain.plan.languages:
            main = _main(versions, language)
            beside = _beside(versions, main, language)
            other = facts[beside.language] if beside else None
            documents = [
                (Path(each.resolution.document.path).name, each.resolution.document.sha256) for each in facts.values()
            ]
            sources = asdict(plain.sources)
            made = provenance(language, sources, documents)
            title = f"{main.symbol} {labels(language)['text' if main.has_text else 'facts_only']}"
            course = course_of(plain.pieces, main.symbol, main.language)
            if "pairs" not in plain_pages(plain.plan):
                course = replace(course, before="")
            pages = {f"{page.name}.html" for page in plain.plan.of(language)}
            named = titles[language].get((main.language, main.title.casefold()), "")
            whole = tuple(facts.values())
            bodies = reading_bodies(
                facts[main.language], language, other, course=course, pages=pages, title=named, versions=whole
            )
            for number, body in enumerate(bodies, 1):
                address = f"{language}/{reading_page(main.symbol, number)}"
                frame, twin = plain.frames[language], reading_page(main.symbol)
                page = frame_page(frame, address, title, body + made, kind="reading", twin=twin)
                write_text(plain.site / address, page)
                entries[address] = PageRecord(inputs, facts_hash(body))
    return entries


def _main(versions: Sequence[Version], language: str) -> Version:
    """The version that a page shows: one with text before one without, then the one in the page's language."""
    return max(versions, key=lambda version: (version.has_text, version.language == language))


def _beside(versions: Sequence[Version], main: Version, language: str) -> Version | None:
    """The version beside the one that a page shows: a text, of an interface's language first; else its own facts."""
    others = [version for version in versions if version.language != main.language]
    texts = sorted((version for version in others if version.has_text), key=lambda each: each.language not in INTERFACE)
    return next(iter(texts), None) or next((version for version in others if version.language == language), None)


def _facts(corpus: Corpus, version: Version) -> Facts:
    from ecoanalysis.tables import from_tables

    if version.has_text:
        return corpus.facts_of(version.document, version.part)
    return from_tables(read_editions(), version.document, version.part)
