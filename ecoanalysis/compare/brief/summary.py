"""A comparison in words: one line per paragraph that matters, what was lost first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from unicodedata import east_asian_width

from ecoanalysis.lexicon import language_of, theme_names
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import Labels, interface_of, labels
from ecoanalysis.model.comparison import Change, Comparison, Link, LinkType
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.facts import Clause

# What a delegation looks for first: what it would lose, then what came.
ORDER: tuple[LinkType, ...] = (
    "dropped",
    "reversed",
    "weakened",
    "endorsement_lowered",
    "addressee_removed",
    "demoted",
    "new",
    "strengthened",
    "endorsement_raised",
    "addressee_added",
    "promoted",
    "scope_narrowed",
    "scope_widened",
)
_QUIET = ("scope_narrowed", "scope_widened")  # of paragraphs that change in nothing else: one line for all
_SHORT = 64
_WORD = 8  # signs behind a cut that may be of its word
# Changes, and by what they are, of which one side alone has the words; the other side's evidence is its verb.
_CAME = frozenset(
    [
        ("addressee_added", None),
        ("hedge_added", "hedge"),
        ("weakened", "hedge"),
        ("strengthened", "intensifier"),
        ("scope_widened", "words"),
    ]
)
_WENT = frozenset(
    [
        ("addressee_removed", None),
        ("hedge_removed", "hedge"),
        ("strengthened", "hedge"),
        ("weakened", "intensifier"),
        ("scope_narrowed", "words"),
    ]
)


def gravest(link: Link) -> LinkType | None:
    """Return the type by which a link is listed: the first of ``ORDER`` that it has, None where it has none."""
    return next((type for type in ORDER if type in link.counted), None)


def lines(comparison: Comparison) -> Iterator[tuple[LinkType, Link, str]]:
    """Yield each link that matters once, under its gravest type and with the words of it, losses first."""
    for type in ORDER:
        for link in comparison.links:
            if gravest(link) == type and type not in _QUIET:
                yield type, link, _in_words(comparison, link, type)


def gist(edition: Edition, ids: Sequence[str]) -> str:
    """Return what paragraphs say in short: their first words, or where the text is not at hand their facts.

    Examples
    --------
    >>> from ecoanalysis.editions import shipped_editions
    >>> gist(shipped_editions()[0], ["1"])
    'Decides to invite ECO [Institutional cooperation]'
    >>> import ecoanalysis as eco
    >>> gist(eco.to_edition(eco.open_corpus("model").edition("A/RES/97/924", "en")), ["18"])
    'Calls for the early completion of the guidelines on gauges in…'
    """
    return _short(" ".join(words_or_facts(edition, ids, interface_of(edition.language))))


def words_or_facts(edition: Edition, ids: Sequence[str], language: str) -> Iterator[str]:
    """Yield what each of some paragraphs says: its text, or where that is not at hand its facts in short."""
    for paragraph in edition.paragraphs:
        if paragraph.id in ids:
            yield _facts(paragraph, language) if paragraph.text is None else paragraph.text


def _facts(paragraph: EditionParagraph, language: str) -> str:
    """The verbs of a paragraph as written, whom they ask, and its themes, both named in a language."""
    say, names = labels(language), theme_names(language)
    acts = "; ".join(_act(provision.clause, language) for provision in paragraph.provisions)
    themes = say.join(names[theme] for theme in sorted(paragraph.themes))
    return f"{acts} [{themes}]" if themes else acts


def _act(clause: Clause, language: str) -> str:
    parties = (
        registry().short(party.agency, language) if party.agency else party.surface for party in clause.addressees
    )
    return " ".join([clause.verb.surface, labels(language).join(dict.fromkeys(filter(None, parties)))]).strip()


def _in_words(comparison: Comparison, link: Link, type: str) -> str:
    if link.base in ("dropped", "new"):
        return gist(*((comparison.old, link.old) if link.old else (comparison.new, link.new)))
    changes = [_short(change_words(change)) for change in link.changes if change.type == type and not change.variance]
    return _short("; ".join(dict.fromkeys(filter(None, changes)))) or gist(comparison.new, link.new)


def change_words(change: Change) -> str:
    """Return the words of a change: what went, what came, or what stands for what; nothing where none is at hand.

    Examples
    --------
    >>> from ecoanalysis.model.comparison import Evidence
    >>> change_words(Change("weakened", Evidence("Urges", 0, 5), Evidence("Invites", 0, 7), "band"))
    'Urges → Invites'
    """
    old, new = (" ".join((side.text or "").split()) if side else "" for side in (change.old, change.new))
    if (change.type, change.by) in _CAME or not change.old:
        return new and f"+ {new}"
    if (change.type, change.by) in _WENT or not change.new:
        return old and f"− {old}"
    return f"{old} → {new}" if old and new else old or new


def paragraph_name(id: str, say: Labels) -> str:
    """Return what a reader calls a paragraph: an annex's, one put in behind a number or for another, a number's second.

    Examples
    --------
    >>> en, zh = labels("en"), labels("zh")
    >>> [paragraph_name(id, en) for id in ("13~bis", "3~bis~alt2", "7~2", "7.a")]
    ['13 bis', '3 bis alt2', '7 (2)', '7.a']
    >>> paragraph_name("13~bis", zh), paragraph_name("annex.3", zh), paragraph_name("annex.3", en)
    ('13之二', '附件3', 'annex 3')
    """
    part, _, number = id.partition(".")
    if f"part.{part}" in say:
        return say("punctuation.sentences").join(filter(None, (say(f"part.{part}"), number)))
    name, *suffixes = id.split("~")
    for suffix in suffixes:
        word = suffix.rstrip("0123456789")
        label = f"variant.{word}"
        name = say(label, number=name) + suffix[len(word) :] if label in say else f"{name} ({suffix})"
    return name


def cut_short(text: str, room: int, language: str = "") -> str:
    """Return a text, or as many of its whole words as there is room for; where words touch, as ``language`` parts them.

    Where words touch and no language is given, as many signs.

    Examples
    --------
    >>> cut_short("promotes policies on water", 20), cut_short("促进有关水资源的政策", 6)
    ('promotes policies…', '促进有关水…')
    >>> cut_short("FAO | 请粮农组织报告", 10), cut_short("促进有关水资源的政策", 6, "zh")
    ('FAO | 请粮农…', '促进有关…')
    """
    if len(text) <= room:
        return text
    words = text[: room - 1]
    touching = any(east_asian_width(sign) in "WF" for sign in text[room - 2 : room])
    if touching and language:
        ends = accumulate(map(len, language_of(language).split(text[: room + _WORD])))
        last = max((end for end in ends if end < room), default=0)
    else:
        last = words.rfind(" ") if text[room - 1] != " " and not touching else -1
    return (words[:last] if last > room // 2 else words).rstrip(" ,;，；、") + "…"


def _short(text: str) -> str:
    return cut_short(text, _SHORT)
