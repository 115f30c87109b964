"""AKN4UN, the United Nations' own XML (Akoma Ntoso 3.0): its elements become raw text, in order, and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark, Role

_NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_LANGUAGES: dict[str, Language] = {"zho": "zh", "chi": "zh", "zh": "zh", "eng": "en", "en": "en"}
_LABEL = re.compile(r"[(（\s]*([^\s()（）.．、]+)[)）.．、\s]*$")
_DRAFT = re.compile(r"[AES]/[\w./-]*L\.\d[\w./-]*")
_VOTES = {"yes": ("infavour", "for", "ayes"), "no": ("against", "noes"), "abstain": ("abstaining", "abstain")}


def accepts(data: bytes) -> bool:
    """Whether the bytes are an Akoma Ntoso file."""
    return b"akomaNtoso" in data[:4096]


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the file's elements in order, its notes at the end, and what the file states about them.

    Raises
    ------
    UnreadableDocumentError
        Where the file is no well-formed XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocumentError(f"{path}: damaged XML ({error.msg}); fetch it again") from None
    language = _language(root)
    walk = _Walk(language or "en")
    walk.document(root)
    return walk.raw(), tuple(walk.marks), language


def _tag(element: Any) -> str:
    return element.tag.removeprefix(_NAMESPACE) if isinstance(element.tag, str) else ""


def _find(element: Any, *names: str) -> Iterable[Any]:
    return (found for found in element.iter() if _tag(found) in names)


def _language(root: Any) -> Language | None:
    for found in _find(root, "FRBRlanguage"):
        return _LANGUAGES.get(found.get("language", ""))
    return None


def label(text: str) -> str:
    """Return the number in a printed label.

    Examples
    --------
    >>> label("12."), label("(a)"), label("㈠"), label(" A\\n1.")
    ('12', 'a', '㈠', '1')
    """
    found = _LABEL.search(text.strip())
    return found[1] if found else text.strip()


@dataclass
class _Walk:
    """One walk through the elements, which writes the raw text and notes where everything stands."""

    language: Language
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    length: int = 0

    def raw(self) -> str:
        return "".join(self.pieces)

    # writing

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _line(self) -> None:
        self._write("\n")

    def _state(self, role: Role, value: str = "") -> None:
        self.marks.append(Mark(role, 0, 0, value))

    def _spaced(self, text: str, fresh: bool) -> str:
        """White space as printed: none in Chinese but between Latin words, one in English."""
        text = re.sub(r"\s+", " ", text)
        if self.language == "zh":
            text = re.sub(r" (?![A-Za-z(])|(?<![A-Za-z.,)]) ", "", text)
        if fresh or (self.pieces and self.pieces[-1].endswith((" ", "\n"))):
            text = text.lstrip(" ")
        return text

    def _block(self, role: Role, elements: Iterable[Any], value: str = "", level: int = 0) -> None:
        """Write elements as one block; nothing where they hold no words."""
        begin = self.length
        for element in elements:
            self._inline(element, begin)
        while self.pieces and self.length > begin and self.pieces[-1].endswith(" "):
            self.pieces[-1] = self.pieces[-1][:-1]
            self.length -= 1
            if not self.pieces[-1]:
                self.pieces.pop()
        if self.length > begin:
            at = next(
                (at for at in range(len(self.marks) - 1, -1, -1) if self.marks[at].start < begin), -1
            )
            self.marks.insert(at + 1, Mark(role, begin, self.length, value, level))
            self._line()

    def _inline(self, element: Any, begin: int) -> None:
        """Write an element's words with the notes' marks, links and opening phrase in them."""
        tag = _tag(element)
        if tag == "authorialNote":
            self._note(element)
            return
        if tag in ("img", "eol", ""):
            return
        start = self.length
        if element.text:
            self._write(self._spaced(element.text, self.length == begin))
        for child in element:
            if _tag(child) == "subheading":
                pass  # written as a heading before the paragraph
            else:
                self._inline(child, begin)
            if child.tail:
                self._write(self._spaced(child.tail, self.length == begin))
        if self.length > start and tag == "a" and element.get("href"):
            self.marks.append(Mark("link", start, self.length, element.get("href")))
        if self.length > start and tag == "span" and start == begin:
            self.marks.append(Mark("opening", start, self.length))

    def _note(self, element: Any) -> None:
        number = element.get("marker") or str(len(self.notes) + 1)
        self.marks.append(Mark("mark", self.length, self.length, number))
        self.notes.append((number, self._spaced("".join(element.itertext()), True).strip()))

    def _label(self, element: Any) -> str:
        """Write a printed number outside every block; return its value."""
        printed = re.sub(r"\s+", " ", "".join(element.itertext())).strip()
        heading, _, number = printed.rpartition(" ")
        if heading and re.search(r"\d", number):  # a number that swallowed the heading above it: "A 1."
            begin = self.length
            self._write(heading)
            self.marks.append(Mark("heading", begin, self.length, _sign(heading)))
            self._line()
            printed = number
        self._write(printed + " ")
        return label(printed)

    # structure

    def document(self, root: Any) -> None:
        collection = [child for child in _find(root, "component") if any(_tag(part) == "statement" for part in child)]
        self._metadata(root)
        covers = [found for found in _find(root, "coverPage")][:1]
        for cover in covers:
            for paragraph in cover:
                self._block("text", [paragraph])
        if collection:
            printed = next(("".join(found.itertext()) for found in _find(root, "docNumber") if "preface" in _above(found)), "")
            for at, component in enumerate(collection):
                self._item(component, printed.strip().rstrip(".．"), chr(ord("A") + at))
        else:
            self._parts(root)
        for number, text in self.notes:
            self._write(f"{number} ")
            begin = self.length
            self._write(text)
            self.marks.append(Mark("note", begin, self.length, number))
            self._line()

    def _item(self, component: Any, printed: str, letter: str) -> None:
        begin, at = self.length, len(self.marks)
        session, _, number = printed.partition("/")
        self._parts(component, symbol=f"{session}/{number.split()[0]} {letter}" if number else "")
        self.marks.insert(at, Mark("item", begin, self.length, letter))

    def _parts(self, element: Any, symbol: str = "") -> None:
        for part in element:
            tag = _tag(part)
            if tag in ("statement", "doc", "documentCollection", "components", "component"):
                self._parts(part, symbol)
            elif tag == "preface":
                self._preface(part, symbol)
            elif tag == "preamble":
                self._preamble(part)
            elif tag == "mainBody":
                self._body(part)
            elif tag == "conclusions":
                self._conclusions(part)
            elif tag == "attachments":
                for attachment in part:
                    self._attachment(attachment)

    def _preface(self, preface: Any, symbol: str) -> None:
        for number in _find(preface, "docNumber"):
            if not symbol:
                self._block("symbol", [number])
        if symbol:
            begin = self.length
            self._write(symbol)
            self.marks.append(Mark("symbol", begin, self.length))
            self._line()
        self._block("title", _find(preface, "docTitle"))

    def _preamble(self, preamble: Any) -> None:
        for part in preamble:
            if _tag(part) == "formula":
                self._block("organ", [part])
            elif _tag(part) == "container":
                self._container(part)
            else:
                self._headings_and_blocks(part, "preambular")

    def _container(self, container: Any) -> None:
        if container.get("name") == "table":
            self._block("text", [container])
            return
        own = [child for child in container if _tag(child) not in ("blockList", "list", "container", "subheading")]
        for child in container:
            if _tag(child) in ("subheading", "crossHeading", "heading"):
                self._heading(child)
        self._block("preambular", own)
        for child in container:
            if _tag(child) in ("blockList", "list"):
                self._list(child, 1)
            elif _tag(child) == "container":
                self._container(child)

    def _body(self, body: Any) -> None:
        for part in body:
            self._body_part(part)

    def _body_part(self, part: Any) -> None:
        tag = _tag(part)
        if tag == "section":
            self._body(part)
        elif tag == "paragraph":
            self._paragraph(part)
        elif tag == "container":
            if any(_tag(found) == "table" for found in part):
                self._block("text", [part])
            else:
                self._container(part)
        elif tag == "list":
            self._list(part, 1)
        else:
            self._headings_and_blocks(part, "text")

    def _headings_and_blocks(self, part: Any, role: Role) -> None:
        if _tag(part) in ("subheading", "crossHeading", "heading"):
            self._heading(part)
        elif _tag(part) in ("blockList", "list"):
            self._list(part, 1)
        else:
            self._block(role, [part])

    def _heading(self, element: Any) -> None:
        text = "".join(element.itertext()).strip()
        self._block("heading", [element], _sign(text))

    def _paragraph(self, paragraph: Any) -> None:
        for child in _find(paragraph, "subheading"):
            self._heading(child)
        number = next((child for child in paragraph if _tag(child) == "num"), None)
        value = self._label(number) if number is not None else ""
        lists = [child for child in paragraph if _tag(child) in ("list", "blockList")]
        content = [child for child in paragraph if _tag(child) in ("content", "p", "intro")]
        intro = [child for group in lists for child in group if _tag(child) in ("intro", "listIntroduction")]
        role: Role = "operative"
        if number is not None and not re.search(r"\d", value):
            role = "point"  # (a) written as a paragraph of its own
        self._block(role, [*content, *intro], value, 1 if role == "point" else 0)
        for group in lists:
            self._list(group, 1)

    def _list(self, group: Any, level: int) -> None:
        for child in group:
            tag = _tag(child)
            if tag in ("point", "item"):
                number = next((part for part in child if _tag(part) == "num"), None)
                value = self._label(number) if number is not None else ""
                nested = [part for part in child if _tag(part) in ("list", "sublist", "blockList")]
                own = [part for part in child if _tag(part) not in ("num", "list", "sublist", "blockList")]
                self._block("point", own, value, level)
                for inner in nested:
                    self._list(inner, level + 1)
            elif tag in ("list", "sublist", "blockList"):
                self._list(child, level + 1)
            elif tag == "wrapUp":
                self._block("text", [child])

    def _conclusions(self, conclusions: Any) -> None:
        for paragraph in conclusions:
            for part in paragraph:
                if _tag(part) in ("inline", "docDate"):
                    self._block("closing", [part])

    def _attachment(self, attachment: Any) -> None:
        begin = self.length
        headings = [child for child in attachment if _tag(child) in ("heading", "num", "subheading")]
        self._block("annex", headings)
        if self.length == begin:
            self._write("Annex" if self.language == "en" else "附件")
            self.marks.append(Mark("annex", begin, self.length))
            self._line()
        for child in attachment:
            if _tag(child) == "doc":
                self._parts(child)

    # metadata

    def _metadata(self, root: Any) -> None:
        for found in _find(root, "FRBRdate"):
            if found.get("name") == "adoption":
                self._state("adopted_on", found.get("date", ""))
                break
        for found in _find(root, "inline"):
            name, text = found.get("name"), " ".join("".join(found.itertext()).split())
            if name == "adoptionMeeting":
                self._state("meeting", text)
                break
        for found in _find(root, "inline"):
            if found.get("name") == "agenda item":
                words = " ".join("".join(found.itertext()).split())
                self._state("agenda_item", re.sub(r"^\D+", "", words))
                break
        self._drafts(root)
        self._vote(root)

    def _drafts(self, root: Any) -> None:
        drafts, sponsors = [], []
        for step in _find(root, "step"):
            outcome = step.get("outcome", "")
            if outcome.startswith("draftResolution"):
                if (draft := step.get("as") or "") and _DRAFT.fullmatch(draft):
                    drafts.append(draft)
                sponsors += _names(step.get("by") or "")
        for draft in dict.fromkeys(drafts):
            self._state("draft", draft)
        if sponsors:
            self._state("sponsors", "; ".join(dict.fromkeys(sponsors)))

    def _vote(self, root: Any) -> None:
        for voting in _find(root, "voting"):
            outcome = (voting.get("outcome") or "").lower()
            if "withoutvote" in outcome:
                self._state("vote", "without")
                return
            counts = {}
            for count in _find(voting, "count"):
                kind = f"{count.get('refersTo', '')} {count.get('name', '')} {count.get('eId', '')}".lower()
                for name, words in _VOTES.items():
                    if any(word in kind for word in words):
                        counts.setdefault(name, count.get("value", ""))
            if counts:
                self._state("vote", " ".join(["recorded", *(counts.get(name) or "-" for name in _VOTES)]))
            return


def _above(element: Any) -> list[str]:
    return [_tag(ancestor) for ancestor in element.iterancestors()]


def _names(written: str) -> list[str]:
    """The names of a list of sponsors; commas inside brackets separate none."""
    return [name.strip() for name in re.split(r",\s*|\s+and\s+(?=[A-Z])|;\s*", written) if name.strip()]


def _sign(heading: str) -> str:
    """The number of a heading that has one: A, IV, 三."""
    found = re.match(r"\s*([A-Z]|[IVX]{1,5}|[一二三四五六七八九十]{1,3})\s*(?:[.．、]|\s|$)", heading)
    return found[1] if found else ""
