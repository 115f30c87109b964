"""By whom, by which verb, by which body or State a reader may look at a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from ecoanalysis.lexicon.countries import state_name
from ecoanalysis.publish.reading.text import Text, bodies_asked
from ecoanalysis.show.row import verb_in

Option = tuple[str, str, int, str]
"""A choice: its value, what is shown of it, how many paragraphs it has, the language of what is shown."""


def filters(text: Text) -> list[tuple[str, str, list[Option]]]:
    """Return each filter with its name and its choices, the most frequent first."""
    asked = ((body, clause.paragraph) for clause in text.facts.clauses for body in bodies_asked(clause))
    named = ((mention.agency, mention.paragraph) for mention in text.facts.agencies if mention.paragraph)
    verbs = ((clause.lemma, clause.paragraph) for clause in text.directives)
    states = ((code, paragraph.id) for paragraph in text.paragraphs for code in text.states_of(paragraph))
    shown = text.spoken.tag if text.resolution.language == text.language else ""
    by_verb = [
        (text.verbs[lemma], name, count, shown)
        for lemma, name, count, _ in _options(verbs, lambda lemma: _verb_shown(text, lemma))
    ]
    return [
        ("who", text.labels["filter_party"], _options(asked, text.body_name)),
        ("verb", text.labels["filter_verb"], by_verb),
        ("body", text.labels["filter_body"], _options(named, text.body_name)),
        ("state", text.labels["filter_state"], _options(states, lambda code: state_name(code, text.language))),
    ]


def _options(pairs: Iterable[tuple[str | None, str | None]], shown: Callable[[str], str]) -> list[Option]:
    counts = Counter(value for value, _ in set(pairs) if value)
    most_first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(value, shown(value) or value, count, "") for value, count in most_first]


def _verb_shown(text: Text, lemma: str) -> str:
    """A verb that asks as a choice: where the page is in another language, as it is usually rendered, too."""
    band = next(clause.band for clause in text.directives if clause.lemma == lemma)
    clause = {"language": text.resolution.language, "class": "DIR", "band": band}
    shown, is_own = verb_in(lemma, lemma, clause, text.say)
    return lemma if is_own else f"{shown} · {lemma}"
