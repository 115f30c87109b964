"""Names that look like bodies' and have no id: what the registry may lack, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.scoring.counts import Counts, most, summed
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.lexicon import INTERFACE


def unregistered(path: Path) -> Counts:
    """Return the names of one file that have no id, by language."""
    try:
        return Counter(
            (facts.resolution.language, " ".join(mention.surface.split()))
            for facts in facts_of(path)
            for mention in facts.agencies
            if not mention.agency
        )
    except EcoanalysisError:
        return Counter()


def list_unregistered(folder: Path, top: int, executor: Executor) -> Iterator[str]:
    """Yield the names of every file below a folder, so many of each language."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".xml", ".txt"))
    counts = summed(executor, unregistered, files, "files")
    for language in INTERFACE:
        for (name,), count in most(counts, language, limit=top):
            yield f"{count:6} {language} {name}"
