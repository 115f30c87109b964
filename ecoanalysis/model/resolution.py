"""The resolution: its passages in order, each of which knows where in the raw text every character of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ecoanalysis.model.document import Document

Part = Literal["title", "preamble", "operative", "closing", "annex", "footnote"]
Level = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points of the raw text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is uncertain or defective in a document, and where."""

    level: Level
    code: str
    message: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Layout text with the raw offset of each of its characters."""

    text: str
    offsets: Sequence[int] = field(repr=False)

    def raw(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the raw text; an empty range stands before its character."""
        if start == end:
            at = self.offsets[start] if start < len(self.offsets) else self.end
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @property
    def start(self) -> int:
        return self.offsets[0] if self.offsets else 0

    @property
    def end(self) -> int:
        return self.offsets[-1] + 1 if self.offsets else 0


@dataclass(frozen=True, slots=True)
class Paragraph(Passage):
    """One paragraph of a resolution (title and closing too): its own words, without number and footnote marks."""

    id: str = ""
    part: Part = "operative"
    number: str | None = None

    @property
    def parent(self) -> str | None:
        """The id of the paragraph that this one is a point of."""
        head, dot, _ = self.id.rpartition(".")
        return head if dot and self.is_point else None

    is_point: bool = False


@dataclass(frozen=True, slots=True)
class Footnote(Passage):
    """A note, and the place of its mark: ``mark`` is None where the text has lost it."""

    number: str = ""
    paragraph: str | None = None
    mark: Span | None = None
    position: int | None = None
    """Where in the paragraph's text the mark stood."""

    @property
    def id(self) -> str:
        return f"fn{self.number}"


@dataclass(frozen=True, slots=True)
class Adoption:
    """How a resolution was adopted; counts are None where the source has none."""

    mode: Literal["without a vote", "recorded vote"]
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None


_OUTLINE = 60  # characters of a paragraph that an outline shows


@dataclass(frozen=True, slots=True)
class Resolution:
    """One resolution of a document, with what its text and its header say of it (codebook, Resolution)."""

    document: Document = field(repr=False)
    part: int
    symbol: str | None
    organ: str | None
    session: int | None
    number: str | None
    title: str | None
    adopted_on: date | None
    meeting: int | None
    agenda_item: str | None
    drafts: tuple[str, ...]
    adoption: Adoption | None
    sponsors: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    footnotes: tuple[Footnote, ...] = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = field(repr=False)

    @property
    def language(self) -> str:
        return self.document.language

    def _repr_html_(self) -> str:
        """The outline, as a notebook shows it: each paragraph's id and first words."""
        from markupsafe import Markup

        item = Markup('<li style="list-style:none"><b>{}</b> {}</li>').format
        items = [
            item(one.id, one.text[:_OUTLINE] + ("…" if len(one.text) > _OUTLINE else "")) for one in self.paragraphs
        ]
        head = Markup("<p><b>{}</b> {}</p>").format(self.symbol or "?", self.adopted_on or "")
        return str(head + Markup('<ol lang="{}">{}</ol>').format(self.language, Markup("").join(items)))

    def paragraph(self, id: str) -> Paragraph:
        """Return the paragraph of that id; raise KeyError where there is none."""
        for paragraph in self.paragraphs:
            if paragraph.id == id:
                return paragraph
        raise KeyError(id)
