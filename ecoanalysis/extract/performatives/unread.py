"""Verbs that stand, by their form, where a verb of the organ does, whether or not they are in the lexicon.

Language is open: what joins the verb that opens a paragraph is the organ's whatever it means. Where the lexicon has
it, it is read though it mostly tells what others do (``and considers that``); where it has not, it is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from ecoanalysis.extract.performatives.performative import Performative, Phrase
from ecoanalysis.extract.performatives.verb_grammar import Grammar

_APART = ";"  # behind it no clause within a clause goes on


def joined_verb(
    grammar: Grammar, masked: str, before: Phrase, place: int, behind: int, part: str
) -> tuple[int, int] | None:
    """Return the verb behind a place and its connectors, where by its form nothing but the organ can be its subject."""
    between, connector = masked[before.end : place], masked[place:behind]
    points_back = grammar.points_back.search(connector)
    beside = place < behind and not points_back and not between.strip(" ,")
    form = (grammar.form_beside if beside else grammar.form)[part].match(masked, behind)
    if form is None or beside:
        return form.span("verb") if form else None
    if form.lastgroup == "clause" and masked[:place].rstrip()[-1:].isalnum():
        return None  # the barriers that they face
    within = grammar.subordinate.search(between.rstrip("; ").rpartition(_APART)[2])
    if within and not points_back and form.lastgroup != "asked":
        return None
    return form.span("verb")


def unread_head(grammar: Grammar, masked: str, acts: Sequence[Performative], part: str) -> list[tuple[int, int]]:
    """Return the verb that opens a paragraph, where the first that is read stands behind it: Dredges, and requests."""
    if not acts or acts[0].place == 0:
        return []
    head = grammar.unread_head[part].match(masked, 0, acts[0].place)
    return [head.span("verb")] if head else []
