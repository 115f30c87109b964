"""A comparison side by side, what changed marked word by word: as a page of its own, or as a part of one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ecoanalysis.compare.brief import make_brief
from ecoanalysis.compare.summary import words_or_facts
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import interface_of, labels
from ecoanalysis.model.comparison import Comparison, Link
from ecoanalysis.show.brief import brief_rows
from ecoanalysis.show.render import render

if TYPE_CHECKING:
    from markupsafe import Markup


def redline(comparison: Comparison) -> str:
    """Return the comparison as an HTML page that needs nothing but itself, in the editions' language if we speak it.

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
    return str(
        render(
            "redline.html.j2",
            tag=say("language.tag"),
            title=say("redline.title", old=old, new=new),
            doubt=say("redline.doubt" if whole else "redline.doubt_facts"),
            text_tag=language_of(comparison.new.language).tag,
            brief=list(brief_rows(make_brief(comparison), say)),
            rows=redline_rows(comparison, language),
        )
    )


def redline_rows(comparison: Comparison, language: str) -> Markup:
    """Return every link side by side with a filter by type; an edition whose text is not at hand shows its facts."""
    say = labels(language)
    counts = Counter(type for link in comparison.links for type in link.types)
    names = _names(comparison, language)
    return render(
        "redline_rows.html.j2",
        hint=say("redline.hint"),
        types_title=say("redline.types"),
        text_tag=language_of(comparison.new.language).tag,
        sides=[f"{names[0]} · {say('redline.old')}", f"{names[1]} · {say('redline.new')}"],
        types=[(type, say(f"change.{type}"), count) for type, count in counts.most_common()],
        rows=[_row(comparison, link, language) for link in comparison.links],
    )


def _names(comparison: Comparison, language: str) -> list[str]:
    say = labels(language)
    return [edition.symbol or say("redline.draft") for edition in (comparison.old, comparison.new)]


def _row(comparison: Comparison, link: Link, language: str) -> dict[str, object]:
    say = labels(language)
    old = "\n".join(words_or_facts(comparison.old, link.old, language))
    new = "\n".join(words_or_facts(comparison.new, link.new, language))
    both = link.old and link.new and comparison.old.has_text and comparison.new.has_text
    marked = _marked(old, new, comparison.new.language) if both else (old, new)
    alike = "" if link.similarity is None else say("redline.similarity", percent=round(100 * link.similarity))
    tags: list[tuple[str, str]] = [(type, say(f"change.{type}")) for type in link.types]
    if any(change.variance for change in link.changes):
        tags.append(("variance", say("redline.variance")))
    return {
        "types": link.types,
        "tags": tags,
        "alike": alike,
        "sides": [
            (say("redline.paragraphs", ids=", ".join(ids)) if ids else "", words)
            for ids, words in zip((link.old, link.new), marked, strict=True)
        ],
    }


def _marked(old: str, new: str, language: str) -> tuple[Markup, Markup]:
    """Both texts with the words that only one of them has marked; words are what the language's segmentation says."""
    from markupsafe import Markup
    from rapidfuzz.distance import Indel

    before, after = map(language_of(language).split, (old, new))
    left, right = Markup(""), Markup("")
    for code in Indel.opcodes(before, after):
        gone, come = "".join(before[code.src_start : code.src_end]), "".join(after[code.dest_start : code.dest_end])
        if code.tag == "equal":
            left, right = left + gone, right + come
        else:
            left += Markup("<del>{}</del>").format(gone) if gone else ""
            right += Markup("<ins>{}</ins>").format(come) if come else ""
    return left, right
