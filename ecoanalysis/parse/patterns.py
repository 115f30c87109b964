"""What of a language tells how a text is laid out: its numbers, points, headings, openings, closings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from ecoanalysis.lexicon import language_of, regex

_NAMED = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True)
class Patterns:
    """A language's layout patterns, compiled once."""

    furniture: re.Pattern[str]
    symbol: re.Pattern[str]
    organ: re.Pattern[str]
    number: re.Pattern[str]
    point: re.Pattern[str]
    heading: re.Pattern[str]
    annex: re.Pattern[str]
    abbreviation: re.Pattern[str]
    title: re.Pattern[str]
    closing: re.Pattern[str]
    """A line of the closing: the date, the meeting, or both."""
    met: re.Pattern[str]
    """A line that the meeting stands in, with the date or without."""
    opening: re.Pattern[str]
    participle: re.Pattern[str]
    never_opens: re.Pattern[str]
    """Openings that, behind a comma, begin a clause and never a paragraph."""
    seldom_opens: re.Pattern[str]
    """Openings that begin a clause oftener than a paragraph."""
    mostly_opens: re.Pattern[str]
    """Openings that begin a paragraph oftener than a clause, but not nearly always."""
    often_opens: re.Pattern[str]
    """Openings that begin a paragraph nearly always, but a clause in one of five."""
    again: re.Pattern[str]
    """What says that the paragraph before begins with the same verb."""
    word_space: str
    cut_number: re.Pattern[str]
    """A number that a line's end cuts in two."""
    terminal: str
    operative_end: str
    full_stop: str
    notes_heading: re.Pattern[str]
    """What stands alone above the notes listed at a text's end."""
    note_start: re.Pattern[str]
    """A note's number at the head of its line."""
    bracketed: re.Pattern[str]
    """The same in brackets."""
    measured: re.Pattern[str]
    """What stands behind a number of the text where words have spaces: 2 June 2009."""
    unit: re.Pattern[str]
    """What stands behind a number of the text where words touch."""
    before_number: re.Pattern[str]
    """What stands before one there."""

    def is_formula(self, text: str) -> bool:
        """Whether a line is the formula behind a header."""
        return bool(self.organ.fullmatch(text))


@cache
def patterns(language: str) -> Patterns:
    """Return the compiled layout patterns of a language."""
    spoken = language_of(language)
    table = spoken.table("structure")
    compiled, opening = (partial(spoken.compiled, "structure", key) for key in ("patterns", "openings"))
    keys = "closing_date", "meeting"
    date, meeting = (_NAMED.sub("(?:", spoken.pattern("structure", "patterns", key)) for key in keys)
    met = rf"(?:(?:{date})[,，]?\s*)?(?:{meeting})(?:[,，]?\s*(?:{date}))?"
    return Patterns(
        notes_heading=spoken.compiled("structure", "notes", "heading"),
        note_start=spoken.compiled("structure", "notes", "start"),
        bracketed=spoken.compiled("structure", "notes", "bracketed"),
        measured=spoken.compiled("structure", "notes", "measured"),
        unit=spoken.compiled("structure", "notes", "unit"),
        before_number=spoken.compiled("structure", "notes", "before_number"),
        furniture=re.compile(regex(list(table["furniture"].values()))),
        symbol=spoken.compiled("structure", "furniture", "symbol"),
        organ=re.compile(regex([f"(?:{regex(formula)})" for formula in table["organs"].values()])),
        number=compiled("number"),
        point=compiled("point"),
        heading=compiled("heading"),
        annex=compiled("annex"),
        abbreviation=compiled("abbreviation"),
        title=compiled("title"),
        closing=re.compile(f"{date}|{met}"),
        met=re.compile(met),
        opening=re.compile(_opening(language)),
        participle=compiled("participle"),
        never_opens=opening("never"),
        seldom_opens=opening("seldom"),
        mostly_opens=opening("mostly"),
        often_opens=opening("often"),
        again=opening("again"),
        word_space=table["word_space"],
        cut_number=re.compile(table["cut_number"]),
        terminal=table["terminal"],
        operative_end=table["operative_end"],
        full_stop=table["full_stop"],
    )


def _opening(language: str) -> str:
    """How preambular paragraphs begin: with a performative, capitalised where the language has capitals."""
    spoken = language_of(language)
    verbs = spoken.table("verbs")
    # without capitals, a verb that mostly tells what others do may as well begin a wrapped line
    performatives = [verb for verb in verbs["verb"] if "preamble" in verb or verb.get("content") != "always"]
    forms = [form for verb in performatives for form in _forms(verb) or [verb["lemma"]]]
    forms += _forms(verbs["feelings"]) or verbs["feelings"].get("open", [])
    capitalised = (form[0].upper() + form[1:] for form in forms)
    adverbs = "|".join(
        word[0].upper() + word[1:] for kind in ("sequence", "intensifier", "plain") for word in verbs["adverbs"][kind]
    )
    words = "|".join(sorted(map(re.escape, capitalised), key=len, reverse=True))
    # the verb behind an adverb is in small letters: Deeply concerned
    manner = spoken.pattern("verbs", "adverbs", "manner")
    small = words if spoken.words_touch else f"(?i:{words})"
    gap, resumes = verbs["grammar"]["gap"], spoken.pattern("verbs", "grammar", "resumes")
    return f"(?:(?:{resumes})[，,]?)?(?:(?:{adverbs}){gap}(?:{small}|{manner})|{words}|{manner})"


def _forms(entry: dict[str, Any]) -> list[str]:
    """A verb's forms; those of operative paragraphs too, since a single one is not numbered."""
    return [form for kind in ("preamble", "operative", "forms") for form in entry.get(kind, ())]
