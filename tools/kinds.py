"""Single kinds of facts in paragraphs kept aside, against the program (``python tools/kinds.py --texts DIR``).

The paragraphs are those of ``data/gold/kinds`` (docs/gold.md, Single kinds). Printed are, a line for each file and
kind, how many facts the readers and the program have and in how many they agree, with F1; nothing of what differs, so
that no rule is made on it. A document that is not at hand is said, and left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from weigh_themes import resolutions_of_file

from ecoanalysis.evaluate.scoring.items import normalise
from ecoanalysis.evaluate.scoring.scores import Tally
from ecoanalysis.extract import extract_facts
from ecoanalysis.hashes import PACKAGE
from ecoanalysis.model.facts import Clause, Facts

FOLDER = PACKAGE / "data" / "gold" / "kinds"

Line = Mapping[str, Any]
Key = tuple[str | None, ...]
Kind = tuple[str, Callable[[Line], Iterable[Key]], Callable[[Facts, str], Iterable[Key]]]

_ASKING = ("DIR", "DEC")


def _asking(facts: Facts, paragraph: str) -> Iterator[Clause]:
    return (clause for clause in facts.clauses if clause.paragraph == paragraph and clause.class_ in _ASKING)


def _main(facts: Facts, paragraph: str) -> Iterator[Key]:
    here = [theme for theme in facts.themes if theme.paragraph == paragraph]
    if here:
        yield (max(here, key=lambda theme: theme.score).theme,)


KINDS: Sequence[Kind] = (
    (
        "hedges",
        lambda line: [(hedge["surface"], hedge["kind"]) for hedge in line["hedges"]],
        lambda facts, paragraph: [
            (hedge.surface, hedge.kind) for clause in _asking(facts, paragraph) for hedge in clause.hedges
        ],
    ),
    (
        "clauses",
        lambda line: [(clause["verb"], clause.get("act_verb", "")) for clause in line["clauses"]],
        lambda facts, paragraph: [(clause.verb.surface, clause.act_verb or "") for clause in _asking(facts, paragraph)],
    ),
    (
        "polarity",
        lambda line: [(clause["verb"], clause["polarity"]) for clause in line["clauses"]],
        lambda facts, paragraph: [(clause.verb.surface, clause.polarity) for clause in _asking(facts, paragraph)],
    ),
    (
        "instruments",
        lambda line: [(cited["surface"],) for cited in line["instruments"]],
        lambda facts, paragraph: [
            (cited.surface,) for cited in facts.citations if cited.paragraph == paragraph and cited.symbol is None
        ],
    ),
    (
        "dates",
        lambda line: [(date["surface"],) for date in line["dates"]],
        lambda facts, paragraph: [(date.surface,) for date in facts.dates if date.paragraph == paragraph],
    ),
    ("themes", lambda line: [tuple(line["themes"][:1])] if line["themes"] else [], _main),
)
"""Each kind with what a line of the gold and what the program's facts have of it."""

_FIELDS = {"polarity": "clauses"}  # where a kind stands in a line, if not under its own name


def tallies(lines: Sequence[Line], texts: Sequence[Path]) -> dict[str, Tally]:
    """Return how many facts of each kind that the lines have fields for are expected, found and matched."""
    by_document: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_document[line["document"]].append(line)
    paths = {path.resolve() for folder in texts for path in folder.rglob("*") if path.name in by_document}
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    done: set[str] = set()
    for path in sorted(paths):
        for resolution in resolutions_of_file(path):
            here = [line for line in by_document[path.name] if _is_of(line, resolution.symbol, resolution.language)]
            here = [line for line in here if line["key"] not in done]
            if here:
                _count(here, extract_facts(resolution), counted)
                done.update(line["key"] for line in here)
    for key in (line["key"] for line in lines if line["key"] not in done):
        print(f"{key}: not at hand below {', '.join(map(str, texts))}", file=sys.stderr)
    return {kind: Tally(count["matched"], count["expected"], count["retrieved"]) for kind, count in counted.items()}


def _is_of(line: Line, symbol: str | None, language: str) -> bool:
    return (line["symbol"], line["language"]) == (symbol, language)


def _count(lines: Iterable[Line], facts: Facts, counted: Mapping[str, Counter[str]]) -> None:
    for line in lines:
        for kind, expected, retrieved in KINDS:
            if _FIELDS.get(kind, kind) in line:
                readers, ours = _keys(expected(line)), _keys(retrieved(facts, line["paragraph"]))
                counted[kind].update(matched=(readers & ours).total(), expected=readers.total(), retrieved=ours.total())


def _keys(keys: Iterable[Key]) -> Counter[Key]:
    return Counter(tuple(normalise(word or "") for word in key) for key in keys)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True, metavar="DIR")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="instead of those that ship")
    options = parser.parse_args(arguments)
    for path in options.files or sorted(FOLDER.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for kind, tally in tallies(lines, options.texts).items():
            print(
                f"{path.stem} {kind}: {tally.matched} of {tally.expected}, {tally.retrieved} found, F1 {tally.f1:.3f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
