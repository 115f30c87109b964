"""Where the remarks begin that a line ends with: in brackets behind its last sign, or around it."""

from __future__ import annotations

OPENING = "[［【〔〖{｛<〈⟨⟦「『«"
CLOSING = "]］】〕〗}｝>〉⟩⟧」』»"
PAIRS = dict(zip(f"(（*《{OPENING}", f")）*》{CLOSING}", strict=True))
TAIL = 160  # characters of a remark behind a paragraph


def remarks_begin(line: str, ends: str) -> int:
    """Where the brackets begin that a line ends with, behind its last sign, which may stand in the bracket around."""
    partners, around, end = _partners(line), list[int](), _bare_end(line, len(line))
    while end:
        partner = partners.get(end - 1)
        if partner is not None:
            last = line[_bare_end(line, end - 1) - 1]
            short = 0 <= partner < end - 2 and end - partner <= TAIL and last not in ends
            nested = last in f"{CLOSING})）"
            around += [partner] if short and nested else []
            end = partner if short and not nested else end - 1
        elif line[end - 1] in ends or not around:
            break
        else:
            end = around.pop()
        end = _bare_end(line, end)
    return end


def _bare_end(line: str, end: int) -> int:
    """The end without the spaces before it."""
    while end and line[end - 1].isspace():
        end -= 1
    return end


def _partners(line: str) -> dict[int, int]:
    """Where the brackets open that a line's signs close, by their place; before the line where none does."""
    opened, partners = list[int](), dict[int, int]()
    for place, sign in enumerate(line):
        if sign in PAIRS and sign not in "*《":
            opened.append(place)
        elif sign in CLOSING or sign in ")）":
            matches = opened and PAIRS[line[opened[-1]]] == sign
            partners[place] = opened.pop() if matches else -1
    return partners
