"""The words of a passage with its facts marked, and the notes of a text with theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoanalysis.files import slug
from ecoanalysis.lexicon.countries import state_name
from ecoanalysis.model.facts import Clause
from ecoanalysis.model.resolution import Footnote, Paragraph
from ecoanalysis.publish.reading.text import Row, Text, code_of
from ecoanalysis.show.addresses import anchor
from ecoanalysis.show.marks import TextMark, mark_up, position
from ecoanalysis.show.render import render

if TYPE_CHECKING:
    from markupsafe import Markup

KINDS = (
    ("verb", "verb dir d3", "D3"),
    ("agency", "agency", ""),
    ("addressee", "addressee", "→"),
    ("hedge", "hedge", "~"),
    ("citation", "citation", "§"),
)
"""What is marked: its id, the classes of its mark and its tag, as the key shows them."""

_Span = tuple[int, int, str, str, str]  # from and to in the raw text, classes, title, tag


@dataclass(frozen=True)
class Marks:
    """The facts of a text, as marks of its words."""

    text: Text

    def words(self, paragraph: Paragraph) -> Markup:
        """Return a paragraph's words with its facts, and its notes' numbers where they belong."""
        places: dict[int, list[Footnote]] = {}
        for note in self.text.resolution.footnotes:
            if note.paragraph == paragraph.id and note.position is not None:
                places.setdefault(note.position, []).append(note)
        inserts = {
            place: render("note-marks.html.j2", labels=self.text.labels, notes=list(map(self._reference, notes)))
            for place, notes in places.items()
        }
        return mark_up(paragraph.text, self._marks(paragraph), inserts)

    def note(self, note: Footnote) -> Row:
        """Return what the template prints of a note."""
        return {
            "anchor": anchor(note.id),
            "number": note.number,
            "words": mark_up(note.text, self._marks(note)),
            "back": f"fnref-{slug(note.number)}" if note.paragraph and note.position is not None else "",
            "of": anchor(note.paragraph) if note.paragraph else "",
        }

    def _reference(self, note: Footnote) -> Row:
        return {
            "number": note.number,
            "anchor": anchor(note.id),
            "id": f"fnref-{slug(note.number)}",
            "label": self.text.labels["footnote"].format(number=note.number),
        }

    def _marks(self, passage: Paragraph | Footnote) -> Iterator[TextMark]:
        for state in self.text.states_in(passage):
            name = state_name(state.code, self.text.language)
            yield TextMark(state.start, state.end, f"state s-{state.code}", name)
        for start, end, kind, title, tag in self._spans(passage.id):
            yield TextMark(*position(passage.offsets, start, end), kind, title, tag)

    def _spans(self, id: str) -> Iterator[_Span]:
        text = self.text
        for clause in text.clauses_of(id):
            yield from self._spans_of_clause(clause)
        for mention in text.mentions_of(id):
            title = text.body_name(mention.agency) or text.labels["unregistered"]
            kind = f"agency b-{mention.agency}" if mention.agency else "agency"
            yield mention.start, mention.end, kind, self._titled("agency", title), ""
        for citation in (citation for citation in text.facts.citations if citation.paragraph == id):
            title = " ".join(filter(None, [text.say(f"citation.{citation.kind}"), citation.symbol]))
            yield citation.start, citation.end, "citation", self._titled("citation", title), "§"

    def _spans_of_clause(self, clause: Clause) -> Iterator[_Span]:
        text, code = self.text, code_of(clause)
        verb = text.verbs[clause.lemma] if clause.class_ == "DIR" else ""
        names = ("verb", clause.class_.lower(), code.lower() if clause.band else "", f"c{clause.index}", verb)
        title = self._titled("verb", text.clause_title(clause))
        yield clause.verb.start, clause.verb.end, " ".join(filter(None, names)), title, code
        for hedge in clause.softened_by:
            yield hedge.start, hedge.end, "hedge", text.labels["mark_hedge"], "~"
        for addressee in clause.addressees:
            if addressee.span and addressee.kind != "inherited":
                title = self._titled("addressee", text.body_name(addressee.agency))
                yield addressee.span.start, addressee.span.end, "addressee", title, "→"

    def _titled(self, kind: str, what: str) -> str:
        label = self.text.labels[f"mark_{kind}"]
        return f"{label}{self.text.labels['colon']}{what}" if what else label
