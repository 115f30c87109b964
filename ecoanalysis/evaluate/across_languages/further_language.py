"""Languages: how well a language is read, its texts held against those of another by position.

Files that count alike are compared paragraph by paragraph. The other language is what a program reads too, not the
truth; what the XML states of a text (its language, its opening phrases, its paragraphs once they are wrapped) is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import ecoanalysis
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.against_xml.structure import compare, parsed, stated
from ecoanalysis.evaluate.against_xml.wrapped_text import Style, render
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.evaluate.scoring.items import normalise
from ecoanalysis.evaluate.scoring.scores import Tally, tally
from ecoanalysis.extract import extract_facts
from ecoanalysis.lexicon import detect, language_of
from ecoanalysis.lexicon.detection import SAMPLE
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import Facts
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document, read_text

FIGURES = {
    "detected": "files whose words tell their language",
    "paragraphs": "id and part, of files whose counts agree with English",
    "text": "id and part from wrapped text, against the XML",
    "words": "id and own words from wrapped text, against the XML",
    "symbols": "cited symbols of a paragraph",
    "dates": "dates of a paragraph",
    "leads": "opening phrase against the one that the file sets apart",
    "classes": "class of the first clause",
    "forces": "class and band of the first clause",
    "sequence": "classes and bands of all clauses",
    "bodies": "bodies named in a paragraph, without the General Assembly and the United Nations",
    "hedges": "whether a directive's paragraph has a hedge",
    "continuity": "whether a directive's paragraph says that something goes on",
}
_OF_PARAGRAPHS = ("symbols", "dates", "bodies")
_OF_CLAUSES = ("classes", "forces", "sequence", "hedges", "continuity")
_SCORED = ("preamble", "operative")
_STYLE = Style(width=90, page=0, gaps=False, indent=0, digit_spaces=False, marks="glued", links=False)
_EVERYWHERE = ("general-assembly", "united-nations")  # what a language names them with differs by style

Key = tuple[Any, ...]
Words = dict[str, list[Hashable]]


@dataclass
class Tallies:
    """The tallies of a set of files, and what was not alike."""

    tallies: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(FIGURES, Tally()))
    unlike: list[tuple[object, ...]] = field(default_factory=list)
    files: int = 0
    paired: int = 0

    def add(self, figure: str, key: Key, wanted: Iterable[Hashable], given: Iterable[Hashable]) -> None:
        """Count what is wanted and given of one paragraph or file."""
        ours, theirs = Counter(wanted), Counter(given)
        self.tallies[figure] += tally(ours.elements(), theirs.elements())
        if ours != theirs:
            sides = (ours - theirs, theirs - ours)
            self.unlike.append((figure, key, *(sorted(map(str, side.elements())) for side in sides)))

    def figures(self) -> dict[str, Any]:
        """Return what the quality file has of a language."""
        return {
            "package": ecoanalysis.__version__,
            "measured_on": date.today().isoformat(),
            "files": self.files,
            "paired": self.paired,
            "figures": {
                figure: {name: value for name, value in counts.as_figures().items() if name != "f1"}
                for figure, counts in self.tallies.items()
            },
        }

    def lines(self) -> Iterator[str]:
        """Yield the figures as they are printed."""
        yield f"{self.files} files, {self.paired} of them with as many paragraphs as in English"
        for figure, meaning in FIGURES.items():
            counts = self.tallies[figure]
            precision, recall = (
                "–" if share is None else f"{share:.4f}" for share in (counts.precision, counts.recall)
            )
            yield f"{figure:<11}P {precision:<6}  R {recall:<6}  of {counts.expected:>5}  {meaning}"


def by_paragraph(every: Iterable[Facts]) -> dict[Key, Words]:
    """Return what is found in each paragraph, figure by figure."""
    paragraphs: dict[Key, Words] = {}
    for facts in every:
        part = facts.resolution.part
        here: dict[str, Words] = {}
        for paragraph in facts.resolution.paragraphs:
            if paragraph.part in _SCORED and paragraph.id not in here:
                here[paragraph.id] = {figure: [] for figure in FIGURES}
                paragraphs[part, paragraph.id, paragraph.part] = here[paragraph.id]
        _add_clauses(facts, here)
        for citation in facts.citations:
            if citation.symbol and citation.paragraph in here:
                here[citation.paragraph]["symbols"].append(citation.symbol)
        for mentioned in facts.dates:
            if mentioned.paragraph in here:
                here[mentioned.paragraph]["dates"].append(mentioned.date)
        for mention in facts.agencies:
            if mention.paragraph in here and mention.agency not in (None, *_EVERYWHERE):
                here[mention.paragraph]["bodies"].append(mention.agency)
    return paragraphs


def _add_clauses(facts: Facts, paragraphs: dict[str, Words]) -> None:
    for clause in facts.clauses:
        if clause.paragraph not in paragraphs:
            continue
        here = paragraphs[clause.paragraph]
        here["sequence"].append((clause.class_, clause.band))
        if clause.index == 1:
            here["classes"].append(clause.class_)
            here["forces"].append((clause.class_, clause.band))
        here["hedges"] = here["hedges"] or ["hedged"] * bool(clause.softened_by)
        here["continuity"] = here["continuity"] or ["goes on"] * bool(clause.continuity)


def leads(document: Document, every: Iterable[Facts]) -> Iterator[tuple[Key, str, str]]:
    """Yield the opening phrases that the file sets apart at a paragraph's head, with the ones found."""
    openings = [mark for mark in document.marks if mark.role == "opening"]
    for facts in every:
        heads = {clause.paragraph: clause for clause in reversed(facts.clauses) if clause.index == 1}
        for paragraph in facts.resolution.paragraphs:
            if paragraph.part not in _SCORED or paragraph.is_point:
                continue
            for mark in openings:
                if paragraph.start <= mark.start <= paragraph.start + 1:
                    lead = document.raw[mark.start : mark.end].strip(" ,\t\u00a0")
                    clause = heads.get(paragraph.id)
                    verb = clause.verb.surface if clause else ""
                    yield (facts.resolution.part, paragraph.id), normalise(lead).lower(), normalise(verb).lower()


def measure(paths: Iterable[Path], others: Path, language: str) -> Tallies:
    """Return the figures of files, each against its twin in the folder of the other language."""
    measured = Tallies()
    for path in paths:
        try:
            document = read_document(path)
        except EcoanalysisError:
            continue
        if document.language == language:
            _measure(measured, path, document, others)
    return measured


def _measure(measured: Tallies, path: Path, document: Document, others: Path) -> None:
    measured.files += 1
    measured.add("detected", (path.stem,), [document.language], [_detected(document.raw)])
    _against_wrapped(measured, path.stem, document)
    every = [extract_facts(resolution) for resolution in parse_resolutions(document)]
    for key, lead, phrase in leads(document, every):
        measured.add("leads", (path.stem, *key), [lead], [phrase])
    if (others / path.name).exists():
        _against_other(measured, path.stem, by_paragraph(facts_of(others / path.name)), by_paragraph(every))


def _detected(text: str) -> str:
    try:
        return detect(text)
    except EcoanalysisError:
        return "none"


def _against_wrapped(measured: Tallies, file: str, document: Document) -> None:
    text = read_text(render(document, _STYLE), f"{file}.txt")
    resolutions = parsed(parse_resolutions(text), facts_too=False)
    tallies, lost, gained = compare(stated(document), resolutions, facts_too=False)
    for figure, kind in (("text", "paragraphs"), ("words", "words")):
        measured.tallies[figure] += tallies[kind]
        measured.unlike += [(figure, (file, *fact), "lost", "") for name, fact in lost if name == kind]
        measured.unlike += [(figure, (file, *fact), "", "gained") for name, fact in gained if name == kind]


def _against_other(measured: Tallies, file: str, wanted: dict[Key, Words], given: dict[Key, Words]) -> None:
    if len(wanted) != len(given):
        return
    measured.paired += 1
    measured.add("paragraphs", (file,), list(wanted), list(given))
    for key in wanted.keys() & given.keys():
        both_speak = wanted[key]["sequence"] and given[key]["sequence"]
        for figure in (*_OF_PARAGRAPHS, *(_OF_CLAUSES if both_speak else ())):
            measured.add(figure, (file, *key), wanted[key][figure], given[key][figure])


def shares(folder: Path, code: str) -> Iterator[str]:
    """Yield the files of a language with the fewest of its own words, and those of others with the most.

    ``least`` (``own`` in the language's ``structure.toml``) stands well between the two.
    """
    language = language_of(code)
    least = float(language.table("structure")["own"]["least"])
    ranked: dict[bool, list[tuple[float, Path]]] = {True: [], False: []}
    for path in (path for name in ("unxml", "unxml6") for path in (folder / name).glob("*/*.xml")):
        head, _, text = path.read_text(encoding="utf-8", errors="replace").partition("</meta>")
        stated_language = re.search(r'FRBRlanguage language="(\w+)"', head)
        words = " ".join(re.sub(r"<[^>]*>", " ", text).split())[:SAMPLE]
        ours = stated_language is not None and stated_language[1] in language.file_codes
        ranked[ours].append((least * language.share(words), path))
    for share, path in (*sorted(ranked[True])[:5], *sorted(ranked[False])[:-6:-1]):
        yield f"{share:.3f} {path.relative_to(folder)}"


def split(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files to make rules on, and every third, kept aside."""
    files = sorted(folder.glob("*.xml"))
    return [path for place, path in enumerate(files) if place % 3 != 2], files[2::3]
