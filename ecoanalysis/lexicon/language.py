"""A language of texts: all that the code may ask of it. What it knows is a folder, and rules where data ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from importlib import import_module
from importlib.resources import files

from ecoanalysis.errors import LanguageError
from ecoanalysis.lexicon import numerals
from ecoanalysis.lexicon.folding import Folded, fold
from ecoanalysis.lexicon.toml_files import Table, load, load_folder, regex


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, and its class in one letter (``lexicon/zh/words.toml`` says which there are)."""

    start: int
    end: int
    word_class: str


STRUCTURE = "structure"  # the file that makes a folder a language
_DEFAULT = "default"  # the folder of what holds where a language says nothing else


@dataclass(frozen=True)
class Language:
    """A language whose words stand apart and whose numbers are digits; others override what differs (``rules.py``).

    Examples
    --------
    >>> chinese = language_of("zh")
    >>> chinese.name, chinese.words_touch, chinese.number("七十七")
    ('Chinese', True, 77)
    """

    code: str
    """ISO 639-1."""

    def table(self, name: str) -> Table:
        """Return a file of the language's folder over what ``default`` says of every language.

        Examples
        --------
        >>> language_of("en").table("dates")["months"][0]
        'January'
        """
        return _table(self.code, name)

    def pattern(self, table: str, *keys: str) -> str:
        """Return a regular expression by its place in a file of the language; it matches nothing where none is there.

        Examples
        --------
        >>> language_of("zh").pattern("structure", "patterns", "without_vote")
        '未经表决'
        """
        value: object = self.table(table)
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return regex(value if isinstance(value, str | list) else None)

    def compiled(self, table: str, *keys: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
        """Return the same, compiled."""
        return re.compile(self.pattern(table, *keys), flags)

    # --- writing ------------------------------------------------------------------------------------------------------

    @cached_property
    def name(self) -> str:
        """The language's name in English."""
        return str(self.table(STRUCTURE)["name"])

    @cached_property
    def tag(self) -> str:
        """What HTML calls the language."""
        return str(self.table(STRUCTURE).get("tag", self.code))

    @cached_property
    def list_sign(self) -> str:
        """What stands between the items of a list."""
        return str(self.table(STRUCTURE)["list_sign"])

    @cached_property
    def file_codes(self) -> frozenset[str]:
        """What files call the language: ISO 639-1 and 639-2."""
        return frozenset([self.code, *self.table(STRUCTURE)["file_codes"]])

    @cached_property
    def word_space(self) -> str:
        """What stands for a line wrap between two words."""
        return str(self.table(STRUCTURE)["word_space"])

    @property
    def words_touch(self) -> bool:
        """Whether words are set without spaces between them."""
        return not self.word_space

    @cached_property
    def letters(self) -> re.Pattern[str]:
        """Runs of the language's own letters."""
        return re.compile(self.pattern(STRUCTURE, "own", "letters"))

    def share(self, text: str) -> float:
        """Return how much of a text is what every text of the language is full of, by what is enough to be one.

        Examples
        --------
        >>> english = language_of("en")
        >>> english.share("The state of the lakes") > 1 > english.share("Die Lage der Seen")
        True
        """
        telling = self.table(STRUCTURE)["own"]
        common, least = len(re.findall(telling["common"], text)), float(telling["least"])
        if common > least * len(text):  # more words than characters there cannot be
            return common / len(text) / least
        words = len(re.findall(telling["word"], text))
        return common / words / least if words else 0.0

    def fold(self, text: str) -> Folded:
        """Return a text as it is matched: signs printed in several forms in one, each with its place in the text.

        Examples
        --------
        >>> language_of("zh").fold("⼤会，２０２６年").text, language_of("en").fold("non\u2011pro\u00adﬁt").text
        ('大会，2026年', 'non-profit')
        """
        kept, pairs = _folds(self.code)
        return fold(text, kept, pairs)

    # --- numbers ------------------------------------------------------------------------------------------------------

    def number(self, text: str) -> int | None:
        """Return the value of a numeral, None where it is none."""
        return numerals.digits(text)

    def ordinal(self, text: str) -> int | None:
        """Return the value of an ordinal in words or digits, None where it is none."""
        return self.number(text)

    def in_figures(self, text: str) -> str:
        """Return a text with the numbers that it spells in figures: the same where the language has no rule for it."""
        return text

    def in_first_person(self, verb: str) -> str:
        """Return the form of a finite verb phrase that stands behind *we*: the same where verbs are not inflected."""
        return verb

    def in_sentence(self, name: str) -> str:
        """Return a body's name as it stands inside a sentence: the same where the language has no articles."""
        return name

    def to_number(self, value: int) -> str:
        """Return the numeral by which the language numbers its headings."""
        return numerals.to_roman(value).upper()

    @property
    def list_styles(self) -> tuple[tuple[str, Callable[[str], int | None]], ...]:
        """How marks of points are read, the likelier way first: a style's name, and the position of a mark in it."""
        return ("number", self.number), ("letter", numerals.from_letters), ("roman", numerals.roman)

    @property
    def word_formats(self) -> Mapping[str, Callable[[int], str]]:
        """How Word numbers lists in the way of this language only: its name of the format, and the number's sign."""
        return {}

    @property
    def heading_formats(self) -> frozenset[str]:
        """Those of Word's formats that number headings; the others number points."""
        return frozenset()

    def positions(self, mark: str) -> Iterator[tuple[str, int]]:
        """Yield what a point's mark may mean, style and position: (i) is the ninth letter and the first numeral.

        Examples
        --------
        >>> list(language_of("en").positions("i"))
        [('letter', 9), ('roman', 1)]
        """
        bare = numerals.unbracketed(mark)
        if len(mark) == 1 and bare != mark and (position := self.number(bare)):
            yield "circled", position
            return
        for style, position_of in self.list_styles:
            if position := position_of(mark):
                yield style, position

    # --- words --------------------------------------------------------------------------------------------------------

    def split(self, text: str) -> list[str]:
        """Return a text cut into words, with everything between them: joined they are the text again."""
        return re.findall(r"\w+|\W+", text)

    def word_classes(self, text: str) -> list[Word]:
        """Return a text's words with their classes; none where the words' own marks say enough."""
        return []

    def words(self, text: str) -> Iterator[str]:
        """Yield the words of a text in small letters, without punctuation, figures and single letters."""
        for word in re.findall(r"[^\W\d_][\w-]*[^\W\d_]", text.lower()):
            if self.letters.match(word):
                yield word

    # --- names --------------------------------------------------------------------------------------------------------

    @cached_property
    def bodies(self) -> Table:
        """What bodies are called, by their id."""
        return load_folder(f"{self.code}/bodies")

    @cached_property
    def themes(self) -> Table:
        """What themes are called, and the terms that show them, by their id."""
        return self.table("themes")


@cache
def _table(code: str, name: str) -> Table:
    tables = [load(f"{folder}/{name}") for folder in (_DEFAULT, code) if _is_file(f"{folder}/{name}.toml")]
    return reduce(_over, tables, {})


@cache
def _folds(code: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """What keeps its form where a language's texts are folded, and what stands for other signs."""
    table = _table(code, STRUCTURE)["folding"]
    pairs = (zip(pair["signs"], pair["instead"], strict=True) for pair in table["pairs"])
    return re.compile(table["keep"]), {sign: form for pair in pairs for sign, form in pair}


def _over(default: Table, stated: Table) -> Table:
    """Tables one upon the other: what a language says counts, what it does not say is the default."""
    merged = {
        key: _over(default[key], value) if isinstance(value, dict) and isinstance(default.get(key), dict) else value
        for key, value in stated.items()
    }
    return {**default, **merged}


def _is_file(name: str) -> bool:
    return files(__package__).joinpath(name).is_file()


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages whose texts are read: the folders of the lexicon that are one.

    Examples
    --------
    >>> {"en", "zh"} <= set(languages())
    True
    """
    folders = (entry.name for entry in files(__package__).iterdir() if entry.is_dir())
    return tuple(sorted(name for name in folders if name != _DEFAULT and _is_file(f"{name}/{STRUCTURE}.toml")))


@cache
def language_of(code: str) -> Language:
    """Return the language of a code.

    Raises
    ------
    LanguageError
        Where the lexicon has no folder of that name.

    Examples
    --------
    >>> language_of("en").word_space
    ' '
    """
    if code not in languages():
        raise LanguageError(f"{code}: no such language here; there are: {', '.join(languages())}")
    if _is_file(f"{code}/rules.py"):
        rules: type[Language] = import_module(f"{__package__}.{code}.rules").Rules
        return rules(code)
    return Language(code)
