"""How well are negotiating texts read: ``negotiating.py DIR [--language en] [--files N] [--seeds N] [--forms NAME] [--aside]``.

Real resolutions (AKN4UN files) are written as delegations write them while they negotiate – labels, brackets,
attributions, alternatives, deletions, remarks, agreed ad ref – in many forms, drawn by a seed; then what is read of each
is held against what is read of the same text without a mark. Every third file, in order of names, is kept aside.
"""

# ruff: noqa: E501 - the forms read as tables
from __future__ import annotations

import argparse
import random
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ecoanalysis.errors import UnknownLanguageError
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Paragraph, Resolution
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document, read_text

SUFFIXES = {"en": ["bis", "ter", "alt", "alt 1", "quater"], "zh": ["之二", "bis", "备选", "alt"]}
LABELS = {
    "en": {
        "preamble": ["PP{n}. ", "PP{n} ", "PP{n}: ", "PP {n}. ", "pp{n}. ", "PP.{n} ", "(PP{n}) ", "[PP{n}] ", "PP{n} – ",
                     "PP{n}) ", "PP{n}\n", "Preambular para {n}: ", "**PP{n}** ", "PP {n} ", "PPara {n}. ",
                     "PP{n} - ", "PP #{n}: ", "P{n}. ", "Pp{n}) ", "PP{n}/ ", "PP{n} - ", "Preambular para. {n}: ", "PREAMBULAR PARAGRAPH {n} — "],
        "operative": ["OP{n}. ", "OP{n} ", "OP{n}: ", "OP {n}. ", "Op{n}. ", "OP.{n} ", "(OP{n}) ", "[OP{n}] ", "OP{n} – ",
                      "OP{n}) ", "OP{n}\n", "Operative para {n}: ", "**OP{n}** ", "op {n}: ", "OP{n}.\t",
                     "OP{n} - ", "OP #{n}: ", "O{n}. ", "{n}) ", "OP{n}/ ", "OP{n} - ", "Operative para. {n}: ", "OPERATIVE PARAGRAPH {n} — "],
    },
    "zh": {
        "preamble": ["PP{n}. ", "PP{n} ", "序言部分第{n}段：", "序言部分第{n}段 ", "序言第{n}段：", "(PP{n}) ", "PP{n}：", "PP{n}\n", "【PP{n}】",
                     "序{n}. ",
                     "PP{n}、", "第{n}序言段：", "序言部分第{n}段、", "序言部分第{n}段：", "PP{n}（序言段）："],
        "operative": ["OP{n}. ", "OP{n} ", "执行部分第{n}段：", "执行部分第{n}段 ", "执行第{n}段：", "(OP{n}) ", "OP{n}：", "OP{n}\n", "【OP{n}】",
                      "正文第{n}段：",
                     "OP{n}、", "第{n}执行段：", "执行部分第{n}段、", "执行部分第{n}段：", "OP{n}（执行段）："],
    },
}  # fmt: skip
WHO = {
    "en": ["EU", "US", "USA", "RUS", "RF", "G77", "G-77 and China", "G77 & China", "CANZ", "African Group", "Mexico",
           "United Kingdom", "JPN", "EU/CAN", "US, UK, AUS", "CUB+VEN", "Switzerland and Norway", "Holy See", "NAM", "Egypt",
           "GRULAC", "Russian Federation", "CARICOM", "China", "Iran (Islamic Republic of)", "New Zealand", "LMG", "OIC"],
    "zh": ["欧盟", "美国", "俄罗斯", "俄罗斯联邦", "77国集团和中国", "非洲集团", "墨西哥", "日本、韩国", "瑞士和挪威", "英国", "EU", "G77", "古巴",
           "不结盟运动", "埃及", "伊朗", "教廷", "加新澳集团", "中国"],
}  # fmt: skip
KEPT = {  # words that are read, in a bracket
    "en": ["[{w}]", "[[{w}]]", "[{p}: {w}]", "[{p}: add {w}]", "[{p}: add: {w}]", "[{p} add: {w}]", '[{p}: add "{w}"]',
           "[add {p}: {w}]", "[{p}: insert “{w}”]", "[Proposed by {p}: {w}]", "[{p} proposes: {w}]", "[{p} proposal: {w}]",
           "[{w} ({p})]", "[{w} – {p}]", "[{w}] ({p})", "[{w}] [{p}]", "[{w}]({p})", "[{p} to add: {w}]", "[{p}+: {w}]",
           "[{p}: new: {w}]", "[NEW {p}: {w}]", "[ {w} ]", "[{p} suggests adding {w}]",
           "[{w} {p}]", "[+{p}: {w}]", "[{p}: {w}]*", "{{{p}: {w}}}", "<{w}>", "[{p} would like to see: {w}]", "[{w}, {p}]", "[addition by {p}: {w}]", "[{p} suggests adding {w}]", "[+{p}: {w}]", "**{w}** [{p}]", "[Retain: {w} ({p})]", "[INS {p}] {w} [/INS]", "[{p}, supported by several delegations: {w}]", "[{p} kindly requests to reinstate the following: {w}]"],
    "zh": ["[{w}]", "［{w}］", "【{w}】", "[{p}：{w}]", "[{p}：增加 {w}]", "[{p}：增加“{w}”]", "[{p}建议增加：{w}]", "[{p}提议：{w}]",
           "［{p}：添加{w}］", "【{p}：加入{w}】", "[{w}（{p}）]", "[{w}]（{p}）", "[{p}新增：{w}]", "[增加（{p}）：{w}]", "[{p}提案：{w}]",
           "[{p}希望加入：{w}]", "〔{w}〕", "[{w}，{p}]", "[{p}要求增列：{w}]", "[{p}：+{w}]", "[{p}建议增加：{w}]", "（{p}提议加入“{w}”）", "〔增：{w}（{p}）〕", "[{w}]（{p}要求保留此措辞）", "[+{w} / {p}]"],
}  # fmt: skip
STRUCK = {  # words that are not read
    "en": ["[{p}: delete {w}]", "[{p}: del: {w}]", "[{p}: delete: {w}]", '[{p}: delete "{w}"]', "[delete {p}: {w}]", "~~{w}~~",
           "[{p} to delete: {w}]", "[delete: {w}]", "[DEL {p}: {w}]", "[{p}: strike “{w}”]", "[{p} delete {w}]",
           "[{p} deletes: {w}]", "[{p} proposes to delete: {w}]",
           "[-{p}: {w}]", "[{p}: please delete {w}]", "[{p} wants {w} deleted]", "[omit {p}: {w}]", "[{p} cannot accept: {w}]", "[{p}: delete \"{w}\"]", "[{w} – {p} del.]", "[{p} requests the deletion of: {w}]", "({p} proposes to remove the words “{w}”)", "[{p} would prefer to drop {w}]", "[{w} / {p} asks to take out]"],
    "zh": ["[{p}：删除{w}]", "[{p}：删除：{w}]", "[{p}：删除“{w}”]", "[{p}建议删除：{w}]", "[删除：{w}]", "~~{w}~~", "【{p}：删去{w}】",
           "［{p}：删去“{w}”］", "[删除（{p}）：{w}]", "[{p}提议删去：{w}]",
           "[{p}要求去除：{w}]", "[{p}：不要{w}]", "[{p}主张删掉：{w}]", "[{p}建议删除：{w}]", "【{w}——{p}要求删去】", "〔删：{w}（{p}）〕", "[-{w} / {p}]"],
}  # fmt: skip
CHOICES = {  # the first is read
    "en": ["[{w}/{o}]", "[{w} / {o}]", "[{w}] / [{o}]", "[{w}][{p}: {o}]".replace("[{p}: {o}]", "[{p} alt: {o}]"),
           "[{w}] [alt {p}: {o}]", "[{w}] [{p}: alt: {o}]", "[{w} OR {o}]", "[{w}] [{p}: replace with {o}]",
           '[{w}] [{p}: replace by "{o}"]',
           "[{w} | {o}]", "[{w}] or [{o}]", "[{w}] [{p}: instead: {o}]", "[{w}] [{p} prefers: {o}]", "[{w}] [{p} alt: {o}]", "[{w} / {o} ({p})]"],
    "zh": ["[{w}/{o}]", "[{w}／{o}]", "[{w}]/[{o}]", "[{w}][{p}：改为{o}]", "[{w}][{p}：改为“{o}”]", "[{w}][{p}备选：{o}]",
           "[{w}|{o}]", "[{w}]或[{o}]", "[{w}][{p}：代之以“{o}”]", "[{w}] [{p}备选：{o}]"],
}  # fmt: skip
REMARKS = {  # behind a paragraph, or in it
    "en": ["({p})", "({p}, delete)", "({p}: delete)", "({p} reserves)", "({p}: reservation)", "({p} to delete)", "(del: {p})",
           "[{p}: retain]", "[{p}: reserve]", "[{p} supports]", "(support: {p})", "[{p}: move to OP5]", "(agreed)", "(agreed ad ref)",
           "[agreed ad ref]", "Agreed ad ref.", "AGREED", "[Agreed]", "(ad ref)", "[ad ref]", "(AGREED AD REF)", "– agreed ad ref",
           "(provisionally agreed)", "[Facilitator's note: to be discussed]", "[{p}: study reservation]", "(A/RES/77/5, PP4)",
           "(based on OP3 of A/RES/76/9)", "[Comment {p}: needs more time]", "(agreed language from A/RES/77/5)", "[pending]",
           "[{p} to revert]", "({p}: language too weak)", "// {p}: check", "(ok {p})", "[closed]", "*agreed*", "Adopted ad ref", "[AR]", "[Agreed ad ref.]", "[{p}: general reservation on this para]", "[{p} will revert after consulting capital]", "[{p}: scrutiny reservation]", "[Pending – come back to this paragraph later]", "(Facilitator's note: agreed language from last year's resolution)"],
    "zh": ["（{p}）", "（{p}：删除）", "（{p}建议删除）", "（{p}保留）", "（{p}：保留立场）", "[{p}：保留]", "（{p}支持）", "（已议定）", "（已商定）",
           "[已议定]", "（商定，待核准）", "（暂时议定）", "[待核准]", "（agreed ad ref）", "（议定措辞，见A/RES/77/5）", "[协调员注：待讨论]", "（达成一致）", "[未决]",
           "[{p}待请示]", "（{p}：语气太弱）", "（已通过）", "[已关闭]", "（无异议）", "[暂定商定，待核准]", "【{p}：须请示国内】", "（{p}对本段持一般性保留）", "[{p}可以接受现有案文]"],
}  # fmt: skip
# Forms that no rule was made on: to measure with, never to mend by (``--unseen``).
UNSEEN_LABELS = {
    "en": {"preamble": ["[PP.{n}] ", "pp {n}) ", "(PP #{n}) "], "operative": ["[OP.{n}] ", "op {n}) ", "(OP #{n}) "]},
    "zh": {"preamble": ["【序{n}】", "序言第 {n} 段 —— "], "operative": ["【执{n}】", "执行第 {n} 段 —— "]},
}
UNSEEN = {
    "kept": {
        "en": [
            "[{w} – {p}]",
            "({p} add: “{w}”)",
            '[{p} would like to insert "{w}" here]',
            "[{w} /{p} proposal/]",
            "[ADD, {p}: {w}]",
            "<<{w}>> (new language, {p})",
            "[{w}] (keep — {p})",
        ],
        "zh": [
            "【{w}——{p}】",
            "[{p}：{w}]",
            "**{w}**（{p}新增）",
            "【{p}希望在此处插入「{w}」】",
            "[{p}主张恢复原有用语：{w}]",
        ],
    },
    "struck": {
        "en": [
            "~~{w}~~ ({p})",
            "[DEL {p}: {w}]",
            "[{w}] (strike — {p})",
            "[-{w}-] [{p}]",
            "[omit: {w} ({p})]",
            "[DELETE] {w} [/DELETE, {p}]",
        ],
        "zh": ["~~{w}~~（{p}）", "（{p}提议删掉“{w}”）", "[{w}]（{p}：删）", "【{p}希望去掉「{w}」一语】"],
    },
    "choices": {
        "en": [
            '[{p}: replace "{w}" with "{o}"]',
            "[{w} → {o}, {p}]",
            "[{w} OR {p}: {o}]",
            "[Option 1: {w}] [Option 2 ({p}): {o}]",
        ],
        "zh": ["【{w}／{o}（{p}）】", "（{p}：以「{o}」取代「{w}」）", "[备选案文一：{w}] [备选案文二（{p}）：{o}]"],
    },
    "remarks": {
        "en": [
            "({p} reserves its position)",
            "** CLOSED **",
            "(agreed ad referendum – {p} to confirm)",
            "// {p} still awaiting instructions //",
            "[{p} can go along with the text as it stands]",
            "— [{p} asks for clarification; placed on hold]",
        ],
        "zh": ["（{p}保留立场）", "[已商定]", "——【本段讨论结束】", "（主持人注：稍后再议本段）"],
    },
}
FOREIGN = {
    "en": ["as a matter of priority", "where it sees fit", "fully", "inclusive", "in all regions"],
    "zh": ["优先", "充分", "包容", "在各区域"],
}
FORMULA = {"en": "The General Assembly,", "zh": "大会，"}


@dataclass(frozen=True)
class Written:
    """A text as negotiated, and the same without a mark; both begin with the formula."""

    marked: str
    clean: str
    forms: tuple[tuple[int, str], ...]
    """The forms of marks used, each with the number of its paragraph in order."""


def load(name: str) -> None:
    """Take the forms of a file beside this one: ``rolling``, ``rooms``."""
    forms = tomllib.loads(Path(__file__).with_name(f"negotiating_{name}.toml").read_text(encoding="utf-8"))
    LABELS.update(forms["labels"])
    for kind, known in (("kept", KEPT), ("struck", STRUCK), ("choices", CHOICES), ("remarks", REMARKS)):
        known.update(forms[kind])


def unseen() -> None:
    """Write with the forms that no rule was made on, in the place of the others."""
    LABELS.update(UNSEEN_LABELS)
    for kind, forms in (("kept", KEPT), ("struck", STRUCK), ("choices", CHOICES), ("remarks", REMARKS)):
        forms.update(UNSEEN[kind])


def write(paragraphs: Sequence[Paragraph], language: str, seed: int) -> Written:
    """Return the paragraphs of a resolution as a negotiating text."""
    draw = random.Random(seed)
    labels = {part: draw.choice(forms) for part, forms in LABELS[language].items()}
    marked, clean, forms = [FORMULA[language]], [FORMULA[language]], list[tuple[int, str]]()
    counts = Counter[str]()
    for number, paragraph in enumerate(paragraphs):
        if paragraph.is_point:
            mark = f"({paragraph.id.rpartition('.')[2]}) "
            marked.append(mark + paragraph.text)
            clean.append(mark + paragraph.text)
            continue
        counts[paragraph.part] += 1
        text, used = _negotiated(paragraph.text, language, draw)
        forms += [(number, form) for form in used]
        suffix = draw.choice(SUFFIXES[language]) if draw.random() < 0.1 and counts[paragraph.part] > 1 else ""
        label = labels[paragraph.part].replace("{n}", "{n}" + (draw.choice([" ", ""]) + suffix if suffix else ""))
        counts[paragraph.part] -= bool(suffix)
        forms.append((number, labels[paragraph.part].replace("\n", "\\n") + (f"+{suffix}" if suffix else "")))
        whole = f"[{label.format(n=counts[paragraph.part])}{text}]" if draw.random() < 0.08 and "[" not in label else ""
        if whole:
            forms.append((number, "[whole paragraph]"))
        marked.append(whole or label.format(n=counts[paragraph.part]) + text)
        operative = sum(each.part == "operative" and not each.is_point for each in paragraphs[: number + 1])
        clean.append((f"{operative}. " if paragraph.part == "operative" else "") + paragraph.text)
    return Written("\n\n".join(marked) + "\n", "\n\n".join(clean) + "\n", tuple(forms))


def _negotiated(text: str, language: str, draw: random.Random) -> tuple[str, list[str]]:
    """A paragraph's words with up to three marks among them, and one behind it."""
    used = list[str]()
    gaps = [match.start() for match in re.finditer(r" ", text)] if language == "en" else _chinese_gaps(text)
    gaps = [gap for gap in gaps if _free(text, gap)]
    for _ in range(draw.choice([0, 1, 1, 2, 3])):
        if len(gaps) < 6:
            break
        first = draw.randrange(0, len(gaps) - 4)
        begin, end = gaps[first], gaps[first + draw.randrange(1, 3)]
        space = " " if language == "en" else ""
        words = text[begin:end].strip()
        if not words or re.search(r"[\d()（）“”《》,;，；、:：/]", words):
            continue
        kind: dict[str, list[str]] = draw.choice([KEPT, KEPT, STRUCK, CHOICES])
        form = draw.choice(kind[language])
        other = draw.choice(FOREIGN[language])
        shown = other if kind is STRUCK else words
        mark = form.format(w=shown, o=other, p=draw.choice(WHO[language]))
        kept = f"{words}{space}" if kind is STRUCK else ""
        text = text[:begin] + space + kept + mark + text[end:]
        gaps = gaps[: max(0, first - 2)]
        used.append(form)
    if draw.random() < 0.3:
        form = draw.choice(REMARKS[language])
        text = f"{text}{' ' if language == 'en' else ''}{form.format(p=draw.choice(WHO[language]))}"
        used.append(form)
    return text, used


def _chinese_gaps(text: str) -> list[int]:
    """Where words may part: at every second character or so."""
    return list(range(2, max(2, len(text) - 2), 2))


def _free(text: str, gap: int) -> bool:
    """Whether a place is in no bracket and no quotation."""
    before = text[:gap]
    return all(
        before.count(opening) == before.count(closing) for opening, closing in ("()", "（）", "“”", "《》", "[]")
    )


@dataclass
class Tally:
    """Paragraphs, clauses and addressees: how many, and how many read as in the clean text; wrong ones by form."""

    counts: Counter[str]
    wrong: Counter[str]
    seen: Counter[str]

    def share(self, name: str) -> float:
        return self.counts[f"{name} right"] / max(1, self.counts[name])


def measure(files: Sequence[Path], language: str, seeds: int, show: Callable[[str], None] | None = None) -> Tally:
    """Return how many paragraphs, clauses and addressees of negotiating texts are read as of the clean ones."""
    tally = Tally(Counter(), Counter(), Counter())
    for number, path in enumerate(files):
        for resolution in _resolutions(path):
            paragraphs = [each for each in resolution.paragraphs if each.part in ("preamble", "operative")]
            if any("." in each.id and not each.is_point for each in paragraphs) or len(paragraphs) < 3:
                continue  # parts under headings
            for seed in range(seeds):
                written = write(paragraphs, language, 1000 * number + seed)
                _score(written, tally, f"{path.name} {seed}", show)
    return tally


def _resolutions(path: Path) -> Sequence[Resolution]:
    """The first resolution of a file; none where its text is in a language that is not read."""
    try:
        return parse_resolutions(read_document(path))[:1]
    except UnknownLanguageError:
        return ()


def _score(written: Written, tally: Tally, name: str, show: Callable[[str], None] | None) -> None:
    clean, marked = (_paragraphs(text) for text in (written.clean, written.marked))
    forms: dict[int, list[str]] = {}
    for number, form in written.forms:
        forms.setdefault(number, []).append(form)
        tally.seen[form] += 1
    aligned = marked if len(marked) == len(clean) else _aligned(clean, marked)
    for number, ((text, clauses, parties), (read, read_clauses, read_parties)) in enumerate(
        zip(clean, aligned, strict=True)
    ):
        tally.counts["paragraphs"] += 1
        same = _bare(text) == _bare(read)
        tally.counts["paragraphs right"] += same
        for label, wanted, got in (("clauses", clauses, read_clauses), ("addressees", parties, read_parties)):
            right = sum((Counter(wanted) & Counter(got)).values())
            tally.counts[label] += max(len(wanted), len(got))
            tally.counts[f"{label} right"] += right
        if not same or clauses != read_clauses or parties != read_parties:
            tally.wrong.update(forms.get(number, ["(none)"]))
            if show:
                show(f"{name} {number} {forms.get(number)}\n   - {text[:400]}\n   + {read[:400]}")
                if same:
                    show(f"   {clauses} {parties}\n   {read_clauses} {read_parties}")


Row = tuple[str, list[str], list[str]]


def _aligned(clean: Sequence[Row], marked: Sequence[Row]) -> list[Row]:
    """Of each clean paragraph the read one that has most of its words."""

    def alike(one: str, other: str) -> float:
        first, second = set(_units(one)), set(_units(other))
        return len(first & second) / max(1, len(first | second))

    return [max(marked, key=lambda row: alike(row[0], text), default=("", [], [])) for text, *_ in clean]


def _units(text: str) -> Iterator[str]:
    yield from (text[place : place + 4] for place in range(max(1, len(text) - 3)))


def _bare(text: str) -> str:
    return "".join(text.split())


def _paragraphs(text: str) -> list[Row]:
    """Each paragraph's words, its clauses and whom they ask."""
    try:
        facts: Facts = extract_facts(parse_resolutions(read_text(text))[0])
    except Exception as error:
        return [(f"refused: {error}", [], [])]
    return [
        (
            paragraph.text,
            [
                f"{clause.verb.surface} {clause.class_} {clause.band}"
                for clause in facts.clauses
                if clause.paragraph == paragraph.id
            ],
            [
                str(party.surface)
                for clause in facts.clauses
                if clause.paragraph == paragraph.id
                for party in clause.addressees
            ],
        )
        for paragraph in facts.resolution.paragraphs
        if paragraph.part in ("preamble", "operative")
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of AKN4UN files of a language")
    parser.add_argument("--language", default="en", choices=sorted(LABELS))
    parser.add_argument("--files", type=int, default=30)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--aside", action="store_true", help="the files kept aside: figures only")
    parser.add_argument("--show", action="store_true", help="what is read wrong")
    parser.add_argument("--unseen", action="store_true", help="forms that no rule was made on: figures only")
    parser.add_argument("--forms", choices=("rolling", "rooms"), help="other forms than those written here")
    options = parser.parse_args()
    if options.forms:
        load(options.forms)
    if options.unseen:
        unseen()
    every = [
        path for number, path in enumerate(sorted(options.folder.glob("*.xml"))) if (number % 3 == 2) == options.aside
    ]
    chosen = every[:: max(1, len(every) // options.files)][: options.files]
    tally = measure(
        chosen,
        options.language,
        options.seeds,
        print if options.show and not (options.aside or options.unseen) else None,
    )
    for name in ("paragraphs", "clauses", "addressees"):
        print(f"{name}: {tally.counts[name]}, as in the clean text {tally.share(name):.4f}")
    for form, count in tally.wrong.most_common() if not (options.aside or options.unseen) else ():
        print(f"{count:4} of {tally.seen[form]:4}  {form}")
