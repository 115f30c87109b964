"""How a language names parties (``lexicon/<language>/parties.toml``): heads, modifiers, and what stands about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import InitVar, dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecoanalysis.lexicon import NEVER, Language, language_of, regex


@dataclass(frozen=True)
class PartyGrammar:
    """A language's noun phrases (``lexicon/<language>/parties.toml``), compiled once."""

    head: re.Pattern[str]
    ends_in_shared: re.Pattern[str]
    series: re.Pattern[str]
    modifier: re.Pattern[str]
    ends_modified: re.Pattern[str]
    ends_full: re.Pattern[str]
    ends_shared: re.Pattern[str]
    ends_head: re.Pattern[str]
    sorts: re.Pattern[str]
    office: re.Pattern[str]
    offices: tuple[tuple[re.Pattern[str], str], ...]
    patterns: InitVar[dict[str, re.Pattern[str]]]

    def __post_init__(self, patterns: dict[str, re.Pattern[str]]) -> None:
        vars(self).update(patterns)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> re.Pattern[str]: ...


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)) or NEVER


@cache
def grammar_of(language: str) -> PartyGrammar:
    """Return the compiled grammar of a language."""
    lexicon = language_of(language)
    table = lexicon.table("parties")
    edge = table["edge"]

    def words(*kinds: str) -> re.Pattern[str]:
        return re.compile(f"(?:{_any([word for kind in kinds for word in table[kind]])}){edge}", re.IGNORECASE)

    heads, modifiers = (_any([word for kind in kinds for word in table[kind]]) for kinds in (_HEADS, ("modifiers",)))
    sorts = "|".join(regex(rule["words"]) for rule in table.get("types", ())) or NEVER
    return PartyGrammar(
        head=words(*_HEADS),
        ends_in_shared=re.compile(f"(?:{_any(table['shared'])})$", re.IGNORECASE),
        series=re.compile(_series(lexicon), re.IGNORECASE),
        modifier=words("modifiers"),
        ends_modified=re.compile(
            rf"(?<![\w-])(?!(?:{heads})$)(?:{modifiers}|{lexicon.pattern('parties', 'adjective')})$", re.I
        ),
        ends_full=re.compile(rf"(?<![\w-])(?:{_any([word for word in table['full'] if ' ' in word])})$", re.IGNORECASE),
        ends_shared=re.compile(rf"(?<![\w-])(?:{_any(table['shared'])})$", re.IGNORECASE),
        ends_head=re.compile(rf"(?<![\w-])(?:{heads})$", re.IGNORECASE),
        sorts=re.compile(f"(?:{sorts}){lexicon.pattern('parties', 'ends_sort')}", re.IGNORECASE),
        office=re.compile(f"(?:{_any(table['office'])})$|^(?:{_any(table['office'])}){edge}", re.IGNORECASE),
        offices=tuple(
            (re.compile(regex(entry["words"])), entry["agency"])
            for entry in table.get("offices", ())
            if "agency" in entry
        ),
        patterns={name: lexicon.compiled("parties", name, flags=re.IGNORECASE) for name in _PATTERNS},
    )


_HEADS = ("full", "shared", "office")
_PATTERNS = (
    "not_head", "relative", "glue", "joins", "joins_together", "example", "back", "anaphor", "dependent", "lead", "gap",
    "article", "after", "clause", "marker", "governed", "separator", "qualifier", "nominal", "aside", "resumed",
    "trail", "state", "agents", "modal", "no_party", "surely", "act_noun", "apposition", "title", "enclosed",
    "proper", "of_state", "begins_act", "words", "several_states", "quoted", "short_name",
    "ends_chapeau", "mandate", "mandate_holder", "office_holder", "shared_modifier", "shared_noun",
    "plain_nouns", "title_goes_on", "title_nouns", "inserted", "armed_group", "undergoes", "subjects",
    "shares_relative", "attribute", "given_to", "verb_behind", "lone",
    "lone_goes_on", "goes_on", "under_one_head", "container", "at_once", "who_does", "asks_for", "owned",
    "made_by", "asks_through", "asked_too", "asked_besides", "behind_noun", "same_relative", "names_topics", "topics",
    "opens_party", "with_partners", "done_to", "adjectives_listed",
    "of", "mandate_of", "closes", "whose", "told_of_party", "gerund", "title_pronoun",
    "other_parties", "pronoun", "whole", "others", "agent", "for_act", "aside_ahead", "such", "between_them",
    "unit_named", "of_joined", "set_up_by",
    "between_others", "further_agent", "modified_unit", "bare_unit",
    "sort_of_unit", "others_of_whole", "further_holder", "further_subject", "done_by", "acting_by", "owner", "of_owner",
)  # fmt: skip


def _series(lexicon: Language) -> str:
    """和 and a bare noun that shares the modifiers before it; commas too in a series."""
    table = lexicon.table("parties")
    shared, edge = f"(?:{_any(table['shared'])})", table["edge"]
    last, comma = lexicon.pattern("parties", "series_last"), lexicon.pattern("parties", "series_comma")
    return f"(?:{last}|{comma}(?={shared}{edge}(?:{comma}{shared}{edge})*{last}{shared}{edge}))(?P<next>){shared}{edge}"
