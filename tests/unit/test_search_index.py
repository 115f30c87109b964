"""The index of a site's search: what it holds, how it is cut, and that each piece stays small."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ecoanalysis.corpus import open_corpus
from ecoanalysis.lexicon import INTERFACE
from ecoanalysis.publish.search_entries import _paragraphs
from ecoanalysis.publish.search_index import MOST, PIECE, SearchEntry, terms, write_index


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Urges the UNDP, again", ["urges", "the", "undp", "again"]),
        ("A/RES/75/324", ["a", "res", "75/324"]),
        ("发展单一窗口", ["发展", "展单", "单一", "一窗", "窗口"]),
        ("请", ["请"]),
        ("《2025年愿景》", ["2025", "年愿", "愿景"]),
        ("Ｅｎｅｒｇｙ", ["energy"]),
        ("développement", ["developpement"]),
        ("国家、 ", ["国家"]),
        ("<b>", ["b"]),
        ("", []),
    ],
)
def test_terms(text: str, cut: list[str]) -> None:
    assert list(terms(text)) == cut


def pieces(folder: Path, kind: str) -> list[Any]:
    """What the scripts of a kind hand over, in their order."""
    written = {}
    for path in folder.glob(f"{kind}*.js"):
        match = re.fullmatch(r'search\.take\("(\w+)",(\d+),(.*)\);\n', path.read_text(encoding="utf-8"), re.DOTALL)
        assert match
        assert match[1] == kind
        written[int(match[2])] = json.loads(match[3])
    return [written[number] for number in sorted(written)]


def postings(folder: Path) -> dict[str, list[int]]:
    """The numbers of the entries that have each term."""
    numbers = {}
    for piece in pieces(folder, "terms"):
        for term, (total, *steps) in piece.items():
            places = [sum(steps[: end + 1]) for end in range(len(steps))] if len(steps) < MOST else steps
            assert total >= len(places)
            numbers[term] = [place // 2 for place in places]
    return numbers


def test_every_entry_is_found_by_each_of_its_terms(tmp_path: Path) -> None:
    entries = [
        SearchEntry("agency", "UNDP", "agency-undp.html", also="United Nations Development Programme 开发署"),
        SearchEntry("paragraph", "A/RES/75/324 9", "x.html#p-9", "发展单一窗口</script>", "trade"),
        SearchEntry(
            "paragraph", "A/RES/75/324 8", "x.html#p-8", "Trade by rail", why=("trade", "贸易", "rail", "铁路")
        ),
    ]
    write_index(tmp_path / "search", entries)
    numbers = postings(tmp_path / "search")
    for number, entry in enumerate(entries):
        for term in terms(" ".join((entry.name, entry.shown, entry.also, *entry.why))):
            assert number in numbers[term], term
    (piece,) = pieces(tmp_path / "search", "entries")
    *rows, words = piece
    assert words[:3] == ["agency", "x.html", "paragraph"]  # what several have stands once, behind them
    assert [row[2] for row in rows] == ["agency-undp.html", [1, "p-9"], [1, "p-8"]]
    assert [[words[row[0]], row[1], row[3]] for row in rows] == [[e.kind, e.name, e.shown] for e in entries]
    assert "</script>" not in (tmp_path / "search" / "entries-0.js").read_text(encoding="utf-8")


def test_why_an_entry_is_found_is_kept_where_what_is_shown_of_it_does_not_say(tmp_path: Path) -> None:
    """The words of a piece stand once, behind its entries."""
    why = (("Trade by rail", ("trade", "贸易", "铁路")), ("Rail", ("铁路",)), ("Lakes", ()))
    entries = [SearchEntry("paragraph", "1", "x", shown, why=words) for shown, words in why]
    write_index(tmp_path, entries)
    (piece,) = pieces(tmp_path, "entries")
    assert piece[-1] == ["paragraph", "贸易", "铁路"]
    assert [row[4:] for row in piece[:-1]] == [[[1, 2]], [[2]], []]


def test_an_index_of_many_is_cut_into_small_pieces_in_order(tmp_path: Path) -> None:
    entries = [
        SearchEntry("paragraph", f"A/RES/{n}/1 {n}", "x", f"the word{n % 997} and word{n % 89}") for n in range(6000)
    ]
    write_index(tmp_path / "search", iter(entries))
    (index,) = pieces(tmp_path / "search", "index")
    assert index["total"] == len(entries)
    assert max(path.stat().st_size for path in (tmp_path / "search").iterdir()) < 2 * PIECE
    assert index["terms"] == sorted(index["terms"]) == [next(iter(p)) for p in pieces(tmp_path / "search", "terms")]
    held = pieces(tmp_path / "search", "entries")
    assert index["entries"] == [sum(len(piece) - 1 for piece in held[:end]) for end in range(len(held))]
    common = next(piece["the"] for piece in pieces(tmp_path / "search", "terms") if "the" in piece)
    assert (common[0], len(common)) == (len(entries), MOST + 1)  # it says how many have it, and names the first


def test_what_was_there_before_is_gone(tmp_path: Path) -> None:
    for number in (500, 1):
        write_index(tmp_path, [SearchEntry("paragraph", f"{n}/1", "x", "word " * 60) for n in range(number)])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["entries-0.js", "index.js", "terms-0.js"]


@pytest.mark.parametrize(
    "pair", [("单一窗口", "single window"), ("敦促", "urges"), ("贸易便利化", "trade facilitation")]
)
def test_a_word_finds_as_much_on_the_pages_of_either_language(pair: tuple[str, str]) -> None:
    counts = set()
    for language in INTERFACE:
        found_by = ((entry.shown, entry.also, *entry.why) for entry in _paragraphs(open_corpus(), language))
        entries = [" ".join(words).lower() for words in found_by]
        counts |= {sum(word in entry for entry in entries) for word in pair}
    assert len(counts) == 1
    assert min(counts) > 4
