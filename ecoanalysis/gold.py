"""Gold: the facts that a careful reader finds in one document, as written down in TOML (docs/gold.md)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, asdict, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from ecoanalysis.errors import GoldError
from ecoanalysis.lexicon import languages
from ecoanalysis.model.document import Sha256
from ecoanalysis.model.facts import (
    HEDGE_KINDS,
    AddresseeKind,
    AddresseeRole,
    Band,
    CitationKind,
    ClauseClass,
    DeadlineKind,
    PartyType,
    Polarity,
    ReportKind,
)
from ecoanalysis.model.resolution import IsoDate
from ecoanalysis.model.shape import Constraint, plain

N = TypeVar("N")


_ANY_HEDGE = f"({'|'.join(HEDGE_KINDS)})"
HedgeKind = Annotated[
    str,
    Constraint(
        rf"^{_ANY_HEDGE}(\+{_ANY_HEDGE})*$", wanted=f"kind of hedge: {', '.join(HEDGE_KINDS)}, or several joined by +"
    ),
]


@dataclass(frozen=True, slots=True)
class GoldWords:
    """A word of modality as written; ``start`` is its raw offset, as of every fact; a hedge has a kind."""

    surface: str
    start: int | None = None
    kind: HedgeKind | None = None


@dataclass(frozen=True, slots=True)
class GoldAddressee:
    """A party expected to act; the surface is None of an unspecified one alone."""

    kind: AddresseeKind
    role: AddresseeRole
    surface: str | None = None
    agency: str | None = None
    antecedents: tuple[str, ...] = ()
    start: int | None = None
    type: PartyType | None = None
    country: tuple[str, ...] = ()

    def fault(self) -> str | None:
        """What its members do not allow together."""
        if (self.kind == "unspecified") == (self.surface is not None):
            return "an addressee has a surface, and an unspecified one has none"
        if self.kind != "anaphor" and self.antecedents:
            return f"{self.surface}: only an anaphor has antecedents"
        return None


@dataclass(frozen=True, slots=True)
class GoldDue:
    """When a report falls due: a session or a date."""

    session: int | None = None
    date: IsoDate | None = None

    def fault(self) -> str | None:
        """What its members do not allow together."""
        return None if self.session is not None or self.date else "a due has a session or a date"


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A reporting obligation; where two bodies report together, both ids stand in ``reporter``, with a comma.

    ``dues`` has every session or date as written down; ``due_session`` and ``due_date`` are the first of them.
    """

    reporter: str | None = None
    recipient: str | None = None
    due: str | None = None
    periodicity: str | None = None
    kind: ReportKind | None = None
    dues: tuple[GoldDue, ...] = ()
    due_session: int | None = None
    due_date: IsoDate | None = None

    @property
    def first_due(self) -> dict[str, int | str | None]:
        """The first session and the first date it is due at."""
        sessions = [due.session for due in self.dues if due.session is not None]
        dates = [due.date for due in self.dues if due.date]
        return {
            "due_session": sessions[0] if sessions else self.due_session,
            "due_date": dates[0] if dates else self.due_date,
        }


@dataclass(frozen=True, slots=True)
class GoldDeadline:
    """When a decision brings its matter back, reviews or ends it: a session or a date, and as written."""

    kind: DeadlineKind
    due: str
    session: int | None = None
    date: IsoDate | None = None


@dataclass(frozen=True, slots=True)
class GoldClause:
    """One speech act; ``start`` is where its verb begins."""

    verb: str
    class_: ClauseClass
    band: Band | None = None
    hedges: tuple[GoldWords, ...] = ()
    intensifiers: tuple[GoldWords, ...] = ()
    continuity: tuple[GoldWords, ...] = ()
    addressees: tuple[GoldAddressee, ...] = ()
    report: GoldReport | None = None
    start: int | None = None
    act: str | None = None
    act_verb: str | None = None
    polarity: Polarity | None = None
    voice: Literal["declaration"] | None = None
    deadline: GoldDeadline | None = None

    def fault(self) -> str | None:
        """What its members do not allow together."""
        if (self.class_ == "DIR") != (self.band is not None):
            return f"{self.verb}: a directive has a band, and no other clause has one"
        if self.class_ not in ("DIR", "DEC") and self.addressees:
            return f"{self.verb}: only directives and decisions have addressees"
        if (self.act is None) != (self.polarity is None):
            return f"{self.verb}: an act has a polarity, and nothing else has one"
        return None


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
    date: IsoDate | None = None
    antecedents: tuple[str, ...] = ()
    start: int | None = None


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date, ISO and as written."""

    date: IsoDate
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
    paragraph: str | None = None
    before: str | None = None
    agencies: tuple[GoldMention, ...] = ()
    citations: tuple[GoldCitation, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    start: int | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """The document that was read."""

    symbol: str
    language: str
    source: str
    format: Literal["txt", "akn"]
    sha256: Sha256

    def fault(self) -> str | None:
        """What its members do not allow."""
        there = languages()
        return None if self.language in there else f"language = {self.language!r} is none of {', '.join(there)}"


@dataclass(frozen=True, slots=True)
class GoldHeader:
    """What the text says of the resolution."""

    title: str | None = None
    adopted_on: date | None = None
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class GoldTitle:
    """What is found in the title."""

    agencies: tuple[GoldMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """One reading of one document."""

    path: Path
    document: GoldDocument
    resolution: GoldHeader = GoldHeader()
    title: GoldTitle = GoldTitle()
    paragraphs: tuple[GoldParagraph, ...] = ()
    footnotes: tuple[GoldFootnote, ...] = ()

    def fault(self) -> str | None:
        """What its paragraphs and notes do not allow together."""
        ids = [paragraph.id for paragraph in self.paragraphs]
        if not ids:
            return "no paragraph"
        if twice := [id for id in ids if ids.count(id) > 1]:
            return f"paragraph {twice[0]} stands there twice"
        strays = [note for note in self.footnotes if note.paragraph not in (*ids, "title", None)]
        return (
            f"footnote {strays[0].number} stands in paragraph {strays[0].paragraph}, and there is none"
            if strays
            else None
        )

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
    >>> gold.document.symbol, len(gold.paragraphs), gold.paragraphs[0].clauses[0].verb
    ('A/RES/75/324', 43, '回顾')
    """
    path = Path(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise GoldError(f"{path}: cannot be read as TOML ({error})") from None
    return _Reader(path.name, "the file").read(Gold, table, path=path)


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
    mentions = [("title", mention) for mention in gold.title.agencies]
    mentions += [(id, mention) for id, place in places.items() for mention in place.agencies]
    mentions += [(id, mention) for id, note in notes.items() for mention in note.agencies]
    citations = [(id, citation) for id, place in places.items() for citation in place.citations]
    citations += [(id, citation) for id, note in notes.items() for citation in note.citations]
    return {
        "names": {mention.agency: mention.name for _, mention in mentions if mention.agency and mention.name},
        "resolution": {
            "symbol": gold.document.symbol,
            "title": gold.resolution.title,
            "adopted_on": gold.resolution.adopted_on and gold.resolution.adopted_on.isoformat(),
            "meeting": gold.resolution.meeting,
        },
        "paragraphs": [{"id": place.id, "part": place.part} for place in gold.paragraphs],
        "clauses": [
            {"paragraph": id, "class": clause.class_}
            | asdict(clause)
            | {"report": clause.report and _report(clause.report)}
            for id, place in places.items()
            for clause in place.clauses
        ],
        "agencies": [{"paragraph": id} | asdict(mention) for id, mention in mentions],
        "citations": [{"paragraph": id} | asdict(citation) for id, citation in citations],
        "dates": [{"paragraph": id, "date": mention.date} for id, place in places.items() for mention in place.dates],
        "themes": [{"paragraph": id, "theme": theme} for id, place in places.items() for theme in place.themes],
        "footnotes": [
            {"number": note.number, "paragraph": note.paragraph, "before": note.before or ""} for note in gold.footnotes
        ],
    }


def _report(report: GoldReport) -> dict[str, Any]:
    return asdict(report) | report.first_due


# What stands in a file under another name than in Python.
_KEYS = {"class_": "class", "paragraphs": "paragraph", "footnotes": "footnote"}
_KINDS: Mapping[Any, str] = {str: "text", int: "number", tuple: "list", date: "date"}
_NAMED = {
    "paragraphs": "paragraph {}",
    "footnotes": "footnote {}",
    "document": "[document]",
    "resolution": "[resolution]",
}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes nouns of the tables of a file, as their annotations say; whatever is amiss is said with its place."""

    file: str
    place: str

    def fail(self, cause: str) -> GoldError:
        return GoldError(f"{self.file}: {self.place}: {cause}")

    def read(self, noun: type[N], table: Any, **others: Any) -> N:
        """Return the noun that a table is; ``others`` are members that no table has."""
        if not isinstance(table, dict):
            raise self.fail(f"{table!r} is no table")
        members = {_KEYS.get(each.name, each.name): each for each in fields(noun) if each.name not in others}  # type: ignore[arg-type]
        if unknown := [key for key in table if key not in members]:
            raise self.fail(f"unknown key {', '.join(unknown)}; there are: {', '.join(members)}")
        values = {each.name: self._member(noun, key, each, table) for key, each in members.items() if key in table}
        missing = [key for key, each in members.items() if each.default is MISSING and key not in table]
        if missing:
            raise self.fail(f"{missing[0]} is missing")
        made = noun(**values, **others)
        if cause := made.fault() if hasattr(made, "fault") else None:
            raise self.fail(cause)
        return made

    def _member(self, noun: type, key: str, member: Field[Any], table: Mapping[str, Any]) -> Any:
        hint, value = _hints(noun)[member.name], table[key]
        if get_origin(hint) is not tuple:
            place = _NAMED.get(member.name, self.place)
            return _Reader(self.file, place)._value(key, value, hint)
        if not isinstance(value, list):
            raise self.fail(f"{key} = {value!r} is no list")
        return tuple(
            self._item(key, member.name, number, each, get_args(hint)[0]) for number, each in enumerate(value, 1)
        )

    def _item(self, key: str, name: str, number: int, value: Any, hint: Any) -> Any:
        if not is_dataclass(hint):
            if not isinstance(value, str) or not value:
                raise self.fail(f"entry {number} of {key} = {value!r} is no word")
            return value
        if hint is GoldWords and isinstance(value, str):  # bare, as a reader writes them
            value = {"surface": value}
        if not isinstance(value, dict):
            raise self.fail(f"entry {number} of {key} is no table")
        place = _NAMED[name].format(value.get("id", value.get("number", "?"))) if name in _NAMED else self.place
        return _Reader(self.file, place).read(hint, value)

    def _value(self, key: str, value: Any, hint: Any) -> Any:
        kind, _, rule = plain(hint)
        if is_dataclass(kind):
            return self.read(kind, value)  # type: ignore[arg-type]
        if get_origin(kind) is Literal:
            if value not in get_args(kind):
                raise self.fail(f"{key} = {value!r} is none of {', '.join(get_args(kind))}")
        elif type(value) is not kind or value == "":
            raise self.fail(f"{key} = {value!r} is no {_KINDS[kind]}")
        elif rule.pattern and not re.fullmatch(rule.pattern, value):
            raise self.fail(f"{key} = {value!r} is no {rule.wanted}")
        return value


@cache
def _hints(noun: type) -> Mapping[str, Any]:
    return get_type_hints(noun, include_extras=True)
