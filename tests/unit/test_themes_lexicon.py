"""Themes: every entry is whole, its examples are found to be of the theme, and its counter-examples are not."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ecoanalysis.extract.performatives import find_performatives
from ecoanalysis.extract.themes import find_themes
from ecoanalysis.lexicon import INTERFACE, language_of, languages, load

FACTS = load("facts/themes")
ENTRIES = [(id, language) for language in languages() for id in language_of(language).themes]


def entry(id: str, language: str) -> dict[str, Any]:
    return language_of(language).themes[id]


NAMED = """transport energy health trade ict agriculture-food tourism environment climate oceans water desertification
disaster-risk humanitarian statistics drugs-crime terrorism culture-science-education afghanistan finance industry
institutional-cooperation sustainable-development human-rights women children-youth social-development
migration-refugees disarmament peace-security decolonization palestine international-law budget-administration
outer-space governance"""


def test_the_themes_are_those_of_the_gold_in_canonical_order() -> None:
    assert list(FACTS) == sorted(NAMED.split())


@pytest.mark.parametrize(("id", "language"), ENTRIES)
def test_terms_are_unique_weighted_and_ordered(id: str, language: str) -> None:
    terms = entry(id, language)["terms"]
    words = [term["term"].lower() for term in terms]
    assert entry(id, language)["label"]
    assert len(words) == len(set(words))
    assert {term["weight"] for term in terms} <= {1, 2, 3}
    assert [term["weight"] for term in terms] == sorted((term["weight"] for term in terms), reverse=True)


@pytest.mark.parametrize(("id", "language"), ENTRIES)
def test_examples_are_of_the_theme_before_any_other(id: str, language: str) -> None:
    examples = entry(id, language)["examples"]
    assert any(_is_sentence(example, language) for example in examples)
    for example in examples:
        text = re.sub(r"[\[\]]", "", example)
        first = find_themes(text, language)[0]
        assert first.theme == id, example
        assert [text[start:end] for start, end in first.evidence] == re.findall(r"\[(.+?)\]", example)


@pytest.mark.parametrize(("id", "language"), ENTRIES)
def test_the_theme_is_not_found_in_counter_examples(id: str, language: str) -> None:
    counter_examples = entry(id, language)["counter_examples"]
    assert any(_is_sentence(text, language) for text in counter_examples)
    for text in counter_examples:
        assert id not in {hit.theme for hit in find_themes(text, language)}, text


def test_names_belong_to_themes_and_every_theme_can_be_named() -> None:
    assert all(set(language_of(language).themes) <= set(FACTS) for language in languages())
    assert all(set(language_of(language).themes) == set(FACTS) for language in INTERFACE)


@pytest.mark.parametrize("id", FACTS)
def test_goals_are_goals(id: str) -> None:
    assert set(FACTS[id]["sdg"]) <= set(range(1, 18))


@pytest.mark.shared
def test_categories_are_of_the_unbis_thesaurus(shared) -> None:  # type: ignore[no-untyped-def]
    rows = (shared / "vocab" / "unbis_categories_6lang.tsv").read_text(encoding="utf-8").splitlines()
    known = {f"{code} {name}" for code, _, name, *_ in (row.split("\t") for row in rows[1:])}
    given = {category for theme in FACTS.values() for category in theme["unbis"].split("; ")}
    assert {category.casefold() for category in given} <= {category.casefold() for category in known}


def _is_sentence(text: str, language: str) -> bool:
    """Whether a performative verb opens it, as in a resolution."""
    acts = find_performatives(re.sub(r"[\[\]]", "", text), language, "operative")
    return bool(acts) and acts[0].start == 0
