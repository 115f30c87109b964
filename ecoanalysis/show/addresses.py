"""Addresses inside the site: where an edition's text stands, and each paragraph and footnote of it.

Every address is relative to a language's folder, so that one link serves the pages of both languages.
"""

from __future__ import annotations

import os
from functools import reduce
from pathlib import Path

from ecoanalysis.files import slug


def reading_page(symbol: str, number: int = 1) -> str:
    """Return the file name of the page where the text of an edition stands; a long text has further ones.

    Examples
    --------
    >>> reading_page("A/RES/75/324"), reading_page("A/RES/70/1", 2)
    ('edition-A_RES_75_324-text.html', 'edition-A_RES_70_1-text-2.html')
    """
    return f"edition-{slug(symbol)}-text{f'-{number}' if number > 1 else ''}.html"


def subject_page(kind: str, id: str) -> str:
    """Return the file name of the page of a body (``agency``) or of a theme, as a plan's ``each`` names it.

    Examples
    --------
    >>> subject_page("agency", "undp")
    'agency-undp.html'
    """
    return f"{kind}-{id}.html"


def anchor(paragraph: str) -> str:
    """Return the anchor of a paragraph, or of a footnote, on the reading page.

    Examples
    --------
    >>> anchor("7"), anchor("P1"), anchor("7.a.i"), anchor("fn1")
    ('p-7', 'p-P1', 'p-7.a.i', 'fn-1')
    """
    return f"fn-{slug(paragraph[2:])}" if paragraph.startswith("fn") else f"p-{slug(paragraph)}"


def paragraph_link(symbol: str, paragraph: str) -> str:
    """Return the address of a paragraph of an edition, as any page of the same language links to it.

    Examples
    --------
    >>> paragraph_link("A/RES/75/324", "7")
    'edition-A_RES_75_324-text.html#p-7'
    >>> paragraph_link("A/RES/75/324", "fn1")
    'edition-A_RES_75_324-text.html#fn-1'
    """
    return f"{reading_page(symbol)}#{anchor(paragraph)}"


def without_folders(cause: str, folder: Path) -> str:
    """Return a message without where anything lies on this machine.

    Examples
    --------
    >>> without_folders("/texts/a.pdf: not a PDF", Path("/texts"))
    'a.pdf: not a PDF'
    """
    program = Path(__file__).parents[2]
    folders = (folder, folder.resolve(), Path.cwd(), program, Path.home())
    return reduce(lambda words, each: words.replace(f"{each}{os.sep}", ""), folders, cause)
