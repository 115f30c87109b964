"""How much of a document's stated structure does ``parse`` find: ``python tools/structure.py DIR [--sample N]``.

DIR holds AKN4UN files. Each is read twice over: as it is, and as the wrapped text that ``render`` makes of it, in
several styles. What must be found follows from the file's marks by a small walk of its own (``stated``), never from the
parser. Printed per language and reading: precision, recall and F1 of each kind of fact, and the worst files.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path, PurePath
from typing import Any

from render import Style, render, styles

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate import normalise
from ecoanalysis.extract import extract_facts
from ecoanalysis.lexicon import language_of
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
_CHINESE = "一二三四五六七八九十"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ADDRESS = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:[a-z]{2}/)?(?P<symbol>[A-Z]/\S+)")

Facts = dict[str, Counter[tuple[Any, ...]]]


# --- what the file states ---------------------------------------------------------------------------------------------


@dataclass
class _Names:
    """Paragraphs' ids as the codebook has them, one resolution at a time."""

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
        letter = chr(ord("a") + (place - 1) % 26) * ((place - 1) // 26 + 1)
        self.path.append(f"{self.path[-1]}.{letter if level % 2 else _roman(place)}")
        self.points.append(0)
        return self.path[-1]

    def head(self, value: str) -> None:
        if value and self.signed:
            self.sign, self.last = _sign(value), 0

    def annexed(self, value: str) -> None:
        self.lead, self.sign, self.last = f"annex.{value}." if value else "annex.", "", 0


def _sign(value: str) -> str:
    """Chinese signs are given as Roman ones: 十二 is XII."""
    if value[0] not in _CHINESE:
        return value
    tens, ten, ones = value.rpartition("十")
    number = (_CHINESE.find(tens) + 1 if tens else 1) * 10 * bool(ten) + (_CHINESE.find(ones) + 1 if ones else 0)
    return _roman(number).upper()


def _roman(number: int) -> str:
    return "x" * ((number - 1) // 10) + _ROMANS[(number - 1) % 10]


def stated(document: Document) -> Facts:
    """Return what the marks of a document state, as facts that ``found`` gives too."""
    facts = _no_facts()
    items = [mark for mark in document.marks if mark.role == "item"]
    ranges = [(item.start, item.end) for item in items] or [(0, len(document.raw))]
    for part, (start, end) in enumerate(ranges, 1):
        marks = [mark for mark in document.marks if start <= mark.start < end]
        _state(document, part, sorted(marks, key=lambda mark: (mark.start, -mark.end)), facts)
    return facts


def _state(document: Document, part: int, marks: Sequence[Mark], facts: Facts) -> None:
    names = _Names(_restarts(marks))
    role = "title"
    for at, mark in enumerate(marks):
        if mark.role == "heading":
            names.head(mark.value)
        elif mark.role == "annex":
            names.annexed(mark.value)
        elif mark.role in ("preambular", "operative", "point"):
            name = names.of(mark)
            role = {"preambular": "preamble", "operative": "operative"}.get(mark.role, role)
            if not names.lead:
                inner = [other for other in marks[at + 1 :] if mark.start <= other.start <= mark.end]
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


def found(resolutions: Iterable[Resolution], *, facts_too: bool = True) -> Facts:
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
class Tally:
    """Facts stated, found, and both."""

    stated: int = 0
    found: int = 0
    both: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.stated + other.stated, self.found + other.found, self.both + other.both)

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.both / self.stated if self.stated else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.both / (self.stated + self.found) if self.stated + self.found else 1.0


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


def compare(
    wanted: Facts, got: Facts, *, facts_too: bool = True
) -> tuple[dict[str, Tally], list[tuple[str, Any]], list[tuple[str, Any]]]:
    """Return tallies by kind, the facts that are lost, and those that nothing states."""
    tallies, lost, gained = {}, [], []
    for kind in KINDS:
        if kind in _FACTS and not facts_too:
            continue
        a, b = wanted[kind], got[kind]
        if kind == "symbols":
            both = sum(min(count, 1) for fact, count in a.items() if b[fact])
            tallies[kind] = Tally(len(a), both, both)
            lost += [(kind, fact) for fact in a if not b[fact]]
        elif kind == "openings begun":
            verbs = {fact[:2]: fact[2] for fact in got["openings"]}
            begun = [_begins(fact[2], verbs.get(fact[:2], "")) for fact in wanted["openings"]]
            tallies[kind] = Tally(len(begun), len(begun), sum(begun))
            lost += [(kind, fact) for fact, well in zip(wanted["openings"], begun, strict=True) if not well]
            gained += [(kind, (*fact[:2], verbs.get(fact[:2], ""))) for _, fact in lost if _ == kind]
        else:
            keys = {fact[:2] for fact in a} if kind == "openings" else None
            b = Counter({fact: count for fact, count in b.items() if keys is None or fact[:2] in keys})
            tallies[kind] = Tally(a.total(), b.total(), (a & b).total())
            lost += [(kind, fact) for fact in (a - b).elements()]
            gained += [(kind, fact) for fact in (b - a).elements()]
    return tallies, lost, gained


def _begins(stated_verb: str, found_verb: str) -> bool:
    return bool(found_verb) and (stated_verb.startswith(found_verb) or found_verb.startswith(stated_verb))


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
            got = found(parse_resolutions(source), facts_too=facts_too)
        except EcoanalysisError:
            got = _no_facts()
        tallies, lost, gained = compare(wanted, got, facts_too=facts_too)
        readings.append(Reading(file, document.language, style, tallies, tuple(lost), tuple(gained)))
    return readings


# --- the report -------------------------------------------------------------------------------------------------------


def totals(readings: Iterable[Reading]) -> dict[tuple[str, str], dict[str, Tally]]:
    """Return the tallies by language and way of reading."""
    out: dict[tuple[str, str], dict[str, Tally]] = {}
    for reading in readings:
        sums = out.setdefault((reading.language, reading.way), dict.fromkeys(KINDS, Tally()))
        for kind, tally in reading.tallies.items():
            sums[kind] += tally
    return out


def report(readings: Sequence[Reading], worst: int) -> Iterator[str]:
    for (language, way), sums in sorted(totals(readings).items()):
        count = sum((reading.language, reading.way) == (language, way) for reading in readings)
        yield f"\n{language}, read as {way} ({count} readings)"
        for kind, tally in sums.items():
            if tally.stated:
                figures = f"{tally.precision:8.4f} {tally.recall:8.4f} {tally.f1:8.4f}"
                yield f"  {kind:15} {figures}   {tally.stated:7} stated {tally.found:7} found   {KINDS[kind]}"
    yield "\nworst readings: facts lost and too many, the first of each"
    bad = sorted(readings, key=lambda reading: -_faults(reading))
    for reading in [reading for reading in bad if _faults(reading)][:worst]:
        kinds = Counter(kind for kind, _ in (*reading.lost, *reading.gained))
        yield f"  {PurePath(reading.file)} {reading.style or 'xml'}"
        yield f"    {dict(kinds)}"
        for sign, facts in (("-", reading.lost), ("+", reading.gained)):
            for kind, fact in [one for one in facts if one[0] in ("paragraphs", "anchors")][:3]:
                yield f"    {sign} {kind} {fact}"


def _faults(reading: Reading) -> int:
    return sum(kind in ("paragraphs", "anchors") for kind, _ in (*reading.lost, *reading.gained))


def as_json(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    return [
        {
            "language": language,
            "way": way,
            "kind": kind,
            "stated": tally.stated,
            "found": tally.found,
            "both": tally.both,
        }
        for (language, way), sums in sorted(totals(readings).items())
        for kind, tally in sums.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="so many files of each folder; all without it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--styles", type=int, default=2, help="so many texts of each file")
    parser.add_argument("--structure-only", action="store_true", help="no verbs and symbols, which are slower")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--faults", type=Path, help="write every fault there, one a line")
    parser.add_argument("--json", type=Path, help="write the totals there")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    files = _chosen(options.directory, options.sample, options.seed)
    run = partial(measure, count=options.styles, seed=options.seed, facts_too=not options.structure_only)
    pool: Any = nullcontext()
    if options.workers > 1:
        pool = ProcessPoolExecutor(options.workers, mp_context=get_context("spawn"))
    with pool as executor:
        readings = [reading for batch in _mapped(executor, run, files) for reading in batch]
    print("\n".join(report(readings, options.worst)))
    if options.faults:
        options.faults.write_text("".join(_fault_lines(readings)), encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(as_json(readings), indent=1), encoding="utf-8")


def _chosen(directory: Path, sample: int, seed: int) -> list[Path]:
    folders: dict[Path, list[Path]] = {}
    for path in sorted(directory.rglob("*.xml")):
        folders.setdefault(path.parent, []).append(path)
    if not sample:
        return [path for paths in folders.values() for path in paths]
    choose = random.Random(seed)
    return [path for paths in folders.values() for path in sorted(choose.sample(paths, min(sample, len(paths))))]


def _mapped(executor: Executor | None, run: Any, files: Sequence[Path]) -> Iterator[list[Reading]]:
    yield from executor.map(run, files, chunksize=8) if executor else map(run, files)


def _fault_lines(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for sign, facts in (("-", reading.lost), ("+", reading.gained)):
            for kind, fact in facts:
                yield f"{reading.file}\t{reading.way}\t{reading.style or ''}\t{sign}\t{kind}\t{fact}\n"


if __name__ == "__main__":
    main()
