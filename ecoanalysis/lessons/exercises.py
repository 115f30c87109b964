"""The exercises: of each, what can be wrong with an answer, the most helpful first. What is right is computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from ecoanalysis.extract.agencies import find_agencies
from ecoanalysis.lessons import answers
from ecoanalysis.lessons.collection import COLLECTION
from ecoanalysis.lessons.drafting import DRAFTING
from ecoanalysis.lessons.places import stated
from ecoanalysis.lessons.remarks import Fault, Faults, Remark, remark
from ecoanalysis.lessons.words import tf_idf
from ecoanalysis.lexicon import INTERFACE, language_of, theme_names
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.measures import BANDS

if TYPE_CHECKING:
    from ecoanalysis.lessons.lesson import Lesson
    from ecoanalysis.model.facts import Citation, Clause, Mention, Theme

ASKED_AMONG = 15  # the first paragraphs, which lesson 4 has read by eye


# What is wanted, and what was given in its place → the sentence that says how to come from one to the other
_TELLING = {("list", "set"): "order"}
_TELLING |= {("number", kind): "count" for kind in ("list", "set", "column", "table")}
_TELLING |= {("word", kind): "one" for kind in ("list", "column")}


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
        if answers.is_untouched(answer):
            return remark(self.id, lesson.language, "untouched")
        if answer is None or (isinstance(answer, str) and not answer.strip()):
            return remark(self.id, lesson.language, "none_given" if answer is None else "blank")
        try:
            read = self.reads(answer)
        except (TypeError, ValueError):
            kind = answers.kind_of(answer)
            given = remark(self.id, lesson.language, f"kind_{kind}").sentence
            wants = _TELLING.get((self.wants, kind), self.wants)
            return remark(self.id, lesson.language, f"wants_{wants}", {"given": given})
        for name, values in self.faults(lesson, read):
            return remark(self.id, lesson.language, name, values)
        return remark(self.id, lesson.language, "right")


# 1. How to read a resolution


def _no_such(lesson: Lesson, ids: Iterable[str]) -> Faults:
    """The ids among them that the text has not."""
    listed = {paragraph.id for paragraph in lesson.resolution.paragraphs}
    for id in ids:
        if id not in listed:
            yield ("no_paragraph", {"id": id}) if any(map(str.isdecimal, id)) else ("no_number", {"given": id})


def _how_many(answer: list[str], right: Iterable[str]) -> Faults:
    """An answer that says how many there are, where it is asked which."""
    count = len(set(right))
    if count > 1 and answer == [str(count)]:
        yield "how_many", {"given": count}


def _spread(answer: list[str], right: Iterable[str]) -> list[str]:
    """A paragraph named for its sub-paragraphs stands for those that are right."""
    right = list(right)
    below = {id: [each for each in right if each.startswith(f"{id}.")] for id in answer if id not in right}
    return [each for id in answer for each in (below.get(id) or [id])]


def _operative(lesson: Lesson, answer: float) -> Faults:
    operative, preamble = len(lesson.numbered), len(lesson.of("preamble"))
    every = len(lesson.of("operative"))
    if answer == operative:
        return
    if answer in (operative + preamble, every + preamble):
        yield "with_preamble", {"given": answer, "preamble": preamble}
    elif answer == every:
        yield "with_parts", {"given": answer, "parts": every - operative}
    elif answer == preamble:
        yield "preamble", {"given": answer}
    elif answer == len(lesson.resolution.paragraphs):
        yield "whole", {"given": answer}
    else:
        last = lesson.clauses_of(lesson.numbered[-1].id) if lesson.numbered else []
        yield "count", {"given": answer, "last": last[0].verb.surface if last else "…"}


def _footnotes(lesson: Lesson, answer: list[str]) -> Faults:
    notes = lesson.resolution.footnotes
    marked = {note.paragraph: note for note in notes if note.paragraph and note.paragraph != "title"}
    in_title = {"title", "None"} if len([note for note in notes if note.paragraph in marked]) < len(notes) else set()
    yield from _how_many(answer, marked)
    answer = [id for id in _spread(answer, marked) if id not in in_title]
    for id in answer:
        if id in marked:
            continue
        yield from _no_such(lesson, [id])
        printed = [
            note
            for note in notes
            for paragraph in lesson.resolution.paragraphs
            if paragraph.id == id and paragraph.start < note.start < paragraph.end
        ]
        for note in printed:
            if note.paragraph in marked:
                yield "printed", {"id": id, "number": note.number, "belongs": note.paragraph}
        yield "no_mark", {"id": id}
    for id, note in marked.items():
        if id not in answer:
            yield "missing", {"number": note.number, "found": len(set(answer) & set(marked)), "all": len(marked)}


def _cited(lesson: Lesson, answer: list[str]) -> Faults:
    citations = lesson.facts.citations
    cited = {each.symbol: each for each in citations if each.kind == "resolution" and each.symbol}
    yield from (_uncited(lesson, symbol, cited) for symbol in answer if symbol not in cited)
    left = len(set(cited) - set(answer))
    for symbol, citation in cited.items():
        if symbol not in answer:
            place = "in_note" if citation.paragraph.startswith("fn") else "missing"
            words = {"place": citation.paragraph.removeprefix("fn"), "all": len(cited), "left": left}
            yield place, words | {"form": _form(citation, citations)}


def _form(citation: Citation, citations: Iterable[Citation]) -> str:
    """How it is cited, without the number; an item of a list as the list begins."""
    before = [
        each for each in citations if (each.paragraph, each.start <= citation.start) == (citation.paragraph, True)
    ]
    forms = (re.sub(r"\d+(?:/\d+)?", "…", each.surface) for each in reversed(before))
    return next((form for form in forms if form != "…"), "…")


def _uncited(lesson: Lesson, symbol: str, cited: Iterable[str]) -> Fault:
    """Why a symbol is none of those that the text cites as a resolution."""
    others = {each.symbol: each.kind for each in lesson.facts.citations if each.kind != "resolution" and each.symbol}
    if symbol == "None":
        return "no_symbol", {"words": _without_symbol(lesson)}
    if "/" not in symbol:
        return "words", {"given": symbol}
    if symbol == lesson.resolution.symbol:
        return "itself", {"symbol": symbol}
    if "/L." in symbol:
        return "draft", {"symbol": symbol}
    for other, kind in others.items():
        if symbol in (other, *re.split("[- ]", other)):
            return kind if kind in ("decision", "treaty") else "document", {"symbol": symbol}
        if kind == "decision" and _tail(symbol) == _tail(other):
            return "decision", {"symbol": other}
    full = next((each for each in cited if _tail(each) == _tail(symbol)), None)
    if full is None:
        return "unknown", {"symbol": symbol}
    if symbol == "/".join(_tail(symbol)):
        return "short", {"symbol": symbol, "full": full}
    alike = symbol.partition("/")[0] == full.partition("/")[0]
    return "without_res" if alike else "organ", {"symbol": symbol, "full": full}


def _tail(symbol: str) -> list[str]:
    """Session or year, and number."""
    return symbol.split("/")[-2:]


def _without_symbol(lesson: Lesson) -> str:
    """Words that cite without a symbol, so that a column of symbols has an empty place; best those for a resolution."""
    without = sorted(
        (each for each in lesson.facts.citations if not each.symbol), key=lambda each: each.kind != "resolution"
    )
    return next((each.surface for each in without), "…")


def _due(lesson: Lesson, answer: float) -> Faults:
    reports = [clause for clause in lesson.facts.clauses if clause.report and clause.report.due_session]
    sessions = {clause.report.due_session for clause in reports if clause.report}
    later: dict[float | None, str] = {
        clause.deadline.due_session: clause.paragraph for clause in lesson.facts.clauses if clause.deadline
    }
    if not sessions:
        yield "nothing_due", {}
    elif answer in sessions:
        return
    elif answer == lesson.resolution.session:
        yield "own_session", {"given": answer}
    elif answer in later:
        yield "no_report", {"given": answer, "paragraph": later[answer], "report": reports[0].paragraph}
    elif answer > 1900:
        yield "year", {"given": f"{answer:.0f}"}
    elif str(answer) in (reports[0].paragraph, lesson.numbered[-1].id):
        yield "paragraph", {"given": answer, "paragraph": reports[0].paragraph}
    else:
        yield "other", {"given": answer, "paragraph": reports[0].paragraph}


# 2. Who is named


def _pieces(lesson: Lesson, answer: float) -> Faults:
    whole = lesson.places.whole
    pieces = lesson.pieces(whole)
    if answer == len(pieces):
        return
    if answer == 1:
        yield "whole", {}
    elif answer in (len(whole), len(whole.split())):
        yield "characters", {"given": answer}
    else:
        yield "other", {"given": answer, "first": pieces[0]}


def _named(lesson: Lesson, answer: list[str]) -> Faults:
    mentions = {each.surface: each for each in lesson.facts.agencies if each.paragraph in lesson.places.names_in}
    surfaces = {_plain(surface): surface for surface in mentions}
    answer = [surfaces.get(_plain(name), name) for name in answer]
    yield from (_misnamed(lesson, name, mentions) for name in answer if name not in mentions)
    for name in mentions:
        if name not in answer:
            first = name[:4] if language_of(lesson.resolution.language).words_touch else name.split()[0]
            yield "missing", {"first": first, "length": len(name), "left": len(set(mentions) - set(answer))}


def _misnamed(lesson: Lesson, name: str, mentions: Mapping[str, Mention]) -> Fault:
    """Why a name is none of those that stand in the text."""
    within = find_agencies(name, lesson.resolution.language)
    bodies = [each.agency for each in within if len(within) > 1 or _plain(each.surface) == _plain(name)]
    bodies = bodies or [id for id in (name.lower(),) if id in registry()]
    alike = [each.surface for each in mentions.values() if bodies == [each.agency]]
    whole = next((each for each in mentions if name in each), None)
    if alike:
        return "also", {"given": name, "whole": alike[0]}
    if whole:
        return "piece", {"given": name, "whole": whole}
    if len(bodies) > 1:
        return "two_names", {"given": name}
    if any(_plain(name) == _plain(each.surface) for each in lesson.facts.citations):
        return "document", {"given": name}
    if any(name.startswith(each) for each in mentions):
        return "group", {"given": name}
    return "none", {"given": name, "places": ", ".join(lesson.places.names_in)}


def _plain(name: str) -> str:
    """A name without what people change when they copy it: spaces, capitals, an article, marks around it."""
    return re.sub(r"^the\s+|[\s.,，。“”「」《》\"']", "", name.casefold())


def _quality(lesson: Lesson, answer: tuple[float, float]) -> Faults:
    read, cut = lesson.names(*lesson.places.names_in), lesson.simple_names(*lesson.places.names_in)
    both = cut.join(read, on=["start", "end"], how="semi").height
    precision, recall = both / max(1, cut.height), both / max(1, read.height)
    right = (_near(answer[0], precision), _near(answer[1], recall))
    if all(right):
        return
    if _near(answer[0], recall) and _near(answer[1], precision):
        yield "swapped", {}
    if max(answer) > 1:
        yield "percent", {"given": max(answer)}
    different = set(cut["surface"]) & set(read["surface"])
    if _near(answer[1], len(different) / max(1, read["surface"].n_unique())) and not right[1]:
        yield "different", {}
    strays = cut.join(read, on=["start", "end"], how="anti").join(read, on="surface", how="semi").height
    if strays and _near(answer[0], (both + 1) / cut.height) and _near(answer[1], (both + 1) / read.height):
        yield "in_title", {}
    if not right[0]:
        yield "precision", {"given": round(answer[0], 2), "both": both, "found": cut.height}
    if not right[1]:
        yield "recall", {"given": round(answer[1], 2), "both": both, "read": read.height}


def _near(a: float, b: float) -> bool:
    return abs(a - b) < 0.006


def _lookalike(lesson: Lesson, answer: str) -> Faults:
    name, language = lesson.places.lookalike, lesson.resolution.language
    (mention,) = find_agencies(name, language)
    id = answers.body(answer, language) if answer != name else None
    if id == "eco":
        yield "eco", {"name": name, "body": lesson.name(mention.agency), "other": lesson.name("eco")}
    elif id is None:
        yield "no_id", {"given": answer}
    elif id != mention.agency:
        yield "other", {"given": lesson.name(id), "name": name}


# 3. What it is about


def _themed(lesson: Lesson, answer: list[str]) -> Faults:
    wanted = lesson.places.theme
    treated = {theme.paragraph: theme for theme in lesson.facts.themes if theme.theme == wanted}
    yield from _how_many(answer, treated)
    answer = _spread(answer, treated)
    yield from _no_such(lesson, answer)
    for id in answer:
        if id not in treated:
            yield "no_term", {"id": id, "theme": theme_names(lesson.language).get(wanted, wanted)}
    for id, theme in treated.items():
        if id not in answer and _title_term(lesson, theme):
            yield "in_title", {"id": id}
    left = set(treated) - set(answer)
    if left:
        operative = {paragraph.id for paragraph in lesson.of("operative")}
        yield "missing" if left & operative else "other_parts", {"all": len(treated)}


def _title_term(lesson: Lesson, theme: Theme) -> str:
    """The longest term of the title that a theme rests on, where its paragraph has none of its own."""
    paragraph = lesson.resolution.paragraph(theme.paragraph)
    outside = not any(paragraph.start <= term.start < paragraph.end for term in theme.evidence)
    return max((term.surface for term in theme.evidence), key=len, default="") if outside else ""


def _telling(lesson: Lesson, answer: str) -> Faults:
    weights = tf_idf(lesson.words()).rows()
    here = {term: (count, weight) for paragraph, term, count, weight in weights if paragraph == lesson.places.weigh}
    best = max(here, key=lambda term: here[term][1])
    answer = next((term for term in here if term.casefold() == answer.casefold()), answer)
    if answer not in here:
        yield "not_there", {"given": answer, "paragraph": lesson.places.weigh}
    elif here[answer][1] < here[best][1]:
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
    answer = next((verb for verb in _in_each_language(answer) if verb in late + early), answer)
    answer = _verb_of(answer, late + early)
    if answer not in late + early:
        yield "unknown", {"given": answer}
    elif answer in early:
        yield "early", {"given": answer}
    elif answer != late[0]:
        yield "less", {"given": answer, "place": late.index(answer) + 1}


def _in_each_language(verb: str) -> list[str]:
    """A verb that the lesson glosses, in the words of every language."""
    ladders = [stated(code)["verbs"] for code in INTERFACE]
    return [each[ladder.index(verb)] for ladder in ladders if verb in ladder for each in ladders]


def _verb_of(answer: str, verbs: Sequence[str]) -> str:
    """The verb that is meant, where only its ending or its capitals differ."""
    given = answer.casefold()
    if given in verbs or len(given) < _STEM:
        return given
    return next((verb for verb in verbs if verb.startswith(given)), given)


_STEM = 4
_ROOT = 3  # letters that every form of a verb of the ladder begins with


def _without_theme(lesson: Lesson, answer: list[str]) -> Faults:
    themes = sorted(
        lesson.facts.themes, key=lambda theme: not _title_term(lesson, theme)
    )  # a term of its own tells more
    themed = {theme.paragraph: theme for theme in themes if theme.theme != lesson.places.apart}
    bare = [paragraph.id for paragraph in lesson.of("operative") if paragraph.id not in themed]
    yield from _how_many(answer, bare)
    yield from _no_such(lesson, answer)
    for id in answer:
        if not any(paragraph.id == id for paragraph in lesson.of("operative")):
            yield "not_operative", {"id": id}
        elif id in themed:
            term = _title_term(lesson, themed[id])
            words = {"id": id, "theme": theme_names(lesson.language)[themed[id].theme]}
            yield ("in_title", words | {"term": term}) if term else ("has", words)
    left = set(bare) - set(answer)
    if left:
        no_theme = left.isdisjoint(theme.paragraph for theme in themes)
        parts = all("." in id for id in left)
        yield "parts" if parts else "no_theme" if no_theme else "missing", {"all": len(bare), "id": min(left)}


# 4. How strongly it asks


def _asking(lesson: Lesson, answer: list[str]) -> Faults:
    first = [paragraph.id for paragraph in lesson.numbered][:ASKED_AMONG]
    asking = [id for id in first if any(clause.class_ == "DIR" for clause in lesson.clauses_of(id))]
    yield from _how_many(answer, asking)
    yield from _no_such(lesson, answer)
    answer = list(dict.fromkeys(id.partition(".")[0] for id in answer))
    for id in answer:
        if id not in first:
            yield "outside", {"id": id, "last": first[-1]}
        elif id not in asking:
            yield "asks_nobody", {"id": id, **_verbs(lesson, lesson.clauses_of(id))}
    for id in asking:
        if id not in answer:
            head = lesson.clauses_of(id)[0]
            yield "missing" if head.class_ == "DIR" else "buried", {"id": id, **_verbs(lesson, [head])}


def _verbs(lesson: Lesson, clauses: Sequence[Clause]) -> dict[str, str]:
    """The verbs of clauses, and what they do."""
    join = labels(lesson.language).join
    return {
        "verb": join(dict.fromkeys(clause.verb.surface for clause in clauses)),
        "means": join(dict.fromkeys(lesson.meaning(clause) for clause in clauses)),
    }


def _directives(lesson: Lesson) -> list[Clause]:
    operative = {paragraph.id for paragraph in lesson.of("operative")}
    return [clause for clause in lesson.facts.clauses if clause.class_ == "DIR" and clause.paragraph in operative]


def _buried(lesson: Lesson, answer: float) -> Faults:
    asked = _directives(lesson)
    buried = sum(clause.index > 1 for clause in asked)
    if answer == buried:
        return
    if answer == len(asked):
        yield "all", {"given": answer}
    elif answer == len(asked) - buried:
        yield "heads", {"given": answer}
    elif answer == sum(clause.class_ == "DIR" and clause.index > 1 for clause in lesson.facts.clauses):
        yield "with_preamble", {"given": answer}
    elif answer == len({clause.paragraph for clause in asked if clause.index > 1}):
        yield "paragraphs", {"given": answer}
    else:
        yield "other", {"given": answer, "all": len(asked)}


def _ladder(lesson: Lesson, answer: list[str]) -> Faults:
    steps, bands = lesson.places.ladder, _bands_of(lesson)
    answer = [_step(verb, steps) for verb in answer]
    for verb in answer:
        if verb not in steps:
            yield "unknown", {"given": verb, "verbs": labels(lesson.language).join(steps)}
    for verb in steps:
        if verb not in answer:
            yield "missing", {"verb": verb}
    for weaker, stronger in pairwise(answer):
        if bands[weaker] > bands[stronger]:
            yield "order", {"first": weaker, "second": stronger, "band": bands[weaker], "other": bands[stronger]}


def _step(verb: str, steps: tuple[str, ...]) -> str:
    """The step that a verb stands for: in the words of the other language too, or with another ending."""
    given = re.sub(r"\(.*?\)|[^\w\s-]", "", normalize("NFKC", verb).casefold()).split()
    for ladder in (stated(code)["ladder"] for code in INTERFACE):
        for place, step in enumerate(ladder):
            first, *rest = step.split()
            last = given[-1 - len(rest) :]
            if last and last[0][:_ROOT] == first[:_ROOT] and last[1:] == rest:
                return steps[place]
    return verb


def _bands_of(lesson: Lesson) -> dict[str, str]:
    """The band of each step; what the lesson's text does not use stands on its place."""
    return dict(zip(lesson.places.ladder, BANDS, strict=False))


def _hedged(lesson: Lesson, answer: list[str]) -> Faults:
    directives = _directives(lesson)
    softened = {clause.paragraph: clause for clause in directives if clause.softened_by}
    yield from _how_many(answer, softened)
    answer = _spread(answer, softened)
    yield from _no_such(lesson, answer)
    asking = {clause.paragraph for clause in directives}
    for id in answer:
        if id not in softened:
            yield "not" if id in asking else "asks_nothing", {"id": id}
    for id, clause in softened.items():
        if id not in answer:
            reached = {"found": len(set(answer) & set(softened)), "all": len(softened)}
            yield "missing", reached | {"hedge": clause.softened_by[0].surface}


def _two_steps(lesson: Lesson, answer: float) -> Faults:
    from ecoanalysis.compare.changes.ladders import BINARY

    asked = [clause.band for clause in _directives(lesson) if clause.band]
    requested = sum(BINARY[band] for band in asked)
    if answer == requested:
        return
    if answer == len(asked):
        yield "all", {"given": answer}
    elif answer == len(asked) - requested:
        yield "encouraged", {"given": answer}
    elif answer == sum(band != "D1" for band in asked):
        yield "called_upon", {"given": answer}
    else:
        yield "other", {"given": answer}


# 5. What changed


def _dropped(lesson: Lesson, answer: list[str]) -> Faults:
    links = {id: link for link in lesson.pair.links for id in link.old}
    dropped = [id for id, link in links.items() if link.base == "dropped"]
    for id in answer:
        if id not in links:
            yield "not_old", {"id": id}
        elif id not in dropped:
            how = "merged" if len(links[id].old) > 1 else "still"
            yield how, {"id": id, "new": ", ".join(links[id].new)}
    if set(dropped) - set(answer):
        yield "missing", {"found": len(set(answer) & set(dropped)), "all": len(dropped)}


def _slots(lesson: Lesson, answer: list[str]) -> Faults:
    links = {id: link for link in lesson.pair.links for id in link.new}
    slots = [id for id, link in links.items() if link.types == ("slot_update",)]
    yield from _how_many(answer, slots)
    for id in answer:
        if id not in links:
            yield "not_new", {"id": id}
        elif links[id].base == "identical":
            yield "identical", {"id": id}
        elif links[id].base == "new":
            yield "new", {"id": id}
        elif id not in slots:
            yield "substance", {"id": id, "old": ", ".join(links[id].old)}
    if set(slots) - set(answer):
        yield "missing", {"found": len(set(answer) & set(slots)), "all": len(slots)}


def _softer(lesson: Lesson, answer: list[str]) -> Faults:
    links = {id: link for link in lesson.pair.links for id in link.new}
    weaker = {id: link for id, link in links.items() if {"hedge_added", "weakened"} <= set(link.types)}
    say = labels(lesson.language)
    for id in answer:
        if id not in links:
            yield "not_new", {"id": id}
        elif id not in weaker:
            yield "otherwise", {"id": id, "types": say.join(say(f"change.{type}") for type in links[id].types)}
    if set(weaker) - set(answer):
        yield "missing", {"found": len(set(answer) & set(weaker)), "all": len(weaker)}


def _first_energy(lesson: Lesson, answer: str) -> Faults:
    editions = {edition.symbol: edition for edition in lesson.evolution.editions}
    asking = [
        symbol
        for symbol, edition in editions.items()
        if any(
            "energy" in paragraph.themes and any(provision.clause.class_ == "DIR" for provision in paragraph.provisions)
            for paragraph in edition.paragraphs
        )
    ]
    alike = (each for each in map(str, editions) if each.endswith(f"/RES/{answer}") or each == answer.upper())
    answer = next(alike, answer)
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


@cache
def exercises() -> Mapping[str, Exercise]:
    """Return every exercise by its id, in the order of the lessons.

    Examples
    --------
    >>> [one.id for one in exercises().values() if one.lesson == 1]
    ['operative', 'footnotes', 'cited', 'due']
    """
    number, word = ("number", answers.number), ("word", answers.word)
    ids, names, scores = ("ids", answers.paragraphs), ("names", answers.surfaces), ("scores", answers.scores)
    listed = (
        Exercise("operative", 1, *number, _operative),
        Exercise("footnotes", 1, *ids, _footnotes),
        Exercise("cited", 1, "symbols", answers.symbols, _cited),
        Exercise("due", 1, *number, _due),
        Exercise("pieces", 2, *number, _pieces),
        Exercise("lookalike", 2, *word, _lookalike),
        Exercise("named", 2, *names, _named),
        Exercise("quality", 2, *scores, _quality),
        Exercise("themed", 3, *ids, _themed),
        Exercise("without-theme", 3, *ids, _without_theme),
        Exercise("telling", 3, *word, _telling),
        Exercise("late-verb", 3, *word, _late_verb),
        Exercise("asking", 4, *ids, _asking),
        Exercise("buried", 4, *number, _buried),
        Exercise("ladder", 4, "list", answers.listed, _ladder),
        Exercise("hedged", 4, *ids, _hedged),
        Exercise("two-steps", 4, *number, _two_steps),
        Exercise("dropped", 5, *ids, _dropped),
        Exercise("slots", 5, *ids, _slots),
        Exercise("softer", 5, *ids, _softer),
        Exercise("longest", 5, *number, _longest),
        Exercise("first-energy", 5, "word", answers.symbol, _first_energy),
        *(Exercise(id, 6, "draft", answers.draft, faults) for id, faults in DRAFTING[6].items()),
        Exercise("most-asked", 7, *word, COLLECTION["most-asked"]),
        Exercise("how-hard", 7, *number, COLLECTION["how-hard"]),
        Exercise("no-body", 7, *number, COLLECTION["no-body"]),
        Exercise("hedged-share", 7, "number", answers.share, COLLECTION["hedged-share"]),
        Exercise("least-sure", 7, *word, COLLECTION["least-sure"]),
        *(Exercise(id, 8, "draft", answers.draft, faults) for id, faults in DRAFTING[8].items()),
    )
    return {exercise.id: exercise for exercise in listed}
