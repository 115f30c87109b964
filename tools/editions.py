"""Makes the fact tables of the editions that the package brings without their text: ``python tools/editions.py DIR``.

DIR has the texts: plain text in ``texts/en``, the United Nations' XML in ``unxml/zh`` and ``unxml/en``. Of each edition
and language the XML is read where it is there; the bundled document is read as the package has it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import ecoanalysis as eco
from ecoanalysis.corpus import bundled
from ecoanalysis.editions import FOLDER, read_editions, shipped_editions, write_editions
from ecoanalysis.lexicon import load
from ecoanalysis.model.facts import Facts
from ecoanalysis.recurring.at_hand import write_series


def sources(folder: Path) -> Iterator[Path]:
    """Yield the file to read for each edition and language that there is one for."""
    ours = {path.stem: path for path in bundled().glob("*.txt")}
    for entry in load("facts/series")["series"]:
        for listed in (entry["founding"], *entry["editions"]):
            name = listed["symbol"].replace("/", "_")
            for language in ("en", "zh"):
                candidates = [folder / "unxml" / language / f"{name}.xml", folder / "texts" / language / f"{name}.txt"]
                if language == "zh" and name in ours:
                    candidates = [ours[name]]
                yield from [path for path in candidates if path.exists()][:1]


def facts(path: Path) -> Facts:
    return eco.extract_facts(eco.parse_resolution(eco.read_document(path)))


def main() -> None:
    found = [facts(path) for path in sources(Path(sys.argv[1]))]
    written = write_editions(found, FOLDER)
    read_editions.cache_clear()
    shipped_editions.cache_clear()
    for path in [
        *written,
        *(path for entry in load("facts/series")["series"] for path in write_series(entry["id"], FOLDER)),
    ]:
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
