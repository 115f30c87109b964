"""What an export holds is what it says of itself, and other programs read it."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path

import polars as pl
import pytest

import ecoanalysis as eco
from ecoanalysis.export import FORMATS, export_citations, export_graph, export_tables, graphml
from ecoanalysis.export.akn import export_akn
from ecoanalysis.export.codebook import codebook
from ecoanalysis.tables import TABLES

ROOT = Path(__file__).resolve().parents[2]
CORPUS = eco.open_corpus()


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    export_tables(CORPUS.tables, folder, "csv", CORPUS.version)
    return folder


def described(folder: Path) -> dict[str, object]:
    content: dict[str, object] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return content


@pytest.mark.slow
def test_every_export_says_what_it_is(tmp_path: Path) -> None:
    ways = {
        **{each: lambda to, each=each: export_tables(CORPUS.tables, to, each, CORPUS.version) for each in FORMATS},
        "series": lambda to: export_graph("eco", CORPUS, to),
        "citations": lambda to: export_citations(CORPUS, to),
        "akn": lambda to: export_akn(CORPUS.facts, to, CORPUS.version),
    }  # fmt: skip
    for name, export in ways.items():
        export(tmp_path / name)
        package = described(tmp_path / name)
        assert (package["version"], package["corpus"]) == (eco.__version__, CORPUS.version), name
        assert CORPUS.version in str(package["citation"])
        assert package["accuracy"]
        assert (tmp_path / name / "CODEBOOK.md").read_text(encoding="utf-8") == codebook()
        files = {path.name for path in (tmp_path / name).iterdir()} - {"datapackage.json", "CODEBOOK.md"}
        assert {resource["path"] for resource in package["resources"]} == files, name


def test_columns_are_as_described(tables: Path) -> None:
    resources = {resource["name"]: resource for resource in described(tables)["resources"]}
    assert set(resources) == set(TABLES)
    for name, resource in resources.items():
        with (tables / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        assert head == [field["name"] for field in resource["schema"]["fields"]], name
        assert len(rows) == resource["rows"], name
        assert all(field["description"] for field in resource["schema"]["fields"])


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str, tmp_path: Path) -> None:
    frame = pl.DataFrame({"surface": [cell, "lakes - rivers"], "terms": [[cell, "x"], []], "start": [-1, 2]})
    path, *_ = export_tables({"mine": frame}, tmp_path, "csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, first, second = csv.reader(file)
    assert first == [f"'{cell}", f"'{cell}; x", "-1"]
    assert second == ["lakes - rivers", "", "2"]


def test_weights_of_a_graph_are_numbers() -> None:
    written = graphml([("a", {}), ("b", {})], [("a", "b", {"weight": 3, "kind": "recalls"})])
    assert 'attr.name="weight" attr.type="int"' in written
    assert 'attr.name="kind" attr.type="string"' in written


def test_pandas_reads_them(tables: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is none of ours; this holds where it is installed")
    clauses = pandas.read_csv(tables / "clauses.csv", dtype={"paragraph": str})
    assert len(clauses) == CORPUS.clauses.height
    assert clauses["quote"].tolist() == CORPUS.clauses["quote"].to_list()
    assert clauses["start"].tolist() == CORPUS.clauses["start"].to_list()


@pytest.mark.program("Rscript")
def test_r_reads_them(tables: Path) -> None:
    script = ["Rscript", "--vanilla", str(ROOT / "docs" / "read_tables.R"), str(tables)]
    done = subprocess.run(script, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    directives = CORPUS.clauses.filter(pl.col("class") == "DIR")
    hedges = directives["hedges"].list.len().sum()
    assert f"clauses {CORPUS.clauses.height} directives {directives.height} hedges {hedges}" in done.stdout
