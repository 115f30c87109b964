"""What the file states of the resolution as a whole: when it was adopted, on which item, whose draft, by what vote."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.listed import BESIDE, split_names
from ecoanalysis.model.document import Role
from ecoanalysis.read.akn.elements import find, plain

_DRAFT = re.compile(r"[AES]/(?:[A-Z][\w.]*/)?[\w-]+/L\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*")
_ADDED = re.compile(r"\s*(?:和|、|,|and)\s*((?:Rev|Add|Corr)\.\d+)")
_ITEM = re.compile(r"\d(?:.*[\d)）])?", re.DOTALL)
_TALLY = re.compile(r"(\d+)-(\d+)-(\d+)")
_REMARK = re.compile(r"\.\s*[-–—]\s.*")  # United States. - Removes Czechia from the list
_COMMITTEES = {
    "firstCommittee": "C1",
    "secondCommittee": "C2",
    "thirdCommittee": "C3",
    "fourthCommittee": "C4",
    "fifthCommittee": "C5",
    "sixthCommittee": "C6",
    "noMainCommittee": "plenary",
}
PROPONENTS = {committee: name for name, committee in _COMMITTEES.items()}
"""What AKN4UN calls each committee."""

_BALLOTS = {"inFavour": "yes", "against": "no", "abstaining": "abstain"}
_SCHEMES = {"UNBIS Thesaurus": "UNBIS", "SDGO": "SDG"}
SCHEMES = {scheme: name for name, scheme in _SCHEMES.items()}
"""What AKN4UN calls each scheme of subjects, where it is not its own name."""


@dataclass(frozen=True)
class Metadata:
    """What the file's head, cover and closing say of the resolution as a whole."""

    root: Any

    def stated(self) -> Iterator[tuple[Role, str]]:
        """Yield each thing stated, as a mark's role and value."""
        values: tuple[tuple[Role, str], ...] = (
            ("adopted_on", self._date()),
            ("meeting", re.sub(r"\D", "", self._closing("adoptionMeeting"))),
            ("agenda_item", self._agenda_item()),
            *(("draft", draft) for draft in self._drafts()),
            ("sponsors", "; ".join(self._sponsors())),
            ("vote", self._vote()),
            *(("ballot", ballot) for ballot in self._ballots()),
            ("committee", self._committee()),
            *(("subject", subject) for subject in self._subjects()),
        )
        yield from ((role, value) for role, value in values if value)

    def _date(self) -> str:
        """As printed below the text; the file's head is wrong at times."""
        printed = [element for end in find(self.root, "conclusions") for element in find(end, "docDate")]
        head = [element for element in find(self.root, "FRBRdate") if element.get("name") == "adoption"]
        return next((element.get("date") for element in [*printed, *head] if element.get("date")), "")

    def _closing(self, name: str) -> str:
        for end in find(self.root, "conclusions"):
            for element in find(end, "inline", "location"):
                if name in (element.get("name"), element.get("refersTo", "").lstrip("#")):
                    return plain(element)
        return ""

    def _agenda_item(self) -> str:
        """Without the words around it, which French sets behind it too: Point 15 de l'ordre du jour."""
        item = _ITEM.search(self._cover("agenda item"))
        return item[0] if item else ""

    def _cover(self, name: str) -> str:
        return next((plain(element) for element in find(self.root, "inline") if element.get("name") == name), "")

    @cached_property
    def _steps(self) -> list[Any]:
        return [step for step in find(self.root, "step") if step.get("outcome", "").startswith("draftResolution")]

    def _drafts(self) -> list[str]:
        """The drafts that the cover names, then the one that the committee had before it."""
        drafts: list[str] = []
        cover = self._cover("originating document")
        for named in _DRAFT.finditer(cover):
            drafts.append(named[0])
            if added := _ADDED.match(cover, named.end()):
                drafts.append(f"{named[0]}/{added[1]}")
        drafts += [match[0] for step in self._steps if (match := _DRAFT.match(step.get("as") or ""))]
        return list(dict.fromkeys(drafts))

    def _sponsors(self) -> list[str]:
        listed = "; ".join(step.get("by") or "" for step in self._steps)
        return list(dict.fromkeys(name for part in listed.split(";") for name in sponsors(part)))

    def _ballots(self) -> Iterator[str]:
        for voting in find(self.root, "voting"):
            for count in find(voting, "count"):
                if vote := _BALLOTS.get(count.get("refersTo", "").lstrip("#")):
                    yield from (f"{vote}\t{plain(voter)}" for voter in find(count, "organization"))

    def _committee(self) -> str:
        proponents = (element.get("refersTo", "").lstrip("#") for element in find(self.root, "docProponent"))
        return next((_COMMITTEES[name] for name in proponents if name in _COMMITTEES), "")

    def _subjects(self) -> Iterator[str]:
        """Keywords, by the address of the thing in its scheme, by its value where the file gives no address; each once.

        Of a thing that a file labels in two ways the first label counts.
        """
        labels = dict[tuple[str, str], str]()
        for keyword in find(self.root, "keyword"):
            stated = {name: html.unescape(html.unescape(value)).strip() for name, value in keyword.attrib.items()}
            id = stated.get("href", "").rstrip("/").rpartition("/")[2] or stated.get("value", "")
            label = stated.get("showAs", "").replace("_", " ") or id
            scheme = stated.get("dictionary", "")
            if id and scheme:
                labels.setdefault((_SCHEMES.get(scheme, scheme), id), label)
        yield from ("\t".join((*thing, label)) for thing, label in labels.items())

    def _vote(self) -> str:
        for voting in find(self.root, "voting"):
            outcome = voting.get("outcome", "").lower().replace(" ", "")
            if "withoutvote" in outcome:
                return "without"
            counts = {element.get("refersTo", ""): element.get("value", "") for element in find(voting, "count")}
            if any(counts.values()):  # a count of nought is left out
                named = (counts.get(name) or "0" for name in ("inFavour", "against", "abstaining"))
                return " ".join(["recorded", *named])
            if recorded := _TALLY.search(outcome):
                return " ".join(["recorded", *recorded.groups()])
            if "recorded" in outcome:
                return "recorded"
        return ""


def sponsors(listed: str) -> list[str]:
    """Return the names of a list of sponsors, which is in English beside a text of any language.

    Examples
    --------
    >>> sponsors("Cuba (on behalf of X, Y and Z), Malta, Bosnia and Herzegovina and Peru")
    ['Cuba (on behalf of X, Y and Z)', 'Malta', 'Bosnia and Herzegovina', 'Peru']
    >>> sponsors("submitted by the Chair of the Committee following informal consultations")
    ['Chair of the Committee']
    """
    listed = _REMARK.sub("", listed)
    if submitted := _form("introduced").search(listed):
        body = _form("basis").sub("", submitted["sponsors"]).strip(" ,.")
        behalf = _form("speaks_for").fullmatch(body)
        return [f"{behalf['name']} ({behalf['behalf']})" if behalf else body] if body else []
    return list(split_names(_form("basis").sub("", listed), BESIDE))


def _form(name: str) -> re.Pattern[str]:
    return language_of(BESIDE).compiled("structure", "drafting", name)
