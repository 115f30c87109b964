"""What each paragraph is about, in the light of what its resolution is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.extract.themes.procedure import arranges, is_formal, procedure_in, says_something
from ecoanalysis.extract.themes.subject import stated_subject, subject_of, surroundings
from ecoanalysis.extract.themes.term_uses import (
    TermPlaces,
    TermUse,
    ThemeWeights,
    Weighed,
    additions,
    estimated_weights,
    head_of,
    term_uses,
    weigh,
)
from ecoanalysis.extract.themes.theme_hits import theme_hits, theme_scores
from ecoanalysis.extract.themes.theme_words import ThemeSigns, likely_themes, theme_words
from ecoanalysis.model.facts import Citation, Clause, DateMention, Fact, Mention, Theme, by_paragraph
from ecoanalysis.model.resolution import Paragraph, Passage, Resolution, Span

Range = tuple[int, int]


_BODY = ("preamble", "operative")


@dataclass(frozen=True)
class ThemeGrounds:
    """What the themes of a paragraph are weighed from: its terms, the resolution's themes, the paragraphs beside it,
    and what it means of its title without saying it.
    """

    uses: Sequence[TermUse]
    subject: Mapping[str, float]
    beside: Sequence[Weighed]
    implied: Mapping[str, float]

    def around(self, near: float) -> dict[str, float]:
        """The themes around it, those of the paragraphs beside it counted ``near``."""
        return surroundings(self.subject, self.beside, near)

    def signs(self, weights: ThemeWeights) -> ThemeSigns:
        """What the terms say of each theme: its share of what is said and meant, what is around, what is spoken of."""
        text, around = weigh(self.uses, weights), self.around(weights.near)
        scores = theme_scores(text, around, self.implied, weights)
        heavy = {theme: value * weights.counts.get(theme, 1.0) for theme, value in scores.items()}
        total = sum(heavy.values())
        return ThemeSigns({theme: value / total for theme, value in heavy.items()}, around, text.weight)


@dataclass(frozen=True)
class ThemesInContext:
    """The paragraphs of a resolution with the facts that say who, when and by what words, not on what."""

    resolution: Resolution
    clauses: Sequence[Clause]
    agencies: Sequence[Mention]
    citations: Sequence[Citation]
    dates: Sequence[DateMention]

    def themes(self) -> Iterator[Theme]:
        """Return what each paragraph is about, the title's terms where it is only implied."""
        titles = [(paragraph, weigh(uses, self._weights)) for paragraph, uses in self._titles]
        for paragraph, grounds in self.grounds():
            signs = grounds.signs(self._weights)
            hits = theme_hits(weigh(grounds.uses, self._weights), signs.around, grounds.implied)
            words = theme_words(paragraph.text, self.resolution.language)
            for hit in likely_themes(hits, signs, words):
                terms = _facts(paragraph, hit.evidence) or tuple(
                    term for title, words in titles for term in _facts(title, words.evidence.get(hit.theme, ()))
                )
                yield Theme(paragraph.id, hit.theme, hit.score, terms)

    def grounds(self) -> Iterator[tuple[Paragraph, ThemeGrounds]]:
        """Return the paragraphs that may have themes, with what these are weighed from."""
        weighed = [(paragraph, uses, weigh(uses, self._weights)) for paragraph, uses in self._uses]
        titles = [text for paragraph, _, text in weighed if paragraph.part == "title"]
        subject = subject_of(titles, [text for paragraph, _, text in weighed if paragraph.part in _BODY])
        named = {theme for title in titles for theme in title.weight}
        arranged = any(arranges(paragraph.text, self.resolution.language) for paragraph, _ in self._titles)
        stated = {} if arranged else stated_subject(subject, titles)
        for place, (paragraph, uses, _) in enumerate(weighed):
            if paragraph.part not in (*_BODY, "annex") or self._is_procedural(paragraph):
                continue
            procedure = self._procedure(paragraph)
            if procedure and (arranged or _only_procedure([*procedure, *self._agenda(paragraph)], uses, named)):
                continue
            beside = [weighed[near] for near in (place - 1, place + 1) if 0 <= near < len(weighed)]
            within = paragraph.part in _BODY
            yield (
                paragraph,
                ThemeGrounds(
                    uses,
                    subject if within else {},
                    [text for other, _, text in beside if other.part == paragraph.part],
                    stated if within and not procedure and self._says_something(paragraph) else {},
                ),
            )

    @cached_property
    def _weights(self) -> ThemeWeights:
        return estimated_weights()

    @cached_property
    def _titles(self) -> list[tuple[Paragraph, list[TermUse]]]:
        return [(paragraph, uses) for paragraph, uses in self._uses if paragraph.part == "title"]

    @cached_property
    def _uses(self) -> list[tuple[Paragraph, list[TermUse]]]:
        language = self.resolution.language
        return [(each, term_uses(each.text, language, self._places(each))) for each in self.resolution.paragraphs]

    def _places(self, paragraph: Paragraph) -> TermPlaces:
        clauses = self._clauses[paragraph.id]
        names = [_within(paragraph, (name.start, name.end)) for name in self._names[paragraph.id]]
        spans = [party.span for clause in clauses for party in clause.addressees if party.span]
        parties = [_within(paragraph, (span.start, span.end)) for span in spans]
        added = additions(paragraph.text, self.resolution.language)
        ends = [_within(paragraph, (clause.start, clause.end))[1] for clause in clauses]
        passing = [(start, next((end for end in ends if end > start), start)) for start in added]
        verbs = sorted(_within(paragraph, (clause.verb.start, clause.verb.end))[0] for clause in clauses)
        later = [(start, len(paragraph.text)) for start in verbs[1:2]]
        return TermPlaces(names, parties, passing, self._heads(paragraph), later)

    def _heads(self, paragraph: Paragraph) -> list[Range]:
        """Where its clauses begin to say what they ask or state: behind the verb and those who are asked."""
        if paragraph.part == "title":
            return []
        starts = [
            clause.act.start
            if clause.act
            else max([clause.verb.end, *(party.span.end for party in clause.addressees if party.span)])
            for clause in self._clauses[paragraph.id]
        ]
        return [
            head_of(_within(paragraph, (start, start))[0], self.resolution.language)
            for start in starts or [paragraph.start]
        ]

    def _is_procedural(self, paragraph: Paragraph) -> bool:
        """Whether its clauses only put an item on an agenda, or speak of the resolution alone."""
        clauses = self._clauses[paragraph.id]
        others = [clause for clause in clauses if not _on_agenda(clause)]
        beside = sorted(set(self._beside[paragraph.id]).difference(self._instruments[paragraph.id]))
        spans = [(clause.start, clause.end) for clause in others]
        words = [_but(paragraph, span, _that_touch(span, beside)) for span in spans]
        return bool(clauses) and (not others or is_formal(words, self.resolution.language))

    def _procedure(self, paragraph: Paragraph) -> list[Range]:
        """Where its clauses ask for, or decide, acts of procedure, if none of them asks for anything else."""
        clauses = self._clauses[paragraph.id]
        acts = [self._procedure_of(paragraph, clause) for clause in clauses if not _on_agenda(clause)]
        return [act for act in acts if act] if all(acts) else []

    def _procedure_of(self, paragraph: Paragraph, clause: Clause) -> Range | None:
        if clause.class_ not in ("DIR", "DEC"):
            return None
        spans = [Span(clause.verb.start, clause.end), *([clause.act] if clause.act else [])]  # decides to invite pilots
        for start, end in (_within(paragraph, (span.start, span.end)) for span in spans):
            if length := procedure_in(paragraph.text[start:end], self.resolution.language):
                return start, start + length
        return None

    def _agenda(self, paragraph: Paragraph) -> list[Range]:
        """Where it puts an item on an agenda, whose title is no matter of its own."""
        clauses = [clause for clause in self._clauses[paragraph.id] if _on_agenda(clause)]
        ends = [max(clause.end, clause.act.end if clause.act else 0) for clause in clauses]
        return [_within(paragraph, (clause.start, end)) for clause, end in zip(clauses, ends, strict=True)]

    def _says_something(self, paragraph: Paragraph) -> bool:
        """Whether it has words besides verbs, names, citations and dates, and no points that speak in its stead."""
        return paragraph.id not in self._parents and says_something(
            self._own_words(paragraph, (paragraph.start, paragraph.end)), self.resolution.language
        )

    def _own_words(self, paragraph: Paragraph, span: Range) -> str:
        """The words of a span of the raw text that are no verb, name, citation or date."""
        return _but(paragraph, span, self._beside[paragraph.id])

    @cached_property
    def _instruments(self) -> defaultdict[str | None, list[Range]]:
        """Where what is cited by its name alone stands: that it be carried out is a matter."""
        named = [citation for citation in self.citations if citation.symbol is None]
        return defaultdict(
            list, {id: [(cited.start, cited.end) for cited in by] for id, by in by_paragraph(named).items()}
        )

    @cached_property
    def _parents(self) -> set[str | None]:
        return {paragraph.parent for paragraph in self.resolution.paragraphs}

    @cached_property
    def _names(self) -> defaultdict[str | None, list[Mention]]:
        return by_paragraph(self.agencies)

    @cached_property
    def _clauses(self) -> defaultdict[str | None, list[Clause]]:
        return by_paragraph(self.clauses)

    @cached_property
    def _beside(self) -> defaultdict[str | None, list[Range]]:
        spans: defaultdict[str | None, list[Range]] = defaultdict(list)
        beside: Sequence[Mention | Citation | DateMention] = (*self.agencies, *self.citations, *self.dates)
        for fact in beside:
            spans[fact.paragraph].append((fact.start, fact.end))
        for clause in self.clauses:
            spans[clause.paragraph].append((clause.verb.start, clause.verb.end))
        return spans


def _on_agenda(clause: Clause) -> bool:
    return bool(clause.deadline and clause.deadline.kind == "agenda")


def _only_procedure(procedure: Sequence[Range], uses: Iterable[TermUse], title: Container[str]) -> bool:
    """Whether a paragraph that asks for procedure alone names no matter of its own beside the title's."""
    return all(use.theme in title or use.name or "parties" in use.places or _stands_in(use, procedure) for use in uses)


def _stands_in(use: TermUse, ranges: Iterable[Range]) -> bool:
    return any(start <= use.start < end for start, end in ranges)


def _that_touch(span: Range, others: Sequence[Range]) -> Sequence[Range]:
    """The ranges, of those in order, that stand partly in a span."""
    first, last = bisect_left(others, (span[0], 0)), bisect_left(others, (span[1], 0))
    while first and others[first - 1][1] > span[0]:
        first -= 1
    return others[first:last]


def _but(paragraph: Paragraph, span: Range, beside: Iterable[Range]) -> str:
    """The words of a span of the raw text outside of other spans."""
    done, end = _within(paragraph, span)
    words = []
    for first, last in sorted(_within(paragraph, other) for other in beside):
        words.append(paragraph.text[done : min(first, end)])
        done = max(done, last)
    return " ".join([*words, paragraph.text[done:end]])


def _within(passage: Passage, span: Range) -> Range:
    """A span of the raw text as a range of the passage's text."""
    return bisect_left(passage.offsets, span[0]), bisect_left(passage.offsets, span[1])


def _facts(passage: Passage, ranges: Iterable[Range]) -> tuple[Fact, ...]:
    spans = [(passage.raw(start, end), passage.text[start:end]) for start, end in ranges]
    return tuple(Fact(span.start, span.end, surface) for span, surface in spans)
