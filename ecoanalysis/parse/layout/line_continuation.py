"""Whether a line goes on with the block above it or begins one: an ordered table of named rules, the first one settles.

What comes first is sure whatever the page looks like; what comes last reads the look of the page alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from ecoanalysis.parse.layout.blocks_so_far import Gathered
from ecoanalysis.parse.layout.line_look import Look, closed_up
from ecoanalysis.parse.layout.lines import BARE_NUMBER, Line, ends_in_mark, last_sign
from ecoanalysis.parse.patterns import Patterns

_AND = re.compile(r"[;；]\s*\w{1,3}$|[,，]\s*(?a:\w{1,3})$")  # …; and
# shares of the width that a line has at most, where it was ended on purpose: no stop ends it, a stop does, a heading
_EARLY, _STOPPED, _HEADING = 0.62, 0.86, 0.9
_STOPS = ",;.，；、。"
_CLOSING = "》〉」』”’）】〕»"  # what closes a title, a quotation or a bracket
_COLONS = ":："
_CITED = re.compile(r"\d{1,3}/\d{1,3}\b|\d{1,2} [^\W\d]+ \d{4}")  # 40/16 of 22 March; 6 October 2020 and
_LISTED = ("abcdefghijklmnopqrstuvwxyz", "一二三四五六七八九十")
_SURELY = 8  # columns: four signs that had room in the line above
_NO_GAP = 3  # characters between two lines: the line's end, a space
_ONE_LINE = 1.1  # widths that pieces of one printed line have together, at most


@dataclass(frozen=True)
class Joint:
    """A line and the lines of the block above it."""

    gathered: Gathered
    block: Sequence[Line]
    line: Line

    @property
    def look(self) -> Look:
        return self.gathered.look

    @property
    def patterns(self) -> Patterns:
        return self.gathered.patterns

    @property
    def last(self) -> Line:
        return self.block[-1]

    @property
    def ending(self) -> str:
        """The last sign above the line, but for the mark of a note."""
        return last_sign(self.last.text)

    @property
    def ended(self) -> bool:
        """Whether the block above ends as paragraphs do."""
        return self.ending in self.patterns.terminal

    @property
    def closed(self) -> bool:
        """Whether it ends as operative paragraphs do."""
        return self.ending in self.patterns.operative_end

    def is_short(self, share: float) -> bool:
        return self.look.is_short(self.last, self.line, share, self._cut_off)

    @property
    def _cut_off(self) -> int:
        """The columns of a printed line that a tool has cut at the marks of notes, before its last piece."""
        upwards = pairwise(reversed(self.block))
        if row := [last for line, last in takewhile(lambda pair: self.look.is_spread(*pair), upwards)]:
            return sum(word.columns + 1 for word in row)
        pieces = sum(piece.columns for piece in takewhile(ends_in_mark, islice(reversed(self.block), 1, None)))
        pieces = pieces or self._piece_above
        return pieces if pieces + self.last.columns < _ONE_LINE * self.look.width else 0

    @property
    def _piece_above(self) -> int:
        """The columns of a line above the last one that ended early: where both fill one line, a tool has cut it."""
        above, width = self.block[-2:-1], self.look.width
        if not above or not self.look.is_short(above[0], self.last, _HEADING):
            return 0
        return above[0].columns + 1 if above[0].columns + self.last.columns > _STOPPED * width else 0


Rule = Callable[[Joint], bool | None]
"""Whether the line begins a block; None where the rule does not tell."""


def begins_block(gathered: Gathered, line: Line) -> bool:
    """Return whether a line begins a block, below those gathered so far.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> look = Look(read_text("The General Assembly,\\n1. Requests a report;\\n2. Decides\\nto go on."))
    >>> gathered = Gathered(look)
    >>> gathered.opened, gathered.blocks[:] = True, [[look.lines[0]], [look.lines[1]]]
    >>> begins_block(gathered, look.lines[2])
    True
    """
    return _begins(Joint(gathered, gathered.blocks[-1], line))


def _begins(joint: Joint) -> bool:
    return next(begins for rule in RULES.values() if (begins := rule(joint)) is not None)


# --- marks and hyphens ------------------------------------------------------------------------------------------------


def _is_mark(joint: Joint, line: Line) -> bool:
    """Whether a line is the mark of a note that the pages state: it found no room behind its word."""
    stated = line.text in joint.look.note_numbers
    return stated and joint.gathered.opened and bool(BARE_NUMBER.fullmatch(line.text))


def _mark_first(joint: Joint) -> bool | None:
    """A line that begins with the mark of a note in brackets, which stands behind the last word of the line above."""
    called = joint.line.start in joint.look.called_at and joint.patterns.bracketed.match(joint.line.text)
    return False if called and joint.gathered.opened else None


def _a_mark(joint: Joint) -> bool | None:
    """Behind a paragraph's end no gap parts it from its word."""
    if not _is_mark(joint, joint.line):
        return None
    return False if not joint.closed or joint.line.start - joint.last.end <= _NO_GAP else None


def _behind_a_mark(joint: Joint) -> bool | None:
    """Behind a mark on a line of its own, what stands above it tells."""
    if not _is_mark(joint, joint.last) or len(joint.block) < 2:
        return None
    above = Joint(joint.gathered, joint.block[:-1], joint.line)
    if above.ended and joint.look.gaps_part and joint.look.has_gap(joint.last, joint.line):
        return True
    return above.ended and not joint.look.continues(joint.line) and _begins(above)


def _spread_words(joint: Joint) -> bool | None:
    """Words of one line that a tool has set on lines of their own, since they stand wide apart."""
    spread = joint.gathered.opened and joint.look.is_spread(joint.last, joint.line)
    begins = joint.look.has_opening(joint.line) or joint.look.is_entry(joint.line)
    return False if spread and not (joint.ended and begins) else None


def _hyphen(joint: Joint) -> bool | None:
    return False if joint.look.wrapped and joint.look.hyphens.at_end(joint.last.text, joint.line.text) else None


# --- texts that are not wrapped, and page heads -----------------------------------------------------------------------


def _unwrapped(joint: Joint) -> bool | None:
    """A paragraph a line, but for a label that stands alone and the few lines that go on below."""
    if joint.look.wrapped:
        return None
    goes_on = joint.gathered.opened and not joint.ended and _completes(joint)
    return not (goes_on or _is_label(joint))


def _completes(joint: Joint) -> bool:
    """Whether, where few lines are wrapped, a line is the rest of a paragraph: it begins nothing and ends one."""
    look, patterns, line = joint.look, joint.patterns, joint.line
    if look.continues(line):
        return True
    alone = (patterns.point, patterns.heading, patterns.organ, patterns.closing)
    begins = look.looks_begun(line) or any(label.match(line.text) for label in alone)
    return look.looks_begun(joint.block[0]) and not begins and last_sign(line.text) in patterns.terminal


def _is_label(joint: Joint) -> bool:
    """Whether a number or a point's label stands alone on the line above."""
    text = joint.last.text
    return bool(joint.patterns.number.fullmatch(text) or joint.patterns.point.fullmatch(text))


def _next_title(joint: Joint) -> bool | None:
    """The title of another resolution, behind the closing of the one before: its head begins."""
    if joint.patterns.title.match(joint.line.text) and joint.patterns.closing.fullmatch(joint.last.text):
        joint.gathered.opened = False
    return None


def _head(joint: Joint) -> bool | None:
    """In a page's head, every line stands for itself."""
    return None if joint.gathered.opened else True


# --- labels and lines that are blocks of their own --------------------------------------------------------------------


def _behind_a_label(joint: Joint) -> bool | None:
    return False if _is_label(joint) else None


def _number_due(joint: Joint) -> bool | None:
    if not joint.gathered.numbers(joint.line):
        return None
    return True if joint.ended or joint.is_short(_EARLY) or _opens_behind_number(joint) else None


def _number_left_out(joint: Joint) -> bool | None:
    """A number that leaves out others, behind a finished paragraph and before words that open the next."""
    if not joint.closed or not joint.gathered.has_numbers:
        return None
    return True if _opens_behind_number(joint) else None


def _opens_behind_number(joint: Joint) -> bool:
    number = joint.patterns.number.match(joint.line.text)
    return bool(number and joint.patterns.opening.match(joint.line.text, number.end()))


def _formula(joint: Joint) -> bool | None:
    """The formula stands alone; its words below a full line that no stop ends are the rest of a paragraph's."""
    organ = joint.patterns.organ
    begun = joint.gathered.opened and joint.look.looks_begun(joint.block[0]) and not organ.fullmatch(joint.last.text)
    if begun and not joint.ended and not joint.is_short(_HEADING) and organ.fullmatch(joint.line.text):
        return False
    return True if organ.fullmatch(joint.line.text) or organ.fullmatch(joint.last.text) else None


def _annex(joint: Joint) -> bool | None:
    return _alone(joint, joint.patterns.annex)


def _heading(joint: Joint) -> bool | None:
    return _alone(joint, joint.patterns.heading)


def _alone(joint: Joint, label: re.Pattern[str]) -> bool | None:
    """A line of its own: what stands below it begins a block, and it does behind a finished paragraph."""
    begins = label.fullmatch(joint.last.text) or (joint.ended and label.fullmatch(joint.line.text))
    return True if begins else None


def _entry(joint: Joint) -> bool | None:
    if not joint.look.is_entry(joint.line):
        return None
    if _is_listed_inside(joint):
        return False
    last = joint.last.text
    return True if joint.ended or _AND.search(last) or joint.patterns.closing.fullmatch(last) else None


def _is_listed_inside(joint: Joint) -> bool:
    """Whether a point stands in a list within a sentence: the one before it does in the same block.

    A stop stands before that, or it begins with the same word: (a) to take note; and (b) to consider.
    """
    label = joint.patterns.point.match(joint.line.text)
    mark = label[0].strip("()（） ") if label else ""
    before = next((order[place - 1] for order in _LISTED if (place := order.find(mark)) > 0 and len(mark) == 1), "")
    words = " ".join(line.text for line in joint.block) if before else ""
    if not before or label is None or words[1:2] == before:
        return False
    first = joint.line.text[label.end() :].partition(" ")[0]
    stopped = rf"[;；:：,，] ?(?:\w{{1,3}} )?[(（]{before}[)）]"
    alike = rf"[^\W\d] ?[(（]{before}[)）] ?{re.escape(first)}\b" if first else stopped
    return re.search(f"{stopped}|{alike}", words) is not None


def _sign_first(joint: Joint) -> bool | None:
    """A line that a tool has cut before a comma or a stop, or before what closes a title or a quotation."""
    return False if joint.line.text[0] in _STOPS + _CLOSING and joint.gathered.opened else None


def _number_cited(joint: Joint) -> bool | None:
    """A resolution's number and a date, in a list of them: no recital begins so."""
    return False if joint.gathered.is_in_preamble and _CITED.match(joint.line.text) else None


def _cut_by_a_mark(joint: Joint) -> bool | None:
    """A tool that ends a line at every mark ended the last one: its printed line goes on, or is full."""
    if not joint.look.marks_end_lines:
        return None
    *above, last = joint.block
    marked = ends_in_mark(last)
    if joint.closed:
        goes_on = marked and joint.line.text[0].islower() and not joint.patterns.point.match(joint.line.text)
        return False if goes_on else None
    pieces = [*takewhile(ends_in_mark, reversed(above))]
    full = last.columns + sum(piece.columns for piece in pieces) > 0.8 * joint.look.width
    return False if (marked or (pieces and full)) and not _opens(joint) else None


# --- below a line that no stop ends -----------------------------------------------------------------------------------


def _below_a_heading(joint: Joint) -> bool | None:
    if joint.ended or not joint.gathered.is_heading([*joint.block]):
        return None
    line, look = joint.line, joint.look
    if look.gaps_part_all and not look.has_gap(joint.last, line) and not look.turns(joint.last, line):
        return None  # 支持湖区各国…: a recital that begins as none does, its lines hanging
    alike = not look.by_indent and line.indent == joint.last.indent  # all lines of a paragraph may be set in
    if joint.gathered.numbers(line) or (line.indent > 0 and not line.page_start and not alike):
        return True
    signed = joint.patterns.heading.fullmatch(joint.gathered.blocks[-2][-1].text)
    return True if look.has_opening(line) and (signed or joint.is_short(_HEADING)) else None


def _small_letter(joint: Joint) -> bool | None:
    return False if not joint.ended and joint.look.continues(joint.line) else None


def _set_in_unended(joint: Joint) -> bool | None:
    """A point whose lines all stand in has no end yet."""
    if joint.ended or not joint.look.by_indent:
        return None
    begins = joint.gathered.starts(joint.line) or not joint.look.is_labelled(joint.block[0])
    return joint.line.indent > 0 and begins


def _unended(joint: Joint) -> bool | None:
    return None if joint.ended else joint.is_short(_EARLY)


# --- below a line that a stop ends ------------------------------------------------------------------------------------


def _closing(joint: Joint) -> bool | None:
    full_stop = joint.ending in joint.patterns.full_stop
    return True if full_stop and joint.patterns.closing.fullmatch(joint.line.text) else None


def _set_in(joint: Joint) -> bool | None:
    """Indents tell: but a small letter begins nothing behind a comma, words stand out below the last point, and what
    opens a paragraph does so below a line that ended early.

    At the head of a page that has few lines nobody knows its margin: there a line that ended early tells.
    """
    look, line = joint.look, joint.line
    if not look.by_indent:
        return None
    if not joint.closed and line.text[0].islower():
        return False
    if joint.is_short(_EARLY if joint.closed else _STOPPED) and (joint.closed or look.has_opening(line)):
        return True
    turned = look.turns(joint.last, line) and look.looks_begun(line)
    return line.indent > 0 or (turned and (look.set_apart or joint.is_short(_STOPPED)))


def _apart(joint: Joint) -> bool | None:
    """Where empty lines part the paragraphs of a text, they tell; not where a page ends."""
    look, last, line = joint.look, joint.last, joint.line
    if not look.gaps_part or line.page_start or look.turns(last, line) or look.is_lifted_between(last, line):
        return None
    if look.is_beside_spread(last, line):
        return None
    return True if look.has_gap(last, line) else False if look.gaps_part_all else None


def _numbered_and_unfinished(joint: Joint) -> bool | None:
    """A numbered paragraph, and a point of it, ends with a full stop or a semicolon: a comma stands inside it."""
    first = joint.gathered.numbered.get(len(joint.gathered.blocks) - 1, joint.block[0])
    listed = joint.gathered.has_numbers and joint.patterns.point.match(first.text)
    if not (listed or joint.patterns.number.match(first.text)) or not joint.gathered.opened or joint.closed:
        return None
    alone = (joint.patterns.annex, joint.patterns.heading, joint.patterns.closing)
    begins = joint.look.looks_begun(joint.line) or any(label.match(joint.line.text) for label in alone)
    return False if joint.ended or not begins else None


def _small_letter_behind_a_comma(joint: Joint) -> bool | None:
    return False if not joint.closed and joint.look.continues(joint.line) else None


def _quotation(joint: Joint) -> bool | None:
    goes_on = joint.look.is_quoting([*joint.block]) and not joint.look.looks_begun(joint.line)
    return False if goes_on else None


def _ended_early(joint: Joint) -> bool | None:
    look, block = joint.look, [*joint.block]
    fill = None if joint.gathered.has_numbers or look.indented else look.fill
    room = fill.room_behind(joint.block, joint.line) if fill else None
    loose = room >= 0 if room is not None else look.is_loose(block, joint.line)
    early = joint.is_short(_STOPPED) or look.is_indented(joint.line, block) or loose
    if not early:
        return None
    sure = joint.is_short(_EARLY) or (room or 0) > _SURELY
    if not sure and joint.gathered.is_in_preamble and not (_has_opening(joint) or look.is_entry(joint.line)):
        joint.gathered.uncertain_openings.append(joint.line)  # no recital is known to begin so
    return True


def _first_line(joint: Joint) -> bool | None:
    """In the preamble, a line that is full but for an indent begins a paragraph; one that is full goes on."""
    fill = None if joint.gathered.has_numbers else joint.look.fill
    set_in, below = fill.is_set_in(joint.line) if fill else None, joint.look.below(joint.line)
    unsure = fill and set_in and below and not _has_opening(joint) and fill.is_cut_early(joint.line, below)
    return None if unsure else set_in


def _no_opening(joint: Joint) -> bool | None:
    return None if _opens(joint) else False


def _opens(joint: Joint) -> bool:
    """Whether, in the preamble, the line begins as paragraphs do; only asked where no indent tells."""
    look, line = joint.look, joint.line
    if (look.indented and not (line.page_start and line.indent)) or joint.gathered.has_numbers:
        return False
    return _has_opening(joint)


def _has_opening(joint: Joint) -> bool:
    opens = joint.look.has_opening(joint.line)
    return opens or any(map(joint.patterns.participle.match, closed_up(joint.line.text, 1)))


def _opens_below_a_full_line(joint: Joint) -> bool | None:
    """Below a full line only the words of a line that begins as paragraphs do can tell whether it begins one.

    A paragraph that begins with *also* follows one that begins with the same verb: so the next one may tell.
    """
    look, line, patterns = joint.look, joint.line, joint.patterns
    if patterns.never_opens.match(line.text):
        return False
    if joint.ending in _COLONS and look.has_opening(joint.block[0]) and not look.has_gap(joint.last, line):
        joint.gathered.uncertain_openings.append(line)
        return False  # a recital ends with a comma; behind a colon stands a title, or a point
    resumed, verb, head = look.resumed(line), look.verb(line), look.verb(joint.block[0])
    if resumed and resumed in (verb, head):
        if len(joint.block) == 1 and not patterns.word_space and resumed == verb:
            joint.gathered.uncertain_openings.append(line)  # its first line may as well end with a clause
        return resumed == verb
    seldom = bool(patterns.seldom_opens.match(line.text))
    if seldom or patterns.mostly_opens.match(line.text) or _fills_one_line(joint):
        joint.gathered.uncertain_openings.append(line)
    return not seldom


def _fills_one_line(joint: Joint) -> bool:
    """Whether the paragraph above would fill one line to the last sign, where lines break at any character."""
    measured = len(joint.block) == 1 and joint.look.fill is not None
    return measured and bool(joint.patterns.often_opens.match(joint.line.text))


RULES: dict[str, Rule] = {
    "a mark at the head of a line": _mark_first,
    "a mark on a line of its own": _a_mark,
    "behind a mark on a line of its own": _behind_a_mark,
    "words set wide apart": _spread_words,
    "a hyphen ends the line above": _hyphen,
    "a paragraph a line": _unwrapped,
    "the title of the next resolution": _next_title,
    "a line of a page's head": _head,
    "behind a label alone": _behind_a_label,
    "the number that is due": _number_due,
    "a number that leaves out others": _number_left_out,
    "the organ's formula": _formula,
    "an annex": _annex,
    "a heading with a sign": _heading,
    "a point": _entry,
    "a stop or a closing sign at the head of a line": _sign_first,
    "a number or a date that is cited": _number_cited,
    "a line that a mark has cut": _cut_by_a_mark,
    "below a heading": _below_a_heading,
    "a small letter, no stop above": _small_letter,
    "set in, no stop above": _set_in_unended,
    "a numbered paragraph without its end": _numbered_and_unfinished,
    "no stop above": _unended,
    "the closing": _closing,
    "an empty line": _apart,
    "set in": _set_in,
    "a small letter behind a comma": _small_letter_behind_a_comma,
    "inside a quotation": _quotation,
    "the line above ended early": _ended_early,
    "as long as first lines are": _first_line,
    "no opening": _no_opening,
    "an opening below a full line": _opens_below_a_full_line,
}
