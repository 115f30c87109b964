"""What a mandate is called: what its editions say in, the name out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ecoanalysis.compare.fingerprints.hashed_words import find_words, shingles
from ecoanalysis.editions import read_series
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.measures.survival import lifetimes, mandate_steps
from ecoanalysis.show.mandate import InEdition, mandate_name, mandate_name_of
from ecoanalysis.show.row import Row
from ecoanalysis.show.view import view_series

ASKS = Row("A/RES/1/1", "4", "en", "requests", True, "requests", "D3", "request")
BEES = replace(ASKS, whom=("FAO",), act="study", terms=("bees",))


HONEY = replace(BEES, terms=("bees", "honey"))

# The rows of the editions of 1990, 1992 …, then the name.
NAMES = [
    ("one edition: its own words", [BEES], "requests → FAO · study · bees"),
    ("the same throughout", [BEES, BEES], "requests → FAO · study · bees"),
    ("what it no longer says is not its name", [HONEY, BEES], "requests → FAO · study · bees"),
    ("what is said since", [BEES, HONEY], "requests → FAO · study · bees [1992: honey]"),
    (
        "since the year from which it stands throughout",
        [BEES, HONEY, BEES, HONEY, HONEY],
        "requests → FAO · study · bees [1996: honey]",
    ),
    (
        "a party that joined",
        [BEES, replace(BEES, whom=("FAO", "ILO"))],
        "requests → FAO · study · bees [1992: → ILO]",
    ),
    (
        "a body that was only named is asked since",
        [replace(BEES, bodies=("ILO",)), replace(BEES, whom=("FAO", "ILO"))],
        "requests → FAO · study · bees [1992: → ILO]",
    ),
    (
        "another verb: both are directives",
        [BEES, replace(BEES, verb="invites", lemma="invite", code="D1")],
        "requests, since 1992 invites → FAO · study · bees",
    ),
    (
        "who is not stated is not named",
        [replace(BEES, whom=("unspecified",)), BEES],
        "requests · study · bees [1992: → FAO]",
    ),
    (
        "another form of the verb is no other verb",
        [BEES, replace(BEES, verb="also requests")],
        "also requests → FAO · study · bees",
    ),
    (
        "a hedge put in",
        [BEES, replace(BEES, hedges=("as appropriate",))],
        "requests → FAO · study · bees [1992: hedged]",
    ),
    (
        "dates and symbols are brought up to date",
        [
            replace(BEES, dates=("1 May 1990",), cited=("A/45/1",)),
            replace(BEES, dates=("2 May 1992",), cited=("A/47/1",)),
        ],
        "requests → FAO · study · bees",
    ),
    (
        "titles are not",
        [BEES, replace(BEES, cited=("Charter of Bees",))],
        "requests → FAO · study · bees [1992: Charter of Bees]",
    ),
    (
        "nothing shared that names it: both, with their years",
        [replace(BEES, terms=()), replace(ASKS, whom=("ILO",), act="study")],
        "1990: requests → FAO · study [1992: → ILO]",
    ),
    (
        "a decision that becomes a directive is neither",
        [replace(BEES, whom=(), code="DEC", verb="decides", lemma="decide"), BEES],
        "study · bees [1992: requests → FAO]",
    ),
]


def written(editions: Sequence[InEdition], language: str = "en") -> str:
    name = mandate_name(editions, labels(language))
    added = (f" [{year}: {' · '.join(words)}]" for year, words in name.later)
    return (f"{name.born}: " if name.born else "") + " · ".join(name.shared) + "".join(added)


@pytest.mark.parametrize(("editions", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_a_mandate_is_called_by_what_its_editions_share(editions: list[Row], expected: str) -> None:
    assert written([InEdition(str(1990 + 2 * place), row) for place, row in enumerate(editions)]) == expected


def test_words_that_stood_in_the_paragraph_before_are_not_new() -> None:
    hashes = shingles(find_words("Requests FAO to study bees and the honey trade", "en").words, "en")
    later = InEdition("1992", replace(BEES, terms=("bees", "honey trade", "wax")))
    assert (
        written([InEdition("1990", BEES, hashes), later]) == "requests → FAO · study · bees · honey trade [1992: wax]"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_mandate_of_the_series_has_a_name_and_every_year_is_one_that_holds_it(language: str) -> None:
    view = view_series("eco", language=language)
    steps = mandate_steps(view.tables)
    for lineage in lifetimes(read_series())["lineage"]:
        editions = steps.filter(lineage=lineage).to_dicts()
        if editions:
            name = mandate_name_of(view, editions)
            assert name.shared
            years = [view.years[step["symbol"]] for step in editions]
            assert {year for year, _ in name.later} <= set(years[1:])
            assert name.born in ("", years[0])
