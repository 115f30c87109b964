"""The table of a negotiating text as Word: what each proposal says stands in a row, beside the last edition's words."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

import ecoanalysis as eco
from ecoanalysis.compare.drafts.proposals import find_proposals
from ecoanalysis.export.negotiation import write_proposals

TEXTS = {
    "en": (
        "1. Requests the World Bank to lend;",
        "OP1. Requests the World Bank [EU: add , as appropriate,] to [China: add and Brazil] lend;",
        ["EU", "China"],
    ),
    "zh": ("1. 请世界银行提供贷款；", "OP1. 请世界银行[欧盟：增加 酌情]提供贷款；", ["欧盟"]),
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_row_a_proposal_beside_the_last_words(language: str) -> None:
    last, draft, proposers = TEXTS[language]
    old, new = (eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in (last, draft))
    rows = find_proposals(eco.compare_editions(old, new))
    [table] = docx.Document(BytesIO(write_proposals(rows, language))).tables
    told = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[3] for row in told[1:]] == proposers
    assert told[1][:2] == ["OP1", last.partition(". ")[2]]
    assert [row[:3] for row in told[2:]] == [["", "", ""]] * (len(proposers) - 1)
    assert all(row[4] and row[5] for row in told[1:])
    assert all(told[0])
