"""Items: the facts of the contract, or of a gold in its form, made comparable."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ecoanalysis.contract import to_contract
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.facts import Facts

Record = Mapping[str, Any]

FINER = (
    "addressee types", "countries", "hedge kinds", "acts", "act verbs", "polarity", "acts to stop", "report kinds",
    "reporters", "recipients", "report dues", "deadlines",
)  # fmt: skip
"""What a clause and its parts say besides, where both sides have fields for it."""

_FIELDS = {
    "addressee types": ("addressees", "type"),
    "countries": ("addressees", "country"),
    "hedge kinds": ("hedges", "kind"),
    "acts": ("", "act"),
    "act verbs": ("", "act_verb"),
    "polarity": ("", "polarity"),
    "acts to stop": ("", "polarity"),
    "report kinds": ("report", "kind"),
    "deadlines": ("", "deadline"),
}
_SCORED = ("preamble", "operative")
_ACT_WORDS, _ACT_LETTERS = 4, 6
_STOPS = ",.;:，。；：、"
_EFFORT = "effort"  # stored among the hedges, and none (codebook §3)
_UNRESOLVED = "unresolved"  # what a rule did not understand: a miss
_SAME = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣", "-") | dict.fromkeys("“”„«»″", '"') | dict.fromkeys("‘’‚′`´", "'")
)  # fmt: skip


class FactKey(NamedTuple):
    """A fact made comparable: the words that must agree, and ids of which one must agree where both sides have any."""

    kind: str
    paragraph: str
    words: tuple[str, ...]
    ids: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What two items that may agree have in common."""
        return self.kind, self.paragraph, tuple(normalise(word) for word in self.words)

    @property
    def shown(self) -> str:
        """The fact in a list of differences."""
        return " · ".join(word for word in (*self.words, *sorted(self.ids)) if word) or "(unspecified)"


def normalise(words: str) -> str:
    """Return words as they compare: without white space, with widths, hyphens and quotes unified.

    Examples
    --------
    >>> normalise("第 73/330 号决议 （一）") == normalise("第73/330号决议(一)")
    True
    """
    return "".join(unicodedata.normalize("NFKC", words).translate(_SAME).split())


def record_of(facts: Facts) -> Record:
    """Return facts in the form of the contract, the span of an act replaced by its words."""
    record = to_contract(facts)
    for clause in record["clauses"]:
        if isinstance(span := clause.get("act"), Mapping):
            passage = facts.resolution.paragraph(clause["paragraph"])
            places = zip(passage.text, passage.offsets, strict=True)
            clause["act"] = "".join(letter for letter, place in places if span["start"] <= place < span["end"])
    return record


def items(record: Record) -> Iterator[FactKey]:
    """Yield what is scored of one object of the contract, or of a gold in its form."""
    scored = {paragraph["id"] for paragraph in record["paragraphs"] if paragraph["part"] in _SCORED}
    names = record.get("names", {})
    yield from _header(record["resolution"] or {})
    for paragraph in record["paragraphs"]:
        if paragraph["id"] in scored:
            yield FactKey("paragraphs", paragraph["id"], (paragraph["part"],))
    for clause in record["clauses"]:
        if clause["paragraph"] in scored:
            yield from _clause(clause, names)
    for mention in record["agencies"]:
        yield from _mention(mention, scored)
    for citation in record["citations"]:
        yield from _citation(citation, scored)
    for kind, word in (("dates", "date"), ("themes", "theme")):
        for fact in record[kind]:
            if fact["paragraph"] in scored:
                yield FactKey(kind, fact["paragraph"], (fact[word],))
    for note in record["footnotes"]:
        if note["paragraph"]:
            yield FactKey("footnotes", note["paragraph"], (note["number"], note.get("before", "")))


def _header(resolution: Record) -> Iterator[FactKey]:
    for name in ("symbol", "title", "adopted_on", "meeting"):
        if resolution.get(name):
            yield FactKey("header", "header", (name, str(resolution[name])))


def _clause(clause: Record, names: Mapping[str, str]) -> Iterator[FactKey]:
    paragraph, verb = clause["paragraph"], clause["verb"]
    yield FactKey("clauses", paragraph, (verb,))
    yield FactKey("classes", paragraph, (verb, clause["class"], clause["band"] or ""))
    for kind in ("hedges", "intensifiers", "continuity"):
        yield from (
            FactKey(kind, paragraph, (word["surface"],)) for word in clause[kind] if word.get("kind") != _EFFORT
        )
    for addressee in _resolved(clause["addressees"]):
        surface, ids = addressee["surface"] or "", _ids(addressee["agency"], names.get(addressee["agency"]))
        yield FactKey("addressees", paragraph, (surface,))
        yield FactKey("addressee kinds", paragraph, (surface, addressee["kind"], addressee["role"]), ids)
    if report := clause["report"]:
        bodies = (_registered(report["reporter"], names), _registered(report["recipient"], names))
        due = report["due_session"] or report["due_date"] or ""
        yield FactKey("reports", paragraph, (verb,))
        yield FactKey("report details", paragraph, (verb, *bodies, str(due)))


def _resolved(addressees: Iterable[Record]) -> Iterator[Record]:
    return (addressee for addressee in addressees if addressee["kind"] != _UNRESOLVED)


def finer_items(record: Record, language: str) -> Iterator[FactKey]:
    """Yield what is scored of a record besides."""
    scored = {paragraph["id"] for paragraph in record["paragraphs"] if paragraph["part"] in _SCORED}
    names = record.get("names", {})
    for clause in record["clauses"]:
        if clause["paragraph"] in scored:
            yield from _finer(clause, names, language)


def _finer(clause: Record, names: Mapping[str, str], language: str) -> Iterator[FactKey]:
    paragraph, verb = clause["paragraph"], clause["verb"]
    for addressee in _resolved(clause["addressees"]):
        surface = addressee["surface"] or ""
        if addressee.get("type"):
            yield FactKey("addressee types", paragraph, (surface, addressee["type"]))
        yield from (FactKey("countries", paragraph, (surface, code)) for code in _each(addressee.get("country")))
    for hedge in clause["hedges"]:
        if hedge.get("kind"):
            yield FactKey("hedge kinds", paragraph, (hedge["surface"], hedge["kind"]))
    if clause.get("act"):
        yield FactKey("acts", paragraph, (verb, beginning(clause["act"], language)))
    if clause.get("act_verb"):
        yield FactKey("act verbs", paragraph, (verb, clause["act_verb"].lower()))
    if clause.get("polarity"):
        yield FactKey("polarity", paragraph, (verb, clause["polarity"]))
    if clause.get("polarity") == "stop":
        yield FactKey("acts to stop", paragraph, (verb,))
    if report := clause["report"]:
        yield from _report(paragraph, verb, report, names)
    if deadline := clause.get("deadline"):
        yield FactKey("deadlines", paragraph, (verb, deadline["kind"], _due(deadline)))


def _report(paragraph: str, verb: str, report: Record, names: Mapping[str, str]) -> Iterator[FactKey]:
    if report.get("kind"):
        yield FactKey("report kinds", paragraph, (verb, report["kind"]))
    for kind, key in (("reporters", "reporter"), ("recipients", "recipient")):
        yield from (
            FactKey(kind, paragraph, (verb, body)) for body in _registered(report[key], names).split(", ") if body
        )
    for due in report.get("dues") or [report]:
        if when := str(due) if isinstance(due, int | str) else _due(due):
            yield FactKey("report dues", paragraph, (verb, when))


def _due(due: Record) -> str:
    """A session or a date, whatever its field is called."""
    keys = ("session", "date", "due_session", "due_date")
    return next((str(due[key]) for key in keys if due.get(key)), "")


def _each(value: Any) -> Iterable[str]:
    return [value] if isinstance(value, str) else value or ()


def beginning(act: str, language: str) -> str:
    """Return an act's first words, or letters where words touch, as they compare: so much of it a gold gives.

    Examples
    --------
    >>> beginning("submit a full report, and brief it", "en")
    'submitafullreport'
    >>> beginning("提交一份关于湖泊的报告", "zh")
    '提交一份关于'
    """
    if language_of(language).words_touch:
        return normalise(act)[:_ACT_LETTERS].rstrip(_STOPS)
    return normalise(" ".join(act.split()[:_ACT_WORDS])).rstrip(_STOPS)


def lacking(records: Iterable[Record]) -> frozenset[str]:
    """Return the finer kinds for which the contract of some records has no field.

    Examples
    --------
    >>> clause = {"addressees": [], "hedges": [{"surface": "as appropriate"}], "report": None, "polarity": "do"}
    >>> sorted(lacking([{"clauses": [clause]}]))
    ['act verbs', 'acts', 'deadlines', 'hedge kinds']
    """
    clauses = [clause for record in records for clause in record["clauses"]]
    return frozenset(
        kind for kind, (part, key) in _FIELDS.items() if any(key not in has for has in _parts(clauses, part))
    )


def is_fine(record: Record) -> bool:
    """Return whether a reading was made with the finer kinds in view: then its directives have a polarity.

    Examples
    --------
    >>> is_fine({"clauses": [{"verb": "Requests", "polarity": "do"}]}), is_fine({"clauses": [{"verb": "Requests"}]})
    (True, False)
    """
    return any(clause.get("polarity") for clause in record["clauses"])


def _parts(clauses: Iterable[Record], part: str) -> Iterator[Record]:
    for clause in clauses:
        value = clause[part] if part else clause
        yield from [value] if isinstance(value, Mapping) else value or ()


def _mention(mention: Record, scored: set[str]) -> Iterator[FactKey]:
    paragraph, words = mention["paragraph"], (mention["surface"],)
    ids = _ids(mention["agency"], mention.get("name"))
    if paragraph in scored:
        yield FactKey("names", paragraph, words)
        yield FactKey("agencies", paragraph, words, ids)
    elif paragraph == "title" or paragraph.startswith("fn"):
        yield FactKey("agencies in title and notes", paragraph, words, ids)


def _citation(citation: Record, scored: set[str]) -> Iterator[FactKey]:
    paragraph, kind, symbol = citation["paragraph"], citation["kind"], citation["symbol"]
    if paragraph.startswith("fn"):
        yield FactKey("citations in notes", paragraph, (symbol or citation["surface"],))
    elif paragraph in scored and symbol:
        yield FactKey("citations", paragraph, (symbol,))
        yield FactKey("citation details", paragraph, (symbol, kind, citation["section"] or "", citation["date"] or ""))
    elif paragraph in scored:
        yield FactKey("named citations", paragraph, (citation["surface"], kind))


def _ids(agency: str | None, name: str | None) -> frozenset[str]:
    """The ids that mean a body: as written, and the one that the official English name of a gold leads to."""
    return frozenset(id for id in (agency, registry().by_name(name) if name else None) if id)


def _registered(agencies: str | None, names: Mapping[str, str]) -> str:
    """A reader's ids, as the registry has them."""
    bodies = registry()
    ids = (agencies or "").split(", ")
    return ", ".join(id if id in bodies else bodies.by_name(names.get(id, "")) or id for id in ids)
