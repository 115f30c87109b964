"""What the members of the nouns mean and how they look outside: JSON, schema, tables and codebook all come from here.

A member is a field of a dataclass that says what it means (``Annotated[str, Means(…)]``); a field that says nothing
stays inside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from itertools import chain
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Object = dict[str, Any]

RESOLUTION = ("document", "part")
"""The columns that tell one resolution from another in the tables: a file may hold several."""

T = TypeVar("T")
N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a value keeps to besides its type: the pattern of a text, the least of a number."""

    pattern: str | None = None
    least: float | None = None
    most: float | None = None
    may_be_empty: bool = False
    wanted: str = ""
    """What a value is none of that does not match."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a member is, in both languages of the project, and what it is called outside.

    ``spread`` is the prefix under which a span's members stand beside the others; None keeps it an object.
    ``renamed`` are the names of members of what it holds.
    """

    en: str
    zh: str
    name: str | None = None
    spread: str | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)


def shown(en: str, zh: str) -> Callable[[Callable[[Any], T]], Callable[[Any], T]]:
    """Mark the function of a property as a member: what it returns stands outside too."""

    def mark(function: Callable[[Any], T]) -> Callable[[Any], T]:
        setattr(function, _SHOWN, Means(en, zh))
        return function

    return mark


_SHOWN = "means"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A member as it stands outside: its name, the attributes that lead to it, its type and what it means."""

    name: str
    path: tuple[str, ...]
    type: Any
    optional: bool
    rule: Constraint
    meaning: Means

    def of(self, noun: Any) -> Any:
        """Return the member of a noun; None where what it belongs to is none."""
        for attribute in self.path:
            noun = None if noun is None else getattr(noun, attribute)
        return noun

    @property
    def items(self) -> Any:
        """The type of its items where it is a list, else None."""
        return get_args(self.type)[0] if get_origin(self.type) is tuple else None


@cache
def members(noun: type[Any], spreading: bool = True) -> tuple[Attribute, ...]:
    """Return the members of a noun, its own before those of the kind of noun it is.

    Parameters
    ----------
    noun
        A dataclass whose fields say what they mean.
    spreading
        Whether spans stand as two members, as they do outside; else as the one field that they are.

    Examples
    --------
    >>> from ecoanalysis.model.facts import DateMention
    >>> [member.name for member in members(DateMention)]
    ['paragraph', 'date', 'surface', 'start', 'end']
    """
    hints = get_type_hints(noun, include_extras=True)
    inherited = {each.name for base in noun.__mro__[1:] if is_dataclass(base) for each in fields(base)}
    meanings = {each.name: _said(hints[each.name], Means) for each in fields(noun)}
    ordered = sorted(meanings, key=lambda name: (name in inherited, name in _PLACES))
    stated = [_members(name, hints[name], meaning, spreading) for name in ordered if (meaning := meanings[name])]
    return (*chain.from_iterable(stated), *_properties(noun))


_PLACES = ("start", "end")  # behind what they are the place of


def _properties(noun: type) -> Iterator[Attribute]:
    """The members that are no fields: properties marked as shown."""
    for name, value in chain.from_iterable(vars(base).items() for base in reversed(noun.__mro__)):
        function = getattr(value, "fget", None)
        if meaning := getattr(function, _SHOWN, None):
            hint = get_type_hints(function, include_extras=True)["return"]
            yield from _members(name, hint, meaning, False)


def _members(attribute: str, hint: Any, meaning: Means, spreading: bool) -> Iterator[Attribute]:
    kind, optional, rule = plain(hint)
    if meaning.spread is None or not spreading:
        yield Attribute(
            attribute if meaning.name is None else meaning.name, (attribute,), kind, optional, rule, meaning
        )
        return
    for inner in members(kind):
        # A fact's words stand under the name of the fact itself: verb, verb_start, verb_end.
        name = meaning.spread.rstrip("_") if inner.name == "surface" else f"{meaning.spread}{inner.name}"
        about = Means(f"{meaning.en}: {inner.meaning.en}", f"{meaning.zh}：{inner.meaning.zh}")
        shown = meaning if inner.name == "surface" else about
        yield Attribute(name, (attribute, *inner.path), inner.type, optional or inner.optional, inner.rule, shown)


def _said(hint: Any, kind: type[N]) -> N | None:
    """What an annotation says of a type, of some kind."""
    return next((each for each in getattr(hint, "__metadata__", ()) if isinstance(each, kind)), None)


def plain(hint: Any) -> tuple[Any, bool, Constraint]:
    """A type without what is said of it: whether it may be none, and what rule its values keep."""
    optional, rule = False, Constraint()
    while True:
        if get_origin(hint) is Annotated:
            hint, rule = hint.__origin__, _said(hint, Constraint) or rule
        elif get_origin(hint) in (Union, UnionType) and type(None) in get_args(hint):
            hint, optional = next(each for each in get_args(hint) if each is not type(None)), True
        else:
            return hint, optional, rule


def to_object(noun: Any, renamed: Mapping[str, str] | None = None) -> Object:
    """Return a noun as an object ready for ``json.dumps``.

    Examples
    --------
    >>> from ecoanalysis.model.facts import DateMention
    >>> to_object(DateMention(0, 4, "2018", "P1", "2018"))
    {'paragraph': 'P1', 'date': '2018', 'surface': '2018', 'start': 0, 'end': 4}
    """
    return {
        (renamed or {}).get(member.name, member.name): _value(member.of(noun), member.meaning)
        for member in members(type(noun))  # type: ignore[arg-type]
    }


def _value(value: Any, meaning: Means) -> Any:
    if isinstance(value, tuple):
        return [_value(each, meaning) for each in value]
    if is_dataclass(value):
        return to_object(value, meaning.renamed)
    return value.isoformat() if isinstance(value, date) else value


def from_row(noun: type[N], row: Mapping[str, Any], **others: Any) -> N:
    """Return the noun whose members a row holds: the way back from a table.

    Parameters
    ----------
    noun
        A dataclass whose fields say what they mean.
    row
        Its members by their names outside.
    others
        Fields that the row does not hold.
    """
    made = {name: make(row) for name, make in _makers(noun) if name not in others}  # type: ignore[arg-type]
    return noun(**made, **others)


@cache
def _makers(noun: type[Any]) -> tuple[tuple[str, Callable[[Mapping[str, Any]], Any]], ...]:
    """For each field that a row can hold, what makes it of the row."""
    makers: list[tuple[str, Callable[[Mapping[str, Any]], Any]]] = []
    stated = {each.name for each in fields(noun)}
    for member in members(noun, False):  # type: ignore[arg-type]
        if member.path[0] not in stated:
            continue
        if member.meaning.spread is not None:
            makers.append((member.path[0], _spread_maker(member)))
        elif not is_dataclass(member.type) and not (member.items and is_dataclass(member.items)):
            makers.append((member.path[0], _scalar_maker(member)))
    return tuple(makers)


def _scalar_maker(member: Attribute) -> Callable[[Mapping[str, Any]], Any]:
    if member.items:
        return lambda row: tuple(row[member.name] or ())
    return lambda row: row[member.name]


def _spread_maker(member: Attribute) -> Callable[[Mapping[str, Any]], Any]:
    prefix = member.meaning.spread or ""
    names = {inner.path[0]: prefix.rstrip("_") if inner.name == "surface" else f"{prefix}{inner.name}"
             for inner in members(member.type)}  # fmt: skip

    def make(row: Mapping[str, Any]) -> Any:
        values = {attribute: row[name] for attribute, name in names.items()}
        return None if member.optional and values["start"] is None else member.type(**values)

    return make


def schema_of(noun: type, renamed: Mapping[str, str] | None = None) -> Object:
    """Return the JSON Schema of the objects that ``to_object`` makes of a noun; members may be added.

    Examples
    --------
    >>> from ecoanalysis.model.resolution import Span
    >>> schema_of(Span)["required"]
    ['start', 'end']
    """
    named = {(renamed or {}).get(member.name, member.name): member for member in members(noun)}
    return {
        "type": "object",
        "required": list(named),
        "properties": {name: _schema(member) | {"description": member.meaning.en} for name, member in named.items()},
    }


def _schema(member: Attribute) -> Object:
    if member.items:
        kind, optional, rule = plain(member.items)
        inner = Attribute("", (), kind, optional, rule, member.meaning)
        return {"type": "array", "items": _schema(inner)}
    if is_dataclass(member.type):
        made = schema_of(member.type, member.meaning.renamed)  # type: ignore[arg-type]
        return {"anyOf": [{"type": "null"}, made]} if member.optional else made
    if get_origin(member.type) is Literal:
        return {"enum": [*get_args(member.type), *([None] if member.optional else [])]}
    kind = _JSON[member.type]
    return {"type": [kind, "null"] if member.optional else kind, **_limits(member)}


_JSON = {str: "string", int: "integer", float: "number", bool: "boolean", date: "string"}
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _limits(member: Attribute) -> Object:
    rule = member.rule
    pattern = _DAY if member.type is date else rule.pattern
    limits = {"pattern": pattern, "minimum": rule.least, "maximum": rule.most}
    if member.type is str and not rule.may_be_empty and pattern is None:
        limits["minLength"] = 1
    return {name: value for name, value in limits.items() if value is not None}
