"""How long reading takes: beside the floor, by length of the text, and on texts made to be hard.

``python benchmarks/speed.py [facts] [length] [adversarial] [--characters N]``; all three where none is named. CPU time
of one core, after loading: what else the machine does, and what is loaded once, does not count.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from itertools import pairwise

from adversarial import FRAMES, INPUTS, seconds
from ahocorasick_rs import AhoCorasick

import ecoanalysis as eco
from ecoanalysis.lexicon import load
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.document import Document

TIMES = (1, 2, 4, 8)


def best(call: Callable[[], object], runs: int = 30) -> float:
    """Return the least CPU time of several calls, in milliseconds; the first ones only warm up."""
    spent = []
    for _ in range(runs):
        begin = time.process_time()
        call()
        spent.append(time.process_time() - begin)
    return min(spent) * 1000


def floor(text: str) -> Callable[[], int]:
    """One pass for each kind of thing that is looked for, whose finds are only counted: no program needs less."""
    verbs = [form for entry in load("zh/verbs")["verb"] for form in (entry["lemma"], *entry.get("forms", ()))]
    names = [name for agency in registry() for name in agency.fixed("zh")]
    terms = [term["term"] for theme in load("zh/themes").values() for term in theme["terms"]]
    patterns = [
        re.compile("|".join(sorted(map(re.escape, verbs), key=len, reverse=True))),
        re.compile(r"\d{1,4}/\d{1,4}|[AES]/[A-Z0-9/.]+"),
        re.compile(r"\d{4}\s*年(?:\s*\d+\s*月(?:\s*\d+\s*日)?)?"),
        re.compile(r"^\s*\d+\.\s", re.MULTILINE),
    ]
    automaton = AhoCorasick([*names, *terms])
    return lambda: (
        sum(len(pattern.findall(text)) for pattern in patterns) + len(automaton.find_matches_as_strings(text))
    )


def read(document: Document) -> None:
    """Parse and extract: every fact but the terms, which are jieba's."""
    for resolution in eco.parse_resolutions(document):
        eco.extract_facts(resolution)


def facts() -> None:
    document = eco.sample()
    resolution = eco.parse_resolution(document)
    bare = best(floor(document.raw))
    rows = {
        "floor": bare,
        "parse": best(lambda: eco.parse_resolution(document)),
        "extract": best(lambda: eco.extract_facts(resolution)),
        "parse and extract": best(lambda: read(document)),
    }
    print(f"Every fact of {len(document.raw):,} characters (75/324)")
    for name, spent in rows.items():
        print(f"  {name:<18}{spent:7.2f} ms{spent / bare:7.1f} times the floor")


def longer(times: int) -> Document:
    """Return the bundled text with its operative paragraphs but the last so many times, numbered on."""
    raw = eco.sample().raw
    numbers, wanted = [], 1
    for number in re.finditer(r"^\s*(\d+)\s*\.", raw, re.MULTILINE):  # notes have numbers too, but never the next one
        if int(number[1]) == wanted:
            numbers.append(number)
            wanted += 1
    first, last, count = numbers[0].start(1), numbers[-1].start(1), len(numbers) - 1
    bounds = [number.span(1) for number in numbers]
    pieces = [raw[stop:start] for (_, stop), (start, _) in pairwise(bounds)]
    body = "".join(f"{at}{piece}" for at, piece in enumerate(pieces * times, 1))
    return eco.read_text(raw[:first] + body + str(count * times + 1) + raw[last:].removeprefix(str(count + 1)))


def length() -> None:
    print("By length: operative paragraphs so many times")
    before = 0.0
    for times in TIMES:
        document = longer(times)
        paragraphs = len(eco.parse_resolution(document).paragraphs)
        spent = best(lambda document=document: read(document), 10)  # type: ignore[misc]
        ratio = f"{spent / before:6.2f} times the last" if before else ""
        print(f"  {times} ×{len(document.raw):8,} characters{paragraphs:5} paragraphs{spent:9.2f} ms{ratio}")
        before = spent


def adversarial(characters: int) -> None:
    print(f"Texts made to be hard, {characters:,} characters: seconds {', '.join(FRAMES)}")
    for name in INPUTS:
        print(f"  {name:<26}", *(f"{seconds(name, frame, characters):8.2f}" for frame in FRAMES), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="How long reading takes.")
    parser.add_argument("parts", nargs="*", help="facts, length, adversarial")
    parser.add_argument("--characters", type=int, default=1_000_000, help="size of the adversarial texts")
    asked = parser.parse_args()
    parts: dict[str, Callable[[], None]] = {
        "facts": facts,
        "length": length,
        "adversarial": lambda: adversarial(asked.characters),
    }
    for name in asked.parts or parts:
        parts[name]()


if __name__ == "__main__":
    main()
