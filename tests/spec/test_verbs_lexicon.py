"""The verbs' lexicon: each entry is found in its own examples and in all its forms, and not in its counter-examples."""

from __future__ import annotations

from typing import Any

import pytest

from ecoanalysis.extract.performatives import find_performatives
from ecoanalysis.extract.performatives.performative import Performative
from ecoanalysis.lexicon import language_of, languages

ENTRIES = [(language, entry) for language in languages() for entry in language_of(language).table("verbs")["verb"]]
CLASSES = ("REF", "NEU", "EVA", "ASR", "DIR", "DEC")
KNOWN = {"lemma", "class", "band", "forms", "operative", "preamble", "nominal", "content", "fuses", "gives_work"}
KNOWN |= {"declaration", "fronted", "not_before", "examples", "counter_examples"}


def name(case: object) -> str:
    return str(case["lemma"]) if isinstance(case, dict) else str(case)


def first(words: str, language: str, part: str = "operative") -> Performative | None:
    acts = find_performatives(words, language, part)
    return acts[0] if acts and acts[0].start == 0 else None


def is_entry(act: Performative | None, entry: dict[str, Any]) -> bool:
    return act is not None and act.phrase.stem.lemma == entry["lemma"] and act.phrase.class_ == entry["class"]


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=name)
def test_an_entry_keeps_to_the_schema(language: str, entry: dict[str, Any]) -> None:
    assert set(entry) <= KNOWN
    assert entry["class"] in CLASSES
    assert ("band" in entry) is (entry["class"] == "DIR")
    assert entry.get("content", "never") in ("never", "noted", "bare", "always")
    assert entry["examples"]


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=name)
def test_it_is_found_in_its_examples_with_class_and_band(language: str, entry: dict[str, Any]) -> None:
    for words in entry["examples"]:
        act = first(words, language)
        assert is_entry(act, entry), words
        assert act
        assert act.phrase.stem.band == entry.get("band"), words


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=name)
def test_it_is_not_found_in_its_counter_examples(language: str, entry: dict[str, Any]) -> None:
    for words in entry.get("counter_examples", ()):
        assert not any(is_entry(act, entry) for act in find_performatives(words, language, "operative")), words


@pytest.mark.parametrize("language", languages())
def test_no_other_entry_claims_an_example(language: str) -> None:
    for owner, entry in ENTRIES:
        if owner == language:
            for words in entry["examples"]:
                claimed = {
                    other["lemma"]
                    for who, other in ENTRIES
                    if who == language and is_entry(first(words, language), other)
                }
                assert claimed == {entry["lemma"]}, words


@pytest.mark.parametrize("language", languages())
def test_entries_stand_by_class_and_band_and_none_twice(language: str) -> None:
    entries = [entry for owner, entry in ENTRIES if owner == language]
    lemmas = [entry["lemma"] for entry in entries]
    assert len(set(lemmas)) == len(lemmas)
    order = [(CLASSES.index(entry["class"]), entry.get("band", "")) for entry in entries]
    assert order == sorted(order)


FORMS = [
    (language, part, form, entry["lemma"])
    for language, entry in ENTRIES
    if "declaration" not in entry and "fronted" not in entry
    for part in ("preamble", "operative")
    for form in entry.get(part) or entry.get("forms") or ([entry["lemma"]] if language_of(language).words_touch else [])
]


@pytest.mark.parametrize("language", languages())
def test_every_form_opens_a_paragraph(language: str) -> None:
    """All of a language at once: a thousand parametrised tests would say no more."""
    assert [(part, form) for own, part, form, _ in FORMS if own == language and not opens(language, part, form)] == []


def opens(language: str, part: str, form: str) -> bool:
    behind = language_of(language).table("verbs")["grammar"]["object"]
    act = first(form[:1].upper() + form[1:] + behind, language, part)
    return act is not None and act.phrase.begin == 0
