"""Notes at the foot of a plain text's page: how their numbers and words may stand, and what ends them."""

from __future__ import annotations

import pytest

from ecoanalysis.parse.layout.lines import lines_of
from ecoanalysis.parse.layout.notes_at_page_foot import Foot, read_notes
from ecoanalysis.parse.patterns import patterns

CASES = {
    "numbers on their own lines": (
        "1|Resolution 48/141.|2|A/75/10.",
        ["1", "2"],
        ["Resolution 48/141.", "A/75/10."],
    ),
    "numbers at the head of their notes": ("1 See A/75/9.|2 See A/75/10.", ["1", "2"], ["See A/75/9.", "See A/75/10."]),
    "numbers stacked before their notes": ("1|2|A/75/9.|A/75/10.", ["1", "2"], ["A/75/9.", "A/75/10."]),
    "numbers stacked behind their notes": ("A/75/9.|A/75/10.|1|2", ["1", "2"], ["A/75/9.", "A/75/10."]),
    "a note over two lines": ("1|Resolution 48/141|and its annex.", ["1"], ["Resolution 48/141 and its annex."]),
    "an address ends a note": ("1|Available at|www.un.org/en.", ["1"], ["Available at www.un.org/en."]),
    "a stop inside a note ends none": (
        "1 See Lake v.|Rivers.|2 Lakes et al.|United States.|3 A/75/9.",
        ["1", "2", "3"],
        ["See Lake v. Rivers.", "Lakes et al. United States.", "A/75/9."],
    ),
    "the text goes on behind a note": ("1|A/75/9.|and of the Council", ["1"], ["A/75/9."]),
    "a rule ends the notes": ("1|A/75/9.|__________|2|A/75/10.", ["1"], ["A/75/9."]),
    "links end the notes": ("1|A/75/9.|https://undocs.org/A/75/9|2|A/75/10.", ["1"], ["A/75/9."]),
    "a paragraph's number is no note's": ("1/ A/75/9.|2. Requests a report", ["1"], ["A/75/9."]),
}


@pytest.mark.parametrize(("text", "numbers", "notes"), CASES.values(), ids=CASES)
def test_numbers_and_words_of_notes(text: str, numbers: list[str], notes: list[str]) -> None:
    raw = text.replace("|", "\n")
    lines = list(lines_of(raw, printed=False, indents=None))
    foot = Foot(lines, frozenset(), patterns("en"), 60, due=1, ended=False, begins=lambda line: False)
    block = read_notes(foot, 0)
    assert [raw[number.start : number.end].strip() for number in block.numbers] == numbers
    assert [" ".join(raw[start:end].strip() for start, end in spans) for spans in block.bodies] == notes
