"""States: the registry's facts, and their names as texts and lists of voters write them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from babel.core import get_global

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.countries import find_states, state_by_name, state_name, states

CASES: list[tuple[str, str, list[str]]] = [
    ("en", "the Islamic Republic of Iran and Iran (Islamic Republic of)", ["IRN", "IRN"]),
    ("en", "the Syrian Arab Republic, Syria and the Syrian authorities", ["SYR", "SYR"]),
    ("en", "the Democratic People’s Republic of Korea and the Republic of Korea", ["PRK", "KOR"]),
    ("en", "the United Kingdom of Great Britain and Northern Ireland, and Ireland", ["GBR", "IRL"]),
    ("en", "Türkiye, formerly Turkey", ["TUR", "TUR"]),
    ("en", "the Democratic Republic of the Congo and the Congo", ["COD", "COG"]),
    ("en", "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
    ("en", "harbours of the Gulf of Guinea, the Niger Delta and Mexico City", []),
    ("en", "Nigerian ports and Omani sailors", []),
    ("en", "the State of Palestine and the Holy See", ["PSE", "VAT"]),
    ("en", "Yugoslavia and the Union of Soviet Socialist Republics", ["YUG", "SUN"]),
    ("zh", "阿拉伯叙利亚共和国、俄罗斯联邦和大韩民国", ["SYR", "RUS", "KOR"]),
    ("zh", "印度洋、几内亚湾和约旦河西岸", []),
    ("zh", "印度尼西亚和印度", ["IDN", "IND"]),
    ("zh", "伊朗（伊斯兰共和国）和伊朗伊斯兰共和国", ["IRN", "IRN"]),
    ("fr", "l’Iran (République islamique d’) et la République islamique d’Iran", ["IRN", "IRN"]),
    ("fr", "le Soudan du Sud et le Soudan", ["SSD", "SDN"]),
]


@pytest.mark.parametrize(("language", "text", "codes"), CASES)
def test_states_are_found_by_their_longest_name(language: str, text: str, codes: list[str]) -> None:
    assert [state.code for state in find_states(text, language)] == codes


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_every_name_means_the_state_that_has_it(language: str) -> None:
    table = language_of(language).table("countries")
    for code, names in table["names"].items():
        assert code in states()
        for name in names:
            assert state_by_name(name, language) == code
            assert [state[2] for state in find_states(name, language)] == [code]
    assert not [name for name in table["none"] if find_states(name, language)]
    assert state_name("FRA", language)


def test_codes_of_other_registries_are_of_one_state_at_a_time() -> None:
    today = [state for state in states().values() if state.end is None and not state.invented]
    assert len(today) == 197
    assert len({state.m49 for state in today}) == len(today)
    coded = [state.cow for state in today if state.cow]
    assert len(set(coded)) == len(coded)


def test_an_invented_state_cannot_be_taken_for_a_real_one() -> None:
    """Its code is of those that no State will have, and nothing of its name is part of a real name."""
    invented = [state for state in states().values() if state.invented]
    assert invented
    assert all(re.fullmatch("ZZ[A-Z]", state.code) and not state.m49 and not state.cow for state in invented)
    for language in ("en", "zh", "fr"):
        names = [state_name(state.code, language) for state in invented]
        real = [
            name
            for code, names in language_of(language).table("countries")["names"].items()
            for name in names
            if not states()[code].invented
        ]
        assert not [name for name in names if any(name in other or other in name for other in real)]


def test_m49_and_iso_codes_are_of_one_territory() -> None:
    """CLDR knows both codes of a territory; the M49 code of a State that is no more may be unknown to it."""
    aliases = get_global("territory_aliases")
    for code, state in states().items():
        if state.end is None and code in aliases and state.m49 in aliases:
            assert aliases[code] == aliases[state.m49], code
    assert sum(code in aliases and state.m49 in aliases for code, state in states().items()) > 180


def test_successors_alone_share_a_code() -> None:
    shared: dict[int, set[str]] = {}
    for code, state in states().items():
        if state.cow:
            shared.setdefault(state.cow, set()).add(code)
    assert [codes for codes in shared.values() if len(codes) > 1] == [{"RUS", "SUN"}, {"SCG", "SRB", "YUG"}]


_SPONSORS = re.compile(r'outcome="draftResolution\w*"[^>]* by="([^"]*)"')
_LIST = re.compile(r"^[^,()]+(?:, [^,]+){6,}$")


def test_every_state_of_the_lists_of_sponsors_has_its_name_here(shared: Path) -> None:
    """What is left of a list without its States is signs and slips: small letters in a name, a letter lost."""
    left: list[str] = []
    lists = 0
    for path in sorted((shared / "unxml" / "en").glob("*.xml"))[::7]:
        for written in _SPONSORS.findall(path.read_text(encoding="utf-8")):
            words = unescape(written)
            if not _LIST.match(words):
                continue
            lists += 1
            for state in reversed(find_states(words, "en")):
                words = words[: state.start] + words[state.end :]
            left += [word for word in re.findall(r"[A-Z][\w ]+", words) if word not in left]
    assert lists > 50
    assert len(left) <= 8, left


def test_every_state_of_a_recorded_vote_has_its_name_here(shared: Path) -> None:
    text = (shared / "wild" / "zh_hrc_recorded_vote.txt").read_text(encoding="utf-8")
    vote = text[text.index("赞成：") :]
    voters = [
        name
        for line in vote.splitlines()
        if "、" in line or re.fullmatch(r"\w+\]", line)
        for name in re.findall(r"\w+", line)
    ]
    assert voters
    assert [name for name in voters if state_by_name(name, "zh") is None] == []
