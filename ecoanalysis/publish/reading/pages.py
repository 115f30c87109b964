"""A text that is too long for one page → its pages, each with the contents of all and its own paragraphs and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from ecoanalysis.model.facts import Band
from ecoanalysis.publish.reading.text import Row
from ecoanalysis.show.addresses import reading_page

_BANDS = get_args(Band)


def cut(parts: Sequence[Row], pages: int) -> list[list[Row]]:
    """Return the parts of a text over so many pages, of about the same weight, cut between paragraphs."""
    total = sum(_weight(item) for part in parts for item in part["paragraphs"])
    cuts: list[list[Row]] = [[]]
    before = 0
    for part in parts:
        for item in part["paragraphs"]:
            if cuts[-1] and before >= total * len(cuts) / pages:
                cuts.append([])
            if not cuts[-1] or cuts[-1][-1]["id"] != part["id"]:
                cuts[-1].append({**part, "paragraphs": []})
            cuts[-1][-1]["paragraphs"].append(item)
            before += _weight(item)
    return cuts


def _weight(item: Row) -> int:
    pieces = len(item["clauses"]) + len(item["citations"]) + len(item["themes"])
    return 400 + len(str(item["words"]).encode()) + len(str(item["beside"]).encode()) + 220 * pieces


def page_of(values: Row, cuts: Sequence[Sequence[Row]], place: int) -> Row:
    """Return what the template prints on one of the pages of the text."""
    pages = [reading_page(values["symbol"], number) for number in range(1, len(cuts) + 1)]
    paragraphs = [(number, item) for number, cut in enumerate(cuts) for part in cut for item in part["paragraphs"]]
    where = {item["anchor"]: number for number, item in paragraphs}
    notes = [note | {"href": _elsewhere(note, where, pages, place)} for note in values["notes"]]
    return values | {
        "number": place + 1,
        "of": len(cuts),
        "parts": cuts[place],
        "minimap": [
            _bar(item, values["labels"]["colon"], "" if number == place else pages[number])
            for number, item in paragraphs
            if number == place or not place
        ],
        "notes": [note for note in notes if where.get(note["of"], 0) == place or (note["href"] and not place)],
        "next_part": pages[place + 1] if place + 1 < len(cuts) else "",
        "last_part": pages[place - 1] if place else "",
    }


def _elsewhere(note: Row, where: Mapping[str, int], pages: Sequence[str], place: int) -> str:
    number = where.get(note["of"], 0)
    return f"{pages[number]}#{note['anchor']}" if number != place else ""


def _bar(item: Row, colon: str, page: str) -> Row:
    """A paragraph in the contents; ``page`` is where it stands, where that is another one."""
    first = next(iter(item["clauses"]), None)
    asking = (clause for clause in item["clauses"] if clause["code"] in _BANDS)
    strongest = max(asking, key=lambda clause: clause["code"], default=first)
    number = str(item["number"])
    return {
        "here": not page,
        "href": f"{page}#{item['anchor']}",
        "id": item["anchor"] if page else "",
        "force": strongest["code"].lower() if strongest else "none",
        "length": max(1, round(item["length"] / 60)),
        "label": item["label"] + (colon + strongest["title"] if strongest else ""),
        "shown": item["number"] if number.isdigit() and int(number) % 5 == 0 else "",
    }
