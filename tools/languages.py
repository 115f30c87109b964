"""How well is a language read, held against English by position: ``languages.py DIR LANGUAGE [--aside [--write]]``.

DIR has the texts as AKN4UN, the United Nations' own XML, in ``unxml/en`` and ``unxml6/LANGUAGE`` under the same names.
Every third file, in order of names, is kept aside: rules are made on the others, and ``--aside`` measures on those;
``--write`` puts their figures into the quality file of the package.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ecoanalysis.evaluate.across_languages.further_language import measure, shares, split
from ecoanalysis.evaluate.quality_report.figures import write_language


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
        write_language(options.language, measured)
    for figure, *rest in measured.unlike:
        if figure == options.show:
            print(*rest, sep=" | ")


if __name__ == "__main__":
    main()
