# ruff: noqa: E501 - cases stand one a line
"""Verbs by their form: what joins the organ's verb is its own too; it is read where it is known, else it is said."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.extract.performatives import find_performatives, read_performatives

CASES = [
    # language, text, verbs that are read, verbs that are said
    ("en", "Urges, and importunes, all ferries to wait;", ["Urges"], ["importunes"]),
    ("en", "Urges and importunes all ferries to wait;", ["Urges"], ["importunes"]),
    ("en", "Dredges the harbour, and requests the Secretary-General to report;", ["requests"], ["Dredges"]),
    ("en", "Strongly dredges the harbour, and requests all pilots to help;", ["requests"], ["dredges"]),
    ("en", "Welcomes the report, and dredges the harbour;", ["Welcomes"], ["dredges"]),
    ("en", "Welcomes the report; dredges the harbour; and requests all pilots to help;", ["Welcomes", "requests"], ["dredges"]),
    ("en", "Calls upon the pilots to wait and importunes both crews to help;", ["Calls upon"], ["importunes"]),
    ("en", "Stresses that the lock, which is old, is shut, and importunes the Secretary-General to mend it;", ["Stresses"], ["importunes"]),
    ("en", "Notes that the lock is shut, and in this regard dredges the harbour;", ["Notes"], ["dredges"]),
    # known verbs that mostly tell what others do
    ("en", "Welcomes the report, and considers that, to this end, locks are needed;", ["Welcomes", "considers"], []),
    ("en", "Welcomes the offer, and accepts the gift;", ["Welcomes", "accepts"], []),
    # in clauses of another subject, of nouns, behind what others are asked
    ("en", "Notes that the lock feeds the canal, and dredges the harbour;", ["Notes"], []),
    ("en", "Welcomes the fund, which lights the quays, and dredges the harbour;", ["Welcomes"], []),
    ("en", "Requests the pilots to mend the locks, quays and bridges in those countries;", ["Requests"], []),
    ("en", "Welcomes the work on locks, policies and programmes that the pilots need;", ["Welcomes"], []),
    ("en", "Invites States, in accordance with their laws and policies, the private sector to help;", ["Invites"], []),
    ("en", "Stresses, in this regard, efforts to mend the lock;", ["Stresses"], []),
    ("en", "The lights of the harbour, and requests made by pilots, are old;", [], []),
    # French
    ("fr", "Se félicite du rapport, et drague le port ;", ["Se félicite"], []),
    ("fr", "Se félicite du rapport, et importune les pilotes afin de les amener à aider ;", ["Se félicite"], ["importune"]),
    ("fr", "Souligne, à cet égard, que la pêche est utile ;", ["Souligne"], []),
    # Chinese: what is said again is the organ's; a verb at the head
    ("zh", "重申其决议，并再次承诺保护湖泊；", ["重申", "再次承诺"], []),
    ("zh", "强调湖泊的价值，再次表示认识到水位下降；", ["强调", "再次表示认识到"], []),
    ("zh", "疏浚该港口，并请秘书长提交报告；", ["请"], ["疏浚该港"]),
    ("zh", "根据专家的建议，再次呼吁各国合作；", ["再次呼吁"], []),
    ("zh", "回顾各国在《灯塔宣言》中确认，湖泊是生命之源，再次承诺保护湖泊；", ["回顾"], []),
    ("zh", "强调渡口停用、再次停用的风险，再次停用的渡口应重建；", ["强调"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "verbs", "unread"), CASES)
def test_what_joins_the_verb_of_the_organ(language: str, text: str, verbs: list[str], unread: list[str]) -> None:
    spoken = read_performatives(text, language, "operative")
    assert [text[act.phrase.begin : act.phrase.end] for act in spoken.acts] == verbs
    assert [text[begin:end] for begin, end in spoken.unread] == unread


OPENINGS = [
    # language, part, opening, (class, band)
    ("en", "operative", "Prohibits the use of mines", ("DEC", None)),
    ("en", "operative", "Mandates the Office to report", ("DIR", "D5")),
    ("en", "operative", "Instructs the Board to act", ("DIR", "D5")),
    ("en", "operative", "Exhorts both parties to talk", ("DIR", "D4")),
    ("en", "operative", "Implores all crews to stop", ("DIR", "D4")),
    ("en", "operative", "Extends until 31 May the mandate of the pilots", ("DEC", None)),
    ("en", "operative", "Entrusts the Office with the task", ("DEC", None)),
    ("en", "operative", "Affirms that the lock is open", ("ASR", None)),
    ("en", "operative", "Condemns in the strongest terms all attacks", ("EVA", None)),
    ("en", "operative", "Decides to remain actively seized of the matter", ("DEC", None)),
    ("en", "operative", "Remains seized of the matter", ("ASR", None)),
    ("en", "operative", "Views with concern the water level", ("EVA", None)),
    ("en", "operative", "Anticipates that the lock will be open", ("EVA", None)),
    ("en", "operative", "Commends to the attention of States the rules", ("DIR", "D1")),
    ("en", "operative", "Commends the pilots", ("EVA", None)),
    ("en", "operative", "Decides to commemorate the opening of the lock", ("DEC", None)),
    ("en", "operative", "Expresses its highest appreciation to the pilots", ("EVA", None)),
    ("en", "preamble", "Acting under Chapter VII of the Charter", ("REF", None)),
    ("en", "preamble", "Having regard to the treaty", ("REF", None)),
    ("en", "preamble", "Determined to protect the lakes", ("ASR", None)),
    ("en", "preamble", "Commemorating the opening of the lock", ("EVA", None)),
    ("en", "preamble", "Saddened by the flood", ("EVA", None)),
    ("fr", "operative", "Charge le secrétariat de faire rapport", ("DIR", "D5")),
    ("fr", "operative", "Interdit la pêche de nuit", ("DEC", None)),
    ("fr", "operative", "Implore les pilotes d’attendre", ("DIR", "D4")),
    ("fr", "preamble", "Agissant en vertu du Chapitre VII de la Charte", ("REF", None)),
    ("zh", "preamble", "以《宪章》的宗旨和原则为指导，", ("REF", None)),
    ("zh", "preamble", "根据《宪章》第七章采取行动，", ("REF", None)),
    ("zh", "operative", "向遇难的引航员致敬；", ("EVA", None)),
    ("zh", "operative", "盛赞引航员的勇气；", ("EVA", None)),
    ("zh", "operative", "以最强烈的措辞谴责袭击；", ("EVA", None)),
    ("zh", "operative", "遗憾地看到水位下降；", ("EVA", None)),
    ("zh", "operative", "对渡口停用感到遗憾；", ("EVA", None)),
    ("zh", "operative", "禁止夜间捕鱼；", ("DEC", None)),
    ("zh", "operative", "委托秘书处拟订计划；", ("DEC", None)),
    ("zh", "operative", "恳求各方停火；", ("DIR", "D4")),
    ("zh", "operative", "决定继续处理此案；", ("DEC", None)),
    ("zh", "operative", "决定纪念灯塔落成一百周年；", ("DEC", None)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "part", "text", "expected"), OPENINGS)
def test_openings_of_any_organ(language: str, part: str, text: str, expected: tuple[str, str | None]) -> None:
    act = find_performatives(text, language, part)[0]
    assert act.place == 0
    assert (act.phrase.class_, act.phrase.stem.band if act.phrase.class_ == "DIR" else None) == expected


@pytest.mark.parametrize(("text", "language", "verbs"), [
    ("盛赞引航员的勇气，并相信各国会合作；", "zh", ["盛赞", "相信"]),
    ("责成秘书处拟订计划，并授权秘书长采取措施；", "zh", ["责成", "授权"]),
    ("请各国以《宪章》为指导，根据决议采取行动；", "zh", ["请"]),
    ("Mandates the Office to keep a list and instructs the Board to act;", "en", ["Mandates", "instructs"]),
    ("Calls upon the pilots to wait, and exhorts both crews to help;", "en", ["Calls upon", "exhorts"]),
    ("Requests the port to hold a fair and exhorts crews to help;", "en", ["Requests", "exhorts"]),
    ("Urges the port, and entreats ferry offices, to help;", "en", ["Urges", "entreats"]),
    ("Requests the port to buy tools and presses for printers;", "en", ["Requests"]),
    ("Notes the mandates, orders and requirements of the pilots;", "en", ["Notes"]),
    ("Welcomes the rule that mandates all ferries to wait;", "en", ["Welcomes"]),
    ("We recall the report, and reaffirm the need for locks;", "en", ["recall", "reaffirm"]),
    ("We recall the need to help pilots, and reaffirm the need for locks;", "en", ["recall"]),
    ("We note that pilots wait, and welcome the help;", "en", ["note"]),
])  # fmt: skip
def test_verbs_of_one_paragraph(text: str, language: str, verbs: list[str]) -> None:
    acts = find_performatives(text, language, "operative")
    assert [text[act.phrase.begin : act.phrase.end] for act in acts] == verbs


HEADS = {
    "en": "United Nations\nA/RES/97/11\n\n97/11. Care of lakes\n\nThe General Assembly,\n\n1. {}\n\n10th plenary meeting\n9 May 2036\n",
    "zh": "联合国\nA/RES/97/11\n\n97/11. 湖泊养护\n\n大会，\n\n1. {}\n\n2036年5月9日\n第10次全体会议\n",
}


def facts(language: str, words: str) -> eco.Facts:
    document = eco.read_text(HEADS[language].format(words))
    return eco.extract_facts(eco.parse_resolution(document))


@pytest.mark.parametrize(("language", "words", "surfaces"), [
    ("en", "Decides that all States shall freeze the funds of the pilots.", ["all States"]),
    ("en", "Decides that the debts of all States shall be cut.", []),
    ("en", "Commends to the attention of Member States the report.", ["Member States"]),
    ("zh", "决定所有会员国均应冻结引航员的资金。", ["所有会员国"]),
    ("zh", "决定最不发达国家的最高摊款比率应为百分之一。", []),
])  # fmt: skip
def test_states_that_shall_do_something_are_addressed(language: str, words: str, surfaces: list[str]) -> None:
    (clause,) = facts(language, words).clauses
    assert [addressee.surface for addressee in clause.addressees] == surfaces


@pytest.mark.parametrize(("language", "words"), [
    ("en", "Prohibits the use of mines in lakes."),
    ("en", "Lifts the measures set out above."),
    ("zh", "禁止在湖泊使用地雷。"),
])  # fmt: skip
def test_what_is_prohibited_is_to_stop(language: str, words: str) -> None:
    (clause,) = facts(language, words).clauses
    assert clause.polarity == "stop"


def test_a_verb_that_is_not_known_is_said_with_its_words() -> None:
    found = facts("en", "Welcomes the report, and dredges the harbour.")
    (doubt,) = (doubt for doubt in found.diagnostics if doubt.code == "verb-unknown")
    assert doubt.message == "dredges: stands where a verb of the organ does, and is none that is known"
    assert found.resolution.document.raw[doubt.start : doubt.end] == "dredges"
