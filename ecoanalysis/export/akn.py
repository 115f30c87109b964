"""Facts → AKN4UN, the United Nations' own XML (Akoma Ntoso 3.0), with what was found marked in the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from pathlib import Path
from typing import Any

from ecoanalysis.errors import work_on
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.numerals import roman, unbracketed
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Footnote, Paragraph, Passage, Resolution
from ecoanalysis.read.akn.metadata import PROPONENTS, SCHEMES

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_VOTES = "urn:ecoanalysis:votes"
_SOURCE = "#ecoanalysis"
_NEVER = "0001-01-01"  # where the text has no date; the schema wants one
_ROMAN = re.compile(r"[IVX]+")
_SECTION = re.compile(r"[IVX]+|[A-Z]")
_ASIDE = re.compile(r"[^A-Za-z0-9-]+")


def to_akn(facts: Facts) -> str:
    """Return a resolution as AKN4UN.

    Its bodies are ``organization`` elements that refer to a list of them in the head, its citations ``ref`` or links,
    its verbs, hedges and addressees ``span`` elements with their class. Read again it gives the same facts.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> written = to_akn(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> '<span class="verb DIR D3">请</span>' in written, written.count("<organization ") > 100
    (True, True)
    """
    from lxml import etree

    root = _Writer(facts).document()
    etree.indent(root.find(f"{{{_NAMESPACE}}}statement/{{{_NAMESPACE}}}meta"))
    return str(etree.tostring(root, encoding="unicode"))


def export_akn(facts: Iterable[Facts], folder: str | Path, corpus: str = "") -> list[Path]:
    """Write each resolution as ``<symbol>.<language>.xml`` into a folder, and what they say of themselves."""
    from ecoanalysis.export.descriptor import write_description
    from ecoanalysis.files import slug, write_text

    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for resolution_facts in facts:
        resolution = resolution_facts.resolution
        name = slug(resolution.symbol or f"{resolution.document.sha256[:12]}_{resolution.part}")
        path = target / f"{name}.{resolution.language}.xml"
        with work_on(resolution.document.path):
            text = to_akn(resolution_facts)
        write_text(path, '<?xml version="1.0" encoding="UTF-8"?>\n' + text + "\n")
        written.append(path)
    return [*written, *write_description(target, [path.name for path in written], {}, corpus)]


@dataclass(frozen=True, slots=True)
class _Inline:
    """An element around some characters of a passage."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


class _Writer:
    def __init__(self, facts: Facts) -> None:
        from lxml.builder import ElementMaker  # type: ignore[import-not-found]

        self.facts = facts
        self.resolution: Resolution = facts.resolution
        self.make = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})
        self.structure = language_of(facts.resolution.language).table("structure")

    def document(self) -> Any:
        make, paragraphs = self.make, self.resolution.paragraphs
        title, closing, annexes = (
            [each for each in paragraphs if each.part == part] for part in ("title", "closing", "annex")
        )
        body = [each for each in paragraphs if each.part in ("preamble", "operative")]
        preamble = list(takewhile(lambda each: each.part == "preamble" and not _section(each), body))
        children = [self._meta(), self._cover(), make.preface(self._title(title))]
        children.append(make.preamble(self._formula(), *self._preambular(preamble)))
        children.append(make.mainBody(*(self._body(body[len(preamble) :]) or [make.p()])))
        if closing:
            children.append(
                make.conclusions(*(make.p(self._words(make.inline(name="adoption"), each)) for each in closing))
            )
        if annexes:
            children.append(make.attachments(*self._annexes(annexes)))
        return make.akomaNtoso(make.statement(*children, name="resolution"))

    # the head

    def _meta(self) -> Any:
        resolution, make = self.resolution, self.make
        day = resolution.adopted_on.isoformat() if resolution.adopted_on else _NEVER
        work = (
            f"/akn/un/statement/resolution/{(resolution.organ or 'un').lower()}/{day}/{self._number.replace('/', '-')}"
        )
        language = self.structure["akn"]["language"]
        author = make.FRBRauthor(href=f"#{resolution.organ or 'UN'}")

        def level(name: str, this: str, *more: Any) -> Any:
            dated = make.FRBRdate(date=day, name="adoption")
            written = make.FRBRauthor(**author.attrib)
            return make(name, make.FRBRthis(value=f"{this}/!main"), make.FRBRuri(value=this), dated, written, *more)

        identification = make.identification(
            level("FRBRWork", work, make.FRBRcountry(value="un")),
            level("FRBRExpression", f"{work}/{language}@", make.FRBRlanguage(language=language)),
            level("FRBRManifestation", f"{work}/{language}@.xml"),
            source=_SOURCE,
        )
        subjects = self._subjects()
        return make.meta(identification, *subjects, *self._workflow(day), *self._vote(), *self._references())

    def _subjects(self) -> list[Any]:
        make, subjects = self.make, self.resolution.subjects
        keywords = [
            make.keyword(value=subject.id, showAs=subject.label, dictionary=SCHEMES.get(subject.scheme, subject.scheme))
            for subject in subjects
        ]
        return [make.classification(*keywords, source=_SOURCE)] if keywords else []

    def _workflow(self, day: str) -> list[Any]:
        """Drafts and sponsors, as steps: the sponsors with the first."""
        resolution, make = self.resolution, self.make
        steps = [{"as": draft} for draft in resolution.drafts] or ([{}] if resolution.sponsors else [])
        if not steps:
            return []
        alone = len(resolution.sponsors) == 1
        steps[0]["by"] = ("submitted by the " if alone else "") + ", ".join(resolution.sponsors)
        made = [
            make.step(
                date=day,
                by=step.get("by", ""),
                outcome="draftResolution",
                **{k: v for k, v in step.items() if k != "by"},
            )
            for step in steps
        ]
        return [make.workflow(*made, source=_SOURCE)]

    def _vote(self) -> list[Any]:
        make, adoption = self.make, self.resolution.adoption
        if adoption is None:
            return []
        named = (("inFavour", adoption.yes), ("against", adoption.no), ("abstaining", adoption.abstain))
        counts = [
            make.count(*self._voters(ballot), value=str(value), refersTo=name)
            for (name, value), ballot in zip(named, ("yes", "no", "abstain"), strict=True)
            if value is not None
        ]
        counts = counts or [make.quorum(value="")]  # the schema wants one; so the United Nations' files have it
        outcome = "adoptedRecordedVote" if adoption.mode == "recorded vote" else "adoptedWithoutVote"
        voting = make.voting(*counts, eId="voting", outcome=outcome)
        return [make.analysis(make.parliamentary(voting), source=_SOURCE)]

    def _voters(self, ballot: str) -> list[Any]:
        """Who voted so: as elements of a namespace of our own, since the schema wants those of another one there."""
        from lxml.builder import ElementMaker

        make = ElementMaker(namespace=_VOTES, nsmap={"votes": _VOTES})
        return [
            make.organization(vote.name, refersTo=f"#{_id(vote.country or vote.name)}")
            for vote in self.resolution.votes
            if vote.vote == ballot
        ]

    def _references(self) -> list[Any]:
        ids = dict.fromkeys(mention.agency for mention in self.facts.agencies if mention.agency)
        if not ids:
            return []
        language = self.resolution.language
        bodies = [
            self.make.TLCOrganization(
                eId=_id(id), href=f"/ontology/organization/{id}", showAs=registry().label(id, language)
            )
            for id in ids
        ]
        return [self.make.references(*bodies, source=_SOURCE)]

    @property
    def _number(self) -> str:
        return (self.resolution.symbol or "").partition("/RES/")[2]

    def _cover(self) -> Any:
        resolution, make = self.resolution, self.make
        lines = [make.p(make.docNumber(resolution.symbol or ""))]
        if resolution.agenda_item:
            lines.append(make.p(make.inline(resolution.agenda_item, name="agenda item")))
        if resolution.committee:
            proponent = make.docProponent(resolution.committee, refersTo=f"#{PROPONENTS[resolution.committee]}")
            lines.append(make.p(proponent))
        return make.coverPage(*lines)

    def _title(self, title: Sequence[Paragraph]) -> Any:
        make = self.make
        words = make.docTitle() if title else make.docTitle(self.resolution.title or "")
        return make.p(make.docNumber(f"{self._number}."), *(self._words(words, each) for each in title[:1]))

    def _formula(self) -> Any:
        """The words by which the organ begins, as the text has them."""
        words = self.resolution.formula or self.structure["akn"]["organ"]
        return self.make.formula(self.make.p(words), name="enactingFormula")

    # paragraphs

    def _preambular(self, paragraphs: Sequence[Paragraph]) -> list[Any]:
        """Paragraphs of the preamble; the points of one stand in a list inside it."""
        make = self.make
        containers = []
        for paragraph, points in _with_points(paragraphs):
            if points:
                items = [make.item(make.num(_printed(point.number or "")), self._p(point)) for point in points]
                words = make.blockList(self._words(make.listIntroduction(), paragraph), *items)
            else:
                words = self._p(paragraph)
            containers.append(make.container(words, name="preambular"))
        return containers

    def _body(self, paragraphs: Sequence[Paragraph]) -> list[Any]:
        """Operative paragraphs, section by section; a section may have a preamble of its own."""
        make, elements = self.make, []
        for section, group in groupby(paragraphs, key=_section):
            inside = []
            for part, some in groupby(group, key=lambda each: each.part):
                if part == "preamble":
                    inside += [self._words(make.crossHeading(refersTo="#preamble"), each) for each in some]
                else:
                    inside += self._operative(list(some))
            head = [make.subheading(self._mark(section, "section"))] if section else []
            elements += [make.section(*head, *inside)] if section else inside
        return elements

    def _mark(self, mark: str, form: str) -> str:
        """A section's or an annex's number as the language prints it."""
        number = roman(mark) if _ROMAN.fullmatch(mark) else None
        language = language_of(self.facts.resolution.language)
        printed = self.structure["akn"][form].format(roman=mark, number=language.to_number(number) if number else mark)
        return str(printed).strip()

    def _operative(self, paragraphs: Sequence[Paragraph]) -> list[Any]:
        """Numbered paragraphs; the points of one stand in lists inside it."""
        return [self._paragraph(paragraph, points) for paragraph, points in _with_points(paragraphs)]

    def _paragraph(self, paragraph: Paragraph, points: Sequence[Paragraph]) -> Any:
        make = self.make
        number = [make.num(f"{paragraph.number}.")] if paragraph.number else []
        if points:
            return make.paragraph(*number, make.list(make.intro(self._p(paragraph)), *self._points(points)))
        return make.paragraph(*number, make.content(self._p(paragraph)))

    def _points(self, points: Sequence[Paragraph]) -> list[Any]:
        make, elements = self.make, []
        first = min((point.id.count(".") for point in points), default=0)
        tops = [begin for begin, point in enumerate(points) if point.id.count(".") == first]
        for begin, end in zip(tops, [*tops[1:], len(points)], strict=True):
            mark = points[begin].number
            number = [make.num(_printed(mark))] if mark else []
            inner = points[begin + 1 : end]
            if inner:
                nested = make.list(make.intro(self._p(points[begin])), *self._points(inner))
                elements.append(make.point(*number, nested))
            else:
                elements.append(make.point(*number, make.content(self._p(points[begin]))))
        return elements

    def _annexes(self, paragraphs: Sequence[Paragraph]) -> Iterator[Any]:
        make = self.make

        def which(paragraph: Paragraph) -> str:
            _, _, rest = paragraph.id.partition("annex.")
            mark = rest.partition(".")[0]
            return mark if _ROMAN.fullmatch(mark) else ""

        for mark, group in groupby(paragraphs, key=which):
            head = self._mark(mark, "annex")
            body = make.mainBody(make.paragraph(make.content(make.p(head))), *self._operative(list(group)))
            yield make.attachment(make.doc(self._meta(), body, name="annex"))

    # words

    def _p(self, paragraph: Paragraph) -> Any:
        return self._words(self.make.p(), paragraph)

    def _words(self, element: Any, paragraph: Paragraph) -> Any:
        notes = [note for note in self.resolution.footnotes if self._stands_in(note, paragraph)]
        return self._fill(element, paragraph, paragraph.id, notes)

    def _stands_in(self, note: Footnote, paragraph: Paragraph) -> bool:
        """Whether a note's mark stands in a paragraph; one that has lost its mark is put to the title."""
        if note.paragraph is None or note.position is None:
            return paragraph.part == "title"
        return note.paragraph == paragraph.id

    def _fill(self, element: Any, passage: Passage, id: str, notes: Sequence[Footnote] = ()) -> Any:
        """Put a passage's words into an element, with what was found in them around them, the notes at their marks."""
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        builder = _Builder(element)
        nested = _nested(self._inlines(passage, id))
        marks: dict[int, list[Footnote]] = {}
        for note in notes:
            marks.setdefault(len(passage.text) if note.position is None else note.position, []).append(note)
        edges = sorted(
            {0, len(passage.text), *(edge for inline in nested for edge in (inline.start, inline.end)), *marks}
        )
        for begin, end in zip(edges, [*edges[1:], len(passage.text)], strict=True):
            builder.close(begin)
            for note in marks.get(begin, ()):
                builder.add(self._note(note))
            for inline in (inline for inline in nested if inline.start == begin and inline.end > begin):
                builder.open(self.make(inline.tag, **dict(inline.attributes)), inline.end)
            builder.write(passage.text[begin:end])
        return element

    def _note(self, note: Footnote) -> Any:
        words = self._fill(self.make.p(), note, note.id)
        return self.make.authorialNote(words, marker=note.number, placement="bottom")

    def _inlines(self, passage: Passage, id: str) -> Iterator[_Inline]:
        for start, end, tag, attributes in self._spans(id):
            inside = [place for place, raw in enumerate(passage.offsets) if start <= raw < end]
            if inside:
                yield _Inline(inside[0], inside[-1] + 1, tag, tuple(attributes.items()))

    def _spans(self, id: str) -> Iterator[tuple[int, int, str, dict[str, str]]]:
        for citation in self.facts.citations:
            if citation.paragraph == id and citation.url:
                yield citation.start, citation.end, "a", {"href": citation.url}
            elif citation.paragraph == id:
                yield citation.start, citation.end, "ref", {"href": f"#{citation.symbol or citation.kind}"}
        for mention in self.facts.agencies:
            if mention.paragraph == id:
                yield (
                    mention.start,
                    mention.end,
                    "organization",
                    {"refersTo": f"#{_id(mention.agency or 'unregistered')}"},
                )
        for clause in (clause for clause in self.facts.clauses if clause.paragraph == id):
            kinds = " ".join(filter(None, ["verb", clause.class_, clause.band]))
            yield clause.verb.start, clause.verb.end, "span", {"class": kinds}
            for hedge in clause.hedges:
                yield hedge.start, hedge.end, "span", {"class": "hedge"}
            for party in clause.addressees:
                if party.span and party.kind != "inherited":
                    yield party.span.start, party.span.end, "span", {"class": "addressee"}


class _Builder:
    """Writes words and elements at the end of an element, or of those opened in it."""

    def __init__(self, element: Any) -> None:
        self._open = [(element, -1)]

    def open(self, element: Any, end: int) -> None:
        self.add(element)
        self._open.append((element, end))

    def close(self, place: int) -> None:
        while len(self._open) > 1 and self._open[-1][1] <= place:
            self._open.pop()

    def add(self, element: Any) -> None:
        self._open[-1][0].append(element)

    def write(self, text: str) -> None:
        element = self._open[-1][0]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text


def _with_points(paragraphs: Iterable[Paragraph]) -> list[tuple[Paragraph, list[Paragraph]]]:
    """Each paragraph with its points."""
    groups: list[tuple[Paragraph, list[Paragraph]]] = []
    for paragraph in paragraphs:
        if paragraph.is_point and groups:
            groups[-1][1].append(paragraph)
        else:
            groups.append((paragraph, []))
    return groups


def _section(paragraph: Paragraph) -> str:
    """The Roman number, or the letter, of the section that a paragraph stands in."""
    head, dot, _ = paragraph.id.partition(".")
    return head if dot and _SECTION.fullmatch(head) else ""


def _nested(inlines: Iterable[_Inline]) -> list[_Inline]:
    """The elements that can stand in each other: of two that cross, the one that begins first."""
    kept: list[_Inline] = []
    for inline in sorted(set(inlines), key=lambda inline: (inline.start, -inline.end, inline.tag)):
        if all(other.end <= inline.start or inline.end <= other.end for other in kept):
            kept.append(inline)
    return kept


def _printed(mark: str) -> str:
    """A point's mark as it is printed: in brackets, unless it is one character that has its own."""
    return mark if mark == "•" or (len(mark) == 1 and unbracketed(mark) != mark) else f"({mark})"


def _id(name: str) -> str:
    return f"o-{_ASIDE.sub('-', name)}"
