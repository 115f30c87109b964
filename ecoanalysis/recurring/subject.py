"""What a corpus is about, in a few words: one resolution, one series, a few series, a session."""

from __future__ import annotations

from ecoanalysis.corpus import open_corpus
from ecoanalysis.editions import Where
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.recurring.at_hand import main_series, series_at_hand

_FEW = 3  # series that are named one by one


def subject(corpus: Where, language: str) -> str:
    """Return what the resolutions of a corpus are about: a title where they are of one series or are one resolution,
    the titles of a few series, else their sessions.

    Examples
    --------
    >>> subject("", "en"), subject("", "zh")
    ('Cooperation between the United Nations and the Economic Cooperation Organization', '联合国同经济合作组织的合作')
    """
    opened = open_corpus(corpus)
    say = labels(language)
    here = [each for each in series_at_hand(opened) if each.here]
    if main := main_series(opened):
        return next(_named(each.id, each.title(language), language) for each in here if each.id == main)
    symbols = opened.editions()
    if len(symbols) == 1:
        return say("subject.one", symbol=symbols[0], title=_title(opened.chosen.rows(named=True), language))
    of_series = {symbol for each in here for symbol in each.symbols}
    if here and len(here) <= _FEW and set(symbols) <= of_series:
        return say("subject.joiner").join(_named(each.id, each.title(language), language) for each in here)
    return _sessions(opened.chosen["session"].drop_nulls().unique().sort().to_list(), len(symbols), say)


def _named(id: str, title: str, language: str) -> str:
    """The name that the lexicon has for a series, else its title."""
    names = language_of(language).table("series")
    return str(names[id]["name"]) if id in names else title


def _title(rows: list[dict[str, object]], language: str) -> str:
    titles = {str(row["language"]): str(row["title"]) for row in rows if row["title"]}
    return titles.get(language) or next(iter(titles.values()), "")


def _sessions(sessions: list[int], resolutions: int, say: Labels) -> str:
    if not sessions:
        return say("subject.resolutions", resolutions=resolutions)
    if len(sessions) == 1:
        return say("subject.session", resolutions=resolutions, session=sessions[0])
    return say("subject.sessions", resolutions=resolutions, first=sessions[0], last=sessions[-1])
