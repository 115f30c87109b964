"""What a plan's ``each`` stands for: the agencies asked and the themes treated in all that is at hand, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ecoanalysis.corpus import Corpus
from ecoanalysis.publish.plan import Choices, Each


def choices(corpus: Corpus) -> Choices:
    """Return what there is to choose from in a corpus; counted once, and remembered for this version of it.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> choices(open_corpus())(Each("agency", 20), "en")[0]
    ('undp', 'UNDP', 25)
    """
    counted: Mapping[str, Mapping[str, Mapping[str, int]]] = corpus.remember("choices", lambda: _count(corpus))

    def choose(each: Each, language: str) -> list[tuple[str, str, int]]:
        found = counted[each.kind]["en"]  # the same pages in every language
        kept = sorted(((-count, id) for id, count in found.items() if count >= each.least))
        return [(id, _name(each.kind, id, language), -count) for count, id in kept]

    return choose


def _name(kind: str, id: str, language: str) -> str:
    from ecoanalysis.views.speech import short_name, theme_names

    return short_name(id, language) if kind == "agency" else theme_names(language)[id]


def _count(corpus: Corpus) -> dict[str, Any]:
    from ecoanalysis.views.dossier import open_dossier

    dossier = open_dossier(corpus, language="en")
    asked = Counter(dossier.asked["agency"].drop_nulls())
    themes = Counter(dossier.tables["themes"].filter(section="operative")["theme"])
    return {"agency": {"en": dict(asked)}, "theme": {"en": dict(themes)}}
