"""What the template prints of one edition in one language, whatever page of it a paragraph stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.model.facts import Band, ClauseClass, Facts
from ecoanalysis.publish.history import MOVES, STEPS, Course
from ecoanalysis.publish.reading.adoption import adopted
from ecoanalysis.publish.reading.ages import Ages
from ecoanalysis.publish.reading.filters import filters
from ecoanalysis.publish.reading.marks import KINDS, Marks
from ecoanalysis.publish.reading.other_language import OtherLanguage
from ecoanalysis.publish.reading.paragraphs import Paragraphs
from ecoanalysis.publish.reading.text import Row, Text, symbol_part
from ecoanalysis.publish.site import findings
from ecoanalysis.show.addresses import reading_page
from ecoanalysis.show.html import Measured, markup
from ecoanalysis.show.passages.text import bodies_by_language
from ecoanalysis.show.view import View, view_facts

if TYPE_CHECKING:
    from markupsafe import Markup

_LEADING = 2  # sentences of the brief that stand above the text: how long it is, and how much it asks
_DESK = ("gap", "gone", "counted", "traced", "untraced", "pin", "pin_second", "pin_differs", "close", "comma")


def page_values(text: Text, other: Facts | None, course: Course, versions: Sequence[Facts] = ()) -> Row:
    """Return what the template takes, but for what depends on the page (``pages.page_of``)."""
    marks, beside, ages = Marks(text), OtherLanguage(text, other), Ages(text, course)
    labels, resolution, counted = text.labels, text.resolution, beside.facts_of_page()
    view = view_facts(counted or text.facts, text.language)
    brief = [*findings(view), *_named_elsewhere(view, versions)]
    title = next((paragraph for paragraph in resolution.paragraphs if paragraph.part == "title"), None)
    return {
        "labels": labels,
        "foreign": _foreign(text, counted is not None),
        "text": {"tag": text.spoken.tag, "list": text.spoken.list_sign},
        "symbol": text.symbol,
        "official": text.url,
        "has_text": text.has_words,
        "turned": text.turned,
        "other": beside.column(),
        "title": marks.words(title) if title and title.text else resolution.title or "",
        "named": beside.title() or text.title,
        "adopted": adopted(text, [each.resolution for each in versions] or [resolution]),
        "shape": _shape(text),
        "kinds": [{"id": id, "mark": mark, "tag": tag, "label": labels[f"mark_{id}"]} for id, mark, tag in KINDS],
        "codes": _codes(text.say),
        "lead": markup(text.say("punctuation.sentences")).join(brief[:_LEADING]),
        "brief": brief[_LEADING:],
        "filters": filters(text),
        "edition": symbol_part(text.symbol),
        "ways": list(_ways(text, course)),
        "courses": course.names,
        "pieces": f"../assets/history-{text.language}/",
        "ages": ages.key(),
        "desk": _desk(text),
        "whole": _cited_whole(text),
        "parts": Paragraphs(text, marks, beside, ages).parts(),
        "notes": [marks.note(note) for note in resolution.footnotes if note.text],
    }


def _named_elsewhere(view: View, versions: Sequence[Facts]) -> list[Markup]:
    """What other languages of the text name, where these are other bodies: as one sentence of the brief."""
    bodies = {
        each.resolution.language: {mention.agency for mention in each.agencies if mention.agency} for each in versions
    }
    says = bodies_by_language(view, bodies)
    return [markup(view.labels("punctuation.sentences")).join(says)] if says else []


def _foreign(text: Text, beside: bool) -> str:
    """What a page says first whose text is in another language: which it is, what stands beside, whose numbers."""
    if text.resolution.language == text.language:
        return ""
    language, page = map(text.say.language_name, (text.resolution.language, text.language))
    return text.labels["text_beside" if beside else "text_in"].format(language=language, page=page)


def _shape(text: Text) -> Markup:
    parts = [paragraph.part for paragraph in text.resolution.paragraphs]
    where = {"symbol": text.symbol, "language": text.resolution.language}
    counts = {part: Measured(parts.count(part), part, **where) for part in ("preamble", "operative")}
    return markup(text.labels["sections"]).format(**counts)


def _codes(say: Labels) -> list[tuple[str, str]]:
    codes = [f"class.{code}" for code in get_args(ClauseClass) if code != "DIR"]
    codes += [f"band.{code}" for code in get_args(Band)]
    return [(code.rpartition(".")[2], say(code)) for code in codes]


def _ways(text: Text, course: Course) -> Iterator[tuple[str, str, str]]:
    """Links to the latest edition and to the comparison with the one before: the words before, address, name."""
    if course.latest:
        yield text.labels["reading_latest"], reading_page(course.latest), course.latest
    if course.before:
        sides = f"old={symbol_part(course.before)}&new={symbol_part(text.symbol)}"
        named = text.labels["reading_before"].format(symbol=course.before)
        yield "", f"pairs.html?series={course.compared_in}&{sides}", named


def _desk(text: Text) -> Row:
    """What the page's script says of histories and pins."""
    labels = text.labels
    steps = {letter: labels[f"course_{step}"] for step, letter in STEPS.items()} | {"first": labels["course_first"]}
    moves = {sign: text.say(f"loom.{move}") for move, sign in MOVES.items() if move}
    return {name: labels[name] for name in _DESK} | {"steps": steps, "moves": moves}


def _cited_whole(text: Text) -> str:
    """How a paragraph is cited, ``{cite}`` for its place."""
    day, title = text.resolution.adopted_on or "", text.resolution.title or ""
    cited = text.labels["cite_whole"].format(cite="{cite}", title=title, date=day, url=text.url or "")
    return cited.rstrip(", ")
