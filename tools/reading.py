"""Read official PDF files and hold them against the XML of the same resolutions: ``python tools/reading.py DIR``.

DIR has a folder ``xml`` and one or more folders of PDF files of the same names. Measured are the files to develop on,
or with ``--aside`` the third that is kept aside; flavours of ``pdftotext`` are made on the way, where it is installed,
and the text as it is copied from a viewer, of pages that no sign ends.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from ecoanalysis.evaluate.against_xml.printed_documents import (
    ReadingScore,
    differences,
    is_kept_aside,
    score_reading,
    total,
)
from ecoanalysis.model.document import Document
from ecoanalysis.read import read_bytes, read_document

VIEWER = "viewer"
FLAVOURS = {
    **{"pdf": None, "plain": (), "layout": ("-layout",), "raw": ("-raw",)},
    **{"no page ends": ("-nopgbrk",), "Latin1": ("-enc", "Latin1"), VIEWER: None},
}


def flavoured(path: Path, flavour: str) -> Document:
    options = FLAVOURS[flavour]
    if flavour == VIEWER:
        return read_bytes(copied(path), f"{path.stem}.txt")
    if options is None:
        return read_document(path)
    command = ["pdftotext", "-enc", "UTF-8", *options, str(path), "-"]
    return read_bytes(subprocess.run(command, capture_output=True, check=True).stdout, f"{path.stem}.txt")


def copied(path: Path) -> bytes:
    """Return the text of a PDF file as PDFium gives it to who copies it, page behind page."""
    import pypdfium2 as pdfium

    with closing(pdfium.PdfDocument(path)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "\r\n".join(pages).encode(errors="ignore")


def measure(path: Path, flavours: Sequence[str]) -> list[ReadingScore]:
    stated = read_document(path.parent.parent / "xml" / f"{path.stem}.xml")
    return [score_reading(flavoured(path, flavour), stated, flavour) for flavour in flavours]


def report(scores: Sequence[ReadingScore], flavours: Sequence[str]) -> Iterator[str]:
    yield "flavour      documents  right   exact   notes  silent  warned though right"
    for flavour in flavours:
        sums = total([score for score in scores if score.flavour == flavour])
        shares = (sums.right, sums.exact, sums.notes, sums.silent, sums.warned_though_right)
        yield f"{flavour:12} {sums.documents:9}" + "".join(f"  {share or 0:6.4f}" for share in shares)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--folder", default="en", help="the folder of PDF files")
    parser.add_argument("--aside", action="store_true", help="the files kept aside: figures only")
    parser.add_argument("--flavours", nargs="+", choices=FLAVOURS, default=list(FLAVOURS))
    parser.add_argument("--differences", action="store_true", help="show what differs")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", nargs="*", help="these files alone")
    options = parser.parse_args()
    files = sorted((options.directory / options.folder).glob("*.pdf"))
    files = [path for path in files if is_kept_aside(path.stem) == options.aside]
    files = [path for path in files if not options.only or path.stem in options.only]
    flavours = [flavour for flavour in options.flavours if flavour in ("pdf", VIEWER) or shutil.which("pdftotext")]
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        scores = [score for batch in pool.map(partial(measure, flavours=flavours), files) for score in batch]
    if options.differences and not options.aside:
        for score in (score for score in scores if score.missing or score.surplus):
            print(f"{score.name} {score.flavour} {sorted(set(score.codes)) or 'silent'}")
            print("\n".join(f"  {line}" for line in differences(score)))
    print("\n".join(report(scores, flavours)))


if __name__ == "__main__":
    main()
