"""Words that left one paragraph and stand in another one now: neither cut there nor new here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Change, Comparison, Link

_MOST = 0.60  # share of what came elsewhere that must be what was cut here
_LONG = 40  # characters from which on words are known where they stand; where words touch, a third


@dataclass(frozen=True)
class Passed:
    """Two editions, asked which words passed from one of their links to another."""

    comparison: Comparison

    def has(self, link: Link, change: Change) -> bool:
        """Return whether the words that a change tells as cut or added only passed to another link, or from one."""
        if change.type == "words_cut":
            return any(change is cut for _, cut, _ in self._cuts)
        words = (change.new.text or "").lower() if change.new else ""
        stands_for_none = change.type == "scope_widened" or (change.type == "words_added" and change.old is None)
        came = (_words(cut) for _, cut, home in self._cuts if home is link)
        return stands_for_none and any(cut in words and len(cut) >= _MOST * len(words) for cut in came)

    def lines(self) -> Iterator[BriefLine]:
        """Yield a line for all words that passed: from where, to where, and which."""
        for link, cut, home in self._cuts:
            yield BriefLine("moved", "moved", link.old, home.new, (cut.old and cut.old.text) or "")

    @cached_property
    def _cuts(self) -> Sequence[tuple[Link, Change, Link]]:
        """What was cut from one link and stands in another one now."""
        pure = (
            (link, change)
            for link in self.comparison.links
            for change in link.changes
            if change.type == "words_cut" and not change.variance and change.new is None and _words(change)
        )
        homes = ((link, change, self._home(_words(change), link)) for link, change in pure)
        return [(link, change, home) for link, change, home in homes if home is not None]

    def _home(self, words: str, link: Link) -> Link | None:
        """The other link whose later side has words that its earlier side has not."""
        if len(words) < _LONG // (3 if language_of(self.comparison.new.language).words_touch else 1):
            return None
        homes = (each for each in self.comparison.links if each is not link and words in self._text(each, later=True))
        return next((each for each in homes if words not in self._text(each, later=False)), None)

    def _text(self, link: Link, *, later: bool) -> str:
        return " ".join(self._texts[later].get(id, "") for id in ((link.old, link.new)[later]))

    @cached_property
    def _texts(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        old, new = (
            {paragraph.id: (paragraph.text or "").lower() for paragraph in edition.paragraphs}
            for edition in (self.comparison.old, self.comparison.new)
        )
        return old, new


def _words(cut: Change) -> str:
    return (cut.old.text or "").lower() if cut.old else ""
