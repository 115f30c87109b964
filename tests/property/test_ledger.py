"""Nothing vanishes: every printed character has a role, whatever became of the lines of a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ecoanalysis as eco
from ecoanalysis.errors import NotAResolutionError, UnknownLanguageError
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import lay_out, parse_resolutions
from tests.spec.test_pages import LAYOUT, PLAIN

TEXTS = {"75/324": eco.sample().raw, "layout": LAYOUT, "plain": PLAIN}
STRANGE = ["and what nobody has placed anywhere\n", "47\n", "\f", "_______\n"]


def spans(resolution: Resolution) -> Iterator[tuple[int, int]]:
    """Every stretch that the object of a resolution accounts for."""
    yield from ((paragraph.start, paragraph.end) for paragraph in resolution.paragraphs)
    yield from ((note.start, note.end) for note in resolution.footnotes)
    yield from ((note.mark.start, note.mark.end) for note in resolution.footnotes if note.mark)
    yield from ((diagnostic.start, diagnostic.end) for diagnostic in resolution.diagnostics)


def unaccounted(text: str) -> list[str]:
    """Ends of sentences below the formula that are neither in the object nor lifted; headings end without a stop."""
    document = eco.read_text(text, "made.txt")
    resolutions = parse_resolutions(document)
    roles = list(lay_out(document).kinds)
    for start, end in (span for resolution in resolutions for span in spans(resolution)):
        roles[start:end] = ["placed"] * (end - start)
    first = min(p.start for resolution in resolutions for p in resolution.paragraphs if p.id != "title")
    out, place = [], 0
    for line in text.splitlines(keepends=True):
        words = [char for at, char in enumerate(line, place) if roles[at] in ("text", "join") and char.isalpha()]
        if place > first and len(words) > 12 and line.rstrip()[-1:] in ".;,:。；，：":
            out.append(line)
        place += len(line)
    return out


@pytest.mark.parametrize("name", TEXTS)
def test_every_line_is_accounted_for(name: str) -> None:
    assert unaccounted(TEXTS[name]) == []


def changed(lines: list[str], change: str, place: int, other: int) -> str:
    """The text with one line deleted, doubled, swapped with another, garbled, or a strange one set in."""
    lines, line = list(lines), lines[place]
    match change:
        case "delete":
            del lines[place]
        case "double":
            lines.insert(other, line)
        case "swap":
            lines[place], lines[other] = lines[other], line
        case "insert":
            lines.insert(place, STRANGE[other % len(STRANGE)])
        case "garble":
            lines[place] = "".join(reversed(line.split())) + "\n"
    return "".join(lines)


def check(text: str) -> None:
    try:
        resolutions = parse_resolutions(eco.read_text(text, "made.txt"))
    except (NotAResolutionError, UnknownLanguageError):
        return  # refused aloud
    for resolution in resolutions:
        ids = [paragraph.id for paragraph in resolution.paragraphs]
        assert len(ids) == len(set(ids))
    assert unaccounted(text) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
@given(data=st.data())
@settings(max_examples=25)
def test_every_line_is_accounted_for_whatever_became_of_the_text(name: str, data: st.DataObject) -> None:
    lines = TEXTS[name].splitlines(keepends=True)
    places = st.integers(0, len(lines) - 1)
    change = data.draw(st.sampled_from(["delete", "double", "swap", "insert", "garble"]))
    check(changed(lines, change, data.draw(places), data.draw(places)))


@pytest.mark.thorough
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("change", ["delete", "insert", "garble"])
def test_whichever_line_it_is(name: str, change: str) -> None:
    lines = TEXTS[name].splitlines(keepends=True)
    for place in range(len(lines)):
        check(changed(lines, change, place, place))


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["layout", "plain"])
@pytest.mark.parametrize("change", ["double", "swap"])
def test_wherever_it_goes(name: str, change: str) -> None:
    lines = TEXTS[name].splitlines(keepends=True)
    for place, other in product(range(len(lines)), range(0, len(lines), 11)):
        check(changed(lines, change, place, other))
