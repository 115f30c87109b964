"""The pages of a site as PDF: tagged, its text selectable, from the same style sheet."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

from ecoanalysis.errors import BuildError


def print_site(site: Path, wanted: Callable[[str], bool] = lambda address: True) -> int:
    """Print the pages of a site into its folder ``pdf``, under the same address; return how many.

    A page that is older than its PDF is not printed again; nor is one whose address is not ``wanted``.

    Raises
    ------
    BuildError
        Where WeasyPrint is not installed.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError):  # OSError: Pango, which it draws with, is not there
        raise BuildError(
            "no PDF: WeasyPrint, or the library Pango, is missing; pip install 'ecoanalysis[pdf]'"
        ) from None
    from ecoanalysis.publish.build import progress
    from ecoanalysis.show.drawing import plain_colours

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    pages = {page.relative_to(site).as_posix(): page for page in sorted(site.glob("*/*.html"))}
    waiting = [address for address, page in pages.items() if wanted(address) and not _is_printed(page, site, address)]
    with progress(len(waiting), "printing pages") as bar:
        for address in waiting:
            bar.begun(address)
            place = _place(site, address)
            place.parent.mkdir(parents=True, exist_ok=True)
            half = place.with_name(f".{place.name}.half")
            page = plain_colours(pages[address].read_text(encoding="utf-8"))
            HTML(string=page, base_url=str(pages[address])).write_pdf(half, pdf_tags=True)
            os.replace(half, place)
            bar.ended(address)
    return len(waiting)


def _place(site: Path, address: str) -> Path:
    return (site / "pdf" / address).with_suffix(".pdf")


def _is_printed(page: Path, site: Path, address: str) -> bool:
    place = _place(site, address)
    return place.exists() and place.stat().st_mtime_ns > page.stat().st_mtime_ns
