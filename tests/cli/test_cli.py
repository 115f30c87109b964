"""The command line as a user meets it: each test starts the program anew."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ecoanalysis.contract import comparison_schema
from ecoanalysis.corpus import bundled
from ecoanalysis.errors import ChoiceError

pytestmark = pytest.mark.slow  # a second for each start of the program

SAMPLE = bundled() / "A_RES_75_324.txt"
HEAVY = (
    "altair",
    "jieba",
    "jinja2",
    "lap",
    "lxml",
    "nbconvert",
    "papermill",
    "polars",
    "rapidfuzz",
    "rich.progress",
)


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ecoanalysis", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=cwd, check=False)


def records(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_who_stops_reading_is_no_fault_of_the_document() -> None:
    command = [sys.executable, "-m", "ecoanalysis", "extract", str(SAMPLE), str(SAMPLE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "please report it" not in process.stderr.read()


# Help

COMMANDS = (
    "extract",
    "body",
    "compare",
    "build",
    "export",
    "fetch",
    "status",
    "series",
    "due",
    "evaluate",
    "lessons",
    "lab",
)


@pytest.mark.parametrize("arguments", [["--help"], *([command, "--help"] for command in COMMANDS)], ids=str)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"""
import sys
sys.argv = ["ecoanalysis", *{arguments!r}]
from ecoanalysis.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print("heavy:", [name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "heavy: []"
    assert "Usage: " in done.stdout


def test_help_lists_the_commands() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(f"\n  {command} " in done.stdout for command in COMMANDS)


def test_help_lists_the_exit_codes() -> None:
    told = run("--help").stdout.partition("Exit codes:\n")[2].splitlines()
    assert [int(line.split()[0]) for line in told if line.strip()] == list(range(12))
    assert told[3].strip() == "3  The text was read, and is no resolution."


def test_a_python_without_what_is_needed_is_told_in_one_line() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-S", "-m", "ecoanalysis", "status"]  # -S: nothing that was installed is seen
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=root, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "ecoanalysis is not installed in this Python; run `make reports`, or activate .venv\n"


def test_what_is_no_command_is_told_in_one_line_with_the_usage() -> None:
    done = run("extrakt")
    assert done.returncode == 2
    assert "extrakt" in done.stderr
    assert "Traceback" not in done.stderr


# Extract

TEXT = SAMPLE.read_bytes()
BAD = {
    "missing": (None, 2, "no such file"),
    "empty": (b"", 2, "empty"),
    "white space": (b" \n\n", 2, "empty"),
    "binary": (bytes(range(256)) * 20, 2, ""),
    "wrong encoding": (TEXT.decode().encode("gb18030")[:-1] + b"\xff\xff\xff", 2, ""),
    "not a resolution": ("亲爱的同事，星期一见。".encode(), 3, ""),
    "not a resolution, in English": (b"Dear colleague,\n\nsee you on Monday.\n", 3, ""),
}


@pytest.mark.parametrize(("content", "code", "cause"), BAD.values(), ids=BAD)
def test_bad_input_is_one_line_and_its_exit_code(tmp_path: Path, content: bytes | None, code: int, cause: str) -> None:
    path = tmp_path / "input.txt"
    if content is not None:
        path.write_bytes(content)
    done = run("extract", path)
    assert done.returncode == code, done.stderr
    [line] = done.stderr.splitlines()
    assert "input.txt" in line
    assert cause in line
    if code == 3:
        [record] = records(done.stdout)
        assert record["resolution"] is None
        assert record["clauses"] == record["agencies"] == record["paragraphs"] == []
        assert len(record["diagnostics"]) == 1  # type: ignore[arg-type]
    else:
        assert done.stdout == ""


@pytest.mark.parametrize("name", ["A/RES/75/324", "75/324"])
def test_a_symbol_in_the_place_of_a_file_is_told_where_to_get_it(name: str) -> None:
    done = run("extract", name)
    assert done.returncode == 2
    hint = "extract reads files; a symbol can be fetched (ecoanalysis fetch A/RES/75/324)"
    assert done.stderr == f"{name}: no such file; {hint}\n"


def test_an_empty_folder_is_one_line(tmp_path: Path) -> None:
    done = run("extract", tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_one_object_for_each_resolution_and_nothing_else() -> None:
    done = run("extract", SAMPLE)
    assert (done.returncode, done.stderr) == (0, "")
    [record] = records(done.stdout)
    assert record["contract"] == 2
    assert record["resolution"]["symbol"] == "A/RES/75/324"  # type: ignore[index]


def test_the_other_files_are_still_done_and_the_highest_code_wins(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague,\n\nsee you on Monday.\n")
    done = run("extract", tmp_path / "missing.txt", SAMPLE, letter, SAMPLE)
    assert done.returncode == 3
    found = [record["resolution"] is None for record in records(done.stdout)]
    assert found == [False, True, False]
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.thorough
def test_either_side_of_tracked_changes(tmp_path: Path) -> None:
    paragraphs = [
        "<w:r><w:t>99/12. 灯塔</w:t></w:r>",
        "<w:r><w:t>大会，</w:t></w:r>",
        "<w:r><w:t>1. 请会员国点灯</w:t></w:r><w:ins><w:r><w:t>并看管</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r>",
    ]
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    draft = tmp_path / "draft"  # whatever its name
    with zipfile.ZipFile(draft, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    for side, text in (("accepted", "请会员国点灯并看管。"), ("rejected", "请会员国点灯。")):
        [record] = records(run("extract", "--changes", side, draft).stdout)
        assert record["paragraphs"][-1]["text"] == text  # type: ignore[index]
    clean = tmp_path / "clean.txt"
    clean.write_text("99/12. 灯塔\n\n大会，\n\n1. 请会员国点灯。\n", encoding="utf-8")
    for side, differs in (("accepted", 1), ("rejected", 0)):
        assert run("compare", clean, draft, "--changes", side, "--exit-code").returncode == differs


def test_json_is_utf8_whatever_the_terminal_speaks() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-m", "ecoanalysis", "extract", str(SAMPLE)]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "联合国同经济合作组织的合作" in done.stdout.decode("utf-8")


# Export


@pytest.mark.parametrize("format", ["parquet", "csv", "jsonl"])
def test_export_writes_every_table(tmp_path: Path, format: str) -> None:
    import polars as pl

    from ecoanalysis.tables import TABLES

    done = run("export", "--to", tmp_path / "tables", "--format", format)
    assert done.returncode == 0, done.stderr
    written = {path.name for path in (tmp_path / "tables").iterdir()}
    assert written == {f"{name}.{format}" for name in TABLES} | {"datapackage.json", "CODEBOOK.md"}
    read = {"parquet": pl.read_parquet, "csv": pl.read_csv, "jsonl": pl.read_ndjson}[format]
    clauses = read(tmp_path / f"tables/clauses.{format}")
    assert clauses.columns == list(TABLES["clauses"].schema)
    assert clauses["symbol"].unique().to_list() == ["A/RES/75/324"]


def test_export_joins_lists_in_csv(tmp_path: Path) -> None:
    import polars as pl

    run("export", "--to", tmp_path, "--format", "csv")
    clauses = pl.read_csv(tmp_path / "clauses.csv")
    assert "考虑; 酌情" in clauses["hedges"].to_list()


def test_export_refuses_a_file_for_a_folder(tmp_path: Path) -> None:
    target = tmp_path / "tables"
    target.write_text("mine")
    done = run("export", "--to", target)
    assert done.returncode == 1
    assert done.stderr == f"{target}: a file, not a folder; name a folder for the tables\n"
    assert target.read_text() == "mine"


# Build, lab: outside the repository

OUTSIDE = [
    (["build"], 5, "reports/plan.toml: no such plan"),
    (["build", "--check"], 5, "reports/plan.toml: no such plan"),
    (["lab"], 5, "notebooks: no such folder of notebooks"),
    (["lessons"], 4, "notebooks/lessons/source: no such folder of lessons"),
    (["lessons", "--marks", "nowhere"], 4, "nowhere: no such folder"),
    (["check-notebook", "nowhere.ipynb"], 2, "nowhere.ipynb: no such file"),
    (["evaluate", "--texts", "nowhere"], 4, "nowhere: no such folder of texts"),
    (["export", "--to", "tables", "--corpus", "nowhere"], 4, "nowhere: no such corpus folder"),
]


@pytest.mark.parametrize(("arguments", "code", "cause"), OUTSIDE)
def test_outside_the_repository_one_line_says_what_is_missing(
    tmp_path: Path, arguments: list[str], code: int, cause: str
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    [line] = done.stderr.splitlines()
    assert line.startswith(cause)
    assert list(tmp_path.iterdir()) == []


# status


def test_status_tells_one_resolution_of_several_files_and_what_was_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "again.txt").write_bytes(b"\xef\xbb\xbf" + SAMPLE.read_bytes())
    (tmp_path / "later.txt").write_text(
        SAMPLE.read_text(encoding="utf-8").replace("75/324", "77/330"), encoding="utf-8"
    )
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    done = run("status", "--corpus", tmp_path, "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 2
    assert [(one["symbol"], len(one["documents"])) for one in found["resolutions"]] == [
        ("A/RES/75/324", 2),
        ("A/RES/77/330", 1),
    ]
    assert [(one["id"], one["editions"][-3:], one["here"]) for one in found["series"]] == [
        ("eco", ["A/RES/75/324", "A/RES/77/330", "A/RES/79/330"], 2)  # the third of those that come with the package
    ]
    assert [one["file"] for one in found["set_aside"]] == ["picture.png"]
    shown = run("status", "--corpus", tmp_path).stdout
    assert "2 resolutions in 3 documents" in shown
    assert "picture.png: binary, not text" in shown


def test_status_counts_one_as_one() -> None:
    shown = run("status").stdout
    assert "1 resolution in 1 document\n" in shown
    assert "1 of 1 document read without any warning; 0 files set aside\n" in shown


def _resolution(symbol: str, *operative: str) -> str:
    head = f"United Nations\nA/RES/{symbol}\n\n{symbol}. Care of lake {symbol}\n\nThe General Assembly,\n\n"
    text = "\n\n".join(f"{number}. {words}" for number, words in enumerate(operative, 1))
    return f"{head}{text}\n\n10th plenary meeting\n9 May 2036\n\n"


def test_status_says_first_what_was_set_aside_and_each_kind_of_doubt_once(tmp_path: Path) -> None:
    whole = [_resolution(f"9{number}/11", "Requests the Secretary-General to report.") for number in range(5)]
    for number, text in enumerate(whole[:4]):
        (tmp_path / f"whole {number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "two.txt").write_text(f"{whole[4]}{_resolution('95/12', 'Notes the report.')}", encoding="utf-8")
    verbless = ["The lakes of the region;"] * 4
    (tmp_path / "lost.txt").write_text(_resolution("96/12", *verbless, "Notes the report."), encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    lines = run("status", "--corpus", tmp_path).stdout.splitlines()
    assert lines[0].endswith(": 7 resolutions in 6 documents")
    assert lines[1] == "5 of 6 documents read without any warning; 1 file set aside"
    assert lines[2].startswith("set aside: ")
    assert "picture.png" in lines[2]  # in a pipe no line is broken, however long the folder's name
    (row,) = (line for line in lines if line.startswith(" A/RES/90/11 "))
    assert row.split()[1:] == ["adopted", "2036-05-09", "whole", "0.txt", "(en)", "–", "1", "none"]
    doubts = [line for line in lines if line.startswith("lost.txt: ")]
    assert doubts[0].startswith("lost.txt: 4 of 5 paragraphs have no verb of the organ: these seem not to be")
    assert doubts[1:] == [
        "lost.txt: warning verb-missing, 4 times, such as: paragraph 1: no verb of the organ was found"
    ]
    assert [line for line in lines if "in no series" in line] == [
        "7 resolutions are in no series: A/RES/96/12, A/RES/94/11, A/RES/95/12 and so on; why, and what to fetch: "
        "--format json"
    ]


def test_status_says_which_words_were_joined_by_guess(tmp_path: Path) -> None:
    words = "Requests the Secre tary-General to report on the manage ment of lakes."
    (tmp_path / "pieces.txt").write_text(_resolution("97/11", words), encoding="utf-8")
    shown = run("status", "--corpus", tmp_path).stdout
    assert "pieces.txt: info words-cut: 2 times, words printed in pieces, read whole: “Secre tary" in shown
    assert "1 of 1 document read without any warning" in shown


@pytest.mark.thorough
def test_series_and_due_are_told_in_a_table_and_for_programs() -> None:
    assert "eco" in run("series").stdout
    (told,) = map(json.loads, run("series", "--format", "json").stdout.splitlines())
    assert (told["series"], told["editions"], told["adoption"].count(None)) == ("eco", 19, 16)
    rows = [json.loads(line) for line in run("due", "--format", "json").stdout.splitlines()]
    assert [(row["kind"], row["due_session"]) for row in rows if row["status"] == "open"] == [
        ("report", 81),
        ("agenda", 81),
    ]
    calendar = run("due", "--body", "Secretary-General").stdout
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert calendar.count("BEGIN:VEVENT") == sum(row["kind"] == "report" for row in rows)
    assert run("due", "--body", "nobody").returncode == ChoiceError.exit_code
    table = run("due", "--format", "csv").stdout
    assert table.splitlines()[0].startswith("\ufeffseries,symbol,paragraph,kind,subject")


NOTHING = [
    ["export", "--to", "tables"],
    ["export", "--to", "tables", "--format", "akn"],
    ["status"],
    ["series"],
    ["due"],
]


@pytest.mark.parametrize("arguments", NOTHING, ids=" ".join)
def test_an_empty_folder_is_the_same_error_everywhere_and_stays_empty(tmp_path: Path, arguments: list[str]) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    plan = ["build", "--plan", Path(__file__).parents[2] / "reports/plan.toml"]
    told = [run(*command, "--corpus", folder, cwd=tmp_path) for command in (arguments, plan)]
    assert [(done.returncode, done.stdout) for done in told] == [(4, "")] * 2
    assert {done.stderr for done in told} == {
        f"{folder}: no resolution in it; name a folder that holds the documents\n"
    }
    assert list(folder.iterdir()) == []
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("arguments", NOTHING, ids=" ".join)
def test_a_folder_of_what_cannot_be_read_names_each_file(tmp_path: Path, arguments: list[str]) -> None:
    for name in ("a.png", "b.png"):  # the same bytes
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    done = run(*arguments, "--corpus", tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    first, second, last = done.stderr.splitlines()
    assert first.startswith(f"{tmp_path / 'a.png'}: binary")
    assert second.startswith(f"{tmp_path / 'b.png'}: binary")
    assert last.startswith(f"{tmp_path}: no resolution in it")


@pytest.mark.thorough
def test_a_site_of_drafts_alone_is_refused_for_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("大会，\n\n1. 请秘书长点灯；\n", encoding="utf-8")
    plan = Path(__file__).parents[2] / "reports/plan.toml"
    done = run("build", "--plan", plan, "--corpus", tmp_path, "--output", tmp_path / "site")
    assert done.returncode == 4
    cause = "no resolution with a symbol in it; pages are made of editions that have one"
    assert done.stderr == f"{tmp_path}: {cause}\n"
    assert not (tmp_path / "site").exists()


# compare


def _draft(folder: Path) -> Path:
    text = SAMPLE.read_text(encoding="utf-8")
    assert text.count("敦促") == 1
    draft = folder / "draft.txt"
    draft.write_text(text.replace("敦促", "邀请"), encoding="utf-8")
    return draft


def test_compare_prints_the_contract(tmp_path: Path) -> None:
    done = run("compare", "A/RES/75/324", _draft(tmp_path), "--format", "json", "--exit-code")
    notes = [line for line in done.stderr.splitlines() if not line.startswith("Another run is reading this corpus")]
    assert (done.returncode, notes) == (1, [])
    record = json.loads(done.stdout)
    Draft202012Validator(comparison_schema()).validate(record)
    assert [line["words"][:7] for line in record["brief"]["lines"]] == ["敦促 → 邀请"]
    (link,) = [link for link in record["links"] if link["types"] != ["identical"]]
    assert (link["old"], link["new"], link["types"]) == (["30"], ["30"], ["reworded", "weakened"])
    assert [(change["old"]["text"], change["new"]["text"]) for change in link["changes"]] == [("敦促", "邀请")]


def test_compare_says_what_a_draft_weakens_in_one_screen(tmp_path: Path) -> None:
    done = run("compare", SAMPLE, _draft(tmp_path))
    assert done.returncode == 0
    assert "敦促 → 邀请" in done.stdout
    assert len(done.stdout.splitlines()) < 12


def test_compare_writes_a_page_that_needs_nothing_else(tmp_path: Path) -> None:
    page = run("compare", SAMPLE, _draft(tmp_path), "--format", "html").stdout
    assert "<del>敦促</del>" in page
    assert "<ins>邀请</ins>" in page
    assert "src=" not in page
    assert page.count("href=") == page.count('href="#') > 0


@pytest.mark.thorough
def test_compare_of_a_file_alone_says_by_whom_each_tracked_change_is(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    runs = ("1. 请会员国点灯", '<w:ins w:author="Peru"><w:r><w:t>并看管灯塔</w:t></w:r></w:ins>', "。")
    inner = "".join(each if "<" in each else f"<w:r><w:t>{each}</w:t></w:r>" for each in runs)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:p><w:r><w:t>大会，</w:t></w:r></w:p><w:p>{inner}</w:p>"
    with zipfile.ZipFile(draft, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    record = json.loads(run("compare", draft, "--format", "json").stdout)
    Draft202012Validator(comparison_schema()).validate(record)
    assert record["changes"] == "rejected against accepted"
    assert {tuple(line["by"]) for line in record["brief"]["lines"]} == {("Peru",)}
    alone = run("compare", SAMPLE)
    assert (alone.returncode, "no tracked changes" in alone.stderr) == (9, True)


@pytest.mark.thorough
def test_compare_gives_the_table_of_a_negotiating_text(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("OP1. Requests the World Bank [EU: add , as appropriate,] to lend;", encoding="utf-8")
    last = tmp_path / "last.txt"
    last.write_text("1. Requests the World Bank to lend;", encoding="utf-8")
    record = json.loads(run("compare", last, draft, "--format", "json").stdout)
    [row] = record["negotiation"]
    assert row["proposals"][0]["proposer"] == "EU"
    assert row["proposals"][0]["effects"] == ["weaken"]
    assert "EU: weaken" in run("compare", last, draft).stdout


@pytest.mark.thorough
def test_compare_writes_no_word_file_where_there_is_none() -> None:
    done = run("compare", SAMPLE, SAMPLE, "--format", "docx")
    assert done.returncode == 9
    assert "compared with itself" in done.stderr


def test_compare_of_the_same_is_no_change() -> None:
    assert run("compare", SAMPLE, SAMPLE, "--exit-code").returncode == 0


def test_compare_with_what_is_not_there_is_one_line() -> None:
    done = run("compare", "A/RES/75/324", "A/RES/99/1")
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1
    assert "A/RES/99/1" in done.stderr


REFUSED = [
    (["79/330", "A/RES/79/331"], 4, ["A/RES/79/331: no such file", "the nearest are A/RES/79/330, "]),
    (["A/RES/77/330", "."], 9, [".: a folder; name one file"]),
    (["A/RES/77/330"], 4, ["a symbol is compared with the edition named behind it"]),
    (["77/330", "79/330", "--language", "fr"], 9, ["fr: ", "there are en, zh"]),
]


@pytest.mark.parametrize(("arguments", "code", "words"), REFUSED)
def test_compare_says_what_there_is_instead(arguments: list[str], code: int, words: list[str]) -> None:
    done = run("compare", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    [line] = done.stderr.splitlines()
    assert all(word in line for word in words)
    assert len(line) < 200


def test_compare_says_where_changes_are_not_taken_as_asked(tmp_path: Path) -> None:
    done = run("compare", SAMPLE, _draft(tmp_path), "--changes", "rejected")
    assert "note: --changes rejected is not used: no tracked changes in " in done.stderr
    assert "--changes" not in run("compare", SAMPLE, _draft(tmp_path)).stderr


def test_compare_takes_symbols_as_they_are_spoken_and_warns_of_the_wrong_order() -> None:
    done = run("compare", "79/330", "a/res/77/330", "--format", "json")
    assert done.returncode == 0
    record = json.loads(done.stdout)
    assert (record["old"], record["new"]) == ("A/RES/79/330", "A/RES/77/330")
    note, warning = done.stderr.splitlines()
    assert note == "note: compared in en, and in zh to tell translations"
    assert warning.startswith("warning: OLD, A/RES/79/330 (adopted on 2025-")


def test_compare_asks_whether_two_texts_with_nothing_in_common_are_of_one_series(tmp_path: Path) -> None:
    ferries = "".join(f"\n{n}. Urges the {each} of the lakes to mend ferries;\n" for n, each in enumerate(BOATS, 1))
    wells = "".join(f"\n{n}. Notes that {each} drink from wells in winter;\n" for n, each in enumerate(HERDS, 1))
    for title, words in (("Ferries", ferries), ("Wells", wells)):
        (tmp_path / f"{title}.txt").write_text(f"{title}\n\nThe General Assembly,\n{words}", encoding="utf-8")
    done = run("compare", "Ferries.txt", "Wells.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.splitlines()[0].endswith("are “Ferries” and “Wells” of one series?")


BOATS = ("divers", "fishers", "millers", "keepers", "pilots")
HERDS = ("otters", "herons", "oxen", "goats", "mules")

# fetch

NO_ADDRESS = [
    (["not a symbol"], "not a symbol: not a symbol; "),
    (["A/RES/75/324", "--mirror", "nonsense"], "nonsense: not the address of a server; "),
    (["A/RES/75/324", "--mirror", "http://[::1"], "http://[::1: not the address of a server; "),
    (["A/RES/75/324", "--mirror", "https://"], "https://: not the address of a server; "),
    (["A/RES/75/324", "--mirror", "http://a b"], "http://a b: not the address of a server; "),
    (["A/RES/75/324", "--mirror", "http://a:b"], "http://a:b: not the address of a server; "),
]


@pytest.mark.parametrize(("arguments", "cause"), NO_ADDRESS)
def test_fetch_refuses_what_has_no_address_before_it_asks(tmp_path: Path, arguments: list[str], cause: str) -> None:
    done = run("fetch", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (10, "")
    [line] = done.stderr.splitlines()
    assert line.startswith(cause)
    assert list(tmp_path.iterdir()) == []


# evaluate


@pytest.mark.thorough
def test_evaluate_says_first_how_many_of_the_documents_it_scored() -> None:
    done = run("evaluate", "--no-misses")
    assert done.returncode == 0, done.stderr
    first = " ".join(done.stdout.partition("All documents")[0].split())
    assert re.search(r"1 of (\d+) documents; \d+ texts are not at hand, name their folder with --texts", first)


# Options that do not go together

APART = [
    (["lessons", "--wheels"], "--wheels: wheels are put into a zip; name it with --zip FILE\n"),
    (
        ["export", "--to", "tables", "--series", "eco", "--format", "akn"],
        "--series with --format akn: texts are those of the whole corpus; leave out one of them\n",
    ),
]


@pytest.mark.parametrize(("arguments", "told"), APART)
def test_options_that_do_not_go_together_are_refused_before_anything_is_written(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)
    assert list(tmp_path.iterdir()) == []


# Lessons


def test_lessons_are_written_for_students_and_teachers_and_packed_for_a_class(tmp_path: Path) -> None:
    sources = Path(__file__).parents[2] / "notebooks/lessons/source"
    done = run("lessons", "--from", sources, "--to", tmp_path, "--zip", tmp_path / "class.zip")
    assert done.returncode == 0, done.stderr
    written = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.ipynb"))
    assert len(written) == 32
    assert [path.rpartition("/")[2] for path in written[:8]] == [path.rpartition("/")[2] for path in written[-8:]]
    with zipfile.ZipFile(tmp_path / "class.zip") as packed:
        names = packed.namelist()
        assert {"start.py", "README.txt", "data/A_RES_75_324.txt", "lessons/zh/06-draft.ipynb"} <= set(names)
        assert packed.read("lessons/en/01-read.ipynb") == (tmp_path / "student/en/01-read.ipynb").read_bytes()
    assert "SOLUTION" not in (tmp_path / "student/en/01-read.ipynb").read_text(encoding="utf-8")


def test_where_there_are_no_lessons_it_says_where_it_looked(tmp_path: Path) -> None:
    done = run("lessons", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    where = Path("notebooks/lessons/source")
    assert done.stderr.splitlines() == [
        f"{where}: no such folder of lessons; run this in the repository, or name one with --from"
    ]
