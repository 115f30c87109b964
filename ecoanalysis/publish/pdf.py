"""The pages of a site as PDF: tagged, its text selectable, from the same style sheet."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from ecoanalysis.errors import BuildError


def print_site(site: Path) -> int:
    """Print every page of a site into its folder ``pdf``, under the same address; return how many.

    A page that is older than its PDF is not printed again.

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
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    printed = 0
    for page in sorted(site.glob("*/*.html")):
        place = site / "pdf" / page.parent.name / f"{page.stem}.pdf"
        if place.exists() and place.stat().st_mtime_ns > page.stat().st_mtime_ns:
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(f".{place.name}.half")
        HTML(filename=page).write_pdf(half, pdf_tags=True)
        os.replace(half, place)
        printed += 1
    return printed
