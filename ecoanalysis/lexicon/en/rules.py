"""English where data ends: ordinals in words."""

from __future__ import annotations

import re

from ecoanalysis.lexicon.language import Language

_LOST_HYPHEN = re.compile(r"(?<=ty)[\s-]*(?=[a-z])")  # fiftyfourth: the hyphen stood at a line's end
# Names that take no article: of one word but offices and organs (Oxfam, UN-Water), of a society (Rotary International).
_WITHOUT_ARTICLE = re.compile(r"the .+|(?!Secretar)[\w-]+|.+ International")
_FIRST_PERSON = {"is": "are", "has": "have"}
_THIRD_PERSON = re.compile(r"(?<=ss|sh|ch)es$|(?<!s)s$")


class Rules(Language):
    """English."""

    def ordinal(self, text: str) -> int | None:
        """Return the value of an ordinal in words or digits, None where it is none.

        Examples
        --------
        >>> [Rules("en").ordinal(text) for text in ("seventy-seventh", "fiftyfourth", "81st", "eightieth", "lakes")]
        [77, 54, 81, 80, None]
        """
        from text_to_num import alpha2digit

        words = _LOST_HYPHEN.sub("-", text.lower().strip())
        value = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", alpha2digit(words, self.code, threshold=0))
        return int(value[1]) if value else None

    def in_figures(self, text: str) -> str:
        """Return a text with the numbers that it spells in figures.

        Examples
        --------
        >>> Rules("en").in_figures("the ninety-ninth session and twenty-three others, at one")
        'the 99th session and 23 others, at 1'
        """
        from text_to_num import alpha2digit

        return str(alpha2digit(text, self.code, threshold=0))

    def in_sentence(self, name: str) -> str:
        """Return a body's name as it stands inside a sentence, with its article.

        Examples
        --------
        >>> [Rules("en").in_sentence(name) for name in ("Secretary-General", "World Bank", "Oxfam")]
        ['the Secretary-General', 'the World Bank', 'Oxfam']
        """
        return name if _WITHOUT_ARTICLE.fullmatch(name) else f"the {name}"

    def in_first_person(self, verb: str) -> str:
        """Return the form of a finite verb phrase that stands behind *we*.

        Examples
        --------
        >>> [Rules("en").in_first_person(verb) for verb in ("calls upon", "stresses", "is aware", "has heard")]
        ['call upon', 'stress', 'are aware', 'have heard']
        """
        first, *others = verb.split(" ")
        return " ".join([_FIRST_PERSON.get(first) or _THIRD_PERSON.sub("", first), *others])
