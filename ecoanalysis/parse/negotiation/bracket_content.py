"""What a bracket of a negotiating text says: who proposes what about which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ecoanalysis.lexicon import language_of
from ecoanalysis.parse.negotiation.claims import (
    AMENDING,
    SENDERS,
    Token,
    is_claim,
    kinds_of,
    read_tokens,
    says_something,
    sender_of,
)
from ecoanalysis.parse.negotiation.positions import Position, read_positions
from ecoanalysis.parse.patterns import patterns

_ASIDE = 4  # words of no claim that can stand before a colon beside one
_QUOTES = dict(zip('“"«「', '”"»」', strict=True))
_REACH = 240  # characters at each end of a bracket that can say whose it is
_BETWEEN_COLONS = 8  # words between two colons before the text's
_CLAIM = 90  # characters that can say who wants what
_ENDS = ("colon", "semicolon", "stop")
_APART = ("dash", "choice", "arrow", "semicolon", "comma")
_SIGNS = "+-–−"
_WISHED = ("moves", "denial", *AMENDING)
_BARE = frozenset({"name", "acronym", "office", "fills", "comma", "plus", "group"})
_WEAK = {"add": 1, "guess": 2}  # what is said beside another act says less
_SPEAKS = ("name", "office", "status", "remark")


@dataclass(frozen=True, slots=True)
class BracketContent:
    """What a bracket says: ``action`` is add, delete, keep, replace, exchange, note, guess, or none if it holds words.

    A guess is that what stands before a colon, whatever it says, is none of the words.

    ``start`` and ``end`` are the place of the words that it is about, inside the bracket.
    """

    action: str | None
    proposer: str | None
    start: int
    end: int
    others: tuple[Position, ...] = field(default=(), repr=False)
    """What others say of the words, or offer for them."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who wants what, before or behind words: ``place`` is where the words begin, or end."""

    place: int
    action: str | None
    sender: str | None
    end: int | None = None
    """Where the words end, if what stands before them says so."""
    offers: bool = False
    """Whether other words stand behind it."""


def read_proposal(inside: str, language: str) -> BracketContent:
    """Return what the words inside a bracket say.

    What remains when delegations, acts on the text and the small words between them are taken away is the text's.

    Examples
    --------
    >>> read_proposal("EU: add strongly", "en")
    BracketContent(action='add', proposer='EU', start=8, end=16)
    >>> read_proposal("Mexico to delete: fully", "en").action, read_proposal("fully (CUB)", "en").proposer
    ('delete', 'CUB')
    >>> both = read_proposal("fully – EU; Chad: delete", "en")
    >>> both.action, both.proposer, [(other.act, other.sender) for other in both.others]
    (None, 'EU', [('delete', 'Chad')])
    >>> read_proposal("fully; Chad reserves", "en").proposer
    >>> read_proposal("Member States", "en")
    BracketContent(action=None, proposer=None, start=0, end=13)
    """
    tokens = read_tokens(inside[:_REACH], language)
    head = _whole(inside, tokens, language) or _head(inside, tokens, language)
    begin = head.place if head else 0
    if head and not inside[begin:].strip():
        positions = _signed(read_positions(inside, language))
        content = BracketContent(head.action or "note", head.sender, len(inside), len(inside))
        return _by_each(content, positions, None) if head.action in (None, "note", "delete") else content
    tail = _tail(inside, tokens, begin, language) if not (head and head.end) else None
    end = tail.place if tail else (head and head.end) or len(inside)
    claims = [claim for claim in (head, tail) if claim]
    actions = [claim.action for claim in claims if claim.action and claim.action != "keep"]
    action = min(actions, key=lambda action: _WEAK.get(action, 0), default=None)
    sender = next((claim.sender for claim in claims if claim.sender), None)
    if begin and inside[begin - 1] in _SIGNS:
        end = begin + len(inside[begin:end].rstrip(f"{_SIGNS} "))
    content = BracketContent(action, sender, *_trimmed(inside, begin, end, quoted=bool(claims)))
    if not tail or tail.place >= len(inside):
        return content
    if tail.offers and (offered := _offered(inside, tail.place + 1, language)):
        return replace(content, others=offered)
    positions = _signed(read_positions(inside, language, tail.place))
    if head and head.sender:
        return replace(content, others=positions)
    return _by_each(content, positions, head.action if head else None)


def _signed(positions: Sequence[Position]) -> tuple[Position, ...]:
    return tuple(each for each in positions if each.sender or each.act == "remark")


def _by_each(content: BracketContent, positions: Sequence[Position], asked: str | None) -> BracketContent:
    """The bracket as proposed by the first who proposes its words, or wants them to stand, and what the others say."""
    order = [act for act in ("add", "keep", "delete") for each in positions if each.act == act]
    if not positions:
        return content
    first = next((each for each in positions if order and each.act == order[0]), None)
    sender = first.sender if first else None
    others = tuple(each for each in positions if each is not first)
    action = content.action if content.action != "delete" else None
    action = asked or (first.act if first and first.act in ("keep", "delete") else action)
    return replace(content, action=action, proposer=sender, others=others)


def _offered(inside: str, place: int, language: str) -> tuple[Position, ...]:
    """The other words that stand behind a sign: ``; Mexico: partly``."""
    offer = read_proposal(inside[place:], language)
    if offer.action in ("delete", "note", "keep", "exchange") or offer.start == offer.end:
        return ()
    words = Position("alternative", offer.proposer, place + offer.start, place + offer.end)
    return words, *(_moved(each, place) for each in offer.others)


def _moved(position: Position, by: int) -> Position:
    return replace(position, start=position.start + by, end=position.end + by)


def read_either(inside: str, language: str) -> BracketContent | None:
    """Return a delegation's single word that can be the text's own or its opinion, as the text's: ``US: consider``.

    Examples
    --------
    >>> content = read_either("US: consider", "en")
    >>> content and "US: consider"[content.start : content.end]
    'consider'
    >>> read_either("US: flexible", "en")
    """
    tokens = read_tokens(inside[:_CLAIM], language)
    colon = next((number for number, token in enumerate(tokens) if token.kind == "colon"), 0)
    if not colon or not {token.kind for token in tokens[:colon]} <= {*SENDERS, "comma", "plus"}:
        return None
    start, end = _trimmed(inside, tokens[colon].end, len(inside), quoted=True)
    either = language_of(language).compiled("structure", "negotiating", "either").fullmatch(inside, start, end)
    return BracketContent(None, sender_of(inside, tokens[:colon]), start, end) if either else None


def is_option(inside: str, language: str) -> bool:
    """Return whether words begin with the name of an option, or offer a choice: ``Alternative B``, ``or partly``."""
    if language_of(language).compiled("structure", "negotiating", "or_between").match(inside):
        return True
    tokens = read_tokens(inside[:_CLAIM], language)
    return bool(tokens) and "option" in kinds_of([tokens[0], tokens[-1]])


# --- nothing but a claim ----------------------------------------------------------------------------------------------


def _whole(inside: str, tokens: Sequence[Token], language: str) -> _Claim | None:
    """A claim with no words of the text: ``EU to revert``, ``placement to be decided``."""
    if not tokens or len(inside) > _REACH:
        return None
    sender = sender_of(inside, tokens)
    if tokens[0].kind in ("name", "office") and _opinion(inside, tokens, language):
        return _Claim(len(inside), _act(tokens, ("delete",)) or "note", sender)
    if _acts_for(tokens):
        return _Claim(len(inside), _act(tokens, ("delete", "replace")) or "note", sender)
    grouped = all(token.kind == "group" for token in tokens) and bool(kinds_of(tokens) & {*_SPEAKS})
    colon = next((number for number, token in enumerate(tokens) if token.kind == "colon"), 0)
    before, after = kinds_of(tokens[:colon]), tokens[colon + bool(colon) :]
    if "add" in before and not _asked(inside, after, language):
        return None  # ADD EU: the
    stands = colon and is_claim(tokens[:colon]) and not before & {*SENDERS, "add", "keep"}
    if stands and after and after[0].kind == "name" and {token.kind for token in after} <= _BARE - {"group"}:
        return _Claim(len(inside), _act(tokens, ("delete", "replace")) or "note", sender)  # support: EU
    if not (tokens[0].kind in _SPEAKS or grouped or _by_sender(inside, tokens, language)) or (
        colon and not before <= _BARE and "remark" not in before
    ):
        return None
    flat = [token for token in after if token.kind not in ("semicolon", "dash", "choice", "stop")]
    says = {token.kind for token in flat} - _BARE or kinds_of(flat) & {"status", "remark"} or grouped
    if not (says and is_claim(flat) and kinds_of(flat) - _BARE) or _gives_words(flat):
        return None
    cut = language_of(language).compiled("structure", "negotiating", "cut_out")
    if colon and cut.search(inside[tokens[colon].end :].strip()):
        return None
    return _Claim(len(inside), _act(flat, ("delete", "replace")) or "note", sender)


def _acts_for(tokens: Sequence[Token]) -> bool:
    """Whether an act without words stands before whose it is: ``KEEP (EU)``, ``MERGE WITH OP4 (EU)``."""
    *acts, last = tokens
    named = last.kind == "group" and bool(kinds_of(last.parts) & {"name", "office"}) and is_claim(last.parts)
    return (
        named
        and bool(acts)
        and acts[0].kind in (*AMENDING, "note", "status")
        and is_claim(acts)
        and not (kinds_of(acts) & {"add", "keep"} and _gives_words(acts))
    )


def _by_sender(inside: str, tokens: Sequence[Token], language: str) -> bool:
    """Whether a claim says by whom it is: ``proposed by EU``."""
    return tokens[0].kind != "fills" and _named_by(inside, tokens, language)


def _named_by(inside: str, tokens: Sequence[Token], language: str) -> bool:
    by = language_of(language).compiled("structure", "negotiating", "said_by")
    return any(token.kind == "name" and by.search(inside[: token.start].rstrip()) for token in tokens)


def _gives_words(tokens: Sequence[Token]) -> bool:
    """Whether small words behind an act are the text's, or nothing else is written: ``add the``."""
    kinds = [token.kind for token in tokens]
    acts = [number for number, kind in enumerate(kinds) if kind in ("add", "keep")]
    return bool(acts and kinds[acts[0] + 1 :]) or set(kinds) <= {"fills", "moves", "reference"}


def _opinion(inside: str, tokens: Sequence[Token], language: str) -> bool:
    """Whether what follows the names says what they think: ``EU reserves on the last line``."""
    names = [
        number
        for number, token in enumerate(tokens)
        if token.kind not in ("name", "office", "acronym", "comma", "plus")
    ]
    after = names[0] if names else len(tokens)
    behind = after
    while after < len(tokens) and tokens[after].kind in ("colon", "dash"):
        after += 1
    if behind < after < len(tokens) and tokens[after].kind == "note":
        return False  # support, agree: the text's words, too
    if after < len(tokens) and _is_paragraph(inside[tokens[after].start :], language):
        return False
    if after >= len(tokens) or any(token.kind in ("quote", "colon") for token in tokens[after:]):
        return False
    return bool(language_of(language).compiled("structure", "negotiating", "said").match(inside, tokens[after].start))


def _is_paragraph(words: str, language: str) -> bool:
    """Whether words begin and end as a paragraph does: ``Concerned about the lakes,``."""
    look = patterns(language)
    return bool(look.opening.match(words)) and words.rstrip()[-1:] in tuple(look.terminal)


# --- a claim before the words -----------------------------------------------------------------------------------------


def _head(inside: str, tokens: Sequence[Token], language: str) -> _Claim | None:
    return (
        _exchanged(inside, tokens, language)
        or _around_quote(inside, tokens)
        or _before_colon(inside, tokens, language)
        or _before_sign(inside, tokens, language)
        or _signed_act(inside, tokens)
        or _commanded(inside, tokens, language)
        or _wished(inside, tokens, language)
    )


def _before_colon(inside: str, tokens: Sequence[Token], language: str) -> _Claim | None:
    """Who wants what stands before a colon: ``EU would rather see: fully``, ``EU: please omit fully``."""
    colon = next((number for number, token in enumerate(tokens) if token.kind in _ENDS), None)
    if not colon or tokens[colon].kind != "colon" or tokens[colon].start > _CLAIM:
        return None
    claim, after = tokens[:colon], tokens[colon + 1 :]
    sender = sender_of(inside, claim)
    if _parted(inside, claim) or _signed_behind(claim, after):
        return None
    if sum(token.kind == "word" for token in claim) > _ASIDE and claim[0].kind not in _SPEAKS:
        return None
    if not (sender or says_something(claim)) and _signs_behind(inside, after):
        return None  # Urges: EU / Calls upon: Chad
    if not (sender or says_something(claim)):
        sender = _unknown_sender(inside[: tokens[colon].start], language)
        introduces = language_of(language).compiled("structure", "negotiating", "introduces")
        if not sender and (introduces.search(inside[: tokens[colon].start].rstrip()) or _reports(after)):
            return None
        if not sender:
            return _Claim(tokens[colon].end, "guess", None)
    if kinds_of(claim) & {"remark"}:
        return _Claim(len(inside), "note", sender)
    asked = _asked(inside, after, language)
    begin = asked.place if asked else tokens[_last_colon(tokens, colon)].end
    action = _act(claim, AMENDING) or (asked.action if asked else None) or _by_sign(inside, claim)
    named = {token.kind for token in claim} <= {
        "name",
        "acronym",
        "comma",
        "plus",
        "fills",
        "office",
        "group",
        "option",
    }
    speaks = sender or kinds_of(claim) & {"moves", *AMENDING}
    return _Claim(begin, action or (None if named or not speaks else "add"), sender)


def _signs_behind(inside: str, after: Sequence[Token]) -> bool:
    """Whether names alone stand behind a colon, up to the end or to what others say: ``: XYZ; Chad: delete``."""
    first = _up_to_choice(inside, after)
    rest = after[len(first) + 1 :]
    return _names_alone(first, claimed=bool(rest) and is_claim(rest))


def _up_to_choice(inside: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens before the sign that other words are offered behind."""
    signs = ("choice", "semicolon")
    offers = (
        place for place, token in enumerate(tokens) if token.kind in signs or inside[token.start : token.end] == "/"
    )
    return tokens[: next(offers, len(tokens))]


def _names_alone(tokens: Sequence[Token], *, claimed: bool = False) -> bool:
    """Whether nothing but names stands there; acronyms may be bodies' but where another's claim follows them."""
    return (
        bool(kinds_of(tokens) & {"name", *({"acronym"} if claimed else ())})
        and {token.kind for token in tokens} <= _BARE
    )


def _last_colon(tokens: Sequence[Token], colon: int) -> int:
    """The last of the colons that parts who speaks from the words: ``EU: text as read out: fully``."""
    for number, token in enumerate(tokens[colon + 1 : colon + 2 + _BETWEEN_COLONS], colon + 1):
        if token.kind == "colon":
            between = tokens[colon + 1 : number]
            others = {"name", "replace", "option", *_APART} & kinds_of(between)
            return number if says_something(between) and not others else colon
    return colon


def _exchanged(inside: str, tokens: Sequence[Token], language: str) -> _Claim | None:
    """Which words are to stand for which is said: ``EU: replace fully by partly``; those that stand are read."""
    colon = next((token.end for token in tokens if token.kind == "colon"), 0)
    exchange = language_of(language).compiled("structure", "negotiating", "exchange")
    match = exchange.match(inside, colon) or exchange.match(inside)
    if not match:
        return None
    group = "old" if match["old"] else "former"
    return _Claim(match.start(group), "exchange", sender_of(inside, tokens), match.end(group))


def _commanded(inside: str, tokens: Sequence[Token], language: str) -> _Claim | None:
    """An act stands first, as those who edit write it: ``delete fully``, ``ADD fully (EU)``."""
    first = next((token for token in tokens if token.kind != "fills"), None)
    if first is None or first is tokens[-1] or first.kind not in ("delete", "replace", "add"):
        return None
    act = inside[first.start : first.end]
    command = language_of(language).compiled("structure", "negotiating", "command").match(inside, first.start)
    if not command and (not act.isupper() or len(act) < 2):
        return None
    begin = max(command.end() if command else 0, _joined(inside, first, language))
    if first.kind == "replace":
        becomes = language_of(language).compiled("structure", "negotiating", "instead_of").match(inside, begin)
        begin = becomes.end() if becomes else begin
    return _Claim(begin, first.kind, None)


def _parted(inside: str, claim: Sequence[Token]) -> bool:
    """Whether words stand before another's claim: ``fully / EU: partly``, ``fully, alternatively: partly``."""
    before = [token.kind for token in claim]
    for number, token in enumerate(claim):
        kinds = set(before[:number])
        sign = token.kind in ("choice", "arrow") or inside[token.start] == "/"
        if (sign and "word" in kinds) or ((sign or token.kind == "comma") and kinds <= {"word", "fills"}):
            return True
    return False


def _signed_behind(claim: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a colon parts names behind words from what they want with them: ``the lakes – EU: delete``."""
    sign = next((number for number, token in enumerate(claim) if token.kind in ("dash", "less")), 0)
    words = any(token.kind == "word" for token in claim[:sign])
    return words and _names_alone(claim[sign + 1 :]) and is_claim(after)


def _asked(inside: str, tokens: Sequence[Token], language: str) -> _Claim | None:
    """What is asked for behind a colon: ``please delete``."""
    if tokens and tokens[0].kind in ("less", "plus", "dash"):
        return _Claim(tokens[0].end, "add" if tokens[0].kind == "plus" else "delete", None)
    last = 0
    for number, token in enumerate(tokens, 1):
        if token.kind in AMENDING:
            last = number
        elif token.kind not in ("fills", "moves"):
            break
    if not last or last == len(tokens):
        return None
    begin = _joined(inside, tokens[last - 1], language)
    if last < len(tokens) and tokens[last].kind == "colon":
        begin = tokens[last].end
    return _Claim(begin, _act(tokens[:last], AMENDING), None)


def _around_quote(inside: str, tokens: Sequence[Token]) -> _Claim | None:
    """Who wants what stands around words in quotation marks, in whatever words: ``EU asks that “fully” be kept``."""
    quotes = [token for token in tokens if token.kind == "quote"]
    around = [token for token in tokens if token.kind not in ("quote", "dash", "colon")]
    if len(quotes) != 1 or not around or len(inside) - (quotes[0].end - quotes[0].start) > _CLAIM:
        return None
    if not (tokens[0].kind in ("name", "office") or (is_claim(around) and kinds_of(around) & {*AMENDING, "name"})):
        return None
    action = _act(around, AMENDING) or ("delete" if "denial" in kinds_of(around) else "add")
    return _Claim(quotes[0].start, action, sender_of(inside, around), quotes[0].end)


def _before_sign(inside: str, tokens: Sequence[Token], language: str) -> _Claim | None:
    """Who proposes words stands before a sign: ``EU – fully``, ``EU | fully``, ``EU => fully``."""
    sign = next((number for number, token in enumerate(tokens) if token.kind in ("dash", "choice", "arrow")), 0)
    plus = next((number for number, token in enumerate(tokens) if token.kind not in (*SENDERS, "comma")), 0)
    if not sign and plus and tokens[plus].kind == "plus" and tokens[plus + 1 : plus + 2]:
        sign = plus  # EU + fully
    claim, after = tokens[:sign], tokens[sign + 1 :]
    if (
        claim
        and after
        and claim[0].kind == "office"
        and len(claim) <= _ASIDE
        and not (is_claim(after) and is_claim(claim))
    ):
        return _Claim(tokens[sign].end, _act(claim, AMENDING), sender_of(inside, claim))  # co-chairs’ tool – fully
    if not claim or not after or "name" not in kinds_of(claim):
        return None
    if tokens[sign].kind != "arrow" and all(token.is_claim for token in after):
        return None
    if not all(token.is_claim or token.kind in ("comma", "plus") for token in claim):
        return None
    if claim[0].kind != "name" and not _by_sender(inside, claim, language):
        return None
    return _Claim(tokens[sign].end, _act(claim, AMENDING), sender_of(inside, claim))


def _signed_act(inside: str, tokens: Sequence[Token]) -> _Claim | None:
    """A sign says whether the words come or go; a bracket says whose they are."""
    if not tokens:
        return None
    if tokens[0].kind in ("less", "dash"):
        return _Claim(tokens[0].end, "delete", None)
    if tokens[0].kind == "plus" and len(tokens) > 1:
        return _Claim(tokens[0].end, "add", None)
    if tokens[0].kind == "group" and tokens[0].is_claim and len(tokens) > 1 and kinds_of(tokens[:1]) & {*_SPEAKS}:
        return _Claim(tokens[0].end, _act(tokens[:1], AMENDING), sender_of(inside, tokens[:1]))
    others = [token.kind for token in tokens[1:]]
    if tokens[0].kind == "option" and others and (others[0] == "group" or "option" in others):
        return _Claim(tokens[1].start, None, None)
    return None


def _wished(inside: str, tokens: Sequence[Token], language: str) -> _Claim | None:
    """Who wants what stands first, without a colon: ``EU wants fully deleted``, ``EU suggests adding fully``."""
    claim = []
    for token in tokens:
        if not (token.is_claim or token.kind in ("comma", "plus")):
            break
        claim.append(token)
    wishes = [number for number, token in enumerate(claim) if token.kind in _WISHED]
    if not wishes or not _begins_named(claim) or tokens[-1].kind == "stop":
        return None
    acts = [number for number in wishes if claim[number].kind in AMENDING]
    if len(acts) > 1 and acts[-1] + 1 == len(tokens):
        acts.pop()  # adding new: the last is what is added
    last = acts[-1] if acts else wishes[-1]
    sender = sender_of(inside, claim)
    action = _act(claim[: last + 1], AMENDING) or ("delete" if "denial" in kinds_of(claim) else None)
    if not action and kinds_of(tokens[last + 1 :]) & {"status", "remark"}:
        return _Claim(len(inside), "note", sender)
    return _Claim(_joined(inside, claim[last], language), action or "add", sender)


def _begins_named(claim: Sequence[Token]) -> bool:
    """Whether a claim begins with its sender: ``EU``, ``at the request of EU`` does not."""
    first = next((token.kind for token in claim if token.kind != "fills"), "")
    return first in ("name", "office") or (first == "acronym" and bool(kinds_of(claim) & set(AMENDING)))


def _joined(inside: str, act: Token, language: str) -> int:
    """Where the words begin that an act is about: behind the small words that join them to it, if it takes any."""
    forms = ("joins", "joins_to") if act.kind in ("moves", "denial") or _is_noun(inside, act, language) else ("joins",)
    place = act.end
    for form in reversed(forms):
        match = language_of(language).compiled("structure", "negotiating", form).match(inside, place)
        place = match.end() if match and inside[match.end() :].strip() else place
    return place


def _is_noun(inside: str, act: Token, language: str) -> bool:
    return bool(language_of(language).compiled("structure", "negotiating", "noun").search(inside[act.start : act.end]))


def _by_sign(inside: str, claim: Sequence[Token]) -> str | None:
    if claim[0].kind in ("less", "dash"):
        return "delete"
    return (
        "add"
        if any(token.kind == "plus" and inside[token.start] == "+" for token in claim)
        and not all(token.kind in ("name", "acronym") for token in (claim[0], claim[-1]))
        else None
    )


def _unknown_sender(claim: str, language: str) -> str | None:
    """A name that no list has, before a colon."""
    named = language_of(language).compiled("structure", "negotiating", "sender").fullmatch(claim.strip())
    return claim.strip() if named else None


# --- a claim behind the words -----------------------------------------------------------------------------------------


def _tail(inside: str, tokens: Sequence[Token], begin: int, language: str) -> _Claim | None:
    """The first claim behind the words, or the next one's words: all from there on is none of these."""
    shift = 0
    if len(inside) > _REACH:  # of a long bracket the end says whose it is
        shift = max(begin, inside.find(" ", len(inside) - _REACH))
        tokens = read_tokens(inside[shift:], language)
    rest = [token for token in tokens if token.start + shift >= begin]
    text = inside[shift:]
    for number in range(1, len(rest)):
        if claim := _boundary(text, rest, number, language):
            return replace(claim, place=claim.place + shift)
    return _gone(text, rest, shift, language)


def _boundary(text: str, rest: Sequence[Token], number: int, language: str) -> _Claim | None:
    token = rest[number]
    claim: Sequence[Token] = ()
    if token.kind in ("semicolon", "comma") and rest[number + 1 :] and rest[number + 1].kind == "group":
        return None  # the sign is the words' own
    if (token.kind in _APART or text[token.start : token.end] == "/") and _offer(rest, number):
        return _Claim(token.start, None, None, offers=True)
    if token.kind == "arrow" and number + 1 < len(rest):  # what the words are to become
        return _Claim(token.start, None, sender_of(text, rest[-1:]), offers=True)
    if token.kind == "group" and (
        token.is_claim or kinds_of(token.parts) == {"option"} or _speaks(text, token.parts, language)
    ):
        after = rest[number + 1 : number + 2]
        claim = token.parts if not after or after[0].kind in _APART or after[0].kind == "group" else ()
    elif token.kind in (*_APART, "colon"):
        claim = _segment(text, rest, number, language)
    elif rest[number - 1].kind not in (*_APART, "colon", "less") and _closes(text, rest, number, language):
        claim = rest[number:]
    elif token.kind == "option":
        before = rest[number - 1]
        return _Claim(before.start if before.kind in _APART else token.start, None, None)
    if not claim:
        return None
    return _Claim(token.start, _act(claim, ("delete", "add")), sender_of(text, claim))


def _speaks(text: str, parts: Sequence[Token], language: str) -> bool:
    """Whether a bracket behind words says who did what with them, in whatever words: ``(as revised by EU)``."""
    if not parts:
        return False
    acts = bool(kinds_of(parts) & {*AMENDING, "moves", "status"})
    return (parts[0].kind in ("name", "office") and acts) or (
        parts[-1].kind == "name" and _named_by(text, parts, language)
    )


def _segment(text: str, rest: Sequence[Token], number: int, language: str) -> Sequence[Token]:
    """The claim behind a sign, to the end."""
    after = rest[number + 1 :]
    if rest[number].kind in ("colon", "dash") and _reports(after):
        return after
    if rest[number].kind == "colon" and _signs_behind(text, after):
        return after
    whole = after if all(token.is_claim or token.kind in (*_APART, "plus", "colon") for token in after) else ()
    if not whole or not is_claim([token for token in whole if token.kind not in _APART]):
        return ()
    if rest[number].kind == "comma":
        earlier = any(token.kind == "name" for token in rest[:number])
        return whole if whole[0].kind == "status" or (whole[0].kind == "name" and not earlier) else _subject(whole)
    return whole if kinds_of(whole) & {"name", "office", *AMENDING, "status", "remark", "note"} else ()


def _reports(tokens: Sequence[Token]) -> bool:
    """Whether what stands behind a sign says what became of the words, and by whom: ``: retained on advice of EU``."""
    others = sum(token.kind == "word" for token in tokens)
    kinds = kinds_of(tokens)
    acts = bool(kinds & {*AMENDING, "moves", "status"})
    return acts and bool(kinds & {"name", "office"}) and tokens[0].is_claim and 0 < others <= _ASIDE + 1


def _offer(rest: Sequence[Token], number: int) -> bool:
    """Whether other words stand behind a sign, with a claim of their own: ``; Mexico: partly``."""
    after = rest[number + 1 :]
    stop = next((place for place, token in enumerate(after) if token.kind in ("colon", "semicolon", "word")), 0)
    segment = after[:stop]
    return bool(stop) and after[stop].kind == "colon" and (is_claim(segment) or "option" in kinds_of(segment))


def _subject(whole: Sequence[Token]) -> Sequence[Token]:
    """A claim behind a comma that does not begin with its sender: ``subject to confirmation by EU``."""
    return whole if whole[0].kind == "note" and {"name"} <= kinds_of(whole[-1:]) and len(whole) > 2 else ()


def _closes(text: str, rest: Sequence[Token], number: int, language: str) -> bool:
    """Whether who wants it stands last, and no word before governs its name: ``fully Mexico``, not ``in Mexico``."""
    token = rest[number]
    if (
        token.kind in ("delete", "add", "keep", "moves")
        and len(rest) > number + 1
        and _by_sender(text, rest[number:], language)
    ):
        return is_claim(rest[number:])
    if token.kind != "name" or any(each.kind == "name" for each in rest[:number]):
        return False
    after = rest[number:]
    if not all(each.is_claim or each.kind in ("comma", "plus") for each in after):
        return False
    acronym = text[token.start : token.end].isupper()
    governed = language_of(language).compiled("structure", "negotiating", "governs").search(text[: token.start])
    return acronym or not governed


def _gone(text: str, rest: Sequence[Token], shift: int, language: str) -> _Claim | None:
    """The act that a wish ends with: ``wants fully deleted``."""
    last = len(rest)
    wished = {"delete", "add", "keep"} if rest and rest[0].start + shift else {"delete"}
    becomes = language_of(language).compiled("structure", "negotiating", "becomes")
    while last and rest[last - 1].kind in AMENDING:
        last -= 1
    while 0 < last < len(rest) and becomes.fullmatch(text[rest[last - 1].start : rest[last - 1].end]):
        last -= 1
    if last in (0, len(rest)) or not kinds_of(rest[last:]) & wished:
        return None
    return _Claim(rest[last].start + shift, _act(rest[last:], AMENDING), None)


def _act(tokens: Sequence[Token], acts: Sequence[str]) -> str | None:
    """What a claim asks for: the first, in order, of the acts that it names."""
    kinds = kinds_of(tokens)
    return next((act for act in acts if act in kinds), None)


def _trimmed(text: str, start: int, end: int, *, quoted: bool) -> tuple[int, int]:
    """A range without the spaces at its ends, and the quotation marks around it where it is quoted."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if quoted and end - start > 1 and _QUOTES.get(text[start]) == text[end - 1]:
        return _trimmed(text, start + 1, end - 1, quoted=False)
    return start, end
