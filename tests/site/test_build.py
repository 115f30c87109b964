"""Building: only what changed is run, and what was built before comes to no harm."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ecoanalysis.errors import BuildError, CorpusError, PlanError, StaleSiteError
from ecoanalysis.publish.build import build, check, publish

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
    assert sorted(contents(project / "site")) == [
        "assets/icon.svg",
        "assets/site.css",
        "assets/site.js",
        "en/edition-A_RES_75_324-text.html",
        "en/good.html",
        "en/index.html",
        "en/other.html",
        "index.html",
        "manifest.json",
        "zh/edition-A_RES_75_324-text.html",
        "zh/good.html",
        "zh/index.html",
        "zh/other.html",
    ]


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


def test_a_new_title_runs_nothing_and_stands_in_every_navigation(project: Path) -> None:
    edit(project / "plan.toml", 'en = "Other"', 'en = "Another"')
    done = build(project / "plan.toml")
    assert done.run == ()
    assert "<h1>Good</h1>" in (project / "site/en/good.html").read_text(encoding="utf-8")
    assert done.changed == ("en/index.html",)  # its card
    assert ">Another</a>" in (project / "site/en/good.html").read_text(encoding="utf-8")
    assert "en good" in (project / "site/en/good.html").read_text(encoding="utf-8")


def test_a_page_that_the_plan_no_longer_has_is_removed(project: Path) -> None:
    edit(project / "plan.toml", 'name = "other"', 'name = "new"')
    build(project / "plan.toml")
    assert not (project / "site/en/other.html").exists()
    assert (project / "site/en/new.html").exists()


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
    assert check(plan) == 9

    edit(plan, 'value = "other"', 'value = "third"')
    with pytest.raises(StaleSiteError, match=r"zh/other\.html, en/other\.html"):
        check(plan)
    assert ecoanalysis("build", "--check", "--plan", "plan.toml", cwd=project).returncode == 7


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
