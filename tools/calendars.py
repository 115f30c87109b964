"""Series and calendars of a folder of resolutions in two languages: do both say the same, and what readers read?

    python tools/calendars.py DIR [--sample N] [--seed N]

DIR has resolutions in both languages, such as the folders ``zh`` and ``en``. ``--sample`` lists so many obligations
with what is told of each, to be read beside the texts.
"""

from __future__ import annotations

import argparse
import random

from ecoanalysis.corpus import open_corpus
from ecoanalysis.corpus.work import cores
from ecoanalysis.evaluate.across_editions.calendars import (
    calendar_alike,
    due_otherwise,
    joined_alike,
    judged_otherwise,
    read_dues,
    read_joins,
)
from ecoanalysis.evaluate.across_languages.bilingual import FIRST, SECOND
from ecoanalysis.recurring.at_hand import outlines_of
from ecoanalysis.recurring.obligations import obligations_of
from ecoanalysis.recurring.recognise import find_series


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    corpus = open_corpus(options.folder, workers=cores())
    editions = [edition for edition in outlines_of(corpus) if edition.symbol]
    series = find_series(editions)
    print(f"{len(series)} series, {sum(len(each.members) for each in series)} editions")
    for sides, tally in joined_alike(editions, (FIRST, SECOND)).items():
        print(f"joins, {sides}: {tally.matched} of {tally.expected} and {tally.retrieved}, F1 {tally.f1 or 0:.3f}")
    pairs = read_joins()
    print(f"joins read: {len(pairs)}, told otherwise: {[*judged_otherwise(series, pairs)]}")
    in_both = {each.symbol for each in editions if each.language == FIRST} & {
        each.symbol for each in editions if each.language == SECOND
    }
    placed = {symbol for each in series for symbol in each.symbols}
    groups = [each.symbols for each in series] + [(symbol,) for symbol in {e.symbol or "" for e in editions} - placed]
    shared = [[symbol for symbol in group if symbol in in_both] for group in groups]
    for part, tally in calendar_alike(shared, corpus.tables, (FIRST, SECOND)).items():
        print(f"calendars, {part}: {tally.matched} of {tally.expected} and {tally.retrieved}, F1 {tally.f1 or 0:.3f}")
    obligations = [each for group in obligations_of(sorted(groups), corpus.tables) for each in group]
    dues = read_dues()
    otherwise = list(due_otherwise(obligations, dues))
    print(f"dues read: {len(dues)}, told otherwise: {len(otherwise)}")
    for due, what in otherwise:
        print(f"  {what}: {due}")
    for each in random.Random(options.seed).sample(obligations, min(options.sample, len(obligations))):
        print(each)


if __name__ == "__main__":
    main()
