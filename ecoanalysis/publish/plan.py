"""The plan: which notebook, with which parameters, makes which page (``reports/plan.toml``).

A page may hold pages: what the outer one sets (notebook, parameters) holds for the inner ones, and the inner overrides
the outer. A page that holds others makes no page itself, it is a section. Every page is made once in each language;
``{language}`` in the path of its notebook stands for that language, where each has a notebook of its own.
``each`` makes a page for every agency that the corpus asks often enough, every theme that it treats, and every further
series that it holds.
"""

from __future__ import annotations

import ast
import hashlib
import json
import keyword
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from os.path import normpath
from pathlib import Path
from typing import Any

from ecoanalysis.errors import PlanError
from ecoanalysis.lexicon import INTERFACE

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]

_KEYS = {"name", "notebook", "parameters", "title", "summary", "page", "each", "needs", "leads_to"}
_EACH = ("agency", "theme", "series")
_NEEDS = ("", "series", "session", "recurrence")
SESSION = 12
"""Resolutions of no one series from which on a corpus is looked at as a whole."""
_TOP = {"languages", "notebooks", "title", "parameters", "page"}
_NAME = re.compile(r"(?!index$)[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Each:
    """For what a page is made many times: every agency with so many directives, theme with paragraphs, or series."""

    kind: str
    least: int


Choices = Callable[[Each, str], Sequence[tuple[str, str, int]]]
"""What there is of a kind, in a language: id, name and count of each."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page in one language: the notebook and the parameters that make it, and what the site says of it."""

    name: str
    language: str
    notebook: Path
    parameters: Mapping[str, Value]
    title: str
    summary: str
    section: str
    each: Each | None = None
    needs: str = ""
    """What the corpus must have for the page to be made: ``series``, it is of one, ``recurrence``, resolutions that
    recur, ``session``, many of no one series; nothing where it is empty."""
    leads_to: tuple[str, ...] = ()
    """Names of pages that go on from there; one that a site lacks is passed over."""
    count: int | None = None
    """Of a page made for an agency, a theme or a series: its directives, paragraphs or editions."""

    @property
    def address(self) -> str:
        """Where the page stands in the site.

        Examples
        --------
        >>> PagePlan("agencies", "en", Path("02-agencies.ipynb"), {}, "Agencies", "", "").address
        'en/agencies.html'
        """
        return f"{self.language}/{self.name}.html"

    @property
    def notebook_copy(self) -> str:
        """Name of the file of its executed notebook, which is kept where that failed.

        Examples
        --------
        >>> PagePlan("agencies", "en", Path("02-agencies.ipynb"), {}, "Agencies", "", "").notebook_copy
        'en-agencies.ipynb'
        """
        return f"{self.language}-{self.name}.ipynb"


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages of a site, its title in each language, and the hash of the file that says so."""

    path: Path
    title: Mapping[str, str]
    pages: tuple[PagePlan, ...]
    digest: str

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, in the plan's order."""
        return tuple(self.title)

    def of(self, language: str) -> list[PagePlan]:
        """Return the pages of one language, in order."""
        return [page for page in self.pages if page.language == language]


def suited(plan: Plan, subjects: Mapping[str, str], there: Collection[str], text: str = "") -> Plan:
    """Return a plan that speaks of what the corpus is about, without pages that need what is not there.

    ``{corpus}`` in the site's title is that; ``{text}`` in a page's title and summary is the text that it reads.

    Examples
    --------
    >>> page = PagePlan("evolution", "en", Path("a.ipynb"), {}, "Evolution", "", "", needs="series")
    >>> made = suited(Plan(Path("plan.toml"), {"en": "On {corpus}"}, (page,), ""), {"en": "lakes"}, [])
    >>> made.title["en"], made.pages
    ('On lakes', ())
    """
    titles = {language: title.replace("{corpus}", subjects[language]) for language, title in plan.title.items()}
    pages = [page for page in plan.pages if page.needs in ("", *there)]
    return replace(plan, title=titles, pages=tuple(_reading(page, text) for page in pages))


def _reading(page: PagePlan, text: str) -> PagePlan:
    title, summary = (" ".join(words.replace("{text}", text).split()) for words in (page.title, page.summary))
    return replace(page, title=title, summary=summary)


def expand(plan: Plan, choices: Choices) -> Plan:
    """Return a plan with a page for each choice in the place of every page that asks for it.

    Examples
    --------
    >>> page = PagePlan("agency", "en", Path("a.ipynb"), {}, "Agencies", "", "", Each("agency", 3))
    >>> plan = Plan(Path("plan.toml"), {"en": "Site"}, (page,), "")
    >>> [found] = expand(plan, lambda each, language: [("undp", "UNDP", 5)]).pages
    >>> found.address, found.title, found.section, dict(found.parameters)
    ('en/agency-undp.html', 'UNDP', 'Agencies', {'agency': 'undp'})
    """
    pages = tuple(each for page in plan.pages for each in _expanded(page, choices))
    return replace(plan, pages=pages)


def _expanded(page: PagePlan, choices: Choices) -> Iterator[PagePlan]:
    if page.each is None:
        yield page
        return
    for id, name, count in choices(page.each, page.language):
        yield replace(
            page,
            name=f"{page.name}-{id}",
            parameters={**page.parameters, page.each.kind: id},
            title=name,
            section=page.section or page.title,
            each=None,
            count=count,
        )


def read_plan(path: str | Path) -> Plan:
    """Return the plan that a file holds.

    Raises
    ------
    PlanError
        Where the file is missing or does not say what it must; the message names the file, the page and the cause.

    Examples
    --------
    >>> read_plan("nowhere.toml")
    Traceback (most recent call last):
    ecoanalysis.errors.PlanError: nowhere.toml: no such plan; run this in the repository, or name one with --plan
    """
    path = Path(path)
    try:
        data = path.read_bytes()
        table = tomllib.loads(data.decode())
    except (FileNotFoundError, NotADirectoryError):
        raise PlanError(f"{path}: no such plan; run this in the repository, or name one with --plan") from None
    except OSError as error:
        raise PlanError(f"{path}: cannot be read ({error.strerror})") from None
    except ValueError as error:  # TOMLDecodeError and UnicodeDecodeError alike
        raise PlanError(f"{path}: no valid TOML ({error})") from None
    return _Reader(path).plan(table, hashlib.sha256(data).hexdigest()[:16])


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one plan file; knows its path, for messages and for the notebooks beside it."""

    path: Path

    def plan(self, table: dict[str, Any], digest: str) -> Plan:
        self._known(table, _TOP, "")
        languages = table.get("languages", list(INTERFACE))
        if not languages or not isinstance(languages, list) or not set(languages) <= set(INTERFACE):
            raise self._error("", f"languages must be some of {', '.join(INTERFACE)}")
        folder = Path(normpath(self.path.parent / self._text(table.get("notebooks", "."), "", "notebooks")))
        titles = {language: self._worded(table, "title", language, "") for language in languages}
        outer = {"parameters": self._parameters(table, "")}
        leaves = list(self._leaves(table, outer, "")) if "page" in table else []
        if not leaves:
            raise self._error("", "no [[page]]: a plan names at least one")
        pages = tuple(self._page(leaf, language, folder) for language in languages for leaf in leaves)
        self._unique(pages)
        return Plan(self.path, titles, pages, digest)

    def _leaves(self, table: Mapping[str, Any], outer: Mapping[str, Any], where: str) -> Iterator[dict[str, Any]]:
        """Yield the innermost pages, each with what the outer ones set."""
        pages = table["page"]
        if not isinstance(pages, list) or not all(isinstance(page, dict) for page in pages):
            raise self._error(where, "page must be an array of tables: [[page]]")
        for page in pages:
            here = str(page.get("name") or where or "a page without a name")
            self._known(page, _KEYS, here)
            merged = {**outer, **page, "parameters": {**outer["parameters"], **self._parameters(page, here)}}
            if "page" not in page:
                yield merged
                continue
            inherited = {key: merged[key] for key in ("notebook", "parameters") if key in merged}
            yield from self._leaves(page, inherited | {"section": page.get("title", {})}, here)

    def _page(self, leaf: dict[str, Any], language: str, folder: Path) -> PagePlan:
        name = self._text(leaf.get("name", ""), "a page without a name", "name")
        if not _NAME.fullmatch(name):
            raise self._error(
                name or "a page without a name",
                "a name is lower-case letters and digits joined by hyphens, and not index",
            )
        if "notebook" not in leaf:
            raise self._error(name, "no notebook is named")
        notebook = folder / self._text(leaf["notebook"], name, "notebook").replace("{language}", language)
        parameters = leaf["parameters"] | {"language": language}
        each = self._each(leaf["each"], name) if "each" in leaf else None
        self._check_notebook(notebook, [*parameters, *([each.kind] if each else [])], name)
        title = self._worded(leaf, "title", language, name)
        summary = self._worded(leaf, "summary", language, name) if "summary" in leaf else ""
        section = self._worded(leaf, "section", language, name) if leaf.get("section") else ""
        needs = leaf.get("needs", "")
        if needs not in _NEEDS:
            raise self._error(name, f"needs must be {' or '.join(filter(None, _NEEDS))}")
        leads_to = leaf.get("leads_to", [])
        if not isinstance(leads_to, list) or not all(isinstance(other, str) for other in leads_to):
            raise self._error(name, "leads_to must be a list of names of pages")
        return PagePlan(name, language, notebook, parameters, title, summary, section, each, needs, tuple(leads_to))

    def _check_notebook(self, notebook: Path, parameters: Sequence[str], where: str) -> None:
        try:
            takes = notebook_parameters(json.loads(notebook.read_text(encoding="utf-8")))
        except OSError:
            raise self._error(where, f"{notebook}: no such notebook") from None
        except (ValueError, KeyError, TypeError, AttributeError, SyntaxError):
            raise self._error(where, f"{notebook}: not a notebook") from None
        for name in parameters:
            if name not in takes:
                raise self._error(
                    where, f"{notebook.name} has no parameter {name!r}; it has {', '.join(takes) or 'none'}"
                )

    def _each(self, table: Any, where: str) -> Each:
        if not isinstance(table, dict) or len(table) != 1 or not set(table) <= set(_EACH):
            raise self._error(where, f"each names one of {', '.join(_EACH)} with the least count: {{ agency = 3 }}")
        ((kind, least),) = table.items()
        if not isinstance(least, int) or isinstance(least, bool) or least < 1:
            raise self._error(where, f"each.{kind} must be a number from 1 on")
        return Each(kind, least)

    def _parameters(self, table: Mapping[str, Any], where: str) -> dict[str, Value]:
        parameters = table.get("parameters", {})
        if not isinstance(parameters, dict):
            raise self._error(where, "parameters must be a table")
        for name, value in parameters.items():
            if not name.isidentifier() or keyword.iskeyword(name):
                raise self._error(where, f"parameter {name!r}: not a name that Python could give a value")
            if name == "language":
                raise self._error(where, "parameter 'language' is set for each page by the plan's languages")
            if not _is_value(value):
                raise self._error(
                    where, f"parameter {name!r}: text, numbers, true and false, lists and tables can be passed"
                )
        return dict(parameters)

    def _worded(self, table: Mapping[str, Any], key: str, language: str, where: str) -> str:
        words = table.get(key)
        if not isinstance(words, dict) or not words.get(language):
            raise self._error(where, f"no {key}.{language}")
        return self._text(words[language], where, f"{key}.{language}")

    def _text(self, value: Any, where: str, key: str) -> str:
        if not isinstance(value, str):
            raise self._error(where, f"{key} must be text")
        return value

    def _known(self, table: Mapping[str, Any], keys: set[str], where: str) -> None:
        if unknown := sorted(set(table) - keys):
            raise self._error(where, f"unknown key {unknown[0]!r}; there are {', '.join(sorted(keys))}")

    def _unique(self, pages: tuple[PagePlan, ...]) -> None:
        seen = set[str]()
        for page in pages:
            if page.address in seen:
                raise self._error(page.name, "two pages have this name")
            seen.add(page.address)

    def _error(self, where: str, cause: str) -> PlanError:
        return PlanError(f"{self.path}: page {where}: {cause}" if where else f"{self.path}: {cause}")


def _is_value(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_value, value))
    if isinstance(value, dict):
        return all(map(_is_value, value.values()))
    return isinstance(value, str | int | float)


def notebook_parameters(notebook: Mapping[str, Any]) -> list[str]:
    """Return the names that a notebook's parameters cell sets, in order.

    Examples
    --------
    >>> cell = {"metadata": {"tags": ["parameters"]}, "source": ["theme = ''  # an id\\n", "language: str = 'zh'"]}
    >>> notebook_parameters({"cells": [cell]})
    ['theme', 'language']
    """
    names: list[str] = []
    for cell in notebook["cells"]:
        if "parameters" not in cell["metadata"].get("tags", ()):
            continue
        for statement in ast.parse("".join(cell["source"])).body:
            targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
            names.extend(target.id for target in targets if isinstance(target, ast.Name))
    return names
