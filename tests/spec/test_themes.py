"""Themes: terms in their sense, and paragraphs in the light of what their resolution is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ecoanalysis.evaluate.against_xml.subjects import SubjectAgreement, agreement
from ecoanalysis.extract import extract_facts
from ecoanalysis.extract.themes import find_themes
from ecoanalysis.extract.themes.procedure import is_formal
from ecoanalysis.extract.themes.subject import subject_of
from ecoanalysis.extract.themes.term_uses import TermPlaces, weigh_themes
from ecoanalysis.extract.themes.theme_hits import theme_hits
from ecoanalysis.extract.themes.theme_words import ThemeSigns, chances, estimated_choice, likely_themes, theme_words
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.resolution import Subject
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_text

SENSES = [
    # language, text, a theme that it is not about, or one that it is about
    ("en", "the Logistics Base in the south", "transport", False),
    ("en", "logistics and ports", "transport", True),
    ("en", "a favourable climate for negotiations", "climate", False),
    ("en", "a climate of trust", "climate", False),
    ("en", "the political climate", "climate", False),
    ("en", "the impact of climate change", "climate", True),
    ("en", "satellite navigation systems", "outer-space", False),
    ("en", "the Democratic People’s Republic of Korea", "governance", False),
    ("en", "the Lao People’s Democratic Republic", "governance", False),
    ("en", "democratic elections", "governance", True),
    ("en", "an oil slick on the coast", "environment", True),
    ("en", "the cessation of hostilities", "peace-security", True),
    ("en", "the beneficial ownership of companies", "finance", True),
    ("en", "the legal entities that own ferries", "international-law", False),
    ("en", "a culture of accountability", "culture-science-education", False),
    ("en", "the verification of stockpiles", "disarmament", True),
    ("en", "nuclear medicine for patients", "disarmament", False),
    ("en", "the taxation of companies", "finance", True),
    ("en", "credits in the amount of 300 dollars", "finance", False),
    ("en", "a visiting mission to Tokelau", "decolonization", True),
    ("en", "the duty station of the staff", "budget-administration", True),
    ("en", "the station of the railway", "budget-administration", False),
    ("en", "ferries of the Crimea", "drugs-crime", False),
    ("en", "the crimes of pirates", "drugs-crime", True),
    ("en", "the temporary occupation of the harbour", "palestine", False),
    ("en", "work-related conflict among clerks", "peace-security", False),
    ("en", "the Comprehensive Nuclear-Test-Ban Treaty", "disarmament", True),
    ("en", "the Comprehensive Nuclear-Test-Ban Treaty", "international-law", False),
    ("en", "the wages of seafarers", "transport", True),
    ("en", "the importance of multilingualism", "culture-science-education", True),
    ("en", "diplomatic and consular premises", "international-law", True),
    ("en", "a clean, healthy and sustainable environment", "human-rights", True),
    ("en", "friendly relations among nations", "peace-security", True),
    ("en", "the Department of Global Communications", "ict", False),
    ("en", "to pay outstanding dues", "budget-administration", True),
    ("en", "contributions earmarked for one programme", "budget-administration", True),
    ("en", "the natural infrastructure of wetlands", "environment", True),
    ("en", "irregular maritime movement of families", "migration-refugees", True),
    ("en", "the return of refugees", "migration-refugees", True),
    ("en", "to attend its sessions without the right to vote", "human-rights", False),
    ("en", "the right to vote of all citizens", "human-rights", True),
    ("en", "the economic and social development of the island", "sustainable-development", True),
    ("en", "the right to education", "culture-science-education", True),
    ("en", "the cash pool of closed missions", "budget-administration", True),
    ("en", "to extend pledged assistance", "humanitarian", True),
    ("en", "pastoralism and cross-border transhumance", "agriculture-food", True),
    ("zh", "领土的经济和社会发展", "sustainable-development", True),
    ("zh", "受教育权", "culture-science-education", True),
    ("zh", "现金池", "budget-administration", True),
    ("zh", "延长特派团任务期限", "peace-security", True),
    ("zh", "召开认捐会议", "humanitarian", True),
    ("zh", "全球传播部的出版物", "ict", False),
    ("zh", "未退还余额", "budget-administration", True),
    ("zh", "不指定用途的捐款", "budget-administration", True),
    ("zh", "山区可持续发展", "sustainable-development", True),
    ("zh", "防止外空军备竞赛", "disarmament", True),
    ("zh", "暂时占领港口", "palestine", False),
    ("zh", "避免利益冲突", "peace-security", False),
    ("zh", "海员的工资", "transport", True),
    ("zh", "使用多种语文", "culture-science-education", True),
    ("zh", "外交和领事馆舍", "international-law", True),
    ("zh", "资本外流", "finance", True),
    ("zh", "停止敌对行动", "peace-security", True),
    ("zh", "工作地点差价调整数", "budget-administration", True),
    ("zh", "企业逃税", "finance", True),
    ("zh", "派遣视察团", "decolonization", True),
    ("zh", "被羁押者", "human-rights", True),
    ("zh", "海湾里的珊瑚", "oceans", True),
    ("zh", "加强问责文化", "culture-science-education", False),
    ("zh", "推广自行车", "transport", True),
    ("zh", "造成环境灾难", "environment", True),
    ("zh", "浮油造成的破坏", "environment", True),
    ("zh", "肌营养不良症", "agriculture-food", False),
    ("zh", "消除营养不良", "agriculture-food", True),
    ("zh", "能源联通", "ict", False),
    ("zh", "东道国的款待", "international-law", False),
    ("zh", "刚果民主共和国", "governance", False),
    ("zh", "民主选举", "governance", True),
    ("zh", "政治气候", "climate", False),
    ("en", "the assistance of the international community", "social-development", False),
    ("en", "pursuant to applicable international law", "international-law", False),
    ("en", "the codification of international law", "international-law", True),
    ("en", "lakes under their jurisdiction or control", "international-law", False),
    ("en", "pending and ageing cases", "social-development", False),
    ("en", "an ageing population", "social-development", True),
    ("en", "the observance of the Olympic Truce", "peace-security", True),
    ("en", "spinners of cotton and other plant fibres", "agriculture-food", True),
    ("en", "the share of ODA given to islands", "finance", True),
    ("zh", "联合国同码头的主人", "institutional-cooperation", False),
    ("zh", "依照国际法", "international-law", False),
    ("zh", "编纂国际法", "international-law", True),
    ("zh", "邀请学术界", "culture-science-education", False),
    ("zh", "学术研究", "culture-science-education", True),
    ("zh", "衡平征税基金", "finance", False),
    ("zh", "公平和平等", "peace-security", False),
    ("zh", "强调解决渡船问题", "peace-security", False),
    ("zh", "普通信托基金", "ict", False),
    ("zh", "经济、社会和环境", "environment", False),
    ("zh", "遵守奥林匹克休战", "peace-security", True),
    ("zh", "特遣队人员费用偿还率", "budget-administration", True),
    ("zh", "与水有关的会议", "water", True),
    ("en", "the danger of nuclear war", "peace-security", False),
    ("en", "a treaty on the time of war", "peace-security", False),
    ("en", "the aftermath of the war", "peace-security", True),
    ("en", "ferries of the Caribbean Community", "social-development", False),
    ("en", "Invites museums, academia and the press", "culture-science-education", True),
    ("en", "Invites academia and the press", "culture-science-education", False),
    ("en", "an emergency special session", "humanitarian", False),
    ("en", "the emergency of the flooded villages", "humanitarian", True),
    ("en", "the safety of media workers", "social-development", False),
    ("en", "a boat on the Black Sea", "oceans", False),
    ("en", "the depth of the sea", "oceans", True),
    ("en", "countries of origin, transit and destination", "tourism", False),
    ("en", "the parents or legal guardians", "international-law", False),
    ("en", "civilian, military and police experts", "peace-security", False),
    ("en", "sport as a vehicle of peace", "transport", False),
    ("en", "to bridge the gap", "transport", False),
    ("en", "a bridge across the gorge", "transport", True),
    ("en", "in conformity with international law", "international-law", False),
    ("en", "illicit manufacturing of pistols", "industry", False),
    ("en", "the chain of volcanoes", "disaster-risk", False),
    ("en", "a volcano of the islands", "disaster-risk", True),
    ("en", "the pensions of clerks", "budget-administration", True),
    ("en", "those who went missing are reported missing", "humanitarian", True),
    ("en", "broadcasting in six languages", "ict", True),
    ("en", "the Tax Equalization Fund", "finance", False),
    ("en", "experts on mission", "international-law", True),
    ("en", "islands of the Indian Ocean", "oceans", False),
    ("en", "affordable antiretroviral drugs", "drugs-crime", False),
    ("en", "the report on the next biennium", "budget-administration", False),
    ("zh", "长期和平等的代表权", "peace-security", False),
    ("zh", "不容许以武力获取领土", "peace-security", True),
    ("zh", "外层空间用于和平目的", "peace-security", False),
    ("zh", "和平利用外层空间", "peace-security", False),
    ("zh", "实现和平", "peace-security", True),
    ("zh", "预防和解决渡船问题", "peace-security", False),
    ("zh", "民族和解", "peace-security", True),
    ("zh", "按性别和年龄分列", "women", False),
    ("zh", "不同性别的乘客", "women", True),
    ("zh", "国家自主权", "peace-security", False),
    ("zh", "非歧视的运费", "human-rights", False),
    ("zh", "自由选择的航线", "human-rights", False),
    ("zh", "建议会员国修桥", "governance", False),
    ("zh", "议会辩论", "governance", True),
    ("zh", "囚犯的子女", "women", False),
    ("zh", "符合国际法", "international-law", False),
    ("zh", "经济、社会和文化权利", "culture-science-education", False),
    ("zh", "不扩散核武器条约缔约国", "disarmament", True),
    ("zh", "洪灾过后", "disaster-risk", True),
    ("zh", "电视和广播", "ict", True),
    ("zh", "特别政治任务", "peace-security", True),
    ("zh", "举行大选", "governance", True),
    ("en", "nuclear arms in silos", "disarmament", True),
    ("en", "nuclear power for villages", "disarmament", False),
    ("en", "the nests and habitats of storks", "environment", True),
    ("en", "the branch of UN-Habitat in the valley", "environment", False),
    ("en", "the protection of the global climate", "climate", True),
    ("en", "to stereotype people because of their religion or belief", "human-rights", True),
    ("en", "to stereotype people because of their religion or belief", "culture-science-education", False),
    ("en", "the religious songs of the valley", "human-rights", False),
    ("en", "the inspectors of the Joint Inspection Unit", "budget-administration", True),
    ("en", "the inspection of ferries", "budget-administration", False),
    ("en", "children formerly associated with armed groups", "children-youth", True),
    ("en", "the armed groups of the valley", "children-youth", False),
    ("en", "standards of living of weavers", "social-development", True),
    ("en", "standards of weaving", "social-development", False),
    ("en", "the Addis Ababa Action Agenda", "finance", True),
    ("en", "a ferry to Addis Ababa", "finance", False),
    ("zh", "仓库里的核武库", "disarmament", True),
    ("zh", "核电站的渡船", "disarmament", False),
    ("zh", "鹳鸟的生境", "environment", True),
    ("zh", "基于宗教或信仰的成见", "human-rights", True),
    ("zh", "山谷里的宗教歌曲", "human-rights", False),
    ("zh", "联检组的报告", "budget-administration", True),
    ("zh", "检查渡船", "budget-administration", False),
    ("zh", "亚的斯亚贝巴行动议程", "finance", True),
    ("zh", "开往亚的斯亚贝巴的班车", "finance", False),
    ("zh", "条约缔约国", "international-law", False),
    ("zh", "不同缔约国的渡船", "international-law", False),
    ("en", "peace with any religion, nationality or village", "culture-science-education", False),
    ("en", "vacancies in the secretariat", "budget-administration", True),
    ("zh", "任何宗教、国籍或村庄", "culture-science-education", False),
    ("en", "the remuneration of clerks", "budget-administration", True),
    ("en", "the price of salt", "trade", False),
    ("en", "advanced communications technology", "ict", True),
    ("en", "the access to justice of widows", "human-rights", True),
    ("en", "the transatlantic slave trade", "trade", False),
    ("en", "the transatlantic slave trade", "human-rights", True),
    ("en", "ships beyond national jurisdiction", "oceans", True),
    ("en", "ships within national jurisdiction", "oceans", False),
    ("en", "the bribery of customs officers", "drugs-crime", True),
    ("en", "athletes of the valley", "culture-science-education", True),
    ("en", "the depletion of the ozone layer", "environment", True),
    ("en", "the exchange rate of the village", "finance", True),
    ("en", "those who are imprisoned", "human-rights", True),
    ("en", "a landslide in the gorge", "disaster-risk", True),
    ("en", "the plutonium in the warehouse", "disarmament", True),
    ("en", "the harvest of maize and rice", "agriculture-food", True),
    ("en", "a prison for price clerks", "trade", False),
    ("en", "a bombing of the ferry", "peace-security", True),
    ("en", "helicopters of the fishermen", "oceans", True),
    ("zh", "文员的薪酬", "budget-administration", True),
    ("zh", "食盐的价格", "trade", False),
    ("zh", "先进的通信技术", "ict", True),
    ("zh", "寡妇诉诸司法的机会", "human-rights", True),
    ("zh", "跨大西洋奴隶贸易", "human-rights", True),
    ("zh", "国家管辖范围以外的渡船", "oceans", True),
    ("zh", "国家管辖范围内的渡船", "oceans", False),
    ("zh", "贿赂文员", "drugs-crime", True),
    ("zh", "山谷里的运动员", "culture-science-education", True),
    ("zh", "臭氧层耗竭", "environment", True),
    ("zh", "村庄的汇率", "finance", True),
    ("zh", "峡谷里的山体滑坡", "disaster-risk", True),
    ("zh", "仓库里的钚", "disarmament", False),
    ("zh", "玉米和大米的收成", "agriculture-food", True),
    ("zh", "化学课的教师", "disarmament", False),
    ("en", "from the occupied Syrian Golan", "peace-security", True),
    ("en", "from the occupied Syrian Golan", "palestine", False),
    ("zh", "从戈兰撤出", "peace-security", True),
    ("en", "the cleanup of the beaches", "environment", True),
    ("en", "bicycling in the valley", "transport", True),
    ("en", "day of plant health", "agriculture-food", True),
    ("en", "the power plant", "agriculture-food", False),
    ("en", "care work of neighbours", "social-development", True),
    ("en", "handle with care", "social-development", False),
    ("en", "standards of travel", "budget-administration", True),
    ("en", "the travel of pilgrims", "budget-administration", False),
    ("en", "illicit financial flows", "finance", True),
    ("en", "hired mercenaries", "peace-security", True),
    ("zh", "骑自行车上学", "transport", True),
    ("zh", "照护工作", "social-development", True),
    ("zh", "商务舱舱位", "budget-administration", True),
    ("zh", "仓位", "budget-administration", False),
    ("zh", "非法资金流动", "finance", True),
    ("zh", "雇佣军", "peace-security", True),
    ("zh", "雇佣劳动", "peace-security", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "theme", "about"), SENSES)
def test_a_term_counts_in_its_sense(language: str, text: str, theme: str, about: bool) -> None:
    assert (theme in {hit.theme for hit in find_themes(text, language)}) is about


def test_a_theme_is_claimed_only_where_a_term_of_it_stands() -> None:
    raw = """77/1. Railways

The General Assembly,

Recalling its resolution 76/1 on railways,

1. Welcomes the new railways and ports;

2. Requests the Secretary-General to report to it in two years.
"""
    facts = extract_facts(parse_resolution(read_text(raw)))
    shown = {(theme.paragraph, raw[term.start : term.end]) for theme in facts.themes for term in theme.evidence}
    assert shown == {("P1", "railway"), ("1", "railway"), ("1", "port")}
    assert {theme.theme for theme in facts.themes} == {"transport"}  # and none for the report in two years


IMPLIED = [
    # a paragraph of a resolution on railways, and the themes that it has: what the title says where it says something
    ("Requests the Secretary-General to continue to assist in taking the measures mentioned above;", ["transport"]),
    ("Welcomes the active part that the neighbouring provinces have taken in this work;", ["transport"]),
    ("Calls upon hospitals to vaccinate nurses against malaria;", ["health"]),
    ("Calls upon hospitals to vaccinate nurses against malaria, tuberculosis and influenza;", ["health"]),
    ("Takes note of the report of the Secretary-General;", []),
    ("Recalls its resolution 76/1 of 6 December 2021;", []),
    ("Decides to remain seized of the matter;", []),
    ("Decides to remain actively seized of the matter, on the basis of the reports of the experts on women;", []),
    ("Requests the Secretary-General to submit to it a report on the implementation of the present resolution;", []),
    ("Requests the Secretary-General to take the action necessary to implement the present resolution;", []),
    ("Requests the Secretary-General to submit a report on the implementation of the present resolution, entitled "
     "“Follow-up to the congress of museums and schools”;", []),
    ("Requests the Secretary-General to report on the present resolution and on the railways;", ["transport"]),
    ("Stresses that the cost of all activities that may arise from the implementation of the present resolution should "
     "be met from voluntary contributions, including from museums;", []),
    ("Stresses that the cost of railways should be met from voluntary contributions;",
     ["budget-administration", "transport"]),
    ("Requests the Secretary-General to bring the present resolution to the attention of all museums;", []),
    ("Requests the Secretary-General to bring the museums to the attention of all;", ["culture-science-education"]),
    # nor where all that is asked only prepares further work: views, records, who attends, who presides
    ("Requests the Secretary-General, in the meantime, to seek the views of Member States on the matter and to report "
     "on it to the General Assembly at its eightieth session;", []),
    ("Requests the Secretary-General to transmit the records of that session to the Director of the Agency;", []),
    ("Decides to invite representatives of the neighbouring provinces and of their unions as observers;", []),
    ("Decides that the Bureau shall be co-chaired by one developed and one developing province;", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "themes"), IMPLIED)
def test_what_the_title_says_is_meant_where_the_paragraph_says_something(words: str, themes: list[str]) -> None:
    raw = f"""77/1. Railways

The General Assembly,

Recalling its resolution 76/1 on railways,

1. Welcomes the new railways and ports;

2. {words}

3. Welcomes the railways of the valley.
"""
    facts = extract_facts(parse_resolution(read_text(raw)))
    here = [theme for theme in facts.themes if theme.paragraph == "2"]
    assert [theme.theme for theme in sorted(here, key=lambda theme: -theme.score)] == themes
    shown = {theme.theme: [raw[term.start : term.end] for term in theme.evidence] for theme in here}
    assert [words.lower() for words in shown.get("transport", ["Railway"])] == ["railway"]  # the title’s, or its own


FORMAL = [
    # the clauses of a paragraph, without its names: whether they speak of the resolution and its matter alone
    ("zh", ["向其第七十九届会议提交关于本决议执行情况的进展报告，题为“后续落实新城市议程”"], True),
    ("zh", ["向其第七十九届会议提交关于新城市议程的报告"], False),
    ("zh", ["总干事就上述事项向 下届年会汇报最新情况"], True),
    ("zh", ["与 总干事合作，在闭会期间征求各会员国的意见，并附上按照前文第5段收到的材料"], True),
    ("zh", ["，题为“灌溉”的报告", "就此向 提出报告"], True),
    ("zh", ["增加渡口的班次", "就此向 提出报告"], False),
    ("zh", ["第三次会议将于 上午10时至下午1时举行"], True),
    ("zh", ["就渡口的安全征求各会员国的意见"], False),
    ("zh", ["提高其效率，并就此向会员国提出建议"], False),
    ("en", ["to submit a report on the implementation of the present resolution, entitled “Railways”"], True),
    ("en", ["to submit a report entitled “Railways”"], False),
]


@pytest.mark.parametrize(("language", "clauses", "formal"), FORMAL)
def test_what_a_report_on_the_resolution_is_called_is_no_matter(
    language: str, clauses: list[str], formal: bool
) -> None:
    assert is_formal(clauses, language) is formal


MAIN = [
    # a sentence with a matter and what it is for, or the other way round: an aim counts less than what serves it
    ("en", "Stresses that loans further sustainable development", "finance"),
    (
        "en",
        "Stresses that the 2030 Agenda and the Rio Declaration need sustainable development and loans",
        "sustainable-development",
    ),
    ("zh", "强调贷款促进可持续发展目标", "finance"),
    ("zh", "重申题为“变革我们的世界：2030年可持续发展议程”的决议，其中谈到贷款", "sustainable-development"),
]


@pytest.mark.parametrize(("language", "text", "theme"), MAIN)
def test_the_main_theme_is_the_matter_not_its_aim(language: str, text: str, theme: str) -> None:
    assert find_themes(text, language)[0].theme == theme


LISTED = [
    # an item in the midst of a list is one of several: what stands alone comes before it
    ("en", "schools, railways and lanterns, and the ports of the valley", ["transport", "culture-science-education"]),
    ("en", "lanterns, schools and ropes near railways", ["transport", "culture-science-education"]),
    ("en", "lanterns and ropes of schools near railways", ["culture-science-education", "transport"]),
    ("zh", "灯笼、学校和绳子旁的铁路", ["transport", "culture-science-education"]),
    ("zh", "学校旁的铁路", ["culture-science-education", "transport"]),
]


@pytest.mark.parametrize(("language", "words", "themes"), LISTED)
def test_an_item_in_the_midst_of_a_list_counts_less(language: str, words: str, themes: list[str]) -> None:
    assert [hit.theme for hit in find_themes(words, language)] == themes


JOINED = [
    # of two matters that are joined the first is the main one, in the text and among the clauses
    ("Welcomes the museum of the valley, and requests the Secretary-General to assist in repairing the railways;",
     "culture-science-education"),
    ("Welcomes the railways of the valley, and requests the Secretary-General to assist in repairing the museum;",
     "transport"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "theme"), [("museums and railways", "culture-science-education"), ("railways and museums", "transport")]
)
def test_of_two_terms_the_first_weighs_more(words: str, theme: str) -> None:
    assert find_themes(f"Requests the Secretary-General to assist {words}", "en")[0].theme == theme


@pytest.mark.parametrize(("words", "theme"), JOINED)
def test_of_two_matters_the_first_is_the_main_one(words: str, theme: str) -> None:
    facts = extract_facts(parse_resolution(read_text(f"77/1. The valley\n\nThe General Assembly,\n\n1. {words}\n")))
    assert max(facts.themes, key=lambda hit: hit.score).theme == theme


SETTING = [
    # words of the setting say less of the matter than those of the act: the territory, what it is all for
    ("en", "Requests the administering Power to protect the forests of the Territory", "environment"),
    ("en", "Stresses that the Territory has a right to self-determination", "decolonization"),
    ("zh", "请管理国保护该领土的森林", "environment"),
    ("zh", "强调该领土享有自决权", "decolonization"),
    ("en", "Invites States to further South-South and triangular cooperation", "sustainable-development"),
    ("en", "Invites the resident coordinators and the United Nations development system", "sustainable-development"),
    ("en", "Invites the two organizations to conclude a cooperation agreement", "institutional-cooperation"),
    ("zh", "邀请各国推动南南合作和三方合作", "sustainable-development"),
    ("zh", "邀请两组织缔结合作协定", "institutional-cooperation"),
]


@pytest.mark.parametrize(("language", "words", "theme"), SETTING)
def test_the_main_theme_is_the_matter_not_its_setting(language: str, words: str, theme: str) -> None:
    assert find_themes(words, language)[0].theme == theme


BESIDE = [
    # the same words between paragraphs on two matters are on that of their neighbours
    ("forests", "environment"),
    ("museums", "culture-science-education"),
]


@pytest.mark.parametrize(("words", "theme"), BESIDE)
def test_the_paragraphs_beside_it_decide_between_themes(words: str, theme: str) -> None:
    near, far = f"Welcomes the {words};", "Welcomes the museums;" if words == "forests" else "Welcomes the forests;"
    points = [near, "Notes the work on wildlife and schools;", near, near, far, far, far]
    raw = "\n\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    facts = extract_facts(parse_resolution(read_text(f"77/1. The valley\n\nThe General Assembly,\n\n{raw}\n")))
    here = [hit for hit in facts.themes if hit.paragraph == "2"]
    assert max(here, key=lambda hit: hit.score).theme == theme


PROCEDURE = [
    # a paragraph of a resolution on railways, and its themes: none where all that it asks for is an act of procedure
    ("Decides that the Conference shall be open to all States and to the World Health Organization;", []),
    ("Decides that the preparatory committee shall have a Bureau of three members;", []),
    ("Requests the Committee on railways to report on its work;", []),
    ("Requests the Committee to report on its work and on vaccines;", ["health"]),
    ("Decides to hold the museums open to all provinces;", ["culture-science-education"]),
    ("Requests the Secretary-General to submit at its next session a report on what was done to carry out the present "
     "resolution, including recommendations on locomotives;", []),
    ("Requests the Committee to inform it of the implementation of the present resolution, with tables of trains;", []),
    ("Requests the Secretary-General to submit a report on the present resolution and on vaccines;", ["health"]),
    ("Requests the Committee to consider the question of railways and to report on the present resolution;", []),
    ("Requests the Secretary-General to seek the views of States and to report on the present resolution;", []),
    ("Requests the Committee to report on its annual activities;", []),
    ("Requests the Chair to draw up a list of other representatives of railway companies that may take part;", []),
    ("Decides to reschedule the Conference on Railways and to hold it in two parts;", []),
    ("Requests the Committee to build railways as set out in the present resolution;", ["transport"]),
    ("Requests the Committee to submit to the Assembly at its next session a report on its work;", []),
    ("Requests the Secretary-General to submit a report on the present resolution, and decides to include in the "
     "provisional agenda of its eightieth session the item entitled “Vaccines and museums”;", []),
    ("Requests the Secretary-General to inform the Assembly of the implementation of the Decade;", []),
    ("Requests the Secretary-General to inform the Assembly of the implementation of the museum laws;",
     ["culture-science-education", "transport"]),
    ("Encourages all States to continue the substantive dialogue on an informal basis during the session;", []),
    ("Encourages all States to continue the dialogue on vaccines;", ["health"]),
    ("Decides that a written summary of the deliberations shall be prepared by the Committee;", []),
    ("Decides that the Committee shall comprise ten members who are experts on their own;", []),
    ("Decides that Chad and Fiji shall become members of the Committee;", []),
    ("Requests the Secretary-General to appoint two facilitators for the meeting;", []),
    ("Requests the Secretary-General to appoint doctors and nurses for the vaccines;", ["health"]),
    ("Encourages participation in the Conference at the highest level;", []),
    ("Encourages participation in vaccination;", ["health"]),
    ("Invites States to submit their comments on the draft articles;", []),
    ("Requests the President to take all necessary steps to arrange the high-level meeting;", []),
    ("Decides to remain seized of the matter;", []),
    ("Urges all States to remain seized of the issue and to promote the building of railways;", ["transport"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "themes"), PROCEDURE)
def test_what_only_asks_for_procedure_has_no_theme(words: str, themes: list[str]) -> None:
    assert (
        _themes_between("77/1. Railways", "The General Assembly,", "1. Welcomes the railways;", f"2. {words}") == themes
    )


PROCEDURE_ZH = [
    ("请铁路委员会向大会提交工作报告；", []),
    ("决定召开两届筹备委员会会议，会期不超过七天；", []),
    ("决定主席团由两个会员国担任共同主席；", []),
    ("邀请各非政府组织登记，以便参加铁路问题会议；", []),
    ("请秘书长将本决议转递各铁路公司；", []),
    ("请秘书长向大会提交报告，说明本决议的执行情况，其中建议如何修建铁路；", []),
    ("请秘书长在一百天内报告决议执行情况，并每年报告铁路委员会的活动；", []),
    ("请特别委员会继续审查铁路问题，并就此问题和本决议的执行情况向大会提出报告；", []),
    ("敦促各区域国家组提名铁路委员会主席人选；", []),
    ("决定上述铁路会议应在各国派出高级别代表的情况下举行；", []),
    ("请秘书长提交关于本决议执行情况和疫苗的报告；", ["health", "transport"]),
    ("请秘书长提供本决议所说的机车；", ["transport"]),
    ("请秘书长向大会提交关于疫苗的报告；", ["health"]),
    ("邀请各国参加疫苗接种；", ["health"]),
    ("决定铁路问题工作组应对所有会员国开放；", []),
    ("决定铁路对所有企业开放；", ["transport"]),
    ("鼓励各国继续在非正式基础上进行实质性对话；", []),
    ("请委员会主席继续与委员会成员进行非正式协商；", []),
    ("邀请各国提交书面评论和意见；", []),
    ("请秘书处编写关于铁路会议审议情况的摘要；", []),
    ("请秘书长将委员会的会议记录转交给铁路联盟；", []),
    ("请秘书长将疫苗转交给医院；", ["health"]),
    ("邀请秘书长向大会通报国际十年的落实情况；", []),
    ("请铁路委员会向大会报告上述谈判的结果；", []),
    ("请秘书长每三个月提交报告，介绍铁路状况和本决议的执行进展；", []),
]


@pytest.mark.parametrize(("words", "themes"), PROCEDURE_ZH)
def test_what_only_asks_for_procedure_has_no_theme_in_chinese(words: str, themes: list[str]) -> None:
    assert _themes_between("77/1. 铁路", "大会，", "1. 欢迎各条铁路；", f"2. {words}") == themes


def _themes_between(*paragraphs: str) -> list[str]:
    """The themes of a resolution's paragraph 2, the heaviest first."""
    facts = extract_facts(parse_resolution(read_text("\n\n".join(paragraphs) + "\n")))
    here = [theme for theme in facts.themes if theme.paragraph == "2"]
    return [theme.theme for theme in sorted(here, key=lambda theme: -theme.score)]


def test_a_list_of_many_themes_has_its_heaviest() -> None:
    words = "railways, museums, refugees, weapons, forests, hospitals, prisons, tariffs, loans and loans, satellites"
    assert find_themes(f"Notes what it does about {words}", "en")[0].theme == "finance"


PLACED = [
    # what is asked, and the main theme: terms count less in names, in parties, in what is added
    ("Requests the Food and Agriculture Organization of the United Nations to provide vaccines;", "health"),
    ("Invites universities to plant trees for reforestation;", "environment"),
    ("Urges States to protect children, including against racism;", "children-youth"),
    ("Urges States to fight racism, including among children;", "human-rights"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "theme"), PLACED)
def test_what_is_asked_counts_more_than_who_and_how(words: str, theme: str) -> None:
    facts = extract_facts(parse_resolution(read_text(f"77/1. The valley\n\nThe General Assembly,\n\n1. {words}\n")))
    assert max(facts.themes, key=lambda hit: hit.score).theme == theme


BEGUN = [
    # what is welcomed or asked for stands first; what it has to do with, at the end
    ("Welcomes the railways that carry visitors from the remotest villages of the northern valley to a museum;",
     "transport"),
    ("Welcomes the museums that show visitors from the remotest villages of the northern valley a railway;",
     "culture-science-education"),
    ("Requests the mayors of all the remotest villages of the whole northern valley and of the southern one to repair "
     "the railways that carry those who visit their grandparents in summer or in winter to a museum;", "transport"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "theme"), BEGUN)
def test_where_the_matter_begins_counts_more(words: str, theme: str) -> None:
    facts = extract_facts(parse_resolution(read_text(f"77/1. The valley\n\nThe General Assembly,\n\n1. {words}\n")))
    assert max(facts.themes, key=lambda hit: hit.score).theme == theme


OBJECT = [
    # of a resolution on railways: the object is the matter, not the title's where that only says which villages
    ("Calls upon States to open museums, schools and universities in the villages of the valley that the railways have "
     "reached;", "culture-science-education"),
    ("Calls upon States to repair the railways of the valley, and the ports, to the villages that have museums and "
     "schools;", "transport"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "theme"), OBJECT)
def test_the_object_counts_more_than_the_title(words: str, theme: str) -> None:
    assert (
        _themes_between("77/1. Railways", "The General Assembly,", "1. Welcomes the railways;", f"2. {words}")[0]
        == theme
    )


SAID = [
    # a word said again counts less than other words of a theme do, and one late in a text less than one that begins it
    ("en", "railways and railways, museums and schools", "culture-science-education"),
    ("en", "museums and museums, railways and ports", "transport"),
    ("en", "railways and museums", "transport"),
    ("en", "museums and railways", "culture-science-education"),
    ("zh", "铁路和铁路需要博物馆和学校", "culture-science-education"),
    ("zh", "博物馆和博物馆需要铁路和海港", "transport"),
    ("zh", "铁路和博物馆", "transport"),
    ("zh", "博物馆和铁路", "culture-science-education"),
]


@pytest.mark.parametrize(("language", "text", "theme"), SAID)
def test_what_is_said_first_and_in_several_words_counts_more(language: str, text: str, theme: str) -> None:
    assert find_themes(text, language)[0].theme == theme


def test_what_a_resolution_is_for_adds_less_where_a_paragraph_has_a_matter() -> None:
    """Of islands and their sustainable development: what is said of schools is about schools."""
    subject = {"sustainable-development": 0.8}
    both = weigh_themes("Welcomes the schools of the developing countries", "en")
    alone = weigh_themes("Welcomes the efforts of the developing countries", "en")
    assert [hit.theme for hit in theme_hits(both, subject)] == ["culture-science-education", "sustainable-development"]
    assert [hit.theme for hit in theme_hits(alone, subject)] == ["sustainable-development"]


ARRANGED = [
    ("77/1. Modalities of the high-level meeting on railways", []),
    ("77/1. The high-level meeting on railways", ["transport"]),
    ("77/1. Railways and their Accelerated Modalities of Action", ["transport"]),
]


@pytest.mark.parametrize(("title", "themes"), ARRANGED)
def test_where_a_meeting_is_arranged_its_matter_is_not_implied(title: str, themes: list[str]) -> None:
    raw = f"{title}\n\nThe General Assembly,\n\n1. Invites all Member States to attend it in great number;\n"
    facts = extract_facts(parse_resolution(read_text(raw)))
    assert [theme.theme for theme in facts.themes if theme.paragraph == "1"] == themes


def test_what_is_spoken_of_once_is_not_the_subject() -> None:
    paragraphs = [
        weigh_themes(text, "en") for text in ("railways", "ports", "roads and railways", "the rights of women")
    ]
    subject = subject_of([], paragraphs)
    assert max(subject, key=lambda theme: subject[theme]) == "transport"
    assert theme_hits(weigh_themes("Takes note of the report", "en"), subject) == []


def test_of_two_themes_alike_the_resolutions_is_first() -> None:
    text = weigh_themes("weapons in outer space", "en")
    first = [theme_hits(text, {theme: 1.0})[0].theme for theme in ("outer-space", "disarmament")]
    assert first == ["outer-space", "disarmament"]


def test_headings_of_an_indexer_are_an_outside_check() -> None:
    raw = "77/1. Railways\n\nThe General Assembly,\n\n1. Welcomes the new railways and ports;\n"
    facts = extract_facts(parse_resolution(read_text(raw)))
    for heading, agrees in (("RAILWAYS", 1), ("REFUGEES", 0)):
        resolution = replace(
            facts.resolution, subjects=(Subject("UNBIS", heading, heading), Subject("SDG", "9", "sdg 9"))
        )
        assert agreement(replace(facts, resolution=resolution)) == SubjectAgreement(1, agrees, 1, 1)
    assert agreement(facts) == SubjectAgreement()


def test_a_text_that_is_about_nothing_has_no_theme() -> None:
    assert theme_hits(weigh_themes("Takes note of the report", "en"), {}) == []
    assert subject_of([], []) == {}


def test_a_general_theme_of_the_title_is_meant_only_where_nothing_else_is_spoken_of() -> None:
    """Cooperation between the United Nations and a league says with whom, not on what."""
    implied = {"institutional-cooperation": 1.0}
    hits = [theme_hits(weigh_themes(words, "en"), {}, implied) for words in ("to build railways", "to go on")]
    assert [[hit.theme for hit in each] for each in hits] == [["transport"], ["institutional-cooperation"]]


GENERAL = [
    # of a league with which the organ cooperates: the matter is first where it is named
    ("en", "Notes the work of the two organizations on railways", "transport"),
    ("en", "Notes the work of the two organizations", "institutional-cooperation"),
    ("zh", "注意到两组织在铁路方面的工作", "transport"),
    ("zh", "注意到两组织的工作", "institutional-cooperation"),
]


@pytest.mark.parametrize(("language", "words", "theme"), GENERAL)
def test_what_is_done_comes_before_with_whom(language: str, words: str, theme: str) -> None:
    subject = {"institutional-cooperation": 0.6, "transport": 0.2}
    assert theme_hits(weigh_themes(words, language), subject)[0].theme == theme


def test_a_name_says_its_theme_once() -> None:
    words = "the United Nations Educational, Scientific and Cultural Organization"
    name, free = TermPlaces([(4, len(words))]), weigh_themes("education; science; culture", "en").weight
    assert weigh_themes(words, "en", name).weight == {"culture-science-education": pytest.approx(2.95, rel=0.05)}
    assert free == {"culture-science-education": pytest.approx(7, rel=0.05)}


def test_of_several_themes_of_a_title_the_greatest_is_meant() -> None:
    """None of them is what two paragraphs in five say."""
    matter = "1. Welcomes the railways;\n\n2. Welcomes the work of the valley, and recalls what else was given;"
    raw = f"77/1. Relief and railways for refugees\n\nThe General Assembly,\n\n{matter}\n"
    facts = extract_facts(parse_resolution(read_text(raw)))
    here = {theme.theme for theme in facts.themes if theme.paragraph == "2"}
    assert here == {"transport"}


def test_words_without_terms_show_what_they_say() -> None:
    """A theme that no term speaks of comes in where words that readers saw beside it make it likely, and shows them."""
    around = ThemeSigns({}, {"trade": 0.8}, {})
    text = "Notes also the markets"
    hits = likely_themes([], around, theme_words(text, "en"))
    assert [(hit.theme, [text[start:end] for start, end in hit.evidence]) for hit in hits] == [("trade", ["markets"])]
    (likely,) = likely_themes([], around, theme_words("Notes also a round of it", "en"))
    assert (likely.theme, likely.evidence) == ("trade", ())  # no single word says it
    assert not likely_themes([], around, theme_words("", "en"))  # nothing said, nothing shown


def test_where_words_touch_whole_ones_are_shown() -> None:
    """What is weighed are two signs in a row, such as 国系; what is shown, the words that they stand in."""
    text = "赞赏联合国系统各机构的工作"
    shown = [text[start:end] for start, end in theme_words(text, "zh").evidence("institutional-cooperation", 0.8)]
    whole = [text[word.start : word.end] for word in language_of("zh").word_classes(text)]
    assert shown
    assert all(
        any(
            words == "".join(whole[first:last])
            for first in range(len(whole))
            for last in range(first + 1, len(whole) + 1)
        )
        for words in shown
    )


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_the_chances_of_all_themes_and_none_are_one(language: str) -> None:
    says = theme_words("Requests ferries 请渡轮 traversiers", language).says(1.0)
    assert sum(chances(ThemeSigns({"trade": 1.0}, {}, {}), says, estimated_choice()).values()) == pytest.approx(1)
