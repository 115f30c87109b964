"""The points of a list: whether one has the verb of its chapeau, and which of its verbs are the organ's acts."""

from __future__ import annotations

from collections.abc import Sequence

from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.extract.performatives.performative import Performative
from ecoanalysis.extract.performatives.verb_grammar import grammar_of


def in_point(
    above: str, chapeau: Performative, acts: Sequence[Performative], language: str
) -> tuple[bool, list[Performative]]:
    """Return whether a point has its chapeau's verb, and which of the verbs found in it are the organ's own acts.

    Parameters
    ----------
    above
        The text of the chapeau.
    chapeau
        The chapeau's last clause.
    acts
        What was found in the point.

    Examples
    --------
    >>> from ecoanalysis.extract.performatives import find_performatives
    >>> chapeau, point = "Recalls that the Court concluded:", "Requests all States to help"
    >>> above, below = (find_performatives(words, "en", "operative") for words in (chapeau, point))
    >>> in_point(chapeau, above[0], below, "en")
    (False, [])
    """
    grammar = grammar_of(language)
    if chapeau.phrase.class_ in ("REF", "NEU") and grammar.quoting.search(plain(above)):
        return False, []  # what others found
    speaks = bool(acts) and acts[0].place == 0
    if grammar.inflected:
        return not speaks, [act for act in acts if speaks or act.phrase.stem.content == "never"]
    if chapeau.phrase.class_ == "EVA" and acts and not speaks:
        # What is felt about the point's matter ends where the organ asks for something: 在这方面敦促各国.
        first = next((index for index, act in enumerate(acts) if _connected_directive(act)), len(acts))
        return True, list(acts[first:])
    if grammar.passing.search(above):  # in this regard: whatever its own verb was, the points speak for themselves
        return not speaks, list(acts) if speaks else []
    asked = chapeau.phrase.class_ == "DIR" or grammar.content.search(above)
    if asked or not speaks or acts[0].phrase.stem.content != "never":
        return True, []
    return False, list(acts)


def _connected_directive(act: Performative) -> bool:
    return act.phrase.class_ == "DIR" and act.start > act.place
