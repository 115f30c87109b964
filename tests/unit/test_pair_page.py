"""What a page says of two editions is what the brief of them counts: as many, and as sure."""

import re

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.brief import count_changes, doubt_of, make_brief
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.named_comparison import compare_named
from ecoanalysis.show.brief import change_name, counted_words
from ecoanalysis.show.passages import series
from ecoanalysis.show.redline import redline_rows
from ecoanalysis.show.view import view_series

LANGUAGES = ("zh", "en")


def _latest(language: str) -> Comparison:
    view = view_series("", "", language, facts=language)
    return compare_named(*view.symbols[-2:], "", language)


def _plain(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_head_and_rows_of_a_page_are_as_sure_as_the_brief(language: str) -> None:
    pair, say = _latest(language), labels(language)
    brief = make_brief(pair)
    page = series.changes(view_series("", "", language, facts=language), pair).html
    head = _plain(page.partition("<table")[0])
    unsure = {"dropped": 0}
    for count in count_changes(pair, brief):
        if count.unsure or count.settled:
            words = counted_words(count, say).partition(say("punctuation.open"))
            assert f"{words[1]}{words[2]}" in head, count
            number = say("course.counted", change=say(f"change.{count.type}"), count=count.paragraphs)
            assert f"{number}{words[1]}{words[2]}" in head, count
    for link in pair.links:
        if link.base == "dropped":
            unsure["dropped"] += doubt_of(brief, link, "dropped") == "unsure"
    assert unsure["dropped"] == _plain(page.partition("<table")[2]).count(
        f"{say('change.dropped')}{say.bracketed(say('doubt.is_unsure'))}"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_figure_counts_is_named_where_it_stands(language: str) -> None:
    """Never a remark on a whole row: the type that is not counted has it, and those that are counted have none."""
    pair, say = _latest(language), labels(language)
    brief = make_brief(pair)
    apart = say.bracketed(say("doubt.is_one_language"))
    for link in pair.links:
        for type in link.types:
            assert change_name(brief, link, type, say).endswith(apart) == (type not in link.counted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tag_side_by_side_is_as_sure_as_the_count_above_it(language: str) -> None:
    model = eco.open_corpus("model")
    old, new = (eco.to_edition(model.edition(symbol, language)) for symbol in model.editions())
    pair, say = eco.compare_editions(old, new), labels(language)
    rows = str(redline_rows(pair, language))
    counts = count_changes(pair, make_brief(pair))
    assert any(count.unsure for count in counts)
    for count in counts:
        name = f"{say(f'change.{count.type}')}{say.bracketed(say('doubt.is_unsure'))}</span>"
        assert rows.count(name) == count.unsure, count
