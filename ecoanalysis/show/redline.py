"""A comparison side by side, what changed marked word by word: as a page of its own, or as a part of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from ecoanalysis.compare.brief import count_changes, make_brief, of_model
from ecoanalysis.compare.brief.summary import cut_short, paragraph_name, words_or_facts
from ecoanalysis.compare.changes.translation_variance import Ids, twins
from ecoanalysis.compare.drafts.proposals import proposal_rows, row_name
from ecoanalysis.compare.drafts.signatures import Signatures
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import Labels, interface_of, labels
from ecoanalysis.model.brief import Brief, ChangeCount
from ecoanalysis.model.comparison import Comparison, Link
from ecoanalysis.model.negotiation import NegotiatedParagraph
from ecoanalysis.read.tracked import TrackedParagraph
from ecoanalysis.show.brief import brief_rows, change_name, changes_words, counted_words, places
from ecoanalysis.show.render import render
from ecoanalysis.show.wrapping import cell_len

if TYPE_CHECKING:
    from markupsafe import Markup

_SHORT, _LONG = 18, 36  # rows of a brief from which on its type is smaller
_LINES = {
    "short": (78, 4.4),
    "": (92, 3.4),
    "long": (100, 3.2),
}  # places of a printed line, and its height in millimetres
_PAGE, _ROW = 245.0, 1.2  # height of a printed page, and what a row has above and below its lines
_MOST, _LEAST = 8, 40  # lines of a row; signs of a quote
_Signed = tuple[str, str | None]  # words, and whose change they are


def redline(
    comparison: Comparison,
    brief: Brief | None = None,
    proposals: Sequence[NegotiatedParagraph] = (),
    changes: str | None = None,
    others: Sequence[Comparison] = (),
    tracked: Sequence[TrackedParagraph] = (),
) -> str:
    """Return the comparison as an HTML page that needs nothing but itself, in the editions' language if we speak it.

    It begins with the brief, on one printed page; then the table of a negotiating text, then every paragraph, below it
    the same paragraph in each of the ``others``: the comparison in other languages. Behind each change stands who made
    it, where it is one of the ``tracked`` changes of the later text.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> edition = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> redline(eco.compare_editions(edition, edition)).count('data-types="identical"')
    43
    """
    language = interface_of(comparison.new.language)
    say = labels(language)
    names = _names(comparison, language)
    title = say("redline.title", old=names[0], new=names[1]) if names[0] != names[1] else names[0]
    whole = comparison.old.has_text and comparison.new.has_text
    brief = brief or make_brief(comparison)
    size, rows = _for_print([*brief_rows(brief, say)], comparison.new.language)
    return str(
        render(
            "redline.html.j2",
            tag=say("language.tag"),
            title=title,
            doubt=say("redline.doubt" if whole else "redline.doubt_facts"),
            changes=say("brief.changes", side=changes_words(changes, say)) if changes else "",
            model=say("brief.model") if of_model(comparison) else "",
            text_tag=language_of(comparison.new.language).tag,
            size=size,
            brief=rows,
            unprinted=sum(printed is None for *_, printed in rows),
            anchors=_anchors(comparison, say),
            say=say,
            proposals=[(row_name(row, say), row, list(proposal_rows(row, say))) for row in proposals if row.proposals],
            rows=redline_rows(
                comparison,
                language,
                others,
                tracked,
                headed=True,
                alone=names[0] == names[1] and bool(changes),
                brief=brief,
            ),
        )
    )


def _for_print(
    rows: Sequence[tuple[str, str, str]], language: str
) -> tuple[str, list[tuple[str, str, str, str | None]]]:
    """The size of type for a brief, and its rows with their words cut as far as one printed page has no room for.

    The last rows have no words for print where there is no room for as many lines.
    """
    size = "short" if len(rows) <= _SHORT else "long" if len(rows) > _LONG else ""
    width, height = _LINES[size]
    fitting = len(rows) if len(rows) * (height + _ROW) <= _PAGE else int(_PAGE / (height + _ROW)) - 1
    room = (_PAGE - _ROW * fitting) / height
    lines = [cell_len(words) // width + 1 for *_, words in rows[:fitting]]
    most = max((most for most in range(1, _MOST + 1) if sum(min(each, most) for each in lines) <= room), default=1)
    printed = (
        _cut_for(words, most * width, language) if place < fitting else None for place, (*_, words) in enumerate(rows)
    )
    return size, [(*row, words) for row, words in zip(rows, printed, strict=True)]


def _cut_for(words: str, room: int, language: str) -> str:
    """Words that have so many places; why something may be lost stays whole."""
    quoted, _, why = words.partition("\n")
    wide = cell_len(quoted) / max(1, len(quoted))
    short = cut_short(quoted, max(_LEAST, int((room - cell_len(why)) / wide)), language)
    return f"{short}\n{why}" if why else short


def redline_rows(
    comparison: Comparison,
    language: str,
    others: Sequence[Comparison] = (),
    tracked: Sequence[TrackedParagraph] = (),
    *,
    headed: bool = False,
    alone: bool = False,
    brief: Brief | None = None,
) -> Markup:
    """Return every link side by side with a filter by type; an edition whose text is not at hand shows its facts.

    Paragraphs that are identical stand once, those that follow each other under one line. ``headed`` where a page
    around it has said whether the texts are invented; ``alone`` where both sides are one file's, without its tracked
    changes and with them.
    """
    say = labels(language)
    counts = Counter(type for link in comparison.links for type in link.types)
    brief = brief or make_brief(comparison)
    sure = {count.type: count for count in count_changes(comparison, brief)}
    names = _names(comparison, language)
    sides = ("redline.without", "redline.with") if alone else ("redline.old", "redline.new")
    signatures = Signatures(tracked, comparison.new.language)
    beside: defaultdict[tuple[Ids, Ids], list[tuple[Comparison, tuple[Ids, Ids]]]] = defaultdict(list)
    for other in others:
        for link, ids in zip(comparison.links, twins(comparison, other), strict=True):
            if ids:
                beside[link.old, link.new].append((other, ids))
    groups = [
        (same, [_row(comparison, brief, link, language, beside[link.old, link.new], signatures) for link in links])
        for same, links in groupby(comparison.links, key=lambda link: link.base == "identical" and len(link.types) == 1)
    ]
    return render(
        "redline_rows.html.j2",
        model=say("brief.model") if of_model(comparison) and not headed else "",
        hint=say("redline.hint"),
        types_title=say("redline.types"),
        text_tag=language_of(comparison.new.language).tag,
        sides=[f"{name} · {say(side)}" for name, side in zip(names, sides, strict=True)],
        types=[
            (
                type,
                say(f"change.{type}"),
                counted_words(replace(sure.get(type, ChangeCount(type)), paragraphs=count), say),
            )
            for type, count in counts.most_common()
        ],
        groups=[(same, say("redline.same", count=len(rows)), rows) for same, rows in groups],
    )


def _anchors(comparison: Comparison, say: Labels) -> dict[str, str]:
    """Of each place that the brief names, as it names it, the anchor of its link."""
    return {places(link.old, link.new, say): _anchor(link) for link in comparison.links} | {
        paragraph_name(id, say): _anchor(link) for link in comparison.links for id in link.new
    }


def _anchor(link: Link) -> str:
    return f"new-{link.new[0]}" if link.new else f"old-{link.old[0]}"


def _names(comparison: Comparison, language: str) -> list[str]:
    say = labels(language)
    return [edition.symbol or say("redline.draft") for edition in (comparison.old, comparison.new)]


def _row(
    comparison: Comparison,
    brief: Brief,
    link: Link,
    language: str,
    beside: Sequence[tuple[Comparison, tuple[Ids, Ids]]],
    signatures: Signatures,
) -> dict[str, object]:
    say = labels(language)
    old = [*words_or_facts(comparison.old, link.old, language)]
    new = [*words_or_facts(comparison.new, link.new, language)]
    both = link.old and link.new and comparison.old.has_text and comparison.new.has_text
    marked = _marked(old, new, signatures) if both else ("\n".join(old), "\n".join(new), "")
    alike = "" if link.similarity is None else say("redline.similarity", percent=round(100 * link.similarity))
    tags: list[tuple[str, str]] = [(type, change_name(brief, link, type, say)) for type in link.types]
    if not both and (hands := _hands(old, new, signatures)):
        tags.append(("by", say("redline.by", who=say.join(hands))))
    return {
        "types": link.types,
        "anchor": _anchor(link),
        "inline": marked[2],
        "tags": tags,
        "alike": alike,
        "beside": [_beside(other, *ids) for other, ids in beside],
        "sides": [(_called(ids, say), words) for ids, words in zip((link.old, link.new), marked[:2], strict=True)],
    }


def _called(ids: Sequence[str], say: Labels) -> str:
    """What paragraphs are called: their numbers, an annex by its name."""
    return say("redline.paragraphs", ids=", ".join(paragraph_name(id, say) for id in ids)) if ids else ""


def _beside(other: Comparison, old: Ids, new: Ids) -> tuple[str, list[Markup]]:
    """The paragraphs of another language: its tag, and both sides with what changed marked."""
    spoken = other.new.language
    texts = [
        [paragraph.text or "" for paragraph in edition.paragraphs if paragraph.id in ids]
        for edition, ids in ((other.old, old), (other.new, new))
    ]
    left, right, _ = _marked(texts[0], texts[1], Signatures((), spoken))
    return language_of(spoken).tag, [left, right] if all(texts) else [_plain("\n".join(text)) for text in texts]


def _plain(text: str) -> Markup:
    from markupsafe import Markup

    return Markup("{}").format(text)


def _marked(old: Sequence[str], new: Sequence[str], signatures: Signatures) -> tuple[Markup, Markup, Markup]:
    """Both texts with the words that only one of them has marked, and the two in one, as a narrow screen shows them.

    Words are what the language's segmentation says; behind a change stands whose it is, as far as that is known.
    """
    from markupsafe import Markup

    before, after = (_in_words(side, signatures.language) for side in (old, new))
    left, right, both = Markup(""), Markup(""), Markup("")
    for stands, gone, come in _passages(before, after, signatures):
        if stands:
            words = "".join(word for word, _ in gone)
            left, right, both = left + words, right + "".join(word for word, _ in come), both + words
            continue
        cut, added = _signed("del", gone), _signed("ins", come)
        whose = [by for _, by in (*gone, *come)]
        alike = len(set(whose)) == 1 and bool(gone)  # one hand did both: named once where both stand together
        left, right = left + cut, right + added
        both += (_signed("del", [(words, None) for words, _ in gone]) if alike and come else cut) + added
    return left, right, both


def _in_words(texts: Sequence[str], language: str) -> list[list[str]]:
    """The words of each paragraph, a line's end before those of all but the first."""
    spoken = language_of(language)
    return [[*(["\n"] if place else []), *spoken.split(text)] for place, text in enumerate(texts)]


def _signed(tag: str, passages: Sequence[_Signed]) -> Markup:
    """Words that went or came, each with whose change it is behind it, where that is known."""
    from markupsafe import Markup

    marked = Markup("")
    for words, by in passages:
        marked += Markup("<{0}>{1}</{0}>").format(Markup(tag), words)
        marked += Markup('<small class="by">{}</small>').format(by) if by else ""
    return marked


def _hands(old: Sequence[str], new: Sequence[str], signatures: Signatures) -> list[str]:
    """Who made the changes of a paragraph that came or went."""
    sides = (_in_words(side, signatures.language) for side in (old, new))
    hands = (sign for side in signatures.of_words(*sides) for sign in side if sign)
    return list(dict.fromkeys(sign.author for sign in hands if sign.author))


def _passages(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], signatures: Signatures
) -> Iterator[tuple[bool, list[_Signed], list[_Signed]]]:
    """Yield what stands and what changed, in turn; changes of one hand that only white space parts are one."""
    sides = [[word for paragraph in side for word in paragraph] for side in (before, after)]
    gone: list[_Signed] = []
    come: list[_Signed] = []
    for passage in signatures.passages(sides[0], sides[1], (before, after)):
        old, new = (
            "".join(side[each.start : each.stop]) for side, each in zip(sides, (passage.old, passage.new), strict=True)
        )
        blank = passage.stands and not old.strip() and passage.old.stop < len(sides[0])
        if passage.stands and not (blank and (gone or come)):
            if gone or come:
                yield False, _joined(gone), _joined(come)
            yield True, [(old, None)], [(new, None)]
            gone, come = [], []
            continue
        by = passage.by.author if passage.by else None
        gone += [(old, by)] if old else []
        come += [(new, by)] if new else []
    if gone or come:
        yield False, _joined(gone), _joined(come)


def _joined(passages: Sequence[_Signed]) -> list[_Signed]:
    """Passages of one hand that stand together as one; white space is of the hand before it."""
    joined: list[_Signed] = []
    for words, by in passages:
        if joined and (by == joined[-1][1] or not words.strip()):
            joined[-1] = (joined[-1][0] + words, joined[-1][1])
        else:
            joined.append((words, by))
    return joined
