"""Altair charts → figures of a page: one theme, a picture without browser or network, its words, and its figures.

Whoever imports the package in a notebook has every Altair chart shown so, a chart of one's own too: interactive in
JupyterLab, which brings Vega itself; on a published page a static picture with a text alternative and its table.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urljoin

from ecoanalysis.errors import ChartError
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.measures import BANDS
from ecoanalysis.show import palette
from ecoanalysis.show.html import Html, markup
from ecoanalysis.show.notebook import page_language, publishing
from ecoanalysis.show.palette import ON_STRONG, ON_WEAK
from ecoanalysis.show.table import plain_frame

if TYPE_CHECKING:
    import altair as alt
    from markupsafe import Markup

    Chart: TypeAlias = alt.Chart | alt.LayerChart | alt.VConcatChart | alt.FacetChart

# Latin letters in fonts of the widths that they are measured with, Chinese in the fonts that machines have.
FONT = (
    "Arial, Liberation Sans, Helvetica, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
)
HERE = "https://page.invalid/"
"""What a relative link is drawn with: vl-convert would put an address of its own before it."""

HATCHED = dict(zip(BANDS, ("#e9f2fb", "#cfe4f5", "#aed2ed", "#8fb9dc", "#7f9cbb"), strict=True))
"""Force that is hedged: a lighter tint, which a published picture hatches."""

THEME: Mapping[str, Any] = {
    # Only what words are measured with; the page sets them in FONT. A plain font falls back to another for Chinese:
    # in a build to one of ours (publish/fonts), since to open a machine's own takes three times as long.
    "font": "sans-serif",
    "background": None,
    "padding": {"left": 14, "top": 5, "right": 5, "bottom": 5},  # a reader's font may be wider than ours
    "view": {"stroke": None},
    "axis": {
        "labelColor": palette.INK,
        "titleColor": palette.INK,
        "labelFontSize": 13,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "domain": False,
        "ticks": False,
        "grid": False,
        "gridColor": palette.GRID,
        "labelLimit": 260,
    },
    "text": {"fontSize": 12, "color": palette.INK},
    "bar": {"color": palette.CURVE},
    "line": {"color": palette.CURVE},
    "area": {"color": palette.CURVE},
    **{mark: {"color": palette.CURVE} for mark in ("point", "circle", "square", "tick")},
    "rule": {"color": palette.INK},
    "range": {"ordinal": list(palette.FORCE), "ramp": list(palette.FORCE), "category": list(palette.CATEGORIES)},
    "legend": {
        "labelColor": palette.INK,
        "titleColor": palette.INK,
        "labelFontSize": 12,
        "orient": "bottom",
        "title": None,
        "symbolType": "square",
    },
}

_SIZE = {"continuousWidth": 420, "continuousHeight": 230}  # of a chart that says nothing of it
WIDE = 270  # with the names beside it a phone shows it near its own size


def figure(
    chart: Chart,
    name: str,
    alternative: str,
    table: Html,
    say: Labels,
    keys: Any = "",
    how: str = "",
    *,
    whole: bool = False,
    small: Chart | None = None,
) -> Html:
    """Return a chart as a figure of a page.

    Parameters
    ----------
    chart
        The chart; its title becomes the caption, where it wraps and can be read out.
    name
        What the chart is called on its page: the ids inside the picture begin with it, the same in every run.
    alternative
        What the chart shows, for readers who do not see it.
    table
        The figures behind the chart.
    keys
        What the colours mean, where the chart does not say it: words that wrap where a page is narrow.
    how
        How one row or bar of it is read: a sentence below the picture.
    whole
        Whether a phone shows it whole, its letters larger against it: years, or editions, none of which may be out of
        sight. What has dates is shown so in any case.
    small
        The same in a form of its own for phones, where the chart is too flat for one.

    Examples
    --------
    >>> import altair as alt
    >>> bars = alt.Chart(alt.InlineData([{"n": 1}])).mark_bar().encode(x="n:Q").properties(title="Bars")
    >>> figure(bars, "bars", "One bar.", Html("<table></table>"), labels("en")).html[:68]
    '<figure class="chart"><figcaption><strong>Bars</strong></figcaption>'
    """
    spec = chart.to_dict(validate=False)  # half of its time, and ours are drawn by tests
    caption = markup("<figcaption><strong>{}</strong></figcaption>", _title(spec.pop("title", "")))
    drawn = svg(spec, name, whole=whole or _has_dates(spec))
    if not small:
        return _framed(caption, drawn, alternative, table, say, keys, how)
    other = small.to_dict(validate=False)
    other.pop("title", "")
    on_phone = svg(other, f"{name}-small", whole=True)
    return _framed(caption, drawn, alternative, table, say, keys, how, on_phone)


def _has_dates(spec: Mapping[str, Any]) -> bool:
    return '"temporal"' in json.dumps(spec)


def _framed(
    caption: Any,
    drawn: str,
    alternative: str,
    table: Html,
    say: Labels,
    keys: Any = "",
    how: str = "",
    on_phone: str = "",
) -> Html:
    from markupsafe import escape

    data = f"<details><summary>{escape(say('figure.data'))}</summary>{table.html}</details>"
    role = "group" if "<a " in drawn else "img"  # the parts of an image are nothing to go to, and links are
    name = f'aria-label="{escape(alternative)}" style="overflow-x:auto"'
    picture = f'<div role="{role}"{" class=on-desk" if on_phone else ""} {name}>{drawn}</div>'
    if on_phone:
        picture += f'<div role="img" class="on-phone" {name}>{on_phone}</div>'
    read = markup('<p class="how">{}</p>', how) if how else ""
    return Html(f'<figure class="chart">{caption}{keys}{picture}{read}{data}</figure>')


def inline_data(rows: Sequence[Mapping[str, Any]]) -> alt.InlineData:
    """Return rows as the data of a chart.

    A chart copies all it has at each step by which it is made, a list with each of its rows, but no tuple.
    """
    import altair as alt

    return alt.InlineData(values=tuple(rows))


def drawn_address(address: str | None) -> str | None:
    """Return the address that a mark of a chart is drawn with, so that the picture has the one given.

    Examples
    --------
    >>> drawn_address("a.html#p-7"), drawn_address(None)
    ('https://page.invalid/a.html#p-7', None)
    """
    return urljoin(HERE, address) if address else None


def colour_keys(pairs: Sequence[tuple[str, str]], name: str, *others: Any) -> Markup:
    """Return what colours mean, as words beside them, in the page's own colours; ``others`` are keys of other marks.

    Examples
    --------
    >>> str(colour_keys([("urges", "#2271b0")], "a")).count("var(--force-4,#2271b0)")
    1
    """
    from markupsafe import Markup

    square = (
        '<svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">'  # where no style sheet is at hand
        '<rect fill="{}" stroke="currentColor" stroke-width="0.5" width="14" height="14"></rect></svg>'
    )
    keys = [
        markup("<span>{} {}</span> ", Markup(in_page_colours(square.format(fill), f"{name}-{place}")), word)
        for place, (word, fill) in enumerate(pairs)
    ]
    return markup('<p class="keys">{}</p>', Markup("").join([*keys, *others]))


def _title(title: Any) -> str:
    words = title.get("text", "") if isinstance(title, dict) else title
    return " ".join(words) if isinstance(words, list) else str(words)


# Every chart in a notebook


def show_chart(chart: Any) -> dict[str, Any]:
    """Return how a notebook shows a chart: as a figure on a page that is published, else for JupyterLab to draw.

    JupyterLab prefers HTML to Vega and Vega to a picture; so beside Vega stands the picture, for viewers without Vega.

    Examples
    --------
    >>> import altair as alt
    >>> sorted(show_chart(alt.Chart(alt.InlineData([{"n": 1}])).mark_bar().encode(x="n:Q")))
    ['application/vnd.vegalite.v5+json', 'image/svg+xml', 'text/plain']
    """
    spec = chart.to_dict(validate=not publishing())
    say = labels(page_language())
    title, description = _title(spec.get("title", "")), str(spec.get("description", ""))
    rows = _rows(spec)
    heads = encoded(spec)
    words = description or say("figure.alternative", title=title, rows=len(rows))
    name = f"chart-{abs(hash_of(spec)) % 10**8}"
    if not publishing():
        return _interactive(spec) | _picture(spec, name, words) | {"text/plain": title or "chart"}
    spec.pop("title", "")
    caption = markup("<figcaption><strong>{}</strong></figcaption>", title) if title else ""
    try:
        drawn = svg(spec, name, whole=_has_dates(spec))
        if not rows:  # Vega draws what has no rows as large as numbers go
            return {
                "text/html": str(markup("<p>{}</p>", say("figure.rowless", title=title))),
                "text/plain": title or "chart",
            }
        html = _framed(caption, drawn, words, _data_table(rows, heads, say), say).html
    except ChartError:  # a notebook would show the error among its messages, and the page nothing
        html = str(markup("<p>{}</p>", say("figure.undrawn")))
    return {"text/html": html, "text/plain": title or "chart"}


def _interactive(spec: Mapping[str, Any]) -> dict[str, Any]:
    """For JupyterLab, which brings Vega-Lite 5; what our charts are made of means the same there."""
    drawn = {**spec, "config": {**themed_config(spec), "font": FONT}}
    drawn["$schema"] = "https://vega.github.io/schema/vega-lite/v5.json"
    return {"application/vnd.vegalite.v5+json": drawn}


def _picture(spec: Mapping[str, Any], name: str, words: str) -> dict[str, str]:
    """The chart without Vega; nothing where its data are not in it."""
    from markupsafe import escape

    try:
        drawn = plain_colours(svg(spec, name))
    except ChartError:
        return {}
    return {"image/svg+xml": drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(words)}" ', 1)}


def hash_of(spec: Mapping[str, Any]) -> int:
    """Return a number that a specification has in every run."""
    import json
    from zlib import crc32

    return crc32(json.dumps(spec, sort_keys=True, default=str).encode())


def _rows(spec: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The data that a chart is drawn from."""
    sets: Mapping[str, list[dict[str, Any]]] = spec.get("datasets", {})
    data = spec.get("data", {})
    rows = data.get("values") or sets.get(data.get("name", "")) or next(iter(sets.values()), [])
    if not rows:
        rows = next(
            filter(None, map(_rows, (*spec.get("layer", ()), *spec.get("vconcat", ()), *spec.get("hconcat", ())))), []
        )
    return [row for row in rows if isinstance(row, dict)]


def encoded(spec: Mapping[str, Any]) -> dict[str, str]:
    """Return the columns that a chart shows, with what it calls them; empty where it leaves that to us.

    Examples
    --------
    >>> encoded({"layer": [{"encoding": {"x": {"field": "n", "title": "Number"}, "y": {"field": "who"}}}]})
    {'n': 'Number', 'who': ''}
    """
    heads: dict[str, str] = {}
    for channel in spec.get("encoding", {}).values():
        for each in channel if isinstance(channel, list) else [channel]:
            if field := each.get("field") if isinstance(each, dict) else None:
                heads[field] = heads.get(field) or each.get("title") or ""
    for part in (*spec.get("layer", ()), *spec.get("vconcat", ()), *spec.get("hconcat", ())):
        for field, title in encoded(part).items():
            heads[field] = heads.get(field) or title
    return heads


def _data_table(rows: list[dict[str, Any]], heads: Mapping[str, str], say: Labels) -> Html:
    """The columns that the chart shows, where its data have them; else all of them."""
    import polars as pl

    frame = pl.DataFrame(rows, infer_schema_length=None, strict=False)
    shown = [field for field in heads if field in frame.columns] or frame.columns
    taken = {field: heads[field] for field in shown if heads.get(field)}
    clear = {field: head for field, head in taken.items() if [*taken.values(), *shown].count(head) == 1}
    return plain_frame(frame.select(shown).rename(clear), say.language)


# The picture


def svg(spec: Mapping[str, Any], name: str, *, whole: bool = False) -> str:
    """Return a chart's specification as SVG that fits the width it is given, in the page's own colours.

    What a phone would show too small to read is as wide as it can be read, and scrolls; or, ``whole``, letters
    grow.
    """
    import vl_convert

    themed = {**spec, "config": themed_config(spec)}
    try:
        drawn = str(vl_convert.vegalite_to_svg(themed, vl_version=_vega_lite(), allowed_base_urls=[]))
    except ValueError as error:
        cause = " ".join(str(error).split())[:200]
        raise ChartError(f"a chart cannot be drawn; are its data a frame and not an address? ({cause})") from None
    width = re.search(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"', drawn)
    drawn = re.sub(r'(<svg[^>]*?) width="[\d.]+" height="[\d.]+"', r"\1", drawn, count=1)
    wide = float(width[1]) if width else 2.0 * WIDE
    least = "" if whole or wide <= _ON_PHONE / _LEAST else f"min-width:{0.75 * wide:.0f}px;"
    letters = f"--letters:{_LETTERS * wide / _ON_PHONE:.0f}px;" if whole and wide * _LETTERS > 13 * _ON_PHONE else ""
    tall = "--on-paper:180mm;" if width and float(width[2]) > 0.8 * wide else ""  # else its letters shrink with it
    sizes = f"width:100%;{tall}{least}{letters}max-width:{1.25 * wide:.0f}px;height:auto"
    style = f"{sizes};overflow:visible;font-family:{FONT}"
    drawn = _DESCRIBED.sub(r"\1<title>\3</title>\2", drawn)  # what a link is called, and what a pointer over it shows
    # Said once for the whole picture: its fonts; said beside it: what it shows.
    drawn = re.sub(r' (?:font-family|aria-label|role|aria-roledescription)="[^"]*"', "", drawn)
    drawn = drawn.replace("<svg ", f'<svg style="{style}" focusable="false" ', 1)
    return in_page_colours(_shorter(_with_ids_of_its_own(drawn, name).replace(HERE, "")), name)


_ON_PHONE = 330  # pixels that a phone has for a picture
_LEAST = 0.58  # of its size to which a picture shrinks there, its letters as they are
_LETTERS = 9.5  # pixels that they have there at least, where they grow
_DESCRIBED = re.compile(r'(<a [^>]*>)(<path\b[^>]*?) aria-label="([^"]*)"')


def _with_ids_of_its_own(drawn: str, name: str) -> str:
    """A picture whose ids are numbered within it: Vega numbers them through all that a process has drawn.

    Examples
    --------
    >>> _with_ids_of_its_own('<g id="gradient_7"/><g fill="url(#gradient_7)"/>', "bars")
    '<g id="bars-1"/><g fill="url(#bars-1)"/>'
    """
    numbers = {id: number for number, id in enumerate(dict.fromkeys(re.findall(r'\bid="([^"]+)"', drawn)), 1)}
    drawn = re.sub(r'\bid="([^"]+)"', lambda match: f'id="{name}-{numbers[match[1]]}"', drawn)
    return re.sub(r"url\(#([^)]+)\)", lambda match: f"url(#{name}-{numbers.get(match[1], match[1])})", drawn)


def themed_config(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Return our theme with what a chart sets itself; of what Altair sets by default only sizes stay."""
    stated = spec.get("config", {})
    merged = {
        name: {**ours, **stated.get(name, {})} if isinstance(ours, dict) else ours for name, ours in THEME.items()
    }
    return {**stated, **merged, "view": {**stated.get("view", {}), **_SIZE, "stroke": None}}


def in_page_colours(drawn: str, name: str) -> str:
    """Return a picture in the page's own colours: variables, with ours where there are none; hedged force hatched.

    Examples
    --------
    >>> in_page_colours('<svg><rect fill="#0b3c6f"/></svg>', "a")
    '<svg><rect fill="var(--force-5,#0b3c6f)"/></svg>'
    """
    for variable, (light, _) in palette.variables().items():
        for paint in ("fill", "stroke"):
            drawn = drawn.replace(f'{paint}="{light}"', f'{paint}="var(--{variable},{light})"')
    drawn = drawn.replace(f'fill="{ON_STRONG}"', f'fill="var(--on-strong,{ON_STRONG})"')
    drawn = drawn.replace(f'fill="{ON_WEAK}"', f'fill="var(--on-weak,{ON_WEAK})"')
    drawn = drawn.replace(f'stroke="{palette.PAPER}"', f'stroke="var(--paper,{palette.PAPER})"')
    patterns = []
    for step, (band, tint) in enumerate(HATCHED.items(), 1):
        if f'fill="{tint}"' in drawn:
            drawn = drawn.replace(f'fill="{tint}"', f'fill="url(#{name}-hatch-{step})"')
            patterns.append(hatch(f"{name}-hatch-{step}", band))
    if patterns:
        drawn = re.sub(r"(<svg[^>]*>)", rf"\1<defs>{''.join(patterns)}</defs>", drawn, count=1)
    return drawn.replace(palette.INK, "currentColor")


def hatch(id: str, band: str) -> str:
    """Return a pattern of a band's colour, hatched: hedged. What it is drawn over does not show through."""
    step = BANDS.index(band)
    ink, light = ("on-strong", ON_STRONG) if step >= palette.DARK_FROM else ("on-weak", ON_WEAK)
    square = f'<rect width="5" height="5" fill="var(--force-{step + 1},{palette.force_colour(band)})"></rect>'
    stripe = f'<rect width="1.1" height="5" fill="var(--{ink},{light})" opacity="0.5"></rect>'
    size = 'width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    return f'<pattern id="{id}" {size}>{square}{stripe}</pattern>'


def plain_colours(html: str) -> str:
    """Return a page whose pictures have the colours themselves, for what knows no variables in a picture.

    Examples
    --------
    >>> plain_colours('<rect fill="var(--force-5,#0b3c6f)"/><rect fill="var(--force-4)"/>')
    '<rect fill="#0b3c6f"/><rect fill="#2271b0"/>'
    """
    light = {name: colour for name, (colour, _) in palette.variables().items()}

    def colour(variable: re.Match[str]) -> str:
        return f'"{variable[2] or light[variable[1]]}"' if variable[2] or variable[1] in light else variable[0]

    return re.sub(r'"var\(--([\w-]+)(?:,(#\w+))?\)"', colour, html)


def _shorter(drawn: str) -> str:
    """The same picture in fewer bytes: what the marks of a group share is said once, cells of one look are one path.

    Examples
    --------
    >>> marks = '<path d="M1" fill="red"/><path d="M2" fill="blue"/><path d="M3" fill="red"/>'
    >>> _shorter(f"<svg><g>{marks + marks}</g></svg>")[19:-14]
    '<g><path d="M1"/><path d="M3"/><path d="M1"/><path d="M3"/></g><g fill="blue"><path d="M2"/><path d="M2"/>'
    """
    from lxml import etree

    root: Any = etree.fromstring(drawn.encode())
    for hidden in root.xpath("//*[@display='none' or @opacity='0']"):
        hidden.getparent().remove(hidden)
    for path in root.iter("{*}path"):
        _circle(path)
    for line in root.iter("{*}line"):
        for end in ("x2", "y2"):
            if line.get(end) == "0":  # where a line ends that does not say so
                del line.attrib[end]
    for text in root.iter("{*}text"):
        if place := _PLACE.fullmatch(text.get("transform", "")):
            del text.attrib["transform"]
            text.set("x", place[1])
            text.set("y", place[2])
        if upright := _UPRIGHT.fullmatch(text.get("transform", "")):
            x, y, aside = map(float, upright.groups())
            text.set("transform", f"translate({x + aside:g},{y:g})rotate(-90)")
    for group in list(root.iter("{*}g")):
        if "mark-rect" in group.get("class", "").split():
            _one_path(group)
        _say_once(group)
        _by_colour(group)
        named = group.attrib.pop("class", "").split()
        if any(name.startswith("turns") for name in named):
            group.set("class", "turns")  # which a phone has no room for
    return str(etree.tostring(root, encoding="unicode")).replace(" xlink:href=", " href=")  # as browsers know it now


def _circle(path: Any) -> None:
    """Write a path that is a circle as one."""
    place, round_one = _PLACE.fullmatch(path.get("transform", "")), _CIRCLE.fullmatch(path.get("d", ""))
    if place and round_one:
        del path.attrib["transform"], path.attrib["d"]
        path.tag = path.tag.replace("}path", "}circle")
        path.attrib.update({"cx": place[1], "cy": place[2], "r": round_one[1]})


_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")
_PLACE = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_UPRIGHT = re.compile(r"translate\(([-\d.]+),([-\d.]+)\) rotate\(270\) translate\(0,([-\d.]+)\)")
# Attributes that a mark inherits from its group.
_SHARED = (
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight"),
    *("text-anchor", "opacity", "fill-opacity"),
)


def _one_path(group: Any) -> None:
    """Join the cells of a group that look the same; cells do not overlap, so that their order means nothing."""
    first: dict[tuple[tuple[str, str], ...], Any] = {}
    for mark in list(group):
        look = tuple(sorted((name, value) for name, value in mark.attrib.items() if name != "d"))
        if mark.get("d") is None:
            continue
        if look in first:
            first[look].set("d", first[look].get("d") + mark.get("d"))
            group.remove(mark)
        else:
            first[look] = mark


def _by_colour(group: Any) -> None:
    """Put the marks of each colour into a group of their own, where that says it less often; none lies on another."""
    marks = _marks(group)
    colours = Counter(mark.get("fill", "") for mark in marks)
    if any(mark.tag.endswith("}g") for mark in marks) or not 1 < len(colours) <= len(marks) / 3:
        return
    groups = {colour: group.makeelement(group.tag, {"fill": colour} if colour else {}) for colour in colours}
    for child, mark in zip(list(group), marks, strict=True):
        groups[mark.attrib.pop("fill", "")].append(child)
    group.extend(groups.values())


def _marks(group: Any) -> list[Any]:
    """What a group draws: the marks themselves, without the links that they stand in."""
    return [child[-1] if len(child) and child.tag.endswith("}a") else child for child in group]


def _say_once(group: Any) -> None:
    marks = _marks(group)
    if len(marks) < 2 or len({mark.tag for mark in marks}) > 1:
        return
    for name in _SHARED:
        values = [mark.get(name) for mark in marks]
        if None in values or group.get(name) is not None:
            continue
        group.set(name, most := Counter(values).most_common(1)[0][0])
        for mark in marks:
            if mark.get(name) == most:
                del mark.attrib[name]


@cache
def _vega_lite() -> str:
    """The version of Vega-Lite that Altair writes, as vl-convert names it."""
    import altair as alt

    return ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
