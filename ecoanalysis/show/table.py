"""Frames as tables of a page: what a column's name says about how its values are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.show.accuracy import figures
from ecoanalysis.show.dues import state_of
from ecoanalysis.show.html import Html, Measured, joined, linked, markup
from ecoanalysis.show.quality.names import GOLDS

if TYPE_CHECKING:
    from markupsafe import Markup

    from ecoanalysis.lexicon.translations import Kind
    from ecoanalysis.show.view import View

Row = Mapping[str, Any]
Show = Callable[["View", Any, Row], Any]

DIMENSIONS = (
    "symbol", "series", "language", "agency", "theme", "band", "class", "lemma", "year", "change",
    "type", "kind", "role", "country", "state", "committee", "session", "act_verb", "hedge_kind",
    "asked_body", "beside", "own_verb", "verb_beside",
)  # fmt: skip
"""Columns that say what a row's numbers are of."""

MEASURED = frozenset(
    ["directives", "hedged", "clauses", "operative", "mentions", "carried", "reworded", "new", "dropped", "born",
     "revived", "ended", "mandates"]
)  # fmt: skip
"""Columns whose numbers are stated in several places."""

ROWS = 200  # of a frame that we know nothing of


def show_table(
    view: View,
    frame: pl.DataFrame,
    columns: Sequence[str],
    name: str,
    named: Mapping[str, str] = MappingProxyType({}),
) -> Html:
    """Return a frame as a table: headings in the labels' language, paragraphs linked, words in their own language.

    Columns in which no row says anything are left out, unless that is all of them.
    """
    from markupsafe import escape

    if frame.is_empty():
        return view.say("figure.empty")
    rows = frame.rows(named=True)
    cells = {column: [escape(_cell(view, column, row)) for row in rows] for column in columns}
    shown = {column: texts for column, texts in cells.items() if any(map(_says, texts))} or cells
    heads = {column: named.get(column) or view.labels(f"column.{column}") for column in shown}
    label = view.labels("figure.scroll", name=view.labels(f"table.{name}"))
    return _laid_out(shown, heads, frame.schema, label)


def plain_frame(frame: pl.DataFrame | pl.Series, language: str) -> Html:
    """Return a reader's own frame as a table of a page, laid out as ours are; what stands in it is text.

    Columns are headed as ours of the same name are, else by their names; of a long frame the first rows are shown, and
    how many more there are.

    Examples
    --------
    >>> shown = plain_frame(pl.DataFrame({"year": ["<7>"], "my_share": [0.25]}), "en").html
    >>> "&lt;7&gt;" in shown, ">Year<" in shown, ">my_share<" in shown
    (True, True, True)
    """
    from markupsafe import escape

    say = labels(language)
    if isinstance(frame, pl.Series):
        frame = frame.to_frame(frame.name or say("figure.value"))
    if frame.is_empty():
        return Html(str(markup("<p>{}</p>", say("figure.empty"))))
    shown = {column.name: [escape(_written(value, say)) for value in column.to_list()] for column in frame.head(ROWS)}
    heads = {name: say(f"column.{name}") if f"column.{name}" in say else name for name in frame.columns}
    named = say("figure.scroll", name=say.join(heads.values()))  # by what it holds: a page may have several
    table = _laid_out(shown, heads, frame.schema, named)
    if frame.height <= ROWS:
        return table
    return table + Html(str(markup("<p>{}</p>", say("figure.rest", rows=frame.height - ROWS))))


def _written(value: Any, say: Labels) -> str:
    """A value of a frame that we know nothing of."""
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 1 else f"{value:,.2f}"
    if isinstance(value, list):
        return say.join(_written(item, say) for item in value)
    return "" if value is None else _MIDNIGHT.sub("", str(value))


_MIDNIGHT = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ]00:00:00$")  # of a date that a chart's data have as a time


def _laid_out(shown: Mapping[str, Sequence[Markup]], heads: Mapping[str, str], schema: pl.Schema, label: str) -> Html:
    """Columns of cells as a table, with what of its style a notebook needs too: the rest is left to the page."""
    ends = {column: "text-align:end" if schema[column].is_numeric() else "" for column in shown}
    tags = [f'<td style="{end}">' if end else "<td>" for end in ends.values()]
    heading = '<th style="{}" scope="col">{}</th>'
    names = [
        markup(heading, ";".join(filter(None, ["white-space:nowrap", end])), heads[column])
        for column, end in ends.items()
    ]
    rows = [
        f"<tr>{''.join(f'{tag}{cell}</td>' for tag, cell in zip(tags, row, strict=True))}</tr>"
        for row in zip(*shown.values(), strict=True)
    ]
    table = "\n".join(["<table>", "<thead>", f"<tr>{''.join(names)}</tr>", "</thead>", "<tbody>", *rows, "</tbody>"])
    wrapped = markup('<div class="table" role="region" tabindex="0" aria-label="{}" style="overflow-x:auto">', label)
    return Html(f"{wrapped}{table}\n</table></div>")


def _cell(view: View, column: str, row: Row) -> Any:
    value = row[column]
    if column in MEASURED and isinstance(value, int):
        stated = {name: str(row[name]) for name in DIMENSIONS if name != column and row.get(name) is not None}
        # What the view is narrowed to stays: a body asked beside the body of the page is another thing.
        beside = {f"{name}_beside": of for name, of in stated.items() if view.where.get(name, of) != of}
        return Measured(value, column, **stated | view.where | beside)
    return _SHOW.get(column, _text)(view, value, row)


def _says(cell: str) -> bool:
    """Whether there is anything in a cell beside its tags."""
    return bool(_TAG.sub("", cell).strip())


_TAG = re.compile("<[^>]*>")


def _text(view: View, value: Any, row: Row) -> Any:
    return "" if value is None else value


def _spoken(row: Row) -> str:
    """The language that a row's words are in, where the rows are in several."""
    return row.get("language") or ""


def _accuracy(name: str) -> Show:
    """A figure of accuracy; of few facts, and where there is none, what is said in its place."""

    def show(view: View, value: Any, row: Row) -> str:
        return figures(row["n"], row, view.labels)[name]

    return show


def _edition_of(row: Row) -> str:
    return row.get("edition") or row.get("symbol") or ""


def _paragraph(view: View, value: Any, row: Row) -> Markup:
    return view.link(value, _edition_of(row))


def _paragraphs(view: View, value: Any, row: Row) -> Markup:
    return view.links(value or (), _edition_of(row))


def _old_paragraphs(view: View, value: Any, row: Row) -> Markup:
    return view.links(value or (), row["old_edition"])


def _row(view: View, value: Any, row: Row) -> Markup:
    """The row of a clause, or of several: what ``clause_rows`` made of it."""
    from markupsafe import Markup

    return markup('<div class="clauses">{}</div>', Markup(value or ""))


def _last_asked(view: View, value: Any, row: Row) -> Markup | str:
    """The year in which a body was last asked for something, linked to where."""
    place = row.get("last_paragraph")
    return linked(value, view.address(row["last_symbol"], place)) if value and place else value or ""


def _months(view: View, value: Any, row: Row) -> Markup:
    """A month, or from which to which: broken between the two alone."""
    between = " – "
    months = [markup('<span class="line">{}</span>', month) for month in (value or "").split(between)]
    return markup(between.rstrip() + " ").join(months)


def _words(view: View, value: Any, row: Row) -> Markup | str:
    return view.quote(value, _spoken(row)) if value else ""


def _when_due(view: View, value: Any, row: Row) -> Markup | str:
    """When something is due, in the text's words; in the reader's where these are of another language."""
    read_in = row.get("languages") or [_spoken(row) or view.text_language]
    if row.get("due_session") and view.labels.language not in read_in:
        return view.labels("course.session", session=row["due_session"])
    return _words(view, value, row)


def _short_words(view: View, value: Any, row: Row) -> Markup:
    """A term: never broken."""
    return markup('<span class="line">{}</span>', view.quote(value or "", _spoken(row)))


def _named_word(kind: Kind) -> Show:
    """A word that stands for a fact: in the reader's language where the lexicon knows it, the text's own beside it."""

    def show(view: View, value: Any, row: Row) -> Markup:
        from ecoanalysis.lexicon.translations import translated

        language = _spoken(row) or view.text_language
        named = translated(value or "", kind, language, view.labels.language)
        if not named or named == value:
            return _short_words(view, value, row)
        return markup('<span class="line">{} <small>{}</small></span>', named, view.quote(value, language))

    return show


def _passage(view: View, value: Any, row: Row) -> Markup:
    """A whole clause: wide enough to be read, however narrow the page."""
    return markup('<div class="passage">{}</div>', view.quote(value or "", _spoken(row)))


def _word_list(view: View, value: Any, row: Row) -> Markup:
    return view.quotes(value or (), _spoken(row))


def _words_in(column: str) -> Show:
    """Words of the language that another column names: never broken."""

    def show(view: View, value: Any, row: Row) -> Markup:
        return markup('<span class="line">{}</span>', view.quote(value or "", row.get(column) or ""))

    return show


def _verb(view: View, value: Any, row: Row) -> Markup:
    """A verb, in the reader's language; the text's own beside it where it is another."""
    from ecoanalysis.show.row import verb_in

    language = _spoken(row) or view.text_language
    clause = {"language": language, "class": row.get("class") or "DIR", "band": row.get("band")}
    words, original = verb_in(value, value, clause, view.labels) if value else ("", True)
    if original:
        return _short_words(view, words, row)
    return markup('<span class="line">{} <small>{}</small></span>', words, view.quote(value, language))


def _verbs(view: View, value: Any, row: Row) -> Markup:
    return joined((_verb(view, verb, row) for verb in value or ()), view.labels)


def _themes(view: View, value: Any, row: Row) -> Markup:
    return joined((_theme(view, theme, row) for theme in value or ()), view.labels)


def _theme(view: View, value: Any, row: Row) -> Markup | str:
    return linked(view.theme_name(value), view.page_of("theme", value)) if value else ""


def _body(view: View, value: Any, row: Row) -> Markup | str:
    """A body by its id, or several, as a report of two bodies has them."""
    if not value:
        return ""
    bodies = (linked(view.body(id), view.page_of("agency", id)) for id in value.split(", "))
    return markup('<div class="name">{}</div>', joined(bodies, view.labels))


def _bodies(view: View, value: Any, row: Row) -> Markup:
    """Bodies by their ids; what is no id are words of the text."""
    named = (view.short(id) if id in registry() else view.quote(id, _spoken(row)) for id in value or ())
    return joined(named, view.labels)


def _percent(view: View, value: Any, row: Row) -> str:
    return "" if value is None else view.labels.percent(round(1000 * value), 1000)


def _edition(view: View, value: Any, row: Row) -> Markup | str:
    """An edition, linked to its text or to the official document."""
    if not value:
        return ""
    return linked(value, view.edition_address(value), "line")


def _day(view: View, value: Any, row: Row) -> str:
    return view.labels.date(value) if value else ""


def _change(view: View, value: Any, row: Row) -> Markup | str:
    """How a paragraph changed, below it why that is not certain, and what else changed in it."""
    name = row.get("change_name") or (view.labels(f"change.{value}") if value else "")
    below = [row.get("why"), f"{view.labels('course.also')}{row['also']}" if row.get("also") else ""]
    lines = [markup("<br><small>{}</small>", words) for words in below if words]
    return markup("{}", name) + markup("").join(lines)


def _label_or_meaning(view: View, value: Any, row: Row) -> Markup | str:
    """A band or a class with what it means: the code alone would have to be looked up."""
    if not value:
        return ""
    group = "band" if f"band.{value}" in view.labels else "class"
    meaning = view.labels(f"{group}.{value}")
    return markup('<span class="line"><b class="code {}">{}</b> {}</span>', value.lower(), value, meaning)


def _subject(view: View, value: Any, row: Row) -> Markup | str:
    """What something is about, in the words of the text."""
    if not value:
        return ""
    return markup('<div class="subject">{}</div>', view.quote(value, row.get("subject_language") or ""))


def _committee(view: View, value: Any, row: Row) -> str:
    return view.labels(f"committee.{value}") if value else ""


def _country(view: View, value: Any, row: Row) -> str:
    return view.name("country", value) if value else ""


def _fact(view: View, value: Any, row: Row) -> str:
    """A kind of fact, as the quality page calls it."""
    return view.labels(f"quality.{value.replace(' ', '_')}") if value else ""


def _language(view: View, value: Any, row: Row) -> str:
    return view.labels.language_name(value) if value else ""


def _figure(view: View, value: Any, row: Row) -> str:
    return "" if value is None else f"{value:.2f}"


def _status(view: View, value: Any, row: Row) -> str:
    """What became of an obligation: of a decision another word than of a report."""
    return state_of(view.labels, row.get("obligation") or row.get("kind") or "report", value) if value else ""


def _adoption(view: View, value: Any, row: Row) -> str:
    """How an edition was adopted; what no source says is said to be unknown."""
    return view.labels(f"adoption.{value or 'unknown'}")


def _label(group: str) -> Show:
    def show(view: View, value: Any, row: Row) -> str:
        return view.labels(f"{group}.{value}") if value else ""

    return show


_SHOW: Mapping[str, Show] = {
    "paragraph": _paragraph,
    "paragraphs": _paragraphs,
    "old_paragraphs": _old_paragraphs,
    "row": _row,
    "old_row": _row,
    "verb": _verb,
    "lemma": _verb,
    "term": _named_word("terms"),
    "hedge": _named_word("hedges"),
    "surface": _words,
    "quote": _passage,
    "topic": _words,
    "due": _when_due,
    "verbs": _verbs,
    "terms": _word_list,
    "agency": _body,
    "reporter": _body,
    "recipient": _body,
    "bodies": _bodies,
    "share": _percent,
    "score": _percent,
    "low": _percent,
    "high": _percent,
    "theme": _theme,
    "themes": _themes,
    "class": _label_or_meaning,
    "band": _label_or_meaning,
    "force": _label_or_meaning,
    "mandate": _label("mandate"),
    "section": _label("part"),
    "body": _label("body"),
    "kind": _label("kind"),
    "role": _label("role"),
    "type": _label("party"),
    "cited_kind": _label("citation"),
    "official": _edition,
    "met_in": _edition,
    "born_edition": _edition,
    "last_edition": _edition,
    "months": _months,
    "last_asked": _last_asked,
    "adopted_on": _day,
    "adoption": _adoption,
    "country": _country,
    "state": _country,
    "facts": _fact,
    "gold": lambda view, value, row: view.labels(GOLDS[value]),
    "in_language": _language,
    "act_verb": _named_word("acts"),
    "keyword": _short_words,
    "left": _words,
    "right": _words,
    "beside": _body,
    "asked_body": _body,
    "own_verb": _words_in("language"),
    "verb_beside": _words_in("language_beside"),
    "share_against": _percent,
    "strong_share": _percent,
    "hedged_share": _percent,
    "against": _percent,
    "hedge_kind": _label("hedge_kind"),
    "log_dice": _figure,
    "g2": _figure,
    "log_ratio": _figure,
    "dispersion": _figure,
    "precision": _accuracy("precision"),
    "recall": _accuracy("recall"),
    "f1": _accuracy("f1"),
    "interval": _accuracy("interval"),
    "subject": _subject,
    "committee": _committee,
    "step": _label("step"),
    "change": _change,
    "obligation": _label("obligation"),
    "status": _status,
}
