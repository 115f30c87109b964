"""The exercises: of each, what can be wrong with an answer, the most helpful first. What is right is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.extract.agencies import find_agencies
from ecoanalysis.lessons.remarks import Faults, Remark, remark
from ecoanalysis.lessons.words import plain_words, tf_idf
from ecoanalysis.lexicon import theme_names
from ecoanalysis.lexicon.labels import labels

if TYPE_CHECKING:
    from ecoanalysis.lessons.lesson import Lesson
    from ecoanalysis.model.comparison import Link
    from ecoanalysis.model.facts import Clause

NAMES_IN = "30"  # the paragraph of 75/324 whose names lesson 2 counts: nine, and three of them jieba knows
FEEL_IN = "23"  # the paragraph whose words lesson 3 weighs
ASKED_AMONG = 15  # the first paragraphs, which lesson 4 has read by eye
ESCAP = "亚洲及太平洋经济社会委员会"
STEPS = ("邀请", "促请", "请", "敦促")  # one verb of each band that 75/324 has
PAIR = ("A/RES/77/330", "A/RES/79/330")


@dataclass(frozen=True, slots=True)
class Exercise:
    """One question of a lesson: what an answer must be, and what can be wrong with it.

    ``reads`` turns an answer into what ``faults`` looks at, and raises TypeError where it is something else.
    """

    id: str
    lesson: int
    wants: str
    reads: Callable[[Any], Any]
    faults: Callable[[Lesson, Any], Faults]

    def judge(self, lesson: Lesson, answer: Any) -> Remark:
        """Return the first thing that helps, or that the answer is right."""
        if answer is ... or answer is None or (isinstance(answer, tuple) and ... in answer):
            return remark(self.id, lesson.language, "untouched")
        try:
            read = self.reads(answer)
        except (TypeError, ValueError):
            given = remark(self.id, lesson.language, f"kind_{_kind(answer)}").sentence
            return remark(self.id, lesson.language, f"wants_{self.wants}", {"given": given})
        for name, values in self.faults(lesson, read):
            return remark(self.id, lesson.language, name, values)
        return remark(self.id, lesson.language, "right")


# What an answer may be


def _number(answer: Any) -> float:
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        raise TypeError
    return answer


def _names(answer: Any) -> list[str]:
    """Paragraph numbers, symbols or words in any collection; numbers may be given as such."""
    if _kind(answer) in ("text", "table") or isinstance(answer, Mapping) or not isinstance(answer, Iterable):
        raise TypeError
    return list(dict.fromkeys(str(name).strip() for name in answer))


def _list(answer: Any) -> list[str]:
    """What has an order: braces would lose it."""
    if not isinstance(answer, list | tuple):
        raise TypeError
    return _names(answer)


def _kind(answer: Any) -> str:
    """What an answer is, in words that a student knows."""
    for kind, types in _KINDS:
        if isinstance(answer, types):
            return kind
    return "table" if hasattr(answer, "columns") else "other"


_KINDS: tuple[tuple[str, Any], ...] = (
    ("text", str),
    ("number", int | float),
    ("set", set | frozenset),
    ("list", list | tuple),
)


def _word(answer: Any) -> str:
    if not isinstance(answer, str):
        raise TypeError
    return answer.strip()


def _scores(answer: Any) -> tuple[float, float]:
    first, second = answer
    return _number(first), _number(second)


# 1. How to read a resolution


def _operative(lesson: Lesson, answer: float) -> Faults:
    operative, preamble = len(lesson.of("operative")), len(lesson.of("preamble"))
    if answer == operative + preamble:
        yield "with_preamble", {"given": answer, "preamble": preamble}
    elif answer == preamble:
        yield "preamble", {"given": answer}
    elif answer != operative:
        last = lesson.clauses_of(lesson.of("operative")[-1].id)[0]
        yield "count", {"given": answer, "last": last.verb.surface, "means": lesson.meaning(last)}


def _footnotes(lesson: Lesson, answer: list[str]) -> Faults:
    marked = {note.paragraph: note for note in lesson.resolution.footnotes if note.paragraph}
    for id in answer:
        if id in marked:
            continue
        printed = [
            note
            for note in lesson.resolution.footnotes
            for paragraph in lesson.resolution.paragraphs
            if paragraph.id == id and paragraph.start < note.start < paragraph.end
        ]
        if printed:
            yield "printed", {"id": id, "number": printed[0].number, "belongs": printed[0].paragraph}
        yield "no_mark", {"id": id}
    for id, note in marked.items():
        if id not in answer:
            yield "missing", {"number": note.number, "found": len(set(answer) & set(marked)), "all": len(marked)}


def _cited(lesson: Lesson, answer: list[str]) -> Faults:
    cited = {each.symbol: each for each in lesson.facts.citations if each.kind == "resolution" and each.symbol}
    documents = [each.symbol for each in lesson.facts.citations if each.kind == "document" and each.symbol]
    answer = [symbol.upper() for symbol in answer]
    for symbol in answer:
        if symbol == lesson.resolution.symbol:
            yield "itself", {"symbol": symbol}
        elif "/L." in symbol:
            yield "draft", {"symbol": symbol}
        elif any(symbol in (document, *document.split("-")) for document in documents):
            yield "document", {"symbol": symbol}
        elif f"A/RES/{symbol}" in cited:
            yield "short", {"symbol": symbol}
        elif symbol not in cited:
            yield "unknown", {"symbol": symbol}
    for symbol, citation in cited.items():
        if symbol not in answer:
            place = "in_note" if citation.paragraph.startswith("fn") else "missing"
            yield place, {"place": citation.paragraph.removeprefix("fn"), "all": len(cited)}


def _due(lesson: Lesson, answer: float) -> Faults:
    sessions = {clause.report.due_session for clause in lesson.facts.clauses if clause.report}
    if answer == lesson.resolution.session:
        yield "own_session", {"given": answer}
    elif answer not in sessions:
        yield (
            "other",
            {"given": answer, "paragraph": next(each.paragraph for each in lesson.facts.clauses if each.report)},
        )


# 2. Who is named


def _pieces(lesson: Lesson, answer: float) -> Faults:
    pieces = [word for word, _ in plain_words(ESCAP)]
    if answer == 1:
        yield "whole", {}
    elif answer == len(ESCAP):
        yield "characters", {"given": answer}
    elif answer != len(pieces):
        yield "other", {"given": answer, "first": pieces[0]}


def _named(lesson: Lesson, answer: list[str]) -> Faults:
    mentions = {each.surface: each for each in lesson.facts.agencies if each.paragraph == NAMES_IN}
    surfaces = list(mentions)
    for name in answer:
        whole = next((each for each in surfaces if name in each), None)
        bodies = [each.agency for each in find_agencies(name)]
        if name in surfaces:
            continue
        if whole and bodies == [mentions[whole].agency]:
            yield "also", {"given": name, "whole": whole}
        elif whole:
            yield "piece", {"given": name, "whole": whole}
        elif len(bodies) > 1 and len(set(bodies)) == 1:
            yield "two_names", {"given": name}
        elif any(name.startswith(each) for each in surfaces):
            yield "group", {"given": name}
        yield "none", {"given": name}
    for name in surfaces:
        if name not in answer:
            yield "missing", {"first": name[:4], "length": len(name)}


def _quality(lesson: Lesson, answer: tuple[float, float]) -> Faults:
    read, cut = lesson.names(NAMES_IN), lesson.segmented(NAMES_IN)
    both = cut.join(read, on=["start", "end"], how="semi").height
    precision, recall = both / cut.height, both / read.height
    right = (_near(answer[0], precision), _near(answer[1], recall))
    if _near(answer[0], recall) and _near(answer[1], precision):
        yield "swapped", {}
    if max(answer) > 1:
        yield "percent", {"given": max(answer)}
    different = set(cut["surface"]) & set(read["surface"])
    if _near(answer[1], len(different) / read["surface"].n_unique()):
        yield "different", {}
    if _near(answer[0], (both + 1) / cut.height) and _near(answer[1], (both + 1) / read.height):
        yield "in_title", {}
    if not right[0]:
        yield "precision", {"given": round(answer[0], 2), "both": both, "found": cut.height}
    if not right[1]:
        yield "recall", {"given": round(answer[1], 2), "both": both, "read": read.height}


def _near(a: float, b: float) -> bool:
    return abs(a - b) < 0.006


def _lookalike(lesson: Lesson, answer: str) -> Faults:
    from ecoanalysis.lexicon.bodies import registry

    (mention,) = find_agencies("经合组织")
    if answer == "eco":
        yield "eco", {}
    elif answer not in registry():
        yield "no_id", {"given": answer}
    elif answer != mention.agency:
        yield "other", {"given": lesson.name(answer)}


# 3. What it is about


def _energy(lesson: Lesson, answer: list[str]) -> Faults:
    treated = {theme.paragraph: theme for theme in lesson.facts.themes if theme.theme == "energy"}
    for id in answer:
        if id not in treated:
            yield "no_term", {"id": id}
    if set(treated) - set(answer):
        yield "missing", {"all": len(treated)}


def _telling(lesson: Lesson, answer: str) -> Faults:
    weights = tf_idf(lesson.words()).rows()
    here = {term: (count, weight) for paragraph, term, count, weight in weights if paragraph == FEEL_IN}
    best = max(here, key=lambda term: here[term][1])
    if answer not in here:
        yield "not_there", {"given": answer, "paragraph": FEEL_IN}
    elif answer != best:
        spread = len({paragraph for paragraph, term, *_ in weights if term == answer})
        count, weight = here[answer]
        yield (
            "less" if spread > 1 else "rare",
            {"given": answer, "held": spread, "count": count, "weight": round(weight, 2)},
        )


def _late_verb(lesson: Lesson, answer: str) -> Faults:
    import ecoanalysis as eco

    table = eco.keyness(lesson.verbs_between(2015, 2025), lesson.verbs_between(1995, 2004))
    late, early = (table.filter(by)["term"].to_list() for by in (table["log_ratio"] > 0, table["log_ratio"] < 0))
    if answer not in late + early:
        yield "unknown", {"given": answer}
    elif answer in early:
        yield "early", {"given": answer}
    elif answer != late[0]:
        yield "less", {"given": answer, "place": late.index(answer) + 1}


def _without_theme(lesson: Lesson, answer: list[str]) -> Faults:
    themed = {theme.paragraph: theme for theme in lesson.facts.themes}
    bare = [paragraph.id for paragraph in lesson.of("operative") if paragraph.id not in themed]
    for id in answer:
        if id in themed:
            yield "has", {"id": id, "theme": theme_names(lesson.language)[themed[id].theme]}
        elif id not in bare:
            yield "no_paragraph", {"id": id}
    if set(bare) - set(answer):
        yield "missing", {"all": len(bare)}


# 4. How strongly it asks


def _asking(lesson: Lesson, answer: list[str]) -> Faults:
    first = [paragraph.id for paragraph in lesson.of("operative")][:ASKED_AMONG]
    asking = [id for id in first if any(clause.cls == "DIR" for clause in lesson.clauses_of(id))]
    for id in answer:
        if id not in first:
            yield "outside", {"id": id, "last": first[-1]}
        elif id not in asking:
            yield "asks_nobody", {"id": id, **_verbs(lesson, lesson.clauses_of(id))}
    for id in asking:
        if id not in answer:
            head = lesson.clauses_of(id)[0]
            yield "missing" if head.cls == "DIR" else "buried", {"id": id, **_verbs(lesson, [head])}


def _verbs(lesson: Lesson, clauses: Sequence[Clause]) -> dict[str, str]:
    """The verbs of clauses, and what they do."""
    join = labels(lesson.language).join
    return {
        "verb": "、".join(dict.fromkeys(clause.verb.surface for clause in clauses)),
        "means": join(dict.fromkeys(lesson.meaning(clause) for clause in clauses)),
    }


def _directives(lesson: Lesson) -> list[Clause]:
    operative = {paragraph.id for paragraph in lesson.of("operative")}
    return [clause for clause in lesson.facts.clauses if clause.cls == "DIR" and clause.paragraph in operative]


def _buried(lesson: Lesson, answer: float) -> Faults:
    asked = _directives(lesson)
    buried = sum(clause.index > 1 for clause in asked)
    if answer == len(asked):
        yield "all", {"given": answer}
    elif answer == len(asked) - buried:
        yield "heads", {"given": answer}
    elif answer == len({clause.paragraph for clause in asked if clause.index > 1}):
        yield "paragraphs", {"given": answer}
    elif answer != buried:
        yield "other", {"given": answer, "all": len(asked)}


def _ladder(lesson: Lesson, answer: list[str]) -> Faults:
    bands = {clause.verb.surface: clause.band or "" for clause in _directives(lesson)}
    for verb in answer:
        if verb not in STEPS:
            yield "unknown", {"given": verb}
    for verb in STEPS:
        if verb not in answer:
            yield "missing", {"verb": verb}
    for weaker, stronger in pairwise(answer):
        if bands[weaker] > bands[stronger]:
            yield "order", {"first": weaker, "second": stronger, "band": bands[weaker], "other": bands[stronger]}


def _hedged(lesson: Lesson, answer: list[str]) -> Faults:
    softened = {clause.paragraph: clause for clause in _directives(lesson) if clause.softened_by}
    for id in answer:
        if id not in softened:
            yield "not", {"id": id}
    for id, clause in softened.items():
        if id not in answer:
            case = "missing" if clause.softened_by[0].surface == "考虑" else "other_words"
            yield case, {"found": len(set(answer) & set(softened)), "all": len(softened)}


def _two_steps(lesson: Lesson, answer: float) -> Faults:
    from ecoanalysis.compare.changes import BINARY

    asked = [clause.band for clause in _directives(lesson) if clause.band]
    requested = sum(BINARY[band] for band in asked)
    if answer == len(asked):
        yield "all", {"given": answer}
    elif answer == len(asked) - requested:
        yield "encouraged", {"given": answer}
    elif answer == sum(band != "D1" for band in asked):
        yield "called_upon", {"given": answer}
    elif answer != requested:
        yield "other", {"given": answer}


# 5. What changed


def pair(lesson: Lesson) -> tuple[Link, ...]:
    """Return the links of the two latest editions."""
    (comparison,) = (each for each in lesson.evolution.comparisons if (each.old.symbol, each.new.symbol) == PAIR)
    return comparison.links


def _dropped(lesson: Lesson, answer: list[str]) -> Faults:
    links = {id: link for link in pair(lesson) for id in link.old}
    dropped = [id for id, link in links.items() if link.base == "dropped"]
    for id in answer:
        if id not in links:
            yield "no_paragraph", {"id": id}
        elif id not in dropped:
            yield "moved", {"id": id, "new": ", ".join(links[id].new)}
    if set(dropped) - set(answer):
        yield "missing", {"found": len(set(answer) & set(dropped)), "all": len(dropped)}


def _slots(lesson: Lesson, answer: list[str]) -> Faults:
    links = {id: link for link in pair(lesson) for id in link.new}
    slots = [id for id, link in links.items() if link.types == ("slot_update",)]
    for id in answer:
        if id not in links:
            yield "no_paragraph", {"id": id}
        elif links[id].base == "identical":
            yield "identical", {"id": id}
        elif links[id].base == "new":
            yield "new", {"id": id}
        elif id not in slots:
            yield "substance", {"id": id, "old": ", ".join(links[id].old)}
    if set(slots) - set(answer):
        yield "missing", {"found": len(set(answer) & set(slots)), "all": len(slots)}


def _first_energy(lesson: Lesson, answer: str) -> Faults:
    editions = {edition.symbol: edition for edition in lesson.evolution.editions}
    asking = [
        symbol
        for symbol, edition in editions.items()
        if any(
            "energy" in paragraph.themes and any(provision.clause.cls == "DIR" for provision in paragraph.provisions)
            for paragraph in edition.paragraphs
        )
    ]
    if answer not in editions:
        yield "unknown", {"given": answer}
    elif answer not in asking:
        yield "not_asking", {"given": answer}
    elif answer != asking[0]:
        yield "later", {"given": answer, "year": (editions[answer].adopted_on or "")[:4]}


def _longest(lesson: Lesson, answer: float) -> Faults:
    mandates = [lineage for lineage in lesson.evolution.lineages if lineage.kind == "mandate"]
    most = max(lineage.editions for lineage in mandates)
    if answer == max(lineage.editions for lineage in lesson.evolution.lineages) != most:
        yield "statement", {"given": answer}
    elif answer > len(lesson.evolution.editions):
        yield "too_many", {"given": answer, "all": len(lesson.evolution.editions)}
    elif answer != most:
        yield "other", {"given": answer}


# 6. Draft the next edition


_IMPLIED = {"hedge_added": ("weakened",)}  # what is softened asks for less


def _edits(wanted: str, paragraph: str) -> Callable[[Lesson, str], Faults]:
    """Return what is wrong with a draft that should change in one thing: one type, in one paragraph."""

    def faults(lesson: Lesson, draft: str) -> Faults:
        say = labels(lesson.language)
        try:
            links = lesson.compare(draft).links
        except EcoanalysisError:
            yield "no_resolution", {}
            return
        changed = [link for link in links if link.types != ("identical",)]
        if not changed:
            yield "nothing", {}
        holding = [link for link in changed if wanted in link.types]
        for link in changed:
            if link not in holding:
                types = say.join(say(f"change.{type}") for type in link.types)
                yield "something_else", {"id": ", ".join(link.new or link.old), "types": types}
        for link in holding:
            others = [type for type in link.types[1:] if type not in (wanted, *_IMPLIED.get(wanted, ()))]
            if others:
                yield (
                    "too_much",
                    {
                        "id": ", ".join(link.new or link.old),
                        "types": say.join(say(f"change.{type}") for type in others),
                    },
                )
        if len(holding) > 1:
            yield "several", {"found": len(holding)}
        for link in holding:
            if link.old != (paragraph,):
                yield "elsewhere", {"id": ", ".join(link.old), "wanted": paragraph}

    return faults


@cache
def exercises() -> Mapping[str, Exercise]:
    """Return every exercise by its id, in the order of the lessons.

    Examples
    --------
    >>> [one.id for one in exercises().values() if one.lesson == 1]
    ['operative', 'footnotes', 'cited', 'due']
    """
    number, names, word = ("number", _number), ("names", _names), ("word", _word)
    scores, draft = ("scores", _scores), ("draft", _word)
    listed = (
        Exercise("operative", 1, *number, _operative),
        Exercise("footnotes", 1, *names, _footnotes),
        Exercise("cited", 1, *names, _cited),
        Exercise("due", 1, *number, _due),
        Exercise("pieces", 2, *number, _pieces),
        Exercise("lookalike", 2, *word, _lookalike),
        Exercise("named", 2, *names, _named),
        Exercise("quality", 2, *scores, _quality),
        Exercise("energy", 3, *names, _energy),
        Exercise("without-theme", 3, *names, _without_theme),
        Exercise("telling", 3, *word, _telling),
        Exercise("late-verb", 3, *word, _late_verb),
        Exercise("asking", 4, *names, _asking),
        Exercise("buried", 4, *number, _buried),
        Exercise("ladder", 4, "list", _list, _ladder),
        Exercise("hedged", 4, *names, _hedged),
        Exercise("two-steps", 4, *number, _two_steps),
        Exercise("dropped", 5, *names, _dropped),
        Exercise("slots", 5, *names, _slots),
        Exercise("longest", 5, *number, _longest),
        Exercise("first-energy", 5, *word, _first_energy),
        Exercise("weaken", 6, *draft, _edits("weakened", "30")),
        Exercise("hedge", 6, *draft, _edits("hedge_added", "18")),
        Exercise("addressee", 6, *draft, _edits("addressee_added", "8")),
        Exercise("drop", 6, *draft, _edits("dropped", "37")),
    )
    return {exercise.id: exercise for exercise in listed}
