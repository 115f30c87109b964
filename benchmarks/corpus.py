"""How fast a folder of documents is read, and whether memory stays flat: ratios in one run.

``python benchmarks/corpus.py --texts FOLDER`` (a folder of AKN4UN files). Prints documents a second on all cores, the
ratio to the time that lxml needs merely to parse the same files in one process, the time of a second opening against
that of mere hashing, and the peak memory of a process for the folder and for the same folder twice over.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from ecoanalysis.corpus import open_corpus
from ecoanalysis.corpus.work import cores


def timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True)
    texts = parser.parse_args().texts
    with TemporaryDirectory() as place:
        folder = Path(place) / "once"
        shutil.copytree(texts, folder, ignore=shutil.ignore_patterns(".*"))
        files = [path for path in folder.rglob("*") if path.is_file()]
        bare = timed(lambda: [etree.fromstring(path.read_bytes()) for path in files if path.suffix == ".xml"])
        first = timed(lambda: open_corpus(folder, workers=cores()))
        again = timed(lambda: open_corpus(folder))
        hashing = timed(lambda: [hashlib.sha256(path.read_bytes()).digest() for path in files])
        print(f"{len(files)} documents, {len(files) / first:.0f} a second on {cores()} cores")
        print(f"reading them: {first / bare:.1f} times what lxml needs to parse them in one process")
        print(f"opening them again: {again / hashing:.1f} times mere hashing")
        once = peak(folder)
        doubled = Path(place) / "twice"
        shutil.copytree(folder, doubled, ignore=shutil.ignore_patterns(".*"))
        for path in files:
            copy = doubled / "again" / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes() + b"\n<!-- again -->\n")
        twice = peak(doubled)
        print(f"peak memory of the processes: {once:.0f} MiB, of twice the documents {twice / once:.2f} times that")


def peak(folder: Path) -> float:
    """The most memory that a process held while a fresh folder was read."""
    for cache in folder.glob(".ecoanalysis"):
        shutil.rmtree(cache)
    program = Path(__file__).with_name("corpus.py")
    done = subprocess.run(
        [sys.executable, str(program), "--measure", str(folder)], capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    if "--measure" in sys.argv:
        open_corpus(sys.argv[-1], workers=cores())
        both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        print(max(resource.getrusage(who).ru_maxrss for who in both) / 1024)
    else:
        main()
