"""What several say of the same words: ``EU, CHL; US: delete``, ``US: delete; G77: retain``, ``EU; RUS reserves``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.listed import BESIDE
from ecoanalysis.parse.negotiation.claims import SENDERS, Token, kinds_of, read_tokens, sender_of

_PARTS = frozenset({"semicolon", "stop", "choice"})
_NAMED = frozenset({*SENDERS, "comma", "plus", "fills", "semicolon", "moves", "group"})
_ASIDE = 4  # words of no claim that can stand beside one
_SAID = frozenset({"delete", "keep", "replace", "add", "status", "remark", "note", "denial"})


@dataclass(frozen=True, slots=True)
class Position:
    """What one delegation, or several together, say of words: ``act`` is add, delete, keep, remark or alternative.

    ``start`` and ``end`` are the place where it is said; of an alternative, the place of its words.
    """

    act: str
    sender: str | None
    start: int
    end: int


def read_positions(text: str, language: str, begin: int = 0) -> tuple[Position, ...]:
    """Return what is said of words, by whom: names alone propose them.

    Examples
    --------
    >>> [(each.act, each.sender) for each in read_positions("(EU, CHL; US: delete; RUS reserves)", "en")]
    [('add', 'EU, CHL'), ('delete', 'US'), ('remark', None)]
    >>> [(each.act, each.sender) for each in read_positions("US, RUS: delete, G77 and EU: retain", "en")]
    [('delete', 'US, RUS'), ('keep', 'G77 and EU')]
    """
    tokens = read_tokens(text, language, begin)
    if len(tokens) == 1 and tokens[0].kind == "group":
        tokens = tokens[0].parts
    return tuple(_position(text, part, language) for part in _parts(text, tokens, language))


def says_only(text: str, language: str) -> bool:
    """Return whether words hold nothing but who says what.

    Examples
    --------
    >>> says_only("(EU; US: delete)", "en"), says_only("EU: can we use the words of last year", "en")
    (True, False)
    """
    tokens = [token for token in read_tokens(text, language) if token.kind not in (*_PARTS, "colon", "dash", "less")]
    return all(token.is_claim or token.kind in ("comma", "plus") for token in tokens) and bool(
        kinds_of(tokens) & {"name", "acronym", "office", "status", "delete", "keep"}
    )


def signs_paragraph(text: str, language: str) -> bool:
    """Return whether what stands behind a paragraph's last sign says who wants what with it.

    Examples
    --------
    >>> signs_paragraph("– EU; Chad prefers “Invites”", "en"), signs_paragraph("and the lakes of Chad", "en")
    (True, False)
    """
    tokens = read_tokens(text, language)
    set_off = bool(tokens) and tokens[0].kind in ("dash", "less", "group")
    words = sum(token.kind == "word" for token in tokens)
    return says_only(text, language) or (set_off and words <= _ASIDE and sender_of(text, tokens) is not None)


def _parts(text: str, tokens: Sequence[Token], language: str) -> Iterator[Sequence[Token]]:
    """What each says: up to a semicolon, or to another who speaks behind a comma: ``US: delete, EU: retain``."""
    part: list[Token] = []
    for number, token in enumerate(tokens):
        signed = token.kind == "dash" and part and part[-1].kind == "group"  # (EU) – Chad opposes
        if token.kind in _PARTS or signed or (part and _parts_there(text, part, tokens[number:], language)):
            if part:
                yield part
            part = []
        elif part or token.kind not in ("dash", "colon", "comma", "less"):
            part.append(token)
    if part:
        yield part


def _parts_there(text: str, part: Sequence[Token], signs: Sequence[Token], language: str) -> bool:
    """Whether a comma, or a word that joins, stands between what one says and what the next does."""
    ends = next((place for place, token in enumerate(signs) if token.kind in _PARTS), len(signs))
    if ends < len(("comma", "name")) or not kinds_of(part) & SENDERS or not kinds_of(signs[:ends]) & SENDERS:
        return False
    joins = language_of(language).compiled("structure", "negotiating", "between")
    if not joins.fullmatch(text[signs[0].start : signs[0].end]):
        return False
    spoken = bool(kinds_of(part) & _SAID)
    goes_on = part[-1].kind in SENDERS  # supported by Chad and Cuba
    return signs[1].kind in _SAID or (spoken and not goes_on and signs[1].kind in SENDERS)


def _position(text: str, part: Sequence[Token], language: str) -> Position:
    start, end = part[0].start, part[-1].end
    sender = sender_of(text, part)
    if any(token.kind in ("word", "quote") for token in part):  # EU: can we use the words of last year
        return Position("remark", None, start, end)
    act = _act(text[start:end], part, language) if sender else _unsigned(part)
    return Position(act, None if act == "remark" else sender, start, end)


def _unsigned(part: Sequence[Token]) -> str:
    return "delete" if {token.kind for token in part} <= {"delete", "fills", "moves"} else "remark"


def _act(words: str, part: Sequence[Token], language: str) -> str:
    kinds = kinds_of(part)
    deletes = sum(token.kind == "delete" for token in part)
    if deletes:  # who opposes a deletion wants the words to stand
        return "delete" if deletes == 1 else "keep"
    if kinds & {"status", "remark", "denial", "replace", "reference"}:
        return "remark"
    if kinds <= _NAMED or "add" in kinds:
        return "add"
    backs = (language_of(code).compiled("structure", "negotiating", "backs") for code in (language, BESIDE))
    return "keep" if "keep" in kinds or any(form.search(words) for form in backs) else "remark"
