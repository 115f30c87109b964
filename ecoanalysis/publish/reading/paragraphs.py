"""What the page prints of each paragraph: its words, and its facts in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ecoanalysis.lexicon import theme_names
from ecoanalysis.lexicon.translations import Kind, translated
from ecoanalysis.model.facts import Addressee, Citation, Clause, Mention, Report
from ecoanalysis.model.resolution import Paragraph
from ecoanalysis.publish.reading.ages import Ages
from ecoanalysis.publish.reading.marks import Marks
from ecoanalysis.publish.reading.other_language import OtherLanguage
from ecoanalysis.publish.reading.text import Row, Text, bodies_asked, code_of, each_once
from ecoanalysis.show.addresses import anchor, subject_page
from ecoanalysis.show.html import markup
from ecoanalysis.show.row import group_name, verb_in

if TYPE_CHECKING:
    from markupsafe import Markup

_TERMS = 4  # of a clause that are shown


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
            "named": self._names(clauses, mentions),
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
            "citations": [self._citation(fact) for fact in text.facts.citations if fact.paragraph == id],
            "themes": [self._theme(theme) for theme in self._themes(id, clauses)],
        }

    def _names(self, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Row]:
        """The bodies that a paragraph names and does not ask, by name and id, where no mark of its words says so.

        Those that the title names would stand at every paragraph.
        """
        if self.text.has_words:
            return []
        left = {*self.text.main_bodies, *(body for clause in clauses for body in bodies_asked(clause))}
        others = (each for each in mentions if each.agency not in left)
        names = {self.text.body_name(each.agency) or each.surface: each.agency or "" for each in others}
        return [{"label": name, "id": id} for name, id in names.items()]

    def _themes(self, id: str, clauses: Sequence[Clause]) -> list[str]:
        """The themes of a paragraph; where its words are not there, those that it shows itself, not the title."""
        themes = [fact for fact in self.text.facts.themes if fact.paragraph == id]
        inside = [
            fact
            for fact in themes
            if any(clause.start <= term.start < clause.end for clause in clauses for term in fact.evidence)
        ]
        return [fact.theme for fact in (themes if self.text.has_words else inside)]

    def _theme(self, theme: str) -> Row:
        page = subject_page("theme", theme)
        return {"label": theme_label(theme, self.text.language), "url": page if page in self.text.pages else ""}

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
            "rendered": self._rendered(clause),
            "hedges": self._named("hedges", (hedge.surface for hedge in clause.softened_by)),
            "says": [] if self.text.has_words else self._says(clause),
            "addressees": list(map(self._party, clause.addressees)),
            "report": self._report(clause.report) if clause.report else "",
        }

    def _rendered(self, clause: Clause) -> str:
        """The verb in the page's language, where the text's words are of another, and not there."""
        if not self.text.turned:
            return ""
        where = {"language": self.text.resolution.language, "class": clause.class_, "band": clause.band}
        return verb_in(clause.verb.surface, clause.lemma, where, self.text.say)[0]

    def _says(self, clause: Clause) -> list[Row]:
        """What is to be done, on what, and which days are named: each with its name in the page's language, if known.

        The words of the text say it where they are there.
        """
        inside = [
            term.surface
            for fact in sorted(self.text.facts.themes, key=lambda fact: -fact.score)
            if fact.paragraph == clause.paragraph
            for term in fact.evidence
            if clause.start <= term.start < clause.end and not self._in_a_name(clause, term.start)
        ]
        days = (self.text.say.date(day) for day in self.text.days_in(clause.start, clause.end))
        softened = {word for hedge in clause.softened_by for word in (hedge.surface, *hedge.surface.split())}
        acts = self._named("acts", [clause.act_verb] if clause.act_verb and clause.act_verb not in softened else [])
        dates = [{"label": day, "note": "", "lang": ""} for day in each_once(days)]
        return [*acts, *self._named("terms", self.text.as_written(inside))[:_TERMS], *dates]

    def _in_a_name(self, clause: Clause, place: int) -> bool:
        """Whether what stands in a place is part of a body's name or of a title, which are shown by themselves."""
        id = clause.paragraph
        titles = (citation for citation in self.text.facts.citations if citation.paragraph == id)
        return any(each.start <= place < each.end for each in (*self.text.mentions_of(id), *titles))

    def _named(self, kind: Kind, words: Iterable[str]) -> list[Row]:
        """Words of the text, each once, with what the page's language calls them, where that is another."""
        text = self.text
        spoken = text.resolution.language
        return [
            {
                "label": word,
                "note": translated(word, kind, spoken, text.language) if spoken != text.language else "",
                "lang": text.spoken.tag,
            }
            for word in each_once(words)
        ]

    def _party(self, addressee: Addressee) -> Row:
        """A party by its words, who it is beside them; in another language than the page's the other way round."""
        labels, text = self.text.labels, self.text
        if addressee.surface is None:
            return {"label": labels["unspecified"], "note": "", "lang": "", "note_lang": labels["tag"], "id": ""}
        surface, language = " ".join(addressee.surface.split()), text.spoken.tag
        names = [name for name in map(text.body_name, addressee.bodies) if name]
        if text.turned and not names and addressee.type:
            names = [group_name(surface, addressee.type, text.resolution.language, text.say)]
        notes = [name for name in names if name.casefold() not in surface.casefold()]
        if addressee.kind == "inherited":
            notes.append(labels["inherited"])
        if addressee.kind == "anaphor" and not addressee.bodies:
            notes.append(text.say("kind.anaphor"))
        sides = [(surface, language), (labels["list"].join(notes), labels["tag"])]
        (label, spoken), (note, note_lang) = reversed(sides) if text.turned and notes else sides
        id = next(iter(addressee.bodies), "")
        beside = text.say.bracketed(note) if note else ""
        return {"label": label, "lang": spoken, "note": beside, "note_lang": note_lang, "id": id}

    def _citation(self, citation: Citation) -> Row:
        url = citation.url if citation.url and citation.url.startswith(("https://", "http://")) else ""
        if citation.symbol:
            return {"label": citation.symbol, "note": "", "lang": "", "url": url}
        (title,) = self._named("titles", [citation.surface])
        return title | {"url": url}

    def _report(self, report: Report) -> Markup:
        """Who reports to whom, on what, where the words are not there, and when."""
        from markupsafe import escape

        labels, text = self.text.labels, self.text
        sides = [ids.split(", ") for ids in (report.reporter, report.recipient) if ids]
        way = " → ".join(labels["list"].join(map(self.text.body_name, bodies)) for bodies in sides)
        quoted = filter(None, ["" if text.has_words else report.topic, report.due])
        pieces = [escape(way)] if way else []
        pieces += [markup('<span lang="{}">{}</span>', text.spoken.tag, words) for words in quoted]
        return escape(labels["comma"]).join(pieces)


def theme_label(theme: str, language: str) -> str:
    """Return what a theme is called, its id where it is not registered."""
    return theme_names(language).get(theme, theme)
