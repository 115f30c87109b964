"""How the page says a figure: its cells, tables and sentences, and what stands folded behind a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.show.html import Html
from ecoanalysis.show.quality.names import NAMES

if TYPE_CHECKING:
    from markupsafe import Markup

_WORDS = 4  # renderings of a verb that a cell names

Cell = Any
Counted = Mapping[str, int]


@dataclass(frozen=True)
class Wording:
    """What a group of the page's pieces is written with, in one language."""

    labels: Labels
    measured: Mapping[str, Any] = field(repr=False)

    def say(self, name: str, /, **values: Any) -> Html:
        """Return a sentence from the labels as a paragraph of its own."""
        return Html(f"<p>{self.labels.markup(name, **values)}</p>")

    def fact_name(self, facts: str) -> str:
        """Return what a kind of fact is called.

        Examples
        --------
        >>> from ecoanalysis.lexicon.labels import labels
        >>> Wording(labels("en"), {}).fact_name("hedges")
        'hedges'
        """
        return self.labels(NAMES[facts])

    def _folded(self, summary: Markup | str, *inside: Html) -> Html:
        """Pieces that only specialists read, behind a line that states the main figure."""
        shown = "\n".join(piece.html for piece in inside)
        return Html(str(markup('<details class="figures"><summary>{}</summary>{}</details>', summary, Html(shown))))

    def _most(self, name: str, table: Html, rows: Sequence[Sequence[Cell]], **values: Any) -> Html:
        """A table behind the sentence that introduces it and its first row, the most frequent."""
        from markupsafe import escape

        first = " · ".join(str(escape(cell)) for cell in rows[0]) if rows else ""
        return self._folded(self._sentences(self.labels.markup(name, **values), markup("{}", Html(first))), table)

    def _range(
        self, measure: str, figures: Mapping[str, float | None], language: str = "", of: str = ""
    ) -> Markup | str:
        """Say from which figure to which a measure goes, and of what these are."""
        there = {name: figure for name, figure in figures.items() if figure is not None}
        if not there:
            return ""
        least, most = (choose(there, key=there.__getitem__) for choose in (min, max))
        of = of or (self._language(language) if language else "")
        return self.labels.markup(
            "quality.range_of" if of else "quality.range",
            of=of,
            measure=self.labels(measure),
            low=self._figure(there[least]),
            least=least,
            high=self._figure(there[most]),
            most=most,
        )

    def _sentences(self, *sentences: Markup | str) -> Markup:
        from markupsafe import escape

        return escape(self.labels("punctuation.sentences")).join(filter(None, sentences))

    def _of_text(self, entry: Mapping[str, Any]) -> str:
        return self.labels("quality.of", what=entry["symbol"], language=self._language(entry["language"]))

    def _head(self, name: str) -> str:
        return self.labels(f"column.{name}")

    def _of(self, label: str, language: str) -> str:
        return self.labels("quality.of", what=self.labels(label), language=self._language(language))

    def _language(self, language: str) -> str:
        return self.labels.language_name(language)

    def _f1(self, entry: Mapping[str, Any]) -> str:
        return self._figure(entry.get("f1"))

    def _figure(self, figure: float | None) -> str:
        return "–" if figure is None else f"{figure:.2f}"

    def _percent(self, part: int, whole: int) -> str:
        return f"{100 * part / whole:.1f}%" if whole else "–"

    def _class(self, code: str, none: str) -> Markup | str:
        if code == "–":
            return none
        return markup('<b class="code {}">{}</b> {}', code.lower(), code, self.labels(f"class.{code}"))

    def _strong(self, text: str) -> Markup:
        return markup("<b>{}</b>", text)

    def _symbol(self, symbol: str) -> Markup:
        return markup('<span style="white-space:nowrap">{}</span>', symbol)

    def _verb(self, verb: str, language: str) -> Markup:
        return markup('<span lang="{}">{}</span>', language_of(language).tag, verb)

    def _verbs(self, counted: Counted, language: str) -> Markup:
        most = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))[:_WORDS]
        return self._list(markup("{} {}", self._verb(verb, language), count) for verb, count in most)

    def _causes(self, counted: Counted) -> Markup:
        most = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))
        return self._list(markup("{} {}", self.fact_name(cause), count) for cause, count in most)

    def _list(self, items: Iterable[Markup]) -> Markup:
        from markupsafe import escape

        return escape(self.labels("punctuation.list")).join(items)

    def _table(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], of: str = "") -> Html:
        return table(self.labels, name, heads, rows, of)


def table(say: Labels, name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], of: str = "") -> Html:
    """Return rows as a table that scrolls sideways where a page is narrow; figures stand at the right.

    ``of`` tells several tables of one name apart, for those who hear them.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> shown = table(labels("en"), "quality_kinds", ["kind", "times"], [["<a>", 2]]).html
    >>> '<td>&lt;a&gt;</td><td style="text-align:end">2</td>' in shown
    True
    """
    if not rows:
        return Html(f"<p>{say.markup('figure.empty')}</p>")
    head = "".join(_cells("th", heads, [_is_figure(cell) for cell in rows[0]], ' scope="col"'))
    body = "".join(f"<tr>{''.join(_cells('td', row, map(_is_figure, row)))}</tr>\n" for row in rows)
    label = say.markup("figure.scroll", name=" · ".join(filter(None, [say(f"table.{name}"), of])))
    return Html(
        f'<div class="table" role="region" tabindex="0" aria-label="{label}" style="overflow-x:auto">'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )


def _cells(tag: str, cells: Iterable[Cell], figures: Iterable[bool], more: str = "") -> Iterator[str]:
    from markupsafe import escape

    for cell, figure in zip(cells, figures, strict=True):
        style = ' style="text-align:end"' if figure else ""
        yield f"<{tag}{more}{style}>{escape(cell)}</{tag}>"


def _is_figure(cell: Cell) -> bool:
    return not isinstance(cell, str) or cell == "–" or cell.rstrip("%").replace(".", "", 1).isdigit()


def together(pieces: Sequence[Html]) -> Html:
    return Html("\n".join(piece.html for piece in pieces))


def markup(template: str, *values: Any) -> Markup:
    from markupsafe import Markup

    return Markup(template).format(*values)
