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
SYMBOL = re.compile(r"\d+/\d+")
HEADING = re.compile(r"^#+ ", re.MULTILINE)


@cache
def source(language: str, name: str) -> nbformat.NotebookNode:
    return read_source(FOLDER / "source" / language / f"{name}.ipynb")


@cache
def desk(number: int, language: str) -> Lesson:
    return open_lesson(number, language)


def code(cell: nbformat.NotebookNode) -> str:
    """The cell as Python, without its comments: magics made into calls."""
    return ast.unparse(ast.parse(TransformerManager().transform_cell(cell.source)))


# One lesson, two languages


def test_there_are_six_lessons_in_each_language() -> None:
    for language in INTERFACE:
        assert sorted(path.stem for path in (FOLDER / "source" / language).glob("*.ipynb")) == NAMES
    assert len(NAMES) == 6


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_cells_code_and_headings(name: str) -> None:
    zh, en = source("zh", name).cells, source("en", name).cells
    assert [(cell.id, cell.cell_type, cell.metadata) for cell in zh] == [
        (cell.id, cell.cell_type, cell.metadata) for cell in en
    ]
    for mine, other in zip(zh, en, strict=True):
        if mine.cell_type == "code" and mine.id != "parameters":
            assert code(mine) == code(other)
        if mine.cell_type == "markdown":
            assert HEADING.findall(mine.source) == HEADING.findall(other.source), mine.id
            assert set(SYMBOL.findall(mine.source)) == set(SYMBOL.findall(other.source)), mine.id


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
    ("language", "name"), [*zip(INTERFACE * 3, NAMES, strict=True)]
)  # the code is the same in both
def test_the_untouched_lesson_runs_to_its_end_and_says_that_nothing_is_answered(
    language: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    answers = run(student(source(language, name), language).cells)
    assert {str(answer) for answer in answers.values()} == {UNTOUCHED[language]}


# What wrong answers are told

DRAFT = open_lesson(6).draft()
WRONG = [
    # exercise, answer, what the sentence says
    ("operative", 43, "leave its 4 paragraphs out"),
    ("operative", 4, "number of paragraphs in the preamble"),
    ("operative", 38, "Not 38"),
    ("operative", "39", "without quotation marks; you gave text in quotation marks"),
    ("operative", True, "A number is wanted here, without quotation marks; you gave"),
    ("footnotes", {1, 3, 10, 11, 15, 30, 35, 12}, "Paragraph 12 has no footnote mark"),
    ("footnotes", {"17"}, "Paragraph 17 does not carry footnote 4: it is printed inside it"),
    ("footnotes", {"1"}, "Footnote 2 has no paragraph yet (1 of 7 found)"),
    ("footnotes", 7, "A set is wanted here, in braces"),
    ("footnotes", "1, 3", "you gave text in quotation marks"),
    ("footnotes", open_lesson(1).clauses(), "you gave a table"),
    ("cited", {"A/RES/75/324"}, "is this resolution itself"),
    ("cited", ["A/75/L.131"], "a draft, not a resolution adopted"),
    ("cited", {"A/67/581"}, "is a document (a report, a letter)"),
    ("cited", {"A/RES/1/1"}, "A/RES/1/1 is not cited here"),
    ("cited", {"a/res/48/2", "48/2"}, "48/2 is cited, but write the full symbol: A/RES/48/2"),
    ("cited", {"A/75/345"}, "is a document (a report, a letter)"),
    ("cited", {"A/RES/48/2", "A/RES/73/330", "A/RES/72/212", "A/RES/70/1"}, "look into footnote 8"),
    ("cited", {"A/RES/48/2"}, "look into paragraph 1,"),
    ("due", 75, "Session 75 is the one that adopted this resolution"),
    ("due", 78, "Look at paragraph 38"),
    ("pieces", 1, "It is one word with the registry"),
    ("pieces", 13, "13 is the number of characters"),
    ("pieces", 4, "The first piece is 亚洲"),
    ("named", {"太平洋经济社会"}, "太平洋经济社会 is only a piece of 亚洲及太平洋经济社会委员会"),
    ("named", {"联合国有关机关和机构"}, "is a group of bodies"),
    ("named", {"人道主义事务协调厅"}, "is right as a name; here the text has 秘书处人道主义事务协调厅"),
    ("named", {"联合国人类住区规划署(人居署)"}, "is two names of one body"),
    ("named", {"世界银行"}, "No body in paragraph 30 is called 世界银行"),
    ("named", {"经济合作组织"}, "One name is still missing; it begins with 联合国 and has 3 characters"),
    ("quality", (4 / 9, 4 / 7), "The two are swapped"),
    ("quality", (1.0, 3 / 8), "That counts different names"),
    ("quality", (5 / 7, 5 / 9), "stands in the title of a document"),
    ("quality", (57, 44), "57 is more than 1"),
    ("quality", (0.5, 4 / 9), "Precision is not 0.5: 7 were found, and 4 of them are right"),
    ("quality", (4 / 7, 0.5), "Recall is not 0.5: 9 are there to be found"),
    ("quality", 0.5, "Two numbers are wanted here"),
    ("lookalike", "eco", "the OECD in Paris; eco is 经济合作组织 in Tehran"),
    ("lookalike", "经合组织", "The registry has no id"),
    ("lookalike", "who", "That is World Health Organization"),
    ("energy", {"16"}, "does not give paragraph 16 the theme energy"),
    ("energy", {"21", "22"}, "There are 3, and not all are found yet"),
    ("telling", "区域", "look for one frequent here and rare elsewhere"),
    ("telling", "必须", "is in this paragraph alone, but only 1 time"),
    ("telling", "湖泊", "Paragraph 23 has no word 湖泊"),
    ("late-verb", "recalling", "a verb of the early editions"),
    ("late-verb", "encourages", "only number 2"),
    ("late-verb", "walks", "is none of these verbs"),
    ("without-theme", {"37"}, "Paragraph 37 has the theme"),
    ("without-theme", {"40"}, "There is no paragraph 40"),
    ("without-theme", set(), "1 paragraph has no theme"),
    ("asking", {"7", "11"}, "You counted paragraph 11, whose 欢迎 (evaluates) asks nobody for anything"),
    ("asking", {"16"}, "Paragraph 16 is outside the question"),
    ("asking", {"8"}, "Paragraph 7 begins with 赞赏 (evaluates), but asks someone to act"),
    ("asking", {"7"}, "Paragraph 8 is missing: its very first verb, 邀请 (encourages, invites), asks"),
    ("buried", 32, "32 is the number of all directives"),
    ("buried", 5, "5 is how many open a paragraph"),
    ("buried", 10, "There are 32 directives"),
    ("ladder", ["邀请", "请", "促请", "敦促"], "请 (D3) is not weaker than 促请 (D2)"),
    ("ladder", {"邀请", "促请", "请", "敦促"}, "you gave a set, and braces keep no order"),
    ("ladder", ["邀请", "要求"], "要求 is none of the four verbs"),
    ("ladder", ["邀请", "请"], "促请 is missing"),
    ("hedged", {"8"}, "The directive of paragraph 8 is not hedged"),
    ("hedged", {"7"}, "look for 考虑"),
    ("hedged", {"7", "10", "13", "19", "20", "21", "27", "28", "30", "31"}, "is not the only hedge"),
    ("two-steps", 32, "32 is all directives"),
    ("two-steps", 28, "28 is the lower step"),
    ("two-steps", 7, "takes “calls upon” for requested"),
    ("two-steps", 5, "Not 5: count the directives of bands"),
    ("dropped", {"33"}, "Paragraph 33 was not dropped: it is paragraph 7"),
    ("dropped", {"99"}, "has no paragraph 99"),
    ("dropped", {"12"}, "1 of 5 found"),
    ("slots", {"18"}, "Paragraph 18 is the same to the letter"),
    ("slots", {"4"}, "Paragraph 4 is new"),
    ("slots", {"1"}, "Paragraph 1 changes old paragraph 1 in substance"),
    ("slots", {"2"}, "1 of 5 found"),
    ("first-energy", "A/RES/52/19", "holds a directive. (Read it: tables can miss one.)"),
    ("first-energy", "A/RES/67/14", "A/RES/67/14 (2012) asks already"),
    ("first-energy", "52/19", "There is no edition 52/19"),
    ("longest", 20, "There are only 19 editions"),
    ("longest", 3, "Not 3"),
    ("weaken", DRAFT, "Nothing differs from the original"),
    ("weaken", "75/324", "That is no resolution any more"),
    ("weaken", DRAFT.replace("因此促请", "因此请"), "What you changed in paragraph 21 is: reworded, strengthened"),
    ("weaken", DRAFT.replace("敦促", "请").replace("并请国际", "并邀请国际"), "2 paragraphs have that change"),
    ("weaken", DRAFT.replace("并请国际", "并邀请国际"), "but in paragraph 17; it was asked for in paragraph 30"),
    ("hedge", DRAFT.replace("并请国际", "并邀请国际"), "What you changed in paragraph 17 is: reworded, weakened"),
    ("drop", DRAFT.replace("鼓励它们继续", "请它们继续"), "What you changed in paragraph"),
    ("weaken", 5, "The text of the whole draft is wanted here; you gave a number"),
]


def label(value: object) -> str:
    """The same in every process: a set is printed in another order in each."""
    return str(sorted(value, key=str) if isinstance(value, set) else value)[:30]


@pytest.mark.parametrize(("exercise", "answer", "told"), WRONG, ids=label)
def test_a_wrong_answer_is_told_what_helps(exercise: str, answer: Any, told: str) -> None:
    number = exercises()[exercise].lesson
    for language in INTERFACE:
        said = desk(number, language).check(exercise, answer)
        assert not said.right
        if language == "en":
            assert told in str(said)
        else:
            assert HAN.search(str(said))


@pytest.mark.parametrize("exercise", exercises().values(), ids=lambda one: one.id)
def test_an_answer_of_another_kind_is_no_traceback(exercise: Exercise) -> None:
    table = desk(exercise.lesson, "en").clauses()
    for answer in (table, 0, -1, 1e9, float("nan"), "", "x", [], {}, [None], (1,), ("a", "b"), object(), {1: 2}, b"x"):
        assert not desk(exercise.lesson, "en").check(exercise.id, answer).right or exercise.id == "without-theme"


def test_every_sentence_is_said_and_stands_in_both_languages_with_the_same_values() -> None:
    text = (ROOT / "ecoanalysis" / "lessons" / "exercises.py").read_text(encoding="utf-8")
    for exercise, said in load("interface/lessons")["say"].items():
        assert exercise in {*exercises(), "any", "drafts"}
        for name, entry in said.items():
            assert set(entry) == set(INTERFACE)
            zh, en = ({field for _, field, *_ in Formatter().parse(entry[one]) if field} for one in INTERFACE)
            assert zh == en, (exercise, name)
            assert name.startswith(("wants_", "kind_")) or name == "aims" or f'"{name}"' in text, (exercise, name)


def test_a_column_of_a_table_is_an_answer() -> None:
    themes = desk(3, "en").tables["themes"]
    assert desk(3, "en").check("energy", themes.filter(theme="energy")["paragraph"]).right


def test_under_nbgrader_a_wrong_answer_fails_the_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert open_lesson(1).check("operative", 39) is None
    with pytest.raises(AssertionError, match="Not 38"):
        open_lesson(1).check("operative", 38)


# The desk


def test_there_is_no_seventh_lesson() -> None:
    with pytest.raises(LessonError, match="there is no lesson 7; there are lessons 1 to 6"):
        open_lesson(7)


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
        drafts = list(pool.map(lambda _: open_lesson(6).draft(), range(4)))
    assert set(drafts) == {DRAFT}
