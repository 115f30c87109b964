"""Symbols in their one canonical form, and the addresses they lead to."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

from ecoanalysis.lexicon import load

ADDRESS = "https://docs.un.org/{language}/{symbol}"
"""Where the United Nations shows an official document; the one place to change when the pattern does."""

# ES-11/1, S-32/1, 75/101 A, 75/101 A-B; the letter stands apart.
_NUMBER = re.compile(
    r"(?P<session>(?:ES-|S-)?\d{1,4})/(?P<number>\d{1,4})\s*(?P<letter>[A-Z]{1,2}(?:\s*-\s*[A-Z]{1,2})?)?"
)
# 3201 (S-VI), 1373 (2001), 217 A (III), 46/182 keeps to the form above.
_OLD = re.compile(r"(?P<number>\d{1,4})\s*(?P<letter>[A-Z])?\s*[(（](?P<session>\d{4}|(?:S-|ES-)?[IVXLC]+)[)）]")
# A/RES/75/324, A/C.2/75/L.4, S/RES/1373 (2001), UNEP/EA.5/Res.11: an organ in capitals, then parts, one with a digit.
_SYMBOL = re.compile(r"(?=.*\d)[A-Z]+(?:/[\w.-]+)+(?: [A-Z](?:-[A-Z])?)?(?: \([\w.\- ]+\))?", re.ASCII)
_LOWER = re.compile(r"[aes]/")  # of the organs whose symbols have no small letters
_PREFIX = {"GA": "A/RES", "ECOSOC": "E/RES", "SC": "S/RES", "HRC": "A/HRC/RES"}
_LETTER = r"(?: [A-Z](?:-[A-Z])?(?![\w.]))?"
_WHOLE = re.compile(
    rf"(?<![\w/])(?P<prefix>{'|'.join(_PREFIX.values())})/(?P<number>(?:ES-|S-)?\d+(?:/\d+{_LETTER}| \(\d{{4}}\)))"
)


class Number(NamedTuple):
    """The parts of a resolution's number: session or year as printed, number, letter."""

    session: str
    number: str
    letter: str


def numbered(text: str) -> Number | None:
    """Return the parts of a resolution's number as printed, None where the text is none.

    Examples
    --------
    >>> numbered("75/101 A"), numbered("3201(S-VI)")
    (Number(session='75', number='101', letter='A'), Number(session='S-VI', number='3201', letter=''))
    """
    text = text.strip()
    match = _NUMBER.fullmatch(text) or _OLD.fullmatch(text)
    if not match:
        return None
    return Number(match["session"], match["number"], re.sub(r"\s", "", match["letter"] or ""))


def resolution_symbol(organ: str, text: str, *, decision: bool = False) -> str | None:
    """Return the canonical symbol of an organ's resolution (or decision) from its number as printed.

    Examples
    --------
    >>> resolution_symbol("GA", "75/101 A"), resolution_symbol("SC", "1373(2001)")
    ('A/RES/75/101 A', 'S/RES/1373 (2001)')
    >>> resolution_symbol("GA", "55/488", decision=True), resolution_symbol("GA", "217A(III)")
    ('A/DEC/55/488', 'A/RES/217 A (III)')
    """
    element = numbered(text)
    if not element or organ == "OTHER":
        return None
    if organ == "UNEA":
        return f"UNEP/EA.{element.session}/Res.{element.number}"
    prefix = _PREFIX[organ].replace("RES", "DEC") if decision else _PREFIX[organ]
    letter = f" {element.letter}" if element.letter else ""
    if "/" in text:
        return f"{prefix}/{element.session}/{element.number}{letter}"
    return f"{prefix}/{element.number}{letter} ({element.session})"


class Printed(NamedTuple):
    """The symbol of a resolution as it is printed, and whose resolution it is."""

    organ: str
    number: str


def printed_symbols(text: str) -> list[Printed]:
    """Return the symbols of resolutions in a text that are printed whole, as at the head of a page.

    Examples
    --------
    >>> printed_symbols("United Nations A/RES/75/101 A* General Assembly"), printed_symbols("resolution 75/101")
    ([Printed(organ='GA', number='75/101 A')], [])
    """
    organs = {prefix: organ for organ, prefix in _PREFIX.items()}
    return [Printed(organs[each["prefix"]], each["number"].strip()) for each in _WHOLE.finditer(text)]


def without_symbols(text: str) -> str:
    """Return a text without the symbols of resolutions that are printed whole in it.

    Examples
    --------
    >>> without_symbols("United Nations A/RES/75/101 A")
    'United Nations '
    """
    return _WHOLE.sub("", text)


def symbol_of(text: str) -> str | None:
    """Return the symbol that somebody typed, in its canonical form; None where the text is no symbol.

    Examples
    --------
    >>> symbol_of("79/330"), symbol_of("a/res/79/330"), symbol_of("A/C.2/75/L.4"), symbol_of("report.pdf")
    ('A/RES/79/330', 'A/RES/79/330', 'A/C.2/75/L.4', None)
    """
    text = text.strip()
    if short := resolution_symbol("GA", text):
        return short
    upper = text.upper() if _LOWER.match(text) else text
    return upper if _SYMBOL.fullmatch(upper) else None


def is_invented(symbol: str | None) -> bool:
    """Whether a symbol is the model resolution's, or of what that cites: no document of the United Nations has it.

    Examples
    --------
    >>> is_invented("A/RES/97/924"), is_invented("A/RES/75/324"), is_invented(None)
    (True, False, False)
    """
    return symbol in load("facts/model")["symbols"]


def is_model_text(symbol: str | None, title: str | None) -> bool:
    """Whether a text is the model resolution, or a draft of it, which may have no symbol.

    Examples
    --------
    >>> is_model_text(None, "Comparability of river gauge readings"), is_model_text("A/RES/75/324", None)
    (True, False)
    """
    return is_invented(symbol) or title in load("facts/model")["titles"]


def address(symbol: str, language: str) -> str | None:
    """Return the official address of a document; none where there is no symbol, or an invented one.

    Examples
    --------
    >>> address("A/RES/75/101 A", "zh"), address("A/RES/97/924", "en")
    ('https://docs.un.org/zh/A/RES/75/101%20A', None)
    """
    if not symbol or is_invented(symbol):
        return None
    return ADDRESS.format(language=language, symbol=quote(symbol, safe="/().-"))
