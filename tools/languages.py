"""How well is a language read, held against English by position: ``languages.py DIR LANGUAGE [--aside [--write]]``.

DIR has the texts as AKN4UN, the United Nations' own XML, in ``unxml/en`` and ``unxml6/LANGUAGE`` under the same names.
Every third file, in order of names, is kept aside: rules are made on the others, and ``--aside`` measures on those;
``--write`` puts their figures into the quality file of the package.
Files that count alike are compared paragraph by paragraph; English is what a program reads too, not the truth.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from render import Style, render
from structure import Tally, compare, found, stated

import ecoanalysis
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate import normalise
from ecoanalysis.extract import extract_facts
from ecoanalysis.lexicon import detect, language_of
from ecoanalysis.lexicon.detection import SAMPLE
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import Facts
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.quality import QUALITY
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
_STYLE = Style(width=90, page=0, gaps=False, indent=0, digit_spaces=False, marks="glued", links=False)
_EVERYWHERE = ("general-assembly", "united-nations")  # what a language names them with differs by style

Key = tuple[Any, ...]


@dataclass
class Measure:
    """The tallies of a set of files, and what was not alike."""

    tallies: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(FIGURES, Tally()))
    unlike: list[tuple[str, Key, object, object]] = field(default_factory=list)
    files: int = 0
    paired: int = 0

    def add(self, figure: str, key: Key, wanted: Iterable[object], got: Iterable[object]) -> None:
        """Count what is wanted and got of one paragraph or file."""
        a, b = Counter(wanted), Counter(got)
        self.tallies[figure] += Tally(a.total(), b.total(), (a & b).total())
        if a != b:
            self.unlike.append(
                (figure, key, sorted(map(str, (a - b).elements())), sorted(map(str, (b - a).elements())))
            )

    def figures(self) -> dict[str, Any]:
        """Return what the quality file has of a language."""
        return {
            "package": ecoanalysis.__version__,
            "measured_on": date.today().isoformat(),
            "files": self.files,
            "paired": self.paired,
            "figures": {
                figure: {
                    "expected": tally.stated,
                    "found": tally.found,
                    "matched": tally.both,
                    "precision": round(tally.precision, 4) if tally.found else None,
                    "recall": round(tally.recall, 4) if tally.stated else None,
                }
                for figure, tally in self.tallies.items()
            },
        }

    def lines(self) -> Iterator[str]:
        yield f"{self.files} files, {self.paired} of them with as many paragraphs as in English"
        for figure, meaning in FIGURES.items():
            tally = self.tallies[figure]
            precision = f"{tally.precision:.4f}" if tally.found else "–     "
            recall = f"{tally.recall:.4f}" if tally.stated else "–     "
            numbers = f"P {precision}  R {recall}  of {tally.stated:>5}"
            yield f"{figure:<11}{numbers}  {meaning}"


def read_facts(document: Document) -> list[Facts]:
    return [extract_facts(resolution) for resolution in parse_resolutions(document)]


def by_paragraph(every: Iterable[Facts]) -> dict[Key, dict[str, list[object]]]:
    """Return what is found in each paragraph, figure by figure."""
    out: dict[Key, dict[str, list[object]]] = {}
    for facts in every:
        part = facts.resolution.part
        for paragraph in facts.resolution.paragraphs:
            if paragraph.part in ("preamble", "operative"):
                out[part, paragraph.id, paragraph.part] = {figure: [] for figure in FIGURES}
        for clause in facts.clauses:
            place = next(
                (key for key in ((part, clause.paragraph, name) for name in ("preamble", "operative")) if key in out),
                None,
            )
            if place is None:
                continue
            here = out[place]
            here["sequence"].append((clause.cls, clause.band))
            if clause.index == 1:
                here["classes"].append(clause.cls)
                here["forces"].append((clause.cls, clause.band))
            here["hedges"] = here["hedges"] or ["hedged"] * bool(clause.hedges)
            here["continuity"] = here["continuity"] or ["goes on"] * bool(clause.continuity)
        for key, here in out.items():
            if key[0] == part:
                id = key[1]
                here["symbols"] = [one.symbol for one in facts.citations if one.paragraph == id and one.symbol]
                here["dates"] = [one.date for one in facts.dates if one.paragraph == id]
                here["bodies"] = [
                    one.agency
                    for one in facts.agencies
                    if one.paragraph == id and one.agency not in (None, *_EVERYWHERE)
                ]
    return out


def leads(document: Document, every: Iterable[Facts]) -> Iterator[tuple[Key, str, str]]:
    """Yield the opening phrases that the file sets apart at a paragraph's head, with the ones found."""
    openings = [mark for mark in document.marks if mark.role == "opening"]
    for facts in every:
        heads = {clause.paragraph: clause for clause in reversed(facts.clauses) if clause.index == 1}
        for paragraph in facts.resolution.paragraphs:
            if paragraph.part not in ("preamble", "operative") or paragraph.is_point:
                continue
            for mark in openings:
                if paragraph.start <= mark.start <= paragraph.start + 1:
                    lead = document.raw[mark.start : mark.end].strip(" ,\t\u00a0")
                    clause = heads.get(paragraph.id)
                    yield (
                        (facts.resolution.part, paragraph.id),
                        normalise(lead),
                        normalise(clause.verb.surface if clause else ""),
                    )


def measure(paths: Iterable[Path], english: Path, language: str) -> Measure:
    """Return the figures of files, each against its English twin."""
    measured = Measure()
    for path in paths:
        try:
            document = read_document(path)
        except EcoanalysisError:
            continue
        if document.language != language:
            continue
        measured.files += 1
        measured.add("detected", (path.stem,), [language], [_detected(document.raw)])
        every = read_facts(document)
        wanted, text = stated(document), read_text(render(document, _STYLE), f"{path.stem}.txt")
        tallies, lost, gained = compare(wanted, found(parse_resolutions(text), facts_too=False), facts_too=False)
        for figure, kind in (("text", "paragraphs"), ("words", "words")):
            measured.tallies[figure] += tallies[kind]
            measured.unlike += [(figure, (path.stem, *fact), "lost", "") for name, fact in lost if name == kind]
            measured.unlike += [(figure, (path.stem, *fact), "", "gained") for name, fact in gained if name == kind]
        for key, lead, phrase in leads(document, every):
            measured.add("leads", (path.stem, *key), [lead.lower()], [phrase.lower()])
        if (english / path.name).exists():
            _against(
                measured, path.stem, by_paragraph(read_facts(read_document(english / path.name))), by_paragraph(every)
            )
    return measured


def _detected(text: str) -> str:
    try:
        return detect(text)
    except EcoanalysisError:
        return "none"


def _against(
    measured: Measure, file: str, wanted: dict[Key, dict[str, list[object]]], got: dict[Key, dict[str, list[object]]]
) -> None:
    if len(wanted) != len(got):
        return
    measured.paired += 1
    measured.add("paragraphs", (file,), list(wanted), list(got))
    for key in wanted.keys() & got.keys():
        for figure in ("symbols", "dates", "bodies"):
            measured.add(figure, (file, *key), wanted[key][figure], got[key][figure])
        if wanted[key]["sequence"] and got[key]["sequence"]:
            for figure in ("classes", "forces", "sequence", "hedges", "continuity"):
                measured.add(figure, (file, *key), wanted[key][figure], got[key][figure])


def shares(folder: Path, code: str) -> Iterator[str]:
    """Yield the files of a language with the fewest of its own words, and those of others with the most.

    ``least`` (``own`` in the language's ``structure.toml``) stands well between the two.
    """
    language = language_of(code)
    least = float(language.table("structure")["own"]["least"])
    ranked: dict[bool, list[tuple[float, Path]]] = {True: [], False: []}
    for path in (path for one in ("unxml", "unxml6") for path in (folder / one).glob("*/*.xml")):
        head, _, text = path.read_text(encoding="utf-8", errors="replace").partition("</meta>")
        stated = re.search(r'FRBRlanguage language="(\w+)"', head)
        words = " ".join(re.sub(r"<[^>]*>", " ", text).split())[:SAMPLE]
        ours = bool(stated) and stated[1] in language.file_codes
        ranked[ours].append((least * language.share(words), path))
    for share, path in (*sorted(ranked[True])[:5], *sorted(ranked[False])[:-6:-1]):
        yield f"{share:.3f} {path.relative_to(folder)}"


def split(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files to make rules on, and every third, kept aside."""
    files = sorted(folder.glob("*.xml"))
    return [path for at, path in enumerate(files) if at % 3 != 2], files[2::3]


def write(language: str, measured: Measure) -> None:
    """Put the figures of a language into the quality file, beside those of the others."""
    path = Path(ecoanalysis.__file__).parent / QUALITY
    written = json.loads(path.read_text(encoding="utf-8"))
    languages = written.get("text_languages", {}) | {language: measured.figures()}
    written["text_languages"] = dict(sorted(languages.items()))
    path.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("language")
    parser.add_argument("--aside", action="store_true", help="the files kept aside")
    parser.add_argument("--show", default="", help="a figure whose differences are printed, or: shares")
    parser.add_argument("--write", action="store_true", help="put the figures of the files kept aside on record")
    options = parser.parse_args()
    if options.write and not options.aside:
        parser.error("--write goes with --aside: rules were made on the other files")
    if options.show == "shares":
        print("\n".join(shares(options.folder, options.language)))
        return
    files = split(options.folder / "unxml6" / options.language)[options.aside]
    measured = measure(files, options.folder / "unxml" / "en", options.language)
    print("\n".join(measured.lines()))
    if options.write:
        write(options.language, measured)
    for figure, *rest in measured.unlike:
        if figure == options.show:
            print(*rest, sep=" | ")


if __name__ == "__main__":
    main()
