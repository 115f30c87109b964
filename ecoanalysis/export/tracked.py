"""A comparison → the old edition's Word file with the new edition written into it as tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from lxml import etree
from rapidfuzz.distance import Indel

from ecoanalysis.compare.drafts.signatures import Signatures, SignedPassage
from ecoanalysis.compare.fingerprints.hashed_words import letters
from ecoanalysis.export.word import WordFile, new_run, settle, tag, w
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.read.lines import Changes
from ecoanalysis.read.tracked import Signature, find_tracked

AUTHOR = "ecoanalysis"
_ALIKE = 0.5  # likeness from which on two paragraphs that no link joins are one
_LINKED = 2.0  # what a link counts, so that no likeness outweighs it
_SILENT = ("pPr", "rPr", "proofErr", "lastRenderedPageBreak")  # what says nothing of the text
_NOTE = "\ufffc"  # stands for the mark of a footnote among words


def write_tracked(comparison: Comparison, old: bytes, new: bytes, changes: Changes = "accepted") -> bytes:
    """Return the old Word file with what the new one changes as tracked changes.

    To reject them all gives the old text, to accept them all the new one, footnotes and tables included. Paragraphs
    that the comparison links are compared word by word; what moved stands as cut in one place and put in at the other.
    Changes that are tracked already in either file are settled first, as ``changes`` says. What is written is signed
    by whoever made that change in the new file, with its date; what nobody is known to have made, by the program.
    """
    files = WordFile.of(old), WordFile.of(new)
    for file in files:
        file.settle(changes)
    language = comparison.new.language
    tracked = find_tracked(new, notes=True) if changes == "accepted" else ()
    writer = _Writer(*files, language, Signatures(tracked, language))
    linked = _linked(comparison, [*files[0].body], [*files[1].body])
    writer.blocks(files[0].body, [*files[1].body], linked)
    return files[0].saved()


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word of a paragraph, or something else that stands in it as one: the element and how its run looks."""

    text: str
    properties: Any = field(compare=False)
    element: Any = field(compare=False, default=None)
    """What is no word: a footnote's mark, a line's end, a picture, a whole link."""


# which belongs to which


def _linked(comparison: Comparison, old: Sequence[Any], new: Sequence[Any]) -> set[tuple[int, int]]:
    """Places of paragraphs of both files that a link joins: the first of each side, and as many more as both have."""
    homes = [_places(edition.paragraphs, blocks) for edition, blocks in ((comparison.old, old), (comparison.new, new))]
    pairs = (pair for link in comparison.links for pair in zip(link.old, link.new, strict=False))
    return {(homes[0][before], homes[1][after]) for before, after in pairs if before in homes[0] and after in homes[1]}


def _places(paragraphs: Sequence[Any], blocks: Sequence[Any]) -> dict[str, int]:
    """Where in a file each paragraph of its edition stands: the next block that ends with its words."""
    texts = [letters(_text(block)) for block in blocks]
    places: dict[str, int] = {}
    begin = 0
    for paragraph in paragraphs:
        words = letters(paragraph.text or "")
        place = next((place for place in range(begin, len(texts)) if words and texts[place].endswith(words)), None)
        if place is not None:
            places[paragraph.id] = place
            begin = place + 1
    return places


def _text(block: Any) -> str:
    return "".join(element.text or "" for element in block.iter(w("t")))


def _matched(old: Sequence[Any], new: Sequence[Any], linked: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of blocks in one order whose likeness sums highest; a link outweighs any likeness."""
    taken = {before for before, _ in linked}, {after for _, after in linked}
    texts = [_text(block) for block in old], [_text(block) for block in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in range(len(old) - 1, -1, -1):
        for column in range(len(new) - 1, -1, -1):
            free = row not in taken[0] and column not in taken[1]
            score = _LINKED if (row, column) in linked else 0.0
            if free and tag(old[row]) == tag(new[column]):
                score = _likeness(old[row], new[column], texts[0][row], texts[1][column])
            through = best[row + 1][column + 1] + score if score else 0.0
            best[row][column] = max(through, best[row + 1][column], best[row][column + 1])
    return [*_traced(best)]


def _traced(best: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row + 1 < len(best) and column + 1 < len(best[0]):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            yield row, column
            row, column = row + 1, column + 1


def _likeness(old: Any, new: Any, before: str, after: str) -> float:
    if tag(old) == "tbl":
        return float(_shape(old) == _shape(new))
    alike: float = Indel.normalized_similarity(before, after, score_cutoff=_ALIKE) if before or after else _ALIKE
    return alike


def _shape(table: Any) -> list[int]:
    return [len(row.findall(w("tc"))) for row in table.findall(w("tr"))]


# what is written


@dataclass
class _Writer:
    """Writes the changes into the old file; counts them, for each has a number of its own."""

    old: WordFile
    new: WordFile
    language: str
    signatures: Signatures
    count: int = 0

    def blocks(self, parent: Any, new: Sequence[Any], linked: Collection[tuple[int, int]] = ()) -> None:
        """Write the paragraphs and tables of the new side into ``parent``."""
        sides = [(place, block) for place, block in enumerate(parent) if tag(block) in ("p", "tbl")]
        others = [(place, block) for place, block in enumerate(new) if tag(block) in ("p", "tbl")]
        rows = {place: number for number, (place, _) in enumerate(sides)}
        columns = {place: number for number, (place, _) in enumerate(others)}
        joined = {(rows[before], columns[after]) for before, after in linked if before in rows and after in columns}
        pairs = _matched([block for _, block in sides], [block for _, block in others], joined)
        partner = {after: before for before, after in pairs}
        kept = {before for before, _ in pairs}
        for number, (_, block) in enumerate(sides):
            if number not in kept:
                self._gone(block)
        last: Any = None
        model = next((block for _, block in sides if tag(block) == "p"), None)
        for number, (_, block) in enumerate(others):
            if number in partner:
                last = sides[partner[number]][1]
                model = last if tag(last) == "p" else model
                self._changed(last, block)
            else:
                last = self._come(parent, last, block, model)

    def _changed(self, old: Any, new: Any) -> None:
        if tag(old) == "p":
            self.paragraph(old, new)
            return
        for row, other in zip(old.findall(w("tr")), new.findall(w("tr")), strict=True):
            for cell, after in zip(row.findall(w("tc")), other.findall(w("tc")), strict=True):
                self.blocks(cell, [*after])

    def paragraph(self, old: Any, new: Any) -> None:
        """Write the words of a new paragraph into an old one."""
        before, after = self._units(old), self._units(new)
        content: list[Any] = []
        for passage in self._passages(before, after):
            gone, come = (
                units[side.start : side.stop] for units, side in ((before, passage.old), (after, passage.new))
            )
            if passage.stands:
                content += _runs(self._kept(unit, other) for unit, other in zip(gone, come, strict=True))
            elif gone:
                content += self._wrapped("del", _runs(gone, gone=True), passage.by)
            else:
                plain = [unit for unit in reversed(before[: passage.old.start]) if unit.element is None]
                look = next(iter([*plain, *before]), None)
                content += self._wrapped("ins", _runs(self._copied(unit, look) for unit in come), passage.by)
        for child in [child for child in old if tag(child) != "pPr"]:
            old.remove(child)
        old.extend(content)

    def _passages(self, before: Sequence[_Unit], after: Sequence[_Unit]) -> Iterator[SignedPassage]:
        words = [[unit.text if unit.element is None else "" for unit in units] for units in (before, after)]
        sides = ([side] if side else [] for side in words)
        return self.signatures.passages(
            [unit.text for unit in before], [unit.text for unit in after], (next(sides), next(sides))
        )

    def _kept(self, old: _Unit, new: _Unit) -> _Unit:
        """A unit that stays; where it is a footnote's mark the words of the note are compared."""
        if old.text == _NOTE:
            notes = self.old.notes(), self.new.notes()
            ids = old.element.get(w("id")), new.element.get(w("id"))
            if ids[0] in notes[0] and ids[1] in notes[1]:
                self.blocks(notes[0][ids[0]], [*notes[1][ids[1]]])
        return old

    def _gone(self, block: Any) -> None:
        """Mark a paragraph or a table as cut."""
        for row in block.iter(w("tr")):
            self._mark(_first(row, "trPr"), "del")
        for paragraph in [block] if tag(block) == "p" else [*block.iter(w("p"))]:
            units = self._units(paragraph)
            for child in [child for child in paragraph if tag(child) != "pPr"]:
                paragraph.remove(child)
            passages = [*self._passages(units, [])]
            for passage in passages:
                gone = units[passage.old.start : passage.old.stop]
                paragraph.extend(self._wrapped("del", _runs(gone, gone=True), passage.by))
            self._mark(_first(_first(paragraph, "pPr"), "rPr"), "del", _hand(passages))

    def _come(self, parent: Any, last: Any, block: Any, model: Any) -> Any:
        """Put a paragraph or a table in behind the last one, and return it."""
        added = deepcopy(block) if tag(block) == "tbl" else etree.Element(w("p"))
        place = 0 if last is None else parent.index(last) + 1
        if last is None and len(parent) and tag(parent[0]) in ("tcPr", "footnotePr"):
            place = 1
        parent.insert(place, added)
        if tag(block) == "p":
            self._fill(added, block, model)
            return added
        for row in added.iter(w("tr")):
            self._mark(_first(row, "trPr"), "ins")
        for paragraph in [*added.iter(w("p"))]:
            self._fill(paragraph, deepcopy(paragraph), paragraph)
        return added

    def _fill(self, paragraph: Any, source: Any, model: Any) -> None:
        """Write the words of ``source`` into a paragraph that is new and looks as ``model`` does."""
        properties = model.find(w("pPr")) if model is not None else None
        look = (self._units(model) if model is not None else [])[:1]
        for child in [*paragraph]:
            paragraph.remove(child)
        if properties is not None:
            paragraph.append(deepcopy(properties))
            for section in paragraph.iter(w("sectPr")):
                section.getparent().remove(section)
        units = self._units(source)
        passages = [*self._passages([], units)]
        for passage in passages:
            come = units[passage.new.start : passage.new.stop]
            content = _runs(self._copied(unit, look[0] if look else None) for unit in come)
            paragraph.extend(self._wrapped("ins", content, passage.by))
        marks = _first(_first(paragraph, "pPr"), "rPr")
        for mark in [mark for mark in marks if tag(mark) in ("del", "ins")]:
            marks.remove(mark)
        self._mark(marks, "ins", _hand(passages))

    def _copied(self, unit: _Unit, look: _Unit | None) -> _Unit:
        """A unit of the new file as it is written into the old one; of a footnote the note too."""
        if unit.text != _NOTE:
            properties = unit.properties if unit.element is not None or look is None else look.properties
            return _Unit(unit.text, properties, unit.element)
        element = deepcopy(unit.element)
        note = deepcopy(self.new.notes().get(unit.element.get(w("id"))))
        if note is not None:
            for paragraph in [*note.iter(w("p"))]:
                self._fill(paragraph, deepcopy(paragraph), paragraph)
            element.set(w("id"), self.old.add_note(note))
        return _Unit(unit.text, unit.properties, element)

    def _wrapped(self, kind: str, runs: Sequence[Any], by: Signature | None) -> list[Any]:
        if not runs:
            return []
        change = self._change(kind, by)
        change.extend(runs)
        return [change]

    def _mark(self, properties: Any, kind: str, by: Signature | None = None) -> None:
        properties.insert(0, self._change(kind, by))

    def _change(self, kind: str, by: Signature | None) -> Any:
        self.count += 1
        change = etree.Element(w(kind), {w("id"): str(self.count), w("author"): by.author if by else AUTHOR})
        if by and by.date:
            change.set(w("date"), by.date)
        return change

    def _units(self, paragraph: Any) -> list[_Unit]:
        return [*_units_of(paragraph, language_of(self.language))]


def _hand(passages: Sequence[SignedPassage]) -> Signature | None:
    """Whose a paragraph is that went or came: the first hand in it, where all its passages are signed."""
    return passages[0].by if passages and all(passage.by for passage in passages) else None


def _units_of(paragraph: Any, language: Any) -> Iterator[_Unit]:
    """The words of a paragraph in order, and what stands among them; a word may stand in several runs alike."""
    words, look = "", None
    for element, properties in _contents(paragraph):
        plain = tag(element) == "t"
        if words and not (plain and _alike(look, properties)):
            yield from (_Unit(word, look) for word in language.split(words))
            words = ""
        if plain:
            look = properties if not words else look
            words += element.text or ""
        elif tag(element) == "footnoteReference":
            yield _Unit(_NOTE, properties, element)
        else:
            beside = tag(element.getparent()) == "p"  # a link, a field: what it says is all that counts
            text = _text(element) if beside else ""
            yield _Unit(text or etree.tostring(element, with_tail=False).decode(), properties, element)
    yield from (_Unit(word, look) for word in language.split(words))


def _contents(paragraph: Any) -> Iterator[tuple[Any, Any]]:
    """What stands in a paragraph's runs, each with how its run looks, and what stands beside runs."""
    for child in paragraph:
        if tag(child) == "r":
            properties = child.find(w("rPr"))
            yield from ((element, properties) for element in child if tag(element) not in _SILENT)
        elif tag(child) not in _SILENT:
            yield child, None


def _alike(look: Any, other: Any) -> bool:
    """Whether two runs look alike, by their properties."""
    sides = (b"" if each is None or not len(each) else etree.tostring(each, with_tail=False) for each in (look, other))
    return next(sides) == next(sides)


def _runs(units: Iterable[_Unit], gone: bool = False) -> list[Any]:
    """The runs that units make: words that look alike in one."""
    runs: list[Any] = []
    for (_, plain), group in groupby(units, key=lambda unit: (id(unit.properties), unit.element is None)):
        members = [*group]
        if plain:
            runs.append(new_run("".join(unit.text for unit in members), members[0].properties, gone))
            continue
        for unit in members:
            runs += [_as_run(unit, gone)]
    return runs


def _as_run(unit: _Unit, gone: bool) -> Any:
    element = deepcopy(unit.element)
    element.tail = None
    for words in element.iter(w("t")) if gone else ():
        words.tag = w("delText")
    if (element.getparent() is None and tag(element) in ("hyperlink", "smartTag", "fldSimple", "sdt")) or _is_mark(
        element
    ):
        return element
    run = etree.Element(w("r"))
    if unit.properties is not None:
        run.append(deepcopy(unit.properties))
    run.append(element)
    return run


def _is_mark(element: Any) -> bool:
    """Whether an element stands beside runs and not in one: a bookmark, a comment's range, a proof mark."""
    return tag(element).endswith(("Start", "End", "proofErr"))


def _first(parent: Any, name: str) -> Any:
    """The properties of an element, made where there are none: they stand first."""
    properties = parent.find(w(name))
    if properties is None:
        properties = etree.Element(w(name))
        section = parent.find(w("sectPr")) if name == "rPr" else None
        end = len(parent) if section is None else parent.index(section)
        parent.insert(end if name == "rPr" else 0, properties)
    return properties


def authors(data: bytes) -> Counter[str]:
    """Return how many tracked changes of words a Word file has of each author."""
    file = WordFile.of(data)
    roots = (root for root in (file.body, *file.notes().values()) if root is not None)
    changes = (change for root in roots for change in root.iter(w("ins"), w("del")))
    return Counter(change.get(w("author")) for change in changes if tag(change.getparent()) not in ("rPr", "trPr"))


def signed_note(data: bytes) -> str:
    """Return what a reader of a file should know of who signs its changes."""
    count = authors(data)
    program = count.pop(AUTHOR, 0)
    hands = ", ".join(f"{author} {number}" for author, number in count.most_common())
    rest = f"{program} are signed by the program, as {AUTHOR}"
    return f"note: of {program + count.total()} changes written {f'{hands} are their own; ' if hands else ''}{rest}"


def settled(data: bytes, changes: Changes) -> bytes:
    """Return a Word file with every tracked change accepted, or rejected."""
    file = WordFile.of(data)
    for root in (file.body, *file.notes().values()):
        settle(root, changes)
    return file.saved()
