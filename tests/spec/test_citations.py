# ruff: noqa: E501 - cases stand one a line
"""Citations and dates as tables."""

from __future__ import annotations

import pytest

from ecoanalysis.extract import citations, extract_facts
from ecoanalysis.extract.citations import find_citations
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.language import Language, _table
from ecoanalysis.parse import parse_resolution
from ecoanalysis.parse.head.dates import find_dates
from ecoanalysis.read import read_text

CITED: list[tuple[str, str, str, list[str | None]]] = [
    ("zh", "GA", "第50/1、51/21和52/19号决议", ["A/RES/50/1", "A/RES/51/21", "A/RES/52/19"]),
    ("zh", "GA", "安全理事会第1373(2001)号决议", ["S/RES/1373 (2001)"]),
    ("zh", "ECOSOC", "其2006年7月28日第2006/46号决议", ["E/RES/2006/46"]),
    ("zh", "GA", "第55/488号决定", ["A/DEC/55/488"]),
    ("zh", "GA", "大会第217A(III)号决议", ["A/RES/217 A (III)"]),
    ("zh", "GA", "大会第ES-10/13号决议", ["A/RES/ES-10/13"]),
    ("zh", "GA", "人权理事会2022年10月6日第51/4号决议", ["A/HRC/RES/51/4"]),
    ("zh", "GA", "见A/66/601-S/2011/767，附件。", ["A/66/601-S/2011/767"]),
    ("zh", "GA", "联合国，《条约汇编》，第 2562 卷，第 45696 号。", ["UNTS 2562/45696"]),
    ("en", "GA", "its resolutions 50/1 of 12 October 1995 and 51/21 of 27 November 1996", ["A/RES/50/1", "A/RES/51/21"]),
    ("en", "GA", "Security Council resolution 242 (1967)", ["S/RES/242 (1967)"]),
    ("en", "GA", "Ibid., vol. 1079, No. 16510.", ["UNTS 1079/16510"]),
    # the organ named governs its whole list, until another is named or "its" turns back to the adopting organ
    ("en", "GA", "Human Rights Council resolutions 9/3 of 24 September 2008, 12/7 of 1 October 2009 and 15/23 of 1 October 2010", ["A/HRC/RES/9/3", "A/HRC/RES/12/7", "A/HRC/RES/15/23"]),
    ("en", "GA", "the Human Rights Council, in its resolutions 9/3 and 15/23", ["A/HRC/RES/9/3", "A/HRC/RES/15/23"]),
    ("en", "GA", "Human Rights Council resolution 9/3 and its resolution 70/1", ["A/HRC/RES/9/3", "A/RES/70/1"]),
    ("en", "HRC", "General Assembly resolution 60/251 and Council resolution 5/1", ["A/RES/60/251", "A/HRC/RES/5/1"]),
    ("en", "GA", "Council resolution 2021/5", ["E/RES/2021/5"]),
    ("en", "GA", "Council resolution 1540 (2004)", ["S/RES/1540 (2004)"]),
    ("en", "GA", "Commission resolution 3/1 and Governing Council decision 27/2", [None, None]),
    ("zh", "GA", "人权理事会2008年9月24日第9/3号、2009年10月1日第12/7号和2010年10月1日第15/23号决议", ["A/HRC/RES/9/3", "A/HRC/RES/12/7", "A/HRC/RES/15/23"]),
    ("zh", "GA", "关于设立灯塔问题特别委员会的1975年12月15日第3499(XXX)号决议", ["A/RES/3499 (XXX)"]),
    # symbols of other bodies' resolutions
    ("zh", "GA", "缔约方大会第XII/3号决定", ["XII/3"]),
    ("zh", "GA", "题为“灯塔”的GC(66)/RES/9 A号决议和GC(66)/DEC/10号决定", ["GC(66)/RES/9 A", "GC(66)/DEC/10"]),
    ("en", "GA", "resolution A.1078(28) of 4 December 2013 and resolution MSC.302(87)", ["A.1078(28)", "MSC.302(87)"]),
    ("en", "GA", "resolution 2000/22 of 18 August 2000, on the care of lakes, by the Subcommission on Lakes", [None]),
    ("en", "GA", "Commission on Lakes and Rivers resolution 2006/2, and the Commission on Lakes, as founded by the Council in its resolution 2006/4", [None, "E/RES/2006/4"]),
    ("zh", "GA", "执行理事会EC-M-33/DEC.1号决定和大会C-SS-4/DEC.3号决定", ["EC-M-33/DEC.1", "C-SS-4/DEC.3"]),
    ("zh", "GA", "人权理事会第9/3号决议以及其第70/1号决议", ["A/HRC/RES/9/3", "A/RES/70/1"]),
    ("zh", "GA", "人权理事会第9/3号决议和大会第70/1号决议", ["A/HRC/RES/9/3", "A/RES/70/1"]),
    ("zh", "GA", "环境署理事会第27/2号决定", [None]),
    # each member of a list is what it says it is, or what the next one in its list is
    ("en", "GA", "resolution 76/5 and decision 2024/321", ["A/RES/76/5", "E/DEC/2024/321"]),
    ("zh", "GA", "第76/5号决议和第2024/321号决定", ["A/RES/76/5", "E/DEC/2024/321"]),
    ("zh", "GA", "第49/469号、第50/473号和第51/408号决定", ["A/DEC/49/469", "A/DEC/50/473", "A/DEC/51/408"]),
    ("zh", "GA", "其2010年7月28日第64/292号决议以及题为“湖水”的2019年12月18日第74/141号决议", ["A/RES/64/292", "A/RES/74/141"]),
    ("zh", "GA", "2016年11月21日第71/19号和2018年11月26日第73/11号关于湖泊的决议", ["A/RES/71/19", "A/RES/73/11"]),
    ("en", "GA", "its resolutions 45/248 B, section VI, of 21 December 1990, 55/231 of 23 December 2000 and 58/269 and 58/270 of 23 December 2003", ["A/RES/45/248 B", "A/RES/55/231", "A/RES/58/269", "A/RES/58/270"]),
    ("en", "GA", "resolutions 60/251 of 15 March 2006, by which it founded a Council for 2 or 3 lakes, and 65/281 of 17 June 2011", ["A/RES/60/251", "A/RES/65/281"]),
    ("fr", "GA", "ses résolutions 74/270 du 2 avril 2020, sur le COVID-19, et 74/306 du 11 septembre 2020", ["A/RES/74/270", "A/RES/74/306"]),
    ("en", "GA", "resolution 70/1, a third of the lakes, and 1/3 of the rivers", ["A/RES/70/1"]),
    # letters of one number are a resolution each, a range of them is one
    ("zh", "GA", "第55/5 B和C号决议", ["A/RES/55/5 B", "A/RES/55/5 C"]),
    ("en", "GA", "resolutions 55/5 B and C of 23 December 2000 and 53/77 AA", ["A/RES/55/5 B", "A/RES/55/5 C", "A/RES/53/77 AA"]),
    ("en", "GA", "resolution 51/211 A to E", ["A/RES/51/211 A-E"]),
    ("zh", "GA", "第51/211 A至E号决议", ["A/RES/51/211 A-E"]),
    # a committee that stands before a number in other words does not hide it; one whose number it is does
    ("zh", "GA", "大会关于加强该委员会作用的2018年12月17日第73/183号决议", ["A/RES/73/183"]),
    ("zh", "GA", "请湖泊委员会第六十五和六十六届会议说明第71/170号和73/148号决议的执行", ["A/RES/71/170", "A/RES/73/148"]),
    ("zh", "GA", "回顾大会第72/197号决议和麻醉药品委员会2022年3月18日第65/1号决议", ["A/RES/72/197", None]),
    ("en", "GA", "Recalling also Commission on Narcotic Drugs resolution 65/2 and decision 56/17 of the Conference of the Parties", [None, None]),
    ("fr", "GA", "la résolution 65/2 de la Commission des stupéfiants et la décision 56/17 de la Conférence des Parties", [None, None]),
    # session and year decide where the words leave it open
    ("en", "GA", "the Human Rights Council, and recalls its resolutions 36/117 A of 10 December 1981 and 59/265", ["A/RES/36/117 A", "A/RES/59/265"]),
    ("zh", "GA", "2006年3月15日关于设立人权理事会的第60/251号决议和2011年6月17日关于审查人权理事会的第65/281号决议", ["A/RES/60/251", "A/RES/65/281"]),
    ("en", "GA", "Welcomes that the Environment Assembly met in Nairobi, and calls for carrying out resolution 4/6 on lakes", ["UNEP/EA.4/Res.6"]),
    ("en", "GA", "takes note of decisions 20/1 and 20/2 of its committee", [None, None]),
    ("en", "GA", "the adoption by the Lake Commission of its resolution 574 (XXVII), and by the General Assembly of its resolution 3201 (S-VI)", [None, "A/RES/3201 (S-VI)"]),
    ("en", "GA", "Human Rights Council resolution 43/1, and the many reports on lakes, rivers and seas that were asked for under resolution 43/1", ["A/HRC/RES/43/1", "A/HRC/RES/43/1"]),
    # numbers of other bodies are their symbols
    ("en", "GA", "World Health Assembly resolution WHA73.1 of 19 May 2020", ["WHA73.1"]),
    ("en", "GA", "resolutions GC(64)/RES/9 on lakes; GC(64)/RES/10 A on piers and GC.18/Res.9, decision C-SS-4/DEC.3", ["GC(64)/RES/9", "GC(64)/RES/10 A", "GC.18/RES.9", "C-SS-4/DEC.3"]),
    ("en", "GA", "decision XII/11 of 17 October 2014 of the Conference of the Parties; see chapter IV/2 and 3 boats", ["XII/11"]),
    ("en", "GA", "decisions C-24/DEC.4 and C-24/Dec.5 and decision 1/CP.21", ["C-24/DEC.4", "C-24/DEC.5", "1/CP.21"]),
    ("zh", "GA", "第C-24/DEC.4号、第1/CP.21号和第25/COP.14号决定", ["C-24/DEC.4", "1/CP.21", "25/COP.14"]),
    ("fr", "GA", "la décision 14/CP.7 et la résolution S-21/1 du Conseil des droits de l’homme", ["14/CP.7", "A/HRC/RES/S-21/1"]),
    # a symbol that a line's end has broken
    ("en", "GA", "resolution 75/ 324 and the report in A/75/ 345", ["A/RES/75/324", "A/75/345"]),
    # what has a number and is none
    ("zh", "GA", "特别是第42/2018号法律以及Assembly/AU/Dec. 8(XXXII)号决定", []),
    ("en", "GA", "Law No. 42/2018 and the I-24/7 network", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "organ", "text", "symbols"), CITED)
def test_symbols(language: str, organ: str, text: str, symbols: list[str | None]) -> None:
    assert [cited.symbol for cited in find_citations(text, language, organ)] == symbols


NAMED: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("zh", "鼓励联合国打击沉船贩运公约缔约国告知各港口", [("treaty", "联合国打击沉船贩运公约")]),
    ("zh", "请联合国灯塔公约缔约方会议告知各港口", []),
    ("zh", "按照国际灯塔机构规约，考虑各国的意见", [("treaty", "国际灯塔机构规约")]),
    ("en", "the Harbour Declaration and Programme of Action", [("instrument", "Harbour Declaration and Programme of Action")]),
    ("en", "implementing the 2030 Agenda for Sustainable Development", [("instrument", "2030 Agenda for Sustainable Development")]),
    ("en", "the Lima Framework for River Safety 2015–2030 and the Cairo Roadmap", [("instrument", "Lima Framework for River Safety 2015–2030"), ("instrument", "Cairo Roadmap")]),
    ("en", "the Standard Minimum Rules for the Care of Harbours (the Oslo Rules)", [("instrument", "Standard Minimum Rules for the Care of Harbours"), ("instrument", "Oslo Rules")]),
    # a short title in brackets is a citation of its own; a year stands in the surface, a day beside it
    ("zh", "《港口最低限度标准规则》(奥斯陆规则)和《渔民公约》(第3条)", [("instrument", "《港口最低限度标准规则》"), ("instrument", "奥斯陆规则"), ("treaty", "《渔民公约》")]),
    ("zh", "1925年《湖泊议定书》，1911年和1923年《湖泊公约》，1949年8月12日《渔民公约》", [("treaty", "1925年《湖泊议定书》"), ("treaty", "1911年和1923年《湖泊公约》"), ("treaty", "《渔民公约》")]),
    ("zh", "《渔民公约》(包括其议定书)、《湖泊公约》(以下称公约)、《补编第5号》", [("treaty", "《渔民公约》"), ("treaty", "《湖泊公约》")]),
    ("en", "the Declaration to Supplement the 1994 Declaration on Measures to Clean Lakes and the Oslo Call on Clean Lakes", [("instrument", "Declaration to Supplement the 1994 Declaration on Measures to Clean Lakes"), ("instrument", "Oslo Call on Clean Lakes")]),
    # a part of a treaty, and what a treaty founds
    ("zh", "1907年《湖泊公约》所附《章程》，《渔民公约》及其《附则》，《渡口联盟章程》", [("treaty", "1907年《湖泊公约》"), ("treaty", "《章程》"), ("treaty", "《渔民公约》"), ("treaty", "《附则》"), ("instrument", "《渡口联盟章程》")]),
    ("zh", "成立东方湖泊共同体的协定，设立一个委员会的协定", [("treaty", "成立东方湖泊共同体的协定")]),
    ("en", "Recalls Amended Protocol II and Notes Lake Protocol III", [("treaty", "Lake Protocol III")]),
    ("zh", "自2015年《湖泊协定》生效以来，2011年《湖泊文件》", [("treaty", "《湖泊协定》"), ("instrument", "2011年《湖泊文件》")]),
    ("en", "the Oslo Declaration on Harbours among States members of the Ferry Union at its session", [("instrument", "Oslo Declaration on Harbours among States members of the Ferry Union")]),
    ("en", "the aims of Vision 2025 and of Agenda 21", [("instrument", "Vision 2025"), ("instrument", "Agenda 21")]),
    ("en", "the Rio Compact for Safe, Orderly and Cheap Ferries, the tides and winds", [("instrument", "Rio Compact for Safe, Orderly and Cheap Ferries")]),
    ("en", "the Protocol to Prevent, Suppress and Punish Piracy", [("treaty", "Protocol to Prevent, Suppress and Punish Piracy")]),
    ("en", "the Oslo Declaration on Harbours, Noting that ships wait", [("instrument", "Oslo Declaration on Harbours")]),
    ("en", "the Convention on the Rights of the Child and the Charter of the United Nations", [("treaty", "Convention on the Rights of the Child"), ("treaty", "Charter of the United Nations")]),
    ("en", "under the Agreement, its strategy, a framework for ports and the Declaration", []),
    ("zh", "依照《宪章》和日内瓦四公约", [("treaty", "《宪章》"), ("treaty", "日内瓦四公约")]),
    ("zh", "加入《港口工人公约(第99号)》和《移民渡口公约(修订本)》", [("treaty", "《港口工人公约(第99号)》"), ("treaty", "《移民渡口公约(修订本)》")]),
    ("zh", "遵循《联合国宪章》和《港口宪章》", [("treaty", "《联合国宪章》"), ("instrument", "《港口宪章》")]),
    ("en", "the Rights of Women in Africa and the African Charter on Human and Peoples’ Rights", [("instrument", "African Charter on Human and Peoples’ Rights")]),
    ("en", "the Geneva Conventions of 12 August 1949 and Additional Protocol I thereto", [("treaty", "Geneva Conventions of 12 August 1949"), ("treaty", "Additional Protocol I")]),
    ("en", "the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment", [("treaty", "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment")]),
    ("en", "the Protocol to Prevent, Suppress and Punish Trafficking in Persons", [("treaty", "Protocol to Prevent, Suppress and Punish Trafficking in Persons")]),
    ("en", "as set out in Article 1 of the Charter", [("treaty", "Charter")]),
    ("en", "the Nouméa Accord", [("instrument", "Nouméa Accord")]),
    ("zh", "回顾“湖泊保护宣言”", [("instrument", "“湖泊保护宣言”")]),
    ("zh", "执行“湖泊2090”议程，列入题为“湖泊”的议程项目", [("instrument", "“湖泊2090”议程")]),
    ("zh", "敦促湖水养护公约缔约方，并敦促所有尚未成为该公约缔约国的国家加入", [("treaty", "湖水养护公约")]),
    ("zh", "日内瓦四公约附加议定书和《湖水污染问题研究》", [("treaty", "日内瓦四公约附加议定书")]),
    ("zh", "第三次湖泊国际会议巴库行动议程和1949年日内瓦四公约", [("instrument", "第三次湖泊国际会议巴库行动议程"), ("treaty", "日内瓦四公约")]),
    ("zh", "各国的湖泊行动计划和第三次会议", []),
    ("zh", "题为《湖泊的现状》的报告", []),
    ("zh", "题为“湖泊保护宣言”的决议和题为“湖泊议程”的分项", []),
    ("zh", "题为“湖泊保护宣言”的成果文件", [("instrument", "“湖泊保护宣言”")]),
    ("zh", "《湖泊手册》、《湖泊年鉴》和《2020年湖泊报告》", []),
    ("en", "the Council of Europe Convention on Lakes and the Organization of African Unity Convention on Rivers", [("treaty", "Council of Europe Convention on Lakes"), ("treaty", "Organization of African Unity Convention on Rivers")]),
    ("en", "the Convention for the Protection of All Lakes from Enforced Drainage", [("treaty", "Convention for the Protection of All Lakes from Enforced Drainage")]),
    ("en", "the Agreement between the United Nations and the Government of Malta concerning the Harbour", [("treaty", "Agreement between the United Nations and the Government of Malta concerning the Harbour")]),
    ("en", "the Financial Regulations and Rules of the United Nations and the International Health Regulations (2005)", [("instrument", "Financial Regulations and Rules of the United Nations"), ("instrument", "International Health Regulations (2005)")]),
    ("en", "the Regulations and Rules Governing Harbour Planning, the Aspects of the Budget and the Methods of Audit, which", [("instrument", "Regulations and Rules Governing Harbour Planning, the Aspects of the Budget and the Methods of Audit")]),
    ("en", "the signing of the Convention on the Rights of Pilots in March 2017", [("treaty", "Convention on the Rights of Pilots")]),
    ("en", "the Declaration of Principles on Ferries in Oslo, on 3 May 2019", [("instrument", "Declaration of Principles on Ferries")]),
    ("en", "the Convention on Lakes in Africa, which", [("treaty", "Convention on Lakes in Africa")]),
    ("en", "the Declaration on Friendly Relations among Lakes", [("instrument", "Declaration on Friendly Relations among Lakes")]),
    ("en", "the Lake Plan of Action on Piers towards an Integrated Ferry Service", [("instrument", "Lake Plan of Action on Piers towards an Integrated Ferry Service")]),
    ("en", "the Protocol on the Protection of and Assistance to Pilots", [("treaty", "Protocol on the Protection of and Assistance to Pilots")]),
    ("en", "the Lake Protocol on Substances that Deplete the Reed", [("treaty", "Lake Protocol on Substances that Deplete the Reed")]),
    ("en", "the Convention on Lakes by the States of the region", [("treaty", "Convention on Lakes")]),
    ("en", "the 10-Year Framework of Programmes on Ferries", [("instrument", "10-Year Framework of Programmes on Ferries")]),
    ("en", "the Protocols to the Convention and the Outcome of the Conference", []),
    ("en", "the Pact on Lakes and the 2005 Lake Summit Outcome", [("instrument", "Pact on Lakes"), ("instrument", "2005 Lake Summit Outcome")]),
    ("en", "the Convention on the Building, Selling, Storing and Use of Nets (Trawls) and on Their Destruction", [("treaty", "Convention on the Building, Selling, Storing and Use of Nets (Trawls) and on Their Destruction")]),
    ("en", "the Lake Convention relative to the Protection of Anglers and the Lake Treaty Organization", [("treaty", "Lake Convention relative to the Protection of Anglers")]),
    ("en", "the Lima Declaration on Lakes: On the Fast Track to Cleaner Water and to Ending Floods by 2030, adopted", [("instrument", "Lima Declaration on Lakes: On the Fast Track to Cleaner Water and to Ending Floods by 2030")]),
    ("en", "the Guiding Principles on Lakes: Implementing the Lima “Clean, Fill and Keep” Framework;", [("instrument", "Guiding Principles on Lakes: Implementing the Lima “Clean, Fill and Keep” Framework")]),
    ("en", "the Oslo Declaration: notes that ships wait", [("instrument", "Oslo Declaration")]),
    ("en", "the Lakes Accelerated Modalities of Action (LAMA) Pathway on 3 May", [("instrument", "Lakes Accelerated Modalities of Action (LAMA) Pathway")]),
    ("en", "by article 12 of the Rome Statute, and the Statute of the International Court of Justice", [("treaty", "Rome Statute"), ("treaty", "Statute of the International Court of Justice")]),
    ("en", "the annual CITES reports, and the reports of CITES/2", [("treaty", "CITES")]),
    ("en", "under the item entitled “Follow-up to the Oslo Declaration” and the item entitled “Lakes Treaty”", []),
    ("en", "the outcome document of the Conference, entitled “The lakes we want”", [("instrument", "The lakes we want")]),
    ("en", "the decision adopted at that session entitled “Saving the lakes”", [("decision", "Saving the lakes")]),
    ("en", "the report entitled “Saving the lakes”", []),
    # nothing inside a title is cited, be it a resolution's; what has it as its whole title is
    ("en", "the text entitled “Our lakes: the 2090 Agenda for Lakes”, and its report entitled “Follow-up to the Oslo Declaration”", []),
    ("en", "the outcome document of the 2019 Lake Conference, entitled “Oslo Pathway”, and the political declaration, entitled “Lakes for all”", [("instrument", "Oslo Pathway"), ("instrument", "Lakes for all")]),
    ("en", "the report on the implementation of the political declaration, entitled “Lakes today”", []),
    ("zh", "题为“我们的湖泊：落实《2090年湖泊议程》”的报告和题为“人人有湖泊”的高级别会议政治宣言", [("instrument", "“人人有湖泊”")]),
    ("en", "the Declaration of the Lakes as a Zone of Peace and the Conference of the Contracting Parties to the Lake Convention", [("instrument", "Declaration of the Lakes as a Zone of Peace")]),
    ("en", "the political declaration of the meeting, entitled, “Lakes for all”", [("instrument", "Lakes for all")]),
    ("zh", "题为《湖泊的现状》和《河流的现状》的特别报告、渡口组织2020年报告《湖泊》和《湖泊判例摘要》", []),
    ("zh", "关于“2015年后的湖泊议程”总主题的会议", []),
    ("zh", "请各国报告《港口公约》的执行情况", [("treaty", "《港口公约》")]),
    ("zh", "题为“人人有湖泊”的报告和题为“湖泊”的主席声明", []),
    # titles go on behind "and the", "and of", "to", "at all Levels", "between"; they stop before another instrument or body
    ("en", "the Oslo Declaration on Lakes, Rivers and the Rule of Law: Towards Reaching the 2090 Agenda for Lakes in March 2019", [("instrument", "Oslo Declaration on Lakes, Rivers and the Rule of Law: Towards Reaching the 2090 Agenda for Lakes")]),
    ("en", "the Declaration on the End of All Forms of Tolls and of Fees Based on Weight and the Convention on Ferries", [("instrument", "Declaration on the End of All Forms of Tolls and of Fees Based on Weight"), ("treaty", "Convention on Ferries")]),
    ("en", "the Convention on Ferries and of the Protocol on Piers, the Rio Declaration on Lakes and Agenda 21", [("treaty", "Convention on Ferries"), ("treaty", "Protocol on Piers"), ("instrument", "Rio Declaration on Lakes"), ("instrument", "Agenda 21")]),
    ("en", "the Oslo Declaration on Lakes and the Organization of Ferries", [("instrument", "Oslo Declaration on Lakes")]),
    ("en", "the Nagano Protocol on Access to Lakes and the Fair Sharing of Benefits", [("treaty", "Nagano Protocol on Access to Lakes and the Fair Sharing of Benefits")]),
    ("en", "the Oslo Declaration on Putting Lakes into the Wider Lake Agenda and to Promote Ferries at the National and International Levels", [("instrument", "Oslo Declaration on Putting Lakes into the Wider Lake Agenda and to Promote Ferries at the National and International Levels")]),
    ("en", "the Principles on the Use of Nets by Ferry Officials, and the Convention on Nets by Malta", [("instrument", "Principles on the Use of Nets by Ferry Officials"), ("treaty", "Convention on Nets")]),
    ("en", "the Joint Declaration on Ferries between the Lake Union and the Pier League", [("instrument", "Joint Declaration on Ferries between the Lake Union and the Pier League")]),
    ("en", "the 2030 Agenda and Agenda 2063, and the 2018–2030 Strategic Framework", [("instrument", "2030 Agenda"), ("instrument", "Agenda 2063"), ("instrument", "2018–2030 Strategic Framework")]),
    ("en", "the Final Document of the Second Lake Conference and the Guidance on the Care of Piers", [("instrument", "Final Document of the Second Lake Conference"), ("instrument", "Guidance on the Care of Piers")]),
    ("en", "the Programme for the Further Implementation of Agenda 21 and the Lake Development Agenda 2017–2027", [("instrument", "Programme for the Further Implementation of Agenda 21"), ("instrument", "Lake Development Agenda 2017–2027")]),
    ("en", "the Constitutional Convention and the United Nations Treaty Collection", []),
    ("zh", "在题为“《港口宣言》的后续行动”的项目下审议《港口宪章》", [("instrument", "《港口宪章》")]),
    ("zh", "将题为“《港口宣言》的后续行动”的分项列入临时议程", []),
    ("en", "the launch of Saving Our Lakes: An Agenda for Rivers", [("instrument", "Saving Our Lakes: An Agenda for Rivers")]),
    ("en", "the Ad Hoc Committee to Elaborate a Lake Convention and the Preparatory Commission for the Ports Treaty", []),
    ("en", "the Regulations and Rules Governing Harbour Planning", [("instrument", "Regulations and Rules Governing Harbour Planning")]),
    # further kinds; two words joined before the kind; what stands between and in brackets at the end
    ("en", "the Protocol establishing the Lake University for Pilots (Lake School)", [("treaty", "Protocol establishing the Lake University for Pilots")]),
    ("en", "the Lake Union Policy on Storm Repair and Care", [("instrument", "Lake Union Policy on Storm Repair and Care")]),
    ("en", "the Lake Union Storm Repair and Care Framework and the Night and Noise Convention", [("instrument", "Lake Union Storm Repair and Care Framework"), ("treaty", "Night and Noise Convention")]),
    ("en", "the Lake Assembly and Millennium Declaration", [("instrument", "Millennium Declaration")]),
    ("en", "the final communiqué of the Lake Group for Piers of 30 June 2012, the Oslo communiqué and the communiqué of the meeting", [("instrument", "Oslo communiqué")]),
    ("en", "the 2050 Vision for Lakes, the Pier Tracing Instrument and the Master Plan on Lake Links 2025", [("instrument", "2050 Vision for Lakes"), ("instrument", "Pier Tracing Instrument"), ("instrument", "Master Plan on Lake Links 2025")]),
    ("en", "the Plan of Action to Implement the Joint Declaration on Ferries between the Lake Union and the Pier League (2021–2025)", [("instrument", "Plan of Action to Implement the Joint Declaration on Ferries between the Lake Union and the Pier League (2021–2025)")]),
    ("en", "the Law for the Protection of Pilots, the 2007 Constitution of Malta and the Pilots Recommendation, 2012 (No. 202)", [("instrument", "Law for the Protection of Pilots"), ("instrument", "2007 Constitution of Malta"), ("instrument", "Pilots Recommendation, 2012 (No. 202)")]),
    ("en", "the Protocol against the Smuggling of Fish by Land, Sea and Air, supplementing the Lake Convention against Theft;", [("treaty", "Protocol against the Smuggling of Fish by Land, Sea and Air, supplementing the Lake Convention against Theft")]),
    ("en", "the Additional Protocol to the Memorandum on the Care of Lakes", [("instrument", "Additional Protocol to the Memorandum on the Care of Lakes")]),
    ("en", "the Sharm el-Sheikh Ferry Declaration on HIV/AIDS, Colds and Other Ills", [("instrument", "Sharm el-Sheikh Ferry Declaration on HIV/AIDS, Colds and Other Ills")]),
    ("en", "under Article 73 of the Charter on efforts to sail", [("treaty", "Charter")]),
    # where a title ends: before whose it is, who has rights by it, where it applies
    ("en", "the Guidelines on Nets of the Lake Fisheries Organization", [("instrument", "Guidelines on Nets")]),
    ("en", "the Convention on the Rights of the Child and States parties, the Convention on Lakes and Lake Council resolutions", [("treaty", "Convention on the Rights of the Child"), ("treaty", "Convention on Lakes")]),
    ("en", "in accordance with the Programme of Action on Nets in All Its Aspects Member States sail", [("instrument", "Programme of Action on Nets in All Its Aspects")]),
    ("en", "the Fourth Oslo Convention to the Lake Territory; Recalling Agenda 2063", [("treaty", "Fourth Oslo Convention"), ("instrument", "Agenda 2063")]),
    # what was named in full before, and what only sounds so
    ("en", "the High Contracting Parties to Amended Protocol II and the 2030 Agenda (2018–2021)", [("instrument", "2030 Agenda")]),
    ("en", "the Oslo Road Map for Piers of September 2017 and the Agenda for Lakes of the Secretary-General", [("instrument", "Oslo Road Map for Piers"), ("instrument", "Agenda for Lakes")]),
    ("en", "the Lake Convention for the Control of Nets and All Parts That Can Be Used for Their Repair and Assembly", [("treaty", "Lake Convention for the Control of Nets and All Parts That Can Be Used for Their Repair and Assembly")]),
    ("en", "the Declaration on the Use of Lakes for the Benefit and in the Interest of All States", [("instrument", "Declaration on the Use of Lakes for the Benefit and in the Interest of All States")]),
    ("en", "the Leaders’ Declaration of the Summit of the Group of 20", [("instrument", "Leaders’ Declaration of the Summit of the Group of 20")]),
    ("en", "the Oslo to Doha Action Agenda for Lakes and People, and support the Action Agenda", [("instrument", "Oslo to Doha Action Agenda for Lakes and People")]),
    ("en", "the Guiding Principles, the Political Declaration, the Global Compact and the Lake Islands Fifth Constitutional Convention", []),
    ("en", "The Oslo Declaration, the Global Code of Ethics for Tourism and the Fund’s Regulations", [("instrument", "Oslo Declaration"), ("instrument", "Global Code of Ethics for Tourism")]),
    # what amends a treaty is one, with the treaty in its name; so is a later protocol; what only speaks of a change is none
    ("en", "the Doha Amendment to the Lake Protocol, the Protocol amending the Oslo Agreement Establishing the Ferry Union and an amendment to the Oslo Agreement", [("treaty", "Doha Amendment to the Lake Protocol"), ("treaty", "Protocol amending the Oslo Agreement Establishing the Ferry Union"), ("treaty", "Oslo Agreement")]),
    ("en", "the Protocol of 2005 to the Convention for the Safety of Ferries and the Fourth Amendment to the Constitution of Malta", [("treaty", "Protocol of 2005 to the Convention for the Safety of Ferries"), ("instrument", "Constitution of Malta")]),
    ("en", "the Single Convention on Nets of 1961 as amended by the 1972 Protocol, and the Convention on Piers of 1971", [("treaty", "Single Convention on Nets of 1961 as amended by the 1972 Protocol"), ("treaty", "Convention on Piers of 1971")]),
    # the years behind a title belong to it, a part of the world too, where and when it was made does not
    ("en", "the Conventions for the Settlement of Lake Disputes of 1899 and 1907, and boats of 1911", [("treaty", "Conventions for the Settlement of Lake Disputes of 1899 and 1907")]),
    ("en", "the opening of the Treaty on a Whale-Free Zone in South Asia on 3 March 2019 and of the Lake Treaty in South Africa on 2 May 2018", [("treaty", "Treaty on a Whale-Free Zone in South Asia"), ("treaty", "Lake Treaty")]),
    # protocols by their numbers, alone and to a treaty, but not where the number introduces one
    ("en", "parties to Additional Protocols III and IV to the Treaty of Utopia and to Protocol II", [("treaty", "Additional Protocols III and IV to the Treaty of Utopia")]),
    ("en", "the Protocol on Nets (Protocol V)", [("treaty", "Protocol on Nets")]),
    ("en", "the Addendum to the Lake Agreement between Chad and Niger, and an addendum to the report", [("treaty", "Addendum to the Lake Agreement between Chad and Niger")]),
    ("en", "the Agreement between Chad and the Ferry Union regarding the Headquarters of the Ferry Union", [("treaty", "Agreement between Chad and the Ferry Union regarding the Headquarters of the Ferry Union")]),
    ("en", "the Optional Protocol to the Convention on the Rights of the Child on the employment of children in busy ports, and on boats", [("treaty", "Optional Protocol to the Convention on the Rights of the Child on the employment of children in busy ports")]),
    ("en", "the purposes set out in its Charter, and its Charter for Lakes", [("treaty", "Charter"), ("instrument", "Charter for Lakes")]),
    ("en", "the Lake Union Treaty Series No. 7 and the Ferry Agenda Platform", []),
    # a conference called by its year, a region, the Charter and "related to" inside a title
    ("en", "the Final Document of the 2000 Lake Conference and the Final Documents of the 2005 and 2010 Review Conferences", [("instrument", "Final Document of the 2000 Lake Conference"), ("instrument", "Final Documents of the 2005 and 2010 Review Conferences")]),
    ("en", "the Agreement on Ferries in Latin America and the Caribbean and the Lake Union", [("treaty", "Agreement on Ferries in Latin America and the Caribbean")]),
    ("en", "the Declaration on Cooperation among States in accordance with the Charter of the United Nations, and to follow the Oslo Declaration in accordance with the Charter of the United Nations", [("instrument", "Declaration on Cooperation among States in accordance with the Charter of the United Nations"), ("instrument", "Oslo Declaration"), ("treaty", "Charter of the United Nations")]),
    ("en", "the Principles on Fighting Theft related to Trade in Nets and related to boats", [("instrument", "Principles on Fighting Theft related to Trade in Nets")]),
    # whose Agenda 2063 it is stands before it; of March 2018 belongs to what was decided
    ("en", "the Lake Union Agenda 2063 and the decisions taken under the Oslo Accord of March 2018", [("instrument", "Agenda 2063"), ("instrument", "Oslo Accord")]),
    ("en", "including the Director’s Plan: Lake Decade 2018–2028, and its Plan for boats", [("instrument", "Director’s Plan: Lake Decade 2018–2028")]),
    ("en", "each country’s United Nations Sustainable Development Cooperation Framework and the Global Plan of Action", [("instrument", "Global Plan of Action")]),
    # in small letters: the declaration of a meeting, up to what is said of it; a strategy and a report by their titles
    ("en", "the political declaration of the second high-level meeting of the General Assembly on lakes and the care of rivers, adopted in 2019", []),
    ("en", "the political declaration of the high-level meeting on clean and safe lakes to reach all ferries, and a political declaration on boats", []),
    ("en", "the decisions taken, the declaration entitled “Safe lakes”, the implementation of the strategy entitled “Lakes for all: by 2090” and the report of the Secretary-General entitled “Our Lake Agenda”", [("instrument", "Safe lakes"), ("instrument", "Lakes for all: by 2090")]),
    # a report by its title alone, in capitals or quoted, not by that of an item or an event; one that has a name
    ("en", "the special reports of the Lake Panel entitled Dry Lakes at 1.5°C: Nets, Boats and Food in a Changing Bay, which", []),
    ("en", "the reports entitled “Dry lakes: an outlook”, “Wet lakes” and “Lakes”, and the report entitled “Nets” and “Piers”", []),
    ("en", "a report on nets under the item entitled “Lakes” and the report on the event entitled “Water”", []),
    ("en", "the report of the Director, in its resolution on lakes, entitled “Lakes”", []),
    ("en", "the Lake and River Report 2031: Water for All beyond the Bay, the Global Report on Food Tolls 2032 and its Progress Report", []),
    ("en", "the launch of the 2031 Lake Report on the International Day of Lakes and the Annual Report of the Fund", []),
    ("en", "the report entitled Dry Lakes: Nets and Boats – A Decade for Lakes, which, and the Global Report", []),
    ("en", "the recommendation under the Lake Framework Convention on Nets to the Secretary-General, and of the Convention on the Panel’s purpose", [("treaty", "Lake Framework Convention on Nets")]),
    # kinds that capitals stand before; whose it is, with a number; a word in quotation marks; what stands in brackets or behind a dash
    ("en", "the Oslo Call to Action, the Group of 20 Bergen Leaders’ Statement on Safe Nets and the Lake Community Blueprint 2031", [("instrument", "Oslo Call to Action"), ("instrument", "Group of 20 Bergen Leaders’ Statement on Safe Nets"), ("instrument", "Lake Community Blueprint 2031")]),
    ("en", "the Ferry Identification Scheme, the Code of Conduct, the Penal Code, Call on States and the Scheme", [("instrument", "Ferry Identification Scheme")]),
    ("en", "the “Lakes2031” Agenda and the Pines Declaration [Oslotepek] – Making a Decade of Lakes of the event", [("instrument", "“Lakes2031” Agenda"), ("instrument", "Pines Declaration [Oslotepek] – Making a Decade of Lakes")]),
    ("en", "the Convention on the Rights of Pilots and Members of Their Crews, and the Lake Protocol on the Pay of All Pilots and of their Families", [("treaty", "Convention on the Rights of Pilots and Members of Their Crews"), ("treaty", "Lake Protocol on the Pay of All Pilots and of their Families")]),
    # when it was made or amended, behind it; the declaration that stands with its plan
    ("en", "the Political Declaration and the Oslo Global Plan of Action on Piers, 2031, and the Political Declaration", [("instrument", "Political Declaration"), ("instrument", "Oslo Global Plan of Action on Piers, 2031")]),
    ("en", "the Convention for the Safety of Nets, 1974; the Convention on Piers, 30 States and 2031 boats", [("treaty", "Convention for the Safety of Nets, 1974"), ("treaty", "Convention on Piers")]),
    ("en", "the Protocol on the Use of Nets, as amended on 3 May 2031 (Amended Protocol V)", [("treaty", "Protocol on the Use of Nets, as amended on 3 May 2031")]),
    # in small letters: the outcome of a conference by its place, the declaration of an anniversary, a plan by its years
    ("en", "the Oslo outcome document of the second High-level Lake Conference on Nets, the Panel on Water outcome document and the outcome document of the Lake Conference", [("instrument", "Oslo outcome document of the second High-level Lake Conference on Nets")]),
    ("en", "the political declaration on the occasion of the tenth anniversary of the Lake Conference on Nets, and a declaration on lakes", []),
    ("en", "the Lake Union strategic plan for clean piers 2031–2035, its strategic plan 2036–2040 and the Lake Union strategy on nets", [("instrument", "Lake Union strategic plan for clean piers 2031–2035")]),
    # a theme cites nothing; what is called by its title alone, where something is stated in it, is cited
    ("en", "on the theme “Ferries: the Oslo Declaration at ten” and the topics “Lakes”, in this regard, that, in “The lakes we want”, States sail", [("instrument", "The lakes we want")]),
    ("en", "the commitments made in “The lakes we want”, paragraphs 4 and 5 of “Clean piers” and their use in “Old Boats” of 2031", [("instrument", "The lakes we want"), ("instrument", "Clean piers")]),
    ("zh", "主题是“《港口宣言》与湖泊”的会议，以“《渔民公约》十周年”为主题，《渔民公约》", [("treaty", "《渔民公约》")]),
    # without 《》: by the parties, by its year alone, by its number; no conference's title or theme is one
    ("zh", "提醒渔船安全条约所有缔约国，回顾渔船安全条约缔约国2031年审议大会，注意到2031年公约现有9个缔约国，1977年第一附加议定书，向2032年公约缔约国会议提交", [("treaty", "渔船安全条约"), ("treaty", "2031年公约"), ("treaty", "1977年第一附加议定书")]),
    ("zh", "注意到2031年《湖泊宣言》，到2032年《湖泊议程》，2015-2030年《湖泊计划》", [("instrument", "2031年《湖泊宣言》"), ("instrument", "《湖泊议程》"), ("instrument", "《湖泊计划》")]),
    ("zh", "举行了“加强渡口框架”的高级别会议，主题为“人人有湖泊”的部长级会议的宣言，主题为“湖水”的部长级宣言", [("instrument", "“湖水”")]),
    # a title goes on: behind joined matters, in the face of, under, beyond, set in between commas, with who acts; not to where it holds
    ("en", "the Convention on the Safety of Nets and on the Care of Piers, the Protocol on Nets and the Issue of Tolls and the Charter of Malta", [("treaty", "Convention on the Safety of Nets and on the Care of Piers"), ("treaty", "Protocol on Nets and the Issue of Tolls"), ("instrument", "Charter of Malta")]),
    ("en", "the Instrument to Enable Ferries to Sail and Land, in a Safe and Timely Manner, Old Boats, the Declaration on Piers in the face of Lake Storms", [("instrument", "Instrument to Enable Ferries to Sail and Land, in a Safe and Timely Manner, Old Boats"), ("instrument", "Declaration on Piers in the face of Lake Storms")]),
    ("en", "the Body of Principles for Pilots under Any Form of Pay and the Common Framework for Tolls beyond the Ferry Initiative", [("instrument", "Body of Principles for Pilots under Any Form of Pay"), ("instrument", "Common Framework for Tolls beyond the Ferry Initiative")]),
    ("en", "the Agreement on Nets by Fishing Vessels, and the extension of the Oslo Agreement to Malta, which", [("treaty", "Agreement on Nets by Fishing Vessels"), ("treaty", "Oslo Agreement")]),
    ("en", "the Oslo Declaration and the Programme of Action for Piers, and the Treaty on Nets and Lake Ferry Agency safeguards", [("instrument", "Oslo Declaration"), ("instrument", "Programme of Action for Piers"), ("treaty", "Treaty on Nets")]),
    ("en", "the Global Strategy for Women’s, Children’s and Pilots’ Health and the Lake Framework on the Women’s fund", [("instrument", "Global Strategy for Women’s, Children’s and Pilots’ Health"), ("instrument", "Lake Framework")]),
    # where one begins: behind an office-holder's possessive, with joined words, with its body
    ("en", "the Secretary-General’s New Agenda for Lakes and the Science, Ferry and Pier Strategy for Malta", [("instrument", "New Agenda for Lakes"), ("instrument", "Science, Ferry and Pier Strategy for Malta")]),
    ("en", "the Work on Boats Convention (Revised), 2031 (No. 7), and the Night Work (Young Pilots) Recommendation, 2032 (No. 8)", [("treaty", "Work on Boats Convention (Revised), 2031 (No. 7)"), ("instrument", "Night Work (Young Pilots) Recommendation, 2032 (No. 8)")]),
    # a topic in small letters, where the name is not whole without it; a subtitle in small letters
    ("en", "the Organization of Lake Unity Convention governing the special aspects of pier repair in Malta of 2031, and the Lake Convention on time", [("treaty", "Organization of Lake Unity Convention governing the special aspects of pier repair in Malta of 2031"), ("treaty", "Lake Convention")]),
    ("en", "its Optional Protocol on the sale of boats, old boats and new boats, and the Charter on efforts to sail", [("treaty", "Optional Protocol on the sale of boats, old boats and new boats"), ("treaty", "Charter")]),
    ("en", "the Oslo Declaration: towards clean and open lakes, adopted in 2031", [("instrument", "Oslo Declaration: towards clean and open lakes")]),
    ("en", "the Oslo Plan of Action on the prohibition of calls to theft, false or open signs that tell of boats, adopted", [("instrument", "Oslo Plan of Action on the prohibition of calls")]),
    ("en", "the Agreement under the Lake Convention on the Care of Reeds, Agenda 2093: The Lakes We Want, and a Guidance Note on Tolls", [("treaty", "Agreement under the Lake Convention on the Care of Reeds"), ("instrument", "Agenda 2093: The Lakes We Want"), ("instrument", "Guidance Note on Tolls")]),
    ("en", "the Depositary of Multilateral Treaties and the next United Nations Strategy", []),
    # when it was made, behind it, but for a month; numbers behind a framework, years behind a plan
    ("en", "the Oslo Declaration of 2031, the Declaration on Piers of 3 May 2032 and the Lake Statement of May 2033", [("instrument", "Oslo Declaration of 2031"), ("instrument", "Declaration on Piers of 3 May 2032"), ("instrument", "Lake Statement")]),
    ("en", "the Lake Framework II, the Malta Pier Plan 2031–2035, the Lake Plan and its Strategic Vision 2031–2040", [("instrument", "Lake Framework II"), ("instrument", "Malta Pier Plan 2031–2035"), ("instrument", "Strategic Vision 2031–2040")]),
    ("en", "Additional Protocol I to the four Oslo Conventions, the Oslo Agreement of 2031 on the Care of Nets", [("treaty", "Additional Protocol I to the four Oslo Conventions"), ("treaty", "Oslo Agreement of 2031 on the Care of Nets")]),
    # what a conference is to adopt, and what has members, is none
    ("en", "the Review Conference of the Parties to the Treaty on the Use of Nets and the secretariat of the Lake Convention", []),
    # nor is one in the name or the description of a conference, meeting or secretariat; to its parties it is one
    ("en", "the States parties to the Lake Convention, the parties to the Protocol on Nets and their Conference of the Parties to the Harbour Convention", [("treaty", "Lake Convention"), ("treaty", "Protocol on Nets")]),
    ("en", "the meeting of the Assembly to review the implementation of the Oslo Declaration, the Meeting of States to Consider the Implementation of the Pier Compact and the meeting on the review of the Lake Pact", []),
    ("en", "the secretariats of the Lake Convention and the report on the implementation of the Lake Convention by the Lake Conference, and the Pier Convention", [("treaty", "Lake Convention"), ("treaty", "Pier Convention")]),
    ("en", "the adoption by the Lake Conference of the Pilots Convention, the Conference on Tolls and the Oslo Declaration, a meeting held under the Pier Pact", [("treaty", "Pilots Convention"), ("instrument", "Oslo Declaration"), ("instrument", "Pier Pact")]),
    # the maker's name is outside where the title stands without it, before and behind; not where nothing is left of it
    ("en", "the World Health Organization Clean Piers Strategy, the International Labour Organization Ferry Convention, 2031, and the World Health Organization Constitution", [("instrument", "Clean Piers Strategy"), ("treaty", "Ferry Convention, 2031")]),
    ("en", "the World Health Organization Framework Convention on Tolls and the United Nations Convention on Nets", [("treaty", "World Health Organization Framework Convention on Tolls"), ("treaty", "United Nations Convention on Nets")]),
    ("en", "the Guidelines on Safe Piers of the Committee on Lakes, and the Agreement on the Fund of the Lake Advisory Committee", [("instrument", "Guidelines on Safe Piers"), ("treaty", "Agreement on the Fund of the Lake Advisory Committee")]),
    ("en", "the Universal Declaration on Nets of the United Nations Lake, Pier and River Organization", [("instrument", "Universal Declaration on Nets")]),
    # how far a title goes: its decade, in connection with, a decade that it makes; not where it holds
    ("en", "the Oslo Programme of Action for Lake States for the decade 2031–2040 and the Pier Plan of Action for the harbours", [("instrument", "Oslo Programme of Action for Lake States for the decade 2031–2040"), ("instrument", "Pier Plan of Action")]),
    ("en", "the Agreement between Utopia and the Lake Agency for the Use of Nets in connection with the Treaty on Old Boats, and the Pier Treaty in connection with tolls", [("treaty", "Agreement between Utopia and the Lake Agency for the Use of Nets in connection with the Treaty on Old Boats"), ("treaty", "Pier Treaty")]),
    ("en", "the Declaration of the 2030s as the Second Lake Decade, the Agenda for Clean Lakes in the States members of the Union, and a Recommendation on the Ethics of Nets of 3 May 2031", [("instrument", "Declaration of the 2030s as the Second Lake Decade"), ("instrument", "Agenda for Clean Lakes"), ("instrument", "Recommendation on the Ethics of Nets of 3 May 2031")]),
    ("en", "the Lake Union “Protect, Fill and Keep” Framework, and the “Clean lakes” exhibition", [("instrument", "Lake Union “Protect, Fill and Keep” Framework")]),
    # protocols without their treaty's name are none, unless a year tells which; nor is what a resolution is entitled
    ("en", "the Lake Convention, 1973, as modified by the Protocol of 1978 relating thereto, its Optional Protocol, the Additional Protocols thereto, Protocol V and the 1967 Protocol", [("treaty", "Lake Convention, 1973"), ("treaty", "Protocol of 1978"), ("treaty", "1967 Protocol")]),
    ("en", "its resolution 71/256 of 23 December 2016, entitled “New Lake Agenda”, and the New Lake Agenda", [("resolution", "resolution 71/256"), ("instrument", "New Lake Agenda")]),
    ("en", "the report of the Secretary-General entitled “An Agenda for Lakes” and the declaration entitled “An Agenda for Piers”", [("instrument", "An Agenda for Piers")]),
    # the same in Chinese; of the parties it is one
    ("zh", "《湖泊公约》缔约国2031年审议大会、《湖泊公约》第三次缔约方会议、《港口公约》缔约方大会和《渡口公约》秘书处", []),
    ("zh", "请《湖泊公约》缔约国、《湖泊公约》和大会、根据《港口宣言》第五段召开大会", [("treaty", "《湖泊公约》"), ("treaty", "《湖泊公约》"), ("instrument", "《港口宣言》")]),
    ("zh", "《2031-2040年湖泊框架》执行情况高级别中期审查、关于《港口纲领》执行情况的高级别全面审查和《渡口宣言》的执行情况", [("instrument", "《渡口宣言》")]),
    # without 《》 where it is a full title, with its ordinal; a protocol without its treaty's name is none; a year behind a verb's 到
    ("zh", "需要在船民问题全球契约框架内、执行第四个铲除水患国际十年行动计划、联合国全球契约和高级别会议政治宣言", [("instrument", "船民问题全球契约"), ("instrument", "第四个铲除水患国际十年行动计划")]),
    ("zh", "注意到可持续捕捞和消费十年方案框架，《湖泊公约》及其任择议定书、第五议定书和2031年《湖泊议定书》", [("instrument", "可持续捕捞和消费十年方案框架"), ("treaty", "《湖泊公约》"), ("treaty", "2031年《湖泊议定书》")]),
    ("zh", "考虑到1992年《湖泊宣言》，认识到1993年《港口宣言》，到2030年《渡口议程》", [("instrument", "1992年《湖泊宣言》"), ("instrument", "1993年《港口宣言》"), ("instrument", "《渡口议程》")]),
    ("zh", "通过所附宣言，标题为“2031年湖泊宣言”，并颁发证书，标题为“湖泊之友”", [("instrument", "“2031年湖泊宣言”")]),
    ("en", "the Conference to Adopt the Lake Compact and the members of the Inclusive Framework on Tolls", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), NAMED)
def test_named_instruments(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(cited.kind, text[cited.start : cited.end]) for cited in find_citations(text, language)] == expected


def test_an_instrument_is_none_inside_the_name_of_a_body() -> None:
    raw = """77/1. Staff

The General Assembly,

1. Requests the Department of Management Strategy, Policy and Compliance to follow the Oslo Strategy.
"""
    facts = extract_facts(parse_resolution(read_text(raw)))
    assert [citation.surface for citation in facts.citations] == ["Oslo Strategy"]


def test_a_treaty_is_none_inside_the_name_of_a_registered_body() -> None:
    raw = """77/1. Lakes

The General Assembly,

1. Welcomes the Conference of the Parties to the United Nations Framework Convention on Climate Change in Oslo, the Conference
of the Parties to the Lake Convention and the United Nations Framework Convention on Climate Change.
"""
    facts = extract_facts(parse_resolution(read_text(raw)))
    assert [(citation.surface, raw[citation.start - 8 : citation.start]) for citation in facts.citations] == [
        ("United Nations Framework Convention on Climate Change", "and the "),
    ]


def test_a_title_that_goes_on_behind_its_body_has_the_bodys_name_in_it() -> None:
    raw = """77/1. Lakes

The General Assembly,

1. Welcomes the United Nations Office on Drugs and Crime Lake Strategy 2031–2035 and the launch by the Secretary-General
of the United Nations Strategy on Piers.
"""
    facts = extract_facts(parse_resolution(read_text(raw)))
    assert [citation.surface for citation in facts.citations] == [
        "United Nations Office on Drugs and Crime Lake Strategy 2031–2035",
        "United Nations Strategy on Piers",
    ]


def test_a_body_is_no_mention_inside_a_title_but_where_it_is_whose() -> None:
    raw = """77/1. Lakes

The General Assembly,

1. Recalls the African Union Policy on Lakes, the Strategy of the United Nations on Piers and the views of UNDP.
"""
    facts = extract_facts(parse_resolution(read_text(raw)))
    assert [mention.agency for mention in facts.agencies] == ["united-nations", "undp"]


def test_a_citation_carries_its_date_and_section() -> None:
    (cited,) = find_citations("2019年7月25日第73/330号决议，附件二", "zh")
    assert (cited.date, cited.section) == ("2019-07-25", "附件二")


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "zh",
            "2020年12月7日第75/27号、2021年12月17日第76/213号和2022年3月29日第76/257号决议",
            ["2020-12-07", "2021-12-17", "2022-03-29"],
        ),
        ("zh", "2017年12月24日第72/261和72/266 A号决议", ["2017-12-24", "2017-12-24"]),
        (
            "en",
            "resolutions 58/269 and 58/270 of 23 December 2003 and 2282 (2016) of 27 April 2016",
            ["2003-12-23", "2003-12-23", "2016-04-27"],
        ),
        ("en", "resolutions 50/1 and 51/21 of 27 November 1996", [None, "1996-11-27"]),
        ("fr", "ses résolutions 67/287 du 28 juin 2013 et 68/252", ["2013-06-28", None]),
    ],
)
def test_each_member_of_a_list_has_its_date(language: str, text: str, dates: list[str | None]) -> None:
    assert [cited.date for cited in find_citations(text, language)] == dates


def test_each_member_of_a_list_stands_where_it_begins() -> None:
    text = "其第50/1号和第51/21号决议"
    assert [text[cited.start : cited.end] for cited in find_citations(text, "zh")] == ["第50/1号", "第51/21号决议"]


@pytest.mark.parametrize("lost", [["OTHER"], ["behind"], ["OTHER", "behind"], ["OTHER", "HRC", "UNEA"]])
def test_a_language_that_cannot_name_other_bodies_gives_their_numbers_no_symbol(
    monkeypatch: pytest.MonkeyPatch, lost: list[str]
) -> None:
    french = language_of("fr").table("references")
    less = french | {
        table: {key: value for key, value in french[table].items() if key not in lost}
        for table in ("numbers", "organs")
    }
    tables = {"references": less}
    monkeypatch.setattr(Language, "table", lambda language, name: tables.get(name) or _table(language.code, name))
    text = (
        "la résolution 56/10 de la Commission, la résolution 51/4 du Conseil exécutif, la résolution 5/14 de "
        "l’Assemblée pour l’environnement et la résolution 70/1 du 25 septembre 2015"
    )
    patterns = citations.citation_patterns.__wrapped__("fr")
    monkeypatch.setattr(citations, "citation_patterns", lambda _: patterns)
    symbols = [cited.symbol for cited in find_citations(text, "fr")]
    assert symbols[:2] == [None, None]
    assert symbols[2] in (None, "UNEP/EA.5/Res.14")
    assert symbols[3] == "A/RES/70/1"


def test_ibid_alone_repeats_the_note_before() -> None:
    (before,) = find_citations("联合国，《条约汇编》，第75卷，第973号。", "zh")
    (again,) = find_citations("同上。", "zh", before=before)
    assert again.symbol == "UNTS 75/973"


DATES = [
    # a year tells when guidelines or a programme of action were made; it names a conference, and what an agenda is for
    (
        "en",
        "the 2004 Guidelines to Save Lake Turtles and the 1995 Global Programme of Action for Lakes",
        ["2004", "1995"],
    ),
    ("en", "the 2010 Review Conference, the 2030 Agenda and the 2005 World Summit Outcome", []),
    ("zh", "2027年3月24日、25日和30日的三次风暴", ["2027-03-24", "2027-03-25", "2027-03-30"]),
    ("zh", "2027年3月24日至26日、28日", ["2027-03-24/2027-03-26", "2027-03-28"]),
    ("zh", "2027年和30日内", ["2027"]),
    ("zh", "2021 年 9 月 9 日", ["2021-09-09"]),
    ("zh", "2016年7月24日至28日", ["2016-07-24/2016-07-28"]),
    ("zh", "2018年5月", ["2018-05"]),
    ("zh", "于2017年完成", ["2017"]),
    ("zh", "《2030年可持续发展议程》", []),
    ("zh", "2025年愿景", []),
    ("zh", "在其2023年届会上，以及在2024年实质性会议期间", ["2023", "2024"]),
    ("zh", "理事会2023年届会报告，以及在理事会2023年届会上", ["2023", "2023"]),
    ("zh", "主席筹备2027年论坛时，考虑到2026年届会的优先主题", ["2027", "2026"]),
    ("zh", "湖泊会议2026年届会和缔约国2020年审议大会", ["2026"]),
    ("en", "from 26 to 28 September 2016", ["2016-09-26/2016-09-28"]),
    ("en", "in May 2018", ["2018-05"]),
    ("en", "missions in 2014, 2018 and 2020, and the report for 2021", ["2014", "2018", "2020", "2021"]),
    ("en", "resolutions 2018 (2011) of 31 October 2011 and 2039 (2012)", ["2011-10-31"]),
    ("zh", "2014年黎巴嫩的损失和2020年工作报告", ["2014", "2020"]),
    ("zh", "2030年", []),
    ("zh", "1951年《湖泊公约》、1977年附加议定书和渡口组织2009年最佳做法准则", ["1951", "1977", "2009"]),
    (
        "en",
        "the 1951 Convention on Lakes, its 1967 Protocol, the 2019 Ministerial Declaration and the 1999 guidelines",
        ["1951", "1967", "2019", "1999"],
    ),
    ("zh", "《2030年湖泊议程》、2010年审议大会和2025年渡口组织区域战略", []),
    # a body's meeting is told by its year; what has a matter is named by it
    (
        "en",
        "at its 2031 and 2032 sessions, its 2033 substantive session and the 2034 forum",
        ["2031", "2032", "2033", "2034"],
    ),
    ("en", "the 2031 forum on lakes, the 2032 Pacific regional seminar and the 2033 Ferry Forum", ["2032"]),
    ("en", "the Board’s 2031 session and the 2032 regional seminar", ["2031", "2032"]),
    ("en", "the 2031 High-level Dialogue on Lakes, the 2050 Vision and its 2031 dialogue", ["2031"]),
    ("zh", "根据2008年渡口账户体系提交2009年账户", ["2009"]),
    ("zh", "2031年高级别湖泊对话、2031年湖泊问题政治论坛、2031年会议和2031年对话", ["2031", "2031"]),
    ("en", "the 2010 Review Conference, Vision 2025 and the Lake Framework 2015–2030 provide help", []),
    ("zh", "1995年、2000年和2010年审议大会、在2022年太平洋区域讨论会上和2018-2022年“一湖一船”战略", ["2022"]),
    ("zh", "2015年经大会延长、2021年是湖泊论坛成立十周年、2016年秘书长召开了会议", ["2015", "2021", "2016"]),
    ("zh", "到2030年实现湖泊目标，注意到2030年湖泊议程", ["2030"]),
    ("zh", "2020年后湖泊框架、2022年后的工作和1930年代", ["2022"]),
    # parts of a year are ranges of its months
    (
        "en",
        "in the second or third quarter of 2024, the last quarter of 2023 and the first half of 2025",
        ["2024-04/2024-09", "2023-10/2023-12", "2025-01/2025-06"],
    ),
    (
        "zh",
        "2024年第二或第三季度、2023年最后一个季度和2025年上半年",
        ["2024-04/2024-09", "2023-10/2023-12", "2025-01/2025-06"],
    ),
    ("en", "a second quarter of the lakes in 2024", ["2024"]),
    # budget periods; a resolution of the Council has such a number
    (
        "en",
        "the 2020/21 budget period, for 2021/22, resolutions 2019/20 of 23 July 2019 and 2020/21",
        ["2020/2021", "2021/2022", "2019-07-23"],
    ),
    ("zh", "2020/21年预算期和2021/22预算期，第2019/20号决议", ["2020/2021", "2021/2022"]),
    # the years of a decade stand in its name, be it in brackets
    ("en", "the International Decade of Lakes (2021–2030) and the Lake Decade 2014–2024", []),
    ("zh", "湖泊国际十年(2021-2030年)和第三阶段(2015-2019)", ["2015/2019"]),
    ("zh", "宣布2021-2030年为湖泊国际十年", ["2021/2030"]),
    (
        "en",
        "proclaims 2021–2030 the Decade of Lakes, and Proclaims 2022 the International Year of Lakes",
        ["2021/2030", "2022"],
    ),
    ("en", "the International Lake Regulations (2005) and general comment No. 12 (1999)", ["2005", "1999"]),
    (
        "en",
        "between March 2011 and May 2021, from July 2020 to June 2021, in March–April 2021, in March 2018 and May 2019",
        ["2011-03/2021-05", "2020-07/2021-06", "2021-03/2021-04", "2018-03", "2019-05"],
    ),
    ("zh", "2018年3月和2019年5月、2020年7月至2021年6月", ["2018-03", "2019-05", "2020-07/2021-06"]),
    # what leaves its year to the date before it or behind it
    (
        "zh",
        "2021年2月1日和3月2日，2022年5月3日至5日、6月7日至9日",
        ["2021-02-01", "2021-03-02", "2022-05-03/2022-05-05", "2022-06-07/2022-06-09"],
    ),
    ("zh", "每年3月2日和5月31日", []),
    (
        "zh",
        "于2016、2017和2019年举行，2022和2023日历年的会费，2021财政年度",
        ["2016", "2017", "2019", "2022", "2023", "2021"],
    ),
    ("zh", "2000和2010年审议大会，第2019和2020号", []),
    ("zh", "在2023年按照大会决定动用，关于2020年湖泊概览报告", ["2023", "2020"]),
    ("en", "By 2030 the lakes are to be clean. In 2025, and under the 1982 Lake Law", ["2030", "2025", "1982"]),
    (
        "en",
        "from 28 February to 11 March, 30 May to 10 June and 29 August to 9 September 2022",
        ["2022-02-28/2022-03-11", "2022-05-30/2022-06-10", "2022-08-29/2022-09-09"],
    ),
    (
        "en",
        "recalling that 2020 was dry, by mid-2022, beyond 2023, in spring 2024, his 2013, 2016 and 2019 reports",
        ["2020", "2022", "2023", "2024", "2013", "2016", "2019"],
    ),
    ("en", "recommendation (2022)17 and the year 2021", ["2021"]),
    ("en", "opened in 2022 (lakes and rivers) and in resolutions 2018 (2011) and 2006 (XIX)", ["2022"]),
    ("en", "the 2030 Agenda, and for 2030 Agenda targets", []),
    ("zh", "于2014年、2018年和2020年", ["2014", "2018", "2020"]),
    ("fr", "en 2014, 2018 et 2020, et le budget pour 2021", ["2014", "2018", "2020", "2021"]),
    ("en", "the letters of 2 April 2013 and 24 December 2014", ["2013-04-02", "2014-12-24"]),
    ("en", "between 2 April 2013 and 24 December 2014", ["2013-04-02/2014-12-24"]),
    ("en", "on 1 February and 2 March 2021", ["2021-02-01", "2021-03-02"]),
    # joined months and days are each a date of its own, a span of them is one
    (
        "en",
        "in July and August 2014, between May and June 2015, from March to May 2016 and in March, April or May 2017",
        ["2014-07", "2014-08", "2015-05/2015-06", "2016-03/2016-05", "2017-03", "2017-04", "2017-05"],
    ),
    ("en", "on 30 June and 1 July 2021", ["2021-06-30", "2021-07-01"]),
    ("en", "on 20 and 21 June 2021", ["2021-06-20", "2021-06-21"]),
    (
        "en",
        "on 2, 4 and 7 June 2021, and from 9 to 10 June 2021",
        ["2021-06-02", "2021-06-04", "2021-06-07", "2021-06-09/2021-06-10"],
    ),
    (
        "en",
        "between 20 and 21 June 2021, and in resolutions 3 and 4 of 2 June 2021",
        ["2021-06-20/2021-06-21", "2021-06-02"],
    ),
    (
        "fr",
        "les 3 et 4 mai 2031, les 30 juin et 1er juillet 2031 et du 5 au 6 mai 2032",
        ["2031-05-03", "2031-05-04", "2031-06-30", "2031-07-01", "2032-05-05/2032-05-06"],
    ),
    ("en", "from 21–23 June 2022", ["2022-06-21/2022-06-23"]),
    ("en", "from 1 to 5 April and on 11 April 2024", ["2024-04-01/2024-04-05", "2024-04-11"]),
    (
        "en",
        "from 23 July to 8 August and from 24 August to 5 September 2021",
        ["2021-07-23/2021-08-08", "2021-08-24/2021-09-05"],
    ),
    ("en", "10 May, the day of lakes, and 2021", []),
    ("en", "on Monday, 22 November, and Tuesday, 23 November 2021", ["2021-11-22", "2021-11-23"]),
    (
        "en",
        "during the triennium 2022–2024 and the biennium 2031–2032, the millennium 2000",
        ["2022/2024", "2031/2032"],
    ),
    ("en", "the period 2020–2024 and the plan (2021–2025)", ["2020/2024", "2021/2025"]),
    ("en", "between 2019 and 2030", ["2019/2030"]),
    ("en", "held in Oslo (1999), Quito (2000 and 2001) and Bern (2003)", ["1999", "2000", "2001", "2003"]),
    ("en", "resolutions 1325 (2000) and 2231 (2015)", []),
    ("en", "the 2021 report on ferries and the 2022 budget", ["2021", "2022"]),
    ("en", "the 2021 Lake Seminar, the 2022 lake strategy and the post-2020 framework", []),
    ("en", "recalling that 2020 marks the midterm review and that 2021 will mark its end", ["2020", "2021"]),
    ("en", "the pre-1967 borders", ["1967"]),
    ("zh", "2018年11月4日和2020年10月4日", ["2018-11-04", "2020-10-04"]),
    (
        "zh",
        "2018年11月4日和5日、2019年3月2和3日、2020年5月1、3和6日、2021年6月3日至4日",
        [
            "2018-11-04",
            "2018-11-05",
            "2019-03-02",
            "2019-03-03",
            "2020-05-01",
            "2020-05-03",
            "2020-05-06",
            "2021-06-03/2021-06-04",
        ],
    ),
]


MADE = [
    (
        "Recalls the Oslo Plan of Action on Piers, 2031, the Lake Convention, 1999 (No. 82), and the Year of Piers, 2033.",
        ["2031", "1999"],
    ),
    ("Recalls the International Lake Regulations (2005) and the Decade of Lakes (2021–2030).", ["2005"]),
    (
        "回顾《国际湖泊条例(2005)》、《湖泊国际十年(2021-2030年)》、第1325(2000)号决议和《渡轮公约（2031年）》。",
        ["2005", "2031"],
    ),
]


@pytest.mark.parametrize(("text", "years"), MADE)
def test_the_year_of_a_title_is_a_date(text: str, years: list[str]) -> None:
    facts = extract_facts(parse_resolution(read_text(text)))
    assert [date.surface for date in facts.dates] == years


def test_a_year_that_a_title_sets_as_its_aim_is_the_titles() -> None:
    raw = """77/1. Lakes

The General Assembly,

1. Recalls the Lake Declaration: On the Fast Track to End Ferry Tolls by 2030, and the aim to end them by 2030.
"""
    facts = extract_facts(parse_resolution(read_text(raw)))
    assert [(date.date, raw[date.start - 8 : date.start]) for date in facts.dates] == [("2030", "them by ")]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_dates(language: str, text: str, expected: list[str]) -> None:
    assert [found.date for found in find_dates(text, language)] == expected
