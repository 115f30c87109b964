"""When a loss is certain: tabled again, the old words would add something that the new text does not hold."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.brief import count_changes, make_brief
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.show.brief import counted_words

FRAME = {"en": "Lakes\n\nThe General Assembly,\n\n{}\n", "zh": "湖泊\n\n大会，\n\n{}\n"}
PLAN = "1. Welcomes the plan of the villages for lakes;"
DIVES = "2. Urges the divers to inspect by lantern the timber ladders, copper buckets and brick linings of abandoned wells and cisterns;"
COUNT = "3. Invites the divers to count otters beside timber ladders, copper buckets and wells;"
CLAY = "Requests the keepers to teach apprentices how clay, gravel and charcoal filter turbid water from springs"
MEETS = "Encourages the council of fishers to visit every harbour, mill and weir along the upper river in winter"


TREATY = "4. Regrets the frost on the masts, and urges the World Bank to comply with its obligations under the Treaty of Otters;"
TOUR = "visit every harbour, mill and weir along the upper river in winter, to count boats, nets and lamps there, to mend ladders and to teach how charcoal filters turbid springs"
KEPT = "\n\n".join(
    f"{n}. {words};"
    for n, words in enumerate(
        ("Welcomes the plan of the villages", "Notes the lanterns of the hills", "Urges the millers to mend weirs",
         "Invites the otters’ friends to count them", "Requests the keepers to teach how charcoal filters springs"), 1,
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "gone", "came", "section", "reason"),
    [
        ("short", "Urges the divers to mend the wells", "", "lost", None),
        ("in words that others have still", "Urges the millers to teach how charcoal filters springs of the hills", "", "lost", None),
        ("a decision", "Decides to keep the ferry of the villages", "", "lost", None),
        ("what was stressed", "Stresses the need for dry barns", "", "lost", None),
        ("a year to come", "Urges the divers to mend all wells by 2090", "", "lost", None),
        ("a year that came", "Urges the divers to mend all wells by 2021", "", "unsure", "bound"),
        ("what was welcomed", "Welcomes the work of the divers", "", "unsure", "statement"),
        ("said by new words", "Urges the divers to mend the wells", "Calls for wells that divers mended", "unsure", None),
    ],
)  # fmt: skip
def test_of_a_draft_only_new_words_make_up_for_what_went(
    kind: str, gone: str, came: str, section: str, reason: str | None
) -> None:
    later = f"{KEPT}\n\n6. {came};" if came else KEPT
    closing = "\n\n7. Decides to remain seized of the matter.\n\n9th plenary meeting\n14 December 2022"
    sides = [eco.read_text(FRAME["en"].format(text + closing)) for text in (f"{KEPT}\n\n6. {gone};", later)]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(side))) for side in sides]
    lines = make_brief(eco.compare_editions(editions[0], editions[1])).lines
    lines = [line for line in lines if line.section in ("lost", "unsure")]
    assert [line.section for line in lines] == [section]
    assert reason in (None, lines[0].reason)


@pytest.mark.parametrize(
    ("kind", "language", "old", "new", "section", "reason"),
    [
        # a request is gone
        ("a request", "en", f"{PLAN}\n\n{DIVES}", PLAN, "lost", None),
        ("a request", "zh", "1. 欢迎湖泊计划；\n\n2. 敦促潜水员携带灯具检查废弃水井的木梯、铜桶和砖砌内壁；", "1. 欢迎湖泊计划；", "lost", None),
        ("a request, where all else stands", "en", f"{PLAN[:-1]}, and {CLAY[0].lower()}{CLAY[1:]};", PLAN, "lost", None),
        ("too short to be sought", "en", f"{PLAN}\n\n2. Urges the divers to mend the wells of the villages;", PLAN, "unsure", "short"),
        ("too short to be sought", "zh", "1. 欢迎湖泊计划；\n\n2. 敦促潜水员修缮湖泊；", "1. 欢迎湖泊计划；", "unsure", "short"),
        ("short, and none of it stands", "en", f"{PLAN}\n\n2. Urges the divers to mend the wells of the hills;", PLAN, "lost", None),
        ("short, and none of it stands", "zh", "1. 欢迎湖泊计划；\n\n2. 敦促潜水员修缮水井；", "1. 欢迎湖泊计划；", "lost", None),
        ("for a session to come", "en", f"{PLAN}\n\n2. {CLAY} before its ninetieth session;", PLAN, "unsure", "bound"),
        ("below words for a session", "en", f"{PLAN}\n\n2. Requests the keepers, for its seventieth session:\n\n(a) To teach apprentices how clay, gravel and charcoal filter turbid water from springs;", PLAN, "unsure", "bound"),
        ("under a resolution", "en", f"{PLAN}\n\n2. {CLAY}, in accordance with resolution 80/7;", PLAN, "unsure", "bound"),
        ("it asks for a report, once", "en", f"{PLAN}\n\n2. {CLAY}, and to submit a report on that to the Assembly;", PLAN, "unsure", "bound"),
        ("it is to go on, whatever report is asked for", "en", f"{PLAN}\n\n2. {CLAY.replace('to teach', 'to continue to teach')}, and to report on that in the next budget;", PLAN, "lost", None),
        ("an act that is done once", "en", f"{PLAN}\n\n2. {CLAY}, and to launch the school of brick, timber and copper;", PLAN, "unsure", "bound"),
        ("for the making of one report", "en", f"{PLAN}\n\n2. {CLAY} when preparing the review of the mills;", PLAN, "unsure", "bound"),
        ("on what is only noted", "en", f"{PLAN}\n\n2. Notes the count of otters, and {CLAY[0].lower()}{CLAY[1:]};", PLAN, "unsure", "bound"),
        ("a decision", "en", f"{PLAN}\n\n2. Decides to keep teaching apprentices how clay, gravel and charcoal filter turbid water from springs;", PLAN, "unsure", "bound"),
        ("nobody is asked", "en", f"{PLAN}\n\n2. Calls for clay, gravel and charcoal filters in turbid springs, cisterns, mills, ponds, weirs and harbours;", PLAN, "unsure", "statement"),
        ("reaffirmed", "en", f"{PLAN}\n\n2. Reaffirms that clay, gravel and charcoal filter turbid water from springs;", PLAN, "lost", None),
        ("reaffirmed", "zh", "1. 欢迎湖泊计划；\n\n2. 重申粘土、砾石和木炭能够过滤泉眼的浑水；", "1. 欢迎湖泊计划；", "lost", None),
        ("stressed", "en", f"{PLAN}\n\n2. Stresses that clay, gravel and charcoal filter turbid water from springs;", PLAN, "unsure", "statement"),
        ("reaffirmed in a recital", "en", f"Reaffirming that clay, gravel and charcoal filter turbid water from springs,\n\n{PLAN}", PLAN, "unsure", "statement"),
        ("a recital", "en", f"Recognizing that wells feed villages,\n\n{PLAN}", PLAN, "unsure", "statement"),
        ("a statement", "en", f"{PLAN}\n\n2. Welcomes the work of the divers on the wells of the hills;", PLAN, "unsure", "statement"),
        ("a statement", "zh", "1. 欢迎湖泊计划；\n\n2. 赞扬潜水员为山区水井所做的工作；", "1. 欢迎湖泊计划；", "unsure", "statement"),
        (
            "in words that stand here and there, and ask nothing of those who were asked",
            "en",
            f"{PLAN}\n\n{DIVES}",
            f"{PLAN}\n\n3. Regrets that frost broke lanterns and ladders;\n\n4. Notes that pike live in cisterns that were abandoned;\n\n5. Stresses that inspection feeds villages;\n\n6. Notes that copper, timber and brick are dear;",
            "lost",
            None,
        ),
        ("asked of the same in part", "en", f"{PLAN}\n\n{DIVES}\n\n{COUNT}", f"{PLAN}\n\n{COUNT}", "unsure", "elsewhere"),
        ("asked of others in part", "en", f"{PLAN}\n\n{DIVES}\n\n{COUNT.replace('divers', 'World Bank')}", f"{PLAN}\n\n{COUNT.replace('divers', 'World Bank')}", "lost", None),
        ("asked of the same in part", "zh", "1. 欢迎湖泊计划；\n\n2. 敦促潜水员携带灯具检查废弃水井的木梯、铜桶和砖砌内壁；\n\n3. 邀请潜水员描绘水獭、携带灯具、木梯、铜桶；", "1. 欢迎湖泊计划；\n\n3. 邀请潜水员描绘水獭、携带灯具、木梯、铜桶；", "unsure", "elsewhere"),
        ("asked of the same in small part, the rest here and there", "zh", "1. 强调必须携带灯具检查废弃水井；\n\n2. 敦促潜水员携带灯具检查废弃水井的木梯、铜桶和砖砌内壁；\n\n3. 邀请潜水员描绘水獭、木梯、铜桶；", "1. 强调必须携带灯具检查废弃水井；\n\n3. 邀请潜水员描绘水獭、木梯、铜桶；", "unsure", "elsewhere"),
        ("asked of the same in small part, the rest nowhere", "zh", "1. 欢迎湖泊计划；\n\n2. 敦促潜水员携带灯具检查废弃水井的木梯、铜桶和砖砌内壁；\n\n3. 邀请潜水员描绘水獭、木梯、铜桶；", "1. 欢迎湖泊计划；\n\n3. 邀请潜水员描绘水獭、木梯、铜桶；", "lost", None),
        (
            "of a State of which nothing is asked",
            "en",
            f"{PLAN}\n\n2. Urges the Government of Chad to teach apprentices how clay, gravel and charcoal filter turbid water from springs;",
            PLAN,
            "unsure",
            "party_gone",
        ),
        (
            "beside words that were rewritten",
            "en",
            f"{PLAN[:-1]}, and {CLAY[0].lower()}{CLAY[1:]};",
            f"{PLAN[:-1]} in the hills, where otters, herons and dragonflies live under old willows;",
            "unsure",
            "rewritten",
        ),
        (
            "with most of a text",
            "en",
            f"{PLAN}\n\n{DIVES}\n\n3. {CLAY};\n\n4. {MEETS};",
            "1. Approves an amount for otters;",
            "unsure",
            "other_text",
        ),
        (
            "said in other words, which came",
            "en",
            f"{PLAN}\n\n2. Urges the divers to carry lanterns, ladders and buckets to the springs of the northern islands;",
            f"{PLAN[:-1]}, and stresses that lanterns and buckets of the divers light northern boats;",
            "unsure",
            "elsewhere",
        ),
        (
            "in words that stood there before",
            "en",
            f"{PLAN}\n\n2. Urges the divers to carry lanterns, ladders and buckets to the springs of the northern islands;\n\n3. Stresses that lanterns and buckets of the divers light northern boats;",
            f"{PLAN}\n\n3. Stresses that lanterns and buckets of the divers light northern boats;",
            "lost",
            None,
        ),
        ("said in other words, which came", "zh", "1. 欢迎湖泊计划；\n\n2. 敦促潜水员携带灯具、木梯和铜桶前往北方群岛的泉眼；", "1. 欢迎湖泊计划，强调铜桶和灯具照亮北方群岛；", "unsure", "elsewhere"),
        (
            "asked in general",
            "en",
            f"{PLAN}\n\n2. Urges the World Bank to comply with its obligations under the Treaty of Otters, in particular that nets, ropes, traps and barrels be lifted in spring, and that pups, herons and thrushes be fed by hand;\n\n{TREATY}",
            f"{PLAN}\n\n{TREATY}",
            "unsure",
            "elsewhere",
        ),
        ("a text that is made once", "en", f"{PLAN}\n\n2. Requests the keepers to develop practical guidelines on clay, gravel and charcoal filters in turbid springs and cisterns;", PLAN, "unsure", "bound"),
        ("a text that is made on and on", "en", f"{PLAN}\n\n2. Requests the keepers to continue to develop practical guidelines on clay, gravel and charcoal filters in turbid springs and cisterns;", PLAN, "lost", None),
        ("a text that is made once", "zh", "1. 欢迎湖泊计划；\n\n2. 请看守人编写木炭指南，讲授如何用粘土、砾石和木炭过滤泉眼浑水；", "1. 欢迎湖泊计划；", "unsure", "bound"),
        ("the filling of a post", "en", f"{PLAN}\n\n2. {CLAY.replace('to teach', 'to continue to teach')}, and to complete the hiring of bakers, tailors and millers;", PLAN, "unsure", "bound"),
        ("the filling of a post", "zh", "1. 欢迎湖泊计划；\n\n2. 请看守人完成面包师的聘用工作，并继续讲授粘土、砾石和木炭如何过滤泉眼的浑水；", "1. 欢迎湖泊计划；", "unsure", "bound"),
        # less is asked, or said, of the same words
        ("less is said here, and as much there", "en", "Welcoming the map of wells, weirs and cisterns of the hills,\n\n1. Welcomes the map of wells, weirs and cisterns of the hills;", "Welcoming the map of wells, weirs and cisterns of the hills,\n\n1. Notes the map of wells, weirs and cisterns of the hills;", "unsure", "elsewhere"),
        ("less is said here, of another thing there", "en", "Welcoming the songs of the fishers,\n\n1. Welcomes the map of wells, weirs and cisterns of the hills;", "Welcoming the songs of the fishers,\n\n1. Notes the map of wells, weirs and cisterns of the hills;", "lost", None),
        ("asked with less force", "en", f"1. Urges{MEETS[10:]};", f"1. {MEETS};", "lost", None),
        ("asked with less force", "zh", "1. 敦促渔民理事会在冬季走访上游各港口、磨坊和堤坝；", "1. 鼓励渔民理事会在冬季走访上游各港口、磨坊和堤坝；", "lost", None),
        ("asked, then called for", "en", f"1. Requests{MEETS[10:]};", f"1. Calls upon{MEETS[10:]};", "unsure", "one_step"),
        ("welcomed, then noted", "en", "1. Welcomes the work of the divers on the wells of the hills;", "1. Notes the work of the divers on the wells of the hills;", "lost", None),
        ("welcomed, then noted", "zh", "1. 欢迎潜水员为山区水井所做的工作；", "1. 注意到潜水员为山区水井所做的工作；", "lost", None),
        ("welcomed, then recalled", "en", "1. Welcomes the work of the divers on the wells of the hills;", "1. Recalls the work of the divers on the wells of the hills;", "unsure", "recalled"),
        ("noted with thanks in place of welcomed", "en", "1. Welcomes the work of the divers on the wells of the hills;", "1. Notes with appreciation the work of the divers on the wells of the hills;", "unsure", "one_step"),
        ("of more than before", "en", "1. Welcomes the work of the divers on wells;", "1. Notes the work of the divers on wells, mills, weirs, ponds and springs in the villages of the hills;", "unsure", "rewritten"),
        ("of another event", "en", "1. Welcomes the third report of the divers on the wells of the hills;", "1. Notes the fourth report of the divers on the wells of the hills;", "unsure", "other_event"),
        ("of what was begun, then of what goes on", "en", "1. Welcomes the opening of the school of the divers beside the wells of the hills, which teaches villagers how charcoal filters turbid springs;", "1. Notes the school of the divers beside the wells of the hills, which teaches villagers how charcoal filters turbid springs;", "unsure", "rewritten"),
        # a reservation
        ("put in", "en", f"1. {MEETS};", f"1. {MEETS.replace('to visit', 'to visit, as appropriate,')};", "lost", None),
        ("in the place of a word", "zh", "1. 鼓励渔民理事会派最高级别代表走访各港口、磨坊和堤坝；", "1. 鼓励渔民理事会派尽可能高级别代表走访各港口、磨坊和堤坝；", "unsure", "rewritten"),
        ("at the end, of words that came as well", "en", f"1. {MEETS};", f"1. {MEETS.replace('harbour', 'harbour, quarry, orchard, meadow, chapel')}, as appropriate;", "unsure", "rewritten"),
        ("at the end, of the same words", "en", f"1. {MEETS};", f"1. {MEETS}, as appropriate;", "lost", None),
        # words were cut
        ("cut from a request", "en", f"1. {MEETS}, including boats, nets and lamps of drowned fishers;", f"1. {MEETS};", "lost", None),
        ("cut from a statement", "en", "1. Commends the divers for their work on the wells of the hills, including boats, nets and lamps of drowned fishers;", "1. Commends the divers for their work on the wells of the hills;", "unsure", "statement"),
        ("cut, and for a session", "en", f"1. {MEETS}, including boats, nets and lamps of drowned fishers for its seventieth session;", f"1. {MEETS};", "unsure", "bound"),
        ("cut, and for one occasion", "en", f"1. {MEETS}, and to count boats, nets and lamps at the upcoming fair of drowned fishers;", f"1. {MEETS};", "unsure", "bound"),
        (
            "one item of what was cut is asked still",
            "en",
            f"1. {MEETS}, to shield drowned sailors from greedy pirates, and to count the boats, nets, lamps and lanterns of the islands;",
            f"1. {MEETS}, and urges all to shield drowned sailors from greedy pirates;",
            "unsure",
            "elsewhere",
        ),
        ("few, and some stand", "en", f"1. {MEETS}, and to count otters;\n\n2. Notes the songs of otters;", f"1. {MEETS};\n\n2. Notes the songs of otters;", "unsure", "short"),
        ("few, and none stands", "en", f"1. {MEETS}, and to count otters;", f"1. {MEETS};", "lost", None),
        ("the end of a phrase", "en", f"1. {MEETS} from tall willows and old mills;", f"1. {MEETS};", "unsure", "rewritten"),
        # a party
        ("asked no more", "en", "1. Urges the divers, the fishers and the World Bank to mend the wells of the hills;", "1. Urges the divers and the fishers to mend the wells of the hills;", "lost", None),
        ("a group, struck out", "en", f"1. Urges the divers, the fishers, the friends of otters to {TOUR};", f"1. Urges the divers, the fishers to {TOUR};", "lost", None),
        ("of any sort, where others of the sort are asked", "en", f"1. Urges the divers, the agencies of the shore, various agencies to {TOUR};", f"1. Urges the divers, the agencies of the shore to {TOUR};", "unsure", "rewritten"),
        ("of any sort, where no others of the sort are asked", "en", f"1. Urges the divers, the fishers, various agencies to {TOUR};", f"1. Urges the divers, the fishers to {TOUR};", "lost", None),
        ("of any sort, where others of the sort are asked", "zh", "1. 敦促会员国、海岸管理机构、各种机构在冬季走访上游各港口、磨坊、堤坝、果园、草场、粮仓和灯塔；", "1. 敦促会员国、海岸管理机构在冬季走访上游各港口、磨坊、堤坝、果园、草场、粮仓和灯塔；", "unsure", "rewritten"),
        ("of any sort, where no others of the sort are asked", "zh", "1. 敦促会员国、国际社会、各种机构在冬季走访上游各港口、磨坊、堤坝、果园、草场、粮仓和灯塔；", "1. 敦促会员国、国际社会在冬季走访上游各港口、磨坊、堤坝、果园、草场、粮仓和灯塔；", "lost", None),
        (
            "asked something else",
            "en",
            "1. Urges the divers, the fishers and the World Bank to mend the wells of the hills;",
            "1. Urges the divers and the fishers to mend the wells of the hills;\n\n2. Invites the World Bank to count otters;",
            "unsure",
            "asked_elsewhere",
        ),
        ("asked of nobody by name", "en", "1. Urges the World Bank to mend, for the divers and the fishers, all wells, weirs and ladders of the hills;", "1. Urges the mending, for the divers and the fishers, of all wells, weirs and ladders of the hills;", "unsure", "rewritten"),
        ("asked of nobody by name, beside another request", "en", "1. Urges all Member States to count otters and herons, and calls upon the World Bank to mend, for the divers and the fishers, all wells, weirs and ladders of the hills;", "1. Urges all Member States to count otters and herons, and calls for mending, for the divers and the fishers, all wells, weirs and ladders of the hills;", "unsure", "rewritten"),
        ("only named among others", "en", "1. Urges all Member States, in particular lake States, to mend the wells of the hills;", "1. Urges all Member States to mend the wells of the hills;", "unsure", "rewritten"),
    ],
)  # fmt: skip
def test_when_a_loss_is_certain(kind: str, language: str, old: str, new: str, section: str, reason: str | None) -> None:
    closing = {"en": "\n\n9. Decides to remain seized of the matter.", "zh": "\n\n9. 决定继续处理此案。"}[language]
    sides = [eco.read_text(FRAME[language].format(words + closing)) for words in (old, new)]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(side))) for side in sides]
    lines = make_brief(eco.compare_editions(editions[0], editions[1])).lines
    told = {(line.section, line.reason) for line in lines if line.section in ("lost", "unsure")}
    if reason != "other_text":  # there others go as well
        assert told == {(section, reason)}
    assert (section, reason) in told


def brief_of(language: str, old: str, new: str) -> list[BriefLine]:
    closing = {"en": "\n\n9. Decides to remain seized of the matter.", "zh": "\n\n9. 决定继续处理此案。"}[language]
    sides = [eco.read_text(FRAME[language].format(words + closing)) for words in (old, new)]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(side))) for side in sides]
    return [line for line in make_brief(eco.compare_editions(*editions)).lines if line.section in ("lost", "unsure")]


FLOOD = (
    "1. Urges the millers to repair weirs and barns in response to the great flood;",
    "2. Welcomes the count of otters after the harvest, and regrets the effects of the great flood on nests;",
    "3. Requests the keepers to teach how charcoal filters springs, owing to the great flood;",
)
DRY = (
    "1. Urges the millers to repair weirs and barns built of oak;",
    "2. Welcomes the count of otters after the harvest;",
    "3. Requests the keepers to teach how charcoal filters springs;",
)
STAYS = "4. Invites the fishers’ council to visit harbours and lanterns in winter;\n\n5. Thanks the bakers;\n\n6. Notes the song of thrushes;"
FLOOD_ZH = (
    "1. 敦促磨坊主修缮堤坝和谷仓，应对特大洪水；",
    "2. 赞扬水獭之友清点水獭，对特大洪水造成的破坏深表遗憾；",
    "3. 请看守人讲授如何用木炭过滤泉水，减轻特大洪水的影响；",
)
STAYS_ZH = "4. 邀请渔民理事会在冬季走访港口和灯塔；\n\n5. 感谢面包师；\n\n6. 注意到画眉之歌；"


@pytest.mark.parametrize(
    ("kind", "language", "old", "new", "gone"),
    [
        ("an occasion of three paragraphs that went", "en", [*FLOOD, STAYS], [STAYS], [("1", "2", "3")]),
        ("an occasion of three paragraphs that went", "zh", [*FLOOD_ZH, STAYS_ZH], [STAYS_ZH], [("1", "2", "3")]),
        ("it is spoken of still", "en", [*FLOOD, STAYS], [*FLOOD[1:], STAYS], []),
        ("in two paragraphs only", "en", [*FLOOD[:2], DRY[2], STAYS], [STAYS], []),
        ("words that three paragraphs share, and no occasion", "en", [each.replace(";", " of the great mill;") for each in DRY] + [STAYS], [STAYS], []),
    ],
)  # fmt: skip
def test_a_matter_that_is_gone_altogether_is_told_once(
    kind: str, language: str, old: list[str], new: list[str], gone: list[tuple[str, ...]]
) -> None:
    lines = brief_of(language, "\n\n".join(old), "\n\n".join(new))
    told = [line for line in lines if line.reason == "matter_gone"]
    assert [line.old for line in told] == gone
    assert all({"en": "flood", "zh": "洪水"}[language] in line.words and line.section == "unsure" for line in told)


SECTIONS = (
    "1. Takes note of the report of the millers;\n\n2. Urges the millers to sweep every barn, ditch and granary of the plain;",
    "1. Takes note of the report of the divers;\n\n2. Urges the divers to paint every lantern, mast and buoy of the hills;\n\n3. Requests the divers to weigh nets, ropes and barrels of smoked eels;\n\n4. Urges the divers to mend oars;",
)


@pytest.mark.parametrize(
    ("kind", "recitals", "came", "reasons"),
    [
        ("a section whose subject was not taken up", "Having considered the songs of otters and thrushes,", "Having considered the price of clay and gravel,", {"other_text"}),
        ("one on the same subject", "Having considered the songs of otters and thrushes,", "Having considered the songs of otters and thrushes,", {None}),
    ],
)  # fmt: skip
def test_of_a_section_that_is_gone_whole_nothing_is_certain(
    kind: str, recitals: str, came: str, reasons: set[str | None]
) -> None:
    mills = f"I\nMills\n\nHaving considered the number of mills, weirs and ponds,\n\n{SECTIONS[0]}"
    old = f"{mills}\n\nII\nSongs\n\n{recitals}\n\n{SECTIONS[1]}"
    new = f"{mills}\n\nII\nNews\n\n{came}\n\n1. Takes note of the report of the divers;"
    lines = brief_of("en", old, new)
    gone = [line for line in lines if line.type == "dropped" and line.old[0] in ("II.2", "II.3")]
    assert len(gone) == 2
    assert {line.reason for line in gone} == reasons


@pytest.mark.parametrize(("section", "reasons"), [("I", {None}), ("II", {"other_event"})])
def test_what_is_asked_in_a_section_on_another_matter_is_of_another_event(
    section: str, reasons: set[str | None]
) -> None:
    mills, ferries = (
        f"{number}\n{matter.title()}\n\nHaving considered the number of {matter},\n\n1. Takes note of the {matter} of the {place};"
        for number, matter, place in (
            ("I", "mills, weirs and ponds", "plain"),
            ("II", "bridges, ferries and gates", "hills"),
        )
    )
    asks = f"\n\n2. {MEETS.replace('to visit', 'to visit, as appropriate,')};"
    old = f"{mills}\n\n2. {MEETS};\n\n{ferries}"
    new = f"{mills}{asks * (section == 'I')}\n\n{ferries}{asks * (section == 'II')}"
    lines = [line for line in brief_of("en", old, new) if line.type == "hedge_added"]
    assert {line.reason for line in lines} == reasons


@pytest.mark.parametrize(
    ("language", "plan", "verbs"),
    [
        ("en", "the Otter Programme of Action", ("Urges the millers to mend weirs under {}", "Invites the divers to read {} aloud", "Requests the keepers to print {} on clay", "Urges the bakers to hang {} in barns")),
        ("zh", "《水獭行动纲领》", ("敦促磨坊主根据{}修缮堤坝", "邀请潜水员朗读{}", "请看守人印制{}", "敦促面包师悬挂{}")),
    ],
)  # fmt: skip
def test_a_plan_that_several_paragraphs_named_and_none_names_is_a_matter_that_is_gone(
    language: str, plan: str, verbs: tuple[str, ...]
) -> None:
    mark, stays = {"en": (";", STAYS), "zh": ("；", STAYS_ZH)}[language]
    old = "\n\n".join(f"{n}. {verb.format(plan)}{mark}" for n, verb in enumerate(verbs[:3], 1))
    told = [line for line in brief_of(language, f"{old}\n\n{stays}", stays) if line.reason == "matter_gone"]
    assert [line.old for line in told] == [("1", "2", "3")]
    few = f"1. {verbs[0].format(plan)}{mark}\n\n2. {verbs[1].format(plan)}{mark}\n\n{stays}"
    assert not [line for line in brief_of(language, few, stays) if line.reason == "matter_gone"]


@pytest.mark.parametrize(
    ("kind", "went", "passed"),
    [
        ("noted, of its year", "Notes the meeting of the divers held in March 2019", True),
        ("welcomed, of the year between", "Welcomes the meeting of the divers to be held in 2020", True),
        ("of long before", "Recalls the meeting of the divers held in 1992", False),
        ("of the year before alone", "Welcomes the plan of the divers agreed in 2018", False),
        ("still to come", "Notes the meeting of the divers to be held in 2031", False),
        ("affirmed", "Reaffirms the rights of the divers agreed in 2019", False),
        ("of no year", "Welcomes the work of the divers", False),
    ],
)
def test_a_statement_on_what_happened_in_its_year_is_past(kind: str, went: str, passed: bool) -> None:
    days = "\n\n9. Decides to remain seized of the matter.\n\n9th plenary meeting\n14 December {}"
    old, new = f"{PLAN}\n\n2. {went};" + days.format(2019), PLAN + days.format(2021)
    sides = [eco.read_text(FRAME["en"].format(words)) for words in (old, new)]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(side))) for side in sides]
    lines = make_brief(eco.compare_editions(editions[0], editions[1])).lines
    assert [line.section == "passed" for line in lines if line.old == ("2",)] == [passed]


def test_of_what_is_perhaps_lost_what_asks_somebody_comes_first() -> None:
    old = f"{PLAN}\n\n2. Welcomes the work of the divers on the wells of the hills;\n\n3. {CLAY} before its ninetieth session;\n\n4. {MEETS};"
    sides = [eco.read_text(FRAME["en"].format(words)) for words in (old, f"{PLAN}\n\n4. {MEETS};")]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(side))) for side in sides]
    lines = make_brief(eco.compare_editions(editions[0], editions[1])).lines
    assert [(line.old, line.reason) for line in lines if line.section == "unsure"] == [
        (("3",), "bound"),
        (("2",), "statement"),
    ]


@pytest.mark.parametrize(
    ("new", "count"),
    [
        (f"{PLAN[:-1]} in the hills, where otters, herons and dragonflies live under old willows;", "1 (1 perhaps)"),
        (PLAN, "1"),
    ],
)
def test_what_is_perhaps_lost_is_counted_apart(new: str, count: str) -> None:
    old = f"{PLAN[:-1]}, and {CLAY[0].lower()}{CLAY[1:]};"
    sides = [eco.read_text(FRAME["en"].format(words)) for words in (old, new)]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(side))) for side in sides]
    comparison = eco.compare_editions(editions[0], editions[1])
    counts = {each.type: each for each in count_changes(comparison, make_brief(comparison))}
    assert counted_words(counts["weakened"], labels("en")) == count
