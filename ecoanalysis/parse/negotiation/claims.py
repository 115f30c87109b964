"""What the words of a bracket are: names, acts on the text and small words – a claim – or words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.listed import BESIDE
from ecoanalysis.parse.negotiation.delegations import DelegationNames

AMENDING = ("delete", "keep", "replace", "add")
_SAYS = ("option", "reference", "office", "status", "remark", *AMENDING, "moves", "note", "denial", "fills")
SENDERS = frozenset({"name", "acronym", "office"})
_STRONG = SENDERS | {*AMENDING, "status", "remark", "note"}
_CLAIMED = _STRONG | {"option", "reference", "moves", "denial", "fills"}
_BETWEEN = frozenset({"comma", "plus", "semicolon", "dash", "colon"})
_SIGN = re.compile(
    r"(?P<colon>[:：])|(?P<semicolon>[;；])|(?P<comma>[,，、&^])|(?P<dash>[—–]{2}(?!$)|(?<=\s)[—–-]+(?=\s)|[—－])|"
    r"(?P<choice>[|｜]|/{2}|(?<=\s)[/／](?=\s)|／)|(?P<arrow>[=-]*>+|[→⇒]|(?<=\s)=(?=\s))|(?P<plus>[+*=]+|/)|(?P<less>[-–−]+)|(?P<stop>[.。](?=\s|$))"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|「[^「」]*」")
_GROUP = re.compile(
    r"[(（](?P<round>(?:[^()（）]|[(（][^()（）]*[)）])*)[)）]|[\[［【〔〖{｛<⟦](?P<square>[^\[\]［］【】〔〕〖〗{}｛｝<>⟦⟧]*)[\]］】〕〗}｝>⟧]"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """A part of what a bracket holds: its kind, its place, and its own parts where it is a bracket itself."""

    kind: str
    start: int
    end: int
    parts: tuple[Token, ...] = ()

    @property
    def is_claim(self) -> bool:
        """Whether it is none of the text's words."""
        return self.kind in _CLAIMED or (self.kind == "group" and is_claim(self.parts))


def read_tokens(text: str, language: str, begin: int = 0) -> tuple[Token, ...]:
    """Return the parts of what a bracket holds.

    Examples
    --------
    >>> [token.kind for token in read_tokens("EU to delete: fully (Mexico)", "en")]
    ['name', 'fills', 'delete', 'colon', 'word', 'group']
    """
    return tuple(_tokens(text, language, begin, len(text), DelegationNames(text, language)))


def _tokens(text: str, language: str, place: int, stop: int, names: DelegationNames) -> Iterator[Token]:
    while place < stop:
        if text[place].isspace():
            place += 1
            continue
        token = _sign(text, language, place, stop, names) or _claimed(text, language, place, names)
        if token is None:
            word = _char(text, place) if language_of(language).words_touch else _WORD.match(text, place)
            token = Token("word", *word.span()) if word else Token("word", place, place + 1)
        yield token
        place = token.end


def _char(text: str, place: int) -> re.Match[str] | None:
    """A word of a language whose words touch is a sign; of another's words beside it, the whole."""
    return _WORD.match(text, place) if text[place].isascii() else None


def _sign(text: str, language: str, place: int, stop: int, names: DelegationNames) -> Token | None:
    if quoted := _QUOTED.match(text, place, stop):
        return Token("quote", *quoted.span())
    if group := _GROUP.match(text, place, stop):
        inside = group.span("round") if group["round"] is not None else group.span("square")
        return Token("group", *group.span(), tuple(_tokens(text, language, *inside, names)))
    sign = _SIGN.match(text, place, stop)
    return Token(str(sign.lastgroup), *sign.span()) if sign else None


def _claimed(text: str, language: str, place: int, names: DelegationNames) -> Token | None:
    end = names.end(place)
    says = [match for form in _forms(language) if (match := form.match(text, place))]
    longest = max(says, key=lambda match: match.end(), default=None)
    if end and (longest is None or longest.end() <= end):  # CAN is Canada, DEL is none
        kind = "name" if names.is_delegation(place, end) else "acronym"
        if kind == "name" or longest is None or longest.end() < end:
            return Token(kind, place, end)
    return Token(str(longest.lastgroup), *longest.span()) if longest else None


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """What says that words are a claim, in a language and in the one that delegations write beside it."""
    forms = []
    for spoken in dict.fromkeys((language, BESIDE)):
        lexicon = language_of(spoken)
        kinds = "|".join(f"(?P<{kind}>{lexicon.pattern('structure', 'negotiating', 'says', kind)})" for kind in _SAYS)
        ends = "" if lexicon.words_touch else r"(?!\w)"
        forms.append(re.compile(rf"(?i:(?:{kinds}){ends})" if ends else rf"(?:{kinds})"))
    return tuple(forms)


def kinds_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The kinds of the parts, and of the parts of those that are brackets."""
    within = [kinds_of(token.parts) for token in tokens if token.kind == "group"]
    return frozenset().union({token.kind for token in tokens}, *within)


def is_claim(tokens: Sequence[Token]) -> bool:
    """Return whether nothing remains of what is written when names, acts and small words are taken away.

    Examples
    --------
    >>> is_claim(read_tokens("supported by Mexico", "en")), is_claim(read_tokens("lakes in Mexico", "en"))
    (True, False)
    """
    whole = all(token.is_claim or token.kind in _BETWEEN for token in tokens)
    return whole and bool(kinds_of(tokens) & (_STRONG - {"acronym"}))


def says_something(tokens: Sequence[Token]) -> bool:
    """Return whether a claim stands among what is written, whatever else does."""
    return bool(kinds_of(tokens) & (_STRONG | {"option"}))


def sender_of(text: str, tokens: Sequence[Token]) -> str | None:
    """Return who speaks: the first names that stand together.

    Examples
    --------
    >>> sender_of("US and EU (joined by Chad): yes", read_tokens("US and EU (joined by Chad): yes", "en"))
    'US and EU'
    """
    first = next((number for number, token in enumerate(tokens) if token.kind in SENDERS), None)
    if first is None:
        inner = (sender_of(text, token.parts) for token in tokens if token.kind == "group")
        return next((sender for sender in inner if sender), None)
    last = first
    for number in range(first + 1, len(tokens)):
        if tokens[number].kind in SENDERS:
            last = number
        elif tokens[number].kind not in (*_BETWEEN, "fills") or number > last + 1:
            break
    return text[tokens[first].start : tokens[last].end]
