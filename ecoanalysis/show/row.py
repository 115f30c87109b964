"""The row of a clause: what every page, notebook and search shows of one, in the reader's language.

Verb → whom · what they are to do · what is cited · bodies · terms · date · official paragraph; and the sentence where
the text is at hand. No id, no code without its word, no verb or party that the reader cannot read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ecoanalysis.compare.fingerprints.hashed_words import letters
from ecoanalysis.lexicon import language_of, theme_names
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.countries import state_name
from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.lexicon.translations import Kind, translated
from ecoanalysis.measures.frames import CLAUSE, PARAGRAPH
from ecoanalysis.parse.head.symbols import address
from ecoanalysis.show.html import linked, markup

if TYPE_CHECKING:
    import polars as pl
    from markupsafe import Markup

_TERMS = 4
_PARTIES = 3
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """What is shown of a clause, each piece in the reader's language; words of a text keep theirs."""

    symbol: str
    paragraph: str
    language: str
    """Language of the text that the facts were read in."""
    verb: str
    """The verb phrase, in the reader's language; what it does where no verb of it is known."""
    own_words: bool
    """Whether the verb is the text's own."""
    meaning: str
    """What kind of act that is: requests, evaluates …"""
    code: str
    lemma: str = ""
    """The verb as the lexicon lists it, in the text's language."""
    whom: tuple[str, ...] = ()
    act: str = ""
    hedges: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    own_titles: bool = True
    """Whether what is cited is named in the text's language, not in the reader's."""
    bodies: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    """Of a report whose request no shipped word says: on what it is, in the reader's language, and when it is due."""
    quote: str = ""
    body: str = ""
    """The body that a page is about, as the row names it: it stands first, and is never left out."""
    url: str | None = None
    """Address of the official document."""
    source: str = ""
    """Of a directive of which no shipped fact says what is to be done, on what: words for where that stands."""
    comma: str = ", "
    """What stands between names in the reader's language."""
    brackets: tuple[str, str] = (" (", ")")
    """What stands around a remark in it."""

    @property
    def pieces(self) -> tuple[str, ...]:
        """The row as words, piece by piece.

        Examples
        --------
        >>> from ecoanalysis.editions import read_editions
        >>> from ecoanalysis.lexicon.labels import labels
        >>> row = clause_rows(read_editions(), labels("en")).of("A/RES/79/330", "10")[0]
        >>> row.pieces
        ('takes note', 'Erzurum Declaration', 'tourism', '26 April 2025')
        """
        return self._pieces(_PARTIES)

    def _pieces(self, room: int | None) -> tuple[str, ...]:
        whom = f"→ {self.comma.join(_some(self.whom, room))}" if self.whom else ""
        asks = " ".join(filter(None, (self.verb, whom)))
        softer = self.comma.join(hedge for hedge in self.hedges if self.act not in hedge.split() and hedge != self.act)
        act = f"{self.act}{softer and softer.join(self.brackets)}" if self.act else softer
        named = (*_some(self.bodies, room), *self.terms[:_TERMS])
        return tuple(filter(None, (asks, act, *self.report, *self.cited, *named, *self.dates)))

    @property
    def label(self) -> tuple[str, ...]:
        """The row with all its names, but for titles in a language the reader has not chosen: where none can be marked.

        It is what a search shows, which cannot leave out the name that was searched for.
        """
        return tuple(
            piece for piece in self._pieces(None) if self.own_words or not self.own_titles or piece not in self.cited
        )

    def html(self, link: Markup | str = "", *, words: bool = True, official: str = "") -> Markup:
        """Return the row as a piece of a page, its paragraph behind it, its sentence below where that is at hand.

        Where it is not, and ``official`` says how the document is called, that is linked.
        """
        tag = language_of(self.language).tag
        verb = markup('<b lang="{}">{}</b>', tag, self.verb) if self.own_words else markup("<b>{}</b>", self.verb)
        head = markup('<span class="force {}" title="{}">{}</span>', self.code.lower(), self.meaning, verb)
        asks, *others = self.pieces
        whom = self._marked(asks.removeprefix(self.verb))
        titles = () if self.own_words or not self.own_titles else self.cited  # in the language of the text
        shown = [markup('<span lang="{}">{}</span>', tag, piece) if piece in titles else piece for piece in others]
        if self.source:
            shown.insert(bool(self.act or self.hedges), linked(self.source, self.url))
        elif official and not self.quote and self.url:
            shown.append(linked(official, self.url))
        rest = markup("").join(markup(" · {}", piece) for piece in map(self._marked, shown))
        place = markup(' <span class="place">{}</span>', link) if link else ""
        sentence = markup('<q><span lang="{}">{}</span></q>', tag, self.quote) if self.quote and words else ""
        return markup('<span class="clause">{}{}{}{}{}</span>', head, whom, rest, place, sentence)

    def _marked(self, piece: Markup | str) -> Markup | str:
        """A piece with the page's body in bold, where it begins with it."""
        arrow = "→" if piece.strip().startswith("→") else ""
        names = piece.strip().removeprefix(arrow).strip()
        if not self.body or not (names == self.body or names.startswith(self.body + self.comma)):
            return piece
        return markup("{}<b>{}</b>{}", f" {arrow} " if arrow else "", self.body, names.removeprefix(self.body))


@dataclass(frozen=True)
class ClauseRows:
    """The facts of clauses, by clause, and how they are shown in one language."""

    labels: Labels
    clauses: Mapping[tuple[str, str], Sequence[Values]] = field(repr=False)
    beside: Mapping[str, Mapping[tuple[Any, ...], list[Values]]] = field(repr=False)
    body: str = ""
    """Id of the body that the page is about."""
    other: ClauseRows | None = field(default=None, repr=False)
    """The same paragraphs in the other languages that they are at hand in."""
    translates: bool = True
    """Whether what was read in another language is named in the reader's: its terms and acts, beside verb and party."""

    def of(self, symbol: str, paragraph: str) -> list[Row]:
        """Return the rows of a paragraph's clauses: as read in the reader's language where it was, else in another."""
        read = self.clauses.get((symbol, paragraph), ())
        languages = list(dict.fromkeys(clause["language"] for clause in read))
        ours = self.labels.language if self.labels.language in languages else next(iter(languages), "")
        return [self.row(clause) for clause in read if clause["language"] == ours]

    def clause(self, symbol: str, paragraph: str, index: int, language: str) -> Row:
        """Return the row of the clause that stands in a place of a text."""
        there = self.clauses[symbol, paragraph]
        return self.row(next(each for each in there if (each["index"], each["language"]) == (index, language)))

    def row(self, clause: Values) -> Row:
        """Return the row of one clause: a row of the table ``clauses``."""
        twin = None if self._reads(clause) else self._twin(clause, self.labels.language)
        return self._as_twin(clause, twin) if twin else self._as_read(clause)

    def _as_read(self, clause: Values) -> Row:
        verb, own_words = verb_in(clause["verb"], clause["lemma"], clause, self.labels)
        body = registry().short(self.body, self.labels.language) if self.body else ""
        cited, own_titles = self._cited(clause)
        whom, bodies = (_first(body, names) for names in (self._whom(clause), self._bodies(clause)))
        act = self._act(clause)
        row = Row(
            symbol=clause["symbol"] or "",
            paragraph=clause["paragraph"],
            language=clause["language"],
            verb=verb,
            own_words=own_words,
            meaning=meaning(clause, self.labels),
            code=clause["band"] or clause["class"],
            lemma=clause["lemma"],
            whom=whom,
            act=act,
            hedges=self._hedges(clause),
            cited=cited,
            own_titles=own_titles,
            bodies=tuple(name for name in bodies if name not in whom),
            terms=self._terms(clause),
            dates=self._dates(clause),
            report=self._report(clause),
            url=address(clause["symbol"] or "", self.labels.language),
            quote=" ".join((clause["quote"] or "").split()),
            body=body,
            comma=self.labels("punctuation.list"),
            brackets=(self.labels("punctuation.open"), self.labels("punctuation.close")),
        )
        return replace(row, source=self._source(clause, row))

    def _as_twin(self, clause: Values, twin: Values) -> Row:
        """The row of the same clause in the reader's language; as forceful as where it was read, and counted."""
        assert self.other is not None
        row = self.other.row(twin)
        verb, own_words = verb_in(clause["verb"], clause["lemma"], clause, self.labels)
        if (clause["class"], clause["band"]) == (twin["class"], twin["band"]):
            verb, own_words = row.verb, True
        return replace(
            row,
            verb=verb,
            own_words=own_words,
            own_titles=False,
            meaning=meaning(clause, self.labels),
            code=clause["band"] or clause["class"],
            lemma=clause["lemma"],
            hedges=row.hedges or self._hedges(clause),
        )

    def _twin(self, clause: Values, language: str = "") -> Values | None:
        """The same clause of the paragraph in another language: by its place, if as many of its sort stand there."""
        if not self.other:
            return None
        place = clause["symbol"], clause["paragraph"]
        here, there = self.clauses.get(place, ()), self.other.clauses.get(place, ())
        spoken = language or next((each["language"] for each in there if each["language"] != clause["language"]), "")
        ours = [each for each in here if each["language"] == clause["language"]]
        theirs = [each for each in there if each["language"] == spoken]
        if len(ours) != len(theirs):
            ours, theirs = ([each for each in side if _sort(each) == _sort(clause)] for side in (ours, theirs))
        if len(ours) != len(theirs):
            return None
        twins = (its for each, its in zip(ours, theirs, strict=True) if each["index"] == clause["index"])
        return next((twin for twin in twins if _sort(twin) == _sort(clause)), None)

    def _reads(self, clause: Values) -> bool:
        return bool(clause["language"] == self.labels.language)

    def _act(self, clause: Values) -> str:
        """What is to be done, in the reader's language: as the text has it, else as it has it in another."""
        if self._reads(clause):
            if clause["act_verb"] or not clause["band"]:
                return clause["act_verb"] or ""
            twin = self._twin(clause)
            return self._named("acts", twin["act_verb"], twin["language"]) if twin and twin["act_verb"] else ""
        return self._named("acts", clause["act_verb"], clause["language"]) if clause["act_verb"] else ""

    def _named(self, kind: Kind, word: str, language: str) -> str:
        return translated(word, kind, language, self.labels.language) if self.translates else ""

    def _hedges(self, clause: Values) -> tuple[str, ...]:
        hedges = tuple(dict.fromkeys(clause["hedges"]))
        if self._reads(clause) or not hedges:
            return hedges
        named = dict.fromkeys(self._named("hedges", hedge, clause["language"]) for hedge in hedges)
        return tuple(named) if all(named) else (self.labels("force.hedged_mark"),)

    def _source(self, clause: Values, row: Row) -> str:
        """Say where it can be read what a clause is about, where no fact does; of a directive, what is to be done.

        An act alone does not say it, nor one that softens the verb.
        """
        about = row.cited or row.bodies or row.terms or row.report
        softened = {word for hedge in row.hedges for word in (hedge, *hedge.split())}
        stated = about and row.act and row.act not in softened if clause["band"] else about or row.act
        return "" if stated or clause["quote"] or not row.url else self.labels("row.act_elsewhere")

    def _report(self, clause: Values) -> tuple[str, ...]:
        """On what a report is, where that was read in the reader's language, and at which session it is due."""
        if clause["quote"]:
            return ()
        rows = self.beside["reports"].get(tuple(clause[name] for name in CLAUSE), [])
        topics = (row["topic"] for row in rows if row["topic"] and row["language"] == self.labels.language)
        sessions = (self.labels("course.session", session=row["due_session"]) for row in rows if row["due_session"])
        on = [self.labels("row.report_on", topic=topic) for topic in topics]
        return tuple(dict.fromkeys([*on, *sessions]))

    def _inside(self, table: str, clause: Values, start: str = "start") -> list[Values]:
        """The facts of a table that stand inside the clause; those of its paragraph where it is the only clause."""
        rows = self.beside[table].get(tuple(clause[name] for name in PARAGRAPH), [])
        return [row for row in rows if clause["start"] <= row[start] < clause["end"]]

    def _whom(self, clause: Values) -> tuple[str, ...]:
        rows = self.beside["requests"].get(tuple(clause[name] for name in CLAUSE), [])
        names = dict.fromkeys(filter(None, (party_name(row, self.labels) for row in rows)))
        return tuple(names)

    def _cited(self, clause: Values) -> tuple[tuple[str, ...], bool]:
        """What the clause cites, and whether it is named in the text's language; in the reader's, if all of it is."""
        rows = self._inside("citations", clause)
        names = tuple(dict.fromkeys(_cited_name(row) for row in rows))
        if self._reads(clause):
            return names, True
        symbols = {_cited_name(row) for row in rows if _has_symbol(row)}
        ours = [name if name in symbols else self._named("titles", name, clause["language"]) for name in names]
        return (tuple(dict.fromkeys(ours)), False) if names and all(ours) else (names, True)

    def _bodies(self, clause: Values) -> tuple[str, ...]:
        """Bodies that the clause names; that which the title names would stand on every line, and is left out."""
        rows = [row for row in self._inside("agencies", clause) if row["agency"]]
        about = self.beside["subjects"].get((clause["document"], clause["part"]), [])
        main = {row["agency"] for row in about}
        names = (registry().short(row["agency"], self.labels.language) for row in rows if row["agency"] not in main)
        return tuple(dict.fromkeys(names))

    def _terms(self, clause: Values) -> tuple[str, ...]:
        rows = self.beside["themes"].get(tuple(clause[name] for name in PARAGRAPH), [])
        rows = sorted(rows, key=lambda row: -(row["score"] or 0))
        shown = [*self._inside("agencies", clause)] if self.translates or self._reads(clause) else []
        shown += self._inside("citations", clause) if self.translates else []
        names = [(row["start"], row["end"]) for row in shown]
        written = terms_as_written(self.labels.language)
        terms = list[str]()
        for row in rows:
            inside = [
                term
                for term, start in zip(row["terms"] or (), row["starts"] or (), strict=False)
                if clause["start"] <= start < clause["end"] and not any(begin <= start < end for begin, end in names)
            ]
            if self._reads(clause):
                terms += [term if term.isupper() else written.get(letters(term), term.lower()) for term in inside]
            elif inside:
                named = [name for term in inside if (name := self._named("terms", term, clause["language"]))]
                terms += named or [theme_names(self.labels.language)[row["theme"]]]
        return tuple(dict.fromkeys(terms))

    def _dates(self, clause: Values) -> tuple[str, ...]:
        from datetime import date

        days = dict.fromkeys(row["date"] for row in self._inside("dates", clause) if row["date"])
        return tuple(
            self.labels.date(date.fromisoformat(str(day))) for day in days if len(str(day)) == len("2025-04-26")
        )


def _has_symbol(citation: Values) -> bool:
    return "/" in (citation["cited"] or "")


def _cited_name(citation: Values) -> str:
    """What a citation is called: the symbol of what is cited, else the words that name it."""
    return str(citation["cited"] if _has_symbol(citation) else citation["surface"])


def _sort(clause: Values) -> bool:
    """Whether a clause asks someone to act."""
    return bool(clause["class"] == "DIR")


@cache
def terms_as_written(language: str) -> dict[str, str]:
    """Return the terms of all themes as the lexicon writes them, by their letters: Afghanistan keeps its capital.

    Examples
    --------
    >>> terms_as_written("en")["afghanistan"]
    'Afghanistan'
    """
    entries = language_of(language).themes.values()
    return {letters(term["term"]): term["term"] for entry in entries for term in entry["terms"]}


ROW_TABLES = ("clauses", "citations", "agencies", "themes", "dates", "requests", "reports")
"""The tables that the rows of clauses are made of."""


def clause_rows(
    tables: Mapping[str, pl.DataFrame], labels: Labels, body: str = "", other: ClauseRows | None = None
) -> ClauseRows:
    """Return the rows of all clauses that tables hold, to be shown in one language; ``body`` is whose page they are on.

    ``other`` are the rows of the same paragraphs in other languages: ``rows_beside``.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> from ecoanalysis.lexicon.labels import labels
    >>> rows = clause_rows(read_editions(), labels("zh"))
    >>> [row.verb for row in rows.of("A/RES/79/330", "10")]
    ['表示注意到']
    """
    from ecoanalysis.tables.facts import grouped

    clauses = grouped(tables["clauses"], "symbol", "paragraph")
    beside = {name: grouped(tables[name], *PARAGRAPH) for name in ("citations", "agencies", "themes", "dates")}
    beside |= {name: grouped(tables[name], *CLAUSE) for name in ("requests", "reports")}
    beside["subjects"] = grouped(_main_bodies(tables), "document", "part")
    return ClauseRows(labels, clauses, beside, body, other)  # type: ignore[arg-type]


def rows_beside(
    every: Mapping[str, pl.DataFrame], clauses: pl.DataFrame, labels: Labels, body: str = ""
) -> ClauseRows | None:
    """Return the rows of the paragraphs of some clauses in the other languages of their texts; None if there are none.

    ``every`` are the tables of all texts at hand.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> from ecoanalysis.lexicon.labels import labels
    >>> every, say = read_editions(), labels("zh")
    >>> english = every["clauses"].filter(language="en", symbol="A/RES/79/330", paragraph="11")
    >>> clause_rows(every, say, other=rows_beside(every, english, say)).row(english.row(0, named=True)).verb
    '又表示注意到'
    """
    texts = clauses.select("document", "part", "symbol").unique(maintain_order=True)
    resolutions = every["resolutions"].select("document", "part", "symbol")
    others = resolutions.join(texts, on=["document", "part"], how="anti", maintain_order="left").join(
        texts.drop_nulls("symbol"), on="symbol", how="semi", maintain_order="left"
    )
    if others.is_empty():
        return None
    needed = {}
    for name in ROW_TABLES:
        table = every[name].join(others, on=["document", "part"], how="semi", maintain_order="left")
        needed[name] = table
    return clause_rows(needed, labels, body)


def _main_bodies(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The bodies that a resolution's title names."""
    import polars as pl

    return tables["agencies"].filter(pl.col("section") == "title").drop_nulls("agency")


def verb_in(verb: str, lemma: str, clause: Values, say: Labels) -> tuple[str, bool]:
    """Return a verb in the language of the labels, and whether it is the text's own.

    Of a text in another language: the verb that most often renders it in the United Nations' own translations; where
    none is known, what kind of act it is.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> verb_in("请", "请", {"language": "zh", "class": "DIR", "band": "D3"}, labels("en"))
    ('requests', False)
    """
    if clause["language"] == say.language:
        return _lowered(verb, say.language), True
    return (usual_rendering(lemma, clause["language"]) or meaning(clause, say)), False


def usual_rendering(lemma: str, language: str) -> str:
    """Return the verb that most often renders a verb of a language; nothing where none is known.

    Examples
    --------
    >>> usual_rendering("urges", "en"), usual_rendering("敦促", "zh")
    ('敦促', 'urges')
    """
    return _renderings(language).get(lemma, "")


def _lowered(verb: str, language: str) -> str:
    """A verb as it stands inside a sentence: what begins a paragraph has a capital where a script has them."""
    words = " ".join(verb.split())
    return words[:1].lower() + words[1:]


@cache
def _renderings(language: str) -> dict[str, str]:
    chosen = {}
    for entry in language_of(language).table("renderings").get("rendering", ()):
        counts = entry.get("head") or entry.get("inside") or {}
        if counts:
            chosen[entry["lemma"]] = max(counts, key=counts.__getitem__)
    return chosen


def meaning(clause: Values, say: Labels) -> str:
    """Return what kind of act a clause is, in words.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> meaning({"class": "DIR", "band": "D4"}, labels("en"))
    'urges'
    """
    return say(f"band.{clause['band']}" if clause["band"] else f"class.{clause['class']}")


def party_name(party: Values, say: Labels) -> str:
    """Return what a party of a directive is called: a body or a State by its name, a group by its words or its sort.

    ``party`` is a row of the table ``requests``; one that states nobody is called so, and a pronoun that stands for
    parties of no one sort is said to be one.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> group = {"agency": None, "country": [], "surface": "会员国", "language": "zh", "type": "states", "kind": ""}
    >>> party_name(group, labels("zh")), party_name(group, labels("en"))
    ('会员国', 'Member States')
    """
    if party["agency"]:
        return registry().short(party["agency"], say.language)
    if party["surface"] is None:
        return say("kind.unspecified")
    if party["kind"] == "anaphor" and party["type"] in (None, "mixed"):
        return say("kind.anaphor")
    if party["language"] == say.language:
        return " ".join(party["surface"].split())
    if party["country"]:
        return say.join(state_name(code, say.language) for code in party["country"])
    return group_name(party["surface"], party["type"], party["language"], say) or say(f"kind.{party['kind']}")


def group_name(surface: str, type: str | None, language: str, say: Labels) -> str:
    """Return a group in the reader's language, never wider than the text's words; nothing where its sort is not known.

    Where the lexicon has no name for these very words, it is some of its sort: which, the words alone say.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> groups = "all States", "States with a lake"
    >>> [group_name(surface, "states", "en", labels("zh")) for surface in groups]
    ['所有国家', '某些国家']
    """
    named = translated(surface, "parties", language, say.language)
    return named or (say(f"party.some_{type}") if type else "")


def _some(names: Sequence[str], room: int | None) -> tuple[str, ...]:
    return tuple(names[:room]) + (("…",) if room and len(names) > room else ())


def _first(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """Names, one of them first where it is among them."""
    return tuple(sorted(names, key=lambda each: each != name))
