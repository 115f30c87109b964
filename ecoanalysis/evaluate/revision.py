"""Revisions: the facts that a change of the package gains and loses."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ecoanalysis.contract import to_contract
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.evaluate.scoring.items import FactKey, Record, finer_items, items
from ecoanalysis.evaluate.scoring.progress import watched
from ecoanalysis.hashes import PACKAGE


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that this revision of the package finds in a text and another does not, or the other way round."""

    source: str
    item: FactKey
    gained: bool


def against(revision: str, sources: Sequence[Path], package: Path = PACKAGE) -> list[FactChange]:
    """Return the facts gained and lost in the texts since a git revision of the package (the folder ``package``).

    Raises
    ------
    EcoanalysisError
        Where the package is not in a git checkout, there is no such revision, or it extracts nothing.
    """
    with ThreadPoolExecutor(1) as beside:  # the other revision is a process of its own: both work at once
        earlier = beside.submit(_records_at, revision, sources, package)
        now = list(_records_now(sources))
        before, after = _located(earlier.result()), _located(now)
    changes = [FactChange(*fact, gained=True) for fact in (after - before).elements()]
    changes += [FactChange(*fact, gained=False) for fact in (before - after).elements()]
    return sorted(changes, key=lambda change: (change.source, change.item.paragraph, change.item.kind, change.gained))


def sampled(texts: Mapping[str, Path], wanted: int) -> list[Path]:
    """Return so many of the texts, the same at every call: those whose SHA-256 is the least.

    Examples
    --------
    >>> sampled({"b": Path("second"), "a": Path("first")}, 1)[0].name
    'first'
    """
    return [texts[digest] for digest in sorted(texts)[:wanted]]


def _records_now(sources: Sequence[Path]) -> Iterator[Record]:
    for path in watched(sources, "this revision"):
        try:
            yield from [to_contract(facts) for facts in facts_of(path)]
        except EcoanalysisError:  # a text that is refused has no facts: if the other revision has some, they are lost
            continue


def _located(records: Iterable[Record]) -> Counter[tuple[str, FactKey]]:
    """Facts, each with its file and language, and in a file of several resolutions with which of them it stands in."""
    located: Counter[tuple[str, FactKey]] = Counter()
    for record in records:
        document = record["document"]
        record = {**record, "clauses": [clause | {"act": None} for clause in record["clauses"]]}  # a span, not words
        source = f"{Path(document['path']).name} {document['part']} {document['language']}"
        located.update((source, item) for item in (*items(record), *finer_items(record, document["language"])))
    return located


def _records_at(revision: str, sources: Sequence[Path], package: Path) -> list[Record]:
    """What the package of a revision extracts: run from an archive of it, so that the checkout stays as it is."""
    if not sources:
        return []
    top = Path(os.fsdecode(_git(package, "rev-parse", "--show-toplevel")).rstrip("\n"))
    commit = (
        _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    archive = _git(top, "archive", "--format=zip", commit, package.relative_to(top).as_posix())
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)
        home = Path(folder, package.relative_to(top)).parent
        done = _extract(home, package.name, sources)
    records = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not records:
        cause = (done.stderr.strip().splitlines() or ["it printed nothing"])[-1]
        raise EcoanalysisError(f"the package of {revision} extracts nothing: {cause}")
    return records


def _extract(home: Path, package: str, sources: Sequence[Path]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", package, "extract", *(str(path.resolve()) for path in sources)]
    environment = os.environ | {"PYTHONPATH": str(home), "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, encoding="utf-8", check=False)


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise EcoanalysisError("--against needs git, which is not installed") from None
    except subprocess.CalledProcessError as error:
        if "--verify" in arguments:
            raise EcoanalysisError(f"there is no revision {arguments[-1].removesuffix('^{commit}')!r}") from None
        cause = error.stderr.decode(errors="replace").strip()
        raise EcoanalysisError(f"--against needs a git checkout of the package ({cause})") from None
