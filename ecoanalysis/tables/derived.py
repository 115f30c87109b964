"""Tables → the tables that follow from them, each defined once: ``requests`` and ``mandates``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from ecoanalysis.model.shape import RESOLUTION
from ecoanalysis.tables.columns import DERIVED_TABLES, KEY

_CLAUSE = (*(column.name for column in KEY), "paragraph", "index")
_PARTY = (*_CLAUSE, "order")

Frames = Mapping[str, pl.DataFrame]


def derive(name: str, tables: Frames) -> pl.DataFrame:
    """Return a derived table, made from the tables of facts of the same resolutions.

    Parameters
    ----------
    name
        ``requests`` or ``mandates``.
    tables
        The tables of facts (``FACT_TABLES``); those of a package without text do as well.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> mandates = derive("mandates", read_editions())
    >>> mandates.filter(symbol="A/RES/75/324", language="en").height
    32
    """
    return _MAKERS[name](tables).select(DERIVED_TABLES[name].schema.names())


def requests(tables: Frames) -> pl.DataFrame:
    """One row per directive, party asked and body: a back-reference counts for every body that it stands for.

    A directive that asks nobody by name has a row too, its ``surface`` null.
    """
    directives = tables["clauses"].filter(pl.col("class") == "DIR").drop("start", "end")
    parties = tables["addressees"]
    stands_for = tables["antecedents"].select(*_PARTY, antecedent="agency").drop_nulls("antecedent")
    return (
        directives.join(parties, on=_CLAUSE, how="left", maintain_order="left", nulls_equal=True)
        .join(stands_for, on=_PARTY, how="left", maintain_order="left", nulls_equal=True)
        .with_columns(agency=pl.coalesce("antecedent", "agency"))
        .unique([*_PARTY, "agency"], keep="first", maintain_order=True)
        .join(_adoption(tables), on=RESOLUTION, how="left", maintain_order="left")
    )


def mandates(tables: Frames) -> pl.DataFrame:
    """One row per directive or decision of the operative part (codebook, Mandate)."""
    stands_for = tables["antecedents"].select(*_CLAUSE, "agency")
    asked = (
        pl.concat([tables["addressees"].select(*_CLAUSE, "agency"), stands_for])
        .drop_nulls("agency")
        .group_by(_CLAUSE, maintain_order=True)
        .agg(agencies=pl.col("agency").unique(maintain_order=True))
    )
    treated = (
        tables["themes"]
        .sort("score", descending=True, maintain_order=True)
        .group_by(*RESOLUTION, "paragraph", maintain_order=True)
        .agg(themes="theme")
    )
    return (
        tables["clauses"]
        .drop_nulls("mandate")
        .rename({"mandate": "set"})
        .with_columns(hedged=pl.col("hedges").list.len() > 0)
        .join(asked, on=_CLAUSE, how="left", maintain_order="left", nulls_equal=True)
        .join(treated, on=[*RESOLUTION, "paragraph"], how="left", maintain_order="left")
        .join(_adoption(tables), on=RESOLUTION, how="left", maintain_order="left")
        .with_columns(pl.col("agencies", "themes").fill_null([]))
    )


def _adoption(tables: Frames) -> pl.DataFrame:
    return tables["resolutions"].select(*RESOLUTION, "committee", "adopted_on")


_MAKERS: Mapping[str, Callable[[Frames], pl.DataFrame]] = {"requests": requests, "mandates": mandates}
