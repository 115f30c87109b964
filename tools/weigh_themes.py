"""Estimate what decides between a paragraph's themes: ``python tools/weigh_themes.py --texts DIR LABELS ...``.

LABELS are folders of JSON Lines files, a paragraph a line: ``document``, ``symbol``, ``paragraph``, ``language`` where
documents of several have one name, ``themes``, the main one first, ``sure``, false where the reader was not (it counts
half), and ``aside``, true where no rule is made on it. The package has two: ``data/gold/themes``, read for this, and
``data/gold/broad`` (docs/gold.md). DIR has the documents. Printed are the tables of
``lexicon/facts/theme_weights.toml`` with the numbers under which the main themes are likeliest, each held to what it
is now: a number moves only as far as many paragraphs agree. Before that, in how many the main theme is first, with
today's numbers and with numbers estimated from other documents.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecoanalysis.errors import UnknownLanguageError
from ecoanalysis.evaluate.scoring.documents import resolutions_of
from ecoanalysis.extract import themes_in_context
from ecoanalysis.extract.themes.paragraph_themes import ThemeGrounds
from ecoanalysis.extract.themes.term_uses import ThemeWeights, estimated_weights, weigh
from ecoanalysis.extract.themes.theme_hits import theme_scores
from ecoanalysis.lexicon import load
from ecoanalysis.model.resolution import Resolution

PULL = 10.0
"""How firmly a number is held to what it is: so many times the squared logarithm of what it is multiplied by."""

SHARPNESS = 2.5
"""How much likelier a theme is the main one the more it weighs: the power of the weights."""

STEPS = (1.4, 1.15, 1.05)
"""What a number is multiplied or divided by as long as it helps, in turn."""

LITTLE = 0.12
"""What a theme's number must differ from 1 to be written down."""

UNSURE = 0.5
"""What a paragraph counts whose reader was not sure."""

FOLDS = 5


@dataclass(frozen=True)
class Labelled:
    """A paragraph with what its themes are weighed from, and its main theme as read, if it has any."""

    symbol: str
    language: str
    text: str
    grounds: ThemeGrounds
    main: str  # "" where it has none
    worth: float = 1.0


def scores(paragraph: Labelled, weights: ThemeWeights) -> dict[str, float]:
    """Return what the themes of a paragraph weigh."""
    grounds = paragraph.grounds
    values = theme_scores(weigh(grounds.uses, weights), grounds.around(weights.near), grounds.implied, weights)
    return {theme: value * weights.counts.get(theme, 1.0) for theme, value in values.items()}


def likelihood(paragraphs: Iterable[Labelled], weights: ThemeWeights) -> float:
    """Return the logarithm of the chance of the main themes, of paragraphs that have theirs among the themes."""
    total = 0.0
    for paragraph in paragraphs:
        weighed = scores(paragraph, weights)
        if weighed.get(paragraph.main, 0) > 0:
            among = sum(value**SHARPNESS for value in weighed.values())
            total += paragraph.worth * (SHARPNESS * math.log(weighed[paragraph.main]) - math.log(among))
    return total


def estimate(paragraphs: Sequence[Labelled], start: ThemeWeights) -> ThemeWeights:
    """Return the weights under which the main themes are likeliest, one number changed at a time."""
    numbers = dict(_numbers(start))
    by_theme: defaultdict[str, list[Labelled]] = defaultdict(list)
    for paragraph in paragraphs:
        for theme in {*(use.theme for use in paragraph.grounds.uses), *paragraph.grounds.implied}:
            by_theme[theme].append(paragraph)
    moved = dict(numbers)
    for step in STEPS:
        for key in numbers:
            concerned = by_theme[key[1]] if key[0] == "counts" else paragraphs
            for factor in (step, 1 / step):
                moved[key] = _climbed(concerned, moved, key, factor, numbers[key])
    return _weights(moved)


def _climbed(
    paragraphs: Sequence[Labelled],
    numbers: Mapping[tuple[str, str], float],
    key: tuple[str, str],
    factor: float,
    start: float,
) -> float:
    """A number multiplied by a factor as often as it helps."""

    def worth(value: float) -> float:
        pull = PULL * math.log(value / start) ** 2
        return likelihood(paragraphs, _weights({**numbers, key: value})) - pull

    value = numbers[key]
    best = worth(value)
    while (better := worth(value * factor)) > best:
        value, best = value * factor, better
    return value


def _numbers(weights: ThemeWeights) -> Iterator[tuple[tuple[str, str], float]]:
    for key in ("again", "context", "hides", "implied", "near"):
        yield ("weights", key), getattr(weights, key)
    for place, value in weights.places.items():
        yield ("places", place), value
    for theme, facts in load("facts/themes").items():
        if not facts.get("general"):
            yield ("counts", theme), weights.counts.get(theme, 1.0)


def _weights(numbers: Mapping[tuple[str, str], float]) -> ThemeWeights:
    tables: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (table, key), value in numbers.items():
        tables[table][key] = value
    return ThemeWeights(tables["places"], counts=tables["counts"], **tables["weights"])


def first_is_main(paragraphs: Sequence[Labelled], weights: ThemeWeights) -> int:
    """Return in how many paragraphs the main theme is first."""
    return sum(_first(scores(paragraph, weights)) == paragraph.main for paragraph in paragraphs)


def _first(weighed: Mapping[str, float]) -> str | None:
    return max(sorted(weighed), key=weighed.__getitem__, default=None)


def across_documents(paragraphs: Sequence[Labelled], start: ThemeWeights) -> int:
    """Return the same with numbers that were estimated from other documents."""
    right = 0
    for fold in range(FOLDS):
        apart = [paragraph for paragraph in paragraphs if document_fold(paragraph.symbol) == fold]
        right += first_is_main(
            apart, estimate([each for each in paragraphs if document_fold(each.symbol) != fold], start)
        )
    return right


def document_fold(symbol: str) -> int:
    """Return in which of as many parts a document is held apart from the others."""
    return hashlib.sha256(symbol.encode()).digest()[0] % FOLDS


def labelled(labels: Iterable[Path], texts: Iterable[Path]) -> list[Labelled]:
    """Return the labelled paragraphs that may have themes, of the documents that are at hand, each once."""
    files = [path for folder in labels for path in sorted(folder.glob("*.jsonl"))]
    lines = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]
    by_document: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in lines:
        if "themes" in line and not line.get("aside"):
            by_document[line["document"]].append(line)
    paths = [path for folder in texts for path in sorted(folder.rglob("*")) if path.name in by_document]
    rows = [each for path in paths for each in _of_document(path, by_document[path.name])]
    return list({(each.symbol, each.language, paragraph): each for paragraph, each in rows}.values())


def nothing_labelled(labels: Iterable[Path], texts: Iterable[Path]) -> str:
    """Return the line that says so."""
    where, below = (", ".join(map(str, folders)) for folders in (labels, texts))
    return f"{where}: no labelled paragraph of a document below {below}"


def resolutions_of_file(path: Path) -> Iterable[Resolution]:
    """What a file has; of a language for which there are no rules nothing (unxml/zh/A_RES_75_274.xml is Spanish)."""
    try:
        return resolutions_of(path)
    except UnknownLanguageError:
        return []


def _of_document(path: Path, lines: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Labelled]]:
    for resolution in resolutions_of_file(path):
        ours = [line for line in lines if line["symbol"] == resolution.symbol]
        ours = [line for line in ours if line.get("language", resolution.language) == resolution.language]
        if not ours:
            continue
        grounds = {paragraph.id: (paragraph, each) for paragraph, each in themes_in_context(resolution).grounds()}
        for line in ours:
            if line["paragraph"] in grounds:
                paragraph, weighed = grounds[line["paragraph"]]
                worth = 1.0 if line.get("sure", True) else UNSURE
                main = (*line["themes"], "")[0]
                read = Labelled(line["symbol"], resolution.language, paragraph.text, weighed, main, worth)
                yield paragraph.id, read


def as_toml(weights: ThemeWeights) -> str:
    """Return the tables of ``facts/theme_weights.toml``.

    Examples
    --------
    >>> as_toml(estimated_weights()).splitlines()[0]
    '[weights]'
    """
    tables: defaultdict[str, list[str]] = defaultdict(list)
    for (table, key), value in _numbers(weights):
        if table != "counts" or abs(value - 1) >= LITTLE:
            tables[table].append(f"{key} = {round(value, 2)}")
    return "\n\n".join("\n".join([f"[{table}]", *rows]) for table, rows in tables.items()) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the weights; what they do, on standard error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, nargs="+", metavar="LABELS")
    parser.add_argument("--texts", type=Path, nargs="+", required=True, metavar="DIR")
    options = parser.parse_args(arguments)
    start = estimated_weights()
    paragraphs = [each for each in labelled(options.labels, options.texts) if each.main]
    if not paragraphs:
        print(nothing_labelled(options.labels, options.texts), file=sys.stderr)
        return 2
    before, after = first_is_main(paragraphs, start), across_documents(paragraphs, start)
    print(f"{len(paragraphs)} paragraphs: main theme first in {before}, estimated {after}", file=sys.stderr)
    print(as_toml(estimate(paragraphs, start)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
