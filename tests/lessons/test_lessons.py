"""Lessons: both languages teach the same, every solution is right, every wrong answer gets a sentence that helps."""

from __future__ import annotations

import ast
import re
import tomllib
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import nbformat
import pytest
from IPython.core.inputtransformer2 import TransformerManager

from ecoanalysis.errors import LessonError
from ecoanalysis.lessons import Lesson, open_lesson
from ecoanalysis.lessons.exercises import Exercise, exercises
from ecoanalysis.lessons.remarks import remark
from ecoanalysis.lessons.versions import as_file, read_source, student, teacher
from ecoanalysis.lexicon import INTERFACE, load

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks" / "lessons"
NAMES = [lesson["name"] for lesson in load("interface/lessons")["lesson"]]
SOURCES = [(language, name) for language in INTERFACE for name in NAMES]
UNTOUCHED = {language: remark("pieces", language, "untouched").sentence for language in INTERFACE}
HAN = re.compile(r"[\u4e00-\u9fff]")
HEADING = re.compile(r"^#+ ", re.MULTILINE)


@cache
def source(language: str, name: str) -> nbformat.NotebookNode:
    return read_source(FOLDER / "source" / language / f"{name}.ipynb")


@cache
def desk(number: int, language: str) -> Lesson:
    return open_lesson(number, language)


def names(cell: nbformat.NotebookNode) -> set[str]:
    """The names that a cell uses, magics made into calls: the words and numbers are each text's own."""
    tree = ast.parse(TransformerManager().transform_cell(cell.source))
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return named | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


# One lesson, two languages


def test_there_are_eight_lessons_in_each_language() -> None:
    for language in INTERFACE:
        assert sorted(path.stem for path in (FOLDER / "source" / language).glob("*.ipynb")) == NAMES
    assert len(NAMES) == 8


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_cells_code_and_headings(name: str) -> None:
    zh, en = source("zh", name).cells, source("en", name).cells
    assert [(cell.id, cell.cell_type, cell.metadata) for cell in zh] == [
        (cell.id, cell.cell_type, cell.metadata) for cell in en
    ]
    for mine, other in zip(zh, en, strict=True):
        if mine.cell_type == "code" and not mine.metadata.get("nbgrader", {}).get("solution"):
            assert names(mine) == names(other), mine.id
        if mine.cell_type == "markdown":
            assert HEADING.findall(mine.source) == HEADING.findall(other.source), mine.id


@pytest.mark.parametrize(("language", "name"), SOURCES)
def test_a_lesson_opens_with_a_question_and_a_picture_and_asserts_nothing(language: str, name: str) -> None:
    cells = source(language, name).cells
    opening = [cell.id for cell in cells[:8]]
    assert opening.index("question") + 1 == opening.index("picture")
    assert "？" in cells[opening.index("question")].source or "?" in cells[opening.index("question")].source
    assert [cell.id for cell in cells if cell.cell_type == "code" and "assert " in cell.source] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("number", range(1, len(NAMES) + 1))
def test_a_lesson_has_a_text_of_its_language_and_a_picture_of_it(number: int, language: str) -> None:
    lesson = desk(number, language)
    assert lesson.resolution.language == language
    assert "<svg" in lesson.picture().html or "<table" in lesson.picture().html


def test_an_english_lesson_quotes_no_chinese_beyond_the_section_on_it() -> None:
    for name in NAMES:
        for cell in source("en", name).cells:
            assert cell.id in ("other-language", "other-cut") or not HAN.search(cell.source), (name, cell.id)


@pytest.mark.parametrize(("language", "name"), SOURCES)
def test_a_lesson_is_written_in_its_language_and_clean(language: str, name: str) -> None:
    notebook = source(language, name)
    nbformat.validate(notebook)
    assert f'language: str = "{language}"' in next(cell.source for cell in notebook.cells if cell.id == "parameters")
    for cell in notebook.cells:
        assert cell.cell_type != "code" or (cell.outputs, cell.execution_count) == ([], None)
        if cell.cell_type == "markdown" and language == "zh":
            assert HAN.search(cell.source), cell.id
        if cell.cell_type == "markdown" and language == "en":
            words = re.sub(r"`[^`]*`", "", cell.source)
            assert len(HAN.findall(words)) < len(words) / 4, cell.id


@pytest.mark.parametrize("name", NAMES)
def test_each_idea_is_a_cell_of_a_few_lines(name: str) -> None:
    for cell in source("en", name).cells:
        if cell.cell_type == "code":
            own = re.sub(r"### BEGIN SOLUTION\n.*?### END SOLUTION", "", cell.source, flags=re.DOTALL)
            assert len(ast.parse(TransformerManager().transform_cell(own)).body) <= 5, cell.id
            assert len(own.splitlines()) <= 9, cell.id


@pytest.mark.parametrize("name", NAMES)
def test_each_exercise_stands_before_its_check_and_in_its_lesson(name: str) -> None:
    cells = source("en", name).cells
    checks = [
        (at, found[1]) for at, cell in enumerate(cells) if (found := re.search(r'check\("([\w-]+)"', cell.source))
    ]
    number = NAMES.index(name) + 1
    assert [id for _, id in checks] == [one.id for one in exercises().values() if one.lesson == number]
    assert 3 <= len(checks) <= 5
    for at, id in checks:
        before = next(cell for cell in cells[:at][::-1] if "nbgrader" in cell.metadata)
        assert before.metadata.nbgrader.solution
        assert before.id == id
        assert cells[at].metadata.nbgrader.grade
        assert cells[at].metadata.nbgrader.points


# What students and teachers get


@pytest.mark.parametrize(("language", "name"), SOURCES)
def test_the_versions_differ_in_the_solutions_only(language: str, name: str) -> None:
    notebook = source(language, name)
    given, solved = student(notebook, language), teacher(notebook)
    assert [cell.id for cell in given.cells] == [cell.id for cell in solved.cells]
    for mine, theirs in zip(given.cells, solved.cells, strict=True):
        if mine.metadata.get("nbgrader", {}).get("solution"):
            assert mine.source != theirs.source
        else:
            assert mine.source == theirs.source
    assert "SOLUTION" not in as_file(given) + as_file(solved)


@pytest.mark.parametrize(("language", "name"), SOURCES)
def test_the_students_version_in_the_repository_is_the_one_made_from_the_source(language: str, name: str) -> None:
    """Binder and Colab open it from there; `make lessons` renews it."""
    committed = (FOLDER / "student" / language / f"{name}.ipynb").read_text(encoding="utf-8")
    assert committed == as_file(student(source(language, name), language))


def test_a_solution_that_is_not_ended_is_named(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = ...\n### BEGIN SOLUTION\nx = 1", id="x")])
    path = tmp_path / "bad.ipynb"
    nbformat.write(notebook, path)
    with pytest.raises(LessonError, match=r"bad\.ipynb: cell x: a solution is begun and not ended"):
        read_source(path)


def run(cells: list[nbformat.NotebookNode]) -> dict[str, Any]:
    """Run a notebook's code as IPython would, cell by cell; return what each check answered."""
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    answers = {}
    for cell in cells:
        if cell.cell_type != "code":
            continue
        result = shell.run_cell(cell.source, store_history=False, silent=False)
        assert result.success, (cell.id, result.error_in_exec or result.error_before_exec)
        if cell.id.startswith("check-"):
            answers[cell.id.removeprefix("check-")] = result.result
    return answers


@pytest.mark.slow
@pytest.mark.parametrize(("language", "name"), SOURCES)
def test_every_solution_is_right(
    language: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    answers = run(teacher(source(language, name)).cells)
    assert {id: str(answer) for id, answer in answers.items() if not answer.right} == {}
    assert len(answers) >= 3
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "name"), [*zip(INTERFACE * 4, NAMES, strict=True)]
)  # the code is the same in both
def test_the_untouched_lesson_runs_to_its_end_and_says_that_nothing_is_answered(
    language: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    answers = run(student(source(language, name), language).cells)
    assert {str(answer) for answer in answers.values()} == {UNTOUCHED[language]}


# What wrong answers are told

DRAFT = {language: open_lesson(6, language).draft() for language in INTERFACE}
ENGLISH, CHINESE = DRAFT["en"], DRAFT["zh"]
RIVERS = "\n24. Requests the Secretary-General to submit to the General Assembly at its one hundredth session a report"
CITED = [f"A/RES/{number}" for number in ("83/905", "87/908", "89/910", "91/912")] + [
    "E/RES/2035/902",
    "E/RES/2037/903",
]
RIGHT = [
    # language, exercise, answers as people write them
    ("en", "operative", [23, 23.0]),
    ("en", "footnotes", [{"P3", 1, 13}, ["PP3", "OP1", "para. 13"], "P3, 1, 13", {"P3", "1", "13", "title", None}]),
    ("en", "cited", [{"a/res/93/911", "A/RES/95/917", "resolution E/RES/2041/906", *CITED}]),
    ("en", "lookalike", ["oecd", "OECD", {"oecd"}]),
    ("en", "quality", [(0.2, 0.5), [1 / 5, 1 / 2]]),
    ("en", "themed", [{"17", "13", "annex.3", "11 (b)"}, {"17", "13", "annex.3", "11"}]),
    ("en", "telling", ["workshops", "Workshops", " “workshops” "]),
    ("en", "late-verb", ["invites", "invite", "Invites"]),
    ("en", "asking", ["3,4,5,6,7,8,9,10,11,12,14", [f"OP{id}" for id in (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14)]]),
    ("en", "ladder", [("Invites", "Calls upon", "Requests", "Urges"), ["invite", "call upon", "request", "urge"]]),
    ("en", "ladder", [["邀请", "促请", "请", "敦促"]]),
    ("zh", "ladder", [["邀请", "促请", "请", "敦促"], ["invites", "calls upon", "requests", "urges"]]),
    ("en", "hedged", [{4, 5, 6, 7, 8, 9, 10, 17, 18, 20}, "4, 5, 6, 7, 8, 9, 10, 17, 18, 20 (b)"]),
    ("en", "softer", [5, {"5"}, "5"]),
    ("en", "most-asked", ["undp", "UNDP", "United Nations Development Programme"]),
    ("en", "hedged-share", [114 / 301, 0.379, 37.9]),
    ("en", "least-sure", ["themes", "Themes"]),
    ("en", "weaken", [ENGLISH.replace("6. Requests the W", f"6. {verb} the W") for verb in ("Invites", "Encourages")]),
    ("en", "turn-request", [f"{ENGLISH}{RIVERS} on rivers, within existing resources."]),
]
WRONG = [
    # language, exercise, answer, what the sentence says
    ("en", "operative", 37, "leave its 14 paragraphs out"),
    ("en", "operative", 29, "29 counts 6 parts such as (a) and (b) too"),
    ("en", "operative", 48, "48 counts title, annex and closing lines too"),
    ("en", "operative", 14, "number of paragraphs in the preamble"),
    ("en", "operative", 22, "Not 22"),
    ("en", "operative", "quite a few", "A number is wanted here, in figures; you gave words in quotation marks"),
    ("en", "operative", True, "in figures; you gave True or False"),
    ("en", "operative", None, "print(…) shows a value and hands on none"),
    ("en", "footnotes", {}, "you gave empty braces"),
    ("en", "cited", {"A/RES/93/911", "A/RES/95/917", "E/RES/2041/906", *CITED[:2], *CITED[3:]}, "for “resolutions …”"),
    ("en", "cited", {"A/RES/2041/906"}, "the text cites E/RES/2041/906"),
    ("en", "cited", {"E/RES/2041/920"}, "E/DEC/2041/920 is a decision"),
    ("en", "cited", {"its previous resolutions"}, "a symbol has strokes in it"),
    ("en", "cited", {93 / 911}, "Symbols are wanted here, each in quotation marks"),
    ("en", "due", 22, "22 is the number of a paragraph"),
    ("en", "themed", {"disaster-risk"}, "is no number of a paragraph"),
    ("en", "hedged-share", 0.28, "the mean of the shares of the texts"),
    ("en", "footnotes", {"P8"}, "Paragraph P8 does not carry footnote 2: it is printed inside it"),
    ("en", "footnotes", {"4"}, "Its mark is in paragraph 1."),
    ("en", "footnotes", {"12"}, "Paragraph 12 has no footnote mark"),
    ("en", "footnotes", {"40"}, "The text has no paragraph 40."),
    ("en", "footnotes", {"P3"}, "Footnote 4 has no paragraph yet (1 of 3 found)"),
    ("en", "footnotes", open_lesson(1, "en").clauses(), "you gave a table"),
    ("en", "cited", {"A/RES/97/924"}, "is this resolution itself"),
    ("en", "cited", ["A/75/L.131"], "a draft, not a resolution adopted"),
    ("en", "cited", {"A/97/9244"}, "is a document (a report, a letter)"),
    ("en", "cited", {"E/DEC/2041/920"}, "is a decision, not a resolution"),
    ("en", "cited", {"A/RES/93/911", None}, "None is a citation without a symbol, such as"),
    ("en", "cited", {"A/RES/1/1"}, "A/RES/1/1 is not cited here"),
    ("en", "cited", {"2041/906"}, "write the full symbol: E/RES/2041/906"),
    ("en", "cited", {"A/RES/93/911"}, "Of the 9, 8 are still missing: look into paragraph P2, for “resolution …”"),
    ("zh", "cited", {"A/RES/48/2", "A/RES/73/330", "A/RES/72/212", "A/RES/70/1"}, "看脚注8"),
    ("zh", "cited", {"A/RES/48/2", None}, "None是一处没有文号的引用"),
    ("zh", "cited", {"A/RES/48/2"}, "看第1段，找“第…号决议”"),
    ("en", "due", 97, "Session 97 is the one that adopted this resolution"),
    ("en", "due", 2044, "2044 is a year"),
    ("en", "due", 98, "Look at paragraph 22"),
    ("en", "pieces", 1, "It is one name with the registry"),
    ("en", "pieces", 8, "8 is the length of the name"),
    ("en", "pieces", 4, "The first piece is Food"),
    ("zh", "pieces", 13, "13是这个名称的字数"),
    ("en", "lookalike", "eco", "eco is the Economic Cooperation Organization, in Tehran"),
    ("en", "lookalike", "the one in Paris", "copy it from what find_agencies returns"),
    ("en", "lookalike", "who", "That is World Health Organization"),
    ("en", "named", {"United Nations"}, "is only a piece of United Nations Educational"),
    ("en", "named", {"FAO"}, "FAO is right as a name; here the text has Food and Agriculture"),
    ("en", "named", {"World Bank"}, "No body in paragraphs 6, 7 is called World Bank"),
    ("en", "named", {"the World Meteorological Organization"}, "Still missing: 3 names. One begins with “United”"),
    ("zh", "named", {"联合国有关机关和机构"}, "是一类机构"),
    ("zh", "named", {"太平洋经济社会"}, "名称要取全"),
    ("zh", "named", {"联合国人类住区规划署(人居署)"}, "不止一个名称"),
    ("zh", "named", {"人道主义事务协调厅"}, "这里照原文写“秘书处人道主义事务协调厅”"),
    ("en", "quality", (0.5, 0.2), "The two are swapped"),
    ("en", "quality", (20, 50), "50 is more than 1"),
    ("en", "quality", (0.3, 0.5), "Precision is not 0.3: 10 were found, and 2 of them are right"),
    ("en", "quality", (0.2, 0.4), "Recall is not 0.4: 4 are there to be found"),
    ("en", "quality", 0.5, "Two numbers are wanted here"),
    ("zh", "quality", (1.0, 3 / 8), "这是按不同的名称算的"),
    ("zh", "quality", (5 / 7, 5 / 9), "位置也要对"),
    ("en", "themed", {"7"}, "does not give paragraph 7 the theme"),
    ("en", "themed", {"17", "13"}, "There are 4, and not all are found yet"),
    ("en", "without-theme", {"13"}, "Paragraph 13 has the theme"),
    ("zh", "without-theme", {"38"}, "这样的段落共有2个，还没有找全"),
    ("en", "without-theme", {"99"}, "The text has no paragraph 99."),
    ("en", "without-theme", {"P2"}, "P2 is not an operative paragraph"),
    ("en", "telling", "commissions", "look for one frequent here and rare elsewhere"),
    ("en", "telling", "convene", "is in this paragraph alone, but only 1 time"),
    ("en", "telling", "lake", "Paragraph 10 has no word lake"),
    ("en", "late-verb", "recalling", "a verb of the early editions"),
    ("en", "late-verb", "encourages", "only number 2"),
    ("en", "late-verb", "walks", "is none of these verbs"),
    ("en", "asking", {"1"}, "You counted paragraph 1, whose Takes note, expresses its appreciation"),
    ("en", "asking", {"17"}, "Paragraph 17 is outside the question"),
    ("en", "asking", {"40"}, "The text has no paragraph 40."),
    ("en", "asking", {"4"}, "Paragraph 3 begins with Notes (notes), but asks someone to act"),
    ("en", "asking", {"3"}, "Paragraph 4 is missing: its very first verb, Calls upon"),
    ("en", "buried", 28, "28 is the number of all directives"),
    ("en", "buried", 20, "20 is how many open a paragraph"),
    ("en", "buried", 3, "There are 28 directives"),
    ("en", "ladder", ["urges", "requests", "calls upon", "invites"], "urges (D4) is not weaker than requests (D3)"),
    ("en", "ladder", {"invites", "calls upon"}, "you gave a set, and braces keep no order"),
    (
        "en",
        "ladder",
        ["invites", "demands"],
        "none of the four verbs to be ordered: invites, calls upon, requests, urges",
    ),
    ("en", "ladder", ["invites"], "calls upon is missing"),
    ("en", "hedged", {"40"}, "The text has no paragraph 40."),
    ("en", "hedged", {"1"}, "Paragraph 1 has no directive"),
    ("en", "hedged", {"11"}, "Paragraph 11 asks, but without a hedge"),
    ("en", "hedged", {"4"}, "1 of 10 found: look for “as appropriate”"),
    ("zh", "hedged", {"7"}, "找一找“考虑”"),
    ("en", "two-steps", 28, "28 is all directives"),
    ("en", "two-steps", 3, "Not 3: count the directives of bands"),
    ("zh", "two-steps", 7, "7把促请、呼吁也算作请求"),
    ("en", "dropped", {"13"}, "it was merged into paragraph 12"),
    ("en", "dropped", {"3"}, "it is paragraph P9 of the new edition"),
    ("en", "dropped", {"99"}, "has no paragraph 99"),
    ("en", "dropped", set(), "0 of 1 found"),
    ("en", "slots", {"18"}, "Paragraph 18 is the same to the letter"),
    ("en", "slots", {"17"}, "Paragraph 17 is new"),
    ("en", "slots", {"4"}, "Paragraph 4 changes old paragraph 4 in substance"),
    ("en", "slots", {"2"}, "look for those whose only type is slot_update"),
    ("en", "softer", {"4"}, "What happened to paragraph 4 is: reworded, strengthened, hedge removed"),
    ("en", "first-energy", "52/19", "holds a directive. (Read it: tables can miss one.)"),
    ("en", "first-energy", "67/14", "A/RES/67/14 (2012) asks already"),
    ("en", "first-energy", "1/1", "There is no edition 1/1"),
    ("en", "longest", 20, "There are only 19 editions"),
    ("en", "longest", 3, "Not 3"),
    ("en", "weaken", ENGLISH, "Nothing differs from the original"),
    ("en", "weaken", "97/924", "The whole edited draft is wanted: draft.replace(…)"),
    ("en", "weaken", ENGLISH.replace("5. Invites", "5. Requests"), "in paragraph 5 is: reworded, strengthened"),
    ("en", "weaken", ENGLISH.replace("8. Requests", "8. Invites"), "in paragraph 8; it was asked for in paragraph 6"),
    ("en", "hedge", ENGLISH.replace("6. Requests the W", "6. Invites the W"), "paragraph 6 is: reworded, weakened"),
    ("zh", "weaken", CHINESE.replace("因此促请", "因此请"), "第21段的改动是“改写、加强”"),
    ("zh", "weaken", CHINESE.replace("敦促", "请").replace("并请国际", "并邀请国际"), "共有2段有这种改动"),
    ("en", "weaken", 5, "The text of the whole draft is wanted here; you gave a number"),
    ("en", "most-asked", "secretary-general", "is asked 24 times, which is place 2"),
    ("en", "most-asked", "nato", "is never asked here"),
    ("en", "no-body", 301, "301 is all directives"),
    ("en", "no-body", 99, "99 is how many ask a group"),
    ("en", "hedged-share", 114, "the share among the 301 directives is wanted"),
    ("en", "hedged-share", 0.62, "0.62 is the share without a hedge"),
    ("en", "hedged-share", 301 / 114, "upside down"),
    ("en", "least-sure", "hedges", "another kind is lower"),
    ("en", "least-sure", "verbs", "none of these kinds of fact"),
    ("en", "turn-strengthen", ENGLISH.replace("8. Requests", "8. Urges"), "it was asked for in paragraph 5"),
    ("en", "turn-request", f"{ENGLISH}\n24. Requests the Secretary-General to study rivers.", "has no end"),
    ("en", "turn-request", f"{ENGLISH}{RIVERS}.", "does not say what pays for it"),
    ("en", "turn-request", f"{ENGLISH}\n24. Encourages Member States to read.", "asks nothing new of the Secretary"),
    ("en", "drop", ENGLISH.replace("21. Invites", ""), "its words still stand in the draft"),
    ("en", "package", ENGLISH.replace("at Geneva, Nairobi and Vienna", "at Vienna"), "words cut (“Geneva, Nairobi”)"),
    ("en", "package", ENGLISH.replace("5. Invites", "5. Requests"), "The donors have got nothing yet"),
]


def label(value: object) -> str:
    """The same in every process: a set is printed in another order in each."""
    if isinstance(value, list):
        return ", ".join(map(label, value))[:30]
    return str(sorted(value, key=str) if isinstance(value, set) else value)[:30]


@pytest.mark.parametrize(("language", "exercise", "given"), RIGHT, ids=label)
def test_a_right_answer_is_right_however_it_is_written(language: str, exercise: str, given: list[Any]) -> None:
    lesson = desk(exercises()[exercise].lesson, language)
    judged = [lesson.check(exercise, answer) for answer in given]
    assert [str(each) for each in judged if not each.right] == []


@pytest.mark.parametrize(("language", "exercise", "answer", "told"), WRONG, ids=label)
def test_a_wrong_answer_is_told_what_helps(language: str, exercise: str, answer: Any, told: str) -> None:
    judged = desk(exercises()[exercise].lesson, language).check(exercise, answer)
    assert not judged.right
    assert told in str(judged)


@pytest.mark.parametrize(("exercise", "answer"), [("hedged", {"40"}), ("cited", {None}), ("asking", {"1"}), ("due", 3)])
def test_a_hint_speaks_of_the_students_own_text_in_its_words(exercise: str, answer: Any, tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(
        "75/999. Lakes\n\nThe General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015 and its previous "
        "resolutions,\n\n1. Welcomes the report of the Secretary-General;\n\n2. Requests the Secretary-General to "
        "submit to the General Assembly at its seventy-eighth session a report, within existing resources.\n",
        encoding="utf-8",
    )
    number = exercises()[exercise].lesson
    assert not HAN.search(str(open_lesson(number, "en", str(path)).check(exercise, answer)))


@pytest.mark.parametrize("exercise", exercises().values(), ids=lambda one: one.id)
def test_an_answer_of_another_kind_is_no_traceback(exercise: Exercise) -> None:
    table = desk(exercise.lesson, "en").clauses()
    for answer in (table, 0, -1, 1e9, float("nan"), "", "x", [], {}, [None], (1,), ("a", "b"), object(), {1: 2}, b"x"):
        assert not desk(exercise.lesson, "en").check(exercise.id, answer).right or answer in ([], {})


def test_every_sentence_is_said_and_stands_in_both_languages_with_the_same_values() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "ecoanalysis" / "lessons").glob("*.py"))
    for exercise, said in load("interface/lessons")["say"].items():
        assert exercise in {*exercises(), "any", "drafts"}
        for name, entry in said.items():
            assert set(entry) == set(INTERFACE)
            zh, en = ({field for _, field, *_ in Formatter().parse(entry[one]) if field} for one in INTERFACE)
            assert zh == en, (exercise, name)
            assert name.startswith(("wants_", "kind_")) or name == "aims" or f'"{name}"' in text, (exercise, name)


def test_a_column_of_a_table_is_an_answer() -> None:
    themes = desk(3, "en").tables["themes"]
    assert desk(3, "en").check("themed", themes.filter(theme="disaster-risk")["paragraph"]).right


def test_under_nbgrader_a_wrong_answer_fails_the_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert open_lesson(1, "zh").check("operative", 39) is None
    with pytest.raises(AssertionError, match="不是38"):
        open_lesson(1, "zh").check("operative", 38)


# The desk


def test_there_is_no_ninth_lesson() -> None:
    with pytest.raises(LessonError, match="there is no lesson 9; there are lessons 1 to 8"):
        open_lesson(9)


def test_an_unknown_exercise_and_an_unknown_term_are_named() -> None:
    with pytest.raises(LessonError, match="no exercise 'nonsense'"):
        open_lesson(1).check("nonsense", 1)
    with pytest.raises(LessonError, match="no term 'nonsense'"):
        open_lesson(1).term("nonsense")


def test_ones_own_resolution_takes_the_place_of_the_sample(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("75/999. 湖泊\n\n大会，\n\n1. 请秘书长向大会第七十八届会议提交报告；\n", encoding="utf-8")
    lesson = open_lesson(1, "zh", str(path))
    assert len(lesson.of("operative")) == 1
    assert lesson.check("due", 78).right
    assert lesson.clauses().select("verb", "asked").row(0) == ("请", ["秘书长"])
    assert lesson.changes(lesson.draft()).is_empty()


@pytest.mark.parametrize("language", INTERFACE)
def test_a_draft_is_read_as_it_is_given_and_what_is_none_changes_nothing(language: str) -> None:
    lesson = desk(6, language)
    ids = [paragraph.id for part in ("preamble", "operative") for paragraph in lesson.of(part)]
    assert [paragraph.id for paragraph in lesson.compare(lesson.draft()).new.paragraphs] == ids
    for answer in ("abc", "", ..., None, 7):
        assert lesson.changes(answer).is_empty()
        assert lesson.brief(answer).is_empty()


@pytest.mark.slow
@pytest.mark.parametrize("number", [5, 6])
def test_the_squares_of_a_legend_have_a_size_without_a_style_sheet(number: int) -> None:
    html = desk(number, "en").picture().html
    keys = re.findall(r'<p class="keys">.*?</p>', html, re.DOTALL)
    assert all('width="14" height="14"' in square for key in keys for square in re.findall(r"<svg[^>]*>", key))
    assert keys or number != 5


@pytest.mark.parametrize("language", INTERFACE)
def test_every_type_on_screen_is_explained(language: str) -> None:
    (cell,) = (cell for cell in source(language, "05-change").cells if cell.id == "types")
    assert all(f"- `{type}`" in cell.source for link in desk(5, language).pair.links for type in link.types)


@pytest.mark.parametrize("operative", ["", "1. Requests the Secretary-General to report.\n"])
def test_every_cell_of_a_lesson_runs_on_ones_own_short_resolution(operative: str, tmp_path: Path) -> None:
    """It may lack the paragraphs that the lesson shows: what is shown in their place says so."""
    path = tmp_path / "mine.txt"
    path.write_text(f"75/999. Lakes\n\nThe General Assembly,\n\nRecalling its resolution 70/1,\n\n{operative}", "utf-8")
    lesson = open_lesson(2, "en", str(path))
    assert "no paragraph 7" in lesson.read("P1", "7").html
    assert lesson.simple_names(*lesson.places.names_in).height >= 0
    assert open_lesson(6, "en", str(path)).changes(lesson.draft()).is_empty()


def test_the_glossary_has_every_term_in_both_languages_once() -> None:
    terms = load("interface/glossary")["term"]
    for key in ("id", "zh", "en"):
        assert len({term[key] for term in terms}) == len(terms)
    assert all(set(term["means"]) == set(INTERFACE) for term in terms)
    shown = open_lesson(1, "en").term("lineage").html
    assert '<span lang="zh-Hans">谱系</span>' in shown


# For a class


def test_binder_installs_what_the_readme_installs() -> None:
    commands = (ROOT / ".binder" / "postBuild").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in re.findall(r"^python -m pip .*$", commands, re.MULTILINE):
        assert command.replace(" --editable .", "").split(" --no-cache-dir")[0] in readme
    version = (ROOT / ".binder" / "runtime.txt").read_text(encoding="utf-8").strip()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert version.removeprefix("python-") >= project["requires-python"].removeprefix(">=")


@pytest.mark.parametrize(("language", "name"), SOURCES)
def test_binder_and_colab_open_this_very_lesson(language: str, name: str) -> None:
    title = source(language, name).cells[0].source
    path = f"notebooks/lessons/student/{language}/{name}.ipynb"
    assert f"https://mybinder.org/v2/gh/ecoanalysis/ecoanalysis/main?labpath={path}" in title
    assert f"https://colab.research.google.com/github/ecoanalysis/ecoanalysis/blob/main/{path}" in title
    assert (ROOT / path).is_file()


@pytest.mark.slow
def test_lessons_are_worked_through_with_two_at_a_time() -> None:
    """Desks share nothing that one student's work could change for another."""
    with ThreadPoolExecutor(2) as pool:
        drafts = list(pool.map(lambda _: open_lesson(6, "en").draft(), range(4)))
    assert set(drafts) == {ENGLISH}
