"""Structure: how much of what a document states of its structure does ``parse`` find again.

A file of the United Nations' own XML is read twice over: as it is, and as the wrapped text made of it
(:mod:`ecoanalysis.evaluate.against_xml.wrapped_text`), in several styles. What must be found follows from the file's
marks by a small walk of its own (``stated``), never from the parser.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path, PurePath
from typing import Any

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.against_xml.wrapped_text import Style, render, styles
from ecoanalysis.evaluate.scoring.items import normalise
from ecoanalysis.evaluate.scoring.scores import Tally, tally, total
from ecoanalysis.extract import extract_facts
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.numerals import to_letters, to_roman
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document, read_text

KINDS = {
    "paragraphs": "id and part",
    "words": "id and the paragraph's own words",
    "numbers": "id and number as printed",
    "notes": "note and the paragraph of its mark",
    "anchors": "note, paragraph and place of its mark",
    "openings": "id and opening verb",
    "openings begun": "the same, where one of the two begins with the other",
    "symbols": "id and symbol of a linked document (recall alone)",
}
_FACTS = ("openings", "openings begun", "symbols")  # what the extractor finds; the others are the parser's
_ADDRESS = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:[a-z]{2}/)?(?P<symbol>[A-Z]/\S+)")

Facts = dict[str, Counter[tuple[Any, ...]]]


# --- what the file states ---------------------------------------------------------------------------------------------


@dataclass
class _Names:
    """Paragraphs' ids as the codebook has them, one resolution at a time."""

    language: str
    signed: bool
    lead: str = ""
    sign: str = ""
    last: int = 0
    preambular: Counter[str] = field(default_factory=Counter)
    path: list[str] = field(default_factory=list)
    points: list[int] = field(default_factory=list)

    def of(self, mark: Mark) -> str:
        if mark.role == "point":
            return self._point(mark.level)
        lead = self.lead + (f"{self.sign}." if self.signed and self.sign else "")
        if mark.role == "preambular":
            self.preambular[lead] += 1
            name = f"{lead}P{self.preambular[lead]}"
        else:
            self.last = int(mark.value) if mark.value.isdigit() else self.last + 1
            name = f"{lead}{self.last}"
        self.path, self.points = [name], [0]
        return name

    def _point(self, level: int) -> str:
        level = min(level, len(self.path)) or 1
        self.path, self.points = self.path[:level] or ["1"], self.points[:level] or [0]
        self.points[-1] += 1
        place = self.points[-1]
        self.path.append(f"{self.path[-1]}.{to_letters(place) if level % 2 else to_roman(place)}")
        self.points.append(0)
        return self.path[-1]

    def head(self, value: str) -> None:
        if value and self.signed:
            self.sign, self.last = _sign(value, self.language), 0

    def annexed(self, value: str) -> None:
        self.lead, self.sign, self.last = f"annex.{value}." if value else "annex.", "", 0


def _sign(value: str, language: str) -> str:
    """A heading's sign as ids have it: the language's own numerals are given as Roman ones, 十二 is XII."""
    number = None if value.isascii() else language_of(language).number(value)
    return to_roman(number).upper() if number else value


def stated(document: Document) -> Facts:
    """Return what the marks of a document state, as facts that ``parsed`` gives too."""
    facts = _no_facts()
    items = [mark for mark in document.marks if mark.role == "item"]
    ranges = [(item.start, item.end) for item in items] or [(0, len(document.raw))]
    for part, (start, end) in enumerate(ranges, 1):
        marks = [mark for mark in document.marks if start <= mark.start < end]
        _state(document, part, sorted(marks, key=lambda mark: (mark.start, -mark.end)), facts)
    return facts


def _state(document: Document, part: int, marks: Sequence[Mark], facts: Facts) -> None:
    names = _Names(document.language, _restarts(marks))
    role = "title"
    for place, mark in enumerate(marks):
        if mark.role == "heading":
            names.head(mark.value)
        elif mark.role == "annex":
            names.annexed(mark.value)
        elif mark.role in ("preambular", "operative", "point"):
            name = names.of(mark)
            role = {"preambular": "preamble", "operative": "operative"}.get(mark.role, role)
            if not names.lead:
                inner = [other for other in marks[place + 1 :] if mark.start <= other.start <= mark.end]
                _state_paragraph(document, (part, name), role, mark, inner, facts)


def _restarts(marks: Iterable[Mark]) -> bool:
    """Whether more than one heading with a sign has a paragraph 1 of its own."""
    sign, firsts = False, 0
    for mark in marks:
        if mark.role == "annex":
            break
        sign = sign or (mark.role == "heading" and bool(mark.value))
        firsts += sign and mark.role == "operative" and mark.value == "1"
    return firsts > 1


def _state_paragraph(
    document: Document, key: tuple[int, str], role: str, mark: Mark, inner: Sequence[Mark], facts: Facts
) -> None:
    words = normalise(document.raw[mark.start : mark.end])
    facts["paragraphs"][(*key, role)] += 1
    facts["words"][(*key, words)] += 1
    if mark.value and mark.role == "operative":
        facts["numbers"][(*key, mark.value)] += 1
    for other in inner:
        if other.role == "mark":
            facts["notes"][(*key, other.value)] += 1
            place = len(normalise(document.raw[mark.start : other.start]))
            facts["anchors"][(*key, other.value, place)] += 1
        elif other.role == "opening":
            facts["openings"][(*key, _verb(document.raw[other.start : other.end], document.language))] += 1
        elif other.role == "link" and (address := _ADDRESS.fullmatch(other.value)):
            facts["symbols"][(*key, _bare(address["symbol"]))] += 1


def _verb(opening: str, language: str) -> str:
    """The opening phrase without what the codebook leaves out of a verb: 在这方面, in this regard."""
    connector = language_of(language).pattern("verbs", "grammar", "connector")
    return normalise(re.sub(f"^(?i:{connector})", "", opening.strip(" ,，")))


def _bare(symbol: str) -> str:
    """A symbol as addresses have it: without spaces, and without the letter that addresses leave out."""
    return re.sub(r"(?<=\d)[A-Z]$", "", symbol.replace(" ", ""))


# --- what the parser finds --------------------------------------------------------------------------------------------


def parsed(resolutions: Iterable[Resolution], *, facts_too: bool = True) -> Facts:
    """Return what parser and extractor find."""
    facts = _no_facts()
    for resolution in resolutions:
        for paragraph in resolution.paragraphs:
            if paragraph.part not in ("preamble", "operative"):
                continue
            key = (resolution.part, paragraph.id)
            facts["paragraphs"][(*key, paragraph.part)] += 1
            facts["words"][(*key, normalise(paragraph.text))] += 1
            if paragraph.number and not paragraph.is_point:
                facts["numbers"][(*key, paragraph.number)] += 1
        scored = {paragraph.id: paragraph for paragraph in resolution.paragraphs if paragraph.part != "annex"}
        for note in resolution.footnotes:
            if note.paragraph in scored:
                key = (resolution.part, note.paragraph or "")
                facts["notes"][(*key, note.number)] += 1
                place = len(normalise(scored[key[1]].text[: note.position]))
                facts["anchors"][(*key, note.number, place)] += 1
        if facts_too:
            _find(resolution, facts)
    return facts


def _find(resolution: Resolution, facts: Facts) -> None:
    extracted = extract_facts(resolution)
    for clause in extracted.clauses:
        if clause.index == 1:
            facts["openings"][(resolution.part, clause.paragraph, normalise(clause.verb.surface))] += 1
    for citation in extracted.citations:
        if citation.symbol:
            for symbol in (_bare(citation.symbol), _bare(citation.symbol).replace("/DEC/", "/")):
                facts["symbols"][(resolution.part, citation.paragraph, symbol)] += 1


def _no_facts() -> Facts:
    return {kind: Counter() for kind in KINDS}


# --- the comparison ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """One file read in one way: its tallies, and what is missing or too much."""

    file: str
    language: str
    style: Style | None
    tallies: dict[str, Tally]
    lost: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    gained: tuple[tuple[str, tuple[Any, ...]], ...] = ()

    @property
    def way(self) -> str:
        return "text" if self.style else "xml"


Fault = tuple[str, tuple[Any, ...]]


def compare(
    wanted: Facts, given: Facts, *, facts_too: bool = True
) -> tuple[dict[str, Tally], list[Fault], list[Fault]]:
    """Return tallies by kind, the facts that are lost, and those that nothing states."""
    tallies: dict[str, Tally] = {}
    lost: list[Fault] = []
    gained: list[Fault] = []
    for kind in KINDS:
        if kind in _FACTS and not facts_too:
            continue
        if kind == "openings begun":
            tallies[kind], missing, extra = _begun(wanted["openings"], given["openings"])
        elif kind == "symbols":
            tallies[kind], missing, extra = _recalled(wanted[kind], given[kind])
        else:
            tallies[kind], missing, extra = _alike(wanted[kind], given[kind], here=kind == "openings")
        lost += [(kind, fact) for fact in missing]
        gained += [(kind, fact) for fact in extra]
    return tallies, lost, gained


Comparison = tuple[Tally, Iterable[tuple[Any, ...]], Iterable[tuple[Any, ...]]]
_Counts = Counter[tuple[Any, ...]]


def _alike(wanted: _Counts, given: _Counts, *, here: bool) -> Comparison:
    """All facts of both sides; ``here``: only in the paragraphs of which something is stated."""
    keys = {fact[:2] for fact in wanted}
    given = Counter({fact: count for fact, count in given.items() if not here or fact[:2] in keys})
    return tally(wanted.elements(), given.elements()), (wanted - given).elements(), (given - wanted).elements()


def _recalled(wanted: _Counts, given: _Counts) -> Comparison:
    """Each fact once, and only whether it is there: more is found than is stated."""
    missing = [fact for fact in wanted if not given[fact]]
    there = len(wanted) - len(missing)
    return Tally(there, len(wanted), there), missing, ()


def _begun(wanted: _Counts, given: _Counts) -> Comparison:
    """Openings of which one begins with the other."""
    verbs = {fact[:2]: fact[2] for fact in given}
    missing = [fact for fact in wanted if not _begins(fact[2], verbs.get(fact[:2], ""))]
    extra = [(*fact[:2], verbs.get(fact[:2], "")) for fact in missing]
    return Tally(len(wanted) - len(missing), len(wanted), len(wanted)), missing, extra


def _begins(stated_verb: str, parsed_verb: str) -> bool:
    return bool(parsed_verb) and (stated_verb.startswith(parsed_verb) or parsed_verb.startswith(stated_verb))


def measure(path: Path, count: int, seed: int, facts_too: bool) -> list[Reading]:
    """Return the readings of one file: as it is, and as text in ``count`` styles."""
    document = read_document(path)
    wanted = stated(document)
    file = f"{document.language}/{path.stem}"
    drawn = islice(styles(seed + sum(map(ord, path.stem)), document.language), count)
    readings = []
    for style in (None, *drawn):
        source = read_text(render(document, style), f"{path.stem}.txt") if style else document
        try:
            given = parsed(parse_resolutions(source), facts_too=facts_too)
        except EcoanalysisError:
            given = _no_facts()
        tallies, lost, gained = compare(wanted, given, facts_too=facts_too)
        readings.append(Reading(file, document.language, style, tallies, tuple(lost), tuple(gained)))
    return readings


# --- the report -------------------------------------------------------------------------------------------------------


def totals(readings: Iterable[Reading]) -> dict[tuple[str, str], dict[str, Tally]]:
    """Return the tallies by language and way of reading."""
    ways: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings:
        ways.setdefault((reading.language, reading.way), []).append(reading)
    return {
        way: {kind: total(reading.tallies.get(kind, Tally()) for reading in together) for kind in KINDS}
        for way, together in ways.items()
    }


def report(readings: Sequence[Reading], worst: int) -> Iterator[str]:
    """Yield the lines of a report: the figures by language and way of reading, and the worst readings."""
    for (language, way), sums in sorted(totals(readings).items()):
        count = sum((reading.language, reading.way) == (language, way) for reading in readings)
        yield f"\n{language}, read as {way} ({count} readings)"
        for kind, whole in sums.items():
            if whole.expected:
                figures = f"{whole.precision or 0:8.4f} {whole.recall:8.4f} {whole.f1:8.4f}"
                yield f"  {kind:15} {figures}   {whole.expected:7} stated {whole.retrieved:7} found   {KINDS[kind]}"
    yield "\nworst readings: facts lost and too many, the first of each"
    bad = sorted(readings, key=lambda reading: -_faults(reading))
    for reading in [reading for reading in bad if _faults(reading)][:worst]:
        kinds = Counter(kind for kind, _ in (*reading.lost, *reading.gained))
        yield f"  {PurePath(reading.file)} {reading.style or 'xml'}"
        yield f"    {dict(kinds)}"
        for sign, facts in (("-", reading.lost), ("+", reading.gained)):
            for kind, fact in [fault for fault in facts if fault[0] in _LISTED][:3]:
                yield f"    {sign} {kind} {fact}"


_LISTED = ("paragraphs", "anchors")


def _faults(reading: Reading) -> int:
    return sum(kind in _LISTED for kind, _ in (*reading.lost, *reading.gained))


def fault_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield every fault, one a line."""
    for reading in readings:
        for sign, facts in (("-", reading.lost), ("+", reading.gained)):
            for kind, fact in facts:
                yield f"{reading.file}\t{reading.way}\t{reading.style or ''}\t{sign}\t{kind}\t{fact}\n"


def as_json(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Return the totals as records."""
    return [
        {
            "language": language,
            "way": way,
            "kind": kind,
            "stated": sums[kind].expected,
            "found": sums[kind].retrieved,
            "both": sums[kind].matched,
        }
        for (language, way), sums in sorted(totals(readings).items())
        for kind in sums
    ]


def choose(directory: Path, sample: int, seed: int) -> list[Path]:
    """Return the XML files below a folder; with ``sample``, so many of each folder."""
    folders: dict[Path, list[Path]] = {}
    for path in sorted(directory.rglob("*.xml")):
        folders.setdefault(path.parent, []).append(path)
    if not sample:
        return [path for paths in folders.values() for path in paths]
    draw = random.Random(seed)
    return [path for paths in folders.values() for path in sorted(draw.sample(paths, min(sample, len(paths))))]


def measure_all(
    files: Sequence[Path], count: int, seed: int, facts_too: bool, executor: Executor | None = None
) -> list[Reading]:
    """Return the readings of many files, here or by an executor."""
    run = partial(measure, count=count, seed=seed, facts_too=facts_too)
    batches = executor.map(run, files, chunksize=8) if executor else map(run, files)
    return [reading for batch in batches for reading in batch]
