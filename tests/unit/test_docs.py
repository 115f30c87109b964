"""Every example in the documentation and in the docstrings runs, and the API page says what the API is."""

from __future__ import annotations

import doctest
import inspect
import json
import pkgutil
import re
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import papermill  # noqa: F401 (loads the module of the engine, which cannot be loaded before it)
import pytest
from typer.main import get_command

import ecoanalysis as eco
from ecoanalysis.cli import app
from ecoanalysis.evaluate.across_editions.gold_links import score_links, total_links

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
# Not imported: to import it is to run the command line.
MODULES = ["ecoanalysis"] + [
    module.name
    for module in pkgutil.walk_packages(eco.__path__, "ecoanalysis.")
    if not module.name.endswith("__main__")
]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS)
    assert failed == 0
    assert tried or page.name != "api.md"


@pytest.mark.slow
@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    assert doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS).failed == 0


def test_first_lines_of_the_readme(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert "38 请 D3 ['秘书长']" in out
    assert "('5',) weakened Urges → Invites" in out


def test_api_page_names_everything_public_with_its_signature() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8").replace("'", "")
    public = [f"{name}{inspect.signature(getattr(eco, name))}" for name in eco.__all__ if name != "__version__"]
    said = re.findall(r"^### `eco\.(.*)`$", page, re.M)
    assert sorted(said) == sorted(name.replace("'", "") for name in public)


BROAD = {
    "clauses with their class": "classes",
    "who is asked": "addressees",
    "what sort of party that is": "addressee types",
    "the verb of what is asked": "act verbs",
    "hedges with their kind": "hedge kinds",
    "reports asked for": "reports",
    "bodies named": "agencies",
    "instruments cited by name": "named citations",
    "what a paragraph is mainly about": "main themes",
}
"""What the README's table of the broad gold calls each kind of fact."""


FRENCH = {
    "paragraphs from XML": "paragraphs",
    "from wrapped text": "text",
    "opening verbs": "leads",
    "class and force of the first clause": "forces",
    "cited symbols": "symbols",
    "dates": "dates",
    "bodies": "bodies",
}
"""What the README calls the figures of a further language."""
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
LINKS = {
    "links, F1": "links",
    "types, F1": "types",
    "named": "named",
    "in words": "in words",
    "words noted": "words noted",
}
"""What docs/quality.md calls what is measured of pairs of editions."""


def measured() -> dict[str, Any]:
    """Everything measured that comes with the package."""
    written: dict[str, Any] = json.loads((ROOT / "ecoanalysis/data/quality.json").read_text(encoding="utf-8"))
    return written


def fresh(language: str) -> dict[str, Any]:
    """The broad gold that nobody has looked at the program's errors in."""
    golds = measured()["golds"]
    (gold,) = (gold for gold in golds if (gold["name"], gold["language"], gold["aside"]) == ("fresh", language, False))
    return dict(gold)


def broad_rows() -> list[str]:
    """The rows of that table: F1 with its interval where nobody has looked at the program's errors; of few a count."""

    def cell(language: str, kind: str) -> str:
        figure = fresh(language)["kinds"][kind]
        form = "{f1:.2f} ({low:.2f}–{high:.2f})" if figure["n"] >= 30 else "{matched} of {n}"
        return form.format(**figure)

    return [f"| {name} | {cell('en', kind)} | {cell('zh', kind)} |" for name, kind in BROAD.items()]


def readers_sentences() -> list[str]:
    """How many paragraphs of that gold there are, and how far its two readers agree."""
    en, zh = (fresh(language)["paragraphs"] for language in ("en", "zh"))
    readers = [fresh(language)["readers"]["kinds"] for language in ("en", "zh")]
    asked, hedges, named, themes = (
        [f"{kinds[kind]:.2f}" for kinds in readers]
        for kind in ("addressees", "hedge kinds", "named citations", "main themes")
    )
    return [
        f"{en} English and {zh} Chinese operative paragraphs",
        f"agree at {asked[0]} on who is asked ({asked[1]} in Chinese), at {hedges[0]} and {hedges[1]} on hedges, "
        f"at {named[0]} and {named[1]} on instruments cited by name, at {themes[0]} and {themes[1]} on what",
    ]


def whole_sentences() -> list[str]:
    """What the README says of the documents read by hand."""
    gold = measured()["gold"]
    zh, en = (
        {kind: f"{entry['f1']:.2f}" for kind, entry in gold["languages"][language].items()} for language in ("zh", "en")
    )
    texts = [entry["language"] for entry in gold["documents"]]
    total, chinese, english = (NUMBERS[count] for count in (len(texts), texts.count("zh"), texts.count("en")))
    citations = " and ".join(dict.fromkeys((zh["citations"], en["citations"])))
    return [
        f"On {total} documents read by hand ({chinese} Chinese, {english} English)",
        f"clauses with their class at F1 {zh['classes']} in Chinese and {en['classes']} in English, "
        f"agencies at {zh['agencies']} and {en['agencies']}, addressees at {zh['addressees']} and {en['addressees']}, "
        f"citations at {citations}, hedges at {zh['hedges']} and {en['hedges']}.",
        f"less for themes ({zh['themes']} and {en['themes']})",
        f"cite by name alone ({en['named citations']})",
    ]


def links_sentence() -> str:
    """How well the pairs of editions whose facts come along are linked: as the front page has it."""
    scores = score_links()
    links, types = (f"{tally.f1:.2f}" for tally in total_links(scores))
    pairs = NUMBERS[len(scores)]
    return f"The {pairs} pairs of editions whose facts ship are linked at F1 {links}, their changes typed at {types}."


def french_sentence() -> str:
    """What is measured of French; of what is found and what is missed, where they differ."""
    french = measured()["text_languages"]["fr"]

    def figure(name: str) -> str:
        shares = [f"{french['figures'][name][share]:.2f}" for share in ("precision", "recall")]
        return " and ".join(dict.fromkeys(shares))

    figures = ", ".join(f"{name} {figure(kind)}" for name, kind in FRENCH.items())
    return (
        f"French, the newest, was measured on {french['files']} files kept aside, against their English twins "
        f"(precision and recall where they differ): {figures}."
    )


def link_rows() -> list[str]:
    """The rows of docs/quality.md on pairs of editions, once they are measured."""

    def cell(language: str, kind: str) -> str:
        figure = links[language]["kinds"][kind]
        share = "{f1:.3f} ({low:.3f}–{high:.3f})" if figure["n"] >= 30 else "{matched}"
        return share.format(**figure) + f" of {figure['n']}"

    links = measured().get("links")
    languages = ("all", "en", "zh")
    return [
        f"| {name} | {' | '.join(cell(language, kind) for language in languages)} |"
        for name, kind in (LINKS.items() if links else ())
    ]


def test_the_readme_says_what_was_measured() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    part = page[page.index("## How far to trust it") : page.index("## Taking part")].replace("\n", " ")
    sentences = [*readers_sentences(), *whole_sentences(), links_sentence(), french_sentence()]
    assert [sentence for sentence in sentences if sentence not in part] == []
    assert [row for row in broad_rows() if row not in page] == []


def test_the_pairs_of_editions_are_those_measured() -> None:
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert [row for row in link_rows() if row not in page] == []


PROSE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "benchmarks" / "README.md", *PAGES]
each_page = pytest.mark.parametrize("page", PROSE, ids=lambda page: page.relative_to(ROOT).as_posix())
MADE = ("reports/site/", "student/", "teacher/", "notebooks/lessons/teacher/", "source/", "out/", "lexicon/es/")
"""Where what a command or a reader makes stands: the repository has none of it."""
MADE_FILES = ("datapackage.json", "CODEBOOK.md", "nbgrader_config.py", "about.json", "random.en.A.jsonl")


@cache
def there() -> set[str]:
    """Every file and folder of the repository by every end of its path."""
    folders = ("ecoanalysis", "tests", "docs", "tools", "benchmarks", "notebooks", "reports", ".ci", ".github")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*")] + [*ROOT.iterdir()]
    parts = [path.relative_to(ROOT).parts for path in paths]
    return {"/".join(part[place:]) for part in parts for place in range(len(part))}


@each_page
def test_files_and_folders_that_are_named_are_there(page: Path) -> None:
    spans = re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8"))
    paths = [span for span in spans if re.fullmatch(r"\w[\w./-]*(\.(py|toml|md|json|jsonl|csv|html)|/)", span)]
    missing = [path for path in paths if path.rstrip("/") not in there() and not path.startswith(MADE)]
    assert sorted({*missing} - {*MADE_FILES}) == []


COMMAND = re.compile(r"(?:ecoanalysis|(?:tools|benchmarks)/(\w+)\.py) (?=([a-z][a-z-]*)?)([^`\n]*)")


@each_page
def test_commands_and_options_that_are_named_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    code = [*re.findall(r"`([^`\n]+)`", text), *re.findall(r"^ {4}(\S.*)$", text, re.M)]
    commands = get_command(app).commands  # type: ignore[attr-defined]
    wrong = []
    for line in code:
        for script, verb, rest in COMMAND.findall(line.partition("  #")[0]):
            options = re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest)
            if script:
                folder = next(folder for folder in ("tools", "benchmarks") if f"{folder}/{script}.py" in line)
                source = (ROOT / folder / f"{script}.py").read_text(encoding="utf-8")
                wrong += [(line, option) for option in options if f'"{option}"' not in source]
            elif verb in commands or (verb and options):
                known = {name for each in commands[verb].params for name in (*each.opts, *each.secondary_opts)}
                wrong += [(line, option) for option in options if option not in known]
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    named = [target for line in code for target in re.findall(r"^make ([a-z-]+)", line)]
    assert wrong + [target for target in named if target not in targets] == []


@each_page
def test_pages_that_are_named_are_pages(page: Path) -> None:
    plan = tomllib.loads((ROOT / "reports" / "plan.toml").read_text(encoding="utf-8"))
    titles = {entry["title"]["en"] for entry in plan["page"] if isinstance(entry.get("title"), dict)}
    named = re.findall(r"\bpage ([A-Z]\w+)", page.read_text(encoding="utf-8"))
    assert [name for name in named if not any(title.startswith(name) for title in titles)] == []
