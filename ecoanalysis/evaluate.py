"""Gold in, precision, recall and F1 out (codebook §8); and the facts that a change of the package gains and loses."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ecoanalysis.contract import to_contract
from ecoanalysis.corpus import bundled
from ecoanalysis.errors import CorpusError, EcoanalysisError
from ecoanalysis.extract import extract_facts
from ecoanalysis.gold import Gold, as_record, gold_files, load_gold
from ecoanalysis.lexicon.agencies import registry
from ecoanalysis.model.facts import Facts
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

__all__ = ["Evaluation", "Scores", "against", "agree", "load_gold", "main", "report", "run", "score"]

Record = Mapping[str, Any]

HEADLINE = ("paragraphs", "clauses", "classes", "addressees", "agencies", "citations", "hedges")
"""The kinds of fact that the codebook scores."""

DETAILS = (
    "names", "addressee kinds", "citation details", "named citations", "intensifiers", "continuity", "reports",
    "report details", "dates", "themes", "footnotes", "agencies in title and notes", "citations in notes", "header",
)  # fmt: skip
"""What is measured besides: parts of the above, and facts of lesser weight."""

_BASE = {
    "classes": "clauses",
    "agencies": "names",
    "addressee kinds": "addressees",
    "citation details": "citations",
    "report details": "reports",
}
"""Which kind's fact a kind refines: where that one is missed already, the refinement is not listed again."""

_SCORED = ("preamble", "operative")


class Item(NamedTuple):
    """A fact made comparable: the words that must agree, and ids of which one must agree where both sides have any."""

    kind: str
    paragraph: str
    words: tuple[str, ...]
    ids: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        return self.kind, self.paragraph, tuple(normalise(word) for word in self.words)

    @property
    def shown(self) -> str:
        return " · ".join(word for word in (*self.words, *sorted(self.ids)) if word) or "(unspecified)"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts were expected, how many found, and how many agree; a figure is None where there are none."""

    matched: int = 0
    expected: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.matched + other.matched, self.expected + other.expected, self.found + other.found)

    @property
    def precision(self) -> float | None:
        return self.matched / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.matched / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        both = self.expected + self.found
        return 2 * self.matched / both if both else None


Tallies = Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that one side has and the other lacks: missed where the gold has it, false where only the program does."""

    item: Item
    missed: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """One document's tallies by kind, and each difference."""

    symbol: str
    language: str
    tallies: Tallies
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readings of one document agree; ``kappa`` is Cohen's, on the classes of the clauses both have."""

    scores: Scores
    kappa: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every gold that could be scored; those that could not, with the cause; and the double readings' agreement."""

    documents: tuple[Scores, ...]
    unscored: tuple[tuple[str, str], ...]
    agreements: tuple[Agreement, ...]
    sources: tuple[Path, ...] = ()

    @property
    def languages(self) -> list[str]:
        return sorted({scores.language for scores in self.documents}, reverse=True)

    def totals(self, language: str) -> Tallies:
        """Return the tallies over all documents of a language: their F1 is the micro-F1."""
        documents = [scores.tallies for scores in self.documents if scores.language == language]
        return {kind: sum((tallies[kind] for tallies in documents), Tally()) for kind in (*HEADLINE, *DETAILS)}

    def rows(self) -> list[dict[str, Any]]:
        """Return the figures as rows for a table: one per language and kind, one per document and kind."""
        named = [(language, "", self.totals(language)) for language in self.languages]
        named += [(scores.language, scores.symbol, scores.tallies) for scores in self.documents]
        return [
            {
                "language": language,
                "document": document,
                "kind": kind,
                "expected": tally.expected,
                "found": tally.found,
                "matched": tally.matched,
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
            }
            for language, document, tallies in named
            for kind, tally in tallies.items()
        ]


_SAME = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣", "-") | dict.fromkeys("“”„«»″", '"') | dict.fromkeys("‘’‚′`´", "'")
)  # fmt: skip


def normalise(words: str) -> str:
    """Return words as they compare: without white space, with widths, hyphens and quotes unified.

    Examples
    --------
    >>> normalise("第 73/330 号决议 （一）") == normalise("第73/330号决议(一)")
    True
    """
    return "".join(unicodedata.normalize("NFKC", words).translate(_SAME).split())


def score(gold: Gold, facts: Facts) -> Scores:
    """Return how far the facts found in a document agree with its gold.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> gold = [load_gold(path) for path in gold_files() if path.name == "A_RES_75_324.zh.toml"][0]
    >>> score(gold, eco.extract_facts(eco.parse_resolution(eco.sample()))).tallies["paragraphs"].f1
    1.0
    """
    found = [item for item in items(to_contract(facts)) if item.kind != "footnotes"]
    return _compare(gold, items(as_record(gold)), [*found, *_notes(facts, gold)])


def agree(first: Gold, second: Gold) -> Agreement:
    """Return how far two readings of one document agree, the first taken as the expected one."""
    ones, others = _classes(first), _classes(second)
    pairs = [pair for verb in ones for pair in zip(ones[verb], others[verb], strict=False)]
    before = {note.number: normalise(note.before or "") for note in first.footnotes}
    found = [_as_long(item, before) if item.kind == "footnotes" else item for item in items(as_record(second))]
    return Agreement(_compare(first, items(as_record(first)), found), kappa(pairs))


def _as_long(note: Item, before: Mapping[str, str]) -> Item:
    """A note, with the first reading's words before its mark where the readings only differ in how many they give."""
    number, words = note.words[0], normalise(note.words[1])
    wanted = before.get(number, words)
    same = bool(words and wanted) and (wanted.endswith(words) or words.endswith(wanted))
    return note._replace(words=(number, wanted)) if same else note


def _classes(gold: Gold) -> defaultdict[tuple[str, str], list[str]]:
    """Classes of the clauses by paragraph and verb, in order of the text."""
    found = defaultdict(list)
    for paragraph in gold.paragraphs:
        for clause in paragraph.clauses:
            found[paragraph.id, normalise(clause.verb)].append(str(clause.cls))
    return found


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of paired judgements: agreement beyond what chance would give; 1 where chance gives all.

    Examples
    --------
    >>> kappa([("DIR", "DIR"), ("DIR", "DIR"), ("REF", "REF"), ("REF", "DIR")])
    0.5
    """
    if not pairs:
        return 1.0
    observed = sum(one == other for one, other in pairs) / len(pairs)
    ones, others = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(ones[label] * others[label] for label in ones) / len(pairs) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def run(texts: str | Path | None = None) -> Evaluation:
    """Score every gold of the package whose text is at hand: bundled, or anywhere below the folder ``texts``.

    Examples
    --------
    >>> [scores.symbol for scores in run().documents]
    ['A/RES/75/324']
    """
    known = texts_by_hash(texts)
    documents, unscored, sources = [], [], []
    readings = [load_gold(path) for path in gold_files()]
    for gold in (gold for gold in readings if not gold.is_second):
        try:
            path = known[gold.sha256]
            documents.append(score(gold, _facts(path, gold)))
            sources.append(path)
        except KeyError:
            unscored.append((gold.path.name, f"its text ({gold.source}) is not at hand; --texts DIR names a folder"))
        except EcoanalysisError as error:
            unscored.append((gold.path.name, str(error)))
    return Evaluation(tuple(documents), tuple(unscored), tuple(_agreements(readings)), tuple(sources))


def _agreements(readings: Iterable[Gold]) -> Iterator[Agreement]:
    by_document = defaultdict(list)
    for gold in sorted(readings, key=lambda gold: gold.is_second):
        by_document[gold.sha256].append(gold)
    for both in by_document.values():
        for second in both[1:]:
            yield agree(both[0], second)


def texts_by_hash(texts: str | Path | None) -> dict[str, Path]:
    """Return the bundled texts, and those anywhere below a folder, by the SHA-256 of their bytes."""
    if texts is not None and not Path(texts).is_dir():
        raise CorpusError(f"{texts}: no such folder of texts")
    folders = [bundled(), *([Path(texts)] if texts else [])]
    paths = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in paths}


def _facts(path: Path, gold: Gold) -> Facts:
    """The facts of the gold's resolution: that of its symbol, or the file's first where the symbol was not found."""
    found = parse_resolutions(read_document(path))
    return extract_facts(next((resolution for resolution in found if resolution.symbol == gold.symbol), found[0]))


# Facts and gold, both made comparable


def items(record: Record) -> Iterator[Item]:
    """Yield what is scored of one object of the contract, or of a gold in its form."""
    scored = {paragraph["id"] for paragraph in record["paragraphs"] if paragraph["part"] in _SCORED}
    names = record.get("names", {})
    yield from _header(record["resolution"] or {})
    for paragraph in record["paragraphs"]:
        if paragraph["id"] in scored:
            yield Item("paragraphs", paragraph["id"], (paragraph["part"],))
    for clause in record["clauses"]:
        if clause["paragraph"] in scored:
            yield from _clause(clause, names)
    for mention in record["agencies"]:
        yield from _mention(mention, scored)
    for citation in record["citations"]:
        yield from _citation(citation, scored)
    for kind, word in (("dates", "date"), ("themes", "theme")):
        for found in record[kind]:
            if found["paragraph"] in scored:
                yield Item(kind, found["paragraph"], (found[word],))
    for note in record["footnotes"]:
        if note["paragraph"]:
            yield Item("footnotes", note["paragraph"], (note["number"], note.get("before", "")))


def _header(resolution: Record) -> Iterator[Item]:
    for name in ("symbol", "title", "adopted_on", "meeting"):
        if resolution.get(name):
            yield Item("header", "header", (name, str(resolution[name])))


def _clause(clause: Record, names: Mapping[str, str]) -> Iterator[Item]:
    paragraph, verb = clause["paragraph"], clause["verb"]
    yield Item("clauses", paragraph, (verb,))
    yield Item("classes", paragraph, (verb, clause["class"], clause["band"] or ""))
    for kind in ("hedges", "intensifiers", "continuity"):
        yield from (Item(kind, paragraph, (word["surface"],)) for word in clause[kind])
    for addressee in clause["addressees"]:
        surface, ids = addressee["surface"] or "", _ids(addressee["agency"], names.get(addressee["agency"]))
        yield Item("addressees", paragraph, (surface,))
        yield Item("addressee kinds", paragraph, (surface, addressee["kind"], addressee["role"]), ids)
    if report := clause["report"]:
        bodies = (_registered(report["reporter"], names), _registered(report["recipient"], names))
        due = report["due_session"] or report["due_date"] or ""
        yield Item("reports", paragraph, (verb,))
        yield Item("report details", paragraph, (verb, *bodies, str(due)))


def _mention(mention: Record, scored: set[str]) -> Iterator[Item]:
    paragraph, words = mention["paragraph"], (mention["surface"],)
    ids = _ids(mention["agency"], mention.get("name"))
    if paragraph in scored:
        yield Item("names", paragraph, words)
        yield Item("agencies", paragraph, words, ids)
    elif paragraph == "title" or paragraph.startswith("fn"):
        yield Item("agencies in title and notes", paragraph, words, ids)


def _citation(citation: Record, scored: set[str]) -> Iterator[Item]:
    paragraph, kind, symbol = citation["paragraph"], citation["kind"], citation["symbol"]
    if paragraph.startswith("fn"):
        yield Item("citations in notes", paragraph, (symbol or citation["surface"],))
    elif paragraph in scored and symbol:
        yield Item("citations", paragraph, (symbol,))
        yield Item("citation details", paragraph, (symbol, kind, citation["section"] or "", citation["date"] or ""))
    elif paragraph in scored:
        yield Item("named citations", paragraph, (citation["surface"], kind))


def _ids(agency: str | None, name: str | None) -> frozenset[str]:
    """The ids that mean a body: as written, and the one that the official English name of a gold leads to."""
    return frozenset(id for id in (agency, registry().by_name(name) if name else None) if id)


def _registered(agencies: str | None, names: Mapping[str, str]) -> str:
    """A reader's ids, as the registry has them."""
    bodies = registry()
    ids = (agencies or "").split(", ")
    return ", ".join(id if id in bodies else bodies.by_name(names.get(id, "")) or id for id in ids)


def _notes(facts: Facts, gold: Gold) -> Iterator[Item]:
    """The notes found, each with as many characters before its mark as the gold gives for that note."""
    wanted = {note.number: note.before or "" for note in gold.footnotes}
    for note in facts.resolution.footnotes:
        if note.paragraph is None:
            continue
        text = facts.resolution.paragraph(note.paragraph).text[: note.position]
        length = len(normalise(wanted.get(note.number, ""))) or 6
        yield Item("footnotes", note.paragraph, (note.number, normalise(text)[-length:]))


# Matching


def _compare(gold: Gold, expected: Iterable[Item], found: Sequence[Item]) -> Scores:
    groups: defaultdict[Any, tuple[list[Item], list[Item]]] = defaultdict(lambda: ([], []))
    expected = list(expected)
    for side, both in enumerate((expected, found)):
        for item in both:
            groups[item.key][side].append(item)
    left = [_unmatched(*group) for group in groups.values()]
    missed, false = (Counter(item for pair in left for item in pair[side]) for side in (0, 1))
    tallies = {}
    for kind in (*HEADLINE, *DETAILS):
        wanted = sum(item.kind == kind for item in expected)
        lost = sum(count for item, count in missed.items() if item.kind == kind)
        tallies[kind] = Tally(wanted - lost, wanted, sum(item.kind == kind for item in found))
    differences = [Difference(item, True) for item in missed.elements()]
    differences += [Difference(item, False) for item in false.elements()]
    return Scores(gold.symbol, gold.language, tallies, tuple(_in_order(gold, differences)))


def _unmatched(expected: list[Item], found: list[Item]) -> tuple[list[Item], list[Item]]:
    """What is left of facts with the same words when those are paired whose ids agree, surest pairs first."""
    for agrees in (_share_an_id, _one_has_none, _both_have_none):
        for item in list(expected):
            partner = next((other for other in found if agrees(item.ids, other.ids)), None)
            if partner is not None:
                expected.remove(item)
                found.remove(partner)
    return expected, found


def _share_an_id(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other)


def _one_has_none(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) != bool(other)


def _both_have_none(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one and not other


def _in_order(gold: Gold, differences: Iterable[Difference]) -> list[Difference]:
    """Differences in order of the text, then of the kinds; without those that only repeat a missed base."""
    places = {id: place for place, id in enumerate(["header", "title", *(one.id for one in gold.paragraphs)])}
    kinds = {kind: place for place, kind in enumerate((*HEADLINE, *DETAILS))}
    differences = list(differences)
    listed = {(one.item.kind, one.item.paragraph, one.item.words[0], one.missed) for one in differences}

    def repeats(one: Difference) -> bool:
        return (_BASE.get(one.item.kind), one.item.paragraph, one.item.words[0], one.missed) in listed

    def place(one: Difference) -> tuple[int, str, int, bool]:
        paragraph = one.item.paragraph
        return places.get(paragraph, len(places)), paragraph, kinds[one.item.kind], not one.missed

    return sorted((one for one in differences if not repeats(one)), key=place)


# Against another revision


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that this revision of the package finds in a text and another does not, or the other way round."""

    source: str
    item: Item
    gained: bool


def against(revision: str, sources: Sequence[Path], package: Path = Path(__file__).parent) -> list[Change]:
    """Return the facts gained and lost in the texts since a git revision of the package (the folder ``package``).

    Raises
    ------
    EcoanalysisError
        Where the package is not in a git checkout, there is no such revision, or it extracts nothing.
    """
    now = [to_contract(extract_facts(found)) for path in sources for found in parse_resolutions(read_document(path))]
    before, after = _located(_records_at(revision, sources, package)), _located(now)
    changes = [Change(*fact, gained=True) for fact in (after - before).elements()]
    changes += [Change(*fact, gained=False) for fact in (before - after).elements()]
    return sorted(changes, key=lambda change: (change.source, change.item.paragraph, change.item.kind, change.gained))


def _located(records: Iterable[Record]) -> Counter[tuple[str, Item]]:
    """Facts, each with its file and, in a file of several resolutions, with which of them it stands in."""
    found: Counter[tuple[str, Item]] = Counter()
    for record in records:
        source = f"{Path(record['document']['path']).name} {record['document']['part']}"
        found.update((source, item) for item in items(record))
    return found


def _records_at(revision: str, sources: Sequence[Path], package: Path) -> list[Record]:
    """What the package of a revision extracts: run from an archive of it, so that the checkout stays as it is."""
    if not sources:
        return []
    top = Path(os.fsdecode(_git(package, "rev-parse", "--show-toplevel")).rstrip("\n"))
    commit = (
        _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    archive = _git(top, "archive", "--format=zip", commit, package.relative_to(top).as_posix())
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)
        home = Path(folder, package.relative_to(top)).parent
        command = [sys.executable, "-m", package.name, "extract", *(str(path.resolve()) for path in sources)]
        environment = os.environ | {"PYTHONPATH": str(home), "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(command, cwd=home, env=environment, capture_output=True, encoding="utf-8", check=False)
    records = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not records:
        cause = (done.stderr.strip().splitlines() or ["it printed nothing"])[-1]
        raise EcoanalysisError(f"the package of {revision} extracts nothing: {cause}")
    return records


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise EcoanalysisError("--against needs git, which is not installed") from None
    except subprocess.CalledProcessError as error:
        if "--verify" in arguments:
            raise EcoanalysisError(f"there is no revision {arguments[-1].removesuffix('^{commit}')!r}") from None
        cause = error.stderr.decode(errors="replace").strip()
        raise EcoanalysisError(f"--against needs a git checkout of the package ({cause})") from None


# The report


def main(
    texts: str | Path | None = None, revision: str | None = None, misses: bool = True, *, fail_under: float = 0.0
) -> int:
    """Print the evaluation, and what changed since ``revision``.

    Returns
    -------
    int
        The exit status: 0, or 1 where a language's F1 of a kind that the codebook scores is below ``fail_under``.
    """
    from rich.console import Console

    console = Console()
    evaluation = run(texts)
    console.print(report(evaluation, misses=misses))
    console.print(_links_table())
    if revision:
        console.print(_changes_table(revision, against(revision, evaluation.sources)))
    totals = [evaluation.totals(language) for language in evaluation.languages]
    figures = [tallies[kind].f1 for tallies in totals for kind in HEADLINE]
    return int(any(figure is not None and figure < fail_under for figure in figures))


def report(evaluation: Evaluation, *, misses: bool = True) -> Group:
    """Return the evaluation as rich tables: per language and kind, per document, agreement, and every miss."""
    from rich.console import Group
    from rich.text import Text

    parts: list[Any] = [_language_table(language, evaluation.totals(language)) for language in evaluation.languages]
    parts.append(_document_table("F1 by document", evaluation.documents))
    if evaluation.agreements:
        kappas = ", ".join(f"{one.scores.symbol} {one.kappa:.2f}" for one in evaluation.agreements)
        parts.append(_document_table("Agreement of two readings, F1", [one.scores for one in evaluation.agreements]))
        parts.append(Text(f"Cohen's kappa on the classes of clauses that both have: {kappas}\n"))
    parts += [Text(f"not scored: {name}: {cause}") for name, cause in evaluation.unscored]
    if misses:
        parts += [_miss_table(scores) for scores in evaluation.documents if scores.differences]
    return Group(*parts)


def _table(title: str, *columns: str, numbers: int = 0) -> Table:
    """A table that fits 80 columns; its last ``numbers`` columns hold figures."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for place, column in enumerate(columns):
        figures = place >= len(columns) - numbers
        table.add_column(column, justify="right" if figures else "left", no_wrap=figures or not place)
    return table


def _language_table(language: str, tallies: Tallies) -> Table:
    table = _table(f"All documents, {language}", "kind", "expected", "found", "precision", "recall", "F1", numbers=5)
    for kind, tally in tallies.items():
        counts = (str(tally.expected), str(tally.found))
        table.add_row(kind, *counts, *(_figure(one) for one in (tally.precision, tally.recall, tally.f1)))
        if kind == HEADLINE[-1]:
            table.add_section()
    return table


def _document_table(title: str, documents: Iterable[Scores]) -> Table:
    short = {"paragraphs": "paras", "addressees": "addr.", "citations": "cit."}
    table = _table(title, "document", *(short.get(kind, kind) for kind in HEADLINE), numbers=len(HEADLINE))
    for scores in documents:
        table.add_row(f"{scores.symbol} {scores.language}", *(_figure(scores.tallies[kind].f1) for kind in HEADLINE))
    return table


def _miss_table(scores: Scores) -> Table:
    from rich.text import Text

    table = _table(f"{scores.symbol} ({scores.language})", "", "paragraph", "kind", "fact")
    for one in scores.differences:
        table.add_row("missed" if one.missed else "false", one.item.paragraph, one.item.kind, Text(one.item.shown))
    return table


def _changes_table(revision: str, changes: Sequence[Change]) -> Table:
    from rich.text import Text

    table = _table(f"Facts since {revision}: {len(changes)} changed", "", "text", "paragraph", "kind", "fact")
    for one in changes:
        sign = "gained" if one.gained else "lost"
        table.add_row(sign, one.source, one.item.paragraph, one.item.kind, Text(one.item.shown))
    return table


def _links_table() -> Table:
    """How editions are linked and their changes typed, against what readers found."""
    from ecoanalysis.links import score_links, total

    table = _table("Editions compared, F1", "editions", "links", "types", numbers=2)
    scores = score_links()
    for one in scores:
        table.add_row(
            f"{one.gold.old} → {one.gold.new} {one.gold.language}", _figure(one.links.f1), _figure(one.types.f1)
        )
    links, types = total(scores)
    table.add_section()
    table.add_row("all", _figure(links.f1), _figure(types.f1))
    return table


def _figure(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
