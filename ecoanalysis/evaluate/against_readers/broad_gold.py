"""Broad gold: single paragraphs of many documents, as readers found them, against what the program finds there.

A stratum is a sample: ``random`` estimates over all paragraphs, ``asking`` over operative ones in which a directive's
verb may stand; ``unseen`` does so over documents that are all kept aside, ``fresh`` too, of which nobody has looked at
what the program has wrong; ``enriched`` has those in which something rare may be.
A file holds a paragraph a line (docs/gold.md, The broad gold). Paragraphs kept aside are counted like all others;
what differs in them is not listed, so that no rule is made on them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecoanalysis.errors import EcoanalysisError, GoldError, work_on
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.evaluate.scoring.intervals import Estimate, estimate
from ecoanalysis.evaluate.scoring.items import FactKey, Record, finer_items, items, lacking, record_of
from ecoanalysis.evaluate.scoring.matching import kappas, match
from ecoanalysis.evaluate.scoring.progress import watched
from ecoanalysis.evaluate.scoring.scores import Agreement, Difference, Scores, Tallies, total
from ecoanalysis.hashes import PACKAGE
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.facts import Facts

FOLDER = PACKAGE / "data" / "gold" / "broad"

STRATA = ("fresh", "unseen", "random", "asking", "enriched")
"""The samples, the one that estimates first."""

_OF_CLAUSES = (
    "clauses", "classes", "addressees", "addressee kinds", "addressee types", "countries", "hedges", "hedge kinds",
    "intensifiers", "continuity", "acts", "act verbs", "polarity", "acts to stop", "reports", "report kinds",
    "reporters", "recipients", "report dues", "deadlines",
)  # fmt: skip
_OF_PARAGRAPHS = {
    "agencies": ("names", "agencies"),
    "citations": ("citations", "named citations"),
    "dates": ("dates",),
    "themes": ("themes", "main themes"),
}
"""What is scored of a field that a stratum may leave out."""

KINDS = (*_OF_CLAUSES, *(kind for kinds in _OF_PARAGRAPHS.values() for kind in kinds))
"""All that is scored of a paragraph."""

_PLACE = ("symbol", "sha256", "paragraph")  # what a line must say so that the program can be held against it


@dataclass(frozen=True, slots=True)
class BroadGold:
    """The paragraphs of a stratum in one language, as read; ``reader`` is empty where that is settled."""

    stratum: str
    language: str
    reader: str
    paragraphs: tuple[Record, ...]

    @property
    def name(self) -> str:
        return ".".join(filter(None, (self.stratum, self.language, self.reader)))

    @property
    def kinds(self) -> tuple[str, ...]:
        """What its lines have fields for: all lines alike."""
        fields = self.paragraphs[0].keys() if self.paragraphs else ()
        return (*_OF_CLAUSES, *(kind for field, kinds in _OF_PARAGRAPHS.items() if field in fields for kind in kinds))


@dataclass(frozen=True, slots=True)
class ParagraphScores:
    """One paragraph's tallies by kind, and each difference; ``weight``: how many paragraphs it stands for."""

    key: str
    document: str
    weight: float
    is_aside: bool
    tallies: Tallies
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class BroadScores:
    """A stratum against the program: its paragraphs, those that could not be scored, and how far two readers agree."""

    gold: BroadGold
    kinds: tuple[str, ...]
    """Those that the program has fields for."""
    paragraphs: tuple[ParagraphScores, ...]
    absent: tuple[str, ...] = ()
    """Keys of the paragraphs whose text is not at hand."""
    lost: tuple[str, ...] = ()
    """Keys of those that the program does not find in their text: all their facts are missed."""
    unscored: tuple[tuple[str, str], ...] = ()
    agreement: Agreement | None = None

    def estimates(self, aside: bool = False) -> dict[str, Estimate]:
        """Return what is measured of each kind; ``aside``: over the paragraphs kept aside alone."""
        scored = [paragraph for paragraph in self.paragraphs if paragraph.is_aside or not aside]
        documents = [paragraph.document for paragraph in scored]
        weights = [paragraph.weight for paragraph in scored]
        return {
            kind: estimate([paragraph.tallies[kind] for paragraph in scored], documents, weights)
            for kind in (self.kinds if scored else ())
        }

    def listed(self) -> Scores:
        """Return the tallies of all paragraphs, and the differences of those that are not kept aside."""
        tallies = {kind: total(paragraph.tallies[kind] for paragraph in self.paragraphs) for kind in self.kinds}
        shown = [each for paragraph in self.paragraphs if not paragraph.is_aside for each in paragraph.differences]
        return Scores(self.gold.stratum, self.gold.language, tallies, tuple(shown))


# --- files ------------------------------------------------------------------------------------------------------------


def broad_files(folder: Path = FOLDER) -> list[Path]:
    """Return the files anywhere below a folder of broad gold, readers' own ones too; the strata in their order.

    Examples
    --------
    >>> broad_files(Path("no such folder"))
    []
    """
    files = [path for path in folder.rglob("*.jsonl") if path.name.split(".")[0] in STRATA]
    return sorted(files, key=lambda path: (STRATA.index(path.name.split(".")[0]), path.name))


def load_broad(path: Path) -> BroadGold:
    """Return what a file holds; its name says the stratum, the language and, where it is not settled, the reader.

    Raises
    ------
    GoldError
        Where a line is no object, lacks its key or its clauses, or has other fields than the first one.
    """
    stratum, language, *reader = path.name.removesuffix(".jsonl").split(".")
    paragraphs = tuple(_paragraphs(path))
    return BroadGold(stratum, language, ".".join(reader), paragraphs)


def _paragraphs(path: Path) -> Iterator[Record]:
    optional, keys = None, set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.name}: line {number}"
        try:
            paragraph = json.loads(line)
        except ValueError as error:
            raise GoldError(f"{place}: cannot be read as JSON ({error})") from None
        if not isinstance(paragraph, dict) or not {"key", "clauses"} <= paragraph.keys():
            raise GoldError(f"{place}: no object with key and clauses")
        if paragraph["key"] in keys:
            raise GoldError(f"{place}: {paragraph['key']} stands there twice")
        fields = paragraph.keys() & _OF_PARAGRAPHS.keys()
        if optional not in (None, fields):
            raise GoldError(f"{place}: {paragraph['key']} has other fields than the lines before")
        optional = fields
        keys.add(paragraph["key"])
        yield paragraph


_FACTS = ("clauses", "agencies", "citations", "dates", "themes")
_NOTHING: Record = dict.fromkeys(("paragraphs", *_FACTS), ())


# --- a paragraph, comparable ------------------------------------------------------------------------------------------


def as_record(paragraph: Record) -> Record:
    """Return a paragraph as read in the form of the contract; bodies by the ids that their names lead to.

    Examples
    --------
    >>> record = as_record({"key": "A/RES/1/1 2 en", "clauses": [], "agencies": [{"surface": "ECE", "name": "ECE"}]})
    >>> record["agencies"]
    [{'surface': 'ECE', 'paragraph': 'A/RES/1/1 2 en', 'agency': 'ece'}]
    """
    key = paragraph["key"]
    return _of_paragraph(
        key,
        clauses=[_clause(clause, key) for clause in paragraph["clauses"]],
        agencies=[_entry(mention, key) for mention in paragraph.get("agencies", ())],
        citations=[
            {"section": None, "symbol": None, "date": None} | _entry(citation, key)
            for citation in paragraph.get("citations", ())
        ],
        dates=[_entry(date, key) for date in paragraph.get("dates", ())],
        themes=[
            {"theme": theme, "score": -place, "paragraph": key}
            for place, theme in enumerate(paragraph.get("themes", ()))
        ],
    )


def _of_paragraph(key: str, **facts: Sequence[Record]) -> Record:
    """A record that has a single paragraph: whichever part it is of, it is scored."""
    return {"resolution": None, "paragraphs": [{"id": key, "part": "operative"}], "footnotes": [], **facts}


def _entry(fact: Record, key: str) -> dict[str, Any]:
    """A fact with its paragraph, a body's name become its id."""
    entry = {name: value for name, value in fact.items() if name != "name"}
    return entry | {"paragraph": key, "agency": _id(fact["name"]) if fact.get("name") else None}


def _id(name: str) -> str | None:
    return registry().by_name(name)


def _clause(clause: Record, key: str) -> dict[str, Any]:
    words = {kind: clause.get(kind, ()) for kind in ("intensifiers", "continuity")}
    return {
        **clause,
        "paragraph": key,
        "band": clause.get("band"),
        "hedges": clause.get("hedges", ()),
        "addressees": [{"surface": None} | _entry(addressee, key) for addressee in clause.get("addressees", ())],
        "report": _report(clause["report"]) if clause.get("report") else None,
        **{kind: [{"surface": word} for word in surfaces] for kind, surfaces in words.items()},
    }


def _report(report: Record) -> dict[str, Any]:
    """A report with its bodies' ids; a name that no body has stays."""
    bodies = {
        side: ", ".join(_id(name) or name for name in _names(report.get(side))) for side in ("reporter", "recipient")
    }
    dues = {"due_session": None, "due_date": None, "dues": report.get("dues", ())}
    return {"kind": report.get("kind"), **dues, **bodies}


def _names(value: Any) -> Iterable[str]:
    return [value] if isinstance(value, str) else value or ()


def facts_there(record: Record, paragraph: str, key: str) -> Record:
    """Return what the program finds in one paragraph, in the same form."""
    return _of_paragraph(
        key,
        **{
            kind: [fact | {"paragraph": key} for fact in record[kind] if fact["paragraph"] == paragraph]
            for kind in _FACTS
        },
    )


def paragraph_items(record: Record, language: str, kinds: Collection[str]) -> list[FactKey]:
    """Return what is scored of a record that has a single paragraph."""
    every = [*items(record), *finer_items(record, language), *_main_theme(record)]
    return [item for item in every if item.kind in kinds]


def _main_theme(record: Record) -> Iterator[FactKey]:
    if record["themes"]:
        main = max(record["themes"], key=lambda theme: float(theme["score"]))
        yield FactKey("main themes", main["paragraph"], (main["theme"],))


# --- against the program ----------------------------------------------------------------------------------------------


def score_broad(gold: BroadGold, texts: Mapping[str, Path], agreement: Agreement | None = None) -> BroadScores:
    """Return how the program does on the paragraphs of a stratum, with the texts at hand by their SHA-256.

    Raises
    ------
    GoldError
        Where a line does not say which paragraph of which document it is about.
    """
    for paragraph in gold.paragraphs:
        if missing := [name for name in _PLACE if name not in paragraph]:
            raise GoldError(f"{gold.name}: {paragraph['key']}: {', '.join(missing)} is missing")
    by_text: defaultdict[str, list[Record]] = defaultdict(list)
    for paragraph in gold.paragraphs:
        by_text[paragraph["sha256"]].append(paragraph)
    pairs: list[tuple[Record, Record]] = []
    absent: list[str] = []
    lost: list[str] = []
    unscored: list[tuple[str, str]] = []
    for digest, paragraphs in watched(by_text.items(), gold.name):
        if digest not in texts:
            absent += [paragraph["key"] for paragraph in paragraphs]
            continue
        try:
            with work_on(texts[digest]):
                here, gone = _paired(paragraphs, facts_of(texts[digest]))
                pairs, lost = [*pairs, *here], [*lost, *gone]
        except EcoanalysisError as error:
            unscored += [(paragraph["key"], str(error)) for paragraph in paragraphs]
    without = lacking(record for _, record in pairs)
    kinds = tuple(kind for kind in gold.kinds if kind not in without)
    scored = tuple(_score(paragraph, record, gold.language, kinds) for paragraph, record in pairs)
    return BroadScores(gold, kinds, scored, tuple(absent), tuple(lost), tuple(unscored), agreement)


def _paired(paragraphs: Iterable[Record], every: Sequence[Facts]) -> tuple[list[tuple[Record, Record]], list[str]]:
    """Each paragraph with what the program finds there; and the keys of those that it does not find at all."""
    records = {facts.resolution.symbol: record_of(facts) for facts in reversed(every)}
    pairs, lost = [], []
    for paragraph in paragraphs:
        record = records.get(paragraph["symbol"]) or (next(iter(records.values())) if len(every) == 1 else _NOTHING)
        if not any(place["id"] == paragraph["paragraph"] for place in record["paragraphs"]):
            lost.append(paragraph["key"])
        pairs.append((paragraph, facts_there(record, paragraph["paragraph"], paragraph["key"])))
    return pairs, lost


def _score(paragraph: Record, record: Record, language: str, kinds: Sequence[str]) -> ParagraphScores:
    expected = paragraph_items(as_record(paragraph), language, kinds)
    tallies, differences = match(expected, paragraph_items(record, language, kinds), kinds)
    return ParagraphScores(
        paragraph["key"],
        paragraph["sha256"],
        float(paragraph.get("weight") or 1),
        bool(paragraph.get("aside")),
        tallies,
        tuple(differences),
    )


# --- two readers ------------------------------------------------------------------------------------------------------


def agree_broad(first: BroadGold, second: BroadGold) -> Agreement:
    """Return how far two readers agree on the paragraphs that both have read, the first taken as the expected one."""
    readings = [{paragraph["key"]: as_record(paragraph) for paragraph in gold.paragraphs} for gold in (first, second)]
    keys = [key for key in readings[0] if key in readings[1]]
    kinds = [kind for kind in first.kinds if kind in second.kinds]
    sides = [
        [item for key in keys for item in paragraph_items(reading[key], first.language, kinds)] for reading in readings
    ]
    tallies, differences = match(sides[0], sides[1], kinds, keys)
    labels = kappas(sides[0], sides[1])
    scores = Scores(first.stratum, first.language, tallies, tuple(differences))
    return Agreement(scores, labels.get("classes", 1.0), labels)


# --- all of them ------------------------------------------------------------------------------------------------------


def score_all(texts: Mapping[str, Path], folder: Path = FOLDER) -> list[BroadScores]:
    """Return the scores of every settled file of a folder, each with how far its two readers agree."""
    golds = [load_broad(path) for path in broad_files(folder)]
    readers: defaultdict[tuple[str, str], list[BroadGold]] = defaultdict(list)
    for gold in golds:
        readers[gold.stratum, gold.language].append(gold)
    settled = [gold for gold in golds if not gold.reader]
    return [score_broad(gold, texts, _readers_agree(readers[gold.stratum, gold.language])) for gold in settled]


def _readers_agree(golds: Sequence[BroadGold]) -> Agreement | None:
    """The agreement of two readers; of a reader with what is settled, where there is but one."""
    if len(golds) < 2:
        return None
    first, second, *_ = sorted(golds, key=lambda gold: not gold.reader)
    return agree_broad(first, second)
