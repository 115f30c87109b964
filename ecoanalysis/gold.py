"""Gold: the facts that a careful reader finds in one document, as written down in TOML (docs/gold.md)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from ecoanalysis.errors import GoldError
from ecoanalysis.lexicon import languages
from ecoanalysis.model.facts import AddresseeKind, AddresseeRole, Band, CitationKind, ClauseClass

T = TypeVar("T")

HEDGE_KINDS = ("discretion", "mandate", "resources", "capacity", "voluntary", "condition", "effort")
ADDRESSEE_TYPES = (
    "state", "states", "secretary-general", "secretariat", "un-body", "intergovernmental", "expert", "private",
    "civil-society", "conflict-party", "people", "mixed",
)  # fmt: skip
REPORT_KINDS = ("report", "content", "briefing")
DEADLINE_KINDS = ("agenda", "review", "expiry")
POLARITIES = ("do", "stop")
_CLAUSE = (
    "verb", "start", "class", "band", "voice", "hedges", "intensifiers", "continuity", "addressees", "report",
    "act", "act_verb", "polarity", "deadline",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldWords:
    """A word of modality as written; ``start`` is its raw offset, as of every fact; a hedge has a kind."""

    surface: str
    start: int | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class GoldAddressee:
    """A party expected to act; the surface is None of an unspecified one alone."""

    surface: str | None
    kind: AddresseeKind
    role: AddresseeRole
    agency: str | None = None
    antecedents: tuple[str, ...] = ()
    start: int | None = None
    type: str | None = None
    country: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A reporting obligation; where two bodies report together, both ids stand in ``reporter``, with a comma.

    ``dues`` has every session or date as written down; ``due_session`` and ``due_date`` are the first of them.
    """

    reporter: str | None
    recipient: str | None
    due: str | None
    due_session: int | None
    due_date: str | None
    periodicity: str | None
    kind: str | None = None
    dues: tuple[int | str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldDeadline:
    """When a decision brings its matter back, reviews or ends it: a session or a date, and as written."""

    kind: str
    due: str
    session: int | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class GoldClause:
    """One speech act; ``start`` is where its verb begins."""

    verb: str
    cls: ClauseClass
    band: Band | None = None
    hedges: tuple[GoldWords, ...] = ()
    intensifiers: tuple[GoldWords, ...] = ()
    continuity: tuple[GoldWords, ...] = ()
    addressees: tuple[GoldAddressee, ...] = ()
    report: GoldReport | None = None
    start: int | None = None
    act: str | None = None
    act_verb: str | None = None
    polarity: str | None = None
    voice: str | None = None
    deadline: GoldDeadline | None = None


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A body named: its id where the reader knew one, and its official English name."""

    surface: str
    agency: str | None = None
    name: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class GoldCitation:
    """What is cited; the symbol is None of named instruments and treaties."""

    kind: CitationKind
    surface: str
    symbol: str | None = None
    section: str | None = None
    date: str | None = None
    antecedents: tuple[str, ...] = ()
    start: int | None = None


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date, ISO and as written."""

    date: str
    surface: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class GoldParagraph:
    """A paragraph, with everything that is found in it."""

    id: str
    part: Literal["preamble", "operative", "annex"]
    clauses: tuple[GoldClause, ...] = ()
    agencies: tuple[GoldMention, ...] = ()
    citations: tuple[GoldCitation, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    themes: tuple[str, ...] = ()
    start: int | None = None


@dataclass(frozen=True, slots=True)
class GoldFootnote:
    """A note: the paragraph of its mark, and the few characters that the mark follows; None where the text lost it."""

    number: str
    paragraph: str | None
    before: str | None
    agencies: tuple[GoldMention, ...] = ()
    citations: tuple[GoldCitation, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """One reading of one document."""

    path: Path
    symbol: str
    language: str
    source: str
    format: str
    sha256: str
    title: str | None
    adopted_on: date | None
    meeting: int | None
    title_agencies: tuple[GoldMention, ...]
    paragraphs: tuple[GoldParagraph, ...]
    footnotes: tuple[GoldFootnote, ...]

    @property
    def is_second(self) -> bool:
        """Whether this is the second, independent reading of its document."""
        return self.path.name.endswith(".second.toml")


def gold_files() -> list[Path]:
    """Return the gold files of the package, sorted by name.

    Examples
    --------
    >>> gold_files()[0].suffix
    '.toml'
    """
    with as_file(files("ecoanalysis").joinpath("data/gold")) as folder:
        return sorted(folder.glob("*.toml"))


def load_gold(path: str | Path) -> Gold:
    """Return what a gold file holds.

    Raises
    ------
    GoldError
        Where an entry does not follow docs/gold.md; the message names the file, the paragraph and the cause.

    Examples
    --------
    >>> gold = load_gold([path for path in gold_files() if path.name == "A_RES_75_324.zh.toml"][0])
    >>> gold.symbol, len(gold.paragraphs), gold.paragraphs[0].clauses[0].verb
    ('A/RES/75/324', 43, '回顾')
    """
    path = Path(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise GoldError(f"{path}: cannot be read as TOML ({error})") from None
    return _gold(_Entry(table, path.name, "the file"), path)


def as_record(gold: Gold) -> dict[str, Any]:
    """Return a gold in the form of the contract's object (``ecoanalysis.contract``), as far as it is scored.

    It has ``names`` besides: the official English name that the reader gave for each id.

    Examples
    --------
    >>> gold = load_gold([path for path in gold_files() if path.name == "A_RES_75_324.zh.toml"][0])
    >>> as_record(gold)["dates"][0]
    {'paragraph': 'P1', 'date': '1993-10-13'}
    """
    places = {place.id: place for place in gold.paragraphs}
    notes = {f"fn{note.number}": note for note in gold.footnotes}
    mentions = [("title", mention) for mention in gold.title_agencies]
    mentions += [(id, mention) for id, place in places.items() for mention in place.agencies]
    mentions += [(id, mention) for id, note in notes.items() for mention in note.agencies]
    citations = [(id, citation) for id, place in places.items() for citation in place.citations]
    citations += [(id, citation) for id, note in notes.items() for citation in note.citations]
    return {
        "names": {mention.agency: mention.name for _, mention in mentions if mention.agency and mention.name},
        "resolution": {
            "symbol": gold.symbol,
            "title": gold.title,
            "adopted_on": gold.adopted_on and gold.adopted_on.isoformat(),
            "meeting": gold.meeting,
        },
        "paragraphs": [{"id": place.id, "part": place.part} for place in gold.paragraphs],
        "clauses": [
            {"paragraph": id, "class": clause.cls} | asdict(clause)
            for id, place in places.items()
            for clause in place.clauses
        ],
        "agencies": [{"paragraph": id} | asdict(mention) for id, mention in mentions],
        "citations": [{"paragraph": id} | asdict(citation) for id, citation in citations],
        "dates": [{"paragraph": id, "date": found.date} for id, place in places.items() for found in place.dates],
        "themes": [{"paragraph": id, "theme": theme} for id, place in places.items() for theme in place.themes],
        "footnotes": [
            {"number": note.number, "paragraph": note.paragraph, "before": note.before or ""} for note in gold.footnotes
        ],
    }


@dataclass(frozen=True, slots=True)
class _Entry:
    """A table of a gold file, and where it stands; whatever it lacks is said with its place."""

    table: Mapping[str, Any]
    file: str
    place: str

    def fail(self, cause: str) -> GoldError:
        return GoldError(f"{self.file}: {self.place}: {cause}")

    def only(self, *keys: str) -> None:
        if unknown := [key for key in self.table if key not in keys]:
            raise self.fail(f"unknown key {', '.join(unknown)}; there are: {', '.join(keys)}")

    def get(self, key: str, kind: type[T]) -> T | None:
        value = self.table.get(key)
        if value is None:
            return None
        if type(value) is not kind or value == "":
            raise self.fail(f"{key} = {value!r} is no {_KIND_NAMES[kind]}")
        return value

    def need(self, key: str, kind: type[T]) -> T:
        value = self.get(key, kind)
        if value is None:
            raise self.fail(f"{key} is missing")
        return value

    def choice(self, key: str, choices: Any) -> Any:
        value = self.need(key, str)
        allowed = choices if isinstance(choices, tuple) else get_args(choices)
        if value not in allowed:
            raise self.fail(f"{key} = {value!r} is none of {', '.join(allowed)}")
        return value

    def may(self, key: str, choices: Any) -> Any:
        """A choice that may be left out."""
        return self.choice(key, choices) if key in self.table else None

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.get(key, list) or []
        if not all(isinstance(value, str) and value for value in values):
            raise self.fail(f"{key} = {values!r} is no list of words")
        return tuple(values)

    def each(self, key: str, make: Callable[[_Entry], T]) -> tuple[T, ...]:
        return tuple(make(entry) for entry in self._entries(key))

    def _entries(self, key: str) -> Iterator[_Entry]:
        for number, value in enumerate(self.get(key, list) or [], 1):
            if not isinstance(value, dict):
                raise self.fail(f"entry {number} of {key} is no table")
            yield _Entry(value, self.file, self.place)

    def sub(self, key: str, place: str = "") -> _Entry:
        return _Entry(self.get(key, dict) or {}, self.file, place or self.place)


_KIND_NAMES: Mapping[Any, str] = {str: "text", int: "number", list: "list", dict: "table", date: "date"}


def _gold(entry: _Entry, path: Path) -> Gold:
    entry.only("document", "resolution", "title", "paragraph", "footnote")
    document, resolution = entry.sub("document", "[document]"), entry.sub("resolution", "[resolution]")
    title = entry.sub("title", "[title]")
    document.only("symbol", "language", "source", "format", "sha256")
    resolution.only("title", "adopted_on", "meeting")
    title.only("agencies")
    sha256 = document.need("sha256", str)
    if not re.fullmatch("[0-9a-f]{64}", sha256):
        raise document.fail("sha256 is no SHA-256 in lower-case hexadecimal digits")
    gold = Gold(
        path=path,
        symbol=document.need("symbol", str),
        language=document.choice("language", languages()),
        source=document.need("source", str),
        format=document.choice("format", Literal["txt", "akn"]),
        sha256=sha256,
        title=resolution.get("title", str),
        adopted_on=resolution.get("adopted_on", date),
        meeting=resolution.get("meeting", int),
        title_agencies=title.each("agencies", _mention),
        paragraphs=entry.each("paragraph", _paragraph),
        footnotes=entry.each("footnote", _footnote),
    )
    _check_ids(gold, entry)
    return gold


def _check_ids(gold: Gold, entry: _Entry) -> None:
    ids = [paragraph.id for paragraph in gold.paragraphs]
    if not ids:
        raise entry.fail("no paragraph")
    if twice := [id for id in ids if ids.count(id) > 1]:
        raise entry.fail(f"paragraph {twice[0]} stands there twice")
    for note in gold.footnotes:
        if note.paragraph not in (*ids, "title", None):
            raise entry.fail(f"footnote {note.number} stands in paragraph {note.paragraph}, and there is none")


def _paragraph(entry: _Entry) -> GoldParagraph:
    here = _Entry(entry.table, entry.file, f"paragraph {entry.table.get('id', '?')}")
    here.only("id", "part", "start", "clauses", "agencies", "citations", "dates", "themes")
    return GoldParagraph(
        id=here.need("id", str),
        part=here.choice("part", Literal["preamble", "operative", "annex"]),
        clauses=here.each("clauses", _clause),
        agencies=here.each("agencies", _mention),
        citations=here.each("citations", _citation),
        dates=here.each("dates", _date),
        themes=here.texts("themes"),
        start=here.get("start", int),
    )


def _footnote(entry: _Entry) -> GoldFootnote:
    here = _Entry(entry.table, entry.file, f"footnote {entry.table.get('number', '?')}")
    here.only("number", "paragraph", "before", "start", "agencies", "citations", "dates")
    return GoldFootnote(
        number=here.need("number", str),
        paragraph=here.get("paragraph", str),
        before=here.get("before", str),
        agencies=here.each("agencies", _mention),
        citations=here.each("citations", _citation),
        dates=here.each("dates", _date),
        start=here.get("start", int),
    )


def _clause(entry: _Entry) -> GoldClause:
    entry.only(*_CLAUSE)
    cls = entry.choice("class", ClauseClass)
    if (cls == "DIR") != ("band" in entry.table):
        raise entry.fail(f"{entry.need('verb', str)}: a directive has a band, and no other clause has one")
    if cls not in ("DIR", "DEC") and entry.table.get("addressees"):
        raise entry.fail(f"{entry.need('verb', str)}: only directives and decisions have addressees")
    if ("act" in entry.table) != ("polarity" in entry.table):
        raise entry.fail(f"{entry.need('verb', str)}: an act has a polarity, and nothing else has one")
    return GoldClause(
        verb=entry.need("verb", str),
        cls=cls,
        band=entry.choice("band", Band) if cls == "DIR" else None,
        hedges=_words(entry, "hedges"),
        intensifiers=_words(entry, "intensifiers"),
        continuity=_words(entry, "continuity"),
        addressees=entry.each("addressees", _addressee),
        report=_report(entry.sub("report")) if "report" in entry.table else None,
        start=entry.get("start", int),
        act=entry.get("act", str),
        act_verb=entry.get("act_verb", str),
        polarity=entry.may("polarity", POLARITIES),
        voice=entry.may("voice", ("declaration",)),
        deadline=_deadline(entry.sub("deadline")) if "deadline" in entry.table else None,
    )


def _words(entry: _Entry, key: str) -> tuple[GoldWords, ...]:
    """Words of modality: bare, as a reader writes them, or with the offset that tools/locate_gold.py adds."""
    values = entry.get(key, list) or []
    tables = [{"surface": value} if isinstance(value, str) else value for value in values]
    return _Entry({key: tables}, entry.file, entry.place).each(key, _word)


def _word(entry: _Entry) -> GoldWords:
    entry.only("surface", "start", "kind")
    kind = entry.get("kind", str)
    if kind and not set(kind.split("+")) <= set(HEDGE_KINDS):
        raise entry.fail(f"kind = {kind!r} is none of {', '.join(HEDGE_KINDS)}, nor several of them joined by +")
    return GoldWords(entry.need("surface", str), entry.get("start", int), kind)


def _addressee(entry: _Entry) -> GoldAddressee:
    entry.only("surface", "start", "kind", "role", "type", "country", "agency", "antecedents")
    kind = entry.choice("kind", AddresseeKind)
    if (kind == "unspecified") == ("surface" in entry.table):
        raise entry.fail("an addressee has a surface, and an unspecified one has none")
    if kind != "anaphor" and "antecedents" in entry.table:
        raise entry.fail(f"{entry.table['surface']}: only an anaphor has antecedents")
    return GoldAddressee(
        surface=entry.get("surface", str),
        kind=kind,
        role=entry.choice("role", AddresseeRole),
        agency=entry.get("agency", str),
        antecedents=entry.texts("antecedents"),
        start=entry.get("start", int),
        type=entry.may("type", ADDRESSEE_TYPES),
        country=entry.texts("country"),
    )


def _report(entry: _Entry) -> GoldReport:
    entry.only("kind", "reporter", "recipient", "due", "dues", "due_session", "due_date", "periodicity")
    dues = entry.each("dues", _due)
    session = next((due for due in dues if isinstance(due, int)), entry.get("due_session", int))
    date = next((due for due in dues if isinstance(due, str)), entry.get("due_date", str))
    return GoldReport(
        reporter=entry.get("reporter", str),
        recipient=entry.get("recipient", str),
        due=entry.get("due", str),
        due_session=session,
        due_date=date,
        periodicity=entry.get("periodicity", str),
        kind=entry.may("kind", REPORT_KINDS),
        dues=dues,
    )


def _due(entry: _Entry) -> int | str:
    entry.only("session", "date")
    session = entry.get("session", int)
    return entry.need("date", str) if session is None else session


def _deadline(entry: _Entry) -> GoldDeadline:
    entry.only("kind", "due", "session", "date")
    return GoldDeadline(
        kind=entry.choice("kind", DEADLINE_KINDS),
        due=entry.need("due", str),
        session=entry.get("session", int),
        date=entry.get("date", str),
    )


def _mention(entry: _Entry) -> GoldMention:
    entry.only("surface", "start", "agency", "name")
    return GoldMention(
        entry.need("surface", str), entry.get("agency", str), entry.get("name", str), entry.get("start", int)
    )


def _citation(entry: _Entry) -> GoldCitation:
    entry.only("kind", "surface", "start", "symbol", "section", "date", "antecedents")
    return GoldCitation(
        kind=entry.choice("kind", CitationKind),
        surface=entry.need("surface", str),
        symbol=entry.get("symbol", str),
        section=entry.get("section", str),
        date=entry.get("date", str),
        antecedents=entry.texts("antecedents"),
        start=entry.get("start", int),
    )


def _date(entry: _Entry) -> GoldDate:
    entry.only("date", "surface", "start")
    written = entry.need("date", str)
    if not re.fullmatch(rf"{_ISO}(/{_ISO})?", written):
        raise entry.fail(f"date = {written!r} is no ISO date or range")
    return GoldDate(written, entry.need("surface", str), entry.get("start", int))


_ISO = r"\d{4}(-\d{2}(-\d{2})?)?"
