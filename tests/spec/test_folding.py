"""Signs printed in several forms mean one thing: facts are found whatever the form, and quotes keep what is printed."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ecoanalysis as eco
from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.contract import to_contract
from ecoanalysis.lexicon import language_of, languages
from ecoanalysis.read import read_text

CHINESE = """81/901. 区域水文数据共享

大会，

回顾其2024年12月10日第79/811号决议，

1. 请秘书长会同联合国环境规划署编写指南；

2. 鼓励会员国与世界气象组织合作；

3. 决定在第八十三届会议上审议该问题。

2026年12月15日
第71次全体会议
"""
ENGLISH = """81/901. Sharing of hydrological data

The General Assembly,

Recalling its resolution 79/811 of 10 December 2024,

1. Requests the Secretary-General to prepare an efficient, non-binding guide with UN-Women;

2. Encourages Member States to finance the World Meteorological Organization;

3. Decides to consider the matter at its eighty-third session.

71st plenary meeting
15 December 2026
"""
FRENCH = """81/901. Échange de données hydrologiques

L’Assemblée générale,

Rappelant sa résolution 79/811 du 10 décembre 2024,

1. Prie le Secrétaire général d’établir un guide ;

2. Décide d’examiner la question à sa quatre-vingt-troisième session.

15 décembre 2026
"""
FORMS = {
    "full-width digits and letters": (CHINESE, lambda text: text.translate({c: c + 0xFEE0 for c in range(0x30, 0x3A)})),
    "full-width stops and slashes": (CHINESE, lambda text: text.replace(". ", "．").replace("/", "／")),
    "Kangxi radicals": (CHINESE, lambda text: text.replace("大", "⼤").replace("一", "⼀").replace("水", "⽔")),
    "radicals without a compatible form": (CHINESE, lambda text: text.replace("长", "⻓").replace("西", "⻄")),
    "compatibility ideographs": (CHINESE, lambda text: text.replace("女", "\uf981").replace("年", "\uf98e")),
    "signs of direction": (CHINESE, lambda text: "\u202a" + text.replace("1", "1\u200e") + "\u202c"),
    "byte-order marks inside": (CHINESE, lambda text: text.replace("请", "\ufeff请")),
    "no-break hyphens": (ENGLISH, lambda text: text.replace("-", "\u2011")),
    "hyphens": (ENGLISH, lambda text: text.replace("-", "\u2010")),
    "soft hyphens": (ENGLISH, lambda text: text.replace("ation", "\u00adation").replace("bly", "\u00adbly")),
    "spaces of no width": (ENGLISH, lambda text: text.replace("e", "e\u200b")),
    "ligatures": (ENGLISH, lambda text: text.replace("ffi", "\ufb03").replace("fi", "\ufb01")),
    "no-break spaces": (ENGLISH, lambda text: text.replace(" ", "\u00a0")),
    "thin spaces": (ENGLISH, lambda text: text.replace(". ", ".\u2009").replace(" of ", "\u202fof\u2003")),
    "full-width letters": (ENGLISH, lambda text: text.translate({c: c + 0xFEE0 for c in range(0x21, 0x7F)})),
    "mathematical letters": (ENGLISH, lambda text: text.translate({ord("R"): "\U0001d411", ord("e"): "\U0001d41e"})),
    "line separators": (ENGLISH, lambda text: text.replace("\n", "\u2028")),
    "accents apart": (FRENCH, lambda text: unicodedata.normalize("NFD", text)),
    "narrow no-break spaces": (FRENCH, lambda text: text.replace(" ;", "\u202f;")),
}  # fmt: skip


def facts(text: str) -> dict[str, Any]:
    return to_contract(eco.extract_facts(eco.parse_resolution(read_text(text))))


def bare(value: Any) -> Any:
    """Without offsets, and folded: what is printed may differ, what is meant not."""
    if isinstance(value, str):
        return "".join(unicodedata.normalize("NFKC", language_of("en").fold(value).text).split())
    if isinstance(value, list):
        return [bare(item) for item in value]
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if not key.endswith(("start", "end"))}
    return value


@pytest.mark.parametrize(("text", "form"), FORMS.values(), ids=FORMS)
def test_the_facts_are_those_of_the_plain_form(text: str, form: Any) -> None:
    expected, got = facts(text), facts(form(text))
    assert form(text) != text
    for kind in ("resolution", "paragraphs", "clauses", "agencies", "citations", "dates", "diagnostics"):
        assert bare(got[kind]) == bare(expected[kind]), kind


@pytest.mark.parametrize(("text", "form"), FORMS.values(), ids=FORMS)
def test_quotes_keep_what_is_printed_where_it_stands(text: str, form: Any) -> None:
    raw = form(text)
    unseen = {ord(char): None for char in set(raw) if unicodedata.category(char) == "Cf"}
    got = facts(raw)
    facts_with_words = [
        *((fact, fact["quote"]) for kind in ("clauses", "agencies", "citations") for fact in got[kind]),
        *((paragraph, paragraph["text"]) for paragraph in got["paragraphs"]),
    ]
    assert len(facts_with_words) > 8
    for fact, words in facts_with_words:
        printed = raw[fact["start"] : fact["end"]].translate(unseen)
        assert "".join(words.split()) == "".join(printed.split())


@pytest.mark.slow
@pytest.mark.parametrize(("text", "form"), FORMS.values(), ids=FORMS)
def test_an_edition_in_another_form_is_identical(text: str, form: Any) -> None:
    editions = (to_edition(eco.extract_facts(eco.parse_resolution(read_text(some)))) for some in (text, form(text)))
    assert {link.types for link in compare_editions(*editions).links} == {("identical",)}


def test_mentions_keep_what_is_printed() -> None:
    (mention,) = eco.find_agencies("请世界⽓象组\u200b织", language="zh")
    assert (mention.agency, mention.surface) == ("wmo", "世界⽓象组织")
    assert (mention.start, mention.end) == (1, 8)


@pytest.mark.parametrize("code", languages())
@given(text=st.text(st.one_of(st.characters(), st.sampled_from("ﬁ\u0301\u00ad\ud83d\ude00⼤Ⅳ…（１　\u200f"))))
def test_folding_keeps_places(code: str, text: str) -> None:
    folded = language_of(code).fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(start < end for start, end in zip(folded.starts, folded.ends, strict=True))
    assert not any("\ud800" <= char <= "\udfff" for char in folded.text)
    words, places = folded.printed(folded.text, range(len(folded.text)))
    assert words == "".join(text[place] for place in places)
