"""The quality file: figures that follow from each other, of this version, without sentences; and what the page says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

import ecoanalysis
from ecoanalysis.evaluate import HEADLINE, run
from ecoanalysis.evaluate.across_languages.bilingual import BODY_CAUSES
from ecoanalysis.evaluate.against_readers.broad_gold import KINDS, STRATA
from ecoanalysis.evaluate.quality_report.figures import QUALITY
from ecoanalysis.lexicon import INTERFACE
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.measures.accuracy import FEW, accuracy, below
from ecoanalysis.show.quality import Quality, open_quality
from ecoanalysis.show.quality.measured import figures, renderings, same_band
from ecoanalysis.show.quality.names import GOLDS as GOLD_NAMES
from ecoanalysis.show.quality.names import NAMES
from ecoanalysis.show.quality.wording import table
from ecoanalysis.show.view import view_all

PLACES = ("head", "inside", "secretary_general", "others")


def test_it_was_measured_with_this_version() -> None:
    assert figures()["package"] == ecoanalysis.__version__


def test_it_is_written_so_that_changes_can_be_read() -> None:
    written = QUALITY.read_text(encoding="utf-8")
    assert written == json.dumps(figures(), ensure_ascii=False, indent=1) + "\n"


def test_it_holds_names_and_verbs_but_no_sentence() -> None:
    assert [text for text in _texts(figures()) if re.search("[。；，]", text) or text.count(" ") > 7] == []


@pytest.mark.slow
def test_the_bundled_document_scores_as_it_was_published() -> None:
    (scores,) = run().documents
    (published,) = [one for one in figures()["gold"]["documents"] if one["symbol"] == scores.symbol]
    now = {kind: scores.tallies[kind].f1 for kind in HEADLINE}
    assert {kind: published["kinds"][kind]["f1"] for kind in HEADLINE} == pytest.approx(now, abs=1e-4)


@pytest.mark.parametrize("language", INTERFACE)
def test_a_languages_figures_are_the_sum_of_its_documents(language: str) -> None:
    documents = [one["kinds"] for one in figures()["gold"]["documents"] if one["language"] == language]
    for kind, total in figures()["gold"]["languages"][language].items():
        for name in ("expected", "found", "matched"):
            assert total[name] == sum(one[kind][name] for one in documents if kind in one)
        both = total["expected"] + total["found"]
        assert total["f1"] == pytest.approx(2 * total["matched"] / both, abs=1e-4)


def test_every_difference_in_bodies_has_a_cause() -> None:
    known = figures()["languages"]
    agencies, causes = known["agreement"]["agencies"], known["differences"]["agencies"]["causes"]
    assert sum(causes.values()) == agencies["zh"] + agencies["en"] - 2 * agencies["both"]
    assert set(causes) == set(BODY_CAUSES)
    for one in known["differences"]["agencies"]["most"]:
        assert sum(one["causes"].values()) == one["count"]
        assert one["agency"] in registry()


@pytest.mark.parametrize("language", INTERFACE)
def test_renderings_are_sorted_counted_and_met_more_than_once(language: str) -> None:
    found = renderings(language)
    keys = [(one["lemma"], one["class"]) for one in found]
    assert keys == sorted(set(keys))
    for one in found:
        for place in PLACES:
            counts = list(one.get(place, {}).items())
            assert counts == sorted(counts, key=lambda pair: (-pair[1], pair[0]))
            assert all(count > 1 for _, count in counts)


def test_both_languages_count_the_same_renderings() -> None:
    zh, en = ({place: _pairs(language, place) for place in PLACES} for language in INTERFACE)
    assert zh == {place: {(a, b): count for (b, a), count in en[place].items()} for place in PLACES}


CELLS = {"bands": {"head": [
    {"zh": "D3", "en": "D1", "count": 1},
    {"zh": "D3", "en": "D3", "count": 6},
    {"zh": "D5", "en": "D5", "count": 3},
], "inside": []}}  # fmt: skip


@pytest.mark.parametrize(
    ("where", "band", "same"), [("head", "", (9, 10)), ("head", "D3", (6, 7)), ("inside", "", (0, 0))]
)
def test_force_is_the_same_where_the_bands_are(where: str, band: str, same: tuple[int, int]) -> None:
    assert same_band(where, CELLS, band) == same


def test_what_is_said_follows_the_figures() -> None:
    said = Quality(labels("en"), {**figures(), **CELLS}).force().html
    assert "Of 10 pairs of directives that open their paragraphs 90.0% are of the same force" in said
    assert "of 0 further on –." in said


@pytest.mark.parametrize("language", INTERFACE)
def test_every_kind_measured_has_a_row(language: str) -> None:
    shown = open_quality(language).kinds().html
    kinds = {kind for known in figures()["gold"]["languages"].values() for kind in known}
    assert kinds <= set(NAMES)
    assert shown.count("<tr>") == len(kinds) + 1


def estimate(n: int, **more: Any) -> dict[str, Any]:
    return {"n": n, "found": n, "matched": n - 3, "precision": 0.9, "recall": 0.9, "f1": 0.9} | more


GOLDS = [
    {
        "name": "random",
        "language": "en",
        "aside": aside,
        "documents": 7,
        "kinds": {"clauses": estimate(40, low=0.8, high=0.95), "acts": estimate(29, low=0.8, high=0.95)},
        "readers": {"kinds": {"clauses": 0.97}, "kappas": {}},
    }
    for aside in (False, True)
]


def test_each_gold_is_shown_apart_with_its_interval_and_few_facts_as_a_count() -> None:
    golds = Quality(labels("en"), {"golds": [*GOLDS, figures()["golds"][-1]]}).golds().html
    plot, shown = golds.split("</figure>")
    keys = plot.partition('<p class="keys">')[2].partition("</p>")[0]
    assert "English" in keys
    assert "Paragraphs drawn at random" in plot
    assert shown.count("<table>") == 3
    assert "Paragraphs drawn at random, English, those of them not used to write the rules: 7 documents." in shown
    rows = re.findall("<tr>.*?</tr>", shown)
    clauses, acts = (next(row for row in rows if f"<td>{name}</td>" in row) for name in ("clauses", "acts asked for"))
    assert [re.sub("<[^>]*>", "", cell) for cell in re.findall("<td.*?</td>", clauses)] == [
        "clauses", "40", "0.90", "0.90", "0.90", "0.80–0.95", "0.97"
    ]  # fmt: skip
    assert "26 of 29" in acts
    assert "0.9" not in acts


def test_few_facts_are_no_dot_and_the_broadest_sample_is_drawn() -> None:
    whole = {**GOLDS[0], "name": "whole", "kinds": {"clauses": estimate(40, low=0.8, high=0.95)}}
    few = {**GOLDS[0], "kinds": {"clauses": estimate(40, low=0.7, high=0.9), "hedges": estimate(5, low=0.2, high=1.0)}}
    plot = Quality(labels("en"), {"golds": [whole, few]}).dots().html
    assert "Paragraphs drawn at random" in plot
    assert "Documents annotated whole" not in plot
    assert "clauses" in plot
    assert "hedges" not in plot


def test_every_kind_of_a_gold_has_a_name() -> None:
    assert set(KINDS) <= set(NAMES)
    assert set(STRATA) < set(GOLD_NAMES)


@pytest.mark.parametrize("language", INTERFACE)
def test_the_whole_documents_estimates_are_those_of_their_sums(language: str) -> None:
    (gold,) = [gold for gold in figures()["golds"] if (gold["name"], gold["language"]) == ("whole", language)]
    for kind, entry in gold["kinds"].items():
        total = figures()["gold"]["languages"][language][kind]
        assert (entry["n"], entry["f1"]) == (total["expected"], pytest.approx(total["f1"], abs=1e-4))


def test_a_table_escapes_its_cells_and_sets_figures_at_the_end() -> None:
    html = table(labels("en"), "quality_kinds", ["<kind>", "F1"], [["a & b", "0.981"], ["c", "–"]]).html
    assert "&lt;kind&gt;" in html
    assert '<td>a &amp; b</td><td style="text-align:end">0.981</td>' in html


def _pairs(language: str, place: str) -> Counter[tuple[str, str]]:
    """Of two verbs how often they stand for each other; their classes may differ."""
    pairs = Counter[tuple[str, str]]()
    for one in renderings(language):
        for other, count in one.get(place, {}).items():
            pairs[one["lemma"], other] += count
    return pairs


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


PIECES = (
    "golds", "kinds", "documents", "readers", "structure", "agreement", "causes", "text_languages", "classes",
)  # fmt: skip


@pytest.mark.parametrize("language", sorted(INTERFACE))
def test_what_specialists_read_is_folded_behind_its_main_figure(language: str) -> None:
    quality = open_quality(language)
    pieces = [getattr(quality, name)() for name in PIECES] + [quality.rendered(side) for side in INTERFACE]
    html = "".join(piece.html for piece in pieces)
    outside = re.sub(r'<details class="figures">.*?</details>', "", html, flags=re.DOTALL)
    assert outside.count("<table") == 1  # the figures behind the picture, folded by it
    summaries = re.findall(r'<details class="figures"><summary>(.*?)</summary>', html, re.DOTALL)
    assert len(summaries) == html.count("<table") - 1 > 15
    assert all(re.search(r"\d", re.sub(r"<[^>]*>", "", summary)) for summary in summaries), summaries


def test_the_picture_of_all_golds_stands_first() -> None:
    html = open_quality("en").golds().html
    assert html.startswith("<p>Read best: ")
    assert html.index("<figure") < html.index("</figure>") < html.index('<details class="figures">')


def test_a_range_names_what_its_ends_are_of() -> None:
    summary = re.search(r'<details class="figures"><summary>(.*?)</summary>', open_quality("en").readers().html)
    kappas = [entry["kappa"] for entry in figures()["gold"]["agreements"]]
    assert summary
    assert summary[1].startswith(f"Kappa from {min(kappas):.2f} (A/RES/")
    assert f" to {max(kappas):.2f} (A/RES/" in summary[1]


def _cells(html: str) -> list[list[str]]:
    rows = re.findall("<tr>(.*?)</tr>", html, re.S)
    return [
        [re.sub("<[^>]+>", "", cell) for cell in re.findall("<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)] for row in rows
    ]


@pytest.mark.parametrize("language", INTERFACE)
def test_a_page_states_of_a_set_what_the_quality_page_states_of_it(language: str) -> None:
    view, quality = view_all("", "", language), open_quality(language)
    kinds = ("reports", "reporters", "recipients", "classes")
    shown = _cells(view.accuracy(accuracy(*kinds, language=language)).html)[1:]
    sets = [gold for gold in quality._broad_first() if gold["language"] == language and not gold["aside"]]
    expected = {
        (quality.fact_name(kind), labels(language)(GOLD_NAMES[gold["name"]])): [gold["documents"], entry["n"]]
        for gold in sets
        for kind, entry in gold["kinds"].items()
    }
    tables = {labels(language)(GOLD_NAMES[gold["name"]]): _cells(quality._gold(gold).html)[1:] for gold in sets}
    assert shown
    for fact, sample, documents, n, *figures_ in shown:
        assert [int(documents), int(n)] == expected[fact, sample]
        (there,) = [row for row in tables[sample] if row[0] == fact]
        assert there[1:6] == [n, *figures_]
        assert int(n) >= FEW or figures_[0] == figures_[1] == figures_[3] == "–"


@pytest.mark.parametrize("language", INTERFACE)
def test_limits_name_figures_that_the_sets_above_have(language: str) -> None:
    quality = open_quality(language)
    sets = [row for gold in quality._broad_first() if not gold["aside"] for row in _cells(quality._gold(gold).html)]
    for row in below(0.85):
        name, written = quality.fact_name(row["facts"]), f"{row['f1']:.2f}"
        assert written in quality.limits().html
        assert any(cells[0] == name and cells[4] == written for cells in sets if len(cells) > 4)
