"""Fact tables → what each resolution lets fall due, merged over its languages, and which later edition answers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import interface_of, labels
from ecoanalysis.model.series import Obligation, ObligationKind, Series, Status
from ecoanalysis.recurring.recognise import FIRST_YEAR
from ecoanalysis.recurring.topics import standing_alone

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]
ASKED = frozenset({"report", "content", "briefing"})
"""What a directive asks for, not a decision; languages may differ in which."""
_CLAIMS = ("reporter", "recipient", "kind")  # what languages are held against each other in
_OPENS = 9  # the month in which a session opens


def find_obligations(series: Series, tables: Mapping[str, pl.DataFrame]) -> list[Obligation]:
    """Return every report asked for, agenda decision, review and expiry of a series, by edition and paragraph.

    Each is told once, whatever the languages that were read; what is due at two sessions is told twice. A report is
    ``met`` where a later edition notes or welcomes, in a paragraph that names the reporter, a document of the session
    at which it was due. A decision about the agenda or a review is ``met`` by an edition of that session.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions, shipped_editions
    >>> from ecoanalysis.recurring.recognise import find_series
    >>> due = find_obligations(find_series(shipped_editions())[0], read_editions())
    >>> [(each.kind, each.due_session, each.due_from, each.status) for each in due if each.symbol == "A/RES/79/330"]
    [('report', 81, '2026-09', 'open'), ('agenda', 81, '2026-09', 'open')]
    """
    return obligations_of([series.symbols], tables)[0]


def obligations_of(
    groups: Sequence[Sequence[str]], tables: Mapping[str, pl.DataFrame], languages: Sequence[str] = ()
) -> list[list[Obligation]]:
    """Return the obligations of groups of resolutions: the symbols of a series in order, or of one that is of none.

    ``languages`` are those that are read; all where none is named.
    """
    evidence = _Evidence.of(tables, languages)
    return [
        [evidence.judged(symbol, row, symbols) for symbol in symbols for row in _merged(evidence.dues.get(symbol, ()))]
        for symbols in groups
    ]


@dataclass(frozen=True, slots=True)
class _Due:
    """One session or date at which something is due, as one language tells it."""

    language: str
    paragraph: str
    kind: ObligationKind
    reporter: str | None
    recipient: str | None
    topic: str | None
    written: str | None
    session: int | None
    day: str | None

    @property
    def words(self) -> dict[str, str]:
        words = {"reporter": self.reporter, "recipient": self.recipient, "due": self.written}
        return {name: value for name, value in words.items() if value}

    @property
    def time(self) -> tuple[int | None, str | None]:
        return self.session, self.day


@dataclass(frozen=True)
class _Evidence:
    """The facts of some resolutions that tell what is due and what is noted, by symbol."""

    heads: Mapping[str, Mapping[str, Row]]
    """By symbol and language the row of the table ``resolutions``."""
    dues: Mapping[str, Sequence[_Due]]
    notes: Mapping[str, Sequence[Row]]

    @classmethod
    def of(cls, tables: Mapping[str, pl.DataFrame], languages: Sequence[str]) -> _Evidence:
        import polars as pl

        heads: dict[str, dict[str, Row]] = {}
        for row in tables["resolutions"].drop_nulls("symbol").iter_rows(named=True):
            if not languages or row["language"] in languages:
                heads.setdefault(row["symbol"], {}).setdefault(row["language"], row)
        often = Counter(language for texts in heads.values() for language in texts)
        chosen = {(row["document"], row["part"]) for texts in heads.values() for row in texts.values()}
        read = {
            name: [
                row
                for row in tables[name].filter(pl.col("symbol").is_not_null()).iter_rows(named=True)
                if (row["document"], row["part"]) in chosen
            ]
            for name in ("reports", "dues", "deadlines")
        }
        dues: dict[str, list[_Due]] = {}
        for symbol, due in _dues(read):
            dues.setdefault(symbol, []).append(due)
        for symbol in dues:
            dues[symbol].sort(key=lambda due: (-often[due.language], due.language))  # as the texts have them, within
        notes: dict[str, list[Row]] = {}
        for note in _notes(tables, chosen):
            notes.setdefault(note["met_in"], []).append(note)
        return cls(heads, dues, notes)

    def head(self, symbol: str, name: str) -> Any:
        """What the first text that states it says of a resolution."""
        return next((row[name] for row in self.heads.get(symbol, {}).values() if row[name] is not None), None)

    def judged(self, asked_in: str, telling: Sequence[_Due], symbols: Sequence[str]) -> Obligation:
        """One obligation as all its languages tell it, and what became of it among the later of these editions."""
        session, day = next((due.time for due in telling if any(due.time)), (None, None))
        reporter, recipient = (_first(getattr(due, name) for due in telling) for name in ("reporter", "recipient"))
        later = symbols[list(symbols).index(asked_in) + 1 :]
        answer = self._answer(telling[0].kind, session, reporter, later)
        return Obligation(
            symbol=asked_in,
            paragraph=telling[0].paragraph,
            kind=telling[0].kind,
            subject=self._subject(asked_in, telling),
            committee=self.head(asked_in, "committee"),
            reporter=reporter,
            recipient=recipient,
            due=_first(due.written for due in telling),
            due_session=session,
            due_from=f"{FIRST_YEAR + session}-{_OPENS:02}" if session else day,
            due_to=f"{FIRST_YEAR + session + 1}-{_OPENS:02}" if session else day,
            status="met" if answer else self._status(session, day, later),
            languages=tuple(due.language for due in telling),
            differs=tuple(_differences(telling, len(self.heads.get(asked_in, {})))),
            met_by=answer.get("cited"),
            met_section=answer.get("section"),
            met_in=answer.get("met_in"),
            met_paragraph=answer.get("paragraph"),
            days=_days(answer, session) if answer and session else None,
            words={due.language: due.words for due in telling},
        )

    def _answer(self, kind: str, session: int | None, reporter: str | None, later: Sequence[str]) -> Row:
        if not session:
            return {}
        if kind not in ASKED:
            again = next((symbol for symbol in later if self.head(symbol, "session") == session), None)
            return {"met_in": again} if again else {}
        owed_by = set((reporter or "").split(", "))
        noted = (note for symbol in later for note in self.notes.get(symbol, ()))
        return next(
            (note for note in noted if note["cited"].startswith(f"A/{session}/") and owed_by & note["bodies"]), {}
        )

    def _status(self, session: int | None, day: str | None, later: Sequence[str]) -> Status:
        """What becomes of what no edition answers: past is what a later edition's session or adoption has passed."""
        if session:
            past = any((self.head(symbol, "session") or 0) >= session for symbol in later)
        elif day:
            past = any(str(self.head(symbol, "adopted_on") or "") > day for symbol in later)
        else:
            return "undated"
        return "unseen" if past else "open"

    def _subject(self, symbol: str, telling: Sequence[_Due]) -> dict[str, str]:
        """What it is about, in each language: the title of the resolution, and the topic of the report."""
        titles = {language: row["title"] for language, row in self.heads.get(symbol, {}).items() if row["title"]}
        written = {due.language: due.topic for due in telling if due.topic}
        topics = {
            language: standing_alone(written[language], title, symbol, language)
            for language, title in titles.items()
            if language in written
        }
        return {
            language: self._named(symbol, title, language) + (_colon(language) + topic if topic else "")
            for language, title in titles.items()
            for topic in [topics.get(language)]
        } or {telling[0].language: symbol}

    def _named(self, symbol: str, title: str, language: str) -> str:
        """The title of a resolution; with its letter where the parts of a collection have one title between them."""
        stem, _, letter = symbol.rpartition(" ")
        parts = [other for other in self.heads if stem and other != symbol and other.rpartition(" ")[0] == stem]
        shared = any(row["title"] == title for other in parts for row in self.heads[other].values())
        return f"{title} {letter}" if shared else title


def _colon(language: str) -> str:
    return labels(interface_of(language))("punctuation.colon")


def _dues(read: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, _Due]]:
    """What every text lets fall due, once for each session or date, in the order of the text."""
    times: dict[tuple[Any, ...], list[Row]] = {}
    for row in read["dues"]:
        times.setdefault(_clause(row), []).append(row)
    for row in read["reports"]:
        for time in times.get(_clause(row)) or [{"session": row["due_session"], "date": row["due_date"]}]:
            yield row["symbol"], _due(row, row["kind"], time["session"], time["date"])
    for row in read["deadlines"]:
        yield row["symbol"], _due(row, row["kind"], row["due_session"], row["due_date"])


def _clause(row: Row) -> tuple[Any, ...]:
    return row["document"], row["part"], row["paragraph"], row["index"]


def _due(row: Row, kind: ObligationKind, session: int | None, day: str | None) -> _Due:
    reporter, recipient, topic = (row.get(name) for name in ("reporter", "recipient", "topic"))
    return _Due(row["language"], row["paragraph"], kind, reporter, recipient, topic, row["due"], session, day)


def _merged(dues: Iterable[_Due]) -> list[list[_Due]]:
    """Each obligation once, with what every language tells of it; those of one paragraph and time go together.

    Where a language names no time that another names, the two are one all the same.
    """
    merged: list[list[_Due]] = []
    left: list[_Due] = []
    for due in dues:
        home = next((row for row in merged if _goes_with(due, row) and due.time == row[0].time), None)
        if home is not None:
            home.append(due)
        elif merged and due.language != merged[0][0].language:
            left.append(due)
        else:
            merged.append([due])
    for due in left:
        home = next((row for row in merged if _goes_with(due, row) and not (any(due.time) and any(row[0].time))), None)
        if home is not None:
            home.append(due)
        else:
            merged.append([due])
    return sorted(merged, key=lambda row: _place(row[0].paragraph))


def _goes_with(due: _Due, row: Sequence[_Due]) -> bool:
    return (
        due.paragraph == row[0].paragraph
        and (due.kind == row[0].kind or {due.kind, row[0].kind} <= ASKED)
        and all(due.language != other.language for other in row)
    )


def _place(paragraph: str) -> list[tuple[bool, int, str]]:
    """Paragraphs in the order of their numbers: 9 before 10, whatever stands in front."""
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in paragraph.split(".")]


def _first(values: Iterable[str | None]) -> str | None:
    """The first value that is an id of the registry, else the first that there is."""
    there = [value for value in values if value]
    return next((value for value in there if _is_registered(value)), there[0] if there else None)


def _is_registered(names: str) -> bool:
    return all(name in registry() for name in names.split(", "))


def _differences(telling: Sequence[_Due], texts: int) -> Iterator[str]:
    for name in _CLAIMS:
        values = {getattr(due, name) for due in telling} - {None}
        if name != "kind":
            values = set(filter(_is_registered, values))  # words of two languages are never the same
        if len(values) > 1:
            yield name
    if len({due.time for due in telling}) > 1:
        yield "due"
    if len(telling) < texts:
        yield "only"


def _notes(tables: Mapping[str, pl.DataFrame], chosen: set[tuple[str, int]]) -> Iterator[Row]:
    """Documents that an edition notes or welcomes, in a paragraph or a footnote of it, with the bodies named there.

    A note whose mark the text has lost belongs to no paragraph: it may be that of any which notes or welcomes (61/12).
    """
    import polars as pl

    places = {
        (row["document"], row["part"], f"fn{row['number']}"): row["paragraph"]
        for row in tables["footnotes"].select("document", "part", "number", "paragraph").iter_rows(named=True)
    }
    noting = set(
        tables["clauses"].filter(pl.col("class").is_in(["NEU", "EVA"])).select("document", "part", "paragraph").rows()
    )
    bodies: dict[tuple[Any, ...], set[str]] = {}
    mentions = tables["agencies"].drop_nulls("agency").select("document", "part", "paragraph", "agency")
    for document, part, paragraph, agency in mentions.iter_rows():
        if (document, part, paragraph) in noting:
            for place in (paragraph, None):
                bodies.setdefault((document, part, place), set()).add(agency)
    cited = (pl.col("kind") == "document") & pl.col("cited").is_not_null() & pl.col("symbol").is_not_null()
    for row in tables["citations"].filter(cited).iter_rows(named=True):
        key = row["document"], row["part"]
        paragraph = places.get((*key, row["paragraph"]), row["paragraph"])
        if key in chosen and (*key, paragraph) in bodies:
            yield row | {"paragraph": paragraph, "met_in": row["symbol"], "bodies": bodies[*key, paragraph]}


def _days(answer: Row, session: int) -> int:
    """Days by which an answer came before (less than 0) or after the session that it is of.

    A document is of the session that its symbol names, and so in time, unless the text dates it.
    """
    dated = answer.get("date") or ""
    if len(dated) != len("2026-09-01"):
        return 0
    opens, closes = (date(FIRST_YEAR + session + years, _OPENS, 1) for years in (0, 1))
    written = date.fromisoformat(dated)
    return (written - opens).days if written < opens else max(0, (written - closes).days)


def due_next(obligations: Sequence[Obligation]) -> list[Obligation]:
    """Return what is still open, soonest first."""
    waiting = [obligation for obligation in obligations if obligation.status == "open"]
    return sorted(waiting, key=lambda obligation: (obligation.due_from is None, obligation.due_from or ""))
