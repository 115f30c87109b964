"""A comparison in one screen of a terminal: what was lost first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ecoanalysis.model.comparison import Change, Comparison, Link

# What a delegation looks for first: what it would lose, then what came.
ORDER = (
    "dropped",
    "weakened",
    "endorsement_lowered",
    "addressee_removed",
    "scope_narrowed",
    "demoted",
    "new",
    "strengthened",
    "endorsement_raised",
    "addressee_added",
    "scope_widened",
    "promoted",
)
_SHORT = 60


def print_summary(comparison: Comparison) -> None:
    """Print the counts, then one line per change that matters, losses first."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    old, new = comparison.old, comparison.new
    console.print(
        Text("  →  ".join(f"{edition.symbol or 'draft'} ({edition.adopted_on or 'no date'})" for edition in (old, new)))
    )
    counts = Counter(type for link in comparison.links for type in link.types)
    console.print(Text("  ".join(f"{type} {count}" for type, count in counts.most_common())), style="dim")
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold")
    for name in ("change", "old", "new", "words"):
        table.add_column(name, overflow="fold")
    for type, link, words in lines(comparison):
        table.add_row(type, ", ".join(link.old) or "–", ", ".join(link.new) or "–", Text(words))
    if table.row_count:
        console.print(table)


def lines(comparison: Comparison) -> Iterator[tuple[str, Link, str]]:
    """Yield each change that matters with its link and its words, losses first."""
    for type in ORDER:
        for link in comparison.links:
            if link.base == type:
                yield type, link, _whole(comparison, link)
            for change in link.changes:
                if change.type == type:
                    yield type, link, _words(change)


def _whole(comparison: Comparison, link: Link) -> str:
    side, ids = (comparison.old, link.old) if link.old else (comparison.new, link.new)
    texts = [paragraph.text for paragraph in side.paragraphs if paragraph.id in ids]
    return _short(" ".join(text for text in texts if text))


def _words(change: Change) -> str:
    old, new = (_short((side.text if side else None) or "") for side in (change.old, change.new))
    return f"{old} → {new}" if old and new else old or new


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
