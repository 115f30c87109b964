"""What we know about the world, as TOML: a folder per language, ``facts`` of any, ``interface`` for our own words.

Nothing outside this room names a language of texts: :class:`Language` is all that the code may ask.
"""

from ecoanalysis.lexicon.detection import decode, detect, named_by_file, reads_as
from ecoanalysis.lexicon.language import Language, language_of, languages
from ecoanalysis.lexicon.toml_files import NEVER, Table, load, load_folder, regex

INTERFACE: tuple[str, ...] = tuple(load("interface/site"))
"""The languages in which pages, notebooks and lessons speak; those of texts are ``languages()``."""

SPOKEN = "en"
"""The one of them in which we speak to who has named none."""

_TOUCHING = [spoken for spoken in map(language_of, languages()) if spoken.words_touch]
TIGHT = regex([spoken.pattern("structure", "own", "tight") for spoken in _TOUCHING])
"""Signs, of whatever language, between which no space stands."""


def theme_names(language: str) -> dict[str, str]:
    """Return every theme's name by its id.

    Examples
    --------
    >>> theme_names("zh")["energy"]
    '能源'
    """
    return {id: entry["label"] for id, entry in language_of(language).themes.items()}


__all__ = [
    "INTERFACE",
    "NEVER",
    "SPOKEN",
    "TIGHT",
    "Language",
    "Table",
    "decode",
    "detect",
    "language_of",
    "languages",
    "load",
    "load_folder",
    "named_by_file",
    "reads_as",
    "regex",
    "theme_names",
]
