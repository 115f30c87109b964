"""Estimate what single words say of themes: ``python tools/weigh_theme_words.py --texts DIR LABELS ... [--write]``.

LABELS are folders as ``tools/weigh_themes.py`` reads them (run that first: this builds on its numbers). Printed is, of
paragraphs of a fifth of the documents, in how many the main theme is right without the words and with words estimated
from the other documents; ``--write`` estimates from all, writes ``lexicon/*/theme_words.toml`` and prints the tables
``[choice]`` and ``[leanings]`` of ``lexicon/facts/theme_weights.toml``.

The model is that of ``ecoanalysis.extract.themes.theme_words``: one for all languages but for their words. Its numbers
are the likeliest under a normal prior (``FIRMNESS``); words of little weight are left out, and the rest estimated once
more.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from weigh_themes import Labelled, document_fold, labelled, nothing_labelled

from ecoanalysis.extract.themes.term_uses import estimated_weights
from ecoanalysis.extract.themes.theme_words import NONE, words_in
from ecoanalysis.lexicon import load

FIRMNESS = 1.0
"""The inverse of the variance of a word's weight."""

OFTEN = 4
"""In how many paragraphs a word must stand."""

EVERYWHERE = 0.2
"""In which share of the paragraphs a word may stand at most: in more it says nothing."""

LITTLE = 0.2
"""The least weight of a word that is kept."""

FEW = 0.05
"""What is added to a share: a theme without a term may be the main one too."""

WORTH = 5.0
"""What a word's weight is multiplied by where it stands alone."""

LEXICON = Path(__file__).parents[1] / "ecoanalysis" / "lexicon"
THEMES = [*load("facts/themes"), NONE]

Word = tuple[str, str]  # its language, and the word


@dataclass(frozen=True)
class Model:
    """What counts how much; ``weights`` has a row for each word and a column for each theme."""

    words: Sequence[Word]
    share: float
    around: float
    spoken: float
    leanings: np.ndarray
    weights: np.ndarray


def vocabulary(paragraphs: Sequence[Labelled]) -> list[Word]:
    """Return the words that stand often enough, and not everywhere."""
    times = Counter((each.language, word) for each in paragraphs for word in _words(each))
    most = {language: EVERYWHERE * number for language, number in Counter(each.language for each in paragraphs).items()}
    return sorted(word for word, often in times.items() if OFTEN <= often <= most[word[0]])


def _words(paragraph: Labelled) -> set[str]:
    return {word for word, *_ in words_in(paragraph.text, paragraph.language)}


def word_matrix(paragraphs: Sequence[Labelled], words: Sequence[Word]) -> csr_matrix:
    """Return the words of each paragraph: the more it has, the less each counts."""
    column = {word: place for place, word in enumerate(words)}
    rows = [
        [column[each.language, word] for word in _words(each) if (each.language, word) in column] for each in paragraphs
    ]
    values = [WORTH / len(row) ** 0.5 for row in rows for _ in row]
    starts = np.cumsum([0, *map(len, rows)])
    return csr_matrix((values, [place for row in rows for place in row], starts), shape=(len(rows), len(words)))


def sign_matrices(paragraphs: Sequence[Labelled]) -> np.ndarray:
    """Return what the terms say of each theme: share, around and spoken, each a table of logarithms; of *none* 0."""
    weights = estimated_weights()
    signs = [each.grounds.signs(weights) for each in paragraphs]
    tables = (
        _logarithms([each.shares for each in signs], FEW),
        _logarithms([each.around for each in signs], FEW),
        _logarithms([each.spoken for each in signs], 1),
    )
    return np.stack(tables)


def _logarithms(tables: Sequence[Mapping[str, float]], added: float) -> np.ndarray:
    values = np.array([[table.get(theme, 0.0) for theme in THEMES] for table in tables])
    logarithms: np.ndarray = np.log(values + added)
    logarithms[:, THEMES.index(NONE)] = 0.0
    return logarithms


def estimate(paragraphs: Sequence[Labelled]) -> Model:
    """Return the likeliest model: once with all words, then with those that say something."""
    words = vocabulary(paragraphs)
    first = _fit(paragraphs, words, None)
    heavy = np.abs(first.weights) >= LITTLE
    kept = heavy.any(axis=1)
    return _fit(paragraphs, [word for word, is_kept in zip(words, kept, strict=True) if is_kept], heavy[kept])


def _fit(paragraphs: Sequence[Labelled], words: Sequence[Word], heavy: np.ndarray | None) -> Model:
    matrix = word_matrix(paragraphs, words)
    signs = sign_matrices(paragraphs)
    places = np.arange(len(paragraphs))
    mains = np.array([THEMES.index(each.main or NONE) for each in paragraphs])
    worth = np.array([each.worth for each in paragraphs])
    transposed = matrix.T.tocsr()
    shape = (len(words), len(THEMES))

    def unpacked(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        powers, leanings, weights = np.split(numbers, [len(signs), len(signs) + len(THEMES)])
        return powers, leanings, weights.reshape(shape) * (1 if heavy is None else heavy)

    def unlikelihood(numbers: np.ndarray) -> tuple[float, np.ndarray]:
        powers, leanings, weights = unpacked(numbers)
        chances = _chances(np.tensordot(powers, signs, 1) + leanings + matrix @ weights)
        pull = FIRMNESS * (weights**2).sum() + (leanings**2).sum()
        value = pull / 2 - (worth * np.log(chances[places, mains] + 1e-12)).sum()
        chances[places, mains] -= 1
        slope = chances * worth[:, None]
        by_word = (transposed @ slope + FIRMNESS * weights) * (1 if heavy is None else heavy)
        return value, np.concatenate([(signs * slope).sum((1, 2)), slope.sum(0) + leanings, by_word.ravel()])

    start = np.zeros(len(signs) + len(THEMES) + shape[0] * shape[1])
    start[0] = 1.0
    numbers = minimize(unlikelihood, start, jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    powers, leanings, weights = unpacked(numbers)
    share, around, spoken = map(float, powers)
    return Model(words, share, around, spoken, leanings, weights)


def _chances(logits: np.ndarray) -> np.ndarray:
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: np.ndarray = weights / weights.sum(axis=1, keepdims=True)
    return chances


def mains(paragraphs: Sequence[Labelled], model: Model | None) -> list[str]:
    """Return the likeliest main theme of each paragraph; without a model, the one whose terms weigh most."""
    signs = sign_matrices(paragraphs)
    if model is None:
        signs[0, :, THEMES.index(NONE)] = np.log(2 * FEW)
        return [THEMES[place] for place in signs[0].argmax(axis=1)]
    powers = np.array([model.share, model.around, model.spoken])
    logits = np.tensordot(powers, signs, 1) + model.leanings + word_matrix(paragraphs, model.words) @ model.weights
    return [THEMES[place] for place in logits.argmax(axis=1)]


def right(paragraphs: Sequence[Labelled], model: Model | None) -> int:
    """Return in how many the main theme is right."""
    return sum(theme == (each.main or NONE) for theme, each in zip(mains(paragraphs, model), paragraphs, strict=True))


def word_lines(model: Model, language: str) -> Iterator[str]:
    """Return the lines of a language's words, each with what it says of which themes, most first."""
    for (spoken, word), weights in zip(model.words, model.weights, strict=True):
        says = sorted((-round(float(weight), 2), theme) for theme, weight in zip(THEMES, weights, strict=True))
        listed = ", ".join(f"{theme} = {-weight}" for weight, theme in says if weight)
        if spoken == language and listed:
            yield f'"{word}" = {{ {listed} }}'


def write(model: Model, paragraphs: Sequence[Labelled]) -> None:
    """Write the words of each language, and print what is the same for all."""
    for language in sorted({each.language for each in paragraphs}):
        number = sum(each.language == language for each in paragraphs)
        head = (
            "# What single words say for and against themes: estimated by tools/weigh_theme_words.py from the main\n"
            f"# themes of {number:,} paragraphs as readers gave them (data/gold), none kept aside.\n"
        )
        path = LEXICON / language / "theme_words.toml"
        path.write_text("\n".join([head, "[words]", *word_lines(model, language), ""]), encoding="utf-8")
    print("[choice]")
    for name in ("share", "around", "spoken"):
        print(f"{name} = {getattr(model, name):.2f}")
    print(f"few = {FEW}\nwords = {WORTH}\n\n[leanings]")
    for theme, leaning in zip(THEMES, model.leanings, strict=True):
        print(f"{theme} = {leaning:.2f}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what the words do, and write them where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, nargs="+", metavar="LABELS")
    parser.add_argument("--texts", type=Path, nargs="+", required=True, metavar="DIR")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    paragraphs = labelled(options.labels, options.texts)
    if not paragraphs:
        print(nothing_labelled(options.labels, options.texts), file=sys.stderr)
        return 2
    apart = [each for each in paragraphs if document_fold(each.symbol) == 0]
    model = estimate([each for each in paragraphs if document_fold(each.symbol) != 0])
    for language in sorted({each.language for each in apart}):
        ours = [each for each in apart if each.language == language]
        figures = f"{right(ours, None)} by terms, {right(ours, model)} with words"
        print(f"{language}: {len(ours)} paragraphs of other documents, main theme right in {figures}", file=sys.stderr)
    if options.write:
        write(estimate(paragraphs), paragraphs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
