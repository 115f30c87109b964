"""A language's patterns of structure, compiled once; and the item: a block with its role settled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ecoanalysis.lexicon import Language, language_of, regex
from ecoanalysis.model.document import Role
from ecoanalysis.parse.layout.blocks import Block


@dataclass(frozen=True)
class Forms:
    """A language's patterns of structure, compiled once."""

    language: Language
    organs: dict[str, re.Pattern[str]]
    number: re.Pattern[str]
    point: re.Pattern[str]
    heading: re.Pattern[str]
    annex: re.Pattern[str]
    meeting: re.Pattern[str]
    closing_date: re.Pattern[str]
    draft_for: re.Pattern[str]
    bracketed: re.Pattern[str]
    """A note's number in brackets, at the head of its line."""
    page_head: re.Pattern[str]
    not_title: re.Pattern[str]
    """A line of a header that is not its title: body, session, agenda item."""
    tight_space: re.Pattern[str]
    """White space that layout set where the language has none."""
    preambular_end: str
    operative_end: str
    terminal: str

    def organ(self, text: str) -> str | None:
        """Return the organ whose opening formula the text is."""
        return next((name for name, formula in self.organs.items() if formula.fullmatch(text.strip())), None)


@cache
def forms(language: str) -> Forms:
    """Return the compiled patterns of structure of a language."""
    spoken = language_of(language)
    table, tight = spoken.table("structure"), spoken.pattern("structure", "own", "tight")
    compiled = {name: spoken.compiled("structure", "patterns", name) for name in (
        "number", "point", "heading", "annex", "meeting", "closing_date", "draft_for",
        "page_head", "not_title",
    )}  # fmt: skip
    return Forms(
        language=spoken,
        organs={organ: re.compile(regex(formula)) for organ, formula in table["organs"].items()},
        preambular_end=table["preambular_end"],
        operative_end=table["operative_end"],
        terminal=table["terminal"],
        bracketed=spoken.compiled("structure", "notes", "bracketed"),
        tight_space=re.compile(rf"(?<={tight})\s+|(?<!\s)\s+(?={tight})"),
        **compiled,
    )


@dataclass(frozen=True, slots=True)
class Item:
    """A block with its role settled; ``body`` is where its own words begin, behind the number."""

    block: Block
    index: int
    role: Role
    value: str = ""
    level: int = 0
    body: int = 0
