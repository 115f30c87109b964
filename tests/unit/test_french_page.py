"""A text in a language that the interface does not speak: read from a corpus, and shown with its facts on our pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ecoanalysis as eco
from ecoanalysis.corpus import Corpus
from ecoanalysis.lexicon import INTERFACE, language_of, languages
from ecoanalysis.lexicon.labels import interface_of, labels
from ecoanalysis.named_comparison import compare_named
from ecoanalysis.publish.reading import reading_body
from ecoanalysis.publish.site import findings
from ecoanalysis.show.quality import open_quality
from ecoanalysis.show.quality.measured import figures
from ecoanalysis.show.quality.names import TEXT_FIGURES
from ecoanalysis.show.redline import redline
from ecoanalysis.show.view import view_facts
from ecoanalysis.status import status

FRENCH = """\
Nations Unies A/RES/81/7
Assemblée générale
Quatre-vingt-unième session
Point 19 b) de l’ordre du jour
Résolution adoptée par l’Assemblée générale le 1er août 2027
81/7. Les lacs de montagne
L’Assemblée générale,
Rappelant sa résolution 79/4 du 3 mai 2024,
Profondément préoccupée par la baisse des eaux des lacs,
1. Prie le Secrétaire général de lui présenter, à sa quatre-vingt-deuxième session, un rapport sur les lacs\u00a0;
2. Encourage le Programme des Nations Unies pour l’environnement à mesurer, selon qu’il convient, le niveau des eaux.
88e séance plénière
1er août 2027
"""
LATER = (
    FRENCH.replace("81/7", "82/9")
    .replace("Encourage", "Engage")
    .replace("Quatre-vingt-unième", "Quatre-vingt-deuxième")
    .replace("2027", "2028")
)
ENGLISH = """\
United Nations A/RES/81/7
General Assembly
Eighty-first session
Resolution adopted by the General Assembly on 1 August 2027
81/7. Mountain lakes
The General Assembly,
Recalling its resolution 79/4 of 3 May 2024,
Deeply concerned about the waters of the lakes, which are falling,
1. Requests the Secretary-General to submit to it at its eighty-second session a report on the lakes;
2. Encourages the United Nations Environment Programme to measure, as appropriate, how high the waters stand.
88th plenary meeting
1 August 2027
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lakes = tmp_path_factory.mktemp("lakes")
    for name, text in (("earlier-fr", FRENCH), ("later-fr", LATER), ("earlier-en", ENGLISH)):
        (lakes / f"{name}.txt").write_text(text, encoding="utf-8")
    return lakes


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    return eco.open_corpus(folder)


@pytest.mark.parametrize(
    ("interface", "says", "body"),
    [
        ("zh", "文字和数字依据法语文本。", "联合国环境规划署"),
        ("en", "words and numbers are those of the French text.", "United Nations Environment Programme"),
    ],
)
def test_a_page_shows_the_text_in_its_language_and_the_rest_in_the_interfaces(
    corpus: Corpus, interface: str, says: str, body: str
) -> None:
    shown = reading_body(corpus.edition("A/RES/81/7", "fr"), interface)
    assert says in shown
    assert '<span lang="fr">Les lacs de montagne</span>' in shown
    assert shown.count('<p class="words" lang="fr">') == 5
    assert re.search(r'<mark class="verb dir d3 c\d+ v0"[^>]*>Prie<i class="tag" data-tag="D3">', shown)
    assert re.search(rf'<mark class="agency b-unep" title="[^"]*{body}">Programme des Nations Unies pour l’env', shown)
    assert 'href="https://docs.un.org/fr/A/RES/81/7"' in shown
    assert 'href="https://docs.un.org/fr/A/RES/79/4"' in shown


@pytest.mark.parametrize(("interface", "label"), [("zh", "法语对照"), ("en", "French beside it")])
def test_it_stands_beside_a_text_in_another_language(corpus: Corpus, interface: str, label: str) -> None:
    english, french = (corpus.edition("A/RES/81/7", language) for language in ("en", "fr"))
    shown = reading_body(english, interface, french)
    assert label in shown
    assert '<p class="words" lang="en">' in shown
    assert '<p class="beside" lang="fr">' in shown


@pytest.mark.parametrize("interface", INTERFACE)
def test_what_was_found_is_said_in_the_interfaces_language(corpus: Corpus, interface: str) -> None:
    sentences = findings(view_facts(corpus.edition("A/RES/82/9"), interface))
    assert any('<span lang="fr">' in sentence for sentence in sentences)


def test_the_status_names_its_language(corpus: Corpus) -> None:
    documents = [one for entry in status(corpus)["resolutions"] for one in entry["documents"]]
    assert {Path(one["path"]).stem: (one["language"], one["warnings"]) for one in documents} == {
        "earlier-fr": ("fr", 0),
        "later-fr": ("fr", 0),
        "earlier-en": ("en", 0),
    }


def test_two_editions_are_compared_on_a_page_that_speaks_english(folder: Path) -> None:
    page = redline(compare_named("A/RES/81/7", "A/RES/82/9", corpus=folder, language="fr"))
    assert '<html lang="en">' in page
    assert '<span lang="fr">' in page


def test_every_language_of_texts_has_a_name_and_a_tag() -> None:
    for interface, name in (("zh", "法语"), ("en", "French")):
        assert labels(interface).language_name("fr") == name
        assert all(labels(interface).language_name(code) != code for code in languages())
    assert (language_of("fr").tag, language_of("zh").tag) == ("fr", "zh-Hans")
    assert {interface_of(code) for code in languages()} == set(INTERFACE)


@pytest.mark.parametrize("interface", INTERFACE)
def test_the_quality_page_has_a_row_for_every_figure(interface: str) -> None:
    shown = open_quality(interface).text_languages().html
    measured = figures()["text_languages"]
    assert {name for one in measured.values() for name in one["figures"]} == set(TEXT_FIGURES)
    assert shown.count("<tr>") == len(TEXT_FIGURES) * len(measured) + 1
    assert f">{measured['fr']['figures']['bodies']['expected']}</td>" in shown
