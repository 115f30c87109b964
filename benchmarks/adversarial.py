"""Texts made to be hard: whatever they hold, reading them ends, and soon.

``python benchmarks/adversarial.py CHARACTERS NAME…`` reads those named and prints the seconds of each; with ``--ratio``
how many times as long four times the text takes (4 where it is linear);
``speed.py`` does all.
"""

from __future__ import annotations

import sys
import time

import ecoanalysis as eco
from ecoanalysis.errors import NotAResolutionError

# What is repeated. Each stands once alone and once as a paragraph of a resolution, for each language.
INPUTS = {
    "digits": "1",
    "deep numbers": "1.1.",
    "round brackets": "(",
    "full-width brackets": "（",
    "closed brackets": "(1)",
    "letters in brackets": "(a) ",
    "title marks": "《",
    "quotation marks": "“",
    "straight quotation marks": '"',
    "的": "的",
    "和": "和",
    "国际": "国际",
    "国家和": "国家和",
    "世界银行和": "世界银行和",
    "请该组织，": "请该组织，",
    "提交": "提交",
    "委员会": "委员会",
    "回顾，": "回顾，",
    "尚未": "尚未",
    "and": "and ",
    "the": "the ",
    "States and": "States and ",
    "capitals": "Xa ",
    "United Nations": "United Nations ",
    "requests them": "requests them, ",
    "submit": "to submit ",
    "once again": "once again ",
    "slashes": "A/1/",
    "dotted symbol": "A/1.1.",
    "citations": "50/1、",
    "English citations": "resolutions 50/1 and 50/2, ",
    "roman numbers": "1(I",
    "capital letters": "X",
    "nested alternatives": "United Nations " + "Countries " * 13,
    "anaphors": "世界银行、该署、",
    "sessions": "请该组织向该届会议提交报告，",
    "anaphors of a list": "它们、",
    "quoted dates": "“a”2020年1月、",
    "contextual names": "委员会、经济合作组织理事会、",
    "short forms": "the Council, ",
    "dates": "2020年1月",
    "hyphens": "-",
    "dots": ".",
    "spaces": " ",
    "spaces between digits": "50/1" + " " * 999,
    "spaces between brackets": "( 1 ) ",
    "wide spaces": "\u3000",
    "spaces in Chinese": "请" + " " * 9_999,
    "no-break spaces": "\u00a0",
    "thin spaces and words": "\u2009a",
    "tabs": "\t",
    "signs of direction": "\u200e",
    "spaces of no width": "请\u200b",
    "soft hyphens": "a\u00ad",
    "accents": "e\u0301",
    "accents alone": "\u0301",
    "ligatures": "\ufb03",
    "full-width digits": "１",
    "radicals": "⼤⻓",
    "halves": "😀",
    "letters": "a",
    "hyphens at line ends": "Organi-\nzation ",
    "numbers at line ends": "1.\n",
    "years": "2024 ",
    "months": "12 May ",
    "spaced dates": "2024 年 ",
    "commas": ", ",
    "Chinese commas": "，",
    "semicolons": "；",
    "colons": ":",
    "asterisks": "*",
    "verbs and commas": "Requests, ",
    "adverbs": "also ",
    "Chinese adverbs": "又",
    "paragraph numbers": "paragraphs 1, 2 and 3, ",
    "Chinese paragraph numbers": "第1、2和3段",
    "drafts": "A/C.2/81/L.12/Rev.1",
    "votes": "10 票对 10 票、",
    "ordinals": "seventy-first ",
    "Chinese numerals": "第七十",
    "heading signs": "I. ",
    "newlines": "\n",
    "lines": "x\n",
    "blank lines": "国际\n\n",
    "numbered lines": "1. 请\n\n",
    "note lines": "1 见\n",
    "rules": "_____\n",
    "links": "https://undocs.org/ch/A/67/581\n",
    "page ends": "\f3/5\n",
    "page heads": "A/RES/75/1\n",
    "bullets": "• To sail;\n",
    "dotted points": "a. To sail:\n",
    "words and names": "[Urges: EU / Calls upon: Chad] ",
    "claims": "[EU wants a – b, EU] ",
    "open claims": "[EU: ",
    "resolutions": "75/1. 合作\n大会，\n1. 请各国；\n",
}
FRAMES = {
    "alone": ("", ""),
    "zh": ("75/1. 合作\n\n大会，\n\n回顾其决议，\n\n1. 请秘书长", "；\n\n2. 决定继续审议。\n"),
    "en": (
        "75/1. Cooperation\n\nThe General Assembly,\n\nRecalling its resolutions,\n\n1. Requests ",
        ";\n\n2. Decides to go on.\n",
    ),
}


def text(name: str, frame: str, characters: int) -> str:
    """Return one of the texts."""
    head, foot = FRAMES[frame]
    piece = INPUTS[name]
    return head + (piece * (characters // len(piece) + 1))[:characters] + foot


def seconds(name: str, frame: str, characters: int) -> float:
    """Return the CPU time of reading one of the texts from beginning to end."""
    document = eco.read_text(text(name, frame, characters) + "\n联合国")
    begin = time.process_time()
    try:
        for resolution in eco.parse_resolutions(document):
            eco.extract_facts(resolution)
    except NotAResolutionError:
        pass
    return time.process_time() - begin


def ratio(name: str, frame: str, characters: int) -> float:
    """Return how many times as long four times the text takes; what is read in an instant counts as linear."""
    few, many = seconds(name, frame, characters), seconds(name, frame, 4 * characters)
    return many / max(few, 0.05)


if __name__ == "__main__":
    measure = ratio if "--ratio" in sys.argv else seconds
    characters, *names = (argument for argument in sys.argv[1:] if argument != "--ratio")
    for name in names:
        print(f"  {name:<26}", *(f"{measure(name, frame, int(characters)):8.2f}" for frame in FRAMES), flush=True)
