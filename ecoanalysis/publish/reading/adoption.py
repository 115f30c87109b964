"""How an edition was adopted, who voted against it and who put it forward: what the heads of its texts state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ecoanalysis.lexicon.countries import state_name
from ecoanalysis.lexicon.labels import Count
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse.head.symbols import address
from ecoanalysis.publish.reading.text import Text
from ecoanalysis.show.html import joined, linked, markup

if TYPE_CHECKING:
    from markupsafe import Markup

_AGAINST = ("no", "abstain")


def adopted(text: Text, versions: Sequence[Resolution]) -> list[Markup]:
    """Return sentences on an edition's adoption, its drafts and its sponsors: nothing where no text states anything.

    Parameters
    ----------
    text
        What the page shows.
    versions
        The edition in all its languages: what one of them states holds for it; where they name other sponsors, both do.
    """
    return [*_vote(text, versions), *_drafts(text, versions), *_sponsors(text, versions)]


def _vote(text: Text, versions: Sequence[Resolution]) -> Iterator[Markup]:
    labels = text.labels
    adoption = next((each.adoption for each in versions if each.adoption), None)
    if adoption is None:
        return
    if adoption.mode == "without a vote":
        yield markup(labels["adopted_consensus"])
        return
    counts = {name: getattr(adoption, name) or 0 for name in ("yes", "no", "abstain")}
    yield markup(labels["adopted_vote"]).format(**counts)
    votes = next((each.votes for each in versions if each.votes), ())
    for way in _AGAINST:
        states = [_state(vote.country, vote.name, text.language) for vote in votes if vote.vote == way]
        if states:
            yield markup(labels[f"voted_{way}"]).format(states=labels["list"].join(states))


def _drafts(text: Text, versions: Sequence[Resolution]) -> Iterator[Markup]:
    symbols = dict.fromkeys(symbol for each in versions for symbol in each.drafts)
    if symbols:
        links = joined((linked(symbol, address(symbol, text.language)) for symbol in symbols), text.say)
        yield markup(text.labels["adopted_drafts"]).format(drafts=links)


def _sponsors(text: Text, versions: Sequence[Resolution]) -> Iterator[Markup]:
    """The sponsors; for each language where the texts name others. A text without any says nothing of them."""
    named = {
        each.language: [_state(party.country, party.name, text.language) for party in each.sponsorship]
        for each in versions
        if each.sponsorship
    }
    differ = len({frozenset(names) for names in named.values()}) > 1
    if differ:
        yield markup(text.labels["sponsors_differ"])
    for language, names in named.items() if differ else list(named.items())[:1]:
        template = text.labels["sponsors_in" if differ else "sponsors"]
        yield markup(template).format(
            language=text.say.language_name(language), count=Count(len(names)), names=text.labels["list"].join(names)
        )


def _state(country: str | None, name: str, language: str) -> str:
    return state_name(country, language) if country else name
