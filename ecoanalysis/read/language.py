"""Which language a text is in."""

from __future__ import annotations

import re

from ecoanalysis.model.document import Language

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LINK = re.compile(r"https?://\S+")  # a list of links outweighs a short Chinese text
_LATIN = re.compile(r"[A-Za-z]+")


def detect(text: str) -> Language:
    """Return ``zh`` where Chinese characters outnumber Latin words, ``en`` otherwise.

    Examples
    --------
    >>> detect("大会决定"), detect("The General Assembly decides")
    ('zh', 'en')
    """
    text = _LINK.sub("", text)
    han = sum(map(len, _HAN.findall(text)))
    return "zh" if han > len(_LATIN.findall(text)) else "en"
