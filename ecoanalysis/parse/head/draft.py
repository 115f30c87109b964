"""The head of a draft: whose it is, what it is, its symbol and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.listed import listed_state, split_names
from ecoanalysis.model.resolution import Passage

Kind = Literal["resolution", "decision", "amendment"]

SYMBOL = re.compile(
    r"(?<![\w/])(?:[AES]/(?:[A-Z][\w.]*/)*(?:ES-|S-)?\d+(?:/\d+)?/(?:CRP|L)\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*"
    r"|S/\d{4}/\d+(?:/Rev\.\d+)?)(?![\w/])"
)
_NUMBERS = re.compile(r"/(?P<session>(?:ES-|S-)?\d+)/(?P<number>(?:CRP\.|L\.)?\d+.*)")
_ORGANS = {"A/HRC/": "HRC", "A/": "GA", "E/": "ECOSOC", "S/": "SC"}
_SECTION = re.compile(r"[A-Z]|[IVX]{1,4}")


@dataclass(frozen=True)
class DraftHead:
    """What the head of a draft says; ``title`` is its words with their places."""

    symbol: str | None
    kind: Kind
    sponsors: tuple[str, ...]
    title: Passage | None
    called: str = ""
    """The sign of the note that tells more of the sponsors: asterisks."""

    @property
    def organ(self) -> str | None:
        """The organ whose document it is, by its symbol."""
        return next((organ for lead, organ in _ORGANS.items() if (self.symbol or "").startswith(lead)), None)

    @property
    def session(self) -> int | None:
        """The session, or the year, in its symbol."""
        numbers = _NUMBERS.search(self.symbol or "")
        return int(re.sub(r"\D", "", numbers["session"])) if numbers else None

    @property
    def number(self) -> str | None:
        """What its symbol says behind the session: L.3."""
        numbers = _NUMBERS.search(self.symbol or "")
        return numbers["number"] if numbers else None


def read_draft(language: str, raw: str, head: Sequence[Passage]) -> DraftHead | None:
    """Return what the lines above a text say of it as a draft; None where they do not say that it is one.

    Examples
    --------
    >>> from ecoanalysis.model.resolution import Passage
    >>> lines = ["A/C.2/81/L.12", "Second Committee", "Aland and Borduria: draft resolution", "Water and", "floods"]
    >>> head = read_draft("en", "", [Passage(line, range(len(line))) for line in lines])
    >>> head.symbol, head.sponsors, head.title.text
    ('A/C.2/81/L.12', ('Aland', 'Borduria'), 'Water and floods')
    """
    lines = _Lines(language, raw, head)
    for index, (begin, end) in enumerate(lines.paragraphs):
        text = lines.joined(begin, end)
        sponsored = lines.form("sponsored").fullmatch(text)
        if sponsored and (kind := lines.kind(sponsored["kind"])):
            listed = lines.completed(index, sponsored["sponsors"])
            names, title = split_names(listed, language), lines.title(index + 1)
            return DraftHead(lines.symbol(end), kind, names, title, sponsored["note"])
        submitted = lines.form("submitted").fullmatch(text)
        if submitted and (kind := lines.kind(submitted["kind"])):
            by = lines.form("basis").sub("", submitted["sponsors"] or "").strip(" ,")
            return lines.labelled() or DraftHead(lines.symbol(end), kind, (by,) if by else (), lines.title(index + 1))
    return lines.labelled()


class _Lines:
    """The lines of a head, and which of them are one paragraph."""

    def __init__(self, language: str, raw: str, head: Sequence[Passage]) -> None:
        self.spoken = language_of(language)
        self.gap: str = self.spoken.table("structure")["word_space"]
        self.head = [line for line in head if line.text.strip()]
        self.indents = [_indented(raw, line) for line in self.head]
        self.paragraphs = list(self._paragraphs())

    def form(self, name: str) -> re.Pattern[str]:
        return self.spoken.compiled("structure", "drafting", name)

    def kind(self, text: str) -> Kind | None:
        kinds: tuple[Kind, ...] = ("amendment", "decision", "resolution")
        begun = [(match.start(), kind) for kind in kinds if (match := self.form(kind).search(text))]
        return next((kind for kind in kinds if any(kind == other for _, other in begun)), None)

    def joined(self, begin: int, end: int) -> str:
        return self.gap.join(" ".join(line.text.split()) for line in self.head[begin:end])

    def symbol(self, end: int) -> str | None:
        matches = (SYMBOL.search(line.text) for line in self.head[:end])
        return next((match[0] for match in matches if match), None)

    def completed(self, index: int, listed: str) -> str:
        """A list with the lines above that it began on, where nothing but a name cut in two tells that it did."""
        for begin, end in reversed(self.paragraphs[:index]):
            above = self.joined(begin, end)
            whole = split_names(f"{above}{self.gap}{listed}", self.spoken.code)
            if "," not in above or not all(map(listed_state, whole)):
                return listed
            listed = f"{above}{self.gap}{listed}"
        return listed

    def title(self, index: int) -> Passage | None:
        """The words below the sponsors: one paragraph where paragraphs are set apart, else all."""
        below = self.paragraphs[index:]
        if not below or _SECTION.fullmatch(self.joined(*below[0])):
            return None
        end = below[0][1] if any(self.indents) else below[-1][1]
        lines = [line for line in self.head[below[0][0] : end] if not _SECTION.fullmatch(line.text.strip())]
        return self._passage(lines)

    def _passage(self, lines: Sequence[Passage]) -> Passage | None:
        text, offsets = "", list[int]()
        for line in lines:
            words = line.text.strip()
            begin = line.text.index(words)
            if text:
                text, offsets = text + self.gap, offsets + [line.offsets[begin]] * len(self.gap)
            text, offsets = text + words, [*offsets, *line.offsets[begin : begin + len(words)]]
        return Passage(text, offsets) if text else None

    def labelled(self) -> DraftHead | None:
        """A head whose lines say what they hold, as student conferences print it: 起草国：…."""
        sponsors = [match for line in self.head if (match := self.form("labelled").fullmatch(line.text.strip()))]
        if not sponsors:
            return None
        title = None
        for line in self.head:
            if topic := self.form("topic").match(line.text):
                begin, end = topic.span("title")
                title = Passage(line.text[begin:end], line.offsets[begin:end])
        listed = split_names(sponsors[0]["sponsors"], self.spoken.code)
        return DraftHead(self.symbol(len(self.head)), "resolution", listed, title)

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        begin = 0
        for line in range(1, len(self.head) + 1):
            if line == len(self.head) or not self._goes_on(line):
                yield begin, line
                begin = line

    def _goes_on(self, line: int) -> bool:
        """Whether a line goes on with the one above it: not where it is set in, where lines are at all."""
        above, text = self.head[line - 1].text.strip(), self.head[line].text.strip()
        if SYMBOL.fullmatch(text) and self.kind(above) == "amendment":
            return True  # amendment to draft resolution, and below it the symbol of that
        if self.indents[line] and not (self.indents[line - 1] and text[0].islower() and above[-1].isalnum()):
            return False
        if any(self.indents) and any(self.indents[:line]):
            return True
        cut = bool(self.form("goes_on").search(above)) or above.count("(") > above.count(")")
        return cut or text[0].islower() or text[0] in "(（"


def _indented(raw: str, line: Passage) -> bool:
    """Whether white space stands before a line on the page."""
    begin = line.offsets[0] + len(line.text) - len(line.text.lstrip())
    before = raw[raw.rfind("\n", 0, begin) + 1 : begin]
    return bool(before) and before.isspace()
