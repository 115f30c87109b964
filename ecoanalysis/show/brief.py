"""The brief on one screen of a terminal: what is lost, asked anew, changed for a party, reworded, answered, due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import get_args

from ecoanalysis.compare.brief import count_changes, doubt_of, of_model
from ecoanalysis.compare.brief.summary import cut_short, paragraph_name
from ecoanalysis.compare.drafts.proposals import proposal_rows, row_name
from ecoanalysis.lexicon import SPOKEN, language_of
from ecoanalysis.lexicon.labels import Labels, interface_of, labels
from ecoanalysis.model.brief import Brief, BriefDue, BriefLine, ChangeCount, NearRequest, RequestCheck, Section
from ecoanalysis.model.comparison import Comparison, Link, LinkType
from ecoanalysis.model.negotiation import NegotiatedParagraph
from ecoanalysis.model.resolution import Adoption, Diagnostic
from ecoanalysis.show.wrapping import cell_len, wrapped

# Sections in order of reading; recitals come behind all else.
SECTIONS = tuple(section for section in get_args(Section) if section != "recitals")
# Characters of each side of a change, and of what only moved; where words touch, half as many. The JSON has all.
_SIDE, _SHORT = 240, 80
_FEW = 4  # checks, citations and diagnostics that a screen has room for
_DUES = 8  # what falls due at one time is one row
_HEAD, _PLACE, _NARROW = 21, 12, 20  # widest and narrowest columns
_QUOTED = 90  # characters of a request


def print_brief(comparison: Comparison, brief: Brief, changes: str | None = None) -> None:
    """Print the brief, in the texts' language if we speak it: what each change is, where, and its words, wrapped."""
    from rich.console import Console
    from rich.text import Text

    say = labels(interface_of(comparison.new.language))
    console = Console(highlight=False)
    sides = (
        f"{edition.symbol or say('redline.draft')} ({edition.adopted_on or say('brief.no_date')})"
        for edition in (comparison.old, comparison.new)
    )
    console.print(Text("  →  ".join(dict.fromkeys(sides))))
    if of_model(comparison):
        console.print(Text(say("brief.model"), style="bold"))
    if changes:
        console.print(Text(say("brief.changes", side=changes_words(changes, say))))
    counts = count_changes(comparison, brief)
    counted = (f"{say(f'change.{count.type}')} {counted_words(count, say)}" for count in counts)
    for line in wrapped(say("brief.counts", counts=" · ".join(counted)), console.width):
        console.print(Text(line, style="dim"))
    for line in _columns([*brief_rows(brief, say)], console.width):
        console.print(Text(line))


def counted_words(count: ChangeCount, say: Labels) -> str:
    """Return how many paragraphs change in one way, and of how many that is not certain, or settled by time."""
    words = doubts_counted(count, say)
    return say("brief.counted", count=count.paragraphs, words=words) if words else str(count.paragraphs)


def doubts_counted(count: ChangeCount, say: Labels) -> str:
    """Return of how many paragraphs of a count it is not certain, or settled by time; nothing where of none."""
    doubts = (("unsure", count.unsure), ("settled", count.settled))
    return say.join(say(f"brief.counted_{name}", count=number) for name, number in doubts if number)


def change_name(brief: Brief, link: Link, type: LinkType, say: Labels) -> str:
    """Return what a change of a link is called: with it, that it is not certain, settled by time, or counted nowhere.

    Examples
    --------
    >>> from ecoanalysis.compare.brief import make_brief
    >>> from ecoanalysis.lessons import open_lesson
    >>> pair = open_lesson(6, "en").pair
    >>> brief, dropped = make_brief(pair), next(link for link in pair.links if link.base == "dropped")
    >>> change_name(brief, dropped, "dropped", labels("en"))
    'dropped (perhaps)'
    """
    doubt = doubt_of(brief, link, type) if type in link.counted else "one_language"
    return say(f"change.{type}") + (say.bracketed(say(f"doubt.is_{doubt}")) if doubt else "")


def _columns(rows: Sequence[tuple[str, str, str]], width: int) -> Iterator[str]:
    """Rows in columns: what has no room goes on below; a head that the row above has stands once."""
    widest = (max((cell_len(row[column]) for row in rows), default=0) for column in range(2))
    first, second = (min(most, wide) + (wide > 0) for most, wide in zip((_HEAD, _PLACE), widest, strict=True))
    room = max(_NARROW, width - first - second)
    above = ""
    for head, where, words in rows:
        lines = [line for part in words.split("\n") for line in wrapped(part, room)]
        cells = wrapped("" if head == above else head, first - 1), wrapped(where, second - 1), lines
        for parts in zip_longest(*cells, fillvalue=""):
            yield (_set(parts[0], first) + _set(parts[1], second) + parts[2]).rstrip()
        above = head


def _set(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def brief_rows(brief: Brief, say: Labels) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the brief: what it is, where it stands, and in which words; what has no room is counted."""
    for section in SECTIONS:
        yield from _section(brief, section, say)
    yield from _with_room("due", [*_dues(brief.dues, say)], _DUES, say)
    for name, adoption in (("adoption", brief.adoption), ("new_adoption", brief.new_adoption)):
        if adoption:
            yield say(f"brief.{name}"), "", adoption_words(adoption, say)
    for check in brief.checks[:_FEW]:
        yield say("brief.check"), paragraph_name(check.paragraph, say), check_words(check, say)
        if check.nearest:
            yield (
                say("brief.nearest"),
                paragraph_name(check.paragraph, say),
                say.join(_near_words(near, say) for near in check.nearest),
            )
    alone = [
        paragraph_name(check.paragraph, say)
        for check in brief.checks[:_FEW]
        if check.understood and check.nearest == ()
    ]
    if alone:
        yield say("brief.nearest"), say.join(dict.fromkeys(alone)), say("brief.none_near")
    if len(brief.checks) > _FEW:
        yield say("brief.check"), "", say("brief.more", count=len(brief.checks) - _FEW)
    cited = [(paragraph_name(each.paragraph, say), f"{each.symbol} < {each.later}") for each in brief.superseded]
    yield from _with_room("superseded", cited, _FEW, say)
    if brief.old_extent != brief.new_extent:
        old, new = brief.old_extent, brief.new_extent
        change = round(100 * (new.words - old.words) / max(1, old.words))
        words = say(
            "brief.extent",
            paragraphs=new.paragraphs,
            words=new.words,
            change=f"{change:+d}" if change else "0",
        )
        yield say("brief.length"), "", words
    yield from _with_room("reading", [("", reading_words(each, say)) for each in brief.diagnostics], _FEW, say)
    yield from _section(brief, "recitals", say)


def _section(brief: Brief, section: Section, say: Labels) -> Iterator[tuple[str, str, str]]:
    for line in brief.lines:
        if line.section == section:
            yield _head(line, say), places(line.old, line.new, say), _words(line, say)


def _with_room(name: str, rows: Sequence[tuple[str, str]], room: int, say: Labels) -> Iterator[tuple[str, str, str]]:
    yield from ((say(f"brief.{name}"), *row) for row in rows[:room])
    if len(rows) > room:
        yield say(f"brief.{name}"), "", say("brief.more", count=len(rows) - room)


def _dues(dues: Sequence[BriefDue], say: Labels) -> Iterator[tuple[str, str]]:
    """Where and what falls due: one row for all of one kind and time."""
    alike: dict[str, list[str]] = {}
    for due in dues:
        alike.setdefault(due_words(due, say), []).append(paragraph_name(due.paragraph, say))
    for words, ids in alike.items():
        ids = [*dict.fromkeys(ids)]
        several = say("brief.paragraphs", ids=say.join(ids), count=len(ids)) if len(ids) > 1 else ""
        yield ids[0] + ("…" if several else ""), f"{words}; {several}" if several else words


def print_proposals(rows: Sequence[NegotiatedParagraph], language: str) -> None:
    """Print what is proposed for each paragraph of a negotiating text, and what it would do."""
    from rich.console import Console
    from rich.text import Text

    say = labels(interface_of(language))
    console = Console(highlight=False)
    if any(row.proposals for row in rows):
        console.print(Text(f"\n{say('proposal.title')}", style="bold"))
    for row in rows:
        for who, what, words, status in proposal_rows(row, say):
            short = cut_short(words, _SIDE // (2 if language_of(say.language).words_touch else 1), say.language)
            proposal = say("proposal.line" if who else "proposal.unnamed", who=who, what=what, words=short)
            stands = say.bracketed(status) if status and status != say("proposal.proposed") else ""
            for line in _columns([("", row_name(row, say), proposal + stands)], console.width):
                console.print(Text(line))


def changes_words(changes: str, say: Labels) -> str:
    """Return which side of tracked changes was read.

    Examples
    --------
    >>> changes_words("rejected against accepted", labels("en"))
    'rejected against accepted'
    """
    return say(f"settled.{changes.replace(' ', '_')}")


def _near_words(near: NearRequest, say: Labels) -> str:
    return f"{near.symbol} {paragraph_name(near.paragraph, say)} ({' '.join(filter(None, (near.verb, near.act_verb)))})"


def _words(line: BriefLine, say: Labels) -> str:
    """The words of a line behind who changed them; below them why it is not certain that they are lost.

    Of a long change the first words stand, of both its sides: no change hides behind another.
    """
    room = (_SHORT if line.section == "moved" else _SIDE) // (2 if language_of(say.language).words_touch else 1)
    words = "; ".join(
        " → ".join(cut_short(side, room, say.language) for side in change.split(" → "))
        for change in line.words.split("; ")
    )
    if line.section == "proposed":
        who = say.join(line.by) or say("proposal.nobody")
        return say("proposal.line", who=who, what=say(f"proposal.{line.effect}"), words=words)
    words = f"{', '.join(line.by)}: {words}" if line.by else words
    return f"{words}\n({doubt_words(line, say)})" if line.section in ("unsure", "doubtful") and line.reason else words


def doubt_words(line: BriefLine, say: Labels) -> str:
    """Return why it is not certain that something is lost; nothing where it is.

    Examples
    --------
    >>> doubt_words(BriefLine("unsure", "dropped", ("7",), ("9",), "Urges States", "elsewhere"), labels("en"))
    'para. 9 may say the same in other words'
    """
    where = say.join(say("doubt.place", id=paragraph_name(id, say)) for id in line.new)
    return say(f"doubt.{line.reason}", place=where, count=len(line.old)) if line.reason else ""


def due_words(due: BriefDue, say: Labels) -> str:
    """Return what falls due and when, and whether that is past."""
    when = _when(due.session, due.date, say) or due.due or ""
    before = _when(due.old_session, due.old_date, say)
    was = f" ({say('brief.before', when=before)})" if before else ""
    whose = f"{', '.join(due.by)}: " if due.by else ""
    return f"{whose}{say(f'obligation.{due.kind}')}: {when}{was}" + (f" – {say('brief.past')}" if due.past else "")


def _when(session: int | None, date: str | None, say: Labels) -> str:
    return say("brief.session", number=session) if session else date or ""


def reading_words(diagnostic: Diagnostic, say: Labels) -> str:
    """Return what is doubtful in a reading: as the reader says it, in another language by its kind and what it quotes.

    Examples
    --------
    >>> doubt = Diagnostic("warning", "table-left-out", "a table is no paragraph, and is left out: “Lake 10”", 0, 7)
    >>> reading_words(doubt, labels("zh"))
    '有表格不作段落，未读入：“Lake 10”'
    """
    kind = f"reading.{diagnostic.code}"
    if say.language == SPOKEN or kind not in say.entries:
        return diagnostic.message
    quoted = re.findall("“[^”]*”", diagnostic.message)
    return "：".join([say(kind), *([say.join(quoted)] if quoted else [])])


def adoption_words(adoption: Adoption, say: Labels) -> str:
    """Return how an edition was adopted, with the counts where there are any.

    Examples
    --------
    >>> adoption_words(Adoption("recorded vote", 120, 3, 40), labels("en"))
    'recorded vote 120–3–40'
    """
    counts = [count for count in (adoption.yes, adoption.no, adoption.abstain) if count is not None]
    return " ".join([say(f"adoption.{adoption.mode}"), "–".join(map(str, counts))]).strip()


def check_words(check: RequestCheck, say: Labels) -> str:
    """Return what a new request would mean; of what was not understood only that."""
    request = cut_short(check.words or "", _QUOTED // (2 if language_of(say.language).words_touch else 1), say.language)
    if not check.understood:
        return f"{say('brief.not_understood')}: {request}"
    if check.comes_back:
        back = f"{say(f'obligation.{check.comes_back}')} {_when(check.session, check.date, say)}".strip()
        back = say("brief.whole_matter", back=back) if check.whole_matter else back
    else:
        back = say("brief.no_end")
    resources = check.resources or say("brief.no_resources")
    asks = [say(f"brief.{product}") for product in check.products]
    return "; ".join([", ".join(check.parties), back, resources, *asks]) + f" | {request}"


def _head(line: BriefLine, say: Labels) -> str:
    if line.section not in ("lost", "parties", "reworded", "answered", "recitals"):
        return say(f"brief.{line.section}")
    if line.section == "recitals":
        return say("brief.recital", change=say(f"change.{line.type}"))
    return say(f"change.{line.type}")


def places(old: Sequence[str], new: Sequence[str], say: Labels) -> str:
    """Return where a change stands: one id where both editions have the paragraph under it.

    Examples
    --------
    >>> en = labels("en")
    >>> places(["7"], ["9"], en), places(["7"], ["7"], en), places([], ["3"], en)
    ('7 → 9', '7', '3')
    """
    sides = (", ".join(paragraph_name(id, say) for id in side) for side in (old, new))
    return " → ".join(dict.fromkeys(filter(None, sides)))
