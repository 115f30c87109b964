"""What a comparison tells of small changes made on purpose to real paragraphs, and whether its losses are lost.

    python tools/probes.py DIR [--aside] [--documents N] [--pairs N] [--seed N] [--show]

DIR has the folders ``zh`` and ``en``. A clause of another resolution is put in front of and behind each clause of an
operative paragraph: nothing is lost by that. An item is taken out of an enumeration as a drafter would: a change must
tell it, with few words beside it. And in real pairs of editions of one title, of each loss of force the old verb is
sought in the later edition over the old words, by other means than the program's. A third of the documents, chosen by
their names, is looked at with ``--aside`` alone.
"""

from __future__ import annotations

import argparse
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import ecoanalysis as eco
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.against_xml.printed_documents import is_kept_aside
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Facts

DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
FORCE = ("weakened", "endorsement_lowered")
_MARKS = " .;,:，；。：、"
_STANDS = 0.80  # share of a clause's words that must stand behind its verb for it to stand
_SHORT, _LONG = 20, 250  # characters of a clause that is put in


@dataclass(frozen=True, slots=True)
class Probe:
    """A paragraph, it again with one change made, and what was taken out (nothing where something was put in)."""

    language: str
    old: str
    new: str
    item: str = ""


@cache
def alone(language: str, words: str) -> Edition:
    """Return an edition that has one operative paragraph."""
    text = DATA[language]["frame"].format(words)
    return eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text))))


def compared(probe: Probe) -> Comparison:
    return eco.compare_editions(alone(probe.language, probe.old), alone(probe.language, probe.new))


def insertions(facts: Facts, others: Sequence[str], draw: random.Random) -> Iterator[Probe]:
    """Yield each operative paragraph with a clause of another resolution before, or behind, one of its clauses."""
    language = facts.resolution.language
    joint, tail = DATA[language]["joint"], DATA[language]["tail"]
    for paragraph in facts.resolution.paragraphs:
        text = paragraph.text.rstrip(_MARKS)
        places = {offset: position for position, offset in enumerate(paragraph.offsets)}
        for clause in facts.clauses:
            if clause.paragraph != paragraph.id or paragraph.part != "operative" or clause.start not in places:
                continue
            start, end = places[clause.start], min(places.get(clause.end, len(text)), len(text))
            before, behind = draw.choice(others), draw.choice(others)
            first = text[start].lower() + text[start + 1 :] if start == 0 else text[start:]
            came = before if start == 0 else before[0].lower() + before[1:]
            yield Probe(language, text, f"{text[:start]}{came}{joint}{first}")
            kept = re.sub(tail, "", text[:end].rstrip(_MARKS)).rstrip(_MARKS)
            rest = text[end:].strip(_MARKS)
            yield Probe(language, text, joint.join(filter(None, (kept, behind[0].lower() + behind[1:], rest))))


def cuts(facts: Facts, draw: random.Random, most: int = 12) -> Iterator[Probe]:
    """Yield operative paragraphs without an item of one of their enumerations, drawn from all there are."""
    language = facts.resolution.language
    rules = DATA[language]
    every = [
        Probe(language, text, text[: match.start()] + match.expand(stays) + text[match.end() :], match["item"])
        for paragraph in facts.resolution.paragraphs
        if paragraph.part == "operative"
        for text in [paragraph.text.rstrip(_MARKS)]
        for pattern, stays in rules["items"]
        for match in re.finditer(pattern.replace("{item}", rules["item"]), text)
    ]
    yield from draw.sample(every, min(most, len(every)))


def losses(probe: Probe) -> list[str]:
    """Return what the brief calls lost."""
    return [f"{line.type}: {line.words}" for line in make_brief(compared(probe)).lines if line.section == "lost"]


def is_told(probe: Probe) -> bool:
    """Return whether a line of the brief tells every word of what was taken out, articles aside, and few more."""
    rules = DATA[probe.language]
    wanted = Counter(re.findall(rules["word"], probe.item.lower())) - Counter(rules["articles"] * len(probe.item))
    return any(_tells(line.words, wanted, rules) for line in make_brief(compared(probe)).lines)


def _tells(line: str, wanted: Counter[str], rules: Mapping[str, Any]) -> bool:
    words = Counter(re.findall(rules["word"], line.lower()))
    return not wanted - words and (words - wanted).total() <= rules["surplus"]


def stands(verb: str, clause: str, texts: Iterable[str], word: str) -> bool:
    """Return whether a verb stands in a text over the words that a clause has behind it."""
    verb, clause = verb.lower(), clause.lower()
    rest = re.findall(word, clause[clause.find(verb) + len(verb) :])
    pairs = set(pairwise(rest))
    for text in texts:
        for match in re.finditer(r"\b" + re.escape(verb), text.lower()):
            behind = re.findall(word, text[match.end() :].lower())[: len(rest) + 2]
            if behind[:1] == rest[:1] and len(pairs & set(pairwise(behind))) >= _STANDS * len(pairs):
                return True
    return False


def standing_losses(comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """Yield each loss of force with the words that lost it, and whether its old verb stands over them."""
    texts = [paragraph.text or "" for paragraph in comparison.new.paragraphs]
    word = DATA[comparison.new.language]["word"]
    for link in comparison.links:
        clauses = [before.clause for before, _ in link.clauses if before]
        for change in link.changes:
            if change.type in FORCE and change.firm and change.old and change.by in ("band", "class", "verb", "clause"):
                for clause in clauses:
                    if clause.start <= change.old.start < clause.end:
                        yield clause.quote, stands(clause.verb.surface, clause.quote, texts, word)


def drawn(folder: Path, language: str, aside: bool, draw: random.Random) -> list[Path]:
    """Return the documents of a language, those kept aside or the others, in an order drawn by chance."""
    paths = [path for path in sorted((folder / language).glob("*.xml")) if is_kept_aside(path.stem) == aside]
    return draw.sample(paths, len(paths))


def read(paths: Iterable[Path], most: int) -> list[Facts]:
    """Return the facts of the first documents that can be read."""
    every: list[Facts] = []
    for path in paths:
        try:
            every += facts_of(path)[:1]
        except EcoanalysisError:
            continue
        if len(every) >= most:
            break
    return every


def title_of(path: Path) -> str:
    """Return the title that a file states, its words alone."""
    stated = re.search(r"<docTitle[^>]*resolutionTitle[^>]*>(.*?)</docTitle>", path.read_text(encoding="utf-8"), re.S)
    return re.sub(r"[\W\d]+", " ", re.sub(r"<[^>]+>", " ", stated[1]).lower()).strip() if stated else ""


def successive(paths: Sequence[Path], every: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Return those documents that another one of a later session follows under the same title."""
    named = sorted((title_of(path), _number(path), path) for path in every)
    pairs = [
        (first[2], second[2])
        for title, group in groupby(named, key=lambda row: row[0])
        for first, second in pairwise(group)
        if title and first[1][0] < second[1][0]
    ]
    wanted = set(paths)
    return [pair for pair in pairs if pair[0] in wanted]


def _number(path: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", path.stem)[:2])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--aside", action="store_true")
    parser.add_argument("--documents", type=int, default=20, help="so many of each language for insertions and cuts")
    parser.add_argument("--pairs", type=int, default=15, help="so many of each language for losses of force")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print what went wrong; not with --aside")
    options = parser.parse_args()
    for language in DATA:
        draw = random.Random(f"{options.seed} {language}")
        paths = drawn(options.folder, language, options.aside, draw)
        every = read(paths, options.documents)
        if not every:
            parser.error(f"no document of {options.folder / language} could be read: {len(paths)} files, XML")
        show = options.show and not options.aside
        _report(language, every, draw, show)
        pairs = successive(paths, sorted((options.folder / language).glob("*.xml")))
        _report_pairs(language, draw.sample(pairs, min(options.pairs, len(pairs))), show)


def _report(language: str, every: Sequence[Facts], draw: random.Random, show: bool) -> None:
    clauses = [
        clause.quote.rstrip(_MARKS)
        for facts in every
        for clause in facts.clauses
        if not (clause.paragraph or "").startswith("P") and _SHORT < len(clause.quote) < _LONG
    ]
    put_in = [probe for facts in every for probe in insertions(facts, clauses, draw)]
    false = [(probe, lost) for probe in put_in if (lost := losses(probe))]
    print(f"{language}: clauses put in {len(put_in)}, of which {len(false)} claim a loss")
    taken = [probe for facts in every for probe in cuts(facts, draw)]
    silent = [probe for probe in taken if not is_told(probe)]
    print(f"{language}: items taken out {len(taken)}, of which {len(taken) - len(silent)} are told with their words")
    if show:
        for probe, lost in false:
            print("  LOSS", lost, "\n    ", probe.old, "\n    ", probe.new)
        for probe in silent:
            print("  SILENT", probe.item, "|", [(line.type, line.words) for line in make_brief(compared(probe)).lines])
            print("    ", probe.old, "\n    ", probe.new)


def _report_pairs(language: str, pairs: Iterable[tuple[Path, Path]], show: bool) -> None:
    results = [result for pair in pairs for result in standing_losses(_compare(*pair))]
    still = [quote for quote, stood in results if stood]
    print(f"{language}: losses of force {len(results)}, with the old verb over the old words still there {len(still)}")
    for quote in still if show else ():
        print("  STANDS", quote)


def _compare(old: Path, new: Path) -> Comparison:
    first, second = (eco.to_edition(facts_of(path)[0]) for path in (old, new))
    return eco.compare_editions(first, second)


if __name__ == "__main__":
    main()
