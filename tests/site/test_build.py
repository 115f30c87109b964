"""Building: only what changed is run, and what was built before comes to no harm."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import docx
import nbformat
import pytest
import weasyprint

import ecoanalysis as eco
from ecoanalysis.errors import BuildError, CorpusError, PlanError, StaleSiteError
from ecoanalysis.files import read_sealed, write_sealed
from ecoanalysis.publish.build import How, _with_corpus, build, check, publish
from ecoanalysis.publish.manifest import VERSION
from ecoanalysis.publish.pdf import print_site
from ecoanalysis.publish.plan import notebook_parameters, read_plan

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ecoanalysis(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ecoanalysis", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=cwd, check=False)


def test_what_a_site_consists_of(project: Path) -> None:
    found = sorted(contents(project / "site"))
    texts = [name for name in found if "/edition-" in name]
    index = [name for name in found if "/search-" in name]
    assert {"assets/search-en/index.js", "assets/search-zh/index.js"} < set(index)
    courses = [name for name in found if "/history-" in name]
    assert courses == [f"assets/history-{page}/eco-{text}.js" for page in ("en", "zh") for text in ("en", "zh")]
    assert [name for name in found if name not in texts + index + courses] == [
        "assets/desk.js",
        "assets/history.js",
        "assets/icon.svg",
        "assets/pairs.js",
        "assets/reading.js",
        "assets/search.js",
        "assets/site.css",
        "assets/site.js",
        "downloads/ecoanalysis-csv.zip",
        "downloads/ecoanalysis-jsonl.zip",
        "downloads/ecoanalysis-parquet.zip",
        "en/codebook.html",
        "en/downloads.html",
        "en/editions.html",
        "en/good.html",
        "en/index.html",
        "en/other.html",
        "index.html",
        "manifest.json",
        "zh/codebook.html",
        "zh/downloads.html",
        "zh/editions.html",
        "zh/good.html",
        "zh/index.html",
        "zh/other.html",
    ]
    assert len(texts) == 2 * 20  # nineteen editions and the act that began them


def test_a_second_build_runs_nothing_loads_nothing_and_changes_nothing(project: Path) -> None:
    before = contents(project / "site")
    code = """
import sys
sys.argv = ["ecoanalysis", "build", "--plan", "plan.toml"]
from ecoanalysis.cli import main
try:
    main()
finally:
    print("heavy:", [name for name in ("polars", "papermill", "nbconvert", "jinja2", "jieba") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=project, check=True)
    assert "nothing to do" in done.stdout.lower()
    assert "heavy: []" in done.stdout
    assert (project / "site/index.html").as_uri() in done.stdout
    assert contents(project / "site") == before


def test_only_what_changed_is_run_again(project: Path) -> None:
    edit(project / "plan.toml", 'value = "other"', 'value = "third"')
    done = build(project / "plan.toml")
    assert sorted(done.run) == ["en/other.html", "zh/other.html"]
    assert sorted(done.changed) == ["en/other.html", "zh/other.html"]
    assert "en third" in (project / "site/en/other.html").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_a_new_title_runs_nothing_and_stands_in_every_navigation(project: Path) -> None:
    edit(project / "plan.toml", 'en = "Other"', 'en = "Another"')
    done = build(project / "plan.toml")
    assert done.run == ()
    assert "<h1>Good</h1>" in (project / "site/en/good.html").read_text(encoding="utf-8")
    assert done.changed == ("en/index.html",)  # its card
    assert ">Another</a>" in (project / "site/en/edition-A_RES_75_324-text.html").read_text(encoding="utf-8")
    assert ">Another</a>" in (project / "site/en/good.html").read_text(encoding="utf-8")
    assert "en good" in (project / "site/en/good.html").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_a_page_that_the_plan_no_longer_has_is_removed(project: Path) -> None:
    edit(project / "plan.toml", 'name = "other"', 'name = "new"')
    build(project / "plan.toml")
    assert not (project / "site/en/other.html").exists()
    assert (project / "site/en/new.html").exists()


@pytest.mark.thorough
def test_what_is_damaged_in_a_site_is_told_of_and_made_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(project / "site")
    names = ["en/good.html", "zh/edition-A_RES_75_324-text.html", "downloads/ecoanalysis-csv.zip", "assets/site.css"]
    for name in names:
        (project / "site" / name).write_bytes(before[name][:-40])
    done = build(project / "plan.toml", how=How(only=("other",)))
    assert done.run == ()
    assert "en good" not in (project / "site/en/good.html").read_text(encoding="utf-8")
    assert sum(line.endswith(": cut short; made anew") for line in capsys.readouterr().err.splitlines()) == len(names)
    assert build(project / "plan.toml").run == ("en/good.html",)
    assert "made anew" not in capsys.readouterr().err
    assert contents(project / "site") == before


@pytest.mark.thorough
def test_a_manifest_that_names_what_is_outside_of_the_site_removes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "x.html").write_text("not of the site")
    path = project / "site/manifest.json"
    content = read_sealed(path, f"manifest {VERSION}")
    write_sealed(
        path, content | {"pages": {"../x.html": {"inputs": {}, "facts": "", "failure": ""}}}, f"manifest {VERSION}"
    )
    assert len(build(project / "plan.toml").run) == 4
    assert "of another shape; all pages are made anew" in capsys.readouterr().err
    assert (project / "x.html").read_text() == "not of the site"


@pytest.mark.thorough
def test_two_builds_of_the_same_inputs_say_the_same(project: Path, tmp_path: Path) -> None:
    build(project / "plan.toml", tmp_path / "again")
    assert contents(tmp_path / "again") == contents(project / "site")


def test_a_failing_notebook_stops_no_other(project: Path) -> None:
    edit(project / "plan.toml", 'value = "good"', 'value = "bad"')
    edit(project / "plan.toml", 'value = "other"', 'value = "third"')
    good = (project / "site/en/good.html").read_bytes()
    done = ecoanalysis("build", "--plan", "plan.toml", cwd=project)
    assert done.returncode == 6
    assert "en/good.html: cell 3: AssertionError: a <b>bad</b> value" in done.stdout
    assert "Traceback" not in done.stderr
    assert "en third" in (project / "site/en/other.html").read_text(encoding="utf-8")

    assert (project / "site/en/good.html").read_bytes() == good  # what was built before still stands
    copy = json.loads((project / "site/failed/en-good.ipynb").read_text(encoding="utf-8"))
    assert "en bad" in json.dumps(copy)
    index = (project / "site/en/index.html").read_text(encoding="utf-8")
    assert "a &lt;b&gt;bad&lt;/b&gt; value" in index
    assert 'href="../failed/en-good.ipynb"' in index

    edit(project / "plan.toml", 'value = "bad"', 'value = "good"')
    healed = build(project / "plan.toml")
    assert healed.failures == ()
    assert not (project / "site/failed").exists()
    assert "bad" not in (project / "site/en/index.html").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_a_kernel_killed_in_the_middle_of_a_page_costs_no_page(project: Path) -> None:
    notebook = nbformat.read(project / "one.ipynb", 4)
    kill = "import os, pathlib, signal\nplace = pathlib.Path(f'{language}-{value}')\nif not place.exists():\n    "
    kill += "place.touch()\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    notebook.cells[-1].source = kill + notebook.cells[-1].source
    nbformat.write(notebook, project / "one.ipynb")
    done = build(project / "plan.toml")
    assert done.failures == ()
    assert len(list(project.glob("??-*"))) == len(done.run) == 4


@pytest.mark.thorough
def test_a_page_that_never_was_made_says_so(project: Path, tmp_path: Path) -> None:
    edit(project / "plan.toml", 'value = "good"', 'value = "bad"')
    build(project / "plan.toml", tmp_path / "site")
    assert "did not run to its end" in (tmp_path / "site/en/good.html").read_text(encoding="utf-8")


BAD = [
    ("plan.toml", "title", "titel", PlanError),
    ("one.ipynb", "{", "", PlanError),
]


@pytest.mark.parametrize(("file", "old", "new", "error"), BAD)
def test_bad_input_harms_nothing(project: Path, file: str, old: str, new: str, error: type[Exception]) -> None:
    before = contents(project / "site")
    edit(project / file, old, new)
    with pytest.raises(error):
        build(project / "plan.toml")
    assert contents(project / "site") == before


def test_a_corpus_that_is_not_there_harms_nothing(project: Path) -> None:
    before = contents(project / "site")
    with pytest.raises(CorpusError):
        build(project / "plan.toml", corpus=str(project / "nowhere"))
    (project / "empty").mkdir()
    with pytest.raises(CorpusError):
        build(project / "plan.toml", corpus=str(project / "empty"))
    assert contents(project / "site") == before


def test_publish_copies_and_check_tells_what_is_stale(project: Path) -> None:
    plan, published = project / "plan.toml", project / "published"
    with pytest.raises(StaleSiteError):
        check(plan)
    publish(build(plan), published)
    assert contents(published) == contents(project / "site")
    assert check(plan) == 2 * (2 + 4 + 20) + 1

    edit(plan, 'value = "other"', 'value = "third"')
    with pytest.raises(StaleSiteError, match=r"zh/other\.html, en/other\.html"):
        check(plan)
    assert ecoanalysis("build", "--check", "--plan", "plan.toml", cwd=project).returncode == 7


@pytest.mark.thorough
def test_nothing_half_made_is_published(project: Path) -> None:
    plan, published = project / "plan.toml", project / "published"
    publish(build(plan), published)
    before = contents(published)
    edit(plan, 'value = "good"', 'value = "bad"')
    with pytest.raises(BuildError):
        publish(build(plan), published)
    assert contents(published) == before


def test_no_page_knows_the_machine_it_was_made_on(project: Path) -> None:
    for name, data in contents(project / "site").items():
        for trace in (str(project), sys.prefix, str(Path.home())):
            assert len(trace) > 1
            assert trace.encode() not in data, (name, trace)


# How it is built


@pytest.mark.thorough
def test_only_the_pages_asked_for_are_run(project: Path) -> None:
    edit(project / "plan.toml", 'value = "other"', 'value = "third"')
    edit(project / "plan.toml", 'value = "good"', 'value = "fine"')
    done = build(project / "plan.toml", how=How(only=("en/*",)))
    assert sorted(done.run) == ["en/good.html", "en/other.html"]
    assert sorted(done.left) == ["zh/good.html", "zh/other.html"]
    assert "zh other" in (project / "site/zh/other.html").read_text(encoding="utf-8")
    assert sorted(build(project / "plan.toml").run) == ["zh/good.html", "zh/other.html"]


def test_a_dry_run_says_what_and_why_and_does_nothing(project: Path) -> None:
    edit(project / "plan.toml", 'value = "other"', 'value = "third"')
    edit(project / "plan.toml", 'name = "good"', 'name = "new"')
    before = contents(project / "site")
    told = ecoanalysis("build", "--plan", "plan.toml", "--dry-run", cwd=project).stdout.splitlines()
    assert sorted(told) == [
        "en/new.html  not made yet",
        "en/other.html  parameters",
        "zh/new.html  not made yet",
        "zh/other.html  parameters",
    ]
    assert contents(project / "site") == before


def test_a_dry_run_of_a_current_site_says_that_nothing_would_be_run(project: Path) -> None:
    done = ecoanalysis("build", "--plan", "plan.toml", "--dry-run", cwd=project)
    assert (done.returncode, done.stdout) == (0, "Nothing would be run.\n")


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_a_pattern_that_no_page_fits_is_refused_with_the_pages_there_are(project: Path, options: list[str]) -> None:
    done = ecoanalysis("build", "--plan", "plan.toml", "--only", "en/*", "--only", "zzz*", *options, cwd=project)
    assert (done.returncode, done.stdout) == (PlanError.exit_code, "")
    assert done.stderr == "--only zzz*: no page is called so; there are good, other\n"


@pytest.mark.thorough
def test_no_page_is_begun_once_one_has_failed(project: Path) -> None:
    edit(project / "plan.toml", 'value = "good"', 'value = "bad"')
    edit(project / "plan.toml", 'value = "other"', 'value = "third"')
    done = build(project / "plan.toml", how=How(jobs=1, fail_fast=True))
    assert [address for address, _ in done.failures] == ["zh/good.html"]
    assert "en/other.html" in done.left


@pytest.mark.thorough
def test_an_interrupted_build_is_gone_on_with(project: Path) -> None:
    """Ctrl-C while the last page waits: what was made before stays made."""
    notebook = nbformat.read(project / "one.ipynb", 4)
    waits = "import time\ndisplay(f'{language} {value}')\nif (language, value) == ('en', 'slow'): time.sleep(60)"
    notebook.cells[-1].source = waits
    nbformat.write(notebook, project / "one.ipynb")
    edit(project / "plan.toml", 'value = "other"', 'value = "slow"')
    command = [sys.executable, "-m", "ecoanalysis", "build", "--plan", "plan.toml", "--jobs", "1"]
    run = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    end = time.monotonic() + 60
    while "en good" not in (project / "site/en/good.html").read_text(encoding="utf-8") or not _is_new(project, "en"):
        assert time.monotonic() < end
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)
    run.communicate(timeout=600)
    assert run.returncode != 0
    edit(project / "plan.toml", 'value = "slow"', 'value = "quick"')
    assert sorted(build(project / "plan.toml").run) == ["en/other.html", "zh/other.html"]


def _is_new(project: Path, language: str) -> bool:
    """Whether the page was made with the notebook of now, as its provenance says."""
    now = hashlib.sha256((project / "one.ipynb").read_bytes()).hexdigest()
    return now in (project / f"site/{language}/good.html").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_a_page_for_each_agency_and_theme(project: Path, tmp_path: Path) -> None:
    edit(project / "one.ipynb", "value = ''", "value = ''\\nagency = ''")
    edit(
        project / "plan.toml",
        'name = "other"\n  parameters = {value = "other"}',
        'name = "body"\n  each = {agency = 22}',
    )
    done = build(project / "plan.toml", tmp_path / "site")
    assert done.failures == ()
    made = sorted(path.name for path in (tmp_path / "site/en").glob("body-*.html"))
    assert made == ["body-secretary-general.html", "body-unctad.html", "body-undp.html"]
    page = (tmp_path / "site/zh/body-undp.html").read_text(encoding="utf-8")
    assert "<title>开发署" in page
    assert 'href="body-undp.html"' in (tmp_path / "site/en/index.html").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_a_page_for_each_further_series(project: Path, tmp_path: Path) -> None:
    """Five editions on lakes, of which the corpus mostly is, and two on winds."""
    corpus = tmp_path / "mine"
    corpus.mkdir()
    for title, sessions in (("湖泊", range(70, 75)), ("风", range(71, 73))):
        for session in sessions:
            text = f"{session}/{100 + len(title)}. {title}的养护\n\n大会，\n\n1. 请秘书长养护{title}；\n"
            (corpus / f"{title}{session}.txt").write_text(text, encoding="utf-8")
    edit(project / "one.ipynb", "value = ''", "value = ''\\nseries = ''")
    edit(
        project / "plan.toml",
        'name = "other"\n  parameters = {value = "other"}',
        'name = "of"\n  each = {series = 2}',
    )
    done = build(project / "plan.toml", tmp_path / "site", str(corpus))
    assert done.failures == ()
    (page,) = (tmp_path / "site/en").glob("of-*.html")
    assert page.name == "of-a-res-72-101.html"
    assert "<title>风的养护" in page.read_text(encoding="utf-8")


def sample_forms(folder: Path) -> list[str]:
    """The bundled resolution under other numbers as PDF, Word file, saved page and XML; their symbols."""
    text = eco.parse_resolution(eco.sample())
    lines = [
        f"{paragraph.number}. {paragraph.text}" if paragraph.number else paragraph.text for paragraph in text.paragraphs
    ]
    lines[:1] = ["75/{}. " + lines[0], "大会，"]

    def page(number: int) -> str:
        words = "".join(f"<p>{line.replace('{}', str(number))}</p>" for line in lines)
        return f"<!doctype html><html><head><meta charset=utf-8><title>决议</title></head><body>{words}</body></html>"

    weasyprint.HTML(string=page(601)).write_pdf(folder / "a.pdf")
    (folder / "c.html").write_text(page(603), encoding="utf-8")
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line.replace("{}", "602"))
    word.save(str(folder / "b.docx"))
    xml = Path(__file__).parents[1] / "data" / "akn_zh.xml"
    shutil.copy(xml, folder / "d.xml")
    stated = eco.parse_resolution(eco.read_document(xml)).symbol
    return ["A/RES/75/601", "A/RES/75/602", "A/RES/75/603", str(stated)]


def test_only_notebooks_that_take_a_corpus_are_given_one() -> None:
    plan, _ = _with_corpus(read_plan(ROOT / "reports/plan.toml"), str(ROOT / "tests"))
    given = {page.name for page in plan.pages if "corpus" in page.parameters}
    assert {"edition", "course", "due"} <= given
    for page in plan.pages:
        takes = notebook_parameters(json.loads(page.notebook.read_text(encoding="utf-8")))
        assert set(page.parameters) <= set(takes), page.name


@pytest.mark.thorough
def test_a_folder_of_what_people_have_becomes_pages_with_one_command(project: Path, tmp_path: Path) -> None:
    """A PDF, a Word draft, an XML file and a saved web page, and one file that is none of them."""
    corpus = tmp_path / "mine"
    corpus.mkdir()
    made = sample_forms(corpus)
    (corpus / "holiday.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\0JFIF")
    done = ecoanalysis("build", "--plan", "plan.toml", "--corpus", str(corpus), "--output", "site2", cwd=project)
    assert done.returncode == 2, done.stderr
    index = (project / "site2/en/index.html").read_text(encoding="utf-8")
    assert "holiday.jpg" in index
    for symbol in made:
        slug = symbol.replace("/", "_")
        assert (project / f"site2/zh/edition-{slug}-text.html").is_file(), symbol


def test_only_the_pages_asked_for_are_printed(project: Path) -> None:
    done = ecoanalysis("build", "--plan", "plan.toml", "--only", "en/good*", "--pdf", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "1 page printed into" in done.stdout
    assert "printing pages" in done.stderr
    assert [path.name for path in (project / "site/pdf").rglob("*.pdf")] == ["good.pdf"]


@pytest.mark.thorough
@pytest.mark.program("pdfinfo", "pdftotext")
def test_pages_are_printed_tagged_and_their_chinese_can_be_selected(project: Path) -> None:
    site = project / "site"
    for page in site.glob("*/*.html"):
        if page.name != "edition-A_RES_75_324-text.html":
            page.unlink()
    assert print_site(site) == 2
    assert print_site(site) == 0  # nothing is newer
    printed = site / "pdf/en/edition-A_RES_75_324-text.pdf"
    told = subprocess.run(["pdfinfo", printed], capture_output=True, encoding="utf-8", check=True).stdout
    assert re.search(r"Tagged: +yes", told)
    words = subprocess.run(["pdftotext", printed, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    assert "请秘书长" in re.sub(r"\s|D3|→|[\u2060]", "", words)
