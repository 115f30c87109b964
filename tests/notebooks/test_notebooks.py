"""Notebooks: committed clean, thin, typed in what they take, and true in what they say, in both languages."""

from __future__ import annotations

import ast
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
import pytest
from markdown_it import MarkdownIt

from ecoanalysis.measures import counts, survival
from ecoanalysis.publish.page import in_one_language
from ecoanalysis.publish.run import Job, NotebookError, run_all, run_notebook
from ecoanalysis.show.passages import series, text
from ecoanalysis.show.view import View, view_all, view_series, view_text

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(path.stem for path in FOLDER.glob("*.ipynb"))
PARAMETERS = ["corpus", "edition", "theme", "agency", "language"]
OTHERWISE = {
    "04-mandates": ["corpus", "series", "theme", "agency", "facts", "language"],  # a whole series
    "10-session": ["corpus", "committee", "language"],  # many resolutions side by side
    "11-countries": ["corpus", "country", "language"],
    "12-network": ["corpus", "agency", "language"],
    "13-words": ["corpus", "keyword", "committee", "language"],
    "14-languages": ["corpus", "first", "second", "language"],
    "15-course": ["corpus", "series", "theme", "agency", "facts", "language"],
    "16-findings": ["corpus", "series", "theme", "agency", "facts", "language"],
    "05-compare": ["corpus", "old", "new", "language"],  # two editions, or drafts
    "06-quality": ["language"],  # shows figures that the package ships, of no corpus
    "08-due": ["corpus", "agency", "language"],
    "07-agency": ["corpus", "agency", "language"],  # all that is at hand, of one body
    "09-theme": ["corpus", "theme", "language"],  # … or on one theme
}

HAN = re.compile(r"[\u4e00-\u9fff]")
# What stands in Latin letters on a Chinese page: codes, symbols, and names written so.
LATIN = re.compile(r"[A-Za-z]{4,}")
SYMBOLS = re.compile(r"\S*/\S*|COVID|UNTS|title|fn\d+|E[A-Z]+")


def test_the_notebooks_are_those_of_the_plan() -> None:
    assert NOTEBOOKS == [
        "01-edition",
        "02-agencies",
        "03-themes",
        "04-mandates",
        "05-compare",
        "06-quality",
        "07-agency",
        "08-due",
        "09-theme",
        "10-session",
        "11-countries",
        "12-network",
        "13-words",
        "14-languages",
        "15-course",
        "16-findings",
    ]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_nothing_is_committed_but_the_source(name: str) -> None:
    notebook = _read(name)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert [(cell.outputs, cell.execution_count) for cell in notebook.cells if cell.cell_type == "code"] == [
        ([], None) for cell in notebook.cells if cell.cell_type == "code"
    ]
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z-]*", id) for id in ids), "an id says what its cell is about, so that it stays"


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_parameters_are_typed_and_explained(name: str) -> None:
    (cell,) = [cell for cell in _read(name).cells if "parameters" in cell.metadata.get("tags", [])]
    found = [node for node in ast.parse(cell.source).body if isinstance(node, ast.AnnAssign)]
    assert [ast.unparse(node.target) for node in found] == OTHERWISE.get(name, PARAMETERS)
    assert {ast.unparse(node.annotation) for node in found} == {"str"}
    assert all("  # " in line for line in cell.source.splitlines()[1:])


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_cell_defines_nothing_and_is_read_at_a_glance(name: str) -> None:
    for cell in _read(name).cells:
        if cell.cell_type == "code":
            nodes = [*ast.walk(ast.parse(cell.source))]
            assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        assert len(cell.source.splitlines()) <= 18, cell.id


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_asks_explores_draws_and_doubts(name: str) -> None:
    cells = _read(name).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    questions = [cell for cell in cells if cell.cell_type == "markdown" and cell.source.startswith("## ")]
    assert len(questions) >= 4
    assert "alt.Chart(" in code
    assert "pl." in code
    assert "from ecoanalysis.measures" in code or "findings.statements" in code
    assert name in ("06-quality", "16-findings") or any(cell.id == "doubt-en" for cell in cells)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_what_is_said_in_one_language_is_said_in_the_other(name: str) -> None:
    """A cell of one language is tagged, and its twin in the other stands behind it."""
    tagged = [(cell.id, *cell.metadata.get("tags", ())) for cell in _read(name).cells]
    english = [id.removesuffix("-en") for id, *tags in tagged if "en" in tags]
    assert english == [id.removesuffix("-zh") for id, *tags in tagged if "zh" in tags]
    assert all(id.endswith(f"-{tag}") for id, *tags in tagged for tag in tags if tag in ("en", "zh"))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_runs_and_speaks_one_language(name: str, language: str) -> None:
    shown = _all_warm()[name, language]
    own = re.sub(r'<span lang="[^"]+">.*?</span>', "", shown, flags=re.DOTALL)
    own = re.sub(r"<(svg|style|script)\b.*?</\1>", "", own, flags=re.DOTALL)
    words = unescape(re.sub(r"<[^>]+>", " ", own))
    if language == "en":
        assert HAN.findall(words) == []
    else:
        assert LATIN.findall(SYMBOLS.sub("", words)) == []


@pytest.mark.slow
def test_the_figures_stated_are_those_of_the_tables(tmp_path: Path) -> None:
    shown = re.sub(r"</?data[^>]*>", "", _run("01-edition", tmp_path, language="en"))
    tables = _view().tables
    extent = counts.per_text(tables).row(0, named=True)
    assert extent["directives"] == tables["clauses"].filter(tables["clauses"]["class"] == "DIR").height
    numbers = {name: extent[name] for name in ("clauses", "directives", "decisions")}
    assert _view().labels("edition.does", **numbers, paragraphs=extent["speaking"]) in shown
    assert f"misses {extent['buried']} of the {extent['directives']} directives" in shown
    assert f"{tables['citations'].height} citations" in shown


@pytest.mark.thorough
def test_resolutions_that_name_no_state_are_not_among_those_that_do(tmp_path: Path) -> None:
    tables = view_all("model", language="en").tables
    asking = tables["requests"].explode("country").drop_nulls("country")
    read, naming = tables["resolutions"].height, asking.select("document", "part").n_unique()
    assert naming > 0
    shown = _run("11-countries", tmp_path, language="en", corpus="model")
    said = re.sub(r"</?data[^>]*>", "", shown)
    assert f"Of {read} resolutions, {naming} ask a State for something by name: {asking['country'].n_unique()}" in said


@pytest.mark.thorough
def test_a_theme_and_an_agency_narrow_what_is_shown(tmp_path: Path) -> None:
    shown = _run("02-agencies", tmp_path, language="en", edition="A/RES/75/324", theme="energy")
    view = view_text(theme="energy", language="en")
    assert text.asked(view).html in shown
    linked = set(re.findall(r'edition-A_RES_75_324-text\.html#p-(\w+)"', shown))
    assert linked == set(view.tables["paragraphs"]["paragraph"])
    shown = _run("04-mandates", tmp_path, language="zh", agency="undp", theme="transport")
    view = view_series(agency="undp", theme="transport", language="zh")
    assert series.births(view).html in shown
    assert 0 < survival.lifetimes(view.tables).height < survival.lifetimes(view_series().tables).height


@pytest.mark.thorough
def test_a_warm_kernel_says_what_a_cold_one_says(tmp_path: Path) -> None:
    """Every notebook in one kernel, then again in another order: what the one leaves must not show in the next."""
    jobs = [
        Job(FOLDER / f"{name}.ipynb", {"language": language}, tmp_path / f"{name}-{language}-{turn}.ipynb")
        for turn, names in enumerate((NOTEBOOKS, NOTEBOOKS[::-1]))
        for name in names
        for language in ("zh", "en")[turn:]
    ]
    warm: dict[str, set[str]] = {}
    for job, outcome in run_all(jobs, 1):
        assert outcome.notebook is not None, (job.notebook, outcome.error)
        key = f"{job.notebook.stem} {job.parameters['language']}"
        warm.setdefault(key, set()).add(_shown(outcome.notebook, str(job.parameters["language"])))
    cold = {f"{name} {language}": {_cold(name, language)} for name in NOTEBOOKS for language in ("zh", "en")}
    assert warm == cold


@cache
def _all_warm() -> dict[tuple[str, str], str]:
    """What every notebook says in either language, all on two kernels."""
    with TemporaryDirectory() as folder:
        jobs = [
            Job(FOLDER / f"{name}.ipynb", {"language": language}, Path(folder) / f"{name}-{language}.ipynb")
            for name in NOTEBOOKS
            for language in ("zh", "en")
        ]
        outcomes = [(job.notebook.stem, str(job.parameters["language"]), outcome) for job, outcome in run_all(jobs, 2)]
    failed = [(name, outcome.error) for name, _, outcome in outcomes if outcome.notebook is None]
    assert not failed
    return {(name, language): _shown(outcome.notebook, language) for name, language, outcome in outcomes}


def _cold(name: str, language: str) -> str:
    """What a notebook says on a kernel of its own."""
    return _all_cold()[name, language]


@cache
def _all_cold() -> dict[tuple[str, str], str]:
    asked = [(name, language) for name in NOTEBOOKS for language in ("zh", "en")]
    with TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:

        def run(one: tuple[str, str]) -> str:
            place = Path(folder) / "-".join(one)
            place.mkdir()
            return _run(one[0], place, language=one[1])

        return dict(zip(asked, pool.map(run, asked), strict=True))


@pytest.mark.slow
def test_an_unknown_theme_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match=r"ChoiceError: there is no theme 'transprot'; the nearest are: transport"):
        _run("03-themes", tmp_path, theme="transprot")


def _read(name: str) -> nbformat.NotebookNode:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def _run(name: str, folder: Path, **parameters: str) -> str:
    executed = run_notebook(FOLDER / f"{name}.ipynb", parameters, folder / f"{name}.ipynb")
    return _shown(executed, parameters.get("language", "en"))


def _shown(executed: nbformat.NotebookNode, language: str) -> str:
    """What a page in a language shows: the words and outputs of its cells."""
    shown = []
    for cell in in_one_language(executed, language).cells:
        shown += [cell.source] if cell.cell_type == "markdown" else []
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":  # another run reads the corpus: said to who runs it, and on no page
                continue
            assert output.output_type in ("display_data", "execute_result")
            shown.append(output.data.get("text/html") or output.data["text/markdown"])
    return "\n".join(shown)


@cache
def _view() -> View:
    return view_text(language="en")


SOURCES = [path for path in sorted(FOLDER.rglob("*.ipynb")) if "teacher" not in path.parts]  # whose versions are made


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_what_is_marked_up_is_shown_so(path: Path) -> None:
    """Asterisks between a full stop and a letter are no emphasis: Markdown shows `**Question。**Why` as it stands."""
    reader = MarkdownIt("commonmark").enable("table")
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            shown = re.sub(r"<code.*?</code>", "", reader.render(cell.source), flags=re.DOTALL)
            assert "*" not in shown, cell.id
