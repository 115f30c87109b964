"""A view: what is looked at (a text, a series, everything), and how it is spoken of in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ecoanalysis.corpus import open_corpus
from ecoanalysis.editions import Where
from ecoanalysis.errors import ChoiceError, check_text, nearest
from ecoanalysis.lexicon import SPOKEN, language_of, languages, theme_names
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.countries import state_name, states
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.measures.frames import PARAGRAPH, narrow
from ecoanalysis.measures.measure import Frames
from ecoanalysis.measures.tables_at_hand import (
    Opened,
    every_version,
    facts_tables,
    latest_tables,
    series_tables_of,
    tables_at_hand,
    text_tables,
)
from ecoanalysis.parse.head.symbols import address
from ecoanalysis.recurring.at_hand import versions_at_hand
from ecoanalysis.show.addresses import paragraph_link, reading_page, subject_page, without_folders
from ecoanalysis.show.html import Html, Measured, joined, linked, markup
from ecoanalysis.show.notebook import check_parameters
from ecoanalysis.show.row import ROW_TABLES, ClauseRows, clause_rows, rows_beside

if TYPE_CHECKING:
    import polars as pl
    from markupsafe import Markup

    from ecoanalysis.model.facts import Facts


_CAUSES = 5  # files that could not be used, of which a notebook says why


@dataclass(frozen=True)
class View:
    """Tables of what is looked at, with labels in one language.

    ``tables`` are narrowed to the theme and the body where they are named; ``opened`` are all of them. ``pages`` are
    the symbols that the site has a page of: the paragraphs of others lead to the official document.

    Examples
    --------
    >>> view = view_text(theme="energy", language="en")
    >>> view.symbol, view.tables["clauses"]["paragraph"].unique().sort().to_list()
    ('A/RES/75/324', ['21', '22', '23'])
    """

    opened: Opened = field(repr=False)
    tables: Frames = field(repr=False)
    labels: Labels
    pages: frozenset[str] = field(repr=False)
    scope: str
    """``text``, ``series`` or ``all``."""
    theme: str = ""
    agency: str = ""

    # what is looked at

    @property
    def symbol(self) -> str:
        """Symbol of the text, or of the latest one."""
        return self.symbols[-1] if self.opened.versions else ""

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        """Symbols of the texts, by adoption."""
        return tuple(version.symbol for version in self.opened.versions)

    @property
    def text_language(self) -> str:
        """Language of the text, or of the latest one."""
        return self.opened.versions[-1].language if self.opened.versions else self.labels.language

    @cached_property
    def years(self) -> dict[str, str]:
        """Year of adoption of each text; a question mark where no source says it."""
        return {version.symbol: version.adopted_on[:4] or "?" for version in self.opened.versions}

    @cached_property
    def where(self) -> dict[str, str]:
        """Of what the numbers are that this view states."""
        scopes = {"text": {"symbol": self.symbol}, "all": {"all": self.opened.corpus.version}}
        series = self.opened.series.id if self.opened.series else ""
        what = scopes.get(self.scope, {"series": series})
        language = {} if self.scope == "all" else {"language": self.text_language}
        return {name: of for name, of in (what | language | {"theme": self.theme, "agency": self.agency}).items() if of}

    def number(self, value: int, measure: str, **where: str) -> Measured:
        """Return a number with what it counts: of this view, where nothing else is said."""
        return Measured(int(value), measure, **(self.where | where))

    def numbers(self, row: Mapping[str, Any], *measures: str, **where: str) -> dict[str, Measured]:
        """Return some numbers of a frame's row, by their names."""
        return {name: self.number(row[name] or 0, name, **where) for name in measures}

    # names

    @property
    def series_title(self) -> Markup | str:
        """What the series is called: its name in the labels' language where the lexicon has one, else its title."""
        assert self.opened.series is not None
        names = language_of(self.labels.language).table("series")
        series, language = self.opened.series, self.labels.language
        spoken = language if language in series.languages else self.text_language
        return names[series.id]["name"] if series.id in names else self.quote(series.title(spoken), spoken)

    def named(self, symbol: str) -> str:
        """Return an edition's short name, with the year of its adoption.

        Examples
        --------
        >>> view_series("eco").named("A/RES/50/1")
        '50/1 · 1995'
        """
        return f"{symbol.partition('/RES/')[2] or symbol} · {self.years.get(symbol, '?')}"

    def body(self, id: str) -> str:
        """Return a body's name in the labels' language."""
        return registry().label(id, self.labels.language)

    def page_of(self, kind: str, id: str) -> str | None:
        """Return the address of the page that a site may have of a body or a theme; None outside a site.

        A build takes out the links whose pages its plan does not have.
        """
        from ecoanalysis.show.notebook import publishing

        return subject_page(kind, id) if publishing() and id != getattr(self, kind) else None

    def in_sentence(self, id: str) -> str:
        """Return a body's name as it stands inside a sentence: with its article where the language has one."""
        return registry().in_sentence(id, self.labels.language)

    def short(self, id: str) -> str:
        """Return a body's shortest usual name: what fits beside a bar."""
        return registry().short(id, self.labels.language)

    def theme_name(self, id: str) -> str:
        """Return a theme's name in the labels' language."""
        return theme_names(self.labels.language).get(id, id)

    def name(self, group: str, value: str) -> str:
        """Return what a value of a column is called: a State, a body, a theme, else a label (``committee``, ``party``).

        Examples
        --------
        >>> view = view_text(language="en")
        >>> view.name("country", "BRA"), view.name("agency", "unido"), view.name("committee", "C3")
        ('Brazil', 'UNIDO', 'the Third Committee')
        """
        if group == "country":
            return state_name(value, self.labels.language)
        named = {"agency": self.short, "theme": self.theme_name}
        return named[group](value) if group in named else self.labels(f"{group}.{value}")

    def named_in(self, frame: pl.DataFrame, **groups: str) -> pl.DataFrame:
        """Return a frame whose columns hold names in the place of codes: for each column, its group of names.

        Examples
        --------
        >>> import polars as pl
        >>> view_text(language="en").named_in(pl.DataFrame({"who": ["C3", None]}), who="committee")["who"].to_list()
        ['the Third Committee', None]
        """
        for column, group in groups.items():
            names = {value: self.name(group, value) for value in frame[column].drop_nulls().unique(maintain_order=True)}
            frame = frame.with_columns(frame[column].replace(names).alias(column))
        return frame

    # addresses

    def address(self, symbol: str, paragraph: str) -> str | None:
        """Return where a paragraph can be read: on the edition's page where the site has one, else officially.

        None where no document of the United Nations has the symbol. A text that is not at hand has no notes here.
        """
        of = symbol or self.symbol
        if of in self.pages and not (paragraph.startswith("fn") and of in self._without_text):
            return paragraph_link(of, paragraph)
        return address(of if of in self.pages else symbol, self.labels.language)

    @cached_property
    def _without_text(self) -> frozenset[str]:
        return frozenset(version.symbol for version in self.opened.versions if not version.has_text)

    def edition_address(self, symbol: str) -> str | None:
        """Return where an edition can be read: here where the site has a page of it, else the official document."""
        return reading_page(symbol) if symbol in self.pages else address(symbol, self.labels.language)

    def official(self, symbol: str) -> Markup:
        """Return a link to the official document of an edition."""
        return linked(symbol, address(symbol, self.labels.language))

    def linked(self, symbol: str) -> Markup:
        """Return an edition's symbol, linked to where it can be read."""
        return linked(symbol, self.edition_address(symbol))

    def link(self, paragraph: str, symbol: str = "") -> Markup:
        """Return a paragraph's number, linked to where it can be read."""
        return linked(self.paragraph_name(paragraph), self.address(symbol, paragraph))

    def paragraph_name(self, id: str) -> str:
        """Return what a paragraph is called: its number, and in words what has none of its own.

        Examples
        --------
        >>> [view_text(language="zh").paragraph_name(id) for id in ("7", "P1", "title", "fn3")]
        ['7', 'P1', '标题', '脚注3']
        """
        if id.startswith("fn"):
            return f"{self.labels('part.footnote')}{self.labels('punctuation.sentences')}{id[2:]}"
        return self.labels(f"part.{id}") if id in ("title", "closing", "annex") else id

    def links(self, paragraphs: Iterable[str], symbol: str = "") -> Markup:
        """Return several paragraphs, each linked, none twice."""
        return joined((self.link(id, symbol) for id in dict.fromkeys(paragraphs)), self.labels)

    # words

    def sentence(self, name: str, /, **values: Any) -> Markup:
        """Return a sentence from the labels, filled with its figures."""
        return self.labels.markup(name, **values)

    def say(self, name: str, /, **values: Any) -> Html:
        """Return a sentence from the labels as a paragraph of its own."""
        return self.prose(self.sentence(name, **values))

    def prose(self, *sentences: Markup) -> Html:
        """Return sentences as one paragraph."""
        from markupsafe import escape

        return Html(f"<p>{escape(self.labels('punctuation.sentences')).join(sentences)}</p>")

    def title(self, name: str, /, **values: Any) -> Html:
        """Return the report's title; how it was narrowed where the title does not say so; which language was read."""
        head = Html(f"<h1>{self.labels.markup(name, **values)}</h1>")
        limits = []
        read = self.labels.language_name(self.text_language)
        if self.scope == "text" and self.symbol and self.text_language != self.labels.language:
            limits.append(self.sentence("narrowed.translated", read=read))
        elif self.scope == "text" and self.symbol and not self.opened.versions[-1].has_text:
            limits.append(self.sentence("narrowed.facts", read=read, official=self.official(self.symbol)))
        if self.theme and "theme" not in values:
            count = self.tables["themes"].select("document", "part", "paragraph").n_unique()
            limits.append(self.sentence("narrowed.theme", theme=self.theme_name(self.theme), count=count))
        if self.agency and "agency" not in values:
            limits.append(self.sentence("narrowed.agency", agency=self.in_sentence(self.agency)))
        return head + self.prose(*limits) if limits else head

    def quote(self, text: str, language: str = "") -> Markup:
        """Return words of the document, marked as of its language, or of the one named."""
        return markup('<span lang="{}">{}</span>', language_of(language or self.text_language).tag, text)

    def quotes(self, texts: Iterable[str], language: str = "") -> Markup:
        """Return several words of the document as a list."""
        return joined((self.quote(text, language) for text in texts), self.labels)

    # rows and tables

    @cached_property
    def rows(self) -> ClauseRows:
        """The rows of all clauses looked at."""
        return clause_rows(self.opened, self.labels, self.agency, self._beside(self.opened["clauses"]))

    @cached_property
    def rows_as_read(self) -> ClauseRows:
        """The same by the text that was read alone: what one edition says can be looked for in another."""
        return replace(self.rows, other=None, translates=False)

    def _beside(self, clauses: pl.DataFrame) -> ClauseRows | None:
        """The rows of the same paragraphs in the other languages that these texts are at hand in."""
        read = {(version.symbol, version.language) for version in self.opened.versions}
        symbols = {symbol for symbol, _ in read}
        versions = versions_at_hand(open_corpus(self.opened.corpus))
        if all(each.symbol not in symbols or (each.symbol, each.language) in read for each in versions):
            return None
        return rows_beside(every_version(self.opened.corpus), clauses, self.labels, self.agency)

    @cached_property
    def hashes(self) -> dict[tuple[str, str, str], str]:
        """The words of each paragraph as hashes, by symbol, paragraph and language."""
        columns = self.opened["fingerprints"].select("symbol", "paragraph", "language", "shingles")
        return {(symbol, paragraph, language): written for symbol, paragraph, language, written in columns.iter_rows()}

    def clause(self, clause: Mapping[str, Any]) -> Markup:
        """Return the row of a clause, given its row of the table ``clauses``: its paragraph is linked."""
        symbol = clause["symbol"] or ""
        return self.rows.row(clause).html(self.place(symbol, clause["paragraph"]))

    def paragraph_rows(self, symbol: str, paragraphs: Iterable[str]) -> Markup:
        """Return the rows of some paragraphs' clauses, a line each."""
        rows = [row for paragraph in paragraphs for row in self.rows.of(symbol, paragraph)]
        return markup("<br>").join(row.html() for row in rows)

    def place(self, symbol: str, paragraph: str) -> Markup:
        """Return where a clause stands: the edition and the paragraph, linked."""
        name = self.labels("row.place", symbol=symbol.partition("/RES/")[2] or symbol, paragraph=paragraph)
        return linked(name, self.address(symbol, paragraph))

    def with_rows(self, clauses: pl.DataFrame, *, words: bool = True) -> pl.DataFrame:
        """Return clauses with a column ``row``: what is shown of each, with its sentence or without.

        Where the sentence is not at hand, a link to the official document stands in its place.
        """
        import polars as pl

        needed = {}
        for name in ROW_TABLES:  # of a whole session a few rows are shown; bodies are named in the title, too
            keys = ["document"] if name == "agencies" else PARAGRAPH
            needed[name] = self.opened[name].join(clauses, on=keys, how="semi", maintain_order="left")
        rows = clause_rows(needed, self.labels, self.agency, self._beside(clauses))
        official = self.labels("row.official")
        shown = [str(rows.row(clause).html(words=words, official=official)) for clause in clauses.iter_rows(named=True)]
        return clauses.with_columns(row=pl.Series("row", shown, pl.String))

    def set_aside(self) -> Html:
        """Say which files of the folder could not be used, and why, or that all could."""
        failures = self.opened.corpus.failures
        if not failures:
            return self.say("figure.all_used")
        folder = self.opened.corpus.listing.folder
        causes = self.labels("punctuation.counts").join(
            without_folders(cause, folder) for _, cause in failures[:_CAUSES]
        )
        return self.say("figure.set_aside", count=len(failures), causes=self.labels("punctuation.counts").join(causes))

    def table(
        self, frame: pl.DataFrame, name: str, *columns: str, heads: Mapping[str, str] = MappingProxyType({})
    ) -> Html:
        """Return a frame as a table: headings in the labels' language, paragraphs linked, words in their own language.

        Parameters
        ----------
        frame
            What is shown, one row each.
        name
            What the table is called, for readers who do not see it and for its id.
        columns
            The columns shown; all where none is named.
        heads
            Headings of columns that the labels do not name: the editions of a series.
        """
        from ecoanalysis.show.table import show_table

        return show_table(self, frame, columns or tuple(frame.columns), name, heads)

    def accuracy(self, measured: pl.DataFrame, *first: str) -> Html:
        """Return rows of ``measures.accuracy`` as a table, as every page has them.

        Those of documents not used to write the rules, where they are among them; the others stand on the page
        *Accuracy*.

        Parameters
        ----------
        measured
            What ``accuracy`` returns.
        first
            Columns that are to stand before the others.
        """
        import polars as pl

        from ecoanalysis.measures.accuracy import FEW, NOT_USED
        from ecoanalysis.show.accuracy import COLUMNS

        fair = measured.filter(pl.col("gold").is_in(NOT_USED))
        shown = measured if fair.is_empty() else fair
        read: Iterable[str] = measured["language"].unique(maintain_order=True) if "language" in measured.columns else []
        named = self.labels.join(map(self.labels.language_name, read))
        table = self.say("quality.measured_in", language=named) if named else Html("")
        table += self.table(shown.with_columns(interval=pl.col("low")), "accuracy", *first, *COLUMNS)
        return table if fair.is_empty() else table + self.say("quality.elsewhere", few=FEW)


def view_text(corpus: Where = "", symbol: str = "", theme: str = "", agency: str = "", language: str = SPOKEN) -> View:
    """Return a view of one text.

    Parameters
    ----------
    corpus
        Folder of documents; the bundled corpus where it is empty.
    symbol
        Symbol of the resolution; the latest where it is empty.
    theme, agency
        Ids to narrow by; nothing is narrowed where they are empty.
    language
        Language of the labels, and of the text where it is there in it.

    Raises
    ------
    ChoiceError
        Where there is no such theme, or the text names no such body.

    Examples
    --------
    >>> view_text(theme="transprot")
    Traceback (most recent call last):
    ...
    ecoanalysis.errors.ChoiceError: there is no theme 'transprot'; the nearest are: transport, ...
    """
    check_parameters()
    return _view(text_tables(symbol, corpus, language), "text", theme, agency, language)


def view_latest(
    corpus: Where = "", symbol: str = "", theme: str = "", agency: str = "", language: str = SPOKEN
) -> View:
    """Return a view of one edition, by its facts alone where its words are not at hand.

    Where none is named it is the latest of the series that the corpus's latest text is of.

    Examples
    --------
    >>> view_latest().symbol
    'A/RES/79/330'
    """
    check_parameters()
    return _view(latest_tables(symbol, corpus, language), "text", theme, agency, language)


def view_facts(facts: Facts, language: str = SPOKEN) -> View:
    """Return a view of one resolution that is in no corpus.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> view_facts(eco.extract_facts(eco.parse_resolution(eco.sample()))).symbol
    'A/RES/75/324'
    """
    return _view(facts_tables(facts), "text", "", "", language)


def view_series(
    series: str = "", corpus: Where = "", language: str = SPOKEN, facts: str = "", theme: str = "", agency: str = ""
) -> View:
    """Return a view of a series through all its editions.

    Parameters
    ----------
    series
        Id of the series; where it is empty the longest one at hand.
    corpus
        Folder of documents; the bundled corpus where it is empty. Editions that the package brings stand beside it.
    language
        Language of the labels.
    facts
        Language that the facts are to be read in; the one of most editions where it is empty.
    theme, agency
        Ids to narrow by; nothing is narrowed where they are empty.

    Raises
    ------
    CorpusError
        Where there is no such series.
    ChoiceError
        Where there is no such theme, or no edition names such a body.
    """
    check_parameters()
    return _view(series_tables_of(series, corpus, facts), "series", theme, agency, language)


def view_all(
    corpus: Where = "", agency: str = "", language: str = SPOKEN, theme: str = "", committee: str = ""
) -> View:
    """Return a view of all that is at hand: every resolution once, in the language that most of them are in.

    Parameters
    ----------
    corpus
        Folder of documents; the bundled corpus where it is empty. Editions that the package brings stand beside it.
    agency, theme, committee
        Ids to narrow by; nothing is narrowed where they are empty.
    language
        Language of the labels.

    Raises
    ------
    ChoiceError
        Where no text names such a body, there is no such theme, or no text is of such a committee.

    Examples
    --------
    >>> view_all("model", committee="C3")
    Traceback (most recent call last):
    ...
    ecoanalysis.errors.ChoiceError: no resolution at hand is of the committee 'C3'; at hand are: ...
    """
    check_parameters()
    return _view(tables_at_hand(corpus, language), "all", theme, agency, language, committee)


def _view(opened: Opened, scope: str, theme: str, agency: str, language: str, committee: str = "") -> View:
    where = opened.series.id if opened.series else (opened.versions[-1].symbol if opened.versions else "")
    check_choice(theme, agency, where, opened)
    _check_committee(committee, opened)
    pages = frozenset(version.symbol for version in versions_at_hand(open_corpus(opened.corpus)))
    return View(
        opened,
        narrow(opened, theme=theme, body=agency, committee=committee),
        labels(language),
        pages,
        scope,
        theme,
        agency,
    )


def check_choice(theme: str, agency: str, where: str, tables: Frames) -> None:
    """Raise ChoiceError where there is no such theme, or none of the texts names such a body.

    Errors are for whoever calls, so they stand in English like every other.
    """
    check_text(theme=theme, agency=agency)
    say, themes = labels(SPOKEN), theme_names(SPOKEN)
    if theme and theme not in themes:
        near = nearest(theme, {id: id for id in themes} | {name: id for id, name in themes.items()})
        raise ChoiceError(say("error.theme", given=theme, choices=near))
    if agency:
        bodies: Sequence[str] = tables["agencies"]["agency"].drop_nulls().unique(maintain_order=True).to_list()
        if agency not in bodies:
            near = nearest(agency, {id: id for id in bodies} | {registry().label(id, SPOKEN): id for id in bodies})
            key = "error.agency" if agency in registry() else "error.no_agency"
            raise ChoiceError(say(key, given=agency, symbol=where, choices=near))


def _check_committee(committee: str, tables: Frames) -> None:
    """Raise ChoiceError where no text is of a committee: those that some are of are named."""
    check_named(committee=committee)
    there = tables["resolutions"]["committee"].drop_nulls().unique().sort().to_list() if committee else []
    if committee and committee not in there:
        say = labels(SPOKEN)
        raise ChoiceError(say("error.committee", given=committee, choices=say.join(there) or "–"))


def check_named(**given: str) -> None:
    """Raise ChoiceError where there is no such ``agency``, ``committee``, ``country`` or ``language``; empty is none.

    Examples
    --------
    >>> check_named(committee="C9")
    Traceback (most recent call last):
    ...
    ecoanalysis.errors.ChoiceError: there is no committee 'C9'; the nearest are: C1, C2, C3, C4, C5
    """
    check_text(**given)
    for kind, value in given.items():
        ids = _ids(kind)
        if value and value not in ids:
            raise ChoiceError(f"there is no {kind} {value!r}; the nearest are: {nearest(value, ids)}")


def _ids(kind: str) -> Mapping[str, str]:
    """The ids of a kind, by themselves and by their names."""
    say = labels(SPOKEN)
    named = {
        "agency": lambda: {registry().label(body.id, SPOKEN): body.id for body in registry()},
        "country": lambda: {state_name(id, SPOKEN): id for id in states()},
        "language": lambda: {say.language_name(id): id for id in languages()},
    }
    if kind in named:
        names = named[kind]()
        return {id: id for id in names.values()} | names
    ids = [key.partition(".")[2] for key in say.entries if key.startswith(f"{kind}.")]
    return {id: id for id in ids} | {say(f"{kind}.{id}"): id for id in ids}
