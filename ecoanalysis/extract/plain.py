"""One form for characters that texts write in several: hyphens, apostrophes, spaces. Offsets stay."""

from __future__ import annotations

_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2019": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " "})


def plain(text: str) -> str:
    """Return the text with hyphens, apostrophes and spaces in their plain forms, character for character.

    Examples
    --------
    >>> plain("UN\u2011Women and the Children\u2019s Fund")
    "UN-Women and the Children's Fund"
    """
    return text.translate(_PLAIN)
