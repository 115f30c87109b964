"""Pages in two columns: one text that goes on in the second, or the same text in two languages, each read alone."""

from __future__ import annotations

import pytest
import weasyprint

from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_bytes

HEADS = {
    "en": ("A/RES/90/17", "90/17. Harbours of the northern lakes", "The General Assembly,"),
    "fr": ("A/RES/90/17", "90/17. Ports des lacs du nord", "L’Assemblée générale,"),
    "zh": ("A/RES/90/17", "90/17. 北方湖泊的港口", "大会，"),
}
PREAMBLE = {
    "en": (
        "Recalling its resolutions on harbours, in which it noted that those who live beside them keep their lights,",
        "Bearing in mind that a harbour without a light is of little use to the ships that come to it in autumn,",
    ),
    "fr": (
        "Rappelant ses résolutions sur les ports, dans lesquelles elle a noté que leurs riverains en gardent les feux,",
        "Ayant à l’esprit qu’un port sans feu est de peu d’utilité pour les navires qui y viennent en automne,",
    ),
    "zh": (
        "回顾其关于港口的各项决议，其中注意到各处港口的灯光由住在旁边的人看管，",
        "铭记港口没有灯光，秋天夜间驶来的船只就难以使用，其中包括小船和旧船，",
    ),
}
OPERATIVE = {
    "en": (
        "Requests the Secretary-General to submit to it at its ninety-first session a report on the harbours;",
        "Invites Member States to keep the lights of their harbours lit through the whole of the night;",
        "Encourages the keepers of the lights to write down what they see of ships and of the weather;",
        "Decides to consider the harbours of the northern lakes again at its ninety-first session.",
    ),
    "fr": (
        "Prie le Secrétaire général de lui présenter à sa quatre-vingt-onzième session un rapport sur les ports ;",
        "Invite les États Membres à garder les feux de leurs ports allumés pendant toute la durée de la nuit ;",
        "Encourage les gardiens des feux à consigner par écrit ce qu’ils voient des navires et du temps ;",
        "Décide d’examiner de nouveau les ports des lacs du nord à sa quatre-vingt-onzième session.",
    ),
    "zh": (
        "请秘书长向大会第九十一届会议提交一份报告，说明北方湖泊各处港口的情况；",
        "邀请会员国让各自港口的灯光整夜点亮，全年如此，并让船长得知哪些没有点亮；",
        "鼓励灯光看管人记下所见的船只和天气，并与住在其他湖泊旁边的人分享所记；",
        "决定在第九十一届会议上再次审议北方湖泊的港口问题，并为此留出足够时间。",
    ),
}
FONT = "body {font: 9pt/1.4 'Noto Serif CJK SC'} p {margin: 0 0 6pt}"
CELLS = "td {width: 50%; vertical-align: top; padding: 0 4mm}"
RUNNING = """@page {@top-left {content: 'Harbours'} @top-right {content: 'A/RES/90/17'}
  @bottom-left {content: '26-90017'} @bottom-right {content: counter(page) '/' counter(pages)}}"""
STYLES = {
    "on one page": "@page {size: A4; margin: 20mm}",
    "paragraphs wide apart, in boxes": "@page {size: A4; margin: 20mm} td {padding: 5mm !important; border: 1px solid}",
    "over several pages": "@page {size: 170mm 120mm; margin: 20mm}" + RUNNING,
    "heads in the middle of their columns": "@page {size: A4; margin: 20mm} tr:nth-child(-n+2) {text-align: center}",
}


def lines_of(language: str, times: int = 1) -> list[str]:
    operative = OPERATIVE[language] * times
    return [*HEADS[language], *PREAMBLE[language], *(f"{n}. {text}" for n, text in enumerate(operative, 1))]


def table(*languages: str, first: int = 0) -> str:
    rows = [*zip(*map(lines_of, languages), strict=True)][first:]
    cells = ("".join(f"<td><p>{cell}" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}' for row in cells)}</table>"


def read(body: str, style: str) -> dict[str, Resolution]:
    data = weasyprint.HTML(string=f"<style>{FONT}{CELLS}{style}</style>{body}").write_pdf()
    return {resolution.language: resolution for resolution in parse_resolutions(read_bytes(data, "A.pdf"))}


def texts(resolution: Resolution) -> list[str]:
    return [each.text for each in resolution.paragraphs if each.part in ("preamble", "operative")]


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("languages", [("en", "zh"), ("en", "fr"), ("fr", "zh")], ids="-".join)
def test_each_language_is_read_alone(languages: tuple[str, str], style: str) -> None:
    resolutions = read(table(*languages), style)
    assert [*resolutions] == [*languages]
    for language, resolution in resolutions.items():
        symbol, title, _ = HEADS[language]
        assert (resolution.symbol, f"90/17. {resolution.title}") == (symbol, title)
        assert texts(resolution) == [*PREAMBLE[language], *OPERATIVE[language]]
        assert not resolution.diagnostics


def test_what_runs_over_both_columns_is_of_both_languages() -> None:
    resolutions = read(f"<h4>A/RES/90/17</h4>{table('en', 'fr', first=1)}", STYLES["on one page"])
    assert [(language, each.symbol) for language, each in resolutions.items()] == [
        ("en", "A/RES/90/17"),
        ("fr", "A/RES/90/17"),
    ]


def test_each_column_has_its_notes() -> None:
    body = table("en", "fr").replace("resolutions on harbours,", "resolutions on harbours,<sup>1</sup>")
    body = body.replace("sur les ports, dans", "sur les ports,<sup>1</sup> dans")
    notes = "".join(f"<td><hr><p class=n><sup>1</sup> {note}" for note in ("See A/89/12.", "Voir A/89/12."))
    small = "sup {font-size: 60%; vertical-align: super; line-height: 0} .n {font-size: 7pt} hr {width: 3cm}"
    resolutions = read(body.replace("</table>", f"<tr>{notes}</table>"), STYLES["on one page"] + small)
    assert [[note.text for note in each.footnotes] for each in resolutions.values()] == [
        ["See A/89/12."],
        ["Voir A/89/12."],
    ]
    assert [texts(each) for each in resolutions.values()] == [[*PREAMBLE[x], *OPERATIVE[x]] for x in ("en", "fr")]


@pytest.mark.parametrize(
    ("called", "doubts"),
    [(("en", "fr"), []), (("en",), []), (("fr",), []), ((), ["footnote-mark-lost"])],
    ids=["in both", "in the first", "in the second", "in none"],
)
def test_a_note_below_both_columns_is_doubted_once(called: tuple[str, ...], doubts: list[str]) -> None:
    body = table("en", "fr")
    for language, words in (("en", "resolutions on harbours,"), ("fr", "résolutions sur les ports,")):
        assert words in body
        body = body.replace(words, f"{words}<sup>1</sup>" if language in called else words)
    small = "sup {font-size: 60%; vertical-align: super; line-height: 0} .n {font-size: 7pt} hr {width: 3cm; margin: 0}"
    resolutions = read(f"{body}<hr><p class=n><sup>1</sup> A/89/12.", STYLES["on one page"] + small)
    assert [doubt.code for each in resolutions.values() for doubt in each.diagnostics] == doubts
    assert [texts(each) for each in resolutions.values()] == [[*PREAMBLE[x], *OPERATIVE[x]] for x in ("en", "fr")]


@pytest.mark.parametrize("language", HEADS)
def test_one_text_goes_on_in_the_next_column(language: str) -> None:
    """Also where paragraphs are set as far apart as heads and feet are from a text."""
    body = "".join(f"<p>{line}" for line in lines_of(language, 12))
    style = "@page {size: A4; margin: 20mm} main {columns: 2; column-gap: 8mm} p {margin-bottom: 8pt}"
    assert texts(read(f"<main>{body}</main>", style)[language]) == [*PREAMBLE[language], *OPERATIVE[language] * 12]
