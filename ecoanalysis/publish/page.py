"""Executed notebook → page: nbconvert with the project's own template gives the body, one shell stands around all."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon import languages, load
from ecoanalysis.publish.manifest import words_of
from ecoanalysis.show.render import render

if TYPE_CHECKING:
    from nbformat import NotebookNode

_CODE = re.compile(r'<details class="code">.*?</details>', re.DOTALL)
_BODY = re.compile(r"<!--body-->\n(.*)\n<!--/body-->", re.DOTALL)
# What the style sheet has no use for, and what is so by default; only inside a tag.
_SUPERFLUOUS = re.compile(r' (?:style=""|opacity="1")(?=[^<>]*>)')
_FALLBACK = re.compile(r"var\((--(?:force|act|share)-\w+),#\w+\)")
_STYLES = {"white-space:nowrap": "line", "text-align:end": "n", "white-space:nowrap;text-align:end": "line n"}
_UNSTYLED = re.compile(r'<span class="(?:n|nb|nn|nf|p|o|w|si)">([^<]*)</span>')  # of code
_QUOTES = re.compile(r"&(?:quot|#34|#39|#x27);(?=[^<>]*<)")  # in text, where they need no escape
_REGION = re.compile(r'(<div\b[^>]*role="region"[^>]*aria-label=")([^"]*)"')
_SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
_EMPTY = re.compile(r'<path (?=[^>]*class="(?:back|fore)ground")[^>]*d="M0,0h0v0h0Z"[^>]*></path>')
_HOLLOW = re.compile(r"></(?:path|circle|rect|line)>")
_ENDS = re.compile(r"</(?:td|th|tr)>\s*(?=<(?:td|th|tr)\b|</(?:tr|thead|tbody)>)")  # which HTML lets go unsaid
_BETWEEN = re.compile(r"(?<=>)\s+(?=</?(?:thead|tbody|tr|td|th)\b)")  # of a table, where no one sees it
_TABLE = re.compile(r"<table\b([^>]*)>(.*?)</table>", re.DOTALL)
_CELL = re.compile(r"<t[dh]\b[^>]*>")
_CELL_OR_ROW = re.compile(r"<t[dhr]\b[^>]*>")
_COLUMNS = 12  # that the style sheet knows by their places
_FIGURES = {
    f"<{tag}{name}{scope}>": f"<{tag}{kept}{scope}>"
    for tag in ("td", "th")
    for scope in ("", ' scope="col"')
    for name, kept in ((' class="n"', ""), (' class="line n"', ' class="line"'))
}
"""Cells of figures as they are written, and without saying so."""
# Where something stands in a drawing needs one decimal; what is written in it (0.75 at an axis) keeps all.
_PLACES = re.compile(r' (?:d|transform|points|[xy][12]?|c[xy]|r|width|height)="[^"]*"')
_DIGITS = re.compile(r"(\d\.\d)\d+")
_PAGE_LINK = re.compile(
    r'<a (?:class="[^"]*" )?href="(?P<page>(?:(?:agency|theme)-[^"#]+|edition-[^"#]+-text)(?:-\d+)?\.html)(?:#[^"]*)?">'
    r"(?P<words>(?:(?!</a>).)*)</a>",
    re.DOTALL,
)
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """An entry of the navigation."""

    title: str
    href: str
    group: str = ""
    """Under which word of the menu it stands; empty where it stands for itself."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the bodies of one language's pages: the site's title and its navigation."""

    language: str
    site: str
    nav: Sequence[NavigationEntry] = ()
    others: Sequence[str] = field(default=())
    """The other languages of the site."""
    is_model: bool = False
    """Whether the pages show the model resolution, which is no document of the United Nations."""
    short: str = ""
    """What the site is called where there is little room; empty where it has no shorter name."""


def labels(language: str) -> dict[str, Any]:
    """Return what the site says in a language.

    Examples
    --------
    >>> labels("zh")["tag"], labels("en")["tag"]
    ('zh-Hans', 'en')
    """
    table: dict[str, Any] = load("interface/site")[language]
    return table


def frame_page(
    frame: Frame, address: str, title: str, body: str, *, kind: str = "report", summary: str = "", twin: str = ""
) -> str:
    """Put a body into the shell of its language.

    Parameters
    ----------
    frame
        The language's shell.
    address
        Where the page stands in the site: ``en/agencies.html``; ``index.html`` is the site's entry.
    title, summary
        What the page is called, and what it is about.
    body
        Mark-up of the page's own part.
    kind
        Class of the page, for its style: report, reading, index or entry.
    twin
        File name of the page in the other language, where it is another.
    """
    from markupsafe import Markup

    folder, _, file = address.rpartition("/")
    contents: tuple[NavigationEntry, ...] = ()
    if kind not in _WITHOUT_CONTENTS:
        body, contents = with_contents(body)
    other = frame.others[0] if folder and frame.others else ""
    return str(
        render(
            "shell.html.j2",
            labels=labels(frame.language),
            language=frame.language,
            site=frame.site,
            short=frame.short,
            nav=frame.nav,
            menu=menu(frame.nav),
            is_model=frame.is_model,
            title=title,
            summary=summary,
            kind=kind,
            here=file,
            root="../" if folder else "",
            switch=f"../{other}/{twin or file}" if other else "",
            other=labels(other or frame.language),
            footers=[
                labels(language) for language in ([frame.language] if folder else [frame.language, *frame.others])
            ],
            scripts=_SCRIPTS.get(kind, ()),
            contents=contents,
            terms=glossary(body, frame.language) if contents else [],
            body=Markup(body.strip("\n")),
        )
    )


def menu(entries: Sequence[NavigationEntry]) -> list[tuple[str, list[NavigationEntry]]]:
    """Return entries by the word of the menu that they stand under; one that would be alone there stands for itself.

    Examples
    --------
    >>> lone, pair = NavigationEntry("A", "a.html", "x"), [NavigationEntry(name, "", "y") for name in "BC"]
    >>> [(group, [entry.title for entry in entries]) for group, entries in menu([lone, *pair])]
    [('', ['A']), ('y', ['B', 'C'])]
    """
    groups = [(group, list(there)) for group, there in groupby(entries, key=lambda entry: entry.group)]
    return [("" if len(there) == 1 else group, there) for group, there in groups]


def with_contents(body: str) -> tuple[str, tuple[NavigationEntry, ...]]:
    """Return a body whose headings can be linked to, and the links; a body of one heading needs none.

    Examples
    --------
    >>> body, links = with_contents("<h2>A</h2><p>a</p><h2 id='b'>B <i>b</i></h2>")
    >>> body[:20], [link.href for link in links]
    ('<h2 id="s-1">A</h2><', ['#s-1', '#b'])
    """
    from markupsafe import Markup

    links: list[NavigationEntry] = []

    def named(match: re.Match[str]) -> str:
        given = _ID.search(match[1])
        id = given[1] if given else f"s-{len(links) + 1}"
        links.append(NavigationEntry(Markup(match[2]).striptags(), f"#{id}"))
        return match[0] if given else f'<h2 id="{id}"{match[1]}>{match[2]}</h2>'

    body = _HEADING.sub(named, body)
    return body, tuple(links) if len(links) > 1 else ()


def glossary(body: str, language: str) -> list[dict[str, str]]:
    """Return the field's terms that a page uses most, the first ones first, with what each means.

    What is counted on so many pages (``counted``) is always among them.

    Examples
    --------
    >>> body = "<style>.redline{color:red}</style><p>Two editions; <code>hedge</code></p>"
    >>> [term["name"] for term in glossary(body, "en")]
    ['edition']
    """
    words = words_of(_CODE.sub("", _INLINE_CODE.sub("", body))).casefold()
    used = []
    for term in load("interface/glossary")["term"]:
        places = [match.start() for match in re.finditer(rf"(?<![a-z]){re.escape(term[language].casefold())}", words)]
        if places:
            used.append((not term.get("counted"), -len(places), places[0], term))
    chosen = sorted(sorted(used, key=lambda use: use[:3])[:_TERMS], key=lambda use: use[2])
    return [{"name": term[language], "means": term["means"][language]} for *_, term in chosen]


_WITHOUT_CONTENTS = ("reading", "entry", "index")
_SCRIPTS: Mapping[str, tuple[str, ...]] = {"reading": ("history", "reading", "desk"), "pairs": ("history", "pairs")}
_TERMS = 8
_HEADING = re.compile(r"<h2\b([^>]*)>(.*?)</h2>", re.DOTALL)
_ID = re.compile(r"""\bid=["']([^"']+)""")
_INLINE_CODE = re.compile(r"<code\b.*?</code>", re.DOTALL)


def body_of(page: str) -> str | None:
    """Return the body of a page made before, None where the file is no such page."""
    match = _BODY.search(page)
    return match[1] if match else None


def notebook_body(notebook: NotebookNode, title: str, language: str) -> str:
    """Return an executed notebook as the body of a page, under the page's title.

    A title that the notebook gives itself stands in the place of the plan's.
    """
    from markupsafe import escape

    from ecoanalysis.publish.exporter import body_exporter

    spoken = in_one_language(_without_answers(notebook, language), language)
    body, _ = body_exporter().from_notebook_node(spoken, {"labels": labels(language)})
    body = slim(body)
    title_inside = _TITLE.search(_CODE.sub("", body))
    heading = "" if title_inside else f"<h1>{escape(title)}</h1>\n"
    return f"{heading}{body.strip()}\n"


def with_ways_on(body: str, language: str, ways: Sequence[NavigationEntry]) -> str:
    """Return a body with links under its title: to the pages that go on from there.

    Examples
    --------
    >>> with_ways_on("<h1>A</h1>b", "en", [NavigationEntry("Compare editions", "pairs.html")])
    '<h1>A</h1><p class="more">Read on: <a href="pairs.html">Compare editions</a></p>b'
    """
    from markupsafe import Markup

    if not ways:
        return body
    links = Markup(" · ").join(Markup('<a href="{}">{}</a>').format(way.href, way.title) for way in ways)
    line = str(Markup('<p class="more">{}{}</p>').format(labels(language)["read_on"], links))
    return _TITLE.sub(lambda title: title[0] + line, body, count=1)


def without_lost_links(body: str, pages: Collection[str]) -> str:
    """Return a body whose links to bodies, themes and texts are those that the site has; of others the words stay.

    A lesson tells of texts that a site of another corpus has not.

    Examples
    --------
    >>> without_lost_links('<a href="agency-a.html">A</a> <a href="theme-b.html">B</a>', ["agency-a.html"])
    '<a href="agency-a.html">A</a> B'
    >>> without_lost_links('<a class="line" href="edition-A_RES_1_1-text.html#p-2"><b>2</b></a>', [])
    '<b>2</b>'
    """
    return _PAGE_LINK.sub(lambda link: link[0] if link["page"] in pages else link["words"], body)


def in_one_language(notebook: NotebookNode, language: str) -> NotebookNode:
    """Return a notebook without the cells that are tagged as of another language."""
    others = {*languages()} - {language}
    cells = [cell for cell in notebook.cells if not others & {*cell.metadata.get("tags", ())}]
    spoken = copy.copy(notebook)
    spoken.cells = cells
    return spoken


def _without_answers(notebook: NotebookNode, language: str) -> NotebookNode:
    """A notebook without what the checks of a lesson said, and what shows an answer: on a page nobody has given one.

    Beside the first exercise stands that none can be entered there.
    """
    from nbformat.v4 import new_markdown_cell

    shown, cells, open_answers = copy.copy(notebook), [], set[str]()
    for given in notebook.cells:
        cell = copy.copy(given)
        if cell.cell_type == "code":
            names = set(_OPEN.findall(cell.source))
            if names and not open_answers:
                note = new_markdown_cell(labels(language)["lesson_read_only"], id="read-only")
                cells.append(note)
            graded = cell.metadata.get("nbgrader", {}).get("grade")
            if graded or (open_answers & set(_WORD.findall(cell.source)) and not names):
                cell.outputs = []
            open_answers |= names
        cells.append(cell)
    shown.cells = cells
    return shown


_OPEN = re.compile(r"^(\w+) = \.\.\.$", re.MULTILINE)  # an answer that is yet to be given
_WORD = re.compile(r"\w+")


def slim(body: str) -> str:
    """Return a body without what Vega writes and no browser needs, and with classes for the styles of tables.

    Examples
    --------
    >>> slim('<td style="text-align:end"><svg><path d="M0.123456,7"></path></svg>')
    '<td class="n"><svg><path d="M0.1,7"/></svg>'
    """
    body = _FALLBACK.sub(r"var(\1)", body)  # the style sheet has them
    for style, name in _STYLES.items():
        body = body.replace(f' style="{style}"', f' class="{name}"')
    body = _QUOTES.sub(lambda escaped: unescape(escaped[0]), body)
    body = _UNSTYLED.sub(r"\1", _ENDS.sub("", _BETWEEN.sub("", _SUPERFLUOUS.sub("", body))))
    body = _numbered_regions(_TABLE.sub(_figures_by_column, body))
    return _SVG.sub(_drawing_lightened, body)


def _drawing_lightened(drawing: re.Match[str]) -> str:
    """A drawing without empty pieces, its places to a tenth of a point.

    Examples
    --------
    >>> _SVG.sub(_drawing_lightened, '<svg><text x="1.234">0.75</text></svg>')
    '<svg><text x="1.2">0.75</text></svg>'
    """
    placed = _PLACES.sub(lambda place: _DIGITS.sub(r"\1", place[0]), _EMPTY.sub("", drawing[0]))
    return _HOLLOW.sub("/>", placed)


def _numbered_regions(body: str) -> str:
    """A body in which tables with the same columns are told apart by a number, as what one can jump to must be.

    Examples
    --------
    >>> _numbered_regions('<div role="region" aria-label="Table: a"><div role="region" aria-label="Table: a">')
    '<div role="region" aria-label="Table: a"><div role="region" aria-label="Table: a 2">'
    """
    met: Counter[str] = Counter()

    def numbered(region: re.Match[str]) -> str:
        met[region[2]] += 1
        return f'{region[1]}{region[2]}{f" {met[region[2]]}" if met[region[2]] > 1 else ""}"'

    return _REGION.sub(numbered, body)


def _figures_by_column(table: re.Match[str]) -> str:
    """A table that says once which of its columns are figures, not cell by cell.

    Examples
    --------
    >>> row = '<tr><td>a<td class="n">1'
    >>> _TABLE.sub(_figures_by_column, f"<table>{row}{row}</table>")
    '<table class="n2"><tr><td>a<td>1<tr><td>a<td>1</table>'
    """
    rows = [_CELL.findall(row) for row in table[2].split("<tr")[1:]]
    width = min(_COLUMNS, *map(len, rows)) if rows else 0
    columns = {place for place in range(width) if all(row[place] in _FIGURES for row in rows)}
    if not columns or "<table" in table[2] or "colspan" in table[2] or "class" in table[1]:
        return table[0]
    place = -1

    def once(tag: re.Match[str]) -> str:
        nonlocal place
        place = -1 if tag[0].startswith("<tr") else place + 1
        return _FIGURES.get(tag[0], tag[0]) if place in columns else tag[0]

    names = " ".join(f"n{place + 1}" for place in sorted(columns))
    return f'<table class="{names}"{table[1]}>{_CELL_OR_ROW.sub(once, table[2])}</table>'


def without_code(body: str) -> str:
    """Return a body without its folded code: what it states."""
    return _CODE.sub("", body)


def provenance(
    language: str,
    sources: Mapping[str, str],
    documents: Sequence[tuple[str, str]],
    inputs: Mapping[str, Any] | None = None,
) -> str:
    """Return what a page was made from, as its last part.

    Parameters
    ----------
    language
        Language of the labels.
    sources
        Version and hash of the package, and the corpus version.
    documents
        Name and SHA-256 of each document that the page speaks of.
    inputs
        The page's inputs as the manifest has them; None for a page that no notebook makes.
    """
    notebook = inputs and {
        "name": inputs["notebook"],
        "sha256": inputs["notebook_sha256"],
        "parameters": {name: repr(value) for name, value in inputs["parameters"].items()},
    }
    return str(
        render(
            "provenance.html.j2",
            labels=labels(language),
            sources=sources,
            documents=documents,
            notebook=notebook,
        )
    )
