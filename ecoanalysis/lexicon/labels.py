"""What notebooks, charts and tables say of their own: one entry, two languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ecoanalysis.errors import LabelError
from ecoanalysis.lexicon import INTERFACE, SPOKEN, load

if TYPE_CHECKING:
    from markupsafe import Markup


class Count(int):
    """A number that picks the word that fits it.

    Examples
    --------
    >>> f"{Count(1):clause|clauses}, {Count(2):clause|clauses}, {Count(3)}"
    '1 clause, 2 clauses, 3'
    """

    def __format__(self, words: str) -> str:
        singular, bar, plural = words.partition("|")
        return f"{int(self)} {singular if self == 1 else plural}" if bar else str(int(self))


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language, called with the label's name and the values it needs.

    Examples
    --------
    >>> say = labels("en")
    >>> say("band.D3"), say("edition.cites", citations=1, symbols=0)
    ('requests', '1 citation; 0 documents are named by symbol.')
    """

    language: str
    entries: Mapping[str, str] = field(repr=False)

    def __call__(self, name: str, /, **values: Any) -> str:
        try:
            return self.template(name).format(**{key: _counted(value) for key, value in values.items()})
        except KeyError as error:
            raise LabelError(f"label {name!r}: the value {error} is missing") from None

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def markup(self, name: str, /, **values: Any) -> Markup:
        """Return a label as mark-up: whatever is filled in is escaped, unless it is mark-up itself."""
        from markupsafe import escape

        try:
            return escape(self.template(name)).format(**{key: _counted(value) for key, value in values.items()})
        except KeyError as error:
            raise LabelError(f"label {name!r}: the value {error} is missing") from None

    def template(self, name: str) -> str:
        """Return a label unfilled.

        Raises
        ------
        LabelError
            Where there is no such label.
        """
        try:
            return self.entries[name]
        except KeyError:
            raise LabelError(
                f"there is no label {name!r} in {self.language}; labels stand in lexicon/interface/labels.toml"
            ) from None

    @property
    def tag(self) -> str:
        """What the language is called in HTML."""
        return self("language.tag")

    @property
    def locale(self) -> str:
        """What the language is called where it is said how numbers and days are written (Unicode, CLDR)."""
        return self("language.locale")

    def language_name(self, code: str) -> str:
        """Return the name of a language, in this one.

        Examples
        --------
        >>> labels("zh").language_name("fr"), labels("en").language_name("zh")
        ('法语', 'Chinese')
        """
        from babel import Locale

        return Locale.parse(code).get_language_name(self.locale) or code

    def join(self, items: Iterable[str]) -> str:
        """Return a list as this language writes one."""
        return self("punctuation.list").join(items)

    def bracketed(self, words: str) -> str:
        """Return a remark in brackets, as it follows a word.

        Examples
        --------
        >>> labels("zh").bracketed("含缓和措辞"), labels("en").bracketed("hedged")
        ('（含缓和措辞）', ' (hedged)')
        """
        return f"{self('punctuation.open')}{words}{self('punctuation.close')}"

    def percent(self, part: int, whole: int) -> str:
        """Return a share in whole percent, a small one with a decimal.

        Examples
        --------
        >>> labels("zh").percent(1, 3), labels("en").percent(0, 0), labels("en").percent(11, 1000)
        ('33%', '0%', '1.1%')
        """
        from babel.numbers import format_percent

        share = part / whole if whole else 0
        return format_percent(share, format="0.0%" if 0 < share < _SMALL else None, locale=self.locale)

    def date(self, day: date) -> str:
        """Return a day as this language writes it.

        Examples
        --------
        >>> labels("zh").date(date(2021, 9, 9)), labels("en").date(date(2021, 9, 9))
        ('2021年9月9日', '9 September 2021')
        """
        from babel.dates import format_date

        return format_date(day, "long", locale=self.locale)


_SMALL = 0.02  # share below which whole percents hide what differs


@cache
def labels(language: str) -> Labels:
    """Return the labels of a language.

    Raises
    ------
    LabelError
        Where there are none in that language.

    Examples
    --------
    >>> labels("zh")("class.DIR")
    '行动要求'
    """
    if language not in INTERFACE:
        raise LabelError(f"there are no labels in {language!r}; choose one of: {', '.join(INTERFACE)}")
    table = load("interface/labels")
    return Labels(
        language,
        {f"{group}.{name}": entry[language] for group, entries in table.items() for name, entry in entries.items()},
    )


def interface_of(language: str) -> str:
    """Return the interface's language that speaks of texts in a language: the same where there are labels in it.

    Examples
    --------
    >>> interface_of("zh"), interface_of("fr")
    ('zh', 'en')
    """
    return language if language in INTERFACE else SPOKEN


def _counted(value: Any) -> Any:
    return Count(value) if type(value) is int else value
