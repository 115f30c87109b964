"""What sort of party an addressee is (codebook, Clause): the registry decides for bodies, the words for groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.extract.parties.party import Party
from ecoanalysis.lexicon import language_of, load, regex
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.facts import Addressee, PartyType

_NEAR = 8  # characters within which the word before stands
_JOINED = 3  # characters of what joins two parties


def party_type(party: Party, surface: str, language: str) -> PartyType | None:
    """Return what sort of party it is; None of an anaphor, which has its antecedent's, and of nobody.

    Examples
    --------
    >>> party_type(Party(0, 13, None, "generic", "core"), "Member States", "en")
    'states'
    >>> party_type(Party(0, 3, "secretary-general", "named", "core"), "秘书长", "zh")
    'secretary-general'
    """
    if party.kind in ("unspecified", "unresolved"):
        return None
    if party.states:
        return "state"
    if party.agency:
        return _office(surface, language) or body_type(party.agency)
    if party.kind == "anaphor":
        return None
    return words_type(surface, language)


def _office(surface: str, language: str) -> PartyType | None:
    """The sort of an office-holder whom the body's own name does not name: the High Commissioner for Human Rights."""
    offices = language_of(language).table("parties").get("offices", ())
    return next((office["type"] for office in offices if re.search(regex(office["words"]), plain(surface))), None)


def is_definite(text: str, party: Party, language: str) -> bool:
    """Return whether words stand for the government of a State that was named: the Government, 该国政府.

    Examples
    --------
    >>> text = "Urges the Government to light the quays"
    >>> is_definite(text, Party(10, 20, None, "generic", "core"), "en")
    True
    """
    if party.start is None or party.end is None:
        return False
    definite = _definite(language)
    return definite.fullmatch(plain(text[: party.end]), party.start) is not None


def of_a_dispute(text: str, party: Party, language: str) -> bool:
    """Return whether words stand for those on the sides of a dispute, not of a treaty: the parties.

    Examples
    --------
    >>> of_a_dispute("Urges the parties to talk", Party(10, 17, None, "generic", "core"), "en")
    True
    """
    definite, treaty = (language_of(language).compiled("parties", key) for key in ("definite_parties", "of_treaties"))
    start = party.start or 0
    before = text[max(0, start - _NEAR) : start]
    return bool(definite.fullmatch(plain(before + text[start : party.end]), len(before))) and not treaty.search(text)


def is_of_several(text: str, surface: str, language: str) -> bool:
    """Return whether a text speaks twice of several such as are described: of *the Government* no more than one is.

    Examples
    --------
    >>> is_of_several("各国政府说明，请政府与各国政府协商", "政府", "zh"), is_of_several("请管理国说明", "管理国", "zh")
    (True, False)
    """
    several = language_of(language).compiled("parties", "of_several")
    places = (match.start() for match in re.finditer(re.escape(surface), text))
    return sum(bool(several.search(text, max(0, place - _NEAR), place)) for place in places) > 1


def is_the_one(surface: str, title: str, language: str) -> bool:
    """Return whether a resolution of that title can mean but one State by a description.

    Examples
    --------
    >>> is_the_one("管理国", "关岛问题", "zh"), is_the_one("管理国", "非自治领土问题", "zh")
    (True, False)
    """
    return bool(language_of(language).compiled("parties", "of_one").search(f"{surface}\n{plain(title)}"))


def is_to_a_treaty(text: str, party: Party, language: str) -> bool:
    """Return whether those on all sides are a treaty's: 促请各方充分执行该协定.

    Examples
    --------
    >>> is_to_a_treaty("促请各方执行该协定", Party(2, 4, None, "generic", "core"), "zh")
    True
    """
    match = language_of(language).compiled("parties", "to_a_treaty").match(text, party.start or 0)
    return match is not None and match.end() == party.end


def names_a_treaty(title: str, language: str) -> bool:
    """Return whether a title names a treaty.

    Examples
    --------
    >>> names_a_treaty("Implementation of the Convention on Lamps", "en"), names_a_treaty("Lamps", "en")
    (True, False)
    """
    return bool(language_of(language).compiled("parties", "of_treaties").search(plain(title)))


def is_all_sides(text: str, party: Party, language: str) -> bool:
    """Return whether words stand for all the parties of something that they do not name, and no dispute is spoken of.

    Examples
    --------
    >>> party = Party(6, 17, None, "generic", "core")
    >>> [is_all_sides(text, party, "en") for text in ("Urges all parties to sail", "Urges all parties to open talks")]
    [True, False]
    """
    sides, talks = (language_of(language).compiled("parties", key) for key in ("all_sides", "of_talks"))
    return bool(sides.fullmatch(plain(text[: party.end]), party.start or 0)) and not talks.search(text)


def is_both_sides(surface: str, language: str) -> bool:
    """Return whether words stand for two sides that they do not name.

    Examples
    --------
    >>> is_both_sides("双方", "zh"), is_both_sides("各方", "zh"), is_both_sides("both sides", "en")
    (True, False, True)
    """
    return bool(language_of(language).compiled("parties", "both_sides").fullmatch(plain(surface)))


def is_bare_unit(surface: str, language: str) -> bool:
    """Return whether words are a unit's short name that could be many a unit's.

    Examples
    --------
    >>> is_bare_unit("区域中心", "zh"), is_bare_unit("灯塔中心", "zh")
    (True, False)
    """
    return bool(language_of(language).compiled("parties", "bare_unit_name").fullmatch(plain(surface)))


def tells_of_sides(titles: Sequence[str], recitals: Sequence[str], language: str) -> bool:
    """Return whether a text is on a conflict between two sides: its title says so, or a recital that names them.

    Examples
    --------
    >>> tells_of_sides(["边界问题"], ["关切甲国和乙国之间的冲突，"], "zh"), tells_of_sides(["合作"], [], "zh")
    (True, False)
    """
    conflict, between, together = (
        language_of(language).compiled("parties", key) for key in ("on_conflict", "between_sides", "of_cooperation")
    )
    if any(together.search(plain(title)) for title in titles):
        return False
    return any(conflict.search(plain(title)) for title in titles) or any(
        between.search(plain(recital)) for recital in recitals
    )


@cache
def _definite(language: str) -> re.Pattern[str]:
    return language_of(language).compiled("parties", "definite_state")


def as_examples(addressees: Sequence[Addressee], language: str) -> tuple[Addressee, ...]:
    """Return the addressees, the examples that are a pronoun of the sort of the party before: States, those in arrears.

    Examples
    --------
    >>> core = Addressee("States", None, None, "generic", "core", (), "states")
    >>> example = Addressee("those in arrears", None, None, "generic", "example", (), "mixed")
    >>> [party.type for party in as_examples([core, example], "en")]
    ['states', 'states']
    """
    pronoun = language_of(language).compiled("parties", "pronoun")
    typed: list[Addressee] = []
    core: Addressee | None = None
    beside = False  # behind examples one is of another sort: 各组织，特别是世界银行、私营部门和|各国
    for place, party in enumerate(addressees):
        before = typed[-1] if typed else None
        if before and _is_of_the_same(before, party, language):
            party = replace(party, type=before.type)
        core = party if party.role == "core" else core
        listed = before is not None and before.role == party.role == "example"
        listed = listed and not pronoun.match(plain(party.surface or ""))
        listed = listed and all(
            further.role == "example" for further in addressees[place:]
        )  # none that it stands before
        beside = party.role == "example" and (beside or (listed and not _covers(core, party, language)))
        if beside:
            party = replace(party, role="core")
        if core and party.role == "example" and party.kind == "generic" and _repeats(party, core, language):
            party = replace(party, type=core.type)
        if before and party.role == "example" and party.surface and pronoun.match(plain(party.surface)):
            party = replace(party, type=before.type)
        typed.append(party)
    return tuple(typed)


def _is_of_the_same(before: Addressee, party: Addressee, language: str) -> bool:
    """Whether others are those of the whole that was named before: 联合国系统各专门机构和|其他组织."""
    keys = ("whole", "others", "of_body")
    whole, others, of_body = (language_of(language).compiled("parties", key) for key in keys)
    follows = before.span is not None and party.span is not None and 0 < party.span.start - before.span.end < _JOINED
    words = plain(party.surface or "")
    of_whole = whole.match(plain(before.surface or "")) and others.fullmatch(words)
    return bool(follows and (of_whole or (before.type == "un-body" and of_body.fullmatch(words))))


def _covers(core: Addressee | None, example: Addressee, language: str) -> bool:
    """Whether a party may be an example of another, by their sorts."""
    covers = language_of(language).table("parties").get("covers", {})
    sorts = covers.get(core.type) if core else None
    return sorts is None or example.type is None or example.type in sorts


def is_of_the_system(text: str, party: Party, act: int, language: str) -> bool:
    """Return whether a party that acts is the United Nations' own, though no one body; what is said of it is no matter.

    Examples
    --------
    >>> text = "Decides that the incoming Chairs of the States parties shall meet"
    >>> is_of_the_system(text, Party(17, 52, None, "generic", "core"), 52, "en")
    True
    """
    spoken = language_of(language)
    if party.kind != "generic" or party.start is None or "qualifier" not in spoken.table("parties"):
        return False
    head = spoken.compiled("parties", "qualifier").split(text[party.start : party.end], maxsplit=1)[0]
    undergoes = spoken.compiled("parties", "undergoes", flags=re.IGNORECASE).match(text, act)
    return undergoes is None and words_type(head, language) in ("un-body", "secretariat", "expert")


def _repeats(example: Addressee, core: Addressee, language: str) -> bool:
    """Whether an example has the noun of those it stands for, and no sort of its own: 各机构，包括牵头机构."""
    noun = language_of(language).compiled("parties", "noun_of_core")
    of_example, of_core = (noun.search(plain(party.surface or "")) for party in (example, core))
    return bool(of_example and of_core and of_example["noun"] == of_core["noun"])


@cache
def body_type(agency: str) -> PartyType | None:
    """Return the sort of a registered body.

    Examples
    --------
    >>> body_type("undp"), body_type("desa"), body_type("adb"), body_type("imf")
    ('un-body', 'secretariat', 'intergovernmental', 'un-body')
    """
    if agency not in registry():
        return None
    facts = load("facts/party-types")
    body = registry()[agency]
    if agency in facts["ids"]:
        return cast("PartyType", facts["ids"][agency])
    name = body.name(facts["language"])
    for rule in facts["rules"]:
        if _fits(rule, body.kind, name, registry().is_united_nations(agency)):
            return cast("PartyType", rule["type"])
    return cast("PartyType", facts["default"])


def _fits(rule: dict[str, str | bool], kind: str, name: str, of_the_system: bool) -> bool:
    return (
        rule.get("kind", kind) == kind
        and rule.get("system", of_the_system) == of_the_system
        and bool(re.search(str(rule.get("name", "")), name))
    )


def words_type(surface: str, language: str, other: PartyType | None = "mixed") -> PartyType | None:
    """Return the sort of a group, by the first rule of its language that fits; None where the language has no rules.

    ``other``: what it is where none fits.

    Examples
    --------
    >>> words_type("ferry companies", "en"), words_type("有关国家", "zh")
    ('private', 'states')
    """
    words = plain(surface)
    for part in (_relative(language).sub("", words), words):  # what a clause says of them tells less than their noun
        for sort, pattern in _sorts(language):
            if pattern.search(part):
                return sort
    return other if _sorts(language) else None


@cache
def _relative(language: str) -> re.Pattern[str]:
    return language_of(language).compiled("parties", "relative_clause")


@cache
def _sorts(language: str) -> tuple[tuple[PartyType, re.Pattern[str]], ...]:
    rules = language_of(language).table("parties").get("types", ())
    return tuple((rule["type"], re.compile(regex(rule["words"]), re.IGNORECASE)) for rule in rules)
