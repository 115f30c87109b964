"""The corpus folder: read once, by content; nothing lost and nothing broken by what can happen to it meanwhile."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import ecoanalysis as eco
from ecoanalysis.corpus import bundled
from ecoanalysis.corpus.store import FOLDER, PLACE
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.tables import TABLES, to_tables

SAMPLE = (bundled() / "A_RES_75_324.txt").read_text(encoding="utf-8")
AKN = Path(__file__).parents[1] / "data" / "akn_zh.xml"


def write(folder: Path, number: int, words: str = "") -> Path:
    """A resolution like the bundled one, of another number."""
    path = folder / f"{number}.txt"
    path.write_text(SAMPLE.replace("75/324", f"75/{number}").replace("敦促", words or "敦促"), encoding="utf-8")
    return path


def segments(folder: Path) -> dict[str, int]:
    """The segments of a corpus's cache, each with the time at which it was written."""
    return {place.name: place.stat().st_mtime_ns for place in (folder / FOLDER).glob("*/segments/*")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in (401, 402, 403):
        write(tmp_path, number)
    return tmp_path


@pytest.mark.slow
def test_the_cache_gives_what_reading_gives(folder: Path) -> None:
    first, again = eco.open_corpus(folder), eco.open_corpus(folder)
    facts = [eco.extract_facts(eco.parse_resolution(eco.read_document(path))) for path in sorted(folder.glob("*.txt"))]
    for name, wanted in to_tables(facts).items():
        assert first.tables[name].equals(wanted), name
        assert again.tables[name].equals(wanted), name
    assert [found.resolution.symbol for found in again.facts] == ["A/RES/75/401", "A/RES/75/402", "A/RES/75/403"]
    assert again.edition("A/RES/75/402").clauses == facts[1].clauses


@pytest.mark.slow
def test_only_what_is_new_is_read(folder: Path) -> None:
    before = eco.open_corpus(folder)
    old = segments(folder)
    assert eco.open_corpus(folder).version == before.version
    assert segments(folder) == old
    write(folder, 402, "请")
    write(folder, 404)
    after = eco.open_corpus(folder)
    assert len(segments(folder)) == 2
    assert old.items() <= segments(folder).items()
    assert after.version != before.version
    assert after.resolutions.height == 4
    assert (before.clauses.filter(lemma="敦促").height, after.clauses.filter(lemma="敦促").height) == (3, 3)


def test_what_is_removed_is_gone_and_what_is_moved_is_named_by_its_new_place(folder: Path) -> None:
    eco.open_corpus(folder)
    old = segments(folder)
    (folder / "401.txt").unlink()
    (folder / "inner").mkdir()
    shutil.move(folder / "402.txt", folder / "inner" / "z.txt")
    found = eco.open_corpus(folder)
    assert segments(folder) == old
    assert [Path(path).relative_to(folder).as_posix() for path in found.documents["path"]] == ["403.txt", "inner/z.txt"]
    assert found.clauses["symbol"].unique(maintain_order=True).to_list() == ["A/RES/75/403", "A/RES/75/402"]
    shutil.rmtree(folder / "inner")
    (folder / "403.txt").unlink()
    write(folder, 409)
    eco.open_corpus(folder)
    assert len(segments(folder)) == 1
    assert not old.keys() & segments(folder).keys()


def test_a_bad_file_is_set_aside_and_the_others_are_done(folder: Path) -> None:
    (folder / "a.bin").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "b.txt").write_text("Dear all, lunch is at noon.", encoding="utf-8")
    for found in (eco.open_corpus(folder), eco.open_corpus(folder)):
        assert [name for name, _ in found.failures] == ["a.bin", "b.txt"]
        assert all(cause.startswith(str(folder / name)) for name, cause in found.failures)
        assert found.resolutions.height == 3
    shutil.move(folder / "a.bin", folder / "c.bin")
    assert str(folder / "c.bin") in dict(eco.open_corpus(folder).failures)["c.bin"]


def test_of_several_documents_that_one_counts_which_states_most(tmp_path: Path) -> None:
    stated = eco.parse_resolution(eco.read_document(AKN))
    shutil.copy(AKN, tmp_path / "z.xml")
    number = str(stated.symbol).removeprefix("A/RES/")
    (tmp_path / "a.txt").write_text(SAMPLE.replace("75/324", number), encoding="utf-8")
    found = eco.open_corpus(tmp_path)
    assert found.documents["format"].to_list() == ["txt", "akn"]
    assert found.editions() == [stated.symbol]
    assert found.edition().resolution.document.format == "akn"


def test_a_corpus_cut_down_has_the_tables_of_what_is_left(folder: Path) -> None:
    whole = eco.open_corpus(folder)
    part = whole.only([whole.documents["document"][1], "no such document"])
    for name in TABLES:
        assert part.tables[name].equals(whole.tables[name].filter(symbol="A/RES/75/402")), name


def test_a_folder_that_cannot_be_written_is_kept_where_the_caches_are(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path_factory.mktemp("caches")
    monkeypatch.setenv(PLACE, str(place))
    assert eco.open_corpus(folder).resolutions.height == 3
    assert not (folder / FOLDER).exists()
    assert len(list(place.glob("*/*/segments/*"))) == 1


@pytest.mark.slow
def test_of_a_damaged_cache_what_is_whole_is_used(folder: Path) -> None:
    wanted = eco.open_corpus(folder).clauses
    (place,) = (folder / FOLDER).glob("*/segments/*")
    half = place.with_name(".half-abc")
    half.mkdir()
    (half / "index.json").write_text('{"0": null')
    (place / "index.json").write_text("{")
    assert eco.open_corpus(folder).clauses.equals(wanted)


# what can happen to a run

PROGRAM = """
import sys
import ecoanalysis as eco

if __name__ == "__main__":
    found = eco.open_corpus(sys.argv[1], workers=2)
    print(found.clauses.hash_rows().sum(), len(found.failures))
    print(*found.failures, sep="\\n", file=sys.stderr)
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    for number in range(400, 460):
        write(folder, number)
    return folder


@pytest.fixture(scope="module")
def wanted(many: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a run says that nothing happens to."""
    folder = tmp_path_factory.mktemp("quiet") / "many"
    shutil.copytree(many, folder)
    return finish(start(folder))


def start(folder: Path, **env: str) -> subprocess.Popen[str]:
    program = folder.parent / f"open-{folder.name}.py"
    program.write_text(PROGRAM)
    command = [sys.executable, str(program), str(folder)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, text=True, env=os.environ | env, start_new_session=True, **pipes)  # type: ignore[call-overload,no-any-return]


def finish(run: subprocess.Popen[str]) -> str:
    said, errors = run.communicate(timeout=600)
    assert run.returncode == 0, errors
    return said


def until(condition: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.01)


@pytest.fixture
def copy(many: Path, tmp_path: Path) -> Path:
    return shutil.copytree(many, tmp_path / "many")


@pytest.mark.thorough
def test_two_runs_at_once_do_the_work_once(copy: Path, wanted: str) -> None:
    first, second = start(copy), start(copy)
    assert finish(first) == finish(second) == wanted
    assert len(segments(copy)) == 4  # 60 documents, 16 a segment


@pytest.mark.thorough
def test_an_interrupted_run_is_gone_on_with(copy: Path, wanted: str) -> None:
    run = start(copy)
    until(lambda: segments(copy))
    os.killpg(run.pid, signal.SIGINT)
    run.communicate(timeout=600)
    done = {name for name in segments(copy) if not name.startswith(".half")}
    assert run.returncode != 0
    assert done
    assert finish(start(copy)) == wanted
    assert done <= segments(copy).keys()


@pytest.mark.thorough
def test_a_killed_worker_is_replaced(copy: Path, wanted: str) -> None:
    run = start(copy)
    until(lambda: list((copy / FOLDER).glob("*/working/*")))
    (worker, *_) = (copy / FOLDER).glob("*/working/*")
    os.kill(int(worker.name), signal.SIGKILL)
    assert finish(run) == wanted


@pytest.mark.thorough
def test_a_document_that_kills_its_worker_is_set_aside(copy: Path, tmp_path: Path) -> None:
    """As one does that needs more memory than there is: here, by a reader that is made to."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal\n"
        "from ecoanalysis import read\n"
        "plain = read.read_bytes\n"
        "die = lambda: os.kill(os.getpid(), signal.SIGKILL)\n"
        "read.read_bytes = lambda data, *rest: die() if b'DEADLY' in data else plain(data, *rest)\n"
    )
    (copy / "430.txt").write_text(SAMPLE + "DEADLY", encoding="utf-8")
    run = start(copy, PYTHONPATH=os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    said, errors = run.communicate(timeout=600)
    assert run.returncode == 0, errors
    assert said.endswith(" 1\n")
    assert "430.txt: reading it killed the process" in errors
    assert "(60" not in errors
    assert eco.open_corpus(copy).resolutions.height == 59


@pytest.mark.slow
def test_a_kernel_starts_on_tables_without_reading_anything(folder: Path) -> None:
    eco.open_corpus(folder)
    program = (
        "import sys, ecoanalysis as eco; corpus = eco.open_corpus(sys.argv[1]); corpus.clauses, corpus.terms;"
        "heavy = ('jieba', 'lxml', 'ecoanalysis.extract.performatives', 'pypdfium2');"
        "print(*[name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_corpus_is_what_it_holds() -> None:
    model = eco.open_corpus("model")
    assert len(model) == 4
    assert [facts.resolution.symbol for facts in model] == ["A/RES/95/917"] * 2 + ["A/RES/97/924"] * 2
    assert sorted(facts.resolution.language for facts in model) == ["en", "en", "zh", "zh"]
    assert model["clauses"].equals(model.clauses)
    assert {"clauses", "sponsors", "requests", "edition"} <= set(dir(model))
    assert model._ipython_key_completions_() == list(model.tables)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda corpus: corpus["clause"], "no table 'clause'; the nearest are: clauses, "),
        (lambda corpus: corpus[75], 'table=75 is of type int, and text is needed: table="75"'),
        (lambda corpus: corpus.edition(75), 'symbol=75 is of type int, and text is needed: symbol="75"'),
        (lambda corpus: corpus.edition("A/RES/97/942", "en"), "not in the corpus, whose nearest are A/RES/97/924"),
        (lambda corpus: corpus.edition("A/RES/97/924"), 'there in en, zh; name one, such as language="en"'),
        (lambda corpus: corpus.edition("A/RES/97/924", "fr"), "not there in 'fr'; it is there in en, zh"),
        (lambda corpus: eco.open_series(75, corpus), "id=75 is of type int"),
        (lambda corpus: eco.open_series("lakse of the north", corpus), "the nearest are: "),
        (lambda corpus: eco.due(corpus, "Food and Agricultural Organisation"), "the nearest are fao, "),
    ],
)
def test_what_is_asked_wrongly_is_one_sentence_with_the_nearest(ask: Any, message: str) -> None:
    with pytest.raises(EcoanalysisError, match=re.escape(message)):
        ask(eco.open_corpus("model"))
