"""What a resolution says of itself: symbol, title, organ, adoption, meeting, agenda item, drafts, vote, sponsors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePath
from typing import Any

from ecoanalysis.lexicon import language_of, numerals
from ecoanalysis.model.document import Document, Role
from ecoanalysis.model.resolution import Adoption, Diagnostic, Passage, Sponsor, Subject, Vote
from ecoanalysis.parse.head.committee import committee_of
from ecoanalysis.parse.head.dates import find_dates
from ecoanalysis.parse.head.draft import DraftHead, read_draft
from ecoanalysis.parse.head.name_lists import as_vote, read_ballots, read_sponsors
from ecoanalysis.parse.head.symbols import Printed, numbered, printed_symbols, resolution_symbol, without_symbols
from ecoanalysis.parse.layout.blocks import Block, Layout
from ecoanalysis.parse.structure_patterns import Item

_DRAFT = re.compile(
    r"(?:A|E|S)/(?:C\.\d/)?(?:HRC/)?(?:ES-|S-)?\d+(?:/\d+)?/L\.\d+(?:/Rev\.\d+)?(?:/(?:Add|Corr)\.\d+)?"
)
_ADDED = re.compile(r"(?:和|、|,|and)\s*(Add|Corr)\.(\d+)")
_NUMBER_OF_YEAR = re.compile(r"\d+\s*[(（]\d{4}[)）]")
_ITEM = re.compile(r"(?P<number>\d+)(?P<parts>(?:\s*[(（]?(?:[a-z]{1,3}|\d{1,2})[)）])*)")
_ITEM_PART = re.compile(r"([a-z]{1,3}|\d{1,2})[)）]")
_PARAGRAPHS = ("preambular", "operative", "point")
_FILE_SYMBOL = re.compile(r"([AES])_(?:HRC_)?RES_((?:ES-|S-)?\d+)_(\d+)(?:_([A-Z](?:-[A-Z])?))?")


@dataclass(frozen=True)
class Header:
    """The resolution's title as a passage, its other fields, and what is doubtful about them."""

    title: Passage | None
    fields: dict[str, Any]
    diagnostics: tuple[Diagnostic, ...]


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return language_of(language).compiled("structure", "patterns", name)


def read_header(
    document: Document, layout: Layout, head: Sequence[Block], body: Sequence[Block], items: Sequence[Item]
) -> Header:
    """Return what head and closing of a resolution say; ``body`` begins with the organ's formula."""
    language, stated = document.language, _Stated(document)
    head = [block for block in head if block.text.strip()]
    text = "\n".join(block.text for block in head)
    tail = _tail(items)
    draft = None if any(block.role == "symbol" for block in head) else read_draft(language, document.raw, head)
    adopted_head = _adopted_head(language, head)
    naming, diagnostics = _naming(document, head, body, items, draft, adopted_head)
    closing = [item.block.text for item in items if item.role == "closing"]
    adopted_on = stated.date() or _adopted(language, text, closing) or (adopted_head and adopted_head.date)
    drafts = stated.all("draft") or _drafts(language, text)
    diagnostics += _link_drafts(layout, drafts, naming["symbol"])
    votes = tuple(as_vote(value) for value in stated.all("ballot")) or tuple(read_ballots(tail, language))
    adoption = stated.vote() or _vote(language, text) or _vote(language, tail)
    diagnostics += _voters(votes, adoption)
    item = stated.first("agenda_item") or _search(language, "agenda_item", text, "item")
    listed = tuple(name for name in (stated.first("sponsors") or "").split("; ") if name)
    sponsors = listed or (draft.sponsors if draft else ())
    explained = (note.text for note in layout.notes if draft and note.number == draft.called)
    sponsorship = read_sponsors(sponsors, next(explained, ""))
    diagnostics += _sponsors_unknown(sponsorship)
    title = naming.pop("passage")
    fields = naming | {
        "adopted_on": None if draft else adopted_on,
        "meeting": stated.integer("meeting") or _meeting(language, closing) or _met(language, adopted_head, tail),
        "agenda_item": agenda_item(item) if item else None,
        "drafts": tuple(drafts),
        "adoption": adoption,
        "sponsors": sponsors,
        "sponsorship": sponsorship,
        "status": "draft" if draft else "adopted" if adopted_on or naming["symbol"] else None,
        "committee": stated.first("committee") or committee_of(language, [block.text for block in head]),
        "subjects": tuple(Subject(*value.split("\t")) for value in stated.all("subject")),
        "votes": votes,
    }
    return Header(title, fields, tuple(diagnostics))


def agenda_item(printed: str) -> str:
    """Return an agenda item in one form, whatever the language prints: 19 (b); several are parted by commas.

    Examples
    --------
    >>> agenda_item("19 b)"), agenda_item("20和78(aa)"), agenda_item("18 （i）")
    ('19 (b)', '20, 78 (aa)', '18 (i)')
    """
    items = (
        " ".join([item["number"], *(f"({part})" for part in _ITEM_PART.findall(item["parts"]))])
        for item in _ITEM.finditer(printed)
    )
    return ", ".join(items)


def _naming(
    document: Document,
    head: Sequence[Block],
    body: Sequence[Block],
    items: Sequence[Item],
    draft: DraftHead | None,
    adopted: _AdoptedHead | None,
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Organ, symbol, session, number and title, and what is doubtful about them."""
    organ = _organ(document, body)
    if draft:
        return _draft_naming(draft, organ)
    diagnostics: list[Diagnostic] = []
    printed, title = _title(document, [block for block in head if not adopted or block not in adopted.blocks])
    printed = printed or (adopted.number if adopted else None)
    if title is None and organ != "SC":
        title = _title_behind(document, items)
    if organ is None and printed and numbered(printed):
        organ = "GA"
        message = f"no organ speaks; {printed} is numbered as its texts"
        diagnostics.append(Diagnostic("info", "organ-from-number", message))
    symbol = resolution_symbol(organ, printed) if organ and printed else None
    if symbol is None and (heading := _heading_symbol(document, head)):
        organ, symbol = organ or heading.organ, resolution_symbol(heading.organ, heading.number)
        message = f"no number stands before a title; {symbol} heads the pages"
        diagnostics.append(Diagnostic("info", "symbol-from-head", message))
    if symbol is None and (named := _file_symbol(document.path)):
        symbol = named
        message = f"the text prints no symbol; {symbol} is its file's name"
        diagnostics.append(Diagnostic("warning", "symbol-from-file-name", message))
    if symbol is None:
        diagnostics.append(Diagnostic("warning", "symbol-missing", "the text prints no symbol"))
    words = title.text if title else _common_title(document)
    if title is None and words:
        message = f"it has no title of its own; what it is a part of has: {words}"
        diagnostics.append(Diagnostic("info", "title-common", message))
    elif title is None and organ != "SC":
        diagnostics.append(Diagnostic("warning", "title-missing", "no title was found"))
    number = numbered(symbol.removeprefix(symbol[: _prefix_end(symbol)])) if symbol else None
    naming = {
        "symbol": symbol,
        "organ": organ,
        "session": _session(number.session) if number else None,
        "number": f"{number.number} {number.letter}".strip() if number else None,
        "passage": title,
        "title": words,
    }
    return naming, diagnostics


def _draft_naming(draft: DraftHead, organ: str | None) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The same of a draft, whose symbol says whose document it is where no organ speaks."""
    organ = organ or draft.organ
    diagnostics = []
    if draft.symbol is None:
        diagnostics.append(Diagnostic("warning", "symbol-missing", "the draft prints no symbol"))
    if draft.title is None and organ != "SC":
        diagnostics.append(Diagnostic("warning", "title-missing", "no title was found"))
    if draft.kind != "resolution":
        article = "an" if draft.kind == "amendment" else "a draft"
        message = f"this is {article} {draft.kind}, no resolution; what is read of it is its text's"
        diagnostics.append(Diagnostic("warning", f"draft-{draft.kind}", message))
    naming = {
        "symbol": draft.symbol,
        "organ": organ,
        "session": draft.session,
        "number": draft.number,
        "passage": draft.title,
        "title": draft.title.text if draft.title else None,
    }
    return naming, diagnostics


@dataclass(frozen=True)
class _AdoptedHead:
    """Lines of a head that say when and where a text was adopted, and its number where they print it."""

    date: date | None
    meeting: int | None
    number: str | None
    blocks: tuple[Block, ...]


def _adopted_head(language: str, head: Sequence[Block]) -> _AdoptedHead | None:
    """What the lines say (Adopted by the Security Council at its 3699th meeting, on …); they may be wrapped."""
    spoken = language_of(language)
    text = " ".join(block.text for block in head)
    for name in spoken.table("structure").get("adoption", {}).get("head", {}):
        if match := spoken.compiled("structure", "adoption", "head", name).search(text):
            stated = match.groupdict()
            blocks, place = [], 0
            for block in head:
                if place < match.end() and match.start() < place + len(block.text):
                    blocks.append(block)
                place += len(block.text) + 1
            number = _NUMBER_OF_YEAR.search(match[0])
            meeting = spoken.number(stated["meeting"]) if stated.get("meeting") else None
            return _AdoptedHead(_whole(language, stated["date"]), meeting, number and number[0], tuple(blocks))
    return None


def _met(language: str, adopted: _AdoptedHead | None, tail: str) -> int | None:
    """The meeting that a head names, or the line behind the text (Adopted unanimously at the 1822nd meeting)."""
    if adopted and adopted.meeting:
        return adopted.meeting
    match = language_of(language).compiled("structure", "adoption", "tail", "meeting").search(tail)
    return language_of(language).number(match["meeting"]) if match else None


def _tail(items: Sequence[Item]) -> str:
    """What is printed behind the last paragraph, before an annex and behind it."""
    last = max((index for index, item in enumerate(items) if item.role in _PARAGRAPHS), default=-1)
    closed = next((index for index, item in enumerate(items) if item.role == "closing"), last)
    annex = (index for index, item in enumerate(items) if item.role == "annex" and closed < index < last)
    before = items[closed + 1 : next(annex, closed)]
    return "\n".join(item.block.text for item in (*before, *items[last + 1 :]))


def _voters(votes: Sequence[Vote], adoption: Adoption | None) -> list[Diagnostic]:
    """Voters that no State is known by, and lists that are shorter or longer than the count beside them."""
    diagnostics = []
    if strange := [vote.name for vote in votes if vote.country is None]:
        message = f"no State is registered by the names of these voters: {', '.join(strange)}"
        diagnostics.append(Diagnostic("warning", "voter-unregistered", message))
    for ballot in ("yes", "no", "abstain") if votes and adoption else ():
        listed, counted = sum(vote.vote == ballot for vote in votes), getattr(adoption, ballot)
        if counted is not None and listed != counted:
            message = f"{counted} voted {ballot} by the count, and {listed} are listed"
            diagnostics.append(Diagnostic("warning", "votes-differ", message))
    return diagnostics


def _sponsors_unknown(sponsors: Sequence[Sponsor]) -> list[Diagnostic]:
    """Sponsors that are no State, officer or group for all we know: a name damaged, or no name at all."""
    strange = [sponsor.name for sponsor in sponsors if sponsor.kind is None]
    message = f"no State is registered by the names of these sponsors: {', '.join(strange)}"
    return [Diagnostic("info", "sponsor-unregistered", message)] if strange else []


@dataclass(frozen=True)
class _Stated:
    """The metadata that a format states."""

    document: Document

    def all(self, role: Role) -> list[str]:
        return [mark.value for mark in self.document.marks if mark.role == role and mark.value]

    def first(self, role: Role) -> str | None:
        return next(iter(self.all(role)), None)

    def integer(self, role: Role) -> int | None:
        value = re.sub(r"\D", "", self.first(role) or "")
        return int(value) if value else None

    def date(self) -> date | None:
        try:
            return date.fromisoformat(self.first("adopted_on") or "")
        except ValueError:
            return None

    def vote(self) -> Adoption | None:
        words = (self.first("vote") or "").split()
        if not words:
            return None
        if words[0] == "without":
            return Adoption("without a vote")
        counts = [int(word) if word.isdigit() else None for word in words[1:4]]
        return Adoption("recorded vote", *counts, *[None] * (3 - len(counts)))


def _organ(document: Document, body: Sequence[Block]) -> str | None:
    text = body[0].text.strip() if body else ""
    for organ, formula in language_of(document.language).table("structure")["organs"].items():
        if re.match(formula, text):
            return str(organ)
    return None


def _title(document: Document, head: Sequence[Block]) -> tuple[str | None, Passage | None]:
    """The number as printed before the title, and the title."""
    stated = next((block for block in head if block.role == "title"), None)
    number = next((block for block in head if block.role == "symbol"), None)
    if stated or number:
        printed = re.sub(r"[.．\s]+$", "", number.value or number.text.strip()) if number else None
        return _bare(printed), Passage(stated.text, stated.offsets) if stated else None
    for name in ("title", "title_old", "title_plain"):
        for index in range(len(head) - 1, -1, -1):
            match = _pattern(document.language, name).match(head[index].text)
            if match:
                return _bare(match["symbol"]), _titled(document.language, head, index, match.end())
    return None, _untitled(document, head)


def _common_title(document: Document) -> str | None:
    """The title over all parts of a collection (76/84 A-B), whose parts may have none of their own."""
    items = [mark for mark in document.marks if mark.role == "item"]
    titles = (mark for mark in document.marks if mark.role == "title" and items and mark.end <= items[0].start)
    return next((document.raw[mark.start : mark.end].strip() for mark in titles), None)


def _bare(printed: str | None) -> str | None:
    return re.sub(r"^[A-Z/]*RES/", "", printed).strip() if printed else None


def _titled(language: str, head: Sequence[Block], index: int, body: int) -> Passage | None:
    """The words behind the number, and the lines below it up to the organ's formula."""
    text, offsets = head[index].text[body:], list(head[index].offsets[body:])
    gap = language_of(language).table("structure")["word_space"]
    for block in head[index + 1 :]:
        if text:
            text, offsets = text + gap, offsets + [block.offsets[0]] * len(gap)
        text, offsets = text + block.text, [*offsets, *block.offsets]
    return _trimmed(language, text, offsets)


def _trimmed(language: str, text: str, offsets: Sequence[int]) -> Passage | None:
    kept = [index for index, char in enumerate(text) if not (language_of(language).words_touch and char.isspace())]
    while kept and text[kept[0]].isspace():
        kept.pop(0)
    while kept and text[kept[-1]].isspace():
        kept.pop()
    return Passage("".join(text[index] for index in kept), [offsets[index] for index in kept]) if kept else None


def _untitled(document: Document, head: Sequence[Block]) -> Passage | None:
    """The last line before the formula that is no line of the page's head."""
    no_title = _pattern(document.language, "not_title")
    version = language_of(document.language).compiled("structure", "drafting", "version")
    for block in reversed(head):
        text = block.text.strip()
        if version.fullmatch(text):  # Zero draft of 3 October
            continue
        if text.startswith("[") or _pattern(document.language, "adopted").search(text) or no_title.fullmatch(text):
            return None
        if len(text) < 200:
            return _trimmed(document.language, block.text, block.offsets)
    return None


def _title_behind(document: Document, items: Sequence[Item]) -> Passage | None:
    """Word files print their page head, with the title, behind the closing once they are turned into text."""
    closing = [item.index for item in items if item.role == "closing"]
    no_title = _pattern(document.language, "not_title")
    for item in items:
        if item.role == "text" and closing and item.index > closing[-1]:
            lines = list(re.finditer(r"\S[^\n]*", document.raw[item.block.start : item.block.end]))
            lines = [line for line in lines if not no_title.fullmatch(line[0].strip())]
            if len({line[0].strip() for line in lines}) == 1:  # a head for each side of the sheet: E/RES/2023/15
                begin = item.block.start + lines[0].start()
                return _trimmed(document.language, lines[0][0], range(begin, begin + len(lines[0][0])))
            if lines:
                return _trimmed(document.language, item.block.text, item.block.offsets)
    return None


def _heading_symbol(document: Document, head: Sequence[Block]) -> Printed | None:
    """The symbol at the head of the first page, else the one that most pages are headed with."""
    no_title = _pattern(document.language, "not_title")
    beside = ((block.text, without_symbols(block.text).strip("* \t")) for block in head)
    first = [text for text, words in beside if not words or no_title.fullmatch(words)]
    running = [document.raw[mark.start : mark.end] for mark in document.marks if mark.role == "furniture"]
    for lines in (first, running):
        if printed := Counter(symbol for line in lines for symbol in printed_symbols(line)):
            return printed.most_common(1)[0][0]
    return None


def _file_symbol(path: str) -> str | None:
    match = _FILE_SYMBOL.match(PurePath(path).stem)
    if not match:
        return None
    letter = f" {match[4]}" if match[4] else ""
    return f"{match[1]}/RES/{match[2]}/{match[3]}{letter}"


def _prefix_end(symbol: str) -> int:
    return symbol.index("RES/") + 4


def _session(printed: str) -> int | None:
    digits = printed.removeprefix("ES-").removeprefix("S-")
    return int(digits) if digits.isdigit() else numerals.roman(digits)


def _drafts(language: str, text: str) -> list[str]:
    drafts: list[str] = []
    for bracket in _pattern(language, "drafts").finditer(text.replace("\n", " ")):
        for draft in _DRAFT.finditer(bracket["text"]):
            drafts.append(draft[0])
            added = _ADDED.finditer(bracket["text"], draft.end())
            drafts.extend(f"{draft[0]}/{kind}.{number}" for kind, number in (each.groups() for each in added))
    return list(dict.fromkeys(drafts))


def _link_drafts(layout: Layout, drafts: Sequence[str], symbol: str | None) -> list[Diagnostic]:
    """Drafts that only the link list names: it names other resolutions' drafts too, so none of them is believed."""
    out = []
    for link in layout.links:
        if (draft := _DRAFT.search(link.text)) and draft[0] not in drafts:
            message = (
                f"the link list names draft {draft[0]}; the header does not, so it is not taken as a draft of {symbol}"
            )
            out.append(Diagnostic("info", "draft-only-in-links", message, link.start, link.end))
    return list({diagnostic.message: diagnostic for diagnostic in out}.values())


def _adopted(language: str, text: str, closing: Sequence[str]) -> date | None:
    for passage in closing:
        if day := _whole(language, passage):
            return day
    header = _pattern(language, "adopted").search(text.replace("\n", " "))
    return _whole(language, header["date"]) if header else None


def _whole(language: str, text: str) -> date | None:
    for dated in find_dates(text, language):
        if len(dated.date) == 10:
            return date.fromisoformat(dated.date)
    return None


def _meeting(language: str, closing: Sequence[str]) -> int | None:
    for passage in closing:
        if match := _pattern(language, "meeting").search(passage):
            spoken = language_of(language)
            return spoken.number(match["meeting"]) or spoken.ordinal(match["meeting"])
    return None


def _search(language: str, name: str, text: str, group: str) -> str | None:
    match = _pattern(language, name).search(text.replace("\n", " "))
    return re.sub(r"\s+", language_of(language).word_space, match[group]).strip() if match else None


def _vote(language: str, text: str) -> Adoption | None:
    if match := _pattern(language, "recorded_vote").search(text):
        counts = [int(match[name]) if match[name] else None for name in ("yes", "no", "abstain")]
        return Adoption("recorded vote", *counts)
    if _pattern(language, "without_vote").search(text):
        return Adoption("without a vote")
    return None
