"""What we know about the world, as TOML, and its one loader.

A language is a folder (``zh``, ``en``); bodies, themes and labels stand beside them and carry both languages.
Everything loaded is cached and must not be changed by its users.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("zh", "en")

Table = dict[str, Any]


@cache
def load(name: str) -> Table:
    """Return the lexicon file ``name`` (without ``.toml``), e.g. ``"zh/verbs"`` or ``"themes"``.

    Examples
    --------
    >>> load("zh/structure")["organs"]["GA"]
    '大会[，,]'
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def theme_names(language: str) -> dict[str, str]:
    """Return every theme's name by its id.

    Examples
    --------
    >>> theme_names("zh")["energy"]
    '能源'
    """
    return {theme["id"]: theme[language]["label"] for theme in load("themes")["theme"]}


@cache
def words_touch(language: str) -> bool:
    """Return whether a language sets its words without spaces between them.

    Examples
    --------
    >>> words_touch("zh"), words_touch("en")
    (True, False)
    """
    return not load(f"{language}/structure")["word_space"]


@cache
def load_folder(name: str) -> dict[str, Table]:
    """Return every file of a lexicon folder by its stem, sorted.

    Examples
    --------
    >>> "principal-organs" in load_folder("agencies")
    True
    """
    folder = files(__name__).joinpath(name)
    stems = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {stem: load(f"{name}/{stem}") for stem in stems}
