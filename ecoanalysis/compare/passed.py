"""Words that left one paragraph and stand in another one now: neither cut there nor new here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Change, Comparison, Link

_LONG = 40  # characters from which on words are known where they stand; where words touch, a third


@dataclass(frozen=True)
class Passed:
    """Two editions, asked which words passed from one of their links to another."""

    comparison: Comparison

    def has(self, link: Link, change: Change) -> bool:
        """Return whether the words that a change tells as cut or added only passed to another link, or from one."""
        if change.old and change.old.text and change.type == "words_cut" and change.new is None:
            return self._home(change.old.text, link, later=True) is not None
        if change.new and change.new.text and change.type in ("words_added", "scope_widened") and _is_whole(change):
            home = self._home(change.new.text, link, later=False)
            return home is not None and any(self._came_from(each, change.new.text) for each in home.changes)
        return False

    def _came_from(self, change: Change, words: str) -> bool:
        """Whether a change tells as cut what came elsewhere: else it went with other words, and is told here."""
        cut = change.old.text if change.type == "words_cut" and change.old else None
        return bool(cut) and (cut or "").lower() in words.lower()

    def lines(self) -> Iterator[BriefLine]:
        """Yield a line for all words that passed: from where, to where, and which."""
        for link in self.comparison.links:
            for change in link.changes if link.base == "reworded" else ():
                if change.type == "words_cut" and change.old and change.old.text and self.has(link, change):
                    home = self._home(change.old.text, link, later=True)
                    if home is not None:
                        yield BriefLine("moved", "moved", link.old, home.new, change.old.text)

    def _home(self, words: str, link: Link, *, later: bool) -> Link | None:
        """The other link that has words on one side, the later one or not, and not on the other."""
        sought = words.lower()
        if len(sought) < _LONG // (3 if language_of(self.comparison.new.language).words_touch else 1):
            return None
        homes = (each for each in self.comparison.links if each is not link and sought in self._said(each, later))
        return next((each for each in homes if sought not in self._said(each, not later)), None)

    def _said(self, link: Link, later: bool) -> str:
        return " ".join(self._texts[later].get(id, "") for id in ((link.old, link.new)[later]))

    @cached_property
    def _texts(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        old, new = (
            {paragraph.id: (paragraph.text or "").lower() for paragraph in edition.paragraphs}
            for edition in (self.comparison.old, self.comparison.new)
        )
        return old, new


def _is_whole(change: Change) -> bool:
    """Whether what came stands for nothing that went."""
    return change.type == "scope_widened" or change.old is None
