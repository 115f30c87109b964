"""A comparison side by side, what changed marked word by word: as a page of its own, or as a part of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ecoanalysis.compare.brief import make_brief, of_model
from ecoanalysis.compare.proposals import proposal_rows
from ecoanalysis.compare.summary import words_or_facts
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import interface_of, labels
from ecoanalysis.model.brief import Brief
from ecoanalysis.model.comparison import Comparison, Link
from ecoanalysis.model.negotiation import NegotiatedParagraph
from ecoanalysis.show.brief import brief_rows, changes_words, places
from ecoanalysis.show.render import render

if TYPE_CHECKING:
    from markupsafe import Markup


def redline(
    comparison: Comparison,
    brief: Brief | None = None,
    proposals: Sequence[NegotiatedParagraph] = (),
    changes: str | None = None,
    others: Sequence[Comparison] = (),
) -> str:
    """Return the comparison as an HTML page that needs nothing but itself, in the editions' language if we speak it.

    It begins with the brief, on one printed page; then the table of a negotiating text, then every paragraph, below it
    the same paragraph in each of the ``others``: the comparison in other languages.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> edition = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> redline(eco.compare_editions(edition, edition)).count('data-types="identical"')
    43
    """
    language = interface_of(comparison.new.language)
    say = labels(language)
    old, new = _names(comparison, language)
    whole = comparison.old.has_text and comparison.new.has_text
    brief = brief or make_brief(comparison)
    return str(
        render(
            "redline.html.j2",
            tag=say("language.tag"),
            title=say("redline.title", old=old, new=new),
            doubt=say("redline.doubt" if whole else "redline.doubt_facts"),
            changes=say("brief.changes", side=changes_words(changes, say)) if changes else "",
            model=say("brief.model") if of_model(comparison) else "",
            text_tag=language_of(comparison.new.language).tag,
            brief=list(brief_rows(brief, say)),
            anchors=_anchors(comparison),
            say=say,
            proposals=[(row, list(proposal_rows(row, say))) for row in proposals if row.proposals],
            rows=redline_rows(comparison, language, others, headed=True),
        )
    )


def redline_rows(
    comparison: Comparison, language: str, others: Sequence[Comparison] = (), *, headed: bool = False
) -> Markup:
    """Return every link side by side with a filter by type; an edition whose text is not at hand shows its facts.

    Paragraphs that are identical stand once, those that follow each other under one line. ``headed`` where a page
    around it has said whether the texts are invented.
    """
    say = labels(language)
    counts = Counter(type for link in comparison.links for type in link.types)
    names = _names(comparison, language)
    groups = [
        (same, [_row(comparison, link, language, others) for link in links])
        for same, links in groupby(comparison.links, key=lambda link: link.base == "identical" and len(link.types) == 1)
    ]
    return render(
        "redline_rows.html.j2",
        model=say("brief.model") if of_model(comparison) and not headed else "",
        hint=say("redline.hint"),
        types_title=say("redline.types"),
        text_tag=language_of(comparison.new.language).tag,
        sides=[f"{names[0]} · {say('redline.old')}", f"{names[1]} · {say('redline.new')}"],
        types=[(type, say(f"change.{type}"), count) for type, count in counts.most_common()],
        groups=[(same, say("redline.same", count=len(rows)), rows) for same, rows in groups],
    )


def _anchors(comparison: Comparison) -> dict[str, str]:
    """Of each place that the brief names, as it names it, the anchor of its link."""
    return {places(link.old, link.new): _anchor(link) for link in comparison.links} | {
        id: _anchor(link) for link in comparison.links for id in link.new
    }


def _anchor(link: Link) -> str:
    return f"new-{link.new[0]}" if link.new else f"old-{link.old[0]}"


def _names(comparison: Comparison, language: str) -> list[str]:
    say = labels(language)
    return [edition.symbol or say("redline.draft") for edition in (comparison.old, comparison.new)]


def _row(comparison: Comparison, link: Link, language: str, others: Sequence[Comparison]) -> dict[str, object]:
    say = labels(language)
    old = "\n".join(words_or_facts(comparison.old, link.old, language))
    new = "\n".join(words_or_facts(comparison.new, link.new, language))
    both = link.old and link.new and comparison.old.has_text and comparison.new.has_text
    marked = _marked(old, new, comparison.new.language) if both else (old, new, "")
    alike = "" if link.similarity is None else say("redline.similarity", percent=round(100 * link.similarity))
    tags: list[tuple[str, str]] = [(type, say(f"change.{type}")) for type in link.types]
    if any(change.variance for change in link.changes):
        tags.append(("variance", say("redline.variance")))
    return {
        "types": link.types,
        "anchor": _anchor(link),
        "inline": marked[2],
        "tags": tags,
        "alike": alike,
        "beside": [_beside(other, link) for other in others],
        "sides": [
            (say("redline.paragraphs", ids=", ".join(ids)) if ids else "", words)
            for ids, words in zip((link.old, link.new), marked[:2], strict=True)
        ],
    }


def _beside(other: Comparison, link: Link) -> tuple[str, list[Markup]]:
    """The same paragraphs in another language: its tag, and both sides with what changed marked."""
    spoken = other.new.language
    texts = [
        "\n".join(paragraph.text or "" for paragraph in edition.paragraphs if paragraph.id in ids)
        for edition, ids in ((other.old, link.old), (other.new, link.new))
    ]
    left, right, _ = _marked(texts[0], texts[1], spoken)
    return language_of(spoken).tag, [left, right] if all(texts) else [_plain(text) for text in texts]


def _plain(text: str) -> Markup:
    from markupsafe import Markup

    return Markup("{}").format(text)


def _marked(old: str, new: str, language: str) -> tuple[Markup, Markup, Markup]:
    """Both texts with the words that only one of them has marked, and the two in one, as a narrow screen shows them.

    Words are what the language's segmentation says.
    """
    from markupsafe import Markup

    before, after = map(language_of(language).split, (old, new))
    left, right, both = Markup(""), Markup(""), Markup("")
    for stands, gone, come in _passages(before, after):
        if stands:
            left, right, both = left + gone, right + come, both + come
        else:
            cut = Markup("<del>{}</del>").format(gone) if gone else Markup("")
            added = Markup("<ins>{}</ins>").format(come) if come else Markup("")
            left, right, both = left + cut, right + added, both + cut + added
    return left, right, both


def _passages(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Yield what stands and what changed, in turn; changes that only white space parts are one."""
    from rapidfuzz.distance import Indel

    gone = come = ""
    for code in Indel.opcodes(before, after):
        old, new = "".join(before[code.src_start : code.src_end]), "".join(after[code.dest_start : code.dest_end])
        if code.tag != "equal" or (not old.strip() and (gone or come) and code.src_end < len(before)):
            gone, come = gone + old, come + new
            continue
        if gone or come:
            yield False, gone, come
        yield True, old, new
        gone = come = ""
    if gone or come:
        yield False, gone, come
