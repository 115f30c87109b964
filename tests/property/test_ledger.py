"""Nothing vanishes: every printed character has a role, whatever became of the lines of a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ecoanalysis as eco
from ecoanalysis.errors import NotAResolutionError, UnknownLanguageError
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import lay_out, parse_resolutions
from tests.spec.test_pages import LAYOUT, PLAIN, RAW, SWAPPED

TEXTS = {"75/324": eco.sample().raw, "layout": LAYOUT, "plain": PLAIN}
STRANGE = ["and what nobody has placed anywhere\n", "47\n", "\f", "_______\n"]


def spans(resolution: Resolution) -> Iterator[tuple[int, int]]:
    """Every stretch that the object of a resolution accounts for."""
    yield from ((paragraph.start, paragraph.end) for paragraph in resolution.paragraphs)
    yield from ((note.start, note.end) for note in resolution.footnotes)
    yield from ((note.mark.start, note.mark.end) for note in resolution.footnotes if note.mark)
    yield from ((diagnostic.start, diagnostic.end) for diagnostic in resolution.diagnostics)


def check_ledger(document: Document) -> None:
    """Every character stands in exactly one stretch, a paragraph's in its own, and what is unplaced is said."""
    stretches, resolutions = eco.ledger(document), parse_resolutions(document)
    assert "".join(document.raw[stretch.start : stretch.end] for stretch in stretches) == document.raw
    roles = [stretch.role for stretch in stretches for _ in range(stretch.start, stretch.end)]
    printed = [
        place
        for resolution in resolutions
        for paragraph in resolution.paragraphs
        for place in paragraph.offsets
        if paragraph.part not in ("title", "closing") and not document.raw[place].isspace()
    ]
    assert {roles[place] for place in printed} <= {"paragraph"}
    doubts = [(doubt.start, doubt.end) for resolution in resolutions for doubt in resolution.diagnostics]
    unplaced = [stretch for stretch in stretches if stretch.role == "unplaced"]
    unsaid = [s for s in unplaced if not any(start <= s.start and s.end <= end for start, end in doubts)]
    assert unsaid == []


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


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_has_one_role(name: str) -> None:
    check_ledger(eco.read_text(TEXTS[name], "made.txt"))


ODD = {
    "negotiated": "OP1. Requests [EU: add strongly] the Secretary-General to [help] (RUS, delete);\n",
    "damaged": "The General Assembly,\n1. Takes note of it;\n2Requests a report.\n",
    "damaged formula": "The Security Coundl,\nRecalling its resolutions,\n1. Decides to go on.\n",
    "part": "Dear colleagues,\n\n5. Requests the Secretary-General to submit a report;\n\nBest regards\n",
    "unseen signs": "⼤会，\n１. \u200b请秘书长\u00ad提交报告。\n",
    "quoted": "The General Assembly,\n1. Adopts the text:\n“The General Assembly,\n“1. Decides to go on.”\n",
}  # fmt: skip


ODD |= {"raw": RAW, "swapped": SWAPPED}


@pytest.mark.parametrize("name", ODD)
def test_every_character_has_one_role_on_every_way_to_the_parser(name: str) -> None:
    check_ledger(eco.read_text(ODD[name], "made.txt"))


def test_roles_say_what_a_page_is_made_of() -> None:
    document = eco.read_text(LAYOUT, "made.txt")
    words: dict[str, str] = {}
    for stretch in eco.ledger(document):
        words[stretch.role] = words.get(stretch.role, "") + document.raw[stretch.start : stretch.end] + "|"
    assert words["number"] == "1.    |2.    |"
    assert words["mark"] == "1|2|3|"
    assert words["formula"] == "The General Assembly,|"
    assert words["closing"] == "45th plenary meeting|11 December 2026|"
    assert "Resolution 79/812, annex." in words["footnote"]
    assert "26-24971 (E)     201226" in words["page furniture"]
    assert "Distr.: General" in words["header"]
    assert "unplaced" not in words


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
    check_ledger(eco.read_text(text, "made.txt"))


@pytest.mark.thorough
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
