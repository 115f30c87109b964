"""What every view can do: say the labels' sentences, name bodies and themes, show frames as tables, link paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.errors import ChoiceError
from ecoanalysis.lexicon import SPOKEN, language_of
from ecoanalysis.lexicon import theme_names as theme_names
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.show.addresses import paragraph_link, reading_page

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of a page; notebooks and pages show it as it is."""

    html: str = field(repr=False)

    def _repr_html_(self) -> str:
        return self.html

    def __html__(self) -> str:
        return self.html

    def __add__(self, other: Html) -> Html:
        return Html(f"{self.html}\n{other.html}")


class Speaker:
    """Whoever shows something of a text: has labels in one language, and a text in the same or another."""

    labels: Labels
    theme: str
    agency: str

    @property
    def narrowed_to(self) -> int:
        """How many paragraphs are looked at where a theme narrows them."""
        raise NotImplementedError

    @property
    def symbol(self) -> str:
        """Symbol of the edition that is spoken of where none is named."""
        raise NotImplementedError

    @property
    def text_language(self) -> str:
        """Language of the text."""
        raise NotImplementedError

    @property
    def text_tag(self) -> str:
        """HTML's name of the language that the text is in."""
        return language_of(self.text_language).tag

    # names

    def body(self, id: str) -> str:
        """Return a body's name in the labels' language."""
        return registry().label(id, self.labels.language)

    def short(self, id: str) -> str:
        """Return a body's shortest usual name: what fits beside a bar."""
        return short_name(id, self.labels.language)

    def theme_name(self, id: str) -> str:
        """Return a theme's name in the labels' language."""
        return theme_names(self.labels.language).get(id, id)

    # what is shown

    def sentence(self, name: str, /, **values: Any) -> Markup:
        """Return a sentence from the labels, filled with its figures."""
        return self.labels.markup(name, **values)

    def say(self, name: str, /, **values: Any) -> Html:
        """Return a sentence from the labels as a paragraph of its own."""
        return self.prose(self.sentence(name, **values))

    def prose(self, *sentences: Markup) -> Html:
        """Return sentences as one paragraph."""
        from markupsafe import escape

        return Html(f"<p>{escape(self.labels('punctuation.sentences')).join(sentences)}</p>")

    def ask(self, name: str, /, **values: Any) -> Html:
        """Return a question from the labels as a heading."""
        return Html(f"<h2>{self.labels.markup(name, **values)}</h2>")

    def title(self, name: str, /, **values: Any) -> Html:
        """Return the report's own title, and how it was narrowed where the title does not say so itself."""
        head = Html(f"<h1>{self.labels.markup(name, **values)}</h1>")
        limits = []
        if self.theme and "theme" not in values:
            theme = self.theme_name(self.theme)
            limits.append(self.sentence("narrowed.theme", theme=theme, count=self.narrowed_to))
        if self.agency and "agency" not in values:
            limits.append(self.sentence("narrowed.agency", agency=self.body(self.agency)))
        return head + self.prose(*limits) if limits else head

    def quote(self, text: str, language: str = "") -> Markup:
        """Return words of the document, marked as of its language, or of the one named."""
        tag = language_of(language).tag if language else self.text_tag
        return _markup('<span lang="{}">{}</span>', tag, text)

    def quotes(self, texts: Iterable[str], language: str = "") -> Markup:
        """Return several words of the document as a list."""
        return _joined((self.quote(text, language) for text in texts), self.labels)

    def address(self, edition: str, paragraph: str) -> str:
        """Return where a paragraph can be read: on the edition's reading page."""
        return paragraph_link(edition or self.symbol, paragraph)

    def edition_address(self, edition: str) -> str:
        """Return where an edition can be read as a whole: here."""
        return reading_page(edition)

    def link(self, paragraph: str, edition: str = "") -> Markup:
        """Return a paragraph's id, linked to where it can be read."""
        return _markup('<a href="{}">{}</a>', self.address(edition, paragraph), paragraph)

    def links(self, paragraphs: Iterable[str], edition: str = "") -> Markup:
        """Return several paragraphs, each linked, none twice."""
        return _joined((self.link(id, edition) for id in dict.fromkeys(paragraphs)), self.labels)

    def table(
        self, frame: pl.DataFrame, name: str, *columns: str, heads: Mapping[str, str] = MappingProxyType({})
    ) -> Html:
        """Return a frame as a table: headings in the labels' language, paragraphs linked, words in their own language.

        Parameters
        ----------
        frame
            What is shown, one row each.
        name
            What the table is called, for readers who do not see it and for its id.
        columns
            The columns shown; all where none is named.
        heads
            Headings of columns that the labels do not name: the editions of a series.
        """
        return _table(self, frame, columns or tuple(frame.columns), name, heads)


def check_choice(theme: str, agency: str, symbol: str, named: Iterable[str]) -> None:
    """Raise ChoiceError where there is no such theme, or none of those named is such an agency.

    Errors are for whoever calls, so they stand in English like every other.
    """
    said, bodies = labels(SPOKEN), sorted(named)
    if theme and theme not in theme_names(SPOKEN):
        raise ChoiceError(said("error.theme", given=theme, choices=", ".join(sorted(theme_names(SPOKEN)))))
    if agency and agency not in bodies:
        raise ChoiceError(said("error.agency", given=agency, symbol=symbol, choices=", ".join(bodies)))


def short_name(id: str, language: str) -> str:
    """Return the shortest usual name of a body."""
    return registry().short(id, language)


def _markup(template: str, *values: Any) -> Markup:
    from markupsafe import Markup

    return Markup(template).format(*values)


def _joined(items: Iterable[Any], said: Labels) -> Markup:
    from markupsafe import escape

    return escape(said("punctuation.list")).join(items)


# Tables: what a column's name says about how its values are shown.


def _text(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Any:
    return "" if value is None else value


def _paragraph(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    return speaker.link(value, row.get("edition") or "")


def _gist(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    """What a view has already marked up."""
    from markupsafe import Markup

    return _markup('<div style="min-width:min(20em,70vw)">{}</div>', Markup(value or ""))


def _months(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    return _markup('<span style="white-space:nowrap">{}</span>', value or "")


def _paragraphs(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    return speaker.links(value, row.get("edition") or "")


def _words(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup | str:
    return speaker.quote(value, _spoken(row)) if value else ""


def _short_words(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    """A verb or a term: never broken."""
    return _markup('<span style="white-space:nowrap">{}</span>', speaker.quote(value or "", _spoken(row)))


def _passage(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    """A whole clause: wide enough to be read, however narrow the page."""
    return _markup('<div style="min-width:min(18em,70vw)">{}</div>', speaker.quote(value or "", _spoken(row)))


def _act(speaker: Speaker, value: Mapping[str, str], row: Mapping[str, Any]) -> Markup:
    """The verb of a directive, and its force."""
    band, verb = value["band"], speaker.quote(value["verb"], _spoken(row))
    code = _markup('<b class="code {}" title="{}">{}</b>', band.lower(), speaker.labels(f"band.{band}"), band)
    return _markup('<span style="white-space:nowrap">{} {}</span>', code, verb)


def _wording(speaker: Speaker, value: Mapping[str, Sequence[str]], row: Mapping[str, Any]) -> Markup:
    """What softens, strengthens or prolongs a directive, each with what it does."""
    said = speaker.labels
    opened, closed = said("punctuation.open"), said("punctuation.close")
    shown = [
        _markup("{}{}{}{}", speaker.quote(word, _spoken(row)), opened, said(f"wording.{kind}"), closed)
        for kind, words in value.items()
        for word in dict.fromkeys(words)
    ]
    return _joined(shown, said)


def _word_list(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    return speaker.quotes(value or (), _spoken(row))


def _spoken(row: Mapping[str, Any]) -> str:
    """The language that a row's words are in, where the rows are in several."""
    return row.get("language") or ""


def _themes(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> str:
    return speaker.labels.join(map(speaker.theme_name, value or ()))


def _body(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    return _markup('<div style="min-width:9em">{}</div>', speaker.body(value) if value else "")


def _percent(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> str:
    return "" if value is None else speaker.labels.percent(round(1000 * value), 1000)


def _edition(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup | str:
    """An edition, linked to its text or to the official document."""
    if not value:
        return ""
    return _markup('<a style="white-space:nowrap" href="{}">{}</a>', speaker.edition_address(value), value)


def _old_paragraphs(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    return speaker.links(value or (), row["old_edition"])


def _day(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> str:
    return speaker.labels.date(value) if value else ""


def _changes(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> str:
    return speaker.labels.join(speaker.labels(f"change.{type}") for type in value or ())


def _bodies(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    """Bodies by their ids; what is no id are words of the text."""
    language = row.get("language") or ""
    named = (speaker.short(id) if id in registry() else speaker.quote(id, language) for id in value or ())
    return _joined(named, speaker.labels)


def _label_or_code(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> str:
    """A band as its code; a class that is no directive as what it is."""
    return value if f"band.{value}" in speaker.labels else speaker.labels(f"class.{value}")


def _status(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    return _markup('<span style="white-space:nowrap">{}</span>', speaker.labels(f"status.{value}"))


def _code(group: str) -> Callable[[Speaker, Any, Mapping[str, Any]], Any]:
    """A code and what it means: the code alone would have to be looked up."""

    def show(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Any:
        if not value:
            return ""
        meaning = speaker.labels(f"{group}.{value}")
        return _markup(
            '<span style="white-space:nowrap"><b class="code {}">{}</b> {}</span>', value.lower(), value, meaning
        )

    return show


def _label(group: str) -> Callable[[Speaker, Any, Mapping[str, Any]], str]:
    def show(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> str:
        return speaker.labels(f"{group}.{value}") if value else ""

    return show


def _adoption(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> str:
    """How an edition was adopted; what no source says is said to be unknown."""
    return speaker.labels(f"adoption.{value or 'unknown'}")


def _mandate(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup | str:
    return _markup('<abbr title="{}">{}</abbr>', speaker.labels(f"mandate.{value}"), value) if value else ""


def _theme(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> str:
    return speaker.theme_name(value) if value else ""


def _addressees(speaker: Speaker, value: Any, row: Mapping[str, Any]) -> Markup:
    from markupsafe import Markup

    shown = Markup("<br>").join(_party(speaker, party) for party in value or ())
    return _markup('<div style="min-width:9em">{}</div>', shown)


def _party(speaker: Speaker, party: Mapping[str, Any]) -> Markup:
    """A party as written; behind it, where it helps, the body in the labels' language, and that it is an example."""
    said = speaker.labels
    if party["surface"] is None:
        return _markup("<em>{}</em>", said("kind.unspecified"))
    foreign = said.language != speaker.text_language
    notes = [speaker.short(party["agency"])] if party["agency"] and (party["kind"] == "anaphor" or foreign) else []
    notes += [said("role.example")] if party["role"] == "example" else []
    words = speaker.quote(party["surface"])
    if not notes:
        return words
    return _markup("{}{}{}{}", words, said("punctuation.open"), said.join(notes), said("punctuation.close"))


_SHOW: Mapping[str, Callable[[Speaker, Any, Mapping[str, Any]], Any]] = {
    "paragraph": _paragraph,
    "paragraphs": _paragraphs,
    "verb": _short_words,
    "lemma": _short_words,
    "term": _short_words,
    "surface": _words,
    "quote": _passage,
    "topic": _words,
    "due": _words,
    "verbs": _word_list,
    "terms": _word_list,
    "hedges": _word_list,
    "intensifiers": _word_list,
    "continuity": _word_list,
    "agency": _body,
    "reporter": _body,
    "recipient": _body,
    "addressees": _addressees,
    "share": _percent,
    "score": _percent,
    "theme": _theme,
    "themes": _themes,
    "act": _act,
    "wording": _wording,
    "class": _code("class"),
    "band": _code("band"),
    "mandate": _mandate,
    "section": _label("part"),
    "body": _label("body"),
    "kind": _label("kind"),
    "role": _label("role"),
    "cited_kind": _label("citation"),
    "official": _edition,
    "gist": _gist,
    "months": _months,
    "met_in": _edition,
    "born_edition": _edition,
    "last_edition": _edition,
    "old_paragraphs": _old_paragraphs,
    "adopted_on": _day,
    "adoption": _adoption,
    "step": _label("step"),
    "change": _label("change"),
    "also": _changes,
    "obligation": _label("obligation"),
    "status": _status,
    "bodies": _bodies,
    "force": _label_or_code,
    "low": _percent,
    "high": _percent,
}


def _table(speaker: Speaker, frame: pl.DataFrame, columns: Sequence[str], name: str, named: Mapping[str, str]) -> Html:
    """Great tables lays the table out; its style is left to the page, whose colours and width it then follows."""
    from great_tables import GT, loc, style
    from markupsafe import escape

    if frame.is_empty():
        return speaker.say("figure.empty")
    rows = [
        [str(escape(_SHOW.get(column, _text)(speaker, row[column], row))) for column in columns]
        for row in frame.iter_rows(named=True)
    ]
    shown = _without_empty(pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row"))
    columns = shown.columns
    numbers = [column for column in columns if frame.schema[column].is_numeric()]
    heads: dict[str, Any] = {column: named.get(column) or speaker.labels(f"column.{column}") for column in columns}
    laid = GT(shown, id=f"table-{name}").cols_label(cases=heads).fmt(lambda value: value)
    laid = laid.tab_style(style.css("white-space:nowrap"), loc.column_labels())
    if numbers:
        laid = laid.tab_style(
            style.css("text-align:end"), [loc.body(columns=numbers), loc.column_labels(columns=numbers)]
        )
    html = re.sub(r"<style>.*?</style>", "", laid.as_raw_html(), flags=re.DOTALL)
    table = re.search(r"<table.*</table>", html, flags=re.DOTALL)
    label = escape(speaker.labels("figure.scroll", name=speaker.labels(f"table.{name}")))
    wrapped = f'<div class="table" role="region" tabindex="0" aria-label="{label}" style="overflow-x:auto">'
    return Html(f"{wrapped}{table[0] if table else html}</div>")


def _without_empty(shown: pl.DataFrame) -> pl.DataFrame:
    """Leave out columns in which no row says anything, unless that is all of them."""
    told = [column.name for column in shown if column.str.replace_all("<[^>]*>", "").str.contains(r"\S").any()]
    return shown.select(told) if told else shown
