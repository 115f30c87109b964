"""The brief of a Word file with tracked changes: each is told, by whom, a session and a hedge too."""

# ruff: noqa: E501
from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ecoanalysis.compare.brief import make_brief
from ecoanalysis.compare.drafts.signed_brief import sign_brief
from ecoanalysis.named_comparison import compare_in_languages, tracked_in
from ecoanalysis.show.redline import redline


def file(*paragraphs: str) -> bytes:
    """A Word file, in which {+A|words} stands for what A put in and {-A|words} for what A cut."""
    written = docx.Document()
    for text in paragraphs:
        element = written.add_paragraph()._p
        for part in re.split(r"(\{[^}]*\})", text):
            change = re.match(r"\{([+-])([^|]*)\|([^}]*)\}", part)
            run = OxmlElement("w:r")
            letters = OxmlElement("w:delText" if change and change[1] == "-" else "w:t")
            letters.text = change[3] if change else part
            letters.set(qn("xml:space"), "preserve")
            run.append(letters)
            if change:
                around = OxmlElement("w:ins" if change[1] == "+" else "w:del")
                around.set(qn("w:author"), change[2])
                around.append(run)
                run = around
            element.append(run)
    out = BytesIO()
    written.save(out)
    return out.getvalue()


TEXTS = {
    "en": (
        "The General Assembly,",
        "Recalling its report on lakes,",
        "1. Requests the Secretary-General to {-US|submit a report}{+US|provide, within existing resources, an oral update} "
        "to the General Assembly at its {-Chile|eighty-first}{+Chile|eighty-second} session;",
        "{+Norway|1 bis. Calls upon States not to poison lakes;}",
        "2. Decides to remain seized of the matter.",
    ),
    "zh": (
        "大会，",
        "回顾其关于湖泊的报告，",
        "1. 请秘书长向大会第{-智利|八十一}{+智利|八十二}届会议{-美国|提交报告}{+美国|在现有资源范围内口头通报}；",
        "{+挪威|1之二. 促请各国不要污染湖泊；}",
        "2. 决定继续审议此事。",
    ),
}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", {("hedge_added", "US", "+ within existing resources"), ("reworded", "Chile", "eighty-first → eighty-second")}),
        ("zh", {("hedge_added", "美国", "+ 在现有资源范围内"), ("reworded", "智利", "八十一 → 八十二")}),
    ],
)  # fmt: skip
def test_every_tracked_change_is_told(language: str, lines: set[tuple[str, str, str]], tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(file(*TEXTS[language]))
    comparison, *_ = compare_in_languages(str(path), language=language)
    brief = sign_brief(make_brief(comparison), comparison, tracked_in(str(path)))
    assert lines <= {(line.type, *line.by, line.words) for line in brief.lines}
    assert ("1~bis",) in {line.new for line in brief.lines if line.section == "asked"}
    assert [line.by for line in brief.lines if line.section == "times"] == [
        (TEXTS[language][2].split("{-")[2 if language == "en" else 1].split("|")[0],)
    ]
    assert [(due.session, due.old_session, due.by) for due in brief.dues] in (
        [],
        [(82, 81, ("Chile",))],
        [(82, 81, ("智利",))],
    )


BY = [  # a paragraph with tracked changes, what a line of it tells, who made that
    ("1. {-US|Calls upon}{+US|Invites} States to map lakes{+EU|, as appropriate}.", "→", {("US",)}),
    ("1. {-US|Calls upon}{+US|Invites} States to map lakes{+EU|, as appropriate}.", "+ as appropriate", {("EU",)}),
    ("1. Urges States{-US|, the private sector and non-governmental organizations} to map lakes.", "− private sector", {("US",)}),
    ("1. Urges States to map lakes where {-Peru|economically viable and where }appropriate.", "−", {("Peru",)}),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "tells", "by"), BY)
@pytest.mark.parametrize("against_edition", [False, True])
def test_a_line_is_signed_by_whoever_made_what_it_tells(
    paragraph: str, tells: str, by: set[tuple[str, ...]], against_edition: bool, tmp_path: Path
) -> None:
    draft, edition = tmp_path / "draft.docx", tmp_path / "edition.docx"
    draft.write_bytes(file("The General Assembly,", paragraph))
    edition.write_bytes(file("The General Assembly,", re.sub(r"\{\+[^}]*\}|\{-[^|]*\||\}", "", paragraph)))
    names = (str(edition), str(draft)) if against_edition else (str(draft),)
    comparison, *_ = compare_in_languages(*names, language="en")
    brief = sign_brief(make_brief(comparison), comparison, tracked_in(*names), only_words=against_edition)
    lines = [line for line in brief.lines if tells in line.words]
    assert {line.by for line in lines} == by
    assert len(lines) == 1  # told once


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", ("<del>first</del>", "<del>submit a report </del>", 'oral update </ins><small class="by">US</small>', ">by Norway<", "paragraph 1 bis")),
        ("zh", ("<ins>在现有资源范围内口头通报</ins>" , '<small class="by">智利</small>', ">修订者：挪威<", "段落 1之二")),
    ],
)  # fmt: skip
def test_the_page_says_at_each_change_whose_it_is(language: str, marked: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(file(*TEXTS[language]))
    comparison, *_ = compare_in_languages(str(path), language=language)
    page = redline(comparison, tracked=tracked_in(str(path)))
    assert [words for words in marked if words not in page] == []
    assert 'class="by"' not in redline(comparison)


ALONE = [  # a draft, and what is told of it: section, whose, words
    # what somebody tracked is no translator's choice
    ("1. {-EG|Requests}{+EG|Invites} the Secretary-General to map all lakes of the region and to publish the maps.", [("lost", ("EG",), "Requests → Invites")]),
    # a change is told once, whatever of it other lines tell
    ("1. Requests the Secretary-General to {-CL|map and measure}{+CL|consider mapping} all lakes of the region and to publish the maps.", [("unsure", ("CL",), "+ to consider"), ("reworded", ("CL",), "map and measure → mapping")]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "lines"), ALONE)
def test_a_tracked_change_is_told_once_and_as_what_it_is(
    paragraph: str, lines: list[tuple[str, tuple[str, ...], str]], tmp_path: Path
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(file("The General Assembly,", "Recalling its report on lakes,", paragraph))
    comparison, *_ = compare_in_languages(str(path))
    brief = sign_brief(make_brief(comparison), comparison, tracked_in(str(path)))
    assert [(line.section, line.by, line.words.partition(":")[0]) for line in brief.lines] == lines


@pytest.mark.parametrize(("mark", "base"), [("+", "new"), ("-", "dropped")])
def test_the_last_paragraph_put_in_or_cut_is_a_change(mark: str, base: str, tmp_path: Path) -> None:
    """The text of the other side ends in a semicolon; it is no part of a text for that."""
    path = tmp_path / "draft.docx"
    last = f"{{{mark}Norway|2. Encourages States to count their lakes.}}"
    path.write_bytes(file("The General Assembly,", "1. Urges States not to poison lakes;", last))
    comparison, *_ = compare_in_languages(str(path))
    assert [link.base for link in comparison.links] == ["identical", base]
