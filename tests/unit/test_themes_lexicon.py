"""Themes: every entry is whole, its terms find its examples, and leave its counter-examples alone."""

from __future__ import annotations

import re

import pytest

from ecoanalysis.lexicon import LANGUAGES, load

THEMES = load("themes")["theme"]
BY_ID = {theme["id"]: theme for theme in THEMES}
ENTRIES = [(id, language) for id in BY_ID for language in LANGUAGES]

NAMED = """transport energy health trade ict agriculture-food tourism environment climate oceans water desertification
disaster-risk humanitarian statistics drugs-crime terrorism culture-science-education afghanistan finance industry
institutional-cooperation sustainable-development human-rights women children-youth social-development
migration-refugees disarmament peace-security decolonization palestine international-law budget-administration
outer-space governance"""


def test_the_themes_are_those_of_the_gold_in_canonical_order() -> None:
    assert list(BY_ID) == sorted(NAMED.split())


@pytest.mark.parametrize(("id", "language"), ENTRIES)
def test_terms_are_unique_weighted_and_ordered(id: str, language: str) -> None:
    terms = BY_ID[id][language]["terms"]
    words = [term["term"].lower() for term in terms]
    assert BY_ID[id][language]["label"]
    assert len(words) == len(set(words))
    assert {term["weight"] for term in terms} <= {1, 2, 3}
    assert [term["weight"] for term in terms] == sorted((term["weight"] for term in terms), reverse=True)


@pytest.mark.parametrize(("id", "language"), ENTRIES)
def test_examples_hold_hits_of_the_theme(id: str, language: str) -> None:
    examples = BY_ID[id][language]["examples"]
    assert examples
    for example in examples:
        hits = [word.lower() for word in re.findall(r"\[(.+?)\]", example)]
        assert hits
        assert set(hits) <= _found(example.replace("[", "").replace("]", ""), id, language), example


@pytest.mark.parametrize(("id", "language"), ENTRIES)
def test_counter_examples_hold_none(id: str, language: str) -> None:
    counter_examples = BY_ID[id][language]["counter_examples"]
    assert counter_examples
    for text in counter_examples:
        assert _found(text, id, language) == set(), text


@pytest.mark.parametrize("theme", THEMES, ids=BY_ID)
def test_goals_are_goals(theme: dict[str, list[int]]) -> None:
    assert set(theme["sdg"]) <= set(range(1, 18))


@pytest.mark.shared
def test_categories_are_of_the_unbis_thesaurus(shared) -> None:  # type: ignore[no-untyped-def]
    rows = (shared / "vocab" / "unbis_categories_6lang.tsv").read_text(encoding="utf-8").splitlines()
    known = {f"{code} {name}" for code, _, name, *_ in (row.split("\t") for row in rows[1:])}
    given = {category for theme in THEMES for category in theme["unbis"].split("; ")}
    assert {category.casefold() for category in given} <= {category.casefold() for category in known}


def _found(text: str, id: str, language: str) -> set[str]:
    """The theme's terms in a text, the longest term of any theme first, as the lexicon's head says."""
    owners: dict[str, set[str]] = {}
    for theme in THEMES:
        for term in theme[language]["terms"]:
            owners.setdefault(term["term"].lower(), set()).add(theme["id"])
    longest_first = "|".join(re.escape(term) for term in sorted(owners, key=len, reverse=True))
    whole = longest_first if language == "zh" else rf"\b(?:{longest_first})(?=s?\b)"
    return {hit[0] for hit in re.finditer(whole, text.lower()) if id in owners[hit[0]]}
