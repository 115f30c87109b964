"""Words in another language: what is listed is a word of the lexicon, and reads in both directions."""

from __future__ import annotations

import pytest

from ecoanalysis.lexicon import INTERFACE, language_of
from ecoanalysis.lexicon.translations import translated

CASES = [
    ("terms", "Transit transport", "en", "zh", "过境运输"),
    ("terms", "过境运输", "zh", "en", "transit transport"),
    ("acts", "harness", "en", "zh", "利用"),
    ("acts", "consider", "en", "zh", "考虑"),
    ("hedges", "as appropriate", "en", "zh", "酌情"),
    ("hedges", "酌情", "zh", "en", "as appropriate"),
    ("titles", "Paris Agreement", "en", "zh", "《巴黎协定》"),
    ("parties", "all States", "en", "zh", "所有国家"),
    ("parties", "会员国", "zh", "en", "Member States"),
    ("parties", "member States", "en", "zh", ""),  # of another organization
    ("parties", "States that share a lake", "en", "zh", ""),  # not all of them
    ("terms", "harness", "en", "zh", ""),  # an act, no term
    ("acts", "bring", "en", "zh", ""),  # now one verb, now another
    ("terms", "the lake’s own matter", "en", "zh", ""),
    ("terms", "énergie", "fr", "zh", ""),  # a language that has no file
    ("terms", "energy", "en", "en", "energy"),
]


@pytest.mark.parametrize(("kind", "word", "language", "wanted", "expected"), CASES)
def test_a_word_is_named_in_another_language(kind, word, language, wanted, expected) -> None:  # type: ignore[no-untyped-def]
    assert translated(word, kind, language, wanted) == expected


@pytest.mark.parametrize("language", INTERFACE)
def test_every_term_that_is_listed_shows_a_theme(language: str) -> None:
    spoken = language_of(language)
    terms = {term["term"] for theme in spoken.themes.values() for term in theme["terms"]}
    for words in spoken.table("translations").values():
        assert set(words["terms"]) <= terms
        assert all(there.strip() for kind in words.values() for there in kind.values())
