"""Add to every fact of the gold files its offset in the raw text: ``python tools/locate_gold.py --texts DIR [FILE…]``.

What could stand elsewhere too is printed, to be checked by eye.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.against_readers.gold_offsets import locate
from ecoanalysis.evaluate.scoring.documents import texts_by_hash
from ecoanalysis.gold import gold_files


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=Path, help="folder with the texts that are not bundled")
    parser.add_argument("files", nargs="*", type=Path, help="gold files; all of the package if left out")
    arguments = parser.parse_args()
    texts = texts_by_hash(arguments.texts)
    for path in arguments.files or gold_files():
        try:
            doubts = locate(path, texts)
        except (EcoanalysisError, KeyError) as error:
            doubts = [f"{type(error).__name__}: {error}"]
        print(f"{path.name}: {len(doubts)} to check", *doubts, sep="\n  ")


if __name__ == "__main__":
    main()
