"""Tables that a reader of JupyterLab sorts and searches, without a network: itables brings DataTables along.

What was laid out as a page has it stays what it is and only gains order; where scripts may not run, in a notebook that
is not trusted, it is shown as it would be anyway. The saved notebook has all of it.
"""

from __future__ import annotations

import json
from string import Template
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

PAGE = 10  # rows of a frame at a time, where Polars is not set
SEARCHED = 10  # a table of more rows has a field to search it by
LARGEST = "256KB"  # of a frame; of a larger one itables shows part, and says so

_SORT = Template("""$html
<script type="module">
{
  const sort = async () => {
    const { ITable, jQuery } = await window.$loaded;
    jQuery.fn.dataTable.ext.errMode = "none";
    for (const table of document.querySelectorAll("div.table > table:not(.dataTable)")) {
      const topEnd = table.rows.length > $searched ? "search" : null;
      const layout = { topStart: null, topEnd, bottomStart: null, bottomEnd: null };
      const said = { language: $language, layout, text_in_header_can_be_selected: true };
      new ITable(table, { order: [], paging: false, ...said });
    }
  };
  if (window.$loaded) sort(); else window.addEventListener("$ready", sort, { once: true });
}
</script>""")
"""A module of DataTables is loaded once for all of a notebook: a table may be shown before, and then waits for it."""


def loading() -> str:
    """Return what makes tables sortable, to be shown once in a notebook: the script and the style, whole.

    Examples
    --------
    >>> loading().count("</script>"), "http" in loading()
    (1, False)
    """
    from itables import options
    from itables.javascript import generate_init_offline_itables_html

    script, end, _ = generate_init_offline_itables_html(options.dt_bundle).partition("</script>")
    return script + end  # a message for notebooks that are not trusted follows; their tables are shown all the same


def sortable_frame(frame: pl.DataFrame | pl.Series, language: str) -> str:
    """Return a frame with the names and types of its columns; of many rows as many at a time as Polars is set to show.

    Examples
    --------
    >>> import polars as pl
    >>> shown = sortable_frame(pl.DataFrame({"words": [10, 9], "note": ["<7>", "x"]}), "en")
    >>> "&lt;7&gt;" in shown, ">i64<" in shown
    (True, True)
    """
    import polars as pl
    from itables import to_html_datatable

    at_a_time = int(pl.Config.state()["POLARS_FMT_MAX_ROWS"] or PAGE)
    return to_html_datatable(
        frame,
        connected=False,
        display_logo_when_loading=False,
        maxBytes=LARGEST,
        classes="display compact",  # long words wrap
        language=_words(language),
        **({"paging": False} if at_a_time < 0 else {"pageLength": at_a_time}),
    )


def sortable_tables(html: str, language: str) -> str:
    """Return a piece of a page whose tables, if there are any, can be sorted.

    Examples
    --------
    >>> sortable_tables("<p>Two lakes</p>", "en")
    '<p>Two lakes</p>'
    >>> sortable_tables('<div class="table"><table></table></div>', "en")[:47]
    '<div class="table"><table></table></div>\\n<scrip'
    """
    from itables import __version__

    if '<div class="table"' not in html:
        return html
    return _SORT.substitute(
        html=html,
        loaded=f"_itables_{__version__.replace('.', '_')}",
        ready=f"itables-{__version__}-ready",
        searched=SEARCHED,
        language=json.dumps(_words(language), ensure_ascii=False),
    )


def _words(language: str) -> dict[str, Any]:
    """What DataTables says, in the reader's language."""
    from ecoanalysis.lexicon.labels import labels

    say = labels(language)
    return {name: say(f"sortable.{name}") for name in ("search", "info", "infoEmpty", "infoFiltered", "lengthMenu")} | {
        "zeroRecords": say("figure.empty"),
        "emptyTable": say("figure.empty"),
    }
