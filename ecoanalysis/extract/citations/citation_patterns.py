"""The patterns by which a language cites, from its table of references."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from ecoanalysis.lexicon import language_of, regex


@dataclass(frozen=True)
class CitationPatterns:
    number: re.Pattern[str]
    foreign: re.Pattern[str]
    letter: re.Pattern[str]
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    alone: re.Pattern[str]
    next: re.Pattern[str]
    far: re.Pattern[str]
    date_before: re.Pattern[str]
    date_after: re.Pattern[str]
    organs: dict[str, re.Pattern[str]]
    behind: re.Pattern[str]
    """What stands between numbers and the organ whose they are, where it is named behind them."""
    tells_others: bool
    """Whether the language says by which words numbers are those of another body, wherever it may be named."""
    document: re.Pattern[str]
    section: re.Pattern[str]
    series: re.Pattern[str]
    same: re.Pattern[str]
    ibid: re.Pattern[str]
    treaty: re.Pattern[str]
    instrument: re.Pattern[str]
    not_instrument: re.Pattern[str]
    organ_before: re.Pattern[str]
    of_its_maker: re.Pattern[str]
    """A title, without whoever made it, that does not stand alone."""
    item: re.Pattern[str]
    """What has a title, with it: nothing inside it is cited."""
    entitled: re.Pattern[str]
    """An instrument or a decision that the text names by its title alone."""
    publication: re.Pattern[str]
    """A report that has a name: it is not cited."""
    anaphor: re.Pattern[str]
    decision: re.Pattern[str]

    @property
    def kind_first(self) -> bool:
        """Whether the word that says what the numbers are stands before them."""
        return "kind" in self.opens.groupindex


@cache
def citation_patterns(language: str) -> CitationPatterns:
    lexicon = language_of(language)
    table = lexicon.table("references")
    compiled = partial(lexicon.compiled, "references")
    numbers, organs = table.get("numbers", {}), table.get("organs", {})
    opens = re.compile(f"(?:{lexicon.pattern('references', 'numbers', 'opens')})$")
    named_before = "kind" not in opens.groupindex  # 人权理事会第35/12号决议: nobody is named behind a number
    return CitationPatterns(
        number=compiled("numbers", "number"),
        foreign=compiled("numbers", "foreign"),
        letter=compiled("numbers", "letter"),
        opens=opens,
        closes=compiled("numbers", "closes"),
        alone=compiled("numbers", "alone"),
        next=compiled("numbers", "next"),
        far=compiled("numbers", "far"),
        date_after=compiled("numbers", "date_after"),
        date_before=compiled("numbers", "date_before"),
        organs={organ: re.compile(regex(value)) for organ, value in organs.items()},
        behind=compiled("numbers", "behind"),
        tells_others="OTHER" in organs and ("behind" in numbers or named_before),
        document=compiled("documents", "symbol"),
        section=compiled("documents", "section"),
        series=compiled("treaties", "series"),
        same=compiled("treaties", "same"),
        ibid=compiled("treaties", "ibid"),
        treaty=compiled("treaties", "named"),
        instrument=compiled("treaties", "instrument"),
        not_instrument=compiled("treaties", "not_instrument"),
        organ_before=compiled("treaties", "organ_before"),
        of_its_maker=compiled("treaties", "of_its_maker"),
        item=compiled("treaties", "item"),
        entitled=compiled("treaties", "entitled"),
        publication=compiled("treaties", "publication"),
        anaphor=compiled("anaphor", "resolution"),
        decision=compiled("numbers", "decision"),
    )
