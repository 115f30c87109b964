"""Offsets: where in the raw text each fact of a gold file stands.

The package only says where the characters of a paragraph stand; which occurrence of a surface is meant follows from the
order in which the reader wrote the facts down. Where another one could be meant too, that is doubtful, to be checked by
eye; an offset put right by hand is kept as long as the surface stands there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ecoanalysis.evaluate.scoring.documents import resolution_of
from ecoanalysis.evaluate.scoring.items import normalise
from ecoanalysis.gold import Gold, GoldClause, GoldParagraph, load_gold
from ecoanalysis.model.resolution import Passage, Resolution

# Which fact: the paragraph or note, the kind, and the numbers that tell it from the others of its kind there.
Key = tuple[Any, ...]

# What a clause's verb may follow, white space aside: an occurrence behind anything else is less likely to be meant.
OPENING = re.compile(r"(?:^|[,;:、)]|并|因此|为此|在这方面|and|therefore|inthisregard|,)$")
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”")


class LetterPlaces:
    """A passage without white space and with widths and quotes unified, and where each of its characters stands."""

    def __init__(self, passage: Passage) -> None:
        letters = [(same, place) for place, letter in enumerate(passage.text) for same in normalise(letter)]
        self.text = "".join(same for same, _ in letters)
        self.offsets = [passage.offsets[place] for _, place in letters]
        written = "".join(passage.text[place] for _, place in letters)
        self.titles = [title.span() for title in TITLE.finditer(written)]

    def places(self, surface: str) -> list[int]:
        """The places of a surface, overlapping ones too."""
        return [hit.start() for hit in re.finditer(f"(?={re.escape(normalise(surface))})", self.text)]

    def written(self, surface: str, start: int | None) -> int | None:
        """The place of an offset that the file has already, where the surface indeed begins there."""
        if start not in self.offsets:
            return None
        place = self.offsets.index(start)
        return place if self.text.startswith(normalise(surface), place) else None

    def within_title(self, place: int, surface: str) -> bool:
        """Whether a surface there stands inside a title."""
        end = place + len(normalise(surface))
        return any(start < place and end < stop for start, stop in self.titles)

    def around(self, places: Iterable[int]) -> str:
        """The words around places, to be checked by eye."""
        return " | ".join(self.text[max(0, place - 10) : place + 14] for place in places)


class Finder:
    """The offsets of one gold file's facts, and what was doubtful."""

    def __init__(self, gold: Gold, resolution: Resolution) -> None:
        self.starts: dict[Key, int] = {}
        self.doubts: list[str] = []
        if gold.title.agencies:
            title = LetterPlaces(resolution.paragraph("title"))
            self.each(("title", "agencies"), title, gold.title.agencies)
        for paragraph in gold.paragraphs:
            self.paragraph(paragraph, resolution)
        self.notes(gold, resolution)

    def doubt(self, key: Key, cause: str) -> None:
        self.doubts.append(f"{' '.join(str(part) for part in key)}: {cause}")

    def paragraph(self, paragraph: GoldParagraph, resolution: Resolution) -> None:
        passage = resolution.paragraph(paragraph.id)
        words = LetterPlaces(passage)
        self.starts[paragraph.id, "start"] = passage.start
        places = self.verbs(paragraph.id, words, paragraph.clauses)
        for number, (clause, begin, end) in enumerate(zip(paragraph.clauses, places, places[1:], strict=False)):
            for kind in ("hedges", "intensifiers", "continuity"):
                self.each((paragraph.id, kind, number), words, getattr(clause, kind), begin, end)
            after = begin + len(normalise(clause.verb))
            named = [addressee for addressee in clause.addressees if addressee.surface]
            self.each((paragraph.id, "addressees", number), words, named, after, end)
        instruments = [citation for citation in paragraph.citations if citation.kind in ("treaty", "instrument")]
        self.each((paragraph.id, "agencies"), words, paragraph.agencies, over=instruments)
        self.each((paragraph.id, "citations"), words, paragraph.citations)
        self.each((paragraph.id, "dates"), words, paragraph.dates)

    def verbs(self, id: str, words: LetterPlaces, clauses: Sequence[GoldClause]) -> list[int]:
        """The places of the verbs, and the end: of each the next that a clause may begin at, else the next of all."""
        ends = [0]
        for number, clause in enumerate(clauses):
            key = (id, "verb", number)
            last = ends[-1] + bool(number)
            places = [place for place in words.places(clause.verb) if place >= last]
            likely = [place for place in places if OPENING.search(words.text[max(0, place - 12) : place])]
            place = words.written(clause.verb, clause.start)
            if place is None and not places:
                self.doubt(key, f"{clause.verb} is not found")
                ends.append(ends[-1])
                continue
            if place is None:
                place = (likely or places)[0]
                if place != places[0] or not likely:
                    self.doubt(key, f"{clause.verb}: {words.around([place])}")
            self.starts[key] = words.offsets[place]
            ends.append(place)
        return [*ends[1:], len(words.text)]

    def each(
        self,
        key: Key,
        words: LetterPlaces,
        facts: Sequence[Any],
        begin: int = 0,
        end: int | None = None,
        over: Sequence[Any] = (),
    ) -> None:
        """The places of surfaces, each behind the one before it; outside the surfaces ``over`` where that is enough."""
        for number, fact in enumerate(facts):
            here = (*key, number)
            alike = [other for other in facts if normalise(other.surface) == normalise(fact.surface)]
            places = words.places(fact.surface)
            bare = [place for place in places if not self.covered(words, place, fact.surface, over)]
            if len(bare) < len(alike):
                over = ()
            place = words.written(fact.surface, fact.start)
            if place is None:
                place = self.next(here, words, fact.surface, [*facts[number:], *over], begin, end)
            if place is not None:
                self.starts[here] = words.offsets[place]
                begin = place + len(normalise(fact.surface))

    def next(
        self, key: Key, words: LetterPlaces, surface: str, facts: Sequence[Any], begin: int, end: int | None
    ) -> int | None:
        places = words.places(surface)
        inside = [place for place in places if begin <= place < (len(words.text) if end is None else end)]
        bare = [place for place in inside if not self.covered(words, place, surface, facts)]
        outside = [place for place in bare if not words.within_title(place, surface)]
        choice = outside or bare or inside or places
        if not choice:
            self.doubt(key, f"{surface} is not found")
            return None
        wanted = sum(normalise(fact.surface) == normalise(surface) for fact in facts) or 1
        if len(outside) != wanted:
            self.doubt(key, f"{surface}, {wanted} times, may be {words.around(choice)}")
        return choice[0]

    def covered(self, words: LetterPlaces, place: int, surface: str, facts: Sequence[Any]) -> bool:
        """Whether a longer surface of the same list stands over a place."""
        size = len(normalise(surface))
        longer = {fact.surface: len(normalise(fact.surface)) for fact in facts}
        return any(
            other <= place and place + size <= other + length
            for name, length in longer.items()
            if length > size
            for other in words.places(name)
        )

    def notes(self, gold: Gold, resolution: Resolution) -> None:
        """Notes by their numbers; where the source lost those, in order behind the resolution's last paragraph."""
        numbered = {note.number: note for note in resolution.footnotes}
        raw, end = resolution.document.raw, max(paragraph.end for paragraph in resolution.paragraphs)
        rest, last = LetterPlaces(Passage(raw[end:], range(end, len(raw)))), 0
        marks: dict[str, int] = {}
        for order, note in enumerate(gold.footnotes):
            if note.paragraph and note.before:
                key, before = ("note", order, "start"), LetterPlaces(resolution.paragraph(note.paragraph))
                place = before.written(note.before, note.start)
                if place is None:
                    place = self.next(key, before, note.before, (), marks.get(note.paragraph, 0), None)
                if place is not None:
                    self.starts[key] = before.offsets[place]
                    marks[note.paragraph] = place + 1
            words = LetterPlaces(numbered[note.number]) if note.number in numbered else rest
            places = []
            for kind in ("agencies", "citations", "dates"):
                self.each(("note", order, kind), words, getattr(note, kind), last if words is rest else 0)
                places += [start for key, start in self.starts.items() if key[:3] == ("note", order, kind)]
            if words is rest and places:
                last = max(rest.offsets.index(start) for start in places) + 1


TOKEN = re.compile(
    r'^\[\[?(?P<table>\w+)\]\]?$|^id = "(?P<id>[^"]+)"$|^(?P<part>part = "\w+")$|^(?P<before>before = "[^"]*")$'
    r"|^(?P<kind>clauses|agencies|citations|dates) = "
    r'|(?P<verb>\bverb = "[^"]*")|(?P<words>hedges|intensifiers|continuity) = \[(?P<list>[^\]]*)\]'
    r'|(?P<surface>surface = "[^"]*")',
    re.MULTILINE,
)
PRESENT = re.compile(r"^start = \d+\n|, start = \d+", re.MULTILINE)
WORD = re.compile(r'\{surface = ("[^"]*")(, kind = "[^"]*")?\}|("[^"]*")')


class OffsetWriter:
    """Puts offsets into the text of a gold file and leaves everything else of it as it is."""

    def __init__(self, starts: dict[Key, int]) -> None:
        self.starts = starts
        self.place: Key = ()
        self.kind = ""
        self.clause = -1
        self.count: Counter[Key] = Counter()
        self.note = -1

    def write(self, text: str) -> str:
        return TOKEN.sub(self.token, PRESENT.sub("", text))

    def token(self, token: re.Match[str]) -> str:
        """A token of the file, with the offset behind it where it has one."""
        whole = token[0]
        if table := token["table"]:
            self.note += table == "footnote"
            self.place = ("note", self.note) if table == "footnote" else ("title",)
        elif token["id"]:
            self.place, self.clause = (token["id"],), -1
        elif token["part"] or token["before"]:
            return self.line(whole)
        elif token["kind"]:
            self.kind = token["kind"]
        elif token["verb"]:
            self.clause += 1
            return self.inline(whole, (*self.place, "verb", self.clause))
        elif kind := token["words"]:
            words = [(surface or bare, more) for surface, more, bare in WORD.findall(token["list"])]
            entries = [self.word(*word, (*self.place, kind, self.clause, number)) for number, word in enumerate(words)]
            return f"{kind} = [{', '.join(entries)}]"
        else:
            key = (*self.place, "addressees", self.clause) if self.kind == "clauses" else (*self.place, self.kind)
            self.count[key] += 1
            return self.inline(whole, (*key, self.count[key] - 1))
        return whole

    def line(self, whole: str) -> str:
        key = (*self.place, "start")
        return f"{whole}\nstart = {self.starts[key]}" if key in self.starts else whole

    def inline(self, whole: str, key: Key) -> str:
        return f"{whole}, start = {self.starts[key]}" if key in self.starts else whole

    def word(self, word: str, more: str, key: Key) -> str:
        return f"{{{self.inline(f'surface = {word}', key)}{more}}}"


def locate(path: Path, texts: dict[str, Path]) -> list[str]:
    """Write the offsets into one gold file; return what was doubtful."""
    gold = load_gold(path)
    if gold.document.sha256 not in texts:
        return [f"its text ({gold.document.source}) is not at hand"]
    finder = Finder(gold, resolution_of(texts[gold.document.sha256], gold.document.symbol))
    path.write_text(OffsetWriter(finder.starts).write(path.read_text(encoding="utf-8")), encoding="utf-8")
    load_gold(path)
    return finder.doubts
