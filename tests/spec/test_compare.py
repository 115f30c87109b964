"""Two editions: small drafts in, links and typed changes out (codebook, Editions)."""

from __future__ import annotations

from dataclasses import replace

import pytest

import ecoanalysis as eco
from ecoanalysis.compare import is_substantive
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.compare.brief.summary import lines
from ecoanalysis.compare.changes.ladders import endorsement
from ecoanalysis.compare.fingerprints.hashed_words import SLOT, find_words, shingles
from ecoanalysis.compare.links.aligned_paragraphs import longest_run
from ecoanalysis.errors import ComparisonError
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.model.brief import Brief, BriefDue, Extent
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.resolution import Diagnostic
from ecoanalysis.show.brief import brief_rows

ENGLISH = """Cooperation on water

The General Assembly,

Recalling its resolution 60/1 of 3 May 2006,

1. Takes note with appreciation of the report of the Secretary-General on rivers and lakes;

2. Invites the World Bank to consider supporting river basin commissions in the region;

3. Urges Member States to protect wetlands against pollution from agriculture;

4. Requests the Secretary-General to report to the General Assembly at its sixty-third session on its implementation.
"""

CHINESE = """关于水的合作

大会，

回顾其2006年5月3日第60/1号决议，

1. 赞赏地注意到秘书长关于河流与湖泊的报告；

2. 邀请世界银行考虑支持该区域各流域委员会的工作；

3. 敦促会员国保护湿地免受农业污染；

4. 请秘书长向大会第六十三届会议报告本决议的执行情况。
"""

TEXTS = {"en": ENGLISH, "zh": CHINESE}


def edition(text: str) -> Edition:
    return eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text))))


def comparison(language: str, *rewrites: tuple[str, str]) -> Comparison:
    new = TEXTS[language]
    for before, after in rewrites:
        assert before in new
        new = new.replace(before, after)
    return eco.compare_editions(edition(TEXTS[language]), edition(new))


def types(found: Comparison) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]]:
    return {(link.old, link.new): link.types for link in found.links if link.base != "identical"}


ADDED = {"reworded", "addressee_added"}
WIDER = {"reworded", "scope_widened"}
# One rewriting, the paragraph, the types it must have.
CASES = [
    ("en", "at its sixty-third session", "at its sixty-fifth session", "4", {"slot_update"}),
    ("en", "60/1 of 3 May 2006", "61/7 of 4 May 2007", "P1", {"slot_update"}),
    ("en", "Urges Member", "Also urges Member", "3", {"slot_update"}),
    ("en", "Urges Member", "Invites Member", "3", {"reworded", "weakened"}),
    ("en", "Invites the World", "Requests the World", "2", {"reworded", "strengthened"}),
    ("en", "to consider supporting", "to support", "2", {"reworded", "strengthened", "hedge_removed"}),
    ("en", "Takes note with appreciation", "Takes note", "1", {"reworded", "endorsement_lowered"}),
    ("en", "Takes note with appreciation", "Welcomes", "1", {"reworded", "endorsement_raised"}),
    ("en", "the World Bank to", "the World Bank and the World Health Organization to", "2", ADDED),
    ("en", "the World Bank to", "the World Bank, as well as the World Health Organization, to", "2", ADDED),
    ("en", "Invites the World", "Strongly urges the World", "2", {"reworded", "strengthened"}),
    ("en", "Urges Member", "Strongly urges Member", "3", {"reworded", "strengthened"}),
    ("en", "from agriculture", "from agriculture, fisheries, mining and heavy industry", "3", WIDER),
    ("en", " against pollution from agriculture", "", "3", {"reworded", "scope_narrowed"}),
    ("zh", "第六十三届", "第六十五届", "4", {"slot_update"}),
    ("zh", "2006年5月3日第60/1号", "2007年5月4日第61/7号", "P1", {"slot_update"}),
    ("zh", "敦促会员国", "又敦促会员国", "3", {"slot_update"}),
    ("zh", "敦促", "邀请", "3", {"reworded", "weakened"}),
    ("zh", "邀请世界银行", "请世界银行", "2", {"reworded", "strengthened"}),
    ("zh", "考虑支持", "支持", "2", {"reworded", "strengthened", "hedge_removed"}),
    ("zh", "赞赏地注意到", "注意到", "1", {"reworded", "endorsement_lowered"}),
    ("zh", "赞赏地注意到", "欢迎", "1", {"reworded", "endorsement_raised"}),
    ("zh", "世界银行考虑", "世界银行和世界卫生组织考虑", "2", {"reworded", "addressee_added"}),
    ("zh", "世界银行考虑", "世界银行以及世界卫生组织考虑", "2", {"reworded", "addressee_added"}),
    ("zh", "邀请世界", "强烈敦促世界", "2", {"reworded", "strengthened"}),
    ("zh", "免受农业污染", "免受农业、渔业、采矿业和重工业污染", "3", {"reworded", "scope_widened"}),
    ("zh", "免受农业污染", "", "3", {"reworded", "scope_narrowed"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "after", "paragraph", "expected"), CASES)
def test_one_rewriting_gives_its_types(
    language: str, before: str, after: str, paragraph: str, expected: set[str]
) -> None:
    found = comparison(language, (before, after))
    assert {key: set(value) for key, value in types(found).items()} == {((paragraph,), (paragraph,)): expected}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_change_shows_its_words(language: str) -> None:
    before, after = {"en": ("Urges", "Invites"), "zh": ("敦促", "邀请")}[language]
    found = comparison(language, (before, after))
    (change,) = [change for link in found.links for change in link.changes]
    assert (change.old and change.old.text, change.new and change.new.text) == (before, after)
    assert change.old
    assert TEXTS[language][change.old.start : change.old.end] == before
    assert (change.by, change.ladders) == ("band", ("bands", "binary"))


def test_a_step_inside_a_half_of_the_binary_ladder_holds_under_ours_alone() -> None:
    (change,) = [change for link in comparison("zh", ("敦促", "请")).links for change in link.changes]
    assert (change.type, change.ladders, change.firm) == ("weakened", ("bands", "gruenberg"), False)


def test_a_paragraph_out_of_order_has_moved_and_a_new_number_alone_is_no_change() -> None:
    first, second = "2. Invites the World Bank", "3. Urges Member States"
    lines = ENGLISH.split("\n\n")
    at = next(i for i, line in enumerate(lines) if line.startswith(first))
    lines.insert(at + 2, lines.pop(at).replace("2. ", "3. "))
    lines[at] = lines[at].replace("3. ", "2. ")
    assert lines[at].startswith(second.replace("3.", "2."))
    found = eco.compare_editions(edition(ENGLISH), edition("\n\n".join(lines)))
    assert {link.base for link in found.links} == {"identical"}
    assert [link.types for link in found.links if len(link.types) > 1] == [("identical", "moved")]


def test_what_is_gone_is_dropped_and_what_came_is_new() -> None:
    gone = "3. Urges Member States to protect wetlands against pollution from agriculture;"
    came = "3. Calls upon universities to publish their data about groundwater levels;"
    assert set(types(comparison("en", (gone, came))).items()) == {
        ((("3",), ()), ("dropped",)),
        (((), ("3",)), ("new",)),
    }


def test_a_paragraph_in_two_is_split() -> None:
    whole = "3. Urges Member States to protect wetlands against pollution from agriculture"
    longer = whole + " and to restore the flood plains of the great rivers within their borders"
    old = ENGLISH.replace(whole, longer)
    parts = whole + ";\n\n4. Urges Member States to restore the flood plains of the great rivers within their borders"
    new = ENGLISH.replace("4. Requests", "5. Requests").replace(whole, parts)
    found = eco.compare_editions(edition(old), edition(new))
    assert [(link.old, link.new) for link in found.links if "split" in link.types] == [(("3",), ("3", "4"))]


def test_preamble_and_operative_part_are_told_apart() -> None:
    new = ENGLISH.replace("1. Takes note", "Taking note").replace("lakes;", "lakes,")
    for number in (2, 3, 4):
        new = new.replace(f"{number}. ", f"{number - 1}. ")
    found = eco.compare_editions(edition(ENGLISH), edition(new))
    assert [link.types for link in found.links if "demoted" in link.types] == [("reworded", "demoted")]


FORMULA = {"en": "{n}. Notes that the Board asks the Bank to {act};", "zh": "{n}. 注意到理事会请银行{act}；"}
ACTS = {
    "en": ("clean the canals of all old towns", "paint bridges before spring comes", "plant willows along the rivers"),
    "zh": ("清理各个古城的运河", "在春天之前油漆所有桥梁", "在河边种植更多柳树"),
}
# What a fourth paragraph of the same formula said before, and what one says now.
FORMULAIC = [
    ("en", "mend every weir that leaks after heavy rain", "let otters return when their ponds are calm", True),
    ("en", "mend every weir that leaks after heavy rain", "see that no house falls after heavy rain", False),
    ("zh", "修缮大雨过后漏水的每一处堤坝", "让水獭回到各地湖泊和池塘栖息繁衍", True),
    ("zh", "修缮大雨过后漏水的每一处堤坝", "确保大雨过后没有一座房屋倒塌", False),
]


@pytest.mark.parametrize(("language", "went", "came", "apart"), FORMULAIC)
def test_what_others_share_as_well_links_no_two_paragraphs(language: str, went: str, came: str, apart: bool) -> None:
    head, _, rest = TEXTS[language].partition("4.")
    last = f"8.{rest}"
    old, new = (
        edition("\n\n".join([head, *(FORMULA[language].format(n=n, act=act) for n, act in enumerate(acts, 4)), last]))
        for acts in ((*ACTS[language], went), (*ACTS[language], came))
    )
    bases = {link.base for link in eco.compare_editions(old, new).links if "7" in (*link.old, *link.new)}
    assert bases == ({"dropped", "new"} if apart else {"reworded"})


@pytest.mark.parametrize(("resolution", "home"), [("75/401", ()), ("60/1", ("3",))])
def test_what_a_preamble_recalls_of_the_older_edition_itself_is_new(resolution: str, home: tuple[str, ...]) -> None:
    """A recital that repeats a request of another resolution may be that request, made a recital."""
    before = edition("75/401. " + ENGLISH)
    recital = f"Recalling its resolution {resolution}, in which it urged Member States to protect wetlands against"
    after = edition(ENGLISH.replace("\n1. Takes", f"\n{recital} pollution from agriculture,\n\n1. Takes"))
    found = eco.compare_editions(before, replace(after, paragraphs=without(after, "3")))
    assert [link.old for link in found.links if link.new == ("P2",)] == [home]


WEIRS = "mending of weirs, mills and ladders along the upper river before each spring"
WEIRS_ZH = "每年春天之前修缮上游沿岸的所有堤坝、磨坊和鱼梯"
QUOTES = [
    ("en", f"1. Recommends the {WEIRS};", "1. Regrets that no agreement was reached on the item entitled “{}”;", WEIRS),
    ("zh", f"1. 建议{WEIRS_ZH}；", "1. 遗憾的是未就题为“{}”的项目达成一致；", WEIRS_ZH),
]


@pytest.mark.parametrize(("language", "went", "came", "matter"), QUOTES)
@pytest.mark.parametrize("quoted", [True, False])
def test_what_a_paragraph_only_names_in_quotation_marks_it_does_not_say(
    language: str, went: str, came: str, matter: str, quoted: bool
) -> None:
    head = TEXTS[language].partition("1.")[0]
    old, new = (edition(head + words) for words in (went, came.format(matter).translate({} if quoted else NO_MARKS)))
    linked = any(link.old == ("1",) == link.new for link in eco.compare_editions(old, new).links)
    assert linked is not quoted


NO_MARKS = str.maketrans("", "", "“”")

OF_ONE_BODY = [
    ("World Bank", "World Bank", True),
    ("World Bank", "International Monetary Fund", False),
]


@pytest.mark.parametrize(("first", "second", "linked"), OF_ONE_BODY)
def test_paragraphs_that_alone_ask_a_body_may_be_one(first: str, second: str, linked: bool) -> None:
    """Other words that only the two have link them where they are telling, or several."""
    head, _, rest = ENGLISH.partition("1.")
    went = f"1. Invites the {first} to assume the part of a friend for care of lakes, and weirs near hills;"
    came = f"1. Invites the {second} to enhance, while lakes rise, focus on boats of willows, and nets, with care;"
    between = f"2. {rest[rest.index('Urges') :]}".replace("4.", "3.")
    old, new = (edition(f"{head}{words}\n\n{between}") for words in (went, came))
    assert any(link.old == ("1",) == link.new for link in eco.compare_editions(old, new).links) is linked


def test_of_what_was_not_understood_only_words_are_told() -> None:
    old, new = ("为湖泊得到保护而赞扬各位渔民；", "赞扬各位渔民为湖泊得到保护所作的努力；")
    sides = [edition(CHINESE.replace("敦促会员国保护湿地免受农业污染；", words)) for words in (old, new)]
    (found,) = (link.types for link in eco.compare_editions(*sides).links if link.old == ("3",))
    assert set(found) <= {"reworded", "words_cut", "words_added"}


@pytest.mark.parametrize(
    ("before", "after"), [("《河流与湖泊公约》", "《河流与湿地公约》"), ("“河流与湖泊”", "“河流与湿地”")]
)
def test_of_a_title_the_words_that_changed_are_told(before: str, after: str) -> None:
    sides = [edition(CHINESE.replace("农业污染", f"{title}所指的农业污染")) for title in (before, after)]
    (found,) = (link for link in eco.compare_editions(*sides).links if link.old == ("3",))
    words = [(change.old and change.old.text, change.new and change.new.text) for change in found.changes]
    assert words == [("湖泊", "湿地")] * 2


def without(edition: Edition, paragraph: str) -> tuple[EditionParagraph, ...]:
    return tuple(each for each in edition.paragraphs if each.id != paragraph)


def test_two_languages_are_not_compared() -> None:
    with pytest.raises(ComparisonError, match="in one language"):
        eco.compare_editions(edition(ENGLISH), edition(CHINESE))


def test_slots_are_no_substance() -> None:
    found = comparison("en", ("60/1 of 3 May 2006", "61/7 of 4 May 2007"), ("sixty-third", "seventieth"))
    assert not any(is_substantive(link) for link in found.links)
    assert any(is_substantive(link) for link in comparison("en", ("Urges", "Invites")).links)


# Words and shingles

WORDS = [
    ("en", "at its sixty-third session", "at its # session"),
    ("en", "also in paragraph 3 (a) and 4 thereof", "in # thereof"),
    ("zh", "大会第六十三届会议", "大 会 # 会 议"),
    ("zh", "该决议第3段", "该 决 议 #"),
    ("en", "sits in Rome from 4 to 9 May and later", "sits in rome # and later"),
    ("en", "sits from 28 April to 9 May", "sits #"),
    ("en", "replies by 9 May", "replies by 9 may"),
    ("en", "the ninth annual fair, for the fifth consecutive year", "the # annual fair for the # consecutive year"),
    ("en", "the ninth fair and a fifth wheel", "the ninth fair and a fifth wheel"),
    ("en", "at its fifth and ninth regular sessions", "at its # regular sessions"),
    ("zh", "5月4日至9日在罗马", "# 在 罗 马"),
    ("zh", "4月28日至5月9日在罗马", "# 在 罗 马"),
    ("zh", "5月9日前答复", "5 月 9 日 前 答 复"),
    ("zh", "第五和第九届会议", "# 会 议"),
    ("zh", "第五、六和九届会议", "# 会 议"),
    ("zh", "连续第五年举办，第五年歉收", "连 续 第 # 年 举 办 第 五 年 歉 收"),
]


@pytest.mark.parametrize(("language", "text", "words"), WORDS)
def test_slots_are_taken_out(language: str, text: str, words: str) -> None:
    assert " ".join(find_words(text, language).words) == words


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_a_slot_and_a_function_word_share_their_hash_with_no_other_word(language: str) -> None:
    apart = [*language_of(language).table("slots")["function"], SLOT]
    others = {f"word{number}" for number in range(10_000)} | {"extremism", "assessed", "will", "start"}
    assert len(set(shingles(apart, language))) == len(apart)
    assert set(shingles(apart, language)).isdisjoint(shingles(others.difference(apart), language))


def test_the_longest_run_of_equal_length_is_the_heaviest() -> None:
    assert longest_run([1, 0], [1.0, 5.0]) == [1]


LADDERS = [
    ("en", [("Takes note", "NEU"), ("Takes note with interest", "EVA"), ("Takes note with appreciation", "EVA")]),
    ("en", [("Notes with appreciation", "EVA"), ("Welcomes", "EVA"), ("Condemns", "EVA")]),
    ("zh", [("注意到", "NEU"), ("赞赏地注意到", "EVA"), ("欢迎", "EVA")]),
    ("zh", [("表示关切", "EVA"), ("表示严重关切", "EVA"), ("谴责", "EVA")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "verbs"), LADDERS)
def test_the_ladder_of_statements(language: str, verbs: list[tuple[str, str]]) -> None:
    weights = [endorsement(verb, cls, language) for verb, cls in verbs]
    assert weights == sorted(set(weights))


@pytest.mark.parametrize(
    ("language", "rewrite", "said"),
    [
        ("en", ("consider supporting", "support"), "− to consider"),
        ("zh", ("邀请世界银行考虑支持", "邀请世界银行支持"), "− 考虑"),
        ("en", ("Invites the World Bank to", "Invites the World Bank, where appropriate, to"), "+ where appropriate"),
        ("en", ("Invites the World Bank to", "Invites the World Bank and the World Health Organization to"), "+ World"),
        ("zh", ("邀请世界银行", "邀请世界银行和世界卫生组织"), "+ 世界卫生组织"),
        ("zh", ("敦促", "邀请"), "敦促 → 邀请"),
    ],
)
def test_what_came_or_went_is_told_without_the_verb_beside_it(
    language: str, rewrite: tuple[str, str], said: str
) -> None:
    ((_, _, words),) = lines(comparison(language, rewrite))
    assert words.startswith(said)


# One paragraph of each edition, the types of their link.
KINDS = [
    # a clause put in front of another takes no partner away
    (
        "Requests the Office to protect wetlands and rivers",
        "Welcomes the progress made, and requests the Office to protect wetlands and rivers",
        {"reworded", "scope_widened"},
    ),
    # what was asked for is noted
    (
        "Requests the World Bank to convene a conference on wetlands and rivers",
        "Notes with appreciation that the World Bank convened a conference on wetlands and rivers",
        {"reworded", "answered"},
    ),
    # who came is shown, and no loss of force is claimed of another's request
    (
        "Calls upon the World Health Organization to protect wetlands and rivers",
        "Calls upon the World Bank to protect wetlands and rivers",
        {"reworded", "addressee_removed", "addressee_added"},
    ),
    # numbers, target dates and rhythm are no slots
    (
        "Invites the World Bank to restore 14 million hectares of wetlands",
        "Invites the World Bank to restore 13 million hectares of wetlands",
        {"reworded", "words_cut", "words_added"},
    ),
    (
        "Invites the World Bank to restore all wetlands by 2030",
        "Invites the World Bank to restore all wetlands by 2035",
        {"reworded", "words_cut", "words_added"},
    ),
    (
        "Invites the World Bank to meet annually with the river commissions",
        "Invites the World Bank to meet biennially with the river commissions",
        {"reworded", "words_cut", "words_added"},
    ),
    # asked again in other words
    (
        "Requests the World Bank to list all wetlands",
        "Reiterates its request to the World Bank to list all wetlands",
        {"reworded", "words_cut", "words_added"},
    ),
    (
        "Invites the World Bank to list all wetlands",
        "Renews its invitation to the World Bank to list all wetlands",
        {"reworded", "words_cut", "words_added"},
    ),
    # two words that matter
    (
        "Urges Member States to take measures for preventing and combating corruption",
        "Urges Member States to take measures for combating corruption",
        {"reworded", "words_cut"},
    ),
    # a hedge inflects the verb behind it
    (
        "Encourages the World Bank to consult the river commissions before the glossary is published",
        "Encourages the World Bank to consider consulting the river commissions before the glossary is published",
        {"reworded", "hedge_added", "weakened"},
    ),
    # who is asked by name after a description is no party more, nor one fewer the other way round
    (
        "Calls upon all mills that use river water to publish their data",
        "Calls upon all mills, in particular those that use river water, to publish their data",
        {"reworded", "words_added"},
    ),
    # points of a paragraph
    (
        "Requests the World Bank to convene experts and to publish the data of all river commissions",
        "Requests the World Bank:\n\n(a) To convene experts;\n\n(b) To publish the data of all river commissions",
        {"reworded", "split"},
    ),
]


POINTS = "Calls upon all {}:\n\n(a) To publish their data{};\n\n(b) To clean the rivers"
DESCRIBED = ("mills that use river water", "mills, in particular those that use river water")


@pytest.mark.parametrize(("before", "after"), [DESCRIBED, DESCRIBED[::-1]])
def test_a_chapeau_that_says_more_of_whom_it_asks_adds_no_party_to_its_points(before: str, after: str) -> None:
    frame = "Water\n\nThe General Assembly,\n\n1. {}.\n"
    sides = (POINTS.format(before, ""), POINTS.format(after, " in full"))
    changed = eco.compare_editions(*(edition(frame.format(words)) for words in sides))
    (link,) = [link for link in changed.links if link.old == ("1.a",)]
    assert not {"addressee_added", "addressee_removed"} & set(link.types)


@pytest.mark.parametrize(("old", "new", "expected"), KINDS)
def test_what_changed_in_one_paragraph(old: str, new: str, expected: set[str]) -> None:
    frame = "Water\n\nThe General Assembly,\n\n1. {};\n\n2. Decides to remain seized of the matter.\n"
    found = eco.compare_editions(edition(frame.format(old)), edition(frame.format(new)))
    assert set(found.links[0].types) == expected
    if "addressee_added" in expected:
        changes = {change.type: change for change in found.links[0].changes}
        gone, come = changes["addressee_removed"], changes["addressee_added"]
        assert gone.by == come.by == "party"
        assert gone.new == come.new


NUMBERS = [  # what stood, what stands: a number is shown whole, whatever of it changed
    ("3,029,600 dollars", "3,369,000 dollars", "3,029,600", "3,369,000"),
    ("7,173,600 dollars", "6,982,600 dollars", "7,173,600", "6,982,600"),
    ("1,234,567 dollars", "9,234,111 dollars", "1,234,567", "9,234,111"),
    ("234,500 dollars", "1,234,500 dollars", "234,500", "1,234,500"),
    ("3 029 600 dollars", "3 369 000 dollars", "3 029 600", "3 369 000"),
    ("1,234,567.25 dollars", "1,234,567.75 dollars", "1,234,567.25", "1,234,567.75"),
    ("2.5 per cent", "2.7 per cent", "2.5", "2.7"),
    # two numbers are no one: a mark and a space part them
    ("12, 500 and 80 dollars", "12, 600 and 80 dollars", "500", "600"),
]


@pytest.mark.parametrize(("before", "after", "cut", "added"), NUMBERS)
def test_a_number_that_changed_is_shown_whole(before: str, after: str, cut: str, added: str) -> None:
    frame = "Water\n\nThe General Assembly,\n\n1. Decides to set aside {} for wetlands and rivers.\n"
    link = eco.compare_editions(edition(frame.format(before)), edition(frame.format(after))).links[0]
    evidence = [side.text for change in link.changes for side in (change.old, change.new) if side]
    assert evidence == [cut, added] * 2


WHOLE_WORDS = [  # what stood, what stands: where words touch, a word is shown whole, whatever of it changed
    ("改善渔民的生计", "改善渔民的民生", "生计", "民生"),
    ("保护湿地", "养护湿地", "保护", "养护"),
    ("减少水灾造成的生命损失", "减少水灾造成的人命损失", "生命", "人命"),
    # whole words that stand beside others stay apart from them
    ("保护湿地和河流", "保护湿地、森林和河流", None, "森林"),
]


@pytest.mark.parametrize(("before", "after", "cut", "added"), WHOLE_WORDS)
def test_a_chinese_word_that_changed_is_shown_whole(before: str, after: str, cut: str | None, added: str) -> None:
    frame = "水\n\n大会，\n\n1. 决定{}；\n"
    link = eco.compare_editions(edition(frame.format(before)), edition(frame.format(after))).links[0]
    words = {change.type: change for change in link.changes}
    assert words["words_added"].new.text == added
    assert (words["words_cut"].old.text if "words_cut" in words else None) == cut


def test_the_brief_says_losses_first_and_what_a_new_request_means() -> None:
    request = "5. Requests the Secretary-General to convene a meeting on wetlands, within existing resources."
    found = comparison("en", ("Urges", "Invites"), ("implementation.", f"implementation;\n\n{request}"))
    brief = make_brief(found)
    assert [(line.section, line.type) for line in brief.lines] == [("lost", "weakened"), ("asked", "new")]
    assert brief.lines[0].words.startswith("Urges → Invites: Member States to protect wetlands")
    (check,) = brief.checks
    assert (check.paragraph, check.parties, check.products) == ("5", ("Secretary-General",), ("meeting",))
    assert (check.understood, check.comes_back, check.resources) == (True, None, "within existing resources")
    assert [(due.paragraph, due.session) for due in brief.dues] == [("4", 63)]


DECIDED = [
    ("en", "5. Decides to convene in 2027 a conference on wetlands;", "decides to convene in 2027 a conference"),
    ("en", "5. Welcomes the report, and decides to establish a fund for wetlands;", "decides to establish a fund"),
    ("zh", "5. 决定2027年召开一次湿地会议；", "决定2027年召开一次湿地会议"),
]


@pytest.mark.parametrize(("language", "decision", "words"), DECIDED)
def test_what_is_decided_anew_is_told(language: str, decision: str, words: str) -> None:
    end = {"en": "its implementation", "zh": "执行情况"}[language]
    found = comparison(language, (f"{end}{'.' if language == 'en' else '。'}", f"{end};\n\n{decision}"))
    lines = [line for line in make_brief(found).lines if line.section == "decided"]
    assert [line.new for line in lines] == [("5",)]
    assert lines[0].words.lower().startswith(words)


# What is put behind the last paragraph or the first recital, the section that tells it, and the words.
STATED = [
    ("en", "implementation.", "5. Stresses the worth of wetlands;", "stated", "Stresses the worth of wetlands;"),
    ("zh", "执行情况。", "5. 强调湿地的价值；", "stated", "强调湿地的价值；"),
    (
        "en",
        "3 May 2006,",
        "Noting with concern the latest floods,",
        "recitals",
        "Noting with concern the latest floods,",
    ),
    ("zh", "第60/1号决议，", "关切地注意到最近的洪水，", "recitals", "关切地注意到最近的洪水，"),
    ("en", "implementation.", "5. Welcomes the fund, and invites Chad to join it;", "stated", "Welcomes the fund,"),
    ("zh", "执行情况。", "5. 欢迎设立基金，并邀请乍得加入该基金；", "stated", "欢迎设立基金，"),
]


@pytest.mark.parametrize(("language", "behind", "paragraph", "section", "words"), STATED)
def test_what_a_new_paragraph_states_is_told_with_its_words(
    language: str, behind: str, paragraph: str, section: str, words: str
) -> None:
    found = comparison(language, (behind, f"{behind}\n\n{paragraph}"))
    assert [line.words for line in make_brief(found).lines if line.section == section] == [words]


# A name that one edition shortens and has in full elsewhere, in the words of both, and the base type of its paragraph.
NAMES = [
    ("{} on Water for Life", "its {} of 2005", "Decade of Action", "Decade of Action on Water for Life", "slot_update"),
    ("{} on Water for Life", "its {} of 2005", "Decade of Action", "Decade of Action for Rivers", "reworded"),
    ("{}", "its {} of 2005", "Decade of Action", "Decade of Action on Water for Life", "reworded"),
    ("the Office", "the {}", "Office", "Office for Rivers", "reworded"),
    ("the Convention on Rivers", "the {} now", "Convention", "Convention on Rivers", "reworded"),
]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("title", "words", "short", "full", "base"), NAMES)
def test_a_name_that_is_shortened_or_written_out_rewords_nothing(
    title: str, words: str, short: str, full: str, base: str, turned: bool
) -> None:
    frame = "Lakes\n\nThe General Assembly,\n\nRecalling {},\n\n1. Urges all States to carry out {} in every basin."
    sides = [edition(frame.format(title.format("the Decade of Action"), words.format(name))) for name in (short, full)]
    old, new = sides[::-1] if turned else sides
    link = eco.compare_editions(old, new).links[1]
    assert link.base == base
    assert bool(link.changes) is (base == "reworded")


# What came in a clause and is no item of it, however it is joined; and what is one.
NO_ITEMS = [
    (
        "Urges States to protect lakes",
        "in line with the guidelines{} of the Commission",
        ", adopted by consensus,",
        False,
    ),
    ("Requests the Office to", "{}draw up rules for rivers and lakes", "intensify its efforts to ", False),
    (
        "Reaffirms resolution 60/1",
        "{} on the lakes of all regions of the world",
        " and its subsequent resolutions",
        False,
    ),
    ("Reaffirms the", "charter{} on the lakes of all regions of the world", " and the guidelines for ports", True),
]


@pytest.mark.parametrize(("head", "rest", "came", "widens"), NO_ITEMS)
def test_how_a_text_was_agreed_or_how_much_is_done_widens_no_scope(
    head: str, rest: str, came: str, widens: bool
) -> None:
    frame = "Lakes\n\nThe General Assembly,\n\n1. {} {};"
    old, new = (edition(" ".join(frame.format(head, rest.format(words)).split(" "))) for words in ("", came))
    (link,) = eco.compare_editions(old, new).links
    assert ("scope_widened" in link.types) is widens


# Two wordings of a paragraph of which the words only change their places, and whether that is all.
PLACES = [
    (
        "in all regions of the dry south to share data on rivers",
        "to share data on rivers in all regions of the dry south",
        True,
    ),
    ("in all regions of the dry south to share data on rivers", "to share data on rivers in the old regions", False),
]


@pytest.mark.parametrize(("before", "after", "moved"), PLACES)
def test_words_that_only_change_their_place_are_neither_cut_nor_added(before: str, after: str, moved: bool) -> None:
    frame = "Lakes\n\nThe General Assembly,\n\n1. Urges all States with lakes of their own {} by every means."
    (link,) = eco.compare_editions(*(edition(frame.format(words)) for words in (before, after))).links
    assert ({"words_cut", "words_added"} & set(link.types) == set()) is moved


def test_a_half_of_a_split_that_grew_is_one() -> None:
    half = "Reaffirms the duty of every State to keep the old wells of the dry valleys clean"
    other = "calls upon all States to report each year to the Lake Commission on what they did for fish and birds"
    more = ", with the help of engineers, teachers, farmers, herders, nurses, pilots, poets, painters and many more"
    old = f"Wells\n\nThe General Assembly,\n\n1. {half}, and {other};\n\n2. Notes the report."
    new = f"Wells\n\nThe General Assembly,\n\n1. {half}{more}{more};\n\n2. C{other[1:]};\n\n3. Notes the report."
    links = eco.compare_editions(edition(old), edition(new)).links
    assert [(link.old, link.new) for link in links if "split" in link.types] == [(("1",), ("1", "2"))]


PASSED = [
    ("stressing the duty of all States to keep the old wells clean", True),
    ("stressing the duty of some States to build new ports", False),
]


@pytest.mark.parametrize(("came", "moved"), PASSED)
def test_words_that_passed_to_another_paragraph_are_told_as_moved(came: str, moved: bool) -> None:
    words = "stressing the duty of all States to keep the old wells clean"
    frame = (
        "Wells\n\nThe General Assembly,\n\n1. Notes the work of the Lake Commission on fish and birds{};\n\n"
        "2. Notes the reports of the Port Forum on ships and their crews{}."
    )
    old, new = edition(frame.format(f", {words}", "")), edition(frame.format("", f", {came}"))
    lines = [line for line in make_brief(eco.compare_editions(old, new)).lines if words in line.words]
    assert [(line.old, line.new) for line in lines if line.section == "moved"] == [(("1",), ("2",))] * moved


BEFORE = [
    ("Notes that the World Bank lends for lakes and rivers and their fish", "Notes → Encourages the World Bank to"),
    ("Requests the World Bank to lend for lakes and rivers and their fish", "Encourages the World Bank to"),
    ("Notes the plans of the islands for ports", "Encourages the World Bank to"),
]


@pytest.mark.parametrize(("before", "words"), BEFORE)
def test_a_request_that_came_in_place_of_less_is_told_with_the_verb_before(before: str, words: str) -> None:
    frame = "Lakes\n\nThe General Assembly,\n\n1. Recalls the long and fruitful work of the Lake Commission, and {};"
    after = "encourages the World Bank to continue to lend for lakes and rivers and their fish"
    old, new = (edition(frame.format(text[0].lower() + text[1:])) for text in (before, after))
    lines = [line.words for line in make_brief(eco.compare_editions(old, new)).lines if line.section == "asked"]
    assert all(line.lower().startswith(words.lower()) for line in lines)


# Rewritings of two paragraphs, and the words of each line in the order in which they are told.
WEIGHED = [
    ([("river basin", "basin"), ("to protect", "to actively protect all")], ["+ all; + actively", "− river"]),
    ([("commissions", "commission"), ("pollution from", "harmful waste from")], ["pollution → harmful waste"]),
    ([("river basin commissions", "all basin commission")], ["river → all; commissions → commission"]),
]


@pytest.mark.parametrize(("rewrites", "words"), WEIGHED)
def test_what_obliges_is_told_before_what_only_reads_otherwise(
    rewrites: list[tuple[str, str]], words: list[str]
) -> None:
    lines = [line.words for line in make_brief(comparison("en", *rewrites)).lines if line.section == "reworded"]
    assert lines[: len(words)] == words


def test_each_change_of_words_is_on_the_screen_and_recitals_stand_last() -> None:
    points = [
        f"{number}. Invites States to publish maps of {{}} number {number} of the sea;" for number in range(1, 25)
    ]
    frame = "The sea\n\nThe General Assembly,\n\nRecalling the {} of the sea,\n\n" + "\n\n".join(points)
    old, new = (edition(frame.format(*[f"{word}land"] * 25)) for word in ("high", "low"))
    rows = [*brief_rows(make_brief(eco.compare_editions(old, new)), labels("en"))]
    told = [(head, where) for head, where, words in rows if words == "highland → lowland"]
    assert told == [*(("reworded", str(number)) for number in range(1, 25)), ("recital reworded", "P1")]
    assert rows[-1][1] == "P1"


def test_words_on_the_screen_end_without_a_mark() -> None:
    came = "；赞扬渔民清理各处湖泊；"
    found = comparison("zh", ("免受农业污染；", f"免受工业污染{came}"))
    assert [line.words for line in make_brief(found).lines] == ["+ 赞扬渔民清理各处湖泊; 农业 → 工业"]


def test_what_has_no_room_on_the_screen_is_counted() -> None:
    due = BriefDue("7", "report", "seventy-eighth", 78, None, False)
    other = BriefDue("9", "agenda", "seventy-eighth", 78, None, False)
    doubts = tuple(Diagnostic("warning", "number-lost", f"paragraph {number}", 0, 0) for number in range(6))
    whole = Extent(40, 2000)
    brief = Brief((), (due, replace(due, paragraph="24"), other), None, (), whole, whole, doubts)
    rows = [*brief_rows(brief, labels("en"))]
    assert ("falls due", "7…", "report: session 78; paras 7, 24 (2)") in rows
    assert ("falls due", "9", "agenda: session 78") in rows
    assert ("reading in doubt", "", "and 2 more (--format json has all)") in rows


@pytest.mark.parametrize(("old", "new"), [("请", "邀请"), ("敦促", "请"), ("敦促", "促请")])
def test_a_verb_inside_another_is_not_the_same_verb(old: str, new: str) -> None:
    text = "湖泊\n\n大会，\n\n1. 欢迎各国努力保护湖泊，并{}秘书长公布湖泊数据；\n\n2. 决定继续处理此案。\n"
    changes = eco.compare_editions(edition(text.format(old)), edition(text.format(new))).links[0].changes
    assert ("weakened", old, new) in [
        (change.type, change.old and change.old.text, change.new and change.new.text) for change in changes
    ]
