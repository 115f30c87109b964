"""What the other language of an edition has beside a text: its words, and where it asks with another force."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Paragraph
from ecoanalysis.publish.reading.text import Row, Text


@dataclass(frozen=True)
class OtherLanguage:
    """A text and the edition in another language, where it is at hand."""

    text: Text
    other: Facts | None

    def column(self) -> Row | None:
        """Return what the template prints of the other text as a whole."""
        if self._theirs is None:
            return None
        spoken, text = self._theirs.spoken, self.text
        return {
            "tag": spoken.tag,
            "has_text": self._theirs.has_words and text.has_words,
            "label": text.labels["beside"].format(language=text.say.language_name(spoken.code)),
        }

    def title(self) -> str:
        """Return the title in the page's language, where only the other text is in it."""
        if self._theirs is None:
            return ""
        theirs, language = self._theirs.resolution, self.text.language
        return theirs.title or "" if theirs.language == language != self.text.resolution.language else ""

    def facts_of_page(self) -> Facts | None:
        """Return the facts of the text in the page's language, where only the other text is in it."""
        ours = self.text.resolution.language == self.text.language
        return self.other if self.other and not ours and self.other.resolution.language == self.text.language else None

    def words(self, id: str) -> str:
        """Return what the other language has of a paragraph: its words, else its verbs and whom they address."""
        if self._theirs is None or id not in self._paragraphs:
            return ""
        if self._paragraphs[id].text:
            return self._paragraphs[id].text
        acts = []
        for clause in self._theirs.clauses_of(id):
            whom = self._theirs.spoken.list_sign.join(party.surface for party in clause.addressees if party.surface)
            acts.append(f"{clause.verb.surface} {whom}".strip())
        return self.text.labels["semicolon"].join(acts)

    def differs(self, id: str) -> list[tuple[str, str, str, str]]:
        """Return the directives of a paragraph that the other language puts with another force.

        Where the languages have not as many of them, nothing tells which goes with which.
        """
        if self._theirs is None:
            return []
        ours, theirs = ([each for each in text.clauses_of(id) if each.band] for text in (self.text, self._theirs))
        if len(ours) != len(theirs):
            return []
        title = self.text.clause_title
        return [
            (mine.verb.surface, title(mine), other.verb.surface, title(other))
            for mine, other in zip(ours, theirs, strict=True)
            if mine.band != other.band
        ]

    @cached_property
    def _theirs(self) -> Text | None:
        return Text(self.other, self.text.language) if self.other else None

    @cached_property
    def _paragraphs(self) -> dict[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.other.resolution.paragraphs} if self.other else {}
