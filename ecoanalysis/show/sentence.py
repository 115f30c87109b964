"""The row of a clause as a sentence: for a reader who has not learned to read rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoanalysis.measures import BANDS
from ecoanalysis.show.html import markup

if TYPE_CHECKING:
    from markupsafe import Markup

    from ecoanalysis.lexicon.labels import Labels
    from ecoanalysis.show.row import Row

_PARTIES = 3
_NAMES = 5


def sentence(row: Row, say: Labels, place: Markup | str) -> Markup:
    """Return a clause as a sentence: where it stands, its verb, who is asked, what else it names; or its words.

    What is asked is told by its verb alone where the words are not at hand; points show that more stands in the text.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> from ecoanalysis.lexicon.labels import labels
    >>> from ecoanalysis.show.row import clause_rows
    >>> row = clause_rows(read_editions(), labels("en")).of("A/RES/79/330", "10")[0]
    >>> str(sentence(row, labels("en"), "Para. 10"))
    'Para. 10 <b>takes note</b>. It is about tourism (named there: Erzurum Declaration).'
    """
    if row.quote and row.own_words:
        return say.markup("sentence.quoted", place=place, quote=row.quote)
    verb = row.lemma if row.own_words and row.lemma else row.verb  # what it also, or further, does is of its neighbours
    parts = [say.markup("sentence.does", place=place, verb=markup("<b>{}</b>", verb), whom=_whom(row, say))]
    named = [*row.cited, *row.bodies, *([] if row.cited else row.dates)][:_NAMES]
    subjects = [term for term in row.terms if not any(term.casefold() in name.casefold() for name in row.cited)]
    values = {"names": say.join(named), "subjects": say.join(subjects[:_PARTIES])}
    if named or subjects:
        kind = "names_and_subject" if named and subjects else "names" if named else "subject"
        parts.append(say.markup(f"sentence.{kind}", **values))
    return markup(say("punctuation.sentences")).join(parts)


def _whom(row: Row, say: Labels) -> str:
    """Who is asked, or that the text does not say whom, and the verb of what they are to do."""
    parties = [name for name in row.whom if name != say("kind.unspecified")]
    if not parties and row.code in BANDS:
        return say("sentence.nobody_to_do", act=row.act) if row.act else say("sentence.nobody")
    more = len(parties) - _PARTIES
    names = say.join(parties[:_PARTIES])
    whom = say("sentence.and_more", names=names, more=more) if more > 0 else names
    if not row.act:
        return say("sentence.whom", whom=whom) if whom else say("sentence.alone")
    return say("sentence.whom_to_do", whom=whom, act=row.act)
