"""Do the themes agree with the subjects that the XML states: ``python tools/subjects.py DIR``, a folder of AKN4UN."""

from __future__ import annotations

import argparse
from pathlib import Path

from ecoanalysis.evaluate.against_xml.subjects import subject_agreement


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    agreed = subject_agreement(sorted(options.folder.glob("*.xml")))
    print(f"main theme among the themes of the indexers' headings: {agreed.headings_agree} of {agreed.headings}")
    print(f"main theme of a goal that is stated: {agreed.goals_agree} of {agreed.goals}")


if __name__ == "__main__":
    main()
