"""Drafts and parts circulate among few: a build knows which they are, and `status` shows them."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path

from ecoanalysis.corpus import open_corpus, without_drafts
from ecoanalysis.status import status

ADOPTED = "81/7. Lakes\n\nThe General Assembly,\n\nRecalling its resolution 79/1,\n\n1. Requests a report;\n\n2. Decides to go on.\n"
DRAFT = "A/C.2/81/L.7\n\nChad: draft resolution\n\n" + ADOPTED.partition(". ")[2]
PART = "5. Requests the Secretary-General to report;\n"


def test_drafts_and_parts_are_left_out_and_listed(tmp_path: Path) -> None:
    for name, text in (("adopted.txt", ADOPTED), ("draft.txt", DRAFT), ("part.txt", PART)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    corpus = open_corpus(tmp_path)
    kept, left_out = without_drafts(corpus)
    assert kept.editions() == ["A/RES/81/7"]
    assert sorted(Path(path).name for path in left_out) == ["draft.txt", "part.txt"]
    assert kept.version != corpus.version
    listed = {(each["symbol"], each["status"], each["extent"]) for each in status(corpus)["resolutions"]}
    assert listed == {
        ("A/RES/81/7", "adopted", "whole"),
        ("A/C.2/81/L.7", "draft", "whole"),
        (None, None, "fragment"),
    }
