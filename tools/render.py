"""Print a document that states its structure as wrapped plain text: ``python tools/render.py FILE.xml [--seed N]``."""

from __future__ import annotations

import argparse

from ecoanalysis.evaluate.against_xml.wrapped_text import Style, render, styles
from ecoanalysis.read import read_document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, help="a style drawn at random; without it, the bundled document's")
    options = parser.parse_args()
    document = read_document(options.file)
    style = next(styles(options.seed, document.language)) if options.seed is not None else Style()
    print(render(document, style), end="")


if __name__ == "__main__":
    main()
