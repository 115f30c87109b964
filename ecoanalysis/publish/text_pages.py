"""The page of an edition: the whole text with its facts marked, and each paragraph's facts in the margin.

Where the text is not at hand, the facts alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, get_args

from ecoanalysis.compare.edition import to_edition
from ecoanalysis.files import slug
from ecoanalysis.lexicon import language_of, theme_names
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.countries import StateNamed, find_states, state_name
from ecoanalysis.lexicon.labels import Count
from ecoanalysis.lexicon.labels import labels as words
from ecoanalysis.model.edition import EditionParagraph
from ecoanalysis.model.facts import Addressee, Band, Citation, Clause, ClauseClass, Facts, Mention, Report
from ecoanalysis.model.resolution import Footnote, Paragraph
from ecoanalysis.parse.head.symbols import address
from ecoanalysis.publish.history import MOVES, STEPS, Course, Run
from ecoanalysis.publish.page import labels
from ecoanalysis.show.addresses import anchor, reading_page
from ecoanalysis.show.html import Measured, markup
from ecoanalysis.show.marks import TextMark, mark_up, position
from ecoanalysis.show.render import render

if TYPE_CHECKING:
    from markupsafe import Markup

_Row = dict[str, Any]

_KINDS = (
    ("verb", "verb dir d3", "D3"),
    ("agency", "agency", ""),
    ("addressee", "addressee", "→"),
    ("hedge", "hedge", "~"),
    ("citation", "citation", "§"),
)

_LEADING = 2  # sentences of the brief that stand above the text: how long it is, and how much it asks

MOST = 135_000
"""Bytes of a page's body; a longer text is split."""


def reading_body(facts: Facts, language: str, other: Facts | None = None) -> str:
    """Return the first body of an edition's pages: all of it, where the text is not too long for one.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> body = reading_body(eco.extract_facts(eco.parse_resolution(eco.sample())), "en")
    >>> 'id="p-7"' in body, 'id="fn-1"' in body
    (True, True)
    """
    return reading_bodies(facts, language, other)[0]


def reading_bodies(
    facts: Facts, language: str, other: Facts | None = None, most: int = MOST, course: Course | None = None
) -> list[str]:
    """Return the bodies of an edition's pages, one after the other.

    The first one has an anchor for every paragraph: where a paragraph stands on a later page, its bar in the contents.

    Parameters
    ----------
    facts
        The edition: its resolution and everything found in it.
    language
        Language of the labels; the text stands in its own.
    other
        The edition in another language: its text stands beside, its verbs and addressees where it has none.
    most
        Bytes that a body may have.
    course
        What became of its clauses and how old its words are, where it is of a series.
    """
    page = _Page(facts, language, other, course)
    values = page.values()
    whole = values["parts"]
    paragraphs = sum(len(part["paragraphs"]) for part in whole)
    for pages in range(1, paragraphs + 1):
        cuts = _cut(whole, pages)
        bodies = [str(render("reading.html.j2", **page.of(values, cuts, place))) for place in range(len(cuts))]
        if all(len(body.encode()) <= most for body in bodies):
            return bodies
    return [
        str(render("reading.html.j2", **page.of(values, _cut(whole, max(paragraphs, 1)), place)))
        for place in range(max(paragraphs, 1))
    ]


def _cut(parts: Sequence[_Row], pages: int) -> list[list[_Row]]:
    """The parts of a text over so many pages, of about the same weight, cut between paragraphs."""
    total = sum(_weight(item) for part in parts for item in part["paragraphs"])
    cuts: list[list[_Row]] = [[]]
    before = 0
    for part in parts:
        for item in part["paragraphs"]:
            if cuts[-1] and before >= total * len(cuts) / pages:
                cuts.append([])
            if not cuts[-1] or cuts[-1][-1]["id"] != part["id"]:
                cuts[-1].append({**part, "paragraphs": []})
            cuts[-1][-1]["paragraphs"].append(item)
            before += _weight(item)
    return cuts


def _weight(item: _Row) -> int:
    pieces = len(item["clauses"]) + len(item["citations"]) + len(item["themes"])
    return 400 + len(str(item["words"]).encode()) + len(str(item["beside"]).encode()) + 220 * pieces


class _Page:
    """Gathers what the template prints of one edition in one language."""

    def __init__(self, facts: Facts, language: str, other: Facts | None = None, course: Course | None = None) -> None:
        self.facts = facts
        self.course = course or Course()
        self.other = other
        self.others = {paragraph.id: paragraph for paragraph in other.resolution.paragraphs} if other else {}
        self.has_text = any(paragraph.text for paragraph in facts.resolution.paragraphs)
        self.language = language
        self.labels = labels(language)
        self.say = words(language)
        spoken = language_of(facts.resolution.language)
        self.text = {"tag": spoken.tag, "list": spoken.list_sign}

    def values(self) -> _Row:
        resolution = self.facts.resolution
        title = next((p for p in resolution.paragraphs if p.part == "title"), None)
        language, brief = self.say.language_name(resolution.language), self._brief()
        return {
            "labels": self.labels | {"text_in": self.labels["text_in"].format(language=language)},
            "text": self.text,
            "symbol": resolution.symbol or "",
            "official": address(resolution.symbol or "", resolution.language if self.has_text else self.language),
            "has_text": self.has_text,
            "other": self._other_text() if self.other else None,
            "title": self._words(title) if title and title.text else resolution.title or "",
            "named": self._named_in_ours(),
            "shape": self._shape(),
            "kinds": [
                {"id": id, "mark": mark, "tag": tag, "label": self.labels[f"mark_{id}"]} for id, mark, tag in _KINDS
            ],
            "codes": self._codes(),
            "lead": markup(self.say("punctuation.sentences")).join(brief[:_LEADING]),
            "brief": brief[_LEADING:],
            "filters": self._filters(),
            "edition": symbol_part(resolution.symbol or ""),
            "ways": list(self._ways()),
            "courses": self.course.names,
            "pieces": f"../assets/history-{self.language}/",
            "ages": self._age_key(),
            "desk": self._desk(),
            "whole": self._whole(),
            "parts": [self._part(part, list(group)) for part, group in groupby(self._listed(), key=lambda p: p.part)],
            "notes": [self._note(note) for note in resolution.footnotes if note.text],
        }

    def _ways(self) -> Iterator[tuple[str, str, str]]:
        """Links to the latest edition and to the comparison with the one before: the words before, address, name."""
        course, ours = self.course, symbol_part(self.facts.resolution.symbol or "")
        if course.latest:
            yield self.labels["reading_latest"], reading_page(course.latest), course.latest
        if course.before:
            before = symbol_part(course.before)
            href = f"pairs.html?series={course.compared_in}&old={before}&new={ours}"
            yield "", href, self.labels["reading_before"].format(symbol=course.before)

    def of(self, values: _Row, cuts: Sequence[Sequence[_Row]], place: int) -> _Row:
        """What the template prints on one of the pages of the text."""
        symbol = self.facts.resolution.symbol or ""
        pages = [reading_page(symbol, number) for number in range(1, len(cuts) + 1)]
        where = {
            item["anchor"]: number for number, cut in enumerate(cuts) for part in cut for item in part["paragraphs"]
        }
        notes = [note | {"href": self._elsewhere(note, where, pages, place)} for note in values["notes"]]
        here = [note for note in notes if where.get(note["of"], 0) == place or (note["href"] and not place)]
        bars = [self._bar(item, pages, where, place) for cut in cuts for part in cut for item in part["paragraphs"]]
        return values | {
            "number": place + 1,
            "of": len(cuts),
            "parts": cuts[place],
            "minimap": [bar for bar in bars if bar["here"] or not place],
            "notes": here,
            "next_part": pages[place + 1] if place + 1 < len(cuts) else "",
            "last_part": pages[place - 1] if place else "",
        }

    def _elsewhere(self, note: _Row, where: Mapping[str, int], pages: Sequence[str], place: int) -> str:
        number = where.get(note["of"], 0)
        return f"{pages[number]}#{note['anchor']}" if number != place else ""

    def _bar(self, item: _Row, pages: Sequence[str], where: Mapping[str, int], place: int) -> _Row:
        number = where[item["anchor"]]
        here = number == place
        first = next(iter(item["clauses"]), None)
        strongest = max(
            (clause for clause in item["clauses"] if clause["code"] in _BANDS),
            key=lambda each: each["code"],
            default=first,
        )
        label = item["label"] + (self.labels["colon"] + strongest["title"] if strongest else "")
        return {
            "here": here,
            "href": f"{'' if here else pages[number]}#{item['anchor']}",
            "id": "" if here else item["anchor"],
            "force": strongest["code"].lower() if strongest else "none",
            "length": max(1, round(item["length"] / 60)),
            "label": label,
            "shown": item["number"] if str(item["number"]).isdigit() and int(item["number"]) % 5 == 0 else "",
        }

    def _brief(self) -> list[Markup]:
        """What the text asks, in a few sentences."""
        from ecoanalysis.publish.site import findings
        from ecoanalysis.show.view import view_facts

        return findings(view_facts(self.facts, self.language))

    def _filters(self) -> list[tuple[str, str, list[tuple[str, str, int, str]]]]:
        """By whom, by which verb, by which body a reader may look: each choice with its paragraphs' number."""
        asked: list[tuple[str | None, str]] = [
            (body, clause.paragraph) for clause in self.facts.clauses for body in _asked(clause)
        ]
        named: list[tuple[str | None, str]] = [
            (mention.agency, mention.paragraph)
            for mention in self.facts.agencies
            if mention.agency and mention.paragraph
        ]
        verbs: list[tuple[str | None, str]] = [
            (clause.lemma, clause.paragraph) for clause in self.facts.clauses if clause.class_ == "DIR"
        ]
        states: list[tuple[str | None, str]] = [
            (code, paragraph.id) for paragraph in self._listed() for code in self._states_of(paragraph)
        ]
        return [
            ("who", self.labels["filter_party"], self._options(asked, self._body)),
            ("verb", self.labels["filter_verb"], self._options(verbs, self._verb_named, self._verb_tag, self.verbs)),
            ("body", self.labels["filter_body"], self._options(named, self._body)),
            ("state", self.labels["filter_state"], self._options(states, self._state)),
        ]

    def _options(
        self,
        pairs: Sequence[tuple[str | None, str]],
        shown: Callable[[str], str],
        tag: str = "",
        keys: Mapping[str, str] | None = None,
    ) -> list[tuple[str, str, int, str]]:
        counts = Counter(value for value, _ in set(pairs) if value)
        return [
            ((keys or {}).get(value, value), shown(value) or value, count, tag)
            for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        ]

    def _state(self, code: str) -> str:
        return state_name(code, self.language)

    def _states_in(self, passage: Paragraph | Footnote) -> list[StateNamed]:
        """Where a passage names States, but for those in the name of a body."""
        bodies = [position(passage.offsets, each.start, each.end) for each in self._bodies_of.get(passage.id, ())]
        named = find_states(passage.text, self.facts.resolution.language)
        return [each for each in named if not any(start < each.end and each.start < end for start, end in bodies)]

    @cached_property
    def _bodies_of(self) -> dict[str | None, list[Mention]]:
        mentions: dict[str | None, list[Mention]] = {}
        for mention in self.facts.agencies:
            mentions.setdefault(mention.paragraph, []).append(mention)
        return mentions

    def _states_of(self, paragraph: Paragraph) -> list[str]:
        """The States that a paragraph names, or addresses where its words are not there."""
        asked = (
            code
            for clause in self.facts.clauses
            if clause.paragraph == paragraph.id
            for party in clause.addressees
            for code in party.country or ()
        )
        return list(dict.fromkeys([*(each.code for each in self._states_in(paragraph)), *asked]))

    @property
    def _verb_tag(self) -> str:
        return self.text["tag"] if self.facts.resolution.language == self.language else ""

    def _verb_named(self, lemma: str) -> str:
        """A verb that asks as a choice: where the page is in another language, as it is usually rendered, too."""
        from ecoanalysis.show.row import verb_in

        language = self.facts.resolution.language
        band = next(clause.band for clause in self.facts.clauses if clause.lemma == lemma and clause.class_ == "DIR")
        shown, is_own = verb_in(lemma, lemma, {"language": language, "class": "DIR", "band": band}, self.say)
        return lemma if is_own else f"{shown} · {lemma}"

    @cached_property
    def verbs(self) -> dict[str, str]:
        """A short name for each verb that asks, for what a paragraph says of itself."""
        lemmas = dict.fromkeys(clause.lemma for clause in self.facts.clauses if clause.class_ == "DIR")
        return {lemma: f"v{number}" for number, lemma in enumerate(lemmas)}

    @cached_property
    def _ages(self) -> dict[str, str]:
        """Of each paragraph, which of its characters are of which step of age, as the page's script takes them."""
        if not self.course.ages or not self.has_text:
            return {}
        paragraphs = {paragraph.id: paragraph for paragraph in self.facts.resolution.paragraphs}
        return {
            compared.id: aged(paragraphs[compared.id], compared, self.course.ages[compared.id], self._oldest)
            for compared in to_edition(self.facts).paragraphs
            if compared.id in self.course.ages
        }

    @cached_property
    def _oldest(self) -> int:
        words = (years for runs in self.course.ages.values() for *_, years in runs)
        return max((*words, *self.course.medians.values()), default=0)

    def _age(self, id: str) -> int:
        """The step of age of a paragraph as a whole, where its words are not there."""
        years = self.course.medians.get(id, 0) or 0
        return age_step(years, self._oldest)

    def _age_key(self) -> _Row | None:
        """The steps of age and what they mean; none where all words are of one age."""
        if not any(self._ages.values()) and not any(self.course.medians.values()):
            return None
        steps = []
        for step in AGE_STEPS:
            low, high = (step - 1) * self._oldest // AGES + 1, step * self._oldest // AGES
            if low <= high:
                words = "age_years" if low < high else "age_year"
                steps.append((step, self.labels[words].format(low=low, high=high, years=high)))
        says = markup(self.labels["age_says" if self.course.ages else "age_says_whole"]).format(
            editions=Count(self.course.editions), language=self.say.language_name(self.course.language)
        )
        return {"says": says, "steps": [(0, self.labels["age_new"]), *steps]}

    def _desk(self) -> _Row:
        """What the page's script says of histories and pins."""
        say = {name: self.labels[name] for name in _DESK}
        say["close"] = self.labels["close"]
        steps = {letter: self.labels[f"course_{step}"] for step, letter in STEPS.items()}
        steps["first"] = self.labels["course_first"]
        moves = {sign: self.say(f"loom.{move}") for move, sign in MOVES.items() if move}
        return say | {"steps": steps, "moves": moves, "comma": self.labels["comma"]}

    def _whole(self) -> str:
        """How a paragraph is cited, ``{cite}`` for its place."""
        resolution = self.facts.resolution
        day = resolution.adopted_on
        url = address(resolution.symbol or "", resolution.language if self.has_text else self.language)
        written = str(self.labels["cite_whole"])
        cited = written.format(cite="{cite}", title=resolution.title or "", date=day or "", url=url or "")
        return cited.rstrip(", ")

    def _cite(self, paragraph: Paragraph) -> str:
        key = "cite_preamble" if paragraph.part == "preamble" else "cite_operative"
        number = paragraph.id.removeprefix("P") if paragraph.part == "preamble" else paragraph.id
        return str(self.labels[key]).format(symbol=self.facts.resolution.symbol or "", paragraph=number)

    def _differs(self, id: str) -> list[tuple[str, str, str, str]]:
        """The directives of a paragraph that the other language puts with another force, where both have as many."""
        if self.other is None:
            return []
        ours, theirs = (
            [clause for clause in facts.clauses if clause.paragraph == id and clause.band]
            for facts in (self.facts, self.other)
        )
        if len(ours) != len(theirs):
            return []
        return [
            (mine.verb.surface, self._clause_title(mine), other.verb.surface, self._clause_title(other))
            for mine, other in zip(ours, theirs, strict=True)
            if mine.band != other.band
        ]

    def _named_in_ours(self) -> str:
        """The title in the page's language, where only the other text is in it."""
        if self.other is None or self.facts.resolution.language == self.language:
            return ""
        return self.other.resolution.title or "" if self.other.resolution.language == self.language else ""

    def _other_text(self) -> _Row:
        assert self.other is not None
        spoken = language_of(self.other.resolution.language)
        has_text = any(paragraph.text for paragraph in self.other.resolution.paragraphs)
        return {
            "tag": spoken.tag,
            "has_text": has_text and self.has_text,
            "label": self.labels["beside"].format(language=self.say.language_name(spoken.code)),
        }

    def _beside(self, id: str) -> Markup | str:
        """What the other language has of a paragraph: its words, else its verbs and whom they address."""
        if self.other is None or id not in self.others:
            return ""
        if self.others[id].text:
            return self.others[id].text
        clauses = [clause for clause in self.other.clauses if clause.paragraph == id]
        spoken = language_of(self.other.resolution.language)
        comma = spoken.list_sign
        parties = [comma.join(party.surface for party in clause.addressees if party.surface) for clause in clauses]
        acts = [f"{clause.verb.surface} {whom}".strip() for clause, whom in zip(clauses, parties, strict=True)]
        return str(self.labels["semicolon"]).join(acts)

    def _shape(self) -> Markup:
        parts = [paragraph.part for paragraph in self.facts.resolution.paragraphs]
        where = {"symbol": self.facts.resolution.symbol or "", "language": self.facts.resolution.language}
        counts = {part: Measured(parts.count(part), part, **where) for part in ("preamble", "operative")}
        return markup(self.labels["sections"]).format(**counts)

    def _codes(self) -> list[tuple[str, str]]:
        codes = [f"class.{code}" for code in get_args(ClauseClass) if code != "DIR"]
        codes += [f"band.{code}" for code in get_args(Band)]
        return [(code.rpartition(".")[2], self.say(code)) for code in codes]

    def _listed(self) -> Iterator[Paragraph]:
        return (paragraph for paragraph in self.facts.resolution.paragraphs if paragraph.part != "title")

    def _part(self, part: str, paragraphs: Sequence[Paragraph]) -> _Row:
        return {"id": part, "label": self.labels[part], "paragraphs": [self._paragraph(p) for p in paragraphs]}

    def _paragraph(self, paragraph: Paragraph) -> _Row:
        facts, id = self.facts, paragraph.id
        clauses = [clause for clause in facts.clauses if clause.paragraph == id]
        return {
            "anchor": anchor(id),
            "depth": id.count(".") if paragraph.is_point else 0,
            "number": "" if paragraph.part == "closing" else paragraph.number or id,
            "label": self.labels["paragraph"].format(paragraph=id),
            "facts": self.labels["facts_of"].format(paragraph=id),
            "words": self._words(paragraph),
            "beside": self._beside(id),
            "named": [] if self.has_text else self._names(id),
            "cite": self._cite(paragraph),
            "length": len(paragraph.text),
            "differs": self._differs(id),
            "asked": list(dict.fromkeys(body for clause in clauses for body in _asked(clause))),
            "verbs": list(dict.fromkeys(self.verbs[clause.lemma] for clause in clauses if clause.class_ == "DIR")),
            "bodies": list(dict.fromkeys(m.agency for m in facts.agencies if m.paragraph == id and m.agency)),
            "states": self._states_of(paragraph),
            "asks_report": any(clause.report for clause in clauses),
            "ages": self._ages.get(id, ""),
            "age": self._age(id),
            "clauses": [self._clause(clause) for clause in clauses],
            "citations": [self._citation(fact) for fact in facts.citations if fact.paragraph == id],
            "themes": [theme_label(fact.theme, self.language) for fact in facts.themes if fact.paragraph == id],
        }

    def _names(self, id: str) -> list[str]:
        """The bodies that a paragraph names: what its marks would say."""
        mentions = [mention for mention in self.facts.agencies if mention.paragraph == id]
        return list(dict.fromkeys(self._body(mention.agency) or mention.surface for mention in mentions))

    def _words(self, paragraph: Paragraph) -> Markup:
        notes = [
            note
            for note in self.facts.resolution.footnotes
            if note.paragraph == paragraph.id and note.position is not None
        ]
        places: dict[int, list[Footnote]] = {}
        for note in notes:
            places.setdefault(note.position or 0, []).append(note)
        inserts = {
            place: render(
                "note-marks.html.j2", labels=self.labels, notes=[self._reference(note) for note in notes_there]
            )
            for place, notes_there in places.items()
        }
        return mark_up(paragraph.text, self._marks(paragraph, paragraph.id), inserts)

    def _reference(self, note: Footnote) -> _Row:
        return {
            "number": note.number,
            "anchor": anchor(note.id),
            "id": f"fnref-{slug(note.number)}",
            "label": self.labels["footnote"].format(number=note.number),
        }

    def _note(self, note: Footnote) -> _Row:
        back = f"fnref-{slug(note.number)}" if note.paragraph and note.position is not None else ""
        words = mark_up(note.text, self._marks(note, note.id))
        of = anchor(note.paragraph) if note.paragraph else ""
        return {"anchor": anchor(note.id), "number": note.number, "words": words, "back": back, "of": of}

    def _marks(self, passage: Paragraph | Footnote, id: str) -> Iterator[TextMark]:
        for state in self._states_in(passage):
            yield TextMark(state.start, state.end, f"state s-{state.code}", self._state(state.code))
        for start, end, kind, title, tag in self._spans(id):
            yield TextMark(*position(passage.offsets, start, end), kind, title, tag)

    def _spans(self, id: str) -> Iterator[tuple[int, int, str, str, str]]:
        """Every fact of a paragraph as raw span, classes, title and tag."""
        for clause in (clause for clause in self.facts.clauses if clause.paragraph == id):
            code = _code(clause)
            kind = f"verb {clause.class_.lower()} {code.lower()}" if clause.band else f"verb {clause.class_.lower()}"
            kind += f" c{clause.index}"
            kind += f" {self.verbs[clause.lemma]}" if clause.lemma in self.verbs and clause.class_ == "DIR" else ""
            yield clause.verb.start, clause.verb.end, kind, self._named("verb", self._clause_title(clause)), code
            for hedge in clause.softened_by:
                yield hedge.start, hedge.end, "hedge", self.labels["mark_hedge"], "~"
            for addressee in clause.addressees:
                if addressee.span and addressee.kind != "inherited":
                    title = self._named("addressee", self._body(addressee.agency))
                    yield addressee.span.start, addressee.span.end, "addressee", title, "→"
        for mention in (mention for mention in self.facts.agencies if mention.paragraph == id):
            title = self._body(mention.agency) or self.labels["unregistered"]
            kind = f"agency b-{mention.agency}" if mention.agency else "agency"
            yield mention.start, mention.end, kind, self._named("agency", title), ""
        for citation in (citation for citation in self.facts.citations if citation.paragraph == id):
            title = " ".join(filter(None, [self.say(f"citation.{citation.kind}"), citation.symbol]))
            yield citation.start, citation.end, "citation", self._named("citation", title), "§"

    def _named(self, kind: str, what: str) -> str:
        label: str = self.labels[f"mark_{kind}"]
        return f"{label}{self.labels['colon']}{what}" if what else label

    def _clause(self, clause: Clause) -> _Row:
        return {
            "code": _code(clause),
            "index": clause.index,
            "title": self._clause_title(clause),
            "verb": clause.verb.surface,
            "hedges": self.text["list"].join(hedge.surface for hedge in clause.softened_by),
            "addressees": [self._party(addressee) for addressee in clause.addressees],
            "report": self._report(clause.report) if clause.report else "",
        }

    def _clause_title(self, clause: Clause) -> str:
        return self.say(f"band.{clause.band}" if clause.band else f"class.{clause.class_}")

    def _party(self, addressee: Addressee) -> _Row:
        if addressee.surface is None:
            return {"label": self.labels["unspecified"], "note": "", "lang": ""}
        notes = [name for name in map(self._body, addressee.bodies) if name and name != addressee.surface]
        if addressee.kind == "inherited":
            notes.append(self.labels["inherited"])
        return {"label": addressee.surface, "note": self.labels["list"].join(notes), "lang": self.text["tag"]}

    def _report(self, report: Report) -> str:
        sides = [ids.split(", ") for ids in (report.reporter, report.recipient) if ids]
        way = " → ".join(self.labels["list"].join(map(self._body, bodies)) for bodies in sides)
        return str(self.labels["comma"].join(filter(None, [way, report.due])))

    def _citation(self, citation: Citation) -> _Row:
        url = citation.url if citation.url and citation.url.startswith(("https://", "http://")) else ""
        return {"label": citation.symbol or citation.surface, "url": url}

    def _body(self, id: str | None) -> str:
        return registry().label(id, self.language) if id else ""


_BANDS = get_args(Band)
_DESK = ("gap", "gone", "counted", "traced", "untraced", "pin", "pin_second", "pin_differs")
AGES = 4
"""Steps of age of words that are not new."""
AGE_STEPS = range(1, AGES + 1)


def aged(paragraph: Paragraph, compared: EditionParagraph, runs: Sequence[Run], oldest: int) -> str:
    """Return a paragraph's characters by step of age: from, to and step of each run; new words are left out.

    Characters are counted as a browser counts them.
    """
    pieces: list[list[int]] = []
    for first, last, years in runs:
        words = compared.places[first:last]
        step = age_step(years, oldest)
        if not words or not step:
            continue
        raw = compared.offsets[words[0][0]], compared.offsets[words[-1][1] - 1] + 1
        start, end = position(paragraph.offsets, *raw)
        if pieces and pieces[-1][2] == step and not paragraph.text[pieces[-1][1] : start].strip():
            pieces[-1][1] = end
        else:
            pieces.append([start, end, step])
    units = [_units(paragraph.text, start) for piece in pieces for start in piece[:2]]
    return " ".join(
        f"{start}-{end}:{piece[2]}" for piece, start, end in zip(pieces, units[::2], units[1::2], strict=True)
    )


def age_step(years: int, oldest: int) -> int:
    """Return the step of an age, from 0 for what is new.

    Examples
    --------
    >>> [age_step(years, 26) for years in (0, 1, 6, 7, 26)]
    [0, 1, 1, 2, 4]
    """
    return -(-AGES * years // oldest) if years > 0 and oldest else 0


def _units(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le")) // 2


def symbol_part(symbol: str) -> str:
    """Return a resolution's symbol as readers say it.

    Examples
    --------
    >>> symbol_part("A/RES/75/324")
    '75/324'
    """
    return symbol.partition("/RES/")[2] or symbol


def _asked(clause: Clause) -> list[str]:
    """The registered bodies that a directive asks."""
    return [body for addressee in clause.addressees for body in addressee.bodies] if clause.class_ == "DIR" else []


def _code(clause: Clause) -> str:
    return clause.band or clause.class_


def theme_label(theme: str, language: str) -> str:
    """Return what a theme is called, its id where it is not registered."""
    return theme_names(language).get(theme, theme)
