"""The desk of a lesson: its material, read once, and the check that answers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from ecoanalysis.errors import EcoanalysisError, LessonError
from ecoanalysis.lessons.places import Places, places, stated
from ecoanalysis.lessons.remarks import Remark, remark
from ecoanalysis.lexicon import INTERFACE, SPOKEN, language_of, load
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import labels

if TYPE_CHECKING:
    import polars as pl
    from markupsafe import Markup

    from ecoanalysis.model.comparison import Comparison
    from ecoanalysis.model.document import Document
    from ecoanalysis.model.edition import Edition
    from ecoanalysis.model.facts import Clause, Facts
    from ecoanalysis.model.resolution import Paragraph, Resolution
    from ecoanalysis.model.series import Evolution
    from ecoanalysis.show.html import Html
    from ecoanalysis.show.view import View

SERIES = "eco"
PAIR = ("A_RES_95_917", "A_RES_97_924")
COLLECTION = 7  # the lesson that is about many resolutions

# In JupyterLab, where no style sheet of the site is at hand.
_STYLE = """<style>
.excerpt mark { background: none; color: inherit; }
.excerpt mark.verb { background: #f6d77a; color: #222; border-radius: 2px; }
.excerpt mark.hedge { border-bottom: 2px dotted #b3541e; }
.excerpt mark.agency { border-bottom: 2px solid #2a7f9e; }
.excerpt .tag::after { content: attr(data-tag); font: 600 .65em sans-serif; vertical-align: super; padding: 0 .2em; }
.excerpt .gloss { font-size: .85em; margin-top: -.6em; opacity: .85; }
</style>"""


def open_lesson(number: int, language: str = SPOKEN, mine: str = "") -> Lesson:
    """Return the desk of a lesson.

    Parameters
    ----------
    number
        Which lesson, from 1.
    language
        Language of what the lesson says: "zh" or "en".
    mine
        Path to a resolution of one's own, which then stands in the place of the lesson's; for lesson 7 to a folder.

    Raises
    ------
    LessonError
        Where there is no such lesson.
    UnreadableDocumentError, NotAResolutionError
        Where one's own document is none that can be read.

    Examples
    --------
    >>> lesson = open_lesson(1, "en")
    >>> lesson.resolution.symbol, open_lesson(1, "zh").resolution.symbol
    ('A/RES/97/924', 'A/RES/75/324')
    >>> print(lesson.check("operative", 14))
    14 is the number of paragraphs in the preamble; the operative ones are those with numbers.
    """
    lessons = load("interface/lessons")["lesson"]
    if not 1 <= number <= len(lessons):
        raise LessonError(f"there is no lesson {number}; there are lessons 1 to {len(lessons)}")
    desk = Lesson(number, language, mine)
    if mine and number != COLLECTION:
        _ = desk.resolution  # a document that cannot be read is said so here, not five cells further down
    return desk


@dataclass(frozen=True)
class Lesson:
    """One lesson's material in one language, and its checks."""

    number: int
    language: str
    mine: str = ""

    def _repr_html_(self) -> str:
        from markupsafe import Markup

        entry = load("interface/lessons")["lesson"][self.number - 1]
        sentence = remark("any", self.language, "aims", {"minutes": entry["minutes"]}).sentence
        aims = Markup("").join(Markup("<li>{}</li>").format(aim) for aim in entry["aims"][self.language])
        return Markup("<p>{}</p><ul>{}</ul>").format(sentence, aims)

    # What it is about

    @cached_property
    def resolution(self) -> Resolution:
        """The resolution of the lesson: one's own, else one in the language of the lesson."""
        import ecoanalysis as eco

        if self.mine and self.number != COLLECTION:
            return eco.parse_resolution(eco.read_document(self.mine))
        symbol = stated(self.language)["symbol"]
        if symbol == PAIR[1].replace("_", "/"):
            return eco.parse_resolution(_model_text(PAIR[1], self.language))
        return eco.parse_resolution(eco.sample())

    @cached_property
    def places(self) -> Places:
        """Where the exercises look."""
        return places(self)

    @cached_property
    def facts(self) -> Facts:
        """Everything found in it."""
        from ecoanalysis.extract import extract_facts

        return extract_facts(self.resolution)

    @cached_property
    def tables(self) -> dict[str, pl.DataFrame]:
        """The facts as tables: one row per clause, mention, citation … (the codebook lists them)."""
        from ecoanalysis.tables import to_tables

        return dict(to_tables([self.facts]))

    @cached_property
    def evolution(self) -> Evolution:
        """The series on cooperation with ECO, as its English fact tables tell it: every edition from 1995 to 2025."""
        from ecoanalysis.measures.tables_at_hand import series_tables_of

        return series_tables_of(SERIES).evolution

    @cached_property
    def pair(self) -> Comparison:
        """The two editions of the model resolution, compared: texts of the project's own, with their words."""
        from ecoanalysis.corpus.listing import MODEL
        from ecoanalysis.named_comparison import compare_named

        old, new = (name.replace("_", "/") for name in PAIR)
        return compare_named(old, new, MODEL, self.language)

    @cached_property
    def collection(self) -> View:
        """The resolutions of lesson 7: those in the folder ``mine``, else the editions that the package brings."""
        from ecoanalysis.show.view import view_all

        return view_all(self.mine if self.number == COLLECTION else "", language=self.language)

    def picture(self) -> Html:
        """Show the picture with which the lesson opens."""
        from ecoanalysis.lessons.pictures import picture

        return picture(self)

    @property
    def numbered(self) -> list[Paragraph]:
        """The operative paragraphs with a number of their own: (a), (b) … belong to one of these."""
        return [paragraph for paragraph in self.of("operative") if "." not in paragraph.id]

    def of(self, part: str) -> list[Paragraph]:
        """Return the paragraphs of a part: "preamble", "operative" …"""
        return [paragraph for paragraph in self.resolution.paragraphs if paragraph.part == part]

    def clauses_of(self, paragraph: str) -> list[Clause]:
        """Return the clauses of a paragraph, in order."""
        return [clause for clause in self.facts.clauses if clause.paragraph == paragraph]

    # What it shows

    def read(self, *paragraphs: str) -> Html:
        """Show paragraphs as they stand, verbs, hedges, names marked; below each, what its verbs do and whom they ask.

        A paragraph that the text has not, as one of one's own may, is said to be missing.
        """
        from markupsafe import Markup

        from ecoanalysis.show.html import Html
        from ecoanalysis.show.marks import mark_up

        tag = language_of(self.resolution.language).tag
        shown = [
            Markup('<p lang="{}"><b>{}.</b> {}</p><p class="gloss">{}</p>').format(
                tag, id, mark_up(self.resolution.paragraph(id).text, self._marks(id)), self._gloss(id)
            )
            if self._has(id)
            else Markup("<p>{}</p>").format(remark("any", self.language, "no_paragraph", {"id": id}).sentence)
            for id in paragraphs
        ]
        return Html(Markup('{}<div class="excerpt">{}</div>').format(Markup(_STYLE), Markup("").join(shown)))

    def _has(self, id: str) -> bool:
        return any(paragraph.id == id for paragraph in self.resolution.paragraphs)

    def _gloss(self, id: str) -> Markup:
        from markupsafe import Markup

        tag = language_of(self.resolution.language).tag
        line = Markup('<span lang="{}">{}</span>: {}{}')
        lines = []
        for clause in self.clauses_of(id):
            asked = labels(self.language).join(map(self.name, clause.bodies))
            lines.append(line.format(tag, clause.verb.surface, self.meaning(clause), f" → {asked}" if asked else ""))
        return Markup(" · ").join(lines)

    def _marks(self, id: str) -> Iterator[Any]:
        from ecoanalysis.show.marks import TextMark, position

        offsets = self.resolution.paragraph(id).offsets
        for clause in self.clauses_of(id):
            kind = f"verb {clause.class_.lower()} {(clause.band or '').lower()}"
            yield TextMark(
                *position(offsets, clause.verb.start, clause.verb.end),
                kind.strip(),
                self.meaning(clause),
                clause.band or clause.class_,
            )
            for hedge in clause.softened_by:
                softens = labels(self.language)("wording.hedges")
                yield TextMark(*position(offsets, hedge.start, hedge.end), "hedge", softens)
        for mention in self.facts.agencies:
            if mention.paragraph == id:
                yield TextMark(*position(offsets, mention.start, mention.end), "agency", self.name(mention.agency))

    def meaning(self, clause: Clause) -> str:
        """Return what a clause does, in the lesson's language: "encourages, invites", "evaluates" …"""
        return labels(self.language)(f"band.{clause.band}" if clause.band else f"class.{clause.class_}")

    def name(self, agency: str | None) -> str:
        """Return a body's name in the lesson's language."""
        return registry().label(agency, self.language) if agency else labels(self.language)("body.unregistered")

    def clauses(self) -> pl.DataFrame:
        """Return one row per clause: where, by which verb, what that verb does, how strongly, of whom."""
        import polars as pl

        rows = [
            {
                "paragraph": clause.paragraph,
                "index": clause.index,
                "verb": clause.verb.surface,
                "means": self.meaning(clause),
                "class": clause.class_,
                "band": clause.band,
                "hedges": [hedge.surface for hedge in clause.softened_by],
                "asked": [
                    name
                    for party in clause.addressees
                    for name in (list(map(self.name, party.bodies)) or [party.surface or ""])
                ],
            }
            for clause in self.facts.clauses
        ]
        schema: dict[str, Any] = dict.fromkeys(("paragraph", "index", "verb", "means", "class", "band"), pl.String)
        schema |= {"index": pl.Int64, "hedges": pl.List(pl.String), "asked": pl.List(pl.String)}
        return pl.DataFrame(rows, schema=schema)

    def names(self, *paragraphs: str) -> pl.DataFrame:
        """Return one row per mention of a body, in these paragraphs or in all, with its place in the raw text."""
        import polars as pl

        rows = [
            (mention.paragraph, mention.surface, mention.agency, self.name(mention.agency), mention.start, mention.end)
            for mention in self.facts.agencies
            if not paragraphs or mention.paragraph in paragraphs
        ]
        return pl.DataFrame(rows, schema=["paragraph", "surface", "agency", "name", "start", "end"], orient="row")

    def pieces(self, name: str, language: str = "") -> list[str]:
        """Return what a simple program without a registry makes of a name."""
        from ecoanalysis.lessons.words import pieces

        return pieces(name, language or self.resolution.language)

    def simple_names(self, *paragraphs: str) -> pl.DataFrame:
        """Return one row per piece of these paragraphs that a simple program takes for a name, with its place.

        In Chinese that is a word that jieba calls an organisation, elsewhere a run of words with a capital.
        """
        import polars as pl

        from ecoanalysis.lessons.words import simple_names

        rows = []
        for id in paragraphs:
            passage = self.resolution.paragraph(id)
            for place, name in simple_names(passage.text, self.resolution.language):
                span = passage.raw(place, place + len(name))
                rows.append((id, name, span.start, span.end))
        schema = {"paragraph": pl.String, "surface": pl.String, "start": pl.Int64, "end": pl.Int64}
        return pl.DataFrame(rows, schema=schema, orient="row")

    def before_and_after(self, answer: Any, side: Literal["old", "new"] = "new") -> Html:
        """Show the paragraphs that an answer names, beside those of the other edition that belong to them."""
        from markupsafe import Markup

        from ecoanalysis.lessons.answers import is_untouched, paragraphs
        from ecoanalysis.show.html import Html

        try:
            ids = set() if answer is None or is_untouched(answer) else set(paragraphs(answer))
        except (TypeError, ValueError):
            ids = set()
        tag = language_of(self.pair.new.language).tag
        cell = Markup('<td lang="{}" style="vertical-align: top; width: 50%; text-align: start">{}</td>')
        rows = [
            Markup("<tr>{}{}</tr>").format(
                cell.format(tag, _words(self.pair.old, link.old)), cell.format(tag, _words(self.pair.new, link.new))
            )
            for link in self.pair.links
            if ids.intersection(getattr(link, side))
        ]
        return Html(str(Markup("<table><tbody>{}</tbody></table>").format(Markup("").join(rows))))

    def summary(self) -> Html:
        """Show what the lesson comes to, and the errors to expect."""
        from ecoanalysis.lessons.summary import summary
        from ecoanalysis.show.html import Html

        return Html(summary(self.number, self.language))

    # Drafts

    def draft(self) -> str:
        """Return the resolution as a text to edit: a paragraph a line, without notes and line breaks."""
        resolution = self.resolution
        symbol = f"{resolution.session}/{resolution.number}. " if resolution.number else ""
        lines = [f"{symbol}{resolution.title}", *self._opening()]
        lines += [f"{_numbering(paragraph)}{paragraph.text}" for paragraph in self._body()]
        return "\n\n".join(lines) + "\n"

    def _opening(self) -> list[str]:
        """The organ's line before the first paragraph, as the text has it; a number of that paragraph is none."""
        first = self._body()[0]
        lines = [line.strip() for line in self.resolution.document.raw[: first.start].splitlines()]
        return [line for line in lines if line.strip(".") not in ("", first.number)][-1:]

    def _body(self) -> list[Paragraph]:
        return [*self.of("preamble"), *self.of("operative")]

    def compare(self, draft: str) -> Comparison:
        """Return what a draft changes in the resolution.

        Raises
        ------
        NotAResolutionError
            Where the draft is no resolution any more.
        """
        from ecoanalysis.compare import compare_editions

        return compare_editions(self._original, _edition(draft))

    def compared(self, draft: Any) -> Comparison | None:
        """Return what a draft changes, and nothing where it is no draft: a student who errs needs a word, no error."""
        try:
            return self.compare(draft) if isinstance(draft, str) else None
        except EcoanalysisError:
            return None

    @cached_property
    def _original(self) -> Edition:
        """The edition that drafts are compared with: the one that is given to edit."""
        return _edition(self.draft())

    def brief(self, draft: str) -> pl.DataFrame:
        """Return what a draft comes to, losses first, and what each new request would mean; none for no draft."""
        import polars as pl

        from ecoanalysis.compare.brief import make_brief
        from ecoanalysis.show.brief import brief_rows

        comparison = self.compared(draft)
        rows = list(brief_rows(make_brief(comparison), labels(self.language))) if comparison else []
        return pl.DataFrame(rows, schema=dict.fromkeys(("what", "where", "words"), pl.String), orient="row")

    def changes(self, draft: str) -> pl.DataFrame:
        """Return one row per paragraph that a draft changes: old and new numbers, types; none for what is no draft."""
        import polars as pl

        say, comparison = labels(self.language), self.compared(draft)
        rows = [
            (" ".join(link.old), " ".join(link.new), say.join(say(f"change.{type}") for type in link.types))
            for link in (comparison.links if comparison else ())
            if link.types != ("identical",)
        ]
        return pl.DataFrame(rows, schema={"old": pl.String, "new": pl.String, "what": pl.String}, orient="row")

    # Counting

    def words(self) -> pl.DataFrame:
        """Return one row per word and paragraph, with its count: jieba's words, names kept whole."""
        import polars as pl

        paragraphs = [paragraph.id for paragraph in self.of("operative")]
        return self.tables["terms"].filter(pl.col("paragraph").is_in(paragraphs)).select("paragraph", "term", "count")

    def verbs_between(self, first: int, last: int) -> pl.DataFrame:
        """Return the verbs of the English editions adopted in these years, as ``eco.keyness`` takes words."""
        import polars as pl

        counted: Counter[str] = Counter()
        for edition in self.evolution.editions:
            if first <= int((edition.adopted_on or "0")[:4]) <= last:
                lemmas = (
                    provision.clause.lemma for paragraph in edition.paragraphs for provision in paragraph.provisions
                )
                counted.update(lemmas)
        return pl.DataFrame(
            {"term": list(counted), "count": list(counted.values())}, schema={"term": pl.String, "count": pl.Int64}
        )

    # Checking

    def check(self, exercise: str, answer: Any) -> Remark | None:
        """Say whether an answer is right, and if not, the first thing that helps.

        Under nbgrader, where nobody reads the sentence, a wrong answer is a failed cell and a right one says nothing:
        what a graded cell returns would be taken for its points.

        Raises
        ------
        LessonError
            Where there is no such exercise.
        AssertionError
            Where nbgrader runs the notebook and the answer is wrong.
        """
        from ecoanalysis.lessons.exercises import exercises

        listed = exercises()
        if exercise not in listed:
            raise LessonError(f"there is no exercise {exercise!r}; there are {', '.join(listed)}")
        remarks = listed[exercise].judge(self, answer)
        if not os.environ.get("NBGRADER_EXECUTION"):
            return remarks
        if not remarks.right:
            raise AssertionError(remarks.sentence)
        return None

    def term(self, name: str) -> Html:
        """Show what a term of the field means, in both languages.

        Raises
        ------
        LessonError
            Where the glossary has no such term.
        """
        from markupsafe import Markup

        from ecoanalysis.show.html import Html

        terms = load("interface/glossary")["term"]
        entry = next((each for each in terms if name in (each["id"], *map(each.get, INTERFACE))), None)
        if entry is None:
            raise LessonError(f"the glossary has no term {name!r}")
        other = next(key for key in INTERFACE if key != self.language)
        line = Markup('<p><b>{}</b> (<span lang="{}">{}</span>): {}</p>')
        return Html(
            str(line.format(entry[self.language], labels(other).tag, entry[other], entry["means"][self.language]))
        )


def _numbering(paragraph: Paragraph) -> str:
    """The number before a paragraph, as drafts write it: 7. and (a)."""
    if not paragraph.number:
        return ""
    return f"({paragraph.number}) " if "." in paragraph.id else f"{paragraph.number}. "


def _words(edition: Edition, ids: Sequence[str]) -> str:
    return " ".join(paragraph.text or "" for paragraph in edition.paragraphs if paragraph.id in ids)


def _edition(text: str) -> Edition:
    import ecoanalysis as eco

    return _to_edition(eco.read_text(text))


def _to_edition(document: Document) -> Edition:
    import ecoanalysis as eco

    return eco.to_edition(eco.extract_facts(eco.parse_resolution(document)))


def _model_text(name: str, language: str) -> Document:
    import ecoanalysis as eco
    from ecoanalysis.corpus.listing import model

    return eco.read_document(model().parent / "text" / f"{name}.{language}.txt")
