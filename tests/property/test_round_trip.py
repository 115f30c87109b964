"""Nothing of a document is lost: layout text, lifted pieces and joins spell the raw text, whatever it looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ecoanalysis as eco
from ecoanalysis.errors import EcoanalysisError, NotAResolutionError
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.document import Document
from ecoanalysis.parse import lay_out, parse_resolutions

WORDS = [
    "经济合作组织",
    "联合国",
    "提供技术援助",
    "2019 年 7 月",
    "第 73/330 号决议",
    "(包括目标 9)",
    "“变革”",
    "《巴库宣言》",
]


@st.composite
def wrapped_texts(draw: st.DrawFn) -> str:
    """Texts as PDF tools leave them: a wrapped resolution with furniture, notes and links thrown in anywhere."""
    width = draw(st.integers(12, 40))
    gap = draw(st.sampled_from(["\n", "\n\n", " \n\n", "\r\n"]))
    lines = ["  75/324. 合作", " 大会，"]
    for number in range(draw(st.integers(1, 5))):
        body = (
            f" {number + 1}. 请秘书长" + "".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))) + "；"
        )
        lines += [body[at : at + width] for at in range(0, len(body), width)]
        lines += draw(st.lists(st.sampled_from(["https://undocs.org/ch/A/67/581", "3/5", "\f"]), max_size=2))
    if draw(st.booleans()):
        lines += ["__________________", " 1 见 A/67/581，附件。"]
    return gap.join(lines)


@given(wrapped_texts())
def test_pieces_spell_the_raw_text(text: str) -> None:
    document = eco.read_text(text)
    assert lay_out(document).rebuild() == document.raw


@pytest.mark.slow
@given(st.text(min_size=1))
def test_pieces_spell_any_text(text: str) -> None:
    document = Document(text, "", "generated", "txt", "zh")
    layout = lay_out(document)
    assert layout.rebuild() == text
    assert all(piece.text.lstrip("-").isspace() for piece in layout.pieces if piece.kind in ("break", "join"))


@pytest.mark.slow
@given(wrapped_texts())
def test_every_fact_stands_where_it_says(text: str) -> None:
    for resolution in parse_resolutions(eco.read_text(text)):
        facts = extract_facts(resolution)
        raw = resolution.document.raw
        for fact in [*facts.agencies, *facts.citations, *facts.dates, *(clause.verb for clause in facts.clauses)]:
            assert raw[fact.start] == fact.surface[0]
            assert raw[fact.end - 1] == fact.surface[-1]


def test_the_bundled_text_is_rebuilt() -> None:
    document = eco.sample()
    layout = lay_out(document)
    assert layout.rebuild() == document.raw
    kinds = {piece.kind for piece in layout.pieces}
    assert kinds == {"text", "join", "break", "note", "link", "furniture"}


@pytest.mark.thorough
@given(st.data())
def test_a_text_cut_or_shuffled_anywhere_never_breaks_the_parser(data: st.DataObject) -> None:
    lines = eco.sample().raw.splitlines()
    begin = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(begin, len(lines)))
    cut = data.draw(st.permutations(lines[begin : min(end, begin + 40)])) + lines[end:]
    document = Document("\n".join(cut), "", "damaged", "txt", "zh")
    assert lay_out(document).rebuild() == document.raw
    try:
        resolutions = parse_resolutions(document)
    except NotAResolutionError:
        return
    for resolution in resolutions:
        ids = [paragraph.id for paragraph in resolution.paragraphs]
        assert "" not in ids
        extract_facts(resolution)


@pytest.mark.parametrize("text", ["", "   ", "秘书长已提交报告。", "今天天气很好。"])
def test_what_is_no_resolution_is_said_to_be_none(text: str) -> None:
    with pytest.raises(EcoanalysisError):
        parse_resolutions(eco.read_text(text))


def test_a_paragraph_alone_is_a_fragment() -> None:
    """What a delegate pastes of an e-mail: one directive, no formula."""
    (resolution,) = parse_resolutions(eco.read_text("请秘书长提交报告。"))
    assert (resolution.extent, [paragraph.part for paragraph in resolution.paragraphs]) == ("fragment", ["operative"])
