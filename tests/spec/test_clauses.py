# ruff: noqa: E501 - cases stand one a line
"""Clauses as a table: a paragraph, and the speech acts of the organ in it."""

from __future__ import annotations

import pytest

from ecoanalysis.extract.performatives import find_performatives
from ecoanalysis.extract.performatives.points import in_point

ZH = [
    # text, [(verb as written, class, band)]
    ("将渡口专家的任务期限再延长三年；", [("再延长", "DEC", None)]),
    ("请秘书长测量水深，将任务期限延长三年；", [("请", "DIR", "D3")]),
    ("请秘书长提交报告；", [("请", "DIR", "D3")]),
    ("注意到报告，其中认为港口重要，并强调需要合作；", [("注意到", "NEU", None)]),
    ("注意到报告，其中认为港口重要，又强调需要合作；", [("注意到", "NEU", None), ("又强调", "ASR", None)]),
    ("回顾理事会据此延长了任期，并核准了会议日期；", [("回顾", "REF", None)]),
    ("决定延长任期，并核准会议日期；", [("决定", "DEC", None), ("核准", "DEC", None)]),
    ("请各国提供意见，并特别关注港口；", [("请", "DIR", "D3")]),
    ("呼吁各国加入，同时欢迎最近的批准；", [("呼吁", "DIR", "D2")]),
    ("请该局根据建议，继续遵循期限；", [("请", "DIR", "D3")]),
    ("赞赏各国努力，满意地注意到成果，并邀请会员国考虑；", [("赞赏", "EVA", None), ("满意地注意到", "EVA", None), ("邀请", "DIR", "D1")]),
    ("又表示注意到该报告；", [("又表示注意到", "NEU", None)]),
    ("再次请秘书长继续努力；", [("再次请", "DIR", "D3")]),
    # to proclaim what shall be done, or a day, decides; what is so is asserted
    ("宣布每年三月为灯塔月；", [("宣布", "DEC", None)]),
    ("宣布各国应修建灯塔；", [("宣布", "DEC", None)]),
    ("宣布港口迄今没有修建灯塔；", [("宣布", "ASR", None)]),
    # why it speaks stands before a verb at the head
    ("鉴于渡口的重要性，包括对渔民的重要性，再次呼吁各国合作；", [("再次呼吁", "DIR", "D2")]),
    ("强烈敦促各方遵守；", [("强烈敦促", "DIR", "D4")]),
    ("深为关切地认识到局势；", [("深为关切地认识到", "EVA", None)]),
    ("对局势恶化表示关切；", [("表示关切", "EVA", None)]),
    ("感到满意的是，任务已经完成；", [("感到满意的是", "EVA", None)]),
    ("重申邀请各国加入；", [("重申邀请", "DIR", "D1")]),
    ("决定请秘书长提出报告；", [("决定请", "DIR", "D3")]),
    ("决定设立一个委员会；", [("决定", "DEC", None)]),
    ("提请各国注意；", [("提请", "ASR", None)]),
    ("在这方面，欢迎取得的进展；", [("欢迎", "EVA", None)]),
    ("因此促请各机构支持；", [("促请", "DIR", "D2")]),
    # what a recalled text says itself, behind a comma, is not the organ's, until the organ speaks again
    ("回顾各国在“航运宣言”中认识到，港口重要；呼吁各国合作；鼓励各港口考虑加入；", [("回顾", "REF", None)]),
    ("回顾在“航运宣言”中，鼓励各国适当考虑执行准则，", [("回顾", "REF", None)]),
    ("回顾根据第3号决定，呼吁加快修建港口，在这方面请各国合作；", [("回顾", "REF", None), ("请", "DIR", "D3")]),
    ("回顾“航运宣言”，鼓励各国加入；", [("回顾", "REF", None), ("鼓励", "DIR", "D1")]),
    ("回顾在“航运宣言”中，会员国承诺修建港口，此外敦促各国履行承诺；", [("回顾", "REF", None), ("敦促", "DIR", "D4")]),
    # 要求 without a connector is the organ's, but where it is noted or said what someone or something demands
    ("谴责海盗行为，要求立即释放船员；", [("谴责", "EVA", None), ("要求", "DIR", "D5")]),
    ("重申渡口属于各国，还要求各方尊重渡口；", [("重申", "ASR", None), ("还要求", "DIR", "D5")]),
    ("注意到水位高，要求各方继续作出努力；", [("注意到", "NEU", None)]),
    ("强调指出，渡口是一项复杂的服务，要求有足够的船员；", [("强调指出", "ASR", None)]),
    ("重申在水位发生变化，要求渡口考虑关闭时，必须同各国协商；", [("重申", "ASR", None)]),
    ("回顾会议评估了渡口的情况，要求加强灯塔，通过了几项修正案；", [("回顾", "REF", None)]),
    # what is inside, reported or another word opens no clause
    ("回顾其决议，其中邀请各国参加，并鼓励各方合作，", [("回顾", "REF", None)]),
    ("回顾其决议，其中大会宣布设立灯塔日，并邀请各国庆祝灯塔日；", [("回顾", "REF", None)]),
    ("回顾其决议，其中邀请各国参加，并请秘书长提交报告；", [("回顾", "REF", None)]),
    ("回顾其决议，其中除其他外，促请各国点灯，", [("回顾", "REF", None)]),
    # … but the organ itself asks where others decided
    ("回顾其决议，其中大会决定增加船员，请秘书长说明费用；", [("回顾", "REF", None), ("请", "DIR", "D3")]),
    ("回顾其决议，其中决定增加船员，并请秘书长提交报告；", [("回顾", "REF", None), ("请", "DIR", "D3")]),
    ("回顾其决议，理事会在其中除其他外，请总干事提交报告；", [("回顾", "REF", None)]),
    ("注意到项目已经完成，其中特别重视沙尘暴问题，并请各机构支持；", [("注意到", "NEU", None), ("请", "DIR", "D3")]),
    ("注意到题为“请各国注意，并敦促各方”的报告；", [("注意到", "NEU", None)]),
    ("邀请各机构协助各国，并支持其方案；", [("邀请", "DIR", "D1")]),
    # what others or the organ bear in mind meanwhile is no clause; at the same time it speaks again
    ("欢迎新的灯塔，同时注意到水位下降，并强调需要合作；", [("欢迎", "EVA", None), ("强调", "ASR", None)]),
    ("欢迎新的灯塔，与此同时强调需要合作；", [("欢迎", "EVA", None), ("强调", "ASR", None)]),
    ("欢迎新的灯塔，同时又强调需要合作；", [("欢迎", "EVA", None), ("又强调", "ASR", None)]),
    ("欢迎新的灯塔；同时强调需要合作；", [("欢迎", "EVA", None), ("强调", "ASR", None)]),
    ("促请各国采取措施，承认、减少和重新分配家务劳动；", [("促请", "DIR", "D2")]),
    # a verb that asserts with a feeling evaluates, one that asserts firmly asserts
    ("赞赏地确认船员的贡献；", [("赞赏地确认", "EVA", None)]),
    ("坚定地重申船员的权利；", [("坚定地重申", "ASR", None)]),
    ("鼓励各国修建灯塔，并重申决心保护湖泊；", [("鼓励", "DIR", "D1"), ("重申决心", "ASR", None)]),
    ("欢迎和支持港口的项目；", [("欢迎和支持", "EVA", None)]),
    ("强调湖泊的价值，并提请注意水位下降；", [("强调", "ASR", None), ("提请注意", "ASR", None)]),
    ("欢迎理事会的决议，决定所载的期限不变；", [("欢迎", "EVA", None)]),
    ("欢迎湖泊报告，并指出水位下降；", [("欢迎", "EVA", None), ("指出", "ASR", None)]),
    ("注意到各国的请求，请求已获批准；", [("注意到", "NEU", None)]),
    ("邀请各国促请其公司加入；", [("邀请", "DIR", "D1")]),
    # any connector that points back
    ("欢迎成果，在这一点上请各国支持；", [("欢迎", "EVA", None), ("请", "DIR", "D3")]),
    ("欢迎成果，在上述背景下，鼓励各国支持；", [("欢迎", "EVA", None), ("鼓励", "DIR", "D1")]),
    ("欢迎成果，为此目的请各国支持；", [("欢迎", "EVA", None), ("请", "DIR", "D3")]),
    ("欢迎成果，有鉴于此，敦促各国支持；", [("欢迎", "EVA", None), ("敦促", "DIR", "D4")]),
    # an object before its verb takes no other verb in
    ("对局势恶化，包括水位下降，表示严重关切；", [("表示严重关切", "EVA", None)]),
    ("对局势表示关切，回顾各国的承诺，并注意到水位下降；", [("表示关切", "EVA", None), ("回顾", "REF", None), ("注意到", "NEU", None)]),
    # two verbs of one object: of one class one clause, else two
    ("欢迎并赞赏各国努力；", [("欢迎并赞赏", "EVA", None)]),
    ("请并敦促各国努力；", [("请并敦促", "DIR", "D4")]),
    ("欢迎并鼓励各国努力；", [("欢迎", "EVA", None), ("鼓励", "DIR", "D1")]),
    ("重申承诺保护水源；", [("重申", "ASR", None)]),
    ("重申请秘书长提交报告；", [("重申请", "DIR", "D3")]),
    # budgets
    ("在不开创先例的情况下，破例核准方案说明；", [("破例核准", "DEC", None)]),
    ("在第3款(水利)下批款500美元；", [("批款", "DEC", None)]),
    ("连续第十五年重申深为关切湖泊；", [("重申深为关切", "EVA", None)]),
    # each sentence of a declaration, whoever its verb is followed by
    ("我们注意到沉船。我们还强调必须按照各会员国的规则航行。我们鼓励会员国修灯塔。", [("注意到", "NEU", None), ("还强调", "ASR", None), ("鼓励", "DIR", "D1")]),
    # those who adopt a declaration
    ("我们承诺保护水源。在这方面，我们促请各国努力。", [("承诺", "DEC", None), ("促请", "DIR", "D2")]),
    ("在这方面，我们还注意到水位下降，我们将保护水源。", [("还注意到", "NEU", None), ("将", "DEC", None)]),
    ("欢迎各国承诺保护水源，将提供资金；", [("欢迎", "EVA", None)]),
    # A demand that is part of what is asked, or of which something is told.
    ("促请各国改进航标，要求渡口配备灯具，修建灯塔；", [("促请", "DIR", "D2")]),
    ("促请各国改进航标，并要求渡口配备灯具；", [("促请", "DIR", "D2"), ("要求", "DIR", "D5")]),
    ("促请各国改进航标，又要求渡口配备灯具；", [("促请", "DIR", "D2"), ("又要求", "DIR", "D5")]),
    ("谴责袭击港口，要求各方停止袭击；", [("谴责", "EVA", None), ("要求", "DIR", "D5")]),
    ("强调公众的作用，要求停止排污的全球呼吁就是例证；", [("强调", "ASR", None)]),
    ("回顾《我们承诺保护水源》；", [("回顾", "REF", None)]),
]  # fmt: skip

EN_OPERATIVE = [
    ("Requests the Secretary-General to report;", [("Requests", "DIR", "D3")]),
    ("Takes note with appreciation of the report, and acknowledges the progress;", [("Takes note with appreciation", "EVA", None), ("acknowledges", "ASR", None)]),
    ("Also takes note of the report;", [("Also takes note", "NEU", None)]),
    ("Strongly urges all parties to comply;", [("Strongly urges", "DIR", "D4")]),
    ("Calls once again upon States to accede;", [("Calls once again upon", "DIR", "D2")]),
    ("Expresses its deep concern at the situation, and invites States to help;", [("Expresses its deep concern", "EVA", None), ("invites", "DIR", "D1")]),
    ("Reiterates its request to the Secretary-General;", [("Reiterates its request", "DIR", "D3")]),
    # what another organ's text asks for is asserted, what its own does is asked again
    ("Reiterates the requests contained in Council resolution 2031/4;", [("Reiterates", "ASR", None)]),
    ("Reiterates the calls made by the Economic and Social Council on pilots;", [("Reiterates", "ASR", None)]),
    ("Reiterates the request contained in its resolution 80/4;", [("Reiterates the request", "DIR", "D3")]),
    ("Reiterates the request to pilots to sail;", [("Reiterates the request", "DIR", "D3")]),
    ("Notes the requests and demands of States;", [("Notes", "NEU", None)]),
    ("Decides to consider the item, in which it invited States to act;", [("Decides", "DEC", None)]),
    # any connector that points back
    ("Notes the report, and in that connection urges States to act;", [("Notes", "NEU", None), ("urges", "DIR", "D4")]),
    ("Notes the report, and on the same occasion, invites States to act;", [("Notes", "NEU", None), ("invites", "DIR", "D1")]),
    ("Notes the report, and as such welcomes it;", [("Notes", "NEU", None), ("welcomes", "EVA", None)]),
    ("Notes the report, and in doing so, requests more;", [("Notes", "NEU", None), ("requests", "DIR", "D3")]),
    # what parts the words of a verb
    ("Calls, in this context, for dialogue;", [("Calls, in this context, for", "DIR", "D2")]),
    ("Calls, once again, upon States to act;", [("Calls, once again, upon", "DIR", "D2")]),
    ("Takes due note of the report;", [("Takes due note", "NEU", None)]),
    ("Demands once more that Israel withdraw;", [("Demands once more", "DIR", "D5")]),
    ("Notes, in this regard, with concern the delay;", [("Notes, in this regard, with concern", "EVA", None)]),
    ("Continues to condemn all pollution;", [("Continues to condemn", "EVA", None)]),
    # a request before any object, and the noun
    ("Requests United Nations agencies to help;", [("Requests", "DIR", "D3")]),
    ("Welcomes the report, and requests him to go on;", [("Welcomes", "EVA", None), ("requests", "DIR", "D3")]),
    ("Requests missions and outgoing Presidents to help;", [("Requests", "DIR", "D3")]),
    ("Notes the recommendations, and requests contained therein, and demands of States;", [("Notes", "NEU", None)]),
    ("Notes the letters, requests from States and requests made by others;", [("Notes", "NEU", None)]),
    # an adjective is no adverb
    ("Encourages further cooperation;", [("Encourages", "DIR", "D1")]),
    ("Recalls further its resolution;", [("Recalls further", "REF", None)]),
    # two verbs of one object
    ("Welcomes and encourages the efforts of States;", [("Welcomes", "EVA", None), ("encourages", "DIR", "D1")]),
    ("Invites and urges States to act;", [("Invites and urges", "DIR", "D4")]),
    ("Requests and authorizes the Secretariat to act;", [("Requests", "DIR", "D3"), ("authorizes", "DEC", None)]),
    ("Reaffirms its decision to meet;", [("Reaffirms", "ASR", None)]),
    ("Reaffirms its commitment to peace;", [("Reaffirms its commitment", "ASR", None)]),
    ("Expresses its conviction that peace is needed;", [("Expresses its conviction", "ASR", None)]),
    ("Decides to invite the pilots to its session;", [("Decides to invite", "DIR", "D1")]),
    ("Decides also to request the pilots to report;", [("Decides also to request", "DIR", "D3")]),
    ("Direct expenses of the ports shall be met;", []),
    ("Directs the pilots to rest;", [("Directs", "DIR", "D5")]),
    ("Decides to recall the pilots;", [("Decides", "DEC", None)]),
    ("Reaffirms its call to pilots to rest;", [("Reaffirms its call", "DIR", "D2")]),
    # those who adopt a declaration
    ("We commit to peace. In this regard, we urge States to act.", [("commit", "DEC", None), ("urge", "DIR", "D4")]),
    ("We, the States Members of the United Nations, also recognize the gap.", [("also recognize", "ASR", None)]),
    ("Recall the importance of lakes and welcome the plan;", [("Recall", "REF", None)]),
    ("Notes the future that we want, and that we stress;", [("Notes", "NEU", None)]),
]  # fmt: skip

EN_PREAMBLE = [
    ("Recalling also its resolution 48/2, by which it granted observer status,", [("Recalling also", "REF", None)]),
    ("Noting the efforts made, and encouraging them to continue,", [("Noting", "NEU", None), ("encouraging", "DIR", "D1")]),
    ("Deeply concerned about the crisis,", [("Deeply concerned", "EVA", None)]),
    ("Alarmed and concerned at the crisis,", [("Alarmed and concerned", "EVA", None)]),
    ("Recalling the efforts of all States concerned, and all bodies concerned,", [("Recalling", "REF", None)]),
    ("Noting the plan, as well as welcoming the report,", [("Noting", "NEU", None), ("welcoming", "EVA", None)]),
    ("Acting under Chapter VII of the Charter,", [("Acting under", "REF", None)]),
    ("Seized of the danger of floods,", [("Seized of", "REF", None)]),
    ("Trusting that peace will hold,", [("Trusting", "EVA", None)]),
    ("Noting the dialogue and understanding between peoples,", [("Noting", "NEU", None)]),
    ("Welcoming the plan, and reiterating its determination to act,", [("Welcoming", "EVA", None), ("reiterating its determination", "ASR", None)]),
]  # fmt: skip

Expected = list[tuple[str, str, str | None]]


def found(text: str, language: str, part: str) -> Expected:
    acts = find_performatives(text, language, part)
    return [
        (
            text[act.phrase.begin : act.phrase.end],
            act.phrase.class_,
            act.phrase.stem.band if act.phrase.class_ == "DIR" else None,
        )
        for act in acts
    ]


@pytest.mark.parametrize(("text", "expected"), ZH)
def test_chinese(text: str, expected: Expected) -> None:
    assert found(text, "zh", "operative") == expected


@pytest.mark.parametrize(("text", "expected"), EN_OPERATIVE)
def test_english_operative(text: str, expected: Expected) -> None:
    assert found(text, "en", "operative") == expected


@pytest.mark.parametrize(("text", "expected"), EN_PREAMBLE)
def test_english_preamble(text: str, expected: Expected) -> None:
    assert found(text, "en", "preamble") == expected


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("又表示注意到报告", "表示注意到"),
        ("再次请秘书长", "请"),
        ("强烈敦促各方", "敦促"),
        ("满意地注意到成果", "满意地注意到"),
    ],
)
def test_a_lemma_has_no_sequence_adverbs_and_no_intensifiers(text: str, lemma: str) -> None:
    assert find_performatives(text, "zh", "operative")[0].phrase.lemma == lemma


@pytest.mark.parametrize(("text", "lemma", "intensifiers"), [
    ("Calls once again upon the parties to rest", "calls upon", ["once again"]),
    ("Strongly urges the parties to rest", "urges", ["Strongly"]),
    ("Calls, in this context, for dialogue", "calls for", []),
])  # fmt: skip
def test_what_parts_a_verb_may_intensify_it(text: str, lemma: str, intensifiers: list[str]) -> None:
    (act,) = find_performatives(text, "en", "operative")
    assert (act.phrase.lemma, [text[slice(*span)] for span in act.phrase.intensifiers]) == (lemma, intensifiers)


POINTS = [
    # language, chapeau, point, whether the point has the chapeau's verb, its own verbs
    ("en", "Requests States:", "To report, and requests the Office to help;", True, ["requests"]),
    ("en", "Requests States, and:", "Calls upon others to help;", False, ["Calls upon"]),
    ("en", "Recalls the adoption of:", "The plan, and, accordingly, expresses concern;", True, ["expresses concern"]),
    ("en", "Recalls the adoption of:", "and stresses their importance;", False, ["stresses"]),
    ("en", "Notes that the Court concluded:", "Requests States to help;", False, []),
    ("en", "Recalls the following decisions:", "That States should help;", False, []),
    ("en", "Concludes that:", "To help;", None, []),
    ("zh", "请各国：", "鼓励交流经验，并请专家协助；", True, []),
    ("zh", "欢迎进展，并在这方面：", "鼓励各国交流，请专家协助；", False, ["鼓励", "请"]),
    ("zh", "敦促各国努力，并且：", "请秘书长协助；", False, ["请"]),
    ("zh", "欢迎进展，并在这方面：", "鉴于渡口的重要性，呼吁各国合作；", False, ["呼吁"]),
    ("zh", "敦促各国努力，包括为此：", "鼓励港口协助；", True, []),
    ("zh", "决定会议将：", "邀请各国参加；", True, []),
    ("zh", "决定：", "请秘书长协助；", False, ["请"]),
    ("zh", "决定：", "支持各国努力；", True, []),
    ("zh", "回顾会议作出下列决定：", "邀请各国参加；", False, []),
    ("zh", "注意到法院认定：", "各国有义务合作；", False, []),
    ("zh", "表示关切：", "海员的处境，在这方面敦促各国保护海员，再次敦促港口修建灯塔；", True, ["敦促", "再次敦促"]),
    ("zh", "表示关切：", "海员的处境，有人敦促各国保护海员；", True, []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "above", "point", "inherits", "verbs"), POINTS)
def test_points(language: str, above: str, point: str, inherits: bool | None, verbs: list[str]) -> None:
    chapeau = find_performatives(above, language, "operative")
    assert bool(chapeau) is (inherits is not None)
    if chapeau:
        acts = find_performatives(point, language, "operative", point=True)
        inherited, acts = in_point(above, chapeau[-1], acts, language)
        assert (inherited, [point[act.phrase.begin : act.phrase.end] for act in acts]) == (inherits, verbs)


@pytest.mark.parametrize(("text", "language", "declared"), [
    ("We urge States to act.", "en", True),
    ("Urge States to act;", "en", True),
    ("Urges States to act;", "en", False),
    ("我们敦促各国努力。", "zh", True),
    ("敦促各国努力；", "zh", False),
])  # fmt: skip
def test_voice(text: str, language: str, declared: bool) -> None:
    assert [act.phrase.declared for act in find_performatives(text, language, "operative")] == [declared]


# Verbs of one subject in a declaration: a further one asks someone to do something, and is no part of what is asked.
SHARED_SUBJECTS = [
    ("We note the chart of the bay, and request the Office to keep it.", ["note", "request"]),
    ("We welcome the pilots, invite the ferrymen to help, and also invite the Office to report.", ["welcome", "invite", "also invite"]),
    ("We encourage States to light the quays, and strongly urge them to repair the lamps.", ["encourage", "strongly urge"]),
    ("Affirm that the sea is free, and urge States to keep it free;", ["Affirm", "urge"]),
    ("We commit to support the pilots, and encourage them to sail.", ["commit"]),
    ("We recognize the need to support the pilots, and encourage them to sail.", ["recognize"]),
    ("We encourage States to sail and urge others to sail.", ["encourage"]),
    ("We note the pilots, direct aid to reach the bay.", ["note"]),
    ("Condemns the wreckers, expresses its strong conviction that they must stop, and urges States to sail;", ["Condemns", "expresses its strong conviction", "urges"]),
    ("Notes the pilots, and request the Office to sail;", ["Notes"]),
    # what points back or aside behind a verb is none of its words, but before what it feels
    ("Demands in this respect the release of the pilots, notes in particular the ice, and recalls in this regard its resolution;", ["Demands", "notes", "recalls"]),
    ("Notes in particular with concern the ice, and calls upon States to sail;", ["Notes in particular with concern", "calls upon"]),
    ("Recognizes the worth of piers, commits to mending them, and recommits itself to peace;", ["Recognizes", "commits", "recommits"]),
    ("Recalls what was given in kind, pledges and contributions;", ["Recalls"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verbs"), SHARED_SUBJECTS)
def test_verbs_of_one_subject(text: str, verbs: list[str]) -> None:
    assert [text[act.phrase.begin : act.phrase.end] for act in find_performatives(text, "en", "operative")] == verbs


FELT = [
    ("Recalls with appreciation the first meeting of pilots;", "EVA"),
    ("Recognizes with deep concern that the lake is dry;", "EVA"),
    ("Recalls with the report its annexes;", "REF"),
    ("Stresses the need to sail with satisfaction;", "ASR"),
]


@pytest.mark.parametrize(("text", "expected"), FELT)
def test_what_is_recalled_or_recognized_with_a_feeling_is_evaluated(text: str, expected: str) -> None:
    assert [act.phrase.class_ for act in find_performatives(text, "en", "operative")] == [expected]


GERUNDS = [
    ("Welcoming its resolution on promoting and encouraging the use of lamps,", ["Welcoming"]),
    ("Concerned that requested and requesting ports are dark,", ["Concerned"]),
    ("Welcoming the lamps and encouraging the ports to light them,", ["Welcoming", "encouraging"]),
]


@pytest.mark.parametrize(("text", "verbs"), GERUNDS)
def test_a_gerund_behind_another_is_no_verb_of_the_organ(text: str, verbs: list[str]) -> None:
    assert [text[act.phrase.begin : act.phrase.end] for act in find_performatives(text, "en", "preamble")] == verbs


def test_verbs_that_share_their_object_have_its_facts() -> None:
    text = "Requests and authorizes the Secretariat to act;"
    assert [text[act.behind : act.reach] for act in find_performatives(text, "en", "operative")] == [
        " the Secretariat to act;"
    ] * 2


def test_a_clause_runs_to_the_next_one() -> None:
    text = "赞赏各国努力，并邀请会员国考虑；"
    first, second = find_performatives(text, "zh", "operative")
    assert (first.start, text[first.start : first.stop]) == (0, "赞赏各国努力，")
    assert text[second.start : second.stop] == "邀请会员国考虑；"
