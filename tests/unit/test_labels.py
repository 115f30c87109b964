"""Labels: what is said can be said in both languages, with the same figures; nothing is kept that nobody says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter

import pytest

from ecoanalysis.errors import LabelError
from ecoanalysis.lexicon import INTERFACE, load
from ecoanalysis.lexicon.labels import labels

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = {
    f"{group}.{name}": entry for group, entries in load("interface/labels").items() for name, entry in entries.items()
}
NAMES = re.compile(r"[\"'](\w+\.[\w-]+)[\"']")
# Groups whose names are made from a code, a column or a table: {group}.{code}.
COMPOSED = {
    "rendered",
    "front",
    "coarse",
    "contrast",
    "turn",
    "gold",
    "hedge_kind",
    "committee",
    "proposal",
    "brief",
    "doubt",
    "reading",
    "variant",
    "class",
    "change",
    "band",
    "part",
    "kind",
    "party",
    "role",
    "body",
    "column",
    "citation",
    "language",
    "wording",
    "table",
    "force",
    "mandate",
    "course",
    "adoption",
    "obligation",
    "settled",
    "calendar",
    "status",
    "step",
    "picture",
    "finding",
    "versus",
    "sentence",
    "unit",
    "loom",
    "sortable",
    "due_kind",
}


def test_every_label_stands_in_both_languages() -> None:
    assert {
        name
        for name, entry in ENTRIES.items()
        if set(entry) != set(INTERFACE) or not all(map(str.strip, entry.values()))
    } == {
        "punctuation.sentences"  # Chinese sentences follow each other without a space, English ones with one
    }


def test_both_languages_take_the_same_values() -> None:
    """All at once: hundreds of parametrised tests would say no more."""
    values = {name: [_values(entry[language]) for language in INTERFACE] for name, entry in ENTRIES.items()}
    assert {name: (zh, en) for name, (zh, en) in values.items() if zh != en} == {}


def test_what_is_said_exists_and_what_exists_is_said() -> None:
    sources = [
        *(ROOT / "ecoanalysis").rglob("*.py"),
        *(ROOT / "ecoanalysis").rglob("*.j2"),
        *(ROOT / "notebooks").glob("*.ipynb"),
    ]
    said = set()
    for source in sources:
        said |= set(NAMES.findall(source.read_text(encoding="utf-8").replace('\\"', '"')))
    groups = {name.split(".")[0] for name in ENTRIES}
    wanted = {name for name in said if name.split(".")[0] in groups and not name.endswith((".toml", ".json"))}
    assert wanted - set(ENTRIES) <= {"edition.ipynb"}
    assert {name for name in ENTRIES if name not in said and name.split(".")[0] not in COMPOSED} == set()


def test_a_missing_label_is_named() -> None:
    with pytest.raises(LabelError, match=r"no label 'edition\.nonsense' in zh"):
        labels("zh")("edition.nonsense")


def test_a_missing_value_is_named() -> None:
    with pytest.raises(LabelError, match=r"'edition\.reports': the value 'count' is missing"):
        labels("en")("edition.reports")


def test_a_missing_language_is_named_with_those_there_are() -> None:
    with pytest.raises(LabelError, match=r"'fr'; choose one of: zh, en"):
        labels("fr")


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 reports are asked for."), (1, "1 report is asked for."), (2, "2 reports are asked for.")]
)
def test_words_fit_their_number(count: int, said: str) -> None:
    assert labels("en")("edition.reports", count=count) == said


def test_what_is_filled_into_markup_is_escaped() -> None:
    assert labels("zh").markup("edition.about", title="<b>").endswith("&lt;b&gt;。")


def _values(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


# What is counted is a directive, in one word; to request (请) is one of the verbs that make one.
OTHER_WORDS = {
    "en": re.compile(
        r"(?:\b(?:an?|the|new|each|such|its|their|stronger|reporting) |[:|])requests?\b(?! →)|^#+ Requests?\b"
    ),
    "zh": re.compile(r"[项条个的](?:新)?要求(?:$|[，。：；|）（\"])|各项要求|逐条要求"),
}
NOTEBOOKS = sorted(ROOT.glob("notebooks/*.ipynb")) + sorted(ROOT.glob("notebooks/lessons/source/*/*.ipynb"))


@pytest.mark.parametrize(
    ("language", "words", "is_other"),
    [
        ("en", "the new request in paragraph 3", True),
        ("en", "{directives:request|requests}", True),
        ("en", "## Request by request", True),
        ("en", "invites, requests, urges", False),
        ("en", "it recalls, notes and requests in one breath", False),
        ("zh", "{directives}项要求", True),
        ("zh", "同样的要求，先例怎么说", True),
        ("zh", "要求谁行动", False),
        ("zh", "“请”、敦促或要求", False),
    ],
)
def test_another_word_for_a_directive_is_known(language: str, words: str, is_other: bool) -> None:
    assert bool(OTHER_WORDS[language].search(words)) == is_other


@pytest.mark.parametrize("language", sorted(INTERFACE))
def test_a_directive_is_called_a_directive(language: str) -> None:
    strings = [entry[language] for entry in ENTRIES.values()]
    strings += [words for words in load("interface/site")[language].values() if isinstance(words, str)]
    strings += [term["means"][language] for term in load("interface/glossary")["term"]]
    strings += [term[language] for term in load("interface/glossary")["term"]]
    for path in NOTEBOOKS:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if language in cell["metadata"].get("tags", ()) or path.parent.name == language:
                strings += "".join(cell["source"]).splitlines()
    quoted = re.compile(r"[“\"*][^“”\"*]*[”\"*]")  # a verb as the text has it
    assert [words for words in strings if OTHER_WORDS[language].search(quoted.sub("", words))] == []
