"""Several texts in one file, one behind the other, each beginning a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from ecoanalysis.parse.layout.paged_text.page_signs import symbol_of
from ecoanalysis.parse.layout.paged_text.text_lines import PAGE_BREAK, TextLine, pages_of


def texts_in(raw: str, opens: Callable[[str], bool]) -> tuple[tuple[int, int], ...]:
    """Return where each text stands in a file that has several, one behind the other, each beginning a page.

    The next text begins under another symbol, where an organ speaks or a page more is so headed: a draft in an annex
    opens as a text does, under the symbol of the whole. Where nobody knows the symbol of the first, none is another.
    Under the same symbol it begins where an organ speaks below the same header.

    Examples
    --------
    >>> raw = "A/RES/1/1\\nThe Assembly,\\n1. Notes it.\\n\\fA/RES/1/2\\nThe Assembly,\\n1. Notes that.\\n"
    >>> [raw[start:end].splitlines()[0] for start, end in texts_in(raw, "The Assembly,".__eq__)]
    ['A/RES/1/1', 'A/RES/1/2']
    """
    pages = pages_of(raw)
    symbols = [symbol_of(page) for page in pages]
    begins, first = [0], 0
    for place, page in enumerate(pages[1:], 1):
        ours = symbols[first:place]
        other = symbols[place] and any(ours) and symbols[place] not in ours
        begun = any(opens(line.text) for line in page)
        again = begun and symbols[place] in ours and _has_header_of(page, pages[first], opens)
        if again or (other and (begun or symbols[place] in symbols[place + 1 : place + 2])):
            begins.append(raw.rindex(PAGE_BREAK, 0, page[0].start) + 1)
            first = place
    return tuple(pairwise([*begins, len(raw)]))


def _has_header_of(page: Sequence[TextLine], first: Sequence[TextLine], opens: Callable[[str], bool]) -> bool:
    """Whether most of what stands above the formula of a page stands above that of another one too."""
    header, before = ({line.text for line in takewhile(lambda line: not opens(line.text), p)} for p in (page, first))
    return len(header) > 1 and len(header & before) * 2 > len(header)
