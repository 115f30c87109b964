"""The registers of the lexicon as tables: bodies, States and themes, as the columns of other tables name them."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from ecoanalysis.lexicon import language_of, languages, load
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.countries import state_names, states
from ecoanalysis.tables.columns import REGISTER_TABLES


def bodies(language: str = "") -> pl.DataFrame:
    """Return the registered bodies: one row per body and language that it has a name in.

    Parameters
    ----------
    language
        Language of the names; every language where it is empty.

    Examples
    --------
    >>> bodies("en").filter(agency="escap").select("kind", "parent", "name").row(0)
    ('regional-commission', 'ecosoc', 'Economic and Social Commission for Asia and the Pacific')
    """
    return _frame(
        "bodies",
        (
            {
                "agency": body.id,
                "language": code,
                "name": names.name,
                "acronym": body.acronym,
                "kind": body.kind,
                "authority": body.authority,
                "parent": body.parent,
                "aliases": list(names.aliases),
                "contextual": list(names.contextual),
                "former": [former.name for former in names.former],
            }
            for body in registry()
            for code, names in body.names.items()
        ),
        language,
    )


def countries(language: str = "") -> pl.DataFrame:
    """Return the registered States: one row per State and language that it has a name in.

    Examples
    --------
    >>> countries("zh").filter(country="TUR").select("name", "m49", "cow").row(0)
    ('土耳其', '792', 640)
    """
    return _frame(
        "countries",
        (
            {
                "country": state.code,
                "language": code,
                "name": names[0],
                "aliases": list(names[1:]),
                "m49": state.m49,
                "cow": state.cow,
                "begin": state.begin,
                "end": state.end,
                "invented": state.invented,
            }
            for state in states().values()
            for code in languages()
            if (names := state_names(state.code, code))
        ),
        language,
    )


def themes(language: str = "") -> pl.DataFrame:
    """Return the themes: one row per theme and language, with the goals and terms that it stands for.

    Examples
    --------
    >>> themes("en").filter(theme="climate").select("name", "sdg").row(0)
    ('Climate', [13])
    """
    facts = load("facts/themes")
    return _frame(
        "theme_register",
        (
            {
                "theme": id,
                "language": code,
                "name": entry["label"],
                "sdg": facts[id]["sdg"],
                "unbis": facts[id]["unbis"],
                "terms": [term["term"] for term in entry["terms"]],
                "weights": [term["weight"] for term in entry["terms"]],
            }
            for code in languages()
            for id, entry in language_of(code).themes.items()
        ),
        language,
    )


def _frame(name: str, rows: Iterable[dict[str, object]], language: str) -> pl.DataFrame:
    if language:
        language_of(language)  # refuses what is none
    kept = [row for row in rows if language in ("", row["language"])]
    return pl.DataFrame(kept, schema=REGISTER_TABLES[name].schema)
