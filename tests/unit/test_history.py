"""What a reading page says of its words' ages, from words in places to characters."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.publish.history import Course, Followed, course_of
from ecoanalysis.publish.reading import reading_body
from ecoanalysis.publish.reading.ages import aged

EDITIONS = (("A/RES/1/1", "1946-01-01"), ("A/RES/2/1", "1947-01-01"), ("A/RES/3/1", "1948-01-01"))


def piece(language: str, editions: int, years: int) -> Followed:
    ages = {"A/RES/2/1": {"1": [(0, 2, years)]}}
    return Followed("lakes", "Lakes", language, EDITIONS[:editions], (), ages, {"A/RES/2/1": {"1": 1}})


@pytest.mark.parametrize(
    ("pieces", "language", "names", "words", "looked_in"),
    [
        ([], "en", (), False, 0),
        ([piece("en", 3, 1)], "en", ("lakes-en",), True, 3),
        ([piece("en", 3, 1)], "zh", ("lakes-en",), False, 3),
        ([piece("en", 3, 1), piece("zh", 2, 1)], "zh", ("lakes-zh", "lakes-en"), True, 2),
        ([piece("en", 3, 1), piece("zh", 2, 0)], "zh", ("lakes-zh", "lakes-en"), False, 3),  # no word of it is older
    ],
)
def test_ages_are_of_words_where_older_texts_are_there_in_the_language_and_else_of_paragraphs(
    pieces: list[Followed], language: str, names: tuple[str, ...], words: bool, looked_in: int
) -> None:
    course = course_of(pieces, "A/RES/2/1", language)
    assert (course.names, bool(course.ages), course.editions) == (names, words, looked_in)
    assert bool(course.medians) is (bool(pieces) and not words)


def test_runs_of_words_become_runs_of_characters() -> None:
    facts = eco.extract_facts(eco.parse_resolution(eco.sample()))
    compared = next(each for each in to_edition(facts).paragraphs if each.id == "21")
    paragraph = next(each for each in facts.resolution.paragraphs if each.id == "21")
    count = len(compared.places)
    runs = [(0, 3, 26), (3, 5, 20), (5, 9, 0), (9, count, 1)]
    pieces = [piece.replace(":", "-").split("-") for piece in aged(paragraph, compared, runs, 26).split()]
    assert [step for *_, step in pieces] == ["4", "1"]  # steps that touch and are alike are one; what is new has none
    (first, middle, _), (late, end, _) = ((int(start), int(stop), step) for start, stop, step in pieces)
    assert first == compared.places[0][0]
    assert middle <= compared.places[5][0] < late
    assert end <= len(paragraph.text)


@pytest.mark.slow
def test_a_page_without_a_course_has_neither_tint_nor_history() -> None:
    facts = eco.extract_facts(eco.parse_resolution(eco.sample()))
    assert "data-courses" not in reading_body(facts, "en")
    assert 'name="age"' not in reading_body(facts, "en")
    assert Course().names == ()
