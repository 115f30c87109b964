"""True changes: which a comparison names by a right type on the right link, and which its brief has in words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.evaluate.across_editions.gold_links import GoldLink, GoldLinks, score_links, score_pair
from ecoanalysis.evaluate.quality_report.evaluation_tables import link_tables
from ecoanalysis.evaluate.scoring.scores import Tally
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_text

HARBOUR = "Urges all States to dredge their harbours and to light the piers;"
LAMPS = "Requests the Secretary-General to list all the lamps of the northern coast."
LISTED = "Requests the Secretary-General to list all the lamps of the northern coast;"


def comparison(old: Sequence[str], new: Sequence[str]) -> Comparison:
    head = "{}. Lighthouses\n\nThe General Assembly,\n\n"
    sides = (
        head.format(number) + "\n".join(f"{place}. {words}\n" for place, words in enumerate(paragraphs, 1))
        for number, paragraphs in (("98/12", old), ("99/12", new))
    )
    before, after = (to_edition(extract_facts(parse_resolution(read_text(text)))) for text in sides)
    return compare_editions(before, after)


def gold(*links: GoldLink) -> GoldLinks:
    return GoldLinks("A/RES/98/12", "A/RES/99/12", "en", ("", ""), links)


SAME = GoldLink(("2",), ("2",), ("identical",))
CASES = [
    (
        "a right type, and the words stand in the brief",
        "Invites",
        ("reworded", "weakened"),
        "Urges → Invites",
        (1, 1, 2),
    ),
    ("a wrong type", "Invites", ("reworded", "hedge_added"), "", (0, 0, 0)),
    ("two changes, one of them named", "Invites", ("reworded", "weakened", "addressee_removed"), "", (1, 1, 0)),
    ("that a paragraph moved is no true change", "Invites", ("reworded", "weakened", "moved"), "", (1, 1, 0)),
    ("words noted that are not there", "Invites", ("reworded", "weakened"), "− for ever", (1, 1, 0)),
]


@pytest.mark.parametrize(("what", "verb", "types", "note", "counts"), CASES, ids=[case[0] for case in CASES])
def test_a_verb_that_changed(
    what: str, verb: str, types: tuple[str, ...], note: str, counts: tuple[int, int, int]
) -> None:
    compared = comparison((HARBOUR, LAMPS), (HARBOUR.replace("Urges", verb), LAMPS))
    scores = score_pair(gold(GoldLink(("1",), ("1",), types, note), SAME), compared)
    assert (scores.named.matched, scores.worded.matched, scores.noted.matched) == counts
    assert scores.named.expected == sum(type not in ("reworded", "moved") for type in types)


@pytest.mark.parametrize("type", ["words_cut", "scope_narrowed"])
def test_an_item_that_went_is_words_or_scope(type: str) -> None:
    compared = comparison((HARBOUR, LAMPS), (HARBOUR.replace(" and to light the piers", ""), LAMPS))
    scores = score_pair(gold(GoldLink(("1",), ("1",), ("reworded", type)), SAME), compared)
    assert (scores.named, scores.worded) == (Tally(1, 1, 1), Tally(1, 1, 1))


def test_a_change_on_another_link_is_not_named() -> None:
    compared = comparison((HARBOUR, LAMPS), (HARBOUR.replace("Urges", "Invites"), LAMPS))
    other = GoldLink(("2",), ("2",), ("reworded", "weakened"))
    assert score_pair(gold(GoldLink(("1",), ("1",), ("identical",)), other), compared).named == Tally(0, 1, 1)


def test_what_is_new_or_dropped_as_a_whole_counts_with_the_links() -> None:
    compared = comparison((HARBOUR, LAMPS), (LAMPS,))
    links = GoldLink(("1",), (), ("dropped",)), GoldLink(("2",), ("1",), ("identical",))
    assert score_pair(gold(*links), compared).named == Tally(0, 0, 0)


def test_an_answer_to_a_dropped_request_is_of_that_request() -> None:
    notes = "Takes note of the list of all the lamps of the northern coast;"
    compared = comparison((LISTED, HARBOUR), (notes, HARBOUR))
    link = next(link for link in compared.links if link.old == ("1",))
    assert "answered" in link.types
    answered = GoldLink(("1",), link.new, ("reworded", "answered"))
    assert score_pair(gold(answered), compared).named.matched == 1


def test_editions_without_their_words_show_none() -> None:
    assert all(scores.named.expected and not scores.worded.expected for scores in score_links())


def test_the_tables_have_a_row_for_each_pair_and_all_kinds() -> None:
    from rich.console import Console

    console = Console(width=80)
    with console.capture() as capture:
        console.print(link_tables({}))
    words = capture.get()
    assert all(gold.new in words for gold in (scores.gold for scores in score_links()))
    assert all(kind in words for kind in ("links", "types", "named", "in words", "all"))
