"""What the page prints of each paragraph: its words, and its facts in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ecoanalysis.lexicon import theme_names
from ecoanalysis.model.facts import Addressee, Citation, Clause, Mention, Report
from ecoanalysis.model.resolution import Paragraph
from ecoanalysis.publish.reading.ages import Ages
from ecoanalysis.publish.reading.marks import Marks
from ecoanalysis.publish.reading.other_language import OtherLanguage
from ecoanalysis.publish.reading.text import Row, Text, bodies_asked, code_of, each_once
from ecoanalysis.show.addresses import anchor


@dataclass(frozen=True)
class Paragraphs:
    """The paragraphs of a text as the template takes them."""

    text: Text
    marks: Marks
    beside: OtherLanguage
    ages: Ages

    def parts(self) -> list[Row]:
        """Return the parts of the text, each with its paragraphs."""
        return [
            {"id": part, "label": self.text.labels[part], "paragraphs": list(map(self._paragraph, paragraphs))}
            for part, paragraphs in groupby(self.text.paragraphs, key=lambda paragraph: paragraph.part)
        ]

    def _paragraph(self, paragraph: Paragraph) -> Row:
        text, id = self.text, paragraph.id
        clauses, mentions = text.clauses_of(id), text.mentions_of(id)
        return {
            "anchor": anchor(id),
            "depth": id.count(".") if paragraph.is_point else 0,
            "number": "" if paragraph.part == "closing" else paragraph.number or id,
            "label": text.labels["paragraph"].format(paragraph=id),
            "facts": text.labels["facts_of"].format(paragraph=id),
            "words": self.marks.words(paragraph),
            "beside": self.beside.words(id),
            "named": []
            if text.has_words
            else each_once(text.body_name(each.agency) or each.surface for each in mentions),
            "cite": self._cite(paragraph),
            "length": len(paragraph.text),
            "differs": self.beside.differs(id),
            "asked": each_once(body for clause in clauses for body in bodies_asked(clause)),
            "verbs": each_once(text.verbs[clause.lemma] for clause in clauses if clause.class_ == "DIR"),
            "bodies": each_once(mention.agency for mention in mentions if mention.agency),
            "states": text.states_of(paragraph),
            "asks_report": any(clause.report for clause in clauses),
            "ages": self.ages.of_words.get(id, ""),
            "age": self.ages.of_paragraph(id),
            "clauses": list(map(self._clause, clauses)),
            "citations": [_citation(fact) for fact in text.facts.citations if fact.paragraph == id],
            "themes": [theme_label(fact.theme, text.language) for fact in text.facts.themes if fact.paragraph == id],
        }

    def _names(self, mentions: Sequence[Mention]) -> list[str]:
        """The bodies that a paragraph names: what its marks would say."""
        return each_once(self.text.body_name(mention.agency) or mention.surface for mention in mentions)

    def _cite(self, paragraph: Paragraph) -> str:
        recital = paragraph.part == "preamble"
        number = paragraph.id.removeprefix("P") if recital else paragraph.id
        label = self.text.labels["cite_preamble" if recital else "cite_operative"]
        return label.format(symbol=self.text.symbol, paragraph=number)

    def _clause(self, clause: Clause) -> Row:
        return {
            "code": code_of(clause),
            "index": clause.index,
            "title": self.text.clause_title(clause),
            "verb": clause.verb.surface,
            "hedges": self.text.spoken.list_sign.join(hedge.surface for hedge in clause.softened_by),
            "addressees": list(map(self._party, clause.addressees)),
            "report": self._report(clause.report) if clause.report else "",
        }

    def _party(self, addressee: Addressee) -> Row:
        labels = self.text.labels
        if addressee.surface is None:
            return {"label": labels["unspecified"], "note": "", "lang": ""}
        notes = [name for name in map(self.text.body_name, addressee.bodies) if name and name != addressee.surface]
        if addressee.kind == "inherited":
            notes.append(labels["inherited"])
        if addressee.kind == "anaphor" and not addressee.bodies:
            notes.append(self.text.say("kind.anaphor"))
        return {"label": addressee.surface, "note": labels["list"].join(notes), "lang": self.text.spoken.tag}

    def _report(self, report: Report) -> str:
        labels = self.text.labels
        sides = [ids.split(", ") for ids in (report.reporter, report.recipient) if ids]
        way = " → ".join(labels["list"].join(map(self.text.body_name, bodies)) for bodies in sides)
        return labels["comma"].join(filter(None, [way, report.due]))


def _citation(citation: Citation) -> Row:
    url = citation.url if citation.url and citation.url.startswith(("https://", "http://")) else ""
    return {"label": citation.symbol or citation.surface, "url": url}


def theme_label(theme: str, language: str) -> str:
    """Return what a theme is called, its id where it is not registered."""
    return theme_names(language).get(theme, theme)
