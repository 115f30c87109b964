"""Draw the paragraphs of the broad gold: ``python tools/sample_gold.py --texts DIR --later DIR --out DIR``.

Of each language five samples, at most one paragraph of a resolution in each turn of a draw, none of a document
that the whole-document gold has. ``random`` estimates over paragraphs: resolutions are drawn with a probability
proportional to the number of their paragraphs (systematically, from one random start), then one paragraph of each
alike, so that every paragraph has nearly the same chance; ``weight`` is the inverse of that chance. ``enriched`` is
drawn by triggers that are wider than the package's rules (words, not patterns of its lexicon), the rarest trigger
first, from resolutions that ``random`` has not; it estimates nothing and has no weight. ``asking`` estimates over
operative paragraphs in which a directive's verb may stand, drawn as ``random`` is, from resolutions that neither of
the others has; ``unseen`` does so once more over the documents kept aside of which no sample has a paragraph, to
measure by when rules have been made on the others; ``fresh``, once the causes of what the program has wrong there had
been read, over paragraphs kept aside that no sample has: in English of another session, ``--later``, in Chinese of the
documents of ``unseen``. Of the package only the structure is used.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.gold import gold_files, load_gold
from ecoanalysis.model.resolution import Paragraph, Resolution
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document

SEED = 20261128
RANDOM, ENRICHED, ASKING = 120, 170, 160
LANGUAGES = ("zh", "en")
UNSEEN = ((f"{SEED + 1} unseen", 100), (f"{SEED + 2} unseen", 100))
FRESH = {
    "zh": (("20261130 fresh", 100), ("20261130 fresh3", 80)),
    "en": (("20261130 fresh", 100), ("20261130 fresh2", 100), ("20261130 fresh3", 60)),
}
"""Of each turn of a draw its seed and how many paragraphs are wanted, of resolutions that are fewer in ``fresh``."""

Drawn = tuple["Unit", Paragraph, float]


@dataclass(frozen=True)
class Unit:
    """One resolution of the frame, its paragraphs of preamble and operative part, and those that a draw may take."""

    document: str
    resolution: Resolution
    paragraphs: tuple[Paragraph, ...]
    drawable: tuple[Paragraph, ...]

    @property
    def symbol(self) -> str:
        return self.resolution.symbol or self.document

    def chapeau(self, paragraph: Paragraph) -> str | None:
        """The words of all that a point depends on, the outermost first."""
        lines: list[str] = []
        parent = paragraph.parent
        while parent is not None:
            above = self.resolution.paragraph(parent)
            lines.insert(0, above.text)
            parent = above.parent
        return "\n".join(lines) or None

    def before(self, paragraph: Paragraph) -> str | None:
        place = self.paragraphs.index(paragraph)
        return self.paragraphs[place - 1].text if place else None


def number(symbol: str) -> str:
    """A symbol without the letter of a part: a document is kept aside as a whole."""
    return re.sub(r"\s+[A-Z]$", "", symbol)


def is_aside(symbol: str) -> bool:
    """Whether a document belongs to the third that is looked at only to measure; the same in every language."""
    return int(hashlib.sha256(number(symbol).encode()).hexdigest(), 16) % 3 == 0


def is_written_in(language: str, text: str) -> bool:
    han = len(re.findall(r"[\u4e00-\u9fff]", text))
    if language == "zh":
        return han > len(text) / 2
    return han < len(text) / 50 and len(re.findall(r"\b(?:the|of|and)\b", text)) > len(text.split()) / 12


def frame(folder: Path, language: str, without: frozenset[str]) -> Iterator[Unit]:
    for path in sorted(folder.glob("*.xml")):
        try:
            resolutions = parse_resolutions(read_document(path))
        except EcoanalysisError:
            continue
        for one in resolutions:
            paragraphs = tuple(here for here in one.paragraphs if here.part in ("preamble", "operative") and here.text)
            text = " ".join(here.text for here in paragraphs)
            if paragraphs and is_written_in(language, text) and number(one.symbol or path.stem) not in without:
                yield Unit(path.name, one, paragraphs, paragraphs)


# --- random -----------------------------------------------------------------------------------------------------------


def chances(sizes: Sequence[int], wanted: int) -> list[float]:
    """Of each resolution the chance to be drawn: proportional to its size, at most one."""
    sure: set[int] = set()
    while True:
        rest = sum(size for place, size in enumerate(sizes) if place not in sure)
        step = rest / (wanted - len(sure))
        more = {place for place, size in enumerate(sizes) if size > step} - sure
        if not more:
            return [1.0 if place in sure else size / step for place, size in enumerate(sizes)]
        sure |= more


def draw_random(units: Sequence[Unit], wanted: int, draw: random.Random) -> list[Drawn]:
    chance = chances([len(unit.drawable) for unit in units], wanted)
    start, total, drawn = draw.random(), 0.0, []
    for unit, here in zip(units, chance, strict=True):
        before, total = total, total + here
        if int(total - start + 1) > int(before - start + 1):
            drawn.append((unit, draw.choice(unit.drawable), len(unit.drawable) / here))
    draw.shuffle(drawn)
    return drawn


# --- enriched ---------------------------------------------------------------------------------------------------------

DIRECTIVE = {
    "zh": r"请|鼓励|敦促|呼吁|要求|建议|责成|吁请|决定",
    "en": r"(?i:request|invit|encourag|urg(?:es|ing)|call(?:s|ing)|appeal|demand|recommend|decides|suggest)",
}
NEAR = {"zh": 25, "en": 70}  # characters behind a directive verb in which words of a party are looked for
FAR = 400  # the same for the other words
TWICE = ("report", "session", "state", "conflict-party", "stop")  # so rare that their triggers draw twice as often
PARTIES: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "state": r"以色列|政府|当局|俄罗斯|中国|叙利亚|伊朗|朝鲜|缅甸|古巴|乌克兰|法国|"
        r"美利坚|联合王国|阿富汗|阿根廷|摩洛哥|埃及|利比亚|共和国|王国|东道国|占领国",
        "states": r"会员国|成员国|缔约国|各国|国家|管理国",
        "secretary-general": r"秘书长",
        "secretariat": r"秘书处|办事处|办公室|高级专员|司|部|执行秘书|区域委员会",
        "un-body": r"署|基金|规划|系统|机构|理事会|委员会|组织|实体",
        "intergovernmental": r"银行|非洲联盟|欧洲联盟|联盟|区域组织|金融机构|政府间|国际组织",
        "expert": r"报告员|专家|小组|法院|法庭|独立",
        "private": r"企业|公司|私营|工商|债权|产业|投资",
        "civil-society": r"民间社会|非政府|学术|媒体|大学|青年组织|工会",
        "conflict-party": r"冲突[^，；]{0,6}方|武装|各方|当事|塔利班|派别",
        "people": r"个人|人民|妇女|青年|领导人|人士|人们|公众|每个人",
        "mixed": r"利益攸关|国际社会|捐助|伙伴|各方|行为体",
    },
    "en": {
        "state": r"Israel|Government of|authorities|Russian|China|Syria|Iran|Korea|Myanmar|Cuba|Ukraine|France|"
        r"United States|United Kingdom|Afghan|Argentin|Morocc|"
        r"Egypt|Libya|Republic|Kingdom|host country|occupying Power",
        "states": r"Member States|States|Governments|[Cc]ountries|administering Power",
        "secretary-general": r"Secretary-General",
        "secretariat": r"Secretariat|Office|Department|High Commissioner|Executive Secretary|Economic Commission",
        "un-body": r"Programme|Fund\b|agenc|system|entit|Council|Committee|Commission|Organization|Agency",
        "intergovernmental": r"[Bb]ank|African Union|European Union|League|regional organi|financial institution|"
        r"intergovernmental|international organi",
        "expert": r"[Rr]apporteur|[Ee]xpert|[Pp]anel|Court|[Tt]ribunal|[Tt]reaty bod|[Ii]ndependent|Working Group",
        "private": r"private sector|compan|enterprise|business|industr|creditor|investor",
        "civil-society": r"civil society|non-governmental|academ|media|universit|youth|trade union",
        "conflict-party": r"parties (?:to|concerned|involved)|all parties|armed|belligerent|Taliban|faction|sides",
        "people": r"individual|peoples?\b|persons|women|leaders|everyone|population|men\b",
        "mixed": r"stakeholder|international community|donor|partner|all parties|actors",
    },
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "report": r"报告",
        "report-verb": r"汇报|通报|提交|提出|介绍|简报|说明",
        "session": r"届会|届|两年|每年|年底",
        "discretion": r"考虑|酌情|适当|必要时|相关情况下|视需要",
        "mandate": r"任务|授权|职权|职责",
        "resources": r"资源|经费|预算",
        "capacity": r"尽可能|可能|可行|力所能及|最大限度|能力范围",
        "voluntary": r"自愿|志愿",
        "condition": r"应[^，。；]{0,12}请求|应[^，。；]{0,12}要求|法律|国情|情况|前提|条件|须经",
        "effort": r"努力|力求|探讨|争取|尽力",
        "stop": r"停止|不得|避免|终止|不要|放弃|取消|解除|制止|勿|不再",
        "agenda": r"临时议程|议程",
        "review": r"审查|审议|评估|审评",
        "expiry": r"延长|任期|为期|到期|直至|至\d{4}年",
    },
    "en": {
        "report": r"(?i:report)",
        "report-verb": r"(?i:submit|inform|update|brief|present|convey|communicat)",
        "session": r"(?i:session|annual|biennial|by the end)",
        "discretion": r"(?i:consider|appropriate|relevant|need(?:ed)?\b|necessary|applicable)",
        "mandate": r"(?i:mandate|competence|responsibilit)",
        "resources": r"(?i:resource|funding|budget)",
        "capacity": r"(?i:possible|feasible|practicable|extent|position to|ability)",
        "voluntary": r"(?i:voluntar)",
        "condition": r"(?i:request of|requested|upon request|legislation|circumstances|"
        r"subject to|priorities|conditions|provided that)",
        "effort": r"(?i:effort|endeavour|seek|explore|strive)",
        "stop": r"(?i:\bstop|ceas|refrain|desist|\bnot to\b|\bend\b|lift|halt|withdraw|terminat|avoid|abandon|repeal)",
        "agenda": r"(?i:provisional agenda|agenda)",
        "review": r"(?i:review|consideration|assess)",
        "expiry": r"(?i:extend|until|expir|period of|term of)",
    },
}


def triggers(language: str) -> dict[str, re.Pattern[str]]:
    def behind(kinds: Mapping[str, str], reach: int) -> dict[str, re.Pattern[str]]:
        verb = DIRECTIVE[language]
        return {kind: re.compile(f"(?:{verb})[^;；]{{0,{reach}}}?(?:{words})") for kind, words in kinds.items()}

    return behind(PARTIES[language], NEAR[language]) | behind(WORDS[language], FAR)


def draw_enriched(
    units: Sequence[Unit], language: str, wanted: int, draw: random.Random
) -> list[tuple[Unit, Paragraph, tuple[str, ...]]]:
    """Again and again the trigger that has been met least often draws one paragraph, of a resolution not yet used."""
    tests, directive = triggers(language), re.compile(DIRECTIVE[language])
    found: list[tuple[Unit, Paragraph, tuple[str, ...]]] = []
    for unit in units:
        for paragraph in unit.paragraphs:
            words = f"{unit.chapeau(paragraph) or ''} {paragraph.text}"
            if paragraph.part == "operative" and directive.search(words):
                kinds = tuple(kind for kind, test in tests.items() if test.search(words))
                found.append((unit, paragraph, kinds))
    draw.shuffle(found)
    drawn: list[tuple[Unit, Paragraph, tuple[str, ...]]] = []
    used: set[str] = set()
    # Of broad triggers each paragraph has several: what counts is how often a trigger was the reason to draw.
    reasons: Counter[str] = Counter()
    while len(drawn) < wanted:
        kind = min(tests, key=lambda kind: reasons[kind] / (1 + (kind in TWICE)))
        reasons[kind] += 1
        pick = next((one for one in found if kind in one[2] and one[0].symbol not in used), None)
        if pick:
            used.add(pick[0].symbol)
            drawn.append((pick[0], pick[1], (kind, *pick[2])))
    draw.shuffle(drawn)
    return drawn


# --- asking -----------------------------------------------------------------------------------------------------------


def that_may_ask(units: Sequence[Unit], language: str) -> list[Unit]:
    """Of each resolution the operative paragraphs in which a directive's verb may stand, their chapeaus' words too."""
    directive = re.compile(DIRECTIVE[language])
    narrowed = (
        replace(
            unit,
            drawable=tuple(
                paragraph
                for paragraph in unit.paragraphs
                if paragraph.part == "operative"
                and directive.search(f"{unit.chapeau(paragraph) or ''} {paragraph.text}")
            ),
        )
        for unit in units
    )
    return [unit for unit in narrowed if unit.drawable]


# --- unseen, fresh ----------------------------------------------------------------------------------------------------


def aside_that_may_ask(units: Sequence[Unit], drawn: Collection[str], language: str) -> list[Unit]:
    rest = [unit for unit in units if is_aside(unit.symbol) and number(unit.symbol) not in drawn]
    return that_may_ask(rest, language)


def draw_in_turns(units: Sequence[Unit], turns: Sequence[tuple[str, int]], language: str) -> list[Drawn]:
    """A draw of what those before have left, for each turn; together they stand for the paragraphs once."""
    drawn: list[Drawn] = []
    for seed, wanted in turns:
        left = but(units, {(unit.symbol, paragraph.id) for unit, paragraph, _ in drawn})
        drawn += draw_random(left, wanted, random.Random(f"{seed} {language}"))
    return [(unit, paragraph, weight / len(turns)) for unit, paragraph, weight in drawn]


def but(units: Sequence[Unit], drawn: Collection[tuple[str, str]]) -> list[Unit]:
    """The resolutions with the paragraphs that are not drawn yet, where there are any."""
    left = [
        replace(unit, drawable=tuple(here for here in unit.drawable if (unit.symbol, here.id) not in drawn))
        for unit in units
    ]
    return [unit for unit in left if unit.drawable]


# --- what the readers get ---------------------------------------------------------------------------------------------


def row(unit: Unit, paragraph: Paragraph, language: str) -> dict[str, Any]:
    return {
        "key": f"{unit.symbol} {paragraph.id} {language}",
        "symbol": unit.symbol,
        "document": unit.document,
        "language": language,
        "organ": unit.resolution.organ,
        "session": unit.resolution.session,
        "title": unit.resolution.title,
        "paragraph": paragraph.id,
        "part": paragraph.part,
        "text": paragraph.text,
        "chapeau": unit.chapeau(paragraph),
        "before": unit.before(paragraph),
    }


def write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, required=True, help="folder that holds zh and en")
    parser.add_argument("--later", type=Path, required=True, help="folder whose en holds another session")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    without = frozenset(number(load_gold(path).document.symbol) for path in gold_files())
    aside: set[str] = set()
    facts: dict[str, Any] = {"seed": SEED}
    frames = {language: list(frame(arguments.texts / language, language, without)) for language in LANGUAGES}
    drawn: set[str] = set()
    for language, units in frames.items():
        aside |= {unit.symbol for unit in units if is_aside(unit.symbol)}
        some = draw_random(units, RANDOM, random.Random(f"{SEED} random {language}"))
        names = {number(unit.symbol) for unit, _, _ in some}
        rest = [unit for unit in units if number(unit.symbol) not in names]
        more = draw_enriched(rest, language, ENRICHED, random.Random(f"{SEED} enriched {language}"))
        names |= {number(unit.symbol) for unit, _, _ in more}
        rest = that_may_ask([unit for unit in units if number(unit.symbol) not in names], language)
        asking = draw_random(rest, ASKING, random.Random(f"{SEED} asking {language}"))
        write(arguments.out / f"random.{language}.jsonl", [row(unit, here, language) for unit, here, _ in some])
        write(arguments.out / f"enriched.{language}.jsonl", [row(unit, here, language) for unit, here, _ in more])
        write(arguments.out / f"asking.{language}.jsonl", [row(unit, here, language) for unit, here, _ in asking])
        facts[language] = {
            "resolutions": len(units),
            "paragraphs": sum(len(unit.paragraphs) for unit in units),
            "paragraphs that may ask": sum(len(unit.drawable) for unit in rest),
            "weights": {row(unit, here, language)["key"]: round(weight, 2) for unit, here, weight in [*some, *asking]},
            "triggers": dict(Counter(kind for _, _, kinds in more for kind in dict.fromkeys(kinds))),
            "drawn by": {row(unit, here, language)["key"]: kinds[0] for unit, here, kinds in more},
        }
        drawn |= names | {number(unit.symbol) for unit, _, _ in asking}
    later = {"en": list(frame(arguments.later / "en", "en", without)), "zh": frames["zh"]}
    left = {language: aside_that_may_ask(units, drawn, language) for language, units in frames.items()}
    unseen = {language: draw_in_turns(units, UNSEEN, language) for language, units in left.items()}
    read = {(unit.symbol, paragraph.id) for turns in unseen.values() for unit, paragraph, _ in turns}
    for language in LANGUAGES:
        units = but(aside_that_may_ask(later[language], drawn, language), read)
        fresh = draw_in_turns(units, FRESH[language], language)
        write(
            arguments.out / f"unseen.{language}.jsonl",
            [row(unit, here, language) for unit, here, _ in unseen[language]],
        )
        write(arguments.out / f"fresh.{language}.jsonl", [row(unit, here, language) for unit, here, _ in fresh])
        facts[language]["paragraphs aside that may ask"] = sum(len(unit.drawable) for unit in left[language])
        facts[language]["weights"] |= {
            row(unit, here, language)["key"]: round(weight, 2) for unit, here, weight in [*unseen[language], *fresh]
        }
    (arguments.out / "aside.txt").write_text("".join(f"{one}\n" for one in sorted(aside)), encoding="utf-8")
    (arguments.out / "frame.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
