"""What is looked at: tables narrowed to a text, a theme, a body; and how texts are put in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ecoanalysis.measures.measure import Frames
from ecoanalysis.model.shape import RESOLUTION

if TYPE_CHECKING:
    import polars as pl

TEXT = ("symbol", "language")
"""What tells texts apart: a resolution in one language."""
PARAGRAPH = (*RESOLUTION, "paragraph")
CLAUSE = (*PARAGRAPH, "index")
BANDS = ("D1", "D2", "D3", "D4", "D5")
STRONG = BANDS[2:]
"""Bands of what is requested, urged or demanded."""
CLASSES = ("REF", "NEU", "EVA", "ASR", "DIR", "DEC")
BODY_PARTS = ("preamble", "operative", "annex")
"""The sections whose paragraphs are counted: title and closing are none of them."""

_SERIES = ("links", "changes", "obligations")
_PLACE = ("symbol", "language", "paragraph", "index")


@dataclass(frozen=True)
class Narrowed(Mapping[str, "pl.DataFrame"]):
    """Tables cut down when they are asked for, each once."""

    tables: Frames
    symbol: str = ""
    language: str = ""
    theme: str = ""
    body: str = ""
    committee: str = ""
    _cut: dict[str, pl.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    def __getitem__(self, name: str) -> pl.DataFrame:
        if name not in self._cut:
            self._cut[name] = self._narrowed(name)
        return self._cut[name]

    def _narrowed(self, name: str) -> pl.DataFrame:
        import polars as pl

        frame = self.tables[name]
        if name not in _SERIES:
            for column, value in (("symbol", self.symbol), ("language", self.language)):
                if value and column in frame.columns:
                    frame = frame.filter(pl.col(column) == value)
        if self.committee and {*RESOLUTION} <= set(frame.columns):
            of_committee = self.tables["resolutions"].filter(pl.col("committee") == self.committee)
            frame = frame.join(of_committee, on=RESOLUTION, how="semi", maintain_order="left")
        if self.theme:
            frame = _to_theme(name, frame, self.tables, self.theme)
        return _to_body(name, frame, self.tables, self.body) if self.body else frame


def narrow(
    tables: Frames, *, symbol: str = "", language: str = "", theme: str = "", body: str = "", committee: str = ""
) -> Frames:
    """Return tables narrowed to a text, the resolutions of a committee, a theme's paragraphs, what is asked of a body.

    Of a theme, every table with paragraphs keeps those of the theme. Of a body, tables of clauses keep the directives
    that ask it, ``agencies`` the mentions of it, ``reports`` what it reports, and tables of paragraphs where it is
    asked.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> energy = narrow(read_editions(), symbol="A/RES/75/324", language="zh", theme="energy")
    >>> energy["paragraphs"]["paragraph"].to_list()
    ['21', '22', '23']
    """
    if not (symbol or language or theme or body or committee):
        return tables
    return Narrowed(tables, symbol, language, theme, body, committee)


def _to_theme(name: str, frame: pl.DataFrame, tables: Frames, theme: str) -> pl.DataFrame:
    import polars as pl

    treated = tables["themes"].filter(pl.col("theme") == theme)
    if name in ("lineages", "obligations"):
        return _lineages_of(name, frame, treated.select("symbol", "language", "paragraph").unique(maintain_order=True))
    if "paragraph" not in frame.columns:
        return frame
    return frame.join(
        treated.select(PARAGRAPH).unique(maintain_order=True), on=PARAGRAPH, how="semi", maintain_order="left"
    )


def _to_body(name: str, frame: pl.DataFrame, tables: Frames, body: str) -> pl.DataFrame:
    import polars as pl

    asking = tables["requests"].filter(pl.col("agency") == body)
    if name in ("agencies", "requests"):
        return frame.filter(pl.col("agency") == body)
    if name in ("reports", "dues", "obligations"):
        reports = tables["reports"].filter(pl.col("reporter") == body)
        on = [column for column in _PLACE if column in frame.columns]
        return frame.join(reports.select(on).unique(maintain_order=True), on=on, how="semi", maintain_order="left")
    if name == "lineages":
        return _lineages_of(name, frame, asking.select(_PLACE).unique(maintain_order=True))
    if "index" in frame.columns:
        return frame.join(
            asking.select(CLAUSE).unique(maintain_order=True), on=CLAUSE, how="semi", maintain_order="left"
        )
    if "paragraph" in frame.columns:
        return frame.join(
            asking.select(PARAGRAPH).unique(maintain_order=True), on=PARAGRAPH, how="semi", maintain_order="left"
        )
    return frame


def _lineages_of(name: str, frame: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """A lineage stays whole where any edition of it is among the places."""
    on = [column for column in places.columns if column in frame.columns]  # an obligation is of no one language
    here = frame.join(places.select(on).unique(maintain_order=True), on=on, how="semi", maintain_order="left")
    if name == "obligations":
        return here
    keys = ["series", "language", "lineage"]
    return frame.join(here.select(keys).unique(maintain_order=True), on=keys, how="semi", maintain_order="left")


def texts(tables: Frames) -> pl.DataFrame:
    """Return one row per text in order of adoption: those without a date first, as nobody knows where they belong.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> texts(read_editions())["symbol"].to_list()[:2]
    ['A/RES/48/2', 'A/RES/50/1']
    """
    import polars as pl

    return (
        tables["resolutions"]
        .select(*RESOLUTION, *TEXT, "adopted_on", "session", "committee", "title")
        .with_columns(year=pl.col("adopted_on").dt.year())
        .sort("adopted_on", "symbol", "language", nulls_last=False, maintain_order=True)
    )


def in_order(frame: pl.DataFrame, tables: Frames, *then: str) -> pl.DataFrame:
    """Return a frame with its texts in order of adoption, and within a text by other columns."""
    order = texts(tables).select(TEXT).unique(TEXT, keep="first", maintain_order=True).with_row_index("_order")
    return (
        frame.join(order, on=TEXT, how="left", nulls_equal=True, maintain_order="left")
        .sort("_order", *then, nulls_last=True, maintain_order=True)
        .drop("_order")
    )


def treated(tables: Frames) -> pl.DataFrame:
    """Return one row per paragraph and theme that it treats."""
    return tables["themes"].select(*PARAGRAPH, "theme").unique(maintain_order=True)


def body_paragraphs(tables: Frames) -> pl.DataFrame:
    """Return the paragraphs that are counted: of preamble, operative part and annex."""
    import polars as pl

    return tables["paragraphs"].filter(pl.col("section").is_in(BODY_PARTS))


def hedged() -> pl.Expr:
    """Whether anything softens a clause."""
    import polars as pl

    return pl.col("hedges").list.len() > 0


def directives(tables: Frames) -> pl.DataFrame:
    """Return one row per directive, ``hedged`` where anything softens it."""
    import polars as pl

    return tables["clauses"].filter(pl.col("class") == "DIR").with_columns(hedged=hedged())
