"""TOML files of the lexicon → tables; patterns composed of the named fragments of their file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

Table = dict[str, Any]
"""What a file of the lexicon holds; shared by all its users, who must not change it."""

NEVER = "(?!)"
"""The pattern that matches nothing: what a key that is not there means."""

_NAME = re.compile(r"\{([a-z_]+)\}")  # {1,3} is no name


@cache
def load(name: str) -> Table:
    """Return the lexicon file ``name`` (without ``.toml``), e.g. ``"facts/themes"``, its fragments filled in.

    Examples
    --------
    >>> load("zh/structure")["organs"]["GA"]
    '(?:联合国)?大会[，,]'
    """
    table = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    fragments: dict[str, str] = {}
    for fragment, pattern in table.pop("fragments", {}).items():
        fragments[fragment] = _filled(pattern, fragments)
    return {key: _composed(value, fragments) for key, value in table.items()}


@cache
def load_folder(name: str) -> Table:
    """Return every file of a lexicon folder in one table; none where there is no such folder.

    Examples
    --------
    >>> load_folder("facts/bodies")["unctad"]["kind"], load_folder("facts/nothing")
    ('fund-or-programme', {})
    """
    folder = files(__package__).joinpath(name)
    if not folder.is_dir():
        return {}
    stems = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {id: entry for stem in stems for id, entry in load(f"{name}/{stem}").items()}


def regex(value: str | Sequence[str] | None) -> str:
    """Return a regular expression of the lexicon: a list is its alternatives, and no key is none.

    Examples
    --------
    >>> regex("a+"), regex(["a", "b"]), regex(None)
    ('a+', '(?:a|b)', '(?!)')
    """
    if value is None:
        return NEVER
    return value if isinstance(value, str) else f"(?:{'|'.join(value)})"


def _composed(value: Any, fragments: dict[str, str]) -> Any:
    if not fragments:
        return value
    if isinstance(value, str):
        return _filled(value, fragments)
    if isinstance(value, list):
        return [_composed(item, fragments) for item in value]
    return {key: _composed(item, fragments) for key, item in value.items()} if isinstance(value, dict) else value


def _filled(value: str | list[str], fragments: dict[str, str]) -> str:
    """A pattern with the fragments that it names; a fragment that is a list is its alternatives."""
    return _NAME.sub(lambda name: fragments.get(name[1], name[0]), regex(value))
