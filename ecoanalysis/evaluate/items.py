"""Items: the facts of the contract, or of a gold in its form, made comparable."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ecoanalysis.lexicon.bodies import registry

Record = Mapping[str, Any]

_SCORED = ("preamble", "operative")
_SAME = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣", "-") | dict.fromkeys("“”„«»″", '"') | dict.fromkeys("‘’‚′`´", "'")
)  # fmt: skip


class Item(NamedTuple):
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


def items(record: Record) -> Iterator[Item]:
    """Yield what is scored of one object of the contract, or of a gold in its form."""
    scored = {paragraph["id"] for paragraph in record["paragraphs"] if paragraph["part"] in _SCORED}
    names = record.get("names", {})
    yield from _header(record["resolution"] or {})
    for paragraph in record["paragraphs"]:
        if paragraph["id"] in scored:
            yield Item("paragraphs", paragraph["id"], (paragraph["part"],))
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
                yield Item(kind, fact["paragraph"], (fact[word],))
    for note in record["footnotes"]:
        if note["paragraph"]:
            yield Item("footnotes", note["paragraph"], (note["number"], note.get("before", "")))


def _header(resolution: Record) -> Iterator[Item]:
    for name in ("symbol", "title", "adopted_on", "meeting"):
        if resolution.get(name):
            yield Item("header", "header", (name, str(resolution[name])))


def _clause(clause: Record, names: Mapping[str, str]) -> Iterator[Item]:
    paragraph, verb = clause["paragraph"], clause["verb"]
    yield Item("clauses", paragraph, (verb,))
    yield Item("classes", paragraph, (verb, clause["class"], clause["band"] or ""))
    for kind in ("hedges", "intensifiers", "continuity"):
        yield from (Item(kind, paragraph, (word["surface"],)) for word in clause[kind])
    for addressee in clause["addressees"]:
        surface, ids = addressee["surface"] or "", _ids(addressee["agency"], names.get(addressee["agency"]))
        yield Item("addressees", paragraph, (surface,))
        yield Item("addressee kinds", paragraph, (surface, addressee["kind"], addressee["role"]), ids)
    if report := clause["report"]:
        bodies = (_registered(report["reporter"], names), _registered(report["recipient"], names))
        due = report["due_session"] or report["due_date"] or ""
        yield Item("reports", paragraph, (verb,))
        yield Item("report details", paragraph, (verb, *bodies, str(due)))


def _mention(mention: Record, scored: set[str]) -> Iterator[Item]:
    paragraph, words = mention["paragraph"], (mention["surface"],)
    ids = _ids(mention["agency"], mention.get("name"))
    if paragraph in scored:
        yield Item("names", paragraph, words)
        yield Item("agencies", paragraph, words, ids)
    elif paragraph == "title" or paragraph.startswith("fn"):
        yield Item("agencies in title and notes", paragraph, words, ids)


def _citation(citation: Record, scored: set[str]) -> Iterator[Item]:
    paragraph, kind, symbol = citation["paragraph"], citation["kind"], citation["symbol"]
    if paragraph.startswith("fn"):
        yield Item("citations in notes", paragraph, (symbol or citation["surface"],))
    elif paragraph in scored and symbol:
        yield Item("citations", paragraph, (symbol,))
        yield Item("citation details", paragraph, (symbol, kind, citation["section"] or "", citation["date"] or ""))
    elif paragraph in scored:
        yield Item("named citations", paragraph, (citation["surface"], kind))


def _ids(agency: str | None, name: str | None) -> frozenset[str]:
    """The ids that mean a body: as written, and the one that the official English name of a gold leads to."""
    return frozenset(id for id in (agency, registry().by_name(name) if name else None) if id)


def _registered(agencies: str | None, names: Mapping[str, str]) -> str:
    """A reader's ids, as the registry has them."""
    bodies = registry()
    ids = (agencies or "").split(", ")
    return ", ".join(id if id in bodies else bodies.by_name(names.get(id, "")) or id for id in ids)
