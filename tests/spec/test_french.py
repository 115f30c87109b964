# ruff: noqa: E501 - cases stand one a line
"""French, a folder of the lexicon: what is found in sentences of our own, and how real texts agree with English."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecoanalysis.errors import UnknownLanguageError
from ecoanalysis.evaluate.across_languages.further_language import measure, split
from ecoanalysis.extract import extract_facts
from ecoanalysis.extract.agencies import find_agencies, find_names
from ecoanalysis.extract.citations import find_citations
from ecoanalysis.extract.clauses.modality import find_continuity, find_hedges
from ecoanalysis.extract.clauses.reports import find_report
from ecoanalysis.extract.parties import find_parties
from ecoanalysis.extract.performatives import find_performatives
from ecoanalysis.extract.themes import find_themes
from ecoanalysis.lexicon import detect, language_of
from ecoanalysis.parse import parse_resolution
from ecoanalysis.parse.head.dates import find_dates
from ecoanalysis.read import read_text

TEXT = """\
Nations Unies A/RES/81/7
Assemblée générale
Quatre-vingt-unième session
Point 19 b) de l’ordre du jour
Résolution adoptée par l’Assemblée générale le 1er août 2027
[sans renvoi à une grande commission (A/81/L.12)]
81/7. Les lacs de montagne
L’Assemblée générale,
Rappelant ses résolutions 79/4 du 3 mai 2024 et 80/6 du 1er juin 2026, ainsi que les vues échangées
par les riverains,
Profondément préoccupée par la baisse des eaux, et sachant que les poissons y sont rares,
1. Prie le Secrétaire général de lui présenter, à sa quatre-vingt-deuxième session, un rapport sur
les lacs\u00a0;
2. Encourage les riverains\u00a0:
a) À mesurer le niveau des eaux\u00a0;
b) À planter des saules, à savoir\u00a0:
i) Sur les rives\u00a0;
ii) Sur les îles.
88e séance plénière
1er août 2027
"""


def test_a_text_falls_into_its_paragraphs() -> None:
    resolution = parse_resolution(read_text(TEXT))
    ids = [(paragraph.id, paragraph.part) for paragraph in resolution.paragraphs]
    assert resolution.language == "fr"
    assert ids == [
        ("title", "title"),
        ("P1", "preamble"),
        ("P2", "preamble"),
        ("1", "operative"),
        ("2", "operative"),
        ("2.a", "operative"),
        ("2.b", "operative"),
        ("2.b.i", "operative"),
        ("2.b.ii", "operative"),
        ("closing", "closing"),
    ]


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("« Vivre en paix »\n.", "« Vivre en paix » ."),
        ("« Vivre en paix\n».", "« Vivre en paix »."),
        ("« Vivre en paix. »", "« Vivre en paix. »"),
        ("« Vivre en paix.»", "« Vivre en paix.»"),
    ],
)
def test_what_closes_a_quotation_ends_its_paragraph(printed: str, end: str) -> None:
    """Also on a line of its own, where signs alone are mostly the page's."""
    body = f"1. Prie le Secrétaire général de présenter un rapport;\n\n2. Proclame le jour des ports {printed}\n"
    resolution = parse_resolution(read_text(f"81/7. Ports\n\nL’Assemblée générale,\n\n{body}"))
    assert resolution.paragraph("2").text == f"Proclame le jour des ports {end}"
    assert not resolution.diagnostics


def test_signs_alone_below_a_whole_paragraph_are_the_page_s() -> None:
    body = "1. Prie le Secrétaire général de présenter un rapport;\n..\n2. Décide de poursuivre.\n"
    resolution = parse_resolution(read_text(f"81/7. Ports\n\nL’Assemblée générale,\n\n{body}"))
    assert [each.text[-8:] for each in resolution.paragraphs if each.part == "operative"] == ["rapport;", "rsuivre."]


def test_it_says_of_itself_what_it_is() -> None:
    resolution = parse_resolution(read_text(TEXT.replace("’", "'")))
    assert (resolution.symbol, resolution.title) == ("A/RES/81/7", "Les lacs de montagne")
    assert (str(resolution.adopted_on), resolution.meeting) == ("2027-08-01", 88)
    assert (resolution.agenda_item, resolution.drafts) == ("19 (b)", ("A/81/L.12",))


def test_what_is_asked_of_whom_by_when() -> None:
    facts = extract_facts(parse_resolution(read_text(TEXT)))
    found = [(clause.paragraph, clause.verb.surface, clause.class_, clause.band) for clause in facts.clauses]
    assert found[:4] == [
        ("P1", "Rappelant", "REF", None),
        ("P2", "Profondément préoccupée", "EVA", None),
        ("P2", "sachant", "ASR", None),
        ("1", "Prie", "DIR", "D3"),
    ]
    report = facts.clauses[3].report
    assert report
    assert (report.due_session, report.topic) == (82, "les lacs")
    assert [citation.symbol for citation in facts.citations] == ["A/RES/79/4", "A/RES/80/6"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les riverains du lac et leurs voisins sont réunis pour une fête qui dure", "fr"),
        (
            "Os vizinhos do lago e os seus amigos reúnem-se para uma festa que dura três dias com a ajuda das escolas",
            None,
        ),
        (
            "I vicini del lago e i loro amici si riuniscono per una festa che dura tre giorni con l'aiuto delle scuole",
            None,
        ),
        ("The neighbours of the lake and their friends meet for a feast that lasts for three days", "en"),
    ],
)
def test_french_is_told_by_its_words(text: str, language: str | None) -> None:
    if language:
        assert detect(text) == language
    else:
        assert language_of("fr").share(text) < 1
        with pytest.raises(UnknownLanguageError):
            detect(text)


CLAUSES = [
    ("Se félicite de l’accord et invite les riverains à le signer", [("Se félicite", "EVA"), ("invite", "D1")]),
    ("Remercie les experts, et les prie de poursuivre", [("Remercie", "EVA"), ("prie", "D3")]),
    ("Salue l’action du Bureau, l’encourage à persévérer", [("Salue", "EVA"), ("encourage", "D1")]),
    ("Prend acte du plan et lui demande de l’appliquer", [("Prend acte", "NEU"), ("demande", "D2")]),
    ("Souligne le rôle des lacs et, à cet égard, exhorte chacun à agir", [("Souligne", "ASR"), ("exhorte", "D4")]),
    ("Note avec une vive inquiétude que le lac baisse", [("Note avec une vive inquiétude", "EVA")]),
    ("Prend également note avec satisfaction du plan", [("Prend également note avec satisfaction", "EVA")]),
    ("Prie de nouveau instamment les riverains d’agir", [("Prie de nouveau instamment", "D4")]),
    ("Prie à nouveau les riverains d’agir", [("Prie à nouveau", "D3")]),
    ("Réaffirme son attachement aux lacs", [("Réaffirme son attachement", "ASR")]),
    ("Se déclare profondément préoccupée par la baisse", [("Se déclare profondément préoccupée", "EVA")]),
    ("Salue le programme, qui encourage les riverains, et la demande qu’il suscite", [("Salue", "EVA")]),
    ("Rappelle la décision «\u00a0Lacs\u00a0: demande aux riverains\u00a0»", [("Rappelle", "REF")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    found = [act.phrase for act in find_performatives(text, "fr", "operative")]
    assert [(text[one.begin : one.end], one.stem.band or one.class_) for one in found] == expected


CITED = [
    ("ses résolutions 67/287 du 28 juin 2013, 68/252 du 27 juin 2014 et 69/1", ["A/RES/67/287", "A/RES/68/252", "A/RES/69/1"]),
    ("sa décision 55/488 du 7 mai 2001", ["A/DEC/55/488"]),
    ("la résolution 9/3 du Conseil des droits de l’homme et sa résolution 70/1", ["A/HRC/RES/9/3", "A/RES/70/1"]),
    ("les résolutions 9/3, 9/4 et 10/2 du Conseil des droits de l’homme", ["A/HRC/RES/9/3", "A/HRC/RES/9/4", "A/HRC/RES/10/2"]),
    ("le Conseil des droits de l’homme a, dans sa résolution 9/3, loué les lacs", ["A/HRC/RES/9/3"]),
    ("la résolution 9/3 du Conseil en date du 1er avril 2008", ["A/HRC/RES/9/3"]),
    ("la résolution 4/6 de l’Assemblée des Nations Unies pour l’environnement", ["UNEP/EA.4/Res.6"]),
    ("les résolutions du Conseil de sécurité 1325 (2000) et 1820 (2008)", ["S/RES/1325 (2000)", "S/RES/1820 (2008)"]),
    ("sa résolution 55/5 B et C", ["A/RES/55/5 B", "A/RES/55/5 C"]),
    ("ses résolutions S‑10/2 et ES‑11/1", ["A/RES/S-10/2", "A/RES/ES-11/1"]),
    ("Nations Unies, Recueil des Traités, vol. 9, no\u00a012", ["UNTS 9/12"]),
    ("A/76/243, sect. II", ["A/76/243"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "symbols"), CITED)
def test_citations(text: str, symbols: list[str]) -> None:
    assert [cited.symbol for cited in find_citations(text, "fr")] == symbols


DATES = [
    ("le 1er\u00a0août 2021", ["2021-08-01"]),
    ("du 3 au 5 mai 2018 et du 30 mai au 1er juin 2019", ["2018-05-03/2018-05-05", "2019-05-30/2019-06-01"]),
    ("les 3 mai 2018 et 4 juin 2019", ["2018-05-03", "2019-06-04"]),
    ("en mai 2018, depuis 2019, d’ici à 2030 et jusqu’en 2031", ["2018-05", "2019", "2030", "2031"]),
    ("l’Agenda 2063 et «\u00a0Les lacs en 2020\u00a0»", []),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_dates(text: str, dates: list[str]) -> None:
    assert [found.date for found in find_dates(text, "fr")] == dates


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("à l’UNESCO, au PNUD et à la CNUCED", ["unesco", "undp", "unctad"]),
        ("l’action du Conseil des droits de l’homme et du Conseil", ["human-rights-council", "human-rights-council"]),
        ("le Secrétaire général adjoint et la Charte des Nations Unies", []),
    ],
)
def test_bodies(text: str, bodies: list[str]) -> None:
    assert [mention.agency for mention in find_agencies(text, "fr")] == bodies


ASKED = [
    ("Demande aux États Membres et aux organisations internationales compétentes de semer", ["États Membres", "organisations internationales compétentes"]),
    ("Prie également le Secrétaire général de lui présenter un rapport", ["Secrétaire général"]),
    ("Exhorte, à cet égard, les organisations d’aide humanitaire et de développement, le secteur privé et les fonds et programmes des Nations Unies à semer", ["organisations d’aide humanitaire et de développement", "secteur privé", "fonds et programmes des Nations Unies"]),
    ("Invite les organismes compétents, en particulier le PNUD et l’UNESCO, à semer", ["organismes compétents", "PNUD", "UNESCO"]),
    ("Engage les États qui ne l’ont pas encore fait à devenir parties à l’accord", ["États qui ne l’ont pas encore fait"]),
    ("Recommande que la Conférence du désarmement poursuive ses travaux", ["Conférence du désarmement"]),
    ("Encourage la plantation de saules", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), ASKED)
def test_who_is_asked(text: str, parties: list[str | None]) -> None:
    verb = find_performatives(text, "fr", "operative")[0].phrase
    found = find_parties(text, verb.end, len(text), find_names(text, "fr"), "fr")
    assert [None if party.start is None else text[party.start : party.end] for party in found] == parties


def test_themes_are_found() -> None:
    text = "Prie les riverains de remettre leurs armes légères et de désarmer les mines antipersonnel du lac d’Annecy"
    assert [hit.theme for hit in find_themes(text, "fr")] == ["disarmament", "water"]


@pytest.mark.parametrize(
    ("text", "softened"),
    [
        (
            "Invite les ports à s’efforcer de draguer, conformément à leur législation nationale, les lacs",
            [("à s’efforcer", "effort"), ("conformément à leur législation nationale", "condition")],
        ),
        # who is able is asked, when one is able softens; in an aim nothing is a hedge
        ("Invite les ports qui sont en mesure de le faire à draguer", []),
        (
            "Invite les ports, s’ils sont en mesure de le faire, à draguer",
            [("s’ils sont en mesure de le faire", "capacity")],
        ),
        ("Invite les ports à draguer afin de protéger, le cas échéant, les pilotes", []),
    ],
)
def test_what_softens_and_how(text: str, softened: list[tuple[str, str]]) -> None:
    assert [(text[hedge.start : hedge.end], hedge.kind) for hedge in find_hedges(text, 0, len(text), "fr")] == softened


def test_what_softens_and_what_goes_on() -> None:
    text = "Encourage les riverains à continuer, selon qu’il conviendra et dans la limite des ressources disponibles, à semer"
    softened = [text[hedge.start : hedge.end] for hedge in find_hedges(text, 0, len(text), "fr")]
    assert softened == ["selon qu’il conviendra", "dans la limite des ressources disponibles"]
    assert [text[start:end] for start, end in find_continuity(text, 0, len(text), "fr")] == ["à continuer"]


def test_a_report_is_asked_for_in_its_turns() -> None:
    for asked in (
        "de lui faire rapport",
        "de rendre compte des lacs",
        "de l’informer des crues",
        "de tenir les riverains informés",
    ):
        text = f"Prie le Secrétaire général {asked} à sa soixante et onzième session"
        report = find_report(text, 4, len(text), [], [], "fr")
        assert report, asked
        assert report.due_session == 71


@pytest.mark.thorough
@pytest.mark.shared
def test_real_texts_agree_with_english(shared: Path) -> None:
    """On some of the files that no rule was made on."""
    _, aside = split(shared / "unxml6" / "fr")
    measured = measure(aside[::6], shared / "unxml" / "en", "fr")
    recall = {figure: tally.recall or 0 for figure, tally in measured.tallies.items()}
    assert measured.paired >= 8
    least = {
        "detected": 1,
        "paragraphs": 0.99,
        "text": 0.97,
        "leads": 0.95,
        "forces": 0.88,
        "symbols": 0.95,
        "dates": 0.9,
    }
    assert {figure: recall[figure] for figure, share in least.items() if recall[figure] < share} == {}
