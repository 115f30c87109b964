"""Whose tracked change each difference of two texts is: cases with a draft written as {+A|words} and {-A|words}."""

from __future__ import annotations

import re

import pytest

from ecoanalysis.compare.drafts.signatures import Signatures
from ecoanalysis.lexicon import language_of
from ecoanalysis.read.tracked import Signature, TrackedParagraph, TrackedPiece


def paragraph(text: str) -> TrackedParagraph:
    pieces = []
    for part in re.split(r"(\{[^}]*\})", text):
        change = re.match(r"\{([+-])([^|]*)\|([^}]*)\}", part)
        by = Signature(change[2]) if change else None
        words = change[3] if change else part
        pieces.append(
            TrackedPiece(
                words, by if change and change[1] == "-" else None, by if change and change[1] == "+" else None
            )
        )
    return TrackedParagraph(tuple(pieces), ())


CASES = [  # language, the earlier text, the draft, the differences with whose they are
    ("en", "Urges Chad to act", "{-US|Urges}{+US|Invites} Chad to act", ["-US Urges", "+US Invites"]),
    # the draft goes out from other words than the earlier text has
    (
        "en",
        "Urges all of Chad to act",
        "{-US|Urges}{+US|Invites} Chad to act{+EU|, too}",
        ["-US Urges", "- all of", "+US Invites", "+EU , too"],
    ),
    ("en", "Urges Chad to act", "Urges Chad{+EU| and Peru} to help", ["+EU and Peru", "- act", "+ help"]),
    # words that repeat: the place that was changed, not the one that says the same
    (
        "en",
        "the lakes and the wells and the ponds",
        "the lakes {-US|and the wells }and the ponds",
        ["-US and the wells"],
    ),
    ("en", "the lakes and the ponds", "the lakes {+US|and the wells }and the ponds", ["+US and the wells"]),
    # two hands at one place; one cuts what the other put in
    ("en", "to act", "to {-US|act}{+US|help}{+EU| and to ask}", ["-US act", "+US help", "+EU and to ask"]),
    ("en", "to act", "to act{+EU| at }{-US|}{+EU|once}", ["+EU at once"]),
    # words for words that only a space parts are one change
    (
        "en",
        "to strengthen and build lakes",
        "to {-CL|strengthen and build}{+CL|consider strengthening} lakes",
        ["-CL strengthen and build", "+CL consider strengthening"],
    ),
    # marks alone
    ("en", "to act;", "to act{-US|;}{+US|.}", ["-US ;", "+US ."]),
    # a part of a word
    ("en", "the eighty-first session", "the eighty-{-EU|first}{+EU|third} session", ["-EU first", "+EU third"]),
    ("zh", "向第七十八届会议报告", "向第{-智利|七十八}{+智利|八十}届会议报告", ["-智利 第七十八届", "+智利 第八十届"]),
    (
        "zh",
        "请秘书长报告",
        "{+埃及|邀}请秘书长{-美国|报告}{+美国|通报}",
        ["-埃及 请", "-美国 报告", "+埃及 邀请", "+美国 通报"],
    ),
    # a paragraph that came, one that went
    ("en", "", "{+EU|Invites Chad to act}", ["+EU Invites Chad to act"]),
    ("en", "Invites Chad to act", "{-EU|Invites Chad to act}", ["-EU Invites Chad to act"]),
    # nobody's
    ("en", "Urges Chad", "Invites Chad", ["- Urges", "+ Invites"]),
]


@pytest.mark.parametrize(("language", "old", "draft", "differences"), CASES)
def test_whose_each_difference_is(language: str, old: str, draft: str, differences: list[str]) -> None:
    tracked = paragraph(draft)
    split = language_of(language).split
    before, after = list(split(old)), list(split(tracked.accepted))
    signatures = Signatures((tracked,), language)
    sides = [[side] if side else [] for side in (before, after)]
    found = []
    stands: tuple[list[str], list[str]] = ([], [])
    for passage in signatures.passages(before, after, (sides[0], sides[1])):
        run = before[passage.old.start : passage.old.stop] or after[passage.new.start : passage.new.stop]
        if not passage.stands:
            sign = "-" if passage.old else "+"
            found.append(f"{sign}{passage.by.author if passage.by else ''} {''.join(run).strip()}")
        stands[0].extend(before[passage.old.start : passage.old.stop])
        stands[1].extend(after[passage.new.start : passage.new.stop])
    assert stands == (before, after)
    assert sorted(found) == sorted(differences)


def test_long_runs_take_no_long() -> None:
    words = ["and", " "] * 3000
    tracked = paragraph("and " * 3000 + "{+EU|and }")
    assert [each.by for each in Signatures((tracked,), "en").passages(words, [*words, "and", " "]) if not each.stands]
