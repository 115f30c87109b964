"""What Polars leaves open reaches no reader: groups, distinct rows, ties and joins in another order, the same page."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.dataframe.group_by import GroupBy

import ecoanalysis as eco
from ecoanalysis.measures import tables_at_hand
from ecoanalysis.measures.measure import Measure, measures
from ecoanalysis.measures.tables_at_hand import every_version, series_tables_of
from ecoanalysis.recurring import at_hand

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
MEASURES = Path(__file__).resolve().parents[2] / "ecoanalysis/measures"
NOTEBOOKS = sorted(path.stem for path in FOLDER.glob("*.ipynb"))


def _shuffle(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Have Polars take every liberty that its documentation takes with the order of rows."""
    for kept in (at_hand._opened, tables_at_hand._opened, tables_at_hand._opened_series):
        kept.cache_clear()
    frame, series, expr = pl.DataFrame, pl.Series, pl.Expr
    unique, sort, join, distinct = frame.unique, frame.sort, frame.join, series.unique
    values = expr.unique

    def mixed(rows: Any) -> Any:
        return rows.sample(fraction=1, shuffle=True, seed=seed)

    class Groups(GroupBy):
        def agg(self, *aggs: Any, **named: Any) -> pl.DataFrame:
            made = super().agg(*aggs, **named)
            return made if self.maintain_order else mixed(made)

        def __iter__(self) -> Iterator[Any]:
            groups = list(super().__iter__())
            order = range(len(groups)) if self.maintain_order else mixed(pl.Series(range(len(groups))))
            return iter([groups[place] for place in order])

    def grouped(rows: pl.DataFrame, *by: Any, maintain_order: bool = False, **named: Any) -> Groups:
        return Groups(rows, *by, **named, maintain_order=maintain_order, predicates=None)

    def distinct_rows(
        rows: pl.DataFrame, subset: Any = None, *, keep: str = "any", maintain_order: bool = False
    ) -> Any:
        base = rows if maintain_order or keep != "any" else mixed(rows)
        if keep == "any" and subset is not None:
            base = mixed(rows)
        made = unique(base, subset, keep=keep, maintain_order=maintain_order)
        return made if maintain_order else mixed(made)

    def in_order(rows: pl.DataFrame, *by: Any, maintain_order: bool = False, **options: Any) -> pl.DataFrame:
        return sort(rows if maintain_order else mixed(rows), *by, maintain_order=True, **options)

    def joined(rows: pl.DataFrame, other: pl.DataFrame, *on: Any, maintain_order: Any = None, **options: Any) -> Any:
        made = join(rows, other, *on, maintain_order=maintain_order, **options)
        return mixed(made) if maintain_order in (None, "none") and options.get("how") != "cross" else made

    def distinct_values(values: pl.Series, *, maintain_order: bool = False) -> pl.Series:
        made = distinct(values, maintain_order=maintain_order)
        return made if maintain_order else mixed(made)

    def distinct_in(each: pl.Expr, *, maintain_order: bool = False) -> pl.Expr:
        made = values(each, maintain_order=maintain_order)
        return made if maintain_order else made.shuffle(seed=seed)

    for owner, name, other in (
        (frame, "group_by", grouped),
        (frame, "unique", distinct_rows),
        (frame, "sort", in_order),
        (frame, "join", joined),
        (series, "unique", distinct_values),
        (expr, "unique", distinct_in),
    ):
        monkeypatch.setattr(owner, name, other)


def _twice(monkeypatch: pytest.MonkeyPatch, made: Callable[[], Any]) -> tuple[Any, Any]:
    both = []
    for seed in (1, 2):
        with monkeypatch.context() as patch:
            _shuffle(patch, seed)
            both.append(made())
    return both[0], both[1]


def test_polars_is_shuffled_here(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = pl.DataFrame({"a": [*range(50)], "b": [1] * 50})
    for made in (
        lambda: rows.group_by("a").len()["a"].to_list(),
        lambda: [key for (key,), _ in rows.group_by("a")],
        lambda: rows.unique("b")["a"].to_list(),
        lambda: rows.sort("b")["a"].to_list(),
        lambda: rows.join(rows, on="a")["a"].to_list(),
        lambda: rows["a"].unique().to_list(),
        lambda: rows.select(pl.col("a").unique())["a"].to_list(),
    ):
        first, second = _twice(monkeypatch, made)
        assert first != second
    first, second = _twice(monkeypatch, lambda: rows.group_by("a", maintain_order=True).len().sort("a").rows())
    assert first == second


@pytest.mark.slow
@pytest.mark.parametrize(("measure", "function"), list(measures()), ids=lambda each: getattr(each, "name", ""))
def test_the_rows_of_a_measure_stand_in_one_order(
    measure: Measure, function: Callable[..., pl.DataFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = measure.name.partition(".")[0]
    if room == "words":
        corpus = eco.open_corpus()
        terms = corpus.tables["terms"]
        sides = terms.filter(pl.col("paragraph") < "2"), terms.filter(pl.col("paragraph") >= "2")
        arguments: dict[str, tuple[Any, ...]] = {
            "words.concordance": (corpus, "合作"),
            "words.collocations": ({"terms": terms}, "合作"),
            "words.keyness": sides,
        }
        given = arguments[measure.name]
    else:
        tables = dict((series_tables_of("eco") if room in ("survival", "due") else every_version()).items())
        given = (tables, *measure.example)
    first, second = _twice(monkeypatch, lambda: function(*given))
    assert first.equals(second), [
        column for column in first.columns if first[column].to_list() != second[column].to_list()
    ]


ORDERED = {"group_by", "unique", "sort", "join"}


@pytest.mark.parametrize("path", sorted(MEASURES.glob("*.py")), ids=lambda path: path.stem)
def test_a_measure_says_that_the_order_of_rows_is_kept(path: Path) -> None:
    """Of frames, that is; ties that no text of ours has may be in a reader's."""
    for call in (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)):
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in ORDERED:
            continue
        keywords = {keyword.arg for keyword in call.keywords}
        of_frames = call.func.attr == "group_by" or (call.func.attr == "join" and keywords & {"on", "how"})
        of_frames = of_frames or (call.func.attr in ("sort", "unique") and bool(call.args))
        assert not of_frames or "maintain_order" in keywords, f"line {call.lineno}"


@pytest.mark.thorough
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_shows_the_same_whatever_order_polars_takes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = _twice(monkeypatch, lambda: _shown(name))
    assert len(first) > 3
    for cell in first:
        assert first[cell] == second[cell], cell


def _shown(name: str) -> dict[str, list[Any]]:
    """What each cell of code of a notebook shows, run here."""
    shown: dict[str, list[Any]] = {}
    cells = json.loads((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    names: dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        here = shown.setdefault(cell["id"], [])
        names["display"] = lambda *things, here=here: here.extend(map(_written, things))
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, cell["id"], "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), cell["id"], "eval"), names)
            here.append(_written(value))
    return shown


def _written(thing: Any) -> Any:
    for form in ("to_dict", "_repr_html_", "_repr_markdown_"):
        if hasattr(thing, form):
            return getattr(thing, form)()
    return thing
