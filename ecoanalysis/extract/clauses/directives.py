"""The clauses of a paragraph once their parties are known: verbs that a directive asks for, verbs beside its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ecoanalysis.extract.addressees.names_before import NamedParagraph
from ecoanalysis.extract.clauses.act_asked import ActAsked, find_act_asked, starts_with_verb_before, waits_for_act
from ecoanalysis.extract.clauses.directed_parties import PartiesInParagraph
from ecoanalysis.extract.parties.party import PartiesAsked
from ecoanalysis.extract.performatives.coordination import coordinated, may_coordinate
from ecoanalysis.extract.performatives.performative import Performative


def with_directives_whole(parties: PartiesInParagraph, acts: Iterable[Performative]) -> list[Performative]:
    """Return the clauses with each directive's own acts in it, and verbs joined to a directive's apart."""
    return [part for act in _with_acts(parties, acts) for part in _apart(parties, act)]


def _with_acts(parties: PartiesInParagraph, acts: Iterable[Performative]) -> list[Performative]:
    """The clauses, but for verbs that are what a directive asks of its parties: 请各基金，例如儿基会，|强调."""
    whole: list[Performative] = []
    for act in acts:
        if whole and _is_asked(parties, whole[-1], act):
            whole[-1] = replace(whole[-1], stop=act.stop, reach=act.reach)
        else:
            whole.append(act)
    return whole


def _is_asked(parties: PartiesInParagraph, directive: Performative, act: Performative) -> bool:
    """Whether nothing but a directive's parties, and how they are to do it, stands before another verb."""
    here = parties.here
    if directive.phrase.class_ == "DEC":
        return act.phrase.class_ in ("DIR", "DEC") and _is_first_verb(here, directive, directive.behind, act)
    if directive.phrase.class_ != "DIR":
        return False
    asked = parties.of(directive)
    if act.phrase.class_ == "DIR" and asked.act < act.start and _names_nobody(parties, act):
        return _goes_on(here, directive, asked.act, act)
    if act.place < act.start:
        return False
    first, last = asked.parties[0].start, asked.parties[-1].end
    around = here.text[directive.behind : first], here.text[last : act.start]
    if first is None or any(map(str.isalnum, "".join(around))):
        may_be = first is not None and act.phrase.class_ in ("DIR", "DEC", "ASR")
        return may_be and _is_first_verb(here, directive, asked.act, act)
    return act.phrase.class_ not in ("DIR", "DEC")  # no directive's or decision's


def _names_nobody(parties: PartiesInParagraph, act: Performative) -> bool:
    return all(party.kind == "unspecified" for party in parties.of(act).parties)


def _goes_on(here: NamedParagraph, directive: Performative, begin: int, act: Performative) -> bool:
    """Whether a verb that names no party goes on with what was asked: 请各国与港口合作，|鼓励捕鱼."""
    if waits_for_act(here.text[begin : act.start], here.language):
        return True
    deed = find_act_asked(here.text, directive.behind, begin, act.reach, here.language, names=here.names)
    return act.place == act.start and deed is not None and deed.verb is not None and deed.start == act.start


def _is_first_verb(here: NamedParagraph, directive: Performative, begin: int, act: Performative) -> bool:
    """Whether another verb is the first that says what is asked: 请秘书长在其任务范围内，|邀请各机构."""
    if act.place < act.start or starts_with_verb_before(here.text, begin, act.start, here.language):
        return False
    lemma = directive.phrase.lemma if directive.phrase.class_ == "DEC" else None
    deed = find_act_asked(here.text, directive.behind, begin, act.reach, here.language, lemma, names=here.names)
    return deed is not None and deed.verb is not None and deed.start == act.start


def _apart(parties: PartiesInParagraph, act: Performative) -> Sequence[Performative]:
    """A directive's verb, and the one that stands where its act should: 敦促会员国|并鼓励民间社会采取行动."""
    here = parties.here
    if act.phrase.class_ != "DIR" or not may_coordinate(here.text, act, here.language):
        return [act]
    begin = parties.of(act).act
    deed = find_act_asked(here.text, act.behind, begin, act.reach, here.language, names=here.names)
    parts = coordinated(here.text, act, deed.start, here.language, here.paragraph.part) if deed else [act]
    return [*parts[:1], *(further for part in parts[1:] for further in _apart(parties, part))]


def acts_asked(
    here: NamedParagraph, acts: Sequence[Performative], asked: Sequence[PartiesAsked]
) -> list[ActAsked | None]:
    """Return what each clause asks or decides; the same of verbs that share it: calls upon A, and invites B, to."""
    deeds: list[ActAsked | None] = []
    deed: ActAsked | None = None
    for act, parties in zip(reversed(acts), reversed(asked), strict=True):
        deed = _act_asked(here, act, parties.act) or deed if act.phrase.class_ in ("DIR", "DEC") else None
        deeds.append(deed)
    return deeds[::-1]


def _act_asked(here: NamedParagraph, act: Performative, begin: int) -> ActAsked | None:
    lemma = act.phrase.lemma if act.phrase.class_ == "DEC" else None
    return find_act_asked(here.text, act.behind, begin, act.reach, here.language, lemma, names=here.names)
